import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Acting } from '../context.js';
import { fenOf, moneyOf, sumOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import { LedgerEntry } from './ledger-entry.entity.js';
import type { Payable } from './payable.entity.js';
import { Payment } from './payment.entity.js';
import { LedgerKind, PaymentPurpose, PaymentState } from './payment.words.js';

// What is written into the ledger of what is payable, in the unit of work of the deed that decides it.

type Line = Pick<LedgerEntry, 'kind' | 'effectiveOn' | 'dueOn' | 'amount' | 'paymentId'>;

type Dated = Pick<Payable, 'id' | 'amount' | 'dueOn'>;

const negative = (amount: Money): Money => moneyOf(-fenOf(amount));

/** Writes a line. */
export function enter(em: EntityManager, { now }: Pick<Acting, 'now'>, payableId: string, line: Line): LedgerEntry {
  const entry = em.create(LedgerEntry, { id: uuid(), payableId, recordedAt: now, ...line });
  em.persist(entry);
  return entry;
}

/** Enters that a sum is due, once its due day is known. */
export function enterDue(em: EntityManager, acting: Pick<Acting, 'now'>, { id, amount, dueOn }: Dated): void {
  if (dueOn === null) return;
  enter(em, acting, id, { kind: LedgerKind.DUE, effectiveOn: dueOn, dueOn, amount, paymentId: null });
}

/** Enters what came of a payment for each sum whose due day is known; the rest follows with that day. */
export function enterPaid(
  em: EntityManager,
  acting: Pick<Acting, 'now'>,
  payment: Pick<Payment, 'id' | 'paidOn' | 'shares'>,
  payables: readonly Dated[],
): void {
  for (const { payable, amount } of payment.shares) {
    const dueOn = payables.find(({ id }) => id === payable)?.dueOn ?? null;
    if (dueOn !== null) enter(em, acting, payable, paidLine(payment, amount, dueOn));
  }
}

const paidLine = ({ id, paidOn }: Pick<Payment, 'id' | 'paidOn'>, amount: Money, dueOn: string): Line => ({
  kind: LedgerKind.PAID,
  effectiveOn: paidOn,
  dueOn,
  amount: negative(amount),
  paymentId: id,
});

/** Enters that a sum is due, and what was paid of it before its due day was known. */
export async function enterDueAndPaid(
  em: EntityManager,
  acting: Pick<Acting, 'now'>,
  payable: Dated & Pick<Payable, 'contractId'>,
): Promise<void> {
  enterDue(em, acting, payable);
  const confirmed = await em.find(Payment, {
    contractId: payable.contractId,
    state: PaymentState.CONFIRMED,
    purpose: PaymentPurpose.PRINCIPAL,
  });
  for (const payment of confirmed) {
    const shares = payment.shares.filter((share) => share.payable === payable.id);
    enterPaid(em, acting, { ...payment, shares }, [payable]);
  }
}

/** Takes back the lines of a sum whose due day was another one before, and enters them for the new one. */
export async function enterMoved(em: EntityManager, acting: Pick<Acting, 'now'>, { id, dueOn }: Dated): Promise<void> {
  if (dueOn === null) return;
  const lines = await em.find(LedgerEntry, { payableId: id });
  const alike = Map.groupBy(lines, (line) => [line.kind, line.effectiveOn, line.dueOn, line.paymentId].join());
  for (const same of alike.values()) {
    const [{ kind, effectiveOn, dueOn: before, paymentId }] = same as [LedgerEntry];
    const amount = moneyOf(sumOf(same.map((line) => line.amount)));
    if (fenOf(amount) === 0n || before === dueOn) continue;
    const moved = effectiveOn === before && paymentId === null ? dueOn : effectiveOn;
    enter(em, acting, id, { kind, effectiveOn, dueOn: before, amount: negative(amount), paymentId });
    enter(em, acting, id, { kind, effectiveOn: moved, dueOn, amount, paymentId });
  }
}
