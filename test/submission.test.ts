import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csv, penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let market: Person;
beforeAll(async () => {
  city = await openCity();
  market = await city.officer('MARKET');
});
afterAll(() => city.close());

let serial = 0;
/** A penalty that was never sent before. */
const fresh = (more: Record<string, string> = {}) => penaltyRow({ CF_WSH: `包市监罚〔2026〕测${++serial}号`, ...more });

const count = async (number: string): Promise<number> => {
  const { rows } = await city.platform.pool.query(
    'select count(*)::int as count from credit_record where number = $1 and superseded_at is null',
    [number],
  );
  return rows[0].count;
};

describe('a department sends rows of its own item', () => {
  test('good rows are in and shown, bad rows are refused one by one with reasons', async () => {
    const good = fresh();
    const { data } = await market.submits('MARKET_PENALTY', [
      good,
      fresh({ CF_JDRQ: '2026-02-30' }),
      fresh({ CF_CFLB: '罚款', CF_NR_FK: '' }),
      { ...fresh(), NOPE: 'x' },
      fresh({ CF_XDR_SHXYM: '91150200MA0T3QT133' }),
      fresh({ CF_XDR_SHXYM: '914403001922038216' }),
      fresh({ CF_XDR_SHXYM: '' }),
      fresh({ CF_XDR_LB: '外星人' }),
      fresh({ CF_JDRQ: '2999-01-01' }),
      fresh({ CF_NR_FK: '0.2.1' }),
      fresh({ CF_WSH: 'x'.repeat(500) }),
      fresh({ CF_SY: 'a\u0000b' }),
      fresh({ CF_SY: 'a\ud800b' }),
      ['not', 'an', 'object'],
    ]);
    const { read, created, refused, rejections } = data.submitRecords;
    expect({ read, created, refused }).toEqual({ read: 14, created: 1, refused: 13 });
    expect(rejections.edges.map(({ node }: any) => [node.row, node.field, node.reason])).toEqual([
      [2, 'CF_JDRQ', 'FIELD_TYPE'],
      [3, 'CF_NR_FK', 'FIELD_REQUIRED_WHEN'],
      [4, 'NOPE', 'UNKNOWN_COLUMN'],
      [5, 'CF_XDR_SHXYM', 'USCC_CHECK_DIGIT'],
      [6, 'CF_XDR_SHXYM', 'ENTITY_UNKNOWN'],
      [7, 'CF_XDR_SHXYM', 'ENTITY_CODE_MISSING'],
      [8, 'CF_XDR_LB', 'FIELD_OPTION'],
      [9, 'CF_JDRQ', 'DATE_IN_FUTURE'],
      [10, 'CF_NR_FK', 'FIELD_TYPE'],
      [11, 'CF_WSH', 'FIELD_LENGTH'],
      [12, 'CF_SY', 'NUL_CHARACTER'],
      [13, 'CF_SY', 'BROKEN_CHARACTER'],
      [14, null, 'ROW_NOT_AN_OBJECT'],
    ]);
    for (const { node } of rejections.edges) expect(node.message).not.toMatch(/[{}]|undefined/);
    expect(await count(good.CF_WSH!)).toBe(1);
  });

  test('a row with several faults names them all', async () => {
    const { data } = await market.submits('MARKET_PENALTY', [{ CF_WSH: 'only this' }]);
    const { refused, rejections } = data.submitRecords;
    expect([refused, rejections.totalCount]).toEqual([1, rejections.edges.length]);
    expect(rejections.edges.length).toBeGreaterThan(10);
  });

  test('the same row sent twice is one record, in one submission or in two', async () => {
    const row = fresh();
    const once = await market.submits('MARKET_PENALTY', [row, row]);
    expect(once.data.submitRecords).toMatchObject({ read: 2, created: 1, unchanged: 1 });
    const again = await market.submits('MARKET_PENALTY', [row]);
    expect(again.data.submitRecords).toMatchObject({ read: 1, created: 0, unchanged: 1 });
    expect(await count(row.CF_WSH!)).toBe(1);
  });

  test('a known record with other content becomes a new version; the old one stays', async () => {
    const row = fresh();
    await market.submits('MARKET_PENALTY', [row]);
    const { data } = await market.submits('MARKET_PENALTY', [{ ...row, CF_NR_FK: '0.3' }]);
    expect(data.submitRecords).toMatchObject({ created: 0, changed: 1 });
    const { rows } = await city.platform.pool.query(
      `select version, content->>'CF_NR_FK' as fine, superseded_at is null as current, recorded_at <= coalesce(superseded_at, now()) as ordered
       from credit_record where number = $1 order by version`,
      [row.CF_WSH],
    );
    expect(rows).toEqual([
      { version: 1, fine: '0.2', current: false, ordered: true },
      { version: 2, fine: '0.3', current: true, ordered: true },
    ]);
  });

  test('ten at once with the same row make one record', async () => {
    const row = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => market.submits('MARKET_PENALTY', [row])));
    const created = answers.map(({ data }) => data.submitRecords.created);
    expect(created.reduce((a: number, b: number) => a + b)).toBe(1);
    expect(await count(row.CF_WSH!)).toBe(1);
  });

  test('severity and publicity follow from the content and the date of the determination', async () => {
    const rows = [
      fresh({ CF_CFLB: '警告', CF_NR_FK: '' }),
      fresh({ CF_CFLB: '罚款', CF_JDRQ: '2026-02-28' }),
      fresh({ CF_CFLB: '吊销许可证件', CF_NR_FK: '', CF_NR_ZKDX: '食品经营许可证' }),
    ];
    await market.submits('MARKET_PENALTY', rows);
    const { rows: stored } = await city.platform.pool.query(
      `select severity, public_from::text, public_until::text from credit_record where number = any($1) order by number`,
      [rows.map(({ CF_WSH }) => CF_WSH)],
    );
    expect(stored).toEqual([
      { severity: 'MINOR', public_from: null, public_until: null },
      { severity: 'GENERAL', public_from: '2026-02-28', public_until: '2027-02-28' },
      { severity: 'SERIOUS', public_from: '2026-10-12', public_until: '2029-10-12' },
    ]);
  });

  test('nobody but the provider may: not another department, the entity, the supervisor, the public', async () => {
    const attempt = async (person: Person) =>
      (await person.submits('MARKET_PENALTY', [fresh()])).refusals[0]!.extensions;
    expect(await attempt(await city.officer('TAX'))).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_THE_PROVIDER' });
    for (const person of [
      await city.enterprise('91150200MA0T3QT132'),
      await city.official('supervisor'),
      await city.official('administrator'),
      await city.official('credit-centre'),
    ]) {
      expect(await attempt(person)).toMatchObject({ code: 'FORBIDDEN', reason: 'ROLE_REQUIRED' });
    }
    expect(await attempt(city.anyone)).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'AUTHENTICATION_REQUIRED' });
  });

  test('an unknown item, no rows and too many rows are refused', async () => {
    const reasons = async (item: string, rows: unknown[]) =>
      (await market.submits(item, rows)).refusals[0]!.extensions.reason;
    expect(await reasons('NOPE', [fresh()])).toBe('UNKNOWN_ITEM');
    expect(await reasons('MARKET_PENALTY', [])).toBe('TOO_MANY_ROWS');
    expect(await reasons('MARKET_PENALTY', Array(1001).fill({}))).toBe('TOO_MANY_ROWS');
  });
});

