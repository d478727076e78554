import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { penaltyRow } from './world/rows.js';
import { type Answer, type City, openCity, type Person } from './world.js';

const punished = '91150203MA0T3QT218';
const clean = '91150200MA0T3QT132';
const serious = '91150204MA0T3QT3XE';

let city: City;
let everyone: Record<string, Person>;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-22T04:00:00Z');
  everyone = {
    public: city.anyone,
    provider: await city.officer('MARKET'),
    stranger: await city.officer('TAX'),
    tax: (await city.officer('TAX')).for('INSPECTION', '2026-0317'),
    itself: await city.enterprise(punished),
    foreign: await city.enterprise(clean),
    centre: (await city.official('credit-centre')).for('REPAIR_REVIEW', '包信修〔2026〕第17号'),
    supervisor: await city.official('supervisor'),
    administrator: await city.official('administrator'),
  };
});
afterAll(() => city.close());

const recordsOf = (uscc: string, more = 'first: 100') => `{ entity(uscc: "${uscc}") { records(${more}) {
  totalCount edges { node { id title number state severity disputed determinedOn publicFrom publicUntil
    item { code sharing disclosure } provider { code } fields { key value state reason rule basis remedy } } } } } }`;

const nodes = ({ data }: Answer) => data.entity.records.edges.map((edge: any) => edge.node);
const field = (node: any, key: string) => node.fields.find((one: any) => one.key === key);

