import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import {
  clearanceFault,
  closerFault,
  confirmFault,
  documentFault,
  extensionFault,
  hearingFault,
  interestFault,
  mayKnow,
  nextInstalment,
  partyOf,
  planFault,
  rungFault,
  rungs,
  settlementFault,
  silenceFault,
  waitingFault,
} from '../../src/arrears/arrears.rules.js';
import { ArrearsState as S } from '../../src/arrears/arrears.states.js';
import { ArrearsRung as R } from '../../src/arrears/arrears.words.js';
import { as, officer } from './standings.js';

/** The reason of a refusal; null: none. */
const why = (fault: { readonly reason: string } | null): string | null => fault?.reason ?? null;

const [creditor, debtor, stranger] = ['91150203MA0T3QT218', '1115020001T3QT211H', '91150200MA0T3QT132'];
const enterprise = (uscc: string) => as(Role.ENTERPRISE, { uscc });

describe('what a viewer is to a case, and whether it exists for them', () => {
  const sides = { creditorUscc: creditor, debtorUscc: debtor, debtorCode: 'TRANSPORT', authorityCode: null };

  test.each<[string, Viewer, string | null, boolean]>([
    ['the creditor', enterprise(creditor), 'CREDITOR', true],
    ['the debtor as an entity', enterprise(debtor), 'DEBTOR', true],
    ['an officer of the debtor', officer('TRANSPORT'), 'DEBTOR', true],
    ['the administrators', as(Role.ARREARS_ADMIN), 'ADMIN', true],
    ['the supervisor', as(Role.SUPERVISOR), null, true],
    ['another firm', enterprise(stranger), null, false],
    ['an officer of another department', officer('TAX'), null, false],
    ['an officer of the authority before a finding is proposed', officer('DRC'), null, false],
    ['an officer without a department', as(Role.DEPARTMENT), null, false],
    ['the credit centre', as(Role.CREDIT_CENTRE), null, false],
    ['the public', as(Role.PUBLIC), null, false],
    ['the public, with the code of the creditor', as(Role.PUBLIC, { uscc: creditor }), null, false],
    [
      'an administrator, with the department of the debtor',
      as(Role.ADMINISTRATOR, { department: 'TRANSPORT' }),
      null,
      false,
    ],
  ])('%s', (_who, viewer, party, knows) => {
    expect([partyOf(viewer, sides), mayKnow(viewer, sides)]).toEqual([party, knows]);
  });

  test('the authority is a party once a finding is proposed, and never of its own debt', () => {
    expect(partyOf(officer('DRC'), { ...sides, authorityCode: 'DRC' })).toBe('AUTHORITY');
    expect(partyOf(officer('DRC'), { ...sides, debtorCode: 'DRC', authorityCode: 'DRC' })).toBe('DEBTOR');
  });

  test('of a firm that owes no department is the debtor', () => {
    const large = { ...sides, debtorUscc: stranger, debtorCode: null };
    expect(partyOf(enterprise(stranger), large)).toBe('DEBTOR');
    expect([officer('TRANSPORT'), as(Role.DEPARTMENT)].map((viewer) => partyOf(viewer, large))).toEqual([null, null]);
  });
});

describe('what the debtor confirms (arts 15, 16)', () => {
  test.each<[string, string, string, string | null, string | null]>([
    ['1000.00', '0.00', '1000.00', null, null],
    ['1000.00', '0.00', '0.01', '其余有分歧', null],
    ['1000.00', '0.00', '999.99', null, 'ARREARS_DISPUTE_REASON'],
    ['1000.00', '0.00', '0.00', '无', 'ARREARS_NOTHING_CONFIRMED'],
    ['1000.00', '0.00', '-1.00', '无', 'ARREARS_NOTHING_CONFIRMED'],
    ['1000.00', '0.00', '1000.01', null, 'ARREARS_CONFIRMED_TOO_MUCH'],
    // owed anew: what was agreed on before stays
    ['1500.00', '1000.00', '500.00', '新增部分', 'ARREARS_NOTHING_CONFIRMED'],
    ['1500.00', '1000.00', '1000.00', '新增部分', 'ARREARS_NOTHING_CONFIRMED'],
    ['1500.00', '1000.00', '1500.00', null, null],
  ])('of %s with %s agreed on: %s, reason %s: %s', (principal, undisputed, confirmed, reason, fault) => {
    expect(why(confirmFault({ principal, undisputed }, confirmed, reason))).toBe(fault);
  });
});

