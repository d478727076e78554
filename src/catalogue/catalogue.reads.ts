import type { Context } from '../context.js';
import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import { Refusal } from '../messages/refusal.js';
import { Catalogue, type Item } from './catalogue.js';
import type { CatalogueField } from './catalogue-field.entity.js';
import type { CatalogueItem } from './catalogue-item.entity.js';
import type { ClassificationRule } from './classification-rule.entity.js';

const allItems = statement<CatalogueItem>(
  'catalogueItems',
  `select ${columns<CatalogueItem>('i', [
    'id',
    'code',
    'title',
    'englishTitle',
    'class',
    'providerCode',
    'polarity',
    'sharing',
    'disclosure',
    'legalBasis',
    'retention',
    'updateFrequency',
    'edition',
    'inForceFrom',
    'inForceUntil',
    'severity',
    'publishesMinor',
    'publishesMinorBasis',
    'repairExclusion',
  ])} from catalogue_item i order by i.code, i.in_force_from`,
);

const allFields = statement<CatalogueField>(
  'catalogueFields',
  `select ${columns<CatalogueField>('f', [
    'itemId',
    'position',
    'key',
    'title',
    'type',
    'length',
    'required',
    'requiredWhen',
    'options',
    'disclosure',
    'masking',
    'role',
    'unit',
  ])} from catalogue_field f order by f.item_id, f.position`,
);

const allRules = statement<ClassificationRule>(
  'classificationRules',
  `select ${columns<ClassificationRule>('c', [
    'itemId',
    'fieldKey',
    'contains',
    'amountKey',
    'severity',
    'basis',
    'edition',
  ])}, trim_scale(c.amount_from)::text as "amountFrom" from classification_rule c
   order by c.item_id, array_position(array['SERIOUS', 'GENERAL', 'MINOR'], c.severity), c.field_key desc, c.id`,
);

/** The catalogue as it stands. */
export const catalogue = snapshot(
  'catalogue',
  ['catalogue_item', 'catalogue_field', 'classification_rule'],
  async (reads): Promise<Catalogue> => {
    const fields = Map.groupBy(await reads.rows(allFields), ({ itemId }) => itemId);
    const rules = Map.groupBy(await reads.rows(allRules), ({ itemId }) => itemId);
    const items = await reads.rows(allItems);
    return new Catalogue(
      items.map((item) => ({ ...item, fields: fields.get(item.id) ?? [], classification: rules.get(item.id) ?? [] })),
    );
  },
);

/** The edition of an item that is in force today; an unknown code is refused. */
export function itemInForce({ reference, today }: Pick<Context, 'reference' | 'today'>, code: string): Item {
  const item = reference(catalogue).item(code, today);
  if (!item) throw new Refusal('UNKNOWN_ITEM', { item: code.slice(0, 100) });
  return item;
}
