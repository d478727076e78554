import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  accepted,
  claim,
  clockStrikes,
  confirmed,
  creditorCode,
  debtorCode,
  done,
  interestOn,
  type Parties,
  paid,
  parties,
  refused,
  registers,
  seenBy,
  takes,
} from './world/arrears.js';
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
  await clockStrikes(city, '2026-07-01T10:00:00+08:00');
  expect((await seenBy(people.admin, number)).state).toBe('CONFIRMED');
  day('2026-07-02');
  await clockStrikes(city, '2026-07-02T10:00:00+08:00');
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
