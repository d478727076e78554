import { expect } from '@jest/globals';
import { runJobs } from '../../src/jobs/clockwork.js';
import { jobs } from '../../src/platform.js';
import type { Answer, City, Person } from '../world.js';
import { penaltyRow } from './rows.js';

/** What the stories look at of an objection. */
export const objectionShown = `id number state ground field statement evidence remedy finding findingEvidence decidedAt escalatedAt
  availableSteps { step }
  deadline { dueOn startedOn length unit overdue basis skipped { day why name } }
  timeline { step from to by at account reason basis dueOn says }
  documents { kind number title text issuedBy url }
  attachments { name }
  provider { code }
  record { id state disputed }`;

/** Of whom the stories are. */
export const objector = '91150200MA0T3QT132';

/** What an objector says. */
export const said = { ground: 'CONTENT_WRONG', statement: '罚款金额与决定书不符', evidence: '处罚决定书原件' };

let serial = 0;
/** A penalty of a fine that the officer sends of the objector: its row and its id. */
export async function penalised(city: City, market: Person, more: Record<string, string> = {}) {
  const row = penaltyRow({ CF_WSH: `包市监罚〔2026〕异${++serial}号`, ...more });
  const sent = await market.submits('MARKET_PENALTY', [row]);
  expect(sent.data.submitRecords).toMatchObject({ created: 1, refused: 0 });
  const rows = await city.owner('select id from credit_record where number = $1', [row.CF_WSH]);
  return { row, id: rows[0].id as string };
}

/** Objects to a record. */
export const objects = (who: Person, record: string, more: Record<string, unknown> = {}): Promise<Answer> =>
  who.asks(`mutation ($input: FileObjectionInput!) { it: fileObjection(input: $input) { ${objectionShown} } }`, {
    input: { record, ...said, ...more },
  });

/** Who has to do with the objections of the stories. */
export interface Parties {
  readonly enterprise: Person;
  readonly other: Person;
  readonly market: Person;
  readonly tax: Person;
  readonly centre: Person;
  readonly supervisor: Person;
}

/** Everybody, with their tokens. */
export const parties = async (city: City): Promise<Parties> => ({
  enterprise: await city.enterprise(objector),
  other: await city.enterprise('91150203MA0T3QT218'),
  market: await city.officer('MARKET'),
  tax: await city.officer('TAX'),
  centre: await city.official('credit-centre'),
  supervisor: await city.official('supervisor'),
});

/** A record and an open objection to it. */
export async function disputedRecord(
  city: City,
  { enterprise, market }: Parties,
  more: Record<string, unknown> = {},
  content: Record<string, string> = {},
) {
  const { id: record, row } = await penalised(city, market, content);
  const { id, number } = await done(objects(enterprise, record, more));
  return { record, id, number, row };
}

const inputs: Readonly<Record<string, string>> = {
  upholdObjection: 'UpholdObjectionInput',
  reviewObjection: 'ReviewObjectionInput',
};

/** Takes a step of an objection: the name of the mutation, and what it needs. */
export const steps = (who: Person, mutation: string, input: Record<string, unknown>): Promise<Answer> =>
  who.asks(
    `mutation ($input: ${inputs[mutation] ?? 'DecideObjectionInput'}!) { it: ${mutation}(input: $input) { ${objectionShown} } }`,
    { input },
  );

/** What was done, which must not have been refused. */
export async function done(answer: Promise<Answer>): Promise<any> {
  const { data, refusals } = await answer;
  expect(refusals).toEqual([]);
  return data.it;
}

/** As which code and for which reason it was refused. */
export async function refused(answer: Promise<Answer>): Promise<[string, string] | null> {
  const told = (await answer).refusals[0];
  return told ? [told.extensions.code, told.extensions.reason] : null;
}

/** The objection as somebody sees it. */
export const objectionSeenBy = async (who: Person, id: string) =>
  (await who.asks(`query ($id: ID!) { objection(id: $id) { ${objectionShown} } }`, { id })).data?.objection;

/** A record as somebody sees it, with what was not shown. */
export async function recordSeenBy(who: Person, id: string, when = '') {
  const { data, withheld } = await who.asks(
    `query ($id: ID!) { record(id: $id${when}) { id number state disputed publicUntil fields { key value }
      versions { version state disputed reason basis validFrom withdrawal { revokedOn document late deadline { dueOn length } } } } }`,
    { id },
  );
  return { record: data?.record, withheld };
}

/** Runs what the platform does with objections by the clock, at an instant. */
export async function clockStrikes(city: City, instant: string): Promise<void> {
  const failed: unknown[] = [];
  const log = { info: () => undefined, error: (line: unknown) => void failed.push(line) } as never;
  const ours = jobs(city.platform).filter(({ name }) => name === 'objections');
  await runJobs({ pool: city.platform.pool, jobs: ours, log }, new Date(instant));
  expect(failed).toEqual([]);
}

/** The changes of a record of which its consumers were told, in order. */
export const changesTold = async (city: City, record: string): Promise<string[]> =>
  (await city.owner('select kind from record_change where record_id = $1 order by id', [record])).map(
    ({ kind }) => kind,
  );
