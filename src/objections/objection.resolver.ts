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
import { Objection } from './objection.entity.js';
import { ObjectionFilter } from './objection.inputs.js';
import { objections } from './objection.reads.js';
import { everythingSaid, guardsOf, partyOf } from './objection.rules.js';
import { objectionWorkflow } from './objection.workflow.js';
import { objectionCase } from './objection-case.js';

const ObjectionConnection = connectionType('Objection', Objection);

const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));

/** Questions about objections. */
@Resolver(() => Objection)
export class ObjectionResolver {
  @Access(readers)
  @Query(() => Objection, {
    nullable: true,
    description: 'An objection by its id or number, if it exists for the viewer. 异议查询',
  })
  objection(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<Objection | null> {
    return objections.by(context, id);
  }

  @Access(readers)
  @Query(() => ObjectionConnection, {
    description: 'Objections that the viewer may know of, newest first. 异议列表',
  })
  objections(
    @Arg('filter', () => ObjectionFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: ObjectionFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Objection>> {
    return objections.page(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The objector. 异议人' })
  entity(@Root() { entityId }: Objection, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that provided the record. 提供单位' })
  provider(@Root() { providerCode }: Objection, @Ctx() context: Context): Department {
    return context.reference(departments).get(providerCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record as it stands; null for whoever may not know of it any more. 相关记录',
  })
  record(@Root() { recordId }: Objection, @Ctx() context: Context): Promise<RecordRow | null> {
    return context.load(recordById, recordId);
  }

  @Access(anyone)
  @FieldResolver(() => [Attachment], { description: 'The files that prove it. 证据附件' })
  attachments(@Root() { id }: Objection, @Ctx() context: Context): Promise<Attachment[]> {
    return context.load(attachmentsOf, caseKey(objectionCase.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when the next act is due. 办理期限' })
  deadline(@Root() objection: Objection, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, objectionCase, objection);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() objection: Objection, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, objectionWorkflow, objection);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  availableSteps(@Root() objection: Objection, @Ctx() { viewer, today, language }: Context): StepChoice[] {
    const guards = guardsOf({ objection, hindrance: null, said: everythingSaid, today });
    const { state, history } = objection;
    return stepChoices(objectionWorkflow, { state, party: partyOf(viewer, objection), guards, history }, language);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'What was issued. 文书' })
  documents(@Root() { id }: Objection, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(objectionCase.code, id));
  }
}

/** The objections of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityObjectionsResolver {
  @Access(
    only(
      ownEntity<EntityRow>(({ uscc }) => uscc),
      role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => ObjectionConnection, {
    nullable: true,
    description: 'Its objections that the viewer may know of, newest first. 异议',
  })
  objections(
    @Root() { id }: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Objection>> {
    return objections.page(context, {}, { first: count, after: cursor }, id);
  }
}
