import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.js';
import type { DeadlineExplanation, SkippedDay } from './deadline-explanation.js';
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

/** How a period ends. */
export interface Ending {
  /**
   * A period of days, months or years in which somebody must act ends on the next working day when its last day is off
   * (Civil Code 民法典 art. 203). Publicity does not roll: it would lengthen a burden.
   */
  readonly rollsForward?: boolean;
}

/**
 * When a period that starts on a day ends. The day it starts on does not count (Civil Code 民法典 art. 201); months and
 * years end on the corresponding day, or on the month's last (art. 202). Refuses with `CALENDAR_MISSING` when it needs a
 * year without an official calendar.
 */
export function deadlineOf(calendar: WorkingDays, from: Day, term: Term, ending: Ending = {}): DueDay {
  if ('workingDays' in term) return workingDaysAfter(calendar, from, term.workingDays);
  const last = Temporal.PlainDate.from(from).add(term, { overflow: 'constrain' }).toString();
  return ending.rollsForward ? roll(calendar, last) : { dueOn: last, skipped: [], calendarEdition: null };
}

/** When a period of working days ends; as `deadlineOf`, and always by an official calendar. */
export function workingDaysAfter(calendar: WorkingDays, from: Day, workingDays: number): DeadlineExplanation {
  const skipped: SkippedDay[] = [];
  const notices = new Set([calendar.noticeOf(from)]);
  let day = from;
  for (let counted = 0; counted < workingDays; ) {
    day = calendar.dayAfter(day);
    notices.add(calendar.noticeOf(day));
    const off = calendar.dayOff(day);
    if (off) skipped.push(off);
    else counted++;
  }
  return { dueOn: day, skipped, calendarEdition: editions(notices) };
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
