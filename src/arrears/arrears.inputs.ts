import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { ContractKind } from '../procurement/procurement.words.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { ArrearsState } from './arrears.states.js';
import { ArrearsRung, ArrearsSource } from './arrears.words.js';

/** A step of a case that needs no more than a reason. */
@InputType({ description: 'A step of a case of arrears; each mutation says what it needs. 拖欠账款办理' })
export class ArrearsStepInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The law or document that it rests on. 依据' })
  basis?: string | null;
}

/** A step that rests on a document. */
@InputType({ description: 'A step of a case of arrears that rests on a document. 凭文书办理' })
export class ArrearsDocumentInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Number of the document. 文书编号' })
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of files that were sent to /attachments. 附件标识' })
  evidence?: string[] | null;
}

/** What the debtor confirms of a claim. */
@InputType({ description: 'What is confirmed of a claim (Order 802, arts 15, 16). 确认欠款' })
export class ConfirmArrearsInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => MoneyScalar, { description: 'The undisputed part: all of the claim, or less. 无分歧金额' })
  undisputed!: Money;

  @Field(() => String, {
    nullable: true,
    description: 'Why the rest is disputed; of the administrators: on what evidence. 分歧理由（或认定理由）',
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The document that it rests on. 依据' })
  basis?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of files that were sent to /attachments. 附件标识' })
  evidence?: string[] | null;
}

/** How a dispute was settled. */
@InputType({ description: 'How a dispute, or a part of it, was settled. 分歧处理结果' })
export class SettleArrearsInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => MoneyScalar, { description: 'How much of the disputed part is owed. 分歧部分中认定应付的金额' })
  owed!: Money;

  @Field(() => MoneyScalar, { description: 'How much of it is not. 分歧部分中核减的金额' })
  dismissed!: Money;

  @Field(() => String, { nullable: true, description: 'Number of the agreement. 调解协议编号' })
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;
}

/** A court or arbitrators have the case. */
@InputType({ description: 'A court or arbitrators have the case. 涉诉涉仲裁' })
export class ArrearsCourtInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Number of the case there. 案号' })
  courtNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;
}

/** What a judgment in force says is owed. */
@InputType({ description: 'What a judgment in force says is owed. 生效裁判' })
export class AdjudgeArrearsInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => MoneyScalar, {
    description: 'Principal that is owed in all, what was paid included. 裁判确定的本金总额',
  })
  owed!: Money;

  @Field(() => String, { nullable: true, description: 'Number of the judgment. 裁判文书号' })
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;
}

/** An instalment that is proposed. */
@InputType({ description: 'An instalment that is proposed. 分期' })
export class InstalmentInput {
  @Field(() => DateScalar, { description: 'By when it is paid. 付款日期' })
  dueOn!: string;

  @Field(() => MoneyScalar, { description: 'How much. 金额' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'From what it is paid. 资金来源' })
  funds?: string | null;
}

/** A repayment plan that is proposed. */
@InputType({ description: 'A repayment plan: instalments that come to what is undisputed and unpaid. 还款计划' })
export class RepaymentPlanInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => [InstalmentInput], { description: 'The instalments, in order. 分期明细' })
  instalments!: InstalmentInput[];

  @Field(() => String, { nullable: true, description: 'What there is to say of it. 说明' })
  reason?: string | null;
}

/** What the creditor says to a plan. */
@InputType({ description: 'What the creditor says to a plan. 答复还款计划' })
export class AgreeRepaymentPlanInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it agrees. 是否同意' })
  agrees!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not. 不同意理由' })
  reason?: string | null;
}

/** A measure against the debtor. */
@InputType({ description: 'A measure against the debtor (Order 802, arts 21-26). 督促措施' })
export class EscalateArrearsInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => ArrearsRung, { description: 'The measure. 措施' })
  rung!: ArrearsRung;

  @Field(() => String, { nullable: true, description: 'What is asked of the debtor. 要求' })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why measures before it are skipped, or not waited for: kept in the case. 越级（提前）理由',
  })
  skipReason?: string | null;
}

/** What came, or did not. */
@InputType({ description: 'What the creditor says of a payment. 到账确认' })
export class ConfirmReceiptInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => ID, { description: 'Id of the payment. 付款标识' })
  payment!: string;

  @Field(() => Boolean, { description: 'Whether it came. 是否到账' })
  received!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is refused. 否认理由' })
  reason?: string | null;
}

/** The creditor says that everything came. */
@InputType({ description: 'The creditor says that everything came. 确认清偿' })
export class ConfirmClearanceInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether the interest that is owed is waived, of its own will (Order 802, arts 17, 20). 是否自愿放弃未付利息',
  })
  waivesInterest?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What there is to say of it. 说明' })
  reason?: string | null;
}

/** A clearance that did not happen. */
@InputType({ description: 'A clearance that did not happen. 否认清偿' })
export class RefuteClearanceInput {
  @Field(() => ID, { description: 'Id of the case. 事项标识' })
  id!: string;

  @Field(() => [ID], { description: 'Ids of the payments that did not come. 未到账的付款' })
  payments!: string[];

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;
}

/** Another body takes the place of a debtor. */
@InputType({ description: 'Another body takes the place of a debtor; no date moves. 债务承继' })
export class SucceedDebtorInput {
  @Field(() => UsccScalar, { description: 'Code of the debtor. 原债务单位' })
  from!: string;

  @Field(() => UsccScalar, { description: 'Code of its successor. 承继单位' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'The document that says so. 文件编号' })
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;
}

/** Narrows a list of cases; all that is given must hold. */
@InputType({ description: 'Narrows a list of cases of arrears; all that is given must hold. 拖欠账款筛选条件' })
export class ArrearsFilter {
  @Field(() => ArrearsState, { nullable: true, description: 'State. 状态' })
  state?: ArrearsState | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the debtor. 债务单位' })
  debtor?: string | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the creditor. 债权企业' })
  creditor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Beginning of the code of the district of the debtor. 旗县区代码（前缀）',
  })
  district?: string | null;

  @Field(() => ContractKind, { nullable: true, description: 'Kind of the contract. 合同类型' })
  kind?: ContractKind | null;

  @Field(() => ArrearsSource, { nullable: true, description: 'By which way it came to be known. 线索来源' })
  source?: ArrearsSource | null;

  @Field(() => ArrearsRung, { nullable: true, description: 'How far the measures have gone. 已采取的最高措施' })
  rung?: ArrearsRung | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that await the viewer's act. 仅待本人办理" })
  awaitingMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of which an act is late. 仅逾期' })
  overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is owed anew after a clearance. 仅边清边欠' })
  owedAnew?: boolean | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'At least so much is owed. 余额下限' })
  owedAtLeast?: Money | null;
}
