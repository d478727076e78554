import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';

/**
 * A seal over the entries of both logs that follow those of the seal before it, in the order of their positions. It is
 * signed by a key that the database does not know, and holds the hash of its predecessor: nothing under a seal can be
 * changed, left out or put in without it showing.
 */
@appendOnly
@Entity({ tableName: 'audit_seal' })
export class Seal {
  /** 1, 2, 3 … without a gap. */
  @PrimaryKey({ type: 'int', autoincrement: false })
  number!: number;

  /** Grows when the database was restored into a cluster that counts its transactions from the beginning again. */
  @Property({ type: 'int' })
  epoch!: number;

  @Property({ type: 'xid8' })
  firstTransactionId!: string;

  @Property({ type: 'uuid' })
  firstId!: string;

  @Property({ type: 'xid8' })
  lastTransactionId!: string;

  @Property({ type: 'uuid' })
  lastId!: string;

  /** The ids of the epoch's entries are above it: the highest one of the epochs before. */
  @Property({ type: 'uuid' })
  floorId!: string;

  /** Highest id under this and all former seals. */
  @Property({ type: 'uuid' })
  highestId!: string;

  /** How many deeds it seals. */
  @Property({ type: 'int' })
  deeds!: number;

  /** How many readings it seals. */
  @Property({ type: 'int' })
  readings!: number;

  /** Merkle root over the leaves (RFC 6962). */
  @Property({ type: 'blob' })
  root!: Buffer;

  /** Hash of the seal before; the first has none. */
  @Property({ type: 'blob', nullable: true })
  previous!: Buffer | null;

  @Property({ type: 'timestamptz' })
  sealedAt!: Date;

  /** RFC 7638 thumbprint of the public key. */
  @Property({ type: 'text' })
  keyId!: string;

  /** The public key, the `x` of its JWK: seals of a former key stay verifiable. */
  @Property({ type: 'text' })
  publicKey!: string;

  /** Ed25519, over the canonical seal. */
  @Property({ type: 'blob' })
  signature!: Buffer;
}
