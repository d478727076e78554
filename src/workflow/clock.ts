import type { Day } from '../calendar/day.js';
import { type DueDay, deadlineOf, type Pause, type Term } from '../calendar/deadline.js';
import type { WorkingDays } from '../calendar/working-days.js';
import type { Clock, StateOf, StepOf, WholeClock, Workflow } from './workflow.js';
import { rowsOf } from './workflow.js';

/** The facts of a case that choose a period or name the day on which it ends. */
export type ClockFacts = Readonly<Record<string, string | null>>;

/** The clock that runs in a state, if one does. Every step that leads there starts the same one: a law sees to it. */
export function clockOf<W extends Workflow>(workflow: W, state: StateOf<W>): Clock | undefined {
  return rowsOf(workflow).find(({ to, within }) => to === state && within)?.within;
}

/** The day from which a clock counts: the one on which the state is entered, or the former deadline for an extension. */
export const startOf = (clock: Clock, enteredOn: Day, formerlyDueOn: Day | null): Day =>
  clock.onTop ? (formerlyDueOn ?? enteredOn) : enteredOn;

/** The period of a clock for a case; a day when the clock runs until a day that is a fact of the case. */
export function lengthOf(clock: Clock, facts: ClockFacts): Term | { readonly until: Day } {
  if ('until' in clock) return { until: given(facts, clock.until) };
  if ('workingDaysOf' in clock) return { workingDays: countOf(clock, facts) };
  if (!('byFact' in clock)) return clock;
  const term = clock.terms[given(facts, clock.byFact)];
  if (!term) throw new Error(`no period is declared for ${clock.byFact} ${facts[clock.byFact]}`);
  return term;
}

function countOf({ workingDaysOf, most }: { workingDaysOf: string; most: number }, facts: ClockFacts): number {
  const days = Number(given(facts, workingDaysOf));
  if (!Number.isInteger(days) || days < 1 || days > most)
    throw new Error(`${workingDaysOf} is ${days}, of ${most} at most`);
  return days;
}

function given(facts: ClockFacts, name: string): string {
  const fact = facts[name];
  if (fact == null) throw new Error(`the clock needs the fact ${name}`);
  return fact;
}

/**
 * When a clock that started on a day ends. Periods of days, months and years are for acting, so they roll forward to a
 * working day (Civil Code 民法典 art. 203). Refuses with `CALENDAR_MISSING` where a year has no official calendar.
 */
export function dueOf(
  clock: Clock,
  startedOn: Day,
  facts: ClockFacts,
  calendar: WorkingDays,
  pauses: readonly Pause[] = [],
): DueDay {
  const length = lengthOf(clock, facts);
  if ('until' in length) return { dueOn: length.until, skipped: [], calendarEdition: null };
  return deadlineOf(calendar, startedOn, length, { rollsForward: true, pauses });
}

/** A step that the platform takes when the deadline of a state has passed. */
export interface OverdueStep<W extends Workflow> {
  readonly state: StateOf<W>;
  readonly step: StepOf<W>;
}

/** What the platform does with overdue cases, state by state; a job walks this list. */
export function overdueSteps<W extends Workflow>(workflow: W): OverdueStep<W>[] {
  return rowsOf(workflow)
    .filter(({ by }) => by.includes('CLOCK'))
    .flatMap(({ step, from }) => from.map((state) => ({ state, step })));
}

/** When the result of the whole case is due, counted from a day; a period of days rolls forward as that of a state does. */
export function wholeDueOf(
  whole: WholeClock,
  startedOn: Day,
  history: readonly string[],
  calendar: WorkingDays,
  pauses: readonly Pause[],
): DueDay {
  const length = wholeLength(whole, history);
  const term = whole.unit === 'days' ? { days: length } : { workingDays: length };
  return deadlineOf(calendar, startedOn, term, { rollsForward: true, pauses });
}

/** How long the whole case has, in the clock's unit, with what lengthened it. */
export const wholeLength = ({ length, lengthenedBy }: WholeClock, history: readonly string[]): number =>
  length + (lengthenedBy && history.includes(lengthenedBy.step) ? lengthenedBy.by : 0);
