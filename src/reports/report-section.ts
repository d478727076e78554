import type { Shown } from '../access/reading-list.js';
import type { CatalogueClass } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import type { Moment } from '../records/validity.rules.js';
import type { LegalEntity } from '../registry/legal-entity.entity.js';
import type { ToldRecord, WatchedItem } from './credit-report.entity.js';

/** What a report is about. */
export interface About {
  readonly entity: LegalEntity;
  readonly classes: readonly CatalogueClass[];
  /** The point in both times that was asked for; null: now. */
  readonly moment: Moment | null;
  /** Whether the subject itself carries the report to others. */
  readonly carried: boolean;
}

/** What a section has to say. */
export interface Made<Content> {
  /** JSON without `undefined`, of whole numbers and texts only: it is signed. */
  readonly content: Content;
  /** Records whose change supersedes the report. */
  readonly records?: readonly ToldRecord[];
  /** Items of which a new record supersedes it. */
  readonly watched?: readonly WatchedItem[];
  /** What of it not everybody may see. */
  readonly notPublic?: readonly Shown[];
}

/** A part of a report; they stand in the order of `reportSections`. */
export interface ReportSection<Content = unknown> {
  /** Its member under `sections` of the document. */
  readonly key: string;
  /** Its heading in the printed report. */
  readonly heading: string;
  make(context: Context, about: About): Promise<Made<Content>> | Made<Content>;
  /** Its paragraphs in the printed report, in Chinese; of what was signed and nothing else. */
  print(content: Content): readonly string[];
}
