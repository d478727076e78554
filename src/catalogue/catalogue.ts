import { isSecret } from '../access/masking.js';
import type { Day } from '../calendar/day.js';
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

/** The fields whose values are kept sealed. */
export const secretFields = (item: Item): readonly CatalogueField[] =>
  item.fields.filter(({ masking }) => isSecret(masking));

/** The whole catalogue, every edition. */
export class Catalogue {
  readonly #byId: ReadonlyMap<string, Item>;

  /** Ids of every edition of every item. */
  readonly ids: readonly string[];

  constructor(readonly items: readonly Item[]) {
    this.ids = items.map(({ id }) => id);
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
