import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
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

test('a claim is explained: the due day follows from the delivery, interest runs to the fen', async () => {
  const one = done(await registers(people.creditor, claim()));
  expect(one).toMatchObject({
    state: 'FILED',
    source: 'COMPLAINT',
    principal: '1000000.00',
    remaining: '1000000.00',
    undisputed: '0.00',
    oldestDueOn: '2026-03-31',
    debtor: { uscc: debtorCode },
    creditor: { uscc: creditorCode },
    contract: { supplierSize: 'SMALL', rateKind: 'STATUTORY', annualRate: null },
    payables: [{ title: '货款', amount: '1000000.00', dueOn: '2026-03-31' }],
    deadline: { dueOn: '2026-06-15', length: 10, unit: 'WORKING_DAYS' },
    timeline: [{ step: 'register', by: 'CREDITOR', from: null, to: 'FILED' }],
  });
  expect(one.number).toMatch(/^A-20260601-\d{6}$/);
  expect(await interestOn(people.creditor, one.number, '2026-11-22')).toMatchObject({
    amount: '118000.00',
    owed: '118000.00',
    rateKind: 'STATUTORY',
    payables: [
      {
        amount: '118000.00',
        lines: [
          { from: '2026-04-01', until: '2026-11-22', days: 236, balance: '1000000.00', interest: '118000.000000' },
        ],
      },
    ],
  });
});

test('paid after a reminder: the clock reminds, the debtor pays in parts, the creditor confirms and waives, another administrator closes', async () => {
  const { id, number } = await confirmed(people);
  expect(await seenBy(people.debtor, number)).toMatchObject({
    state: 'CONFIRMED',
    undisputed: '1000000.00',
    disputed: '0.00',
    deadline: { dueOn: '2026-07-01' },
    resultDeadline: { dueOn: '2026-07-01', length: 30, unit: 'DAYS' },
  });
  await strikes(city, '2026-07-01T10:00:00+08:00');
  expect((await seenBy(people.admin, number)).state).toBe('CONFIRMED');
  day('2026-07-02');
  await strikes(city, '2026-07-02T10:00:00+08:00');
  const reminded = await seenBy(people.debtor, number);
  expect(reminded).toMatchObject({ state: 'REMINDED', rung: 'REMINDER' });
  expect(reminded.documents.at(-1)).toMatchObject({ kind: 'ARREARS_REMINDER', title: '拖欠账款清偿提醒函' });
  expect(reminded.documents.at(-1).text).toContain('逾期利息46500.00元');

  await paid(people, id, '400000.00', '2026-07-02');
  const input = { id, amount: '600000.00', paidOn: '2026-07-02', voucher: '包财支〔2026〕尾款' };
  const whole = done(await takes(people.debtor, 'recordPayment', input));
  expect(whole).toMatchObject({ state: 'PAID', paid: '400000.00', pending: '600000.00', remaining: '600000.00' });
  expect(refused(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }))).toEqual([
    'REFUSED',
    'RECEIPT_UNANSWERED',
  ]);
  done(await takes(people.creditor, 'confirmReceipt', { id, payment: whole.payments.at(-1).id, received: true }));
  expect(refused(await takes(people.second, 'closeArrears', { id }))).toEqual(['CONFLICT', 'CASE_MOVED_ON']);
  expect(refused(await takes(people.creditor, 'confirmClearance', { id }))).toEqual(['REFUSED', 'INTEREST_OPEN']);
  const cleared = done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }));
  expect(cleared).toMatchObject({ state: 'CLEARED', interestSettlement: 'WAIVED', remaining: '0.00' });
  expect(refused(await takes(people.admin, 'closeArrears', { id }))).toEqual(['REFUSED', 'HANDLER_IS_CLOSER']);
  const closed = done(await takes(people.second, 'closeArrears', { id }));
  expect(closed).toMatchObject({ state: 'CLOSED', closedOn: '2026-07-02' });
});

