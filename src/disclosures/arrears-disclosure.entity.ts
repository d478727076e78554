import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { DisclosureState, disclosureWorkflow } from './disclosure.workflow.js';

registerEnumType(DisclosureState, {
  name: 'DisclosureState',
  description: 'Where a yearly disclosure of arrears stands. 年度公示状态',
  valuesConfig: described(disclosureWorkflow.states),
});

/**
 * What a department had not paid in time to small firms at the end of a year, as it publishes it by 31 March: how many contracts
 * and how much, nil reports included. Published ones are public; until then the department, the arrears administrators and the
 * supervisor know of it.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'What an agency or institution had not paid in time to small and medium-sized enterprises at the end of a year, published by 31 March (State Council Order 802, art. 18). Large enterprises disclose it in their annual report in the National Enterprise Credit Information Publicity System, not here. 拖欠中小企业账款年度信息公示（大型企业随年度报告通过国家企业信用信息公示系统公示，不在本平台办理）',
})
@programMay({ update: true })
@Entity()
@Unique({ name: 'arrears_disclosure_once', properties: ['departmentCode', 'year'] })
@Index({ properties: ['year', 'id'] })
@Index({ properties: ['state', 'dueOn'] })
@Check({
  name: 'arrears_disclosure_figures',
  expression: '(contract_count = 0 and amount = 0) or (contract_count > 0 and amount > 0)',
})
@Check({
  name: 'arrears_disclosure_published',
  expression: `(state = '${DisclosureState.PUBLISHED}') = (published_at is not null and published_on is not null)`,
})
@Trigger({
  name: 'published_stands',
  timing: 'before',
  events: ['update', 'delete'],
  forEach: 'row',
  body: `if old.state <> '${DisclosureState.PUBLISHED}' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'what was published stands' using errcode = 'restrict_violation';`,
})
export class ArrearsDisclosure extends Case {
  @Access(anyone)
  @Field(() => DisclosureState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => DisclosureState })
  state!: DisclosureState;

  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true, deleteRule: 'no action' })
  departmentCode!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'The year at whose end it was unpaid. 数据年度' })
  @Property({ type: 'integer' })
  year!: number;

  @Access(anyone)
  @Field(() => Int, {
    description: 'Contracts of which something was overdue and unpaid. 逾期尚未支付的合同数量（个）',
  })
  @Property({ type: 'integer' })
  contractCount!: number;

  @Access(anyone)
  @Field(() => MoneyScalar, { description: 'How much was overdue and unpaid. 逾期尚未支付的金额' })
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  amount!: Money;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What the department says of it. 部门说明' })
  @Property({ type: 'text', nullable: true })
  statement!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When the ledger was counted for it. 数据统计时间' })
  @Property({ type: 'timestamptz' })
  countedAt!: Date;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'By when it is to be published: 31 March. 公示期限' })
  @Property({ type: 'date' })
  publishBy!: string;

  /** Account that signed it off last. */
  @Property({ type: 'text', nullable: true })
  signedBy!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed off. 审签时间' })
  @Property({ type: 'timestamptz', nullable: true })
  signedAt!: Date | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published. 公示时间' })
  @Property({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  /** Legal day of publication. */
  @Property({ type: 'date', nullable: true })
  publishedOn!: string | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it was published after 31 March. 是否逾期公示' })
  @Property({ type: 'boolean' })
  late!: boolean;
}
