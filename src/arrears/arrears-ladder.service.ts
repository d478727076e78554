import { workingDaysAfter } from '../calendar/deadline.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Acting, Context } from '../context.js';
import { recordDishonesty } from '../dishonesty/dishonesty.service.js';
import type { DishonestyItem } from '../dishonesty/measures.js';
import { moneyOf } from '../money/fen.js';
import { BuyerKind } from '../procurement/procurement.words.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { clockOf, dueOf } from '../workflow/clock.js';
import { written } from '../workflow/written.js';
import { findingNotice, issueInCase, measureNotice, nameOf } from './arrears.documents.js';
import type { ArrearsDocumentInput, ArrearsStepInput, EscalateArrearsInput } from './arrears.inputs.js';
import { hearingDays, hearingFault, reasonFault, rungFault } from './arrears.rules.js';
import { ArrearsRung } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { leftOf } from './arrears-amounts.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import { attachAll } from './arrears-evidence.js';
import { type ArrearsStepName, type Deciding, interestIn, takeArrearsStep } from './arrears-step.service.js';
import { ladder } from './measure.steps.js';

/**
 * The administrators take a measure: each needs the one before and its time to be over, or a reason that is kept (Order 802,
 * arts 21-26). 督促措施.
 */
export function escalateArrears(context: Context, input: EscalateArrearsInput): Promise<ArrearsCase> {
  const { rung } = input;
  const said = { reason: written('reason', input.reason), skipReason: written('skipReason', input.skipReason) };
  return takeArrearsStep(context, input.id, {
    step: () => stepOf(rung),
    guards: ({ one }) => ({ rungOpen: rungFault(one, rung, context.today, said.skipReason) }),
    reason: [said.reason, said.skipReason].filter((text) => text !== null).join('；') || null,
    effect: (deciding) => measure(context, deciding, rung, said),
    facts: { rung, skipped: said.skipReason !== null },
  });
}

const stepOf = (rung: ArrearsRung): ArrearsStepName => ladder.find((one) => one.rung === rung)!.step;

/** What a measure does: the case remembers it, the debtor gets it in writing. */
export async function measure(
  acting: Acting,
  deciding: Deciding,
  rung: ArrearsRung,
  said: { readonly reason: string | null; readonly skipReason: string | null },
): Promise<void> {
  const { one, contract } = deciding;
  one.rung = rung;
  if (rung === ArrearsRung.FINDING) one.authorityCode = authorityOf(contract.buyerKind, one.debtorCode).code;
  const interest = moneyOf(interestIn(deciding, acting.today));
  await issueInCase(acting, deciding, measureNotice(rung, { ...said, until: untilOf(acting, rung) }), interest);
}

/** By when the debtor is to have acted. */
function untilOf({ today, reference }: Acting, rung: ArrearsRung): string | null {
  const clock = clockOf(arrearsWorkflow, ladder.find((one) => one.rung === rung)!.state);
  if (rung === ArrearsRung.FINDING || !clock) return null;
  return dueOf(clock, today, {}, reference(workingDays)).dueOn;
}

/**
 * Who finds dishonesty, and under which item: of agencies, institutions and bodies on fiscal money the authority for social credit,
 * of large enterprises the authority for small firms. Nobody decides its own case.
 */
export function authorityOf(
  kind: BuyerKind,
  debtorCode: string | null,
): { readonly code: string; readonly item: DishonestyItem } {
  const large = kind === BuyerKind.LARGE_ENTERPRISE || kind === BuyerKind.STATE_OWNED_LARGE_ENTERPRISE;
  return large || debtorCode === 'DRC'
    ? { code: 'MIIT', item: 'MIIT_PAYMENT_DISHONESTY' }
    : { code: 'DRC', item: 'DRC_GOVERNMENT_DISHONESTY' };
}

/** The debtor answers the notice of a proposed finding: 陈述申辩. */
export function answerFindingNotice(context: Context, input: ArrearsDocumentInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => 'answerNotice',
    guards: () => ({ reasonGiven: reasonFault(reason) }),
    reason,
    effect: (deciding) => attachAll(context, deciding, input.evidence),
  });
}

/** The authority finds dishonesty once the debtor was heard: a public record is made of the debtor, with its measures. 失信认定. */
export function findDishonesty(context: Context, input: ArrearsStepInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => 'find',
    guards: ({ one }) => ({ heard: hearingFault(one, heardUntil(context, one), context.today) }),
    reason,
    effect: (deciding) => recordFinding(context, deciding, reason),
  });
}

/** The last day on which a debtor is heard on a proposed finding. */
export const heardUntil = ({ reference, today }: Acting, { startedOn }: Pick<ArrearsCase, 'startedOn'>): string =>
  workingDaysAfter(reference(workingDays), startedOn ?? today, hearingDays).dueOn;

async function recordFinding(context: Context, deciding: Deciding, reason: string | null): Promise<void> {
  const { em, one, contract } = deciding;
  const { item } = authorityOf(contract.buyerKind, one.debtorCode);
  const due = moneyOf(leftOf(one).undisputed);
  const number = await issueInCase(context, deciding, findingNotice(reason, nameOf(context, one.authorityCode!)));
  const entity = await em.findOneOrFail(LegalEntity, { id: one.debtorId });
  one.recordId = await recordDishonesty(context, em, {
    ...{ item, kind: '拖欠账款', number, entity, amount: due, caseNumber: one.number },
    facts: `合同“${contract.name}”（${contract.number}）项下无分歧欠款${due}元，经督促仍未清偿。`,
    basis: '《保障中小企业款项支付条例》（国务院令第802号）第二十六条；发改财金〔2023〕1103号',
  });
}

/** The authority does not find dishonesty, with the reason: 不予失信认定. */
export function rejectFinding(context: Context, input: ArrearsStepInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: () => 'rejectFinding',
    guards: () => ({ reasonGiven: reasonFault(reason) }),
    reason,
    basis: written('basis', input.basis),
    // what was proposed was not taken: when the debtor does not rectify, it can be proposed again
    effect: ({ one }) => void Object.assign(one, { rung: ArrearsRung.RECTIFICATION }),
  });
}
