import { describe, expect, test } from '@jest/globals';
import { deadlineOf, type Pause, type Term } from '../../src/calendar/deadline.js';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { RepairState, repairWorkflow } from '../../src/repair/repair.workflow.js';
import { clockOf, startOf } from '../../src/workflow/clock.js';
import { deadlineIn, wholeDeadline } from '../../src/workflow/deadline.js';
import { notices } from './notices.js';

const calendar = new WorkingDays(notices);
const stood = (...days: readonly (readonly [string, string | null])[]): Pause[] =>
  days.map(([from, until]) => ({ from, until }));

describe('a clock of working days stands still from the day after it stopped to the day on which it goes on', () => {
  test.each<[string, string, number, Pause[], string]>([
    ['never', '2026-11-23', 10, [], '2026-12-07'],
    ['four working days', '2026-11-23', 10, stood(['2026-11-24', '2026-11-30']), '2026-12-11'],
    ['from the first day', '2026-11-23', 10, stood(['2026-11-23', '2026-11-25']), '2026-12-09'],
    ['asked and supplied on one day', '2026-11-23', 10, stood(['2026-11-25', '2026-11-25']), '2026-12-07'],
    ['over a Saturday', '2026-11-23', 10, stood(['2026-11-27', '2026-11-28']), '2026-12-07'],
    ['over a weekend', '2026-11-23', 10, stood(['2026-11-27', '2026-11-29']), '2026-12-07'],
    ['until Monday', '2026-11-23', 10, stood(['2026-11-27', '2026-11-30']), '2026-12-08'],
    ['over National Day', '2026-09-24', 10, stood(['2026-09-28', '2026-10-09']), '2026-10-21'],
    ['twice', '2026-11-23', 10, stood(['2026-11-24', '2026-11-25'], ['2026-11-27', '2026-11-30']), '2026-12-09'],
    ['with a day left', '2026-11-23', 3, stood(['2026-11-25', '2026-12-01']), '2026-12-02'],
    ['after its last day', '2026-11-23', 3, stood(['2026-11-26', '2026-12-01']), '2026-11-26'],
    ['before it began', '2026-11-30', 3, stood(['2026-11-24', '2026-11-30']), '2026-12-03'],
    ['and still does: nobody knows until when', '2026-11-23', 3, stood(['2026-11-24', null]), '2026-11-26'],
  ])('%s', (_what, from, workingDays, pauses, dueOn) => {
    expect(deadlineOf(calendar, from, { workingDays }, { pauses }).dueOn).toBe(dueOn);
  });

  test('each day is told with its reason: a weekend is one anyway', () => {
    const { skipped } = deadlineOf(
      calendar,
      '2026-11-26',
      { workingDays: 1 },
      { pauses: stood(['2026-11-26', '2026-11-30']) },
    );
    expect(skipped).toEqual([
      { day: '2026-11-27', why: 'PAUSED', name: null },
      { day: '2026-11-28', why: 'WEEKEND', name: null },
      { day: '2026-11-29', why: 'WEEKEND', name: null },
      { day: '2026-11-30', why: 'PAUSED', name: null },
    ]);
  });
});

describe('a period of days, months or years ends as much later as it stood still, and then rolls forward', () => {
  test.each<[Term, string, Pause[], string]>([
    [{ months: 1 }, '2026-10-22', [], '2026-11-23'],
    [{ months: 1 }, '2026-10-22', stood(['2026-10-26', '2026-11-05']), '2026-12-02'],
    [{ days: 30 }, '2026-10-23', stood(['2026-11-01', '2026-11-06']), '2026-11-27'],
    // it had ended by then
    [{ days: 30 }, '2026-10-23', stood(['2026-11-30', '2026-12-05']), '2026-11-23'],
    // the second falls into what the first has lengthened
    [{ days: 10 }, '2026-11-01', stood(['2026-11-05', '2026-11-10'], ['2026-11-14', '2026-11-18']), '2026-11-20'],
    // what lies before the start does not count
    [{ days: 10 }, '2026-11-01', stood(['2026-10-28', '2026-11-03']), '2026-11-13'],
    [{ years: 1 }, '2025-11-20', stood(['2026-01-01', '2026-01-31']), '2026-12-21'],
    [{ months: 1 }, '2026-10-22', stood(['2026-10-26', null]), '2026-11-23'],
  ])('%j from %s', (term, from, pauses, dueOn) => {
    expect(deadlineOf(calendar, from, term, { rollsForward: true, pauses }).dueOn).toBe(dueOn);
  });
});

describe('the clocks of an application for repair', () => {
  const due = (state: RepairState, startedOn: string, pauses: Pause[] = []) =>
    deadlineIn(repairWorkflow, { state, startedOn, pauses }, calendar, startedOn)?.dueOn;
  const whole = (filedOn: string, history: string[], pauses: Pause[] = [], today = filedOn) =>
    wholeDeadline(repairWorkflow.whole, filedOn, { history, pauses }, calendar, today);
  const supplement = stood(['2026-11-24', '2026-11-30']);

  test('three working days to accept, seven to decide, two to agree, one to pass it on', () => {
    expect(due(RepairState.SUBMITTED, '2026-11-23')).toBe('2026-11-26');
    expect(due(RepairState.UNDER_REVIEW, '2026-11-23')).toBe('2026-12-02');
    expect(due(RepairState.COUNTERSIGN, '2026-11-27')).toBe('2026-12-01');
    expect(due(RepairState.APPROVED, '2026-11-27')).toBe('2026-11-30');
    for (const state of [RepairState.NEED_SUPPLEMENT, RepairState.REFUSED, RepairState.COMPLETED]) {
      expect(due(state, '2026-11-23')).toBeUndefined();
    }
  });

  test('after a supplement the unit has its three days anew', () => {
    expect(due(RepairState.SUBMITTED, '2026-11-30', supplement)).toBe('2026-12-03');
  });

  test('an extension counts from the former deadline, not from the day on which it is told', () => {
    const from = startOf(clockOf(repairWorkflow, RepairState.EXTENDED)!, '2026-11-25', '2026-12-02');
    expect(from).toBe('2026-12-02');
    expect(due(RepairState.EXTENDED, from)).toBe('2026-12-16');
  });

  test.each<[string, string[], Pause[], string, number]>([
    ['ten working days in all', ['apply'], [], '2026-12-07', 10],
    ['without the time of the supplement', ['apply', 'askSupplement', 'supply'], supplement, '2026-12-11', 10],
    ['ten more when it is extended', ['apply', 'accept', 'extend'], [], '2026-12-21', 20],
    ['both', ['apply', 'askSupplement', 'supply', 'accept', 'extend'], supplement, '2026-12-25', 20],
  ])('%s', (_what, history, pauses, dueOn, length) => {
    expect(whole('2026-11-23', history, pauses)).toMatchObject({ dueOn, length, startedOn: '2026-11-23' });
  });

  test('the last day is in time', () => {
    expect(whole('2026-11-23', ['apply'], [], '2026-12-07').overdue).toBe(false);
    expect(whole('2026-11-23', ['apply'], [], '2026-12-08').overdue).toBe(true);
  });
});