describe('a department sends a file', () => {
  test('CSV with the keys or the titles as header, with a byte order mark and Windows line ends', async () => {
    const rows = [fresh(), fresh({ CF_SY: '第一行\n第二行, "引号"' }), fresh({ CF_JDRQ: 'yesterday' })];
    const { status, body } = await market.uploads('MARKET_PENALTY', `\ufeff${csv(rows)}\r\n`);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        item: 'MARKET_PENALTY',
        read: 3,
        created: 2,
        refused: 1,
        rejections: `/submissions/${body.id}/rejections.csv`,
      }),
    ]);
    const { data } = await city.anyone.asks('{ catalogueItem(code: "MARKET_PENALTY") { fields { key title } } }');
    const titles = new Map(data.catalogueItem.fields.map(({ key, title }: any) => [key, title]));
    const titled = csv([fresh()]).split('\r\n');
    titled[0] = titled[0]!
      .split(',')
      .map((key) => titles.get(key))
      .join(',');
    expect((await market.uploads('MARKET_PENALTY', titled.join('\n'))).body).toMatchObject({ created: 1, refused: 0 });
  });

  test('NDJSON, one object a line', async () => {
    const body = [JSON.stringify(fresh()), '', 'nonsense', '[1]', JSON.stringify(fresh())].join('\n');
    const answer = await market.uploads('MARKET_PENALTY', body, 'application/x-ndjson');
    expect(answer).toMatchObject({ status: 201, body: { read: 4, created: 2, refused: 2 } });
  });

  test('ten thousand rows', async () => {
    const rows = Array.from({ length: 10_000 }, () => fresh());
    const { body } = await market.uploads('MARKET_PENALTY', csv(rows));
    expect(body).toMatchObject({ read: 10_000, created: 10_000, refused: 0 });
    expect((await market.uploads('MARKET_PENALTY', csv(rows))).body).toMatchObject({ created: 0, unchanged: 10_000 });
  });

  test('what was refused comes back as CSV, formulas disarmed, for the sender alone', async () => {
    const { body } = await market.uploads('MARKET_PENALTY', csv([fresh(), fresh({ CF_JDRQ: '=cmd()' })]));
    const response = await market.fetches(body.rejections, { headers: { 'accept-language': 'zh' } });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [line] = parse(await response.text(), { columns: true, bom: true }) as Record<string, string>[];
    expect(line).toMatchObject({
      row: '2',
      field: 'CF_JDRQ',
      value: "'=cmd()",
      reason: 'FIELD_TYPE',
      message: expect.stringContaining('处罚决定日期'),
    });
    for (const person of [await city.officer('TAX'), city.anyone, await city.official('supervisor')]) {
      expect(await person.statusOf(body.rejections)).toBe(404);
    }
  });

  test.each<[string, string | Uint8Array, string, number, string]>([
    ['of another item', 'a,b\n1,2\n', 'text/csv', 400, 'HEADER_UNKNOWN'],
    [
      'with a column of no field',
      `${csv([penaltyRow()]).replace('CF_WSH', 'CF_WSH,EXTRA')}`,
      'text/csv',
      400,
      'HEADER_UNKNOWN',
    ],
    ['without rows', csv([penaltyRow()]).split('\r\n')[0]!, 'text/csv', 400, 'FILE_EMPTY'],
    ['that is empty', '', 'text/csv', 400, 'FILE_EMPTY'],
    ['in GB18030', Uint8Array.from([0xd0, 0xd0, 0xd5, 0xfe, 0x2c, 0xb4, 0xa6]), 'text/csv', 400, 'BODY_NOT_UTF8'],
    ['whose quote never ends', `${csv([penaltyRow()])}\r\n"never closed,`, 'text/csv', 400, 'FILE_MALFORMED'],
    ['of another type', '%PDF', 'application/pdf', 400, 'MEDIA_TYPE'],
    ['of JSON', '{}', 'application/json', 400, 'MEDIA_TYPE'],
  ])('a file %s is refused whole', async (_what, body, type, status, reason) => {
    const before = await city.platform.pool.query('select count(*)::int as n from submission');
    const answer = await market.uploads('MARKET_PENALTY', body, type);
    expect([answer.status, answer.body.errors[0].extensions.reason]).toEqual([status, reason]);
    const after = await city.platform.pool.query('select count(*)::int as n from submission');
    expect(after.rows).toEqual(before.rows);
  });

  test('nobody but the provider may, and an unknown item is not found', async () => {
    const attempt = async (person: Person, item = 'MARKET_PENALTY') =>
      (await person.uploads(item, csv([fresh()]))).status;
    expect(await attempt(await city.officer('TAX'))).toBe(403);
    expect(await attempt(city.anyone)).toBe(403);
    expect(await attempt(market, 'NOPE')).toBe(404);
    expect(await attempt(market, '%00')).toBe(404);
  });

  test('a file that is cut off leaves nothing behind, and sending it again is safe', async () => {
    const row = fresh();
    const endless = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(csv([row])));
        setTimeout(() => controller.error(new Error('the cable was cut')), 50);
      },
    });
    await expect(
      market.fetches('/submissions/MARKET_PENALTY', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: endless,
        duplex: 'half',
      } as RequestInit),
    ).rejects.toThrow();
    expect(await count(row.CF_WSH!)).toBe(0);
    expect((await market.uploads('MARKET_PENALTY', csv([row]))).body).toMatchObject({ created: 1 });
  });
});

