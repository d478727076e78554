import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type City, openCity } from './world.js';

const gobi = '91150203MA0T3QT218';
const soleTrader = '92150203MA0T3QTA70';

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.platform.pool.query(
    `update legal_entity set former_names = '{包头市戈壁羊绒制品有限公司}', search_text = search_text || e'\n包头市戈壁羊绒制品有限公司',
       search_grams = search_grams || '{戈壁,壁羊,羊绒,绒制,制品}' where uscc = $1`,
    [gobi],
  );
});
afterAll(() => city.close());

const search = async (text: string | null, more = '') => {
  const { data, refusals } = await city.anyone.asks(
    `query ($s: String) { entities(search: $s ${more}) { totalCount edges { node { uscc name formerNames } } } }`,
    { s: text },
  );
  return { found: data?.entities?.edges.map((edge: any) => edge.node), count: data?.entities?.totalCount, refusals };
};

describe('an entity is found', () => {
  test('by its code', async () => {
    const { data, statements } = await city.anyone.asks(
      `{ entity(uscc: "${gobi}") { uscc kind region { name } industry { code } establishedOn registeredCapital } }`,
    );
    expect(data.entity).toMatchObject({ uscc: gobi, kind: 'ENTERPRISE', region: { name: '昆都仑区' } });
    expect(data.entity.registeredCapital).toMatch(/^\d+\.\d\d$/);
    expect(statements).toBe(1);
  });

  test('not at all when nobody has the code: null, no error', async () => {
    const { data, refusals } = await city.anyone.asks('{ entity(uscc: "914403001922038216") { name } }');
    expect({ data, refusals }).toEqual({ data: { entity: null }, refusals: [] });
  });

  test('by two characters of its name, by a former name, by its code or the beginning of it', async () => {
    const { name } = (await search(gobi)).found[0];
    for (const text of [name.slice(4, 6), '羊绒', '戈壁羊绒', gobi, gobi.slice(0, 17), gobi.toLowerCase()]) {
      const { found } = await search(text, ', first: 100');
      expect(found.map(({ uscc }: any) => uscc)).toContain(gobi);
    }
  });

  test('by a search in full width, with blanks', async () => {
    expect((await search('９１１５０２０３ＭＡ０Ｔ３ＱＴ２１８')).count).toBe(1);
    expect((await search(' 戈 壁 羊 绒 ')).count).toBe(1);
  });

  test.each(['%%', '__', '\\\\', "';--", '不存在的名字'])('nothing is found by %s', async (text) => {
    expect(await search(text)).toEqual({ found: [], count: 0, refusals: [] });
  });

  test('a search of one character is refused with the rule', async () => {
    const { refusals } = await search('包');
    expect(refusals[0]!.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'SEARCH_TOO_SHORT' });
  });

  test('narrowed by kind, status, region, industry and date', async () => {
    const { data } = await city.anyone.asks(
      `{ entities(filter: { kind: SOLE_TRADER, status: ACTIVE, region: "150203", establishedFrom: "2000-01-01" }, first: 100) {
           totalCount edges { node { kind status region { code } } } } }`,
    );
    expect(data.entities.totalCount).toBeGreaterThan(5);
    for (const { node } of data.entities.edges) {
      expect(node).toEqual({ kind: 'SOLE_TRADER', status: 'ACTIVE', region: { code: '150203' } });
    }
  });
});

