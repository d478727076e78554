import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';

/**
 * A public key by which reports were signed, entered with the first of them. What a former key signed stays verifiable: all
 * are published as JWKS. Taking one out of trust is an act of the database's owner.
 */
@appendOnly
@Entity()
export class ReportKey {
  /** RFC 7638 thumbprint. */
  @PrimaryKey({ type: 'text' })
  id!: string;

  /** The `x` of its JWK (RFC 8037). */
  @Property({ type: 'text' })
  publicKey!: string;

  @Property({ type: 'timestamptz' })
  firstUsedAt!: Date;
}
