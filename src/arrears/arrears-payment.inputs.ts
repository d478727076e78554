import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { PaymentPurpose } from '../procurement/payment.words.js';

/** A payment that is reported. */
@InputType({ description: 'A payment that is reported in a case of arrears. 登记付款' })
export class RecordPaymentInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => PaymentPurpose, {
    nullable: true,
    defaultValue: PaymentPurpose.PRINCIPAL,
    description: 'Principal, unless it is said otherwise. 付款性质',
  })
  purpose?: PaymentPurpose | null;

  @Field(() => MoneyScalar, { description: 'How much, no more than is owed. 金额' })
  amount!: Money;

  @Field(() => DateScalar, { description: 'Day of payment, today or before. 付款日期' })
  paidOn!: string;

  @Field(() => String, { description: 'Number of the voucher. 付款凭证号' })
  voucher!: string;

  @Field(() => String, { nullable: true, description: 'What there is to say of it. 说明' })
  reason?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of files that were sent to /attachments. 附件标识' })
  evidence?: string[] | null;
}
