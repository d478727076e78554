import { describe, expect, test } from '@jest/globals';
import { type ArrearsGuard, ArrearsState as S } from '../../src/arrears/arrears.states.js';
import { arrearsWorkflow } from '../../src/arrears/arrears.workflow.js';
import { clockOf } from '../../src/workflow/clock.js';
import { type Situation, take } from '../../src/workflow/take.js';
import { type PartyOf, rowsOf, type StepOf, type TheClock } from '../../src/workflow/workflow.js';

type Name = StepOf<typeof arrearsWorkflow>;
type Party = PartyOf<typeof arrearsWorkflow> | TheClock;
type Cell = readonly [S | null, Name, Party, S];

const rungs = [S.REMINDED, S.INQUIRED, S.ORDERED, S.INTERVIEWED, S.ANNOUNCED, S.RECTIFYING, S.FINDING_PROPOSED];
/** The measures in order: Order 802 arts 21-26, each leading to the state of its name. */
const measures: readonly Name[] = [
  ...(['remind', 'inquire', 'order', 'interview', 'announce', 'orderRectification', 'proposeFinding'] as const),
];
/** Undisputed money is owed, and no plan is being kept. */
const owing = [S.CONFIRMED, S.PLAN_BROKEN, S.REOPENED, ...rungs, S.FOUND_DISHONEST];
/** Money may come. */
const paying = [S.VERIFYING, S.DISPUTED, S.PLAN_AGREED, ...owing];
/** Taken up and not closed. */
const open = [...paying, S.PAID, S.INTEREST_DUE, S.CLEARED, S.IN_COURT];
const ended = [S.NOT_ACCEPTED, S.WITHDRAWN, S.UNFOUNDED];

const cells = (from: readonly (S | null)[], step: Name, by: readonly Party[], to?: S): Cell[] =>
  from.flatMap((state) => by.map((party) => [state, step, party, to ?? state!] as const));

/**
 * Who may do what where, written from the law (State Council Order 802, 保障中小企业款项支付条例) and not from the table: states,
 * the step, by whom, and where it leads; not named: the state stays. All else is refused.
 */
