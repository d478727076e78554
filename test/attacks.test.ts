import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

// Elsewhere: batches, faulty requests, too many rows, NUL characters, deeds by GET, what a failing database tells (http);
// forged, unsigned, tampered tokens (authentication); tokens of a provider and what production hides (production);
// page sizes and cursors of another list (entity); ids, counts and filters over hidden records (records);
// headers of purpose and case, one by one (rules/stated-purpose); empty or filled, seen or not (betrayal).

const gobi = '91150203MA0T3QT218';
const trader = '92150203MA0T3QTA70';
const today = '2026-11-22T04:00:00Z';

let city: City;
/** What the public may not read of the two entities, as it stands in the database. */
let secrets: string[];
let hidden: { id: string; determinedOn: string }[];

beforeAll(async () => {
  city = await openCity();
  city.on(today);
  const { rows } = await city.platform.pool.query(
    `select e.legal_representative_id as id, e.contact_phone as phone from legal_entity e where e.uscc = any($1)
     union all select e.legal_representative, e.address from legal_entity e where e.uscc = $2
     union all select r.content->>'CF_FR_ZJHM', r.content->>'CF_XDR_LXDH' from credit_record r
       join legal_entity e on e.id = r.entity_id where e.uscc = any($1)`,
    [[gobi, trader], trader],
  );
  secrets = [...new Set(rows.flatMap(({ id, phone }) => [id, phone]).filter((one) => one !== null))];
  const everything = await idsOf(await city.official('supervisor'));
  const open = new Set((await idsOf(city.anyone)).map(({ id }) => id));
  hidden = everything.filter(({ id }) => !open.has(id));
}, 60_000);
afterAll(() => city.close());

async function idsOf(person: Person): Promise<{ id: string; determinedOn: string; cursor: string }[]> {
  const { data } = await person.asks(
    `{ entity(uscc: "${gobi}") { records(first: 100) { edges { cursor node { id determinedOn } } } } }`,
  );
  return data.entity.records.edges.map(({ node, cursor }: any) => ({ ...node, cursor }));
}

