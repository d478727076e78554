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
import { stepsInOrder, sumsAgree } from './world/arrears-sums.js';
import { storedCase } from './world/arrears-walk.js';
import { registers as registersContract } from './world/procurement.js';
import { done, strikes } from './world/repair.js';
import { type City, openCity } from './world.js';

let city: City;
let people: Parties;
beforeAll(async () => {
  city = await openCity();
  people = await parties(city);
});
afterAll(() => city.close());
const day = (date: string) => city.on(`${date}T10:00:00+08:00`);
beforeEach(() => day('2026-06-01'));

const settlement = { document: '调解协议〔2026〕8号', reason: '和解' };
let vouchers = 0;
/** Reports a payment, which waits; its id. */
async function reports(id: string, amount: string, more: object = {}): Promise<string> {
  const input = { id, amount, paidOn: '2026-06-01', voucher: `包财支〔2026〕出${++vouchers}号`, ...more };
  return done(await takes(people.debtor, 'recordPayment', input)).payments.at(-1).id;
}
const answers = (id: string, payment: string, received: boolean) =>
  takes(people.creditor, 'confirmReceipt', { id, payment, received, reason: '账户核对' });
const court = { courtNumber: '（2026）内02民初11号', reason: '已起诉' };

/** The case and its ledger agree. */
async function agrees(id: string): Promise<void> {
  const now = await storedCase(city, id);
  sumsAgree(now);
  stepsInOrder(now);
}

describe('nothing is left to be paid: the creditor is asked, wherever the case stands', () => {
  test('by a settlement of what was disputed, after more than the agreed part was paid', async () => {
    const { id } = await accepted(people);
    await answers(id, await reports(id, '600000.00'), true);
    // what was paid is agreed on: there is no more to confirm
    const input = { id, undisputed: '600000.00', reason: '尾款有分歧' };
    expect(refused(await takes(people.debtor, 'confirmArrears', input))?.[1]).toBe('ARREARS_NOTHING_CONFIRMED');
    expect(done(await takes(people.debtor, 'disputeArrears', { id, reason: '尾款有分歧' })).state).toBe('DISPUTED');
    const settles = { id, owed: '0.00', dismissed: '400000.00', ...settlement };
    expect(done(await takes(people.admin, 'settleArrears', settles))).toMatchObject({
      ...{ state: 'PAID', principal: '600000.00', remaining: '0.00' },
    });
    expect(done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true })).state).toBe('CLEARED');
    await agrees(id);
  });

  test('by a judgment for what was paid already', async () => {
    const { id } = await confirmed(people, claim(), '100000.00', '金额有异议');
    await paid(people, id, '700000.00', '2026-06-01');
    expect(
      refused(await takes(people.creditor, 'referArrearsToCourt', { id, courtNumber: ' ', reason: '已起诉' })),
    ).toEqual(['BAD_INPUT', 'ARREARS_DOCUMENT']);
    done(await takes(people.creditor, 'referArrearsToCourt', { id, ...court }));
    expect(done(await takes(people.admin, 'adjudgeArrears', { id, owed: '700000.00', ...settlement }))).toMatchObject({
      ...{ state: 'PAID', principal: '700000.00', undisputed: '700000.00', remaining: '0.00' },
    });
    await agrees(id);
  });
});

test('what was said to be paid, and was not, is to be paid while the rest is disputed', async () => {
  const { id } = await accepted(people);
  await answers(id, await reports(id, '40000.00'), false);
  expect(done(await takes(people.debtor, 'disputeArrears', { id, reason: '尾款有分歧' }))).toMatchObject({
    ...{ state: 'CONFIRMED', undisputed: '40000.00', disputed: '960000.00' },
  });
  await agrees(id);
});

describe('no payment is left behind that nobody can answer any more', () => {
  test('before nothing is found to be owed, the creditor answers, in court as well', async () => {
    const { id } = await confirmed(people, claim(), '100000.00', '金额有异议');
    const payment = await reports(id, '40000.00');
    done(await takes(people.creditor, 'referArrearsToCourt', { id, ...court }));
    const dismisses = () => takes(people.admin, 'dismissArrears', { id, ...settlement });
    expect(refused(await dismisses())).toEqual(['REFUSED', 'RECEIPT_UNANSWERED']);
    expect(done(await answers(id, payment, true))).toMatchObject({ state: 'IN_COURT', paid: '40000.00' });
    expect(done(await dismisses())).toMatchObject({ state: 'UNFOUNDED', principal: '40000.00', remaining: '0.00' });
    await agrees(id);
  });

  test('nor is a claim withdrawn over it', async () => {
    const { id, number } = await accepted(people);
    const payment = await reports(id, '40000.00');
    expect(await seenBy(people.creditor, number)).toMatchObject({
      availableSteps: expect.not.arrayContaining([{ step: 'withdraw' }]),
    });
    const withdraws = () => takes(people.creditor, 'withdrawArrears', { id, reason: '已协商' });
    expect(refused(await withdraws())).toEqual(['REFUSED', 'RECEIPT_UNANSWERED']);
    done(await answers(id, payment, false));
    expect(done(await withdraws()).state).toBe('WITHDRAWN');
  });
});

