/** Compares two decimal numbers exactly, as written: below zero, zero or above like any comparison. */
export function compareDecimals(one: string, other: string): number {
  const scale = Math.max(fractionOf(one).length, fractionOf(other).length);
  const difference = scaled(one, scale) - scaled(other, scale);
  return difference < 0n ? -1 : Number(difference > 0n);
}

const fractionOf = (decimal: string): string => decimal.split('.')[1] ?? '';

const scaled = (decimal: string, scale: number): bigint =>
  BigInt(decimal.split('.')[0]! + fractionOf(decimal).padEnd(scale, '0'));
