import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { workingDaysAfter } from './deadline.js';
import { DeadlineExplanation } from './deadline-explanation.js';
import { OfficialCalendar } from './official-calendar.entity.js';
import { DefineCalendarInput } from './official-calendar.inputs.js';
import { workingDays } from './official-calendar.reads.js';
import { defineCalendar } from './official-calendar.service.js';
import { DateScalar } from './scalars.js';
import type { YearNotice } from './working-days.js';

/** The longest period that is counted in working days. */
const mostWorkingDays = 366;

/** Working days: which they are, and when a period of them ends. */
@Resolver(() => OfficialCalendar)
export class CalendarResolver {
  @Access(anyone)
  @Query(() => [OfficialCalendar], { description: 'The official calendars that are loaded, by year. 官方工作日日历' })
  calendars(@Ctx() context: Context): readonly YearNotice[] {
    return context.reference(workingDays).years;
  }

  @Access(anyone)
  @Query(() => DeadlineExplanation, {
    description:
      'When a period of working days ends, and which days did not count (Civil Code, art. 201). 推算工作日期限',
  })
  deadline(
    @Arg('from', () => DateScalar, { description: 'The day on which it starts; it does not count. 起算日' })
    from: string,
    @Arg('workingDays', () => Int, { description: `Its length, 1 to ${mostWorkingDays}. 工作日数` }) length: number,
    @Ctx() context: Context,
  ): DeadlineExplanation {
    if (!(length >= 1 && length <= mostWorkingDays)) {
      throw new Refusal('WORKING_DAYS', { value: length, most: mostWorkingDays });
    }
    return workingDaysAfter(context.reference(workingDays), from, length);
  }

  @Access(only(role(Role.ADMINISTRATOR)))
  @Mutation(() => OfficialCalendar, {
    description: "Loads or replaces the official calendar of a year, from the State Council's notice. 载入官方日历",
  })
  defineCalendar(
    @Arg('input', () => DefineCalendarInput, { description: 'Year, notice and days. 年度放假安排' })
    input: DefineCalendarInput,
    @Ctx() context: Context,
  ): Promise<OfficialCalendar> {
    return defineCalendar(context, input);
  }

  @Access(anyone)
  @FieldResolver(() => Int, { description: 'How many days of the year are working days. 全年工作日数' })
  workingDays(@Root() { year }: OfficialCalendar, @Ctx() context: Context): number {
    return context.reference(workingDays).workingDaysIn(year);
  }
}
