import type { Publication } from '../access/policy.js';
import { WithheldReason } from '../access/words.js';
import type { Day } from '../calendar/day.js';

/** What decides whether a record is published. */
export interface Published {
  readonly state: string;
  readonly naturalPerson: boolean;
  readonly publicFrom: Day | null;
  readonly publicUntil: Day | null;
}

/**
 * Whether a record is published on a day, or the first reason why not. The predicate of the reads says the same in SQL; a
 * test holds the two together.
 */
export function publicationOf(record: Published, today: Day): Publication {
  if (record.state === 'REPAIRED') return WithheldReason.REPAIRED;
  if (record.state === 'WITHDRAWN') return WithheldReason.WITHDRAWN;
  if (record.naturalPerson) return WithheldReason.NATURAL_PERSON;
  if (record.publicFrom === null) return WithheldReason.MINOR_NOT_PUBLIC;
  const begun = record.publicFrom <= today;
  const ended = record.state === 'EXPIRED' || (record.publicUntil !== null && record.publicUntil < today);
  return begun && !ended ? 'PUBLISHED' : WithheldReason.PUBLICITY_ENDED;
}

/**
 * Whether what a former version says is published: as the record is today, and only as far as it says the same. What was
 * corrected does not come back by being asked for.
 *
 * @param present how the record stands today
 * @param same whether the former version says what the present one says
 */
export function publicationOfPast(present: Published, same: boolean, today: Day): Publication {
  const publication = publicationOf(present, today);
  return publication === 'PUBLISHED' && !same ? WithheldReason.PUBLICITY_ENDED : publication;
}
