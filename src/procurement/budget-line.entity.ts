import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { Department } from '../departments/department.entity.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';

/** A line of the approved budget of a public body, from which purchases are paid. It is found through budgets and contracts. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A line of the approved budget of a body that spends fiscal money (Order 802, art. 8; Budget Law 预算法). 预算项目',
})
@Entity()
@Unique({ name: 'budget_line_once', properties: ['buyerUscc', 'year', 'code'] })
@Check({ name: 'budget_line_amount', expression: 'amount > 0' })
export class BudgetLine {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'buyer_id', mapToPk: true })
  buyerId!: string;

  @Property({ type: 'text' })
  buyerUscc!: string;

  /** Code of the body where it is a department of this platform. */
  @ManyToOne(() => Department, { fieldName: 'buyer_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  buyerCode!: string | null;

  @Access(anyone)
  @Field(() => Int, { description: 'Year of the budget. 预算年度' })
  @Property({ type: 'integer' })
  year!: number;

  @Access(anyone)
  @Field(() => String, { description: 'Code of the line. 预算项目编码' })
  @Property({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What it is for. 预算项目名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'What was approved. 批准金额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  amount!: Money;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was registered. 登记时间' })
  @Property({ type: 'timestamptz' })
  registeredAt!: Date;

  /** Account that registered it. */
  @Property({ type: 'text' })
  registeredBy!: string;
}
