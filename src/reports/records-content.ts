import type { WithheldReason } from '../access/words.js';
import type { CatalogueClass, Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import type { ClassStatement, Extent } from './report.words.js';

/** A class of the catalogue in a report. */
export interface ClassPart {
  readonly class: CatalogueClass;
  readonly statement: ClassStatement;
  readonly items: readonly ItemPart[];
  readonly records: readonly RecordPart[];
}

/** An item of the class: told, with the number of its records, or left out for a reason, whether or not there are any. */
export interface ItemPart {
  readonly item: string;
  readonly title: string;
  readonly provider: string;
  readonly polarity: Polarity;
  /** Which of its records are told; null: none is. */
  readonly extent: Extent | null;
  /** Why none is told. */
  readonly withheld: WithheldReason | null;
  /** How many; null where none is told, so that nobody takes it for a negative. */
  readonly records: number | null;
}

/** A record in force. */
export interface RecordPart {
  readonly id: string;
  readonly version: number;
  readonly item: string;
  readonly title: string;
  readonly provider: string;
  readonly number: string;
  readonly severity: Severity | null;
  /** Whether an objection to it is open. */
  readonly disputed: boolean;
  readonly determinedOn: string;
  readonly fields: readonly FieldPart[];
}

/** A value that the recipient may see. */
export interface FieldPart {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly masked: boolean;
}
