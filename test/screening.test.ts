import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inventedCode } from '../seeds/codes.js';
import { runJobs } from '../src/jobs/clockwork.js';
import { jobs } from '../src/platform.js';
import { type Answer, type City, openCity, type Person } from './world.js';

/**
 * An entity of the demonstration with eleven adverse records: nine of before the ruling, of which a law excludes one from
 * repair, and two of after it.
 */
const ours = '91150204MA0T3QT3XE';
const ruling = { ruling: '（2026）内02破3号', ruledOn: '2026-03-02', court: '包头市中级人民法院' };

/** The items of those that are screened. */
const screenedItems = [
  'DISCIPLINE_BRIBERY',
  'DRC_BROKEN_COMMITMENT',
  'ECOLOGY_PENALTY',
  'ECOLOGY_PENALTY',
  'EMERGENCY_PENALTY',
  'EMERGENCY_PENALTY',
  'HRSS_WAGE_ARREARS_LIST',
  'MARKET_SERIOUS_DISHONESTY',
];

let city: City;
let enterprise: Person;
let court: Person;
let centre: Person;
let supervisor: Person;
let market: Person;
let ecology: Person;
beforeAll(async () => {
  city = await openCity();
  [enterprise, court, centre, supervisor, market, ecology] = await Promise.all([
    city.enterprise(ours),
    city.officer('COURT'),
    city.official('credit-centre'),
    city.official('supervisor'),
    city.officer('MARKET'),
    city.officer('ECOLOGY'),
  ]);
});
afterAll(() => city.close());
beforeEach(() => city.on('2026-11-23T09:00:00+08:00'));

const shown = `id number state ruling ruledOn court recordCount entity { uscc }
  timeline { step from to by reason basis } availableSteps { step } documents { kind number title text issuedBy }`;

const screens = (who: Person, more: Record<string, unknown> = {}): Promise<Answer> =>
  who.asks(`mutation ($input: ScreenRecordsInput!) { it: screenRecords(input: $input) { ${shown} } }`, {
    input: { uscc: ours, ...ruling, reason: '裁定批准重整计划', ...more },
  });

const ends = (who: Person, how: 'completeScreening' | 'restoreScreened', id: string, more = {}): Promise<Answer> =>
  who.asks(`mutation ($input: EndScreeningInput!) { it: ${how}(input: $input) { ${shown} } }`, {
    input: { id, document: '（2026）内02破3号之二', reason: '管理人监督报告已提交', ...more },
  });

const reasonsOf = ({ refusals }: Answer): string[] => refusals.map(({ extensions }) => extensions.reason);

interface Row {
  id: string;
  number: string;
  state: string;
  item: { code: string };
  determinedOn: string;
}

const adverse = `query ($uscc: USCC!) { entity(uscc: $uscc) {
  records(first: 100, filter: { polarity: ADVERSE }) { totalCount edges { node { id number state determinedOn item { code } } } } } }`;

/** What somebody sees of the entity's adverse records, and how many there are for them. */
async function sees(who: Person): Promise<{ count: number; rows: Row[] }> {
  const { data } = await who.asks(adverse, { uscc: ours });
  const { totalCount, edges } = data.entity.records;
  return { count: totalCount, rows: edges.map(({ node }: { node: Row }) => node) };
}

const codesOf = (rows: readonly Row[]): string[] => rows.map(({ item }) => item.code).sort();

const inspecting = () => market.for('INSPECTION', '包市监检〔2026〕31号');

