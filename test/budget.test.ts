import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { usccCheck } from '../src/registry/uscc.js';
import { type Answer, type City, openCity, type Person } from './world.js';

const noon = '2026-11-22T04:00:00Z';
const midnight = '2026-11-22T16:00:00.000Z';
const toMidnight = 12 * 3600;

let city: City;
let codes: string[];
beforeEach(async () => {
  city = await openCity({ DAILY_BUDGET: 'PUBLIC=5,DEPARTMENT=5,ENTERPRISE=2', TRUST_PROXY: '127.0.0.1' });
  city.on(noon);
  // what was looked up when the invented city was made is no part of these budgets
  await city.owner('truncate budget_use');
  const { rows } = await city.platform.pool.query('select uscc from legal_entity order by uscc limit 30');
  codes = rows.map(({ uscc }) => uscc);
});
afterEach(() => city.close());

/** Codes that nobody has. */
const missing = Array.from({ length: 20 }, (_, i) => {
  const first17 = `91150203MA9Z${String(i).padStart(5, '0')}`.replace('Z', 'X');
  return first17 + usccCheck(first17);
});

const entity = 'query ($u: USCC!) { entity(uscc: $u) { uscc } }';
const many = 'query ($u: [USCC!]!) { entitiesByCode(usccs: $u) { entity { uscc } } }';
const listed = 'query ($n: Int, $s: String) { entities(first: $n, search: $s) { edges { node { uscc } } } }';
const records =
  '{ records(first: 5) { edges { node { id entity { uscc records(first: 3) { edges { node { title } } } } } } } }';

async function spendAll(person: Person): Promise<void> {
  const { refusals, budget } = await person.asks(many, { u: codes.slice(0, 5) });
  expect([refusals, budget]).toEqual([[], { limit: 5, used: 5, remaining: 0, resetsAt: midnight }]);
}

const reasons = ({ refusals }: Answer) => refusals.map(({ extensions }) => extensions.reason);
const isRefused = (answer: Answer) => expect([answer.status, reasons(answer)]).toEqual([429, ['BUDGET_SPENT']]);

describe('the public is stopped after its limit', () => {
  test('with the time to wait and how its budget stands, in its language', async () => {
    await spendAll(city.anyone);
    const refused = await city.anyone.asks(entity, { u: codes[5] }, { 'accept-language': 'zh' });
    expect([refused.status, refused.headers.get('retry-after'), refused.data, refused.statements]).toEqual([
      429,
      String(toMidnight),
      { entity: null },
      0,
    ]);
    expect(refused.refusals[0]).toMatchObject({
      message: expect.stringContaining('每日 5 个'),
      extensions: {
        code: 'RATE_LIMITED',
        reason: 'BUDGET_SPENT',
        limit: 5,
        remaining: 0,
        resetsAt: midnight,
        retryAfter: toMidnight,
        basis: expect.any(String),
        remedy: expect.stringContaining(midnight),
      },
    });
    expect(refused.budget).toEqual({ limit: 5, used: 5, remaining: 0, resetsAt: midnight });
  });

  test('a code that nobody has costs as one that somebody has, and is refused alike', async () => {
    const first = await city.anyone.asks(entity, { u: missing[0] });
    expect([first.data, first.budget?.used]).toEqual([{ entity: null }, 1]);
    await city.anyone.asks(many, { u: missing.slice(0, 5) });
    const told = async (u: string) => {
      const { status, data, refusals, budget, headers, statements } = await city.anyone.asks(entity, { u });
      const { requestId: _own, ...extensions } = refusals[0]!.extensions;
      return {
        status,
        data,
        message: refusals[0]!.message,
        extensions,
        budget,
        statements,
        wait: headers.get('retry-after'),
      };
    };
    expect(await told(codes[0]!)).toEqual(await told(missing[5]!));
  });

  test('what it has asked today it may ask again', async () => {
    await spendAll(city.anyone);
    const again = await city.anyone.asks(many, { u: [codes[0], codes[4]] });
    expect([again.status, again.refusals, again.budget?.used]).toEqual([200, [], 5]);
  });

  test('an answer that touches no entity says nothing of it', async () => {
    await spendAll(city.anyone);
    const { status, budget } = await city.anyone.asks('{ departments { code } }');
    expect([status, budget]).toEqual([200, undefined]);
  });

  test('what did come beside the refusal keeps the answer a 200, with the time to wait', async () => {
    await spendAll(city.anyone);
    const partly = await city.anyone.asks(`{ departments { code } entity(uscc: "${codes[5]}") { uscc } }`);
    expect([partly.status, partly.data.entity, reasons(partly), partly.headers.get('retry-after')]).toEqual([
      200,
      null,
      ['BUDGET_SPENT'],
      String(toMidnight),
    ]);
    expect(partly.data.departments.length).toBeGreaterThan(0);
  });

  test('until the next legal day, not the next day of UTC', async () => {
    await spendAll(city.anyone);
    city.on('2026-11-22T15:59:59.500Z');
    const late = await city.anyone.asks(entity, { u: codes[5] });
    isRefused(late);
    expect(late.headers.get('retry-after')).toBe('1');
    city.on('2026-11-22T16:00:00Z');
    const next = await city.anyone.asks(entity, { u: codes[5] });
    expect([next.refusals, next.budget]).toEqual([
      [],
      { limit: 5, used: 1, remaining: 4, resetsAt: '2026-11-23T16:00:00.000Z' },
    ]);
  });
});

