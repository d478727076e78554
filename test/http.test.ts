import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type City, openCity } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const post = async (
  body: string | Uint8Array,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => {
  const response = await city.anyone.fetches('/graphql', { method: 'POST', headers, body: body as BodyInit });
  const told: any = await response.json();
  return { status: response.status, body: told };
};

describe('a request that is none is refused with what is wrong', () => {
  test.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
    ['no JSON', '{"query":', { 'content-type': 'application/json' }, 400, 'BODY_NOT_JSON'],
    ['nothing', '', { 'content-type': 'application/json' }, 400, 'BODY_NOT_JSON'],
    ['no UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe]), { 'content-type': 'application/json' }, 400, 'BODY_NOT_UTF8'],
    [
      'too large',
      `{"query":"${'#'.repeat(3_000_000)}"}`,
      { 'content-type': 'application/json' },
      413,
      'BODY_TOO_LARGE',
    ],
    ['no JSON type', 'query', { 'content-type': 'text/plain' }, 400, 'MEDIA_TYPE'],
    ['no operation', '{}', { 'content-type': 'application/json' }, 400, 'BAD_QUERY'],
    ['a syntax error', '{"query":"{"}', { 'content-type': 'application/json' }, 400, 'BAD_QUERY'],
    ['an unknown field', '{"query":"{ nope }"}', { 'content-type': 'application/json' }, 400, 'BAD_QUERY'],
    ['many operations', '[{"query":"{ viewer { role } }"}]', { 'content-type': 'application/json' }, 400, 'BAD_QUERY'],
  ])('%s', async (_what, sent, headers, status, reason) => {
    const answer = await post(sent, headers);
    expect([answer.status, answer.body.errors[0].extensions]).toEqual([
      status,
      expect.objectContaining({ code: 'BAD_INPUT', reason, requestId: expect.any(String) }),
    ]);
  });

  test('a variable that does not fit, and one that is missing, again and again', async () => {
    for (let time = 0; time < 3; time++) {
      for (const variables of [{ n: 'many' }, {}]) {
        const { status, refusals } = await city.anyone.asks(
          'query ($n: Int!) { entities(first: $n) { totalCount } }',
          variables,
        );
        expect([status, refusals[0]!.extensions]).toEqual([
          400,
          expect.objectContaining({ code: 'BAD_INPUT', reason: 'BAD_QUERY' }),
        ]);
      }
    }
  });

  test('an unknown path', async () => {
    const response = await city.anyone.fetches('/nope?x=1');
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ reason: 'NOT_FOUND', path: '/nope' }) }),
        ],
      },
    ]);
  });
});

describe('a question that could bring too much is refused before it runs', () => {
  const nested = (inner: string) => `{ records(first: 100) { edges { node { entity { ${inner} } } } } }`;

  test.each([
    [
      'lists in lists',
      nested('records(first: 100) { edges { node { entity { records(first: 100) { totalCount } } } } }'),
      {},
    ],
    [
      'many of them',
      `{ ${Array.from({ length: 250 }, (_, i) => `a${i}: records(first: 100) { totalCount }`).join(' ')} }`,
      {},
    ],
    [
      'by fragments and variables',
      `query ($n: Int) { records(first: $n) { ...A } } fragment A on CreditRecordConnection { edges { node { entity { records(first: $n) { ...B } } } } }
       fragment B on CreditRecordConnection { edges { node { entity { records(first: $n) { totalCount } } } } }`,
      { n: 100 },
    ],
  ])('%s', async (_what, query, variables) => {
    const { status, refusals, statements } = await city.anyone.asks(query, variables);
    expect([status, refusals[0]!.extensions, statements]).toEqual([
      400,
      expect.objectContaining({ code: 'TOO_EXPENSIVE', reason: 'TOO_MANY_ROWS_ASKED' }),
      0,
    ]);
  });

  test('two hundred entities with a page of records each are not too many', async () => {
    const query =
      'query ($u: [USCC!]!) { entitiesByCode(usccs: $u) { entity { records(first: 20) { edges { node { title } } } } } }';
    const { refusals } = await city.anyone.asks(query, { u: Array(200).fill('91150203MA0T3QT218') });
    expect(refusals).toEqual([]);
  });
});

