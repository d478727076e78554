import type { EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Acting } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { fenOf, sumOf } from '../money/fen.js';
import { needed, written } from '../workflow/written.js';
import { owedOf } from './balance.js';
import { enterPaid } from './ledger.js';
import { contractOfSide } from './locked-contract.js';
import { Payable } from './payable.entity.js';
import { Payment } from './payment.entity.js';
import { allocate, paymentFault } from './payment.rules.js';
import { PaymentPurpose, PaymentState } from './payment.words.js';
import type { ConfirmContractPaymentInput, RecordContractPaymentInput } from './procurement.inputs.js';
import type { PublicContract } from './public-contract.entity.js';
import { voucherUsed } from './voucher.js';

/**
 * A payment under a contract of which there is no case. What the supplier reports has come; what the buyer reports counts once
 * the supplier has confirmed it. 登记合同付款.
 */
export function recordContractPayment(acting: Acting, input: RecordContractPaymentInput): Promise<Payment> {
  const { amount, paidOn } = input;
  const voucher = needed('voucher', input.voucher);
  return acting.em
    .transactional(async (em) => {
      const unknown = new Refusal('CONTRACT_UNKNOWN');
      const { contract, side } = await contractOfSide(em, acting, input.contract, unknown);
      const payer = contract.buyerUscc;
      const used = await em.findOne(Payment, { payerUscc: payer, voucher, state: { $ne: PaymentState.REFUSED } });
      if (used) throw new Refusal('PAYMENT_VOUCHER_USED', { voucher });
      const owed = await payableSums(em, contract);
      const remaining = sumOf(owed.map((one) => one.remaining));
      const fault = paymentFault({ amount, paidOn, voucher }, remaining, contract, acting.today);
      if (fault) throw new Refusal(fault.reason, fault.params);
      const isConfirmed = side === 'SUPPLIER';
      const payment = em.create(Payment, {
        ...{ id: uuid(), contractId: contract.id, caseId: null, payerUscc: payer, voucher, amount, paidOn },
        ...{ purpose: PaymentPurpose.PRINCIPAL, shares: allocate(owed, amount), reason: null },
        state: isConfirmed ? PaymentState.CONFIRMED : PaymentState.REPORTED,
        ...{ reportedAt: acting.now, reportedBy: acting.viewer.subject, decidedAt: isConfirmed ? acting.now : null },
      });
      em.persist(payment);
      if (isConfirmed) await enterConfirmed(em, acting, payment);
      auditPayment(em, acting, 'report', payment);
      return payment;
    })
    .catch(voucherUsed(voucher));
}

/** The supplier says whether a payment that the buyer has reported has come. 到账确认. */
export function confirmContractPayment(acting: Acting, input: ConfirmContractPaymentInput): Promise<Payment> {
  const { received } = input;
  const reason = written('reason', input.reason);
  const unknown = new Refusal('CONTRACT_PAYMENT_UNKNOWN');
  return acting.em.transactional(async (em) => {
    const seen = isUuid(input.payment) ? await em.findOne(Payment, { id: input.payment }) : null;
    if (!seen) throw unknown;
    const { side } = await contractOfSide(em, acting, seen.contractId, unknown);
    if (side !== 'SUPPLIER') throw new Refusal('CONTRACT_NOT_YOURS', { who: 'SUPPLIER' });
    const payment = (await em.findOne(Payment, { id: seen.id }, { refresh: true }))!;
    if (payment.caseId !== null) throw new Refusal('CONTRACT_IN_CASE');
    const { state, voucher } = payment;
    if (state !== PaymentState.REPORTED) throw new Refusal('PAYMENT_ANSWERED', { voucher, state });
    if (!received && reason === null) throw new Refusal('STATEMENT_MISSING', { field: 'reason' });
    payment.state = received ? PaymentState.CONFIRMED : PaymentState.REFUSED;
    payment.decidedAt = acting.now;
    payment.reason = reason;
    if (received) await enterConfirmed(em, acting, payment);
    auditPayment(em, acting, received ? 'confirm' : 'refuse', payment);
    return payment;
  });
}

/** The sums that can be paid here. While some of it is owed in a case, what is paid is told there. */
async function payableSums(em: EntityManager, { id }: PublicContract) {
  const owed = await owedOf(em, id);
  if (owed.some(({ caseId, remaining }) => caseId !== null && fenOf(remaining) > 0n)) {
    throw new Refusal('CONTRACT_IN_CASE');
  }
  return owed;
}

async function enterConfirmed(em: EntityManager, acting: Acting, payment: Payment): Promise<void> {
  const payables = await em.find(Payable, { id: { $in: payment.shares.map(({ payable }) => payable) } });
  enterPaid(em, acting, payment, payables);
}

const auditPayment = (em: EntityManager, acting: Acting, what: string, payment: Payment): void =>
  audit(em, acting, {
    ...{ deed: `contractPayment.${what}`, subjectType: 'Payment', subjectId: payment.id },
    facts: {
      ...{ contract: payment.contractId, amount: payment.amount, paidOn: payment.paidOn },
      ...{ voucher: payment.voucher, state: payment.state },
    },
  });
