import { Field, InputType } from 'type-graphql';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import type { Percent } from '../money/percent.js';

/** What the National Interbank Funding Center announced on a day. */
@InputType({ description: 'What the National Interbank Funding Center announced on a day. 贷款市场报价利率公告' })
export class DefineLoanPrimeRateInput {
  @Field(() => DateScalar, { description: 'The day of the announcement, from which the rate holds. 公布日' })
  from!: Day;

  @Field(() => String, {
    description: 'The one-year rate in percent, at most four decimals, such as "3.00". 一年期利率（%）',
  })
  percent!: Percent;

  @Field(() => String, { description: 'The announcement. 公告' })
  notice!: string;
}
