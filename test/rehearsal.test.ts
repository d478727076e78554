import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '../src/config.js';
import { runJobs } from '../src/jobs/clockwork.js';
import { jobs } from '../src/platform.js';
import { buildServer } from '../src/server/server.js';
import { openProvider } from './world/provider.js';
import { csv, penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

const itself = '91150203MA0T3QT218';
const later = '2026-12-01T09:00:00+08:00';

let city: City;
let market: Person;
let housing: Person;
beforeAll(async () => {
  city = await openCity({ DAILY_BUDGET: 'PUBLIC=2,DEPARTMENT=1000,SUPERVISOR=1000' });
  city.on('2026-11-22T02:00:00Z');
  market = await city.officer('MARKET');
  housing = (await city.officer('HOUSING')).for('LICENSING', '2026-0317');
});
afterAll(() => city.close());

const deedsOf = (requestId: string | null) =>
  city.owner('select deed, at, facts from audit_entry where request_id = $1 order by id', [requestId]);
const isJustNow = (at: Date) => expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000);
const run = (day: string, rehearsed: boolean) => {
  const error = (line: object) => {
    throw new Error(JSON.stringify(line));
  };
  const log = { info: () => undefined, error } as never;
  return runJobs({ pool: city.platform.pool, jobs: jobs(city.platform), log }, new Date(`${day}T01:00:00Z`), {
    rehearsed,
  });
};

let serial = 0;
const row = (more: Record<string, string> = {}) => penaltyRow({ CF_WSH: `包市监罚〔2026〕演${++serial}号`, ...more });

/** A request to check a penalty, which is answered within ten working days. */
async function correction(who: Person): Promise<{ id: string; number: string; requestId: string | null }> {
  const sent = row();
  await market.submits('MARKET_PENALTY', [sent]);
  const [{ id: record }] = await city.owner('select id from credit_record where number = $1', [sent['CF_WSH']]);
  const { data, headers } = await who.asks(
    'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id number } }',
    { input: { itemCode: 'MARKET_PENALTY', record, field: 'CF_SY', statement: '与决定书不符' } },
  );
  return { ...data.requestCorrection, requestId: headers.get('x-request-id') };
}
const stateOf = async (id: string) =>
  (await city.owner('select state, rehearsed from correction where id = $1', [id]))[0];

describe('a request that brings its clock is answered as at that instant', () => {
  test('its day counts, in Asia/Shanghai; the next request is back at the own clock', async () => {
    const night = housing.at('2026-12-10T23:59:59+08:00');
    expect((await correction(night)).number).toMatch(/^C-20261210-/);
    expect((await correction(housing)).number).toMatch(/^C-20261122-/);
  });

  test('at the door of files too', async () => {
    const file = csv([row({ CF_JDRQ: '2026-11-30', CF_YXQ: '2027-11-30' })]);
    expect((await market.uploads('MARKET_PENALTY', file)).body).toMatchObject({ created: 0, refused: 1 });
    expect((await market.at(later).uploads('MARKET_PENALTY', file)).body).toMatchObject({ created: 1, refused: 0 });
  });

  test('a token lasts as long as it lasts', async () => {
    const { data } = await market.at('2036-01-01T00:00:00Z').asks('{ viewer { subject } }');
    expect(data.viewer.subject).toBe('department:MARKET');
  });

  test('a change that is rehearsed before the record came is known from when it came', async () => {
    const sent = row();
    await market.submits('MARKET_PENALTY', [sent]);
    const answer = await market.at('2026-11-20T02:00:00Z').submits('MARKET_PENALTY', [{ ...sent, CF_SY: '更正' }]);
    expect(answer.data.submitRecords).toMatchObject({ changed: 1, refused: 0 });
    const versions = await city.owner(
      'select recorded_at as at, superseded_at as until from credit_record where number = $1 order by version',
      [sent['CF_WSH']],
    );
    expect(versions[1].at).toEqual(versions[0].at);
    expect(versions[0].until).toEqual(versions[0].at);
  });
});

describe('the logs never rehearse', () => {
  test('a deed is entered when it happened, with the rehearsed instant among its facts', async () => {
    const [deed] = await deedsOf((await correction(housing.at(later))).requestId);
    isJustNow(deed.at);
    expect(deed).toMatchObject({ deed: 'correction.request', facts: { rehearsed: '2026-12-01T01:00:00.000Z' } });
    const [own] = await deedsOf((await correction(housing)).requestId);
    expect(own.at).toEqual(new Date('2026-11-22T02:00:00Z'));
    expect(own.facts).not.toHaveProperty('rehearsed');
  });

  test('a reading too; a deed of the same request says which instant was rehearsed', async () => {
    const asked = `{ entity(uscc: "${itself}") { contactPhone } }`;
    const tax = (await city.officer('TAX')).for('INSPECTION', '2026-0317');
    const { headers } = await tax.at(later).asks(asked);
    const requestId = headers.get('x-request-id');
    const [reading] = await city.owner('select at from reading_entry where request_id = $1', [requestId]);
    isJustNow(reading.at);
    expect(await deedsOf(requestId)).toMatchObject([
      { deed: 'reading.rehearsed', facts: { rehearsed: '2026-12-01T01:00:00.000Z' } },
    ]);
    expect(await deedsOf((await tax.asks(asked)).headers.get('x-request-id'))).toEqual([]);
  });

  test('a refused deed too', async () => {
    const { headers } = await city.anyone.at(later).submits('MARKET_PENALTY', []);
    const [deed] = await deedsOf(headers.get('x-request-id'));
    isJustNow(deed.at);
    expect(deed).toMatchObject({ deed: 'submitRecords.refused', facts: { rehearsed: '2026-12-01T01:00:00.000Z' } });
  });
});

