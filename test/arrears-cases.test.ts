import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  accepted,
  claim,
  confirmed,
  creditorCode,
  debtorCode,
  interestOn,
  type Parties,
  paid,
  parties,
  refused,
  registers,
  seenBy,
  takes,
} from './world/arrears.js';
import { done, strikes } from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let people: Parties;
beforeAll(async () => {
  city = await openCity();
  people = await parties(city);
});
afterAll(() => city.close());
const day = (date: string) => city.on(`${date}T10:00:00+08:00`);
beforeEach(() => day('2026-06-01'));

/** A case whose clearance its creditor has confirmed and another administrator has closed. */
async function closed(input = claim()) {
  const one = await confirmed(people, input);
  const { payments } = await paid(people, one.id, '1000000.00', '2026-06-01');
  done(await takes(people.creditor, 'confirmClearance', { id: one.id, waivesInterest: true }));
  done(await takes(people.second, 'closeArrears', { id: one.id }));
  return { ...one, payment: payments[0].id as string };
}

describe('the creditor who says that nothing came', () => {
  test('a receipt is refused with a reason: what was reported as paid is owed again, and nobody closes', async () => {
    const { id, number } = await confirmed(people);
    const input = { id, amount: '1000000.00', paidOn: '2026-05-30', voucher: '包财支〔2026〕未到' };
    const { payments } = done(await takes(people.debtor, 'recordPayment', input));
    const answer = { id, payment: payments[0].id, received: false };
    expect(refused(await takes(people.creditor, 'confirmReceipt', answer))).toEqual(['REFUSED', 'REASON_REQUIRED']);
    expect(refused(await takes(people.debtor, 'confirmReceipt', answer))).toEqual(['FORBIDDEN', 'ROLE_REQUIRED']);
    const reopened = done(await takes(people.creditor, 'confirmReceipt', { ...answer, reason: '账户未收到' }));
    expect(reopened).toMatchObject({
      ...{ state: 'REOPENED', pending: '0.00', remaining: '1000000.00' },
      payments: [{ state: 'REFUSED', reason: '账户未收到' }],
    });
    expect(refused(await takes(people.creditor, 'confirmReceipt', { ...answer, received: true }))?.[1]).toBe(
      'PAYMENT_ANSWERED',
    );
    expect(refused(await takes(people.second, 'closeArrears', { id }))?.[1]).toBe('CASE_MOVED_ON');
    // the voucher is free again, since what it stood for did not come
    expect(done(await takes(people.debtor, 'recordPayment', input)).state).toBe('PAID');
    day('2026-06-30');
    await strikes(city, '2026-06-30T10:00:00+08:00');
    // silence closes nothing: the supervisor is told
    expect(await seenBy(people.supervisor, number)).toMatchObject({
      state: 'PAID',
      escalatedAt: '2026-06-30T02:00:00.000Z',
    });
  });

  test('a closed case is refuted: it opens again, and interest runs as if nothing had come', async () => {
    const { id, number, payment } = await closed();
    expect((await interestOn(people.creditor, number, '2026-11-22')).amount).toBe('31000.00');
    const refutes = (payments: string[]) => takes(people.creditor, 'refuteClearance', { id, payments, reason: '退票' });
    expect(refused(await refutes([]))).toEqual(['BAD_INPUT', 'PAYMENT_NONE_NAMED']);
    expect(refused(await refutes(['00000000-0000-7000-8000-000000000000']))).toEqual(['NOT_FOUND', 'PAYMENT_UNKNOWN']);
    expect(done(await refutes([payment]))).toMatchObject({
      ...{ state: 'REOPENED', paid: '0.00', remaining: '1000000.00', interestSettlement: null, closedOn: null },
    });
    expect((await interestOn(people.creditor, number, '2026-11-22')).amount).toBe('118000.00');
    // the parties were told that it was closed: the time of handling is over, and nobody is late with it
    expect(await seenBy(people.admin, number)).toMatchObject({ resultDeadline: null });
  });

  test('a payment that is named twice, however its id is written, is taken back once', async () => {
    const { id } = await confirmed(people);
    const first = await paid(people, id, '400000.00', '2026-06-01');
    await paid(people, id, '600000.00', '2026-06-01');
    done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }));
    const payment = first.payments[0].id as string;
    const input = { id, payments: [payment, payment.toUpperCase()], reason: '退票' };
    expect(done(await takes(people.creditor, 'refuteClearance', input))).toMatchObject({
      ...{ state: 'REOPENED', paid: '600000.00', remaining: '400000.00' },
    });
  });

  test('interest that is claimed is paid before the case is clear', async () => {
    const { id } = await confirmed(people);
    await paid(people, id, '1000000.00', '2026-06-01');
    expect(done(await takes(people.creditor, 'claimInterest', { id })).state).toBe('INTEREST_DUE');
    const interest = { id, purpose: 'INTEREST', paidOn: '2026-06-01', voucher: '包财息〔2026〕1号' };
    expect(refused(await takes(people.debtor, 'recordPayment', { ...interest, amount: '31000.01' }))).toEqual([
      'REFUSED',
      'PAYMENT_TOO_MUCH',
    ]);
    const reported = done(await takes(people.debtor, 'recordPayment', { ...interest, amount: '31000.00' }));
    expect(reported.state).toBe('PAID');
    const receipt = { id, payment: reported.payments.at(-1).id, received: true };
    expect(done(await takes(people.creditor, 'confirmReceipt', receipt)).interestPaid).toBe('31000.00');
    expect(done(await takes(people.creditor, 'confirmClearance', { id }))).toMatchObject({
      ...{ state: 'CLEARED', interestSettlement: 'PAID' },
    });
  });
});

