import { Field, ID, InputType, Int } from 'type-graphql';
import { Purpose } from '../access/purpose.js';
import { DateScalar } from '../calendar/scalars.js';
import { DisputeDecision, SharingDecision, SharingEnding, SharingMethod } from './sharing.words.js';
import { SharingState } from './sharing.workflow.js';

const id = { description: 'Id of the request. 申请标识' };

/** What art. 20 of State Council Order 809 asks a request to state; what is left out can be supplied later. */
@InputType({ description: 'What a request states. 申请事项' })
abstract class SharingStatements {
  @Field(() => String, { nullable: true, description: 'On which law the data are used. 使用依据' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: 'In which scene they are used. 使用场景' })
  scene?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Keys of the fields that are needed by name, such as ID numbers in whole. 使用范围（数据项）',
  })
  fields?: string[] | null;

  @Field(() => SharingMethod, { nullable: true, description: 'How the data are handed over. 共享方式' })
  method?: SharingMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Term of use in days from the delivery; with `until` the earlier end counts. 使用时限（天）',
  })
  days?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of use. 使用时限（截止日）' })
  until?: string | null;
}

/** A request for an item of another department. */
@InputType({ description: 'A request for an item of another department (State Council Order 809, art. 20). 共享申请' })
export class RequestSharingInput extends SharingStatements {
  @Field(() => String, { description: 'Code of the catalogue item. 目录代码' })
  item!: string;

  @Field(() => Purpose, { description: 'For which purpose of the mandate. 使用目的' })
  purpose!: Purpose;

  @Field(() => String, {
    description: "Document by which the head of one's own data-sharing office approved (art. 11). 本部门审批文号",
  })
  approval!: string;
}

/** What was missing in a request. */
@InputType({ description: 'What was missing in a request; what is left out stays as it was. 补充材料' })
export class SupplementSharingInput extends SharingStatements {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, { nullable: true, description: 'A word with it. 说明' })
  note?: string | null;
}

/** The provider's answer. */
@InputType({ description: "The provider's answer (State Council Order 809, art. 21). 答复" })
export class DecideSharingInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => SharingDecision, { description: 'The answer. 答复' })
  decision!: SharingDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Why; of SUPPLEMENT: everything that is missing. Not needed to agree. 理由或缺项',
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The law on which it rests; needed to refuse. 依据' })
  basis?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Of EXTEND: document of the data authority's consent. 同意延期文号",
  })
  consent?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of AGREE: last day of use, earlier than asked. Of EXTEND: the new last day for the answer, at most ten working days more. 截止日',
  })
  until?: string | null;
}

/** The data are handed over. */
@InputType({ description: 'The data are handed over (State Council Order 809, art. 22). 交付' })
export class DeliverSharingInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Interface, batch or file by which it was done. 交付方式说明' })
  delivery?: string | null;
}

/** The use of shared data pauses, goes on or ends. */
@InputType({ description: 'The use pauses, goes on or ends (State Council Order 809, art. 27). 结束或暂停' })
export class EndSharingInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => SharingEnding, { description: 'How. 方式' })
  how!: SharingEnding;

  @Field(() => String, { nullable: true, description: 'Why; needed to suspend and to terminate. 理由' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'What proves it. 凭证' })
  evidence?: string | null;
}

/** Shared data were disposed of. */
@InputType({ description: 'Shared data were disposed of (State Council Order 809, art. 27). 销毁处置' })
export class DisposeSharedInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, { description: 'What proves it, such as the number of the record of disposal. 销毁处置凭证' })
  evidence!: string;
}

/** A refusal or a silence is disputed. */
@InputType({ description: 'A refusal or a silence is disputed (State Council Order 809, art. 28). 提请争议协调' })
export class DisputeSharingInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, { description: 'Why the data ought to be shared. 理由' })
  statement!: string;
}

/** The data authority decides a dispute. */
@InputType({ description: 'The data authority decides a dispute (State Council Order 809, art. 28). 争议处理' })
export class SettleSharingDisputeInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => DisputeDecision, { description: 'The decision. 决定' })
  decision!: DisputeDecision;

  @Field(() => String, { nullable: true, description: 'Why; needed to uphold. 理由' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'The law on which it rests; needed to uphold. 依据' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision. 决定文号' })
  document?: string | null;
}

/** A report about the use of shared data. */
@InputType({ description: 'A report about the use of shared data (State Council Order 809, art. 29). 使用情况填报' })
export class ReportSharingUseInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, { description: 'In which scene the data were used. 使用场景' })
  scene!: string;

  @Field(() => String, { description: 'What came of it. 应用成效' })
  result!: string;

  @Field(() => String, { description: 'Where and how they are kept. 存储情况' })
  storage!: string;

  @Field(() => String, { nullable: true, description: 'What was disposed of, and how. 销毁情况' })
  disposal?: string | null;
}

/** Narrows a list of sharing requests; all that is given must hold. */
@InputType({ description: 'Narrows a list of sharing requests; all that is given must hold. 共享申请筛选条件' })
export class SharingFilter {
  @Field(() => SharingState, { nullable: true, description: 'State. 状态' })
  state?: SharingState | null;

  @Field(() => String, { nullable: true, description: 'Code of the catalogue item. 目录代码' })
  item?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department that asks. 需求部门代码' })
  requester?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department whose data it is. 提供部门代码' })
  provider?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those of which the next act is the viewer's. 仅待本部门办理",
  })
  awaitingMe?: boolean | null;
}