test('the budget is that of the real day: no clock makes it whole again', async () => {
  const ask = (person: Person, uscc: string) => person.asks(`{ entity(uscc: "${uscc}") { uscc } }`);
  const codes = await city.owner('select uscc from legal_entity order by uscc limit 3');
  const [first, second, third] = codes.map(({ uscc }) => uscc);
  expect((await ask(city.anyone.at('2099-01-01T00:00:00Z'), first)).budget).toMatchObject({
    remaining: 1,
    resetsAt: '2026-11-22T16:00:00.000Z',
  });
  await ask(city.anyone, second);
  for (const instant of ['2026-11-23T02:00:00Z', '2026-11-21T02:00:00Z', '2099-01-01T00:00:00Z']) {
    const { status, headers } = await ask(city.anyone.at(instant), third);
    expect([status, headers.get('retry-after')]).toEqual([429, String(14 * 3600)]);
  }
});

describe('the jobs of the own clock', () => {
  test('leave alone what lives on a rehearsed one, until somebody runs them for a day', async () => {
    const [own, rehearsed] = [await correction(housing), await correction(housing.at('2026-11-22T03:00:00Z'))];
    await run('2026-12-05', false);
    expect(await stateOf(own.id)).toEqual({ state: 'ESCALATED', rehearsed: false });
    expect(await stateOf(rehearsed.id)).toEqual({ state: 'REQUESTED', rehearsed: true });
    await run('2026-12-04', true);
    expect(await stateOf(rehearsed.id)).toEqual({ state: 'REQUESTED', rehearsed: true });
    await run('2026-12-05', true);
    expect(await stateOf(rehearsed.id)).toEqual({ state: 'ESCALATED', rehearsed: true });
    const [deed] = await city.owner(
      "select at, facts from audit_entry where subject_id = $1 and deed = 'correction.escalate'",
      [rehearsed.id],
    );
    isJustNow(deed.at);
    expect(deed.facts.rehearsed).toBe('2026-12-05T01:00:00.000Z');
  });

  test('a case whose step was taken on a rehearsed clock lives on it from then on', async () => {
    const { id } = await correction(housing);
    const { refusals } = await market
      .at(later)
      .asks('mutation ($input: AnswerCorrectionInput!) { answerCorrection(input: $input) { id } }', {
        input: { id, outcome: 'CONFIRMED', explanation: '无误' },
      });
    expect(refusals).toEqual([]);
    expect(await stateOf(id)).toEqual({ state: 'CONFIRMED', rehearsed: true });
  });
});

describe('a header that cannot be followed is refused, never passed over', () => {
  const doors: readonly [string, string, string][] = [
    ['GraphQL', 'POST', '/graphql'],
    ['files', 'POST', '/submissions/MARKET_PENALTY'],
    ['rejections', 'GET', '/submissions/019e0000-0000-7000-8000-000000000000/rejections.csv'],
    ['the audit', 'GET', '/audit/export.ndjson'],
  ];
  const told = async (address: string, [, method, path]: (typeof doors)[number], clock: string) => {
    const response = await fetch(address + path, {
      method,
      headers: { 'credit-clock': clock, ...(method === 'POST' && { 'content-type': 'application/json' }) },
      ...(method === 'POST' && { body: '{"query":"{ __typename }"}' }),
    });
    const { errors } = (await response.json()) as { errors: { extensions: { reason: string } }[] };
    return [response.status, errors[0]?.extensions.reason];
  };

  test.each(doors)('malformed, at the door of %s', async (...door) => {
    expect(await told(city.address, door, 'tomorrow')).toEqual([400, 'CLOCK']);
  });

  test('given twice', async () => {
    expect(await told(city.address, doors[0]!, `${later}, ${later}`)).toEqual([400, 'CLOCK']);
  });

  test('with an identity provider of its own the platform lets nobody rehearse, at any door', async () => {
    const provider = await openProvider();
    const config = loadConfig({ AUTH_ISSUER: provider.issuer, DATABASE_URL: city.database, PORT: '0' });
    const app = await buildServer(config, city.platform, pino({ level: 'silent' }));
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    for (const door of doors) expect(await told(address, door, later)).toEqual([403, 'CLOCK_NOT_YOURS']);
    await app.close();
    provider.close();
  });
});

test('several people act for one office, each by an account of their own', async () => {
  const people = await Promise.all([
    city.officer('MARKET', 'li'),
    city.official('credit-centre', 'wang'),
    city.enterprise(itself, 'zhao'),
  ]);
  const answers = await Promise.all(
    people.map((one) => one.asks('{ viewer { role subject department { code } entity { uscc } } }')),
  );
  expect(answers.map(({ data }) => data.viewer)).toEqual([
    { role: 'DEPARTMENT', subject: 'department:MARKET#li', department: { code: 'MARKET' }, entity: null },
    { role: 'CREDIT_CENTRE', subject: 'credit-centre#wang', department: null, entity: null },
    { role: 'ENTERPRISE', subject: `enterprise:${itself}#zhao`, department: null, entity: { uscc: itself } },
  ]);
});
