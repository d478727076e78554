import type { WorkingDays } from '../calendar/working-days.js';
import { Refusal } from '../messages/refusal.js';
import { type Due, type DueFacts, dueDateOf, faultOfFacts } from './due-date.rules.js';
import type { Payable } from './payable.entity.js';
import { type BuyerKind, PayableKind } from './procurement.words.js';

/** Without which of its facts a sum of a kind is not due yet, although nothing is wrong with it. */
const awaited: Readonly<Record<PayableKind, keyof DueFacts>> = {
  [PayableKind.PAYMENT]: 'deliveredOn',
  [PayableKind.PROGRESS]: 'confirmedOn',
  [PayableKind.DEPOSIT]: 'refundOn',
};

/** The facts of a sum from which its due day follows. */
export const factsOf = (one: DueFacts): DueFacts => ({
  kind: one.kind,
  deliveredOn: one.deliveredOn,
  inspectionUntil: one.inspectionUntil,
  acceptedOn: one.acceptedOn,
  confirmedOn: one.confirmedOn,
  refundOn: one.refundOn,
  agreedDays: one.agreedDays,
  backToBack: one.backToBack,
  specialDueOn: one.specialDueOn,
  specialBasis: one.specialBasis,
});

/** When a sum is due, by its facts; null while what it counts from has not happened. Refuses facts that are faulty. */
export function dueByFacts(buyer: BuyerKind, facts: DueFacts, calendar: WorkingDays): Due | null {
  const fault = faultOfFacts(facts);
  if (fault === null) return dueDateOf(buyer, facts, calendar);
  if (fault.reason === 'DUE_FACT_MISSING' && fault.params['field'] === awaited[facts.kind]) return null;
  throw new Refusal(fault.reason, fault.params);
}

/** What is kept of a due day. */
export const keptOf = (due: Due | null): Pick<Payable, 'startedOn' | 'startFact' | 'lastDay' | 'dueOn'> => ({
  startedOn: due?.startedOn ?? null,
  startFact: due?.startFact ?? null,
  lastDay: due?.lastDay ?? null,
  dueOn: due?.dueOn ?? null,
});
