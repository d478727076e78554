import type { Whose } from './rules.js';

/** What was shown alike of some records, or of what the registry holds of the entity: keys of fields, never values. */
export interface Shown {
  /** Code of the catalogue item; null: the registry. */
  readonly item: string | null;
  /** Ids of the records; none of the registry. */
  readonly records: readonly string[];
  readonly fields: readonly string[];
  /** Fields of which a part was shown. */
  readonly masked: readonly string[];
}

interface OfRecord {
  readonly item: string | null;
  readonly record: string | null;
  readonly fields: string[];
  readonly masked: string[];
}

/**
 * What one answer disclosed that is not public. It is collected where values are given out, not where they are
 * fetched, so that what was fetched and hidden is no reading.
 */
export class ReadingList {
  readonly #ofEntity = new Map<string, Map<string, OfRecord>>();

  /** That the record exists, which not everybody may know. */
  record(entityId: string, item: string, record: string): void {
    this.#at(entityId, item, record);
  }

  /** A value, or a part of it. */
  value({ entityId, item, record, key }: Whose, inPart: boolean): void {
    const shown = this.#at(entityId, item, record);
    const keys = inPart ? shown.masked : shown.fields;
    if (!keys.includes(key)) keys.push(key);
  }

  /** What was shown of an entity once and is given out again as it was. */
  again(entityId: string, shown: readonly Shown[]): void {
    for (const { item, records, fields, masked } of shown) {
      for (const record of records.length > 0 ? records : [null]) {
        if (item !== null && record !== null) this.record(entityId, item, record);
        for (const key of fields) this.value({ entityId, item, record, key }, false);
        for (const key of masked) this.value({ entityId, item, record, key }, true);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#ofEntity.size === 0;
  }

  /** What was shown, entity by entity. */
  entries(): { readonly entityId: string; readonly shown: readonly Shown[] }[] {
    return Array.from(this.#ofEntity, ([entityId, shown]) => ({ entityId, shown: together([...shown.values()]) }));
  }

  #at(entityId: string, item: string | null, record: string | null): OfRecord {
    let ofEntity = this.#ofEntity.get(entityId);
    if (!ofEntity) {
      ofEntity = new Map();
      this.#ofEntity.set(entityId, ofEntity);
    }
    const place = record ?? '';
    let shown = ofEntity.get(place);
    if (!shown) {
      shown = { item, record, fields: [], masked: [] };
      ofEntity.set(place, shown);
    }
    return shown;
  }
}

/** Records of an item of which the same was shown stand together: most of an answer's do. */
function together(parts: readonly OfRecord[]): Shown[] {
  const alike = Map.groupBy(parts, ({ item, fields, masked }) => `${item}:${fields.join()}:${masked.join()}`);
  return Array.from(alike.values(), (same) => {
    const { item, fields, masked } = same[0]!;
    return { item, records: same.flatMap(({ record }) => record ?? []), fields, masked };
  });
}
