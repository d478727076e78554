import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { BuyerKind, ContractKind } from './procurement.words.js';

/** Narrows a list of contracts; all that is given must hold. */
@InputType({ description: 'Narrows a list of contracts; all that is given must hold. 合同筛选条件' })
export class PublicContractFilter {
  @Field(() => String, { nullable: true, description: 'Number of the contract. 合同编号' })
  number?: string | null;

  @Field(() => ContractKind, { nullable: true, description: 'Goods, works or services. 合同类型' })
  kind?: ContractKind | null;

  @Field(() => BuyerKind, { nullable: true, description: 'What the buyer is. 采购方类别' })
  buyerKind?: BuyerKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'Signed on this day or later. 签订日期起' })
  signedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Signed on this day or before. 签订日期止' })
  signedUntil?: string | null;
}

/** Narrows a list of warnings; all that is given must hold. */
@InputType({ description: 'Narrows a list of warnings; all that is given must hold. 预警筛选条件' })
export class PaymentWarningFilter {
  @Field(() => DateScalar, { nullable: true, description: 'Warned on this day or later. 预警日期起' })
  warnedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Warned on this day or before. 预警日期止' })
  warnedUntil?: string | null;
}
