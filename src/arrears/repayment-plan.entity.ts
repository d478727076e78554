import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { PlanState } from './arrears.words.js';
import { ArrearsCase } from './arrears-case.entity.js';

/** An instalment of a plan. */
@ObjectType({ simpleResolvers: true, description: 'An instalment of a repayment plan. 分期' })
export class Instalment {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'By when it is paid. 付款日期' })
  readonly dueOn!: string;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'How much. 金额' })
  readonly amount!: Money;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'From what it is paid. 资金来源' })
  readonly funds!: string | null;
}

/** A plan by which arrears are paid in instalments: proposed by the debtor, agreed by the creditor. */
@ObjectType({ simpleResolvers: true, description: 'A plan by which arrears are paid in instalments. 还款计划' })
@programMay({ update: ['state', 'decidedAt', 'brokenOn', 'paidBefore', 'reason'] })
@Entity()
@Unique({ properties: ['caseId', 'serial'] })
@Index({
  name: 'repayment_plan_broken',
  expression: 'create index repayment_plan_broken on repayment_plan (broken_on) where broken_on is not null',
})
export class RepaymentPlan {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => ArrearsCase, { fieldName: 'case_id', mapToPk: true })
  caseId!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'Which plan of the case it is, from 1. 第几次计划' })
  @Property({ type: 'integer' })
  serial!: number;

  @Access(anyone)
  @Field(() => PlanState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => PlanState })
  state!: PlanState;

  @Access(anyone)
  @Field(() => [Instalment], { description: 'Its instalments, in order. 分期明细' })
  @Property({ type: 'jsonb' })
  instalments!: Instalment[];

  /** What was paid, or reported as paid, when it was agreed. */
  @Property({ type: 'string', columnType: 'numeric(20,2)', nullable: true })
  paidBefore!: Money | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was proposed. 提出时间' })
  @Property({ type: 'timestamptz' })
  proposedAt!: Date;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the creditor answered. 答复时间' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Why it was declined. 不同意理由' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'The instalment that was not paid. 违约日期' })
  @Property({ type: 'date', nullable: true })
  brokenOn!: string | null;
}
