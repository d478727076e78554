import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { announcesChanges } from '../database/announce.js';
import type { Day } from './day.js';
import { DateScalar } from './scalars.js';

/** A day off by the notice. */
@ObjectType({ simpleResolvers: true, description: 'A day off by the notice. 放假日' })
export class DayOff {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day. 日期' })
  readonly day!: Day;

  @Access(anyone)
  @Field(() => String, { description: 'Name of the holiday. 节日名称' })
  readonly name!: string;
}

/** A weekend day on which work is made up. */
@ObjectType({ simpleResolvers: true, description: 'A weekend day on which work is made up. 调休上班日' })
export class MakeUpDay {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day. 日期' })
  readonly day!: Day;
}

/**
 * Which days of a year are working days, by the yearly notice of the State Council's General Office
 * (全国年节及纪念日放假办法). A year without one is unknown.
 */
@ObjectType({
  simpleResolvers: true,
  description: "Which days of a year are working days, by the State Council's notice. 官方工作日日历",
})
@announcesChanges
@Entity()
export class OfficialCalendar {
  @Access(anyone)
  @Field(() => Int, { description: 'The year. 年份' })
  @PrimaryKey({ type: 'integer', autoincrement: false })
  year!: number;

  @Access(anyone)
  @Field(() => String, { description: 'The notice that says so, such as 国办发明电〔2025〕7号. 放假通知文号' })
  @Property({ type: 'text' })
  notice!: string;

  @Access(anyone)
  @Field(() => [DayOff], { description: 'Days off. 放假日' })
  @Property({ type: 'jsonb' })
  off!: DayOff[];

  @Access(anyone)
  @Field(() => [MakeUpDay], { description: 'Weekend days on which work is made up. 调休上班日' })
  @Property({ type: 'jsonb' })
  work!: MakeUpDay[];
}
