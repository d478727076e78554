import { Field, ID, InputType, Int } from 'type-graphql';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { ToleranceState } from './tolerance.states.js';

/** Tolerance as a clerk uses it. */
@InputType({ description: 'An application from which supplementary material is missing. 容缺受理登记' })
export class UseToleranceInput {
  @Field(() => UsccScalar, { description: 'Code of the applicant. 申请人统一社会信用代码' })
  uscc!: string;

  @Field(() => ID, { description: 'Code of the service item. 事项代码' })
  serviceItem!: string;

  @Field(() => String, {
    description: 'Number of the case at the department, each once, 64 characters at most. 部门办件编号',
  })
  caseNumber!: string;

  @Field(() => [String], {
    description: 'Codes of the materials that are missing: all of them, since the applicant is told once. 所缺材料代码',
  })
  missing!: string[];
}

/** A step that may have a word to it. */
@InputType({ description: 'A step that may have a word to it. 办理内容' })
export class ToleranceStepInput {
  @Field(() => ID, { description: 'Id of the tolerant acceptance. 标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What there is to say. 说明' })
  reason?: string | null;
}

/** A step that needs its reason. */
@InputType({ description: 'A step that needs its reason. 办理内容及理由' })
export class ToleranceReasonInput {
  @Field(() => ID, { description: 'Id of the tolerant acceptance. 标识' })
  id!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** A material that is supplied. */
@InputType({ description: 'A material that is supplied: as a file, or at the counter. 补正材料' })
export class SuppliedMaterialInput {
  @Field(() => String, { description: 'Code of the material. 材料代码' })
  code!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the uploaded file. 附件标识' })
  attachment?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'It was handed over at the counter: only the clerk says so. 窗口递交',
  })
  atCounter?: boolean | null;
}

/** What is supplied, in parts or all at once. */
@InputType({ description: 'What is supplied of the missing material, in parts or all at once. 补正容缺材料' })
export class SupplyMaterialInput {
  @Field(() => ID, { description: 'Id of the tolerant acceptance. 标识' })
  id!: string;

  @Field(() => [SuppliedMaterialInput], { description: 'The materials. 材料' })
  materials!: SuppliedMaterialInput[];
}

/** What is not valid of what was supplied. */
@InputType({ description: 'What is not valid of what was supplied, with the reason. 退回补正' })
export class RejectMaterialInput extends ToleranceReasonInput {
  @Field(() => [String], { description: 'Codes of the materials. 材料代码' })
  materials!: string[];
}

/** More time because of force majeure. */
@InputType({ description: 'More time because of force majeure: once, with evidence. 不可抗力延期申请' })
export class AskToleranceExtensionInput extends ToleranceReasonInput {
  @Field(() => Int, {
    description: 'How many working days more, 10 at most, counted from the day on which it is granted. 延期工作日数',
  })
  workingDays!: number;

  @Field(() => [ID], { description: 'Ids of uploaded files that prove it, one at least. 证明附件标识' })
  evidence!: string[];
}

/** Something supplied was false. */
@InputType({ description: 'Something supplied was false: with reason and evidence. 材料虚假认定' })
export class VoidToleranceInput extends ToleranceReasonInput {
  @Field(() => [ID], { description: 'Ids of uploaded files that prove it, one at least. 证据附件标识' })
  evidence!: string[];
}

/** Narrows a list of tolerant acceptances; all that is given must hold. */
@InputType({ description: 'Narrows a list of tolerant acceptances; all that is given must hold. 容缺受理筛选条件' })
export class TolerantAcceptanceFilter {
  @Field(() => ToleranceState, { nullable: true, description: 'State. 状态' })
  state?: ToleranceState | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the applicant. 申请人统一社会信用代码' })
  applicant?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of the service item. 事项代码' })
  serviceItem?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department. 办理部门代码' })
  department?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that await the viewer's act. 仅待本方办理" })
  awaitingMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of which the act due now is late. 仅逾期' })
  overdue?: boolean | null;
}
