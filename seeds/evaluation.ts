import type { EntityManager } from '@mikro-orm/postgresql';
import { v5 as uuidOf } from 'uuid';
import { insertRows, upsertRows } from '../src/database/bulk.js';
import { EvaluationDimension } from '../src/profile/evaluation-dimension.entity.js';
import { EvaluationEdition } from '../src/profile/evaluation-edition.entity.js';
import { EvaluationRule } from '../src/profile/evaluation-rule.entity.js';
import { GradedField } from '../src/profile/graded-field.entity.js';

type Row = Record<string, string>;

/** The files of the evaluation, as they stand in `seeds/reference`. */
export const evaluationFiles = [
  'graded-fields',
  'evaluation-editions',
  'evaluation-dimensions',
  'evaluation-rules',
] as const;

/** Ids of rules and dimensions follow from what they are, so that every database has the same ones. */
const space = '0d0f3a5c-4b0e-5d7b-9c55-2f6f6c2e3a10';

/**
 * Loads the editions that are not there yet, each whole. What was published stands: an edition that is known keeps its rules,
 * whatever the files say of it.
 */
export async function loadEvaluation(unit: EntityManager, rowsOf: (name: string) => Promise<Row[]>): Promise<void> {
  const [graded, editions, dimensions, rules] = (await Promise.all(evaluationFiles.map(rowsOf))) as [
    Row[],
    Row[],
    Row[],
    Row[],
  ];
  await upsertRows(
    unit,
    GradedField,
    graded.map((row) => ({ itemCode: row['item']!, fieldKey: row['field']! })),
  );
  const known = new Set((await unit.findAll(EvaluationEdition, { fields: ['code'] })).map(({ code }) => code));
  const isNew = (code: string | undefined): boolean => !known.has(code!);
  await insertRows(unit, EvaluationEdition, editions.filter(({ code }) => isNew(code)).map(editionOf));
  await insertRows(unit, EvaluationDimension, dimensions.filter(({ edition }) => isNew(edition)).map(dimensionOf));
  await insertRows(unit, EvaluationRule, rules.filter(({ edition }) => isNew(edition)).map(ruleOf));
}

const text = <Value extends string>(value: string | undefined): Value | null => (value ? (value as Value) : null);
const list = <Value extends string>(value: string | undefined): Value[] => (value ? (value.split('|') as Value[]) : []);
const number = (value: string | undefined): number | null => (value ? Number(value) : null);

/** An edition as its row says it; without its dimensions and rules, which have rows of their own. */
export const editionOf = (row: Row): EvaluationEdition => ({
  code: row['code']!,
  title: row['title']!,
  englishTitle: row['english_title']!,
  inForceFrom: row['in_force_from']!,
  aFrom: Number(row['a_from']),
  bFrom: Number(row['b_from']),
  cFrom: Number(row['c_from']),
  kinds: list(row['kinds']),
  basis: row['basis']!,
});

/** A dimension as its row says it. */
export const dimensionOf = (row: Row): EvaluationDimension => ({
  id: uuidOf(`dimension:${row['edition']}:${row['code']}`, space),
  editionCode: row['edition']!,
  position: Number(row['position']),
  code: row['code']!,
  title: row['title']!,
  englishTitle: row['english_title']!,
  weight: Number(row['weight']),
  base: Number(row['base']),
});

/** A rule as its row says it. */
export const ruleOf = (row: Row): EvaluationRule => ({
  id: uuidOf(`rule:${row['edition']}:${row['code']}`, space),
  editionCode: row['edition']!,
  position: Number(row['position']),
  code: row['code']!,
  dimension: row['dimension']!,
  named: list(row['items']),
  class: text(row['class']),
  polarity: text(row['polarity']),
  severity: text(row['severity']),
  values: list(row['values']),
  months: number(row['months']),
  points: Number(row['points']),
  most: Number(row['most']),
  ceiling: text(row['ceiling']),
  title: row['title']!,
  englishTitle: row['english_title']!,
  basis: row['basis']!,
});