describe('a plan of reorganisation is approved', () => {
  let id: string;
  let before: Awaited<ReturnType<typeof sees>>[];

  test('nobody else screens, and nothing that is no ruling of the past', async () => {
    before = await Promise.all([sees(city.anyone), sees(inspecting())]);
    const tried: [Promise<Answer>, string][] = [
      [screens(city.anyone), 'AUTHENTICATION_REQUIRED'],
      [screens(enterprise), 'ROLE_REQUIRED'],
      [screens(market), 'ROLE_REQUIRED'],
      [screens(supervisor), 'ROLE_REQUIRED'],
      [screens(court, { uscc: '91150200MA0T3Q9999' }), 'USCC_CHECK_DIGIT'],
      [screens(court, { uscc: inventedCode('91', '150200', 'MA0T3QYY') }), 'SCREENING_ENTITY_UNKNOWN'],
      [screens(court, { uscc: '92150203MA0T3QTA70' }), 'SCREENING_NATURAL_PERSON'],
      [screens(court, { ruledOn: '2026-11-24' }), 'SCREENING_RULING_FUTURE'],
      [screens(court, { ruling: ' ' }), 'STATEMENT_MISSING'],
    ];
    expect(await Promise.all(tried.map(async ([answer]) => reasonsOf(await answer)))).toEqual(
      tried.map(([, reason]) => [reason]),
    );
  });

  test('of two who screen at once one wins; what was determined up to the ruling is screened', async () => {
    const both = await Promise.all([screens(court), screens(centre)]);
    expect(both.flatMap(reasonsOf)).toEqual(['SCREENING_IN_FORCE']);
    const { it } = both.find(({ refusals }) => refusals.length === 0)!.data;
    ({ id } = it);
    expect(it).toMatchObject({
      ...ruling,
      number: 'B-20261123-000001',
      state: 'IN_FORCE',
      recordCount: 8,
      entity: { uscc: ours },
      timeline: [{ step: 'screen', from: null, to: 'IN_FORCE', basis: ruling.ruling }],
      availableSteps: [{ step: 'complete' }, { step: 'restore' }],
      documents: [{ kind: 'SCREENING_NOTICE', number: '包信屏〔2026〕1123000001号', issuedBy: '包头市信用中心' }],
    });
    expect(it.documents[0].text).toContain('共8条');
    const { rows } = await sees(supervisor);
    expect(codesOf(rows.filter(({ state }) => state === 'REPAIRED'))).toEqual(screenedItems);
    expect(codesOf(rows.filter(({ state }) => state === 'EFFECTIVE'))).toEqual([
      'COURT_UNPERFORMED_JUDGMENT',
      'MARKET_ABNORMAL_OPERATION',
      'TAX_ARREARS',
    ]);
  });

  test('the public, departments, searches and counts know nothing of them any more', async () => {
    const published = await sees(city.anyone);
    expect(codesOf(published.rows)).toEqual(['COURT_UNPERFORMED_JUDGMENT', 'MARKET_ABNORMAL_OPERATION']);
    expect(published.count).toBe(2);
    expect(before[0]!.count).toBeGreaterThan(published.count);
    const shared = await sees(inspecting());
    expect(shared.rows.filter(({ state }) => state === 'REPAIRED').map(({ item }) => item.code)).toEqual([
      // its own: it learns that the record is repaired, and no more
      'MARKET_SERIOUS_DISHONESTY',
    ]);
    const [row] = (await sees(supervisor)).rows.filter(({ item }) => item.code === 'ECOLOGY_PENALTY');
    const one = 'query ($id: ID!) { record(id: $id) { id } }';
    expect((await city.anyone.asks(one, { id: row!.id })).data.record).toBeNull();
    expect((await inspecting().asks(one, { id: row!.id })).data.record).toBeNull();
    expect((await enterprise.asks(one, { id: row!.id })).data.record).toEqual({ id: row!.id });
    const listed = await city.anyone.asks(
      `{ records(filter: { item: "HRSS_WAGE_ARREARS_LIST" }, first: 100) { edges { node { number } } } }`,
    );
    expect(JSON.stringify(listed.data)).not.toContain('包人社严列〔2026〕901号');
  });

  test('the entity, the court, the credit centre and the supervisor know of the screening; nobody else does', async () => {
    const one = 'query ($id: ID!) { screening(id: $id) { number state } screenings { totalCount } }';
    const [itself, judge, reviewer, overseer] = await Promise.all(
      [enterprise, court, centre, supervisor].map((who) => who.asks(one, { id })),
    );
    for (const answer of [itself, judge, reviewer, overseer]) {
      expect(answer!.data).toEqual({
        screening: { number: 'B-20261123-000001', state: 'IN_FORCE' },
        screenings: { totalCount: 1 },
      });
    }
    const another = await city.enterprise('91150203MA0T3QT218');
    expect((await another.asks(one, { id })).data).toEqual({ screening: null, screenings: { totalCount: 0 } });
    expect(reasonsOf(await market.asks(one, { id }))).toContain('ROLE_REQUIRED');
    expect(reasonsOf(await city.anyone.asks(one, { id }))).toContain('AUTHENTICATION_REQUIRED');
    const onEntity = 'query ($uscc: USCC!) { entity(uscc: $uscc) { screenings { totalCount } } }';
    expect((await enterprise.asks(onEntity, { uscc: ours })).data.entity.screenings).toEqual({ totalCount: 1 });
    expect((await market.asks(onEntity, { uscc: ours })).data.entity.screenings).toBeNull();
    expect((await city.anyone.asks(onEntity, { uscc: ours })).data.entity.screenings).toBeNull();
    const filtered = `query ($entity: USCC!) { screenings(filter: { entity: $entity, state: RESTORED }) { totalCount } }`;
    expect((await centre.asks(filtered, { entity: ours })).data.screenings.totalCount).toBe(0);
  });

  test('its notice is a document that the court reads and another department does not', async () => {
    const { data } = await court.asks('query ($id: ID!) { screening(id: $id) { documents { url } } }', { id });
    const [{ url }] = data.screening.documents;
    expect(await court.statusOf(url)).toBe(200);
    expect(await market.statusOf(url)).toBe(404);
  });

  test('whoever asks whether a screened record can be repaired is told that it is screened', async () => {
    const { rows } = await sees(enterprise);
    const screened = rows.find(({ item }) => item.code === 'MARKET_SERIOUS_DISHONESTY')!;
    const { data } = await enterprise.asks(
      'query ($r: ID!) { repairEligibility(record: $r) { eligible missing { reason says } } }',
      { r: screened.id },
    );
    expect(data.repairEligibility).toMatchObject({ eligible: false, missing: [{ reason: 'REPAIR_SCREENED' }] });
    expect(data.repairEligibility.missing[0].says).toContain('B-20261123-000001');
  });

  test('consumers are told of each record, once: those that may have had it', async () => {
    const { rows } = await city.platform.pool.query(
      `select d.consumer_code as consumer, h.kind, count(*)::int as events, count(distinct h.record_id)::int as records
       from record_change h join screened_record s on s.record_id = h.record_id join delivery d on d.change_id = h.id
       where s.screening_id = $1 group by 1, 2 order by 1`,
      [id],
    );
    expect(rows).toEqual([
      { consumer: 'REGION_PLATFORM', kind: 'REPAIRED', events: 8, records: 8 },
      // records of bribery are not shared between departments
      { consumer: 'TAX_RISK', kind: 'REPAIRED', events: 7, records: 7 },
    ]);
    const asked = `{ deliveries(first: 100, filter: { state: PENDING }) { edges { node { consumer { code } change { kind number } } } } }`;
    const { data } = await (await city.officer('TAX')).asks(asked);
    const told: { node: { change: { kind: string; number: string } } }[] = data.deliveries.edges;
    expect(told.map(({ node }) => node.change)).toContainEqual({ kind: 'REPAIRED', number: '包环罚决〔2025〕9001号' });
  });

  test('a record of before the ruling that is reported late is screened by the next round', async () => {
    const penalty = await copyOf('包环罚决〔2025〕9001号', '包环罚决〔2025〕9099号');
    expect((await ecology.submits('ECOLOGY_PENALTY', [penalty])).data.submitRecords).toMatchObject({ created: 1 });
    await everyJob();
    const { data } = await centre.asks('query ($id: ID!) { screening(id: $id) { recordCount timeline { step by } } }', {
      id,
    });
    expect(data.screening).toEqual({
      recordCount: 9,
      timeline: [
        { step: 'screen', by: expect.stringMatching(/COURT|REVIEWER/) },
        { step: 'screenLate', by: 'PLATFORM' },
      ],
    });
    await everyJob();
    expect((await sees(supervisor)).rows.filter(({ state }) => state === 'REPAIRED')).toHaveLength(9);
  });

  test('the plan is not performed: what is screened still stands again, as it was', async () => {
    const withdrawn = (await sees(supervisor)).rows.find(({ number }) => number === '包环罚决〔2025〕9099号')!;
    const given = { record: withdrawn.id, revokedOn: '2026-11-23', document: '包环撤〔2026〕1号' };
    const gone = await ecology.asks(
      'mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { state } }',
      {
        input: { ...given, reason: '复议撤销', basis: '《行政复议法》' },
      },
    );
    expect(gone.data.withdrawRecord).toEqual({ state: 'WITHDRAWN' });
    expect(reasonsOf(await ends(market, 'restoreScreened', id))).toEqual(['ROLE_REQUIRED']);
    expect(reasonsOf(await ends(court, 'restoreScreened', id, { document: ' ' }))).toEqual(['SCREENING_DOCUMENT']);
    expect(reasonsOf(await ends(court, 'restoreScreened', id, { reason: '' }))).toEqual(['REASON_REQUIRED']);
    expect(reasonsOf(await ends(court, 'restoreScreened', 'x'))).toEqual(['SCREENING_UNKNOWN']);
    const { it } = (await ends(court, 'restoreScreened', id)).data;
    expect(it).toMatchObject({
      state: 'RESTORED',
      availableSteps: [],
      documents: [{}, { kind: 'SCREENING_RESTORED' }],
    });
    expect(it.documents[1].text).toContain('共8条');
    expect(await Promise.all([sees(city.anyone), sees(inspecting())])).toEqual(before);
    const told = await city.platform.pool.query("select from record_change where kind = 'RESTORED'");
    expect(told.rowCount).toBe(8);
    const { data } = await supervisor.asks('query ($id: ID!) { record(id: $id) { state } }', { id: withdrawn.id });
    expect(data.record).toEqual({ state: 'WITHDRAWN' });
    expect(reasonsOf(await ends(centre, 'completeScreening', id))).toEqual(['CASE_MOVED_ON']);
  });

  test('every version says by which screening, and on what basis', async () => {
    const [record] = (await sees(enterprise)).rows.filter(({ number }) => number === '包环罚决〔2025〕9001号');
    const { data } = await enterprise.asks(
      'query ($id: ID!) { record(id: $id) { versions { version state reason basis } } }',
      { id: record!.id },
    );
    expect(data.record.versions).toMatchObject([
      { version: 3, state: 'EFFECTIVE', reason: 'screening ended: B-20261123-000001', basis: '（2026）内02破3号之二' },
      {
        version: 2,
        state: 'REPAIRED',
        reason: 'screened: B-20261123-000001',
        basis: `国办发〔2025〕22号; ${ruling.ruling}`,
      },
      { version: 1, state: 'EFFECTIVE' },
    ]);
  });
});

