import { type Footing, type ItemDeclaration, knownByConsent, reachOf } from '../access/policy.js';
import { isItself, type Viewer } from '../access/viewer.js';
import { Role, SharingAttribute, WithheldReason } from '../access/words.js';
import { type Day, daysAfter } from '../calendar/day.js';
import { CatalogueClass, Polarity } from '../catalogue/catalogue-item.entity.js';
import { Refusal } from '../messages/refusal.js';
import { type ClassStatement, type Extent, ReportStatus, type SupersededReason } from './report.words.js';

/** Days on which a report may be relied upon, the day of issue not counted: this platform's own rule. */
const validDays = 30;

/** The last day on which a report of the day may be relied upon. */
export const validUntil = (issuedOn: Day): Day => daysAfter(issuedOn, validDays);

/** The longest name of a recipient, in characters. */
const longestRecipient = 200;

/** Refuses who may not have a report issued about the entity, before anybody looks whether there is one. */
export function mustMayIssue(
  viewer: Viewer,
  uscc: string,
  bar: WithheldReason | null,
  requestNumber: string | null,
): void {
  if (viewer.role === Role.ENTERPRISE && !isItself(viewer, uscc)) throw new Refusal('REPORT_NOT_YOURS', { uscc });
  if (viewer.role === Role.DEPARTMENT && bar !== null) throw new Refusal('REPORT_PURPOSE', { bar });
  if (viewer.role === Role.CREDIT_CENTRE && requestNumber === null) throw new Refusal('REPORT_REQUEST_NUMBER');
}

/**
 * The number of the written request on which the credit centre acts; null when none is given. It goes to the audit, so it is
 * held to the form of a number.
 */
export function requestNumberOf(text: string | null | undefined): string | null {
  const number = text?.trim() ?? '';
  if (number === '') return null;
  if (!/^[\p{L}\p{N}\p{P}\p{S} ]{3,64}$/u.test(number) || !/\d/.test(number))
    throw new Refusal('REPORT_REQUEST_NUMBER');
  return number;
}

/** Whether the subject itself carries the report to others, so that a recipient is shown what the subject may open. */
export const isCarried = (issuer: Role): boolean => issuer === Role.ENTERPRISE || issuer === Role.CREDIT_CENTRE;

/** The name of the recipient without blanks around it; refuses none, a long one, and what cannot be seen in print. */
export function recipientOf(text: string): string {
  const recipient = text.trim();
  const length = [...recipient].length;
  if (
    length === 0 ||
    length > longestRecipient ||
    !recipient.isWellFormed() ||
    /\p{C}|\p{Zl}|\p{Zp}/u.test(recipient)
  ) {
    throw new Refusal('REPORT_RECIPIENT', { length, most: longestRecipient });
  }
  return recipient;
}

/** The classes that are covered, in the order of the catalogue; none named: all. Refuses none at all and one twice. */
export function classesOf(named: readonly CatalogueClass[] | null | undefined): CatalogueClass[] {
  const all = Object.values(CatalogueClass);
  if (named == null) return all;
  if (named.length === 0 || new Set(named).size < named.length) throw new Refusal('REPORT_CLASSES');
  return all.filter((one) => named.includes(one));
}

/** What coverage looks at of an item. */
type Covered = ItemDeclaration & { readonly polarity: Polarity; readonly publishesMinor: boolean };

/**
 * Which records of an item a report tells, or why none: as the one policy has it for whoever had it issued. The subject
 * carries to others what is published and what it may authorise others to read, nothing that is government's or its own
 * concern alone; of what is not shared at all nobody's report speaks.
 */
export function extentOf(footing: Footing, item: Covered, carried: boolean): Extent | WithheldReason {
  if (item.sharing === SharingAttribute.NONE) return WithheldReason.NOT_SHARED;
  const reach = reachOf(footing, item);
  if (reach === 'ALL' || reach === 'IN_FORCE') return 'IN_FORCE';
  if (!carried) return reach;
  if (reach !== 'PUBLISHED' && !knownByConsent(footing, item)) return reach;
  return item.polarity === Polarity.ADVERSE && !item.publishesMinor ? 'WITHOUT_MINOR' : 'IN_FORCE';
}

/** Whether a coverage tells records. */
export const isExtent = (coverage: Extent | WithheldReason): coverage is Extent =>
  coverage === 'IN_FORCE' || coverage === 'WITHOUT_MINOR' || coverage === 'PUBLISHED';

/** What decides what is said of a class: its items, and the records that are told of each. */
export interface ItemFound {
  readonly polarity: Polarity;
  readonly extent: Extent | null;
  /** Null where none is told. */
  readonly records: number | null;
}

/** What a report says of a class. Silence is no negative: what is closed or not collected is said to be so. */
export function statementOf(items: readonly ItemFound[]): ClassStatement {
  if (items.length === 0) return 'NOT_COLLECTED';
  const told = items.filter(({ extent }) => extent !== null);
  if (told.length === 0) return 'WITHHELD';
  if (told.every(({ records }) => records === 0)) return 'NO_RECORD';
  const against = told.filter(({ polarity }) => polarity === Polarity.ADVERSE);
  return against.length > 0 && against.every(({ records }) => records === 0) ? 'NO_ADVERSE_RECORD' : 'RECORDS';
}

/** Whether another record of the item would belie the report: any where it says "none", and one against the subject always. */
export const isWatched = (statement: ClassStatement, polarity: Polarity): boolean =>
  statement === 'NO_RECORD' || polarity === Polarity.ADVERSE;

/**
 * How a genuine report stands. Once its validity has ended nothing more is told of it: else it would be a window through
 * which somebody watches the entity for ever.
 */
export function statusOf(until: Day, today: Day, superseded: readonly SupersededReason[]): ReportStatus {
  if (today > until) return ReportStatus.EXPIRED;
  return superseded.length > 0 ? ReportStatus.SUPERSEDED : ReportStatus.VALID;
}
