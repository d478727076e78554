import { expect } from '@jest/globals';
import { type Round, runJobs } from '../../src/jobs/clockwork.js';
import { jobs } from '../../src/platform.js';
import type { Answer, City, Person } from '../world.js';
import { penaltyRow } from './rows.js';

/** What the stories look at of an application. */
export const applicationShown = `id number state availableSteps { step } missing proposal reason escalatedAt revokedFor commitmentCode
  deadline { dueOn startedOn length unit overdue skipped { day why name } basis }
  resultDeadline { dueOn startedOn length overdue }
  timeline { step from to by at account reason dueOn says }
  documents { kind number title text url }
  propagation { state attempts dueOn acknowledgedAt consumer { code name } }
  record { id state disputed }`;

/** A proof that a department holds. */
export const heldProof = { title: '罚款缴纳凭证', heldBy: 'FINANCE', number: '包财票〔2026〕0001号' };

/** Applies for the repair of a record. */
export const applies = (
  who: Person,
  record: string,
  more: Record<string, unknown> = {},
  shown = applicationShown,
): Promise<Answer> =>
  who.asks(`mutation ($input: ApplyForRepairInput!) { applyForRepair(input: $input) { ${shown} } }`, {
    input: { record, proofs: [heldProof], commitment: { accepts: true, signedBy: '范某娟' }, ...more },
  });

/** Takes a step of an application: the name of the mutation, and what it needs. */
export const takes = (
  who: Person,
  mutation: string,
  input: Record<string, unknown>,
  shown = applicationShown,
): Promise<Answer> => {
  const types: Readonly<Record<string, string>> = {
    supplyRepairSupplement: 'SupplyRepairInput',
    countersignRepair: 'CountersignRepairInput',
  };
  const type = types[mutation] ?? 'DecideRepairInput';
  return who.asks(`mutation ($input: ${type}!) { it: ${mutation}(input: $input) { ${shown} } }`, { input });
};

/** The application as somebody sees it. */
export const seenBy = async (who: Person, id: string) =>
  (await who.asks(`query ($id: ID!) { repairApplication(id: $id) { ${applicationShown} } }`, { id })).data
    ?.repairApplication;

/** The id of an entity's record by its document number. */
export async function recordNumbered(who: Person, uscc: string, number: string): Promise<string> {
  const { data } = await who.asks(
    'query ($uscc: USCC!) { entity(uscc: $uscc) { records(first: 100) { edges { node { id number } } } } }',
    { uscc },
  );
  const rows: { node: { id: string; number: string } }[] = data.entity.records.edges;
  return rows.find(({ node }) => node.number === number)!.node.id;
}

let serial = 0;

/** A fine of 2026-07-20, repairable since 2026-10-20, unless it is said otherwise: its number and its id. */
export async function fined(
  city: City,
  uscc: string,
  more: Record<string, string> = {},
): Promise<{ id: string; row: Record<string, string> }> {
  const number = `包市监罚〔2026〕修${++serial}号`;
  const row = penaltyRow({
    ...{ CF_XDR_SHXYM: uscc, CF_WSH: number, CF_JDRQ: '2026-07-20', CF_YXQ: '2027-07-20', CF_NR_FK: '1', ...more },
  });
  done(await (await city.officer('MARKET')).submits('MARKET_PENALTY', [row]));
  const [found] = await city.owner('select id from credit_record where number = $1 and superseded_at is null', [
    number,
  ]);
  return { id: found.id, row };
}

/** What was answered; a refusal fails the test. */
export function done(answer: Answer): any {
  expect(answer.refusals).toEqual([]);
  return answer.data.it ?? answer.data.applyForRepair ?? answer.data;
}

/** Why it was refused. */
export const reasonOf = ({ refusals }: Answer): string | undefined => refusals[0]?.extensions.reason;

/** An application that the unit has accepted, on the day it is: its id. */
export async function underReview(city: City, who: Person, record: string): Promise<string> {
  const { id } = done(await applies(who, record));
  done(await takes(await city.officer('MARKET'), 'acceptRepair', { id }));
  return id;
}

/** Runs the jobs of an instant, as the clock or a rehearsal does; one that fails fails the test. */
export async function strikes(city: City, instant: string, round?: Round): Promise<void> {
  const log = {
    info: () => undefined,
    error: (line: object) => {
      throw new Error(JSON.stringify(line));
    },
  };
  const { pool } = city.platform;
  await runJobs({ pool, jobs: jobs(city.platform), log: log as never }, new Date(instant), round);
}

/** Whether somebody comes to know of a record: by its id, in the lists, in their counts. */
export async function knowsOf(who: Person, record: string, uscc: string): Promise<boolean[]> {
  const { data } = await who.asks(
    `query ($r: ID!, $u: USCC!, $f: RecordFilter) { record(id: $r) { id }
      entity(uscc: $u) { records(filter: $f, first: 100) { totalCount edges { node { id } } } } }`,
    { r: record, u: uscc, f: { item: 'MARKET_PENALTY' } },
  );
  const { edges, totalCount } = data.entity.records;
  const listed = edges.some(({ node }: any) => node.id === record);
  expect(totalCount).toBe(edges.length);
  return [data.record !== null, listed];
}
