import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CreditProfile } from '../profile/profile.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { caseDeadline, timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { Deadline } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { factsById } from './fast-track.reads.js';
import { standsAgainst, termsOf, unmet } from './fast-track.rules.js';
import { opposed } from './fast-track.service.js';
import { ofItsSides, toClerks } from './fast-track-access.js';
import { FastTrackReason } from './fast-track-decision.js';
import { FastTrackRule } from './fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { FastTrackGrant, GrantObjection } from './grant.entity.js';
import { GrantFastTrackInput, GrantFilter, GrantObjectionInput, RenounceGrantInput } from './grant.inputs.js';
import { type GrantRow, grantBy, grantsOfEntity, grantsPage, standingOf } from './grant.reads.js';
import { guardsOf, partyOf } from './grant.rules.js';
import {
  dismissGrantObjection,
  grantFastTrack,
  objectToGrant,
  renounceGrant,
  upholdGrantObjection,
} from './grant.service.js';
import { GrantState } from './grant.states.js';
import { grantWorkflow } from './grant.workflow.js';
import { grantCase } from './grant-case.js';

const GrantConnection = connectionType('FastTrackGrant', FastTrackGrant);

const decides = { description: 'The grant and the reason. 资格及理由' };

/** Grants of the fast track: what is said of them, and the few steps that people take. */
@Resolver(() => FastTrackGrant)
export class GrantResolver {
  @Access(anyone)
  @Query(() => FastTrackGrant, {
    nullable: true,
    description: 'A grant by its id or number, if it exists for the viewer. 资格查询',
  })
  fastTrackGrant(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<GrantRow | null> {
    return grantBy(context, id);
  }

  @Access(anyone)
  @Query(() => GrantConnection, {
    description:
      'Grants, newest first: to anybody those that are announced or in force, to clerks, holders and the credit centre also what became of others. 资格公示与查询',
  })
  fastTrackGrants(
    @Arg('filter', () => GrantFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: GrantFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<GrantRow>> {
    return grantsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(only(role(Role.DEPARTMENT)))
  @Mutation(() => FastTrackGrant, {
    description:
      'A department proposes a grant for its own matters, under a rule; announced for 5 working days, it comes into force by itself. 部门提出资格',
  })
  grantFastTrack(
    @Arg('input', () => GrantFastTrackInput, { description: 'Whose, by which rule, for what. 资格内容' })
    input: GrantFastTrackInput,
    @Ctx() context: Context,
  ): Promise<FastTrackGrant> {
    return grantFastTrack(context, input);
  }

  @Access(only(role(Role.DEPARTMENT, Role.ENTERPRISE)))
  @Mutation(() => FastTrackGrant, {
    description:
      'Somebody else objects: a department at any time, which suspends it at once, an enterprise while it is announced. 提出异议',
  })
  objectToGrant(
    @Arg('input', () => GrantObjectionInput, decides) input: GrantObjectionInput,
    @Ctx() context: Context,
  ): Promise<FastTrackGrant> {
    return objectToGrant(context, input);
  }

  @Access(only(role(Role.CREDIT_CENTRE)))
  @Mutation(() => FastTrackGrant, {
    description: 'The objection does not hold: the grant goes on as the rules say. 异议不成立',
  })
  dismissGrantObjection(
    @Arg('input', () => GrantObjectionInput, decides) input: GrantObjectionInput,
    @Ctx() context: Context,
  ): Promise<FastTrackGrant> {
    return dismissGrantObjection(context, input);
  }

  @Access(only(role(Role.CREDIT_CENTRE)))
  @Mutation(() => FastTrackGrant, { description: 'The objection holds: it is not granted, or lost. 异议成立' })
  upholdGrantObjection(
    @Arg('input', () => GrantObjectionInput, decides) input: GrantObjectionInput,
    @Ctx() context: Context,
  ): Promise<FastTrackGrant> {
    return upholdGrantObjection(context, input);
  }

  @Access(only(role(Role.ENTERPRISE)))
  @Mutation(() => FastTrackGrant, { description: 'The holder does not want it. 放弃资格' })
  renounceGrant(
    @Arg('input', () => RenounceGrantInput, { description: 'Which. 资格' }) input: RenounceGrantInput,
    @Ctx() context: Context,
  ): Promise<FastTrackGrant> {
    return renounceGrant(context, input);
  }

  @Access(anyone)
  @FieldResolver(() => GrantState, {
    description: 'Where it stands at this very moment: records decide, not the clock. 状态',
  })
  state(@Root() grant: GrantRow, @Ctx() context: Context): Promise<GrantState> {
    return standingOf(context, grant);
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'Whose it is. 守信主体' })
  entity(@Root() { entityId }: GrantRow, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => FastTrackRule, { description: 'By which rule it is earned. 规则' })
  rule(@Root() { ruleCode }: GrantRow, @Ctx() { reference }: Context): FastTrackRule {
    return reference(fastTrackRules).get(ruleCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The department that proposed it; null: the rule did. 提出部门',
  })
  proposer(@Root() { proposerCode }: GrantRow, @Ctx() { reference }: Context): Department | null {
    return proposerCode === null ? null : reference(departments).get(proposerCode)!;
  }

  @Access(
    toClerks<FastTrackGrant>(
      'against',
      ({ entityId }) => entityId,
      ({ uscc }) => uscc,
    ),
  )
  @FieldResolver(() => [FastTrackReason], {
    nullable: true,
    description: 'What stands against it by now; nothing: it is earned. 不利情形',
  })
  async against(@Root() grant: GrantRow, @Ctx() context: Context): Promise<FastTrackReason[]> {
    const facts = await context.load(factsById, grant.entityId);
    const terms = termsOf(grant, context.reference(fastTrackRules));
    return [...standsAgainst(facts), ...unmet(facts, terms)].map((reason) => opposed(reason, facts, context.language));
  }

  @Access(ofItsSides)
  @FieldResolver(() => GrantObjection, { nullable: true, description: 'The last objection. 最近一次异议' })
  objection(@Root() { objection }: GrantRow): GrantObjection | null {
    return objection;
  }

  @Access(ofItsSides)
  @FieldResolver(() => [CaseStep], { nullable: true, description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() grant: GrantRow, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, grantWorkflow, grant);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: 'Until when it is announced, an objection is to be decided, or it holds. 期限',
  })
  deadline(@Root() grant: GrantRow, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, grantCase, grant);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  async availableSteps(@Root() grant: GrantRow, @Ctx() context: Context): Promise<StepChoice[]> {
    const { viewer, today, language } = context;
    const facts = await context.load(factsById, grant.entityId);
    const terms = termsOf(grant, context.reference(fastTrackRules));
    const guards = guardsOf({ grant, facts, terms, viewer, reason: '…', today });
    const { state, history } = grant;
    return stepChoices(grantWorkflow, { state, party: partyOf(viewer, grant), guards, history }, language);
  }
}

/** The grants of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityGrantsResolver {
  @Access(anyone)
  @FieldResolver(() => [FastTrackGrant], {
    description: 'Its grants of the fast track that the viewer may know of, newest first. 绿色通道与容缺受理资格',
  })
  grants(@Root() { id }: EntityRow, @Ctx() context: Context): Promise<GrantRow[]> {
    return context.load(grantsOfEntity, id);
  }
}

/** The grants of an entity, in its profile. */
@Resolver(() => CreditProfile)
export class ProfileGrantsResolver {
  @Access(anyone)
  @FieldResolver(() => [FastTrackGrant], {
    nullable: true,
    description:
      'Its grants of the fast track, as they stand now, that the viewer may know of; of a past moment null. 绿色通道与容缺受理资格',
  })
  grants(@Root() { entity, moment }: CreditProfile, @Ctx() context: Context): Promise<GrantRow[]> | null {
    return moment === null ? context.load(grantsOfEntity, entity.id) : null;
  }
}
