import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { Objection } from './objection.entity.js';
import {
  DecideObjectionInput,
  FileObjectionInput,
  ReviewObjectionInput,
  UpholdObjectionInput,
} from './objection.inputs.js';
import { fileObjection, requestObjectionReview, withdrawObjection } from './objection.service.js';
import {
  dismissObjection,
  examineObjection,
  extendObjection,
  rejectObjection,
  resumeObjection,
  reviewObjection,
  upholdObjection,
} from './objection-decision.service.js';

const enterprises = only(role(Role.ENTERPRISE));
const officers = only(role(Role.DEPARTMENT));
const reviewers = only(role(Role.CREDIT_CENTRE));

const step = { description: 'The objection and what the step needs. 办理内容' };

/** The steps of an objection. */
@Resolver(() => Objection)
export class ObjectionStepResolver {
  @Access(enterprises)
  @Mutation(() => Objection, {
    description: 'The entity objects to a record about it: the mark appears at once. 提出异议',
  })
  fileObjection(
    @Arg('input', () => FileObjectionInput, { description: 'The record and what is wrong. 异议内容' })
    input: FileObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return fileObjection(context, input);
  }

  @Access(enterprises)
  @Mutation(() => Objection, { description: 'The objector withdraws the objection. 撤回异议' })
  withdrawObjection(
    @Arg('input', () => DecideObjectionInput, step) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return withdrawObjection(context, input);
  }

  @Access(enterprises)
  @Mutation(() => Objection, {
    description: 'The objector asks for the one review of a dismissal, with the reason. 申请复核',
  })
  requestObjectionReview(
    @Arg('input', () => DecideObjectionInput, step) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return requestObjectionReview(context, input);
  }

  @Access(reviewers)
  @Mutation(() => Objection, {
    description: 'The credit centre does not accept what is no objection, with the reason. 不予受理',
  })
  rejectObjection(
    @Arg('input', () => DecideObjectionInput, step) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return rejectObjection(context, input);
  }

  @Access(officers)
  @Mutation(() => Objection, {
    description: 'The provider has it tested or appraised, with the reason: the clock stands still. 检验、鉴定',
  })
  examineObjection(
    @Arg('input', () => DecideObjectionInput, step) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return examineObjection(context, input);
  }

  @Access(officers)
  @Mutation(() => Objection, { description: 'The examination has ended: the clock goes on. 恢复核实' })
  resumeObjection(
    @Arg('input', () => DecideObjectionInput, step) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return resumeObjection(context, input);
  }

  @Access(officers)
  @Mutation(() => Objection, { description: 'The provider takes more time, once, with the reason. 延长核实期限' })
  extendObjection(
    @Arg('input', () => DecideObjectionInput, step) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return extendObjection(context, input);
  }

  @Access(officers)
  @Mutation(() => Objection, {
    description: 'The provider upholds the objection; the record is dealt with at once. 异议成立',
  })
  upholdObjection(
    @Arg('input', () => UpholdObjectionInput, {
      description: 'What was found, and what becomes of the record. 处理内容',
    })
    input: UpholdObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return upholdObjection(context, input);
  }

  @Access(officers)
  @Mutation(() => Objection, {
    description: 'The provider dismisses the objection, with reason and evidence. 异议不成立',
  })
  dismissObjection(
    @Arg('input', () => DecideObjectionInput, step) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return dismissObjection(context, input);
  }

  @Access(reviewers)
  @Mutation(() => Objection, { description: 'The credit centre decides the review: upheld, publicity stops. 复核' })
  reviewObjection(
    @Arg('input', () => ReviewObjectionInput, { description: 'The decision. 复核决定' }) input: ReviewObjectionInput,
    @Ctx() context: Context,
  ): Promise<Objection> {
    return reviewObjection(context, input);
  }
}
