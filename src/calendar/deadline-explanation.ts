import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from './day.js';
import { DateScalar } from './scalars.js';

/** Why a day does not count as a working day. */
export enum DayOffReason {
  WEEKEND = 'WEEKEND',
  HOLIDAY = 'HOLIDAY',
  PAUSED = 'PAUSED',
}
registerEnumType(DayOffReason, {
  name: 'DayOffReason',
  description: 'Why a day does not count as a working day. 不计入工作日的原因',
  valuesConfig: {
    WEEKEND: { description: 'A Saturday or Sunday on which no work is made up. 周末' },
    HOLIDAY: { description: "Off by the State Council's notice. 法定节假日放假调休" },
    PAUSED: { description: 'The clock of the case stood still. 期限中止' },
  },
});

/** A day that does not count, and why. */
@ObjectType({ simpleResolvers: true, description: 'A day that does not count, and why. 不计入期限的日期' })
export class SkippedDay {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day. 日期' })
  readonly day!: Day;

  @Access(anyone)
  @Field(() => DayOffReason, { description: 'Why it does not count. 原因' })
  readonly why!: DayOffReason;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Name of the holiday in the notice. 节日名称' })
  readonly name!: string | null;
}

/** A deadline in working days, with the arithmetic that leads there. */
@ObjectType({
  simpleResolvers: true,
  description: 'A deadline in working days, with the arithmetic that leads there. 工作日期限推算',
})
export class DeadlineExplanation {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The last day. 届满日' })
  readonly dueOn!: Day;

  @Access(anyone)
  @Field(() => [SkippedDay], { description: 'Each day on the way that did not count. 未计入的日期' })
  readonly skipped!: readonly SkippedDay[];

  @Access(anyone)
  @Field(() => String, { description: 'The official notices that say so. 放假通知文号' })
  readonly calendarEdition!: string;
}
