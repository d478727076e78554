import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import { CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { asTold, Deadline, deadlineIn } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { Correction } from './correction.entity.js';
import { AnswerCorrectionInput, CorrectionFilter, RequestCorrectionInput } from './correction.inputs.js';
import { correctionById, correctionsPage, versionNow } from './correction.reads.js';
import { guardsOf, partyOf } from './correction.rules.js';
import { answerCorrection, requestCorrection } from './correction.service.js';
import { correctionWorkflow } from './correction.workflow.js';

const CorrectionConnection = connectionType('Correction', Correction);

const readers = only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));
const officers = only(role(Role.DEPARTMENT));

/** Checks of shared data. */
@Resolver(() => Correction)
export class CorrectionResolver {
  @Access(officers)
  @Mutation(() => Correction, {
    description: 'A department that can see a record asks its provider to check it. 提出校核申请',
  })
  requestCorrection(
    @Arg('input', () => RequestCorrectionInput, { description: 'The doubts. 校核申请' }) input: RequestCorrectionInput,
    @Ctx() context: Context,
  ): Promise<Correction> {
    return requestCorrection(context, input);
  }

  @Access(officers)
  @Mutation(() => Correction, { description: 'The provider answers what it found. 校核反馈' })
  answerCorrection(
    @Arg('input', () => AnswerCorrectionInput, { description: 'The answer. 答复' }) input: AnswerCorrectionInput,
    @Ctx() context: Context,
  ): Promise<Correction> {
    return answerCorrection(context, input);
  }

  @Access(readers)
  @Query(() => Correction, {
    nullable: true,
    description:
      'A check of shared data, for its two departments, the credit centre and the supervisor; for others there is none. 校核申请',
  })
  async correction(
    @Arg('id', () => ID, { description: 'Its id. 标识' }) id: string,
    @Ctx() context: Context,
  ): Promise<Correction | null> {
    return isUuid(id) ? correctionById(context, id) : null;
  }

  @Access(readers)
  @Query(() => CorrectionConnection, {
    description: 'Checks of shared data that the viewer may know of, newest first. 校核申请列表',
  })
  corrections(
    @Arg('filter', () => CorrectionFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: CorrectionFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Correction>> {
    return correctionsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that asked. 需求部门' })
  requester(@Root() { requesterCode }: Correction, @Ctx() context: Context): Department {
    return context.reference(departments).get(requesterCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department whose data it is. 提供部门' })
  provider(@Root() { providerCode }: Correction, @Ctx() context: Context): Department {
    return context.reference(departments).get(providerCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => CatalogueItem, { description: 'The item that the record is of. 目录项' })
  item(@Root() { itemId }: Correction, @Ctx() context: Context): Item {
    return context.reference(catalogue).edition(itemId);
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record as it stands; null for whoever may not know of it. 相关记录',
  })
  record(@Root() { recordId }: Correction, @Ctx() context: Context): Promise<RecordRow | null> {
    return context.load(recordById, recordId);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when the answer is due. 办理期限' })
  deadline(@Root() correction: Correction, @Ctx() { reference, today }: Context): Deadline | null {
    const { state, startedOn, dueOn } = correction;
    if (startedOn === null || dueOn === null) return null;
    const deadline = deadlineIn(correctionWorkflow, { state, startedOn }, reference(workingDays), today);
    return asTold(deadline, dueOn, today);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  async availableSteps(@Root() correction: Correction, @Ctx() context: Context): Promise<StepChoice[]> {
    const party = partyOf(context.viewer, correction);
    if (party !== 'PROVIDER') return [];
    const guards = guardsOf(correction, await context.load(versionNow, correction.recordId), '…');
    return stepChoices(correctionWorkflow, { state: correction.state, party, guards, history: [] }, context.language);
  }
}