/** What an answer says, in bytes, without the number of the request and what the caller has left for the day. */
async function said(person: Person, query: string, variables: object = {}) {
  const response = await person.fetches('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = (await response.text()).replaceAll(/"requestId":"[^"]*"|"(used|remaining)":\d+/g, '');
  return { status: response.status, text, took: response.headers.get('server-timing') };
}

describe('no trick of the language brings out what the public may not see', () => {
  const tricks: [string, string, Record<string, unknown>?][] = [
    [
      'an alias that is the name of an open field',
      `{ entity(uscc: "${gobi}") { name: legalRepresentativeId uscc: contactPhone } }`,
    ],
    [
      'an alias of what leads to it',
      `{ viewer: entity(uscc: "${gobi}") { role: legalRepresentativeId subject: contactPhone } }`,
    ],
    [
      'the field asked many times',
      `{ entity(uscc: "${gobi}") { legalRepresentativeId ${Array.from({ length: 50 }, (_, i) => `a${i}: legalRepresentativeId`).join(' ')} } }`,
    ],
    [
      'nested fragments',
      `{ entity(uscc: "${trader}") { ...A } } fragment A on LegalEntity { ...B } fragment B on LegalEntity { ... on LegalEntity { ...C } } fragment C on LegalEntity { legalRepresentative address legalRepresentativeId }`,
    ],
    [
      'fragments under directives',
      `query ($y: Boolean = true) { entity(uscc: "${trader}") { ...A @include(if: $y) ... @skip(if: false) { x: address } } } fragment A on LegalEntity { legalRepresentative @include(if: $y) }`,
    ],
    [
      'by way of a record and back',
      `{ entity(uscc: "${gobi}") { records(first: 1) { edges { node { entity { legalRepresentativeId contactPhone records(first: 1) { edges { node { entity { legalRepresentativeId } } } } } } } } } }`,
    ],
    [
      'by way of a list',
      `{ entities(search: "${gobi}") { edges { node { legalRepresentativeId contactPhone } } } entitiesByCode(usccs: ["${gobi}", "${trader}"]) { entity { legalRepresentative legalRepresentativeId address } } }`,
    ],
    [
      'values of records under other names',
      `{ entity(uscc: "${gobi}") { records(first: 100) { edges { node { fields { key: value value: key title: value state } } } } } }`,
    ],
    [
      'values of records, twice, merged',
      `{ entity(uscc: "${gobi}") { records(first: 100) { edges { node { fields { value } ...F } } } } } fragment F on CreditRecord { fields { value v2: value } }`,
    ],
    [
      'the second of two operations',
      `query A { viewer { role } } query B { entity(uscc: "${gobi}") { legalRepresentativeId } }`,
    ],
  ];

  test('there is something to bring out', () => {
    expect(secrets.length).toBeGreaterThanOrEqual(6);
    expect(hidden.length).toBeGreaterThan(0);
  });

  test.each(tricks)('%s', async (_trick, query) => {
    const people = [city.anyone, await city.enterprise('91150200MA0T3QT132'), await city.official('administrator')];
    for (const person of people) {
      // the third time the operation is compiled
      for (let time = 0; time < 3; time++) {
        const { text } = await said(person, query);
        for (const secret of secrets) expect(text.includes(secret)).toBe(false);
      }
    }
  });

  test('by what is searched for, the number of a person or of a telephone finds nobody', async () => {
    for (const secret of secrets) {
      const { data, refusals } = await city.anyone.asks('query ($s: String) { entities(search: $s) { totalCount } }', {
        s: secret,
      });
      expect([data?.entities?.totalCount ?? 0, refusals.map(({ extensions }) => extensions.code)]).toEqual([0, []]);
    }
  });
});

describe('a question of monstrous shape is refused before anything is read, and soon', () => {
  const nested = (depth: number, open: string, inner: string, close = ' }') =>
    open.repeat(depth) + inner + close.repeat(depth);

  test.each([
    [
      'four hundred levels of records and entities',
      `{ entity(uscc: "${gobi}") ${nested(400, '{ records(first: 1) { edges { node { entity ', '{ name }', ' } } } }')} }`,
      400,
    ],
    ['ten thousand fields', `{ ${Array.from({ length: 10_000 }, (_, i) => `a${i}: __typename`).join(' ')} }`, 400],
    ['a page of a hundred thousand', '{ records(first: 100000) { totalCount } }', 200],
    ['a page of less than nothing', '{ records(first: -1) { totalCount } }', 200],
    ['a page beyond what an integer holds', '{ records(first: 99999999999) { totalCount } }', 400],
    [
      'a fragment in itself',
      `{ entity(uscc: "${gobi}") { ...A } } fragment A on LegalEntity { ...B } fragment B on LegalEntity { ...A }`,
      400,
    ],
    [
      'fragments that double',
      `{ entity(uscc: "${gobi}") { ...F0 } } ${Array.from({ length: 25 }, (_, i) => `fragment F${i} on LegalEntity { records(first: 1) { edges { node { entity { ...F${i + 1} } } } } x: records(first: 1) { edges { node { entity { ...F${i + 1} } } } } }`).join(' ')} fragment F25 on LegalEntity { name }`,
      400,
    ],
    ['a thousand directives', `{ entity(uscc: "${gobi}") { name ${'@include(if: true) '.repeat(1000)} } }`, 400],
    ['a subscription', 'subscription { records { id } }', 200],
  ])('%s', async (_shape, query, status) => {
    const before = Date.now();
    const answer = await city.anyone.asks(query);
    expect(answer.refusals.length).toBeGreaterThan(0);
    expect([answer.status, answer.statements, answer.data?.records ?? null]).toEqual([status, 0, null]);
    for (const { message, extensions } of answer.refusals) {
      expect(['BAD_INPUT', 'TOO_EXPENSIVE']).toContain(extensions.code);
      expect(message.length).toBeLessThan(1000);
    }
    expect(Date.now() - before).toBeLessThan(5000);
  });

  test('a hundred levels of records and entities are no harm: what is the same is read once', async () => {
    const levels = `{ records(first: 1) { edges { node { entity ${'{ records(first: 1) { edges { node { entity '.repeat(99)}`;
    const { refusals, statements } = await city.anyone.asks(
      `{ entity(uscc: "${gobi}") ${levels} { name } ${'} } } } '.repeat(100)} }`,
    );
    expect([refusals, statements]).toEqual([[], 2]);
  });

  test('two hundred levels of inline fragments are no harm', async () => {
    const { data, statements } = await city.anyone.asks(
      `{ entity(uscc: "${gobi}") ${nested(200, '{ ... on LegalEntity ', '{ name }')} }`,
    );
    expect([Object.keys(data.entity), statements]).toEqual([['name'], 1]);
  });
});

describe('a form of another site cannot make a browser ask', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('%s', async (type) => {
    const response = await (await city.officer('MARKET')).fetches('/graphql', {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ query: '{ viewer { role } }' }),
    });
    expect([response.status, await response.text()]).toEqual([400, expect.not.stringContaining('DEPARTMENT')]);
  });

  test('nor is a file taken by GET, nor an answer of another origin allowed', async () => {
    const market = await city.officer('MARKET');
    expect(await market.statusOf('/submissions/MARKET_PENALTY')).toBe(404);
    const response = await market.fetches('/graphql', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('forged headers', () => {
  /** Headers as they are given, byte by byte, a list being sent line by line. */
  const sends = (headers: Record<string, string | string[]>, token?: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const body = JSON.stringify({
        query: `{ viewer { role } entity(uscc: "${gobi}") { legalRepresentativeId records(first: 5) { totalCount edges { node { id } } } } }`,
      });
      const sent = request(
        `${city.address}/graphql`,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...headers,
          },
        },
        (response: IncomingMessage) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece) => (text += piece));
          response.on('end', () => resolve({ status: response.statusCode!, body: text }));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  test.each<[string, Record<string, string | string[]>, string]>([
    [
      'Credit-Purpose twice',
      { 'Credit-Purpose': ['INSPECTION', 'INSPECTION'], 'Credit-Case': '2026-0317' },
      'PURPOSE_UNKNOWN',
    ],
    ['Credit-Purpose in lower case', { 'Credit-Purpose': 'inspection', 'Credit-Case': '2026-0317' }, 'PURPOSE_UNKNOWN'],
    ['Credit-Purpose unknown', { 'Credit-Purpose': 'CURIOSITY', 'Credit-Case': '2026-0317' }, 'PURPOSE_UNKNOWN'],
    ['Credit-Case twice', { 'Credit-Purpose': 'INSPECTION', 'Credit-Case': ['2026-0317', '2026-0318'] }, 'CASE_NUMBER'],
    ['Credit-Case that says nothing', { 'Credit-Purpose': 'INSPECTION', 'Credit-Case': 'x' }, 'CASE_NUMBER'],
  ])('%s: refused, and nothing is answered', async (_which, headers, reason) => {
    for (const token of [(await city.officer('TAX')).token, undefined]) {
      const { status, body } = await sends(headers, token);
      const { data, errors } = JSON.parse(body);
      expect([status, data, errors[0].extensions.reason]).toEqual([400, undefined, reason]);
    }
  });

  test('are refused at the uploads too', async () => {
    const response = await (await city.officer('MARKET')).fetches('/submissions/MARKET_PENALTY', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'credit-purpose': 'CURIOSITY' },
      body: 'a\n1',
    });
    expect([response.status, (await response.json()).errors[0].extensions.reason]).toEqual([400, 'PURPOSE_UNKNOWN']);
  });

  test('the name of a header is in any case; what is stated counts for nothing without a mandate', async () => {
    const stated = { 'CREDIT-PURPOSE': 'INSPECTION', 'cReDiT-cAsE': '2026-0317' };
    const officer = (await city.officer('TAX')).token;
    expect(JSON.parse((await sends(stated, officer)).body).data.entity.legalRepresentativeId).toMatch(/^1502\*{10}/);
    expect(await sends(stated)).toEqual(await sends({}));
    const administrator = (await city.official('administrator')).token;
    expect(await sends(stated, administrator)).toEqual(await sends({}, administrator));
  });

  test('that claim to be somebody, or to come from somewhere, are not looked at', async () => {
    const claims = {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-user': 'supervisor',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'admin.internal',
      forwarded: 'for=127.0.0.1;by=admin',
      'x-real-ip': '127.0.0.1',
      'x-remote-user': 'supervisor',
      'x-user-role': 'SUPERVISOR',
      'credit-role': 'SUPERVISOR',
      department: 'MARKET',
      'x-http-method-override': 'GET',
      'x-original-url': '/submissions/MARKET_PENALTY',
      cookie: 'role=SUPERVISOR',
    };
    for (const token of [undefined, (await city.enterprise('91150200MA0T3QT132')).token]) {
      expect(await sends(claims, token)).toEqual(await sends({}, token));
    }
  });

  test('a second Authorization is not put together with the first', async () => {
    const [officer, supervisor] = [await city.officer('TAX'), await city.official('supervisor')];
    const { body } = await sends({ authorization: [`Bearer ${officer.token}`, `Bearer ${supervisor.token}`] });
    expect(JSON.parse(body).data?.viewer.role ?? 'refused').not.toBe('SUPERVISOR');
  });
});

