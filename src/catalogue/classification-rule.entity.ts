import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { announcesChanges } from '../database/announce.js';
import { CatalogueItem, Severity } from './catalogue-item.entity.js';

/**
 * How grave records of an item are: by what a field says and, where a field names an amount, from which amount on.
 * Data, since each industry's authority sets and publishes its classification (国办发〔2025〕22号, item 2).
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'Which records of an item are how grave: by what a field says and from which amount on. 失信程度分类规则',
})
@announcesChanges
@Entity()
export class ClassificationRule {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => CatalogueItem, { fieldName: 'item_id', mapToPk: true })
  itemId!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Key of the field that is looked at; empty: none. 判断数据项' })
  @Property({ type: 'text' })
  fieldKey!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What the field must contain; empty: anything. 包含文字' })
  @Property({ type: 'text' })
  contains!: string;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Key of the field that holds the amount, if the rule has a band. 金额数据项',
  })
  @Property({ type: 'text', nullable: true })
  amountKey!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'From this amount on, in the unit of the field. 金额下限' })
  @Property({ type: 'string', columnType: 'numeric(20,6)', nullable: true })
  amountFrom!: string | null;

  @Access(anyone)
  @Field(() => Severity, { description: 'How grave such a record is, unless a graver rule applies. 失信程度' })
  @Enum({ items: () => Severity })
  severity!: Severity;

  @Access(anyone)
  @Field(() => String, { description: 'Article or notice it rests on. 依据' })
  @Property({ type: 'text' })
  basis!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Edition of the classification. 版本' })
  @Property({ type: 'text' })
  edition!: string;
}
