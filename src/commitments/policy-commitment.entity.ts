import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { CommitmentState, commitmentStates } from './commitment.states.js';
import { BenefitKind, CommitmentSource } from './commitment.words.js';
import { AuthorityVerdict, CommitmentChange, CommitmentMilestone, CommitmentProgress } from './commitment-parts.js';

registerEnumType(CommitmentState, {
  name: 'CommitmentState',
  description: 'Where a policy promise stands: Order 722, art. 31; 发改财金〔2023〕1103号. 政策兑现状态',
  valuesConfig: described(commitmentStates),
});

/** What a step may change. The promise itself, its day before all, is not among it: the program has no right to touch it. */
const changing = [
  ...['state', 'history', 'startedOn', 'dueOn', 'resultDueOn', 'pauses', 'awaits', 'escalatedAt', 'rehearsed'],
  ...['ownerCode', 'ownerPost', 'milestones', 'progress', 'fulfilledAmount', 'fulfilledOn', 'authority', 'change'],
  ...['rectifyBy', 'urgedBy', 'findingNumber', 'findingRecordId', 'foundOn'],
];

const closed = [CommitmentState.INVALID, CommitmentState.FULFILLED, CommitmentState.COMPENSATED]
  .map((state) => `'${state}'`)
  .join(', ');

/**
 * What the city has promised an enterprise. Its owner, its promisor, its beneficiary, the administrators, the credit centre and
 * the supervisor know of it; the authority from when a finding is proposed; the public only of the numbers.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'What the city has promised an enterprise, and how it is kept (Order 722, art. 31). 政策兑现事项',
})
@programMay({ update: changing })
@Entity()
@Index({
  name: 'policy_commitment_open',
  // a digest, since texts may be longer than an index takes
  expression: `create unique index policy_commitment_open on policy_commitment (entity_id, md5(source_number || ' ' || benefit)) where state not in (${closed})`,
})
@Index({
  name: 'policy_commitment_record',
  expression:
    'create index policy_commitment_record on policy_commitment (finding_record_id) where finding_record_id is not null',
})
@Index({ properties: ['ownerCode', 'id'] })
@Index({ properties: ['promisorCode', 'id'] })
@Index({ properties: ['entityId', 'id'] })
@Index({ properties: ['awaits', 'dueOn'] })
@Check({ name: 'policy_commitment_days', expression: 'promise_due_on >= promised_on' })
@Check({ name: 'policy_commitment_amounts', expression: 'fulfilled_amount <= amount' })
@Check({ name: 'policy_commitment_defaulted', expression: "state <> 'DEFAULTED' or finding_record_id is not null" })
export class PolicyCommitment extends Case {
  @Access(anyone)
  @Field(() => CommitmentState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => CommitmentState })
  state!: CommitmentState;

  @Access(anyone)
  @Field(() => CommitmentSource, { description: 'In what it was promised. 承诺来源' })
  @Enum({ items: () => CommitmentSource })
  sourceKind!: CommitmentSource;

  @Access(anyone)
  @Field(() => String, { description: 'Number of that document. 来源文号' })
  @Property({ type: 'text' })
  sourceNumber!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Its title. 来源文件名称' })
  @Property({ type: 'text' })
  sourceTitle!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'When it was promised. 承诺日期' })
  @Property({ type: 'date' })
  promisedOn!: string;

  /** Code of the department that promised; it never changes. */
  @ManyToOne(() => Department, { fieldName: 'promisor_code', mapToPk: true })
  promisorCode!: string;

  /** Code of the department that must keep it by now. */
  @ManyToOne(() => Department, { fieldName: 'owner_code', mapToPk: true })
  ownerCode!: string;

  @Access(anyone)
  @Field(() => String, {
    description: "The owner's office or post that is responsible; no names of persons. 责任岗位（不含个人姓名）",
  })
  @Property({ type: 'text' })
  ownerPost!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the beneficiary. */
  @Property({ type: 'text' })
  uscc!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What was promised. 兑现事项' })
  @Property({ type: 'text' })
  benefit!: string;

  @Access(anyone)
  @Field(() => BenefitKind, { description: 'Kind of the benefit. 事项类别' })
  @Enum({ items: () => BenefitKind })
  kind!: BenefitKind;

  @Access(anyone)
  @Field(() => MoneyScalar, { nullable: true, description: 'Amount promised; null: it is not money. 承诺金额' })
  @Property({ type: 'string', columnType: 'numeric(18,2)', nullable: true })
  amount!: Money | null;

  @Access(anyone)
  @Field(() => [CommitmentMilestone], { description: 'The steps on the way. 阶段目标' })
  @Property({ type: 'jsonb' })
  milestones!: CommitmentMilestone[];

  @Access(anyone)
  @Field(() => DateScalar, {
    description:
      'The day by which it must be kept. Whoever takes office, it stays: the program has no right to change it. 兑现期限',
  })
  @Property({ type: 'date' })
  promiseDueOn!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The line of the budget that pays for it. 预算科目（项目）' })
  @Property({ type: 'text', nullable: true })
  budgetLine!: string | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether the beneficiary claimed it. 是否由经营主体申报' })
  @Property({ type: 'boolean' })
  claimed!: boolean;

  /** Account that registered it, which does not check it. */
  @Property({ type: 'text' })
  registeredBy!: string;

  @Access(anyone)
  @Field(() => [CommitmentProgress], { description: 'How far it was kept, report by report. 兑现进展' })
  @Property({ type: 'jsonb' })
  progress!: CommitmentProgress[];

  @Access(anyone)
  @Field(() => MoneyScalar, { nullable: true, description: 'What of the amount was paid. 已兑现金额' })
  @Property({ type: 'string', columnType: 'numeric(18,2)', nullable: true })
  fulfilledAmount!: Money | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'When it was kept, as the owner reported. 兑现日期' })
  @Property({ type: 'date', nullable: true })
  fulfilledOn!: string | null;

  @Access(anyone)
  @Field(() => AuthorityVerdict, { nullable: true, description: 'Whether it could be promised. 核查结论' })
  @Property({ type: 'jsonb', nullable: true })
  authority!: AuthorityVerdict | null;

  @Access(anyone)
  @Field(() => CommitmentChange, { nullable: true, description: 'The change that was proposed last. 依法变更' })
  @Property({ type: 'jsonb', nullable: true })
  change!: CommitmentChange | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'The day until which the owner mends it. 整改期限' })
  @Property({ type: 'date', nullable: true })
  rectifyBy!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Number of the document by which it was urged last. 督办文号' })
  @Property({ type: 'text', nullable: true })
  urgedBy!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Number of the finding of default. 失信认定书文号' })
  @Property({ type: 'text', nullable: true })
  findingNumber!: string | null;

  /** Id of the credit record that the finding made. */
  @Property({ type: 'uuid', nullable: true })
  findingRecordId!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Day of the finding. 失信认定日期' })
  @Property({ type: 'date', nullable: true })
  foundOn!: string | null;
}
