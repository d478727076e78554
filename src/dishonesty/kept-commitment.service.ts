import type { EntityManager } from '@mikro-orm/postgresql';
import { type GivenCommitment, type Recording, recordCommitment } from './commitment-record.js';

/** The item of commitments, which the authority for social credit provides: one that was kept counts for its entity. */
const commitments = 'DRC_COMMITMENT';

/**
 * Records a commitment that was kept, in the unit of work at hand.
 *
 * @returns the id of the credit record
 */
export const recordKeptCommitment = (
  recording: Recording,
  em: EntityManager,
  given: GivenCommitment,
): Promise<string> => recordCommitment(recording, em, commitments, given, { LXZT: '全部履行' });
