import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';

/** A deed: who did what to which thing, with what result. Written in the deed's own transaction; append-only. */
@appendOnly
@Entity()
@Index({ properties: ['subjectType', 'subjectId'] })
@Index({ properties: ['transactionId', 'id'] })
export class AuditEntry {
  /** Version 7: sorts by time; the transaction id tells the order of commits. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Transaction of the deed, for readers that must not miss late committers. */
  @Property({ type: 'xid8', defaultRaw: 'pg_current_xact_id()' })
  transactionId?: string;

  @Property({ type: 'timestamptz' })
  at!: Date;

  /** Account at the identity provider. */
  @Property({ type: 'text' })
  actor!: string;

  @Property({ type: 'text' })
  role!: string;

  /** Department or entity for which the actor acted. */
  @Property({ type: 'text', nullable: true })
  onBehalfOf!: string | null;

  /** What was done, such as `submission.receive`. */
  @Property({ type: 'text' })
  deed!: string;

  @Property({ type: 'text' })
  subjectType!: string;

  @Property({ type: 'text' })
  subjectId!: string;

  /** Facts of the deed; never personal data. */
  @Property({ type: 'jsonb' })
  facts!: Record<string, unknown>;

  @Property({ type: 'text' })
  requestId!: string;

  /** What the seal rests on, see `leafOf`; entries from before there were seals have none, and get theirs when sealed. */
  @Property({ type: 'blob', nullable: true })
  leaf!: Buffer | null;
}
