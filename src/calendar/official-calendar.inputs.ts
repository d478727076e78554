import { Field, InputType, Int } from 'type-graphql';
import type { Day } from './day.js';
import { DateScalar } from './scalars.js';

/** A day off by the notice. */
@InputType({ description: 'A day off by the notice. 放假日' })
export class DayOffInput {
  @Field(() => DateScalar, { description: 'The day. 日期' })
  day!: Day;

  @Field(() => String, { description: 'Name of the holiday. 节日名称' })
  name!: string;
}

/** A weekend day on which work is made up. */
@InputType({ description: 'A weekend day on which work is made up. 调休上班日' })
export class MakeUpDayInput {
  @Field(() => DateScalar, { description: 'The day. 日期' })
  day!: Day;
}

/** What the State Council's notice says of a year. */
@InputType({ description: "What the State Council's notice says of a year. 年度放假安排" })
export class DefineCalendarInput {
  @Field(() => Int, { description: 'The year. 年份' })
  year!: number;

  @Field(() => String, { description: 'The notice, such as 国办发明电〔2025〕7号. 放假通知文号' })
  notice!: string;

  @Field(() => [DayOffInput], { description: 'Days off, weekend days among them included. 放假日' })
  off!: DayOffInput[];

  @Field(() => [MakeUpDayInput], { description: 'Weekend days on which work is made up. 调休上班日' })
  work!: MakeUpDayInput[];
}