test('a payment that did not come leaves one sum agreed on and another paid: what is dismissed is right to the fen', async () => {
  const sums = ['一期', '二期'].map((title) => ({
    ...{ title, kind: 'PAYMENT', amount: '100.00', deliveredOn: '2026-03-01' },
  }));
  const { id } = await confirmed(people, claim({ payables: sums }), '50.00', '其余有分歧');
  const first = await reports(id, '100.00');
  const second = await reports(id, '20.00');
  expect(done(await answers(id, first, false)).state).toBe('REOPENED');
  done(await answers(id, second, true));
  const settled = await takes(people.admin, 'settleArrears', { id, owed: '0.00', dismissed: '80.00', ...settlement });
  // what was reported as paid is agreed on, whether or not it came
  expect(done(settled)).toMatchObject({
    principal: '120.00',
    undisputed: '120.00',
    paid: '20.00',
    remaining: '100.00',
  });
  await agrees(id);
});

describe('a plan', () => {
  test('that is covered while more was agreed on since: the rest is due with its last instalment', async () => {
    const { id, number } = await confirmed(people, claim(), '600000.00', '尾款有分歧');
    const instalments = [
      { dueOn: '2026-06-05', amount: '200000.00' },
      { dueOn: '2026-06-10', amount: '400000.00' },
    ];
    done(await takes(people.debtor, 'proposeRepaymentPlan', { id, instalments }));
    done(await takes(people.creditor, 'agreeRepaymentPlan', { id, agrees: true }));
    done(await takes(people.admin, 'settleArrears', { id, owed: '100000.00', dismissed: '0.00', ...settlement }));
    expect(await paid(people, id, '600000.00', '2026-06-01')).toMatchObject({
      ...{ state: 'PLAN_AGREED', deadline: { dueOn: '2026-06-10' } },
    });
    day('2026-06-11');
    await strikes(city, '2026-06-11T01:00:00+08:00');
    expect(await seenBy(people.admin, number)).toMatchObject({ state: 'PLAN_BROKEN' });
    await agrees(id);
  });

  test('that is broken is followed by a measure at once: the five working days are the office’s own', async () => {
    const { id, number } = await confirmed(people);
    const instalments = [{ dueOn: '2026-06-02', amount: '1000000.00' }];
    done(await takes(people.debtor, 'proposeRepaymentPlan', { id, instalments }));
    done(await takes(people.creditor, 'agreeRepaymentPlan', { id, agrees: true }));
    day('2026-06-03');
    await strikes(city, '2026-06-03T01:00:00+08:00');
    expect(await seenBy(people.admin, number)).toMatchObject({
      ...{ state: 'PLAN_BROKEN', availableSteps: expect.arrayContaining([{ step: 'remind' }]) },
    });
    expect(done(await takes(people.admin, 'escalateArrears', { id, rung: 'REMINDER' })).state).toBe('REMINDED');
  });
});

test('a finding that was rejected can be proposed again, and the debtor is heard again', async () => {
  const { id } = await confirmed(people);
  const proposes = () => takes(people.admin, 'escalateArrears', { id, rung: 'FINDING', skipReason: '多次催告无果' });
  done(await proposes());
  expect(done(await takes(people.drc, 'rejectFinding', { id, reason: '先行整改' }))).toMatchObject({
    ...{ state: 'RECTIFYING', rung: 'RECTIFICATION' },
  });
  expect(done(await proposes()).state).toBe('FINDING_PROPOSED');
  expect(refused(await takes(people.drc, 'findDishonesty', { id }))).toEqual(['REFUSED', 'DEBTOR_NOT_HEARD']);
});

test('only for what is agreed on is the debtor urged and found dishonest: what is disputed stands in no notice and no record', async () => {
  const { id } = await confirmed(people, claim(), '600000.00', '尾款有分歧');
  await paid(people, id, '100000.00', '2026-06-01');
  const proposes = { id, rung: 'FINDING', skipReason: '多次催告无果' };
  const { documents } = done(await takes(people.admin, 'escalateArrears', proposes));
  expect(documents.at(-1).text).toContain('无分歧欠款尚欠500000.00元');
  done(await takes(people.debtor, 'answerFindingNotice', { id, reason: '财政困难' }));
  const found = done(await takes(people.drc, 'findDishonesty', { id }));
  expect(found.documents.at(-1).text).toContain('无分歧欠款尚欠500000.00元');
  expect(found.record.fields).toContainEqual({ key: 'SXJE', value: '500000.00' });
  expect(JSON.stringify(found.record.fields)).not.toContain('900000.00');
});

