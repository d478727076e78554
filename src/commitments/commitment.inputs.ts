import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { CommitmentState } from './commitment.states.js';
import { BenefitKind, CommitmentSource } from './commitment.words.js';

/** A step on the way, as it was promised. */
@InputType({ description: 'A step on the way to the whole promise. 阶段目标' })
export class MilestoneInput {
  @Field(() => String, { description: 'What is done by then. 阶段事项' })
  title!: string;

  @Field(() => DateScalar, { description: 'By when, not after the promise itself. 完成期限' })
  dueOn!: string;

  @Field(() => MoneyScalar, { nullable: true, description: 'The part of the amount that it brings. 对应金额' })
  amount?: Money | null;
}

/** A promise as a beneficiary claims it. */
@InputType({ description: 'A promise that the enterprise claims to have been made to it. 申报政策兑现' })
export class ClaimCommitmentInput {
  @Field(() => String, { description: 'Code of the department that promised. 承诺部门代码' })
  promisor!: string;

  @Field(() => CommitmentSource, { description: 'In what it was promised. 承诺来源' })
  sourceKind!: CommitmentSource;

  @Field(() => String, { description: 'Number of that document. 来源文号' })
  sourceNumber!: string;

  @Field(() => String, { description: 'Its title. 来源文件名称' })
  sourceTitle!: string;

  @Field(() => DateScalar, { description: 'When it was promised, today at the latest. 承诺日期' })
  promisedOn!: string;

  @Field(() => String, { description: 'What was promised. 兑现事项' })
  benefit!: string;

  @Field(() => BenefitKind, { description: 'Kind of the benefit. 事项类别' })
  kind!: BenefitKind;

  @Field(() => MoneyScalar, { nullable: true, description: 'Amount promised; left out: it is not money. 承诺金额' })
  amount?: Money | null;

  @Field(() => [MilestoneInput], { nullable: true, description: 'The steps on the way. 阶段目标' })
  milestones?: MilestoneInput[] | null;

  @Field(() => DateScalar, { description: 'The day by which it must be kept; nothing changes it later. 兑现期限' })
  dueOn!: string;

  @Field(() => [ID], { nullable: true, description: 'Ids of uploaded files that prove it. 凭证附件标识' })
  evidence?: string[] | null;
}

/** A promise as an office registers it. */
@InputType({ description: 'A promise as a department or an administrator registers it. 登记政策承诺' })
export class RegisterCommitmentInput extends ClaimCommitmentInput {
  @Field(() => UsccScalar, { description: 'Code of the beneficiary. 受益人统一社会信用代码' })
  beneficiary!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the department that must keep it; left out: the one that promised. 责任部门代码',
  })
  owner?: string | null;

  @Field(() => String, {
    description: "The owner's office or post that is responsible; no names of persons. 责任岗位（不含个人姓名）",
  })
  ownerPost!: string;

  @Field(() => String, { nullable: true, description: 'The line of the budget that pays for it. 预算科目（项目）' })
  budgetLine?: string | null;
}

/** A verdict on a promise: valid. */
@InputType({ description: 'The verdict that a promise was lawful and within authority. 核查认定有效' })
export class ConfirmCommitmentAuthorityInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => String, { description: 'The law on which the verdict rests. 依据' })
  basis!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** A verdict on a promise: void. */
@InputType({ description: 'The verdict that a promise was beyond authority or unlawful. 核查认定无效' })
export class InvalidateCommitmentInput extends ConfirmCommitmentAuthorityInput {
  @Field(() => String, { description: 'How the trust of the beneficiary is made good. 信赖利益处理' })
  trustInterest!: string;
}

/** A milestone that is done. */
@InputType({ description: 'A milestone that is done. 已完成阶段目标' })
export class MilestoneDoneInput {
  @Field(() => Int, { description: 'Its place in the promise, from 1. 序号' })
  milestone!: number;

  @Field(() => DateScalar, { description: 'When it was done. 完成日期' })
  doneOn!: string;
}

