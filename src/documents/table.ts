import type { Language, Text } from '../messages/language.js';

/** A number as it is written, so that nothing of it is lost on the way into a file. */
export interface Digits {
  readonly digits: string;
}

/** What stands in a cell: a text, a number, or nothing. */
export type Cell = string | Digits | null;

/** A column of a table that is given out as a file. */
export interface Column<Row> {
  readonly title: Text;
  cell(row: Row): Cell;
}

/** A table that is given out as a file; its rows come in batches, so that it need not be held. */
export interface Table {
  readonly title: string;
  readonly header: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** A number, or nothing. */
export const numberCell = (value: string | number | null): Cell => (value === null ? null : { digits: String(value) });

/** The table of rows by columns, its header in a language. */
export function tableOf<Row>(
  title: string,
  columns: readonly Column<Row>[],
  language: Language,
  batches: AsyncIterable<readonly Row[]>,
): Table {
  return {
    title,
    header: columns.map((column) => column.title[language]),
    batches: (async function* () {
      for await (const rows of batches) yield rows.map((row) => columns.map((column) => column.cell(row)));
    })(),
  };
}
