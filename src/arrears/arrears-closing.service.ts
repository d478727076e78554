import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { fenOf } from '../money/fen.js';
import type { Payment } from '../procurement/payment.entity.js';
import { PaymentPurpose, PaymentState } from '../procurement/payment.words.js';
import { departmentOf } from '../procurement/public-contract.service.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import type { StepRefusal } from '../workflow/take.js';
import { written } from '../workflow/written.js';
import { closingNotice, issueInCase } from './arrears.documents.js';
import type {
  ArrearsStepInput,
  ConfirmClearanceInput,
  RefuteClearanceInput,
  SucceedDebtorInput,
} from './arrears.inputs.js';
import { clearanceFault, closerFault, documentFault, interestFault, reasonFault } from './arrears.rules.js';
import { InterestSettlement } from './arrears.words.js';
import { ArrearsCase, ended } from './arrears-case.entity.js';
import { authorityOf } from './arrears-ladder.service.js';
import { uncount } from './arrears-ledger.js';
import { paymentIn } from './arrears-payment.service.js';
import { type Deciding, lockedCase, stepIn, takeArrearsStep, unsettledIn } from './arrears-step.service.js';

/** The principal has come, and the creditor claims its interest (Order 802, art. 17): 主张逾期利息. */
export const claimInterest = (context: Context, { id, reason }: ArrearsStepInput): Promise<ArrearsCase> =>
  takeArrearsStep(context, id, {
    step: () => 'claimInterest',
    guards: (deciding) => ({ interestOpen: interestFault(deciding.one, unsettledIn(deciding, context.today)) }),
    reason: written('reason', reason),
  });

/** The creditor says that everything came; interest that is owed is waived in so many words or not at all. 确认已清偿. */
export function confirmClearance(context: Context, input: ConfirmClearanceInput): Promise<ArrearsCase> {
  const waivesInterest = input.waivesInterest ?? false;
  return takeArrearsStep(context, input.id, {
    step: () => 'confirmClearance',
    guards: (deciding) => ({
      cleared: clearanceFault(deciding.one, unsettledIn(deciding, context.today), waivesInterest),
    }),
    reason: written('reason', input.reason),
    effect: (deciding) => {
      const { interest } = unsettledIn(deciding, context.today);
      deciding.one.interestSettlement = settlementOf(interest, fenOf(deciding.one.interestPaid));
    },
    facts: { waivesInterest },
  });
}

function settlementOf(owed: bigint, paid: bigint): InterestSettlement {
  if (owed > 0n) return InterestSettlement.WAIVED;
  return paid > 0n ? InterestSettlement.PAID : InterestSettlement.NONE;
}

/** An administrator who did not handle the case closes it, on the word of its creditor: 销号. */
export const closeArrears = (context: Context, { id, reason }: ArrearsStepInput): Promise<ArrearsCase> =>
  takeArrearsStep(context, id, {
    step: () => 'close',
    guards: async (deciding) => ({ otherAdmin: closerFault(await handlersOf(deciding), context.viewer.subject) }),
    reason: written('reason', reason),
    effect: async (deciding) => {
      deciding.one.closedOn = context.today;
      await issueInCase(context, deciding, closingNotice);
    },
  });

/** The accounts of the administrators who took a step of the case. */
const handlersOf = async ({ em, one }: Deciding): Promise<string[]> =>
  (await em.find(CaseStep, { caseId: one.id, by: 'ADMIN' }, { fields: ['account'] })).map(({ account }) => account);

