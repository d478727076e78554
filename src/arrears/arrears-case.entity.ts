import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { PublicContract } from '../procurement/public-contract.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { ArrearsState } from './arrears.states.js';
import { ArrearsRung, ArrearsSource, InterestSettlement } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';

registerEnumType(ArrearsState, {
  name: 'ArrearsState',
  description: 'Where a case of arrears stands. 拖欠账款事项状态',
  valuesConfig: described(arrearsWorkflow.states),
});

/** States in which a case no longer keeps its contract from another one. */
export const ended = [ArrearsState.NOT_ACCEPTED, ArrearsState.WITHDRAWN, ArrearsState.UNFOUNDED] as const;

/** States of a case that counts in no statistics: a claim that nobody has taken up yet accuses nobody. */
export const uncounted = [ArrearsState.FILED, ...ended] as const;

/** Who sees which administrator handles a case. */
export const ofHandling = only(role(Role.ARREARS_ADMIN, Role.SUPERVISOR));

/**
 * Arrears of one contract: what an agency, institution or large enterprise owes a market entity and has not paid in time. The two,
 * the arrears administrators and the supervisor know of it, and the authority where a finding is proposed; nobody else.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'Arrears of one contract to a market entity (State Council Order 802). 拖欠账款事项',
})
@programMay({ update: true })
@Entity()
@Index({
  name: 'arrears_case_open',
  expression: `create unique index arrears_case_open on arrears_case (contract_id) where state not in (${ended.map((state) => `'${state}'`).join(', ')})`,
})
@Index({
  name: 'arrears_case_record',
  expression: 'create index arrears_case_record on arrears_case (record_id) where record_id is not null',
})
@Index({ properties: ['debtorUscc', 'id'] })
@Index({ properties: ['debtorCode', 'id'] })
@Index({ properties: ['creditorUscc', 'id'] })
@Index({ properties: ['awaits', 'dueOn'] })
@Index({ properties: ['state', 'dueOn'] })
@Index({ properties: ['oldestDueOn', 'id'] })
@Index({ properties: ['remaining', 'id'] })
@Check({
  name: 'arrears_case_amounts',
  expression:
    'principal >= 0 and undisputed >= 0 and undisputed <= principal and paid >= 0 and paid <= principal and pending >= 0 and paid + pending <= principal and interest_paid >= 0 and remaining = principal - paid',
})
@Check({
  name: 'arrears_case_cleared',
  expression:
    "state not in ('CLEARED', 'CLOSED') or (remaining = 0 and pending = 0 and interest_settlement is not null)",
})
export class ArrearsCase extends Case {
  @Access(anyone)
  @Field(() => ArrearsState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => ArrearsState })
  state!: ArrearsState;

  @ManyToOne(() => PublicContract, { fieldName: 'contract_id', mapToPk: true })
  contractId!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'debtor_id', mapToPk: true })
  debtorId!: string;

  @Property({ type: 'text' })
  debtorUscc!: string;

  /** Code of the debtor where it is a department of this platform. */
  @ManyToOne(() => Department, { fieldName: 'debtor_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  debtorCode!: string | null;

  @ManyToOne(() => LegalEntity, { fieldName: 'creditor_id', mapToPk: true })
  creditorId!: string;

  @Property({ type: 'text' })
  creditorUscc!: string;

  /** Code of the department that finds dishonesty, once a finding was proposed. */
  @ManyToOne(() => Department, { fieldName: 'authority_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  authorityCode!: string | null;

  @Access(anyone)
  @Field(() => ArrearsSource, { description: 'By which way it came to be known. 线索来源' })
  @Enum({ items: () => ArrearsSource })
  source!: ArrearsSource;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Why it was not paid, as far as it is known. 拖欠原因' })
  @Property({ type: 'text', nullable: true })
  cause!: string | null;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'What is claimed, less what was found not to be owed. 拖欠本金' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  principal!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'The part on which both agree: it is paid meanwhile (art. 15). 无分歧金额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  undisputed!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'Principal that was paid and has come. 已清偿本金' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  paid!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, {
    description: 'Principal that is reported as paid; the creditor is to confirm. 待确认本金',
  })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  pending!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'Principal that is owed. 拖欠余额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  remaining!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'Interest that was paid and has come. 已付利息' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  interestPaid!: Money;

  @Access(anyone)
  @Field(() => InterestSettlement, { nullable: true, description: 'How the interest was settled. 利息处理' })
  @Enum({ items: () => InterestSettlement, nullable: true })
  interestSettlement!: InterestSettlement | null;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The first day on which something of it was due. 最早应付日期' })
  @Property({ type: 'date' })
  oldestDueOn!: string;

  @Access(anyone)
  @Field(() => ArrearsRung, { nullable: true, description: 'How far the measures have gone. 已采取的最高措施' })
  @Enum({ items: () => ArrearsRung, nullable: true })
  rung!: ArrearsRung | null;

  @Access(anyone)
  @Field(() => Boolean, {
    description: 'Whether the debtor owes anew after arrears of it were cleared. 是否边清边欠（前清后欠）',
  })
  @Property({ type: 'boolean' })
  owedAnew!: boolean;

  /** Day on which the administrators took it up: the time of handling counts from it. */
  @Property({ type: 'date', nullable: true })
  acceptedOn!: string | null;

  @Access(ofHandling)
  @Field(() => String, { nullable: true, description: 'Account of the administrator who handles it. 经办人账号' })
  @Property({ type: 'text', nullable: true })
  handler!: string | null;

  /** First instalment of the plan that is not covered yet. */
  @Property({ type: 'date', nullable: true })
  nextInstalmentOn!: string | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Number of the case before a court or arbitrators. 涉诉（仲裁）案号',
  })
  @Property({ type: 'text', nullable: true })
  courtNumber!: string | null;

  @Property({ type: 'date', nullable: true })
  courtSince!: string | null;

  @Property({ type: 'date', nullable: true })
  courtUntil!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was closed last. 最近销号日期' })
  @Property({ type: 'date', nullable: true })
  closedOn!: string | null;

  /** Id of the credit record of the finding. */
  @Property({ type: 'uuid', nullable: true })
  recordId!: string | null;
}
