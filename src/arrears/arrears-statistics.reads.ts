import { dayAsked } from '../calendar/as-of.js';
import type { Day } from '../calendar/day.js';
import type { Context } from '../context.js';
import type { Text } from '../messages/language.js';
import { departmentOf } from '../procurement/public-contract.service.js';
import { industries, regions } from '../registry/registry.reads.js';
import { ArrearsDimension, type ArrearsStatistic, type OpenInterest } from './arrears-statistics.js';
import { ageBuckets, monthOf, performanceOf, yearOf } from './arrears-statistics.rules.js';
import { arrearsStatisticsOf, interestOfAllCases, type StatisticSums } from './arrears-sums.reads.js';

const unknown: Text = { en: 'not known', zh: '未填' };
const kinds: Readonly<Record<string, Text>> = {
  GOODS: { en: 'Goods', zh: '货物' },
  WORKS: { en: 'Works', zh: '工程' },
  SERVICES: { en: 'Services', zh: '服务' },
};
const total: Text = { en: 'The whole city', zh: '全市合计' };

/**
 * Arrears and payments by a dimension, as of a day, in one statement. They are sums and the names of bodies that are bound to
 * publish what they owe (Order 802, art. 18): no budget is charged.
 */
export async function arrearsStatistics(
  context: Context,
  by: ArrearsDimension,
  asOf: Day | null | undefined,
): Promise<ArrearsStatistic[]> {
  const day = dayAsked(context, asOf);
  const sums = await context.reads.rows(arrearsStatisticsOf[by], [day, monthOf(day), yearOf(day)]);
  const name = nameIn(context, by);
  // were only the small rows withheld, the others subtracted from the total would show them
  const ofFew = sums.some((row) => row.ofFew);
  const rows = sums.map((row) => ({ ...statisticOf(context, by, row, name(row)), ofFew }));
  return by === ArrearsDimension.AGE ? rows.sort((a, b) => placeOf(a) - placeOf(b)) : rows;
}

const placeOf = ({ key }: ArrearsStatistic): number => ageBuckets.findIndex((bucket) => bucket.key === key);

function statisticOf(context: Context, by: ArrearsDimension, sums: StatisticSums, name: string): ArrearsStatistic {
  const { paid, paidDays: _, delayDays: __, within30: ___, within60: ____, ...row } = sums;
  const debtor = by === ArrearsDimension.DEBTOR ? sums.key : null;
  return {
    ...row,
    ...performanceOf(sums),
    name,
    debtor,
    debtorCode: debtor && departmentOf(context, debtor),
    paidThisYear: paid,
  };
}

/** What the keys of a dimension are called, in the viewer's language. */
function nameIn(context: Context, by: ArrearsDimension): (row: StatisticSums) => string {
  const { language } = context;
  const named: Readonly<Record<ArrearsDimension, (row: StatisticSums) => string | null | undefined>> = {
    DEBTOR: ({ name }) => name,
    DISTRICT: ({ key }) => context.reference(regions).get(key)?.name,
    AGE: ({ key }) => ageBuckets.find((bucket) => bucket.key === key)?.name[language],
    SECTOR: ({ key }) => context.reference(industries).get(key)?.name,
    KIND: ({ key }) => kinds[key]?.[language],
    TOTAL: () => total[language],
  };
  return (row) => named[by](row) ?? (row.key === '-' ? unknown[language] : row.key);
}

/** Interest of all cases in which money is owed, as of a day, in one statement. */
export async function interestOfOpenCases(context: Context, asOf: Day | null | undefined): Promise<OpenInterest> {
  const day = dayAsked(context, asOf);
  return { asOf: day, ...(await context.reads.row(interestOfAllCases, [day]))! };
}
