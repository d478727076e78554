import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { ScreeningState } from './screening.workflow.js';

/** The ruling on which the records of an entity are screened. */
@InputType({
  description:
    'The ruling on which the adverse records of an entity are screened: it approves a plan of reorganisation or a settlement. 批准重整计划（认可和解协议）裁定',
})
export class ScreenRecordsInput {
  @Field(() => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' })
  uscc!: string;

  @Field(() => String, { description: 'Number of the ruling. 裁定文号' })
  ruling!: string;

  @Field(() => DateScalar, { description: 'Day of the ruling, today at the latest. 裁定日期' })
  ruledOn!: string;

  @Field(() => String, { description: 'The court that ruled. 裁定法院' })
  court!: string;

  @Field(() => String, { nullable: true, description: 'What there is to say of it. 说明' })
  reason?: string | null;
}

/** The end of a screening. */
@InputType({ description: 'The end of a screening: the document and the reason. 暂时屏蔽终结' })
export class EndScreeningInput {
  @Field(() => ID, { description: 'Id of the screening. 标识' })
  id!: string;

  @Field(() => String, { description: 'The document that it rests on, such as a ruling. 文书文号' })
  document!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** Narrows a list of screenings. */
@InputType({ description: 'Narrows a list of screenings; all that is given must hold. 暂时屏蔽筛选条件' })
export class ScreeningFilter {
  @Field(() => ScreeningState, { nullable: true, description: 'State. 状态' })
  state?: ScreeningState | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the entity. 统一社会信用代码' })
  entity?: string | null;
}