test('cleared and owed anew: the same contract opens its case, another contract of the debtor is marked', async () => {
  const input = claim();
  const { number } = await closed(input);
  day('2026-09-01');
  const again = {
    ...input,
    payables: [{ title: '二期货款', kind: 'PAYMENT', amount: '50000.00', deliveredOn: '2026-07-01' }],
  };
  const anew = done(await registers(people.creditor, again));
  expect(anew).toMatchObject({
    ...{ number, state: 'VERIFYING', owedAnew: true, principal: '1050000.00', remaining: '50000.00' },
    oldestDueOn: '2026-07-31',
  });
  const other = done(await registers(people.creditor, claim({}, { deliveredOn: '2026-07-10' })));
  expect(other).toMatchObject({ state: 'FILED', owedAnew: true });
  expect(other.number).not.toBe(number);
});

test('a merged agency: its successor owes what it owed, and no date moves', async () => {
  const old = '1115020001T3QT262R';
  const { id, number } = done(await registers(people.creditor, claim({ debtor: old })));
  done(await takes(people.admin, 'acceptArrears', { id }));
  const before = await seenBy(people.creditor, number);
  const succession = { from: old, to: debtorCode, document: '包编发〔2026〕12号', reason: '机构合并' };
  const asks = (who: Person, input: object) =>
    who.asks('mutation ($i: SucceedDebtorInput!) { it: succeedDebtor(input: $i) { id } }', { i: input });
  expect(refused(await asks(people.admin, { ...succession, document: null }))).toEqual([
    'BAD_INPUT',
    'ARREARS_DOCUMENT',
  ]);
  expect(done(await asks(people.admin, succession)).map((one: any) => one.id)).toContain(id);
  const after = await seenBy(people.creditor, number);
  expect(after).toMatchObject({
    debtor: { uscc: debtorCode },
    oldestDueOn: before.oldestDueOn,
    deadline: before.deadline,
  });
  expect(await seenBy(await city.officer('CULTURE'), number)).toBeNull();
  done(await takes(people.debtor, 'confirmArrears', { id, undisputed: '1000000.00' }));
  expect(refused(await asks(people.admin, succession))).toEqual(['REFUSED', 'SUCCESSION_NOTHING']);
});

