import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { BuyerKind, ContractKind, PayableKind } from './procurement.words.js';
import { SizeIndustry } from './size-class.words.js';

/** A contract as it is stated. */
@InputType({ description: 'A contract as it is stated. 采购合同要素' })
export class PublicContractInput {
  @Field(() => String, { description: 'Number of the contract. 合同编号' })
  number!: string;

  @Field(() => String, { description: 'What it is called. 合同（项目）名称' })
  name!: string;

  @Field(() => ContractKind, { description: 'Goods, works or services. 合同类型' })
  kind!: ContractKind;

  @Field(() => DateScalar, { description: 'Day of signing, today at the latest. 签订日期' })
  signedOn!: string;

  @Field(() => MoneyScalar, { description: 'What it is worth. 合同金额' })
  amount!: Money;

  @Field(() => String, {
    nullable: true,
    description: 'Interest for late payment that was agreed, percent a year: "3.85". 约定年利率（%）',
  })
  agreedRate?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days a year for an agreed rate: 360, which it is when nothing is said, or 365. 计息年天数（默认360）',
  })
  dayCount?: number | null;
}

/** What the supplier says of its size at signing. */
@InputType({
  description:
    'What the supplier said of its size at signing (Order 802, art. 3; 工信部联企业〔2011〕300号). 供应商规模（签约时）',
})
export class SupplierSizeInput {
  @Field(() => SizeIndustry, {
    nullable: true,
    description: 'Its industry; where it is left out, that of the registry decides. 划型行业',
  })
  industry?: SizeIndustry | null;

  @Field(() => Int, { nullable: true, description: 'Persons employed. 从业人员（人）' })
  employees?: number | null;

  @Field(() => String, { nullable: true, description: 'Operating revenue, 10,000 yuan: "1200.5". 营业收入（万元）' })
  revenue?: string | null;

  @Field(() => String, { nullable: true, description: 'Total assets, 10,000 yuan. 资产总额（万元）' })
  assets?: string | null;
}

/** Facts from which the period to pay counts (Order 802, arts 9, 10). */
@InputType()
abstract class DeliveryFacts {
  @Field(() => DateScalar, { nullable: true, description: 'Day of delivery, today at the latest. 交付日期' })
  deliveredOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the agreed inspection. 约定检验验收期限届满日' })
  inspectionUntil?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which the inspection was passed. 验收合格日期' })
  acceptedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which both confirmed the amount. 双方确认结算金额日期',
  })
  confirmedOn?: string | null;
}

/** A sum that the contract makes payable. */
@InputType({ description: 'A sum that the contract makes payable. 应付款项要素' })
export class PayableInput extends DeliveryFacts {
  @Field(() => String, { description: 'What it is for. 款项名称' })
  title!: string;

  @Field(() => PayableKind, { description: 'Its kind. 款项类型' })
  kind!: PayableKind;

  @Field(() => MoneyScalar, { description: 'How much. 金额' })
  amount!: Money;

  @Field(() => [String], { nullable: true, description: 'Numbers of the invoices. 发票号码' })
  invoices?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Agreed day of refund, of a deposit. 保证金约定退还日期' })
  refundOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days to pay that were agreed. 约定付款天数' })
  agreedDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the contract makes payment depend on a third party paying. 是否约定收到第三方付款后支付',
  })
  backToBack?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due day that a special law sets. 法律另有规定的付款日' })
  specialDueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'That law, with its article. 另有规定的依据' })
  specialBasis?: string | null;
}

/** The line of a budget that a contract is paid from. */
@InputType({ description: 'The line of the budget that a contract is paid from. 预算项目' })
export class BudgetLineOfContractInput {
  @Field(() => Int, { description: 'Year of the budget. 预算年度' })
  year!: number;

  @Field(() => String, { description: 'Code of the line. 预算项目编码' })
  code!: string;
}

/** A contract that is registered when it is made. */
@InputType({
  description:
    'A contract that is registered when it is made. Registered again with the same terms it stays the one it is, and sums that it does not have yet are added. 采购合同登记',
})
export class RegisterContractInput {
  @Field(() => UsccScalar, { description: 'Code of the buyer. 采购方统一社会信用代码' })
  buyer!: string;

  @Field(() => UsccScalar, { description: 'Code of the supplier. 供应商统一社会信用代码' })
  supplier!: string;

  @Field(() => BuyerKind, {
    nullable: true,
    description: 'What the buyer is, where its code does not say it. 采购方类别',
  })
  buyerKind?: BuyerKind | null;

  @Field(() => PublicContractInput, { description: 'The contract. 合同' })
  contract!: PublicContractInput;

  @Field(() => SupplierSizeInput, { description: 'The size of the supplier at signing. 供应商规模' })
  size!: SupplierSizeInput;

  @Field(() => [PayableInput], { nullable: true, description: 'What it makes payable. 应付款项' })
  payables?: PayableInput[] | null;

  @Field(() => BudgetLineOfContractInput, {
    nullable: true,
    description: 'The line of the budget; of the buyer alone. 预算项目（仅采购方填写）',
  })
  budgetLine?: BudgetLineOfContractInput | null;
}

/** What happened by which something becomes due. */
@InputType({
  description:
    'What happened by which a sum becomes due. What was stated stays; nothing that is stated later postpones a due day. 交付验收事实',
})
export class ReportDeliveryInput extends DeliveryFacts {
  @Field(() => ID, { description: 'Id of the sum. 应付款项标识' })
  payable!: string;
}

/** A payment under a contract of which there is no case of arrears. */
@InputType({ description: 'A payment under a contract of which there is no case of arrears. 合同付款登记' })
export class RecordContractPaymentInput {
  @Field(() => ID, { description: 'Id of the contract. 合同标识' })
  contract!: string;

  @Field(() => MoneyScalar, { description: 'How much. 金额' })
  amount!: Money;

  @Field(() => DateScalar, { description: 'Day of payment, today at the latest. 付款日期' })
  paidOn!: string;

  @Field(() => String, { description: 'Number of the voucher, used once by a payer. 付款凭证号' })
  voucher!: string;
}

/** What the supplier says of a payment that the buyer has reported. */
@InputType({ description: 'What the supplier says of a payment that the buyer has reported. 到账确认' })
export class ConfirmContractPaymentInput {
  @Field(() => ID, { description: 'Id of the payment. 付款标识' })
  payment!: string;

  @Field(() => Boolean, { description: 'Whether the money has come. 是否到账' })
  received!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not. 未到账说明' })
  reason?: string | null;
}
