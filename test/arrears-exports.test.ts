import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { interestOfEachCase } from '../src/arrears/arrears-sums.reads.js';
import { fenOf } from '../src/money/fen.js';
import { buyers, histories, live, suppliers } from './world/arrears-histories.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let everyone: Record<string, Person>;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-24T04:00:00Z');
  await live(city, histories(80));
  everyone = {
    public: city.anyone,
    admin: await city.official('arrears-admin'),
    supervisor: await city.official('supervisor'),
    debtor: await city.officer('HOUSING'),
    stranger: await city.officer('TAX'),
    creditor: await city.enterprise(suppliers[0]),
    buyer: await city.enterprise(buyers.enterprise),
    centre: await city.official('credit-centre'),
    administrator: await city.official('administrator'),
  };
});
afterAll(() => city.close());

const bytesOf = async (person: Person, path: string, language = 'en') => {
  const response = await person.fetches(path, { headers: { 'accept-language': language } });
  const id = response.headers.get('x-request-id');
  return {
    status: response.status,
    headers: response.headers,
    id,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};

/** The rows of a CSV file, by the titles of its columns. */
const csv = async (person: Person, path: string): Promise<Record<string, string>[]> => {
  const { bytes } = await bytesOf(person, path);
  return parse(Buffer.from(bytes), { bom: true, columns: true }) as Record<string, string>[];
};

const unescaped = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]!);

/** The rows of the one sheet of a workbook, header first; a number is told from a text by its type. */
function sheet(bytes: Uint8Array): { value: string; number: boolean }[][] {
  const parts = unzipSync(bytes);
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(xml).toMatch(/^<\?xml .*<\/sheetData><\/worksheet>$/s);
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c\/>|<c s="\d"(?: t="inlineStr")?>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs)].map(
      ([, text, number]) => ({ value: unescaped(text ?? number ?? ''), number: number !== undefined }),
    ),
  );
}

/** As a spreadsheet shows what stands in a cell of a CSV file. */
const shown = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

/** Whether these tests have made the case. */
const isOurs = (row: Record<string, string>): boolean => row['Case']!.startsWith('Q-统计-');

const deeds = (id: string | null) =>
  city.owner('select deed, subject_id as of, actor, facts from audit_entry where request_id = $1', [id]);

