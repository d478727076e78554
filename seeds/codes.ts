import { usccCheck } from '../src/registry/uscc.js';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const weights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The check character of an organisation code, GB 11714. */
function organisationCheck(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += digits.indexOf(first8.charAt(i)) * weights[i]!;
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/** A unified social credit code of an invented entity, valid in both checks; its organisation part holds `T3Q`. */
export function inventedCode(kind: string, region: string, organisation8: string): string {
  const first17 = `${kind}${region}${organisation8}${organisationCheck(organisation8)}`;
  return first17 + usccCheck(first17);
}

const serialAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Two characters that count from `00` to `YY`, passing over those that begin with `T`: the stories use them. */
export function serial(index: number): string {
  const heads = serialAlphabet.replace('T', '');
  return heads.charAt(Math.floor(index / serialAlphabet.length)) + serialAlphabet.charAt(index % serialAlphabet.length);
}
