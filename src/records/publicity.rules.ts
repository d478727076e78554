import { type Day, daysAfter, monthsAfter } from '../calendar/day.js';
import { Polarity, Severity } from '../catalogue/catalogue-item.entity.js';

/** The days on which a record is published; none when `from` is null, no end when `until` is. */
export interface Publicity {
  readonly from: Day | null;
  readonly until: Day | null;
}

/** Publicity in months by severity: NDRC Order 36 (信用修复管理办法) and 国办发〔2025〕22号, item 2. */
const months: Readonly<Record<Severity, { readonly shortest: number; readonly longest: number }>> = {
  [Severity.MINOR]: { shortest: 0, longest: 3 },
  [Severity.GENERAL]: { shortest: 3, longest: 12 },
  [Severity.SERIOUS]: { shortest: 12, longest: 36 },
};

/** Months for which a record is published before it can be repaired; none where duties done are enough. */
export const shortestPublicity = (severity: Severity): number => months[severity].shortest;

/**
 * Months after which publicity ends by itself. Minor records are in principle not published: none, unless their item
 * publishes them.
 */
export const longestPublicity = (severity: Severity, publishesMinor: boolean): number =>
  severity === Severity.MINOR && !publishesMinor ? 0 : months[severity].longest;

/**
 * The first day on which repair can be applied for, as far as publicity goes: the day that corresponds to the determination
 * after the shortest period. It does not roll over holidays, which would lengthen a burden.
 */
export const repairableFrom = (determinedOn: Day, severity: Severity): Day =>
  monthsAfter(determinedOn, shortestPublicity(severity));

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
  /** Whether the item publishes its minor records; in principle they are not. */
  readonly publishesMinor?: boolean;
  readonly determinedOn: Day;
  readonly publicUntil?: Day | null;
  readonly validUntil?: Day | null;
}): Publicity {
  const { polarity, determinedOn, publicUntil, validUntil } = record;
  if (polarity !== Polarity.ADVERSE) return { from: determinedOn, until: earliest([publicUntil, validUntil]) };
  const longest = longestPublicity(record.severity ?? Severity.GENERAL, record.publishesMinor ?? false);
  if (longest === 0) return { from: null, until: null };
  const maximum = monthsAfter(determinedOn, longest);
  return { from: determinedOn, until: earliest([publicUntil, validUntil, maximum]) };
}

/** Publicity that a decision stopped on a day, if one did: it ended the day before, whatever is recorded since. */
export function withoutStopped(publicity: Publicity, stoppedOn: Day | null): Publicity {
  if (stoppedOn === null || publicity.from === null) return publicity;
  return { ...publicity, until: earliest([publicity.until, daysAfter(stoppedOn, -1)]) };
}
