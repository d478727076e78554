import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { Restriction } from './restriction.entity.js';
import {
  AnswerRestrictionInput,
  ImposeRestrictionInput,
  ProposeRestrictionInput,
  RestrictionReasonInput,
} from './restriction.inputs.js';
import { proposeRestriction } from './restriction.service.js';
import {
  answerRestrictionNotice,
  dropRestriction,
  imposeRestriction,
  liftRestriction,
} from './restriction-step.service.js';

const officers = only(role(Role.DEPARTMENT));

const step = { description: 'The restriction and what the step needs. 办理内容' };

/** The steps by which a restriction is notified, answered, imposed and lifted. */
@Resolver(() => Restriction)
export class RestrictionStepResolver {
  @Access(officers)
  @Mutation(() => Restriction, {
    description:
      'The executing department proposes a measure of the national list on a serious record; the written notice is issued with it. 拟采取失信惩戒措施并告知',
  })
  proposeRestriction(
    @Arg('input', () => ProposeRestrictionInput, { description: 'The measure, the record, the facts. 拟采取的措施' })
    input: ProposeRestrictionInput,
    @Ctx() context: Context,
  ): Promise<Restriction> {
    return proposeRestriction(context, input);
  }

  @Access(only(role(Role.ENTERPRISE)))
  @Mutation(() => Restriction, {
    description: 'The entity answers the notice, within 5 working days; silence is no consent. 陈述申辩',
  })
  answerRestrictionNotice(
    @Arg('input', () => AnswerRestrictionInput, step) input: AnswerRestrictionInput,
    @Ctx() context: Context,
  ): Promise<Restriction> {
    return answerRestrictionNotice(context, input);
  }

  @Access(officers)
  @Mutation(() => Restriction, {
    description:
      'Another officer of the executing unit than the one who proposed it imposes it, by a written decision. 决定实施惩戒措施',
  })
  imposeRestriction(
    @Arg('input', () => ImposeRestrictionInput, step) input: ImposeRestrictionInput,
    @Ctx() context: Context,
  ): Promise<Restriction> {
    return imposeRestriction(context, input);
  }

  @Access(officers)
  @Mutation(() => Restriction, {
    description: 'Another officer of the executing unit decides against it, with the reason. 决定不予实施',
  })
  dropRestriction(
    @Arg('input', () => RestrictionReasonInput, step) input: RestrictionReasonInput,
    @Ctx() context: Context,
  ): Promise<Restriction> {
    return dropRestriction(context, input);
  }

  @Access(officers)
  @Mutation(() => Restriction, {
    description: 'The executing unit lifts it before its term, with the reason. 提前解除惩戒措施',
  })
  liftRestriction(
    @Arg('input', () => RestrictionReasonInput, step) input: RestrictionReasonInput,
    @Ctx() context: Context,
  ): Promise<Restriction> {
    return liftRestriction(context, input);
  }
}
