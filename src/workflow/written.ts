import { Refusal } from '../messages/refusal.js';

/** The longest text that a party can state, in characters. */
const longest = 2000;

/** A text that may be left out, without the blanks around it; null when nothing is written. */
export function written(field: string, text: string | null | undefined): string | null {
  const said = text?.trim() ?? '';
  // half a character has no place in UTF-8
  if (!said.isWellFormed()) throw new Refusal('BROKEN_CHARACTER', { field });
  if (said.length > longest) throw new Refusal('TEXT_TOO_LONG', { field, length: said.length, most: longest });
  return said === '' ? null : said;
}

/** A text without which there is nothing to decide. */
export function needed(field: string, text: string): string {
  const said = written(field, text);
  if (said === null) throw new Refusal('STATEMENT_MISSING', { field });
  return said;
}