describe('one cannot go round it', () => {
  test('by aliases: they are refused together, and cost nothing then', async () => {
    const six = codes.slice(0, 6).map((code, i) => `a${i}: entity(uscc: "${code}") { uscc }`);
    const aliases = await city.anyone.asks(`{ ${six.join(' ')} }`);
    expect([aliases.status, new Set(reasons(aliases)), Object.values(aliases.data)]).toEqual([
      429,
      new Set(['BUDGET_SPENT']),
      Array(6).fill(null),
    ]);
    await spendAll(city.anyone);
  });

  test('by many codes at once', async () => {
    isRefused(await city.anyone.asks(many, { u: missing.slice(0, 6) }));
    await spendAll(city.anyone);
    isRefused(await city.anyone.asks(many, { u: [codes[0], codes[5]] }));
  });

  test('by requests at once', async () => {
    const answers = await Promise.all(codes.slice(0, 20).map((u) => city.anyone.asks(entity, { u })));
    expect(answers.filter(({ data }) => data.entity !== null).length).toBe(5);
    expect(answers.filter(({ status }) => status === 429).length).toBe(15);
  });

  test('by pages at once: room for the whole page is held back', async () => {
    const answers = await Promise.all(['91150', '92150', '11150'].map((s) => city.anyone.asks(listed, { n: 3, s })));
    const shown = answers.flatMap(({ data }) => data?.entities.edges ?? []);
    expect(answers.filter(({ status }) => status === 429).length).toBe(2);
    expect(shown.length).toBe(3);
  });

  test('by a page: one longer than what is left is refused whole, whether or not there is anything', async () => {
    await city.anyone.asks(many, { u: codes.slice(0, 3) });
    for (const s of [null, '不存在的名字']) isRefused(await city.anyone.asks(listed, { n: 3, s }));
    const fits = await city.anyone.asks(listed, { n: 2 });
    expect([fits.refusals, fits.data.entities.edges.length]).toEqual([[], 2]);
  });

  test('by a page of records, by a record, by the entity of a record', async () => {
    const page = await city.anyone.asks(records);
    const { edges } = page.data.records;
    expect(page.refusals).toEqual([]);
    expect(page.budget?.used).toBe(new Set(edges.map((edge: any) => edge.node.entity.uscc)).size);

    const record = 'query ($id: ID!) { record(id: $id) { entity { uscc } } }';
    const rest = codes.filter((code) => !edges.some((edge: any) => edge.node.entity.uscc === code));
    await city.anyone.asks(many, { u: rest.slice(0, page.budget!.remaining) });
    expect((await city.anyone.asks(record, { id: edges[0].node.id })).refusals).toEqual([]);
    isRefused(await city.anyone.asks(records));
    const { rows } = await city.platform.pool.query(
      `select r.id from credit_record r join legal_entity e on e.id = r.entity_id
       where r.superseded_at is null and r.state = 'EFFECTIVE' and not r.natural_person and r.public_from <= '2026-11-22'
         and r.public_until >= '2026-11-22' and e.uscc <> all($1::text[])`,
      [[...edges.map((edge: any) => edge.node.entity.uscc), ...rest.slice(0, page.budget!.remaining)]],
    );
    const others = await Promise.all(rows.slice(0, 20).map(({ id }) => city.anyone.asks(record, { id })));
    expect(others.some(({ status }) => status === 429)).toBe(true);
    expect(others.every(({ data }) => data.record === null)).toBe(true);
  });

  test('by searching for a code, whole or without the character that follows from the others', async () => {
    const used = async (s: string) => (await city.anyone.asks(listed, { n: 1, s })).budget?.used;
    expect(await used(missing[0]!)).toBe(1);
    expect(await used(missing[0]!.slice(0, 17))).toBe(1);
    expect(await used(missing[1]!.slice(0, 17).toLowerCase())).toBe(2);
    expect(await used(codes[0]!)).toBe(3);
  });

  test('by another address that one writes oneself', async () => {
    const far = (address: string, u: string) => city.anyone.asks(entity, { u }, { 'x-forwarded-for': address });
    await Promise.all(codes.slice(0, 5).map((u, i) => far(`198.51.100.${i}, 203.0.113.7`, u)));
    isRefused(await far('198.51.100.77, 203.0.113.7', codes[5]!));
    expect((await far('198.51.100.77, 203.0.113.8', codes[5]!)).status).toBe(200);
  });
});

