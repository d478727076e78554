import type { Context } from '../context.js';
import { statement } from '../database/reads.js';
import { visibility, visible } from './arrears.reads.js';
import { interestInFen } from './arrears-sums.reads.js';
import type { LedgerRow } from './case-columns.js';

/** Rows fetched at once. */
const batch = 500;

// $1 to $3 what `visible` is asked with
const counted = statement<{ count: number }>(
  'arrearsLedgerCount',
  `select count(*)::int as count from arrears_case a where ${visible}`,
);

// $4 today, $5 id of the case before, $6 how many
const listed = statement<LedgerRow & { id: string }>(
  'arrearsLedger',
  `select a.id, a.number, a.source, a.state, a.filed_on as "filedOn", a.accepted_on as "acceptedOn",
     d.name as "debtorName", a.debtor_uscc as "debtorUscc", c.buyer_kind as "buyerKind", c.region_code as "regionCode",
     k.name as "creditorName", a.creditor_uscc as "creditorUscc", c.supplier_size as "supplierSize", c.sector,
     c.number as "contractNumber", c.name as "contractName", c.kind as "contractKind", c.signed_on as "signedOn",
     a.principal, a.paid, a.pending, a.remaining, a.undisputed, a.principal - a.undisputed as disputed,
     a.oldest_due_on as "oldestDueOn", greatest($4::date - a.oldest_due_on, 0) as "ageDays", a.cause,
     a.court_number as "courtNumber", a.court_since as "courtSince", a.court_until as "courtUntil",
     coalesce(0.01 * i.interest, 0)::numeric(30,2) as interest, a.interest_paid as "interestPaid",
     a.interest_settlement as "interestSettlement", r.state as "planState", r.instalments,
     a.next_instalment_on as "nextInstalmentOn", r.broken_on as "planBrokenOn", a.rung, a.owed_anew as "owedAnew",
     a.awaits, a.due_on as "dueOn", a.result_due_on as "resultDueOn", a.handler, a.closed_on as "closedOn"
   from (select * from arrears_case a where ${visible} and a.id > $5::uuid order by a.id limit $6) a
   join public_contract c on c.id = a.contract_id
   join legal_entity d on d.id = a.debtor_id
   join legal_entity k on k.id = a.creditor_id
   left join lateral (
     select r.state, jsonb_array_length(r.instalments) as instalments, r.broken_on
     from repayment_plan r where r.case_id = a.id order by r.serial desc limit 1
   ) r on true
   left join lateral (
     select sum(${interestInFen}) as interest
     from payable p cross join lateral (
       select coalesce(sum(l.amount * ($4::date - greatest(l.effective_on, l.due_on))), 0) as product
       from ledger_entry l
       where l.payable_id = p.id and l.kind <> 'UNDISPUTED' and l.effective_on <= $4::date and l.due_on < $4::date
     ) o where p.case_id = a.id
   ) i on true
   order by a.id`,
);

/** How many cases exist for the viewer. */
export const ledgerLength = async (context: Context): Promise<number> =>
  (await context.reads.row(counted, visibility(context)))!.count;

/**
 * All of them, in batches, in order of registration. Their two sides are named in them, and who may know of a case knows its
 * sides: no budget is charged.
 */
export async function* ledgerRows(context: Context): AsyncGenerator<LedgerRow[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await context.reads.rows(listed, [...visibility(context), context.today, after, batch]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}
