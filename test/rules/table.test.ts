import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { csvOf } from '../../src/documents/csv.js';
import { type Cell, numberCell, type Table, tableOf } from '../../src/documents/table.js';
import { requireWorkbook, xlsxOf } from '../../src/documents/xlsx.js';

const table = (...rows: Cell[][]): Table => ({
  title: '表 & <1>',
  header: ['a', '=b'],
  batches: (async function* () {
    for (const row of rows) yield [row];
  })(),
});

async function all<T>(made: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of made) found.push(one);
  return found;
}

async function csv(...rows: Cell[][]): Promise<string> {
  return (await all(csvOf(table(...rows)))).join('');
}

async function part(name: string, ...rows: Cell[][]): Promise<string> {
  const chunks = await all(xlsxOf(table(...rows)));
  return strFromU8(unzipSync(new Uint8Array(Buffer.concat(chunks)))[name]!);
}
const sheet = (...rows: Cell[][]) => part('xl/worksheets/sheet1.xml', ...rows);

test('rows become cells by the columns, under titles in a language', async () => {
  const columns = [
    { title: { en: 'one', zh: '一' }, cell: (row: { n: number }) => numberCell(row.n) },
    { title: { en: 'two', zh: '二' }, cell: () => null },
  ];
  const batches = (async function* () {
    yield [{ n: 1 }, { n: 2 }];
    yield [{ n: 3 }];
  })();
  const made = tableOf('t', columns, 'zh', batches);
  expect(made.header).toEqual(['一', '二']);
  expect(await all(made.batches)).toEqual([
    [
      [{ digits: '1' }, null],
      [{ digits: '2' }, null],
    ],
    [[{ digits: '3' }, null]],
  ]);
  expect(numberCell(null)).toBeNull();
});

describe('CSV', () => {
  test('begins with a byte order mark and its header, also without rows', async () => {
    expect(await csv()).toBe("\uFEFFa,'=b\n");
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
  ])('a text %s stands as %s', async (text, written) => {
    expect(await csv([text, 'x'])).toBe(`\uFEFFa,'=b\n${written},x\n`);
  });

  test('a number is written as it is, and nothing is nothing', async () => {
    expect(await csv([numberCell('-3.5'), null])).toBe("\uFEFFa,'=b\n-3.5,\n");
  });
});

describe('XLSX', () => {
  test('a text is a text, whatever it looks like, and without what XML cannot hold', async () => {
    const xml = await sheet(['=1+1 <b> & "c"', 'x\u0000y\ud800z\n😀']);
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;b&gt; &amp; &quot;c&quot;</t>');
    expect(xml).toContain('<t xml:space="preserve">xyz\n😀</t>');
  });

  test('amounts show their decimals, counts none; nothing is an empty cell', async () => {
    expect(await sheet([numberCell('118000.00'), numberCell(7)], [numberCell('-3.5'), null])).toContain(
      '<row><c s="2"><v>118000.00</v></c><c s="0"><v>7</v></c></row><row><c s="0"><v>-3.5</v></c><c/></row>',
    );
  });

  test('a number of more digits than a spreadsheet keeps stands as text', async () => {
    const xml = await sheet([numberCell('1234567890123.45'), numberCell('12345678901234.56')]);
    expect(xml).toContain('<v>1234567890123.45</v>');
    expect(xml).toContain('<t xml:space="preserve">12345678901234.56</t>');
  });

  test('the name of the sheet is escaped too', async () => {
    expect(await part('xl/workbook.xml')).toContain('name="表 &amp; &lt;1&gt;"');
  });

  test('a workbook has a bound', () => {
    expect(() => requireWorkbook(100_000)).not.toThrow();
    expect(() => requireWorkbook(100_001)).toThrow(/100001 rows.*100000/);
  });
});