describe('statistics as a file', () => {
  test('hold what the API says, under titles in the language of the viewer', async () => {
    const { data } = await everyone['admin']!.asks(
      '{ arrearsStatistics(by: SECTOR, asOf: "2026-06-30") { key name principal interest weightedDelay } }',
    );
    const rows = await csv(everyone['admin']!, '/arrears/statistics.csv?by=SECTOR&asOf=2026-06-30');
    expect(
      rows.map((row) => ({
        key: shown(row['Code']!),
        name: row['Name'],
        principal: row['Overdue principal'],
        interest: row['Interest accrued'],
        weightedDelay: row['Weighted delay, days'] || null,
      })),
    ).toEqual(data.arrearsStatistics);
    const { bytes } = await bytesOf(everyone['admin']!, '/arrears/statistics.csv?by=SECTOR', 'zh');
    expect(Buffer.from(bytes).toString()).toMatch(/^\uFEFF统计项代码,统计项名称,/);
  });

  test('days that are below zero are numbers, and no formulas', async () => {
    const all = (
      await Promise.all(
        ['DEBTOR', 'DISTRICT', 'AGE', 'SECTOR'].map((by) =>
          csv(everyone['admin']!, `/arrears/statistics.csv?by=${by}`),
        ),
      )
    ).flat();
    const delays = all.map((row) => row['Weighted delay, days']!);
    expect(delays.join(' ')).toMatch(/(^| )-\d/);
    expect(delays.join(' ')).not.toContain("'");
  });

  const seen: [string, readonly string[] | 'all'][] = [
    ['public', []],
    ['stranger', []],
    ['debtor', [buyers.HOUSING]],
    ['buyer', [buyers.enterprise]],
    ['supervisor', 'all'],
  ];
  test.each(seen)('what %s may not see of a debtor is empty', async (who, own) => {
    const rows = await csv(everyone[who]!, '/arrears/statistics.csv?by=DEBTOR');
    expect(rows.map((row) => row['Code'])).toEqual(expect.arrayContaining(Object.values(buyers)));
    for (const row of rows) {
      const sees = own === 'all' || own.includes(row['Code']!);
      for (const title of [
        'Cases in court',
        'of it in court',
        'of it undisputed',
        'Interest accrued',
        'Broken plans',
        'Owed anew',
      ]) {
        expect([title, row[title] !== '']).toEqual([title, sees]);
      }
      expect(row['Overdue principal']).toMatch(/^\d+\.\d\d$/);
    }
  });

  test.each(['admin', 'public', 'debtor'])('the workbook says the same as the CSV file: %s', async (who) => {
    const path = (format: string) => `/arrears/statistics.${format}?by=DEBTOR&asOf=2026-11-24`;
    const rows = await csv(everyone[who]!, path('csv'));
    const { bytes, headers } = await bytesOf(everyone[who]!, path('xlsx'));
    expect(headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(headers.get('content-disposition')).toContain('arrears-statistics-2026-11-24.xlsx');
    const [header, ...cells] = sheet(bytes);
    expect(header!.map(({ value }) => value)).toEqual(Object.keys(rows[0]!));
    expect(cells.map((row) => row.map(({ value }) => value))).toEqual(rows.map((row) => Object.values(row)));
  });

  test.each([
    ['', 'by', ''],
    ['?by=district', 'by', 'district'],
    ['?by=DEBTOR&by=AGE', 'by', '["DEBTOR","AGE"]'],
    ['?by=AGE&asOf=2026-02-30', 'asOf', '2026-02-30'],
    ['?by=AGE&asOf=', 'asOf', ''],
    ['?by=AGE&asOf=2026-01-01&asOf=2026-01-02', 'asOf', '["2026-01-01","2026-01-02"]'],
  ])('%s is refused, the parameter named', async (query, parameter, value) => {
    for (const format of ['csv', 'xlsx']) {
      const response = await everyone['admin']!.fetches(`/arrears/statistics.${format}${query}`);
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      expect(response.status).toBe(400);
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'EXPORT_PARAMETER', parameter, value });
    }
  });

  test('a day to come is refused, and that it was asked stands in the audit', async () => {
    const { status, id } = await bytesOf(everyone['admin']!, '/arrears/statistics.csv?by=AGE&asOf=2026-11-25');
    expect(status).toBe(400);
    expect(await deeds(id)).toMatchObject([{ deed: 'arrears.export.refused', facts: { reason: 'AS_OF_IN_FUTURE' } }]);
  });

  test('who took which stands in the audit', async () => {
    const { id } = await bytesOf(everyone['debtor']!, '/arrears/statistics.xlsx?by=KIND&asOf=2026-01-01');
    expect(await deeds(id)).toMatchObject([
      { deed: 'arrears.export', of: 'statistics', facts: { format: 'xlsx', by: 'KIND', asOf: '2026-01-01', rows: 3 } },
    ]);
  });
});

