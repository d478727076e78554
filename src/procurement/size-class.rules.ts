import { compareDecimals } from '../money/decimal.js';
import type { StepRefusal } from '../workflow/take.js';
import { SizeClass, SizeIndustry, SizeMeasure } from './size-class.words.js';

// How large an enterprise is: Standards for classifying small and medium-sized enterprises (中小企业划型标准规定,
// 工信部联企业〔2011〕300号). A contract goes by the size at its signing (State Council Order 802, art. 3).

/** From which value on an enterprise is of a class: whole persons, or ten thousand yuan (万元). */
export interface Bounds {
  readonly large: string;
  readonly medium: string;
  readonly small: string;
}

const bounds = (large: string, medium: string, small: string): Bounds => ({ large, medium, small });

/** The bounds of item 4, (1) to (16), by what an industry is measured by; the bounds of large enterprises by item 7. */
const standard: Readonly<Record<SizeIndustry, readonly (readonly [SizeMeasure, Bounds])[]>> = {
  [SizeIndustry.AGRICULTURE]: [[SizeMeasure.REVENUE, bounds('20000', '500', '50')]],
  [SizeIndustry.INDUSTRY]: [
    [SizeMeasure.EMPLOYEES, bounds('1000', '300', '20')],
    [SizeMeasure.REVENUE, bounds('40000', '2000', '300')],
  ],
  [SizeIndustry.CONSTRUCTION]: [
    [SizeMeasure.REVENUE, bounds('80000', '6000', '300')],
    [SizeMeasure.ASSETS, bounds('80000', '5000', '300')],
  ],
  [SizeIndustry.WHOLESALE]: [
    [SizeMeasure.EMPLOYEES, bounds('200', '20', '5')],
    [SizeMeasure.REVENUE, bounds('40000', '5000', '1000')],
  ],
  [SizeIndustry.RETAIL]: [
    [SizeMeasure.EMPLOYEES, bounds('300', '50', '10')],
    [SizeMeasure.REVENUE, bounds('20000', '500', '100')],
  ],
  [SizeIndustry.TRANSPORT]: [
    [SizeMeasure.EMPLOYEES, bounds('1000', '300', '20')],
    [SizeMeasure.REVENUE, bounds('30000', '3000', '200')],
  ],
  [SizeIndustry.WAREHOUSING]: [
    [SizeMeasure.EMPLOYEES, bounds('200', '100', '20')],
    [SizeMeasure.REVENUE, bounds('30000', '1000', '100')],
  ],
  [SizeIndustry.POST]: [
    [SizeMeasure.EMPLOYEES, bounds('1000', '300', '20')],
    [SizeMeasure.REVENUE, bounds('30000', '2000', '100')],
  ],
  [SizeIndustry.ACCOMMODATION]: [
    [SizeMeasure.EMPLOYEES, bounds('300', '100', '10')],
    [SizeMeasure.REVENUE, bounds('10000', '2000', '100')],
  ],
  [SizeIndustry.CATERING]: [
    [SizeMeasure.EMPLOYEES, bounds('300', '100', '10')],
    [SizeMeasure.REVENUE, bounds('10000', '2000', '100')],
  ],
  [SizeIndustry.INFORMATION_TRANSMISSION]: [
    [SizeMeasure.EMPLOYEES, bounds('2000', '100', '10')],
    [SizeMeasure.REVENUE, bounds('100000', '1000', '100')],
  ],
  [SizeIndustry.SOFTWARE]: [
    [SizeMeasure.EMPLOYEES, bounds('300', '100', '10')],
    [SizeMeasure.REVENUE, bounds('10000', '1000', '50')],
  ],
  [SizeIndustry.REAL_ESTATE]: [
    [SizeMeasure.REVENUE, bounds('200000', '1000', '100')],
    [SizeMeasure.ASSETS, bounds('10000', '5000', '2000')],
  ],
  [SizeIndustry.PROPERTY_MANAGEMENT]: [
    [SizeMeasure.EMPLOYEES, bounds('1000', '300', '100')],
    [SizeMeasure.REVENUE, bounds('5000', '1000', '500')],
  ],
  [SizeIndustry.LEASING_AND_BUSINESS]: [
    [SizeMeasure.EMPLOYEES, bounds('300', '100', '10')],
    [SizeMeasure.ASSETS, bounds('120000', '8000', '100')],
  ],
  [SizeIndustry.OTHER]: [[SizeMeasure.EMPLOYEES, bounds('300', '100', '10')]],
};

/** What an enterprise says of its size; null: not stated. */
export interface SizeFigures {
  /** Persons employed. */
  readonly employees: number | null;
  /** Operating revenue, in ten thousand yuan. */
  readonly revenue: string | null;
  /** Total assets, in ten thousand yuan. */
  readonly assets: string | null;
}

/** One measure of an industry, what it is and what it reaches. */
export interface Measured {
  readonly measure: SizeMeasure;
  readonly value: string;
  readonly bounds: Bounds;
  /** The class that this measure reaches by itself. */
  readonly reaches: SizeClass;
}

/** How large an enterprise is and why, or why that cannot be told. */
export type SizeVerdict =
  | { readonly refused: null; readonly size: SizeClass; readonly by: readonly Measured[] }
  | { readonly refused: StepRefusal };

/** From the smallest to the largest. */
const ascending = [SizeClass.MICRO, SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE] as const;

/**
 * How large an enterprise of the industry is. It must reach every bound of a class to be of it, otherwise it falls to the
 * next lower one: so its class is the lowest that any of its measures reaches.
 */
export function sizeClassOf(industry: SizeIndustry, figures: SizeFigures): SizeVerdict {
  const by: Measured[] = [];
  for (const [measure, limits] of standard[industry]) {
    const value = figureOf(measure, figures);
    if (value === null) return { refused: { reason: 'SIZE_MEASURE_MISSING', params: { industry, measure } } };
    if (!written[measure].test(value)) return { refused: { reason: 'SIZE_MEASURE', params: { measure, value } } };
    by.push({ measure, value, bounds: limits, reaches: reached(value, limits) });
  }
  const size = ascending.find((one) => by.some(({ reaches }) => reaches === one))!;
  return { refused: null, size, by };
}

const tenThousands = /^\d{1,14}(\.\d{1,6})?$/;

const written: Readonly<Record<SizeMeasure, RegExp>> = {
  [SizeMeasure.EMPLOYEES]: /^\d{1,9}$/,
  [SizeMeasure.REVENUE]: tenThousands,
  [SizeMeasure.ASSETS]: tenThousands,
};

function figureOf(measure: SizeMeasure, { employees, revenue, assets }: SizeFigures): string | null {
  if (measure === SizeMeasure.REVENUE) return revenue;
  if (measure === SizeMeasure.ASSETS) return assets;
  return employees === null ? null : String(employees);
}

function reached(value: string, { large, medium, small }: Bounds): SizeClass {
  const reaches = (bound: string) => compareDecimals(value, bound) >= 0;
  if (reaches(large)) return SizeClass.LARGE;
  if (reaches(medium)) return SizeClass.MEDIUM;
  return reaches(small) ? SizeClass.SMALL : SizeClass.MICRO;
}
