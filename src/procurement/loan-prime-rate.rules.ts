import type { Day } from '../calendar/day.js';
import { Refusal } from '../messages/refusal.js';
import { compareDecimals } from '../money/decimal.js';
import { isPercent } from '../money/percent.js';
import type { LoanPrimeRate } from './loan-prime-rate.entity.js';

/** The rate that holds on a day, of rates in order of days; null before the first of them. */
export const lprOn = (rates: readonly LoanPrimeRate[], day: Day): LoanPrimeRate | null =>
  rates.findLast(({ from }) => from <= day) ?? null;

/** What no one-year rate has ever come near; more is a slip of the pen. */
const tooMuch = '25';

/** What can be announced of a rate: it is known, it names its announcement and it is a rate. Refuses by the first fault. */
export function checkRate({ from, percent, notice }: LoanPrimeRate, today: Day): void {
  if (from > today) throw new Refusal('LPR_TO_COME', { from, today });
  if (!isPercent(percent) || compareDecimals(percent, '0') <= 0 || compareDecimals(percent, tooMuch) >= 0) {
    throw new Refusal('LPR_PERCENT', { value: percent });
  }
  if (notice.trim() === '') throw new Refusal('LPR_NOTICE');
}

/** A rate as it is kept: with four decimals. */
export const withFourDecimals = (percent: string): string => {
  const [whole, fraction = ''] = percent.split('.') as [string, string?];
  return `${Number(whole)}.${fraction.padEnd(4, '0')}`;
};