describe('a NUL character is refused wherever it stands', () => {
  test.each([
    ['a literal', '{ entities(search: "a\\u0000b") { totalCount } }', {}],
    ['a block of text', '{ department(code: "\\u{0}") { code } }', {}],
    ['a variable', 'query ($s: String) { entities(search: $s) { totalCount } }', { s: 'a\u0000b' }],
    ['an input', 'query ($f: EntityFilter) { entities(filter: $f) { totalCount } }', { f: { region: '\u0000' } }],
    [
      'an item',
      'mutation ($i: SubmitRecordsInput!) { submitRecords(input: $i) { id } }',
      { i: { item: 'A\u0000', rows: [] } },
    ],
  ])('%s', async (_where, query, variables) => {
    for (let time = 0; time < 3; time++) {
      const { status, refusals } = await city.anyone.asks(query, variables);
      expect(refusals[0]!.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'NUL_CHARACTER' });
      expect(status).toBe(400);
    }
  });
});

describe('what is told', () => {
  test('in Chinese to those who ask for it, with the same codes and reasons', async () => {
    const ask = (language: string) =>
      city.anyone.asks('{ entities(first: 0) { totalCount } }', {}, { 'accept-language': language });
    const [english, chinese, other] = [await ask('en'), await ask('zh-CN,zh;q=0.9,en;q=0.8'), await ask('fr')];
    expect(english.refusals[0]!.message).toMatch(/^"first" is 0/);
    expect(chinese.refusals[0]!.message).toMatch(/取值范围/);
    expect(other.refusals[0]!.message).toBe(english.refusals[0]!.message);
    expect(chinese.refusals[0]!.extensions.reason).toBe(english.refusals[0]!.extensions.reason);
  });

  test('nothing internal, when the database fails: the request id, under which it is logged without any value', async () => {
    await city.owner('alter table legal_entity rename to legal_entity_hidden');
    try {
      const { refusals, headers } = await city.anyone.asks(
        'query ($s: String) { entities(search: $s) { totalCount } }',
        { s: '秘密商号' },
      );
      const { message, extensions } = refusals[0]!;
      expect(extensions).toMatchObject({ code: 'INTERNAL', requestId: headers.get('x-request-id') });
      expect(JSON.stringify(refusals)).not.toMatch(/legal_entity|relation|select|\.ts|\.js|at /i);
      expect(message).toMatch(/logged under the request id/);
      const logged = city.logged.filter((line) => line.includes(extensions.requestId));
      expect(logged.length).toBeGreaterThan(0);
      expect(logged.join()).not.toContain('秘密商号');
    } finally {
      await city.owner('alter table legal_entity_hidden rename to legal_entity');
    }
  });

  test('no token, value of a record or personal data stands in any log', async () => {
    const enterprise = await city.enterprise('91150203MA0T3QT218');
    const { data } = await enterprise.asks(
      '{ entity(uscc: "91150203MA0T3QT218") { name legalRepresentativeId records(first: 100) { edges { node { fields { value } } } } } }',
    );
    const log = city.logged.join();
    expect(log).not.toContain(enterprise.token);
    expect(log).not.toContain(data.entity.legalRepresentativeId);
    expect(log).not.toContain(data.entity.name);
  });
});

describe('beside GraphQL', () => {
  test('health: live and ready', async () => {
    expect(await (await city.anyone.fetches('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await city.anyone.fetches('/health/ready')).json()).toEqual({
      status: 'ready',
      database: true,
      reference: true,
    });
  });

  test('a console that needs no internet', async () => {
    const page = await (await city.anyone.fetches('/')).text();
    expect(page).toContain('Public credit platform');
    expect(page).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
  });

  test('questions by GET need the preflight header; deeds by GET are refused', async () => {
    const get = (query: string, headers = {}) =>
      city.anyone.fetches(`/graphql?query=${encodeURIComponent(query)}`, { headers });
    const preflighted = { 'apollo-require-preflight': 'true' };
    expect((await get('{ viewer { role } }', preflighted)).status).toBe(200);
    expect((await get('{ viewer { role } }')).status).toBe(400);
    expect((await get('mutation { submitRecords(input: { item: "A", rows: [] }) { id } }', preflighted)).status).toBe(
      405,
    );
  });

  test('no answer is cached, and each has its request id', async () => {
    const { headers } = await city.anyone.asks('{ viewer { role } }');
    expect([headers.get('cache-control'), headers.get('x-request-id')]).toEqual([
      'no-store',
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ]);
  });

  test('reference data that changes is known to the running server', async () => {
    await city.owner("update department set duty = '试验' where code = 'TAX'");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { data } = await city.anyone.asks('{ department(code: "TAX") { duty } }');
    expect(data.department.duty).toBe('试验');
  });
});
