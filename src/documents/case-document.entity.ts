import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';

/** What the authority issues in a case: a decision, a notice. It is found through its case, and what was issued stays as it is. */
@ObjectType({ simpleResolvers: true, description: 'A decision or notice that was issued in a case. 文书' })
@appendOnly
@Entity()
@Index({ properties: ['caseKind', 'caseId', 'id'] })
@Unique({ properties: ['kind', 'number'] })
export class CaseDocument {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** What it was issued in, such as REPAIR. */
  @Property({ type: 'text' })
  caseKind!: string;

  @Property({ type: 'uuid' })
  caseId!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What it is, such as REPAIR_DECISION. 文书种类' })
  @Property({ type: 'text' })
  kind!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number for people. 文号' })
  @Property({ type: 'text' })
  number!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 标题' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Its text in Chinese, a paragraph a line. 正文' })
  @Property({ type: 'text' })
  text!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Name of the body that issued it. 制发单位' })
  @Property({ type: 'text' })
  issuedBy!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of issue. 制发日期' })
  @Property({ type: 'date' })
  issuedOn!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'Instant of issue. 制发时间' })
  @Property({ type: 'timestamptz' })
  issuedAt!: Date;
}
