import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
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
import { Deadline } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { rowsOf } from '../workflow/workflow.js';
import { deadlineOfRequest } from './sharing.deadline.js';
import { SharingFilter } from './sharing.inputs.js';
import { sharingRequestById, sharingRequestsPage, stepsOf, usesPage } from './sharing.reads.js';
import { everythingStated, guardsOf, missingIn, partyOf } from './sharing.rules.js';
import { SharingStatement } from './sharing.words.js';
import { sharingWorkflow } from './sharing.workflow.js';
import { SharingRequest } from './sharing-request.entity.js';
import { SharingStep } from './sharing-step.entity.js';
import { SharingUse } from './sharing-use.entity.js';

const SharingRequestConnection = connectionType('SharingRequest', SharingRequest);
const SharingUseConnection = connectionType('SharingUse', SharingUse);

const readers = only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));

/** A refusal or a silence before the data authority, and what it decided. */
@ObjectType({ simpleResolvers: true, description: 'A dispute before the data authority. 共享争议' })
class SharingDispute {
  @Access(anyone)
  @Field(() => SharingStep, { description: 'How it was brought. 提请' })
  brought!: SharingStep;

  @Access(anyone)
  @Field(() => SharingStep, { nullable: true, description: 'How it was settled; null while it is open. 处理决定' })
  settled!: SharingStep | null;
}

/** Questions about sharing between departments. */
@Resolver(() => SharingRequest)
export class SharingResolver {
  @Access(readers)
  @Query(() => SharingRequest, {
    nullable: true,
    description:
      'A sharing request, for its two departments, the data authority, the credit centre and the supervisor; for others there is none. 共享申请',
  })
  async sharingRequest(
    @Arg('id', () => ID, { description: 'Its id. 标识' }) id: string,
    @Ctx() context: Context,
  ): Promise<SharingRequest | null> {
    return isUuid(id) ? sharingRequestById(context, id) : null;
  }

  @Access(readers)
  @Query(() => SharingRequestConnection, {
    description: 'Sharing requests that the viewer may know of, newest first. 共享申请列表',
  })
  sharingRequests(
    @Arg('filter', () => SharingFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: SharingFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<SharingRequest>> {
    return sharingRequestsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that asks. 需求部门' })
  requester(@Root() { requesterCode }: SharingRequest, @Ctx() context: Context): Department {
    return context.reference(departments).get(requesterCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department whose data it is. 提供部门' })
  provider(@Root() { providerCode }: SharingRequest, @Ctx() context: Context): Department {
    return context.reference(departments).get(providerCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => CatalogueItem, {
    description: 'The edition of the item that was in force when it was asked for. 目录项',
  })
  item(@Root() { itemId }: SharingRequest, @Ctx() context: Context): Item {
    return context.reference(catalogue).edition(itemId);
  }

  @Access(anyone)
  @FieldResolver(() => [SharingStatement], {
    description: 'What it does not state yet; told once, never a reason to refuse outright. 缺少的申请事项',
  })
  missing(@Root() request: SharingRequest): SharingStatement[] {
    return missingIn(request);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: 'By when the next act is due, with the arithmetic; in use: the last day of use. 办理期限',
  })
  deadline(@Root() request: SharingRequest, @Ctx() { reference, today }: Context): Deadline | null {
    return deadlineOfRequest(request, reference(catalogue), reference(workingDays), today);
  }

  @Access(anyone)
  @FieldResolver(() => [SharingStep], { description: 'Every step that was taken, in order. 办理记录' })
  steps(@Root() request: SharingRequest, @Ctx() context: Context): Promise<SharingStep[]> {
    return context.load(stepsOf, request);
  }

  @Access(anyone)
  @FieldResolver(() => SharingDispute, {
    nullable: true,
    description: 'The dispute about it, if there was one (State Council Order 809, art. 28). 争议',
  })
  async dispute(@Root() request: SharingRequest, @Ctx() context: Context): Promise<SharingDispute | null> {
    const steps = await context.load(stepsOf, request);
    const brought = steps.find(({ step }) => step === 'dispute');
    const settled = steps.find(({ by }) => by === 'AUTHORITY') ?? null;
    return brought ? { brought, settled } : null;
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], {
    description:
      'The steps that the viewer can take now; what a step needs to be stated with it is not looked at. 可办理步骤',
  })
  async availableSteps(@Root() request: SharingRequest, @Ctx() context: Context): Promise<StepChoice[]> {
    const { viewer, today, language } = context;
    const history = (await context.load(stepsOf, request)).map(({ step }) => step);
    const guards = guardsOf({ request, stated: everythingStated, history, today });
    const situation = { state: request.state, party: partyOf(viewer, request), guards, history };
    return stepChoices(sharingWorkflow, situation, language);
  }

  @Access(anyone)
  @FieldResolver(() => SharingUseConnection, {
    description: 'What the requester reported about its use, newest first. 使用情况记录',
  })
  uses(
    @Root() request: SharingRequest,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<SharingUse>> {
    return usesPage(context, request, { first: count, after: cursor });
  }
}

/** What a step rests on, and whose it was. */
@Resolver(() => SharingStep)
export class SharingStepResolver {
  @Access(anyone)
  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The department that took it; null: the credit centre or the platform itself. 办理部门',
  })
  department(@Root() { departmentCode }: SharingStep, @Ctx() context: Context): Department | null {
    return departmentCode === null ? null : context.reference(departments).get(departmentCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => String, { description: 'The article that provides for the step. 步骤依据' })
  law(@Root() { step }: SharingStep): string {
    return rowsOf(sharingWorkflow).find((row) => row.step === step)!.basis;
  }
}
