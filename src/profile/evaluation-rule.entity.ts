import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { CatalogueClass, Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import { announcesChanges, appendOnly } from '../database/announce.js';
import { EvaluationEdition } from './evaluation-edition.entity.js';
import { Grade } from './grade.words.js';

/**
 * What records earn or cost, as data: everything that the rule names must hold of a record. Which records are weighed at all
 * (in force, undisputed, of shared items) is the same for every rule: `weighed.sql.ts`.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'What records earn or cost in a dimension; all that it names must hold of a record. 评价规则',
})
@announcesChanges
@appendOnly
@Entity()
@Unique({ properties: ['editionCode', 'code'] })
@Check({ name: 'evaluation_rule_most', expression: 'most >= 1 and (months is null or months >= 1)' })
export class EvaluationRule {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Code of the edition. */
  @ManyToOne(() => EvaluationEdition, { fieldName: 'edition_code', mapToPk: true })
  editionCode!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Access(anyone)
  @Field(() => String, { description: 'Code, such as PENALTY_GENERAL. 规则代码' })
  @Property({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Code of the dimension in which its points count. 维度代码' })
  @Property({ type: 'text' })
  dimension!: string;

  /** Codes of the items that it names; none: whatever its class and polarity take in. */
  @Property({ type: 'text[]' })
  named!: string[];

  @Access(anyone)
  @Field(() => CatalogueClass, { nullable: true, description: 'Records of this class; null: any. 信息类别' })
  @Enum({ items: () => CatalogueClass, nullable: true })
  class!: CatalogueClass | null;

  @Access(anyone)
  @Field(() => Polarity, { nullable: true, description: 'For or against the entity; null: either. 信息性质' })
  @Enum({ items: () => Polarity, nullable: true })
  polarity!: Polarity | null;

  @Access(anyone)
  @Field(() => Severity, { nullable: true, description: 'As grave as this; null: whatever it is. 失信程度' })
  @Enum({ items: () => Severity, nullable: true })
  severity!: Severity | null;

  @Access(anyone)
  @Field(() => [String], {
    description: 'What must stand in the graded field: one of these; none: anything. 数据项取值',
  })
  @Property({ type: 'text[]' })
  values!: string[];

  @Access(anyone)
  @Field(() => Int, {
    nullable: true,
    description:
      'Months after its determination during which a record counts; null: as long as it is in force. 有效月数',
  })
  @Property({ type: 'integer', nullable: true })
  months!: number | null;

  @Access(anyone)
  @Field(() => Int, { description: 'Points a record, of the 100 of its dimension. 每条分值' })
  @Property({ type: 'integer' })
  points!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'How many records count at most. 最多计入条数' })
  @Property({ type: 'integer' })
  most!: number;

  @Access(anyone)
  @Field(() => Grade, { nullable: true, description: 'The best grade while it fires; null: any. 等级上限' })
  @Enum({ items: () => Grade, nullable: true })
  ceiling!: Grade | null;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title in English. 英文名称' })
  @Property({ type: 'text' })
  englishTitle!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Law, standard or notice it rests on. 依据' })
  @Property({ type: 'text' })
  basis!: string;

  // Not stored: put here by the reads.

  @Access(anyone)
  @Field(() => [String], { description: 'Codes of the catalogue items whose records it looks at. 目录代码' })
  items?: readonly string[];
}
