import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { attachmentsOf } from '../attachments/attachment.reads.js';
import { caseKey } from '../attachments/case-key.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
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
import { PunishmentMeasure } from './punishment-measure.entity.js';
import { measureList } from './punishment-measure.reads.js';
import { Restriction } from './restriction.entity.js';
import { RestrictionFilter } from './restriction.inputs.js';
import { restrictionBy, restrictionsPage, sourceById, standingOf } from './restriction.reads.js';
import { isInForce, liftOf, partyOf } from './restriction.rules.js';
import { LiftCause } from './restriction.words.js';
import { restrictionWorkflow } from './restriction.workflow.js';
import { restrictionCase } from './restriction-case.js';
import { guardsIn, sourceOf } from './restriction-step.service.js';

const RestrictionConnection = connectionType('Restriction', Restriction);

const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));

/** Questions about the cases of restrictions. */
@Resolver(() => Restriction)
export class RestrictionResolver {
  @Access(readers)
  @Query(() => Restriction, {
    nullable: true,
    description: 'A restriction by its id or number, if its case exists for the caller. 失信惩戒事项查询',
  })
  restriction(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<Restriction | null> {
    return restrictionBy(context, id);
  }

  @Access(readers)
  @Query(() => RestrictionConnection, {
    description:
      'Restrictions of whose cases the caller may know: its own as an executing unit or as the entity, or all; newest first. 失信惩戒事项列表',
  })
  restrictionCases(
    @Arg('filter', () => RestrictionFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: RestrictionFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Restriction>> {
    return restrictionsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => PunishmentMeasure, { description: 'The measure of the national list. 惩戒措施' })
  measure(@Root() { measureCode, measureEdition }: Restriction, @Ctx() context: Context): PunishmentMeasure {
    return context.reference(measureList).of(measureCode, measureEdition);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that carries it out. 实施单位' })
  executingUnit(@Root() { executingUnitCode }: Restriction, @Ctx() context: Context): Department {
    return context.reference(departments).get(executingUnitCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The entity. 信用主体' })
  entity(@Root() { entityId }: Restriction, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record on which it rests; null for whoever may not know of it, or no longer. 来源记录',
  })
  record(@Root() { recordId }: Restriction, @Ctx() context: Context): Promise<RecordRow | null> {
    return context.load(recordById, recordId);
  }

  @Access(anyone)
  @FieldResolver(() => Boolean, {
    description:
      'Whether it is in force today: imposed, within its term, its record in force. Repair, withdrawal or expiry of the record lifts it, a revoked repair brings it back. 是否有效',
  })
  async inForce(@Root() restriction: Restriction, @Ctx() context: Context): Promise<boolean> {
    return isInForce(await standingOf(context, restriction), context.today);
  }

  @Access(anyone)
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Since when it is no longer in force; null: it is, or never was. 解除日期',
  })
  async liftedOn(@Root() restriction: Restriction, @Ctx() context: Context): Promise<Day | null> {
    return liftOf(await standingOf(context, restriction), context.today)?.on ?? null;
  }

  @Access(anyone)
  @FieldResolver(() => LiftCause, { nullable: true, description: 'Why it is no longer in force. 解除原因' })
  async liftedBecause(@Root() restriction: Restriction, @Ctx() context: Context): Promise<LiftCause | null> {
    return liftOf(await standingOf(context, restriction), context.today)?.because ?? null;
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when the next act is due. 办理期限' })
  deadline(@Root() restriction: Restriction, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, restrictionCase, restriction);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() restriction: Restriction, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, restrictionWorkflow, restriction);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  async availableSteps(@Root() restriction: Restriction, @Ctx() context: Context): Promise<StepChoice[]> {
    const { state, history, recordId } = restriction;
    const guards = guardsIn(context, restriction, sourceOf(context, await context.load(sourceById, recordId)));
    const party = partyOf(context.viewer, restriction);
    return stepChoices(restrictionWorkflow, { state, party, guards, history }, context.language);
  }

  @Access(anyone)
  @FieldResolver(() => [Attachment], { description: 'What the entity sent with its answer. 凭证' })
  attachments(@Root() { id }: Restriction, @Ctx() context: Context): Promise<Attachment[]> {
    return context.load(attachmentsOf, caseKey(restrictionCase.code, id));
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'What was issued: notice and decisions. 文书' })
  documents(@Root() { id }: Restriction, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(restrictionCase.code, id));
  }
}