describe('what is no case of arrears is refused with the rule', () => {
  test.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    ['not due yet', 'ARREARS_NOT_DUE', {}, { deliveredOn: '2026-05-10' }],
    ['due today', 'ARREARS_NOT_DUE', {}, { deliveredOn: '2026-05-02' }],
    ['already before a court', 'ARREARS_IN_COURT', { courtNumber: '（2026）内02民初1号' }, {}],
    ['a large supplier', 'NOT_AN_SME_PURCHASE', { size: { industry: 'RETAIL', employees: 300, revenue: '20000' } }, {}],
    ['a size that is not told', 'SIZE_MEASURE_MISSING', { size: { industry: 'RETAIL', employees: 30 } }, {}],
    ['a debtor that is not covered', 'BUYER_NOT_COVERED', { debtor: '91150200MA0T3QT132' }, {}],
    ['a debtor nobody knows', 'ARREARS_ENTITY_UNKNOWN', { debtor: '914403001922038216' }, {}],
    ['nothing was delivered', 'ARREARS_NOT_DELIVERED', {}, { deliveredOn: null }],
    ['delivered tomorrow', 'FACT_TO_COME', {}, { deliveredOn: '2026-06-02' }],
    ['a negative amount', 'AMOUNT_NOT_POSITIVE', {}, { amount: '-1.00' }],
    ['no amount', 'MONEY', {}, { amount: '1.001' }],
    [
      'a year without a calendar',
      'CALENDAR_MISSING',
      { contract: { signedOn: '2018-01-01' } },
      { deliveredOn: '2018-12-20' },
    ],
    [
      'an agreed rate without a prime rate of the day',
      'LPR_MISSING',
      { contract: { signedOn: '2019-08-01', agreedRate: '6' } },
      { deliveredOn: '2020-03-01' },
    ],
    ['nothing claimed', 'ARREARS_NOTHING_CLAIMED', { payables: [] }, {}],
    ['a file of others', 'UNKNOWN_ATTACHMENT', { evidence: ['00000000-0000-7000-8000-000000000000'] }, {}],
    ['the source of others', 'ARREARS_SOURCE', { source: 'AUDIT' }, {}],
  ])('%s: %s', async (_what, reason, more, payable) => {
    const [{ count }] = await city.owner('select count(*)::int as count from public_contract');
    expect(refused(await registers(people.creditor, claim({ ...more }, payable)))?.[1]).toBe(reason);
    // nothing is half-written
    expect(await city.owner('select count(*)::int as count from public_contract')).toEqual([{ count }]);
  });

  test('again, or by somebody else: refused', async () => {
    const input = claim();
    const { number } = done(await registers(people.creditor, input));
    const again = await registers(people.creditor, input);
    expect(refused(again)).toEqual(['REFUSED', 'ARREARS_DUPLICATE']);
    expect(again.refusals[0]!.message).toContain(number);
    expect(refused(await registers(people.tax, claim({ creditor: creditorCode })))).toEqual([
      'FORBIDDEN',
      'ARREARS_NOT_YOURS',
    ]);
    expect(refused(await registers(people.other, claim({ creditor: creditorCode })))).toEqual([
      'FORBIDDEN',
      'ARREARS_NOT_YOURS',
    ]);
    expect(refused(await registers(people.supervisor, claim({ creditor: creditorCode })))).toEqual([
      'FORBIDDEN',
      'ROLE_REQUIRED',
    ]);
    expect(refused(await registers(city.anyone, input))).toEqual(['UNAUTHENTICATED', 'AUTHENTICATION_REQUIRED']);
  });

  test('the debtor declares its own, the administrators what an audit found', async () => {
    expect(done(await registers(people.debtor, claim({ creditor: creditorCode }))).source).toBe('DECLARATION');
    expect(done(await registers(people.admin, claim({ creditor: creditorCode, source: 'AUDIT' }))).source).toBe(
      'AUDIT',
    );
    const itself = await city.enterprise(debtorCode);
    expect(done(await registers(itself, claim({ creditor: creditorCode }))).source).toBe('DECLARATION');
  });

  test('a claim that is not taken up leaves nothing owed, and can be made again', async () => {
    const input = claim();
    const { id, number } = done(await registers(people.creditor, input));
    expect(refused(await takes(people.admin, 'rejectArrears', { id }))).toEqual(['REFUSED', 'REASON_REQUIRED']);
    const rejected = done(await takes(people.admin, 'rejectArrears', { id, reason: '合同未附' }));
    expect(rejected).toMatchObject({ state: 'NOT_ACCEPTED', documents: [{ kind: 'ARREARS_REJECTION' }] });
    expect((await interestOn(people.creditor, number, '2026-06-01')).amount).toBe('0.00');
    expect(done(await registers(people.creditor, input)).state).toBe('FILED');
  });
});

