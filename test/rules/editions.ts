import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dimensionOf, editionOf, ruleOf } from '../../seeds/evaluation.js';
import { Severity } from '../../src/catalogue/catalogue-item.entity.js';
import { projectRoot } from '../../src/config.js';
import type { EvaluationEdition, WeighedRecord } from '../../src/profile/evaluation.rules.js';
import { type Line, lines } from './reference.js';

const read = (name: string): Line[] =>
  parse(readFileSync(join(projectRoot, 'seeds', 'reference', `${name}.csv`)), { columns: true, bom: true });

/** The files of the evaluation as they are written. */
export const published = {
  editions: read('evaluation-editions').map(editionOf),
  dimensions: read('evaluation-dimensions').map(dimensionOf),
  rules: read('evaluation-rules').map(ruleOf),
  gradedFields: read('graded-fields'),
} as const;

/** An edition of the reference files, its rules with the items that they look at. */
export function publishedEdition(code: string): EvaluationEdition {
  const edition = published.editions.find((one) => one.code === code)!;
  const rules = published.rules
    .filter(({ editionCode }) => editionCode === code)
    .map((rule) => ({
      ...rule,
      items: lines.items
        .filter((item) => rule.named.length === 0 || rule.named.includes(item['code']!))
        .filter((item) => rule.class === null || rule.class === item['class'])
        .filter((item) => rule.polarity === null || rule.polarity === item['polarity'])
        .map((item) => item['code']!),
    }));
  return { ...edition, rules, dimensions: published.dimensions.filter(({ editionCode }) => editionCode === code) };
}

let made = 0;

/** A record of an item that is weighed. */
export const weighed = (itemCode: string, said: Partial<WeighedRecord> = {}): WeighedRecord => ({
  id: `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  itemCode,
  severity: lines.items.find(({ code }) => code === itemCode)!['polarity'] === 'ADVERSE' ? Severity.GENERAL : null,
  determinedOn: '2026-05-11',
  value: null,
  ...said,
});
