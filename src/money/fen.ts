import type { Money } from './money.js';

/** Exact fen of an amount in yuan; arithmetic is done in these, never in floats. */
export function fenOf(amount: Money): bigint {
  const [whole, fraction = ''] = amount.replace('-', '').split('.') as [string, string?];
  const fen = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return amount.startsWith('-') ? -fen : fen;
}

/** The amount in yuan, as it is written. */
export function moneyOf(fen: bigint): Money {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of amounts. */
export const sumOf = (amounts: readonly Money[]): bigint => amounts.reduce((sum, amount) => sum + fenOf(amount), 0n);