describe('the duty behind a finding', () => {
  /** A case in which dishonesty was found; its record. */
  async function found(input = claim()): Promise<{ id: string; record: string }> {
    const { id } = await confirmed(people, input, '600000.00', '尾款有分歧');
    done(await takes(people.admin, 'escalateArrears', { id, rung: 'FINDING', skipReason: '多次催告无果' }));
    done(await takes(people.debtor, 'answerFindingNotice', { id, reason: '财政困难' }));
    return { id, record: done(await takes(people.drc, 'findDishonesty', { id })).record.id };
  }
  /** Whether the duty is all that is in the way of its repair, among what else is. */
  async function isOpen(record: string): Promise<boolean> {
    const debtor = await city.enterprise(debtorCode);
    const { data } = await debtor.asks('query ($r: ID!) { repairEligibility(record: $r) { missing { reason } } }', {
      r: record,
    });
    return data.repairEligibility.missing.some(({ reason }: { reason: string }) => reason === 'REPAIR_DUTY_OPEN');
  }

  test('is over when a court finds that nothing is left to be paid', async () => {
    const { id, record } = await found();
    done(await takes(people.creditor, 'referArrearsToCourt', { id, ...court }));
    expect(await isOpen(record)).toBe(true);
    expect(done(await takes(people.admin, 'dismissArrears', { id, ...settlement })).state).toBe('UNFOUNDED');
    expect(await isOpen(record)).toBe(false);
  });

  test('is not what is owed anew', async () => {
    const input = claim();
    const { id, record } = await found(input);
    done(await takes(people.admin, 'settleArrears', { id, owed: '400000.00', dismissed: '0.00', ...settlement }));
    await paid(people, id, '1000000.00', '2026-06-01');
    done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }));
    done(await takes(people.second, 'closeArrears', { id }));
    day('2026-09-01');
    const more = { title: '二期货款', kind: 'PAYMENT', amount: '50000.00', deliveredOn: '2026-07-01' };
    const anew = done(await registers(people.creditor, { ...input, payables: [more] }));
    expect(anew).toMatchObject({ id, state: 'VERIFYING', record: null });
    expect(anew.documents.at(-1)).toMatchObject({
      kind: 'ARREARS_FORWARDING',
      text: expect.stringContaining('50000.00元'),
    });
    expect(await isOpen(record)).toBe(false);
  });
});

test('a claim that was withdrawn leaves the contract its sum, to be registered and paid', async () => {
  const input = claim();
  const { id } = done(await registers(people.creditor, input));
  done(await takes(people.creditor, 'withdrawArrears', { id, reason: '已协商' }));
  const { debtor: buyer, contract, size, payables } = input;
  const register = { buyer, supplier: creditorCode, contract, size, payables };
  const { payables: sums } = done(await registersContract(people.creditor, register));
  expect(sums.map(({ remaining }: { remaining: string }) => remaining)).toContain('1000000.00');
});

test('while a court has the case the time of handling stands still', async () => {
  const { id, number } = await confirmed(people, claim(), '100000.00', '金额有异议');
  expect((await seenBy(people.admin, number)).resultDeadline.dueOn).toBe('2026-07-01');
  day('2026-06-11');
  done(await takes(people.creditor, 'referArrearsToCourt', { id, ...court }));
  expect((await seenBy(people.admin, number)).resultDeadline).toBeNull();
  day('2026-08-11');
  const adjudged = done(await takes(people.admin, 'adjudgeArrears', { id, owed: '900000.00', ...settlement }));
  // 20 days are left of 30
  expect(adjudged).toMatchObject({ state: 'CONFIRMED', resultDeadline: { dueOn: '2026-08-31' } });
});

test('owed anew: what was agreed on stays, and the measures begin with a reminder', async () => {
  const input = claim();
  const { id, number } = await confirmed(people, input);
  done(await takes(people.admin, 'escalateArrears', { id, rung: 'CIRCULAR', skipReason: '影响重大' }));
  await paid(people, id, '1000000.00', '2026-06-01');
  done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }));
  done(await takes(people.second, 'closeArrears', { id }));
  day('2026-09-01');
  const more = { title: '二期货款', kind: 'PAYMENT', amount: '50000.00', deliveredOn: '2026-07-01' };
  expect(done(await registers(people.creditor, { ...input, payables: [more] }))).toMatchObject({ number, rung: null });
  const confirms = (undisputed: string) => takes(people.debtor, 'confirmArrears', { id, undisputed, reason: '新增' });
  expect(refused(await confirms('50000.00'))).toEqual(['BAD_INPUT', 'ARREARS_NOTHING_CONFIRMED']);
  expect(done(await confirms('1050000.00'))).toMatchObject({ state: 'CONFIRMED', undisputed: '1050000.00' });
  await strikes(city, '2026-10-10T10:00:00+08:00');
  expect(await seenBy(people.debtor, number)).toMatchObject({ state: 'REMINDED', rung: 'REMINDER' });
  await agrees(id);
});

