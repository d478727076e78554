import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { Disclosure, SharingAttribute } from '../access/words.js';
import { DateScalar } from '../calendar/scalars.js';
import { announcesChanges } from '../database/announce.js';
import { Department } from '../departments/department.entity.js';

/** The thirteen classes of the national basic catalogue. */
export enum CatalogueClass {
  REGISTRATION = 'REGISTRATION',
  JUDICIAL = 'JUDICIAL',
  ADMINISTRATIVE = 'ADMINISTRATIVE',
  PROFESSIONAL = 'PROFESSIONAL',
  ABNORMAL_OPERATION = 'ABNORMAL_OPERATION',
  SERIOUS_DISHONESTY = 'SERIOUS_DISHONESTY',
  CONTRACT_PERFORMANCE = 'CONTRACT_PERFORMANCE',
  COMMITMENT = 'COMMITMENT',
  EVALUATION = 'EVALUATION',
  COMPLIANCE = 'COMPLIANCE',
  HONOUR = 'HONOUR',
  INTELLECTUAL_PROPERTY = 'INTELLECTUAL_PROPERTY',
  VOLUNTARY = 'VOLUNTARY',
}
registerEnumType(CatalogueClass, {
  name: 'CatalogueClass',
  description:
    'Class of the national basic catalogue of public credit information, edition 2024 (发改财金规〔2024〕203号). 信息类别',
  valuesConfig: {
    REGISTRATION: { description: 'Registration. 登记注册基本信息' },
    JUDICIAL: { description: 'Judgments and their enforcement. 司法裁判及执行信息' },
    ADMINISTRATIVE: { description: 'Licences, penalties and other administration. 行政管理信息' },
    PROFESSIONAL: { description: 'Titles and professions. 职称和职业信息' },
    ABNORMAL_OPERATION: { description: 'Abnormal operation. 经营（活动）异常名录（状态）信息' },
    SERIOUS_DISHONESTY: { description: 'Lists of serious dishonesty. 严重失信主体名单信息' },
    CONTRACT_PERFORMANCE: { description: 'Performance of contracts. 合同履行信息' },
    COMMITMENT: { description: 'Commitments and whether they were kept. 信用承诺及履行情况信息' },
    EVALUATION: { description: 'Results of evaluation. 信用评价结果信息' },
    COMPLIANCE: { description: 'Compliance with law. 遵守法律法规情况信息' },
    HONOUR: { description: 'Honours for honesty. 诚实守信相关荣誉信息' },
    INTELLECTUAL_PROPERTY: { description: 'Intellectual property. 知识产权信息' },
    VOLUNTARY: { description: 'Provided by the entity itself. 经营主体自愿提供的信用信息' },
  },
});

/** Whether a record speaks for or against its subject. */
export enum Polarity {
  FAVOURABLE = 'FAVOURABLE',
  ADVERSE = 'ADVERSE',
  NEUTRAL = 'NEUTRAL',
}
registerEnumType(Polarity, {
  name: 'Polarity',
  description: 'Whether a record speaks for or against its subject. 信息性质',
  valuesConfig: {
    FAVOURABLE: { description: 'For it. 守信信息' },
    ADVERSE: { description: 'Against it. 失信信息 (NDRC Order 36, art. 4)' },
    NEUTRAL: { description: 'Neither. 中性信息' },
  },
});

/** Gravity of adverse records. */
export enum Severity {
  MINOR = 'MINOR',
  GENERAL = 'GENERAL',
  SERIOUS = 'SERIOUS',
}
registerEnumType(Severity, {
  name: 'Severity',
  description: 'Gravity of an adverse record: NDRC Order 36; 国办发〔2025〕22号, item 2. 失信程度',
  valuesConfig: {
    MINOR: { description: 'Minor: in principle not published, else three months at most. 轻微' },
    GENERAL: { description: 'General: published three months to one year. 一般' },
    SERIOUS: { description: 'Serious: published one to three years. 严重' },
  },
});

/** One edition of an item of the catalogue: what a department may collect about entities, on which basis, for whom. */
@ObjectType({
  simpleResolvers: true,
  description: 'Item of the catalogue: what is collected, on which basis, for whom. 目录项',
})
@announcesChanges
@Entity()
@Unique({ properties: ['code', 'edition'] })
@Check({
  name: 'catalogue_item_publishes_minor',
  expression: 'publishes_minor = (publishes_minor_basis is not null)',
})
export class CatalogueItem {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Code, such as MARKET_PENALTY. 目录代码' })
  @Property({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 目录名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title in English. 英文名称' })
  @Property({ type: 'text' })
  englishTitle!: string;

  @Access(anyone)
  @Field(() => CatalogueClass, { description: 'Class of the national catalogue. 信息类别' })
  @Enum({ items: () => CatalogueClass })
  class!: CatalogueClass;

  /** Code of the department that alone may submit it. */
  @ManyToOne(() => Department, { fieldName: 'provider_code', mapToPk: true })
  providerCode!: string;

  @Access(anyone)
  @Field(() => Polarity, { description: 'For or against the subject. 信息性质' })
  @Enum({ items: () => Polarity })
  polarity!: Polarity;

  @Access(anyone)
  @Field(() => SharingAttribute, { description: 'Between departments. 共享属性' })
  @Enum({ items: () => SharingAttribute })
  sharing!: SharingAttribute;

  @Access(anyone)
  @Field(() => Disclosure, { description: 'Towards people outside. 公开属性' })
  @Enum({ items: () => Disclosure })
  disclosure!: Disclosure;

  @Access(anyone)
  @Field(() => String, { description: 'Law or standard on which it is collected. 法律依据' })
  @Property({ type: 'text' })
  legalBasis!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'How long it is kept. 保存期限' })
  @Property({ type: 'text', nullable: true })
  retention!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'How often it is submitted. 更新频次' })
  @Property({ type: 'text', nullable: true })
  updateFrequency!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'Edition; records keep the one they came under. 版本' })
  @Property({ type: 'text' })
  edition!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'First day in force. 生效日期' })
  @Property({ type: 'date' })
  inForceFrom!: string;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day in force; null while it goes on. 失效日期' })
  @Property({ type: 'date', nullable: true })
  inForceUntil!: string | null;

  /** Gravity of its records where no classification rule says otherwise. */
  @Enum({ items: () => Severity, nullable: true })
  severity!: Severity | null;

  @Access(anyone)
  @Field(() => Boolean, {
    description:
      'Whether its minor records are published, for three months at most; in principle they are not. 是否公示轻微失信信息',
  })
  @Property({ type: 'boolean', default: false })
  publishesMinor!: boolean;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Why its minor records must be published, where they are. 公示轻微失信信息的依据',
  })
  @Property({ type: 'text', nullable: true })
  publishesMinorBasis!: string | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description:
      'The law by which its records cannot be repaired by application; null: they can (国办发〔2025〕22号). 不适用信用修复的依据',
  })
  @Property({ type: 'text', nullable: true })
  repairExclusion!: string | null;
}
