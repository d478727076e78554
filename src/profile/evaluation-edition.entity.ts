import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import { announcesChanges, appendOnly } from '../database/announce.js';
import { EntityKind } from '../registry/legal-entity.entity.js';

/**
 * An edition of the evaluation: from a day on, with its bands, dimensions and rules. What was published stands: the database
 * refuses to change it, so that a grade can always be explained by the rules under which it was given.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'An edition of the rules of evaluation, in the spirit of GB/T 45255-2025; a new one never rewrites old grades. 公共信用综合评价规则（版本）',
})
@announcesChanges
@appendOnly
@Entity()
@Check({
  name: 'evaluation_edition_bands',
  expression: '0 <= c_from and c_from < b_from and b_from < a_from and a_from <= 10000',
})
export class EvaluationEdition {
  @Access(anyone)
  @Field(() => String, { description: 'Code, such as 2025. 版本号' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title in English. 英文名称' })
  @Property({ type: 'text' })
  englishTitle!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'First day in force; until the next edition. 施行日期' })
  @Property({ type: 'date', unique: true })
  inForceFrom!: Day;

  @Access(anyone)
  @Field(() => Int, { description: 'Least score of grade A, in hundredths of a point. A级分数线（百分之一分）' })
  @Property({ type: 'integer' })
  aFrom!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Least score of grade B, in hundredths of a point. B级分数线（百分之一分）' })
  @Property({ type: 'integer' })
  bFrom!: number;

  @Access(anyone)
  @Field(() => Int, {
    description: 'Least score of grade C, in hundredths of a point; below it is D. C级分数线（百分之一分）',
  })
  @Property({ type: 'integer' })
  cFrom!: number;

  @Access(anyone)
  @Field(() => [EntityKind], { description: 'Which kinds of entity are graded. 评价对象' })
  @Property({ type: 'text[]' })
  kinds!: EntityKind[];

  @Access(anyone)
  @Field(() => String, { description: 'Standard or notice it rests on. 依据' })
  @Property({ type: 'text' })
  basis!: string;
}
