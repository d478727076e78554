import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { daysAfter } from '../../src/calendar/day.js';
import { moneyOf } from '../../src/money/fen.js';
import type { City } from '../world.js';

/** Who buys in these tests: two departments and a large enterprise. */
export const buyers = {
  HOUSING: '1115020001T3QT166G',
  TRANSPORT: '1115020001T3QT211H',
  enterprise: '91150203MA0T3QT218',
} as const;
export const suppliers = ['91150200MA0T3QT132', '91150204MA0T3QT3XE'] as const;

/** A sum that is payable, and what becomes of it: days count from the due day, shares are percent of what is left. */
const aPayable = fc.record({
  amount: fc.oneof(fc.bigInt(1n, 300n), fc.bigInt(1n, 100_000_000n), fc.bigInt(1n, 10n ** 14n)),
  dueOn: fc.integer({ min: 0, max: 1050 }).map((days) => daysAfter('2024-01-02', days)),
  term: fc.constantFrom(0, 30, 60, 75),
  dismissed: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 4 }),
  /** By how many days the due day was another one before. */
  moved: fc.option(fc.integer({ min: -60, max: 60 }), { freq: 5 }),
  undisputed: fc.option(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 400 })), { freq: 2 }),
  payments: fc.array(
    fc.record({
      after: fc.oneof(fc.integer({ min: -40, max: 5 }), fc.integer({ min: 0, max: 1000 })),
      share: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 90 })),
      refuted: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
    }),
    { maxLength: 5 },
  ),
});

const aCase = fc.record({
  court: fc.option(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.option(fc.integer({ min: 0, max: 300 }))), {
    freq: 2,
  }),
  ended: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
  owedAnew: fc.boolean(),
  broken: fc.array(
    fc.integer({ min: 0, max: 1040 }).map((days) => daysAfter('2024-01-10', days)),
    { maxLength: 2 },
  ),
});

/** A contract and everything that comes of it. */
const aHistory = fc.record({
  buyer: fc.constantFrom(...Object.values(buyers)),
  supplier: fc.constantFrom(...suppliers),
  region: fc.constantFrom('150203', '150204', null),
  sector: fc.constantFrom('C', 'E', 'F', null),
  kind: fc.constantFrom('GOODS', 'WORKS', 'SERVICES'),
  rate: fc.constantFrom([5, 10_000], [30_000, 360_000_000], [34_500, 365_000_000]),
  payables: fc.array(aPayable, { minLength: 1, maxLength: 3 }),
  case: fc.option(aCase, { freq: 5 }),
});
export type History = typeof aHistory extends fc.Arbitrary<infer H> ? H : never;

/** Histories, the same every time. */
export const histories = (numRuns: number): History[] => fc.sample(aHistory, { numRuns, seed: 20261124 });

type Row = Record<string, unknown>;
type Rows = Record<'public_contract' | 'arrears_case' | 'payable' | 'ledger_entry' | 'repayment_plan', Row[]>;

