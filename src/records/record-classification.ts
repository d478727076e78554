import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Item } from '../catalogue/catalogue.js';
import { Severity } from '../catalogue/catalogue-item.entity.js';
import type { CreditRecord } from './credit-record.entity.js';
import { longestPublicity, shortestPublicity } from './publicity.rules.js';
import { classificationOf } from './severity.rules.js';

/** On which law a severity rests where no rule of the item says it. */
/** What the periods rest on, whatever rule classifies. */
export const publicityBasis = 'NDRC Order 36 (信用修复管理办法); 国办发〔2025〕22号, item 2';

/** By which rule a record is as grave as it is, and for how long it is published. */
@ObjectType({
  simpleResolvers: true,
  description: 'By which rule a record is as grave as it is, and how long it is published. 失信程度认定依据及公示期限',
})
export class RecordClassification {
  @Access(anyone)
  @Field(() => Severity, { description: 'How grave it is. 失信程度' })
  readonly severity!: Severity;

  @Access(anyone)
  @Field(() => String, { description: 'The rule that says so. 认定依据' })
  readonly basis!: string;

  @Access(anyone)
  @Field(() => Int, {
    description:
      'Months of publicity after which it can be repaired; 0: as soon as every duty is done. 最短公示期（月）',
  })
  readonly minimumMonths!: number;

  @Access(anyone)
  @Field(() => Int, {
    description: 'Months after which publicity ends by itself; 0: it is not published. 最长公示期（月）',
  })
  readonly maximumMonths!: number;

  @Access(anyone)
  @Field(() => String, { description: 'Edition of the rule, else of the item. 版本' })
  readonly edition!: string;
}

/** The classification of a record; null of what is not adverse. */
export function recordClassification(
  { severity, content }: Pick<CreditRecord, 'severity' | 'content'>,
  item: Item,
): RecordClassification | null {
  if (severity === null) return null;
  const found = classificationOf(item, content);
  // a record keeps its severity when the rules change under it
  const rule = found?.severity === severity ? found.rule : null;
  return {
    severity,
    basis: rule?.basis ?? publicityBasis,
    minimumMonths: shortestPublicity(severity),
    maximumMonths: longestPublicity(severity, item.publishesMinor),
    edition: rule?.edition ?? item.edition,
  };
}
