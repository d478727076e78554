import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import {
  AgreeRepaymentPlanInput,
  ArrearsDocumentInput,
  ArrearsStepInput,
  ConfirmClearanceInput,
  ConfirmReceiptInput,
  EscalateArrearsInput,
  RefuteClearanceInput,
  RepaymentPlanInput,
  SucceedDebtorInput,
} from './arrears.inputs.js';
import { ArrearsCase } from './arrears-case.entity.js';
import {
  claimInterest,
  closeArrears,
  confirmClearance,
  refuteClearance,
  succeedDebtor,
} from './arrears-closing.service.js';
import { answerFindingNotice, escalateArrears, findDishonesty, rejectFinding } from './arrears-ladder.service.js';
import { RecordPaymentInput } from './arrears-payment.inputs.js';
import { confirmReceipt, recordPayment } from './arrears-payment.service.js';
import { agreeRepaymentPlan, proposeRepaymentPlan } from './arrears-plan.service.js';

const administrators = only(role(Role.ARREARS_ADMIN));
const creditors = only(role(Role.ENTERPRISE));
const debtors = only(role(Role.DEPARTMENT, Role.ENTERPRISE));
const debtorsAndAdministrators = only(role(Role.DEPARTMENT, Role.ENTERPRISE, Role.ARREARS_ADMIN));
const officers = only(role(Role.DEPARTMENT));

/** How arrears are planned, paid, urged and closed. */
@Resolver(() => ArrearsCase)
export class ArrearsPaymentResolver {
  @Access(debtorsAndAdministrators)
  @Mutation(() => ArrearsCase, {
    description:
      'A plan is proposed: instalments that come to what is undisputed and unpaid. No clock stops for it. 提出还款计划',
  })
  proposeRepaymentPlan(
    @Arg('input', () => RepaymentPlanInput, { description: 'The plan. 还款计划' }) input: RepaymentPlanInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return proposeRepaymentPlan(context, input);
  }

  @Access(creditors)
  @Mutation(() => ArrearsCase, {
    description: 'The creditor agrees to the plan that is proposed, or declines it with the reason. 答复还款计划',
  })
  agreeRepaymentPlan(
    @Arg('input', () => AgreeRepaymentPlanInput, { description: 'The answer. 答复' }) input: AgreeRepaymentPlanInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return agreeRepaymentPlan(context, input);
  }

  @Access(debtorsAndAdministrators)
  @Mutation(() => ArrearsCase, {
    description:
      'A payment is reported with its voucher; it counts from its own day once the creditor has confirmed it. 登记付款',
  })
  recordPayment(
    @Arg('input', () => RecordPaymentInput, { description: 'The payment. 付款内容' }) input: RecordPaymentInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return recordPayment(context, input);
  }

  @Access(creditors)
  @Mutation(() => ArrearsCase, {
    description: 'The creditor says whether a payment came; a refusal needs the reason. 确认到账',
  })
  confirmReceipt(
    @Arg('input', () => ConfirmReceiptInput, { description: 'The answer. 答复' }) input: ConfirmReceiptInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return confirmReceipt(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description:
      'The next measure against the debtor; skipping one, or not waiting for its time, needs the reason in "skipReason" (Order 802, arts 21-26). 采取督促措施',
  })
  escalateArrears(
    @Arg('input', () => EscalateArrearsInput, { description: 'The measure. 措施' }) input: EscalateArrearsInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return escalateArrears(context, input);
  }

  @Access(debtors)
  @Mutation(() => ArrearsCase, {
    description: 'The debtor answers the notice of a proposed finding. 陈述申辩',
  })
  answerFindingNotice(
    @Arg('input', () => ArrearsDocumentInput, { description: 'The answer and the evidence. 申辩内容' })
    input: ArrearsDocumentInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return answerFindingNotice(context, input);
  }

  @Access(officers)
  @Mutation(() => ArrearsCase, {
    description:
      'The authority finds dishonesty once the debtor was heard: a public credit record is made of the debtor, with measures. 作出失信认定',
  })
  findDishonesty(
    @Arg('input', () => ArrearsStepInput, { description: 'The case. 事项' }) input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return findDishonesty(context, input);
  }

  @Access(officers)
  @Mutation(() => ArrearsCase, {
    description: 'The authority does not find dishonesty, with the reason. 不予失信认定',
  })
  rejectFinding(
    @Arg('input', () => ArrearsStepInput, { description: 'The case and the reason. 事项及理由' })
    input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return rejectFinding(context, input);
  }

  @Access(creditors)
  @Mutation(() => ArrearsCase, {
    description: 'The principal has come, and the creditor claims its interest (Order 802, art. 17). 主张逾期利息',
  })
  claimInterest(
    @Arg('input', () => ArrearsStepInput, { description: 'The case. 事项' }) input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return claimInterest(context, input);
  }

  @Access(creditors)
  @Mutation(() => ArrearsCase, {
    description: 'The creditor says that everything came; only then can the case be closed. 确认已清偿',
  })
  confirmClearance(
    @Arg('input', () => ConfirmClearanceInput, { description: 'The answer. 确认内容' }) input: ConfirmClearanceInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return confirmClearance(context, input);
  }

  @Access(administrators)
  @Mutation(() => ArrearsCase, {
    description: 'An administrator who did not handle the case closes it. 销号',
  })
  closeArrears(
    @Arg('input', () => ArrearsStepInput, { description: 'The case. 事项' }) input: ArrearsStepInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return closeArrears(context, input);
  }

  @Access(creditors)
  @Mutation(() => ArrearsCase, {
    description: 'The creditor says that payments did not come after all: the case opens again. 否认清偿',
  })
  refuteClearance(
    @Arg('input', () => RefuteClearanceInput, { description: 'The payments and the reason. 未到账款项及理由' })
    input: RefuteClearanceInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase> {
    return refuteClearance(context, input);
  }

  @Access(administrators)
  @Mutation(() => [ArrearsCase], {
    description:
      'Another body takes the place of a debtor in all its cases, such as after a merger: what is owed and every date stay. 债务承继',
  })
  succeedDebtor(
    @Arg('input', () => SucceedDebtorInput, { description: 'The two bodies and the document. 承继内容' })
    input: SucceedDebtorInput,
    @Ctx() context: Context,
  ): Promise<ArrearsCase[]> {
    return succeedDebtor(context, input);
  }
}