/** Rows of a history as they stand in the database. Payments never exceed what is owed. */
function rowsOf(history: History, number: number, idOf: ReadonlyMap<string, string>): Rows {
  const { buyer, supplier, payables } = history;
  const at = '2024-01-01T00:00:00Z';
  const code = Object.entries(buyers).find(([, uscc]) => uscc === buyer)![0];
  const contract = {
    id: uuid(),
    buyer_id: idOf.get(buyer),
    buyer_uscc: buyer,
    buyer_code: code === 'enterprise' ? null : code,
    buyer_kind: code === 'enterprise' ? 'LARGE_ENTERPRISE' : 'AGENCY',
    region_code: history.region,
    supplier_id: idOf.get(supplier),
    supplier_uscc: supplier,
    sector: history.sector,
    number: `HT-统计-${number}`,
    name: `=1+1 合同 ${number} & <"附件">`,
    kind: history.kind,
    signed_on: '2023-12-01',
    amount: '1.00',
    supplier_size: 'SMALL',
    size_industry: 'OTHER',
    day_count: 360,
    rate_kind: 'STATUTORY',
    rate_numerator: history.rate[0],
    rate_denominator: history.rate[1],
    registered_at: at,
    registered_by: 'test',
    rehearsed: false,
  };
  const arrears = history.case && {
    id: uuid(),
    number: `Q-统计-${number}`,
    filed_at: at,
    filed_on: '2024-01-01',
    history: ['register'],
    pauses: [],
    state: history.case.ended ? 'WITHDRAWN' : 'CONFIRMED',
    rehearsed: false,
    contract_id: contract.id,
    debtor_id: contract.buyer_id,
    debtor_uscc: buyer,
    debtor_code: contract.buyer_code,
    creditor_id: contract.supplier_id,
    creditor_uscc: supplier,
    source: 'COMPLAINT',
    principal: '0.00',
    undisputed: '0.00',
    paid: '0.00',
    pending: '0.00',
    remaining: '0.00',
    interest_paid: '0.00',
    oldest_due_on: payables.map(({ dueOn }) => dueOn).sort()[0],
    owed_anew: history.case.owedAnew,
    handler: 'official:arrears-admin#a',
    court_since: history.case.court && daysAfter('2024-01-10', history.case.court[0]),
    court_until:
      history.case.court?.[1] == null ? null : daysAfter('2024-01-10', history.case.court[0] + history.case.court[1]),
  };
  const rows: Rows = {
    public_contract: [contract],
    arrears_case: arrears ? [arrears] : [],
    payable: [],
    ledger_entry: [],
    repayment_plan: (history.case?.broken ?? []).map((broken_on, i) => ({
      id: uuid(),
      case_id: arrears!.id,
      serial: i + 1,
      state: 'BROKEN',
      instalments: [],
      proposed_at: at,
      broken_on,
    })),
  };
  for (const [position, { amount, dueOn, term, dismissed, moved, undisputed, payments }] of payables.entries()) {
    const id = uuid();
    rows.payable.push({
      id,
      contract_id: contract.id,
      position,
      title: '货款',
      kind: 'PAYMENT',
      amount: moneyOf(amount),
      invoices: [],
      back_to_back: false,
      started_on: daysAfter(dueOn, -term),
      start_fact: 'DELIVERY',
      last_day: dueOn,
      due_on: dueOn,
      case_id: arrears?.id ?? null,
      by_claim: false,
    });
    const before = daysAfter(dueOn, moved ?? 0);
    const write = (kind: string, effective_on: string, due_on: string, fen: bigint) =>
      rows.ledger_entry.push({
        ...{ id: uuid(), payable_id: id, kind, effective_on, due_on, amount: moneyOf(fen), recorded_at: at },
      });
    const line = (kind: string, after: number, fen: bigint) => {
      if (fen === 0n) return;
      // what stood under another due day is taken back, and entered anew
      if (moved) for (const one of [fen, -fen]) write(kind, daysAfter(before, after), before, one);
      const paid = kind === 'PAID' && moved;
      write(kind, paid ? daysAfter(before, after) : daysAfter(dueOn, after), dueOn, fen);
    };
    line('DUE', 0, amount);
    const away = dismissed ? (amount * BigInt(dismissed)) / 100n : 0n;
    line('DISMISSED', 0, -away);
    const owed = amount - away;
    if (undisputed) line('UNDISPUTED', undisputed[1], (owed * BigInt(undisputed[0])) / 100n);
    let left = owed;
    for (const { after, share, refuted } of payments) {
      const part = (left * BigInt(share)) / 100n;
      line('PAID', after, -part);
      // what did not come is taken back as of the same day
      if (refuted) line('PAID', after, part);
      else left -= part;
    }
  }
  return rows;
}

/** Puts histories into the database of a city, straight, since the deeds that make them are another matter. */
export async function live(city: City, of: readonly History[]): Promise<void> {
  const codes = [...Object.values(buyers), ...suppliers];
  const entities = await city.owner('select id, uscc from legal_entity where uscc = any($1)', [codes]);
  const idOf = new Map<string, string>(entities.map(({ id, uscc }) => [uscc, id]));
  const all = of.map((history, i) => rowsOf(history, i, idOf));
  for (const table of ['public_contract', 'arrears_case', 'payable', 'ledger_entry', 'repayment_plan'] as const) {
    const rows = all.flatMap((one) => one[table]);
    await city.owner(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
      JSON.stringify(rows),
    ]);
  }
  // what the case itself says follows from its lines
  await city.owner(`update arrears_case a set principal = s.owed, paid = s.paid, remaining = s.owed - s.paid from (
    select p.case_id, coalesce(sum(l.amount) filter (where l.kind in ('DUE', 'DISMISSED')), 0) as owed,
      -coalesce(sum(l.amount) filter (where l.kind = 'PAID'), 0) as paid
    from ledger_entry l join payable p on p.id = l.payable_id group by 1) s where s.case_id = a.id and a.number like 'Q-统计-%'`);
}
