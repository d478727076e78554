import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import {
  CommitmentDocumentInput,
  CommitmentReasonInput,
  CommitmentStepInput,
  ConfirmCommitmentAuthorityInput,
  InvalidateCommitmentInput,
  TakeUpCommitmentInput,
} from './commitment.inputs.js';
import { approveCommitmentChange, refuseCommitmentChange } from './commitment-change.service.js';
import {
  answerCommitmentNotice,
  confirmCommitmentAuthority,
  findCommitmentDefault,
  invalidateCommitment,
  proposeCommitmentFinding,
  rejectCommitmentFinding,
  takeUpCommitment,
  urgeCommitment,
} from './commitment-supervision.service.js';
import { PolicyCommitment } from './policy-commitment.entity.js';

const officers = only(role(Role.DEPARTMENT));
const administrators = only(role(Role.ARREARS_ADMIN));
const authorities = only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE));

const step = { description: 'The promise and what the step needs. 办理内容' };

/** The steps by which promises are checked, urged and found in default. */
@Resolver(() => PolicyCommitment)
export class CommitmentSupervisionResolver {
  @Access(administrators)
  @Mutation(() => PolicyCommitment, { description: 'It was lawful and within authority. 核查认定有效' })
  confirmCommitmentAuthority(
    @Arg('input', () => ConfirmCommitmentAuthorityInput, step) input: ConfirmCommitmentAuthorityInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return confirmCommitmentAuthority(context, input);
  }

  @Access(administrators)
  @Mutation(() => PolicyCommitment, {
    description: 'It was beyond authority or unlawful; how trust is made good is stated. 核查认定无效',
  })
  invalidateCommitment(
    @Arg('input', () => InvalidateCommitmentInput, step) input: InvalidateCommitmentInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return invalidateCommitment(context, input);
  }

  @Access(administrators)
  @Mutation(() => PolicyCommitment, { description: 'Urges the owner of what is overdue, in writing. 督办' })
  urgeCommitment(
    @Arg('input', () => CommitmentDocumentInput, step) input: CommitmentDocumentInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return urgeCommitment(context, input);
  }

  @Access(officers)
  @Mutation(() => PolicyCommitment, { description: 'The owner takes up what was urged and states the day. 认领整改' })
  takeUpCommitment(
    @Arg('input', () => TakeUpCommitmentInput, step) input: TakeUpCommitmentInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return takeUpCommitment(context, input);
  }

  @Access(administrators)
  @Mutation(() => PolicyCommitment, {
    description: 'Proposes that default be found; the owner is told in writing. 拟认定失信',
  })
  proposeCommitmentFinding(
    @Arg('input', () => CommitmentReasonInput, step) input: CommitmentReasonInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return proposeCommitmentFinding(context, input);
  }

  @Access(officers)
  @Mutation(() => PolicyCommitment, { description: 'The owner answers the notice. 陈述申辩' })
  answerCommitmentNotice(
    @Arg('input', () => CommitmentReasonInput, step) input: CommitmentReasonInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return answerCommitmentNotice(context, input);
  }

  @Access(authorities)
  @Mutation(() => PolicyCommitment, {
    description: 'The authority finds default: the record and its measures are in force at once. 认定违约失信',
  })
  findCommitmentDefault(
    @Arg('input', () => ConfirmCommitmentAuthorityInput, step) input: ConfirmCommitmentAuthorityInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return findCommitmentDefault(context, input);
  }

  @Access(authorities)
  @Mutation(() => PolicyCommitment, {
    description: 'The authority rejects the proposal: the owner is urged anew. 不予认定',
  })
  rejectCommitmentFinding(
    @Arg('input', () => CommitmentReasonInput, step) input: CommitmentReasonInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return rejectCommitmentFinding(context, input);
  }

  @Access(administrators)
  @Mutation(() => PolicyCommitment, { description: 'The change is lawful; compensation is due. 同意变更' })
  approveCommitmentChange(
    @Arg('input', () => CommitmentStepInput, step) input: CommitmentStepInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return approveCommitmentChange(context, input);
  }

  @Access(administrators)
  @Mutation(() => PolicyCommitment, { description: 'The change is refused: the promise stands. 不同意变更' })
  refuseCommitmentChange(
    @Arg('input', () => CommitmentReasonInput, step) input: CommitmentReasonInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return refuseCommitmentChange(context, input);
  }
}
