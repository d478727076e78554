import { canonicalBytes, type LogName } from './leaf.js';
import { merkleRoot } from './merkle.js';
import type { Position } from './position.js';
import { beginning } from './position.js';
import type { Seal } from './seal.entity.js';
import { sealContent, sealHash, signedSeal } from './sealed.js';
import type { SigningKey } from './signing-key.js';

/** An entry that is being sealed, with its leaf. */
export interface SealedEntry extends Position {
  readonly log: LogName;
  readonly leaf: Buffer;
}

/**
 * The seal over entries in order, after the seal before.
 *
 * @param newEpoch whether the entries' transactions are counted anew
 * @param now the instant of the sealing
 */
export function makeSeal(
  entries: readonly SealedEntry[],
  before: Seal | undefined,
  newEpoch: boolean,
  key: SigningKey,
  now: Date,
): Seal {
  const [first, last] = [entries[0]!, entries.at(-1)!];
  const deeds = entries.filter(({ log }) => log === 'deeds').length;
  const formerHighest = before?.highestId ?? beginning.id;
  const unsigned = {
    number: (before?.number ?? 0) + 1,
    epoch: (before?.epoch ?? 1) + (newEpoch ? 1 : 0),
    firstTransactionId: first.transactionId,
    firstId: first.id,
    lastTransactionId: last.transactionId,
    lastId: last.id,
    floorId: newEpoch ? formerHighest : (before?.floorId ?? beginning.id),
    highestId: entries.reduce((highest, { id }) => (id > highest ? id : highest), formerHighest),
    deeds,
    readings: entries.length - deeds,
    root: merkleRoot(entries.map(({ leaf }) => leaf)),
    previous: before ? sealHash(signedSeal(before)) : null,
    sealedAt: now,
    keyId: key.id,
  };
  const signature = key.sign(canonicalBytes(sealContent(unsigned)));
  return { ...unsigned, publicKey: key.publicKey, signature };
}
