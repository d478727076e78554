/**
 * Unified social credit code (统一社会信用代码), GB 32100-2015:
 * 1 registering department, 1 category, 6 region of the registering office (GB/T 2260),
 * 9 organisation code (GB 11714), 1 check character.
 */

/** The 31 characters of the standard: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Weights 3^(i-1) mod 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Which categories (position 2) each registering department (position 1) may give. */
const categories: Readonly<Record<string, string>> = {
  '1': '1239',
  '2': '19',
  '3': '123459',
  '4': '19',
  '5': '1239',
  '6': '129',
  '7': '129',
  '8': '19',
  '9': '123',
  A: '19',
  N: '1239',
  Y: '1',
};

/**
 * Codes of the 2015 pilot in Fujian that were issued with a check character other than the standard's
 * and remain legally valid. An allow-list with evidence, not a way to skip the check.
 */
const issuedWithDeviatingCheck: ReadonlySet<string> = new Set([
  '91350211M0000XUF46',
  '91350203M0001FUE2P',
  '91350100M0001TGQXM',
]);

/** Why a text is no unified social credit code. */
export type UsccFault = 'USCC_LENGTH' | 'USCC_CHARACTER' | 'USCC_CATEGORY' | 'USCC_CHECK_DIGIT';

/** The check character that the standard computes over the first seventeen characters. */
export function usccCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += alphabet.indexOf(first17.charAt(i)) * weights[i]!;
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** The first rule that the code breaks, or undefined when it is valid. Expects upper case without blanks. */
export function usccFault(code: string): UsccFault | undefined {
  if (code.length !== 18) return 'USCC_LENGTH';
  for (const character of code) if (!alphabet.includes(character)) return 'USCC_CHARACTER';
  if (!categories[code.charAt(0)]?.includes(code.charAt(1))) return 'USCC_CATEGORY';
  if (usccCheck(code) !== code.charAt(17) && !issuedWithDeviatingCheck.has(code)) return 'USCC_CHECK_DIGIT';
  return undefined;
}
