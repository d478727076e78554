import { v7 as uuid } from 'uuid';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { fenOf, moneyOf } from '../money/fen.js';
import { Payment, type PaymentShare } from '../procurement/payment.entity.js';
import { paymentFault } from '../procurement/payment.rules.js';
import { PaymentPurpose, PaymentState } from '../procurement/payment.words.js';
import { voucherUsed } from '../procurement/voucher.js';
import { needed, written } from '../workflow/written.js';
import type { ConfirmReceiptInput } from './arrears.inputs.js';
import { reasonFault } from './arrears.rules.js';
import { ArrearsState } from './arrears.states.js';
import { amountsAfter, leftOf, spread, unpaid } from './arrears-amounts.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import { attachAll } from './arrears-evidence.js';
import { agreeOn, count } from './arrears-ledger.js';
import type { RecordPaymentInput } from './arrears-payment.inputs.js';
import {
  type ArrearsStepName,
  type Deciding,
  standingsIn,
  takeArrearsStep,
  unsettledIn,
} from './arrears-step.service.js';

/**
 * A payment is reported, by the debtor or the administrators. It counts once the creditor has confirmed it, from its own day.
 * Principal goes to what was due first (Civil Code 民法典 art. 560). 登记付款.
 */
export function recordPayment(context: Context, input: RecordPaymentInput): Promise<ArrearsCase> {
  const { amount, paidOn } = input;
  const purpose = input.purpose ?? PaymentPurpose.PRINCIPAL;
  const voucher = needed('voucher', input.voucher);
  const owed = (deciding: Deciding): bigint =>
    purpose === PaymentPurpose.PRINCIPAL ? leftOf(deciding.one).all : unsettledIn(deciding, context.today).interest;
  return takeArrearsStep(context, input.id, {
    step: (deciding) => payingStep(deciding, purpose, fenOf(amount), owed(deciding)),
    guards: (deciding) => ({
      payable: paymentFault({ amount, paidOn, voucher }, owed(deciding), deciding.contract, context.today),
    }),
    reason: written('reason', input.reason),
    effect: async (deciding) => {
      const { em, one, contract, payments } = deciding;
      const payment = em.create(Payment, {
        ...{
          id: uuid(),
          contractId: contract.id,
          caseId: one.id,
          payerUscc: one.debtorUscc,
          purpose,
          amount,
          paidOn,
          voucher,
        },
        shares: purpose === PaymentPurpose.PRINCIPAL ? sharesOf(deciding, fenOf(amount)) : [],
        ...{ state: PaymentState.REPORTED, reportedAt: context.now, reportedBy: context.viewer.subject },
        ...{ decidedAt: null, reason: null },
      });
      em.persist(payment);
      payments.push(payment);
      if (purpose === PaymentPurpose.PRINCIPAL) admit(context, deciding, fenOf(amount));
      await attachAll(context, deciding, input.evidence);
    },
    facts: { amount, paidOn, purpose },
  }).catch(voucherUsed(voucher));
}

const sharesOf = (deciding: Deciding, amount: bigint): PaymentShare[] =>
  spread(standingsIn(deciding), unpaid, amount).map((part) => ({
    payable: part.payable.id,
    amount: moneyOf(part.amount),
  }));

/** Whoever says that it paid says that it owed: what is reported as paid is undisputed from then on, come or not. */
function admit(context: Context, deciding: Deciding, amount: bigint): void {
  const { one } = deciding;
  Object.assign(one, amountsAfter(one, { pending: amount }));
  const admitted = fenOf(one.paid) + fenOf(one.pending) - fenOf(one.undisputed);
  if (admitted > 0n) agreeOn(context, deciding, admitted);
}

function payingStep({ one }: Deciding, purpose: PaymentPurpose, amount: bigint, owed: bigint): ArrearsStepName {
  if (purpose === PaymentPurpose.INTEREST) {
    return one.state === ArrearsState.INTEREST_DUE && amount >= owed ? 'payInterest' : 'pay';
  }
  if (amount >= owed) return 'payInFull';
  const { undisputed, disputed } = leftOf(one);
  const alreadyThere = one.state === ArrearsState.DISPUTED || one.state === ArrearsState.VERIFYING;
  return disputed > 0n && amount >= undisputed && !alreadyThere ? 'payUndisputed' : 'pay';
}

/** The creditor says whether a payment came: 确认到账或否认到账. */
export function confirmReceipt(context: Context, input: ConfirmReceiptInput): Promise<ArrearsCase> {
  const { received } = input;
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: (deciding) => (received ? 'confirmReceipt' : refusingStep(deciding, paymentIn(deciding, input.payment))),
    guards: (deciding) => ({
      receiptOpen: answeredFault(paymentIn(deciding, input.payment)) ?? (received ? null : reasonFault(reason)),
    }),
    reason,
    effect: (deciding) => {
      const payment = paymentIn(deciding, input.payment);
      const state = received ? PaymentState.CONFIRMED : PaymentState.REFUSED;
      Object.assign(payment, { state, decidedAt: context.now, reason });
      count(deciding, payment, context.now, received);
    },
    facts: { payment: input.payment, received },
  });
}

/** The payment of the case with an id. */
export function paymentIn({ payments }: Deciding, id: string): Payment {
  const payment = payments.find((one) => one.id === id.toLowerCase());
  if (!payment) throw new Refusal('PAYMENT_UNKNOWN');
  return payment;
}

const answeredFault = ({ voucher, state }: Payment) =>
  state === PaymentState.REPORTED ? null : ({ reason: 'PAYMENT_ANSWERED', params: { voucher, state } } as const);

/** What was counted as paid is owed again: so the case leaves the states in which nothing undisputed is. */
function refusingStep({ one }: Deciding, { purpose, amount }: Payment): ArrearsStepName {
  if (purpose === PaymentPurpose.INTEREST) return 'refuseReceipt';
  if (one.state === ArrearsState.PAID) return 'refuseAndReopen';
  const after = { ...one, ...amountsAfter(one, { pending: -fenOf(amount) }) };
  return one.state === ArrearsState.DISPUTED && leftOf(after).undisputed > 0n ? 'refuseAndReopen' : 'refuseReceipt';
}
