import { describe, expect, test } from '@jest/globals';
import { CommitmentState as S } from '../../src/commitments/commitment.states.js';
import { type CommitmentGuard, commitmentWorkflow } from '../../src/commitments/commitment.workflow.js';
import { type Situation, take } from '../../src/workflow/take.js';
import type { PartyOf, StepOf, TheClock } from '../../src/workflow/workflow.js';

type Name = StepOf<typeof commitmentWorkflow>;
type Party = PartyOf<typeof commitmentWorkflow> | TheClock;
type Guards = Situation<typeof commitmentWorkflow>['guards'];

const beforeDue = [S.CONFIRMED, S.IN_PROGRESS, S.PARTIAL];
const final = [S.INVALID, S.FULFILLED, S.COMPENSATED];
const open = Object.values(S).filter((state) => !final.includes(state));

/**
 * Who may do what where, written from the law (优化营商环境条例 art. 31; 发改财金〔2023〕1103号) and not from the table: a state, the
 * step, by whom, and where it leads. All else is refused. Where it leads elsewhere by circumstance stands below.
 */
const allowed: readonly (readonly [S | null, Name, Party, S])[] = [
  [null, 'register', 'OWNER', S.REGISTERED],
  [null, 'register', 'ADMIN', S.REGISTERED],
  [null, 'claim', 'BENEFICIARY', S.REGISTERED],
  [S.REGISTERED, 'confirmAuthority', 'ADMIN', S.CONFIRMED],
  [S.REGISTERED, 'invalidate', 'ADMIN', S.INVALID],
  ...beforeDue.flatMap((state) => [
    [state, 'reportProgress', 'OWNER', S.PARTIAL] as const,
    [state, 'lapse', 'CLOCK', S.OVERDUE] as const,
    [state, 'proposeChange', 'OWNER', S.CHANGE_PROPOSED] as const,
  ]),
  ...[S.OVERDUE, S.URGED, S.RECTIFYING, S.DEFAULTED].map((state) => [state, 'reportProgress', 'OWNER', state] as const),
  ...[...beforeDue, S.OVERDUE, S.URGED, S.RECTIFYING, S.FINDING_PROPOSED, S.DEFAULTED].map(
    (state) => [state, 'reportFulfilment', 'OWNER', S.FULFILMENT_REPORTED] as const,
  ),
  [S.FULFILMENT_REPORTED, 'confirm', 'BENEFICIARY', S.FULFILLED],
  [S.FULFILMENT_REPORTED, 'refute', 'BENEFICIARY', S.DEFAULTED],
  [S.OVERDUE, 'urge', 'ADMIN', S.URGED],
  [S.URGED, 'takeUp', 'OWNER', S.RECTIFYING],
  ...[S.OVERDUE, S.URGED, S.RECTIFYING].map((state) => [state, 'proposeFinding', 'ADMIN', S.FINDING_PROPOSED] as const),
  [S.FINDING_PROPOSED, 'answerNotice', 'OWNER', S.UNDER_FINDING],
  [S.FINDING_PROPOSED, 'lapseAnswer', 'CLOCK', S.UNDER_FINDING],
  [S.UNDER_FINDING, 'findDefault', 'AUTHORITY', S.DEFAULTED],
  [S.UNDER_FINDING, 'rejectFinding', 'AUTHORITY', S.URGED],
  [S.CHANGE_PROPOSED, 'approveChange', 'ADMIN', S.LAWFULLY_CHANGED],
  [S.CHANGE_PROPOSED, 'refuseChange', 'ADMIN', S.DEFAULTED],
  [S.LAWFULLY_CHANGED, 'reportCompensation', 'OWNER', S.COMPENSATION_REPORTED],
  [S.COMPENSATION_REPORTED, 'confirm', 'BENEFICIARY', S.COMPENSATED],
  [S.COMPENSATION_REPORTED, 'refute', 'BENEFICIARY', S.LAWFULLY_CHANGED],
  // whoever takes office, in whatever state it is
  ...open.flatMap((state) => [
    [state, 'handOver', 'OWNER', state] as const,
    [state, 'handOver', 'ADMIN', state] as const,
  ]),
  ...[S.REGISTERED, S.FULFILMENT_REPORTED, S.OVERDUE, S.URGED, S.RECTIFYING, S.UNDER_FINDING].map(
    (state) => [state, 'escalate', 'CLOCK', state] as const,
  ),
  ...[S.CHANGE_PROPOSED, S.LAWFULLY_CHANGED, S.COMPENSATION_REPORTED].map(
    (state) => [state, 'escalate', 'CLOCK', state] as const,
  ),
];

