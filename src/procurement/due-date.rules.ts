import type { Day } from '../calendar/day.js';
import { deadlineOf } from '../calendar/deadline.js';
import type { SkippedDay } from '../calendar/deadline-explanation.js';
import type { WorkingDays } from '../calendar/working-days.js';
import { Refusal } from '../messages/refusal.js';
import type { StepRefusal } from '../workflow/take.js';
import { publicBuyers } from './buyer.rules.js';
import { BuyerKind, DueNote, PayableKind, StartFact } from './procurement.words.js';

// When a small firm must be paid: State Council Order 802 (保障中小企业款项支付条例), arts 9, 10, 13. What a buyer does within its
// own house (new persons in charge, approvals, audits and filings that nobody agreed on) moves no day (art. 14), and so is no
// fact here.

/** What decides when something is due. */
export interface DueFacts {
  readonly kind: PayableKind;
  readonly deliveredOn: Day | null;
  /** The last day of the agreed period for inspection or acceptance. */
  readonly inspectionUntil: Day | null;
  /** The day on which it passed inspection or acceptance. */
  readonly acceptedOn: Day | null;
  /** The day on which both sides confirmed the amount of a progress or periodic settlement. */
  readonly confirmedOn: Day | null;
  /** The day on which a deposit is to be refunded. */
  readonly refundOn: Day | null;
  /** The term of the contract in calendar days. */
  readonly agreedDays: number | null;
  /** Whether the contract makes payment wait for that of a third party. */
  readonly backToBack: boolean;
  /** The day that another law, administrative regulation or state rule sets. */
  readonly specialDueOn: Day | null;
  /** That rule. */
  readonly specialBasis: string | null;
}

/** When something is due, with the arithmetic that leads there. */
export interface Due {
  /** The day from which it counts; that day itself does not. */
  readonly startedOn: Day;
  readonly startFact: StartFact;
  /** The length that was applied, in calendar days; null where a day was set. */
  readonly days: number | null;
  /** The length that the contract says. */
  readonly agreedDays: number | null;
  /** The last day before it moves over days off. */
  readonly lastDay: Day;
  /** The last day on which it is paid in time; null where the calendar of a year is missing. */
  readonly dueOn: Day | null;
  /** The year whose official calendar is missing. */
  readonly missingYear: number | null;
  /** The days off over which the last day moved. */
  readonly skipped: readonly SkippedDay[];
  /** The official notices that say so. */
  readonly calendarEdition: string | null;
  readonly basis: string;
  readonly notes: readonly DueNote[];
}

/** Up to which length a term can be agreed at all. */
const mostAgreedDays = 3650;

/** The longest term of organs and institutions, and the term of enterprises where none is agreed (Order 802, art. 9). */
const sixty = 60;

/** What stands against working out a due date from these facts, the first fault; null: nothing does. */
export function faultOfFacts(facts: DueFacts): StepRefusal | null {
  const { kind, agreedDays, specialDueOn, specialBasis } = facts;
  if (agreedDays !== null && !(Number.isInteger(agreedDays) && agreedDays >= 1 && agreedDays <= mostAgreedDays)) {
    return { reason: 'AGREED_DAYS', params: { value: agreedDays, most: String(mostAgreedDays) } };
  }
  if (specialDueOn !== null && !specialBasis?.trim()) return { reason: 'SPECIAL_RULE_UNNAMED', params: {} };
  if (specialDueOn === null && specialBasis?.trim()) return missing('specialDueOn', kind);
  return disorder(facts) ?? (startOf(facts) ? null : missing(needed[kind], kind));
}

const missing = (field: keyof DueFacts, kind: PayableKind): StepRefusal => ({
  reason: 'DUE_FACT_MISSING',
  params: { field, kind },
});

/** The fact without which nothing of the kind is due. */
const needed: Readonly<Record<PayableKind, keyof DueFacts>> = {
  [PayableKind.PAYMENT]: 'deliveredOn',
  [PayableKind.PROGRESS]: 'confirmedOn',
  [PayableKind.DEPOSIT]: 'refundOn',
};

/** What comes first in every deal: nothing is accepted, and no inspection ends, before delivery. */
const inOrder = [
  ['deliveredOn', 'acceptedOn'],
  ['deliveredOn', 'inspectionUntil'],
] as const;

function disorder(facts: DueFacts): StepRefusal | null {
  for (const [earlier, later] of inOrder) {
    const [first, second] = [facts[earlier], facts[later]];
    if (first === null || second === null || first <= second) continue;
    return { reason: 'DUE_FACTS_ORDER', params: { earlier, first, later, second } };
  }
  return null;
}

/**
 * When something is due (Order 802, arts 9, 10, 13). Another law's day prevails; a deposit is due on the day agreed; anything
 * else so many calendar days after the day it counts from, which does not count itself (Civil Code 民法典 art. 201). A last
 * day that is off moves to the next working day (art. 203). Refuses faulty facts as `faultOfFacts` says.
 */
