import { describe, expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import { deadlineOf, type Term } from '../../src/calendar/deadline.js';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { Refusal } from '../../src/messages/refusal.js';
import { notices } from './notices.js';

// The other opinion: the npm package chinese-days, and arithmetic that knows nothing of ours.

const calendar = new WorkingDays(notices);
const works = (day: string): boolean => chineseDays.isWorkday(day);
const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const daysBetween = (first: string, last: string): string[] => {
  const days = [first];
  while (days.at(-1)! < last) days.push(next(days.at(-1)!));
  return days;
};

/** Walks day by day from the day after until so many days on which offices work have gone by. */
function walked(from: string, workingDays: number): { dueOn: string; off: string[] } {
  const off: string[] = [];
  let day = from;
  for (let left = workingDays; left > 0; ) {
    day = next(day);
    if (works(day)) left -= 1;
    else off.push(day);
  }
  return { dueOn: day, off };
}

/** The corresponding day by counting months on one's fingers. */
function corresponding(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const count = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const leap = (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][inMonth - 1]!;
  return [inYear, inMonth, Math.min(day, last)].map((part) => String(part).padStart(2, '0')).join('-');
}

function rolled(day: string): string {
  let last = day;
  while (!works(last)) last = next(last);
  return last;
}

describe('the calendars that are loaded say of each day what chinese-days says', () => {
  const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];

  test.each(years)('%i', (year) => {
    const days = daysBetween(`${year}-01-01`, `${year}-12-31`);
    expect(days).toHaveLength(year % 4 === 0 ? 366 : 365);
    expect(days.filter((day) => calendar.dayOff(day) === null)).toEqual(days.filter(works));
  });

  test('there are no others', () => {
    expect(calendar.years.map(({ year }) => year)).toEqual(years);
  });
});

describe('a period of working days ends where a walk from day to day ends', () => {
  // the days around every holiday, each make-up day, and the ends of the years
  const around = notices.flatMap(({ off, work }) => [
    ...off.flatMap(({ day }, i) => (off[i - 1]?.name === off[i]!.name ? [] : [next(next(day)), day])),
    ...work.map(({ day }) => day),
  ]);
  const ends = ['2024-12-27', '2024-12-31', '2025-01-01', '2025-12-26', '2025-12-31', '2026-01-01', '2026-10-30'];
  const cases = [...around, ...ends].flatMap((from) =>
    [1, 2, 3, 5, 7, 10, 20].map((workingDays): [string, number] => [from, workingDays]),
  );

  test('there are more than two hundred of them, on all sides of a holiday', () => {
    expect(cases.length).toBeGreaterThan(200);
    expect(new Set(cases.map(([from]) => works(from)))).toEqual(new Set([true, false]));
  });

  test.each(cases)('%s and %i', (from, workingDays) => {
    const { dueOn, skipped } = deadlineOf(calendar, from, { workingDays });
    expect({ dueOn, off: skipped.map(({ day }) => day) }).toEqual(walked(from, workingDays));
  });

  test('and so from every day of the seven years', () => {
    for (const from of daysBetween('2020-01-01', '2026-11-15')) {
      for (const workingDays of [3, 7, 20]) {
        expect([from, deadlineOf(calendar, from, { workingDays }).dueOn]).toEqual([
          from,
          walked(from, workingDays).dueOn,
        ]);
      }
    }
  });
});

describe('months and years end on the corresponding day, or on the last of the month; only deadlines roll', () => {
  const starts = [
    ...['2024-01-30', '2024-01-31', '2024-02-28', '2024-02-29', '2024-03-31', '2024-08-31', '2024-11-30', '2024-12-31'],
    ...['2025-01-31', '2025-02-28', '2025-03-01', '2025-05-31', '2025-07-01', '2025-09-30', '2025-10-01', '2025-12-31'],
    ...['2026-01-01', '2026-01-31', '2026-02-28'],
  ];
  const terms: readonly [Term, number][] = [
    [{ months: 1 }, 1],
    [{ months: 2 }, 2],
    [{ months: 3 }, 3],
    [{ months: 6 }, 6],
    [{ years: 1 }, 12],
    [{ months: 12 }, 12],
    [{ years: 2 }, 24],
  ];
  const cases = starts.flatMap((from) =>
    terms
      .filter(([, months]) => corresponding(from, months) < '2026-12-31')
      .map(([term, months]): [string, Term, number] => [from, term, months]),
  );

  test.each(cases)('%s and %j', (from, term, months) => {
    const last = corresponding(from, months);
    expect(deadlineOf(calendar, from, term)).toEqual({ dueOn: last, skipped: [], calendarEdition: null });
    const act = deadlineOf(calendar, from, term, { rollsForward: true });
    expect([act.dueOn, act.skipped.length]).toEqual([rolled(last), daysBetween(last, rolled(last)).length - 1]);
  });

  test('some of them do roll, some do not', () => {
    const kept = cases.filter(([from, , months]) => works(corresponding(from, months))).length;
    expect(kept).toBeGreaterThan(20);
    expect(cases.length - kept).toBeGreaterThan(20);
  });

  test.each<[string, Term, string]>([
    ['2026-01-31', { months: 3 }, '2026-04-30'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2024-02-29', { years: 4 }, '2028-02-29'],
    ['2025-02-28', { years: 3 }, '2028-02-28'],
    ['2025-12-31', { months: 2 }, '2026-02-28'],
  ])('%s and %j: %s', (from, term, last) => {
    expect(deadlineOf(calendar, from, term).dueOn).toBe(last);
  });
});

describe('a year without a notice is an error that names it, wherever in the period it lies', () => {
  const holed = new WorkingDays([
    ...notices,
    { year: 2028, notice: '国办发明电〔2027〕0号', off: [{ day: '2028-01-01', name: '元旦' }], work: [] },
  ]);

  test.each<[string, Term, string]>([
    ['2026-12-31', { workingDays: 1 }, 'at its end'],
    ['2026-12-01', { workingDays: 300 }, 'in the middle'],
    ['2027-12-31', { workingDays: 1 }, 'at its start'],
    ['2027-06-30', { workingDays: 5 }, 'all of it'],
    ['2026-11-22', { months: 3 }, 'where it rolls'],
    ['2026-07-03', { years: 1 }, 'where it rolls'],
  ])('%s and %j: 2027, %s', (from, term) => {
    const count = () => deadlineOf(holed, from, term, { rollsForward: true });
    expect(count).toThrow(Refusal);
    expect(count).toThrow(expect.objectContaining({ reason: 'CALENDAR_MISSING', params: { year: '2027' } }));
    expect(count).toThrow(/2027/);
  });

  test('months that end in a year with a notice need none for the years between', () => {
    const { dueOn } = deadlineOf(holed, '2026-12-01', { months: 14 }, { rollsForward: true });
    expect(dueOn).toBe('2028-02-01');
  });
});
