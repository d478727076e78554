import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import {
  AdjudgeArrearsInput,
  ArrearsCourtInput,
  ArrearsDocumentInput,
  ArrearsStepInput,
  ConfirmArrearsInput,
  SettleArrearsInput,
} from './arrears.inputs.js';
import { ArrearsCase } from './arrears-case.entity.js';
import {
  acceptArrears,
  adjudgeArrears,
  confirmArrears,
  dismissArrears,
  disputeArrears,
  extendArrears,
  giveArrearsResult,
  referArrearsToCourt,
  rejectArrears,
  settleArrears,
  withdrawArrears,
} from './arrears-verification.service.js';
import { RegisterArrearsInput } from './register-arrears.inputs.js';
import { registerArrears } from './register-arrears.service.js';

const registrars = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.ARREARS_ADMIN));
const administrators = only(role(Role.ARREARS_ADMIN));
const creditors = only(role(Role.ENTERPRISE));
const creditorsAndAdministrators = only(role(Role.ENTERPRISE, Role.ARREARS_ADMIN));
const debtors = only(role(Role.DEPARTMENT, Role.ENTERPRISE));
const debtorsAndAdministrators = only(role(Role.DEPARTMENT, Role.ENTERPRISE, Role.ARREARS_ADMIN));

/** How a claim is registered, verified, confirmed, disputed and settled. */
@Resolver(() => ArrearsCase)
export class ArrearsVerificationResolver {
  @Access(registrars)
  @Mutation(() => ArrearsCase, {
    description:
      'Arrears of one contract are registered: by the creditor, by the debtor of its own, by the administrators. The due days follow from the facts and are explained (Order 802, arts 9, 10). 登记拖欠账款',
  })
  registerArrears(
    @Arg('input', () => RegisterArrearsInput, { description: 'The claim. 诉求' }) input: RegisterArrearsInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return registerArrears(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description: 'The administrators take the case up and forward it to the debtor (Order 802, art. 25). 受理转办',
  })
  acceptArrears(
    @Arg('input', () => ArrearsStepInput, { description: 'The case. 事项' }) input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return acceptArrears(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description: 'The administrators do not take the case up, with the reason. 不予受理',
  })
  rejectArrears(
    @Arg('input', () => ArrearsStepInput, { description: 'The case and the reason. 事项及理由' })
    input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return rejectArrears(context, input);
  }

  @Access(creditors)
  @Mutation(() => ArrearsCase, {
    description: 'The creditor withdraws its claim before it is confirmed, with the reason. 撤回',
  })
  withdrawArrears(
    @Arg('input', () => ArrearsStepInput, { description: 'The case and the reason. 事项及理由' })
    input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return withdrawArrears(context, input);
  }

  @Access(debtorsAndAdministrators)
  @Mutation(() => ArrearsCase, {
    description:
      'The debtor confirms the undisputed part within 30 days; after its silence the administrators do, on evidence (Order 802, arts 15, 16). 确认欠款',
  })
  confirmArrears(
    @Arg('input', () => ConfirmArrearsInput, { description: 'What is confirmed. 确认内容' }) input: ConfirmArrearsInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return confirmArrears(context, input);
  }

  @Access(debtors)
  @Mutation(() => ArrearsCase, {
    description: 'The debtor disputes the whole claim, or what is left of it, with the reason. 提出分歧',
  })
  disputeArrears(
    @Arg('input', () => ArrearsDocumentInput, { description: 'The reason and the evidence. 分歧理由及证据' })
    input: ArrearsDocumentInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return disputeArrears(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description: 'The administrators note how a dispute, or a part of it, was settled, on a document. 登记分歧处理结果',
  })
  settleArrears(
    @Arg('input', () => SettleArrearsInput, { description: 'The result. 处理结果' }) input: SettleArrearsInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return settleArrears(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description: 'The administrators note that nothing is owed, by agreement or judgment. 认定无应付款',
  })
  dismissArrears(
    @Arg('input', () => ArrearsDocumentInput, { description: 'Document and reason. 文书及理由' })
    input: ArrearsDocumentInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return dismissArrears(context, input);
  }

  @Access(creditorsAndAdministrators)
  @Mutation(() => ArrearsCase, {
    description: 'A court or arbitrators have the case: it is not counted as to be cleared. 登记涉诉涉仲裁',
  })
  referArrearsToCourt(
    @Arg('input', () => ArrearsCourtInput, { description: 'The case number and the reason. 案号及理由' })
    input: ArrearsCourtInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return referArrearsToCourt(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description: 'What a judgment in force says is owed is undisputed from then on. 登记生效裁判',
  })
  adjudgeArrears(
    @Arg('input', () => AdjudgeArrearsInput, { description: 'The judgment. 裁判内容' }) input: AdjudgeArrearsInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return adjudgeArrears(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description:
      'The time of handling is extended from 30 to 90 days, once, with the reason (Order 802, art. 25). 延长办理期限',
  })
  extendArrears(
    @Arg('input', () => ArrearsStepInput, { description: 'The case and the reason. 事项及理由' })
    input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return extendArrears(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description:
      'The parties get the result of the handling in writing, in "reason" (Order 802, art. 25). 书面告知处理结果',
  })
  giveArrearsResult(
    @Arg('input', () => ArrearsStepInput, { description: 'The case and the result. 事项及结果' })
    input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return giveArrearsResult(context, input);
  }
}
