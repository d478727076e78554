import { type Day, daysAfter, daysBetween } from '../calendar/day.js';
import { compareDecimals } from './decimal.js';
import { type Percent, tenThousandthsOf } from './percent.js';

// Interest on money that is paid late: State Council Order 802 (保障中小企业款项支付条例, in force since 2025-06-01), art. 17,
// worked out by the product method of banks (积数法) in exact fractions.

/** Interest in fen for each fen owed a day, as an exact fraction. */
export interface DailyRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** On what a rate rests. */
export type RateKind = 'AGREED' | 'LPR_FLOOR' | 'STATUTORY';

/** What the contract says of interest on what is paid late. */
export interface RateTerms {
  /** Rate a year in percent, written with at most four decimals; null: nothing is agreed. */
  readonly agreed: Percent | null;
  /** By how many days a year's rate is divided: 360 as banks do, or 365. */
  readonly dayCount: 360 | 365;
  /** The one-year loan prime rate (LPR) in percent when the contract was signed; null: there was none yet. */
  readonly lpr: Percent | null;
}

/** A daily rate, and where it comes from. */
export interface RateApplied {
  readonly rate: DailyRate;
  readonly kind: RateKind;
  /** The rate a year that was divided; null where the law itself sets a daily one. */
  readonly annual: Percent | null;
}

/** 0.05 % a day (每日利率万分之五), where nothing is agreed. */
const statutory: DailyRate = { numerator: 5n, denominator: 10_000n };

/**
 * The daily rate of interest on what is paid late (Order 802, art. 17): what is agreed, but no less than the one-year loan
 * prime rate at signing; where nothing is agreed, 0.05 % a day.
 */
export function dailyRateOf({ agreed, dayCount, lpr }: RateTerms): RateApplied {
  if (agreed === null) return { rate: statutory, kind: 'STATUTORY', annual: null };
  const isBelow = lpr !== null && compareDecimals(agreed, lpr) < 0;
  const annual = isBelow ? lpr : agreed;
  return { rate: perDay(annual, dayCount), kind: isBelow ? 'LPR_FLOOR' : 'AGREED', annual };
}

/** Ten-thousandths of a percent are millionths. */
const perDay = (annual: Percent, dayCount: number): DailyRate => ({
  numerator: tenThousandthsOf(annual),
  denominator: 1_000_000n * BigInt(dayCount),
});

/** A change of the principal that is owed, in fen: below zero, a payment; above, a payment that came to nothing. */
export interface Movement {
  readonly on: Day;
  readonly amount: bigint;
}

/** A debt and how long it has been owed. */
export interface Debt {
  /** What was owed when it fell due, in fen. */
  readonly principal: bigint;
  /** The last day on which it could be paid in time. */
  readonly dueOn: Day;
  /** What was paid and when, in any order; never more than is owed. Those after `asOf` do not count. */
  readonly movements: readonly Movement[];
  readonly rate: DailyRate;
  /** The last day that counts. */
  readonly asOf: Day;
}

/** A stretch of days on which the same principal was owed. */
export interface InterestLine {
  /** The first day that counts. */
  readonly from: Day;
  /** The last day that counts. */
  readonly until: Day;
  /** Principal owed on each of these days, in fen. */
  readonly balance: bigint;
  /** How many calendar days they are. */
  readonly days: number;
  /** Balance times days. */
  readonly product: bigint;
  /** Interest of these days in yuan with six decimals, the rest cut off: for information, the total is rounded once. */
  readonly interest: string;
}

/** Interest on a debt, with the arithmetic that leads there. */
export interface Interest {
  readonly lines: readonly InterestLine[];
  /** Sum of the products, in fen times days. */
  readonly product: bigint;
  /** In fen. */
  readonly interest: bigint;
}

/**
 * Interest on a debt until a day, that day included. Calendar days count, from the day after the due day; the day on which
 * a payment arrives still counts for what is paid, and a payment on or before the due day was in time. Interest bears no
 * interest.
 *
 * It is rounded once, at the end and half up, to the fen: the exact sum never falls from one day to the next, and so what is
 * rounded of it never does. Rounded line by line, the total would depend on how the days are cut into lines.
 *
 * The product is also the sum, over the principal on the due day and every movement, of the amount times the days from
 * the later of its day and the due day until the last day: so can it be worked out in SQL.
 */
export function interestOf({ principal, dueOn, movements, rate, asOf }: Debt): Interest {
  const lines = stretchesOf(principal, dueOn, movements, asOf).map((stretch) => lineOf(stretch, rate));
  const product = lines.reduce((sum, line) => sum + line.product, 0n);
  return { lines, product, interest: roundedHalfUp(product * rate.numerator, rate.denominator) };
}

/** Days on which the same is owed: after `after`, until and with `until`. */
interface Stretch {
  readonly after: Day;
  readonly until: Day;
  readonly balance: bigint;
}

function stretchesOf(principal: bigint, dueOn: Day, movements: readonly Movement[], asOf: Day): Stretch[] {
  const stretches: Stretch[] = [];
  let [balance, after] = [principal, dueOn];
  for (const [day, amount] of changesOf(dueOn, movements)) {
    if (day >= asOf) break;
    if (day > after) stretches.push({ after, until: day, balance });
    [balance, after] = [balance + amount, day];
  }
  return asOf > after ? [...stretches, { after, until: asOf, balance }] : stretches;
}

/** By how much the balance changes after which day, in order of days; what was paid in time changes it from the due day on. */
function changesOf(dueOn: Day, movements: readonly Movement[]): [Day, bigint][] {
  const changes = new Map<Day, bigint>();
  for (const { on, amount } of movements) {
    const day = on > dueOn ? on : dueOn;
    changes.set(day, (changes.get(day) ?? 0n) + amount);
  }
  return [...changes].filter(([, amount]) => amount !== 0n).sort(([one], [other]) => (one < other ? -1 : 1));
}

function lineOf({ after, until, balance }: Stretch, { numerator, denominator }: DailyRate): InterestLine {
  const days = daysBetween(after, until);
  const product = balance * BigInt(days);
  const interest = inMillionths((product * numerator * 10_000n) / denominator);
  return { from: daysAfter(after, 1), until, balance, days, product, interest };
}

/** Millionths of a yuan, which are ten-thousandths of a fen, as yuan. */
function inMillionths(millionths: bigint): string {
  const digits = millionths.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** Of what is not below zero. */
const roundedHalfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);