const allowed: readonly Cell[] = [
  // arts 24, 25: registered by either side or by the office, taken up and forwarded, or not
  ...cells([null], 'register', ['CREDITOR', 'DEBTOR', 'ADMIN'], S.FILED),
  ...cells([S.FILED], 'accept', ['ADMIN'], S.VERIFYING),
  ...cells([S.FILED], 'reject', ['ADMIN'], S.NOT_ACCEPTED),
  // art. 20: of its own will, as long as nobody has confirmed it
  ...cells([S.FILED, S.VERIFYING, S.DISPUTED], 'withdraw', ['CREDITOR'], S.WITHDRAWN),
  // arts 15, 16: confirmed in whole or in part, or disputed; after silence on evidence
  ...cells([S.VERIFYING], 'confirm', ['DEBTOR'], S.CONFIRMED),
  ...cells([S.VERIFYING], 'confirmOnEvidence', ['ADMIN'], S.CONFIRMED),
  ...cells([S.VERIFYING], 'dispute', ['DEBTOR'], S.DISPUTED),
  ...cells([S.VERIFYING], 'disputeRest', ['DEBTOR'], S.CONFIRMED),
  ...cells([S.DISPUTED], 'settle', ['ADMIN'], S.CONFIRMED),
  ...cells([S.DISPUTED, S.PLAN_AGREED, ...owing], 'settlePart', ['ADMIN']),
  ...cells([S.DISPUTED, S.PLAN_AGREED, ...owing], 'settleInFull', ['ADMIN'], S.PAID),
  ...cells([S.DISPUTED, S.IN_COURT], 'dismiss', ['ADMIN'], S.UNFOUNDED),
  ...cells(paying, 'goToCourt', ['CREDITOR', 'ADMIN'], S.IN_COURT),
  ...cells([S.IN_COURT], 'adjudge', ['ADMIN'], S.CONFIRMED),
  ...cells([S.IN_COURT], 'adjudgeInFull', ['ADMIN'], S.PAID),
  // art. 25: a plan, to which the creditor agrees
  ...cells(owing, 'proposePlan', ['DEBTOR', 'ADMIN']),
  ...cells(owing, 'declinePlan', ['CREDITOR']),
  ...cells(owing, 'agreePlan', ['CREDITOR'], S.PLAN_AGREED),
  ...cells([S.PLAN_AGREED], 'breakPlan', ['CLOCK'], S.PLAN_BROKEN),
  // arts 9, 15, 17: paid, which the creditor alone confirms
  ...cells([...paying, S.INTEREST_DUE], 'pay', ['DEBTOR', 'ADMIN']),
  ...cells([S.PLAN_AGREED, ...owing], 'payUndisputed', ['DEBTOR', 'ADMIN'], S.DISPUTED),
  ...cells(paying, 'payInFull', ['DEBTOR', 'ADMIN'], S.PAID),
  ...cells([S.INTEREST_DUE], 'payInterest', ['DEBTOR', 'ADMIN'], S.PAID),
  ...cells([...paying, S.IN_COURT, S.PAID, S.INTEREST_DUE], 'confirmReceipt', ['CREDITOR']),
  ...cells([...paying, S.IN_COURT, S.PAID, S.INTEREST_DUE], 'refuseReceipt', ['CREDITOR']),
  ...cells([S.PAID, S.DISPUTED], 'refuseAndReopen', ['CREDITOR'], S.REOPENED),
  // arts 21-26: the ladder only goes up; the first measure comes by itself, the last is the authority's
  ...measures.flatMap((step, i) =>
    cells([S.CONFIRMED, S.PLAN_BROKEN, S.REOPENED, ...rungs.slice(0, i)], step, ['ADMIN'], rungs[i]!),
  ),
  ...cells([S.CONFIRMED], 'remind', ['CLOCK'], S.REMINDED),
  ...cells([S.FINDING_PROPOSED], 'answerNotice', ['DEBTOR']),
  ...cells([S.FINDING_PROPOSED], 'find', ['AUTHORITY'], S.FOUND_DISHONEST),
  ...cells([S.FINDING_PROPOSED], 'rejectFinding', ['AUTHORITY'], S.RECTIFYING),
  // cleared on the word of the creditor, and opened again on it
  ...cells([S.PAID], 'claimInterest', ['CREDITOR'], S.INTEREST_DUE),
  ...cells([S.PAID, S.INTEREST_DUE], 'confirmClearance', ['CREDITOR'], S.CLEARED),
  ...cells([S.CLEARED], 'close', ['ADMIN'], S.CLOSED),
  ...cells([S.CLEARED, S.CLOSED], 'refute', ['CREDITOR'], S.REOPENED),
  ...cells([S.CLEARED, S.CLOSED], 'refuteInterest', ['CREDITOR'], S.INTEREST_DUE),
  ...cells([S.CLOSED], 'oweAnew', ['CREDITOR', 'DEBTOR', 'ADMIN'], S.VERIFYING),
  ...cells(open, 'extend', ['ADMIN']),
  ...cells(open, 'giveResult', ['ADMIN']),
  ...cells([S.FILED, ...open, S.CLOSED], 'succeed', ['ADMIN']),
  // nothing overdue approves itself: the supervisor is told
  ...cells(
    Object.values(S).filter((state) => ![...ended, S.IN_COURT, S.FOUND_DISHONEST, S.CLOSED].includes(state)),
    'escalate',
    ['CLOCK'],
  ),
];

const states: readonly (S | null)[] = [null, ...Object.values(S)];
const steps: readonly Name[] = [...new Set(arrearsWorkflow.steps.map(({ step }) => step))];
const parties: readonly (Party | null)[] = ['CREDITOR', 'DEBTOR', 'ADMIN', 'AUTHORITY', 'CLOCK', null];
const guards = Object.keys(arrearsWorkflow.guards) as ArrearsGuard[];
const holding = Object.fromEntries(guards.map((guard) => [guard, null])) as Situation<typeof arrearsWorkflow>['guards'];

/** Where the step leads, or why it cannot be taken. */
function outcome(
  [state, step, party]: readonly [S | null, Name, Party | null],
  more: Partial<Situation<typeof arrearsWorkflow>> = {},
): string {
  const history = state === null ? [] : ['register'];
  const taken = take(arrearsWorkflow, step, { state, party, guards: holding, history, ...more });
  return taken.refused === null ? taken.to : taken.refused.reason;
}

test.each(states)('in the state %s everybody can do what the law lets them, and nothing else', (state) => {
  for (const step of steps) {
    const here = allowed.filter((one) => one[0] === state && one[1] === step);
    const otherwise = here.length > 0 ? 'STEP_NOT_YOURS' : 'STEP_NOT_ALLOWED_FROM';
    const expected = parties.map((party) => here.find((one) => one[2] === party)?.[3] ?? otherwise);
    expect([step, parties.map((party) => outcome([state, step, party]))]).toEqual([step, expected]);
  }
});

