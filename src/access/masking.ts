import { MaskingPattern } from './words.js';

function keepEnds(value: string, head: number, tail: number): string {
  const characters = [...value];
  // a value too short to hide something between its ends is hidden whole
  if (characters.length <= head + tail) return '*'.repeat(Math.max(characters.length, 4));
  const hidden = '*'.repeat(characters.length - head - tail);
  return characters.slice(0, head).join('') + hidden + (tail > 0 ? characters.slice(-tail).join('') : '');
}

/** Two characters 张*; three 张*三; more keep the first and the last. */
function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*';
  if (characters.length === 2) return `${characters[0]}*`;
  return keepEnds(name, 1, 1);
}

/** Province and city, as far as an address names them. */
const upToCity = /^(?:.{2,8}?(?:省|自治区))?(?:.{2,8}?[市盟州])?/u;

/** A county, district or banner behind them: neither a street nor a housing estate, which end in 区 too. */
const district = /^[^路街道巷号\d]{1,16}?(?:自治旗|联合旗|(?<![小园社校厂])[区县旗])/u;

/** Down to the county, district or banner, else to the city: never a street or a house. */
function maskAddress(address: string): string {
  const city = upToCity.exec(address)![0];
  return `${city}${district.exec(address.slice(city.length))?.[0] ?? ''}***`;
}

function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at > 0 ? `${[...email][0]}***${email.slice(at)}` : '***';
}

const patterns: Readonly<Record<MaskingPattern, (value: string) => string>> = {
  NAME: maskName,
  ID_NUMBER: (value) => keepEnds(value, 4, 4),
  PHONE: (value) => keepEnds(value, 3, 4),
  ADDRESS: maskAddress,
  EMAIL: maskEmail,
};

/** The value as far as the pattern shows it (conventions of GB/T 35273-2020 practice). */
export function mask(pattern: MaskingPattern, value: string): string {
  return patterns[pattern](value);
}

const secretPatterns: ReadonlySet<MaskingPattern | null> = new Set([MaskingPattern.ID_NUMBER, MaskingPattern.PHONE]);

/** Whether values that are masked so are kept sealed: they identify or reach a person. */
export const isSecret = (pattern: MaskingPattern | null): boolean => secretPatterns.has(pattern);
