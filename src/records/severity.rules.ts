import { type CatalogueItem, Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import type { ClassificationRule } from '../catalogue/classification-rule.entity.js';
import { compareDecimals } from '../money/decimal.js';

const gravity = [Severity.MINOR, Severity.GENERAL, Severity.SERIOUS];

type Content = Readonly<Record<string, string>>;
type Classifying = Pick<CatalogueItem, 'polarity' | 'severity'> & {
  readonly classification: readonly ClassificationRule[];
};

/** How grave a record is, and by which rule; none where the item says it of all its records, or nobody does. */
export interface Classified {
  readonly severity: Severity;
  readonly rule: ClassificationRule | null;
}

function applies(rule: ClassificationRule, content: Content): boolean {
  if (!(content[rule.fieldKey] ?? '').includes(rule.contains)) return false;
  if (rule.amountKey === null || rule.amountFrom === null) return true;
  const amount = content[rule.amountKey];
  return amount !== undefined && compareDecimals(amount, rule.amountFrom) >= 0;
}

/**
 * How grave a record is: the gravest of the item's classification rules that apply, else what the item says of all its
 * records. Only adverse records have a severity.
 */
export function classificationOf(item: Classifying, content: Content): Classified | null {
  if (item.polarity !== Polarity.ADVERSE) return null;
  const found = item.classification.filter((rule) => applies(rule, content));
  const severity = gravity.findLast((one) => found.some((rule) => rule.severity === one));
  if (severity === undefined) return { severity: item.severity ?? Severity.GENERAL, rule: null };
  return { severity, rule: found.find((rule) => rule.severity === severity)! };
}

/** The severity alone; null of what is not adverse. */
export const severityOf = (item: Classifying, content: Content): Severity | null =>
  classificationOf(item, content)?.severity ?? null;
