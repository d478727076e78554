import { expect, test } from '@jest/globals';
import { ListingState as S } from '../../src/lists/listing.states.js';
import { type ListingGuard, listingWorkflow } from '../../src/lists/listing.workflow.js';
import { type Situation, take } from '../../src/workflow/take.js';
import type { PartyOf, StepOf, TheClock } from '../../src/workflow/workflow.js';

type Name = StepOf<typeof listingWorkflow>;
type Party = PartyOf<typeof listingWorkflow> | TheClock;
type Guards = Situation<typeof listingWorkflow>['guards'];

/**
 * Who may do what where, written from the law (国办发〔2020〕49号; 深圳 arts 74-78; 河南 red lists) and not from the table: a state, the
 * step, by whom, and where it leads. All else is refused.
 */
const allowed: readonly (readonly [S | null, Name, Party, S])[] = [
  [null, 'propose', 'PROPOSER', S.PROPOSED],
  [null, 'announce', 'PROPOSER', S.ANNOUNCED],
  [S.PROPOSED, 'answer', 'ENTITY', S.UNDER_DECISION],
  [S.PROPOSED, 'lapseAnswer', 'CLOCK', S.UNDER_DECISION],
  [S.ANNOUNCED, 'object', 'OBJECTOR', S.OBJECTED],
  [S.OBJECTED, 'object', 'OBJECTOR', S.OBJECTED],
  [S.OBJECTED, 'upholdObjection', 'DECIDER', S.REJECTED],
  [S.OBJECTED, 'dismissObjection', 'DECIDER', S.OBJECTED],
  [S.OBJECTED, 'escalate', 'CLOCK', S.OBJECTED],
  [S.ANNOUNCED, 'endAnnouncement', 'CLOCK', S.UNDER_DECISION],
  [S.UNDER_DECISION, 'enter', 'DECIDER', S.ENTERED],
  [S.UNDER_DECISION, 'reject', 'DECIDER', S.REJECTED],
  [S.UNDER_DECISION, 'escalate', 'CLOCK', S.UNDER_DECISION],
  [S.ENTERED, 'remove', 'DECIDER', S.REMOVED],
  [S.ENTERED, 'lose', 'DECIDER', S.LOST],
  [S.ENTERED, 'lose', 'PLATFORM', S.LOST],
];

const states: readonly (S | null)[] = [null, ...Object.values(S)];
const steps: readonly Name[] = [...new Set(listingWorkflow.steps.map(({ step }) => step))];
const parties: readonly (Party | null)[] = ['PROPOSER', 'DECIDER', 'ENTITY', 'OBJECTOR', 'PLATFORM', 'CLOCK', null];
const guards = Object.keys(listingWorkflow.guards) as ListingGuard[];
const holding = Object.fromEntries(guards.map((guard) => [guard, null])) as Guards;
const no = { reason: 'REASON_REQUIRED', params: {} } as const;

/** Where the step leads, or why it cannot be taken. */
function outcome(step: Name, state: S | null, party: Party | null, not: readonly ListingGuard[] = []): string {
  const unheld = { ...holding, ...Object.fromEntries(not.map((guard) => [guard, no])) };
  const taken = take(listingWorkflow, step, {
    state,
    party,
    guards: unheld,
    history: state === null ? [] : ['propose'],
  });
  return taken.refused === null ? taken.to : taken.refused.reason;
}

test.each(states)('in the state %s everybody can do what the law lets them, and nothing else', (state) => {
  for (const step of steps) {
    const here = allowed.filter((one) => one[0] === state && one[1] === step);
    const otherwise = here.length > 0 ? 'STEP_NOT_YOURS' : 'STEP_NOT_ALLOWED_FROM';
    for (const party of parties) {
      const expected = here.find((one) => one[2] === party)?.[3] ?? otherwise;
      expect([step, party, outcome(step, state, party)]).toEqual([step, party, expected]);
    }
  }
});

test.each<[Name, S | null, Party, ListingGuard]>([
  ['propose', null, 'PROPOSER', 'proposable'],
  ['announce', null, 'PROPOSER', 'nominable'],
  ['object', S.ANNOUNCED, 'OBJECTOR', 'objectsOnce'],
  ['upholdObjection', S.OBJECTED, 'DECIDER', 'byAnother'],
  ['enter', S.UNDER_DECISION, 'DECIDER', 'enterable'],
  ['reject', S.UNDER_DECISION, 'DECIDER', 'byAnother'],
  ['remove', S.ENTERED, 'DECIDER', 'onList'],
  ['lose', S.ENTERED, 'PLATFORM', 'adverse'],
])('%s in the state %s by %s needs %s', (step, state, party, guard) => {
  expect(outcome(step, state, party, [guard])).toBe('REASON_REQUIRED');
});

test('the announcement goes on once no objection is open', () => {
  expect(outcome('dismissObjection', S.OBJECTED, 'DECIDER', ['othersOpen'])).toBe(S.ANNOUNCED);
  expect(outcome('dismissObjection', S.OBJECTED, 'DECIDER', ['lastOpen'])).toBe(S.OBJECTED);
});
