import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import { announcesChanges } from '../database/announce.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { SharingMethod } from './sharing.words.js';
import { SharingState } from './sharing.workflow.js';

/** In these states a request waits for an answer or for its delivery: there is one at a time for an item and a purpose. */
export const openStates: readonly SharingState[] = [
  SharingState.SUBMITTED,
  SharingState.NEED_SUPPLEMENT,
  SharingState.EXTENDED,
  SharingState.ESCALATED,
  SharingState.DISPUTED,
  SharingState.AGREED,
  SharingState.DELIVERY_OVERDUE,
];

/**
 * A department's request that another shares an item with it: State Council Order 809, arts 20-22, 27. Once delivered it is
 * the grant under which the item is read. Only its two departments, the data authority, the credit centre and the
 * supervisor know of it.
 */
@ObjectType({ simpleResolvers: true, description: 'Request for sharing between departments. 政务数据共享申请' })
@announcesChanges
@programMay({ update: true })
@Entity()
@Index({
  name: 'sharing_request_open',
  expression: `create unique index sharing_request_open on sharing_request (requester_code, item_code, purpose) where state in (${openStates.map((state) => `'${state}'`).join(', ')})`,
})
@Index({
  name: 'sharing_request_due',
  expression: 'create index sharing_request_due on sharing_request (state, due_on) where due_on is not null',
})
@Index({ properties: ['requesterCode', 'id'] })
@Index({ properties: ['providerCode', 'id'] })
@Check({
  name: 'sharing_request_term',
  expression: 'valid_until is null or valid_from is null or valid_until >= valid_from',
})
@Check({
  name: 'sharing_request_delivered',
  expression: "state <> 'IN_USE' or valid_from is not null and valid_until is not null",
})
@Check({ name: 'sharing_request_not_own', expression: 'requester_code <> provider_code' })
export class SharingRequest {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number for people, such as S-20261122-000001. 申请编号' })
  @Property({ type: 'text' })
  @Unique()
  number!: string;

  @ManyToOne(() => Department, { fieldName: 'requester_code', mapToPk: true })
  requesterCode!: string;

  @ManyToOne(() => Department, { fieldName: 'provider_code', mapToPk: true })
  providerCode!: string;

  @Property({ type: 'text' })
  itemCode!: string;

  /** Edition of the item that was in force when it was asked for. */
  @ManyToOne(() => CatalogueItem, { fieldName: 'item_id', mapToPk: true })
  itemId!: string;

  @Access(anyone)
  @Field(() => Purpose, { description: 'For which purpose. 使用目的' })
  @Enum({ items: () => Purpose })
  purpose!: Purpose;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'On which law the data are used. 使用依据' })
  @Property({ type: 'text', nullable: true })
  basis!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'In which scene they are used. 使用场景' })
  @Property({ type: 'text', nullable: true })
  scene!: string | null;

  @Access(anyone)
  @Field(() => [String], {
    description:
      'Keys of the fields that are asked for by name; of the others it opens what is no personal concern of the subject. 使用范围（数据项）',
  })
  @Property({ type: 'text[]', default: [] })
  fields!: string[];

  @Access(anyone)
  @Field(() => SharingMethod, { nullable: true, description: 'How the data are handed over. 共享方式' })
  @Enum({ items: () => SharingMethod, nullable: true })
  method!: SharingMethod | null;

  @Access(anyone)
  @Field(() => Int, { nullable: true, description: 'Term of use in days from the delivery. 使用时限（天）' })
  @Property({ type: 'integer', nullable: true })
  termDays!: number | null;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of use that was asked for or agreed. 使用时限（截止日）',
  })
  @Property({ type: 'date', nullable: true })
  termUntil!: string | null;

  @Access(anyone)
  @Field(() => String, {
    description:
      "Document by which the head of the requester's data-sharing office approved: State Council Order 809, art. 11. 本部门审批文号",
  })
  @Property({ type: 'text' })
  approval!: string;

  @Access(anyone)
  @Field(() => SharingState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => SharingState })
  state!: SharingState;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was submitted. 提交时间' })
  @Property({ type: 'timestamptz' })
  requestedAt!: Date;

  /** Day from which the clock of the state counts; null where none runs. */
  @Property({ type: 'date', nullable: true })
  startedOn!: string | null;

  /** Day that was told as the last one for the next act; it stands even when the calendar is amended afterwards. */
  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;

  /** Whether a step was taken by a rehearsed clock: the case lives on it from then on. */
  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;

  /** How many steps were taken. */
  @Property({ type: 'integer' })
  stepsTaken!: number;

  @Access(anyone)
  @Field(() => Boolean, {
    description: 'Whether a deadline was ever missed, so that the data authority was told. 是否曾逾期提级',
  })
  @Property({ type: 'boolean', default: false })
  escalated!: boolean;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it opens the item. 使用起始日' })
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day. 使用截止日' })
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;
}
