import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf, type Ending, type Term } from '../../src/calendar/deadline.js';
import { checkCalendar } from '../../src/calendar/official-calendar.rules.js';
import { WorkingDays, type YearNotice } from '../../src/calendar/working-days.js';
import { projectRoot } from '../../src/config.js';
import { Refusal } from '../../src/messages/refusal.js';
import { notices } from './notices.js';

const calendar = new WorkingDays(notices);
const due = (from: string, term: Term, ending?: Ending) => deadlineOf(calendar, from, term, ending).dueOn;

const reasonOf = (deed: () => unknown): unknown => {
  try {
    return deed();
  } catch (error) {
    if (error instanceof Refusal) return [error.reason, error.params];
    throw error;
  }
};

describe('the official calendars', () => {
  test.each([
    [2020, 249, 6, '国办发明电〔2019〕16号、国办发明电〔2020〕1号'],
    [2021, 250, 7, '国办发明电〔2020〕27号'],
    [2022, 249, 7, '国办发明电〔2021〕11号'],
    [2023, 249, 7, '国办发明电〔2022〕16号'],
    [2024, 251, 8, '国办发明电〔2023〕7号'],
    [2025, 248, 5, '国办发明电〔2024〕12号'],
    [2026, 248, 6, '国办发明电〔2025〕7号'],
  ])('%i has %i working days, %i of them on weekends, by %s', (year, count, madeUp, notice) => {
    expect(calendar.workingDaysIn(year)).toBe(count);
    expect(notices.find((one) => one.year === year)).toMatchObject({ notice, work: { length: madeUp } });
  });

  test.each(notices.map((one): [number, YearNotice] => [one.year, one]))(
    '%i says what a notice can say',
    (_year, notice) => {
      expect(() => checkCalendar(notice)).not.toThrow();
    },
  );

  test('the file is in order of days', () => {
    const days = readFileSync(join(projectRoot, 'seeds/reference/calendar.csv'), 'utf8').match(/\d{4}-\d\d-\d\d/g)!;
    expect(days).toEqual(days.toSorted());
  });
});

describe('a period of working days begins with the day after and counts the days on which offices work', () => {
  test.each([
    ['2026-02-11', 7, '2026-02-27', 'across Spring Festival'],
    ['2026-02-11', 10, '2026-03-03', 'and its second make-up Saturday'],
    ['2026-02-13', 3, '2026-02-25', 'the Saturday after it is a working day'],
    ['2026-02-14', 1, '2026-02-24', 'from a make-up Saturday'],
    ['2026-04-30', 3, '2026-05-08', 'across Labour Day'],
    ['2026-06-18', 2, '2026-06-23', 'across the Dragon Boat Festival'],
    ['2026-09-19', 1, '2026-09-20', 'to a make-up Sunday'],
    ['2026-09-24', 1, '2026-09-28', 'across Mid-Autumn'],
    ['2026-09-24', 7, '2026-10-12', 'and National Day'],
    ['2026-09-24', 10, '2026-10-15', 'and beyond'],
    ['2026-09-24', 20, '2026-10-29', 'to the end of October'],
    ['2026-09-30', 1, '2026-10-08', 'the week of National Day'],
    ['2026-11-22', 3, '2026-11-25', 'from a Sunday'],
    ['2026-11-22', 7, '2026-12-01', 'from a Sunday, into December'],
    ['2026-11-22', 10, '2026-12-04', 'from a Sunday, two weeks'],
    ['2025-12-31', 1, '2026-01-04', 'into the next year, whose first working day is a Sunday'],
    ['2024-12-31', 1, '2025-01-02', 'into the next year'],
    ['2020-01-23', 1, '2020-02-03', 'across the Spring Festival that was lengthened in 2020'],
    ['2022-12-30', 1, '2023-01-03', 'into the year 2023, whose second day is off'],
  ])('%s and %i: %s, %s', (from, workingDays, dueOn) => {
    expect(due(from, { workingDays })).toBe(dueOn);
  });

  test('each day that did not count is named, with its reason and the notice', () => {
    expect(deadlineOf(calendar, '2026-04-30', { workingDays: 3 })).toEqual({
      dueOn: '2026-05-08',
      skipped: ['01', '02', '03', '04', '05'].map((day) => ({ day: `2026-05-${day}`, why: 'HOLIDAY', name: '劳动节' })),
      calendarEdition: '国办发明电〔2025〕7号',
    });
    expect(deadlineOf(calendar, '2026-11-20', { workingDays: 1 }).skipped).toEqual([
      { day: '2026-11-21', why: 'WEEKEND', name: null },
      { day: '2026-11-22', why: 'WEEKEND', name: null },
    ]);
  });

  test('a period over the new year rests on two notices', () => {
    expect(deadlineOf(calendar, '2025-12-31', { workingDays: 1 }).calendarEdition).toBe(
      '国办发明电〔2024〕12号、国办发明电〔2025〕7号',
    );
  });
});

