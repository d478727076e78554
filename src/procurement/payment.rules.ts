import type { Day } from '../calendar/day.js';
import type { Params } from '../messages/refusal.js';
import type { Reason } from '../messages/refusals.js';
import { fenOf, moneyOf } from '../money/fen.js';
import type { Money } from '../money/money.js';

/** A payment as it is reported. */
export interface Reported {
  readonly amount: Money;
  readonly paidOn: Day;
  readonly voucher: string;
}

/** Whether a payment can be: a positive amount, no more than is owed, not of a day to come nor of before the contract. */
export function paymentFault(
  { amount, paidOn }: Reported,
  owed: bigint,
  { signedOn }: { readonly signedOn: Day },
  today: Day,
): { readonly reason: Reason; readonly params: Params } | null {
  if (fenOf(amount) <= 0n) return { reason: 'PAYMENT_NOT_POSITIVE', params: { amount } };
  if (paidOn > today) return { reason: 'PAYMENT_FUTURE', params: { paidOn, today } };
  if (paidOn < signedOn) return { reason: 'PAYMENT_BEFORE_CONTRACT', params: { paidOn, signedOn } };
  return fenOf(amount) > owed ? { reason: 'PAYMENT_TOO_MUCH', params: { amount, owed: moneyOf(owed) } } : null;
}
