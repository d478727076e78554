import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CorrectionState } from './correction.workflow.js';

/** What a provider can find. */
export enum CorrectionOutcome {
  CORRECTED = 'CORRECTED',
  CONFIRMED = 'CONFIRMED',
}
registerEnumType(CorrectionOutcome, {
  name: 'CorrectionOutcome',
  description: 'What a provider found: State Council Order 809, art. 26. 校核结果',
  valuesConfig: {
    CORRECTED: { description: 'The data were wrong; a new version of the record says what is right. 已更正' },
    CONFIRMED: { description: 'The data are right. 经核实无误' },
  },
});

/** Doubts about a shared record. */
@InputType({ description: 'Doubts about a shared record (State Council Order 809, art. 26). 校核申请' })
export class RequestCorrectionInput {
  @Field(() => String, { description: 'Code of the catalogue item. 目录代码' })
  itemCode!: string;

  @Field(() => ID, { description: 'Id of the record. 记录标识' })
  record!: string;

  @Field(() => String, { nullable: true, description: 'Key of the field; none: the whole record. 存疑数据项' })
  field?: string | null;

  @Field(() => String, { description: 'What is wrong with it. 校核理由' })
  statement!: string;

  @Field(() => String, { nullable: true, description: 'What proves it. 佐证材料' })
  evidence?: string | null;
}

/** What the provider found. */
@InputType({ description: 'What the provider found (State Council Order 809, art. 26). 校核答复' })
export class AnswerCorrectionInput {
  @Field(() => ID, { description: 'Id of the request to check. 校核申请标识' })
  id!: string;

  @Field(() => CorrectionOutcome, { description: 'The outcome. 校核结果' })
  outcome!: CorrectionOutcome;

  @Field(() => String, { description: 'What was found. 核实说明' })
  explanation!: string;
}

/** Narrows a list of corrections; all that is given must hold. */
@InputType({ description: 'Narrows a list of checks of shared data; all that is given must hold. 校核筛选条件' })
export class CorrectionFilter {
  @Field(() => CorrectionState, { nullable: true, description: 'State. 状态' })
  state?: CorrectionState | null;

  @Field(() => String, { nullable: true, description: 'Code of the catalogue item. 目录代码' })
  item?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department that asked. 需求部门代码' })
  requester?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department whose data it is. 提供部门代码' })
  provider?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that await the viewer's answer. 仅待本部门办理" })
  awaitingMe?: boolean | null;
}