test('a disputed half: the undisputed part is paid meanwhile, mediation settles the rest', async () => {
  const { id, number } = await confirmed(people, claim(), '600000.00', '尾款对应货物质量不符');
  expect(await seenBy(people.creditor, number)).toMatchObject({
    ...{ state: 'CONFIRMED', undisputed: '600000.00', disputed: '400000.00', remaining: '1000000.00' },
  });
  const paying = { id, amount: '600000.00', paidOn: '2026-06-01', voucher: '包财支〔2026〕一半' };
  const half = done(await takes(people.debtor, 'recordPayment', paying));
  expect(half).toMatchObject({ state: 'DISPUTED', pending: '600000.00' });
  // what is disputed is not urged
  expect(refused(await takes(people.admin, 'escalateArrears', { id, rung: 'REMINDER' }))?.[1]).toBe('CASE_MOVED_ON');
  done(await takes(people.creditor, 'confirmReceipt', { id, payment: half.payments[0].id, received: true }));
  const settlement = {
    id,
    owed: '300000.00',
    dismissed: '200000.00',
    document: '调解协议〔2026〕1号',
    reason: '按质论价',
  };
  expect(refused(await takes(people.admin, 'settleArrears', settlement))).toEqual(['BAD_INPUT', 'ARREARS_SETTLEMENT']);
  const settled = done(await takes(people.admin, 'settleArrears', { ...settlement, dismissed: '100000.00' }));
  expect(settled).toMatchObject({
    ...{ state: 'CONFIRMED', principal: '900000.00', undisputed: '900000.00', disputed: '0.00', paid: '600000.00' },
    remaining: '300000.00',
  });
  // what was never owed bore no interest: 900,000 for 62 days
  expect((await interestOn(people.creditor, number, '2026-06-01')).amount).toBe('27900.00');
});

test('a court has it: it is not counted; the judgment says what is owed, or that nothing is', async () => {
  const one = await confirmed(people, claim(), '100000.00', '金额有异议');
  const referred = await takes(people.creditor, 'referArrearsToCourt', {
    id: one.id,
    reason: '已起诉',
    courtNumber: '（2026）内02民初9号',
  });
  expect(done(referred)).toMatchObject({ state: 'IN_COURT', courtNumber: '（2026）内02民初9号', deadline: null });
  const judgment = { id: one.id, document: '（2026）内02民初9号', reason: '判决生效' };
  expect(refused(await takes(people.admin, 'adjudgeArrears', { ...judgment, owed: '90000.00' }))?.[1]).toBe(
    'ARREARS_JUDGMENT',
  );
  expect(done(await takes(people.admin, 'adjudgeArrears', { ...judgment, owed: '700000.00' }))).toMatchObject({
    ...{ state: 'CONFIRMED', principal: '700000.00', undisputed: '700000.00' },
  });
  const other = await confirmed(people);
  done(
    await takes(people.admin, 'referArrearsToCourt', {
      id: other.id,
      reason: '已起诉',
      courtNumber: '（2026）内02民初10号',
    }),
  );
  expect(done(await takes(people.admin, 'dismissArrears', { ...judgment, id: other.id }))).toMatchObject({
    ...{ state: 'UNFOUNDED', principal: '0.00', undisputed: '0.00', remaining: '0.00' },
  });
  expect((await interestOn(people.creditor, other.number, '2026-06-01')).amount).toBe('0.00');
});