describe('following what was sent', () => {
  const list =
    '{ submissions(first: 100) { totalCount edges { node { id item { code } format read created submittedBy receivedAt rejections { totalCount } } } } }';

  test("a department sees its own submissions, the credit centre and the supervisor all, without the rows' contents", async () => {
    const own = await market.asks(list);
    expect(own.data.submissions.edges.length).toBe(own.data.submissions.totalCount);
    for (const { node } of own.data.submissions.edges) expect(node.item.code).toMatch(/^MARKET_/);
    const all = await (await city.official('supervisor')).asks(list);
    expect(all.data.submissions.totalCount).toBeGreaterThan(own.data.submissions.totalCount);
    expect(all.data.submissions.edges[0].node.rejections).toBeNull();
    expect(all.withheld[0]).toMatchObject({
      path: ['submissions', 'edges', 0, 'node', 'rejections'],
      reason: 'ROLE_REQUIRED',
    });
    const { id } = own.data.submissions.edges[0].node;
    const foreign = await (await city.officer('TAX')).asks(`{ submission(id: "${id}") { id } }`);
    expect([foreign.data, foreign.refusals]).toEqual([{ submission: null }, []]);
    expect((await city.anyone.asks(`{ submission(id: "${id}") { id } }`)).refusals[0]!.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('every submission is a deed in the audit, by whom and with what result, without any value', async () => {
    const row = fresh();
    const { data } = await market.submits('MARKET_PENALTY', [row]);
    const { rows } = await city.platform.pool.query('select * from audit_entry where subject_id = $1', [
      data.submitRecords.id,
    ]);
    expect(rows).toMatchObject([
      {
        deed: 'submission.receive',
        actor: 'department:MARKET',
        role: 'DEPARTMENT',
        on_behalf_of: 'MARKET',
        facts: { read: 1, created: 1 },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(row.CF_WSH);
  });
});
