import { Refusal } from '../messages/refusal.js';
import type { Day } from './day.js';

/** The day as of which is asked, today where none is named; one to come is refused, since nobody knows what will be. */
export function dayAsked({ today }: { readonly today: Day }, asOf: Day | null | undefined): Day {
  if (asOf && asOf > today) throw new Refusal('AS_OF_IN_FUTURE', { value: asOf, today });
  return asOf ?? today;
}
