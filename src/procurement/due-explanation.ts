import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { SkippedDay } from '../calendar/deadline-explanation.js';
import { DateScalar } from '../calendar/scalars.js';
import type { WorkingDays } from '../calendar/working-days.js';
import type { Payable } from './payable.entity.js';
import { dueByFacts, factsOf } from './payable-due.js';
import { type BuyerKind, DueNote, StartFact } from './procurement.words.js';

/** When a sum is due, with the arithmetic that leads there. */
@ObjectType({
  simpleResolvers: true,
  description: 'When a sum is due, with the arithmetic that leads there (Order 802, arts 9, 10, 13). 应付日期推算',
})
export class DueExplanation {
  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it is paid in time; null while an official calendar is missing. 应付日期',
  })
  readonly dueOn!: Day | null;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day from which it counts; that day itself does not. 起算日' })
  readonly startedOn!: Day;

  @Access(anyone)
  @Field(() => StartFact, { description: 'From what it counts. 起算事实' })
  readonly startFact!: StartFact;

  @Access(anyone)
  @Field(() => Int, {
    nullable: true,
    description: 'The length that applies, in calendar days; null where a day is set. 适用付款天数',
  })
  readonly days!: number | null;

  @Access(anyone)
  @Field(() => Int, { nullable: true, description: 'The length that was agreed. 约定付款天数' })
  readonly agreedDays!: number | null;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The last day before it moves over days off. 期限届满日（顺延前）' })
  readonly lastDay!: Day;

  @Access(anyone)
  @Field(() => [DueNote], { description: 'What is to be said of it. 说明' })
  readonly notes!: readonly DueNote[];

  @Access(anyone)
  @Field(() => String, { description: 'The articles that it rests on. 依据' })
  readonly basis!: string;

  @Access(anyone)
  @Field(() => [SkippedDay], { description: 'The days off over which the last day moved. 顺延经过的休息日' })
  readonly skipped!: readonly SkippedDay[];

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The official notices that say so. 放假通知文号' })
  readonly calendarEdition!: string | null;

  @Access(anyone)
  @Field(() => Int, { nullable: true, description: 'The year whose official calendar is missing. 尚缺官方日历的年份' })
  readonly missingYear!: number | null;
}

/** How the due day of a sum comes about, reckoned anew; the day that was told stands. Null while what it counts from is missing. */
export function dueExplained(buyer: BuyerKind, payable: Payable, calendar: WorkingDays): DueExplanation | null {
  const due = dueByFacts(buyer, factsOf(payable), calendar);
  return due && { ...due, dueOn: payable.dueOn ?? due.dueOn };
}
