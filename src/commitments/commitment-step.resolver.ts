import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import {
  ChangeCommitmentInput,
  ClaimCommitmentInput,
  CommitmentDoneInput,
  CommitmentProgressInput,
  CommitmentReasonInput,
  CommitmentStepInput,
  HandOverCommitmentInput,
  RegisterCommitmentInput,
} from './commitment.inputs.js';
import { claimCommitment, registerCommitment } from './commitment.service.js';
import { changeCommitment, reportCommitmentCompensation } from './commitment-change.service.js';
import {
  confirmCommitment,
  handOverCommitment,
  refuteCommitment,
  reportCommitmentProgress,
  reportFulfilment,
} from './commitment-performance.service.js';
import { PolicyCommitment } from './policy-commitment.entity.js';

const registrars = only(role(Role.DEPARTMENT, Role.ARREARS_ADMIN));
const enterprises = only(role(Role.ENTERPRISE));
const officers = only(role(Role.DEPARTMENT));

const step = { description: 'The promise and what the step needs. 办理内容' };

/** The steps by which a promise is registered, kept, changed and handed over. */
@Resolver(() => PolicyCommitment)
export class CommitmentStepResolver {
  @Access(registrars)
  @Mutation(() => PolicyCommitment, {
    description: 'A department registers its own promise, an administrator any. 登记政策承诺',
  })
  registerCommitment(
    @Arg('input', () => RegisterCommitmentInput, { description: 'The promise. 承诺内容' })
    input: RegisterCommitmentInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return registerCommitment(context, input);
  }

  @Access(enterprises)
  @Mutation(() => PolicyCommitment, {
    description: 'An enterprise claims a promise that was made to it, with evidence. 申报政策兑现',
  })
  claimCommitment(
    @Arg('input', () => ClaimCommitmentInput, { description: 'The promise. 承诺内容' }) input: ClaimCommitmentInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return claimCommitment(context, input);
  }

  @Access(officers)
  @Mutation(() => PolicyCommitment, { description: 'The owner reports how far the promise is kept. 报告兑现进展' })
  reportCommitmentProgress(
    @Arg('input', () => CommitmentProgressInput, step) input: CommitmentProgressInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return reportCommitmentProgress(context, input);
  }

  @Access(officers)
  @Mutation(() => PolicyCommitment, {
    description:
      'The owner reports that all of it is kept, with evidence; only the beneficiary confirms it. 报告已兑现',
  })
  reportFulfilment(
    @Arg('input', () => CommitmentDoneInput, step) input: CommitmentDoneInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return reportFulfilment(context, input);
  }

  @Access(enterprises)
  @Mutation(() => PolicyCommitment, {
    description: 'The beneficiary confirms that it is kept, or that its change is compensated. 受益人确认',
  })
  confirmCommitment(
    @Arg('input', () => CommitmentStepInput, step) input: CommitmentStepInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return confirmCommitment(context, input);
  }

  @Access(enterprises)
  @Mutation(() => PolicyCommitment, {
    description: 'The beneficiary says that what was reported is not so. 受益人否认',
  })
  refuteCommitment(
    @Arg('input', () => CommitmentReasonInput, step) input: CommitmentReasonInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return refuteCommitment(context, input);
  }

  @Access(officers)
  @Mutation(() => PolicyCommitment, {
    description: 'The owner proposes a change for the public interest. 申请依法变更',
  })
  changeCommitment(
    @Arg('input', () => ChangeCommitmentInput, step) input: ChangeCommitmentInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return changeCommitment(context, input);
  }

  @Access(officers)
  @Mutation(() => PolicyCommitment, {
    description: 'The owner reports that the beneficiary was compensated, with evidence. 报告已补偿',
  })
  reportCommitmentCompensation(
    @Arg('input', () => CommitmentDoneInput, step) input: CommitmentDoneInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return reportCommitmentCompensation(context, input);
  }

  @Access(registrars)
  @Mutation(() => PolicyCommitment, {
    description: 'Another office or post owns it; its day stays as it is. 责任主体变更',
  })
  handOverCommitment(
    @Arg('input', () => HandOverCommitmentInput, step) input: HandOverCommitmentInput,
    @Ctx() context: Context,
  ): Promise<PolicyCommitment> {
    return handOverCommitment(context, input);
  }
}
