import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import { announcesChanges } from '../database/announce.js';
import { programMay } from '../database/rights.js';
import type { Percent } from '../money/percent.js';

/**
 * The one-year loan prime rate (LPR, 贷款市场报价利率) from a day on, until another one is announced. What is agreed of interest
 * on late payments may be no less than it is at signing (State Council Order 802, art. 17).
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'The one-year loan prime rate from a day on: the least interest that may be agreed on late payments (Order 802, art. 17). 一年期贷款市场报价利率',
})
@announcesChanges
@programMay({ update: true })
@Entity()
export class LoanPrimeRate {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day of its announcement, from which it holds. 公布日' })
  @PrimaryKey({ type: 'date' })
  from!: Day;

  @Access(anyone)
  @Field(() => String, { description: 'The rate in percent a year, with four decimals: "3.0000". 利率（年，%）' })
  @Property({ type: 'string', columnType: 'numeric(6,4)' })
  percent!: Percent;

  @Access(anyone)
  @Field(() => String, { description: 'The announcement that says so. 公告' })
  @Property({ type: 'text' })
  notice!: string;
}
