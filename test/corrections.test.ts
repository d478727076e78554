import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runJobs } from '../src/jobs/clockwork.js';
import { jobs } from '../src/platform.js';
import { penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

const stated = { 'credit-purpose': 'LICENSING', 'credit-case': '2026-0317' };

let city: City;
let market: Person;
let housing: Person;
let court: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  market = await city.officer('MARKET');
  housing = await city.officer('HOUSING');
  court = await city.officer('COURT');
  centre = await city.official('credit-centre');
  supervisor = await city.official('supervisor');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T02:00:00Z`);
beforeEach(() => day('2026-11-22'));

const shown = `id number state field statement evidence escalated explanation requestedBy answeredBy
  requester { code } provider { code } item { code } record { id number }
  deadline { dueOn length basis } availableSteps { step }`;
const does = (person: Person, deed: string, input: object) =>
  person.asks(
    `mutation ($input: ${deed[0]!.toUpperCase()}${deed.slice(1)}Input!) { ${deed}(input: $input) { ${shown} } }`,
    { input },
    stated,
  );
const done = async (person: Person, deed: string, input: object): Promise<any> => {
  const { data, refusals } = await does(person, deed, input);
  expect(refusals).toEqual([]);
  return data[deed];
};
const refusal = async (person: Person, deed: string, input: object) =>
  (await does(person, deed, input)).refusals[0]?.extensions;
const find = async (person: Person, id: string, headers: Record<string, string> = {}) =>
  (await person.asks(`query ($id: ID!) { correction(id: $id) { ${shown} } }`, { id }, headers)).data?.correction;

let serial = 0;
/** A minor penalty, of which only government knows; its row and its id. */
async function minorPenalty() {
  const row = penaltyRow({ CF_WSH: `包市监罚〔2026〕校${++serial}号`, CF_CFLB: '警告', CF_NR_FK: '' });
  await market.submits('MARKET_PENALTY', [row]);
  const { rows } = await city.platform.pool.query('select id from credit_record where number = $1', [row.CF_WSH]);
  return { row, id: rows[0].id as string };
}
const doubt = (record: string, more: object = {}) => ({
  itemCode: 'MARKET_PENALTY',
  record,
  field: 'CF_SY',
  statement: '处罚事由与决定书不符',
  ...more,
});

test('a record that is doubted is corrected by its provider: a new version first, the answer then', async () => {
  const { row, id: record } = await minorPenalty();
  const correction = await done(housing, 'requestCorrection', doubt(record, { evidence: '决定书复印件' }));
  expect(correction).toMatchObject({
    number: expect.stringMatching(/^C-20261122-\d{6}$/),
    state: 'REQUESTED',
    requester: { code: 'HOUSING' },
    provider: { code: 'MARKET' },
    item: { code: 'MARKET_PENALTY' },
    record: { id: record },
    deadline: { dueOn: '2026-12-04', length: 10, basis: expect.stringContaining('art. 26') },
    availableSteps: [],
  });
  const { id } = correction;
  expect((await find(market, id)).availableSteps).toEqual([{ step: 'confirm' }]);
  const answer = { id, outcome: 'CORRECTED', explanation: '已按决定书更正' };
  expect(await refusal(market, 'answerCorrection', answer)).toMatchObject({ reason: 'CORRECTION_NOTHING_CHANGED' });
  await market.submits('MARKET_PENALTY', [{ ...row, CF_SY: '未按规定明码标价' }]);
  expect(await done(market, 'answerCorrection', answer)).toMatchObject({
    state: 'CORRECTED',
    explanation: '已按决定书更正',
    deadline: null,
    answeredBy: expect.any(String),
    requestedBy: null,
  });
  expect(await refusal(market, 'answerCorrection', answer)).toMatchObject({
    code: 'CONFLICT',
    reason: 'STEP_NOT_ALLOWED_FROM',
  });
  const { rows } = await city.platform.pool.query('select deed from audit_entry where subject_id = $1 order by id', [
    id,
  ]);
  expect(rows.map(({ deed }) => deed)).toEqual(['correction.request', 'correction.correct']);
});

test('data that are right are confirmed, with what was found', async () => {
  const { id: record } = await minorPenalty();
  const { id } = await done(housing, 'requestCorrection', doubt(record));
  expect(await refusal(market, 'answerCorrection', { id, outcome: 'CONFIRMED', explanation: ' ' })).toMatchObject({
    reason: 'REASON_REQUIRED',
  });
  expect(await refusal(housing, 'answerCorrection', { id, outcome: 'CONFIRMED', explanation: 'x' })).toMatchObject({
    reason: 'STEP_NOT_YOURS',
  });
  const answered = await done(market, 'answerCorrection', { id, outcome: 'CONFIRMED', explanation: '经核对无误' });
  expect(answered).toMatchObject({ state: 'CONFIRMED', explanation: '经核对无误' });
});

test('its departments, the credit centre and the supervisor know of it, nobody else; of the record who may anyway', async () => {
  const { id: record } = await minorPenalty();
  const { id } = await done(housing, 'requestCorrection', doubt(record));
  const recordOf = async (person: Person, headers = {}) => (await find(person, id, headers))?.record?.id ?? null;
  expect(await recordOf(market)).toBe(record);
  expect(await recordOf(centre)).toBe(record);
  expect(await recordOf(supervisor)).toBe(record);
  expect(await recordOf(housing, stated)).toBe(record);
  // without a purpose the requester itself may not know of it
  expect(await find(housing, id)).toMatchObject({ id, record: null });
  expect(await find(court, id)).toBeNull();
  const { data } = await court.asks('{ corrections { totalCount edges { node { id } } } }');
  expect(data.corrections).toEqual({ totalCount: 0, edges: [] });
  const hidden = await refusal(court, 'answerCorrection', { id, outcome: 'CONFIRMED', explanation: 'x' });
  expect(hidden).toMatchObject({ code: 'NOT_FOUND', reason: 'CORRECTION_UNKNOWN' });
  const awaiting = (person: Person) =>
    person.asks('{ corrections(filter: { awaitingMe: true }) { edges { node { id } } } }');
  expect((await awaiting(market)).data.corrections.edges.map(({ node }: any) => node.id)).toContain(id);
  expect((await awaiting(housing)).data.corrections.edges).toEqual([]);
});

describe('what is refused', () => {
  test("a record that one cannot see, another item's, one's own, a field that is not seen, the same twice", async () => {
    const { id: record } = await minorPenalty();
    const unstated = await housing.asks(
      'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id } }',
      { input: doubt(record) },
    );
    expect(unstated.refusals[0]!.extensions).toMatchObject({ code: 'NOT_FOUND', reason: 'RECORD_UNKNOWN' });
    const unknown = '0190f5b0-0000-7000-8000-000000000000';
    for (const id of [unknown, 'x']) {
      expect(await refusal(housing, 'requestCorrection', doubt(id))).toMatchObject({ reason: 'RECORD_UNKNOWN' });
    }
    const cases: [Person, object, string][] = [
      [housing, { itemCode: 'MARKET_LICENCE' }, 'CORRECTION_OTHER_ITEM'],
      [market, {}, 'CORRECTION_OWN_RECORD'],
      [housing, { field: 'NOPE' }, 'CORRECTION_FIELD'],
      [housing, { field: 'BZ' }, 'CORRECTION_FIELD'],
      [housing, { statement: ' ' }, 'STATEMENT_MISSING'],
      [centre, {}, 'ROLE_REQUIRED'],
    ];
    for (const [person, more, reason] of cases) {
      expect(await refusal(person, 'requestCorrection', doubt(record, more))).toMatchObject({ reason });
    }
    const answers = await Promise.all([1, 2, 3].map(() => does(housing, 'requestCorrection', doubt(record))));
    const reasons = answers.map(({ refusals }) => refusals[0]?.extensions.reason ?? 'made').sort();
    expect(reasons).toEqual(['CORRECTION_OPEN_ALREADY', 'CORRECTION_OPEN_ALREADY', 'made']);
    await done(housing, 'requestCorrection', doubt(record, { field: null }));
  });
});

test('silence escalates after ten working days, once; the provider still answers', async () => {
  const { id: record } = await minorPenalty();
  const { id } = await done(housing, 'requestCorrection', doubt(record));
  const thrown = (line: object) => {
    throw line;
  };
  const runTheClock = (instant: string) =>
    runJobs(
      { pool: city.platform.pool, jobs: jobs(city.platform), log: { info: () => undefined, error: thrown } as never },
      new Date(instant),
    );
  await runTheClock('2026-12-04T15:00:00Z');
  expect(await find(market, id)).toMatchObject({ state: 'REQUESTED', escalated: false });
  await runTheClock('2026-12-04T16:00:00Z');
  await runTheClock('2026-12-05T16:00:00Z');
  expect(await find(market, id)).toMatchObject({ state: 'ESCALATED', escalated: true, deadline: null });
  const { rows } = await city.platform.pool.query(
    "select actor from audit_entry where subject_id = $1 and deed = 'correction.escalate'",
    [id],
  );
  expect(rows).toEqual([{ actor: 'platform' }]);
  await done(market, 'answerCorrection', { id, outcome: 'CONFIRMED', explanation: '无误' });
});
