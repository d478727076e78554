import { Field, ID, InputType } from 'type-graphql';
import { PayableInput, PublicContractInput, SupplierSizeInput } from '../procurement/procurement.inputs.js';
import { BuyerKind } from '../procurement/procurement.words.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { ArrearsSource } from './arrears.words.js';

/** Arrears as they are claimed. */
@InputType({
  description:
    'Arrears of one contract: who owes whom, and the facts from which the due days follow. Of each sum what is unpaid is claimed. 拖欠账款登记',
})
export class RegisterArrearsInput {
  @Field(() => UsccScalar, {
    nullable: true,
    description: 'Code of the creditor; a creditor that registers its own leaves it out. 债权企业统一社会信用代码',
  })
  creditor?: string | null;

  @Field(() => UsccScalar, { description: 'Code of the debtor. 债务单位统一社会信用代码' })
  debtor!: string;

  @Field(() => BuyerKind, {
    nullable: true,
    description: 'What the debtor is, where its code does not say it. 债务单位类别',
  })
  debtorKind?: BuyerKind | null;

  @Field(() => PublicContractInput, {
    description: 'The contract; one that is registered already is named with the same terms. 合同',
  })
  contract!: PublicContractInput;

  @Field(() => SupplierSizeInput, { description: 'The size of the creditor at signing. 债权企业规模（签约时）' })
  size!: SupplierSizeInput;

  @Field(() => [PayableInput], {
    description:
      'What is overdue; a sum that is registered already is named by the same title, kind and amount. 逾期款项',
  })
  payables!: PayableInput[];

  @Field(() => ArrearsSource, {
    nullable: true,
    description: 'By which way it came to be known; of the administrators. 线索来源（清欠专班填写）',
  })
  source?: ArrearsSource | null;

  @Field(() => String, { nullable: true, description: 'Why it was not paid, as far as it is known. 拖欠原因' })
  cause?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Number of the case where a court, arbitrators or another department have it already: then it is not taken up. 已涉诉涉仲裁或者其他部门受理的案号',
  })
  courtNumber?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of files that were sent to /attachments. 证据附件标识' })
  evidence?: string[] | null;
}
