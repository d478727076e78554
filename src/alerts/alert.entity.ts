import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { AlertKind } from './alert.words.js';
import { AlertNotice } from './alert-notice.entity.js';
import { Watch } from './watch.entity.js';

const pending = 'where told_at is null and dropped_at is null';

/**
 * That something happened to an entity which a watch is to be told of. It is found when the watcher may know of it, told when
 * it still may, and shows whom and what it is about for as long as it may.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'That something happened to a watched entity. What it is about is null once the watcher may no longer know of it. 风险提示',
})
@programMay({ update: ['noticeId', 'toldAt', 'droppedAt', 'readAt', 'readBy'] })
@Entity()
@Unique({ properties: ['watchId', 'eventId'] })
@Index({ name: 'alert_pending', expression: `create index alert_pending on alert (watch_id, id) ${pending}` })
@Index({
  name: 'alert_inbox',
  expression: 'create index alert_inbox on alert (watcher, told_at desc, id desc) where told_at is not null',
})
@Index({ properties: ['noticeId', 'id'] })
export class Alert {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  id!: string;

  @ManyToOne(() => Watch, { fieldName: 'watch_id', mapToPk: true })
  watchId!: string;

  /** Whose inbox it stands in, as the watch says. */
  @Property({ type: 'text' })
  watcher!: string;

  @Access(anyone)
  @Field(() => AlertKind, { description: 'What happened. 提示类型' })
  @Enum({ items: () => AlertKind })
  kind!: AlertKind;

  /** Id of the row that says so: the version of a record, the step of a case. One row is told a watch once. */
  @Property({ type: 'uuid' })
  eventId!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  @Access(anyone)
  @Field(() => ID, { nullable: true, description: 'Id of the record; null where it is about none. 记录标识' })
  @Property({ type: 'uuid', nullable: true })
  recordId!: string | null;

  /** Id of the case or the grant. */
  @Property({ type: 'uuid', nullable: true })
  caseId!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Code of the catalogue item of the record. 目录代码' })
  @Property({ type: 'text', nullable: true })
  itemCode!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was found. 发现时间' })
  @Property({ type: 'timestamptz' })
  foundAt!: Date;

  @ManyToOne(() => AlertNotice, { fieldName: 'notice_id', mapToPk: true, nullable: true, deleteRule: 'no action' })
  noticeId!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When the watcher was told. 提示时间' })
  @Property({ type: 'timestamptz', nullable: true })
  toldAt!: Date;

  /** When it was to be told and the watcher could no longer know of it: it never is. */
  @Property({ type: 'timestamptz', nullable: true })
  droppedAt!: Date | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody of the watcher marked it as read. 已读时间',
  })
  @Property({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  /** Account that marked it. */
  @Property({ type: 'text', nullable: true })
  readBy!: string | null;

  // Not stored: put here by the reads.

  @Access(anyone)
  @Field(() => Boolean, {
    description: 'Whether the watcher may still know of it, on the standing of the watch. 监测方是否仍可知悉',
  })
  known?: boolean;

  @Access(anyone)
  @Field(() => UsccScalar, { nullable: true, description: 'Code of the entity. 统一社会信用代码' })
  uscc?: string | null;
}
