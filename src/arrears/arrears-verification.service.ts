import type { Context } from '../context.js';
import { fenOf, moneyOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import { written } from '../workflow/written.js';
import { forwardingNotice, issueInCase, rejectionNotice, resultNotice } from './arrears.documents.js';
import type {
  AdjudgeArrearsInput,
  ArrearsCourtInput,
  ArrearsDocumentInput,
  ArrearsStepInput,
  ConfirmArrearsInput,
  SettleArrearsInput,
} from './arrears.inputs.js';
import {
  confirmFault,
  documentFault,
  extensionFault,
  partlyPaidFault,
  reasonFault,
  type Settlement,
  settlementFault,
  silenceFault,
  waitingFault,
} from './arrears.rules.js';
import { ArrearsState } from './arrears.states.js';
import { amountsAfter, leftOf } from './arrears-amounts.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import { attachAll } from './arrears-evidence.js';
import { agreeOn, disagreeOn, dismissFrom, dropped, settled } from './arrears-ledger.js';
import { type ArrearsStepName, takeArrearsStep, waitingIn } from './arrears-step.service.js';

/** The administrators take a case up and forward it to the debtor (Order 802, art. 25): 受理转办. */
export const acceptArrears = (context: Context, { id, reason }: ArrearsStepInput): Promise<ArrearsCase> =>
  takeArrearsStep(context, id, {
    step: () => 'accept',
    reason: written('reason', reason),
    effect: async (deciding) => {
      Object.assign(deciding.one, { acceptedOn: context.today, handler: context.viewer.subject });
      await issueInCase(context, deciding, forwardingNotice);
    },
  });

/** The administrators do not take a case up, with the rule: 不予受理. */
export function rejectArrears(context: Context, input: ArrearsStepInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => 'reject',
    guards: () => ({ reasonGiven: reasonFault(reason) }),
    reason,
    basis: written('basis', input.basis),
    effect: async (deciding) => {
      dropped(context, deciding);
      await issueInCase(context, deciding, (facts) => rejectionNotice(facts, reason!));
    },
  });
}

/** The creditor withdraws its claim: 撤回. */
export function withdrawArrears(context: Context, input: ArrearsStepInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => 'withdraw',
    guards: ({ one, payments }) => ({
      withdrawable: reasonFault(reason) ?? waitingFault(waitingIn(payments)) ?? partlyPaidFault(one),
    }),
    reason,
    effect: (deciding) => dropped(context, deciding),
  });
}

/**
 * The debtor confirms what it owes, in whole or in part; after its silence the administrators do, on evidence (Order 802,
 * arts 15, 16): 确认欠款.
 */
export function confirmArrears(context: Context, input: ConfirmArrearsInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: ({ party }) => (party === 'ADMIN' ? 'confirmOnEvidence' : 'confirm'),
    guards: ({ one }) => {
      const fault = confirmFault(one, input.undisputed, reason);
      return { confirmable: fault, silentDebtor: silenceFault(one, context.today, reason) ?? fault };
    },
    reason,
    basis: written('basis', input.basis),
    effect: async (deciding) => {
      await attachAll(context, deciding, input.evidence);
      // of what a case owed before, it stays confirmed
      agreeOn(context, deciding, fenOf(input.undisputed) - fenOf(deciding.one.undisputed));
    },
  });
}

/**
 * The debtor disputes the whole claim, or what is left of it: 全部（其余）有分歧. What it said it paid, and did not, is undisputed and
 * to be paid meanwhile (Order 802, art. 15).
 */
export function disputeArrears(context: Context, input: ArrearsDocumentInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: ({ one }) => (leftOf(one).undisputed > 0n ? 'disputeRest' : 'dispute'),
    guards: () => ({ disputeGrounded: reason === null ? { reason: 'ARREARS_DISPUTE_REASON', params: {} } : null }),
    reason,
    effect: (deciding) => attachAll(context, deciding, input.evidence),
  });
}

/** The administrators note how a dispute, or a part of it, was settled by mediation: 分歧处理. */
export function settleArrears(context: Context, input: SettleArrearsInput): Promise<ArrearsCase> {
  const said = { reason: written('reason', input.reason), document: written('document', input.document) };
  return takeArrearsStep(context, input.id, {
    step: ({ one }) => settlingStep(one, input),
    guards: ({ one }) => ({ settleable: settlementFault(one, input, said.document, said.reason) }),
    reason: said.reason,
    basis: said.document,
    effect: (deciding) => settled(context, deciding, input),
  });
}

