import { describe, expect, test } from '@jest/globals';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { Refusal } from '../../src/messages/refusal.js';
import { clockOf, overdueSteps, startOf } from '../../src/workflow/clock.js';
import { DeadlineUnit, deadlineIn } from '../../src/workflow/deadline.js';
import { described } from '../../src/workflow/described.js';
import { availableSteps, type Situation, type StepRefusal, take, takeOrRefuse } from '../../src/workflow/take.js';
import type { Clock, Workflow } from '../../src/workflow/workflow.js';
import { workflowDocument } from '../../src/workflow/workflow-document.js';
import { notices } from './notices.js';

const basis = 'rule of the test';
const words = { en: 'Word', zh: '词' };
const toDecide: Clock = { byFact: 'kind', terms: { SHORT: { workingDays: 1 }, LONG: { months: 1 } }, basis };

/** A permit: applied for, decided by an officer, extended once, appealed to a judge, in force to a day. */
const permit = {
  name: { en: 'Permit', zh: '许可' },
  states: { APPLIED: words, EXTENDED: words, LATE: words, GRANTED: words, REFUSED: words, ENDED: words },
  parties: { CITIZEN: words, OFFICER: words, JUDGE: words },
  guards: { paid: { en: 'the fee is paid', zh: '已缴费' } },
  steps: [
    { step: 'apply', from: [], to: 'APPLIED', by: ['CITIZEN'], within: toDecide, basis, says: words },
    {
      step: 'extend',
      from: ['APPLIED', 'EXTENDED'],
      to: 'EXTENDED',
      by: ['OFFICER'],
      within: { workingDays: 10, onTop: true, basis },
      once: true,
      basis,
      says: words,
    },
    {
      step: 'grant',
      from: ['APPLIED', 'EXTENDED', 'LATE'],
      to: 'GRANTED',
      by: ['OFFICER'],
      within: { until: 'validUntil', basis },
      when: 'paid',
      basis,
      says: words,
    },
    {
      step: 'grant',
      from: ['REFUSED'],
      to: 'GRANTED',
      by: ['JUDGE'],
      within: { until: 'validUntil', basis },
      basis,
      says: words,
    },
    { step: 'refuse', from: ['APPLIED', 'EXTENDED', 'LATE'], to: 'REFUSED', by: ['OFFICER'], basis, says: words },
    { step: 'fallLate', from: ['APPLIED', 'EXTENDED'], to: 'LATE', by: ['CLOCK'], basis, says: words },
    { step: 'end', from: ['GRANTED'], to: 'ENDED', by: ['CLOCK', 'CITIZEN'], basis, says: words },
  ],
} as const satisfies Workflow;

type Facts = Situation<typeof permit>;
const unpaid: StepRefusal = { reason: 'FIELD_REQUIRED', params: { title: 'Fee', field: 'fee' } };
const facts = (more: Partial<Facts> = {}): Facts => ({
  state: 'APPLIED',
  party: 'OFFICER',
  guards: { paid: null },
  history: ['apply'],
  ...more,
});
const outcome = (step: Parameters<typeof take<typeof permit>>[1], situation: Facts): unknown => {
  const taken = take(permit, step, situation);
  return taken.refused ?? taken.to;
};

