import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import { fenOf, moneyOf } from '../money/fen.js';
import { type Money, MoneyScalar } from '../money/money.js';
import type { LedgerEntry } from '../procurement/ledger-entry.entity.js';
import { Payable } from '../procurement/payable.entity.js';
import type { PublicContract } from '../procurement/public-contract.entity.js';
import { RateKind } from '../procurement/rate.words.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import { interestOfPayable } from './arrears-step.service.js';

/** Days on which the same was owed. */
@ObjectType({ simpleResolvers: true, description: 'Days on which the same principal was owed. 计息区间' })
export class ArrearsInterestLine {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The first day that counts. 起' })
  readonly from!: Day;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The last day that counts. 止' })
  readonly until!: Day;

  @Access(anyone)
  @Field(() => Int, { description: 'Calendar days. 天数' })
  readonly days!: number;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'Principal that was owed. 计息本金' })
  readonly balance!: Money;

  @Access(anyone)
  @Field(() => String, {
    description: 'Interest of these days with six decimals, for information: the sum is rounded once. 区间利息（参考）',
  })
  readonly interest!: string;
}

/** Interest on one sum, line by line. */
@ObjectType({ simpleResolvers: true, description: 'Interest on one payable, line by line. 分项利息' })
export class PayableInterest {
  @Access(anyone)
  @Field(() => Payable, { description: 'The sum that was payable. 应付款项' })
  readonly payable!: Payable;

  @Access(anyone)
  @Field(() => [ArrearsInterestLine], { description: 'The arithmetic. 计算过程' })
  readonly lines!: readonly ArrearsInterestLine[];

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'The exact sum, rounded once, half up, to the fen. 利息' })
  readonly amount!: Money;
}

/** Interest for late payment of a case as of a day. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Interest for late payment as of a day: the agreed rate, no less than the one-year prime rate at signing, or 0.05 % a day; calendar days from the day after the due day; never on interest (Order 802, art. 17). What is dismissed takes its interest with it. 逾期利息',
})
export class ArrearsInterest {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The last day that counts. 截至日期' })
  readonly asOf!: Day;

  @Access(anyone)
  @Field(() => RateKind, { description: 'Which rate holds. 利率适用' })
  readonly rateKind!: RateKind;

  @Access(anyone)
  @Field(() => String, { description: 'The rate in words. 利率' })
  readonly rate!: string;

  @Access(anyone)
  @Field(() => [PayableInterest], { description: 'What it is made of. 分项' })
  readonly payables!: readonly PayableInterest[];

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'All of it. 利息合计' })
  readonly amount!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'Less what was paid and has come. 未付利息' })
  readonly owed!: Money;
}

/** The interest of a case as of a day. */
export function interestOfCase(
  { interestPaid }: Pick<ArrearsCase, 'interestPaid'>,
  contract: PublicContract,
  payables: readonly Payable[],
  lines: readonly LedgerEntry[],
  asOf: Day,
): ArrearsInterest {
  const parts = payables.map((payable) => ({ payable, ...interestOfPayable(contract, payable, lines, asOf) }));
  const sum = parts.reduce((total, { interest }) => total + interest, 0n);
  return {
    asOf,
    rateKind: contract.rateKind,
    rate: rateInWords(contract),
    payables: parts.map(({ payable, lines: stretches, interest }) => ({
      payable,
      // on days on which nothing is owed nothing runs
      lines: stretches
        .filter(({ balance }) => balance > 0n)
        .map(({ balance, ...line }) => ({ ...line, balance: moneyOf(balance) })),
      amount: moneyOf(interest),
    })),
    amount: moneyOf(sum),
    // a payment that is of an earlier day than it was reported on may leave less interest than was paid
    owed: moneyOf(sum > fenOf(interestPaid) ? sum - fenOf(interestPaid) : 0n),
  };
}

const rateInWords = ({ annualRate, dayCount }: PublicContract): string =>
  annualRate === null
    ? '0.05 % a day 日万分之五'
    : `${annualRate} % a year ÷ ${dayCount} 年利率${annualRate}%÷${dayCount}`;