function settlingStep(one: ArrearsCase, settlement: Settlement): ArrearsStepName {
  const left = leftAfter(one, settlement);
  if (left.all === 0n) return 'settleInFull';
  return one.state === ArrearsState.DISPUTED && left.undisputed > 0n ? 'settle' : 'settlePart';
}

/** What is left to be paid once a settlement holds. */
const leftAfter = (one: ArrearsCase, { owed, dismissed }: Settlement) =>
  leftOf({ ...one, ...amountsAfter(one, { principal: -fenOf(dismissed), undisputed: fenOf(owed) }) });

/** Nothing is owed, by agreement or judgment: 认定无应付款. */
export function dismissArrears(context: Context, input: ArrearsDocumentInput): Promise<ArrearsCase> {
  const said = { reason: written('reason', input.reason), document: written('document', input.document) };
  return takeArrearsStep(context, input.id, {
    step: () => 'dismiss',
    guards: ({ payments }) => ({
      dismissible: documentFault('document', said.document, said.reason) ?? waitingFault(waitingIn(payments)),
    }),
    reason: said.reason,
    basis: said.document,
    effect: (deciding) => {
      const { one } = deciding;
      if (one.courtSince !== null) one.courtUntil = context.today;
      disagreeOn(context, deciding);
      dismissFrom(context, deciding, fenOf(one.principal) - fenOf(one.paid));
    },
  });
}

/** A court or arbitrators have the case: it is not counted as to be cleared. 涉诉. */
export function referArrearsToCourt(context: Context, input: ArrearsCourtInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  const courtNumber = written('courtNumber', input.courtNumber);
  return takeArrearsStep(context, input.id, {
    step: () => 'goToCourt',
    guards: () => ({ documented: documentFault('courtNumber', courtNumber, reason) }),
    reason,
    basis: courtNumber,
    effect: ({ one }) => void Object.assign(one, { courtNumber, courtSince: context.today, courtUntil: null }),
  });
}

/** A judgment in force says how much is owed: 生效裁判. */
export function adjudgeArrears(context: Context, input: AdjudgeArrearsInput): Promise<ArrearsCase> {
  const said = { reason: written('reason', input.reason), document: written('document', input.document) };
  const settlementOf = (one: ArrearsCase): Settlement => {
    const owed = fenOf(input.owed);
    return {
      owed: moneyOf(owed - fenOf(one.undisputed)),
      dismissed: moneyOf(fenOf(one.principal) - owed),
    };
  };
  return takeArrearsStep(context, input.id, {
    step: ({ one }) => (leftAfter(one, settlementOf(one)).all === 0n ? 'adjudgeInFull' : 'adjudge'),
    guards: ({ one }) => ({
      adjudicable: judgmentFault(one, input.owed) ?? documentFault('document', said.document, said.reason),
    }),
    reason: said.reason,
    basis: said.document,
    effect: (deciding) => {
      deciding.one.courtUntil = context.today;
      settled(context, deciding, settlementOf(deciding.one));
    },
  });
}

/** A judgment is about what is claimed, beyond what both agreed on and what was paid. */
function judgmentFault(one: ArrearsCase, owed: Money) {
  const sum = fenOf(owed);
  const least = [fenOf(one.undisputed), fenOf(one.paid) + fenOf(one.pending), 1n].reduce((a, b) => (a > b ? a : b));
  if (sum >= least && sum <= fenOf(one.principal)) return null;
  return { reason: 'ARREARS_JUDGMENT', params: { owed, least: moneyOf(least), principal: one.principal } } as const;
}

/** The time of handling is extended to 90 days, with the reason (art. 25): 延期. */
export function extendArrears(context: Context, input: ArrearsStepInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => 'extend',
    guards: ({ one }) => ({ extendable: extensionFault(one, context.today, reason) }),
    reason,
    basis: written('basis', input.basis),
  });
}

/** The parties get the result of the handling in writing (art. 25): 处理结果告知. */
export function giveArrearsResult(context: Context, input: ArrearsStepInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => 'giveResult',
    guards: () => ({ reasonGiven: reasonFault(reason) }),
    reason,
    effect: async (deciding) => {
      await issueInCase(context, deciding, (facts) => resultNotice(facts, reason!));
    },
  });
}