describe('pages', () => {
  const page = (first: number, after: string | null, more = '') =>
    city.anyone.asks(
      `query ($n: Int, $a: String) { entities(first: $n, after: $a ${more}) {
         totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { uscc } } } }`,
      { n: first, a: after },
    );

  test('walk the whole list once, without a wall', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    for (;;) {
      const { data } = await page(7, after);
      seen.push(...data.entities.edges.map((edge: any) => edge.node.uscc));
      total = data.entities.totalCount;
      if (!data.entities.pageInfo.hasNextPage) break;
      after = data.entities.pageInfo.endCursor;
    }
    expect(seen.length).toBe(total);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  test('walk thousands of hits of one search as they walk a few', async () => {
    await city.platform.pool.query(
      `insert into legal_entity (id, uscc, name, kind, status, search_text, search_grams, recorded_at, changed_at)
       select gen_random_uuid(), '9X' || lpad((i * 7919 % 100000)::text, 16, '0'), '共同名称', 'OTHER', 'ACTIVE', '共同名称', '{共同,同名,名称}', now(), now()
       from generate_series(1, 2500) i`,
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await page(100, after, ', search: "共同名"');
      seen.push(...data.entities.edges.map((edge: any) => edge.node.uscc));
      after = data.entities.pageInfo.hasNextPage ? data.entities.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.length).toBe(2500);
    expect(seen).toEqual([...new Set(seen)].sort());
    await city.platform.pool.query("delete from legal_entity where name = '共同名称'");
  });

  test.each([0, -1, 101, 100_000])('of %i rows are refused', async (first) => {
    const { refusals } = await page(first, null);
    expect(refusals[0]).toMatchObject({ extensions: { code: 'BAD_INPUT', reason: 'PAGE_SIZE', most: 100 } });
  });

  test('do not begin at a broken cursor, nor at one of another list, search or filter', async () => {
    const { data } = await page(1, null);
    const cursor = data.entities.pageInfo.endCursor;
    const foreign = await city.anyone.asks('{ records(first: 1) { pageInfo { endCursor } } }');
    const attempts = [
      page(1, 'nonsense'),
      page(1, ''),
      page(1, `${cursor}x`),
      page(1, Buffer.from('["x","\\u0000"]').toString('base64url')),
      page(1, foreign.data.records.pageInfo.endCursor),
      page(1, cursor, ', search: "包头"'),
      page(1, cursor, ', filter: { kind: ENTERPRISE }'),
    ];
    for (const { refusals } of await Promise.all(attempts)) {
      expect(refusals[0]!.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'CURSOR' });
    }
  });
});

describe('many codes at once', () => {
  const ask = 'query ($u: [USCC!]!) { entitiesByCode(usccs: $u) { uscc entity { name } } }';

  test('are answered in the order asked, unknown ones with null, by one statement', async () => {
    const u = [soleTrader, '914403001922038216', gobi, soleTrader];
    const { data, statements } = await city.anyone.asks(ask, { u });
    expect(data.entitiesByCode.map(({ uscc }: any) => uscc)).toEqual(u);
    expect(data.entitiesByCode.map(({ entity }: any) => entity !== null)).toEqual([true, false, true, true]);
    expect(statements).toBe(1);
  });

  test('at most 200', async () => {
    expect((await city.anyone.asks(ask, { u: Array(200).fill(gobi) })).refusals).toEqual([]);
    const { refusals } = await city.anyone.asks(ask, { u: Array(201).fill(gobi) });
    expect(refusals[0]!.extensions).toMatchObject({ reason: 'TOO_MANY_CODES', count: 201, most: 200 });
  });
});

describe('a code that is none is refused with its rule, as a literal and as a variable, again and again', () => {
  test.each([
    ['9115020', 'USCC_LENGTH'],
    ['91150203MA0T3QT2188', 'USCC_LENGTH'],
    ['91150203MA0T3QT21I', 'USCC_CHARACTER'],
    ['91150203MA0T3QT21O', 'USCC_CHARACTER'],
    ['91150203ma0t3qt218', 'USCC_CHARACTER'],
    ['99150203MA0T3QT218', 'USCC_CATEGORY'],
    ['91150203MA0T3QT219', 'USCC_CHECK_DIGIT'],
    ['911000007109250324', 'USCC_CHECK_DIGIT'],
  ])('%s: %s', async (code, reason) => {
    const literal = await city.anyone.asks(`{ entity(uscc: "${code}") { name } }`);
    expect(literal.refusals[0]!.extensions).toMatchObject({ code: 'BAD_INPUT', reason, basis: 'GB 32100-2015' });
    // the third time the operation is compiled: the answer stays the same
    for (let time = 0; time < 3; time++) {
      const { status, refusals } = await city.anyone.asks('query Q($u: USCC!) { entity(uscc: $u) { name } }', {
        u: code,
      });
      expect([status, refusals[0]!.extensions.reason, refusals[0]!.message]).toEqual([
        400,
        reason,
        literal.refusals[0]!.message,
      ]);
    }
  });
});