test('interest that was paid before a payment of an earlier day became known is never owed below zero', async () => {
  const { id, number } = await confirmed(people);
  await paid(people, id, '31000.00', '2026-06-01', { purpose: 'INTEREST' });
  await paid(people, id, '1000000.00', '2026-04-10');
  expect(await interestOn(people.creditor, number, '2026-06-01')).toMatchObject({ amount: '5000.00', owed: '0.00' });
  expect(done(await takes(people.creditor, 'confirmClearance', { id }))).toMatchObject({ interestSettlement: 'PAID' });
});

test('no creditor succeeds its debtor', async () => {
  await accepted(people);
  const input = { from: debtorCode, to: creditorCode, document: '包编发〔2026〕1号', reason: '合并' };
  const { refusals } = await people.admin.asks(
    'mutation ($i: SucceedDebtorInput!) { it: succeedDebtor(input: $i) { id } }',
    { i: input },
  );
  expect(refusals.map(({ extensions }) => extensions.reason)).toEqual(['BUYER_IS_SUPPLIER']);
});

test('a registered sum of which nothing was delivered is no arrears', async () => {
  const input = claim();
  const { id } = done(await registers(people.creditor, input));
  done(await takes(people.admin, 'rejectArrears', { id, reason: '合同未附' }));
  await city.owner(
    `update payable set case_id = null, due_on = null, last_day = null, started_on = null, start_fact = null, delivered_on = null
     where case_id = $1`,
    [id],
  );
  expect(refused(await registers(people.creditor, input))?.[1]).toBe('ARREARS_NOT_DELIVERED');
});

describe('nobody gets away by a detour', () => {
  test('a debtor that reports payment instead of confirming has confirmed: when nothing came, it is urged', async () => {
    const { id } = await accepted(people);
    const payment = await reports(id, '1000000.00');
    const reopened = done(await answers(id, payment, false));
    expect(reopened).toMatchObject({ state: 'REOPENED', undisputed: '1000000.00', remaining: '1000000.00' });
    expect(done(await takes(people.admin, 'escalateArrears', { id, rung: 'REMINDER' })).state).toBe('REMINDED');
    await agrees(id);
  });

  test('whoever took any step of a case as administrator does not close it', async () => {
    const { id } = await confirmed(people);
    const input = { id, amount: '1000000.00', paidOn: '2026-06-01', voucher: '包财支〔2026〕代登' };
    const { payments } = done(await takes(people.second, 'recordPayment', input));
    done(await answers(id, payments[0].id, true));
    done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }));
    for (const who of [people.admin, people.second]) {
      expect(refused(await takes(who, 'closeArrears', { id }))).toEqual(['REFUSED', 'HANDLER_IS_CLOSER']);
    }
    expect(done(await takes(await city.official('arrears-admin', 'wang'), 'closeArrears', { id })).state).toBe(
      'CLOSED',
    );
  });

  test('a claim that was partly paid is not withdrawn; one that is leaves nothing that is owed', async () => {
    const { id } = await accepted(people);
    await answers(id, await reports(id, '5.00'), true);
    const withdraws = (one: string) => takes(people.creditor, 'withdrawArrears', { id: one, reason: '双方和解' });
    expect(refused(await withdraws(id))).toEqual(['REFUSED', 'ARREARS_PARTLY_PAID']);
    const other = await accepted(people);
    expect(done(await withdraws(other.id))).toMatchObject({ state: 'WITHDRAWN', principal: '0.00', remaining: '0.00' });
  });

  test('owed anew, the time of handling is thirty days again, and can be extended again', async () => {
    const input = claim();
    const { id } = await confirmed(people, input);
    done(await takes(people.admin, 'extendArrears', { id, reason: '案情复杂' }));
    expect(refused(await takes(people.admin, 'extendArrears', { id, reason: '再延' }))).toEqual([
      'REFUSED',
      'STEP_ONLY_ONCE',
    ]);
    await paid(people, id, '1000000.00', '2026-06-01');
    done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }));
    done(await takes(people.second, 'closeArrears', { id }));
    day('2026-09-01');
    const again = {
      ...input,
      payables: [{ title: '二期', kind: 'PAYMENT', amount: '9.00', deliveredOn: '2026-07-01' }],
    };
    expect(done(await registers(people.creditor, again)).resultDeadline).toMatchObject({
      dueOn: '2026-10-08',
      length: 30,
    });
    expect(done(await takes(people.admin, 'extendArrears', { id, reason: '案情复杂' })).resultDeadline.length).toBe(90);
  });
});
