import { describe, expect, test } from '@jest/globals';
import { RestrictionState as S } from '../../src/restrictions/restriction.states.js';
import { type RestrictionGuard, restrictionWorkflow } from '../../src/restrictions/restriction.workflow.js';
import { type Situation, take } from '../../src/workflow/take.js';
import type { PartyOf, StepOf, TheClock } from '../../src/workflow/workflow.js';

type Name = StepOf<typeof restrictionWorkflow>;
type Party = PartyOf<typeof restrictionWorkflow> | TheClock;
type Guards = Situation<typeof restrictionWorkflow>['guards'];

/**
 * Who may do what where, written from the law (深圳经济特区社会信用条例 arts 67, 69; separation of duties) and not from the table: a
 * state, the step, by whom, and where it leads. All else is refused.
 */
const allowed: readonly (readonly [S | null, Name, Party, S])[] = [
  [null, 'propose', 'UNIT', S.NOTIFIED],
  [S.NOTIFIED, 'answer', 'SUBJECT', S.TO_DECIDE],
  [S.NOTIFIED, 'lapse', 'CLOCK', S.TO_DECIDE],
  [S.NOTIFIED, 'drop', 'UNIT', S.DROPPED],
  [S.TO_DECIDE, 'impose', 'UNIT', S.IMPOSED],
  [S.TO_DECIDE, 'drop', 'UNIT', S.DROPPED],
  [S.TO_DECIDE, 'escalate', 'CLOCK', S.TO_DECIDE],
  [S.IMPOSED, 'lift', 'UNIT', S.LIFTED],
  [S.IMPOSED, 'end', 'CLOCK', S.ENDED],
];

const states: readonly (S | null)[] = [null, ...Object.values(S)];
const steps: readonly Name[] = [...new Set(restrictionWorkflow.steps.map(({ step }) => step))];
const parties: readonly (Party | null)[] = ['UNIT', 'SUBJECT', 'CLOCK', null];
const guards = Object.keys(restrictionWorkflow.guards) as RestrictionGuard[];
const holding = Object.fromEntries(guards.map((guard) => [guard, null])) as Guards;
const no = { reason: 'REASON_REQUIRED', params: {} } as const;

/** Where the step leads, or why it cannot be taken. */
function outcome(step: Name, state: S | null, party: Party | null, not: readonly RestrictionGuard[] = []): string {
  const unheld = { ...holding, ...Object.fromEntries(not.map((guard) => [guard, no])) };
  const history = state === null ? [] : ['propose'];
  const taken = take(restrictionWorkflow, step, { state, party, guards: unheld, history });
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
  const needs: Readonly<Partial<Record<Name, RestrictionGuard>>> = {
    propose: 'admissible',
    impose: 'imposable',
    drop: 'byAnother',
  };

  test.each(steps)('%s', (step) => {
    for (const [state, name, party, to] of allowed) {
      if (name !== step) continue;
      for (const guard of guards) {
        const expected = needs[step] === guard ? 'REASON_REQUIRED' : to;
        expect([state, party, guard, outcome(step, state, party, [guard])]).toEqual([state, party, guard, expected]);
      }
    }
  });
});
