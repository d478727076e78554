import type { Day } from '../src/calendar/day.js';
import type { Dice } from './dice.js';

export { type Day, daysAfter, monthsAfter } from '../src/calendar/day.js';

/** The day on which the demonstration city stands still. */
export const today: Day = '2026-11-22';

/** No record of the city was determined before this day. */
export const firstDay: Day = '2021-01-04';

const dayLength = 86_400_000;

const daysSinceEpoch = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayLength;

const dayOf = (days: number): Day => new Date(days * dayLength).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

export const latest = (...days: Day[]): Day => days.toSorted().at(-1)!;

/** A Monday to Friday from `from` to `to`; the Friday before, where a weekend was thrown. */
export function weekdayBetween(dice: Dice, from: Day, to: Day): Day {
  const first = daysSinceEpoch(from);
  const thrown = dice.int(first, Math.max(first, daysSinceEpoch(to)));
  const weekday = (thrown + 4) % 7; // 1970-01-01 was a Thursday; 0 is Sunday
  const workday = weekday === 0 ? thrown - 2 : weekday === 6 ? thrown - 1 : thrown;
  return dayOf(workday < first ? workday + 3 : workday);
}
