import type pg from 'pg';
import { loadConfig } from '../../src/config.js';
import { openPlatform } from '../../src/platform.js';
import { administer, type Database } from './database.js';

/** Payments of each payable. */
export const paymentsEach = 10;

/** The day until which payments have come. */
export const lastDay = '2026-11-24';

/** An id that sorts by its number, as the program's own do by their time. */
const id = (prefix: string, number: string): string =>
  `('${prefix}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** A code that looks like one; none of these bodies exists. */
const code = (prefix: string, number: string): string => `'${prefix}' || lpad((${number})::text, 12, '0')`;

const buyers = 300;
const suppliers = 5_000;

/**
 * Statements that fill the tables, in order: contracts with one payable and one case each, of which a third is paid in full, some
 * are disputed, in court or have broken plans. $1 is how many.
 */
const statements: readonly string[] = [
  `insert into legal_entity (id, uscc, name, former_names, kind, status, search_text, search_grams, recorded_at, changed_at)
   select ${id('018f0001', 'n')}, ${code('111502', 'n')}, '包头市示例机关' || n, '{}', 'GOVERNMENT_AGENCY', 'ACTIVE', '', '{}', now(), now()
   from generate_series(1, ${buyers}) n`,
  `insert into legal_entity (id, uscc, name, former_names, kind, status, search_text, search_grams, recorded_at, changed_at)
   select ${id('018f0002', 'n')}, ${code('911502', 'n')}, '包头市示例供应商' || n, '{}', 'ENTERPRISE', 'ACTIVE', '', '{}', now(), now()
   from generate_series(1, ${suppliers}) n`,
  `create temporary table dealt as
   select n, (1 + floor(random() * ${buyers}))::int as buyer, (1 + floor(random() * ${suppliers}))::int as supplier,
     date '2020-06-01' + floor(random() * 2300)::int as due_on,
     ((120 + floor(random() * 100000000))::numeric / 100)::numeric(20,2) as amount,
     random() < 0.33 as cleared, random() as court, random() as plan, random() as dispute
   from generate_series(1, $1::int) n`,
  `insert into public_contract (id, buyer_id, buyer_uscc, buyer_kind, region_code, supplier_id, supplier_uscc, sector, number,
     name, kind, signed_on, amount, supplier_size, size_industry, day_count, rate_kind, rate_numerator, rate_denominator,
     registered_at, registered_by)
   select ${id('018f0010', 'n')}, ${id('018f0001', 'buyer')}, ${code('111502', 'buyer')}, 'AGENCY',
     (array['150202', '150203', '150204', '150205', '150206', '150207', '150221', '150222', '150223'])[1 + buyer % 9],
     ${id('018f0002', 'supplier')}, ${code('911502', 'supplier')}, chr(65 + supplier % 20), 'HT' || n, '示例合同', 
     (array['GOODS', 'WORKS', 'SERVICES'])[1 + n % 3], due_on - 90, amount, 'SMALL', 'OTHER', 360,
     case when n % 3 = 0 then 'AGREED' else 'STATUTORY' end, case when n % 3 = 0 then 34500 else 5 end,
     case when n % 3 = 0 then 360000000 else 10000 end, now(), 'bench' from dealt`,
  `insert into arrears_case (id, number, filed_at, filed_on, history, pauses, state, contract_id, debtor_id, debtor_uscc, creditor_id,
     creditor_uscc, source, principal, undisputed, paid, pending, remaining, interest_paid, oldest_due_on, owed_anew,
     court_since, court_until)
   select ${id('018f0020', 'n')}, 'Q' || n, due_on + 30, due_on + 30, '{register}', '[]', 'CONFIRMED', ${id('018f0010', 'n')},
     ${id('018f0001', 'buyer')}, ${code('111502', 'buyer')}, ${id('018f0002', 'supplier')}, ${code('911502', 'supplier')},
     'COMPLAINT', amount, 0, 0, 0, amount, 0, due_on, n % 17 = 0,
     case when court < 0.05 then due_on + 100 end, case when court < 0.025 then due_on + 400 end from dealt`,
  `insert into payable (id, contract_id, position, title, kind, amount, invoices, agreed_days, back_to_back, started_on, start_fact,
     last_day, due_on, case_id, by_claim)
   select ${id('018f0030', 'n')}, ${id('018f0010', 'n')}, 1, '示例款项', 'PAYMENT', amount, '{}', 30, false, due_on - 30,
     'DELIVERY', due_on, due_on, ${id('018f0020', 'n')}, false from dealt`,
  `create temporary table paid as
   select d.n, i, d.n * ${paymentsEach}::bigint + i as number, d.buyer, d.due_on,
     d.due_on - 20 + floor(random() * (date '${lastDay}' - d.due_on + 21))::int as paid_on,
     case when d.cleared and i = ${paymentsEach} - 1 then d.amount - (${paymentsEach} - 1) * trunc(d.amount / 12, 2)
       else trunc(d.amount / 12, 2) end as amount
   from dealt d cross join generate_series(0, ${paymentsEach} - 1) i`,
  `insert into payment (id, contract_id, case_id, payer_uscc, purpose, amount, paid_on, voucher, shares, state, reported_at, reported_by,
     decided_at)
   select ${id('018f0040', 'number')}, ${id('018f0010', 'n')}, ${id('018f0020', 'n')}, ${code('111502', 'buyer')}, 'PRINCIPAL', amount,
     paid_on, 'V' || number, '[]', 'CONFIRMED', paid_on, 'bench', paid_on from paid order by paid_on`,
  // as they come to be written: by day, and so those of one payable far from each other
  `insert into ledger_entry (id, payable_id, kind, effective_on, due_on, amount, recorded_at)
   select ${id('018f0050', 'row_number() over (order by effective_on, payable_id, kind)')}, payable_id, kind, effective_on, due_on, amount,
     effective_on
   from (
     select ${id('018f0030', 'n')} as payable_id, 'DUE' as kind, due_on as effective_on, due_on, amount from dealt
     union all select ${id('018f0030', 'n')}, 'UNDISPUTED', due_on + 40, due_on, trunc(amount * 0.8, 2) from dealt where dispute > 0.2
     union all select ${id('018f0030', 'n')}, 'DISMISSED', due_on, due_on, -trunc(amount / 20, 2) from dealt
       where dispute < 0.1 and not cleared
     union all select ${id('018f0030', 'n')}, 'PAID', paid_on, due_on, -amount from paid
   ) line order by effective_on, payable_id, kind`,
  `insert into repayment_plan (id, case_id, serial, state, instalments, proposed_at, broken_on)
   select ${id('018f0060', 'n')}, ${id('018f0020', 'n')}, 1, 'BROKEN', '[]', due_on, due_on + 200 from dealt
   where plan < 0.06 and due_on + 200 <= date '${lastDay}'`,
];

/** Fills a fresh database with cases of arrears, the same every time; it is straight SQL, since there are half a million payments. */
export async function populateArrears({ url, dataDir }: Database, cases: number): Promise<void> {
  const platform = await openPlatform(
    { url, leave: async () => undefined },
    { config: loadConfig({ DATA_DIR: dataDir }), demonstration: false, log: () => undefined },
  );
  await platform.close();
  await administer(url, async (owner: pg.Client) => {
    await owner.query('select setseed(0.20261124)');
    for (const statement of statements) await owner.query(statement, statement.includes('$1') ? [cases] : []);
    await owner.query('vacuum analyze');
  });
}
