import type { Acting } from '../context.js';
import { fenOf, moneyOf } from '../money/fen.js';
import { enterPaid } from '../procurement/ledger.js';
import type { Payment } from '../procurement/payment.entity.js';
import { LedgerKind, PaymentPurpose } from '../procurement/payment.words.js';
import type { Settlement } from './arrears.rules.js';
import { amountsAfter, leftOf, type Standing, spread, unpaid } from './arrears-amounts.js';
import { type Deciding, standingsIn, writeLine } from './arrears-step.service.js';

// How the sums of a case change, in its row and in the ledger alike, in the unit of work of the step that decides it.

/** What a settlement says holds from now on. */
export function settled(acting: Acting, deciding: Deciding, { owed, dismissed }: Settlement): void {
  if (fenOf(dismissed) > 0n) dismissFrom(acting, deciding, fenOf(dismissed));
  if (fenOf(owed) > 0n) agreeOn(acting, deciding, fenOf(owed));
}

/** More of the claim is undisputed from today on: of what was due first, first. */
export function agreeOn(acting: Acting, deciding: Deciding, amount: bigint): void {
  spreadAgreed(acting, deciding, amount);
  Object.assign(deciding.one, amountsAfter(deciding.one, { undisputed: amount }));
}

function spreadAgreed({ now, today }: Acting, deciding: Deciding, amount: bigint): void {
  const room = ({ principal, undisputed }: Standing) => principal - undisputed;
  for (const part of spread(standingsIn(deciding), room, amount)) {
    writeLine(deciding, now, { payable: part.payable, kind: LedgerKind.UNDISPUTED, on: today, amount: part.amount });
  }
}

/** What was agreed on and is unpaid no longer is, since a judgment says otherwise. */
export function disagreeOn({ now, today }: Acting, deciding: Deciding): void {
  const { undisputed: left } = leftOf(deciding.one);
  const unpaidOf = ({ undisputed, paid, pending }: Standing): bigint => undisputed - paid - pending;
  for (const { payable, amount } of spread(standingsIn(deciding).toReversed(), unpaidOf, left)) {
    writeLine(deciding, now, { payable, kind: LedgerKind.UNDISPUTED, on: today, amount: -amount });
  }
  Object.assign(deciding.one, amountsAfter(deciding.one, { undisputed: -left }));
}

/**
 * Less is owed, and never was: of what was due last and is neither agreed on nor paid, first. Once a payment did not come, one sum
 * may be agreed on and another paid: then what is agreed on moves to the sums that are left.
 */
export function dismissFrom(acting: Acting, deciding: Deciding, amount: bigint): void {
  const free = ({ principal, undisputed, paid, pending }: Standing): bigint =>
    principal - (undisputed > paid + pending ? undisputed : paid + pending);
  let left = amount;
  for (const room of [free, unpaid]) {
    for (const { payable, amount: part } of spread(standingsIn(deciding).toReversed(), room, left)) {
      writeLine(deciding, acting.now, { payable, kind: LedgerKind.DISMISSED, on: payable.dueOn!, amount: -part });
      left -= part;
    }
  }
  Object.assign(deciding.one, amountsAfter(deciding.one, { principal: -amount }));
  let moved = 0n;
  for (const { payable, principal, undisputed } of standingsIn(deciding)) {
    if (undisputed <= principal) continue;
    const line = { payable, kind: LedgerKind.UNDISPUTED, on: acting.today, amount: principal - undisputed };
    writeLine(deciding, acting.now, line);
    moved += undisputed - principal;
  }
  spreadAgreed(acting, deciding, moved);
}

/** A claim that is not pursued leaves nothing in the ledger; what a registered contract makes payable can be claimed again. */
export function dropped({ now, today }: Acting, deciding: Deciding): void {
  const { one } = deciding;
  for (const standing of standingsIn(deciding)) {
    const { payable, undisputed } = standing;
    if (undisputed > 0n) {
      writeLine(deciding, now, { payable, kind: LedgerKind.UNDISPUTED, on: today, amount: -undisputed });
    }
    if (!payable.byClaim) payable.caseId = null;
    else if (unpaid(standing) > 0n) {
      writeLine(deciding, now, { payable, kind: LedgerKind.DISMISSED, on: payable.dueOn!, amount: -unpaid(standing) });
    }
  }
  const left = { principal: fenOf(one.paid) - fenOf(one.principal), undisputed: -fenOf(one.undisputed) };
  Object.assign(one, amountsAfter(one, left));
}

/** What the creditor said of a payment counts: what came is paid from its own day on. */
export function count({ em, one, payables }: Deciding, payment: Payment, now: Date, received: boolean): void {
  const amount = fenOf(payment.amount);
  if (payment.purpose === PaymentPurpose.INTEREST) {
    if (received) Object.assign(one, amountsAfter(one, { interestPaid: amount }));
    return;
  }
  Object.assign(one, amountsAfter(one, { pending: -amount, ...(received && { paid: amount }) }));
  if (received) enterPaid(em, { now }, payment, payables);
}

/** Takes back what a payment counted, since it did not come after all. */
export function uncount({ em, one, payables }: Deciding, payment: Payment, now: Date): void {
  const amount = fenOf(payment.amount);
  if (payment.purpose === PaymentPurpose.INTEREST) {
    Object.assign(one, amountsAfter(one, { interestPaid: -amount }));
    return;
  }
  Object.assign(one, amountsAfter(one, { paid: -amount }));
  const shares = payment.shares.map((share) => ({ ...share, amount: moneyOf(-fenOf(share.amount)) }));
  enterPaid(em, { now }, { ...payment, shares }, payables);
}
