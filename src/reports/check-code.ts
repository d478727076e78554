import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../audit/leaf.js';

/** Crockford's alphabet: no letter that is taken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a check code: 5 bits each, 100 in all. */
const length = 20;

/**
 * The check code of a report: 100 bits of a hash of its signature, in four groups. Whoever has the document can compute it,
 * and nobody else can guess it: the signature takes the private key. So it is kept nowhere.
 *
 * @param signature the last part of the JWS
 */
export function checkCodeOf(signature: string): string {
  const bytes = sha256(Buffer.from(`check code of a credit report:${signature}`));
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const code = Array.from({ length }, (_, i) => alphabet[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join('');
  return code.replace(/(.{5})(?=.)/g, '$1-');
}

/** As people write a code: in small letters, without dashes, with O for 0 and I or L for 1. */
const read = (code: string): string =>
  code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Whether the code is that of the report; it takes the same time whatever is wrong. */
export const isCheckCode = (given: string, signature: string): boolean =>
  timingSafeEqual(sha256(Buffer.from(read(given))), sha256(Buffer.from(read(checkCodeOf(signature)))));
