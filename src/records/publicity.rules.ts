import { type Day, daysAfter, monthsAfter } from '../calendar/day.js';
import { Polarity, Severity } from '../catalogue/catalogue-item.entity.js';

/** The days on which a record is published; none when `from` is null, no end when `until` is. */
export interface Publicity {
  readonly from: Day | null;
  readonly until: Day | null;
}

/**
 * Longest publicity in months by severity: NDRC Order 36 (信用修复管理办法) and 国办发〔2025〕22号, item 2.
 * Minor ones are in principle not published.
 */
const longest: Readonly<Record<Exclude<Severity, Severity.MINOR>, number>> = {
  [Severity.GENERAL]: 12,
  [Severity.SERIOUS]: 36,
};

const earliest = (days: readonly (Day | null | undefined)[]): Day | null =>
  days.filter((day): day is Day => day != null).sort()[0] ?? null;

/**
 * When a record is published. The period runs from the date of determination, not from the day of receipt, so that a late
 * reporter does not lengthen it (Order 36), ends on the corresponding day and does not roll over holidays.
 * What the record itself says (last day of publicity, of validity: the day of removal from a list, of payment) can
 * shorten it, never lengthen it.
 */
export function publicityOf(record: {
  readonly polarity: Polarity;
  readonly severity: Severity | null;
  readonly determinedOn: Day;
  readonly publicUntil?: Day | null;
  readonly validUntil?: Day | null;
}): Publicity {
  const { polarity, severity, determinedOn, publicUntil, validUntil } = record;
  if (polarity !== Polarity.ADVERSE) return { from: determinedOn, until: earliest([publicUntil, validUntil]) };
  if (severity === Severity.MINOR) return { from: null, until: null };
  const maximum = monthsAfter(determinedOn, longest[severity ?? Severity.GENERAL]);
  return { from: determinedOn, until: earliest([publicUntil, validUntil, maximum]) };
}

/** Publicity that a decision stopped on a day, if one did: it ended the day before, whatever is recorded since. */
export function withoutStopped(publicity: Publicity, stoppedOn: Day | null): Publicity {
  if (stoppedOn === null || publicity.from === null) return publicity;
  return { ...publicity, until: earliest([publicity.until, daysAfter(stoppedOn, -1)]) };
}