describe('a step leads from a state to a state, or is refused with what hinders it', () => {
  test.each<[string, Parameters<typeof outcome>[0], Partial<Facts>, unknown]>([
    ['it begins the case', 'apply', { state: null, party: 'CITIZEN', history: [] }, 'APPLIED'],
    ['it leads on', 'refuse', {}, 'REFUSED'],
    ['another party, another row', 'grant', { state: 'REFUSED', party: 'JUDGE' }, 'GRANTED'],
    ['the platform itself', 'fallLate', { party: 'CLOCK' }, 'LATE'],
    ['the guard holds', 'grant', {}, 'GRANTED'],
    [
      'the guard does not hold',
      'grant',
      { guards: { paid: unpaid } },
      { ...unpaid, params: { basis, ...unpaid.params } },
    ],
    ['the row has no guard', 'grant', { state: 'REFUSED', party: 'JUDGE', guards: { paid: unpaid } }, 'GRANTED'],
    [
      'not from here',
      'refuse',
      { state: 'GRANTED' },
      {
        reason: 'STEP_NOT_ALLOWED_FROM',
        params: { step: 'refuse', state: 'GRANTED', from: 'APPLIED, EXTENDED, LATE', possible: '-' },
      },
    ],
    [
      'a case begins once',
      'apply',
      { party: 'CITIZEN' },
      { reason: 'STEP_NOT_ALLOWED_FROM', params: { step: 'apply', state: 'APPLIED', from: '-', possible: '-' } },
    ],
    [
      'not before the case begins',
      'refuse',
      { state: null, party: 'CITIZEN', history: [] },
      {
        reason: 'STEP_NOT_ALLOWED_FROM',
        params: { step: 'refuse', state: '-', from: 'APPLIED, EXTENDED, LATE', possible: 'apply' },
      },
    ],
    [
      "not another's",
      'grant',
      { state: 'REFUSED' },
      {
        reason: 'STEP_NOT_YOURS',
        params: { step: 'grant', state: 'REFUSED', by: 'JUDGE', party: 'OFFICER', possible: '-' },
      },
    ],
    [
      'not of someone who is no party',
      'end',
      { state: 'GRANTED', party: null },
      {
        reason: 'STEP_NOT_YOURS',
        params: { step: 'end', state: 'GRANTED', by: 'CLOCK, CITIZEN', party: '-', possible: '-' },
      },
    ],
    [
      'the clock decides nothing',
      'grant',
      { party: 'CLOCK' },
      {
        reason: 'STEP_NOT_YOURS',
        params: { step: 'grant', state: 'APPLIED', by: 'OFFICER', party: 'CLOCK', possible: 'fallLate' },
      },
    ],
    ['once', 'extend', {}, 'EXTENDED'],
    [
      'not twice',
      'extend',
      { state: 'EXTENDED', history: ['apply', 'extend'] },
      { reason: 'STEP_ONLY_ONCE', params: { step: 'extend', possible: 'grant, refuse' } },
    ],
  ])('%s: %s', (_what, step, more, expected) => {
    expect(outcome(step, facts(more))).toEqual(expected);
  });

  test('a service throws what is refused', () => {
    expect(takeOrRefuse(permit, 'refuse', facts()).to).toBe('REFUSED');
    expect(() => takeOrRefuse(permit, 'refuse', facts({ state: 'ENDED' }))).toThrow(Refusal);
    expect(() => takeOrRefuse(permit, 'refuse', facts({ state: 'ENDED' }))).toThrow(/not possible in the state ENDED/);
  });
});

describe('the steps that one can take now', () => {
  test.each<[Partial<Facts>, string[]]>([
    [{ state: null, party: 'CITIZEN', history: [] }, ['apply']],
    [{}, ['extend', 'grant', 'refuse']],
    [{ guards: { paid: unpaid } }, ['extend', 'refuse']],
    [{ state: 'EXTENDED', history: ['apply', 'extend'] }, ['grant', 'refuse']],
    [{ party: 'CLOCK' }, ['fallLate']],
    [{ party: 'CITIZEN' }, []],
    [{ party: null }, []],
    [{ state: 'ENDED' }, []],
  ])('%j: %j', (more, steps) => {
    const situation = facts(more);
    expect(availableSteps(permit, situation).map(({ step }) => step)).toEqual(steps);
    for (const { step, to } of availableSteps(permit, situation)) expect(outcome(step, situation)).toBe(to);
  });
});

