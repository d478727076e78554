import type { IncomingHttpHeaders } from 'node:http';
import { Purpose } from '../access/purpose.js';
import type { StatedPurpose } from '../access/standing.js';
import { Refusal } from '../messages/refusal.js';

const purposes: readonly string[] = Object.values(Purpose);

/** What a case number may look like: letters of any script, digits and the marks of document numbers, a digit among them. */
const caseNumber = /^(?=.*\p{N})[\p{L}\p{N}〔〕［］（）()[\]_./\- 第号]{3,64}$/u;

/** Why the request reads, from its headers `Credit-Purpose` and `Credit-Case`; what is not understood is refused, not guessed. */
export function statedPurpose(headers: IncomingHttpHeaders): StatedPurpose {
  const [purpose, given] = [headers['credit-purpose'], headers['credit-case']];
  // a header that was sent twice arrives joined by commas, and is no purpose
  if (purpose !== undefined && !purposes.includes(String(purpose))) {
    throw new Refusal('PURPOSE_UNKNOWN', { value: String(purpose).slice(0, 100), purposes: purposes.join(', ') });
  }
  const stated = given === undefined ? null : decoded(String(given)).trim();
  if (stated !== null && !caseNumber.test(stated)) throw new Refusal('CASE_NUMBER', { value: stated.slice(0, 100) });
  return { purpose: (purpose as Purpose | undefined) ?? null, caseNumber: stated };
}

/** Headers carry bytes that Node reads as Latin-1: UTF-8 as curl sends it, or percent-encoded as browsers must. */
function decoded(value: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
    return /%[0-9A-Fa-f]{2}/.test(text) ? decodeURIComponent(text) : text;
  } catch {
    throw new Refusal('CASE_NUMBER', { value: value.slice(0, 100) });
  }
}
