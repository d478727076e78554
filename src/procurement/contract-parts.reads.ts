import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { Money } from '../money/money.js';
import { remainingSql } from './balance.js';
import type { BudgetLine } from './budget-line.entity.js';
import type { BudgetPosition } from './budget-position.js';
import type { PaymentWarningFilter } from './contract.inputs.js';
import { committedSql, contractVisibility, contractVisible } from './contract.reads.js';
import type { ContractFlag } from './flag.words.js';
import { type FlagFacts, flagsOf } from './flags.rules.js';
import { payableColumns, paymentColumns } from './ledger.reads.js';
import type { Payable } from './payable.entity.js';
import type { Payment } from './payment.entity.js';
import type { PaymentWarning } from './payment-warning.entity.js';

// What belongs to contracts that were found already.

const payables = statement<Payable>(
  'payablesOfContracts',
  `select ${payableColumns('p')} from payable p where p.contract_id = any(${asGiven('$1::uuid[]')}) order by p.position`,
);

const payablesByIds = statement<Payable>(
  'payablesByIds',
  `select ${payableColumns('p')} from payable p where p.id = any(${asGiven('$1::uuid[]')})`,
);

const remaining = statement<{ id: string; remaining: Money }>(
  'payablesRemaining',
  `select p.id, ${remainingSql}::numeric(20,2) as remaining from payable p where p.id = any(${asGiven('$1::uuid[]')})`,
);

/** What contracts make payable, in order. */
export const payablesOf = batch<Context, string, Payable[]>(async ({ reads }, ids) => {
  const rows = Map.groupBy(await reads.rows(payables, [ids]), ({ contractId }) => contractId);
  return ids.map((id) => rows.get(id) ?? []);
});

/** A sum, whoever asks. */
export const payableById = batch<Context, string, Payable | null>(async ({ reads }, ids) =>
  inOrder(ids, await reads.rows(payablesByIds, [ids]), ({ id }) => id),
);

/** What is neither paid nor reported as paid of sums. */
export const remainingOfPayable = batch<Context, string, Money>(async ({ reads }, ids) => {
  const rows = new Map((await reads.rows(remaining, [ids])).map((row) => [row.id, row.remaining]));
  return ids.map((id) => rows.get(id) ?? '0.00');
});

const flagFacts = statement<
  Omit<FlagFacts, 'line'> & { id: string; lineAmount: Money | null; committed: Money | null }
>(
  'contractFlagFacts',
  `select c.id, c.buyer_kind as "buyerKind", b.amount as "lineAmount",
     case when b.id is null then null else ${committedSql} end as committed,
     coalesce(bool_or(p.back_to_back), false) as "backToBack", max(p.agreed_days) as "agreedDays"
   from public_contract c left join budget_line b on b.id = c.budget_line_id left join payable p on p.contract_id = c.id
   where c.id = any(${asGiven('$1::uuid[]')}) group by c.id, b.id`,
);

/** What is to be looked at in contracts. */
export const flagsOfContract = batch<Context, string, ContractFlag[]>(async ({ reads }, ids) => {
  const rows = new Map((await reads.rows(flagFacts, [ids])).map((row) => [row.id, row]));
  return ids.map((id) => {
    const { lineAmount, committed, ...facts } = rows.get(id)!;
    const line = lineAmount === null || committed === null ? null : { amount: lineAmount, committed };
    return flagsOf({ ...facts, line });
  });
});

const lines = statement<BudgetLine & Pick<BudgetPosition, 'committed' | 'overrun'>>(
  'budgetPositions',
  `select l.*, greatest(l.committed - l.amount, 0.00) as overrun from (
     select ${columns<BudgetLine>('b', ['id', 'year', 'code', 'title', 'amount', 'registeredAt'])},
       coalesce((select sum(c.amount) from public_contract c where c.budget_line_id = b.id), 0.00) as committed
     from budget_line b where b.id = any(${asGiven('$1::uuid[]')})) l`,
);

/** Lines of budgets, and how far they are committed. */
export const budgetPositionOf = batch<Context, string, BudgetPosition | null>(async ({ reads }, ids) => {
  const rows = await reads.rows(lines, [ids]);
  const positions = rows.map(({ committed, overrun, ...line }) => ({ line, committed, overrun }));
  return inOrder(ids, positions, ({ line }) => line.id);
});

const payments = statement<Payment>(
  'paymentsOfContract',
  `select ${paymentColumns('y')}
   from payment y where y.contract_id = $1::uuid and y.id < $2::uuid order by y.id desc limit $3`,
);

const paymentCount = statement<{ count: number }>(
  'paymentsOfContractCount',
  'select count(*)::int as count from payment y where y.contract_id = $1::uuid',
);

const start = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The payments under a contract, newest first. */
export async function paymentsPage(
  context: Context,
  contractId: string,
  request: PageRequest,
): Promise<Connection<Payment>> {
  const page = pageOf(request, 'payments', contractId);
  const rows = await context.reads.rows(payments, [contractId, page.after?.[0] ?? start, page.first + 1]);
  const count = async () => (await context.reads.row(paymentCount, [contractId]))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

// $4 warned from, $5 until
const warned = `from payment_warning w join public_contract c on c.id = w.contract_id
  where ${contractVisible} and ($4::date is null or w.warned_on >= $4) and ($5::date is null or w.warned_on <= $5)`;

const warnings = statement<PaymentWarning>(
  'paymentWarningsListed',
  `select ${columns<PaymentWarning>('w', ['id', 'payableId', 'contractId', 'warnedOn', 'lastDay', 'amount', 'to'])}
   ${warned} and w.id < $6::uuid order by w.id desc limit $7`,
);

const warningCount = statement<{ count: number }>('paymentWarningsCount', `select count(*)::int as count ${warned}`);

/** The warnings about contracts that exist for the viewer, newest first. */
export async function paymentWarningsPage(
  context: Context,
  { warnedFrom = null, warnedUntil = null }: PaymentWarningFilter,
  request: PageRequest,
): Promise<Connection<PaymentWarning>> {
  const page = pageOf(request, 'paymentWarnings', warnedFrom, warnedUntil);
  const asked = [...contractVisibility(context), warnedFrom, warnedUntil];
  const rows = await context.reads.rows(warnings, [...asked, page.after?.[0] ?? start, page.first + 1]);
  const count = async () => (await context.reads.row(warningCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}
