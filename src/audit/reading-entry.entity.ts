import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';

/** What an answer showed alike of some records of an item, or of the entity itself. */
export interface ShownFields {
  /** Catalogue item; null for the entity's own facts. */
  readonly item: string | null;
  /** Ids of the records; none for the entity's own facts. */
  readonly records: readonly string[];
  /** Keys of the fields that were shown whole; never their values. */
  readonly fields: readonly string[];
  /** Keys of the fields that were shown in part. */
  readonly masked: readonly string[];
}

/** A reading: who was shown which fields of which entity, what for. Written before the answer leaves; append-only. */
@appendOnly
@Entity()
@Index({
  name: 'reading_entry_of_entity',
  expression: 'create index reading_entry_of_entity on reading_entry (entity_id, id desc)',
})
@Index({
  name: 'reading_entry_under_grant',
  expression: `create index reading_entry_under_grant on reading_entry using gin (grants) where grants <> '{}'`,
})
@Index({ properties: ['transactionId', 'id'] })
export class ReadingEntry {
  /** Version 7: sorts by time; the transaction id tells the order of commits. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Transaction that wrote it, for readers that must not miss late committers. */
  @Property({ type: 'xid8', defaultRaw: 'pg_current_xact_id()' })
  transactionId?: string;

  @Property({ type: 'timestamptz' })
  at!: Date;

  /** Account at the identity provider. */
  @Property({ type: 'text' })
  actor!: string;

  @Property({ type: 'text' })
  role!: string;

  /** Department or entity for which the reader acted. */
  @Property({ type: 'text', nullable: true })
  onBehalfOf!: string | null;

  /** What the reader needed it for. */
  @Property({ type: 'text', nullable: true })
  purpose!: string | null;

  /** The reader's own file number. */
  @Property({ type: 'text', nullable: true })
  caseNumber!: string | null;

  /** The entity that was read about. No foreign key: the audit outlives and knows nothing of the registry. */
  @Property({ type: 'uuid' })
  entityId!: string;

  @Property({ type: 'jsonb' })
  shown!: readonly ShownFields[];

  /** Sharing grants under which it was shown. */
  @Property({ columnType: 'uuid[]' })
  grants!: readonly string[];

  @Property({ type: 'text' })
  requestId!: string;

  /** What the seal rests on, see `leafOf`. */
  @Property({ type: 'blob' })
  leaf!: Buffer;
}