describe('which records of an entity one may know of', () => {
  test('the public: those of public items, within their publicity, not minor', async () => {
    const answer = await everyone.public!.asks(recordsOf(punished));
    for (const node of nodes(answer)) {
      expect(node.item.disclosure).toBe('PUBLIC');
      expect([node.state, node.severity]).not.toEqual(['EFFECTIVE', 'MINOR']);
      expect(node.publicFrom <= '2026-11-22').toBe(true);
      expect(node.publicUntil === null || node.publicUntil >= '2026-11-22').toBe(true);
    }
    expect(nodes(answer).length).toBe(answer.data.entity.records.totalCount);
  });

  test('the entity itself: all of them; its department: all of its own; the supervisor: all', async () => {
    const itself = await everyone.itself!.asks(recordsOf(punished));
    const supervisor = await everyone.supervisor!.asks(recordsOf(punished));
    expect(nodes(itself).map(({ id }: any) => id)).toEqual(nodes(supervisor).map(({ id }: any) => id));
    const own = (answer: Answer) => nodes(answer).filter((node: any) => node.provider.code === 'MARKET').length;
    expect(own(await everyone.provider!.asks(recordsOf(punished)))).toBe(own(itself));
    expect(nodes(itself).length).toBeGreaterThan(nodes(await everyone.public!.asks(recordsOf(punished))).length);
  });

  test('another department, for a purpose: what is shared without condition, and what is public', async () => {
    for (const uscc of [punished, clean, serious]) {
      const answer = await everyone.tax!.asks(recordsOf(uscc));
      for (const { item, provider } of nodes(answer)) {
        expect(provider.code === 'TAX' || item.sharing === 'UNCONDITIONAL' || item.disclosure === 'PUBLIC').toBe(true);
      }
    }
  });

  test('a department that does not say why: its own, and what is public', async () => {
    const own = ({ provider }: any) => provider.code === 'TAX';
    for (const uscc of [punished, clean, serious]) {
      const ids = (answer: Answer) => nodes(answer).flatMap((node: any) => (own(node) ? [] : [node.id]));
      const without = await everyone.stranger!.asks(recordsOf(uscc));
      expect(ids(without)).toEqual(ids(await everyone.public!.asks(recordsOf(uscc))));
      expect(nodes(without).filter(own)).toEqual(nodes(await everyone.tax!.asks(recordsOf(uscc))).filter(own));
    }
  });

  test('what is missing is told: the purpose, the case, or one that the mandate lists', async () => {
    const stranger = everyone.stranger!;
    const list = `{ entity(uscc: "${clean}") { records(first: 1) { edges { node { id } } } } }`;
    for (const [person, reason] of [
      [stranger, 'PURPOSE_REQUIRED'],
      [stranger.for('INSPECTION'), 'CASE_REQUIRED'],
      [stranger.for('PROCUREMENT', '2026-0317'), 'PURPOSE_NOT_COVERED'],
    ] as const) {
      const { withheld } = await person.asks(list);
      const told = withheld
        .map(({ reason }) => reason)
        .filter((one) => one.startsWith('PURPOSE') || one.startsWith('CASE'));
      expect(new Set(told)).toEqual(new Set([reason]));
    }
  });

  test('another enterprise and the administrator: what the public sees', async () => {
    const open = (await everyone.public!.asks(recordsOf(punished))).data;
    expect((await everyone.foreign!.asks(recordsOf(punished))).data).toEqual(open);
    expect((await everyone.administrator!.asks(recordsOf(punished))).data).toEqual(open);
  });

  test('what a list leaves out is told by item, the same for an entity without any such record', async () => {
    const { withheld } = await everyone.tax!.asks(
      `{ entity(uscc: "${clean}") { records(first: 1) { edges { node { id } } } } }`,
    );
    expect(withheld.map(({ path, reason }) => [path, reason])).toEqual(
      expect.arrayContaining([
        [['entity', 'records'], 'GRANT_REQUIRED'],
        [['entity', 'records'], 'NOT_SHARED'],
      ]),
    );
    const other = await everyone.tax!.asks(
      `{ entity(uscc: "${serious}") { records(first: 1) { edges { node { id } } } } }`,
    );
    expect(other.withheld).toEqual(withheld);
    expect(
      (await everyone.itself!.asks(`{ entity(uscc: "${punished}") { records { edges { node { id } } } } }`)).withheld,
    ).toEqual([]);
  });

  test('a record that one may not know of is not betrayed by its id, by counting or by filtering', async () => {
    const all = nodes(await everyone.itself!.asks(recordsOf(punished)));
    const open = nodes(await everyone.public!.asks(recordsOf(punished)));
    const hidden = all.filter(({ id }: any) => !open.some((node: any) => node.id === id));
    expect(hidden.length).toBeGreaterThan(0);
    for (const { id, item, determinedOn } of hidden) {
      const byId = await everyone.public!.asks(`{ record(id: "${id}") { id } }`);
      expect([byId.data, byId.refusals]).toEqual([{ record: null }, []]);
      const filter = `{ item: "${item.code}", determinedFrom: "${determinedOn}", determinedUntil: "${determinedOn}" }`;
      const { data } = await everyone.public!.asks(recordsOf(punished, `filter: ${filter}`));
      const visible = open.filter((node: any) => node.item.code === item.code && node.determinedOn === determinedOn);
      expect(data.entity.records.totalCount).toBe(visible.length);
    }
    const unknown = await everyone.public!.asks(
      '{ a: record(id: "0190f5b0-0000-7000-8000-000000000000") { id } b: record(id: "x") { id } }',
    );
    expect([unknown.data, unknown.refusals]).toEqual([{ a: null, b: null }, []]);
  });

  test('publicity ends by itself: the day after the last one the public no longer sees it, the department sees it EXPIRED', async () => {
    const penalty = (answer: Answer) => nodes(answer).find((node: any) => node.number === '包市监罚决〔2026〕9001号');
    const before = penalty(await everyone.public!.asks(recordsOf(punished)));
    expect(before).toMatchObject({
      state: 'EFFECTIVE',
      severity: 'GENERAL',
      determinedOn: '2026-03-10',
      publicUntil: '2027-03-10',
    });
    try {
      city.on('2027-03-10T15:59:59Z');
      expect(penalty(await everyone.public!.asks(recordsOf(punished)))).toBeDefined();
      city.on('2027-03-10T16:00:00Z');
      expect(penalty(await everyone.public!.asks(recordsOf(punished)))).toBeUndefined();
      expect(penalty(await everyone.provider!.asks(recordsOf(punished)))).toMatchObject({ state: 'EXPIRED' });
      expect(
        nodes(await everyone.provider!.asks(recordsOf(punished, 'filter: { state: EFFECTIVE }, first: 100'))).map(
          (n: any) => n.number,
        ),
      ).not.toContain(before.number);
    } finally {
      city.on('2026-11-22T04:00:00Z');
    }
  });

  test('a record about a natural person is never public', async () => {
    const row = penaltyRow({
      CF_XDR_LB: '自然人',
      CF_XDR_SHXYM: '92150203MA0T3QTA70',
      CF_WSH: '包市监罚〔2026〕自1号',
      CF_XDR_ZJLX: '身份证',
      CF_XDR_ZJHM: '150203199003070017',
    });
    const sent = await everyone.provider!.submits('MARKET_PENALTY', [row]);
    expect(sent.data.submitRecords).toMatchObject({ created: 1, refused: 0 });
    const query = recordsOf('92150203MA0T3QTA70');
    const numbers = async (who: string) => nodes(await everyone[who]!.asks(query)).map((node: any) => node.number);
    expect(await numbers('provider')).toContain(row.CF_WSH);
    expect(await numbers('tax')).toContain(row.CF_WSH);
    expect(await numbers('stranger')).not.toContain(row.CF_WSH);
    expect(await numbers('public')).not.toContain(row.CF_WSH);
  });
});

