import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { attachmentsOf } from '../attachments/attachment.reads.js';
import { caseKey } from '../attachments/case-key.js';
import { DateScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { type Connection, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { DishonestyMeasure, measuresOf } from '../dishonesty/dishonesty-measure.js';
import { CaseDocument } from '../documents/case-document.entity.js';
import { documentsOf } from '../documents/case-document.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityById } from '../registry/legal-entity.reads.js';
import { caseDeadline, timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { Deadline } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { CommitmentFilter } from './commitment.inputs.js';
import { commitmentBy, commitmentsPage } from './commitment.reads.js';
import { everythingSaid, guardsOf, partyOf } from './commitment.rules.js';
import { CommitmentDimension } from './commitment.words.js';
import { commitmentWorkflow } from './commitment.workflow.js';
import { commitmentCase } from './commitment-case.js';
import { CommitmentConnection } from './commitment-lists.resolver.js';
import { CommitmentStatistic } from './commitment-statistic.js';
import { commitmentStatistics } from './commitment-statistic.reads.js';
import { PolicyCommitment } from './policy-commitment.entity.js';

const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.ARREARS_ADMIN, Role.SUPERVISOR));

/** Questions about policy promises. */
@Resolver(() => PolicyCommitment)
export class CommitmentResolver {
  @Access(readers)
  @Query(() => PolicyCommitment, {
    nullable: true,
    description: 'A promise by its id or number, if it exists for the viewer. 政策兑现事项查询',
  })
  commitment(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment | null> {
    return commitmentBy(context, id);
  }

  @Access(readers)
  @Query(() => CommitmentConnection, {
    description: 'Promises that the viewer may know of, newest first. 政策兑现事项列表',
  })
  commitments(
    @Arg('filter', () => CommitmentFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: CommitmentFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PolicyCommitment>> {
    return commitmentsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @Query(() => [CommitmentStatistic], {
    description: 'How promises are kept, by department or kind, as of the end of a day. 政策兑现统计',
  })
  commitmentStatistics(
    @Arg('by', () => CommitmentDimension, { description: 'By what they are counted. 统计维度' })
    by: CommitmentDimension,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; left out: today. 统计截止日' })
    asOf: string | null,
    @Ctx() context: Context,
  ): Promise<CommitmentStatistic[]> {
    return commitmentStatistics(context, by, asOf);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that promised; it never changes. 承诺部门' })
  promisor(@Root() { promisorCode }: PolicyCommitment, @Ctx() context: Context): Department {
    return context.reference(departments).get(promisorCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that must keep it by now. 责任部门' })
  owner(@Root() { ownerCode }: PolicyCommitment, @Ctx() context: Context): Department {
    return context.reference(departments).get(ownerCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'To whom it was promised. 受益人' })
  beneficiary(@Root() { entityId }: PolicyCommitment, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when the next act is due. 办理期限' })
  deadline(@Root() commitment: PolicyCommitment, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, commitmentCase, commitment);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() commitment: PolicyCommitment, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, commitmentWorkflow, commitment);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  availableSteps(@Root() commitment: PolicyCommitment, @Ctx() { viewer, today, language }: Context): StepChoice[] {
    const { state, history } = commitment;
    const guards = guardsOf({ commitment, named: null, viewer, today, said: everythingSaid(today, commitment) });
    return stepChoices(commitmentWorkflow, { state, party: partyOf(viewer, commitment), guards, history }, language);
  }

  @Access(anyone)
  @FieldResolver(() => [Attachment], { description: 'The evidence. 凭证' })
  attachments(@Root() { id }: PolicyCommitment, @Ctx() context: Context): Promise<Attachment[]> {
    return context.load(attachmentsOf, caseKey(commitmentCase.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'What was issued: urging, notice, finding. 文书' })
  documents(@Root() { id }: PolicyCommitment, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(commitmentCase.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record of the default; null where none was found, or for whoever may not know of it. 失信记录',
  })
  record(@Root() { findingRecordId }: PolicyCommitment, @Ctx() context: Context): Promise<RecordRow | null> | null {
    return findingRecordId === null ? null : context.load(recordById, findingRecordId);
  }

  @Access(anyone)
  @FieldResolver(() => [DishonestyMeasure], { description: 'The measures that the record bears. 失信惩戒措施' })
  measures(
    @Root() { findingRecordId }: PolicyCommitment,
    @Ctx() context: Context,
  ): Promise<DishonestyMeasure[]> | DishonestyMeasure[] {
    return findingRecordId === null ? [] : measuresOf(context, findingRecordId);
  }
}
