import type { MaskingPattern } from './words.js';

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

/** Up to the county, district or banner, else up to the city: never a street or a house. */
function maskAddress(address: string): string {
  const district = /^.{2,}?(?:自治旗|联合旗|[区县旗])/u.exec(address) ?? /^.{2,}?[市盟]/u.exec(address);
  return district ? `${district[0]}***` : '***';
}

function maskEmail(email: string): string {
  const at = email.indexOf('@');
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