test.each<[string | null, string, string | null, string | null]>([
  ['2026-07-01', '2026-06-30', '合同、发票', 'ARREARS_DEBTOR_HAS_TIME'],
  ['2026-07-01', '2026-07-01', '合同、发票', 'ARREARS_DEBTOR_HAS_TIME'],
  ['2026-07-01', '2026-07-02', '合同、发票', null],
  ['2026-07-01', '2026-07-02', null, 'REASON_REQUIRED'],
  [null, '2026-07-02', '合同、发票', null],
])('silent until %s, seen on %s, evidence %s: %s', (dueOn, today, reason, fault) => {
  expect(why(silenceFault({ dueOn }, today, reason))).toBe(fault);
});

/** 1,000.00 claimed, of which so much is agreed on, paid and reported as paid. */
const owing = (undisputed: string, paid = '0.00', pending = '0.00', principal = '1000.00') => ({
  ...{ principal, undisputed, paid, pending },
});

describe('how a dispute is settled (arts 15, 25)', () => {
  test.each<[string, ReturnType<typeof owing>, string, string, string | null, string | null, string | null]>([
    ['all of it is owed', owing('600.00'), '400.00', '0.00', '调解书', '和解', null],
    ['a part of each', owing('600.00'), '100.00', '50.00', '调解书', '和解', null],
    ['nothing said', owing('600.00'), '0.00', '0.00', '调解书', '和解', 'ARREARS_SETTLEMENT'],
    ['a fen more than is disputed', owing('600.00'), '400.00', '0.01', '调解书', '和解', 'ARREARS_SETTLEMENT'],
    ['a negative part', owing('600.00'), '-1.00', '2.00', '调解书', '和解', 'ARREARS_SETTLEMENT'],
    ['the other negative', owing('600.00'), '2.00', '-1.00', '调解书', '和解', 'ARREARS_SETTLEMENT'],
    ['what was paid', owing('0.00', '600.00'), '0.00', '400.01', '调解书', '和解', 'ARREARS_SETTLEMENT'],
    [
      'what is reported as paid',
      owing('0.00', '0.00', '600.00'),
      '0.00',
      '400.01',
      '调解书',
      '和解',
      'ARREARS_SETTLEMENT',
    ],
    ['all that is not paid', owing('0.00', '600.00'), '0.00', '400.00', '调解书', '和解', null],
    ['all of the claim', owing('0.00'), '0.00', '1000.00', '调解书', '和解', 'ARREARS_DISMISS_INSTEAD'],
    ['without a document', owing('600.00'), '400.00', '0.00', null, '和解', 'ARREARS_DOCUMENT'],
    ['without a reason', owing('600.00'), '400.00', '0.00', '调解书', null, 'REASON_REQUIRED'],
  ])('%s', (_what, one, owed, dismissed, document, reason, fault) => {
    expect(why(settlementFault(one, { owed, dismissed }, document, reason))).toBe(fault);
  });

  test('a document is named before a reason is', () => {
    expect(
      ['', '判决书'].flatMap((document) =>
        [null, '生效'].map((reason) => why(documentFault('document', document || null, reason))),
      ),
    ).toEqual(['ARREARS_DOCUMENT', 'ARREARS_DOCUMENT', 'REASON_REQUIRED', null]);
    expect(documentFault('courtNumber', null, null)?.params).toEqual({ field: 'courtNumber' });
  });
});

