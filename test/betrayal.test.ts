import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rewrite } from './world/rights.js';
import { type City, openCity, type Person, type Withheld } from './world.js';

const gobi = '91150203MA0T3QT218';
const another = '91150200MA0T3QT132';
const trader = '92150203MA0T3QTA70';

let city: City;
let people: Record<string, Person>;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-22T04:00:00Z');
  const tax = await city.officer('TAX');
  people = {
    public: city.anyone,
    'another enterprise': await city.enterprise(another),
    administrator: await city.official('administrator'),
    'TAX, no purpose': tax,
    'TAX, no case': tax.for('INSPECTION'),
    'TAX, to inspect': tax.for('INSPECTION', '2026-0317'),
    'FINANCE, to procure': (await city.officer('FINANCE')).for('PROCUREMENT', '2026-0317'),
    'the credit centre': await city.official('credit-centre'),
    'the arrears administrator': (await city.official('arrears-admin')).for('ARREARS_HANDLING', '2026-0317'),
    MARKET: await city.officer('MARKET'),
    supervisor: await city.official('supervisor'),
  };
}, 60_000);
afterAll(() => city.close());

/** The answer as bytes, and how many statements it took. */
async function bytes(person: Person, query: string, variables: object = {}) {
  const response = await person.fetches('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, text: await response.text(), took: response.headers.get('server-timing') };
}

/** Where two answers begin to differ; a whole answer would fill the screen. */
function difference(one: Awaited<ReturnType<typeof bytes>>, other: typeof one): object | undefined {
  if (one.text === other.text && one.status === other.status && one.took === other.took) return undefined;
  let at = 0;
  while (at < one.text.length && one.text[at] === other.text[at]) at++;
  const near = ({ text, took }: typeof one) => [text.slice(Math.max(at - 150, 0), at + 150), took];
  return { one: near(one), other: near(other) };
}

const withheldIn = (text: string): Withheld[] => JSON.parse(text).extensions?.withheld ?? [];
const few = { numRuns: 12 };

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const text = fc.constantFrom('张三', '欧阳振华', '包头市昆都仑区钢铁大街1号', '');
const columns: Record<string, { column: string; value: fc.Arbitrary<string> }> = {
  legalRepresentative: { column: 'legal_representative', value: text },
  legalRepresentativeId: { column: 'legal_representative_id', value: digits(18) },
  contactPhone: { column: 'contact_phone', value: digits(11) },
  address: { column: 'address', value: text },
};

describe('an entity of which a value is withheld is answered with the same bytes, empty or filled', () => {
  const ask = `query ($u: USCC!, $s: String) {
    entity(uscc: $u) { uscc name ...F }
    found: entities(search: $s, first: 5) { totalCount edges { cursor node { uscc ...F } } }
    entitiesByCode(usccs: [$u]) { entity { ...F } }
  } fragment F on LegalEntity { legalRepresentative id1: legalRepresentativeId legalRepresentativeId contactPhone address }`;

  test.each([
    'public',
    'another enterprise',
    'administrator',
    'TAX, no purpose',
    'TAX, no case',
    'FINANCE, to procure',
    'the credit centre',
  ])('%s', async (who) => {
    const values = fc.record(
      Object.fromEntries(Object.entries(columns).map(([key, { value }]) => [key, fc.option(value)])),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(gobi, trader), values, values, async (uscc, filled, other) => {
        const person = people[who]!;
        // searched for by the very value that is hidden
        const variables = { u: uscc, s: filled['legalRepresentativeId'] ?? other['legalRepresentativeId'] ?? '张三' };
        await write(uscc, filled);
        const first = await bytes(person, ask, variables);
        const hidden = withheldIn(first.text)
          .filter(({ path, state }) => path[0] === 'entity' && state === 'WITHHELD')
          .map(({ path }) => String(path[1]));
        expect(hidden).toContain('legalRepresentativeId');
        await write(
          uscc,
          Object.fromEntries(hidden.filter((key) => key in columns).map((key) => [key, other[key] ?? null])),
        );
        expect(difference(await bytes(person, ask, variables), first)).toBeUndefined();
      }),
      few,
    );
  });

  test('shown in part, what the mask hides makes no difference either', async () => {
    const middle = digits(10);
    await fc.assert(
      fc.asyncProperty(middle, middle, async (one, two) => {
        await write(gobi, { legalRepresentativeId: `1502${one}0044` });
        const first = await bytes(people['TAX, to inspect']!, ask, { u: gobi, s: `1502${one}0044` });
        expect(first.text).toContain('1502**********0044');
        await write(gobi, { legalRepresentativeId: `1502${two}0044` });
        expect(
          difference(await bytes(people['TAX, to inspect']!, ask, { u: gobi, s: `1502${one}0044` }), first),
        ).toBeUndefined();
      }),
      few,
    );
  });

  async function write(uscc: string, values: Record<string, unknown>): Promise<void> {
    const given = Object.entries(values);
    if (given.length === 0) return;
    const set = given.map(([key], i) => `${columns[key]!.column} = $${i + 2}`).join(', ');
    await city.platform.pool.query(`update legal_entity set ${set} where uscc = $1`, [
      uscc,
      ...given.map(([, v]) => v),
    ]);
  }
});

