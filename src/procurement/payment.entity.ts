import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { PaymentPurpose, PaymentState } from './payment.words.js';
import { PublicContract } from './public-contract.entity.js';

/** How much of a payment is for which sum. */
export interface PaymentShare {
  /** Id of the payable. */
  readonly payable: string;
  readonly amount: Money;
}

/** A payment that a buyer, or an administrator, has reported. It counts from its day once its creditor has confirmed it. */
@ObjectType({ simpleResolvers: true, description: 'A payment that was reported. 付款' })
@programMay({ update: ['state', 'decidedAt', 'reason'] })
@Entity()
@Index({ properties: ['caseId', 'id'] })
@Index({ properties: ['contractId', 'id'] })
@Index({
  name: 'payment_reported',
  expression: `create index payment_reported on payment (contract_id) where state = '${PaymentState.REPORTED}' and case_id is null`,
})
@Index({
  name: 'payment_voucher',
  expression: `create unique index payment_voucher on payment (payer_uscc, voucher) where state <> '${PaymentState.REFUSED}'`,
})
@Check({ name: 'payment_amount', expression: 'amount > 0' })
export class Payment {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => PublicContract, { fieldName: 'contract_id', mapToPk: true })
  contractId!: string;

  /** The case of arrears in which it was reported; null: paid without one. */
  @Property({ type: 'uuid', nullable: true })
  caseId!: string | null;

  /** Code of the body that paid. */
  @Property({ type: 'text' })
  payerUscc!: string;

  @Access(anyone)
  @Field(() => PaymentPurpose, { description: 'Principal or interest. 付款性质' })
  @Enum({ items: () => PaymentPurpose })
  purpose!: PaymentPurpose;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'How much. 金额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  amount!: Money;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of payment. 付款日期' })
  @Property({ type: 'date' })
  paidOn!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number of the voucher, used once by a payer. 付款凭证号' })
  @Property({ type: 'text' })
  voucher!: string;

  @Property({ type: 'jsonb' })
  shares!: PaymentShare[];

  @Access(anyone)
  @Field(() => PaymentState, { description: 'What became of it. 状态' })
  @Enum({ items: () => PaymentState })
  state!: PaymentState;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was reported. 登记时间' })
  @Property({ type: 'timestamptz' })
  reportedAt!: Date;

  /** Account that reported it. */
  @Property({ type: 'text' })
  reportedBy!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the creditor answered. 确认时间' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Why the creditor refused or refuted it. 否认理由' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;
}
