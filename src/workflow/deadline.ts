import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import type { Pause } from '../calendar/deadline.js';
import { SkippedDay } from '../calendar/deadline-explanation.js';
import { DateScalar } from '../calendar/scalars.js';
import type { WorkingDays } from '../calendar/working-days.js';
import { type ClockFacts, clockOf, dueOf, lengthOf, wholeDueOf, wholeLength } from './clock.js';
import type { StateOf, WholeClock, Workflow } from './workflow.js';

/** What a period counts in. */
export enum DeadlineUnit {
  WORKING_DAYS = 'WORKING_DAYS',
  DAYS = 'DAYS',
  MONTHS = 'MONTHS',
  YEARS = 'YEARS',
  UNTIL_DATE = 'UNTIL_DATE',
}
registerEnumType(DeadlineUnit, {
  name: 'DeadlineUnit',
  description: 'What a period counts in. 期限单位',
  valuesConfig: {
    WORKING_DAYS: { description: 'Working days. 工作日' },
    DAYS: { description: 'Calendar days. 日' },
    MONTHS: { description: 'Months. 月' },
    YEARS: { description: 'Years. 年' },
    UNTIL_DATE: { description: 'No period but a day that was agreed. 约定日期' },
  },
});

/** By when the next act of a case is due, with the arithmetic that leads there. */
@ObjectType({
  simpleResolvers: true,
  description: 'By when the next act of a case is due, with the arithmetic that leads there. 办理期限',
})
export class Deadline {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The last day on which the act is in time. 届满日' })
  readonly dueOn!: Day;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day on which the period started; it does not count. 起算日' })
  readonly startedOn!: Day;

  @Access(anyone)
  @Field(() => Int, { nullable: true, description: 'How long, in the unit; null for an agreed day. 期限长度' })
  readonly length!: number | null;

  @Access(anyone)
  @Field(() => DeadlineUnit, { description: 'What it counts in. 期限单位' })
  readonly unit!: DeadlineUnit;

  @Access(anyone)
  @Field(() => String, { description: 'The article that sets the period. 依据' })
  readonly basis!: string;

  @Access(anyone)
  @Field(() => [SkippedDay], { description: 'Each day that did not count. 未计入的日期' })
  readonly skipped!: readonly SkippedDay[];

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'The official notices that say so; null when no working day was counted. 放假通知文号',
  })
  readonly calendarEdition!: string | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether the last day has passed. 是否逾期' })
  readonly overdue!: boolean;
}

/** What is stored of a running clock. */
export interface RunningClock<W extends Workflow> {
  readonly state: StateOf<W>;
  /** As `startOf` said when the state was entered. */
  readonly startedOn: Day;
  /** The facts of the case that choose the period or the day. */
  readonly facts?: ClockFacts;
  /** When it stood still. */
  readonly pauses?: readonly Pause[];
}

/** The deadline of a case in its state, seen from a day; null where no clock runs. */
export function deadlineIn<W extends Workflow>(
  workflow: W,
  { state, startedOn, facts = {}, pauses = [] }: RunningClock<W>,
  calendar: WorkingDays,
  today: Day,
): Deadline | null {
  const clock = clockOf(workflow, state);
  if (!clock) return null;
  const due = dueOf(clock, startedOn, facts, calendar, pauses);
  return { ...due, startedOn, ...measure(lengthOf(clock, facts)), basis: clock.basis, overdue: today > due.dueOn };
}

/**
 * A deadline with the day that was told when the clock started: it stands, and is shown as a day that was agreed, where an
 * extension was shorter than it could be or the calendar was amended since.
 */
export function asTold(deadline: Deadline | null, dueOn: Day, today: Day): Deadline | null {
  if (deadline === null || deadline.dueOn === dueOn) return deadline;
  const agreed = { length: null, unit: DeadlineUnit.UNTIL_DATE, skipped: [], calendarEdition: null };
  return { ...deadline, ...agreed, dueOn, overdue: today > dueOn };
}

function measure(length: ReturnType<typeof lengthOf>): Pick<Deadline, 'length' | 'unit'> {
  if ('workingDays' in length) return { length: length.workingDays, unit: DeadlineUnit.WORKING_DAYS };
  if ('days' in length) return { length: length.days, unit: DeadlineUnit.DAYS };
  if ('months' in length) return { length: length.months, unit: DeadlineUnit.MONTHS };
  if ('years' in length) return { length: length.years, unit: DeadlineUnit.YEARS };
  return { length: null, unit: DeadlineUnit.UNTIL_DATE };
}

/** When the result of the whole case is due, with the arithmetic. */
export function wholeDeadline(
  whole: WholeClock,
  startedOn: Day,
  { history, pauses }: { readonly history: readonly string[]; readonly pauses: readonly Pause[] },
  calendar: WorkingDays,
  today: Day,
): Deadline {
  const due = wholeDueOf(whole, startedOn, history, calendar, pauses);
  const length = wholeLength(whole, history);
  return {
    ...due,
    startedOn,
    length,
    unit: whole.unit === 'days' ? DeadlineUnit.DAYS : DeadlineUnit.WORKING_DAYS,
    basis: whole.basis,
    overdue: today > due.dueOn,
  };
}
