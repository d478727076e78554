import { validate as isUuid } from 'uuid';
import { audit } from '../audit/audit.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Acting } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { enterDueAndPaid, enterMoved } from './ledger.js';
import { contractOfSide, lockedContract } from './locked-contract.js';
import { Payable } from './payable.entity.js';
import { dueByFacts, factsOf, keptOf } from './payable-due.js';
import type { ReportDeliveryInput } from './procurement.inputs.js';
import { notToCome } from './public-contract.service.js';

const reportable = ['deliveredOn', 'inspectionUntil', 'acceptedOn', 'confirmedOn'] as const;

/**
 * A side says what happened by which a sum becomes due. What was stated stays, and nothing postpones a last day that was known: who
 * could do so would gain by delay (Order 802, arts 10, 14). 登记交付验收事实.
 */
export function reportDelivery(acting: Acting, input: ReportDeliveryInput): Promise<Payable> {
  const stated = reportable.filter((field) => input[field] != null);
  const unknown = new Refusal('PAYABLE_UNKNOWN');
  return acting.em.transactional(async (em) => {
    const seen = isUuid(input.payable) ? await em.findOne(Payable, { id: input.payable }) : null;
    if (!seen) throw unknown;
    const { contract, side } = await contractOfSide(em, acting, seen.contractId, unknown);
    const payable = (await em.findOne(Payable, { id: seen.id }, { refresh: true }))!;
    if (stated.length === 0) throw new Refusal('FACT_NONE');
    if (payable.caseId !== null) throw new Refusal('CONTRACT_IN_CASE');
    for (const field of stated) {
      const value = payable[field];
      if (value !== null && value !== input[field]) throw new Refusal('FACT_STATED', { field, value });
    }
    const said = Object.fromEntries(stated.map((field) => [field, input[field]!]));
    notToCome(said, acting.today);
    const { lastDay, dueOn } = payable;
    const due = dueByFacts(contract.buyerKind, { ...factsOf(payable), ...said }, acting.reference(workingDays));
    if (lastDay !== null && due !== null && due.lastDay > lastDay) {
      throw new Refusal('FACT_POSTPONES', { lastDay, later: due.lastDay });
    }
    // a due day that was told is never taken back for want of a calendar
    if (dueOn !== null && due?.missingYear != null) {
      throw new Refusal('CALENDAR_MISSING', { year: String(due.missingYear) });
    }
    Object.assign(payable, said, keptOf(due));
    if (dueOn === null && payable.dueOn !== null) await enterDueAndPaid(em, acting, payable);
    else if (dueOn !== payable.dueOn) await enterMoved(em, acting, payable);
    audit(em, acting, {
      ...{ deed: 'payable.report', subjectType: 'Payable', subjectId: payable.id },
      facts: { contract: contract.id, by: side, ...said, before: dueOn, dueOn: payable.dueOn },
    });
    return payable;
  });
}

/**
 * Completes the due day of a sum, with its lines of the ledger, once the official calendar of the year has been loaded; says
 * whether it could.
 */
export function completeDueDay(acting: Acting, payableId: string): Promise<boolean> {
  return acting.em.transactional(async (em) => {
    const seen = await em.findOneOrFail(Payable, { id: payableId });
    const contract = (await lockedContract(em, seen.contractId))!;
    const payable = (await em.findOne(Payable, { id: payableId }, { refresh: true }))!;
    if (payable.dueOn !== null) return false;
    const due = dueByFacts(contract.buyerKind, factsOf(payable), acting.reference(workingDays));
    if (due === null || due.dueOn === null) return false;
    Object.assign(payable, keptOf(due));
    await enterDueAndPaid(em, acting, payable);
    audit(em, acting, {
      ...{ deed: 'payable.due', subjectType: 'Payable', subjectId: payableId },
      facts: { contract: contract.id, dueOn: payable.dueOn },
    });
    return true;
  });
}
