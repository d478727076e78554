import type { Dice } from '../dice.js';

/** A record as its provider sends it: values by field key, empty ones left out. */
export type Row = Record<string, string>;

/** What a kind of record needs to come about: chance of its own, and the provider's numbering. */
export interface Desk {
  readonly dice: Dice;
  /** The next number of a series, from `1`. */
  next(series: string): number;
}

export function row(values: Readonly<Record<string, string | number | undefined>>): Row {
  const kept: Row = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined && value !== '') kept[key] = String(value);
  return kept;
}

/** Yuan as 万元, up to four decimals, exact. */
export function tenThousands(yuan: number): string {
  const fraction = String(yuan % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(yuan / 10_000)}${fraction && `.${fraction}`}`;
}

/** Yuan and fen. */
export const yuanText = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

export const padded = (value: number, length: number): string => String(value).padStart(length, '0');
