import type { Day } from '../calendar/day.js';
import type { Text } from '../messages/language.js';
import { fenOf, moneyOf, sumOf } from '../money/fen.js';
import type { Money } from '../money/money.js';

/** A stretch of ages of arrears, in days after the due day. */
export interface AgeBucket {
  readonly key: string;
  readonly name: Text;
  /** The last day that is in it; null: no end. */
  readonly until: number | null;
}

/** Ages by which arrears are counted, the youngest first; a year has 365 days. */
export const ageBuckets: readonly AgeBucket[] = [
  { key: 'DAYS_1_30', name: { en: '30 days or less', zh: '30日以内' }, until: 30 },
  { key: 'DAYS_31_90', name: { en: '31 to 90 days', zh: '31至90日' }, until: 90 },
  { key: 'DAYS_91_180', name: { en: '91 to 180 days', zh: '91至180日' }, until: 180 },
  { key: 'DAYS_181_365', name: { en: '181 to 365 days', zh: '181至365日' }, until: 365 },
  { key: 'YEARS_1_3', name: { en: 'more than 1 year, up to 3', zh: '1年以上3年以内' }, until: 3 * 365 },
  { key: 'YEARS_OVER_3', name: { en: 'more than 3 years', zh: '3年以上' }, until: null },
];

/** The bucket of an age in days; what was paid in time is in the first. */
export const ageBucketOf = (days: number): AgeBucket =>
  ageBuckets.find(({ until }) => until === null || days <= until)!;

/** The first day of the year of a day. */
export const yearOf = (day: Day): Day => `${day.slice(0, 4)}-01-01`;

/** The first day of the month of a day. */
export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

/**
 * A quotient with one decimal, as text; half a tenth is rounded away from zero. Null where there is nothing to divide by. Both
 * are decimals with at most two places, and nothing is rounded before the end.
 */
export function tenthsOf(dividend: Money, divisor: Money): string | null {
  const [over, under] = [fenOf(dividend), fenOf(divisor)];
  if (under <= 0n) return null;
  const size = over < 0n ? -over : over;
  const tenths = (20n * size + under) / (2n * under);
  const sign = over < 0n && tenths > 0n ? '-' : '';
  return `${sign}${tenths / 10n}.${tenths % 10n}`;
}

/** How much of a hundred a part is, with one decimal; null where there is no whole. */
export const percentOf = (part: Money, whole: Money): string | null => tenthsOf(hundredfold(part), whole);

const hundredfold = (amount: Money): Money => `${fenOf(amount)}.00`;

/** What was paid in a period, as the statement sums it up. */
export interface PaymentSums {
  readonly paid: Money;
  /** Amounts times the days from the start of the period to pay until payment. */
  readonly paidDays: Money;
  /** Amounts times the days from the due day until payment: below zero where they came early. */
  readonly delayDays: Money;
  /** Paid within 30 days, and after 31 to 60. */
  readonly within30: Money;
  readonly within60: Money;
}

/** How a debtor pays. */
export interface PaymentPerformance {
  readonly averageDaysToPay: string | null;
  readonly shareWithin30: string | null;
  readonly shareWithin60: string | null;
  readonly shareOver60: string | null;
  readonly weightedDelay: string | null;
}

/**
 * The measures of prompt payment that others publish: days to pay, and shares paid within 30 days, in 31 to 60 and later, as the
 * United Kingdom's Reporting on Payment Practices and Performance Regulations 2017 have them, weighted by amount; and the
 * weighted delay (indicatore di tempestività dei pagamenti, DPCM 22 September 2014, art. 9) that Italy's platform of public
 * bodies' trade credits (PCC) keeps. Each is rounded by itself, so that shares may come to 99.9 or 100.1.
 */
export function performanceOf({ paid, paidDays, delayDays, within30, within60 }: PaymentSums): PaymentPerformance {
  const later = fenOf(paid) - sumOf([within30, within60]);
  return {
    averageDaysToPay: tenthsOf(paidDays, paid),
    shareWithin30: percentOf(within30, paid),
    shareWithin60: percentOf(within60, paid),
    shareOver60: percentOf(moneyOf(later), paid),
    weightedDelay: tenthsOf(delayDays, paid),
  };
}