/** What each step needs, beside its state and its party; nothing where it is not named. */
const needs: Readonly<Partial<Record<Name, ArrearsGuard>>> = {
  ...{ register: 'claimable', oweAnew: 'claimable' },
  ...{ reject: 'reasonGiven', withdraw: 'withdrawable', answerNotice: 'reasonGiven' },
  ...{ rejectFinding: 'reasonGiven', giveResult: 'reasonGiven' },
  ...{ confirm: 'confirmable', confirmOnEvidence: 'silentDebtor', dispute: 'disputeGrounded' },
  disputeRest: 'disputeGrounded',
  ...{ settle: 'settleable', settlePart: 'settleable', settleInFull: 'settleable' },
  ...{ adjudge: 'adjudicable', adjudgeInFull: 'adjudicable' },
  ...{ dismiss: 'dismissible', goToCourt: 'documented', succeed: 'documented' },
  ...{ proposePlan: 'planFits', agreePlan: 'planProposed', declinePlan: 'planProposed' },
  ...{ pay: 'payable', payUndisputed: 'payable', payInFull: 'payable', payInterest: 'payable' },
  ...{ confirmReceipt: 'receiptOpen', refuseReceipt: 'receiptOpen', refuseAndReopen: 'receiptOpen' },
  ...Object.fromEntries(measures.map((step) => [step, 'rungOpen'])),
  ...{ find: 'heard', claimInterest: 'interestOpen', confirmClearance: 'cleared', close: 'otherAdmin' },
  ...{ refute: 'refutable', refuteInterest: 'refutable', extend: 'extendable' },
};

test.each(guards)('the condition %s holds back the steps that need it, and only these', (guard) => {
  const unheld = { ...holding, [guard]: { reason: 'REASON_REQUIRED', params: {} } } as const;
  for (const cell of allowed) {
    const expected = needs[cell[1]] === guard ? 'REASON_REQUIRED' : cell[3];
    expect([...cell, outcome(cell.slice(0, 3) as never, { guards: unheld })]).toEqual([...cell, expected]);
  }
  expect(Object.values(needs)).toContain(guard);
});

test('the time of handling is extended once; all else may happen again', () => {
  for (const [state, step, party, to] of allowed.filter(([from]) => from !== null)) {
    const again = outcome([state, step, party], { history: ['register', step] });
    expect([state, step, again]).toEqual([state, step, step === 'extend' ? 'STEP_ONLY_ONCE' : to]);
  }
});

describe('over the table as a graph', () => {
  type Edge = { readonly step: Name; readonly by: Party; readonly from: S | null; readonly to: S };
  /** Every step that the engine lets anybody take, found by asking it. */
  const edges: readonly Edge[] = states.flatMap((from) =>
    steps.flatMap((step) =>
      parties.flatMap((by) => {
        const to = outcome([from, step, by]);
        return to in S ? [{ step, by: by!, from, to: to as S }] : [];
      }),
    ),
  );

  /** The states that can be reached by the edges, from the beginning unless it is said otherwise. */
  function reached(along: (edge: Edge) => boolean, start: S | null = null): ReadonlySet<S | null> {
    const found = new Set<S | null>([start]);
    for (const state of found) for (const edge of edges) if (edge.from === state && along(edge)) found.add(edge.to);
    return found;
  }

  test('every state can be reached, and from each that is not final there is a way on', () => {
    expect([...reached(() => true)].toSorted()).toEqual([...states].toSorted());
    const stuck = Object.values(S).filter((state) => !edges.some(({ from, to }) => from === state && to !== state));
    expect(stuck.toSorted()).toEqual(ended.toSorted());
  });

  test('from every state in which money is owed the case can still be closed', () => {
    for (const state of [...paying, S.IN_COURT, S.PAID, S.INTEREST_DUE]) {
      expect([state, reached(() => true, state).has(S.CLOSED)]).toEqual([state, true]);
    }
  });

  test('every path to CLOSED passes the creditor, who confirms after the last payment, and then an administrator', () => {
    const withoutItsWord = reached(({ step, by }) => !(step === 'confirmClearance' && by === 'CREDITOR'));
    expect([withoutItsWord.has(S.CLEARED), withoutItsWord.has(S.CLOSED)]).toEqual([false, false]);
    // nor does it help that it was closed before: whatever opens a case needs the creditor's word anew
    const after = (state: S) => reached((edge) => edge.step !== 'confirmClearance' && edge.from !== S.CLEARED, state);
    for (const state of [S.REOPENED, S.VERIFYING, S.INTEREST_DUE]) expect(after(state).has(S.CLOSED)).toBe(false);
    expect(edges.filter(({ from, to }) => to === S.CLOSED && from !== S.CLOSED)).toEqual([
      { step: 'close', by: 'ADMIN', from: S.CLEARED, to: S.CLOSED },
    ]);
  });

  test('the debtor, the administrators and the clock together close nothing and find nothing', () => {
    const alone = reached(({ by }) => by !== 'CREDITOR' && by !== 'AUTHORITY');
    for (const state of [S.CLEARED, S.CLOSED, S.FOUND_DISHONEST, S.PLAN_AGREED]) expect(alone).not.toContain(state);
    // the platform by itself goes no further than a reminder and a broken plan
    expect(edges.filter(({ by, from, to }) => by === 'CLOCK' && from !== to)).toEqual([
      { step: 'remind', by: 'CLOCK', from: S.CONFIRMED, to: S.REMINDED },
      { step: 'breakPlan', by: 'CLOCK', from: S.PLAN_AGREED, to: S.PLAN_BROKEN },
    ]);
  });

  test('only the authority finds dishonesty, only where it was proposed', () => {
    const into = edges.filter(({ from, to }) => to === S.FOUND_DISHONEST && from !== to);
    expect(into).toEqual([{ step: 'find', by: 'AUTHORITY', from: S.FINDING_PROPOSED, to: S.FOUND_DISHONEST }]);
    expect(reached(({ step }) => step !== 'proposeFinding').has(S.FOUND_DISHONEST)).toBe(false);
  });

  test('nothing is undone in silence: only money that did not come, or new arrears, lead back', () => {
    const past = [S.PAID, S.CLEARED, S.CLOSED];
    const back = edges.filter(
      ({ from, to }) => past.includes(from as S) && !past.includes(to) && to !== S.INTEREST_DUE,
    );
    expect([...new Set(back.map(({ step }) => step))].toSorted()).toEqual(['oweAnew', 'refuseAndReopen', 'refute']);
  });
});

