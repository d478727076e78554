import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { ApplyForRepairInput, CountersignRepairInput, DecideRepairInput, SupplyRepairInput } from './repair.inputs.js';
import { applyForRepair, supplyRepairSupplement, withdrawRepair } from './repair.service.js';
import { RepairApplication } from './repair-application.entity.js';
import {
  acceptRepair,
  approveRepair,
  countersignRepair,
  extendRepair,
  refuseRepair,
  rejectRepair,
  requestRepairSupplement,
} from './repair-decision.service.js';
import { revokeRepair } from './repair-revocation.service.js';

const enterprises = only(role(Role.ENTERPRISE));
const officers = only(role(Role.DEPARTMENT));
const reviewers = only(role(Role.CREDIT_CENTRE));
const officersAndReviewers = only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE));

const step = { description: 'The application and what the step needs. 办理内容' };

/** The steps of an application for repair. */
@Resolver(() => RepairApplication)
export class RepairStepResolver {
  @Access(enterprises)
  @Mutation(() => RepairApplication, {
    description: 'The entity applies for the repair of one of its records. 申请信用修复',
  })
  applyForRepair(
    @Arg('input', () => ApplyForRepairInput, { description: 'Record, proof, commitment. 申请内容' })
    input: ApplyForRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return applyForRepair(context, input);
  }

  @Access(enterprises)
  @Mutation(() => RepairApplication, { description: 'The applicant supplies what was missing. 补正材料' })
  supplyRepairSupplement(
    @Arg('input', () => SupplyRepairInput, { description: 'The application and the proof. 补正内容' })
    input: SupplyRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return supplyRepairSupplement(context, input);
  }

  @Access(enterprises)
  @Mutation(() => RepairApplication, { description: 'The applicant withdraws the application. 撤回申请' })
  withdrawRepair(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return withdrawRepair(context, input);
  }

  @Access(officers)
  @Mutation(() => RepairApplication, {
    description: 'The determining unit tells once and completely what is missing, in "missing". 一次性告知补正',
  })
  requestRepairSupplement(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return requestRepairSupplement(context, input);
  }

  @Access(officers)
  @Mutation(() => RepairApplication, { description: 'The determining unit accepts the application. 受理' })
  acceptRepair(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return acceptRepair(context, input);
  }

  @Access(officers)
  @Mutation(() => RepairApplication, {
    description: 'The determining unit does not accept the application, with the reason. 不予受理',
  })
  rejectRepair(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return rejectRepair(context, input);
  }

  @Access(officers)
  @Mutation(() => RepairApplication, {
    description: 'The determining unit extends the time for its decision, once, with the reason. 延长审核期限',
  })
  extendRepair(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return extendRepair(context, input);
  }

  @Access(officers)
  @Mutation(() => RepairApplication, {
    description:
      'The determining unit approves: the record is repaired at once; of a contested case the credit centre must agree first. 准予修复',
  })
  approveRepair(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return approveRepair(context, input);
  }

  @Access(officers)
  @Mutation(() => RepairApplication, {
    description:
      'The determining unit refuses, with the reason; of a contested case the credit centre must agree first. 不予修复',
  })
  refuseRepair(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return refuseRepair(context, input);
  }

  @Access(reviewers)
  @Mutation(() => RepairApplication, {
    description:
      'The credit centre agrees to the proposal in a contested case, or sends it back with the reason. 争议事项复核',
  })
  countersignRepair(
    @Arg('input', () => CountersignRepairInput, { description: 'The application and the answer. 复核意见' })
    input: CountersignRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return countersignRepair(context, input);
  }

  @Access(officersAndReviewers)
  @Mutation(() => RepairApplication, {
    description:
      'Revokes a repair for "ground" and "reason": the record is restored, the broken commitment recorded, new applications barred. 撤销信用修复',
  })
  revokeRepair(
    @Arg('input', () => DecideRepairInput, step) input: DecideRepairInput,
    @Ctx() context: Context,
  ): Promise<RepairApplication> {
    return revokeRepair(context, input);
  }
}
