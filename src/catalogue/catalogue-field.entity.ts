import { Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { Disclosure, MaskingPattern } from '../access/words.js';
import { announcesChanges } from '../database/announce.js';
import { CatalogueItem } from './catalogue-item.entity.js';

/** What a field holds. */
export enum FieldType {
  TEXT = 'TEXT',
  DATE = 'DATE',
  DECIMAL = 'DECIMAL',
  INTEGER = 'INTEGER',
  OPTION = 'OPTION',
  USCC = 'USCC',
}
registerEnumType(FieldType, {
  name: 'FieldType',
  description: 'What a field holds. 数据类型',
  valuesConfig: {
    TEXT: { description: 'Text. 文本' },
    DATE: { description: 'Calendar date, YYYY-MM-DD. 日期' },
    DECIMAL: { description: 'Exact decimal number. 数值' },
    INTEGER: { description: 'Whole number. 整数' },
    OPTION: { description: 'One of the listed options. 选项' },
    USCC: { description: 'Unified social credit code. 统一社会信用代码' },
  },
});

/** What a field says about the record as a whole. */
export enum FieldRole {
  ENTITY_CODE = 'ENTITY_CODE',
  ENTITY_NAME = 'ENTITY_NAME',
  IDENTITY = 'IDENTITY',
  DETERMINED_ON = 'DETERMINED_ON',
  PUBLIC_UNTIL = 'PUBLIC_UNTIL',
  VALID_UNTIL = 'VALID_UNTIL',
  SUBJECT_CATEGORY = 'SUBJECT_CATEGORY',
}
registerEnumType(FieldRole, {
  name: 'FieldRole',
  description: 'What a field says about the record as a whole. 字段角色',
  valuesConfig: {
    ENTITY_CODE: { description: "The subject's code. 主体代码" },
    ENTITY_NAME: { description: "The subject's name. 主体名称" },
    IDENTITY: { description: 'Part of what identifies the record at its provider. 业务主键' },
    DETERMINED_ON: { description: 'Date of the determination. 认定日期' },
    PUBLIC_UNTIL: { description: 'Last day of publicity. 公示截止期' },
    VALID_UNTIL: { description: 'Last day of validity. 有效期至' },
    SUBJECT_CATEGORY: { description: 'Whether the subject is a body or a natural person. 相对人类别' },
  },
});

/** One field of an item's records. */
@ObjectType({ simpleResolvers: true, description: 'Field of a catalogue item. 数据项' })
@announcesChanges
@Entity()
@Unique({ properties: ['itemId', 'key'] })
export class CatalogueField {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => CatalogueItem, { fieldName: 'item_id', mapToPk: true })
  itemId!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'Place in the item, from 1. 序号' })
  @Property({ type: 'integer' })
  position!: number;

  @Access(anyone)
  @Field(() => String, { description: 'Key, such as CF_WSH. 字段代码' })
  @Property({ type: 'text' })
  key!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 字段名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => FieldType, { description: 'What it holds. 数据类型' })
  @Enum({ items: () => FieldType })
  type!: FieldType;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Most characters; of a DECIMAL precision.scale. 长度' })
  @Property({ type: 'text', nullable: true })
  length!: string | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether every record has it. 是否必填' })
  @Property({ type: 'boolean' })
  required!: boolean;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Condition under which it is required: KEY=value, or KEY~text for "contains". 条件必填',
  })
  @Property({ type: 'text', nullable: true })
  requiredWhen!: string | null;

  @Access(anyone)
  @Field(() => [String], { description: 'Values of an OPTION. 可选值' })
  @Property({ type: 'text[]', default: [] })
  options!: string[];

  @Access(anyone)
  @Field(() => Disclosure, { nullable: true, description: 'Who may see it; null: its provider alone. 公开属性' })
  @Enum({ items: () => Disclosure, nullable: true })
  disclosure!: Disclosure | null;

  @Access(anyone)
  @Field(() => MaskingPattern, { nullable: true, description: 'How it is shown in part. 脱敏规则' })
  @Enum({ items: () => MaskingPattern, nullable: true })
  masking!: MaskingPattern | null;

  @Access(anyone)
  @Field(() => FieldRole, { nullable: true, description: 'What it says about the record as a whole. 字段角色' })
  @Enum({ items: () => FieldRole, nullable: true })
  role!: FieldRole | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Unit of a number. 单位' })
  @Property({ type: 'text', nullable: true })
  unit!: string | null;
}
