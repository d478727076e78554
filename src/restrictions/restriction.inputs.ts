import { Field, ID, InputType } from 'type-graphql';
import { Purpose } from '../access/purpose.js';
import { DateScalar } from '../calendar/scalars.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { RestrictionState } from './restriction.states.js';

/** A restriction that a department proposes. */
@InputType({ description: 'A measure of the national list that its executing department proposes. 拟采取失信惩戒措施' })
export class ProposeRestrictionInput {
  @Field(() => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' })
  uscc!: string;

  @Field(() => String, { description: 'Code of the measure, as in punishmentMeasures. 措施代码' })
  measure!: string;

  @Field(() => ID, {
    description: 'The record of the entity on which it rests: adverse, serious, in force, not disputed. 来源记录',
  })
  record!: string;

  @Field(() => String, { description: 'The rule that allows it in this case. 法律依据' })
  legalBasis!: string;

  @Field(() => String, { description: 'The facts, as the notice is to state them. 事实' })
  facts!: string;

  @Field(() => DateScalar, { description: 'The last day of its term, no later than the record is published. 期限' })
  until!: string;

  @Field(() => [Purpose], {
    nullable: true,
    description: 'Matters for which it is to count, of those of the measure; left out: all of them. 适用事项',
  })
  matters?: Purpose[] | null;
}

/** The entity's answer to a notice. */
@InputType({ description: "The entity's statement and defence after a notice. 陈述申辩" })
export class AnswerRestrictionInput {
  @Field(() => ID, { description: 'Id of the restriction. 标识' })
  id!: string;

  @Field(() => String, { description: 'What the entity says. 陈述申辩内容' })
  statement!: string;

  @Field(() => [ID], { nullable: true, description: 'Ids of uploaded files that prove it. 凭证附件标识' })
  evidence?: string[] | null;
}

/** A decision that needs no reason beyond the notice. */
@InputType({ description: 'The decision to impose what was notified. 实施决定' })
export class ImposeRestrictionInput {
  @Field(() => ID, { description: 'Id of the restriction. 标识' })
  id!: string;

  @Field(() => String, {
    description: 'What was made of the answer, or that there was none: it stands in the decision. 陈述申辩采纳情况',
  })
  reason!: string;
}

/** A decision against a restriction, or against its going on. */
@InputType({ description: 'A decision with its reason. 决定及理由' })
export class RestrictionReasonInput {
  @Field(() => ID, { description: 'Id of the restriction. 标识' })
  id!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** Narrows a list of restrictions; all that is given must hold. */
@InputType({ description: 'Narrows a list of restrictions; all that is given must hold. 筛选条件' })
export class RestrictionFilter {
  @Field(() => RestrictionState, { nullable: true, description: 'State. 状态' })
  state?: RestrictionState | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the entity. 统一社会信用代码' })
  entity?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the measure. 措施代码' })
  measure?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the executing department. 实施单位代码' })
  executingUnit?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those in force today, or only the others. 是否有效' })
  inForce?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that await the viewer's act. 仅待本人办理" })
  awaitingMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of which an act is late. 仅逾期' })
  overdue?: boolean | null;
}
