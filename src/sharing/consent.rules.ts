import { opensByConsent } from '../access/policy.js';
import { type Day, monthsAfter } from '../calendar/day.js';
import type { Item } from '../catalogue/catalogue.js';
import { Refusal } from '../messages/refusal.js';

/** The longest term of an authorisation, in months. */
const longest = 12;

/** Refuses an item of which an authorisation of the subject would open nothing. */
export function mustBeOpenToAuthorisation(item: Pick<Item, 'code' | 'disclosure' | 'fields'>): void {
  if (!item.fields.some((field) => opensByConsent(item, field))) {
    throw new Refusal('NOT_OPEN_TO_AUTHORISATION', { item: item.code });
  }
}

/** The days on which an authorisation works. */
export interface Term {
  readonly validFrom: Day;
  readonly validUntil: Day;
}

/** Refuses a term that has begun before today, ends before it begins or is longer than a year. */
export function checkTerm({ validFrom, validUntil }: Term, today: Day): void {
  if (validFrom < today) throw new Refusal('CONSENT_TERM_PAST', { day: validFrom, today });
  if (validUntil < validFrom) throw new Refusal('CONSENT_TERM_REVERSED', { from: validFrom, until: validUntil });
  const latest = monthsAfter(validFrom, longest);
  if (validUntil > latest) {
    throw new Refusal('CONSENT_TERM_TOO_LONG', { from: validFrom, until: validUntil, latest });
  }
}

/** Whether an authorisation works on a day. The statements that read records say the same in SQL. */
export const isInForce = (consent: Term & { readonly withdrawnAt: Date | null }, today: Day): boolean =>
  consent.withdrawnAt === null && consent.validFrom <= today && today <= consent.validUntil;
