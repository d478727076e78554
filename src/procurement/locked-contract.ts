import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import type { Acting } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { contractSideOf, mayKnowContract } from './contract.rules.js';
import { PublicContract } from './public-contract.entity.js';

/** The contract, locked until the unit of work ends: before its sums and payments, so that of two deeds the second sees the first. */
export const lockedContract = async (em: EntityManager, id: string): Promise<PublicContract | null> =>
  isUuid(id) ? em.findOne(PublicContract, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

/**
 * The contract, locked, if the viewer is one of its sides.
 *
 * @param unknown the refusal for those for whom it does not exist
 */
export async function contractOfSide(em: EntityManager, { viewer, rehearsed }: Acting, id: string, unknown: Refusal) {
  const contract = await lockedContract(em, id);
  if (!contract || !mayKnowContract(viewer, contract)) throw unknown;
  const side = contractSideOf(viewer, contract);
  if (side === null) throw new Refusal('CONTRACT_NOT_YOURS', { who: 'BUYER, SUPPLIER' });
  contract.rehearsed ||= rehearsed;
  return { contract, side };
}
