import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Consumer } from './consumer.entity.js';
import { RecordChange } from './record-change.entity.js';

/** Where a delivery stands, seen from a day. */
export enum DeliveryState {
  PENDING = 'PENDING',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  FAILED = 'FAILED',
  OVERDUE = 'OVERDUE',
  LAPSED = 'LAPSED',
}
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'Where a delivery stands. 送达状态',
  valuesConfig: {
    PENDING: { description: 'On its way. 待送达' },
    ACKNOWLEDGED: { description: 'The receiver has it. 已回执' },
    FAILED: { description: 'The last try failed; it is tried again. 送达失败，将重试' },
    OVERDUE: { description: 'Not acknowledged, and the time is over. 逾期未回执' },
    LAPSED: { description: 'There was nothing left to tell when it was to be posted. 已失效，不再送达' },
  },
});

/** What is delivered. */
export enum DeliveryTopic {
  RECORD_CHANGE = 'RECORD_CHANGE',
  ALERT = 'ALERT',
}
registerEnumType(DeliveryTopic, {
  name: 'DeliveryTopic',
  description: 'What is delivered. 送达内容',
  valuesConfig: {
    RECORD_CHANGE: { description: 'The change of a record. 记录变更' },
    ALERT: { description: 'Alerts of a watch of its department. 风险提示' },
  },
});

const overseen = only(
  role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
  departmentOf<Delivery>('the department of the consumer', ({ departmentCode }) => departmentCode ?? null),
);

/** The way of a change to one of its users, or of what else a consumer is told, with the receipt. */
@ObjectType({
  simpleResolvers: true,
  description: 'The way of a change, or of alerts, to a consumer, and the receipt. 变更（提示）送达',
})
@programMay({ update: ['attempts', 'lastAttemptAt', 'lastFault', 'acknowledgedAt', 'acknowledgedBy', 'lapsedAt'] })
@Entity()
@Unique({ properties: ['changeId', 'consumerCode'] })
@Index({
  name: 'delivery_open',
  expression: 'create index delivery_open on delivery (due_on, id) where acknowledged_at is null and lapsed_at is null',
})
@Check({ name: 'delivery_of_change', expression: "(topic = 'RECORD_CHANGE') = (change_id is not null)" })
@Index({ properties: ['consumerCode', 'dueOn', 'id'] })
export class Delivery {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => DeliveryTopic, { description: 'What is delivered. 送达内容' })
  @Enum({ items: () => DeliveryTopic, default: DeliveryTopic.RECORD_CHANGE })
  topic!: DeliveryTopic;

  @ManyToOne(() => RecordChange, { fieldName: 'change_id', mapToPk: true, nullable: true, deleteRule: 'no action' })
  changeId!: string | null;

  @ManyToOne(() => Consumer, { fieldName: 'consumer_code', mapToPk: true })
  consumerCode!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'By when the receipt is due. 回执期限' })
  @Property({ type: 'date' })
  dueOn!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'How often it was tried. 尝试次数' })
  @Property({ type: 'integer', default: 0 })
  attempts!: number;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last tried. 最近尝试时间' })
  @Property({ type: 'timestamptz', nullable: true })
  lastAttemptAt!: Date | null;

  @Access(overseen)
  @Field(() => String, {
    nullable: true,
    description: 'Why the last try failed: HTTP_500, TIMEOUT, REFUSED_CONNECTION … 最近失败原因',
  })
  @Property({ type: 'text', nullable: true })
  lastFault!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the receiver acknowledged it. 回执时间' })
  @Property({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;

  @Access(overseen)
  @Field(() => String, {
    nullable: true,
    description: 'Account that acknowledged it; null: the receiving system itself. 回执账号',
  })
  @Property({ type: 'text', nullable: true })
  acknowledgedBy!: string | null;

  /** When it was to be posted and there was nothing left to tell: it is not tried again. */
  @Property({ type: 'timestamptz', nullable: true })
  lapsedAt!: Date | null;

  /** Not stored: the department of the consumer, put here by the reads. */
  departmentCode?: string | null;
}
