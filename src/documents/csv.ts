import type { Options } from 'csv-stringify';
import { stringify } from 'csv-stringify/sync';
import type { Digits, Table } from './table.js';

/** Texts that a spreadsheet would take for formulas are disarmed; numbers are written as they are. */
const disarmed: Options = {
  escape_formulas: true,
  cast: { object: (cell) => ({ value: (cell as unknown as Digits).digits, escape_formulas: false }) as never },
};

/** The table as CSV (RFC 4180), with a byte order mark, without which spreadsheets take it for another encoding. */
export async function* csvOf({ header, batches }: Table): AsyncGenerator<string> {
  yield stringify([[...header]], { ...disarmed, bom: true });
  for await (const rows of batches) yield stringify(rows as never, disarmed);
}
