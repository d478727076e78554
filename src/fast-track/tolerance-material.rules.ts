import type { Day } from '../calendar/day.js';
import type { StepRefusal } from '../workflow/take.js';
import type { MissingMaterial } from './tolerance-parts.js';

/** A material that a service item needs. */
export interface NeededMaterial {
  readonly code: string;
  readonly title: string;
  /** Whether nothing can be examined without it (主审要件). */
  readonly core: boolean;
}

/** What is supplied of one material. */
export interface Supplied {
  readonly code: string;
  /** Id of the uploaded file; null: none. */
  readonly attachment: string | null;
  /** It was handed over at the counter: only the clerk can say so. */
  readonly atCounter: boolean;
}

const refused = (reason: StepRefusal['reason'], params: StepRefusal['params'] = {}): StepRefusal => ({
  reason,
  params,
});

/**
 * Why these materials cannot be tolerated as missing; null: they can. Only supplementary material of the item is
 * (深圳市容缺办理管理办法; 优化营商环境条例 of Guangdong, art. 32, of Henan, art. 35).
 */
export function faultOfMissing(
  needed: readonly NeededMaterial[],
  missing: readonly string[],
  item: string,
): StepRefusal | null {
  if (missing.length === 0) return refused('TOLERANCE_NOTHING_MISSING', { item });
  for (const code of missing) {
    const material = needed.find((one) => one.code === code);
    if (!material) {
      const known = needed.filter(({ core }) => !core).map((one) => one.code);
      return refused('TOLERANCE_MATERIAL_UNKNOWN', { material: code.slice(0, 100), item, known: known.join(', ') });
    }
    if (material.core) return refused('TOLERANCE_CORE_MISSING', { material: code, title: material.title, item });
  }
  return null;
}

/** The materials as they begin: each missing, in the order of the item, named once. */
export const missingOf = (needed: readonly NeededMaterial[], missing: readonly string[]): MissingMaterial[] =>
  needed
    .filter(({ code }) => missing.includes(code))
    .map(({ code, title }) => ({ code, title, suppliedOn: null, attachment: null, atCounter: false, rejected: null }));

/** What is wrong with what is supplied; null: nothing. */
export function faultOfSupply(
  missing: readonly MissingMaterial[],
  supplied: readonly Supplied[],
  byClerk: boolean,
): StepRefusal | null {
  if (supplied.length === 0) return refused('TOLERANCE_NOTHING_SUPPLIED');
  const seen = new Set<string>();
  for (const { code, attachment, atCounter } of supplied) {
    const one = missing.find((material) => material.code === code);
    if (!one) return refused('TOLERANCE_NOT_MISSING', { material: code.slice(0, 100), missing: codesOf(missing) });
    if (one.suppliedOn !== null || seen.has(code)) return refused('TOLERANCE_SUPPLIED_ALREADY', { material: code });
    seen.add(code);
    if (attachment === null && !atCounter) return refused('TOLERANCE_SUPPLY_EMPTY', { material: code });
    if (atCounter && !byClerk) return refused('TOLERANCE_COUNTER_CLERK', { material: code });
  }
  return null;
}

/** The materials after something was supplied. */
export const afterSupply = (
  missing: readonly MissingMaterial[],
  supplied: readonly Supplied[],
  today: Day,
): MissingMaterial[] =>
  missing.map((one) => {
    const what = supplied.find(({ code }) => code === one.code);
    if (!what || one.suppliedOn !== null) return one;
    const { attachment, atCounter } = what;
    return { ...one, suppliedOn: today, attachment, atCounter, rejected: null };
  });

/** What is wrong with rejecting these materials; null: nothing. */
export function faultOfRejection(missing: readonly MissingMaterial[], rejected: readonly string[]): StepRefusal | null {
  if (rejected.length === 0) return refused('TOLERANCE_NOTHING_REJECTED');
  const other = rejected.find((code) => !missing.some((one) => one.code === code));
  return other === undefined
    ? null
    : refused('TOLERANCE_NOT_MISSING', { material: other.slice(0, 100), missing: codesOf(missing) });
}

/** The materials after some were rejected: these are missing again, with the reason. */
export const afterRejection = (
  missing: readonly MissingMaterial[],
  rejected: readonly string[],
  reason: string,
): MissingMaterial[] =>
  missing.map((one) =>
    rejected.includes(one.code)
      ? { ...one, suppliedOn: null, attachment: null, atCounter: false, rejected: reason }
      : one,
  );

/** Whether nothing is missing any more. */
export const isComplete = (missing: readonly MissingMaterial[]): boolean =>
  missing.every(({ suppliedOn }) => suppliedOn !== null);

/** What is still missing, as it is written: 营业场所证明、身份证明. */
export const stillMissing = (missing: readonly MissingMaterial[]): string =>
  missing
    .filter(({ suppliedOn }) => suppliedOn === null)
    .map(({ title }) => title)
    .join('、');

const codesOf = (missing: readonly MissingMaterial[]): string => missing.map(({ code }) => code).join(', ');
