import { SizeIndustry } from './size-class.words.js';

/** Industries of the standard by section of GB/T 4754-2017, where a whole section is of one. */
const bySection: Readonly<Record<string, SizeIndustry>> = {
  A: SizeIndustry.AGRICULTURE,
  B: SizeIndustry.INDUSTRY,
  C: SizeIndustry.INDUSTRY,
  D: SizeIndustry.INDUSTRY,
  E: SizeIndustry.CONSTRUCTION,
  L: SizeIndustry.LEASING_AND_BUSINESS,
  M: SizeIndustry.OTHER,
  N: SizeIndustry.OTHER,
  O: SizeIndustry.OTHER,
  P: SizeIndustry.OTHER,
  Q: SizeIndustry.OTHER,
  R: SizeIndustry.OTHER,
  S: SizeIndustry.OTHER,
  T: SizeIndustry.OTHER,
};

/** By division, where a section is of several. Railways (G53) are left out by item 3 and classed by reference (item 6). */
const byDivision: Readonly<Record<string, SizeIndustry>> = {
  F51: SizeIndustry.WHOLESALE,
  F52: SizeIndustry.RETAIL,
  G53: SizeIndustry.OTHER,
  G54: SizeIndustry.TRANSPORT,
  G55: SizeIndustry.TRANSPORT,
  G56: SizeIndustry.TRANSPORT,
  G57: SizeIndustry.TRANSPORT,
  G58: SizeIndustry.TRANSPORT,
  G59: SizeIndustry.WAREHOUSING,
  G60: SizeIndustry.POST,
  H61: SizeIndustry.ACCOMMODATION,
  H62: SizeIndustry.CATERING,
  I63: SizeIndustry.INFORMATION_TRANSMISSION,
  I64: SizeIndustry.INFORMATION_TRANSMISSION,
  I65: SizeIndustry.SOFTWARE,
};

const code = /^[A-T](\d{2})?$/;

/**
 * The industry of the standard that a section or division of GB/T 4754-2017 such as `F51` belongs to, as a default: an
 * enterprise is classed by what it does. Null where the code does not decide: a section of several, real estate (K70 is
 * development or management of property), finance (J, which has a standard of its own, 银发〔2015〕309号), no code at all.
 * Handling of cargo, in the division of warehousing (G59) since 2017, is transport, and has to be stated.
 */
export function sizeIndustryOf(industryCode: string): SizeIndustry | null {
  if (!code.test(industryCode)) return null;
  return byDivision[industryCode] ?? bySection[industryCode[0]!] ?? null;
}
