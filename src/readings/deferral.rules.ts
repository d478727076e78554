import { type Day, daysAfter, monthsAfter } from '../calendar/day.js';
import type { Params } from '../messages/refusal.js';
import type { Reason } from '../messages/refusals.js';

/** How far one decision may defer, in days, and all decisions of a case together, in months: this platform's own rule. */
export const longestDeferral = { days: 180, months: 12 } as const;

/** Why readings cannot be deferred until the day; null when they can. `first` is the day of the case's first deferral. */
export function deferralFault(
  until: Day,
  today: Day,
  first: Day | null,
): { readonly reason: Reason; readonly params: Params } | null {
  if (until <= today) return { reason: 'DEFERRAL_PAST', params: { until } };
  const latest = [
    daysAfter(today, longestDeferral.days),
    monthsAfter(first ?? today, longestDeferral.months),
  ].sort()[0]!;
  return until > latest ? { reason: 'DEFERRAL_TOO_LONG', params: { until, latest } } : null;
}
