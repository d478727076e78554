/** A rate in percent a year with at most four decimals, as text such as "3.85". Never a float. */
export type Percent = string;

const written = /^\d{1,2}(\.\d{1,4})?$/;

/** Whether the text is a rate in percent of at most two digits and four decimals. */
export const isPercent = (text: string): boolean => written.test(text);

/** The rate in ten-thousandths of a percent: "3.85" is 38 500 of them. */
export function tenThousandthsOf(percent: Percent): bigint {
  const [whole, fraction = ''] = percent.split('.') as [string, string?];
  return BigInt(whole + fraction.padEnd(4, '0'));
}
