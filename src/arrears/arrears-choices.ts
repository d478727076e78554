import type { Context } from '../context.js';
import { contractById, linesOfCase, payablesOfCase, paymentsOfCase } from '../procurement/ledger.reads.js';
import { PaymentState } from '../procurement/payment.words.js';
import { timelineOf } from '../workflow/case.reads.js';
import { type StepChoice, stepChoices } from '../workflow/step-choice.js';
import type { StepRefusal } from '../workflow/take.js';
import { plansOfCase } from './arrears.reads.js';
import {
  clearanceFault,
  closerFault,
  extensionFault,
  guardsOf,
  hearingFault,
  interestFault,
  partlyPaidFault,
  partyOf,
  rungFault,
  silenceFault,
  waitingFault,
} from './arrears.rules.js';
import { PlanState } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { leftOf } from './arrears-amounts.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import { heardUntil } from './arrears-ladder.service.js';
import { unsettledIn } from './arrears-step.service.js';
import { ladder } from './measure.steps.js';

/** Whatever a form can say is still to be said. */
const said = '…';

/** The steps of a case that the viewer can take now; of the measures the one whose turn it is. */
export async function arrearsChoices(context: Context, one: ArrearsCase): Promise<StepChoice[]> {
  const party = partyOf(context.viewer, one);
  if (party === null) return [];
  const [contract, payables, lines, payments, plans, steps] = await Promise.all([
    context.load(contractById, one.contractId),
    context.load(payablesOfCase, one),
    context.load(linesOfCase, one),
    context.load(paymentsOfCase, one),
    context.load(plansOfCase, one),
    timelineOf(context, arrearsWorkflow, one),
  ]);
  const { today, language, viewer } = context;
  const handlers = steps.filter(({ by }) => by === 'ADMIN').map(({ account }) => account);
  const unsettled = unsettledIn({ one, contract: contract!, payables, lines, payments }, today);
  const left = leftOf(one);
  const unless = (holds: boolean): StepRefusal | null =>
    holds ? null : { reason: 'ARREARS_NOTHING_UNDISPUTED', params: {} };
  const guards = guardsOf({
    silentDebtor: silenceFault(one, today, said),
    withdrawable: waitingFault(unsettled.waiting) ?? partlyPaidFault(one),
    dismissible: waitingFault(unsettled.waiting),
    settleable: unless(left.disputed > 0n),
    planFits: unless(left.undisputed > 0n),
    planProposed: unless(plans.at(-1)?.state === PlanState.PROPOSED),
    payable: unless(left.all > 0n || unsettled.interest > 0n),
    receiptOpen: unless(payments.some(({ state }) => state === PaymentState.REPORTED)),
    rungOpen: unless(left.undisputed > 0n),
    heard: party === 'AUTHORITY' ? hearingFault(one, heardUntil(context, one), today) : null,
    interestOpen: interestFault(one, unsettled),
    cleared: clearanceFault(one, unsettled, true),
    otherAdmin: closerFault(handlers, viewer.subject),
    refutable: unless(payments.some(({ state }) => state === PaymentState.CONFIRMED)),
    extendable: extensionFault(one, today, said),
  });
  const { state, history } = one;
  return stepChoices(arrearsWorkflow, { state, party, guards, history }, language).filter(({ step }) => {
    const measure = ladder.find((rung) => rung.step === step);
    return !measure || rungFault(one, measure.rung, today, null) === null;
  });
}
