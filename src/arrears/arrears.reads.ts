import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { CaseThen } from '../procurement/ledger.reads.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { ArrearsFilter } from './arrears.inputs.js';
import { knowsAll } from './arrears.rules.js';
import { ArrearsOrder } from './arrears.words.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import type { RepaymentPlan } from './repayment-plan.entity.js';

const shown = columns<ArrearsCase>('a', [
  ...caseColumns,
  ...(['state', 'contractId', 'debtorId', 'debtorUscc', 'debtorCode', 'creditorId', 'creditorUscc'] as const),
  ...(['authorityCode', 'source', 'cause', 'principal', 'undisputed', 'paid', 'pending', 'remaining'] as const),
  ...(['interestPaid', 'interestSettlement', 'oldestDueOn', 'rung', 'owedAnew', 'acceptedOn', 'handler'] as const),
  ...(['nextInstalmentOn', 'courtNumber', 'courtSince', 'courtUntil', 'closedOn', 'recordId'] as const),
]);

/** Whether the case `a` exists for somebody: for a department, or an entity by its code, that is a party to it. */
export const arrearsKnownTo = (department: string, uscc: string): string =>
  `(a.debtor_code = ${department} or a.authority_code = ${department} or a.creditor_uscc = ${uscc} or a.debtor_uscc = ${uscc})`;

/** Whether a case exists for the viewer; it stands in every statement. $1 whether it knows of all, $2 its department, $3 its code. */
export const visible = `($1::boolean or ${arrearsKnownTo('$2::text', '$3::text')})`;

/** What `visible` is asked with. */
export const visibility = ({ viewer }: Pick<Context, 'viewer'>): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

const byId = statement<ArrearsCase>(
  'arrearsCaseBy',
  `select ${shown} from arrears_case a where (a.id = $4::uuid or a.number = $5::text) and ${visible}`,
);

// $4 state, $5 debtor, $6 creditor, $7 district, $8 kind, $9 source, $10 rung, $11 whom it must await, $12 late only, $13 today,
// $14 owed anew only, $15 owed at least, $16 code of an entity on either side, $17 code of the department that owes
const filtered = `${visible} and ($4::text is null or a.state = $4) and ($5::text is null or a.debtor_uscc = $5)
  and ($6::text is null or a.creditor_uscc = $6)
  and (($7::text is null and $8::text is null) or exists (select from public_contract c where c.id = a.contract_id
    and ($7 is null or starts_with(c.region_code, $7)) and ($8 is null or c.kind = $8)))
  and ($9::text is null or a.source = $9) and ($10::text is null or a.rung = $10)
  and ($11::text is null or a.awaits = $11) and (not $12::boolean or a.due_on < $13::date or a.result_due_on < $13::date)
  and (not $14::boolean or a.owed_anew) and ($15::numeric is null or a.remaining >= $15)
  and ($16::text is null or a.creditor_uscc = $16 or a.debtor_uscc = $16) and ($17::text is null or a.debtor_code = $17)`;

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const first = '00000000-0000-0000-0000-000000000000';

/** The orders of the list: what it is sorted by, from where it begins, and the keys of a row. */
const orders = {
  NEWEST: {
    after: '(a.id) < ($18::uuid)',
    by: 'a.id desc',
    start: [last],
    keys: ({ id }: ArrearsCase) => [id],
  },
  MOST_OWED: {
    after: '(a.remaining, a.id) < ($18::numeric, $19::uuid)',
    by: 'a.remaining desc, a.id desc',
    start: ['Infinity', last],
    keys: ({ remaining, id }: ArrearsCase) => [remaining, id],
  },
  OLDEST_DUE: {
    after: '(a.oldest_due_on, a.id) > ($18::date, $19::uuid)',
    by: 'a.oldest_due_on, a.id',
    start: ['-infinity', first],
    keys: ({ oldestDueOn, id }: ArrearsCase) => [oldestDueOn, id],
  },
} as const;

const listed = (order: ArrearsOrder) => {
  const { after, by, start } = orders[order];
  return statement<ArrearsCase>(
    `arrearsCasesListed${order}`,
    `select ${shown} from arrears_case a where ${filtered} and ${after} order by ${by} limit $${18 + start.length}`,
  );
};
const lists = {
  NEWEST: listed(ArrearsOrder.NEWEST),
  MOST_OWED: listed(ArrearsOrder.MOST_OWED),
  OLDEST_DUE: listed(ArrearsOrder.OLDEST_DUE),
};

const listedCount = statement<{ count: number }>(
  'arrearsCasesListedCount',
  `select count(*)::int as count from arrears_case a where ${filtered}`,
);

/** A case by its number or id, if it exists for the viewer. */
export async function arrearsCaseBy(context: Context, idOrNumber: string): Promise<ArrearsCase | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
}

const byIds = statement<ArrearsCase>(
  'arrearsCasesById',
  `select ${shown} from arrears_case a where a.id = any(${asGiven('$4::uuid[]')}) and ${visible}`,
);

/** Cases by their ids, as far as they exist for the viewer. */
export const arrearsCaseById = batch<Context, string, ArrearsCase | null>(async (context, ids) =>
  inOrder(ids, await context.reads.rows(byIds, [...visibility(context), ids]), ({ id }) => id),
);

/** Whose cases a list is of, where it stands on an entity or a department. */
export interface OfWhom {
  /** Code of an entity, on either side. */
  readonly uscc?: string;
  /** Code of the department that owes. */
  readonly department?: string;
}

/** The cases that exist for the viewer, in an order. */
export async function arrearsCasesPage(
  context: Context,
  filter: ArrearsFilter,
  order: ArrearsOrder,
  request: PageRequest,
  { uscc, department }: OfWhom = {},
): Promise<Connection<ArrearsCase>> {
  const page = pageOf(request, 'arrearsCases', order, filter, uscc, department);
  const asked = [
    ...visibility(context),
    ...[filter.state ?? null, filter.debtor ?? null, filter.creditor ?? null, filter.district ?? null],
    ...[filter.kind ?? null, filter.source ?? null, filter.rung ?? null],
    ...[filter.awaitingMe ? (addressee(context.viewer) ?? '-') : null, filter.overdue ?? false, context.today],
    ...[filter.owedAnew ?? false, filter.owedAtLeast ?? null, uscc ?? null, department ?? null],
  ];
  const { start, keys } = orders[order];
  const rows = await context.reads.rows(lists[order], [...asked, ...(page.after ?? start), page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, keys, count);
}

const plans = statement<RepaymentPlan>(
  'plansOfCases',
  `select ${columns<RepaymentPlan>('p', ['id', 'caseId', 'serial', 'state', 'instalments', 'paidBefore', 'proposedAt', 'decidedAt', 'reason', 'brokenOn'])}
   from repayment_plan p where p.case_id = any(${asGiven('$1::uuid[]')}) order by p.serial`,
);

/** The repayment plans of a case, in order; a deed on the case makes them be read anew. */
export const plansOfCase = batch<Context, CaseThen, RepaymentPlan[]>(
  async ({ reads }, cases) => {
    const rows = Map.groupBy(await reads.rows(plans, [cases.map(({ id }) => id)]), ({ caseId }) => caseId);
    return cases.map(({ id }) => rows.get(id) ?? []);
  },
  ({ id, history }) => `${id} ${history.length}`,
);