describe('payments by named rules', () => {
  test.each<[string, string, object]>([
    ['nothing', 'PAYMENT_NOT_POSITIVE', { amount: '0.00' }],
    ['less than nothing', 'PAYMENT_NOT_POSITIVE', { amount: '-5.00' }],
    ['of tomorrow', 'PAYMENT_FUTURE', { paidOn: '2026-06-02' }],
    ['of before the contract', 'PAYMENT_BEFORE_CONTRACT', { paidOn: '2026-02-09' }],
    ['a fen too much', 'PAYMENT_TOO_MUCH', { amount: '1000000.01' }],
  ])('%s', async (_what, reason, more) => {
    const { id } = await confirmed(people);
    const input = { id, amount: '1.00', paidOn: '2026-06-01', voucher: '包财支〔2026〕规则', ...more };
    expect(refused(await takes(people.debtor, 'recordPayment', input))?.[1]).toBe(reason);
  });

  test('one voucher, one payment; of two payments at once only what is owed fits', async () => {
    const [one, other] = [await confirmed(people), await confirmed(people)];
    const input = { amount: '600000.00', paidOn: '2026-06-01' };
    const pays = (id: string, voucher: string) => takes(people.debtor, 'recordPayment', { ...input, id, voucher });
    done(await pays(one.id, '包财支〔2026〕唯一'));
    expect(refused(await pays(other.id, '包财支〔2026〕唯一'))).toEqual(['CONFLICT', 'PAYMENT_VOUCHER_USED']);
    const both = await Promise.all([pays(other.id, '包财支〔2026〕甲'), pays(other.id, '包财支〔2026〕乙')]);
    expect(both.map(refused).toSorted()).toEqual([['REFUSED', 'PAYMENT_TOO_MUCH'], null].toSorted());
  });
});

describe('who sees a case', () => {
  test('its two sides, the administrators and the supervisor; nobody else learns that there is one', async () => {
    const { number } = await accepted(people);
    const sees = async (who: Person) => (await seenBy(who, number))?.number ?? null;
    expect(await Promise.all([people.creditor, people.debtor, people.admin, people.supervisor].map(sees))).toEqual(
      Array(4).fill(number),
    );
    expect(await Promise.all([people.other, people.tax, people.drc].map(sees))).toEqual([null, null, null]);
    const asked = await city.anyone.asks('query ($n: String!) { arrearsCase(number: $n) { id } }', { n: number });
    expect(refused(asked)).toEqual(['UNAUTHENTICATED', 'AUTHENTICATION_REQUIRED']);
    expect((await seenBy(people.creditor, number)).handler).toBeNull();
    expect((await seenBy(people.supervisor, number)).handler).not.toBeNull();
  });

  test('lists in every order with pages, the same rows for count and list; work lists say whose turn it is', async () => {
    const listed = async (
      who: Person,
      order: string,
      first: number,
      after: string | null = null,
      filter: object = {},
    ) =>
      (
        await who.asks(
          `query ($o: ArrearsOrder!, $n: Int!, $a: String, $f: ArrearsFilter) { arrearsCases(orderBy: $o, first: $n, after: $a, filter: $f) {
             totalCount pageInfo { hasNextPage endCursor } edges { node { number remaining oldestDueOn } } } }`,
          { o: order, n: first, a: after, f: filter },
        )
      ).data.arrearsCases;
    for (const order of ['NEWEST', 'MOST_OWED', 'OLDEST_DUE']) {
      const all = await listed(people.admin, order, 100);
      const first = await listed(people.admin, order, 7);
      const second = await listed(people.admin, order, 7, first.pageInfo.endCursor);
      expect([...first.edges, ...second.edges]).toEqual(all.edges.slice(0, 14));
      expect(all.totalCount).toBe(all.edges.length);
    }
    const waiting = await listed(people.debtor, 'NEWEST', 100, null, { awaitingMe: true });
    const { data } = await people.debtor.asks(
      '{ tasks(filter: { kind: ARREARS }, first: 100) { edges { node { number awaits } } } }',
    );
    const numbers = (rows: { node: { number: string } }[]) => rows.map(({ node }) => node.number).toSorted();
    expect(numbers(data.tasks.edges)).toEqual(numbers(waiting.edges));
    expect(waiting.totalCount).toBeGreaterThan(0);
    const none = await listed(people.tax, 'NEWEST', 100);
    expect(none).toMatchObject({ totalCount: 0, edges: [] });
  });
});
