import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runJobs } from '../src/jobs/clockwork.js';
import { paymentJob } from '../src/procurement/procurement.jobs.js';
import {
  answers,
  contractFor,
  contractOf,
  housing,
  otherFirm,
  pays,
  reasonsOf,
  registers,
  reports,
  supplier,
} from './world/procurement.js';
import { type Answer, type City, openCity, type Person } from './world.js';

let city: City;
let buyer: Person;
let seller: Person;
let finance: Person;
let admin: Person;
let supervisor: Person;
let tax: Person;
let stranger: Person;
beforeAll(async () => {
  city = await openCity();
  [buyer, seller, finance, admin, supervisor, tax, stranger] = await Promise.all([
    city.officer('HOUSING'),
    city.enterprise(supplier),
    city.officer('FINANCE'),
    city.official('arrears-admin'),
    city.official('supervisor'),
    city.officer('TAX'),
    city.enterprise(otherFirm),
  ]);
  // the seeds have contracts of their own: they are no part of these figures
  await city.owner('truncate public_contract cascade');
  day('2026-11-23');
  await line('2026-017', '100000.00');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);

const line = (code: string, amount: string, who = finance, more: object = {}): Promise<Answer> =>
  who.asks(
    `mutation ($input: RegisterBudgetLineInput!) { it: registerBudgetLine(input: $input) { line { code year } committed overrun } }`,
    { input: { buyer: housing, year: 2026, code, title: '机关后勤服务', amount, ...more } },
  );

/** Lets the clock do what is due on a day. */
async function clock(date: string): Promise<void> {
  day(date);
  const log = { info: () => undefined, error: ({ err }: any) => expect(err).toBeUndefined() } as never;
  const instant = new Date(`${date}T09:00:00+08:00`);
  await runJobs({ pool: city.platform.pool, jobs: [paymentJob(city.platform)], log }, instant);
}

const done = ({ data, refusals }: Answer): any => {
  expect(refusals).toEqual([]);
  return data.it;
};

/** What the ledger says that is owed of a sum at the end of a day. */
const owed = async (payable: string, on: string): Promise<string> =>
  (
    await city.owner(
      "select coalesce(sum(amount), 0)::numeric(20,2)::text as owed from ledger_entry where payable_id = $1 and effective_on <= $2 and kind <> 'UNDISPUTED'",
      [payable, on],
    )
  )[0].owed;

const warnings = async (who: Person): Promise<any[]> => {
  const { data } = await who.asks(
    '{ paymentWarnings(first: 50) { edges { node { warnedOn lastDay amount to contract { number } payable { id } } } } }',
  );
  return data.paymentWarnings.edges.map(({ node }: any) => node);
};
const numbersOf = (rows: any[]): string[] => rows.map(({ contract }) => contract.number).sort();

const paymentTasks = async (who: Person): Promise<any[]> => {
  const { data } = await who.asks(
    '{ tasks(filter: { kind: PAYMENT }, first: 50) { edges { node { id number state says dueOn awaits } } } }',
  );
  return data.tasks.edges.map(({ node }: any) => node);
};

describe('a contract is registered, warned of before it is due and paid in time', () => {
  let id: string;
  let payable: string;

  test('registered beforehand nothing is due; delivery starts the clock', async () => {
    const input = contractOf('HT-1', '80000.00', {
      budgetLine: { year: 2026, code: '2026-017' },
      contract: { agreedRate: '2.5' },
    });
    const made = done(await registers(buyer, input));
    expect(made).toMatchObject({
      ...{ buyerKind: 'AGENCY', supplierSize: 'MICRO', sizeIndustry: 'CATERING', flags: [] },
      ...{ buyer: { uscc: housing }, supplier: { uscc: supplier } },
      // 2.5 % was agreed, less than the prime rate at signing
      ...{ rateKind: 'LPR_FLOOR', annualRate: '3.0000' },
      budget: { line: { code: '2026-017', year: 2026, amount: '100000.00' }, committed: '80000.00', overrun: '0.00' },
      payables: [{ position: 1, dueOn: null, due: null, remaining: '80000.00' }],
    });
    ({
      id,
      payables: [{ id: payable }],
    } = made);
    expect(done(await reports(seller, payable, { deliveredOn: '2026-11-23' }))).toEqual({
      ...{ id: payable, dueOn: '2026-12-23' },
      due: { startFact: 'DELIVERY', lastDay: '2026-12-23', notes: ['DEFAULT_TERM'] },
    });
    expect([await owed(payable, '2026-12-22'), await owed(payable, '2026-12-23')]).toEqual(['0.00', '80000.00']);
  });

  test('registered again it stays the one it is, and what it has not is added; other terms are a conflict', async () => {
    const again = done(await registers(seller, contractOf('HT-1', '80000.00', { contract: { agreedRate: '2.50' } })));
    expect(again.id).toBe(id);
    expect(again.payables).toHaveLength(1);
    const differing: [object, string][] = [
      [{ signedOn: '2026-01-06', agreedRate: '2.5' }, 'signedOn'],
      [{ kind: 'GOODS', agreedRate: '2.5' }, 'kind'],
      [{ amount: '80001.00', agreedRate: '2.5' }, 'amount'],
      [{}, 'agreedRate'],
      [{ agreedRate: '2.5', dayCount: 365 }, 'dayCount'],
    ];
    for (const [contract, field] of differing) {
      const { refusals } = await registers(seller, contractOf('HT-1', '80000.00', { contract }));
      expect(refusals[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CONTRACT_DIFFERS', field });
    }
  });

  test('ten days before its last day buyer and budget office are warned, once', async () => {
    await clock('2026-12-12');
    expect(await warnings(buyer)).toEqual([]);
    await clock('2026-12-13');
    await clock('2026-12-13');
    const [warning, ...others] = await warnings(buyer);
    expect(others).toEqual([]);
    expect(warning).toEqual({
      ...{ warnedOn: '2026-12-13', lastDay: '2026-12-23', amount: '80000.00' },
      ...{ to: ['DEPARTMENT:HOUSING', 'DEPARTMENT:FINANCE'], contract: { number: 'HT-1' }, payable: { id: payable } },
    });
    for (const who of [finance, admin, supervisor, seller]) expect(numbersOf(await warnings(who))).toEqual(['HT-1']);
    for (const who of [tax, stranger]) expect(await warnings(who)).toEqual([]);
    expect(await paymentTasks(buyer)).toMatchObject([
      { id: payable, number: 'HT-1', state: 'WARNED', dueOn: '2026-12-23', awaits: 'DEPARTMENT:HOUSING' },
    ]);
  });

  test('what the buyer reports counts when the supplier has confirmed it, what the supplier reports at once', async () => {
    const first = done(await pays(buyer, id, '50000.00', '2026-12-13', '凭-001'));
    expect(first.state).toBe('REPORTED');
    expect(await owed(payable, '2026-12-31')).toBe('80000.00');
    expect(await paymentTasks(seller)).toMatchObject([{ id: first.id, state: 'REPORTED', dueOn: null }]);
    expect(reasonsOf(await answers(buyer, first.id, true))).toEqual(['ROLE_REQUIRED']);
    expect(reasonsOf(await answers(stranger, first.id, true))).toEqual(['CONTRACT_PAYMENT_UNKNOWN']);
    expect(reasonsOf(await answers(seller, first.id, false))).toEqual(['STATEMENT_MISSING']);
    expect(done(await answers(seller, first.id, true)).state).toBe('CONFIRMED');
    expect(reasonsOf(await answers(seller, first.id, true))).toEqual(['PAYMENT_ANSWERED']);
    expect(await owed(payable, '2026-12-31')).toBe('30000.00');
    expect(done(await pays(seller, id, '30000.00', '2026-12-13', '凭-002')).state).toBe('CONFIRMED');
    expect(await owed(payable, '2026-12-31')).toBe('0.00');
    expect([await paymentTasks(buyer), await paymentTasks(seller)]).toEqual([[], []]);
    const contract = await contractFor(seller, id);
    expect(contract.payables[0].remaining).toBe('0.00');
    expect(contract.payments.totalCount).toBe(2);
  });
});

describe('budgets', () => {
  test('a purchase above the line, or without one, is flagged and not refused', async () => {
    const over = contractOf('HT-2', '40000.00', { budgetLine: { year: 2026, code: '2026-017' } });
    const second = done(await registers(buyer, over));
    expect(second).toMatchObject({
      flags: ['OVER_BUDGET'],
      budget: { committed: '120000.00', overrun: '20000.00' },
    });
    const third = done(await registers(buyer, contractOf('HT-3', '500.00', {}, { backToBack: true, agreedDays: 90 })));
    expect(third.flags).toEqual(['NO_BUDGET_LINE', 'BACK_TO_BACK', 'TERM_OVER_60_DAYS']);
    const asked = '{ flaggedContracts(first: 50) { totalCount edges { node { number flags } } } }';
    for (const who of [finance, admin, supervisor]) {
      const { edges, totalCount } = (await who.asks(asked)).data.flaggedContracts;
      expect(edges.map(({ node }: any) => node.number)).toEqual(['HT-3', 'HT-2']);
      expect(edges.every(({ node }: any) => node.flags.length > 0)).toBe(true);
      expect(totalCount).toBe(2);
    }
    for (const who of [buyer, seller, tax]) expect(reasonsOf(await who.asks(asked))).toEqual(['ROLE_REQUIRED']);
    // how far the buyer's budget is committed is not the supplier's concern
    expect((await contractFor(seller, second.id)).budget).toBeNull();
    expect((await contractFor(finance, second.id)).budget.overrun).toBe('20000.00');
    // the first one was within it
    const first = await buyer.asks('{ publicContracts(filter: { number: "HT-1" }) { edges { node { flags } } } }');
    expect(first.data.publicContracts.edges).toEqual([{ node: { flags: [] } }]);
  });

  test('lines are registered by the budget office, once, of public bodies', async () => {
    const tried: [Promise<Answer>, string][] = [
      [line('2026-018', '1.00', buyer), 'ROLE_REQUIRED'],
      [line('2026-018', '1.00', admin), 'ROLE_REQUIRED'],
      [line('2026-017', '1.00'), 'BUDGET_LINE_EXISTS'],
      [line('2026-018', '0.00'), 'AMOUNT_NOT_POSITIVE'],
      [line('2026-018', '-1.00'), 'AMOUNT_NOT_POSITIVE'],
      [line(' ', '1.00'), 'STATEMENT_MISSING'],
      [line('2026-018', '1.00', finance, { buyer: supplier }), 'BUDGET_LINE_NOT_PUBLIC'],
      [line('2026-018', '1.00', finance, { year: 1 }), 'BUDGET_YEAR'],
      [registers(buyer, contractOf('HT-9', '1.00', { budgetLine: { year: 2026, code: 'X' } })), 'BUDGET_LINE_UNKNOWN'],
      [
        registers(seller, contractOf('HT-9', '1.00', { budgetLine: { year: 2026, code: '2026-017' } })),
        'CONTRACT_NOT_YOURS',
      ],
    ];
    for (const [answer, reason] of tried) expect(reasonsOf(await answer)).toEqual([reason]);
  });
});

describe('what is refused', () => {
  test('of contracts', async () => {
    const big = { size: { employees: 300, revenue: '10000' } };
    const tried: [Person, Record<string, any>, string][] = [
      [city.anyone, {}, 'AUTHENTICATION_REQUIRED'],
      [await city.official('credit-centre'), {}, 'ROLE_REQUIRED'],
      [supervisor, {}, 'ROLE_REQUIRED'],
      [tax, {}, 'CONTRACT_NOT_YOURS'],
      [stranger, {}, 'CONTRACT_NOT_YOURS'],
      [buyer, { buyerKind: 'INSTITUTION' }, 'BUYER_KIND_CONTRADICTS'],
      [seller, { buyer: otherFirm }, 'BUYER_NOT_COVERED'],
      [seller, { buyer: supplier, buyerKind: 'LARGE_ENTERPRISE' }, 'BUYER_IS_SUPPLIER'],
      [buyer, { supplier: '1215020046T3QT0245' }, 'SUPPLIER_NO_MARKET_ENTITY'],
      [buyer, big, 'NOT_AN_SME_PURCHASE'],
      [buyer, { size: { employees: 8 } }, 'SIZE_MEASURE_MISSING'],
      [buyer, { contract: { signedOn: '2026-12-14' } }, 'SIGNED_TO_COME'],
      [buyer, { contract: { amount: '0.00' } }, 'AMOUNT_NOT_POSITIVE'],
      [buyer, { contract: { agreedRate: '-3' } }, 'AGREED_RATE'],
      [buyer, { contract: { agreedRate: '3.85%' } }, 'AGREED_RATE'],
      [buyer, { contract: { dayCount: 366 } }, 'DAY_COUNT'],
      [buyer, { contract: { signedOn: '2019-08-19', agreedRate: '5' } }, 'LPR_MISSING'],
      [buyer, { contract: { number: ' ' } }, 'STATEMENT_MISSING'],
    ];
    for (const [who, more, reason] of tried) {
      expect(reasonsOf(await registers(who, contractOf('HT-8', '900.00', more)))).toEqual([reason]);
    }
    const sums: [object, string][] = [
      [{ amount: '-1.00' }, 'AMOUNT_NOT_POSITIVE'],
      [{ amount: '900.01' }, 'PAYABLES_EXCEED'],
      [{ agreedDays: 0 }, 'AGREED_DAYS'],
      [{ deliveredOn: '2026-12-14' }, 'FACT_TO_COME'],
      [{ deliveredOn: '2026-12-01', acceptedOn: '2026-11-30' }, 'DUE_FACTS_ORDER'],
      [{ specialDueOn: '2026-12-01' }, 'SPECIAL_RULE_UNNAMED'],
    ];
    for (const [sum, reason] of sums) {
      expect(reasonsOf(await registers(buyer, contractOf('HT-8', '900.00', {}, sum)))).toEqual([reason]);
    }
    expect(await city.owner("select 1 from public_contract where number = 'HT-8'")).toEqual([]);
  });

  test('a contract is nobody else’s; a deposit is no part of its worth', async () => {
    const deposit = { title: '履约保证金', kind: 'DEPOSIT', amount: '50.00', refundOn: '2026-12-31' };
    const payables = [{ title: '进度款', kind: 'PROGRESS', amount: '900.00' }, deposit];
    const { id, payables: made } = done(await registers(admin, contractOf('HT-8', '900.00', { payables })));
    expect(made.map(({ dueOn }: any) => dueOn)).toEqual([null, '2026-12-31']);
    expect(await contractFor(tax, id)).toBeNull();
    expect(await contractFor(stranger, id)).toBeNull();
    for (const who of [buyer, seller, finance, admin, supervisor]) {
      expect((await contractFor(who, id)).number).toBe('HT-8');
    }
    const count = async (who: Person) => (await who.asks('{ publicContracts { totalCount } }')).data.publicContracts;
    expect([await count(stranger), await count(tax)]).toEqual([{ totalCount: 0 }, { totalCount: 0 }]);
    expect(await count(seller)).toEqual(await count(supervisor));
  });

  test('of payments: none, none to come, none before signing, no more than remains', async () => {
    const { id } = done(await registers(seller, contractOf('HT-4', '1000.00')));
    const tried: [Person, string, string, string, string][] = [
      [buyer, '0.00', '2026-12-13', 'V', 'PAYMENT_NOT_POSITIVE'],
      [buyer, '-5.00', '2026-12-13', 'V', 'PAYMENT_NOT_POSITIVE'],
      [buyer, '5.00', '2026-12-14', 'V', 'PAYMENT_FUTURE'],
      [buyer, '5.00', '2026-01-04', 'V', 'PAYMENT_BEFORE_CONTRACT'],
      [buyer, '1000.01', '2026-12-13', 'V', 'PAYMENT_TOO_MUCH'],
      [buyer, '5.00', '2026-12-13', ' ', 'STATEMENT_MISSING'],
      [buyer, '5.00', '2026-12-13', '凭-001', 'PAYMENT_VOUCHER_USED'],
      [tax, '5.00', '2026-12-13', 'V', 'CONTRACT_UNKNOWN'],
      [stranger, '5.00', '2026-12-13', 'V', 'CONTRACT_UNKNOWN'],
      [finance, '5.00', '2026-12-13', 'V', 'CONTRACT_NOT_YOURS'],
    ];
    for (const [who, amount, paidOn, voucher, reason] of tried) {
      expect(reasonsOf(await pays(who, id, amount, paidOn, voucher))).toEqual([reason]);
    }
    // two at once: no more than remains, and a voucher once
    const both = await Promise.all([
      pays(buyer, id, '600.00', '2026-12-13', '凭-003'),
      pays(buyer, id, '600.00', '2026-12-13', '凭-004'),
    ]);
    expect(both.flatMap(reasonsOf)).toEqual(['PAYMENT_TOO_MUCH']);
    const twice = await Promise.all([
      pays(buyer, id, '100.00', '2026-12-13', '凭-005'),
      pays(seller, id, '100.00', '2026-12-13', '凭-005'),
    ]);
    expect(twice.flatMap(reasonsOf)).toEqual(['PAYMENT_VOUCHER_USED']);
    // one that did not come gives its voucher, and what it was for, free
    const { data } = await pays(buyer, id, '300.00', '2026-12-13', '凭-006');
    expect(done(await answers(seller, data.it.id, false, '未到账')).state).toBe('REFUSED');
    expect(done(await pays(buyer, id, '300.00', '2026-12-13', '凭-006')).state).toBe('REPORTED');
  });
});

describe('of a contract in a case', () => {
  test('what is paid and said belongs to the case, until what it claims is paid', async () => {
    const owner = await city.enterprise(housing);
    const two = (amount: string) => ({ title: '合同款', kind: 'PAYMENT', amount, deliveredOn: '2026-11-02' });
    const input = contractOf('HT-11', '300.00', { payables: [two('100.00'), two('200.00')] });
    // the buyer's own account is the buyer as its officers are
    const { id, payables } = done(await registers(owner, input));
    const [claimed, free] = payables.map((one: any) => one.id);
    await city.owner('update payable set case_id = id where id = $1', [claimed]);
    expect(reasonsOf(await pays(owner, id, '1.00', '2026-12-13', '凭-010'))).toEqual(['CONTRACT_IN_CASE']);
    expect(reasonsOf(await reports(seller, claimed, { acceptedOn: '2026-11-03' }))).toEqual(['CONTRACT_IN_CASE']);
    await clock('2026-12-13');
    expect((await warnings(buyer)).map(({ payable }) => payable.id)).toContain(free);
    expect((await warnings(buyer)).map(({ payable }) => payable.id)).not.toContain(claimed);
    await city.owner(
      `insert into payment select gen_random_uuid(), contract_id, id, 'X', 'PRINCIPAL', amount, '2026-12-13', '凭-011',
         jsonb_build_array(jsonb_build_object('payable', id, 'amount', amount::text)), 'CONFIRMED', now(), 'x', now(), null
       from payable where id = $1`,
      [claimed],
    );
    expect(done(await pays(owner, id, '200.00', '2026-12-13', '凭-012')).state).toBe('REPORTED');
  });
});

describe('facts move no due day to a later one', () => {
  test('what was stated stays; an acceptance brings the day forward, and the ledger with it', async () => {
    day('2026-12-13');
    const facts = { deliveredOn: '2026-11-23', inspectionUntil: '2026-12-10' };
    const { id, payables } = done(await registers(buyer, contractOf('HT-5', '700.00', {}, facts)));
    const payable = payables[0].id;
    // 2027-01-09 is in a year that has no calendar
    expect(payables[0]).toMatchObject({
      dueOn: null,
      due: { startFact: 'INSPECTION_EXPIRED', lastDay: '2027-01-09', missingYear: 2027, notes: expect.any(Array) },
    });
    done(await pays(seller, id, '200.00', '2026-12-13', '凭-007'));
    expect(await city.owner('select kind from ledger_entry where payable_id = $1', [payable])).toEqual([]);
    const tried: [Person, object, string][] = [
      [seller, {}, 'FACT_NONE'],
      [seller, { deliveredOn: '2026-11-20' }, 'FACT_STATED'],
      [seller, { acceptedOn: '2026-12-14' }, 'FACT_TO_COME'],
      [tax, { acceptedOn: '2026-12-01' }, 'PAYABLE_UNKNOWN'],
      [finance, { acceptedOn: '2026-12-01' }, 'CONTRACT_NOT_YOURS'],
    ];
    for (const [who, said, reason] of tried) expect(reasonsOf(await reports(who, payable, said))).toEqual([reason]);
    // accepted: due earlier, in a year that is known
    expect(done(await reports(seller, payable, { acceptedOn: '2026-11-24' })).dueOn).toBe('2026-12-24');
    expect([await owed(payable, '2026-12-23'), await owed(payable, '2026-12-24')]).toEqual(['-200.00', '500.00']);
  });

  test('of a known due day: earlier with its ledger, later never', async () => {
    const facts = { deliveredOn: '2026-11-02', inspectionUntil: '2026-11-20' };
    const { id, payables } = done(await registers(buyer, contractOf('HT-6', '700.00', {}, facts)));
    const [{ id: payable, dueOn }] = payables;
    expect(dueOn).toBe('2026-12-21');
    done(await pays(seller, id, '100.00', '2026-12-13', '凭-008'));
    expect(done(await reports(buyer, payable, { acceptedOn: '2026-11-10' })).dueOn).toBe('2026-12-10');
    expect([await owed(payable, '2026-12-10'), await owed(payable, '2026-12-31')]).toEqual(['700.00', '600.00']);
    const other = done(await registers(buyer, contractOf('HT-7', '10.00', {}, { deliveredOn: '2026-11-02' })));
    const postponing = await reports(buyer, other.payables[0].id, { inspectionUntil: '2026-12-31' });
    expect(postponing.refusals[0]!.extensions).toMatchObject({ reason: 'FACT_POSTPONES', lastDay: '2026-12-02' });
  });

  test('a year without a calendar is warned of all the same, and told once the calendar is there', async () => {
    const input = contractOf('HT-10', '300.00', {}, { deliveredOn: '2026-12-10' });
    const { id, payables } = done(await registers(buyer, input));
    const payable = payables[0].id;
    done(await pays(seller, id, '100.00', '2026-12-13', '凭-009'));
    await clock('2026-12-30');
    expect(numbersOf(await warnings(seller))).toContain('HT-10');
    expect((await paymentTasks(buyer)).find(({ number }) => number === 'HT-10')).toMatchObject({
      ...{ state: 'WARNED', dueOn: '2027-01-09' },
    });
    const administrator = await city.official('administrator');
    const calendar = {
      ...{ year: 2027, notice: '（测试）2027年放假通知', work: [] },
      off: [{ day: '2027-01-01', name: '元旦' }],
    };
    await administrator.asks('mutation ($input: DefineCalendarInput!) { defineCalendar(input: $input) { year } }', {
      input: calendar,
    });
    await clock('2026-12-30');
    // the ninth is a Saturday
    expect((await contractFor(buyer, id)).payables[0]).toMatchObject({
      ...{ dueOn: '2027-01-11', remaining: '200.00', due: { skipped: [{ day: '2027-01-09' }, { day: '2027-01-10' }] } },
    });
    expect([await owed(payable, '2027-01-10'), await owed(payable, '2027-01-11')]).toEqual(['-100.00', '200.00']);
  });

  test('every deed stands in the audit', async () => {
    const rows = await city.owner(
      "select distinct deed from audit_entry where subject_type in ('PublicContract', 'Payable', 'Payment', 'PaymentWarning', 'BudgetLine') order by deed",
    );
    expect(rows.map(({ deed }) => deed)).toEqual([
      'budgetLine.register',
      'contract.nameBudgetLine',
      'contract.register',
      'contractPayment.confirm',
      'contractPayment.refuse',
      'contractPayment.report',
      'payable.due',
      'payable.register',
      'payable.report',
      'payment.warn',
    ]);
  });
});
