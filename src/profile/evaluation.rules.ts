import { type Day, daysAfter, monthsAfter } from '../calendar/day.js';
import type { Severity } from '../catalogue/catalogue-item.entity.js';
import { Grade } from './grade.words.js';

/** A record as the evaluation weighs it: in force on the day, undisputed, of an item that departments share. */
export interface WeighedRecord {
  readonly id: string;
  readonly itemCode: string;
  readonly severity: Severity | null;
  readonly determinedOn: Day;
  /** What the item's graded field says, such as a tax grade or whether a commitment was kept; null: it has none. */
  readonly value: string | null;
}

/** A part of the whole, worth `weight` percent of it. */
export interface WeighedDimension {
  readonly code: string;
  /** Percent of the score; those of an edition sum to 100. */
  readonly weight: number;
  /** Points, of 100, of an entity of which nothing is recorded. */
  readonly base: number;
}

/** What records earn or cost. All that a rule names must hold of a record. */
export interface WeighingRule {
  readonly code: string;
  /** The dimension in which the points count. */
  readonly dimension: string;
  /** Codes of the items whose records it looks at. */
  readonly items: readonly string[];
  readonly severity: Severity | null;
  /** Values of the item's graded field of which one must stand there; empty: any. */
  readonly values: readonly string[];
  /** Months after the determination during which a record counts; null: as long as it is in force. */
  readonly months: number | null;
  /** Points a record, of the 100 of its dimension. */
  readonly points: number;
  /** How many records count at most. */
  readonly most: number;
  /** The best grade while it fires; null: any. */
  readonly ceiling: Grade | null;
}

/** An edition of the evaluation: its bands, dimensions and rules, which never change once it is in force. */
export interface EvaluationEdition {
  readonly code: string;
  readonly inForceFrom: Day;
  /** Least scores, in hundredths of a point, of A, B and C. */
  readonly aFrom: number;
  readonly bFrom: number;
  readonly cFrom: number;
  readonly dimensions: readonly WeighedDimension[];
  readonly rules: readonly WeighingRule[];
}

/** A rule that fired, on which records, the newest determination first, and what came of it. */
export interface Fired {
  readonly rule: string;
  readonly records: readonly string[];
  /** Points of its dimension: those of a record, times as many as count. */
  readonly points: number;
}

/** What a dimension came to, of 100 points. */
export interface DimensionScore {
  readonly dimension: string;
  readonly points: number;
}

/** What an edition says of an entity's records. */
export interface Evaluation {
  /** In hundredths of a point: 0 to 10,000. */
  readonly score: number;
  readonly grade: Grade;
  readonly dimensions: readonly DimensionScore[];
  /** In the order of the edition's rules. */
  readonly fired: readonly Fired[];
}

const newestFirst = (one: WeighedRecord, other: WeighedRecord): number =>
  one.determinedOn === other.determinedOn
    ? one.id < other.id
      ? 1
      : -1
    : one.determinedOn < other.determinedOn
      ? 1
      : -1;

const earliest = { today: '', byMonths: new Map<number, Day>() };

/**
 * The earliest day from which a period of months has not ended before a day. Every question asks it of every record, so it is
 * worked out once a day: dates cost more than all else about them.
 */
export function earliestWithin(months: number, today: Day): Day {
  if (earliest.today !== today) Object.assign(earliest, { today, byMonths: new Map() });
  let day = earliest.byMonths.get(months);
  if (day === undefined) {
    // the corresponding day back can be the last of a shorter month, from which the period ends too early
    day = monthsAfter(today, -months);
    while (monthsAfter(day, months) < today) day = daysAfter(day, 1);
    earliest.byMonths.set(months, day);
  }
  return day;
}

/** Whether a rule looks at a record on a day: on the last day of its months it still does. */
const firesOn = (rule: WeighingRule, record: WeighedRecord, today: Day): boolean =>
  rule.items.includes(record.itemCode) &&
  (rule.severity === null || rule.severity === record.severity) &&
  (rule.values.length === 0 || (record.value !== null && rule.values.includes(record.value))) &&
  (rule.months === null || record.determinedOn >= earliestWithin(rule.months, today));

const clamped = (points: number): number => Math.max(0, Math.min(100, points));

/** What the fired rules make of each dimension: its base and their points, never below 0 nor above 100. */
export function dimensionScores(edition: EvaluationEdition, fired: readonly Fired[]): DimensionScore[] {
  const dimensionOf = new Map(edition.rules.map(({ code, dimension }) => [code, dimension]));
  return edition.dimensions.map(({ code, base }) => {
    const ofIt = fired.filter(({ rule }) => dimensionOf.get(rule) === code);
    return { dimension: code, points: clamped(ofIt.reduce((sum, { points }) => sum + points, base)) };
  });
}

const grades = Object.values(Grade);

/** The worse of two grades. */
const worse = (one: Grade, other: Grade): Grade => (grades.indexOf(one) > grades.indexOf(other) ? one : other);

/** The grade that a score alone gives, in hundredths of a point. */
function gradeOfScore({ aFrom, bFrom, cFrom }: EvaluationEdition, score: number): Grade {
  if (score >= aFrom) return Grade.A;
  if (score >= bFrom) return Grade.B;
  return score >= cFrom ? Grade.C : Grade.D;
}

/**
 * What an edition says of records on a day: whole numbers throughout, so that the same records give the same score here and
 * in the database. The nightly evaluation says the same in SQL; a test holds the two together.
 *
 * @param records those that count: in force, undisputed, of shared items (`weighedSql`)
 */
export function evaluate(edition: EvaluationEdition, records: readonly WeighedRecord[], today: Day): Evaluation {
  const ordered = [...records].sort(newestFirst);
  const fired = edition.rules.flatMap((rule): Fired[] => {
    const on = ordered.filter((record) => firesOn(rule, record, today)).map(({ id }) => id);
    if (on.length === 0) return [];
    return [{ rule: rule.code, records: on, points: rule.points * Math.min(on.length, rule.most) }];
  });
  const dimensions = dimensionScores(edition, fired);
  const weights = new Map(edition.dimensions.map(({ code, weight }) => [code, weight]));
  const score = dimensions.reduce((sum, { dimension, points }) => sum + weights.get(dimension)! * points, 0);
  const firedCodes = new Set(fired.map(({ rule }) => rule));
  const grade = edition.rules
    .filter(({ code, ceiling }) => ceiling !== null && firedCodes.has(code))
    .reduce((best, { ceiling }) => worse(best, ceiling!), gradeOfScore(edition, score));
  return { score, grade, dimensions, fired };
}
