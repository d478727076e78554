import { expect } from '@jest/globals';
import type { Answer, City, Person } from '../world.js';
import { done } from './repair.js';

/** To whom the stories promise. */
export const ours = '91150203MA0T3QT218';

/** What the stories look at of a promise. */
const shown = `id number state kind amount fulfilledAmount fulfilledOn promisedOn promiseDueOn ownerPost claimed urgedBy rectifyBy
  foundOn findingNumber escalatedAt milestones { title dueOn amount doneOn } progress { on amount note }
  authority { valid basis reason trustInterest } change { authority procedure compensation compensateBy compensatedOn }
  promisor { code } owner { code } beneficiary { uscc } deadline { dueOn startedOn length unit overdue }
  timeline { step from to by reason basis } availableSteps { step } attachments { id } documents { kind number text url issuedBy }
  record { id state number fields { key value } } measures { measure basis listItem executingUnit { code } inForce }`;

/** The input of each mutation, where the name does not say it. */
const inputs: Readonly<Record<string, string>> = {
  registerCommitment: 'RegisterCommitmentInput',
  claimCommitment: 'ClaimCommitmentInput',
  confirmCommitmentAuthority: 'ConfirmCommitmentAuthorityInput',
  findCommitmentDefault: 'ConfirmCommitmentAuthorityInput',
  invalidateCommitment: 'InvalidateCommitmentInput',
  reportCommitmentProgress: 'CommitmentProgressInput',
  reportFulfilment: 'CommitmentDoneInput',
  reportCommitmentCompensation: 'CommitmentDoneInput',
  confirmCommitment: 'CommitmentStepInput',
  approveCommitmentChange: 'CommitmentStepInput',
  urgeCommitment: 'CommitmentDocumentInput',
  takeUpCommitment: 'TakeUpCommitmentInput',
  changeCommitment: 'ChangeCommitmentInput',
  handOverCommitment: 'HandOverCommitmentInput',
};

/** Takes a step: the name of the mutation, and what it needs. */
export const steps = (who: Person, mutation: string, input: object): Promise<Answer> =>
  who.asks(
    `mutation ($input: ${inputs[mutation] ?? 'CommitmentReasonInput'}!) { it: ${mutation}(input: $input) { ${shown} } }`,
    { input },
  );

/** The promise as somebody sees it; null: it does not exist for them. */
export const sees = async (who: Person, id: string) =>
  (await who.asks(`query ($id: ID!) { commitment(id: $id) { ${shown} } }`, { id })).data?.commitment;

let serial = 0;

/** A promise of 300,000 yuan, made on 2026-01-05 and due on 2026-04-30, unless it is said otherwise. */
export const promise = (more: object = {}) => ({
  ...{ promisor: 'COMMERCE', sourceKind: 'POLICY', sourceNumber: `包商务发〔2026〕${++serial}号` },
  ...{ sourceTitle: '外贸奖补办法', promisedOn: '2026-01-05', benefit: '外贸奖补资金', kind: 'SUBSIDY' },
  ...{ amount: '300000.00', dueOn: '2026-04-30', ...more },
});

export const registration = (more: object = {}) =>
  promise({ beneficiary: ours, ownerPost: '外贸科', budgetLine: '外贸发展资金', ...more });

export const lawful = { basis: '《优化营商环境条例》第三十一条', reason: '在权限内，程序合法。' };

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Uploads a file of evidence: its id. */
export async function evidence(who: Person): Promise<string> {
  const init = { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: pdf };
  return ((await (await who.fetches('/attachments?name=evidence.pdf', init)).json()) as { id: string }).id;
}

/** A promise that its department registered and an administrator found valid: its id. */
export async function confirmed(city: City, more: object = {}): Promise<string> {
  const input = registration(more);
  const { id } = done(await steps(await city.officer(input.promisor), 'registerCommitment', input));
  const { state } = done(
    await steps(await city.official('arrears-admin'), 'confirmCommitmentAuthority', { id, ...lawful }),
  );
  expect(state).toBe('CONFIRMED');
  return id;
}

/** The numbers of one department, as anybody may know them. */
export async function statisticsOf(who: Person, department: string, asOf?: string) {
  const { data } = await who.asks(
    `query ($asOf: Date) { commitmentStatistics(by: DEPARTMENT, asOf: $asOf) { department { code } count fulfilled onTime overdue
      defaulted lawfullyChanged amountPromised amountFulfilled fulfilmentRate } }`,
    { asOf },
  );
  const found = data.commitmentStatistics.find((one: any) => one.department.code === department);
  if (found) delete found.department;
  return found;
}
