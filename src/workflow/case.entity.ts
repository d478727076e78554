import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';

/** A time in which the clocks of a case stood still, or still do; days as they are stored. */
export interface StoredPause {
  readonly from: string;
  readonly until: string | null;
  /** Start of the clock that was interrupted, for the step that resumes it. */
  readonly startedOn: string | null;
}

/**
 * What every case has that goes through a table of steps. Its state and clocks are set by `enterStep` alone; the nouns of the
 * capabilities extend it and add their `state`.
 */
@ObjectType({ simpleResolvers: true, description: 'A case that goes through a table of steps. 办理事项' })
@Entity({ abstract: true })
export abstract class Case {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number for people: a letter, the day and a serial. 编号' })
  @Property({ type: 'text', unique: true })
  number!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was filed. 提交时间' })
  @Property({ type: 'timestamptz' })
  filedAt!: Date;

  /** Legal day of filing, from which the clock of the whole case runs. */
  @Property({ type: 'date' })
  filedOn!: string;

  /** The steps that were taken, in order. */
  @Property({ type: 'text[]' })
  history!: string[];

  /** Day from which the clock of the state counts; null where none runs. */
  @Property({ type: 'date', nullable: true })
  startedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;

  /** By when the whole case must have its result; null where that clock does not run. */
  @Property({ type: 'date', nullable: true })
  resultDueOn!: string | null;

  @Property({ type: 'jsonb' })
  pauses!: StoredPause[];

  /** Whose act it waits for, as `addressee` writes it; null: nobody's. */
  @Property({ type: 'text', nullable: true })
  awaits!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the supervisor was told that the act due now is late; null: it is not. 超期提级时间',
  })
  @Property({ type: 'timestamptz', nullable: true })
  escalatedAt!: Date | null;

  /** Whether a step was taken under a rehearsed clock: what runs by the real clock leaves such a case alone. */
  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;
}
