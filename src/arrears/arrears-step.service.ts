import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import type { Day } from '../calendar/day.js';
import type { Acting } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { fenOf, moneyOf } from '../money/fen.js';
import { interestOf } from '../money/interest.rules.js';
import { enter } from '../procurement/ledger.js';
import { LedgerEntry } from '../procurement/ledger-entry.entity.js';
import { Payable } from '../procurement/payable.entity.js';
import { Payment } from '../procurement/payment.entity.js';
import { LedgerKind, PaymentPurpose, PaymentState } from '../procurement/payment.words.js';
import { PublicContract } from '../procurement/public-contract.entity.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf } from '../workflow/workflow.js';
import { type Guards, guardsOf, mayKnow, nextInstalment, partyOf } from './arrears.rules.js';
import { type ArrearsParty, ArrearsState } from './arrears.states.js';
import { PlanState } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { type Standing, standingsOf } from './arrears-amounts.js';
import { ArrearsCase } from './arrears-case.entity.js';
import { arrearsKind } from './arrears-kind.js';
import { RepaymentPlan } from './repayment-plan.entity.js';

/** The steps of the table. */
export type ArrearsStepName = StepOf<typeof arrearsWorkflow>;

/** A case that is decided on: locked, with what belongs to it. */
export interface Deciding {
  readonly em: EntityManager;
  readonly one: ArrearsCase;
  readonly contract: PublicContract;
  readonly payables: readonly Payable[];
  readonly lines: LedgerEntry[];
  readonly payments: Payment[];
  /** The newest plan. */
  readonly plan: RepaymentPlan | null;
  readonly party: ArrearsParty | null;
}