describe('a clock starts when a state is entered', () => {
  const calendar = new WorkingDays(notices);
  const on = (state: Parameters<typeof clockOf<typeof permit>>[1], startedOn: string, more = {}, today = startedOn) =>
    deadlineIn(permit, { state, startedOn, facts: more }, calendar, today);

  test('a fact of the case chooses the period', () => {
    expect(on('APPLIED', '2026-11-20', { kind: 'SHORT' })).toEqual({
      dueOn: '2026-11-23',
      startedOn: '2026-11-20',
      length: 1,
      unit: DeadlineUnit.WORKING_DAYS,
      basis,
      calendarEdition: '国办发明电〔2025〕7号',
      skipped: [
        { day: '2026-11-21', why: 'WEEKEND', name: null },
        { day: '2026-11-22', why: 'WEEKEND', name: null },
      ],
      overdue: false,
    });
    expect(on('APPLIED', '2026-10-22', { kind: 'LONG' })).toMatchObject({
      dueOn: '2026-11-23',
      length: 1,
      unit: 'MONTHS',
    });
    expect(() => on('APPLIED', '2026-10-22', { kind: 'ODD' })).toThrow('no period is declared for kind ODD');
    expect(() => on('APPLIED', '2026-10-22')).toThrow('the clock needs the fact kind');
  });

  test('the last day is in time, the next one is not', () => {
    expect(on('APPLIED', '2026-11-20', { kind: 'SHORT' }, '2026-11-23')?.overdue).toBe(false);
    expect(on('APPLIED', '2026-11-20', { kind: 'SHORT' }, '2026-11-24')?.overdue).toBe(true);
  });

  test('an agreed day is as it was agreed, whatever day it is', () => {
    expect(on('GRANTED', '2026-11-20', { validUntil: '2031-01-01' }, '2031-01-01')).toEqual({
      dueOn: '2031-01-01',
      startedOn: '2026-11-20',
      length: null,
      unit: DeadlineUnit.UNTIL_DATE,
      basis,
      calendarEdition: null,
      skipped: [],
      overdue: false,
    });
  });

  test('an extension is added to the former period; every other one begins anew', () => {
    expect(startOf(clockOf(permit, 'EXTENDED')!, '2026-11-20', '2026-11-23')).toBe('2026-11-23');
    expect(startOf(clockOf(permit, 'APPLIED')!, '2026-11-20', '2026-11-23')).toBe('2026-11-20');
    expect(on('EXTENDED', '2026-11-23')?.dueOn).toBe('2026-12-07');
  });

  test('none runs where none is declared', () => {
    expect(on('REFUSED', '2026-11-20')).toBeNull();
  });

  test('what the platform does when one has run out', () => {
    expect(overdueSteps(permit)).toEqual([
      { state: 'APPLIED', step: 'fallLate' },
      { state: 'EXTENDED', step: 'fallLate' },
      { state: 'GRANTED', step: 'end' },
    ]);
  });
});

describe('a table is printed', () => {
  const printed = workflowDocument([permit]);

  test.each([
    '## Permit 许可',
    '  [*] --> APPLIED : apply',
    '  LATE --> GRANTED : grant',
    '  ENDED --> [*]',
    '| apply |  | APPLIED | CITIZEN |  | by kind: 1 working day (SHORT), 1 month (LONG) (rule of the test) | rule of the test | Word. 词 |',
    '| extend | APPLIED, EXTENDED | EXTENDED | OFFICER | once | 10 working days more (rule of the test) |',
    '| grant | APPLIED, EXTENDED, LATE | GRANTED | OFFICER | the fee is paid 已缴费 | until validUntil (rule of the test) |',
  ])('%s', (line) => {
    expect(printed).toContain(line);
  });

  test('with an end for final states only', () => {
    expect(printed.match(/--> \[\*\]/g)).toHaveLength(1);
  });
});

test('the words of the states describe their enum', () => {
  expect(described({ OPEN: { en: 'Open', zh: '待办' } })).toEqual({ OPEN: { description: 'Open. 待办' } });
});