describe('personal data of an entity', () => {
  const ask = (uscc: string) =>
    `{ entity(uscc: "${uscc}") { legalRepresentative legalRepresentativeId contactPhone address } }`;

  test('of an enterprise: the public sees the representative, never the ID number', async () => {
    const { data, withheld } = await city.anyone.asks(ask(gobi));
    expect(data.entity.legalRepresentative).toMatch(/^[^*]+$/);
    expect(data.entity.legalRepresentativeId).toBeNull();
    expect(data.entity.contactPhone).toMatch(/^100\*{4}\d{4}$/);
    expect(withheld).toMatchObject([
      { path: ['entity', 'legalRepresentativeId'], state: 'WITHHELD', reason: 'SUBJECT_ONLY' },
      { path: ['entity', 'contactPhone'], state: 'MASKED', reason: 'PERSONAL_INFORMATION' },
    ]);
    for (const { rule, basis, remedy } of withheld) expect([rule, basis, remedy]).not.toContain('');
  });

  test('of a sole trader: the owner is masked and the address ends at the district', async () => {
    const { data } = await city.anyone.asks(ask(soleTrader));
    expect(data.entity.legalRepresentative).toContain('*');
    expect(data.entity.address).toMatch(/[区县旗市]\*\*\*$/);
  });

  test('the entity itself and the registrar see it whole, other departments the ID number in part, for a purpose', async () => {
    const whole = /^\d{17}[\dX]$/;
    for (const person of [
      await city.enterprise(gobi),
      await city.officer('MARKET'),
      await city.official('supervisor'),
    ]) {
      const { data, withheld } = await person.asks(ask(gobi));
      expect([data.entity.legalRepresentativeId, withheld]).toEqual([expect.stringMatching(whole), []]);
    }
    const tax = await city.officer('TAX');
    const { data } = await tax.for('INSPECTION', '2026-0317').asks(ask(gobi));
    expect(data.entity.legalRepresentativeId).toMatch(/^1502\*{10}\d{3}[\dX]$/);
    expect(data.entity.contactPhone).toMatch(/^\d+$/);
    const { data: without, withheld } = await tax.asks(ask(gobi));
    expect(without).toEqual((await city.anyone.asks(ask(gobi))).data);
    expect(withheld.map(({ state, reason }) => [state, reason])).toEqual([
      ['WITHHELD', 'PURPOSE_REQUIRED'],
      ['MASKED', 'PURPOSE_REQUIRED'],
    ]);
  });

  test('another enterprise and the administrator see what the public sees', async () => {
    const { data } = await city.anyone.asks(ask(gobi));
    for (const person of [await city.enterprise(soleTrader), await city.official('administrator')]) {
      expect((await person.asks(ask(gobi))).data).toEqual(data);
    }
  });

  test('what is withheld looks the same whether or not there is a value', async () => {
    await city.platform.pool.query(
      "update legal_entity set legal_representative_id = null where uscc = '91150200MA0T3QT132'",
    );
    const [filled, empty] = await Promise.all([
      city.anyone.asks(ask(gobi)),
      city.anyone.asks(ask('91150200MA0T3QT132')),
    ]);
    const withheldId = ({ data, withheld }: typeof filled) => [data.entity.legalRepresentativeId, withheld[0]];
    expect(withheldId(empty)).toEqual(withheldId(filled));
  });
});

describe('reference data', () => {
  test('departments, by code, each with a valid code of an agency', async () => {
    const { data, statements } = await city.anyone.asks(
      '{ departments { code name uscc } department(code: "TAX") { code } none: department(code: "NOPE") { code } }',
    );
    expect(data.departments.length).toBeGreaterThanOrEqual(14);
    for (const { uscc } of data.departments) expect(uscc).toMatch(/^11/);
    expect([data.department, data.none, statements]).toEqual([{ code: 'TAX' }, null, 0]);
  });

  test('the catalogue, with every field and what is declared for it', async () => {
    const { data } = await city.anyone.asks(
      `{ catalogue { code class } early: catalogue(on: "2020-01-01") { code }
         catalogueItem(code: "MARKET_PENALTY") { provider { code } legalBasis edition fields { key required disclosure masking } } }`,
    );
    expect(new Set(data.catalogue.map((item: any) => item.class)).size).toBe(13);
    expect(data.early).toEqual([]);
    const keys = data.catalogueItem.fields.map(({ key }: any) => key);
    expect(keys).toEqual(expect.arrayContaining(['CF_XDR_MC', 'CF_WSH', 'CF_FR_ZJHM', 'CF_NR_FK', 'CF_JDRQ', 'BZ']));
    expect(data.catalogueItem.provider.code).toBe('MARKET');
  });
});
