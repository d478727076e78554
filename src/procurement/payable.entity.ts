import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { PayableKind, StartFact } from './procurement.words.js';
import { PublicContract } from './public-contract.entity.js';

/** A sum that a contract makes payable, with the facts from which its due date follows. */
@ObjectType({ simpleResolvers: true, description: 'A sum that a contract makes payable. 应付款项' })
@programMay({
  update: [
    'deliveredOn',
    'inspectionUntil',
    'acceptedOn',
    'confirmedOn',
    'refundOn',
    'startedOn',
    'startFact',
    'lastDay',
    'dueOn',
    'caseId',
    'warnedAt',
  ],
})
@Entity()
@Index({ properties: ['contractId', 'position'] })
@Index({ properties: ['caseId'] })
@Index({
  name: 'payable_to_warn',
  expression: 'create index payable_to_warn on payable (last_day) where warned_at is null and case_id is null',
})
@Check({ name: 'payable_amount', expression: 'amount > 0' })
@Check({ name: 'payable_due', expression: 'due_on is null or (last_day is not null and started_on is not null)' })
export class Payable {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => PublicContract, { fieldName: 'contract_id', mapToPk: true })
  contractId!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'Its place among those of the contract. 序号' })
  @Property({ type: 'integer' })
  position!: number;

  @Access(anyone)
  @Field(() => String, { description: 'What it is for. 款项名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => PayableKind, { description: 'Its kind. 款项类型' })
  @Enum({ items: () => PayableKind })
  kind!: PayableKind;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'How much. 金额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  amount!: Money;

  @Access(anyone)
  @Field(() => [String], { description: 'Numbers of the invoices. 发票号码' })
  @Property({ type: 'text[]' })
  invoices!: string[];

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Day of delivery. 交付日期' })
  @Property({ type: 'date', nullable: true })
  deliveredOn!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the agreed inspection. 约定检验验收期限届满日' })
  @Property({ type: 'date', nullable: true })
  inspectionUntil!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the inspection was passed. 验收合格日期' })
  @Property({ type: 'date', nullable: true })
  acceptedOn!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which both confirmed the amount. 双方确认结算金额日期',
  })
  @Property({ type: 'date', nullable: true })
  confirmedOn!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Agreed day of refund, of a deposit. 保证金约定退还日期' })
  @Property({ type: 'date', nullable: true })
  refundOn!: string | null;

  @Access(anyone)
  @Field(() => Int, { nullable: true, description: 'Days to pay that were agreed. 约定付款天数' })
  @Property({ type: 'integer', nullable: true })
  agreedDays!: number | null;

  @Access(anyone)
  @Field(() => Boolean, {
    description:
      'Whether the contract makes payment depend on a third party paying: void (Order 802, art. 9). 是否约定收到第三方付款后支付',
  })
  @Property({ type: 'boolean' })
  backToBack!: boolean;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Due day that a special law sets. 法律另有规定的付款日' })
  @Property({ type: 'date', nullable: true })
  specialDueOn!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'That law. 另有规定的依据' })
  @Property({ type: 'text', nullable: true })
  specialBasis!: string | null;

  /** Day from which the period to pay counts; null until the fact is there. */
  @Property({ type: 'date', nullable: true })
  startedOn!: string | null;

  @Enum({ items: () => StartFact, nullable: true })
  startFact!: StartFact | null;

  /** Last day of the period before it rolls over days off: known also of years without a calendar. */
  @Property({ type: 'date', nullable: true })
  lastDay!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which it is due; null while a fact, or the official calendar of the year, is missing. 应付日期',
  })
  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;

  /** Whether it came with a claim of arrears, and not with a contract that was registered beforehand. */
  @Property({ type: 'boolean', default: false })
  byClaim!: boolean;

  /** The case of arrears that claims it. */
  @Property({ type: 'uuid', nullable: true })
  caseId!: string | null;

  /** When buyer and budget office were warned that it will be due, or when it was seen that it had been paid by then. */
  @Property({ type: 'timestamptz', nullable: true })
  warnedAt!: Date | null;
}