describe('a plan comes to what is undisputed and unpaid', () => {
  const today = '2026-06-01';
  const two = (first: [string, string], second: [string, string]) =>
    [first, second].map(([dueOn, amount]) => ({ dueOn, amount }));
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      dueOn: new Date(Date.UTC(2026, 5, 1 + i)).toISOString().slice(0, 10),
      amount: i === 0 ? `${(600 - (count - 1)).toFixed(2)}` : '1.00',
    }));

  test.each<[string, ReturnType<typeof owing>, ReturnType<typeof two>, string | null]>([
    ['in two parts', owing('600.00'), two(['2026-06-10', '400.00'], ['2026-06-20', '200.00']), null],
    ['today is not too early', owing('600.00'), two(['2026-06-01', '400.00'], ['2026-06-02', '200.00']), null],
    [
      'of what is left',
      owing('600.00', '100.00', '200.00'),
      two(['2026-06-10', '299.99'], ['2026-06-20', '0.01']),
      null,
    ],
    ['sixty parts', owing('600.00'), many(60), null],
    ['sixty-one parts', owing('600.00'), many(61), 'PLAN_LENGTH'],
    ['no part', owing('600.00'), [], 'PLAN_LENGTH'],
    ['yesterday', owing('600.00'), two(['2026-05-31', '400.00'], ['2026-06-20', '200.00']), 'PLAN_ORDER'],
    ['the same day twice', owing('600.00'), two(['2026-06-10', '400.00'], ['2026-06-10', '200.00']), 'PLAN_ORDER'],
    ['out of order', owing('600.00'), two(['2026-06-20', '400.00'], ['2026-06-10', '200.00']), 'PLAN_ORDER'],
    ['an empty part', owing('600.00'), two(['2026-06-10', '600.00'], ['2026-06-20', '0.00']), 'PLAN_AMOUNT'],
    ['a negative part', owing('600.00'), two(['2026-06-10', '700.00'], ['2026-06-20', '-100.00']), 'PLAN_AMOUNT'],
    ['a fen too little', owing('600.00'), two(['2026-06-10', '400.00'], ['2026-06-20', '199.99']), 'PLAN_SUM'],
    ['what is disputed as well', owing('600.00'), two(['2026-06-10', '600.00'], ['2026-06-20', '400.00']), 'PLAN_SUM'],
    ['nothing undisputed', owing('0.00'), [], 'ARREARS_NOTHING_UNDISPUTED'],
    ['all of it reported as paid', owing('600.00', '0.00', '600.00'), [], 'ARREARS_NOTHING_UNDISPUTED'],
  ])('%s', (_what, one, instalments, fault) => {
    expect(why(planFault(one, instalments, today))).toBe(fault);
  });

  test.each<[bigint, string | null]>([
    [-1n, '2026-06-10'],
    [0n, '2026-06-10'],
    [39_999n, '2026-06-10'],
    [40_000n, '2026-06-20'],
    [59_999n, '2026-06-20'],
    [60_000n, null],
    [99_999n, null],
  ])('with %s fen paid since, the next instalment is of %s', (paidSince, next) => {
    const plan = two(['2026-06-10', '400.00'], ['2026-06-20', '200.00']);
    expect(nextInstalment(plan, paidSince)).toBe(next);
  });
});

describe('the ladder (arts 21-26)', () => {
  const states = [S.REMINDED, S.INQUIRED, S.ORDERED, S.INTERVIEWED, S.ANNOUNCED, S.RECTIFYING, S.FINDING_PROPOSED];
  /** A case that was last urged by the measure; null: by none. */
  const urged = (rung: R | null, more: object = {}) => ({
    ...owing('600.00'),
    ...{ state: rung === null ? S.CONFIRMED : states[rungs.indexOf(rung)]!, rung, dueOn: '2026-07-01', ...more },
  });

  test('reminder, inquiry, order, interview, circular, rectification, finding', () => {
    expect(rungs).toEqual(['REMINDER', 'INQUIRY', 'ORDER', 'INTERVIEW', 'CIRCULAR', 'RECTIFICATION', 'FINDING']);
  });

  test.each<R | null>([null, ...rungs])('after %s only the next measure, once its time is over', (taken) => {
    const at = taken === null ? -1 : rungs.indexOf(taken);
    for (const [i, rung] of rungs.entries()) {
      const told = (today: string, skipReason: string | null) => why(rungFault(urged(taken), rung, today, skipReason));
      const again = i <= at;
      const next = i === at + 1;
      expect([rung, told('2026-07-02', null)]).toEqual([rung, again ? 'RUNG_TAKEN' : next ? null : 'RUNG_SKIPPED']);
      expect([rung, told('2026-07-01', null)]).toEqual([
        rung,
        again ? 'RUNG_TAKEN' : next ? 'RUNG_TOO_EARLY' : 'RUNG_SKIPPED',
      ]);
      // a stated reason skips, and does not wait; it takes nothing twice
      expect([rung, told('2026-06-02', '还款计划已违约')]).toEqual([rung, again ? 'RUNG_TAKEN' : null]);
    }
  });

  test('it names the measures that would be skipped', () => {
    expect(rungFault(urged(R.REMINDER), R.INTERVIEW, '2026-07-02', null)?.params).toMatchObject({
      skipped: 'INQUIRY, ORDER',
    });
  });

  test.each<[string, S, string | null]>([
    ['the debtor has time after confirming', S.CONFIRMED, 'RUNG_TOO_EARLY'],
    ['after a broken plan the deadline is the office’s own', S.PLAN_BROKEN, null],
    ['so it is when a payment did not come', S.REOPENED, null],
  ])('%s', (_what, state, fault) => {
    expect(why(rungFault(urged(null, { state }), R.REMINDER, '2026-06-15', null))).toBe(fault);
  });

  test.each([
    ['nothing is agreed on', owing('0.00')],
    ['what is agreed on is paid', owing('600.00', '600.00')],
    ['it is reported as paid', owing('600.00', '100.00', '500.00')],
    ['more was paid than is agreed on', owing('600.00', '700.00')],
  ])('nobody is urged where %s, whatever the reason', (_what, amounts) => {
    expect(why(rungFault(urged(null, amounts), R.REMINDER, '2026-07-02', '理由'))).toBe('ARREARS_NOTHING_UNDISPUTED');
  });
});