describe('a broken plan, up to dishonesty and back through repair', () => {
  let id: string;
  let number: string;
  let record: string;

  test('a plan is proposed, agreed and kept for one instalment', async () => {
    ({ id, number } = await confirmed(people));
    const instalments = [
      { dueOn: '2026-06-10', amount: '400000.00', funds: '本级财政' },
      { dueOn: '2026-06-20', amount: '600000.00' },
    ];
    const bad = { id, instalments: [{ dueOn: '2026-06-10', amount: '400000.00' }] };
    expect(refused(await takes(people.debtor, 'proposeRepaymentPlan', bad))).toEqual(['BAD_INPUT', 'PLAN_SUM']);
    expect(refused(await takes(people.creditor, 'agreeRepaymentPlan', { id, agrees: true }))).toEqual([
      'REFUSED',
      'PLAN_NONE',
    ]);
    done(await takes(people.debtor, 'proposeRepaymentPlan', { id, instalments }));
    const agreed = done(await takes(people.creditor, 'agreeRepaymentPlan', { id, agrees: true }));
    expect(agreed).toMatchObject({ state: 'PLAN_AGREED', deadline: { dueOn: '2026-06-10', unit: 'UNTIL_DATE' } });
    day('2026-06-10');
    const after = await paid(people, id, '400000.00', '2026-06-10');
    expect(after).toMatchObject({ state: 'PLAN_AGREED', deadline: { dueOn: '2026-06-20' } });
    await strikes(city, '2026-06-20T23:00:00+08:00');
    expect((await seenBy(people.admin, number)).state).toBe('PLAN_AGREED');
  });

  test('the second instalment does not come: the plan is broken, the administrators go up the ladder step by step', async () => {
    day('2026-06-21');
    await strikes(city, '2026-06-21T01:00:00+08:00');
    expect(await seenBy(people.creditor, number)).toMatchObject({
      ...{ state: 'PLAN_BROKEN', plans: [{ state: 'BROKEN', brokenOn: '2026-06-20' }] },
    });
    const escalates = (rung: string, more: object = {}) =>
      takes(people.admin, 'escalateArrears', { id, rung, ...more });
    expect(refused(await escalates('ORDER'))).toEqual(['REFUSED', 'RUNG_SKIPPED']);
    expect(refused(await takes(people.debtor, 'escalateArrears', { id, rung: 'ORDER' }))?.[0]).toBe('FORBIDDEN');
    const reminded = done(
      await escalates('ORDER', { skipReason: '还款计划已违约，直接督办', reason: '请于十五日内付清。' }),
    );
    expect(reminded).toMatchObject({ state: 'ORDERED', rung: 'ORDER' });
    expect(reminded.timeline.at(-1)).toMatchObject({
      step: 'order',
      reason: '请于十五日内付清。；还款计划已违约，直接督办',
    });
    expect(reminded.documents.at(-1).text).toContain('越级采取本措施的理由');
    expect(refused(await escalates('INTERVIEW'))).toEqual(['REFUSED', 'RUNG_TOO_EARLY']);
    expect(refused(await escalates('REMINDER', { skipReason: '再提醒一次' }))?.[1]).toBe('CASE_MOVED_ON');
    day('2026-07-07');
    done(await escalates('INTERVIEW'));
    day('2026-07-18');
    done(await escalates('CIRCULAR'));
    day('2026-07-29');
    done(await escalates('RECTIFICATION'));
    day('2026-08-29');
    const proposed = done(await escalates('FINDING', { reason: '逾期未整改。' }));
    expect(proposed).toMatchObject({ state: 'FINDING_PROPOSED', record: null });
  });

  test('the debtor is heard, then the authority finds dishonesty: a public record with measures', async () => {
    day('2026-08-29');
    expect(await seenBy(people.tax, number)).toBeNull();
    expect(await seenBy(people.drc, number)).toMatchObject({ availableSteps: [{ step: 'rejectFinding' }] });
    expect(refused(await takes(people.drc, 'findDishonesty', { id }))).toEqual(['REFUSED', 'DEBTOR_NOT_HEARD']);
    done(await takes(people.debtor, 'answerFindingNotice', { id, reason: '财政困难，正在筹措。' }));
    expect(refused(await takes(people.admin, 'findDishonesty', { id }))?.[0]).toBe('FORBIDDEN');
    const found = done(await takes(people.drc, 'findDishonesty', { id, reason: '理由不成立。' }));
    expect(found).toMatchObject({ state: 'FOUND_DISHONEST', record: { state: 'EFFECTIVE' } });
    expect(found.measures.map(({ inForce }: any) => inForce)).toEqual(found.measures.map(() => true));
    record = found.record.id;
    const { data } = await city.anyone.asks(
      'query ($u: USCC!) { entity(uscc: $u) { records(filter: { item: "DRC_GOVERNMENT_DISHONESTY" }) { edges { node { id publicFrom publicUntil fields { key value } } } } } }',
      { u: debtorCode },
    );
    const [{ node }] = data.entity.records.edges;
    expect(node).toMatchObject({ id: record, publicFrom: '2026-08-29', publicUntil: '2027-08-29' });
    expect(node.fields).toContainEqual({ key: 'SXJE', value: '600000.00' });
  });

  test('repair waits for the shortest publicity and for performance, then it lifts the measures', async () => {
    const itself = await city.enterprise(debtorCode);
    const eligible = async () =>
      (
        await itself.asks('query ($r: ID!) { repairEligibility(record: $r) { eligible missing { reason } } }', {
          r: record,
        })
      ).data.repairEligibility;
    day('2026-11-30');
    expect(await eligible()).toMatchObject({ eligible: false, missing: [{ reason: 'REPAIR_DUTY_OPEN' }] });
    // the shortest publicity of three months is over
    await paid(people, id, '600000.00', '2026-11-30');
    done(await takes(people.creditor, 'confirmClearance', { id, waivesInterest: true }));
    expect(await eligible()).toMatchObject({ eligible: true });
    const { data, refusals } = await itself.asks(
      'mutation ($i: ApplyForRepairInput!) { it: applyForRepair(input: $i) { id } }',
      {
        i: {
          record,
          proofs: [{ title: '付款凭证', heldBy: 'FINANCE', number: '包财支〔2026〕9号' }],
          commitment: { accepts: true, signedBy: '法定代表人' },
        },
      },
    );
    expect(refusals).toEqual([]);
    const decides = (mutation: string) =>
      people.drc.asks(`mutation ($i: DecideRepairInput!) { it: ${mutation}(input: $i) { state } }`, {
        i: { id: data.it.id },
      });
    expect((await decides('acceptRepair')).refusals).toEqual([]);
    expect((await decides('approveRepair')).data.it.state).toBe('APPROVED');
    const after = await seenBy(people.admin, number);
    expect(after.measures.map(({ inForce }: any) => inForce)).toEqual(after.measures.map(() => false));
    expect(done(await takes(people.second, 'closeArrears', { id }))).toMatchObject({ state: 'CLOSED' });
  });
});