test('of a sole trader outsiders are told that what is recorded of a natural person is never published', async () => {
  const list = (uscc: string) => `{ entity(uscc: "${uscc}") { records(first: 1) { edges { node { id } } } } }`;
  for (const who of ['public', 'foreign', 'administrator', 'stranger', 'tax', 'provider', 'supervisor']) {
    for (const uscc of ['92150203MA0T3QTA70', clean]) {
      const { withheld } = await everyone[who]!.asks(list(uscc));
      const outside = ['public', 'foreign', 'administrator'].includes(who);
      const told = withheld.some(({ reason }) => reason === 'NATURAL_PERSON');
      expect([who, uscc, told]).toEqual([who, uscc, outside && uscc.startsWith('92')]);
    }
  }
});

describe('which values of a record one sees', () => {
  const idNumber = (who: string) =>
    everyone[who]!.asks(recordsOf(punished, 'filter: { item: "MARKET_PENALTY" }')).then((answer) =>
      field(
        nodes(answer).find((node: any) => node.number === '包市监罚决〔2026〕9001号'),
        'CF_FR_ZJHM',
      ),
    );

  test('an ID number: whole for its provider, the entity and the supervisor, in part within government, not outside', async () => {
    const whole = { value: expect.stringMatching(/^\d{17}[\dX]$/), state: 'SHOWN', reason: null };
    const part = {
      value: expect.stringMatching(/^1502\*{10}\d{3}[\dX]$/),
      state: 'MASKED',
      reason: 'PERSONAL_INFORMATION',
    };
    const none = { value: null, state: 'WITHHELD', reason: 'SUBJECT_ONLY' };
    expect(await idNumber('provider')).toMatchObject(whole);
    expect(await idNumber('itself')).toMatchObject(whole);
    expect(await idNumber('supervisor')).toMatchObject(whole);
    expect(await idNumber('tax')).toMatchObject(part);
    expect(await idNumber('stranger')).toMatchObject({ ...none, reason: 'PURPOSE_REQUIRED' });
    // to review a repair nobody needs the number of a person
    expect(await idNumber('centre')).toMatchObject({ ...none, reason: 'PURPOSE_NOT_COVERED' });
    expect(await idNumber('public')).toMatchObject(none);
    expect(await idNumber('foreign')).toMatchObject(none);
  });

  test('a field that nobody decided about: its provider alone, whether or not there is a value', async () => {
    for (const who of Object.keys(everyone)) {
      const answer = await everyone[who]!.asks(recordsOf(punished, 'filter: { item: "MARKET_PENALTY" }'));
      for (const node of nodes(answer)) {
        const { state, reason } = field(node, 'BZ');
        if (who === 'provider') expect(['SHOWN', 'EMPTY']).toContain(state);
        else expect([state, reason]).toEqual(['WITHHELD', 'OWN_DEPARTMENT_ONLY']);
      }
    }
  });

  test('every value that is not shown is explained in band and in extensions.withheld, under the same path', async () => {
    for (const who of ['public', 'stranger', 'tax', 'centre']) {
      const answer = await everyone[who]!.asks(recordsOf(punished));
      const inBand = answer.data.entity.records.edges.flatMap(({ node }: any, i: number) =>
        node.fields.flatMap(({ state, reason, rule, basis, remedy }: any, j: number) =>
          state === 'MASKED' || state === 'WITHHELD'
            ? [
                {
                  path: ['entity', 'records', 'edges', i, 'node', 'fields', j, 'value'],
                  state,
                  reason,
                  rule,
                  basis,
                  remedy,
                },
              ]
            : [],
        ),
      );
      expect(inBand.length).toBeGreaterThan(0);
      expect(answer.withheld.filter(({ items }) => !items)).toEqual(inBand);
    }
  });

  test('in Chinese for those who ask for it; codes and reasons stay', async () => {
    const { withheld } = await everyone.public!.asks(
      recordsOf(punished, 'first: 1'),
      {},
      { 'accept-language': 'zh-CN,zh;q=0.9' },
    );
    expect(withheld[0]).toMatchObject({
      reason: expect.stringMatching(/^[A-Z_]+$/),
      rule: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  test('aliases and fragments change nothing', async () => {
    const { data, withheld } = await everyone.public!.asks(
      `{ e: entity(uscc: "${punished}") { r: records(filter: { item: "MARKET_PENALTY" }, first: 1) { es: edges { n: node { ...F f2: fields { value } } } } } }
       fragment F on CreditRecord { f1: fields { k: key v: value } }`,
    );
    const [{ n }] = data.e.r.es;
    expect(n.f1.find(({ k }: any) => k === 'CF_FR_ZJHM').v).toBeNull();
    expect(JSON.stringify(n)).not.toMatch(/\d{17}[\dX]/);
    expect(withheld.map(({ path }) => path.join('.'))).toContain('e.r.es.0.n.f1.10.v');
  });
});

describe('lists of records', () => {
  test('filter by item, class, provider, polarity, severity and state', async () => {
    const filter =
      '{ class: ADMINISTRATIVE, provider: "ECOLOGY", polarity: ADVERSE, severity: SERIOUS, state: EFFECTIVE }';
    const { data } = await everyone.supervisor!.asks(
      `{ records(filter: ${filter}, first: 100) { totalCount edges { node { severity state polarity provider { code } item { class } entity { name } } } } }`,
    );
    expect(data.records.edges.length).toBe(data.records.totalCount);
    for (const { node } of data.records.edges) {
      expect(node).toMatchObject({
        severity: 'SERIOUS',
        state: 'EFFECTIVE',
        polarity: 'ADVERSE',
        provider: { code: 'ECOLOGY' },
        item: { class: 'ADMINISTRATIVE' },
      });
    }
  });

  test('newest determination first, page by page, nothing twice and nothing lost', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { data } = await everyone.tax!.asks(
        'query ($a: String) { records(filter: { provider: "TAX" }, first: 100, after: $a) { totalCount pageInfo { hasNextPage endCursor } edges { node { id determinedOn } } } }',
        { a: after },
      );
      seen.push(...data.records.edges.map(({ node }: any) => `${node.determinedOn} ${node.id}`));
      total = data.records.totalCount;
      after = data.records.pageInfo.hasNextPage ? data.records.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect(seen.length).toBe(total);
  });

  test('a report takes two statements, however many records and fields', async () => {
    const { statements } = await everyone.tax!.asks(
      `{ entity(uscc: "${clean}") { name records(first: 100) { edges { node { title item { title provider { name } } provider { name } fields { key value } entity { name } } } } } }`,
    );
    expect(statements).toBe(2);
  });

  test('records of many entities take one statement more, not one each', async () => {
    const { data, statements } = await everyone.tax!.asks(
      '{ entities(first: 100) { edges { node { records(first: 2) { totalCount edges { node { title } } } } } } }',
    );
    expect([data.entities.edges.length, statements]).toEqual([100, 3]);
  });

  test('unknown items and departments narrow to nothing', async () => {
    const { data } = await everyone.tax!.asks('{ records(filter: { item: "NOPE" }) { totalCount } }');
    expect(data.records.totalCount).toBe(0);
  });
});
