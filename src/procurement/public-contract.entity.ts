import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { BuyerKind, ContractKind } from './procurement.words.js';
import { RateKind } from './rate.words.js';
import { SizeClass, SizeIndustry } from './size-class.words.js';

/**
 * A contract by which an agency, an institution or a large enterprise buys from a market entity: goods, works or services.
 * Its two sides, the budget office, the arrears administrators and the supervisor know of it.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'A purchase of an agency, institution or large enterprise from a market entity (State Council Order 802). 采购合同',
})
@programMay({ update: ['buyerId', 'buyerUscc', 'buyerCode', 'regionCode', 'budgetLineId', 'rehearsed'] })
@Entity()
@Unique({ name: 'public_contract_once', properties: ['buyerUscc', 'supplierUscc', 'number'] })
@Index({ properties: ['supplierUscc', 'id'] })
@Index({ properties: ['buyerCode', 'id'] })
@Index({ properties: ['budgetLineId', 'id'] })
@Check({ name: 'public_contract_amount', expression: 'amount > 0' })
@Check({ name: 'public_contract_rate', expression: 'rate_numerator > 0 and rate_denominator > 0' })
export class PublicContract {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'buyer_id', mapToPk: true })
  buyerId!: string;

  @Property({ type: 'text' })
  buyerUscc!: string;

  /** Code of the buyer where it is a department of this platform. */
  @ManyToOne(() => Department, { fieldName: 'buyer_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  buyerCode!: string | null;

  @Access(anyone)
  @Field(() => BuyerKind, { description: 'What the buyer is: the period to pay follows from it. 采购方类别' })
  @Enum({ items: () => BuyerKind })
  buyerKind!: BuyerKind;

  /** District of the buyer, GB/T 2260. */
  @Property({ type: 'text', nullable: true })
  regionCode!: string | null;

  @ManyToOne(() => LegalEntity, { fieldName: 'supplier_id', mapToPk: true })
  supplierId!: string;

  @Property({ type: 'text' })
  supplierUscc!: string;

  /** Section of GB/T 4754 of the supplier, A to T. */
  @Property({ type: 'text', nullable: true })
  sector!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'Number of the contract. 合同编号' })
  @Property({ type: 'text' })
  number!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What it is called. 合同（项目）名称' })
  @Property({ type: 'text' })
  name!: string;

  @Access(anyone)
  @Field(() => ContractKind, { description: 'Goods, works or services. 合同类型' })
  @Enum({ items: () => ContractKind })
  kind!: ContractKind;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of signing: size class and prime rate are those of this day. 签订日期' })
  @Property({ type: 'date' })
  signedOn!: string;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'What the contract is worth. 合同金额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  amount!: Money;

  @Access(anyone)
  @Field(() => SizeClass, {
    description: "The supplier's size class at signing (工信部联企业〔2011〕300号; Order 802, art. 3). 供应商规模类型",
  })
  @Enum({ items: () => SizeClass })
  supplierSize!: SizeClass;

  @Access(anyone)
  @Field(() => SizeIndustry, { description: 'The industry by whose thresholds it was classed. 划型行业' })
  @Enum({ items: () => SizeIndustry })
  sizeIndustry!: SizeIndustry;

  @Access(anyone)
  @Field(() => Int, { nullable: true, description: 'Employees at signing, as declared. 从业人员（人）' })
  @Property({ type: 'integer', nullable: true })
  employees!: number | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Operating revenue at signing, 10,000 yuan. 营业收入（万元）' })
  @Property({ type: 'string', columnType: 'numeric(20,6)', nullable: true })
  revenue!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Total assets at signing, 10,000 yuan. 资产总额（万元）' })
  @Property({ type: 'string', columnType: 'numeric(20,6)', nullable: true })
  assets!: string | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Interest for late payment that was agreed, percent a year. 约定年利率（%）',
  })
  @Property({ type: 'string', columnType: 'numeric(8,4)', nullable: true })
  agreedRate!: string | null;

  @Access(anyone)
  @Field(() => Int, { description: 'Days a year for an agreed rate: 360 or 365. 计息年天数' })
  @Property({ type: 'integer' })
  dayCount!: number;

  @Access(anyone)
  @Field(() => RateKind, { description: 'Which rate holds (Order 802, art. 17). 利率适用' })
  @Enum({ items: () => RateKind })
  rateKind!: RateKind;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'The rate that holds, percent a year; null: 0.05 % a day. 适用年利率（%）',
  })
  @Property({ type: 'string', columnType: 'numeric(8,4)', nullable: true })
  annualRate!: string | null;

  /** Interest is product (fen × days) × numerator / denominator, exactly. */
  @Property({ type: 'string', columnType: 'bigint' })
  rateNumerator!: string;

  @Property({ type: 'string', columnType: 'bigint' })
  rateDenominator!: string;

  /** The line of the budget it is paid from. */
  @Property({ type: 'uuid', nullable: true })
  budgetLineId!: string | null;

  @Property({ type: 'timestamptz' })
  registeredAt!: Date;

  /** Account that registered it. */
  @Property({ type: 'text' })
  registeredBy!: string;

  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;
}
