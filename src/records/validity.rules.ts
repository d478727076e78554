import { type Day, legalDay } from '../calendar/day.js';
import { Refusal } from '../messages/refusal.js';

/** A point in both times: how records stood on a day, as far as it was known at an instant. */
export interface Moment {
  readonly asOf: Day;
  readonly knownAt: Date;
}

/**
 * The point in both times that a question asks for; null when it asks how records stand now. A day alone means what is known
 * of it now, an instant alone what was known then of that day. Refuses with `TIME_AHEAD` what is still to come.
 */
export function momentOf(
  asked: { readonly asOf?: Day | null; readonly knownAt?: Date | null },
  { now, today }: { readonly now: Date; readonly today: Day },
): Moment | null {
  const { asOf, knownAt } = asked;
  if (asOf == null && knownAt == null) return null;
  if (asOf != null && asOf > today) throw new Refusal('TIME_AHEAD', { argument: 'asOf', value: asOf });
  if (knownAt != null && knownAt > now) {
    throw new Refusal('TIME_AHEAD', { argument: 'knownAt', value: knownAt.toISOString() });
  }
  return { asOf: asOf ?? legalDay(knownAt!), knownAt: knownAt ?? now };
}

/** What decides from when a correction holds. */
interface Corrected {
  readonly state: string;
  readonly disputed: boolean;
  readonly determinedOn: Day;
  readonly validFrom: Day;
}

/**
 * From when a version holds that says better what was recorded: from the beginning, the earlier of the old and the new day of
 * the determination. What was repaired, withdrawn or marked as disputed meanwhile was not so from the beginning, so it is
 * corrected from the day on which it became so.
 */
export function correctedFrom({ state, disputed, determinedOn, validFrom }: Corrected, determinedNow: Day): Day {
  if (state !== 'EFFECTIVE' || disputed) return validFrom;
  return determinedNow < determinedOn ? determinedNow : determinedOn;
}