export function dueDateOf(buyer: BuyerKind, facts: DueFacts, calendar: WorkingDays): Due {
  const fault = faultOfFacts(facts);
  if (fault) throw new Refusal(fault.reason, fault.params);
  const start = startOf(facts)!;
  const term = isSet(start) ? { days: null, notes: [] } : termOf(publicBuyers.includes(buyer), facts);
  const { day: startedOn, fact: startFact } = start;
  const delayed = startFact === StartFact.INSPECTION_EXPIRED ? [DueNote.DELAYED_INSPECTION] : [];
  return {
    ...{ startedOn, startFact, days: term.days, agreedDays: facts.agreedDays },
    ...ending(startedOn, term.days ?? 0, calendar),
    basis: basisOf(buyer, start, facts),
    notes: [...delayed, ...term.notes],
  };
}

/** The day from which it counts, and why. */
interface Start {
  readonly day: Day;
  readonly fact: StartFact;
}

/** Whether the day is set as it is, and no term counts from it. */
const isSet = ({ fact }: Start): boolean => fact === StartFact.SPECIAL_RULE || fact === StartFact.REFUND_AGREED;

function startOf(facts: DueFacts): Start | null {
  const { kind, specialDueOn, refundOn, confirmedOn } = facts;
  if (specialDueOn !== null) return { day: specialDueOn, fact: StartFact.SPECIAL_RULE };
  if (kind === PayableKind.DEPOSIT) return since(refundOn, StartFact.REFUND_AGREED);
  if (kind === PayableKind.PROGRESS) return since(confirmedOn, StartFact.AMOUNT_CONFIRMED);
  return startOfPayment(facts);
}

const since = (day: Day | null, fact: StartFact): Start | null => (day === null ? null : { day, fact });

/** Acceptance counts where it is agreed, but no later than the end of its period: a buyer gains nothing by delay (art. 10). */
function startOfPayment({ deliveredOn, inspectionUntil, acceptedOn }: DueFacts): Start | null {
  if (acceptedOn !== null && (inspectionUntil === null || acceptedOn <= inspectionUntil)) {
    return { day: acceptedOn, fact: StartFact.ACCEPTANCE };
  }
  return since(inspectionUntil, StartFact.INSPECTION_EXPIRED) ?? since(deliveredOn, StartFact.DELIVERY);
}

/** How many days may pass, and what is to be said of it. */
interface AppliedTerm {
  readonly days: number;
  readonly notes: readonly DueNote[];
}

/**
 * Organs and institutions pay within 30 days, or within what is agreed, 60 at the most; large enterprises within 60, or what
 * is agreed (art. 9). A term that hangs on a third party's payment is none: the article says so of enterprises, and organs and
 * institutions have a term of days alone.
 */
function termOf(isPublic: boolean, { agreedDays, backToBack }: DueFacts): AppliedTerm {
  const byLaw = isPublic ? 30 : sixty;
  if (backToBack) return { days: byLaw, notes: [DueNote.BACK_TO_BACK_VOID, DueNote.DEFAULT_TERM] };
  if (agreedDays === null) return { days: byLaw, notes: [DueNote.DEFAULT_TERM] };
  if (isPublic && agreedDays > sixty) return { days: sixty, notes: [DueNote.AGREED_TERM_CUT] };
  return { days: agreedDays, notes: [DueNote.AGREED_TERM] };
}

/** The last day, and where it moves; a year without an official calendar is named instead of a day. */
function ending(
  startedOn: Day,
  days: number,
  calendar: WorkingDays,
): Pick<Due, 'lastDay' | 'dueOn' | 'missingYear' | 'skipped' | 'calendarEdition'> {
  const lastDay = deadlineOf(calendar, startedOn, { days }).dueOn;
  try {
    return { lastDay, missingYear: null, ...deadlineOf(calendar, lastDay, { days: 0 }, { rollsForward: true }) };
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'CALENDAR_MISSING')) throw error;
    const missingYear = Number(error.params['year']);
    return { lastDay, missingYear, dueOn: null, skipped: [], calendarEdition: null };
  }
}

const articlesOf: Readonly<Record<StartFact, string>> = {
  [StartFact.DELIVERY]: 'art. 9',
  [StartFact.ACCEPTANCE]: 'arts 9, 10',
  [StartFact.INSPECTION_EXPIRED]: 'arts 9, 10',
  [StartFact.AMOUNT_CONFIRMED]: 'art. 9',
  [StartFact.REFUND_AGREED]: 'art. 13',
  [StartFact.SPECIAL_RULE]: 'art. 9',
};

function basisOf(buyer: BuyerKind, start: Start, { specialBasis }: DueFacts): string {
  const special = start.fact === StartFact.SPECIAL_RULE ? [specialBasis!.trim()] : [];
  const alike = buyer === BuyerKind.FISCAL_ORGANISATION ? ', with art. 36' : '';
  const order = `State Council Order 802 (保障中小企业款项支付条例), ${articlesOf[start.fact]}${alike}`;
  const civilCode = `Civil Code (民法典), ${isSet(start) ? 'art. 203' : 'arts 201, 203'}`;
  return [...special, order, civilCode].join('; ');
}
