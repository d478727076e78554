import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, type Condition, departmentOf, only, ownEntity, type Rule, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar } from '../calendar/scalars.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { UsccScalar } from '../registry/uscc.scalar.js';

/** By what arrears are counted. */
export enum ArrearsDimension {
  DEBTOR = 'DEBTOR',
  DISTRICT = 'DISTRICT',
  AGE = 'AGE',
  SECTOR = 'SECTOR',
  KIND = 'KIND',
  TOTAL = 'TOTAL',
}
registerEnumType(ArrearsDimension, {
  name: 'ArrearsDimension',
  description: 'By what arrears are counted. 统计维度',
  valuesConfig: {
    DEBTOR: { description: 'By who owes. 债务单位' },
    DISTRICT: { description: 'By district of who owes (GB/T 2260). 旗县区' },
    AGE: {
      description:
        'By age. A case stands where its oldest unpaid sum is, and one that is paid where it stood when the last payment came; a payment stands where the sum was when it was paid. 账龄',
    },
    SECTOR: { description: 'By section of GB/T 4754 of who is owed. 债权企业行业门类' },
    KIND: { description: 'By what was bought: goods, works or services. 合同类型' },
    TOTAL: { description: 'The whole city, in one row. 全市合计' },
  },
});

const ofMany: Condition = {
  says: 'anyone where no row of the dimension is of fewer than three debtors',
  holds: (_viewer, row) => (row as ArrearsStatistic).ofFew === false,
};

/**
 * What the public does not see of one debtor: how much of it is undisputed, what interest runs, what is before a court, plans
 * that it broke. Sums over many are open; over fewer than three, one would learn another's.
 */
export const ofDebtor: Rule = only(
  ofMany,
  role(Role.ARREARS_ADMIN, Role.SUPERVISOR),
  departmentOf<ArrearsStatistic>('the department that owes', ({ debtorCode }) => debtorCode),
  ownEntity<ArrearsStatistic>(({ debtor }) => debtor ?? ''),
);

/** Said of every field under that rule. */
const confidential =
  'Of fewer than three debtors to the one itself, the arrears administrators and the supervisor only.';

/** Arrears and payments of one debtor, district, age, sector or kind of contract, as of a day. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Arrears as of a day, by one value of the dimension. Of single debtors the public sees what is owed and how promptly they pay (State Council Order 802, art. 18); what is undisputed, interest, cases in court and broken plans only the debtor, the arrears administrators and the supervisor, also in sums where some row is of fewer than three debtors. 拖欠账款统计',
})
export class ArrearsStatistic {
  @Access(anyone)
  @Field(() => String, {
    description:
      'Code of debtor, district or section, key of the age, kind of contract; "-" where it is not known. 统计项代码',
  })
  readonly key!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Its name. 统计项名称' })
  readonly name!: string;

  @Access(anyone)
  @Field(() => UsccScalar, { nullable: true, description: 'Who owes, of rows by debtor. 债务单位代码' })
  readonly debtor!: string | null;

  /** Whether some row of the dimension is of one or two debtors. */
  readonly ofFew!: boolean;

  /** Code of the debtor where it is a department of this platform. */
  readonly debtorCode!: string | null;

  @Access(anyone)
  @Field(() => Int, { description: 'Cases in which money is owed, without those in court. 未清偿事项数（不含涉诉）' })
  readonly count!: number;

  @Access(ofDebtor)
  @Field(() => Int, {
    nullable: true,
    description: `Cases in which money is owed and that are before a court or arbitrators. ${confidential} 涉诉事项数`,
  })
  readonly inCourt!: number;

  @Access(anyone)
  @Field(() => MoneyScalar, {
    description: 'Principal that is overdue, with that of cases in court. 拖欠余额（含涉诉）',
  })
  readonly principal!: Money;

  @Access(ofDebtor)
  @Field(() => MoneyScalar, {
    nullable: true,
    description: `How much of it is before a court or arbitrators. ${confidential} 其中：涉诉余额`,
  })
  readonly principalInCourt!: Money;

  @Access(ofDebtor)
  @Field(() => MoneyScalar, {
    nullable: true,
    description: `How much of it is undisputed and so to be paid now (art. 15). ${confidential} 其中：无分歧余额`,
  })
  readonly undisputed!: Money;

  @Access(ofDebtor)
  @Field(() => MoneyScalar, {
    nullable: true,
    description: `Interest for late payment of these cases until the day, that day included, whether paid or not (art. 17). ${confidential} 应计逾期利息`,
  })
  readonly interest!: Money;

  @Access(ofDebtor)
  @Field(() => Int, {
    nullable: true,
    description: `Repayment plans that were broken by the day, of all cases. ${confidential} 违约还款计划数`,
  })
  readonly brokenPlans!: number;

  @Access(ofDebtor)
  @Field(() => Int, {
    nullable: true,
    description: `Cases in which money is owed again after arrears were cleared. ${confidential} 边清边欠事项数`,
  })
  readonly owedAnew!: number;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'Overdue principal of cases that was paid in the month. 本月清偿金额' })
  readonly clearedThisMonth!: Money;

  @Access(anyone)
  @Field(() => Int, { description: 'Cases whose last principal was paid in the month. 本月清偿事项数' })
  readonly casesClearedThisMonth!: number;

  @Access(anyone)
  @Field(() => MoneyScalar, {
    description: 'Paid in the year until the day, in time or late, with or without a case. 本年付款金额',
  })
  readonly paidThisYear!: Money;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description:
      'Days from the fact from which the period to pay counts until payment, on average by amount, of what was paid in the year; null: nothing was. 平均付款天数',
  })
  readonly averageDaysToPay!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Percent of it paid within 30 days. 30日内付款占比（%）' })
  readonly shareWithin30!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Percent of it paid after 31 to 60 days. 31至60日付款占比（%）' })
  readonly shareWithin60!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Percent of it paid later. 超过60日付款占比（%）' })
  readonly shareOver60!: string | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description:
      "Days between due day and payment, on average by amount, below zero when early: the measure of Italy's platform of public bodies' trade credits (PCC). 加权平均逾期天数",
  })
  readonly weightedDelay!: string | null;
}

/** Interest on all open cases. */
@ObjectType({
  simpleResolvers: true,
  description: 'Interest for late payment on all cases in which money is owed. 未清偿事项应计利息',
})
export class OpenInterest {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The last day that counts. 统计日' })
  readonly asOf!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'How many cases they are, those in court too. 事项数' })
  readonly cases!: number;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'Principal that is overdue in them. 拖欠余额' })
  readonly principal!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, {
    description: 'Interest until the day, each sum rounded once to the fen (Order 802, art. 17). 应计逾期利息',
  })
  readonly interest!: Money;
}
