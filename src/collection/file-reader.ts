import type { Readable } from 'node:stream';
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
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  const feed = (async () => {
    for await (const text of utf8(source)) {
      if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  })().catch((error: Error) => parser.destroy(error));

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
        yield { row, cells: cellsOf(Object.fromEntries(keys.map((key, i) => [key, record[i]])))! };
      }
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new Refusal('FILE_MALFORMED', { line: parser.info.lines, fault: error.code });
    }
    throw error;
  } finally {
    parser.destroy();
    source.destroy();
    await feed;
  }
  if (!keys || row === 0) throw new Refusal('FILE_EMPTY');
}

/** Rows of a file of one JSON object a line. */
export async function* readNdjson(source: Readable): AsyncGenerator<SentRow> {
  let rest = '';
  let row = 0;
  for await (const text of utf8(source)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    if (rest.length > longestRow)
      throw new Refusal('FILE_MALFORMED', { line: row + lines.length + 1, fault: 'CSV_MAX_RECORD_SIZE' });
    for (const line of lines) if (line.trim() !== '') yield jsonRow(++row, line);
  }
  if (rest.trim() !== '') yield jsonRow(++row, rest);
  if (row === 0) throw new Refusal('FILE_EMPTY');
}

function jsonRow(row: number, line: string): SentRow {
  try {
    return rowOf(row, JSON.parse(line));
  } catch {
    return { row, fault: fault('ROW_NOT_AN_OBJECT', null, line) };
  }
}

/** One object as a row. */
export function rowOf(row: number, value: unknown): SentRow {
  const cells = cellsOf(value);
  return cells ? { row, cells } : { row, fault: fault('ROW_NOT_AN_OBJECT', null, JSON.stringify(value) ?? null) };
}
