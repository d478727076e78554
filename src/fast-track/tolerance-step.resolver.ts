import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import {
  AskToleranceExtensionInput,
  RejectMaterialInput,
  SupplyMaterialInput,
  ToleranceReasonInput,
  ToleranceStepInput,
  UseToleranceInput,
  VoidToleranceInput,
} from './tolerance.inputs.js';
import { signToleranceCommitment, useTolerantAcceptance } from './tolerance.service.js';
import { confirmSupply, voidTolerance } from './tolerance-record.service.js';
import {
  askToleranceExtension,
  grantToleranceExtension,
  refuseToleranceExtension,
  rejectMaterial,
  supplyMissingMaterial,
  withdrawTolerance,
} from './tolerance-supply.service.js';
import { TolerantAcceptance } from './tolerant-acceptance.entity.js';

const officers = only(role(Role.DEPARTMENT));
const enterprises = only(role(Role.ENTERPRISE));
const parties = only(role(Role.ENTERPRISE, Role.DEPARTMENT));

const step = { description: 'The case and what the step needs. 办理内容' };

/** The steps of tolerant acceptances. */
@Resolver(() => TolerantAcceptance)
export class ToleranceStepResolver {
  @Access(officers)
  @Mutation(() => TolerantAcceptance, {
    description:
      'A clerk of the department offers tolerance: the applicant is told once of all that is missing. States the purpose FAST_TRACK. 启动容缺受理',
  })
  useTolerantAcceptance(
    @Arg('input', () => UseToleranceInput, step) input: UseToleranceInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return useTolerantAcceptance(context, input);
  }

  @Access(enterprises)
  @Mutation(() => TolerantAcceptance, {
    description: 'The applicant signs the commitment, once, and is accepted at once. 签署容缺受理承诺书',
  })
  signToleranceCommitment(
    @Arg('input', () => ToleranceStepInput, step) input: ToleranceStepInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return signToleranceCommitment(context, input);
  }

  @Access(parties)
  @Mutation(() => TolerantAcceptance, {
    description: 'The applicant or the clerk supplies what is missing, in parts or all at once. 补正容缺材料',
  })
  supplyMissingMaterial(
    @Arg('input', () => SupplyMaterialInput, step) input: SupplyMaterialInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return supplyMissingMaterial(context, input);
  }

  @Access(officers)
  @Mutation(() => TolerantAcceptance, {
    description:
      'The clerk finds what was supplied valid: the commitment is kept, and recorded for the applicant. 核验通过',
  })
  confirmSupply(
    @Arg('input', () => ToleranceStepInput, step) input: ToleranceStepInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return confirmSupply(context, input);
  }

  @Access(officers)
  @Mutation(() => TolerantAcceptance, {
    description: 'The clerk rejects what is not valid: it is missing again, the clock goes on. 退回补正',
  })
  rejectMaterial(
    @Arg('input', () => RejectMaterialInput, step) input: RejectMaterialInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return rejectMaterial(context, input);
  }

  @Access(enterprises)
  @Mutation(() => TolerantAcceptance, {
    description: 'The applicant asks for more time because of force majeure, once. 申请不可抗力延期',
  })
  askToleranceExtension(
    @Arg('input', () => AskToleranceExtensionInput, step) input: AskToleranceExtensionInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return askToleranceExtension(context, input);
  }

  @Access(officers)
  @Mutation(() => TolerantAcceptance, {
    description: 'The department grants the extension. 同意延期',
  })
  grantToleranceExtension(
    @Arg('input', () => ToleranceReasonInput, step) input: ToleranceReasonInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return grantToleranceExtension(context, input);
  }

  @Access(officers)
  @Mutation(() => TolerantAcceptance, {
    description: 'The department refuses the extension: the clock goes on. 不同意延期',
  })
  refuseToleranceExtension(
    @Arg('input', () => ToleranceReasonInput, step) input: ToleranceReasonInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return refuseToleranceExtension(context, input);
  }

  @Access(enterprises)
  @Mutation(() => TolerantAcceptance, {
    description: 'The applicant withdraws before the result; nothing is recorded. 撤回容缺申请',
  })
  withdrawTolerance(
    @Arg('input', () => ToleranceStepInput, step) input: ToleranceStepInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return withdrawTolerance(context, input);
  }

  @Access(officers)
  @Mutation(() => TolerantAcceptance, {
    description: 'The department finds that something supplied was false: revoked and recorded. 材料虚假撤销',
  })
  voidTolerance(
    @Arg('input', () => VoidToleranceInput, step) input: VoidToleranceInput,
    @Ctx() context: Context,
  ): Promise<TolerantAcceptance> {
    return voidTolerance(context, input);
  }
}