test('whom a state awaits can act there; nobody is awaited where nothing is to be done', () => {
  for (const state of Object.values(S)) {
    const whom = (arrearsWorkflow.awaits as Partial<Record<S, Party>>)[state];
    const moves = allowed.filter(([from, step, by]) => from === state && by === whom && step !== 'succeed');
    if (whom) expect([state, moves.length > 0]).toEqual([state, true]);
    else expect([...ended, S.IN_COURT, S.CLOSED]).toContain(state);
  }
});

describe('each measure has its precondition, its author, its deadline and its basis', () => {
  test.each<[Name, object, string]>([
    ['remind', { days: 10 }, 'art. 21'],
    ['inquire', { workingDays: 10 }, 'art. 22'],
    ['order', { days: 15 }, 'art. 25'],
    ['interview', { days: 10 }, 'arts 22, 25'],
    ['announce', { days: 10 }, 'arts 23, 25'],
    ['orderRectification', { days: 30 }, 'arts 25, 31'],
    ['proposeFinding', { workingDays: 10 }, 'art. 26'],
  ])('%s: %j, Order 802, %s', (step, within, articles) => {
    const row = rowsOf(arrearsWorkflow).find((one) => one.step === step && one.by.includes('ADMIN'))!;
    expect(row).toMatchObject({ by: ['ADMIN'], when: 'rungOpen', within });
    expect(row.basis).toMatch(/Order 802 .*保障中小企业款项支付条例/);
    expect(row.basis.endsWith(articles)).toBe(true);
  });

  test.each<[S, object, RegExp]>([
    [S.FILED, { workingDays: 10 }, /art\. 25/],
    [S.VERIFYING, { days: 30 }, /art\. 16/],
    [S.CONFIRMED, { days: 30 }, /arts 15, 25/],
    [S.DISPUTED, { days: 30 }, /art\. 25/],
    [S.PLAN_AGREED, { until: 'nextInstalmentOn' }, /art\. 509/],
  ])('the time of the law in %s: %j', (state, clock, basis) => {
    expect(clockOf(arrearsWorkflow, state)).toMatchObject({ ...clock, basis: expect.stringMatching(basis) });
  });

  test('thirty days to handle, ninety at most; no step is without words and a basis', () => {
    const { length, unit, lengthenedBy } = arrearsWorkflow.whole;
    expect([length, unit, lengthenedBy]).toEqual([30, 'days', { step: 'extend', by: 60 }]);
    for (const { basis, says } of arrearsWorkflow.steps) expect([basis, says.en, says.zh]).not.toContain('');
  });
});
