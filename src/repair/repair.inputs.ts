import { Field, ID, InputType } from 'type-graphql';
import { RepairRevocationGround } from './repair.words.js';
import { RepairState } from './repair.workflow.js';

/** Proof that a duty was performed. */
@InputType({
  description:
    'Proof that a duty was performed: a file, or a document that a department holds and that is fetched from it. 履行义务证明',
})
export class RepairProofInput {
  @Field(() => String, { description: 'What it proves, such as the payment of the fine. 证明事项' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Id of a file that was sent to /attachments. 附件标识' })
  attachment?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department that holds the document. 持有部门' })
  heldBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Its number there. 文号' })
  number?: string | null;
}

/** The public commitment that every applicant signs. */
@InputType({ description: 'The commitment: repairEligibility tells its text (NDRC Order 36). 信用修复承诺' })
export class RepairCommitmentInput {
  @Field(() => Boolean, { description: 'Whether the text is accepted as it stands. 是否同意承诺内容' })
  accepts!: boolean;

  @Field(() => String, { description: 'Who signs it for the entity. 签署人' })
  signedBy!: string;
}

/** An application for repair. */
@InputType({ description: 'An application for the repair of one record (NDRC Order 36). 信用修复申请' })
export class ApplyForRepairInput {
  @Field(() => ID, { description: 'Id of the record. 记录标识' })
  record!: string;

  @Field(() => [RepairProofInput], { description: 'Proof that every duty was performed, at least one. 履行义务证明' })
  proofs!: RepairProofInput[];

  @Field(() => RepairCommitmentInput, { description: 'The signed commitment. 信用修复承诺' })
  commitment!: RepairCommitmentInput;

  @Field(() => String, { nullable: true, description: 'What there is to say of it. 申请说明' })
  statement?: string | null;
}

/** What was missing of an application. */
@InputType({ description: 'What was missing of an application. 补正材料' })
export class SupplyRepairInput {
  @Field(() => ID, { description: 'Id of the application. 申请标识' })
  id!: string;

  @Field(() => [RepairProofInput], { description: 'The proof, at least one. 补正的证明材料' })
  proofs!: RepairProofInput[];

  @Field(() => String, { nullable: true, description: 'What there is to say of it. 补正说明' })
  statement?: string | null;
}

/** A step of an application; which of the fields it needs, each mutation says. */
@InputType({ description: 'A step of an application for repair; each mutation says what it needs. 信用修复办理' })
export class DecideRepairInput {
  @Field(() => ID, { description: 'Id of the application. 申请标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The reason. 理由' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The law or document that it rests on. 依据' })
  basis?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Of requestRepairSupplement: everything that is missing. 需补正事项',
  })
  missing?: string[] | null;

  @Field(() => RepairRevocationGround, { nullable: true, description: 'Of revokeRepair: why. 撤销事由' })
  ground?: RepairRevocationGround | null;
}

/** What the credit centre says to the proposal of a unit. */
@InputType({ description: 'What the credit centre says to the proposal in a contested case. 争议事项复核' })
export class CountersignRepairInput {
  @Field(() => ID, { description: 'Id of the application. 申请标识' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it agrees; otherwise the case goes back to the unit. 是否同意' })
  agrees!: boolean;

  @Field(() => String, { nullable: true, description: 'The reason, of a case that goes back. 理由' })
  reason?: string | null;
}

/** Narrows a list of applications; all that is given must hold. */
@InputType({ description: 'Narrows a list of applications for repair; all that is given must hold. 信用修复筛选条件' })
export class RepairFilter {
  @Field(() => RepairState, { nullable: true, description: 'State. 状态' })
  state?: RepairState | null;

  @Field(() => ID, { nullable: true, description: 'Id of the record. 记录标识' })
  record?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the determining unit. 认定单位代码' })
  unit?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that await the viewer's act. 仅待本人办理" })
  awaitingMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of which an act is late. 仅逾期' })
  overdue?: boolean | null;
}
