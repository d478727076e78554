import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { QuestionState } from './question.workflow.js';

/** Which reading is questioned, and what is asked. */
@InputType({ description: 'Which reading is questioned, and what is asked. 提出质询' })
export class QuestionReadingInput {
  @Field(() => ID, { description: 'The reading. 查询留痕标识' })
  reading!: string;

  @Field(() => String, { description: 'What is asked, up to 2,000 characters. 质询内容' })
  question!: string;
}

/** What is said to a question. */
@InputType({ description: 'What is said to a question: its answer, its referral or the finding. 质询答复、转办或结论' })
export class ReadingQuestionInput {
  @Field(() => ID, { description: 'The question. 质询标识' })
  question!: string;

  @Field(() => String, { description: 'What is said, up to 2,000 characters. 内容' })
  statement!: string;
}

/** Which readings are told later, until when and on what basis. */
@InputType({ description: "The supervisor's readings of a case are told only after a day. 暂缓告知" })
export class DeferReadingsInput {
  @Field(() => String, { description: 'Number of the case, as stated in Credit-Case. 案号' })
  caseNumber!: string;

  @Field(() => DateScalar, { description: 'Last day on which they are not told: within 180 days. 暂缓至' })
  until!: string;

  @Field(() => String, { description: 'The law and the decision on which it rests. 依据' })
  basis!: string;
}

/** Narrows a list of questions; all that is given must hold. */
@InputType({ description: 'Narrows a list of questions; all that is given must hold. 质询筛选条件' })
export class ReadingQuestionFilter {
  @Field(() => QuestionState, { nullable: true, description: 'Where they stand. 状态' })
  state?: QuestionState | null;
}
