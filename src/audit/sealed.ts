import { canonicalBytes, sha256 } from './leaf.js';
import type { Position } from './position.js';
import type { Seal } from './seal.entity.js';

/** A seal as it is signed and exported: hashes in hexadecimal digits, times as ISO strings. */
export interface SealContent {
  readonly number: number;
  readonly epoch: number;
  readonly first: Position;
  readonly last: Position;
  readonly floorId: string;
  readonly highestId: string;
  readonly deeds: number;
  readonly readings: number;
  readonly root: string;
  readonly previous: string | null;
  readonly sealedAt: string;
  readonly keyId: string;
}

/** A seal as it is exported. */
export interface SignedSeal extends SealContent {
  readonly signature: string;
}

/** What a stored seal says. */
export function sealContent(seal: Omit<Seal, 'signature' | 'publicKey'>): SealContent {
  const { number, epoch, floorId, highestId, deeds, readings, keyId } = seal;
  return {
    number,
    epoch,
    first: { transactionId: seal.firstTransactionId, id: seal.firstId },
    last: { transactionId: seal.lastTransactionId, id: seal.lastId },
    floorId,
    highestId,
    deeds,
    readings,
    root: seal.root.toString('hex'),
    previous: seal.previous?.toString('hex') ?? null,
    sealedAt: seal.sealedAt.toISOString(),
    keyId,
  };
}

/** A stored seal as it is exported. */
export const signedSeal = (seal: Seal): SignedSeal => ({
  ...sealContent(seal),
  signature: seal.signature.toString('hex'),
});

/** What the next seal holds of this one: the hash of it with its signature. */
export const sealHash = (seal: SignedSeal): Buffer => sha256(canonicalBytes(seal));
