import type { Answer, City, Person } from '../world.js';
import { done, strikes } from './repair.js';

/** An honest entity of the demonstration: it earns the fast track by rule. */
export const honest = '91150200MA0T3QT132';

/** What the stories look at of a tolerant acceptance. */
const shown = `id number state caseNumber limitDays supplyDays extensionDays extendedUntil escalatedAt
  missing { code title suppliedOn attachment atCounter rejected }
  commitment { code text signedAt supplyBy } applicant { uscc } serviceItem { code } department { code } grant { number rule { code } }
  deadline { dueOn startedOn length unit basis overdue skipped { day why name } }
  timeline { step from to by reason } availableSteps { step } attachments { id }
  documents { kind number title text url issuedBy } record { id state number fields { key value } }`;

/** The input of each mutation, where the name does not say it. */
const inputs: Readonly<Record<string, string>> = {
  useTolerantAcceptance: 'UseToleranceInput',
  signToleranceCommitment: 'ToleranceStepInput',
  confirmSupply: 'ToleranceStepInput',
  withdrawTolerance: 'ToleranceStepInput',
  supplyMissingMaterial: 'SupplyMaterialInput',
  rejectMaterial: 'RejectMaterialInput',
  askToleranceExtension: 'AskToleranceExtensionInput',
  voidTolerance: 'VoidToleranceInput',
};

/** Takes a step: the name of the mutation, and what it needs. */
export const steps = (who: Person, mutation: string, input: object): Promise<Answer> =>
  who.asks(
    `mutation ($input: ${inputs[mutation] ?? 'ToleranceReasonInput'}!) { it: ${mutation}(input: $input) { ${shown} } }`,
    { input },
  );

/** The case as somebody sees it; null: it does not exist for them. */
export const sees = async (who: Person, id: string) =>
  (await who.asks(`query ($id: ID!) { tolerantAcceptance(id: $id) { ${shown} } }`, { id })).data?.tolerantAcceptance;

let serial = 0;

/** A clerk who states why: with the purpose and the case. */
export const clerk = async (city: City, department: string, account?: string): Promise<Person> =>
  (await city.officer(department, account)).for('FAST_TRACK', '容缺2026-1');

/** An application for the qualification of a builder, which promises 15 working days, unless it is said otherwise. */
export const application = (more: object = {}) => ({
  ...{ uscc: honest, serviceItem: 'BUILDER_QUALIFICATION', caseNumber: `建资2026-${++serial}` },
  ...{ missing: ['PERFORMANCE', 'SOCIAL'], ...more },
});

/** A tolerance that was used and signed on the day it is: its id. */
export async function accepted(city: City, more: object = {}, department = 'HOUSING'): Promise<string> {
  const input = application(more);
  const { id } = done(await steps(await clerk(city, department), 'useTolerantAcceptance', input));
  done(await steps(await city.enterprise(input.uscc), 'signToleranceCommitment', { id }));
  return id;
}

/** The answer to a clerk: whether tolerance is there, and what stands against it. */
export async function answered(who: Person, uscc = honest, serviceItem = 'BUILDER_QUALIFICATION') {
  const { data } = await who.asks(
    `query ($u: USCC!, $s: String!) { fastTrack(uscc: $u, serviceItem: $s) { greenChannel tolerantAcceptance suppliesWithin
      reasons { rule favours record { id } } } }`,
    { u: uscc, s: serviceItem },
  );
  const { tolerantAcceptance, reasons } = data.fastTrack;
  return { tolerantAcceptance, against: reasons.filter(({ favours }: any) => !favours) };
}

/** The clock strikes at nine on a day. */
export async function strike(city: City, day: string): Promise<void> {
  city.on(`${day}T09:00:00+08:00`);
  await strikes(city, `${day}T09:00:00+08:00`);
}
