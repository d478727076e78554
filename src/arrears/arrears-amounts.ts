import { fenOf, moneyOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import type { LedgerEntry } from '../procurement/ledger-entry.entity.js';
import type { Payable } from '../procurement/payable.entity.js';
import type { Payment } from '../procurement/payment.entity.js';
import { byDueDay } from '../procurement/payment.rules.js';
import { LedgerKind, PaymentPurpose, PaymentState } from '../procurement/payment.words.js';
import type { ArrearsCase } from './arrears-case.entity.js';

/** How a payable stands by its lines of the ledger, in fen. */
export interface Standing {
  readonly payable: Payable;
  /** What is claimed, less what was dismissed. */
  readonly principal: bigint;
  readonly undisputed: bigint;
  /** What has come. */
  readonly paid: bigint;
  /** What is reported as paid. */
  readonly pending: bigint;
}

type Line = Pick<LedgerEntry, 'payableId' | 'kind' | 'amount'>;

/** How each payable stands, those that were due first in front: what is paid goes to them first (Civil Code 民法典 art. 560). */
export function standingsOf(
  payables: readonly Payable[],
  lines: readonly Line[],
  payments: readonly Pick<Payment, 'purpose' | 'state' | 'shares'>[],
): Standing[] {
  const waiting = payments
    .filter(({ purpose, state }) => purpose === PaymentPurpose.PRINCIPAL && state === PaymentState.REPORTED)
    .flatMap(({ shares }) => shares);
  const sum = (payable: Payable, kinds: readonly LedgerKind[]): bigint =>
    lines
      .filter(({ payableId, kind }) => payableId === payable.id && kinds.includes(kind))
      .reduce((total, { amount }) => total + fenOf(amount), 0n);
  return payables.toSorted(byDueDay).map((payable) => ({
    payable,
    principal: sum(payable, [LedgerKind.DUE, LedgerKind.DISMISSED]),
    undisputed: sum(payable, [LedgerKind.UNDISPUTED]),
    paid: -sum(payable, [LedgerKind.PAID]),
    pending: waiting
      .filter(({ payable: id }) => id === payable.id)
      .reduce((total, { amount }) => total + fenOf(amount), 0n),
  }));
}

/** Which payable takes how much of an amount, in the order given, none more than it has room for. */
export function spread(
  standings: readonly Standing[],
  room: (standing: Standing) => bigint,
  amount: bigint,
): { readonly payable: Payable; readonly amount: bigint }[] {
  let left = amount;
  return standings.flatMap((standing) => {
    const free = room(standing);
    const taken = free < left ? free : left;
    if (taken <= 0n) return [];
    left -= taken;
    return [{ payable: standing.payable, amount: taken }];
  });
}

/** What is still to be paid of a payable, with what is reported as paid taken for paid. */
export const unpaid = ({ principal, paid, pending }: Standing): bigint => principal - paid - pending;

type Amounts = Pick<ArrearsCase, 'principal' | 'undisputed' | 'paid' | 'pending'>;

/** What is left to be paid of a case, in fen; with what is reported as paid taken for paid. */
export function leftOf({ principal, undisputed, paid, pending }: Amounts) {
  const covered = fenOf(paid) + fenOf(pending);
  const undisputedLeft = fenOf(undisputed) - covered;
  return {
    all: fenOf(principal) - covered,
    undisputed: undisputedLeft > 0n ? undisputedLeft : 0n,
    /** What the two have not agreed on. */
    disputed: fenOf(principal) - fenOf(undisputed),
  };
}

/** The sums of a case after a change of them, in fen; what remains follows. */
export function amountsAfter(
  before: Amounts & Pick<ArrearsCase, 'interestPaid'>,
  change: Partial<Record<'principal' | 'undisputed' | 'paid' | 'pending' | 'interestPaid', bigint>>,
): Amounts & Pick<ArrearsCase, 'remaining' | 'interestPaid'> {
  const after = (name: 'principal' | 'undisputed' | 'paid' | 'pending' | 'interestPaid'): Money =>
    moneyOf(fenOf(before[name]) + (change[name] ?? 0n));
  const [principal, paid] = [after('principal'), after('paid')];
  return {
    ...{ principal, paid, undisputed: after('undisputed'), pending: after('pending') },
    interestPaid: after('interestPaid'),
    remaining: moneyOf(fenOf(principal) - fenOf(paid)),
  };
}
