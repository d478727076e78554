import type { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import type { CatalogueClass } from '../catalogue/catalogue-item.entity.js';
import type { ReportUse } from './report.words.js';

/** The form of the document; another number when a member is taken away or changes its meaning. */
export const reportSchema = 'urn:public-credit-platform:credit-report:1';

/** The city that issues, GB/T 2260: the first six digits of the number. */
export const city = '150200';

/** A text in the languages of the platform. */
interface Note {
  readonly zh: string;
  readonly en: string;
}

/** What the signature covers. Times are RFC 3339 in UTC, days `YYYY-MM-DD` of Asia/Shanghai. */
export interface ReportPayload {
  readonly schema: typeof reportSchema;
  readonly number: string;
  /** Who signs. */
  readonly issuer: string;
  readonly issuedAt: string;
  readonly asOf: Day;
  readonly knownAt: string;
  readonly validUntil: Day;
  /** Issued under a rehearsed clock: of no use. */
  readonly rehearsal: boolean;
  readonly subject: { readonly uscc: string; readonly name: string };
  readonly use: ReportUse;
  readonly recipient: string;
  readonly issuedFor: {
    readonly role: Role;
    readonly department: { readonly code: string; readonly name: string } | null;
    /** The stated purpose of a department. */
    readonly purpose: string | null;
    readonly requestNumber: string | null;
  };
  readonly covered: readonly CatalogueClass[];
  readonly notCovered: readonly CatalogueClass[];
  /** By the key of each section, see `reportSections`. */
  readonly sections: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

/** What has to be known to read a report rightly. */
export const notes: readonly Note[] = [
  {
    zh: '“未发现记录”仅就所列目录项、截至所载时刻、按所列范围而言；未涵盖或不予提供的类别，不作任何判断。',
    en: '"No record" speaks of the listed items, the stated time and the stated extent only; of classes that are not covered or are withheld nothing is said.',
  },
  {
    zh: '已修复、已撤销或公示期（有效期）届满的信息依法不再使用，本报告不予记载；轻微失信信息原则上不公示，标注“不含未公示轻微失信”的目录项不予记载。',
    en: 'What was repaired, withdrawn or whose publicity or validity has ended is no longer used and not told; items marked WITHOUT_MINOR leave out minor dishonesty that by law is not published.',
  },
  {
    zh: '所载记录修复、撤销、更正、到期，或出现报告称未发现的记录后，本报告即失效，请以在线核验结果为准。',
    en: 'The report no longer holds once a record in it is repaired, withdrawn, corrected or expires, or a record comes in of which it says that there is none: verify it on-line.',
  },
];
