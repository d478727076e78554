import { Temporal } from 'temporal-polyfill';
import { type Day, daysAfter, daysBetween } from './day.js';
import { DayOffReason, type DeadlineExplanation, type SkippedDay } from './deadline-explanation.js';
import type { WorkingDays } from './working-days.js';

/** A legal period. Months and years are never working days. */
export type Term =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly months: number }
  | { readonly years: number };

/** When something is due, with the arithmetic that leads there. */
export interface DueDay {
  readonly dueOn: Day;
  /** Each day on the way that did not count, in order. */
  readonly skipped: readonly SkippedDay[];
  /** The official notices that say so; null when no official calendar was needed. */
  readonly calendarEdition: string | null;
}

/** Days on which a clock stands still: from the day after `from` to `until`, which is the day on which it goes on. */
export interface Pause {
  readonly from: Day;
  /** Null while it still stands. */
  readonly until: Day | null;
}

/** How a period ends. */
export interface Ending {
  /**
   * A period of days, months or years in which somebody must act ends on the next working day when its last day is off
   * (Civil Code 民法典 art. 203). Publicity does not roll: it would lengthen a burden.
   */
  readonly rollsForward?: boolean;
  /** When the clock stood still; each of them has ended. */
  readonly pauses?: readonly Pause[];
}

/**
 * When a period that starts on a day ends. The day it starts on does not count (Civil Code 民法典 art. 201); months and
 * years end on the corresponding day, or on the month's last (art. 202). Refuses with `CALENDAR_MISSING` when it needs a
 * year without an official calendar.
 */
export function deadlineOf(calendar: WorkingDays, from: Day, term: Term, ending: Ending = {}): DueDay {
  const { pauses = [] } = ending;
  if ('workingDays' in term) return workingDaysAfter(calendar, from, term.workingDays, pauses);
  const last = afterPauses(Temporal.PlainDate.from(from).add(term, { overflow: 'constrain' }).toString(), from, pauses);
  return ending.rollsForward ? roll(calendar, last) : { dueOn: last, skipped: [], calendarEdition: null };
}

/** When a period of working days ends; as `deadlineOf`, and always by an official calendar. */
export function workingDaysAfter(
  calendar: WorkingDays,
  from: Day,
  workingDays: number,
  pauses: readonly Pause[] = [],
): DeadlineExplanation {
  const skipped: SkippedDay[] = [];
  const notices = new Set([calendar.noticeOf(from)]);
  let day = from;
  for (let counted = 0; counted < workingDays; ) {
    day = calendar.dayAfter(day);
    notices.add(calendar.noticeOf(day));
    const off = calendar.dayOff(day) ?? standstill(day, pauses);
    if (off) skipped.push(off);
    else counted++;
  }
  return { dueOn: day, skipped, calendarEdition: editions(notices) };
}

const standstill = (day: Day, pauses: readonly Pause[]): SkippedDay | null =>
  pauses.some(({ from, until }) => until !== null && day > from && day <= until)
    ? { day, why: DayOffReason.PAUSED, name: null }
    : null;

/** A period of days, months or years ends as many days later as its clock stood still before its end. */
function afterPauses(last: Day, start: Day, pauses: readonly Pause[]): Day {
  return pauses.reduce((end, { from, until }) => {
    const stood = from > start ? from : start;
    return until === null || until <= stood || stood >= end ? end : daysAfter(end, daysBetween(stood, until));
  }, last);
}

function roll(calendar: WorkingDays, last: Day): DueDay {
  const skipped: SkippedDay[] = [];
  const notices = new Set([calendar.noticeOf(last)]);
  let day = last;
  for (let off = calendar.dayOff(day); off; off = calendar.dayOff(day)) {
    skipped.push(off);
    day = calendar.dayAfter(day);
    notices.add(calendar.noticeOf(day));
  }
  return { dueOn: day, skipped, calendarEdition: editions(notices) };
}

const editions = (notices: ReadonlySet<string>): string => [...notices].join('、');
