import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, asDeclared } from '../access/rules.js';
import { Disclosure, MaskingPattern, SharingAttribute } from '../access/words.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { Industry } from './industry.entity.js';
import { Region } from './region.entity.js';
import { UsccScalar } from './uscc.scalar.js';

/** What kind of entity the code was given to. */
export enum EntityKind {
  ENTERPRISE = 'ENTERPRISE',
  SOLE_TRADER = 'SOLE_TRADER',
  COOPERATIVE = 'COOPERATIVE',
  SOCIAL_ORGANISATION = 'SOCIAL_ORGANISATION',
  PUBLIC_INSTITUTION = 'PUBLIC_INSTITUTION',
  GOVERNMENT_AGENCY = 'GOVERNMENT_AGENCY',
  OTHER = 'OTHER',
}
registerEnumType(EntityKind, {
  name: 'EntityKind',
  description: 'Kind of entity, by the first two characters of its code (GB 32100-2015). 主体类型',
  valuesConfig: {
    ENTERPRISE: { description: 'Enterprise (91). 企业' },
    SOLE_TRADER: { description: 'Sole trader (92): its owner is a natural person. 个体工商户' },
    COOPERATIVE: { description: "Farmers' cooperative (93). 农民专业合作社" },
    SOCIAL_ORGANISATION: {
      description: 'Association, private non-profit, foundation, union (13, 51-53, 81). 社会组织',
    },
    PUBLIC_INSTITUTION: { description: 'Public institution (12). 事业单位' },
    GOVERNMENT_AGENCY: { description: 'Agency (11). 机关' },
    OTHER: { description: 'Any other registered body. 其他' },
  },
});

/** Whether the entity goes on. */
export enum EntityStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  REVOKED = 'REVOKED',
  DEREGISTERED = 'DEREGISTERED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(EntityStatus, {
  name: 'EntityStatus',
  description: 'Registration status. 登记状态',
  valuesConfig: {
    ACTIVE: { description: 'In operation. 存续' },
    SUSPENDED: { description: 'Business suspended. 停业' },
    REVOKED: { description: 'Licence revoked. 吊销' },
    DEREGISTERED: { description: 'Deregistered. 注销' },
    UNKNOWN: { description: 'The registry did not say. 未载明' },
  },
});

/**
 * What the registry holds of the entity is declared as the catalogue declares what departments hold. A sole trader is a
 * natural person: what is public of a body is shown of one in part (Personal Information Protection Law).
 */
const registration = {
  code: 'REGISTRATION',
  class: 'REGISTRATION',
  providerCode: 'MARKET',
  sharing: SharingAttribute.UNCONDITIONAL,
  disclosure: Disclosure.PUBLIC,
};
const whose = { idOf: (entity: LegalEntity) => entity.id, codeOf: (entity: LegalEntity) => entity.uscc };
const ofBodies = {
  says: 'of bodies other than sole traders',
  test: (entity: LegalEntity) => entity.kind !== EntityKind.SOLE_TRADER,
};
const personal = (key: keyof LegalEntity & string, disclosure: Disclosure, masking: MaskingPattern) => ({
  ...whose,
  item: registration,
  field: { key, disclosure, masking },
});

/** Who sees the registered address: everybody, a sole trader's in part. */
export const addressRule = asDeclared({
  ...personal('address', Disclosure.PUBLIC, MaskingPattern.ADDRESS),
  openWhere: ofBodies,
});

/** Who sees the name of the legal representative: everybody, a sole trader's in part. */
export const representativeRule = asDeclared({
  ...personal('legalRepresentative', Disclosure.PUBLIC, MaskingPattern.NAME),
  openWhere: ofBodies,
});

/** A credit subject with a unified social credit code. */
@ObjectType({ simpleResolvers: true, description: 'A credit subject with a unified social credit code. 信用主体' })
@programMay({ update: true })
@Entity()
@Index({ name: 'legal_entity_grams', properties: ['searchGrams'], type: 'gin' })
export class LegalEntity {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => UsccScalar, { description: 'Unified social credit code. 统一社会信用代码' })
  @Property({ type: 'text', unique: true, collation: 'C' })
  uscc!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Registered name. 名称' })
  @Property({ type: 'text' })
  name!: string;

  @Access(anyone)
  @Field(() => [String], { description: 'Names it had before, oldest first. 曾用名' })
  @Property({ type: 'text[]', default: [] })
  formerNames!: string[];

  @Access(anyone)
  @Field(() => EntityKind, { description: 'Kind, from the code. 主体类型' })
  @Enum({ items: () => EntityKind })
  kind!: EntityKind;

  @Access(anyone)
  @Field(() => EntityStatus, { description: 'Registration status. 登记状态' })
  @Enum({ items: () => EntityStatus })
  status!: EntityStatus;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Date of establishment. 成立日期' })
  @Property({ type: 'date', nullable: true })
  establishedOn!: string | null;

  /** Region of registration, from positions 3 to 8 of the code. */
  @ManyToOne(() => Region, { fieldName: 'region_code', mapToPk: true, nullable: true, index: true })
  regionCode!: string | null;

  @ManyToOne(() => Industry, { fieldName: 'industry_code', mapToPk: true, nullable: true })
  industryCode!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Type of enterprise as registered. 企业类型' })
  @Property({ type: 'text', nullable: true })
  registeredType!: string | null;

  @Access(anyone)
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'Registered capital in yuan; null when it is not in yuan. 注册资本',
  })
  @Property({ type: 'string', columnType: 'numeric(20,2)', nullable: true })
  registeredCapital!: Money | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Registered capital as the registry wrote it. 注册资本（登记原文）',
  })
  @Property({ type: 'text', nullable: true })
  registeredCapitalText!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Business scope. 经营范围' })
  @Property({ type: 'text', nullable: true })
  businessScope!: string | null;

  @Access(addressRule)
  @Field(() => String, { nullable: true, description: "Registered address; a sole trader's to the district. 住所" })
  @Property({ type: 'text', nullable: true })
  address!: string | null;

  @Access(representativeRule)
  @Field(() => String, {
    nullable: true,
    description: 'Legal representative: public of a body, masked of a sole trader. 法定代表人（经营者）',
  })
  @Property({ type: 'text', nullable: true })
  legalRepresentative!: string | null;

  @Access(asDeclared(personal('legalRepresentativeId', Disclosure.SUBJECT, MaskingPattern.ID_NUMBER)))
  @Field(() => String, {
    nullable: true,
    description: 'ID number of the legal representative; never public. 法定代表人证件号码',
  })
  @Property({ type: 'text', nullable: true })
  legalRepresentativeId!: string | null;

  @Access(asDeclared(personal('contactPhone', Disclosure.PUBLIC, MaskingPattern.PHONE)))
  @Field(() => String, { nullable: true, description: 'Telephone; masked for the public. 联系电话' })
  @Property({ type: 'text', nullable: true })
  contactPhone!: string | null;

  /** Names old and new as they are searched: one form of each character, no blanks, one name a line. */
  @Property({ type: 'text' })
  searchText!: string;

  /** Pairs of neighbouring characters of the names: what a fragment of two characters or more is found by. */
  @Property({ type: 'text[]' })
  searchGrams!: string[];

  @Property({ type: 'timestamptz' })
  recordedAt!: Date;

  @Property({ type: 'timestamptz' })
  changedAt!: Date;
}

/** What is kept sealed, each value for the code of its entity: the guard opens it for those who may see it. */
export const secretProperties = ['legalRepresentativeId', 'contactPhone'] as const satisfies (keyof LegalEntity)[];
