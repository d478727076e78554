import { describe, expect, test } from '@jest/globals';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { type ObjectionParty, ObjectionState, objectionWorkflow } from '../../src/objections/objection.workflow.js';
import { clockOf, overdueSteps, startOf } from '../../src/workflow/clock.js';
import { deadlineIn } from '../../src/workflow/deadline.js';
import { take } from '../../src/workflow/take.js';
import { rowsOf, type StepOf, type TheClock } from '../../src/workflow/workflow.js';
import { notices } from './notices.js';

type Step = StepOf<typeof objectionWorkflow>;
type Actor = ObjectionParty | TheClock;

/** Everything that is possible, state by state: who may take which step, and where it leads. All else is refused. */
const possible: Readonly<Record<ObjectionState | 'nothing', readonly `${Actor} ${Step} ${ObjectionState}`[]>> = {
  nothing: ['OBJECTOR file VERIFYING'],
  VERIFYING: [
    'REVIEWER notAccept NOT_ACCEPTED',
    'PROVIDER examine EXAMINING',
    'PROVIDER extend EXTENDED',
    'PROVIDER uphold UPHELD',
    'PROVIDER dismiss DISMISSED',
    'OBJECTOR withdraw WITHDRAWN',
    'CLOCK stopUnverified UNVERIFIABLE',
  ],
  EXAMINING: ['PROVIDER resume VERIFYING', 'OBJECTOR withdraw WITHDRAWN', 'CLOCK escalate EXAMINING'],
  EXTENDED: [
    'PROVIDER uphold UPHELD',
    'PROVIDER dismiss DISMISSED',
    'OBJECTOR withdraw WITHDRAWN',
    'CLOCK stopUnverified UNVERIFIABLE',
  ],
  DISMISSED: ['OBJECTOR requestReview UNDER_REVIEW', 'OBJECTOR withdraw WITHDRAWN', 'CLOCK becomeFinal CLOSED'],
  UNDER_REVIEW: [
    'REVIEWER upholdOnReview REVIEW_UPHELD',
    'REVIEWER dismissOnReview CLOSED',
    'OBJECTOR withdraw WITHDRAWN',
    'CLOCK escalate UNDER_REVIEW',
  ],
  UPHELD: [],
  REVIEW_UPHELD: [],
  CLOSED: [],
  UNVERIFIABLE: [],
  NOT_ACCEPTED: [],
  WITHDRAWN: [],
};

const steps = [...new Set(rowsOf(objectionWorkflow).map(({ step }) => step))];
const actors: readonly Actor[] = ['OBJECTOR', 'PROVIDER', 'REVIEWER', 'CLOCK'];
const states = [null, ...Object.values(ObjectionState)];
const noHindrance = {
  ...{ objectionable: null, reasonGiven: null, examinable: null, remedyGiven: null, grounded: null },
  ...{ extendable: null, reviewInTime: null },
};

const every = states.flatMap((state) =>
  steps.flatMap((step) =>
    actors.map((party) => {
      const found = possible[state ?? 'nothing'].find((one) => one.startsWith(`${party} ${step} `));
      return [state ?? 'nothing', step, party, found?.split(' ')[2] ?? null, state] as const;
    }),
  ),
);

test.each(every)('%s, %s by %s: %s', (_state, step, party, to, state) => {
  const taken = take(objectionWorkflow, step, { state, party, guards: noHindrance, history: [] });
  const here = possible[state ?? 'nothing'].some((one) => one.split(' ')[1] === step);
  if (to !== null) expect(taken).toMatchObject({ refused: null, to });
  else expect(taken.refused?.reason).toBe(here ? 'STEP_NOT_YOURS' : 'STEP_NOT_ALLOWED_FROM');
});

test.each<[Step, ObjectionState, Actor]>([
  ['examine', ObjectionState.VERIFYING, 'PROVIDER'],
  ['extend', ObjectionState.VERIFYING, 'PROVIDER'],
  ['requestReview', ObjectionState.DISMISSED, 'OBJECTOR'],
])('%s is taken once', (step, state, party) => {
  const history = ['file', step];
  expect(take(objectionWorkflow, step, { state, party, guards: noHindrance, history }).refused?.reason).toBe(
    'STEP_ONLY_ONCE',
  );
});

test('the clock upholds nothing and dismisses nothing, save what nobody doubted any more', () => {
  expect(overdueSteps(objectionWorkflow)).toEqual([
    { state: 'VERIFYING', step: 'stopUnverified' },
    { state: 'EXTENDED', step: 'stopUnverified' },
    { state: 'DISMISSED', step: 'becomeFinal' },
    { state: 'EXAMINING', step: 'escalate' },
    { state: 'UNDER_REVIEW', step: 'escalate' },
  ]);
});

describe('its clocks', () => {
  const calendar = new WorkingDays(notices);
  const due = (state: ObjectionState, startedOn: string, period = 'PROVIDER') =>
    deadlineIn(objectionWorkflow, { state, startedOn, facts: { period } }, calendar, startedOn)?.dueOn;

  test.each([
    ['PROVIDER', '2026-11-23', '2026-12-02'],
    ['OWN', '2026-11-23', '2026-11-26'],
    ['REVOKED', '2026-11-23', '2026-11-26'],
    // over the National Day: 1 to 7 October are off, the Saturday 10 October is worked
    ['PROVIDER', '2026-09-30', '2026-10-15'],
    ['OWN', '2026-09-30', '2026-10-10'],
  ])('%s data, filed on %s, are verified by %s', (period, filedOn, dueOn) => {
    expect(due(ObjectionState.VERIFYING, filedOn, period)).toBe(dueOn);
  });

  test('ten working days more from the former deadline; ten to ask for a review, seven to decide it; thirty to examine', () => {
    const from = startOf(clockOf(objectionWorkflow, ObjectionState.EXTENDED)!, '2026-11-27', '2026-12-02');
    expect(due(ObjectionState.EXTENDED, from)).toBe('2026-12-16');
    expect(due(ObjectionState.DISMISSED, '2026-11-23')).toBe('2026-12-07');
    expect(due(ObjectionState.UNDER_REVIEW, '2026-11-23')).toBe('2026-12-02');
    expect(due(ObjectionState.EXAMINING, '2026-09-16')).toBe('2026-11-03');
  });

  test.each(['UPHELD', 'REVIEW_UPHELD', 'CLOSED', 'UNVERIFIABLE', 'NOT_ACCEPTED', 'WITHDRAWN'] as const)(
    'none runs in %s',
    (state) => {
      expect(due(ObjectionState[state], '2026-11-23')).toBeUndefined();
    },
  );
});
