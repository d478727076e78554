import type { Params } from '../messages/refusal.js';
import type { Reason } from '../messages/refusals.js';

/** A row as it was sent: texts by column. */
export type Cells = Readonly<Record<string, string>>;

/** What is wrong with a row, and where. */
export interface Fault {
  readonly field: string | null;
  readonly value: string | null;
  readonly reason: Reason;
  readonly params: Params;
}

/** A row of a file, or why it could not be read as one. The first row after a header is row 1. */
export type SentRow = { readonly row: number; readonly cells: Cells } | { readonly row: number; readonly fault: Fault };

/** A fault; of the value only what a message needs. */
export const fault = (
  reason: Reason,
  field: string | null = null,
  value: string | null = null,
  params: Params = {},
): Fault => ({
  field: field === null ? null : tellable(field),
  value: value === null ? null : tellable(value),
  reason,
  params: Object.fromEntries(
    Object.entries({ ...(field === null ? {} : { field }), ...(value === null ? {} : { value }), ...params }).map(
      ([name, param]) => [name, typeof param === 'string' ? tellable(param) : param],
    ),
  ),
});

/** As far as it can be told and kept: PostgreSQL stores neither a NUL nor half a character. */
const tellable = (text: string): string => text.slice(0, 200).replaceAll('\0', '␀').toWellFormed();

/** Values as texts: blanks around them go, what is empty is left out. Nested values are no row. */
export function cellsOf(value: unknown): Cells | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // without a prototype, so that a column may have any name
  const cells: Record<string, string> = Object.create(null);
  for (const [key, cell] of Object.entries(value)) {
    if (cell === null || cell === undefined) continue;
    if (typeof cell === 'object') return undefined;
    const text = String(cell).trim();
    if (text !== '') cells[key] = text;
  }
  return cells;
}
