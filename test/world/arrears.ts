import type { Answer, City, Person } from '../world.js';
import { done } from './repair.js';

/** What the stories look at of a case. */
export const arrearsShown = `id number state source principal undisputed disputed paid pending remaining interestPaid interestSettlement
  oldestDueOn rung owedAnew handler closedOn courtNumber escalatedAt
  debtor { uscc } creditor { uscc } contract { number supplierSize rateKind annualRate }
  payables { id title amount dueOn } payments { id purpose amount paidOn voucher state reason }
  plans { serial state brokenOn instalments { dueOn amount funds } }
  deadline { dueOn startedOn length unit basis } resultDeadline { dueOn startedOn length unit }
  timeline { step from to by reason basis account } availableSteps { step }
  documents { kind number title text issuedBy } record { id state number fields { key value } }
  measures { measure inForce executingUnit { code } }`;

/** A market entity of the demonstration, small at signing. */
export const creditorCode = '91150203MA0T3QT218';
/** The department that owes, with its own code. */
export const debtorCode = '1115020001T3QT211H';

let serial = 0;

/** A claim: a delivery of 2026-03-01 to an agency, due on 2026-03-31, unless it is said otherwise. */
export const claim = (more: Record<string, unknown> = {}, payable: Record<string, unknown> = {}) => ({
  debtor: debtorCode,
  contract: {
    ...{
      number: `合同〔2026〕${++serial}号`,
      name: '办公设备采购',
      kind: 'GOODS',
      signedOn: '2026-02-10',
      amount: '1000000.00',
    },
    ...(more['contract'] as object),
  },
  size: { industry: 'RETAIL', employees: 30, revenue: '900' },
  payables: [{ title: '货款', kind: 'PAYMENT', amount: '1000000.00', deliveredOn: '2026-03-01', ...payable }],
  cause: '财政资金未到位',
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'contract')),
});

/** Registers arrears. */
export const registers = (who: Person, input: Record<string, unknown>): Promise<Answer> =>
  who.asks(`mutation ($input: RegisterArrearsInput!) { it: registerArrears(input: $input) { ${arrearsShown} } }`, {
    input,
  });

const inputs: Readonly<Record<string, string>> = {
  registerArrears: 'RegisterArrearsInput',
  confirmArrears: 'ConfirmArrearsInput',
  disputeArrears: 'ArrearsDocumentInput',
  dismissArrears: 'ArrearsDocumentInput',
  answerFindingNotice: 'ArrearsDocumentInput',
  settleArrears: 'SettleArrearsInput',
  referArrearsToCourt: 'ArrearsCourtInput',
  adjudgeArrears: 'AdjudgeArrearsInput',
  proposeRepaymentPlan: 'RepaymentPlanInput',
  agreeRepaymentPlan: 'AgreeRepaymentPlanInput',
  recordPayment: 'RecordPaymentInput',
  confirmReceipt: 'ConfirmReceiptInput',
  escalateArrears: 'EscalateArrearsInput',
  confirmClearance: 'ConfirmClearanceInput',
  refuteClearance: 'RefuteClearanceInput',
  succeedDebtor: 'SucceedDebtorInput',
};

/** Does something to a case, and sees what is asked of it. */
export const arrearsMutation = (who: Person, mutation: string, input: object, shown: string): Promise<Answer> =>
  who.asks(
    `mutation ($input: ${inputs[mutation] ?? 'ArrearsStepInput'}!) { it: ${mutation}(input: $input) { ${shown} } }`,
    { input },
  );

/** Takes a step of a case: the name of the mutation, and what it needs. */
export const takes = (who: Person, mutation: string, input: Record<string, unknown>): Promise<Answer> =>
  arrearsMutation(who, mutation, input, arrearsShown);

/** As which code and for which reason it was refused. */
export const refused = ({ refusals }: Answer): [string, string] | null =>
  refusals[0] ? [refusals[0].extensions.code, refusals[0].extensions.reason] : null;

/** The case as somebody sees it; null where it does not exist for them. */
export const seenBy = async (who: Person, number: string) =>
  (await who.asks(`query ($n: String!) { arrearsCase(number: $n) { ${arrearsShown} } }`, { n: number })).data
    ?.arrearsCase;

/** Interest of a case as of a day. */
export const interestOn = async (who: Person, number: string, asOf: string) =>
  (
    await who.asks(
      `query ($n: String!, $d: Date) { arrearsCase(number: $n) { interest(asOf: $d) { asOf rateKind rate amount owed
        payables { amount lines { from until days balance interest } } } } }`,
      { n: number, d: asOf },
    )
  ).data.arrearsCase.interest;

/** Who has to do with arrears. */
export interface Parties {
  readonly creditor: Person;
  readonly debtor: Person;
  readonly admin: Person;
  readonly second: Person;
  readonly drc: Person;
  readonly supervisor: Person;
  readonly other: Person;
  readonly tax: Person;
}

/** Everybody, with their tokens. */
export const parties = async (city: City): Promise<Parties> => ({
  creditor: await city.enterprise(creditorCode),
  debtor: await city.officer('TRANSPORT'),
  admin: await city.official('arrears-admin'),
  second: await city.official('arrears-admin', 'li'),
  drc: await city.officer('DRC'),
  supervisor: await city.official('supervisor'),
  other: await city.enterprise('91150200MA0T3QT132'),
  tax: await city.officer('TAX'),
});

/** A case that the administrators have taken up: its id and number. */
export async function accepted(people: Parties, input = claim()): Promise<{ id: string; number: string }> {
  const { id, number } = done(await registers(people.creditor, input));
  done(await takes(people.admin, 'acceptArrears', { id }));
  return { id, number };
}

/** A case that the debtor has confirmed, wholly unless it is said otherwise. */
export async function confirmed(people: Parties, input = claim(), undisputed = '1000000.00', reason?: string) {
  const one = await accepted(people, input);
  done(await takes(people.debtor, 'confirmArrears', { id: one.id, undisputed, ...(reason && { reason }) }));
  return one;
}

/** A payment, reported and confirmed. */
export async function paid(people: Parties, id: string, amount: string, paidOn: string, more: object = {}) {
  const input = { id, amount, paidOn, voucher: `包财支〔2026〕${++serial}号`, ...more };
  const { payments } = done(await takes(people.debtor, 'recordPayment', input));
  return done(await takes(people.creditor, 'confirmReceipt', { id, payment: payments.at(-1).id, received: true }));
}
