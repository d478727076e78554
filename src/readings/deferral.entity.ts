import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';

/**
 * A decision of the supervisor that its readings under a case are told to the entities concerned only after a day: an
 * investigation must not be betrayed by its own inquiries. It defers, it never withholds for good.
 */
@ObjectType({
  simpleResolvers: true,
  description: "A deferral: the supervisor's readings under a case are told to the entity after a day. 暂缓告知决定",
})
@appendOnly
@Entity()
@Index({ properties: ['caseNumber', 'until'] })
export class ReadingDeferral {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number of the case. 案号' })
  @Property({ type: 'text' })
  caseNumber!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Last day on which the readings are not told. 暂缓至' })
  @Property({ type: 'date' })
  until!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The law and the decision on which it rests. 依据' })
  @Property({ type: 'text' })
  basis!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was decided. 决定时间' })
  @Property({ type: 'timestamptz' })
  decidedAt!: Date;

  /** Account that decided it. */
  @Property({ type: 'text' })
  decidedBy!: string;
}
