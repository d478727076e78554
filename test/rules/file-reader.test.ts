import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCsv, readNdjson } from '../../src/collection/file-reader.js';
import type { SentRow } from '../../src/collection/row.js';
import { Refusal } from '../../src/messages/refusal.js';

type Reader = (source: Readable) => AsyncIterable<SentRow>;
const csv: Reader = (source) => readCsv(source, (header) => header);
const ndjson: Reader = (source) => readNdjson(source);

/** Bytes as they come in: in pieces of a size. */
function inPieces(bytes: Uint8Array, size: number): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(Buffer.from(bytes.subarray(at, at + size)));
  return Readable.from(pieces);
}
const file = (text: string, size = 65_536): Readable => inPieces(Buffer.from(text), size);

/** The answer, or an error when there is none in time. */
async function inTime<T>(answer: Promise<T>, within = 4000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it hangs')), within);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

async function all(read: AsyncIterable<SentRow>): Promise<SentRow[]> {
  const list: SentRow[] = [];
  for await (const row of read) list.push(row);
  return list;
}
const rows = (read: AsyncIterable<SentRow>, within?: number): Promise<SentRow[]> => inTime(all(read), within);

/** Rows in short: their cells, or the reason why they are none. */
const short = (read: SentRow[]) => read.map((one) => ('cells' in one ? one.cells : one.fault.reason));

/** Why the file was refused. */
const refusal = async (read: AsyncIterable<SentRow>, within?: number): Promise<string> => {
  try {
    return `${(await rows(read, within)).length} rows`;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};

const gb18030 = Uint8Array.from([0xb0, 0xfc, 0xcd, 0xb7, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32, 0x0a]); // 包头,b

describe('rows of a CSV file', () => {
  test.each<[string, string, unknown[]]>([
    [
      'plain',
      'a,b\n1,2\n3,4\n',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['without a last line end', 'a,b\n1,2', [{ a: '1', b: '2' }]],
    ['with a byte order mark', '\ufeffa,b\n1,2\n', [{ a: '1', b: '2' }]],
    [
      'with CRLF',
      'a,b\r\n1,2\r\n3,4\r\n',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['with CR alone', 'a,b\r1,2\r', [{ a: '1', b: '2' }]],
    ['quoted line ends, commas and quotes', 'a,b\n"1\n2","x,""y"""\n', [{ a: '1\n2', b: 'x,"y"' }]],
    ['a stray quote in a value', 'a,b\n5" pipe,2\n', [{ a: '5" pipe', b: '2' }]],
    ['text after a closing quote', 'a,b\n"q"z,3\n', [{ a: '"q"z', b: '3' }]],
    ['blanks around titles and values', ' a , b \n 1 , 2 \n', [{ a: '1', b: '2' }]],
    ['empty values are left out', 'a,b\n,2\n1,\n', [{ b: '2' }, { a: '1' }]],
    ['empty lines are passed over', '\na,b\n\n1,2\n\n', [{ a: '1', b: '2' }]],
    ['a missing column', 'a,b\n1\n3,4\n', ['ROW_COLUMNS', { a: '3', b: '4' }]],
    ['an extra column', 'a,b\n1,2,3\n3,4\n', ['ROW_COLUMNS', { a: '3', b: '4' }]],
    ['a NUL character is left for the row check', 'a,b\n\0,2\n', [{ a: '\0', b: '2' }]],
  ])('%s', async (_case, text, expected) => {
    const read = await rows(csv(file(text)));
    expect(short(read)).toEqual(expected);
    expect(read.map(({ row }) => row)).toEqual(expected.map((_, i) => i + 1));
  });

  test.each([1, 2, 3, 5, 7])('characters of several bytes, cut into pieces of %i', async (size) => {
    const text = '名称,备注\n包头𠮷野,"第一行\n第二行"\n';
    expect(short(await rows(csv(file(text, size))))).toEqual([{ 名称: '包头𠮷野', 备注: '第一行\n第二行' }]);
  });

  test('a row of too many columns says how many there are', async () => {
    expect(await rows(csv(file('a,b\n1,2,3\n')))).toMatchObject([
      { row: 1, fault: { reason: 'ROW_COLUMNS', value: '1,2,3', params: { count: 3, expected: 2 } } },
    ]);
  });

  test('a large file comes row by row', async () => {
    const read = await rows(csv(file(`a,b\n${'1,2\n'.repeat(20_000)}`)));
    expect(read).toHaveLength(20_000);
    expect(read.at(-1)).toEqual({ row: 20_000, cells: { a: '1', b: '2' } });
  });
});

describe('a CSV file is refused whole', () => {
  test.each<[string, () => Readable, string]>([
    ['empty', () => file(''), 'FILE_EMPTY'],
    ['of empty lines', () => file('\n\n'), 'FILE_EMPTY'],
    ['with a header only', () => file('a,b\n'), 'FILE_EMPTY'],
    ['in GB18030', () => inPieces(gb18030, 65_536), 'BODY_NOT_UTF8'],
    ['that ends within a character', () => inPieces(Buffer.from('a\n包').subarray(0, 4), 65_536), 'BODY_NOT_UTF8'],
    ['with a quote that is never closed', () => file('a,b\n"1,2\n3,4\n'), 'FILE_MALFORMED'],
  ])('%s: %#', async (_case, source, reason) => {
    expect(await refusal(csv(source()))).toBe(reason);
  });

  test.each<[string, () => Readable]>([
    ['a short one', () => file('a,b\n1,2\n')],
    ['a long one', () => file(`a,b\n${'1,2\n'.repeat(100_000)}`)],
  ])('at once when its header is not that of the item: %s', async (_case, source) => {
    const refuse = () => {
      throw new Refusal('HEADER_UNKNOWN', { item: 'ITEM', missing: '-', unknown: 'b' });
    };
    expect(await refusal(readCsv(source(), refuse), 1000)).toBe('HEADER_UNKNOWN');
  });

  test('at a row longer than a million bytes', async () => {
    expect(await refusal(csv(file(`a,b\n${'x'.repeat(3_000_000)},2\n`)), 1000)).toBe('FILE_MALFORMED');
  });

  test('or left unread by a reader that has seen enough', async () => {
    const first = async () => {
      for await (const row of csv(file(`a,b\n${'1,2\n'.repeat(100_000)}`))) return row;
    };
    expect(await inTime(first(), 1000)).toEqual({ row: 1, cells: { a: '1', b: '2' } });
  });
});

describe('rows of a file of one JSON object a line', () => {
  test.each<[string, string, unknown[]]>([
    ['objects', '{"a":"1"}\n{"b":"2"}\n', [{ a: '1' }, { b: '2' }]],
    ['blank lines are passed over', '\n{"a":"1"}\n  \n\r\n{"a":"2"}', [{ a: '1' }, { a: '2' }]],
    ['CRLF and a byte order mark', '\ufeff{"a":"1"}\r\n', [{ a: '1' }]],
    ['numbers, truths, nothing', '{"a":1.5,"b":true,"c":null,"d":" "}', [{ a: '1.5', b: 'true' }]],
    ['what is no object', '[1]\n"a"\nnull\n1', Array(4).fill('ROW_NOT_AN_OBJECT')],
    ['what is no JSON', '{"a":\nnot json\n{"a":"1"}', ['ROW_NOT_AN_OBJECT', 'ROW_NOT_AN_OBJECT', { a: '1' }]],
    ['nested values', '{"a":{"b":1}}\n{"a":[1]}', ['ROW_NOT_AN_OBJECT', 'ROW_NOT_AN_OBJECT']],
    ['a tower of brackets', '['.repeat(100_000) + ']'.repeat(100_000), ['ROW_NOT_AN_OBJECT']],
  ])('%s', async (_case, text, expected) => {
    for (const size of [text.length > 1000 ? 1000 : 3, 65_536]) {
      const read = await rows(ndjson(file(text, size)));
      expect(short(read)).toEqual(expected);
      expect(read.map(({ row }) => row)).toEqual(expected.map((_, i) => i + 1));
    }
  });

  test.each<[string, () => Readable, string]>([
    ['empty', () => file(''), 'FILE_EMPTY'],
    ['of blank lines', () => file('\n \r\n'), 'FILE_EMPTY'],
    ['in GB18030', () => inPieces(gb18030, 65_536), 'BODY_NOT_UTF8'],
    ['that ends within a character', () => inPieces(Buffer.from('{}\n包').subarray(0, 5), 65_536), 'BODY_NOT_UTF8'],
  ])('is refused whole: %s', async (_case, source, reason) => {
    expect(await refusal(ndjson(source()))).toBe(reason);
  });

  test('a line that is too long is one bad row, and the reading goes on', async () => {
    const read = await rows(ndjson(file(`\n{"a":1}\n${'x'.repeat(3_000_000)}\n{"a":2}`)));
    expect(read).toMatchObject([{ row: 1 }, { row: 2, fault: { reason: 'ROW_TOO_LONG' } }, { row: 3 }]);
  });

  test('a long number keeps its digits', async () => {
    const read = await rows(ndjson(file('{"a":12345678901234567890.10}')));
    expect(read).toMatchObject([{ cells: { a: '12345678901234567890.10' } }]);
  });
});

describe('whatever the bytes and however they are cut', () => {
  const piece = fc.oneof(
    fc.constantFrom(...['a,b\n', '"', ',', '\n', '\r\n', '\ufeff', '包', '{"a":"1"}', '{', '\0', '\\ud800']),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const bytes = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((pieces) => new Uint8Array(Buffer.from(pieces.join('')))),
    fc.uint8Array({ maxLength: 60 }),
  );

  test.each([
    ['CSV', csv],
    ['NDJSON', ndjson],
  ])('%s gives rows numbered from 1 or a refusal, and always ends', async (_format, read) => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 16 }), async (content, size) => {
        try {
          const numbers = (await rows(read(inPieces(content, size)))).map(({ row }) => row);
          expect(numbers).toEqual(numbers.map((_, i) => i + 1));
          expect(numbers.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
    );
  });
});
