import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { attachmentsOf } from '../attachments/attachment.reads.js';
import { caseKey } from '../attachments/case-key.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { DishonestyMeasure, measuresOf } from '../dishonesty/dishonesty-measure.js';
import { CaseDocument } from '../documents/case-document.entity.js';
import { documentsOf } from '../documents/case-document.reads.js';
import { moneyOf } from '../money/fen.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { contractById, linesOfCase, payablesOfCase, paymentsOfCase } from '../procurement/ledger.reads.js';
import { Payable } from '../procurement/payable.entity.js';
import { Payment } from '../procurement/payment.entity.js';
import { PublicContract } from '../procurement/public-contract.entity.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { caseDeadline, resultDeadline, timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { Deadline } from '../workflow/deadline.js';
import { StepChoice } from '../workflow/step-choice.js';
import { ArrearsFilter } from './arrears.inputs.js';
import { arrearsCaseBy, arrearsCasesPage, plansOfCase } from './arrears.reads.js';
import { ArrearsOrder } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { leftOf } from './arrears-amounts.js';
import { ArrearsCase } from './arrears-case.entity.js';
import { arrearsChoices } from './arrears-choices.js';
import { ArrearsInterest, interestOfCase } from './arrears-interest.js';
import { arrearsKind } from './arrears-kind.js';
import { RepaymentPlan } from './repayment-plan.entity.js';

const ArrearsCaseConnection = connectionType('ArrearsCase', ArrearsCase);

const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.ARREARS_ADMIN, Role.SUPERVISOR));

/** Questions about arrears. */
@Resolver(() => ArrearsCase)
export class ArrearsResolver {
  @Access(readers)
  @Query(() => ArrearsCase, {
    nullable: true,
    description: 'A case of arrears by its number or id, if it exists for the viewer. 拖欠账款事项查询',
  })
  arrearsCase(
    @Arg('number', () => String, { description: 'Its number or its id. 编号或标识' }) number: string,
    @Ctx() context: Context,
  ): Promise<ArrearsCase | null> {
    return arrearsCaseBy(context, number);
  }

