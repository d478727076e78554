import type { Day } from '../calendar/day.js';
import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { CatalogueField, FieldRole } from './catalogue-field.entity.js';
import type { CatalogueItem } from './catalogue-item.entity.js';
import type { ClassificationRule } from './classification-rule.entity.js';

/** An edition of an item with everything that was declared under it. */
export interface Item extends CatalogueItem {
  readonly fields: readonly CatalogueField[];
  readonly classification: readonly ClassificationRule[];
}

/** The field that plays the role in the item's records, if one does. */
export const fieldWithRole = (item: Item, role: FieldRole): CatalogueField | undefined =>
  item.fields.find((field) => field.role === role);

/** The whole catalogue, every edition. */
export class Catalogue {
  readonly #byId: ReadonlyMap<string, Item>;

  constructor(readonly items: readonly Item[]) {
    this.#byId = new Map(items.map((item) => [item.id, item]));
  }

  /** The edition that a record came under. */
  edition(id: string): Item {
    return this.#byId.get(id)!;
  }

  /** The items in force on a day, by code. */
  inForce(on: Day): Item[] {
    return this.items.filter(
      (item) => item.inForceFrom <= on && (item.inForceUntil === null || item.inForceUntil >= on),
    );
  }

  /** The edition of an item that is in force on a day. */
  item(code: string, on: Day): Item | undefined {
    return this.inForce(on).find((item) => item.code === code);
  }
}

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
    'amountFrom',
    'severity',
    'basis',
    'edition',
  ])} from classification_rule c`,
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
