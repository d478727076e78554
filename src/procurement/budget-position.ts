import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { BudgetLine } from './budget-line.entity.js';

/** A line of a budget, and how far it is committed. */
@ObjectType({ simpleResolvers: true, description: 'A line of a budget, and how far it is committed. 预算执行情况' })
export class BudgetPosition {
  @Access(anyone)
  @Field(() => BudgetLine, { description: 'The line. 预算项目' })
  readonly line!: BudgetLine;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'What all contracts on it are worth. 已签合同金额' })
  readonly committed!: Money;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'By how much that is more than was approved. 超预算金额' })
  readonly overrun!: Money;
}
