import { Field, InputType, Int } from 'type-graphql';
import { type Money, MoneyScalar } from '../money/money.js';
import { UsccScalar } from '../registry/uscc.scalar.js';

/** A line of an approved budget. */
@InputType({ description: 'A line of an approved budget. 预算项目登记' })
export class RegisterBudgetLineInput {
  @Field(() => UsccScalar, { description: 'Code of the body whose budget it is. 预算单位统一社会信用代码' })
  buyer!: string;

  @Field(() => Int, { description: 'Year of the budget. 预算年度' })
  year!: number;

  @Field(() => String, { description: 'Code of the line. 预算项目编码' })
  code!: string;

  @Field(() => String, { description: 'What it is for. 预算项目名称' })
  title!: string;

  @Field(() => MoneyScalar, { description: 'What was approved. 批准金额' })
  amount!: Money;
}
