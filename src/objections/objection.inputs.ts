import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { CorrectedFieldInput } from '../collection/amendment.inputs.js';
import { ObjectionGround, ObjectionRemedy } from './objection.words.js';
import { ObjectionState } from './objection.workflow.js';

/** An objection to a record. */
@InputType({ description: "An entity's objection to a record about it. 异议申请" })
export class FileObjectionInput {
  @Field(() => ID, { description: 'Id of the record. 记录标识' })
  record!: string;

  @Field(() => ObjectionGround, { description: 'What is wrong. 异议事由' })
  ground!: ObjectionGround;

  @Field(() => String, { nullable: true, description: 'Key of the field; none: the whole record. 异议数据项' })
  field?: string | null;

  @Field(() => String, { description: 'What is wrong with it. 异议内容' })
  statement!: string;

  @Field(() => String, { description: 'What proves it: documents, their numbers. 证据说明' })
  evidence!: string;

  @Field(() => [ID], { nullable: true, description: 'Ids of files that were sent to /attachments. 附件标识' })
  attachments?: string[] | null;
}

/** The provider upholds an objection. */
@InputType({ description: 'The provider upholds an objection and deals with the record. 异议成立处理' })
export class UpholdObjectionInput {
  @Field(() => ID, { description: 'Id of the objection. 异议标识' })
  id!: string;

  @Field(() => ObjectionRemedy, { description: 'What becomes of the record. 处理方式' })
  remedy!: ObjectionRemedy;

  @Field(() => String, { description: 'What was found. 核实结论' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'The law or document it rests on. 依据' })
  basis?: string | null;

  @Field(() => [CorrectedFieldInput], {
    nullable: true,
    description: 'Of CORRECT and SUPPLEMENT: the right values. 更正内容',
  })
  fields?: CorrectedFieldInput[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of WITHDRAW: the day on which the decision was changed, revoked or held void; none: today. 撤销日期',
  })
  revokedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Of WITHDRAW: the document that revoked it. 撤销文书' })
  document?: string | null;
}

/** A step of an objection; which of the fields it needs, each mutation says. */
@InputType({ description: 'A step of an objection; each mutation says what it needs. 异议办理' })
export class DecideObjectionInput {
  @Field(() => ID, { description: 'Id of the objection. 异议标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'What proves it. 证据' })
  evidence?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of files that were sent to /attachments. 附件标识' })
  attachments?: string[] | null;
}

/** The decision on review. */
@InputType({ description: 'The decision on the one review of a dismissal. 复核决定' })
export class ReviewObjectionInput {
  @Field(() => ID, { description: 'Id of the objection. 异议标识' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether the objection is upheld after all: publicity stops. 复核是否成立' })
  upholds!: boolean;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** Narrows a list of objections; all that is given must hold. */
@InputType({ description: 'Narrows a list of objections; all that is given must hold. 异议筛选条件' })
export class ObjectionFilter {
  @Field(() => ObjectionState, { nullable: true, description: 'State. 状态' })
  state?: ObjectionState | null;

  @Field(() => ID, { nullable: true, description: 'Id of the record. 记录标识' })
  record?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the providing department. 提供单位代码' })
  provider?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that await the viewer's act. 仅待本人办理" })
  awaitingMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of which an act is late. 仅逾期' })
  overdue?: boolean | null;
}