describe('of a year without an official calendar nothing is guessed', () => {
  const missing = (year: string) => ['CALENDAR_MISSING', { year }];

  test.each([
    ['2026-12-30', { workingDays: 1 }, '2026-12-31'],
    ['2026-12-30', { workingDays: 2 }, missing('2027')],
    ['2026-12-31', { workingDays: 1 }, missing('2027')],
    ['2027-03-01', { workingDays: 1 }, missing('2027')],
    ['2019-12-27', { workingDays: 1 }, missing('2019')],
    ['9999-12-31', { workingDays: 1 }, missing('9999')],
  ])('%s and %j: %j', (from, term, outcome) => {
    expect(reasonOf(() => due(from, term))).toEqual(outcome);
  });

  test('calendar days and months need none, unless they roll', () => {
    expect(due('2026-11-22', { months: 3 })).toBe('2027-02-22');
    expect(reasonOf(() => due('2026-11-22', { months: 3 }, { rollsForward: true }))).toEqual(missing('2027'));
  });
});

describe('a period for acting ends on a working day, publicity on its day (Civil Code, arts. 202, 203)', () => {
  test.each<[string, Term, string, string]>([
    ['2026-01-31', { months: 3 }, '2026-04-30', '2026-04-30'],
    ['2026-08-31', { months: 1 }, '2026-09-30', '2026-09-30'],
    ['2026-07-01', { months: 3 }, '2026-10-01', '2026-10-08'],
    ['2025-02-21', { years: 1 }, '2026-02-21', '2026-02-24'],
    ['2024-02-29', { years: 1 }, '2025-02-28', '2025-02-28'],
    ['2026-10-23', { days: 30 }, '2026-11-22', '2026-11-23'],
    ['2026-08-21', { days: 30 }, '2026-09-20', '2026-09-20'],
    ['2026-11-21', { days: 1 }, '2026-11-22', '2026-11-23'],
  ])('%s and %j: publicity ends on %s, an act is in time until %s', (from, term, publicity, act) => {
    expect(due(from, term)).toBe(publicity);
    expect(due(from, term, { rollsForward: true })).toBe(act);
  });
});

describe('whatever the start and the length', () => {
  const start = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const length = fc.integer({ min: 1, max: 120 });

  test('a period ends on a working day after its start, and every day between is counted or skipped', () => {
    fc.assert(
      fc.property(start, length, (from, workingDays) => {
        const { dueOn, skipped } = deadlineOf(calendar, from, { workingDays });
        expect(dueOn > from).toBe(true);
        expect(calendar.dayOff(dueOn)).toBeNull();
        expect((Date.parse(dueOn) - Date.parse(from)) / 86_400_000).toBe(workingDays + skipped.length);
        for (const { day } of skipped) expect(calendar.dayOff(day)).not.toBeNull();
      }),
    );
  });

  test('one day more ends later, and a later start ends no earlier', () => {
    fc.assert(
      fc.property(start, length, (from, workingDays) => {
        const dueOn = due(from, { workingDays });
        expect(due(from, { workingDays: workingDays + 1 }) > dueOn).toBe(true);
        expect(due(calendar.dayAfter(from), { workingDays }) >= dueOn).toBe(true);
      }),
    );
  });

  test('two periods one after the other are one', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (from, one, other) => {
        const apart = due(due(from, { workingDays: one }), { workingDays: other });
        expect(apart).toBe(due(from, { workingDays: one + other }));
      }),
    );
  });
});

describe('what a notice cannot say', () => {
  const good: YearNotice = {
    year: 2027,
    notice: '国办发明电〔2026〕1号',
    off: [{ day: '2027-01-01', name: '元旦' }],
    work: [{ day: '2027-01-02' }],
  };

  test.each<[string, Partial<YearNotice>, unknown]>([
    ['nothing is wrong', {}, undefined],
    ['no year of notices', { year: 1066 }, ['CALENDAR_YEAR', { year: '1066', earliest: '2000', latest: '2100' }]],
    ['no notice', { notice: ' ' }, ['CALENDAR_NOTICE', {}]],
    ['no day off', { off: [] }, ['CALENDAR_EMPTY', { year: '2027' }]],
    [
      'a day off of another year',
      { off: [{ day: '2026-12-31', name: '元旦' }] },
      ['CALENDAR_DAY_OUTSIDE', { day: '2026-12-31', year: '2027' }],
    ],
    [
      'a make-up day of another year',
      { work: [{ day: '2028-01-01' }] },
      ['CALENDAR_DAY_OUTSIDE', { day: '2028-01-01', year: '2027' }],
    ],
    ['a day off twice', { off: [...good.off, ...good.off] }, ['CALENDAR_DAY_TWICE', { day: '2027-01-01' }]],
    ['a make-up day twice', { work: [...good.work, ...good.work] }, ['CALENDAR_DAY_TWICE', { day: '2027-01-02' }]],
    [
      'a day both off and made up',
      { off: [{ day: '2027-01-02', name: '元旦' }] },
      ['CALENDAR_DAY_TWICE', { day: '2027-01-02' }],
    ],
    [
      'a day off without a name',
      { off: [{ day: '2027-01-01', name: '' }] },
      ['CALENDAR_DAY_UNNAMED', { day: '2027-01-01' }],
    ],
    [
      'work made up on a Monday',
      { work: [{ day: '2027-01-04' }] },
      ['CALENDAR_WORK_ON_WEEKDAY', { day: '2027-01-04' }],
    ],
  ])('%s', (_what, change, outcome) => {
    expect(reasonOf(() => checkCalendar({ ...good, ...change }))).toEqual(outcome);
  });
});
