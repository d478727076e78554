import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '../messages/refusal.js';
import { cellsOf, fault, type SentRow } from './row.js';

/** The longest row of a file, in bytes. */
const longestRow = 1_000_000;

/** The file as text; what is no UTF-8 ends the reading. */
async function* utf8(source: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source) yield decoder.decode(Buffer.from(chunk), { stream: true });
    yield decoder.decode();
  } catch (error) {
    const undecodable = (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    throw undecodable ? new Refusal('BODY_NOT_UTF8') : error;
  }
}

/**
 * Rows of a CSV file (RFC 4180) by the titles of its header, one after the other: the file may be of any size.
 * `columns` receives the header and gives the key of each column, or refuses the whole file.
 */
export async function* readCsv(
  source: Readable,
  columns: (header: readonly string[]) => readonly string[],
): AsyncGenerator<SentRow> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  // whichever of the two ends early, by a fault or because nobody reads on, ends the other; the parser tells the fault
  const fed = pipeline(source, utf8, parser).catch(() => undefined);
  let keys: readonly string[] | undefined;
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (!keys) {
        keys = columns(record.map((title) => title.trim()));
        continue;
      }
      row++;
      if (record.length !== keys.length) {
        const counts = { count: record.length, expected: keys.length };
        yield { row, fault: fault('ROW_COLUMNS', null, record.join(','), counts) };
      } else {
        yield rowOf(row, Object.fromEntries(keys.map((key, i) => [key, record[i]])));
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal('FILE_MALFORMED', { line: parser.info.lines, fault: error.code });
  } finally {
    parser.destroy();
    await fed;
  }
  if (!keys || row === 0) throw new Refusal('FILE_EMPTY');
}

/** Rows of a file of one JSON object a line. */
export async function* readNdjson(source: Readable): AsyncGenerator<SentRow> {
  let row = 0;
  for await (const line of linesOf(source)) {
    if (line === tooLong) yield { row: ++row, fault: fault('ROW_TOO_LONG', null, null, { limit: longestRow }) };
    else if (line.trim() !== '') yield jsonRow(++row, line);
  }
  if (row === 0) throw new Refusal('FILE_EMPTY');
}

/** Stands for a line that is too long to be held in memory. */
const tooLong = Symbol('a line longer than a row may be');

async function* linesOf(source: Readable): AsyncGenerator<string | typeof tooLong> {
  let pieces: string[] = [];
  let length = 0;
  const end = (piece: string): string | typeof tooLong => {
    const line = length + piece.length > longestRow ? tooLong : pieces.join('') + piece;
    pieces = [];
    length = 0;
    return line;
  };
  for await (const text of utf8(source)) {
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      yield end(text.slice(from, to));
      from = to + 1;
    }
    length += text.length - from;
    if (length <= longestRow) pieces.push(text.slice(from));
    else pieces = [];
  }
  if (length > 0) yield end('');
}

/** Numbers keep the digits they were written with: as floats, long ones would change in silence. */
const asWritten = (_key: string, value: unknown, { source }: { source?: string } = {}): unknown =>
  typeof value === 'number' ? source : value;

function jsonRow(row: number, line: string): SentRow {
  try {
    return rowOf(row, JSON.parse(line, asWritten));
  } catch {
    return { row, fault: fault('ROW_NOT_AN_OBJECT', null, line) };
  }
}

/** One object as a row. */
export function rowOf(row: number, value: unknown): SentRow {
  const cells = cellsOf(value);
  return cells ? { row, cells } : { row, fault: fault('ROW_NOT_AN_OBJECT', null, JSON.stringify(value) ?? null) };
}
