import { describe, expect, test } from '@jest/globals';
import { type RepairGuard, repairWorkflow, RepairState as S } from '../../src/repair/repair.workflow.js';
import { type Situation, take } from '../../src/workflow/take.js';
import type { PartyOf, StepOf, TheClock } from '../../src/workflow/workflow.js';

type Name = StepOf<typeof repairWorkflow>;
type Party = PartyOf<typeof repairWorkflow> | TheClock;

/**
 * Who may do what where, written from the law and not from the table: a state, the step, by whom, and where it leads. All
 * else is refused.
 */
const allowed: readonly (readonly [S | null, Name, Party, S])[] = [
  [null, 'apply', 'APPLICANT', S.SUBMITTED],
  [S.SUBMITTED, 'askSupplement', 'UNIT', S.NEED_SUPPLEMENT],
  [S.NEED_SUPPLEMENT, 'supply', 'APPLICANT', S.SUBMITTED],
  [S.SUBMITTED, 'accept', 'UNIT', S.UNDER_REVIEW],
  [S.SUBMITTED, 'reject', 'UNIT', S.NOT_ACCEPTED],
  [S.UNDER_REVIEW, 'extend', 'UNIT', S.EXTENDED],
  ...[S.UNDER_REVIEW, S.EXTENDED].flatMap((state) => [
    [state, 'approve', 'UNIT', S.APPROVED] as const,
    [state, 'refuse', 'UNIT', S.REFUSED] as const,
    [state, 'proposeApproval', 'UNIT', S.COUNTERSIGN] as const,
    [state, 'proposeRefusal', 'UNIT', S.COUNTERSIGN] as const,
  ]),
  [S.COUNTERSIGN, 'countersignApproval', 'REVIEWER', S.APPROVED],
  [S.COUNTERSIGN, 'countersignRefusal', 'REVIEWER', S.REFUSED],
  [S.COUNTERSIGN, 'sendBack', 'REVIEWER', S.UNDER_REVIEW],
  ...[S.SUBMITTED, S.NEED_SUPPLEMENT, S.UNDER_REVIEW, S.EXTENDED, S.COUNTERSIGN].map(
    (state) => [state, 'withdraw', 'APPLICANT', S.WITHDRAWN] as const,
  ),
  [S.APPROVED, 'complete', 'CONSUMERS', S.COMPLETED],
  ...[S.APPROVED, S.COMPLETED].flatMap((state) => [
    [state, 'revoke', 'UNIT', S.REVOKED] as const,
    [state, 'revoke', 'REVIEWER', S.REVOKED] as const,
  ]),
  ...[S.SUBMITTED, S.UNDER_REVIEW, S.EXTENDED, S.COUNTERSIGN, S.APPROVED].map(
    (state) => [state, 'escalate', 'CLOCK', state] as const,
  ),
];

const states: readonly (S | null)[] = [null, ...Object.values(S)];
const steps: readonly Name[] = [...new Set(repairWorkflow.steps.map(({ step }) => step))];
const parties: readonly (Party | null)[] = ['APPLICANT', 'UNIT', 'REVIEWER', 'CONSUMERS', 'CLOCK', null];

const guards = Object.keys(repairWorkflow.guards) as RepairGuard[];
const holding = Object.fromEntries(guards.map((guard) => [guard, null])) as Situation<typeof repairWorkflow>['guards'];
const from = (state: S | null, party: Party | null, more: Partial<Situation<typeof repairWorkflow>> = {}) => ({
  ...{ state, party, guards: holding, history: state === null ? [] : ['apply'] },
  ...more,
});

/** Where the step leads, or why it cannot be taken. */
const outcome = (step: Name, situation: Situation<typeof repairWorkflow>): string => {
  const taken = take(repairWorkflow, step, situation);
  return taken.refused === null ? taken.to : taken.refused.reason;
};

describe.each(states)('in the state %s', (state) => {
  describe.each(steps)('%s', (step) => {
    const here = allowed.filter((one) => one[0] === state && one[1] === step);

    test.each(parties)('by %s', (party) => {
      const mine = here.find((one) => one[2] === party);
      const otherwise = here.length > 0 ? 'STEP_NOT_YOURS' : 'STEP_NOT_ALLOWED_FROM';
      expect(outcome(step, from(state, party))).toBe(mine?.[3] ?? otherwise);
    });
  });
});

describe('each condition holds its step back, and only its own', () => {
  const needs: Readonly<Partial<Record<Name, RepairGuard>>> = {
    apply: 'eligible',
    askSupplement: 'missingNamed',
    supply: 'proofGiven',
    reject: 'rejectable',
    extend: 'extendable',
    approve: 'uncontested',
    refuse: 'uncontested',
    proposeApproval: 'contested',
    proposeRefusal: 'contested',
    countersignApproval: 'approvalProposed',
    countersignRefusal: 'refusalProposed',
    sendBack: 'reasonGiven',
    complete: 'allAcknowledged',
    revoke: 'reasonGiven',
  };
  const refused = { reason: 'REASON_REQUIRED', params: { marked: 'yes' } } as const;

  test.each(allowed)('%s: %s by %s', (state, step, party, to) => {
    for (const guard of guards) {
      const situation = from(state, party, { guards: { ...holding, [guard]: refused } });
      expect(outcome(step, situation)).toBe(needs[step] === guard ? 'REASON_REQUIRED' : to);
    }
  });
});

describe('what is done once in a case', () => {
  test.each<[Name, S]>([
    ['askSupplement', S.SUBMITTED],
    ['extend', S.UNDER_REVIEW],
  ])('%s', (step, state) => {
    expect(outcome(step, from(state, 'UNIT', { history: ['apply', step] }))).toBe('STEP_ONLY_ONCE');
  });

  test.each(allowed.filter(([state, step]) => state !== null && step !== 'askSupplement' && step !== 'extend'))(
    '%s: %s by %s may happen again',
    (state, step, party, to) => {
      expect(outcome(step, from(state, party, { history: ['apply', step] }))).toBe(to);
    },
  );
});

test('of a contested case the unit can neither approve nor refuse by itself, of another the centre has no say', () => {
  const contested = { ...holding, uncontested: { reason: 'REPAIR_CONTESTED', params: {} } } as const;
  expect(outcome('approve', from(S.UNDER_REVIEW, 'UNIT', { guards: contested }))).toBe('REPAIR_CONTESTED');
  expect(outcome('refuse', from(S.EXTENDED, 'UNIT', { guards: contested }))).toBe('REPAIR_CONTESTED');
  const plain = { ...holding, contested: { reason: 'REPAIR_NOT_CONTESTED', params: {} } } as const;
  expect(outcome('proposeRefusal', from(S.UNDER_REVIEW, 'UNIT', { guards: plain }))).toBe('REPAIR_NOT_CONTESTED');
});

test('whose act is awaited can act, and nothing is awaited of what is decided', () => {
  for (const state of Object.values(S)) {
    const whom = (repairWorkflow.awaits as Partial<Record<S, Party>>)[state];
    const acts = allowed.filter(([at, step, by]) => at === state && by === whom && step !== 'withdraw');
    if (whom) expect(acts).not.toEqual([]);
    else expect(allowed.filter(([at, , by]) => at === state && by === 'APPLICANT')).toEqual([]);
  }
});
