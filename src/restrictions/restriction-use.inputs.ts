import { Field, ID, InputType } from 'type-graphql';
import { Purpose } from '../access/purpose.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { RestrictionOutcome } from './restriction.words.js';

/** What came of asking about an entity at a counter. */
@InputType({ description: 'What came of asking about an entity at a counter. 应用反馈' })
export class ReportRestrictionUseInput {
  @Field(() => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' })
  uscc!: string;

  @Field(() => Purpose, { description: 'The matter; the department must have the task. 办理事项' })
  matter!: Purpose;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the restriction, as the check showed it; left out: there was none. 惩戒措施标识',
  })
  restriction?: string | null;

  @Field(() => String, { description: "Number of the department's own case, 100 characters at most. 办件编号" })
  caseNumber!: string;

  @Field(() => RestrictionOutcome, {
    description: 'What came of it: NONE_FOUND exactly where no restriction is named. 应用结果',
  })
  outcome!: RestrictionOutcome;

  @Field(() => String, { nullable: true, description: 'What is to be added; a reason for NOT_APPLIED. 说明' })
  note?: string | null;
}

/** Narrows a list of uses; all that is given must hold. */
@InputType({ description: 'Narrows a list of uses of restrictions; all that is given must hold. 筛选条件' })
export class RestrictionUseFilter {
  @Field(() => UsccScalar, { nullable: true, description: 'Code of the entity. 统一社会信用代码' })
  entity?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department that reported. 反馈部门代码' })
  department?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the restriction. 惩戒措施标识' })
  restriction?: string | null;

  @Field(() => Purpose, { nullable: true, description: 'The matter. 办理事项' })
  matter?: Purpose | null;

  @Field(() => RestrictionOutcome, { nullable: true, description: 'What came of it. 应用结果' })
  outcome?: RestrictionOutcome | null;
}