/** A report of progress. */
@InputType({ description: 'How far the promise is kept by now. 兑现进展报告' })
export class CommitmentProgressInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => String, { description: 'What there is to say. 说明' })
  note!: string;

  @Field(() => MoneyScalar, { nullable: true, description: 'What was paid in all by now. 累计兑现金额' })
  fulfilledAmount?: Money | null;

  @Field(() => [MilestoneDoneInput], { nullable: true, description: 'Milestones that are done. 已完成阶段目标' })
  done?: MilestoneDoneInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of uploaded files that prove it. 凭证附件标识' })
  evidence?: string[] | null;
}

/** The report that something is done, with evidence. */
@InputType({ description: 'The report that a promise is kept, or its compensation given, with evidence. 办结报告' })
export class CommitmentDoneInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => DateScalar, { description: 'When it was done, today at the latest. 办结日期' })
  doneOn!: string;

  @Field(() => String, { description: 'What there is to say. 说明' })
  note!: string;

  @Field(() => [ID], { description: 'Ids of uploaded files that prove it, one at least. 凭证附件标识' })
  evidence!: string[];
}

/** A step that may have a word to it. */
@InputType({ description: 'A step that may have a word to it. 办理内容' })
export class CommitmentStepInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What there is to say. 说明' })
  reason?: string | null;
}

/** A step that needs its reason. */
@InputType({ description: 'A step that needs its reason. 办理内容及理由' })
export class CommitmentReasonInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;

  @Field(() => [ID], { nullable: true, description: 'Ids of uploaded files that prove it. 凭证附件标识' })
  evidence?: string[] | null;
}

/** A step that rests on a document. */
@InputType({ description: 'A step that rests on a document, with its reason. 办理文书及理由' })
export class CommitmentDocumentInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => String, { description: 'Number of the document. 文号' })
  document!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** Taking up what was urged. */
@InputType({ description: 'The owner takes up what was urged. 认领整改' })
export class TakeUpCommitmentInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => DateScalar, { description: 'The day until which it will be mended, within 30 days. 整改期限' })
  rectifyBy!: string;

  @Field(() => String, { description: 'How it will be mended. 整改措施' })
  plan!: string;
}

/** A change for the public interest: what is left out is refused by the rule that needs it. */
@InputType({
  description:
    'A change for the public interest: authority, procedure and compensation are all needed (Order 722, art. 31). 依法变更',
})
export class ChangeCommitmentInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => String, { description: 'The public interest that asks for it. 公共利益事由' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'The law that gives the authority. 法定权限依据' })
  authority?: string | null;

  @Field(() => String, { nullable: true, description: 'The document of the legal procedure. 法定程序文书' })
  procedure?: string | null;

  @Field(() => String, { nullable: true, description: 'How the beneficiary is compensated. 补偿方案' })
  compensation?: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Compensation in money. 补偿金额' })
  amount?: Money | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when it is due. 补偿期限' })
  compensateBy?: string | null;
}

/** Another office or post owns it. */
@InputType({
  description: 'Another office or post owns the promise; its day stays as it is. 责任主体变更（兑现期限不变）',
})
export class HandOverCommitmentInput {
  @Field(() => ID, { description: 'Id of the promise. 标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Code of the new owner; left out: the same. 新责任部门代码' })
  owner?: string | null;

  @Field(() => String, { nullable: true, description: 'The new post; left out: the same. 新责任岗位（不含个人姓名）' })
  ownerPost?: string | null;

  @Field(() => String, { description: 'Number of the document by which it is handed over. 移交文号' })
  document!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** Narrows a list of promises. */
@InputType({ description: 'Narrows a list of promises; all that is given must hold. 政策兑现筛选条件' })
export class CommitmentFilter {
  @Field(() => CommitmentState, { nullable: true, description: 'State. 状态' })
  state?: CommitmentState | null;

  @Field(() => BenefitKind, { nullable: true, description: 'Kind of the benefit. 事项类别' })
  kind?: BenefitKind | null;

  @Field(() => String, { nullable: true, description: 'Code of the department that must keep it. 责任部门代码' })
  owner?: string | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the beneficiary. 受益人统一社会信用代码' })
  beneficiary?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that await the viewer's act. 仅待本人办理" })
  awaitingMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of which an act is late. 仅逾期' })
  overdue?: boolean | null;
}