  @Access(readers)
  @Query(() => ArrearsCaseConnection, {
    description:
      'Cases of arrears: to the creditor and the debtor their own, to the administrators and the supervisor all. 拖欠账款台账',
  })
  arrearsCases(
    @Arg('filter', () => ArrearsFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: ArrearsFilter | null,
    @Arg('orderBy', () => ArrearsOrder, { defaultValue: ArrearsOrder.NEWEST, description: 'Its order. 排序' })
    order: ArrearsOrder,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ArrearsCase>> {
    return arrearsCasesPage(context, filter ?? {}, order, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'Who owes. 债务单位' })
  debtor(@Root() { debtorId }: ArrearsCase, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, debtorId);
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'Who is owed. 债权企业' })
  creditor(@Root() { creditorId }: ArrearsCase, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, creditorId);
  }

  @Access(anyone)
  @FieldResolver(() => PublicContract, { nullable: true, description: 'The contract. 合同' })
  contract(@Root() { contractId }: ArrearsCase, @Ctx() context: Context): Promise<PublicContract | null> {
    return context.load(contractById, contractId);
  }

  @Access(anyone)
  @FieldResolver(() => MoneyScalar, { description: 'The part on which the two do not agree. 有分歧金额' })
  disputed(@Root() one: ArrearsCase): Money {
    return moneyOf(leftOf(one).disputed);
  }

  @Access(anyone)
  @FieldResolver(() => [Payable], { description: 'What is claimed, what was due first in front. 应付款项' })
  payables(@Root() one: ArrearsCase, @Ctx() context: Context): Promise<Payable[]> {
    return context.load(payablesOfCase, one);
  }

  @Access(anyone)
  @FieldResolver(() => [Payment], { description: 'What was reported as paid, in order. 付款记录' })
  payments(@Root() one: ArrearsCase, @Ctx() context: Context): Promise<Payment[]> {
    return context.load(paymentsOfCase, one);
  }

  @Access(anyone)
  @FieldResolver(() => [RepaymentPlan], { description: 'Its repayment plans, in order. 还款计划' })
  plans(@Root() one: ArrearsCase, @Ctx() context: Context): Promise<RepaymentPlan[]> {
    return context.load(plansOfCase, one);
  }

  @Access(anyone)
  @FieldResolver(() => ArrearsInterest, { description: 'Interest for late payment, with its arithmetic. 逾期利息' })
  async interest(
    @Root() one: ArrearsCase,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'As of this day; not named: today. 截至日期' })
    asOf: Day | null,
    @Ctx() context: Context,
  ): Promise<ArrearsInterest> {
    const [contract, payables, lines] = await Promise.all([
      context.load(contractById, one.contractId),
      context.load(payablesOfCase, one),
      context.load(linesOfCase, one),
    ]);
    return interestOfCase(one, contract!, payables, lines, asOf ?? context.today);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when the next act is due. 办理期限' })
  deadline(@Root() one: ArrearsCase, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, arrearsKind, one);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: 'By when the parties must have the result in writing (Order 802, art. 25). 处理结果告知期限',
  })
  resultDeadline(@Root() one: ArrearsCase, @Ctx() context: Context): Deadline | null {
    return resultDeadline(arrearsKind, one, context);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() one: ArrearsCase, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, arrearsWorkflow, one);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  availableSteps(@Root() one: ArrearsCase, @Ctx() context: Context): Promise<StepChoice[]> {
    return arrearsChoices(context, one);
  }

  @Access(anyone)
  @FieldResolver(() => [Attachment], { description: 'Evidence that the parties filed. 证据材料' })
  attachments(@Root() { id }: ArrearsCase, @Ctx() context: Context): Promise<Attachment[]> {
    return context.load(attachmentsOf, caseKey(arrearsKind.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'What was issued: notices, orders, findings. 文书' })
  documents(@Root() { id }: ArrearsCase, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(arrearsKind.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The credit record of the finding, as it stands; null for whoever may not know of it. 失信记录',
  })
  async record(@Root() { recordId }: ArrearsCase, @Ctx() context: Context): Promise<RecordRow | null> {
    return recordId === null ? null : context.load(recordById, recordId);
  }

  @Access(anyone)
  @FieldResolver(() => [DishonestyMeasure], {
    description: 'The measures that the finding bears, in force as long as its record is. 失信惩戒措施',
  })
  async measures(@Root() { recordId }: ArrearsCase, @Ctx() context: Context): Promise<DishonestyMeasure[]> {
    return recordId === null ? [] : measuresOf(context, recordId);
  }
}

/** The arrears of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityArrearsResolver {
  @Access(
    only(
      ownEntity<EntityRow>(({ uscc }) => uscc),
      role(Role.ARREARS_ADMIN, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => ArrearsCaseConnection, {
    nullable: true,
    description: 'Its arrears, as creditor and as debtor, newest first. 拖欠账款',
  })
  arrears(
    @Root() { uscc }: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ArrearsCase>> {
    return arrearsCasesPage(context, {}, ArrearsOrder.NEWEST, { first: count, after: cursor }, { uscc });
  }
}

/** The arrears of a department, on the department. */
@Resolver(() => Department)
export class DepartmentArrearsResolver {
  @Access(
    only(
      {
        says: 'the department itself',
        holds: ({ department }, row) => department !== undefined && department === (row as Department).code,
      },
      role(Role.ARREARS_ADMIN, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => ArrearsCaseConnection, {
    nullable: true,
    description: 'What it owes to market entities, newest first. 拖欠账款',
  })
  arrears(
    @Root() { code }: Department,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ArrearsCase>> {
    return arrearsCasesPage(context, {}, ArrearsOrder.NEWEST, { first: count, after: cursor }, { department: code });
  }
}
