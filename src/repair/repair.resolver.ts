import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.js';
import { anyone, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { attachmentsOf } from '../attachments/attachment.reads.js';
import { caseKey } from '../attachments/case-key.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CaseDocument } from '../documents/case-document.entity.js';
import { documentsOf } from '../documents/case-document.reads.js';
import { Refusal } from '../messages/refusal.js';
import { Delivery } from '../propagation/delivery.entity.js';
import { deliveriesOfChange } from '../propagation/propagation.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { mayKnow } from '../records/record-case.rules.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { caseDeadline, resultDeadline, timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { Deadline } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { RepairFilter } from './repair.inputs.js';
import { repairApplications } from './repair.reads.js';
import { everythingSaid, guardsOf, partyOf } from './repair.rules.js';
import { repairWorkflow } from './repair.workflow.js';
import { RepairApplication } from './repair-application.entity.js';
import { repairCase } from './repair-case.js';
import { eligibilityOf, RepairEligibility } from './repair-eligibility.js';
import { factsForRepair, refusedBefore } from './repair-eligibility.reads.js';
import { proofsShown, RepairProof } from './repair-proof.js';

const RepairApplicationConnection = connectionType('RepairApplication', RepairApplication);

const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));

const narrows = { nullable: true, description: 'Narrows the list. 筛选条件' };

/** Questions about credit repair. */
@Resolver(() => RepairApplication)
export class RepairResolver {
  @Access(readers)
  @Query(() => RepairEligibility, {
    description:
      'Whether a record can be repaired by now, and exactly what is missing: for its entity, its determining unit, the credit centre and the supervisor. 信用修复条件核查',
  })
  async repairEligibility(
    @Arg('record', () => ID, { description: 'Id of the record. 记录标识' }) id: string,
    @Ctx() context: Context,
  ): Promise<RepairEligibility> {
    const record = isUuid(id) ? await context.load(recordById, id) : null;
    if (!record) throw new Refusal('RECORD_UNKNOWN');
    if (!mayKnow(context.viewer, { uscc: record.uscc, providerCode: record.item.providerCode })) {
      throw new Refusal('REPAIR_RECORD_NOT_YOURS');
    }
    const entity = (await context.load(entityById, record.entityId))!;
    return eligibilityOf(context, record, entity, await factsForRepair(context.em, context, record));
  }

  @Access(readers)
  @Query(() => RepairApplication, {
    nullable: true,
    description: 'An application for repair by its id or number, if it exists for the viewer. 信用修复申请查询',
  })
  repairApplication(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<RepairApplication | null> {
    return repairApplications.by(context, id);
  }

  @Access(readers)
  @Query(() => RepairApplicationConnection, {
    description: 'Applications for repair that the viewer may know of, newest first. 信用修复申请列表',
  })
  repairApplications(
    @Arg('filter', () => RepairFilter, narrows) filter: RepairFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<RepairApplication>> {
    const { unit: provider, ...narrowed } = filter ?? {};
    return repairApplications.page(context, { ...narrowed, provider }, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The applicant. 申请人' })
  entity(@Root() { entityId }: RepairApplication, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The unit that determined the dishonesty. 认定单位' })
  unit(@Root() { providerCode }: RepairApplication, @Ctx() context: Context): Department {
    return context.reference(departments).get(providerCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record as it stands; null for whoever may not know of it any more. 相关记录',
  })
  record(@Root() { recordId }: RepairApplication, @Ctx() context: Context): Promise<RecordRow | null> {
    return context.load(recordById, recordId);
  }

  @Access(anyone)
  @FieldResolver(() => [RepairProof], { description: 'The proof of performance. 履行义务证明' })
  async proofs(@Root() application: RepairApplication, @Ctx() context: Context): Promise<RepairProof[]> {
    return proofsShown(
      context,
      application,
      await context.load(attachmentsOf, caseKey(repairCase.code, application.id)),
    );
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when the next act is due. 办理期限' })
  deadline(@Root() application: RepairApplication, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, repairCase, application);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description:
      'By when the applicant must have the result; null while the applicant supplements, and afterwards. 反馈期限',
  })
  resultDeadline(@Root() application: RepairApplication, @Ctx() context: Context): Deadline | null {
    return resultDeadline(repairCase, application, context);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() application: RepairApplication, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, repairWorkflow, application);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  async availableSteps(@Root() application: RepairApplication, @Ctx() context: Context): Promise<StepChoice[]> {
    const party = partyOf(context.viewer, application);
    if (party === null) return [];
    const record = await context.load(recordById, application.recordId);
    const contested = record?.disputed === true || (await context.load(refusedBefore, application.recordId));
    const { today, language } = context;
    const guards = guardsOf({
      application,
      hindrances: [],
      contested,
      today,
      said: everythingSaid,
      allAcknowledged: false,
    });
    const { state, history } = application;
    return stepChoices(repairWorkflow, { state, party, guards, history }, language);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'What was issued: decisions and notices. 文书' })
  documents(@Root() { id }: RepairApplication, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(repairCase.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => [Delivery], {
    description: 'Which systems were told of the repair, and which have not yet acknowledged. 同步更新回执',
  })
  async propagation(@Root() { changeId }: RepairApplication, @Ctx() context: Context): Promise<Delivery[]> {
    return changeId === null ? [] : context.load(deliveriesOfChange, changeId);
  }
}

/** The applications of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityRepairResolver {
  @Access(
    only(
      ownEntity<EntityRow>(({ uscc }) => uscc),
      role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => RepairApplicationConnection, {
    nullable: true,
    description: 'Its applications for repair that the viewer may know of, newest first. 信用修复申请',
  })
  repairApplications(
    @Root() { id }: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<RepairApplication>> {
    return repairApplications.page(context, {}, { first: count, after: cursor }, id);
  }
}