describe('another plan is approved, and performed', () => {
  test('what was screened stays repaired', async () => {
    const { it } = (await screens(centre, { ruling: '（2026）内02破9号', ruledOn: '2026-11-20' })).data;
    expect(it).toMatchObject({ number: 'B-20261123-000002', state: 'IN_FORCE', recordCount: 10 });
    const done = (await ends(centre, 'completeScreening', it.id)).data.it;
    expect(done).toMatchObject({
      state: 'COMPLETED',
      documents: [{ kind: 'SCREENING_NOTICE' }, { kind: 'SCREENING_COMPLETED' }],
      timeline: [{ step: 'screen' }, { step: 'complete', by: 'REVIEWER', reason: '管理人监督报告已提交' }],
    });
    expect(codesOf((await sees(city.anyone)).rows)).toEqual(['COURT_UNPERFORMED_JUDGMENT']);
    const screened = (await sees(enterprise)).rows.find(({ state }) => state === 'REPAIRED')!;
    const { data } = await enterprise.asks('query ($r: ID!) { repairEligibility(record: $r) { missing { reason } } }', {
      r: screened.id,
    });
    expect(data.repairEligibility.missing).toEqual([{ reason: 'REPAIR_ALREADY' }]);
  });

  test('thousands of records at once', async () => {
    const penalty = await copyOf('包环罚决〔2021〕9001号', '包环罚决〔2025〕0000号');
    const many = Array.from({ length: 3000 }, (_, i) => ({ ...penalty, CF_WSH: `包环罚决〔2025〕${10_000 + i}号` }));
    const file = many.map((row) => JSON.stringify(row)).join('\n');
    expect((await ecology.uploads('ECOLOGY_PENALTY', file, 'application/x-ndjson')).body).toMatchObject({
      created: 3000,
    });
    const { it } = (await screens(court, { ruling: '（2026）内02破10号', ruledOn: '2026-11-21' })).data;
    expect(it.recordCount).toBe(3000);
    const restored = (await ends(court, 'restoreScreened', it.id)).data.it;
    expect(restored.documents[1].text).toContain('共3000条');
  });
});

const everyJob = () =>
  runJobs(
    {
      pool: city.platform.pool,
      jobs: jobs(city.platform),
      log: {
        info: () => undefined,
        error: (fault: unknown) => {
          throw fault;
        },
      } as never,
    },
    new Date('2026-11-23T10:00:00+08:00'),
  );

/** The row of a penalty as its department sends it, under another number. */
async function copyOf(number: string, another: string): Promise<Record<string, string>> {
  const id = (await sees(supervisor)).rows.find((row) => row.number === number)!.id;
  const { data } = await enterprise.asks('query ($id: ID!) { record(id: $id) { fields { key value } } }', { id });
  const fields: { key: string; value: string | null }[] = data.record.fields;
  const row = Object.fromEntries(fields.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])));
  return { ...row, CF_WSH: another };
}
