import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { ArrearsDimension, ArrearsStatistic, OpenInterest } from './arrears-statistics.js';
import { arrearsStatistics, interestOfOpenCases } from './arrears-statistics.reads.js';

const asOfDay = {
  nullable: true,
  description:
    'The day as of which is asked, with what is known today; today by default, none to come. 统计日（默认今日）',
};

/** Sums over arrears. */
@Resolver(() => ArrearsStatistic)
export class ArrearsStatisticsResolver {
  @Access(anyone)
  @Query(() => [ArrearsStatistic], {
    description:
      'Arrears and promptness of payment as of a day, most owed first; claims that nobody has taken up yet do not count. Sums are open to anyone; what a single debtor does not have to publish is withheld where a row is of fewer than three. 拖欠账款统计',
  })
  arrearsStatistics(
    @Arg('by', () => ArrearsDimension, { description: 'By what it is counted. 统计维度' }) by: ArrearsDimension,
    @Arg('asOf', () => DateScalar, asOfDay) asOf: Day | null,
    @Ctx() context: Context,
  ): Promise<ArrearsStatistic[]> {
    return arrearsStatistics(context, by, asOf);
  }

  @Access(only(role(Role.ARREARS_ADMIN, Role.SUPERVISOR)))
  @Query(() => OpenInterest, {
    description: 'Interest for late payment on all cases in which money is owed, as of a day. 未清偿事项应计利息合计',
  })
  interestOfOpenCases(
    @Arg('asOf', () => DateScalar, asOfDay) asOf: Day | null,
    @Ctx() context: Context,
  ): Promise<OpenInterest> {
    return interestOfOpenCases(context, asOf);
  }
}