/** The creditor says that money did not come after all: the case opens again. 否认清偿. */
export function refuteClearance(context: Context, input: RefuteClearanceInput): Promise<ArrearsCase> {
  const reason = written('reason', input.reason);
  return takeArrearsStep(context, input.id, {
    step: (deciding) => (refuted(deciding, input).some(isPrincipal) ? 'refute' : 'refuteInterest'),
    guards: (deciding) => ({ refutable: refutationFault(refuted(deciding, input)) ?? reasonFault(reason) }),
    reason,
    effect: (deciding) => {
      for (const payment of refuted(deciding, input)) {
        uncount(deciding, payment, context.now);
        Object.assign(payment, { state: PaymentState.REFUSED, decidedAt: context.now, reason });
      }
      Object.assign(deciding.one, { interestSettlement: null, closedOn: null });
    },
    facts: { payments: input.payments },
  });
}

const isPrincipal = ({ purpose }: Payment): boolean => purpose === PaymentPurpose.PRINCIPAL;

/** Each once, however its id is written: what is named twice is not taken back twice. */
const refuted = (deciding: Deciding, { payments }: RefuteClearanceInput): Payment[] => [
  ...new Set(payments.map((id) => paymentIn(deciding, id))),
];

function refutationFault(payments: readonly Payment[]): StepRefusal | null {
  if (payments.length === 0) return { reason: 'PAYMENT_NONE_NAMED', params: {} };
  const open = payments.find(({ state }) => state !== PaymentState.CONFIRMED);
  return open ? { reason: 'PAYMENT_NOT_CONFIRMED', params: { voucher: open.voucher } } : null;
}

/**
 * Another body takes the place of a debtor in every case that is not ended, such as after a merger of agencies: what is owed and
 * every date stay as they are (优化营商环境条例, art. 31: no default by reorganisation). 债务承继.
 */
export async function succeedDebtor(context: Context, input: SucceedDebtorInput): Promise<ArrearsCase[]> {
  const { from, to } = input;
  if (from === to) throw new Refusal('SUCCESSOR_SAME');
  const said = { document: written('document', input.document), reason: written('reason', input.reason) };
  const pass = async (em: EntityManager): Promise<ArrearsCase[]> => {
    const successor = await em.findOne(LegalEntity, { uscc: to });
    if (!successor) throw new Refusal('ARREARS_ENTITY_UNKNOWN', { field: 'to', uscc: to });
    const cases = await em.find(
      ArrearsCase,
      { debtorUscc: from, state: { $nin: [...ended] } },
      { fields: ['id'], orderBy: { id: 'asc' } },
    );
    if (cases.length === 0) throw new Refusal('SUCCESSION_NOTHING', { uscc: from });
    const passed: ArrearsCase[] = [];
    for (const { id } of cases) passed.push(await passTo(em, context, id, successor, said));
    return passed;
  };
  return context.em.transactional(pass).catch(contractTwice);
}

/** The successor may have a contract of the same number with the same supplier. */
function contractTwice(error: unknown): never {
  const twice = error instanceof UniqueConstraintViolationException && error.message.includes('public_contract_once');
  throw twice ? new Refusal('SUCCESSION_CONTRACT_TWICE') : error;
}

async function passTo(
  em: EntityManager,
  context: Context,
  id: string,
  { id: debtorId, uscc, regionCode }: LegalEntity,
  { document, reason }: { readonly document: string | null; readonly reason: string | null },
): Promise<ArrearsCase> {
  const one = (await lockedCase(em, id))!;
  if (one.creditorUscc === uscc) throw new Refusal('BUYER_IS_SUPPLIER');
  const debtorCode = departmentOf(context, uscc);
  return stepIn(em, context, one, {
    step: () => 'succeed',
    guards: () => ({ documented: documentFault('document', document, reason) }),
    reason,
    basis: document,
    effect: ({ contract }) => {
      Object.assign(one, { debtorId, debtorUscc: uscc, debtorCode });
      Object.assign(contract, { buyerId: debtorId, buyerUscc: uscc, buyerCode: debtorCode, regionCode });
      // nobody decides its own case, whoever it succeeded
      if (one.authorityCode !== null) one.authorityCode = authorityOf(contract.buyerKind, debtorCode).code;
    },
    facts: { to: uscc },
  });
}
