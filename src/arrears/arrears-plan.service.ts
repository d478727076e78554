import { v7 as uuid } from 'uuid';
import type { Context } from '../context.js';
import { fenOf, moneyOf } from '../money/fen.js';
import { written } from '../workflow/written.js';
import type { AgreeRepaymentPlanInput, RepaymentPlanInput } from './arrears.inputs.js';
import { planFault, reasonFault } from './arrears.rules.js';
import { PlanState } from './arrears.words.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import { type Deciding, takeArrearsStep } from './arrears-step.service.js';
import { RepaymentPlan } from './repayment-plan.entity.js';

/** A plan is proposed: instalments that come to what is undisputed and unpaid. No clock stops for it. 提出还款计划. */
export function proposeRepaymentPlan(context: Context, input: RepaymentPlanInput): Promise<ArrearsCase> {
  const instalments = input.instalments.map(({ dueOn, amount, funds }) => ({
    ...{ dueOn, amount },
    funds: written('instalments.funds', funds),
  }));
  return takeArrearsStep(context, input.id, {
    step: () => 'proposePlan',
    guards: ({ one }) => ({ planFits: planFault(one, instalments, context.today) }),
    reason: written('reason', input.reason),
    effect: ({ em, one, plan }) => {
      if (plan?.state === PlanState.PROPOSED)
        Object.assign(plan, { state: PlanState.DECLINED, decidedAt: context.now });
      const made = em.create(RepaymentPlan, {
        ...{ id: uuid(), caseId: one.id, serial: (plan?.serial ?? 0) + 1, state: PlanState.PROPOSED, instalments },
        ...{ paidBefore: null, proposedAt: context.now, decidedAt: null, reason: null, brokenOn: null },
      });
      em.persist(made);
    },
  });
}

/** The creditor agrees to the plan that is proposed, or declines it: 同意或不同意还款计划. */
export function agreeRepaymentPlan(context: Context, input: AgreeRepaymentPlanInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => (input.agrees ? 'agreePlan' : 'declinePlan'),
    guards: (deciding) => ({
      planProposed: proposalFault(deciding, context.today, input.agrees) ?? (input.agrees ? null : reasonFault(reason)),
    }),
    reason,
    effect: ({ one, plan }) => {
      const state = input.agrees ? PlanState.AGREED : PlanState.DECLINED;
      Object.assign(plan!, {
        ...{ state, decidedAt: context.now, reason },
        paidBefore: moneyOf(fenOf(one.paid) + fenOf(one.pending)),
      });
    },
  });
}

/** A plan that no longer fits, since money came or days passed, is not agreed to. */
function proposalFault({ one, plan }: Deciding, today: string, agrees: boolean) {
  if (plan?.state !== PlanState.PROPOSED) return { reason: 'PLAN_NONE', params: {} } as const;
  return agrees ? planFault(one, plan.instalments, today) : null;
}

/** An instalment was not paid: the plan is broken. */
export function breakPlan({ one, plan }: Deciding): void {
  Object.assign(plan!, { state: PlanState.BROKEN, brokenOn: one.nextInstalmentOn });
}