describe('the debtor is heard on a proposed finding', () => {
  test.each<[string, string[], string, string | null]>([
    ['no answer, in time', ['proposeFinding'], '2026-09-07', 'DEBTOR_NOT_HEARD'],
    ['no answer, the day after', ['proposeFinding'], '2026-09-08', null],
    ['answered', ['proposeFinding', 'pay', 'answerNotice'], '2026-09-01', null],
    [
      'answered a former proposal',
      ['proposeFinding', 'answerNotice', 'rejectFinding', 'proposeFinding'],
      '2026-09-01',
      'DEBTOR_NOT_HEARD',
    ],
  ])('%s', (_what, history, today, fault) => {
    expect(why(hearingFault({ history }, '2026-09-07', today))).toBe(fault);
  });
});

describe('cleared when everything came, on the word of the creditor', () => {
  test.each<[string, number, bigint, string | null, string | null, string | null]>([
    // remaining, payments that wait, interest; cleared, cleared with a waiver, interest claimed
    ['0.00', 0, 0n, null, null, 'NO_INTEREST'],
    ['0.00', 0, -1n, null, null, 'NO_INTEREST'],
    ['0.00', 0, 1n, 'INTEREST_OPEN', null, null],
    ['0.00', 1, 0n, 'RECEIPT_UNANSWERED', 'RECEIPT_UNANSWERED', 'RECEIPT_UNANSWERED'],
    ['0.01', 0, 1n, 'STILL_OWED', 'STILL_OWED', 'STILL_OWED'],
    ['0.01', 2, 1n, 'RECEIPT_UNANSWERED', 'RECEIPT_UNANSWERED', 'RECEIPT_UNANSWERED'],
  ])('%s owed, %i payments wait, %s fen of interest', (remaining, waiting, interest, plain, waived, claimed) => {
    const unsettled = { waiting, interest };
    expect([
      why(clearanceFault({ remaining }, unsettled, false)),
      why(clearanceFault({ remaining }, unsettled, true)),
      why(interestFault({ remaining }, unsettled)),
    ]).toEqual([plain, waived, claimed]);
  });

  test('whoever handled a case does not close it; no case ends on a payment that nobody has answered', () => {
    expect([closerFault(['zhao', 'li'], 'li'), closerFault(['zhao', 'li'], 'wang')].map(why)).toEqual([
      'HANDLER_IS_CLOSER',
      null,
    ]);
    expect([waitingFault(0), waitingFault(1)].map(why)).toEqual([null, 'RECEIPT_UNANSWERED']);
  });
});

test.each<[string | null, string, string | null, string | null]>([
  ['2026-07-01', '2026-07-01', '案情复杂', null],
  ['2026-07-01', '2026-07-02', '案情复杂', 'EXTENSION_TOO_LATE'],
  ['2026-07-01', '2026-06-30', null, 'REASON_REQUIRED'],
  [null, '2026-07-02', '案情复杂', 'NO_TIME_TO_EXTEND'],
])('handled until %s, extended on %s, reason %s: %s', (resultDueOn, today, reason, fault) => {
  expect(why(extensionFault({ resultDueOn }, today, reason))).toBe(fault);
});