describe('who has a budget', () => {
  test('an enterprise asks about itself for nothing', async () => {
    const itself = await city.enterprise(codes[10]!);
    await itself.asks(many, { u: codes.slice(0, 2) });
    isRefused(await itself.asks(entity, { u: codes[2] }));
    const own = await itself.asks(
      `{ viewer { entity { uscc } } entity(uscc: "${codes[10]}") { records(first: 5) { edges { node { title } } } } }`,
    );
    expect([own.refusals, own.data.viewer.entity.uscc, own.budget?.used]).toEqual([[], codes[10], 2]);
  });

  test('each account its own, apart from the public of its address', async () => {
    const [tax, court] = [await city.officer('TAX'), await city.officer('COURT')];
    await spendAll(tax);
    isRefused(await tax.asks(entity, { u: codes[5] }));
    expect((await court.asks(entity, { u: codes[5] })).budget?.used).toBe(1);
    expect((await city.anyone.asks(entity, { u: codes[5] })).budget?.used).toBe(1);
  });
});

describe('the database remembers', () => {
  const written = () =>
    city.platform.pool.query('select day::text, viewer, uscc from budget_use order by uscc').then(({ rows }) => rows);

  test('a restart forgets nothing', async () => {
    const before = await city.another();
    await spendAll(before.anyone);
    await before.close();
    const after = await city.another();
    try {
      const refused = await after.anyone.asks(entity, { u: codes[5] });
      isRefused(refused);
      expect(refused.budget?.used).toBe(5);
      expect((await after.anyone.asks(entity, { u: codes[0] })).refusals).toEqual([]);
    } finally {
      await after.close();
    }
  });

  test('other instances take up what was spent here', async () => {
    const other = await city.another();
    try {
      expect((await other.anyone.asks(entity, { u: codes[4] })).budget?.used).toBe(1);
      await city.anyone.asks(many, { u: codes.slice(0, 4) });
      await pause(3_200);
      // the first new code asks the database beside the answer, the next one knows
      await other.anyone.asks(entity, { u: missing[0] });
      await pause(300);
      isRefused(await other.anyone.asks(entity, { u: missing[1] }));
    } finally {
      await other.close();
    }
  });

  test('soon after the answer, once, without address or account', async () => {
    const tax = await city.officer('TAX');
    await city.anyone.asks(entity, { u: codes[0] });
    await city.anyone.asks(entity, { u: codes[0] });
    await tax.asks(entity, { u: codes[1] });
    await pause(600);
    const rows = await written();
    expect(rows.map(({ day, uscc }) => [day, uscc])).toEqual([
      ['2026-11-22', codes[0]],
      ['2026-11-22', codes[1]],
    ]);
    for (const { viewer } of rows) expect(viewer).toMatch(/^[\w-]{22}$/);
    expect(rows[0].viewer).not.toBe(rows[1].viewer);
  });

  test('the days before yesterday are erased, with the secrets of their pseudonyms', async () => {
    const days = async () => {
      await city.platform.budgets.flush();
      const { rows } = await city.platform.pool.query(
        'select array(select distinct day::text from budget_use order by 1) as uses, array(select day::text from budget_secret order by 1) as secrets',
      );
      return [rows[0].uses, rows[0].secrets];
    };
    for (const day of ['2026-11-22', '2026-11-23']) {
      city.on(`${day}T04:00:00Z`);
      await city.anyone.asks(entity, { u: codes[0] });
    }
    expect(await days()).toEqual(Array(2).fill(['2026-11-22', '2026-11-23']));
    city.on('2026-11-24T04:00:00Z');
    await city.anyone.asks(entity, { u: codes[0] });
    expect(await days()).toEqual(Array(2).fill(['2026-11-23', '2026-11-24']));
  });

  test('and what it could not be told is told later', async () => {
    const { budgets } = city.platform;
    await city.anyone.asks(entity, { u: codes[0] });
    await budgets.flush();
    await city.owner('alter table budget_use rename to budget_use_hidden');
    const meanwhile = await city.anyone.asks(entity, { u: codes[1] });
    await budgets.flush();
    await city.owner('alter table budget_use_hidden rename to budget_use');
    await budgets.flush();
    expect([meanwhile.refusals, (await written()).map(({ uscc }) => uscc)]).toEqual([[], codes.slice(0, 2)]);
  });
});
