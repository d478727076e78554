import { type CatalogueItem, Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import type { ClassificationRule } from '../catalogue/classification-rule.entity.js';
import { compareDecimals } from '../money/decimal.js';

const gravity = [Severity.MINOR, Severity.GENERAL, Severity.SERIOUS];

type Content = Readonly<Record<string, string>>;

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
export function severityOf(
  item: Pick<CatalogueItem, 'polarity' | 'severity'> & { readonly classification: readonly ClassificationRule[] },
  content: Content,
): Severity | null {
  if (item.polarity !== Polarity.ADVERSE) return null;
  const found = item.classification.filter((rule) => applies(rule, content)).map(({ severity }) => severity);
  return gravity.findLast((severity) => found.includes(severity)) ?? item.severity ?? Severity.GENERAL;
}