describe('the ledger of arrears as a file', () => {
  const numbers = async (where: string, values: unknown[] = []) =>
    (await city.owner(`select number from arrears_case a where ${where} order by id`, values)).map(
      ({ number }) => number,
    );

  test.each([
    ['admin', 'true'],
    ['supervisor', 'true'],
    ['debtor', "debtor_code = 'HOUSING'"],
    ['stranger', 'false'],
    ['creditor', `creditor_uscc = '${suppliers[0]}'`],
    ['buyer', `'${buyers.enterprise}' in (debtor_uscc, creditor_uscc)`],
  ])('%s finds the cases where %s, in both formats', async (who, where) => {
    const known = await numbers(where);
    expect((await csv(everyone[who]!, '/arrears/cases.csv')).map((row) => row['Case'])).toEqual(known);
    const { bytes } = await bytesOf(everyone[who]!, '/arrears/cases.xlsx');
    expect(
      sheet(bytes)
        .slice(1)
        .map(([number]) => number!.value),
    ).toEqual(known);
  });

  test.each([
    ['public', 401, 'AUTHENTICATION_REQUIRED'],
    ['centre', 403, 'ROLE_REQUIRED'],
    ['administrator', 403, 'ROLE_REQUIRED'],
  ])('it is not for %s, and asking for it is logged', async (who, status, reason) => {
    for (const format of ['csv', 'xlsx']) {
      const told = await bytesOf(everyone[who]!, `/arrears/cases.${format}`);
      expect(told.status).toBe(status);
      expect(JSON.parse(Buffer.from(told.bytes).toString()).errors[0].extensions.reason).toBe(reason);
      expect(await deeds(told.id)).toMatchObject([{ deed: 'arrears.export.refused', of: 'cases', facts: { reason } }]);
    }
  });

  test('a body that finds dishonesty knows of the case that was proposed to it', async () => {
    const [number] = await numbers("debtor_code = 'HOUSING'");
    await city.owner("update arrears_case set authority_code = 'TAX' where number = $1", [number]);
    expect((await csv(everyone['stranger']!, '/arrears/cases.csv')).map((row) => row['Case'])).toEqual([number]);
    await city.owner('update arrears_case set authority_code = null');
  });

  test('amounts are exact, interest is that of the statistics, and the handler is for the administrators', async () => {
    const rows = (await csv(everyone['admin']!, '/arrears/cases.csv')).filter(isOurs);
    const each = await city.owner(interestOfEachCase.text, ['2026-11-24']);
    const ids = new Map(
      (await city.owner('select id, number from arrears_case')).map(({ id, number }) => [number, id]),
    );
    const interestOf = new Map(each.map(({ caseId, interest }) => [caseId, interest]));
    const open = rows.filter((row) => interestOf.has(ids.get(row['Case'])));
    for (const row of open) expect(row['Interest accrued']).toBe(interestOf.get(ids.get(row['Case'])));
    expect(open.length).toBeGreaterThan(20);
    for (const row of rows) {
      const [principal, paid, remaining] = ['Principal', 'Paid', 'Remaining'].map((title) => fenOf(row[title]!));
      expect(remaining).toBe(principal! - paid!);
    }
    expect(rows.every((row) => row['Handler'] === 'official:arrears-admin#a')).toBe(true);
    for (const who of ['debtor', 'creditor']) {
      expect((await csv(everyone[who]!, '/arrears/cases.csv')).map((row) => row['Handler']).join('')).toBe('');
    }
  });

  test('a text that a spreadsheet would take for a formula is disarmed, markup stays text', async () => {
    const row = (await csv(everyone['admin']!, '/arrears/cases.csv')).find(isOurs);
    expect(row!['Name of the contract']).toMatch(/^'=1\+1 合同 \d+ & <"附件">$/);
    const { bytes } = await bytesOf(everyone['admin']!, '/arrears/cases.xlsx');
    const [header, ...rows] = sheet(bytes);
    const first = rows.find(([number]) => number!.value === row!['Case']);
    const cell = first![header!.findIndex(({ value }) => value === 'Name of the contract')]!;
    expect(cell.value).toMatch(/^=1\+1 合同 \d+ & <"附件">$/);
    expect(cell.number).toBe(false);
  });

  test('of an amount that a spreadsheet would round every digit stands as text', async () => {
    const [number] = await numbers('true');
    await city.owner(
      'update arrears_case set principal = 12345678901234567.89, remaining = 12345678901234567.89 - paid where number = $1',
      [number],
    );
    const { bytes } = await bytesOf(everyone['admin']!, '/arrears/cases.xlsx');
    const [header, ...rows] = sheet(bytes);
    const at = (title: string) => header!.findIndex(({ value }) => value === title);
    const row = rows.find((cells) => cells[0]!.value === number)!;
    expect(row[at('Principal')]).toEqual({ value: '12345678901234567.89', number: false });
    expect(row[at('Age, days')]!.number).toBe(true);
  });

  test('who took it stands in the audit, with how many cases it holds', async () => {
    const { id } = await bytesOf(everyone['creditor']!, '/arrears/cases.csv');
    const known = await numbers('creditor_uscc = $1', [suppliers[0]]);
    expect(await deeds(id)).toMatchObject([
      { deed: 'arrears.export', of: 'cases', facts: { format: 'csv', rows: known.length, asOf: '2026-11-24' } },
    ]);
  });
});
