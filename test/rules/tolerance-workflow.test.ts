import { describe, expect, test } from '@jest/globals';
import { ToleranceState as S } from '../../src/fast-track/tolerance.states.js';
import { type ToleranceGuard, toleranceWorkflow } from '../../src/fast-track/tolerance.workflow.js';
import { type Situation, take } from '../../src/workflow/take.js';
import type { PartyOf, StepOf, TheClock } from '../../src/workflow/workflow.js';

type Name = StepOf<typeof toleranceWorkflow>;
type Party = PartyOf<typeof toleranceWorkflow> | TheClock;
type Guards = Situation<typeof toleranceWorkflow>['guards'];

const supplying = [S.ACCEPTED, S.EXTENDED];
const final = [S.DEFAULTED, S.WITHDRAWN, S.VOIDED];

/**
 * Who may do what where, written from the rules (深圳市容缺办理管理办法; 国办发〔2020〕42号) and not from the table: a state, the step, by
 * whom, and where it leads. All else is refused. Where it leads elsewhere by circumstance stands below.
 */
const allowed: readonly (readonly [S | null, Name, Party, S])[] = [
  [null, 'use', 'DEPARTMENT', S.COMMITMENT_AWAITED],
  [S.COMMITMENT_AWAITED, 'sign', 'ENTITY', S.ACCEPTED],
  [S.COMMITMENT_AWAITED, 'lapseUnsigned', 'CLOCK', S.WITHDRAWN],
  ...supplying.flatMap((state) => [
    [state, 'supply', 'ENTITY', S.SUPPLIED] as const,
    [state, 'supply', 'DEPARTMENT', S.SUPPLIED] as const,
    [state, 'passDueDay', 'CLOCK', S.OVERDUE] as const,
  ]),
  [S.SUPPLIED, 'confirm', 'DEPARTMENT', S.FULFILLED],
  [S.SUPPLIED, 'reject', 'DEPARTMENT', S.EXTENDED],
  [S.ACCEPTED, 'askExtension', 'ENTITY', S.EXTENSION_ASKED],
  [S.OVERDUE, 'askExtension', 'ENTITY', S.EXTENSION_ASKED],
  [S.EXTENSION_ASKED, 'grantExtension', 'DEPARTMENT', S.EXTENDED],
  [S.EXTENSION_ASKED, 'refuseExtension', 'DEPARTMENT', S.ACCEPTED],
  [S.OVERDUE, 'default', 'CLOCK', S.DEFAULTED],
  // before the result, and never once it is overdue
  ...[S.COMMITMENT_AWAITED, ...supplying, S.SUPPLIED, S.EXTENSION_ASKED].map(
    (state) => [state, 'withdraw', 'ENTITY', S.WITHDRAWN] as const,
  ),
  // whenever it is found, once something was promised
  ...[...supplying, S.SUPPLIED, S.EXTENSION_ASKED, S.OVERDUE, S.FULFILLED].map(
    (state) => [state, 'void', 'DEPARTMENT', S.VOIDED] as const,
  ),
  ...[S.SUPPLIED, S.EXTENSION_ASKED].map((state) => [state, 'escalate', 'CLOCK', state] as const),
];

const states: readonly (S | null)[] = [null, ...Object.values(S)];
const steps: readonly Name[] = [...new Set(toleranceWorkflow.steps.map(({ step }) => step))];
const parties: readonly (Party | null)[] = ['ENTITY', 'DEPARTMENT', 'CLOCK', null];
const guards = Object.keys(toleranceWorkflow.guards) as ToleranceGuard[];
const holding = Object.fromEntries(guards.map((guard) => [guard, null])) as Guards;
const no = { reason: 'REASON_REQUIRED', params: {} } as const;

/** Where the step leads, or why it cannot be taken. */
function outcome(
  step: Name,
  state: S | null,
  party: Party | null,
  not: readonly ToleranceGuard[] = [],
  history: readonly string[] = state === null ? [] : ['use'],
): string {
  const unheld = { ...holding, ...Object.fromEntries(not.map((guard) => [guard, no])) };
  const taken = take(toleranceWorkflow, step, { state, party, guards: unheld, history });
  return taken.refused === null ? taken.to : taken.refused.reason;
}

test.each(states)('in the state %s everybody can do what the rules let them, and nothing else', (state) => {
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
  const needs: Readonly<Partial<Record<Name, ToleranceGuard>>> = {
    use: 'allowed',
    sign: 'eligible',
    askExtension: 'forceMajeure',
    withdraw: 'inTime',
    void: 'evidenced',
  };
  // these lead somewhere by circumstance
  const byCircumstance: readonly Name[] = ['supply', 'reject', 'refuseExtension'];

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

test.each(supplying)(
  'in the state %s what is supplied in part leaves it as it is, what is supplied wholly is checked',
  (state) => {
    expect(outcome('supply', state, 'ENTITY', ['partly'])).toBe(S.SUPPLIED);
    expect(outcome('supply', state, 'ENTITY', ['complete'])).toBe(state);
  },
);

test('what is rejected or refused goes back to where it stood', () => {
  expect(outcome('reject', S.SUPPLIED, 'DEPARTMENT', ['extended'])).toBe(S.ACCEPTED);
  expect(outcome('reject', S.SUPPLIED, 'DEPARTMENT', ['notExtended'])).toBe(S.EXTENDED);
  expect(outcome('refuseExtension', S.EXTENSION_ASKED, 'DEPARTMENT', ['afterDueDay'])).toBe(S.ACCEPTED);
  expect(outcome('refuseExtension', S.EXTENSION_ASKED, 'DEPARTMENT', ['inTime'])).toBe(S.OVERDUE);
});

test('it is signed once, and an extension asked for once', () => {
  expect(outcome('sign', S.COMMITMENT_AWAITED, 'ENTITY', [], ['use', 'sign'])).toBe('STEP_ONLY_ONCE');
  expect(outcome('askExtension', S.OVERDUE, 'ENTITY', [], ['use', 'sign', 'askExtension'])).toBe('STEP_ONLY_ONCE');
});

test('whose act is awaited can act; what awaits nobody is no live tolerance', () => {
  for (const state of Object.values(S)) {
    const whom = (toleranceWorkflow.awaits as Partial<Record<S, Party>>)[state];
    expect([state, whom === undefined]).toEqual([state, [...final, S.FULFILLED].includes(state)]);
    const acts = allowed.filter(([at, , by]) => at === state && by === whom);
    expect([state, acts.length > 0]).toEqual([state, whom !== undefined]);
  }
});

test('only the clock says that a commitment is broken by silence, only the clerk that it is kept', () => {
  const into = (state: S) => toleranceWorkflow.steps.filter(({ to }) => to === state).flatMap(({ by }) => [...by]);
  expect(into(S.DEFAULTED)).toEqual(['CLOCK']);
  expect(into(S.FULFILLED)).toEqual(['DEPARTMENT']);
  expect(new Set(into(S.VOIDED))).toEqual(new Set(['DEPARTMENT']));
});
