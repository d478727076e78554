import type { Day } from '../calendar/day.js';

/** What is asked of a font. */
export interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Stands for a character that cannot be printed, as compositors have it. */
const stopgap = '〓';

/**
 * The text as the font can print it: a character that it has not becomes 〓 and is noted, so that nobody takes a gap for what
 * was written. Control characters other than the ends of lines fall away.
 */
export function legible(text: string, font: Font, missing: Set<string>): string {
  let result = '';
  for (const character of text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\t', '　')) {
    if (character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0)!)) result += character;
    else if (!/\p{C}/u.test(character) || /[\p{Co}\p{Cn}]/u.test(character)) {
      missing.add(character);
      result += stopgap;
    }
  }
  return result;
}

/** A day as documents write it: 2026年11月22日. */
export function inChinese(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
