import type { Context } from '../context.js';
import { type Column, numberCell } from '../documents/table.js';
import { regions } from '../registry/registry.reads.js';
import type { ArrearsState } from './arrears.states.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { ofHandling } from './arrears-case.entity.js';
import { ageBucketOf } from './arrears-statistics.rules.js';

/** A case as the ledger of arrears 清欠台账 has it: amounts as of today, interest until today. */
export interface LedgerRow {
  readonly number: string;
  readonly source: string;
  readonly state: ArrearsState;
  readonly filedOn: string;
  readonly acceptedOn: string | null;
  readonly debtorName: string;
  readonly debtorUscc: string;
  readonly buyerKind: string;
  readonly regionCode: string | null;
  readonly creditorName: string;
  readonly creditorUscc: string;
  readonly supplierSize: string;
  readonly sector: string | null;
  readonly contractNumber: string;
  readonly contractName: string;
  readonly contractKind: string;
  readonly signedOn: string;
  readonly principal: string;
  readonly paid: string;
  readonly pending: string;
  readonly remaining: string;
  readonly undisputed: string;
  readonly disputed: string;
  readonly oldestDueOn: string;
  readonly ageDays: number;
  readonly cause: string | null;
  readonly courtNumber: string | null;
  readonly courtSince: string | null;
  readonly courtUntil: string | null;
  readonly interest: string;
  readonly interestPaid: string;
  readonly interestSettlement: string | null;
  readonly planState: string | null;
  readonly instalments: number | null;
  readonly nextInstalmentOn: string | null;
  readonly planBrokenOn: string | null;
  readonly rung: string | null;
  readonly owedAnew: boolean;
  readonly awaits: string | null;
  readonly dueOn: string | null;
  readonly resultDueOn: string | null;
  readonly handler: string | null;
  readonly closedOn: string | null;
}

/**
 * The columns of the ledger, as local notices on clearing arrears have them, as far as they are stored. Words of closed lists are
 * the codes of the API. Who handles a case is for the administrators and the supervisor, by the rule of the API.
 */
export function ledgerColumns(context: Context): readonly Column<LedgerRow>[] {
  const { language, reference } = context;
  const districts = reference(regions);
  const yes = { en: 'yes', zh: '是' }[language];
  return [
    { title: { en: 'Case', zh: '案号' }, cell: (row) => row.number },
    { title: { en: 'Source', zh: '来源' }, cell: (row) => row.source },
    { title: { en: 'State', zh: '状态' }, cell: (row) => row.state },
    { title: { en: 'What it means', zh: '状态说明' }, cell: (row) => arrearsWorkflow.states[row.state][language] },
    { title: { en: 'Filed', zh: '登记日期' }, cell: (row) => row.filedOn },
    { title: { en: 'Taken up', zh: '受理日期' }, cell: (row) => row.acceptedOn },
    { title: { en: 'Debtor', zh: '债务单位' }, cell: (row) => row.debtorName },
    { title: { en: "Debtor's code", zh: '债务单位统一社会信用代码' }, cell: (row) => row.debtorUscc },
    { title: { en: 'Kind of debtor', zh: '债务单位类别' }, cell: (row) => row.buyerKind },
    {
      title: { en: 'District', zh: '旗县区' },
      cell: ({ regionCode }) => (regionCode && districts.get(regionCode)?.name) ?? regionCode,
    },
    { title: { en: 'Creditor', zh: '债权企业' }, cell: (row) => row.creditorName },
    { title: { en: "Creditor's code", zh: '债权企业统一社会信用代码' }, cell: (row) => row.creditorUscc },
    { title: { en: "Creditor's size", zh: '债权企业规模类型' }, cell: (row) => row.supplierSize },
    { title: { en: "Creditor's section (GB/T 4754)", zh: '债权企业行业门类' }, cell: (row) => row.sector },
    { title: { en: 'Contract', zh: '合同编号' }, cell: (row) => row.contractNumber },
    { title: { en: 'Name of the contract', zh: '合同（项目）名称' }, cell: (row) => row.contractName },
    { title: { en: 'Kind of contract', zh: '合同类型' }, cell: (row) => row.contractKind },
    { title: { en: 'Signed', zh: '签订日期' }, cell: (row) => row.signedOn },
    { title: { en: 'Principal', zh: '拖欠本金（元）' }, cell: (row) => numberCell(row.principal) },
    { title: { en: 'Paid', zh: '已清偿（元）' }, cell: (row) => numberCell(row.paid) },
    { title: { en: 'To be confirmed', zh: '待确认（元）' }, cell: (row) => numberCell(row.pending) },
    { title: { en: 'Remaining', zh: '拖欠余额（元）' }, cell: (row) => numberCell(row.remaining) },
    { title: { en: 'Undisputed', zh: '无分歧金额（元）' }, cell: (row) => numberCell(row.undisputed) },
    { title: { en: 'Disputed', zh: '有分歧金额（元）' }, cell: (row) => numberCell(row.disputed) },
    { title: { en: 'First due', zh: '最早到期日' }, cell: (row) => row.oldestDueOn },
    { title: { en: 'Age, days', zh: '账龄（日）' }, cell: (row) => numberCell(row.ageDays) },
    { title: { en: 'Age', zh: '账龄分段' }, cell: (row) => ageBucketOf(row.ageDays).name[language] },
    { title: { en: 'Cause', zh: '拖欠原因' }, cell: (row) => row.cause },
    { title: { en: 'Case in court', zh: '涉诉案号' }, cell: (row) => row.courtNumber },
    { title: { en: 'In court since', zh: '涉诉起始日' }, cell: (row) => row.courtSince },
    { title: { en: 'In court until', zh: '涉诉结束日' }, cell: (row) => row.courtUntil },
    { title: { en: 'Interest accrued', zh: '应计逾期利息（元）' }, cell: (row) => numberCell(row.interest) },
    { title: { en: 'Interest paid', zh: '已付利息（元）' }, cell: (row) => numberCell(row.interestPaid) },
    { title: { en: 'Interest settled', zh: '利息处理' }, cell: (row) => row.interestSettlement },
    { title: { en: 'Repayment plan', zh: '还款计划' }, cell: (row) => row.planState },
    { title: { en: 'Instalments', zh: '分期数' }, cell: (row) => numberCell(row.instalments) },
    { title: { en: 'Next instalment', zh: '下期还款日' }, cell: (row) => row.nextInstalmentOn },
    { title: { en: 'Plan broken', zh: '计划违约日' }, cell: (row) => row.planBrokenOn },
    { title: { en: 'Measure', zh: '督促措施' }, cell: (row) => row.rung },
    { title: { en: 'Owed anew', zh: '边清边欠' }, cell: (row) => (row.owedAnew ? yes : null) },
    { title: { en: 'Waits for', zh: '待办方' }, cell: (row) => row.awaits },
    { title: { en: 'Due', zh: '办理期限' }, cell: (row) => row.dueOn },
    { title: { en: 'Result due', zh: '办结期限' }, cell: (row) => row.resultDueOn },
    {
      title: { en: 'Handler', zh: '经办人' },
      cell: (row) => (ofHandling.decide(context, row).state === 'SHOWN' ? row.handler : null),
    },
    { title: { en: 'Closed', zh: '销号日期' }, cell: (row) => row.closedOn },
  ];
}
