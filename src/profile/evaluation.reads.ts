import type { Day } from '../calendar/day.js';
import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { EvaluationEdition as Edition } from './evaluation.rules.js';
import type { EvaluationDimension } from './evaluation-dimension.entity.js';
import type { EvaluationEdition } from './evaluation-edition.entity.js';
import type { EvaluationRule } from './evaluation-rule.entity.js';

export { weighedSql } from './weighed.sql.js';

const allEditions = statement<EvaluationEdition>(
  'evaluationEditions',
  `select ${columns<EvaluationEdition>('e', [
    'code',
    'title',
    'englishTitle',
    'inForceFrom',
    'aFrom',
    'bFrom',
    'cFrom',
    'kinds',
    'basis',
  ])} from evaluation_edition e order by e.in_force_from`,
);

const allDimensions = statement<EvaluationDimension>(
  'evaluationDimensions',
  `select ${columns<EvaluationDimension>('d', [
    'editionCode',
    'position',
    'code',
    'title',
    'englishTitle',
    'weight',
    'base',
  ])} from evaluation_dimension d order by d.edition_code, d.position`,
);

/** Which items a rule looks at: those it names, or those of its class and polarity. SQL, for `u` and `i`. */
export const ruleItem = `(cardinality(u.named) = 0 or i.code = any(u.named))
  and (u.class is null or i.class = u.class) and (u.polarity is null or i.polarity = u.polarity)`;

const allRules = statement<EvaluationRule>(
  'evaluationRules',
  `select ${columns<EvaluationRule>('u', [
    'editionCode',
    'position',
    'code',
    'dimension',
    'named',
    'class',
    'polarity',
    'severity',
    'values',
    'months',
    'points',
    'most',
    'ceiling',
    'title',
    'englishTitle',
    'basis',
  ])}, array(select distinct i.code from catalogue_item i where ${ruleItem} order by 1) as items
   from evaluation_rule u order by u.edition_code, u.position`,
);

/** An edition with its dimensions and rules. */
export type WholeEdition = EvaluationEdition &
  Edition & {
    readonly dimensions: readonly EvaluationDimension[];
    readonly rules: readonly (EvaluationRule & { readonly items: readonly string[] })[];
  };

/** Every edition of the evaluation, in the order in which they came into force. */
export class Editions {
  constructor(readonly all: readonly WholeEdition[]) {}

  /** The edition in force on a day; none before the first one. */
  on(day: Day): WholeEdition | undefined {
    return this.all.findLast(({ inForceFrom }) => inForceFrom <= day);
  }

  /** The edition with the code. */
  coded(code: string): WholeEdition | undefined {
    return this.all.find((edition) => edition.code === code);
  }
}

/** The editions as they stand. */
export const evaluationEditions = snapshot(
  'evaluationEditions',
  ['evaluation_edition', 'evaluation_dimension', 'evaluation_rule', 'catalogue_item'],
  async (reads): Promise<Editions> => {
    const dimensions = Map.groupBy(await reads.rows(allDimensions), ({ editionCode }) => editionCode);
    const rules = Map.groupBy(await reads.rows(allRules), ({ editionCode }) => editionCode);
    const editions = await reads.rows(allEditions);
    return new Editions(
      editions.map((edition) => ({
        ...edition,
        dimensions: dimensions.get(edition.code) ?? [],
        rules: (rules.get(edition.code) ?? []) as WholeEdition['rules'],
      })),
    );
  },
);
