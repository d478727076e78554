import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';

/** One evaluation of everybody, for a legal day: how far it has come, so that it goes on there after whatever ended it. */
@ObjectType({
  simpleResolvers: true,
  description: 'One evaluation of all entities, for a legal day. 公共信用综合评价批次',
})
@programMay({ update: ['position', 'entities', 'changed', 'finishedAt'] })
@Entity()
@Unique({ properties: ['day', 'rehearsed'] })
export class EvaluationRun {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The legal day whose records are weighed. 评价日' })
  @Property({ type: 'date' })
  day!: Day;

  @Access(anyone)
  @Field(() => String, { description: 'Code of the edition in force on that day. 规则版本' })
  @Property({ type: 'text' })
  edition!: string;

  /** The last entity that has been evaluated; null: none yet. Entities go in the order of their ids. */
  @Property({ type: 'uuid', nullable: true })
  position!: string | null;

  @Access(anyone)
  @Field(() => Int, { description: 'Entities evaluated so far. 已评价主体数' })
  @Property({ type: 'integer' })
  entities!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Of these, how many came out otherwise than before. 结果变动数' })
  @Property({ type: 'integer' })
  changed!: number;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it began. 开始时间' })
  @Property({ type: 'timestamptz' })
  startedAt!: Date;

  @Access(anyone)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was done; null: it goes on with the next round, or another day began before it was done. 完成时间',
  })
  @Property({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it was run for a day of somebody’s choice. 是否演练' })
  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;
}