const recordFields = 'fields { key title value state reason rule basis remedy }';

describe('a record of which values are withheld is answered with the same bytes, empty or filled', () => {
  test.each([
    'public',
    'another enterprise',
    'TAX, no purpose',
    'TAX, to inspect',
    'FINANCE, to procure',
    'the credit centre',
    'supervisor',
  ])('%s', async (who) => {
    const person = people[who]!;
    const { data } = await person.asks(
      `{ entity(uscc: "${gobi}") { records(first: 100) { edges { node { id fields { key state } } } } } }`,
    );
    const records: { id: string; hidden: string[] }[] = data.entity.records.edges.map(({ node }: any) => ({
      id: node.id,
      hidden: node.fields.filter(({ state }: any) => state === 'WITHHELD').map(({ key }: any) => key),
    }));
    const some = records.filter(({ hidden }) => hidden.length > 0);
    expect(some.length).toBeGreaterThan(0);
    const ask = `query ($id: ID!) { record(id: $id) { id title ${recordFields} } entity(uscc: "${gobi}") { records(first: 50) { totalCount edges { node { id ${recordFields} } } } } }`;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...some), fc.infiniteStream(fc.option(text)), async ({ id, hidden }, values) => {
        const first = await bytes(person, ask, { id });
        const { rows } = await city.platform.pool.query(
          'select content from credit_record where id = $1 and superseded_at is null',
          [id],
        );
        const content = { ...rows[0].content };
        for (const key of hidden) {
          const value: string | null = values.next().value;
          if (value === null) delete content[key];
          else content[key] = value;
        }
        await rewrite(city, 'update credit_record set content = $2 where id = $1', [id, content]);
        expect(difference(await bytes(person, ask, { id }), first)).toBeUndefined();
      }),
      few,
    );
  });
});

describe('records that one may not know of make no difference: not to pages, counts, cursors or statements', () => {
  const list = (uscc: string) => `{
    entity(uscc: "${uscc}") { records(first: 3) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id title } } } }
    penalties: entity(uscc: "${uscc}") { records(filter: { item: "TAX_GRADE" }) { totalCount edges { node { id } } } }
    records(first: 5, filter: { determinedFrom: "2026-01-01" }) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id entity { uscc } } } }
    entities(first: 20) { edges { node { uscc records(first: 1) { totalCount edges { node { id } } } } } }
  }`;

  test.each([
    'public',
    'another enterprise',
    'administrator',
    'TAX, no purpose',
    'TAX, to inspect',
    'FINANCE, to procure',
    'the arrears administrator',
    'MARKET',
  ])('%s', async (who) => {
    const person = people[who]!;
    const known: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await person.asks(
        'query ($a: String) { records(first: 100, after: $a) { pageInfo { hasNextPage endCursor } edges { node { id } } } }',
        { a: after },
      );
      known.push(...data.records.edges.map(({ node }: any) => node.id));
      after = data.records.pageInfo.hasNextPage ? data.records.pageInfo.endCursor : null;
    } while (after !== null);
    const before = await Promise.all([gobi, another, trader].map((uscc) => bytes(person, list(uscc))));
    const { rows } = await city.platform.pool.query(
      'select version_id from credit_record where superseded_at is null and id <> all ($1::uuid[])',
      [known],
    );
    expect(rows.length).toBeGreaterThan(0);
    const hidden = rows.map(({ version_id }) => version_id);
    const mark = (at: string) =>
      rewrite(city, `update credit_record set superseded_at = ${at} where version_id = any($1::uuid[])`, [hidden]);
    await mark("'2999-01-01'");
    try {
      const after = await Promise.all([gobi, another, trader].map((uscc) => bytes(person, list(uscc))));
      for (const [i, one] of after.entries()) expect(difference(one, before[i]!)).toBeUndefined();
    } finally {
      await mark('null');
    }
  });
});
