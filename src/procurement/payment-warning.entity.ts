import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { Payable } from './payable.entity.js';
import { PublicContract } from './public-contract.entity.js';

/** That buyer and budget office were warned of a sum before it was due. Whoever knows of the contract knows of it. */
@ObjectType({
  simpleResolvers: true,
  description: 'That buyer and budget office were warned of a sum before it was due. 到期付款预警',
})
@appendOnly
@Entity()
@Unique({ name: 'payment_warning_once', properties: ['payableId'] })
@Index({ properties: ['contractId', 'id'] })
export class PaymentWarning {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Payable, { fieldName: 'payable_id', mapToPk: true })
  payableId!: string;

  @ManyToOne(() => PublicContract, { fieldName: 'contract_id', mapToPk: true })
  contractId!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of the warning. 预警日期' })
  @Property({ type: 'date' })
  warnedOn!: string;

  @Access(anyone)
  @Field(() => DateScalar, {
    description: 'Last day of the period to pay, before it moves over days off. 付款期限届满日（顺延前）',
  })
  @Property({ type: 'date' })
  lastDay!: string;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'What was neither paid nor reported as paid. 预警时未付金额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  amount!: Money;

  @Access(anyone)
  @Field(() => [String], { description: 'Who was warned, as tasks name them: DEPARTMENT:HOUSING. 预警对象' })
  @Property({ type: 'text[]' })
  to!: string[];
}
