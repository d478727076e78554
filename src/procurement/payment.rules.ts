import type { Day } from '../calendar/day.js';
import { fenOf, moneyOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import type { StepRefusal } from '../workflow/take.js';
import type { PaymentShare } from './payment.entity.js';

/** A sum of which something may still be owed. */
export interface Owed {
  /** Id of the payable. */
  readonly id: string;
  readonly dueOn: Day | null;
  readonly lastDay: Day | null;
  readonly position: number;
  /** What is neither paid nor reported as paid. */
  readonly remaining: Money;
}

/** Later than any day: what has no due day comes last. */
const never = '9999-12-31';

/** What says when a sum is to be paid. */
type Place = Pick<Owed, 'dueOn' | 'lastDay' | 'position'>;

const rank = ({ dueOn, lastDay }: Place): Day => dueOn ?? lastDay ?? never;

/** What is paid first: what was due first, then in the order of the contract (Civil Code 民法典 art. 560). */
export const byDueDay = (one: Place, other: Place): number => {
  const [first, second] = [rank(one), rank(other)];
  return first === second ? one.position - other.position : first < second ? -1 : 1;
};

/**
 * For which sums a payment is: the oldest due first, those without a due day last. What is more than is owed of all of them is in
 * no share: whoever accepts the payment refuses it first.
 */
export function allocate(payables: readonly Owed[], amount: Money): PaymentShare[] {
  let left = fenOf(amount);
  const shares: PaymentShare[] = [];
  for (const { id, remaining } of payables.toSorted(byDueDay)) {
    const owed = fenOf(remaining);
    const share = owed < left ? owed : left;
    if (share <= 0n) continue;
    shares.push({ payable: id, amount: moneyOf(share) });
    left -= share;
  }
  return shares;
}

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
): StepRefusal | null {
  if (fenOf(amount) <= 0n) return { reason: 'PAYMENT_NOT_POSITIVE', params: { amount } };
  if (paidOn > today) return { reason: 'PAYMENT_FUTURE', params: { paidOn, today } };
  if (paidOn < signedOn) return { reason: 'PAYMENT_BEFORE_CONTRACT', params: { paidOn, signedOn } };
  return fenOf(amount) > owed ? { reason: 'PAYMENT_TOO_MUCH', params: { amount, owed: moneyOf(owed) } } : null;
}
