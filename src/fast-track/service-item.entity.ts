import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { announcesChanges } from '../database/announce.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';

/** Why nothing may be missing from an application for a service item, whoever applies. */
export enum Exclusion {
  SAFETY = 'SAFETY',
  ECOLOGY = 'ECOLOGY',
  HEALTH = 'HEALTH',
  FINANCE = 'FINANCE',
  NATIONAL_SECURITY = 'NATIONAL_SECURITY',
}
registerEnumType(Exclusion, {
  name: 'Exclusion',
  description:
    'Why nothing may be missing from an application, whoever applies (国办发〔2020〕42号; 深圳经济特区社会信用条例, arts 57-64). 不适用容缺的领域',
  valuesConfig: {
    SAFETY: { description: 'Life and property at high risk. 生命财产安全' },
    ECOLOGY: { description: 'The environment. 生态环境保护' },
    HEALTH: { description: 'Public health, food and drugs at high risk. 公众健康' },
    FINANCE: { description: 'Financial business and the funds of many. 金融业务审批' },
    NATIONAL_SECURITY: { description: 'National and public security. 国家安全、公共安全' },
  },
});

/** What is to be handed in for a service item. */
@ObjectType({ simpleResolvers: true, description: 'What is to be handed in for a service item. 申请材料' })
export class ServiceMaterial {
  @Access(anyone)
  @Field(() => String, { description: 'Code, the same for every item that asks for it. 材料代码' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 材料名称' })
  title!: string;

  @Access(anyone)
  @Field(() => Boolean, {
    description:
      'Whether it is a core material 主审要件: without it nothing is accepted; others may be supplied later. 是否主审要件',
  })
  core!: boolean;
}

/** A matter that a department handles for whoever applies. */
@ObjectType({
  simpleResolvers: true,
  description: 'A matter that a department handles for whoever applies. 政务服务事项',
})
@announcesChanges
@programMay({ update: true })
@Entity()
@Check({ name: 'service_item_limits', expression: 'limit_days > 0 and statutory_days >= limit_days' })
@Check({ name: 'service_item_excluded', expression: 'excluded_as is null or not tolerant' })
export class ServiceItem {
  @Access(anyone)
  @Field(() => String, { description: 'Code. 事项代码' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 事项名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title in English. 英文名称' })
  @Property({ type: 'text' })
  englishTitle!: string;

  /** Code of the department that handles it. */
  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true })
  departmentCode!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'Promised time limit in working days. 承诺办结时限（工作日）' })
  @Property({ type: 'integer' })
  limitDays!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Time limit of the law in working days. 法定办结时限（工作日）' })
  @Property({ type: 'integer' })
  statutoryDays!: number;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether supplementary materials may be supplied later. 是否可容缺受理' })
  @Property({ type: 'boolean' })
  tolerant!: boolean;

  @Access(anyone)
  @Field(() => Exclusion, {
    nullable: true,
    description: 'Why nothing may be missing, where the field is excluded. 不适用容缺的领域',
  })
  @Enum({ items: () => Exclusion, nullable: true })
  excludedAs!: Exclusion | null;

  @Access(anyone)
  @Field(() => String, { description: 'The law under which it is handled. 设定依据' })
  @Property({ type: 'text' })
  basis!: string;

  @Access(anyone)
  @Field(() => [ServiceMaterial], { description: 'What is to be handed in, core materials first. 申请材料' })
  @Property({ type: 'jsonb' })
  materials!: ServiceMaterial[];
}
