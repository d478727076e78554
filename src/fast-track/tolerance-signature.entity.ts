import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';
import { TolerantAcceptance } from './tolerant-acceptance.entity.js';

/**
 * The signature under the commitment of a tolerant acceptance. It is a row of its own, written once: nothing is signed twice, and
 * neither a form nor the program can move the promised day.
 */
@appendOnly
@Entity()
@Unique({ name: 'tolerance_signature_once', properties: ['acceptanceId'] })
export class ToleranceSignature {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => TolerantAcceptance, { fieldName: 'acceptance_id', mapToPk: true })
  acceptanceId!: string;

  /** Account of the applicant that signed. */
  @Property({ type: 'text' })
  account!: string;

  @Property({ type: 'timestamptz' })
  signedAt!: Date;

  /** Legal day of the signing, from which the promised day is counted. */
  @Property({ type: 'date' })
  signedOn!: string;

  /** The promised day. */
  @Property({ type: 'date' })
  supplyBy!: string;
}
