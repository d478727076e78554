import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../messages/refusal.js';
import type { Day } from './day.js';
import { DayOffReason, type SkippedDay } from './deadline-explanation.js';

/** What the State Council's notice says of one year: days off and weekend days on which work is made up. */
export interface YearNotice {
  readonly year: number;
  /** The notice that says so, such as 国办发明电〔2025〕7号. */
  readonly notice: string;
  readonly off: readonly { readonly day: Day; readonly name: string }[];
  readonly work: readonly { readonly day: Day }[];
}

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Whether the day is a Saturday or a Sunday. */
export const isWeekend = (day: Day): boolean => Temporal.PlainDate.from(day).dayOfWeek > 5;

/** A day of an official year: what comes after it, and why it does not count, if it does not. */
interface KnownDay {
  readonly next: Day;
  readonly off: SkippedDay | null;
}

/**
 * The official calendars that are known. Of a year without a notice nothing is guessed: whatever needs one of its days is
 * refused (`CALENDAR_MISSING`).
 */
export class WorkingDays {
  readonly #notices: ReadonlyMap<number, YearNotice>;
  readonly #days = new Map<Day, KnownDay>();

  constructor(readonly years: readonly YearNotice[]) {
    this.#notices = new Map(years.map((one) => [one.year, one]));
  }

  /** Why the day does not count; null for a working day. */
  dayOff(day: Day): SkippedDay | null {
    return this.#known(day).off;
  }

  /** The day after, of a day in a known year. */
  dayAfter(day: Day): Day {
    return this.#known(day).next;
  }

  /** The notice that says which days of this day's year count. */
  noticeOf(day: Day): string {
    this.#known(day);
    return this.#notices.get(yearOf(day))!.notice;
  }

  /** How many days of the year count. */
  workingDaysIn(year: number): number {
    const notice = this.#notices.get(year);
    if (!notice) return 0;
    this.#add(notice);
    return [...this.#days].filter(([day, { off }]) => off === null && yearOf(day) === year).length;
  }

  #known(day: Day): KnownDay {
    const known = this.#days.get(day) ?? this.#firstOfYear(day);
    if (!known) throw new Refusal('CALENDAR_MISSING', { year: String(yearOf(day)) });
    return known;
  }

  /** A year is spelled out when the first of its days is asked for: most are never. */
  #firstOfYear(day: Day): KnownDay | undefined {
    const notice = this.#notices.get(yearOf(day));
    if (notice) this.#add(notice);
    return this.#days.get(day);
  }

  #add({ year, off, work }: YearNotice): void {
    if (this.#days.has(`${year}-01-01`)) return;
    const names = new Map(off.map(({ day, name }) => [day, name]));
    const madeUp = new Set(work.map(({ day }) => day));
    let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    while (date.year === year) {
      const day = date.toString();
      const weekend = date.dayOfWeek > 5;
      date = date.add({ days: 1 });
      this.#days.set(day, { next: date.toString(), off: offOn(day, names.get(day), weekend && !madeUp.has(day)) });
    }
  }
}

function offOn(day: Day, holiday: string | undefined, weekend: boolean): SkippedDay | null {
  if (holiday !== undefined) return { day, why: DayOffReason.HOLIDAY, name: holiday };
  return weekend ? { day, why: DayOffReason.WEEKEND, name: null } : null;
}
