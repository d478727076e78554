import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { announcesChanges, appendOnly } from '../database/announce.js';
import { EvaluationEdition } from './evaluation-edition.entity.js';

/** A dimension of an edition: a part of the whole, with what an entity has there of which nothing is recorded. */
@ObjectType({
  simpleResolvers: true,
  description: 'A dimension of the evaluation: what part of the whole it is, and where everybody begins. 评价维度',
})
@announcesChanges
@appendOnly
@Entity()
@Unique({ properties: ['editionCode', 'code'] })
@Check({
  name: 'evaluation_dimension_weight',
  expression: 'weight >= 1 and weight <= 100 and base >= 0 and base <= 100',
})
export class EvaluationDimension {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Code of the edition. */
  @ManyToOne(() => EvaluationEdition, { fieldName: 'edition_code', mapToPk: true })
  editionCode!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Access(anyone)
  @Field(() => String, { description: 'Code, such as ADMINISTRATION. 维度代码' })
  @Property({ type: 'text' })
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
  @Field(() => Int, { description: 'Its part of the score in percent. 权重（%）' })
  @Property({ type: 'integer' })
  weight!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Points, of 100, where nothing is recorded. 基础分' })
  @Property({ type: 'integer' })
  base!: number;
}
