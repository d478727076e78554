import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { caseKey } from '../attachments/case-key.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { CaseDocument } from '../documents/case-document.entity.js';
import { documentsOf } from '../documents/case-document.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { Screening } from './screening.entity.js';
import { EndScreeningInput, ScreeningFilter, ScreenRecordsInput } from './screening.inputs.js';
import { screeningBy, screeningsPage } from './screening.reads.js';
import { courtCode, guardsOf, partyOf } from './screening.rules.js';
import { completeScreening, restoreScreened, screenRecords } from './screening.service.js';
import { screeningWorkflow } from './screening.workflow.js';
import { screeningCase } from './screening-case.js';

const ScreeningConnection = connectionType('Screening', Screening);

const theCourt = departmentOf('the court', () => courtCode);
const deciders = only(theCourt, role(Role.CREDIT_CENTRE));
const readers = only(theCourt, role(Role.ENTERPRISE, Role.CREDIT_CENTRE, Role.SUPERVISOR));

/** Temporary screening in bankruptcy. */
@Resolver(() => Screening)
export class ScreeningResolver {
  @Access(deciders)
  @Mutation(() => Screening, {
    description:
      'Screens the adverse records of an entity whose plan a court has approved: those determined up to the ruling, at once. 暂时屏蔽',
  })
  screenRecords(
    @Arg('input', () => ScreenRecordsInput, { description: 'The ruling. 裁定内容' }) input: ScreenRecordsInput,
    @Ctx() context: Context,
  ): Promise<Screening> {
    return screenRecords(context, input);
  }

  @Access(deciders)
  @Mutation(() => Screening, {
    description: 'The plan was performed: the records stay repaired; the entity is to be rated anew. 计划执行完毕',
  })
  completeScreening(
    @Arg('input', () => EndScreeningInput, { description: 'The document and the reason. 终结内容' })
    input: EndScreeningInput,
    @Ctx() context: Context,
  ): Promise<Screening> {
    return completeScreening(context, input);
  }

  @Access(deciders)
  @Mutation(() => Screening, {
    description: 'The plan was not performed: the records stand again, save what was withdrawn meanwhile. 恢复失信信息',
  })
  restoreScreened(
    @Arg('input', () => EndScreeningInput, { description: 'The document and the reason. 终结内容' })
    input: EndScreeningInput,
    @Ctx() context: Context,
  ): Promise<Screening> {
    return restoreScreened(context, input);
  }

  @Access(readers)
  @Query(() => Screening, {
    nullable: true,
    description: 'A screening by its id or number, if it exists for the viewer. 暂时屏蔽查询',
  })
  screening(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<Screening | null> {
    return screeningBy(context, id);
  }

  @Access(readers)
  @Query(() => ScreeningConnection, {
    description: 'Screenings that the viewer may know of, newest first. 暂时屏蔽列表',
  })
  screenings(
    @Arg('filter', () => ScreeningFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: ScreeningFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Screening>> {
    return screeningsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The entity that performs the plan. 信用主体' })
  entity(@Root() { entityId }: Screening, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() screening: Screening, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, screeningWorkflow, screening);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  availableSteps(@Root() { state, history }: Screening, @Ctx() { viewer, today, language }: Context): StepChoice[] {
    // whatever a form can say is still to be said
    const guards = guardsOf({ ruling: null, document: '…', reason: '…', today });
    return stepChoices(screeningWorkflow, { state, party: partyOf(viewer), guards, history }, language);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'The notices that were issued. 文书' })
  documents(@Root() { id }: Screening, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(screeningCase.code, id));
  }
}

/** The screenings of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityScreeningsResolver {
  @Access(
    only(
      ownEntity<EntityRow>(({ uscc }) => uscc),
      theCourt,
      role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => ScreeningConnection, {
    nullable: true,
    description: 'The screenings of its records in bankruptcy, newest first. 破产重整（和解）暂时屏蔽',
  })
  screenings(
    @Root() { uscc }: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Screening>> {
    return screeningsPage(context, { entity: uscc }, { first: count, after: cursor });
  }
}
