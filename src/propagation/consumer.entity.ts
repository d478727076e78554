import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';

/** What uses the records. */
export enum ConsumerKind {
  DEPARTMENT_SYSTEM = 'DEPARTMENT_SYSTEM',
  PROVINCIAL_PLATFORM = 'PROVINCIAL_PLATFORM',
  THIRD_PARTY = 'THIRD_PARTY',
}
registerEnumType(ConsumerKind, {
  name: 'ConsumerKind',
  description: 'What uses the records. 数据使用系统类型',
  valuesConfig: {
    DEPARTMENT_SYSTEM: {
      description: 'A system of a department: of what is shared, and of its own items. 政务部门业务系统',
    },
    PROVINCIAL_PLATFORM: { description: 'The platform of the region above: of every item. 上级信用信息平台' },
    THIRD_PARTY: { description: 'A credit service: of what was public alone. 第三方信用服务机构' },
  },
});

/**
 * A system that holds copies of records, or decides by them, and so must be told when one no longer stands as it did: NDRC
 * Order 36 (信用修复管理办法) and 国办发〔2025〕22号: 信用中国, sharing platforms and third parties update daily.
 */
@ObjectType({ simpleResolvers: true, description: 'A system that uses records and is told of changes. 数据使用系统' })
@programMay({ update: ['url', 'secret', 'active'] })
@Entity()
@Index({ properties: ['departmentCode'] })
@Check({
  name: 'consumer_of_department',
  expression: "(kind = 'DEPARTMENT_SYSTEM') = (department_code is not null)",
})
export class Consumer {
  @Access(anyone)
  @Field(() => String, { description: 'Its code, such as TAX_LEDGER. 系统代码' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Its name. 系统名称' })
  @Property({ type: 'text' })
  name!: string;

  @Access(anyone)
  @Field(() => ConsumerKind, { description: 'What it is. 类型' })
  @Enum({ items: () => ConsumerKind })
  kind!: ConsumerKind;

  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true, nullable: true })
  departmentCode!: string | null;

  @Access(
    only(
      role(Role.CREDIT_CENTRE, Role.SUPERVISOR, Role.ADMINISTRATOR),
      departmentOf<Consumer>('its department', ({ departmentCode }) => departmentCode),
    ),
  )
  @Field(() => String, {
    nullable: true,
    description: 'Where events are posted to; null: it asks for its deliveries and acknowledges them. 接收地址',
  })
  @Property({ type: 'text', nullable: true })
  url!: string | null;

  /** Key of the signatures, `whsec_…`, sealed for `consumer:<code>`. */
  @Property({ type: 'text' })
  secret!: string;

  @Access(anyone)
  @Field(() => [String], { description: 'Codes of the catalogue items it uses; none: all it may. 使用的目录项' })
  @Property({ type: 'text[]' })
  items!: string[];

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it is told of changes. 是否启用' })
  @Property({ type: 'boolean' })
  active!: boolean;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was registered. 登记时间' })
  @Property({ type: 'timestamptz' })
  registeredAt!: Date;

  /** Account that registered it. */
  @Property({ type: 'text' })
  registeredBy!: string;
}