describe('what one may not know of is as if it were not', () => {
  const nothing = '0190f5b0-0000-7000-8000-000000000000';
  const likewise = (text: string, id: string) => text.replaceAll(id, nothing);

  test('a record: the same answer, the same number of statements', async () => {
    const ask = 'query ($id: ID!) { record(id: $id) { id title entity { name } fields { value } } }';
    const missing = await said(city.anyone, ask, { id: nothing });
    for (const { id } of hidden) expect(await said(city.anyone, ask, { id })).toEqual(missing);
  });

  test('a submission, of which its provider alone knows, and what was refused of it', async () => {
    const sent = await (await city.officer('MARKET')).submits('MARKET_PENALTY', [
      penaltyRow({ CF_WSH: '包市监罚〔2026〕攻1号' }),
      {},
    ]);
    const { id } = sent.data.submitRecords;
    const tax = (await city.officer('TAX')).for('INSPECTION', '2026-0317');
    const ask = 'query ($id: ID!) { submission(id: $id) { id created rejections { totalCount } } }';
    expect(await said(tax, ask, { id })).toEqual(await said(tax, ask, { id: nothing }));
    for (const person of [tax, city.anyone, await city.official('supervisor'), await city.enterprise(gobi)]) {
      const [known, unknown] = await Promise.all(
        [id, nothing].map(async (one) => {
          const response = await person.fetches(`/submissions/${one}/rejections.csv`);
          return {
            status: response.status,
            text: likewise(await response.text(), one).replaceAll(/"requestId":"[^"]*"/g, ''),
          };
        }),
      );
      expect(known).toEqual(unknown);
      expect(known!.status).toBe(404);
    }
  });

  test('sending to an item of another department tells nothing of what is there', async () => {
    const tax = await city.officer('TAX');
    const { rows } = await city.platform.pool.query(
      "select content from credit_record where item_code = 'MARKET_PENALTY' and superseded_at is null limit 1",
    );
    const answer = async (row: object) =>
      (await tax.submits('MARKET_PENALTY', [row])).refusals.map(({ message, extensions }) => [
        message,
        extensions.reason,
      ]);
    expect(await answer(rows[0].content)).toEqual(await answer(penaltyRow({ CF_WSH: '包市监罚〔2026〕无号' })));
  });

  test('a cursor of somebody who sees more shows no more, whichever row it stands at', async () => {
    const all = await idsOf(await city.official('supervisor'));
    const open = await idsOf(city.anyone);
    const following = async (cursor: string) => {
      const { data, refusals } = await city.anyone.asks(
        `query ($a: String) { entity(uscc: "${gobi}") { records(first: 100, after: $a) { totalCount edges { node { id } } } } }`,
        { a: cursor },
      );
      expect(refusals).toEqual([]);
      return { ids: data.entity.records.edges.map(({ node }: any) => node.id), count: data.entity.records.totalCount };
    };
    for (const [i, { cursor }] of all.entries()) {
      const after = new Set(all.slice(i + 1).map(({ id }) => id));
      const { ids, count } = await following(cursor);
      expect(ids).toEqual(open.filter(({ id }) => after.has(id)).map(({ id }) => id));
      expect(count).toBe(open.length);
    }
  });

  test('every refusal of a list is the same for an entity with hidden records and for one without', async () => {
    const { rows } = await city.platform.pool.query(
      `select uscc from legal_entity e where not exists (select from credit_record r where r.entity_id = e.id) and kind = 'GOVERNMENT_AGENCY' limit 1`,
    );
    for (const list of [
      'records(first: 0) { totalCount }',
      'records(after: "nonsense") { totalCount }',
      'records(filter: { determinedFrom: "2026-02-30" }) { totalCount }',
    ]) {
      const ask = (uscc: string) => said(city.anyone, `{ entity(uscc: "${uscc}") { ${list} } }`);
      const [one, other] = [await ask(gobi), await ask(rows[0].uscc)];
      expect(one).toEqual(other);
      for (const { id } of hidden) expect(one.text).not.toContain(id);
    }
  });
});
