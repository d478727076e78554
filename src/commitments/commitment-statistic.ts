import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, type Condition, departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { Department } from '../departments/department.entity.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { BenefitKind } from './commitment.words.js';

const ofMany: Condition = {
  says: 'anyone where no row is of fewer than three beneficiaries',
  holds: (_viewer, row) => (row as CommitmentStatistic).ofFew === false,
};

/** Amounts of one or two beneficiaries would tell what a single one was promised: that is for those who watch over it. */
const ofAmounts = only(
  ofMany,
  role(Role.ARREARS_ADMIN, Role.CREDIT_CENTRE, Role.SUPERVISOR),
  departmentOf<CommitmentStatistic>('the department that owns them', ({ department }) => department?.code ?? null),
);

/** How promises are kept, of a department or of a kind: numbers that anybody may know, and sums over at least three beneficiaries. */
@ObjectType({
  simpleResolvers: true,
  description: 'How valid promises are kept, of a department or a kind. 政策兑现统计',
})
export class CommitmentStatistic {
  @Access(anyone)
  @Field(() => Department, { nullable: true, description: 'The department that owns them now. 责任部门' })
  readonly department!: Department | null;

  @Access(anyone)
  @Field(() => BenefitKind, { nullable: true, description: 'Kind of the benefit. 事项类别' })
  readonly kind!: BenefitKind | null;

  @Access(anyone)
  @Field(() => Int, { description: 'Promises that were found valid. 有效承诺数' })
  readonly count!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Of these, kept as the beneficiary confirmed. 已兑现数' })
  readonly fulfilled!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Of these, kept by their day. 按期兑现数' })
  readonly onTime!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Not kept although their day has passed. 逾期未兑现数' })
  readonly overdue!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Of which default was found, also if kept since. 认定失信数' })
  readonly defaulted!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Changed by law, with compensation. 依法变更数' })
  readonly lawfullyChanged!: number;

  /** Whether some row is of one or two beneficiaries. */
  readonly ofFew!: boolean;

  @Access(ofAmounts)
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'Amount promised in all; of few beneficiaries for those who watch over it only. 承诺金额',
  })
  readonly amountPromised!: Money;

  @Access(ofAmounts)
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'Amount paid in all; of few beneficiaries for those who watch over it only. 已兑现金额',
  })
  readonly amountFulfilled!: Money;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description:
      'Kept, of those that were kept or had to be by then, changed ones aside, such as "66.6%"; null: there are none. 兑现率',
  })
  readonly fulfilmentRate!: string | null;
}
