import type { Answer, Person } from '../world.js';

/** A catering firm and a chemical one of the demonstration, and the bureau that buys from them. */
export const supplier = '91150203MA0T3QT218';
export const otherFirm = '91150204MA0T3QT3XE';
export const housing = '1115020001T3QT166G';

/** A contract with one sum of the same amount, as it is registered. */
export const contractOf = (number: string, amount: string, more: Record<string, any> = {}, sum: object = {}) => ({
  ...{ buyer: housing, supplier, size: { employees: 8, revenue: '90' } },
  payables: [{ title: '合同款', kind: 'PAYMENT', amount, ...sum }],
  ...more,
  contract: { number, name: '机关食堂服务', kind: 'SERVICES', signedOn: '2026-01-05', amount, ...more['contract'] },
});

const shown = `id number buyerKind supplierSize sizeIndustry rateKind annualRate flags buyer { uscc } supplier { uscc }
  budget { line { code year amount } committed overrun }
  payables { id position title amount remaining dueOn due { dueOn startedOn startFact days lastDay notes missingYear skipped { day } basis } }
  payments(first: 10) { totalCount edges { node { id amount paidOn voucher state reason } } }`;

export const registers = (who: Person, input: object): Promise<Answer> =>
  who.asks(`mutation ($input: RegisterContractInput!) { it: registerContract(input: $input) { ${shown} } }`, { input });

export const reports = (who: Person, payable: string, facts: object): Promise<Answer> =>
  who.asks(
    `mutation ($input: ReportDeliveryInput!) { it: reportDelivery(input: $input) {
       id dueOn due { startFact lastDay notes } } }`,
    { input: { payable, ...facts } },
  );

export const pays = (who: Person, contract: string, amount: string, paidOn: string, voucher: string): Promise<Answer> =>
  who.asks(
    `mutation ($input: RecordContractPaymentInput!) { it: recordContractPayment(input: $input) { id state amount paidOn } }`,
    { input: { contract, amount, paidOn, voucher } },
  );

export const answers = (who: Person, payment: string, received: boolean, reason?: string): Promise<Answer> =>
  who.asks(
    `mutation ($input: ConfirmContractPaymentInput!) { it: confirmContractPayment(input: $input) { id state reason } }`,
    { input: { payment, received, reason } },
  );

export const contractFor = async (who: Person, id: string): Promise<any> => {
  const { data } = await who.asks(`query ($id: ID!) { publicContract(id: $id) { ${shown} } }`, { id });
  return data?.publicContract;
};

export const reasonsOf = ({ refusals }: Answer): string[] => refusals.map(({ extensions }) => extensions.reason);
