import { Refusal } from '../messages/refusal.js';

/** The longest statement, in characters. */
const longest = 2000;

/** What somebody says in a case: trimmed, neither empty nor a book. */
export function statementOf(text: string, field: string): string {
  const said = text.trim();
  const length = [...said].length;
  if (length === 0) throw new Refusal('STATEMENT_EMPTY', { field });
  if (length > longest) throw new Refusal('STATEMENT_TOO_LONG', { field, length, limit: longest });
  return said;
}
