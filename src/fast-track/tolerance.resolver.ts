import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { attachmentsOf } from '../attachments/attachment.reads.js';
import { caseKey } from '../attachments/case-key.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CaseDocument } from '../documents/case-document.entity.js';
import { documentsOf } from '../documents/case-document.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { caseDeadline, timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { Deadline } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { FastTrackGrant } from './grant.entity.js';
import { type GrantRow, grantById } from './grant.reads.js';
import { ServiceItem } from './service-item.entity.js';
import { serviceItem } from './service-item.reads.js';
import { TolerantAcceptanceFilter } from './tolerance.inputs.js';
import { signatureOf, tolerantAcceptanceBy, tolerantAcceptancesPage } from './tolerance.reads.js';
import { everythingSaid, guardsOf, partyOf } from './tolerance.rules.js';
import { toleranceWorkflow } from './tolerance.workflow.js';
import { toleranceCase } from './tolerance-case.js';
import { ToleranceCommitment } from './tolerance-parts.js';
import { TolerantAcceptance } from './tolerant-acceptance.entity.js';

const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));

/** A page of tolerant acceptances. */
const TolerantAcceptanceConnection = connectionType('TolerantAcceptance', TolerantAcceptance);

/** Questions about tolerant acceptances. */
@Resolver(() => TolerantAcceptance)
export class ToleranceResolver {
  @Access(readers)
  @Query(() => TolerantAcceptance, {
    nullable: true,
    description: 'A tolerant acceptance by its id or number, if it exists for the viewer. 容缺受理查询',
  })
  tolerantAcceptance(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance | null> {
    return tolerantAcceptanceBy(context, id);
  }

  @Access(readers)
  @Query(() => TolerantAcceptanceConnection, {
    description: 'Tolerant acceptances that the viewer may know of, newest first. 容缺受理列表',
  })
  tolerantAcceptances(
    @Arg('filter', () => TolerantAcceptanceFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: TolerantAcceptanceFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<TolerantAcceptance>> {
    return tolerantAcceptancesPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'Who applied. 申请人' })
  applicant(@Root() { entityId }: TolerantAcceptance, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => ServiceItem, { description: 'What was applied for. 政务服务事项' })
  serviceItem(@Root() { serviceItemCode }: TolerantAcceptance, @Ctx() context: Context): ServiceItem {
    return serviceItem(context, serviceItemCode);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that handles it. 办理部门' })
  department(@Root() { departmentCode }: TolerantAcceptance, @Ctx() context: Context): Department {
    return context.reference(departments).get(departmentCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => FastTrackGrant, {
    nullable: true,
    description: 'The grant under which it was used; null for whoever may not know of it by now. 所依据的资格',
  })
  grant(@Root() { grantId }: TolerantAcceptance, @Ctx() context: Context): Promise<GrantRow | null> {
    return context.load(grantById, grantId);
  }

  @Access(anyone)
  @FieldResolver(() => ToleranceCommitment, { description: 'What is promised, and whether it is signed. 承诺书' })
  async commitment(@Root() acceptance: TolerantAcceptance, @Ctx() context: Context): Promise<ToleranceCommitment> {
    const { commitmentCode: code, commitmentText: text } = acceptance;
    const signature = await context.load(signatureOf, acceptance);
    return { code, text, signedAt: signature?.signedAt ?? null, supplyBy: signature?.supplyBy ?? null };
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: 'By when the next act is due, with the arithmetic. 办理期限',
  })
  deadline(@Root() acceptance: TolerantAcceptance, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, toleranceCase, acceptance);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() acceptance: TolerantAcceptance, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, toleranceWorkflow, acceptance);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  availableSteps(@Root() acceptance: TolerantAcceptance, @Ctx() { viewer, today, language }: Context): StepChoice[] {
    const { state, history } = acceptance;
    const guards = guardsOf({ acceptance, today, said: everythingSaid });
    return stepChoices(toleranceWorkflow, { state, party: partyOf(viewer, acceptance), guards, history }, language);
  }

  @Access(anyone)
  @FieldResolver(() => [Attachment], { description: 'Material and evidence. 材料与证明附件' })
  attachments(@Root() { id }: TolerantAcceptance, @Ctx() context: Context): Promise<Attachment[]> {
    return context.load(attachmentsOf, caseKey(toleranceCase.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'What was issued: notice, commitment, acceptance. 文书' })
  documents(@Root() { id }: TolerantAcceptance, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(toleranceCase.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description:
      'The record of the commitment, kept or broken; null: open, or for whoever may not know of it. 承诺履行记录',
  })
  record(@Root() { recordId }: TolerantAcceptance, @Ctx() context: Context): Promise<RecordRow | null> | null {
    return recordId === null ? null : context.load(recordById, recordId);
  }
}

/** The tolerant acceptances of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityToleranceResolver {
  @Access(
    only(
      ownEntity<EntityRow>(({ uscc }) => uscc),
      role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => TolerantAcceptanceConnection, {
    nullable: true,
    description: 'Its tolerant acceptances, newest first; to a department those that it handles. 容缺受理事项',
  })
  tolerantAcceptances(
    @Root() { uscc }: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<TolerantAcceptance>> {
    return tolerantAcceptancesPage(context, { applicant: uscc }, { first: count, after: cursor });
  }
}