/** A step that somebody takes. */
interface Taking {
  /** The step, where it depends on the case. */
  readonly step: (deciding: Deciding) => ArrearsStepName;
  /** The conditions that it looks at. */
  readonly guards?: (deciding: Deciding) => Guards | Promise<Guards>;
  readonly reason?: string | null;
  readonly basis?: string | null;
  /** What the step does beside the state, in the same unit of work. */
  readonly effect?: (deciding: Deciding) => Promise<void> | void;
  /** More for the audit. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Takes a step of a case in the name of the viewer, with all that follows from it, or says why it cannot be taken. The case is
 * locked first: two who act at once act one after the other, the second on what the first has made of it.
 */
export function takeArrearsStep(acting: Acting, id: string, taking: Taking): Promise<ArrearsCase> {
  return acting.em.transactional(async (em) => {
    const one = await lockedCase(em, id);
    if (!one || !mayKnow(acting.viewer, one)) throw new Refusal('ARREARS_UNKNOWN');
    return stepIn(em, acting, one, taking);
  });
}

/** As `takeArrearsStep`, in a unit of work at hand and of a case that is locked. */
export async function stepIn(
  em: EntityManager,
  acting: Acting,
  one: ArrearsCase,
  { step, guards, reason = null, basis = null, effect, facts }: Taking,
): Promise<ArrearsCase> {
  const party = partyOf(acting.viewer, one);
  const deciding = { ...(await atHand(em, acting, one)), party };
  const told = guardsOf((await guards?.(deciding)) ?? {});
  const row = await takeInCase(em, arrearsWorkflow, one, step(deciding), { party, guards: told });
  await effect?.(deciding);
  await afterStep(deciding, row.to);
  enterStep(em, acting, arrearsKind, one, { row, by: party!, reason, basis, ...(facts && { facts }) });
  return one;
}

/** What the clock does. */
interface ByClock {
  /** Whether it is still to be done when the case is locked: another round, or a party, may have been faster. */
  readonly still: (locked: Pick<Deciding, 'one'>) => boolean;
  readonly effect?: (deciding: Deciding) => Promise<void> | void;
}

/** Takes a step of the platform's own, if it is still to be taken when the case is locked. */
export function takeClockStep(
  acting: Acting,
  id: string,
  step: ArrearsStepName,
  { still, effect }: ByClock,
): Promise<void> {
  return acting.em.transactional(async (em) => {
    const one = await lockedCase(em, id);
    if (!one || !still({ one })) return;
    const deciding = { ...(await atHand(em, acting, one)), party: null };
    const row = await takeInCase(em, arrearsWorkflow, one, step, { party: 'CLOCK', guards: guardsOf({}) });
    await effect?.(deciding);
    await afterStep(deciding, row.to);
    enterStep(em, acting, arrearsKind, one, { row, by: 'CLOCK' });
  });
}

/** A plan ends when its case leaves it; while it is kept, the case knows the instalment that comes next. */
function afterStep({ one, plan }: Deciding, to: ArrearsState): void {
  if (plan?.state === PlanState.AGREED && to !== ArrearsState.PLAN_AGREED) plan.state = PlanState.ENDED;
  if (plan?.state !== PlanState.AGREED) {
    one.nextInstalmentOn = null;
    return;
  }
  const paidSince = fenOf(one.paid) + fenOf(one.pending) - fenOf(plan.paidBefore!);
  // what was agreed on since the plan was is due with its last instalment
  one.nextInstalmentOn = nextInstalment(plan.instalments, paidSince) ?? plan.instalments.at(-1)!.dueOn;
}

async function atHand(
  em: EntityManager,
  { rehearsed }: Pick<Acting, 'rehearsed'>,
  one: ArrearsCase,
): Promise<Omit<Deciding, 'party'>> {
  // what an earlier deed of the request has loaded may have been changed since
  const fresh = { refresh: true } as const;
  const contract = await em.findOneOrFail(PublicContract, { id: one.contractId }, fresh);
  // what a rehearsal writes into the ledger of a contract counts in no disclosure
  contract.rehearsed ||= rehearsed;
  const payables = await em.find(Payable, { caseId: one.id }, fresh);
  const lines = await em.find(LedgerEntry, { payableId: { $in: payables.map(({ id }) => id) } });
  const payments = await em.find(Payment, { caseId: one.id }, { orderBy: { id: 'asc' }, ...fresh });
  const [plan] = await em.find(RepaymentPlan, { caseId: one.id }, { orderBy: { serial: 'desc' }, limit: 1, ...fresh });
  return { em, one, contract, payables, lines, payments, plan: plan ?? null };
}

/** The case, locked until the unit of work ends. */
export const lockedCase = async (em: EntityManager, id: string): Promise<ArrearsCase | null> =>
  isUuid(id) ? em.findOne(ArrearsCase, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

/** How the payables of the case stand. */
export const standingsIn = ({ payables, lines, payments }: Deciding): Standing[] =>
  standingsOf(payables, lines, payments);

/** Writes a line of the ledger. */
export function writeLine(
  { em, lines }: Deciding,
  now: Date,
  {
    payable,
    kind,
    on,
    amount,
    payment = null,
  }: {
    readonly payable: Payable;
    readonly kind: LedgerKind;
    readonly on: Day;
    readonly amount: bigint;
    readonly payment?: string | null;
  },
): void {
  const line = { kind, effectiveOn: on, dueOn: payable.dueOn!, amount: moneyOf(amount), paymentId: payment };
  lines.push(enter(em, { now }, payable.id, line));
}

/** Interest on all the payables of a case until a day, in fen: each is rounded for itself. */
export function interestIn(
  { contract, payables, lines }: Pick<Deciding, 'contract' | 'payables' | 'lines'>,
  asOf: Day,
): bigint {
  return payables.reduce((sum, payable) => sum + interestOfPayable(contract, payable, lines, asOf).interest, 0n);
}

/** Interest on one payable, with its arithmetic (Order 802, art. 17). */
export function interestOfPayable(
  { rateNumerator, rateDenominator }: Pick<PublicContract, 'rateNumerator' | 'rateDenominator'>,
  { id, dueOn }: Pick<Payable, 'id' | 'dueOn'>,
  lines: readonly Pick<LedgerEntry, 'payableId' | 'kind' | 'effectiveOn' | 'amount'>[],
  asOf: Day,
) {
  const own = lines.filter(({ payableId }) => payableId === id);
  const amountOf = (...kinds: LedgerKind[]) =>
    own.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + fenOf(amount), 0n);
  return interestOf({
    // what was dismissed never bore interest
    principal: amountOf(LedgerKind.DUE, LedgerKind.DISMISSED),
    dueOn: dueOn!,
    movements: own
      .filter(({ kind }) => kind === LedgerKind.PAID)
      .map(({ effectiveOn, amount }) => ({ on: effectiveOn, amount: fenOf(amount) })),
    rate: { numerator: BigInt(rateNumerator), denominator: BigInt(rateDenominator) },
    asOf,
  });
}

/** How many payments wait for their confirmation. */
export const waitingIn = (payments: readonly Pick<Payment, 'state'>[]): number =>
  payments.filter(({ state }) => state === PaymentState.REPORTED).length;

/** What is left to be settled: payments that wait, and interest that is neither paid nor reported as paid. */
export function unsettledIn(
  deciding: Pick<Deciding, 'one' | 'contract' | 'payables' | 'lines' | 'payments'>,
  today: Day,
): { waiting: number; interest: bigint } {
  const waiting = deciding.payments.filter(({ state }) => state === PaymentState.REPORTED);
  const reported = waiting
    .filter(({ purpose }) => purpose === PaymentPurpose.INTEREST)
    .reduce((sum, { amount }) => sum + fenOf(amount), 0n);
  return {
    waiting: waitingIn(waiting),
    interest: interestIn(deciding, today) - fenOf(deciding.one.interestPaid) - reported,
  };
}
