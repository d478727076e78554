import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { appendOnly } from '../database/announce.js';
import type { Params } from '../messages/refusal.js';
import type { Reason } from '../messages/refusals.js';

/** Why one row of a submission was not taken; the department sees it and can mend the row. */
@ObjectType({ simpleResolvers: true, description: 'Why one row of a submission was not taken. 拒收明细' })
@appendOnly
@Entity()
export class Rejection {
  @PrimaryKey({ type: 'uuid' })
  submissionId!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'Row in the file, the first one after the header being 1. 行号' })
  @PrimaryKey({ type: 'integer' })
  row!: number;

  /** Number of the fault in its row, from 1: a row may have several. */
  @PrimaryKey({ type: 'integer' })
  fault!: number;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Key or title of the column. 字段' })
  @Property({ type: 'text', nullable: true })
  field!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What the row said there, at most 200 characters. 原值' })
  @Property({ type: 'text', nullable: true })
  value!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'Reason, the same in every language. 理由代码' })
  @Property({ type: 'text' })
  reason!: Reason;

  /** What the message names. */
  @Property({ type: 'jsonb' })
  params!: Params;
}
