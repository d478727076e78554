import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { fenOf, moneyOf, sumOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import type { ArrearsGuard, ArrearsParty, ArrearsState } from './arrears.states.js';
import { ArrearsRung } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { leftOf } from './arrears-amounts.js';
import type { ArrearsCase } from './arrears-case.entity.js';

/** Whose a case is. */
type Sides = Pick<ArrearsCase, 'creditorUscc' | 'debtorUscc' | 'debtorCode' | 'authorityCode'>;

/** What the viewer is to a case; null: no party. A department owes by its officers and by the account of its own entity. */
export function partyOf(viewer: Viewer, sides: Sides): ArrearsParty | null {
  const { creditorUscc, debtorUscc, debtorCode, authorityCode } = sides;
  if (isItself(viewer, creditorUscc)) return 'CREDITOR';
  if (isItself(viewer, debtorUscc)) return 'DEBTOR';
  if (viewer.role === Role.DEPARTMENT && viewer.department !== undefined) {
    if (viewer.department === debtorCode) return 'DEBTOR';
    return viewer.department === authorityCode ? 'AUTHORITY' : null;
  }
  return viewer.role === Role.ARREARS_ADMIN ? 'ADMIN' : null;
}

/** Whether the viewer knows of every case. */
export const knowsAll = ({ role }: Viewer): boolean => role === Role.ARREARS_ADMIN || role === Role.SUPERVISOR;

/** Whether a case exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnow = (viewer: Viewer, sides: Sides): boolean => knowsAll(viewer) || partyOf(viewer, sides) !== null;

/** What the conditions of the table say: whatever is not named holds. */
export type Guards = Partial<Record<ArrearsGuard, StepRefusal | null>>;

const all = Object.keys(arrearsWorkflow.guards) as ArrearsGuard[];

/** The conditions, each with its answer. */
export const guardsOf = (told: Guards): Situation<typeof arrearsWorkflow>['guards'] =>
  Object.fromEntries(all.map((guard) => [guard, told[guard] ?? null])) as Situation<typeof arrearsWorkflow>['guards'];

/** A reason must be stated. */
export const reasonFault = (reason: string | null): StepRefusal | null =>
  reason === null ? { reason: 'REASON_REQUIRED', params: {} } : null;

/** A document must be named, in the field of that name, and a reason stated. */
export const documentFault = (field: string, document: string | null, reason: string | null): StepRefusal | null =>
  document === null ? { reason: 'ARREARS_DOCUMENT', params: { field } } : reasonFault(reason);

/**
 * Whether what the debtor confirms can be: a positive part of the claim, more than was agreed on before, since that stays, and
 * the reason where it is not all of it.
 */
export function confirmFault(
  { principal, undisputed: before }: Pick<ArrearsCase, 'principal' | 'undisputed'>,
  undisputed: Money,
  reason: string | null,
): StepRefusal | null {
  const confirmed = fenOf(undisputed);
  if (confirmed <= fenOf(before))
    return { reason: 'ARREARS_NOTHING_CONFIRMED', params: { amount: undisputed, before } };
  if (confirmed > fenOf(principal))
    return { reason: 'ARREARS_CONFIRMED_TOO_MUCH', params: { amount: undisputed, principal } };
  return confirmed < fenOf(principal) && reason === null ? { reason: 'ARREARS_DISPUTE_REASON', params: {} } : null;
}

/** A claim of which something was paid is settled, not withdrawn. */
export const partlyPaidFault = ({ paid }: Pick<ArrearsCase, 'paid'>): StepRefusal | null =>
  fenOf(paid) > 0n ? { reason: 'ARREARS_PARTLY_PAID', params: { paid } } : null;

/** Whether the debtor was silent until its 30 days were over (Order 802, art. 16), so that evidence may speak for it. */
export const silenceFault = (
  { dueOn }: Pick<ArrearsCase, 'dueOn'>,
  today: Day,
  reason: string | null,
): StepRefusal | null =>
  dueOn !== null && today <= dueOn ? { reason: 'ARREARS_DEBTOR_HAS_TIME', params: { dueOn } } : reasonFault(reason);

/** What a settlement says of the part that was disputed. */
export interface Settlement {
  /** Found to be owed. */
  readonly owed: Money;
  /** Found not to be. */
  readonly dismissed: Money;
}

/** Whether a settlement can be: parts of what is disputed, not nothing, on a document. */
export function settlementFault(
  one: Pick<ArrearsCase, 'principal' | 'undisputed' | 'paid' | 'pending'>,
  { owed, dismissed }: Settlement,
  document: string | null,
  reason: string | null,
): StepRefusal | null {
  const { disputed } = leftOf(one);
  const [more, less] = [fenOf(owed), fenOf(dismissed)];
  const params = { owed, dismissed, disputed: moneyOf(disputed) };
  if (more < 0n || less < 0n || more + less === 0n || more + less > disputed)
    return { reason: 'ARREARS_SETTLEMENT', params };
  // what was paid, or is reported as paid, is not found not to be owed
  if (less > leftOf(one).all) return { reason: 'ARREARS_SETTLEMENT', params };
  if (less === fenOf(one.principal)) return { reason: 'ARREARS_DISMISS_INSTEAD', params: {} };
  return documentFault('document', document, reason);
}

/** An instalment as it is proposed. */
interface Proposed {
  readonly dueOn: Day;
  readonly amount: Money;
}

/** Whether instalments make a plan: positive, in order, from today on, together what is undisputed and unpaid. */
export function planFault(
  one: Pick<ArrearsCase, 'principal' | 'undisputed' | 'paid' | 'pending'>,
  instalments: readonly Proposed[],
  today: Day,
): StepRefusal | null {
  const owed = leftOf(one).undisputed;
  if (owed === 0n) return { reason: 'ARREARS_NOTHING_UNDISPUTED', params: {} };
  if (instalments.length === 0 || instalments.length > mostInstalments) {
    return { reason: 'PLAN_LENGTH', params: { count: instalments.length, most: mostInstalments } };
  }
  for (const [i, { dueOn, amount }] of instalments.entries()) {
    const at = { at: i + 1, dueOn, amount };
    if (fenOf(amount) <= 0n) return { reason: 'PLAN_AMOUNT', params: at };
    if (dueOn < today || (i > 0 && dueOn <= instalments[i - 1]!.dueOn))
      return { reason: 'PLAN_ORDER', params: { ...at, today } };
  }
  const sum = sumOf(instalments.map(({ amount }) => amount));
  return sum === owed ? null : { reason: 'PLAN_SUM', params: { sum: moneyOf(sum), owed: moneyOf(owed) } };
}

const mostInstalments = 60;

/** The first instalment that is not covered by what was paid since the plan was agreed; null: all are. */
export function nextInstalment(instalments: readonly Proposed[], paidSince: bigint): Day | null {
  let covered = paidSince;
  for (const { dueOn, amount } of instalments) {
    covered -= fenOf(amount);
    if (covered < 0n) return dueOn;
  }
  return null;
}

const awaits: Readonly<Partial<Record<ArrearsState, ArrearsParty>>> = arrearsWorkflow.awaits;

/** The measures from the mildest to the gravest. */
export const rungs = Object.values(ArrearsRung);

/**
 * Whether a measure may be taken: undisputed money is owed, it is the next one, and the time that the debtor has is over; or the
 * reason for skipping is stated. None is taken again. A deadline of the administrators themselves holds nothing back.
 */
export function rungFault(
  one: Pick<ArrearsCase, 'principal' | 'undisputed' | 'paid' | 'pending' | 'state' | 'rung' | 'dueOn'>,
  rung: ArrearsRung,
  today: Day,
  skipReason: string | null,
): StepRefusal | null {
  if (leftOf(one).undisputed === 0n) return { reason: 'ARREARS_NOTHING_UNDISPUTED', params: {} };
  const taken = one.rung === null ? -1 : rungs.indexOf(one.rung);
  const wanted = rungs.indexOf(rung);
  if (wanted <= taken) return { reason: 'RUNG_TAKEN', params: { rung, taken: one.rung! } };
  if (skipReason !== null) return null;
  const skipped = rungs.slice(taken + 1, wanted);
  if (skipped.length > 0) return { reason: 'RUNG_SKIPPED', params: { rung, skipped: skipped.join(', ') } };
  const debtorHasTime = awaits[one.state] === 'DEBTOR' && one.dueOn !== null && today <= one.dueOn;
  return debtorHasTime ? { reason: 'RUNG_TOO_EARLY', params: { rung, dueOn: one.dueOn! } } : null;
}

/** Whether the debtor was heard on the proposed finding: it answered, or its working days are over. */
export const hearingFault = (
  { history }: Pick<ArrearsCase, 'history'>,
  heardUntil: Day,
  today: Day,
): StepRefusal | null =>
  history.lastIndexOf('answerNotice') > history.lastIndexOf('proposeFinding') || today > heardUntil
    ? null
    : { reason: 'DEBTOR_NOT_HEARD', params: { heardUntil } };

/** How long a debtor is heard on a proposed finding, in working days: this platform's choice. */
export const hearingDays = 5;

/** Whoever ends a case leaves no payment behind that nobody can answer any more. */
export const waitingFault = (waiting: number): StepRefusal | null =>
  waiting > 0 ? { reason: 'RECEIPT_UNANSWERED', params: { waiting } } : null;

/** What is left to be settled before a case is clear. */
export interface Unsettled {
  /** Payments that wait for their confirmation. */
  readonly waiting: number;
  /** Interest that is owed, in fen. */
  readonly interest: bigint;
}

/** Whether the creditor can say that everything came: nothing waits, nothing is owed, the interest is paid or waived. */
export function clearanceFault(
  { remaining }: Pick<ArrearsCase, 'remaining'>,
  { waiting, interest }: Unsettled,
  waives: boolean,
): StepRefusal | null {
  if (waiting > 0) return waitingFault(waiting);
  if (fenOf(remaining) > 0n) return { reason: 'STILL_OWED', params: { remaining } };
  return interest > 0n && !waives ? { reason: 'INTEREST_OPEN', params: { interest: moneyOf(interest) } } : null;
}

/** Whether the creditor can claim the interest: all the principal has come, and interest is owed. */
export function interestFault(
  { remaining }: Pick<ArrearsCase, 'remaining'>,
  { waiting, interest }: Unsettled,
): StepRefusal | null {
  if (waiting > 0) return waitingFault(waiting);
  if (fenOf(remaining) > 0n) return { reason: 'STILL_OWED', params: { remaining } };
  return interest > 0n ? null : { reason: 'NO_INTEREST', params: {} };
}

/** Whoever handled a case, be it by one step, does not close it. */
export const closerFault = (handlers: readonly string[], account: string): StepRefusal | null =>
  handlers.includes(account) ? { reason: 'HANDLER_IS_CLOSER', params: {} } : null;

/** Whether the time of handling can be extended: with the reason, before it is over. */
export const extensionFault = (
  { resultDueOn }: Pick<ArrearsCase, 'resultDueOn'>,
  today: Day,
  reason: string | null,
): StepRefusal | null => {
  if (resultDueOn === null) return { reason: 'NO_TIME_TO_EXTEND', params: {} };
  return resultDueOn < today ? { reason: 'EXTENSION_TOO_LATE', params: { dueOn: resultDueOn } } : reasonFault(reason);
};
