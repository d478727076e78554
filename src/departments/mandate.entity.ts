import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { announcesChanges } from '../database/announce.js';

/** A purpose for which a department, or an office of the platform, may read, with the law that gives it the task. */
@ObjectType({
  simpleResolvers: true,
  description: 'A purpose for which a department may read, with the law that gives it the task. 法定职责与使用目的',
})
@announcesChanges
@Entity()
export class Mandate {
  /** Code of the department, or the role of an office: CREDIT_CENTRE, ARREARS_ADMIN. */
  @PrimaryKey({ type: 'text' })
  holder!: string;

  @Access(anyone)
  @Field(() => Purpose, { description: 'The purpose. 使用目的' })
  @PrimaryKey({ type: 'text' })
  purpose!: Purpose;

  @Access(anyone)
  @Field(() => String, { description: 'Law that gives the task. 法律依据' })
  @Property({ type: 'text' })
  basis!: string;
}