const states: readonly (S | null)[] = [null, ...Object.values(S)];
const steps: readonly Name[] = [...new Set(commitmentWorkflow.steps.map(({ step }) => step))];
const parties: readonly (Party | null)[] = ['OWNER', 'BENEFICIARY', 'ADMIN', 'AUTHORITY', 'CLOCK', null];
const guards = Object.keys(commitmentWorkflow.guards) as CommitmentGuard[];
const holding = Object.fromEntries(guards.map((guard) => [guard, null])) as Guards;
const no = { reason: 'REASON_REQUIRED', params: {} } as const;

/** Where the step leads, or why it cannot be taken. */
function outcome(step: Name, state: S | null, party: Party | null, not: readonly CommitmentGuard[] = []): string {
  const unheld = { ...holding, ...Object.fromEntries(not.map((guard) => [guard, no])) };
  const history = state === null ? [] : ['register'];
  const taken = take(commitmentWorkflow, step, { state, party, guards: unheld, history });
  return taken.refused === null ? taken.to : taken.refused.reason;
}

test.each(states)('in the state %s everybody can do what the law lets them, and nothing else', (state) => {
  for (const step of steps) {
    const here = allowed.filter((one) => one[0] === state && one[1] === step);
    const otherwise = here.length > 0 ? 'STEP_NOT_YOURS' : 'STEP_NOT_ALLOWED_FROM';
    for (const party of parties) {
      const to = here.find((one) => one[2] === party)?.[3] ?? otherwise;
      expect([step, party, outcome(step, state, party)]).toEqual([step, party, to]);
    }
  }
});

describe('each condition holds its step back, and only its own', () => {
  const needs: Readonly<Partial<Record<Name, CommitmentGuard>>> = {
    register: 'ownPromise',
    claim: 'evidenced',
    confirmAuthority: 'checkedByAnother',
    invalidate: 'checkedByAnother',
    reportFulfilment: 'evidenced',
    reportCompensation: 'evidenced',
    takeUp: 'daySoon',
    proposeFinding: 'unmended',
    proposeChange: 'lawful',
    handOver: 'succeeded',
  };
  // these lead somewhere whatever holds
  const byCircumstance: readonly Name[] = ['refute', 'refuseChange', 'reportProgress'];

  test.each(steps.filter((step) => !byCircumstance.includes(step)))('%s', (step) => {
    for (const [state, name, party, to] of allowed) {
      if (name !== step) continue;
      for (const guard of guards) {
        const expected = needs[step] === guard ? 'REASON_REQUIRED' : to;
        expect([state, party, guard, outcome(step, state, party, [guard])]).toEqual([state, party, guard, expected]);
      }
    }
  });
});

test('what is refuted or refused goes back to where the promise stands by now', () => {
  for (const [step, state, by] of [
    ['refute', S.FULFILMENT_REPORTED, 'BENEFICIARY'],
    ['refuseChange', S.CHANGE_PROPOSED, 'ADMIN'],
  ] as const) {
    expect(outcome(step, state, by)).toBe(S.DEFAULTED);
    expect(outcome(step, state, by, ['afterDefault'])).toBe(S.OVERDUE);
    expect(outcome(step, state, by, ['afterDefault', 'afterDueDay'])).toBe(S.IN_PROGRESS);
  }
});

test('progress that keeps nothing yet is work under way; what was kept in part stays so', () => {
  expect(outcome('reportProgress', S.CONFIRMED, 'OWNER', ['partlyKept'])).toBe(S.IN_PROGRESS);
  expect(outcome('reportProgress', S.IN_PROGRESS, 'OWNER', ['partlyKept'])).toBe(S.IN_PROGRESS);
  expect(outcome('reportProgress', S.PARTIAL, 'OWNER', ['partlyKept'])).toBe('REASON_REQUIRED');
});

test('whose act is awaited can act, and nothing is awaited of what is closed', () => {
  for (const state of Object.values(S)) {
    const whom = (commitmentWorkflow.awaits as Partial<Record<S, Party>>)[state];
    expect([state, whom === undefined]).toEqual([state, final.includes(state)]);
    const acts = allowed.filter(([at, step, by]) => at === state && by === whom && step !== 'handOver');
    expect([state, acts.length > 0]).toEqual([state, whom !== undefined]);
  }
});

test('only the beneficiary says that a promise is kept, only the authority that it is broken', () => {
  const into = (state: S) =>
    commitmentWorkflow.steps.filter(({ from, to }) => to === state && !from.includes(to as never));
  expect(into(S.FULFILLED).flatMap(({ by }) => [...by])).toEqual(['BENEFICIARY']);
  expect(into(S.COMPENSATED).flatMap(({ by }) => [...by])).toEqual(['BENEFICIARY']);
  // the others go back to a default that was found
  expect(into(S.DEFAULTED).map(({ step }) => step)).toEqual(['refute', 'findDefault', 'refuseChange']);
});
