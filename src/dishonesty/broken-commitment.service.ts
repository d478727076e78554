import type { EntityManager } from '@mikro-orm/postgresql';
import { type GivenCommitment, type Recording, recordCommitment } from './commitment-record.js';

/** The item of broken commitments, which the authority for social credit provides. */
const brokenCommitments = 'DRC_BROKEN_COMMITMENT';

/** A commitment that was not kept. */
export interface BrokenCommitment extends GivenCommitment {
  /** Whether a part of it was kept. */
  readonly partly?: boolean;
  readonly unperformed: string;
  /** What followed. */
  readonly consequence: string;
}

/**
 * Records a broken commitment, in the unit of work at hand.
 *
 * @returns the id of the credit record
 */
export const recordBrokenCommitment = (
  recording: Recording,
  em: EntityManager,
  { partly = false, unperformed, consequence, ...given }: BrokenCommitment,
): Promise<string> =>
  recordCommitment(recording, em, brokenCommitments, given, {
    LXZT: partly ? '部分履行' : '全部未履行',
    WLXNR: unperformed.slice(0, 2000).toWellFormed(),
    ZRZJ: consequence,
  });
