import type { Context } from '../context.js';
import { type Cell, type Column, numberCell } from '../documents/table.js';
import { type ArrearsStatistic, ofDebtor } from './arrears-statistics.js';

/** The columns of a file of statistics; what the viewer may not see of a row is left empty in it, by the rule of the API. */
export function statisticColumns(context: Context): readonly Column<ArrearsStatistic>[] {
  const number = (value: (row: ArrearsStatistic) => string | number | null) => (row: ArrearsStatistic) =>
    numberCell(value(row));
  const guarded =
    (value: (row: ArrearsStatistic) => string | number) =>
    (row: ArrearsStatistic): Cell =>
      ofDebtor.decide(context, row).state === 'SHOWN' ? numberCell(value(row)) : null;
  return [
    { title: { en: 'Code', zh: '统计项代码' }, cell: ({ key }) => key },
    { title: { en: 'Name', zh: '统计项名称' }, cell: ({ name }) => name },
    { title: { en: 'Cases, not in court', zh: '未清偿事项数（不含涉诉）' }, cell: number((row) => row.count) },
    { title: { en: 'Cases in court', zh: '涉诉事项数' }, cell: guarded((row) => row.inCourt) },
    { title: { en: 'Overdue principal', zh: '拖欠余额（元）' }, cell: number((row) => row.principal) },
    { title: { en: 'of it in court', zh: '其中：涉诉余额（元）' }, cell: guarded((row) => row.principalInCourt) },
    { title: { en: 'of it undisputed', zh: '其中：无分歧余额（元）' }, cell: guarded((row) => row.undisputed) },
    { title: { en: 'Interest accrued', zh: '应计逾期利息（元）' }, cell: guarded((row) => row.interest) },
    { title: { en: 'Broken plans', zh: '违约还款计划数' }, cell: guarded((row) => row.brokenPlans) },
    { title: { en: 'Owed anew', zh: '边清边欠事项数' }, cell: guarded((row) => row.owedAnew) },
    { title: { en: 'Cleared this month', zh: '本月清偿金额（元）' }, cell: number((row) => row.clearedThisMonth) },
    {
      title: { en: 'Cases cleared this month', zh: '本月清偿事项数' },
      cell: number((row) => row.casesClearedThisMonth),
    },
    { title: { en: 'Paid this year', zh: '本年付款金额（元）' }, cell: number((row) => row.paidThisYear) },
    { title: { en: 'Average days to pay', zh: '平均付款天数' }, cell: number((row) => row.averageDaysToPay) },
    { title: { en: '% within 30 days', zh: '30日内付款占比（%）' }, cell: number((row) => row.shareWithin30) },
    { title: { en: '% in 31 to 60 days', zh: '31至60日付款占比（%）' }, cell: number((row) => row.shareWithin60) },
    { title: { en: '% later', zh: '超过60日付款占比（%）' }, cell: number((row) => row.shareOver60) },
    { title: { en: 'Weighted delay, days', zh: '加权平均逾期天数' }, cell: number((row) => row.weightedDelay) },
  ];
}
