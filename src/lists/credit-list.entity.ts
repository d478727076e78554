import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { announcesChanges } from '../database/announce.js';
import { Department } from '../departments/department.entity.js';
import { ListingGround, ListKind } from './list.words.js';

/**
 * One edition of a list: reference data (`seeds/reference/lists.csv`). A list of serious dishonesty rests on a law, an
 * administrative regulation, a central document or a ministerial rule, and on one of four grounds: 国办发〔2020〕49号.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'A list of entities that a department keeps: of serious dishonesty (国办发〔2020〕49号), or of the trusted. 信用名单',
})
@announcesChanges
@Entity()
@Unique({ properties: ['code', 'edition'] })
@Check({ name: 'credit_list_grounds', expression: "(kind = 'RED') = (cardinality(grounds) = 0)" })
@Check({ name: 'credit_list_term', expression: 'term_months >= 1 and term_months <= 36' })
export class CreditList {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Code, the same in every edition, such as MARKET_SERIOUS. 名单代码' })
  @Property({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 名单名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title in English. 英文名称' })
  @Property({ type: 'text' })
  englishTitle!: string;

  @Access(anyone)
  @Field(() => ListKind, { description: 'For or against whom it is kept. 名单类别' })
  @Enum({ items: () => ListKind })
  kind!: ListKind;

  /** Code of the department that decides who is on it. */
  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true })
  departmentCode!: string;

  /** Code of the catalogue item under which entries are recorded. */
  @Property({ type: 'text' })
  itemCode!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The law on which it rests. 法律依据' })
  @Property({ type: 'text' })
  legalBasis!: string;

  @Access(anyone)
  @Field(() => [ListingGround], { description: 'The grounds that it covers; of a red list none. 列入情形' })
  @Property({ type: 'text[]' })
  grounds!: ListingGround[];

  @Access(anyone)
  @Field(() => String, { description: 'What may follow for whoever is on it. 惩戒（激励）措施提示' })
  @Property({ type: 'text' })
  consequences!: string;

  @Access(anyone)
  @Field(() => String, { description: 'How an entity comes off it. 移出条件' })
  @Property({ type: 'text' })
  removalConditions!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'How long an entry stands, in months. 在列期限（月）' })
  @Property({ type: 'integer' })
  termMonths!: number;

  @Access(anyone)
  @Field(() => String, { description: 'Edition. 版本' })
  @Property({ type: 'text' })
  edition!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'First day of the edition. 施行日期' })
  @Property({ type: 'date' })
  inForceFrom!: string;
}
