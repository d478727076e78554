import { Refusal } from '../messages/refusal.js';
import { isWeekend, type YearNotice, yearOf } from './working-days.js';

/** The first full year of the yearly notices, and a year that no notice will speak of for long. */
const earliest = 2000;
const latest = 2100;

/**
 * What a notice can say of a year: its own days, each once, off days with a name, make-up days on weekends. Refuses what
 * it cannot, by the first fault.
 */
export function checkCalendar({ year, notice, off, work }: YearNotice): void {
  if (!(year >= earliest && year <= latest))
    throw new Refusal('CALENDAR_YEAR', { year: String(year), earliest: String(earliest), latest: String(latest) });
  if (notice.trim() === '') throw new Refusal('CALENDAR_NOTICE');
  if (off.length === 0) throw new Refusal('CALENDAR_EMPTY', { year: String(year) });
  const seen = new Set<string>();
  for (const { day } of [...off, ...work]) {
    if (yearOf(day) !== year) throw new Refusal('CALENDAR_DAY_OUTSIDE', { day, year: String(year) });
    if (seen.has(day)) throw new Refusal('CALENDAR_DAY_TWICE', { day });
    seen.add(day);
  }
  for (const { day, name } of off) if (name.trim() === '') throw new Refusal('CALENDAR_DAY_UNNAMED', { day });
  for (const { day } of work) if (!isWeekend(day)) throw new Refusal('CALENDAR_WORK_ON_WEEKDAY', { day });
}
