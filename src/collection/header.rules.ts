import type { Item } from '../catalogue/catalogue.js';
import { Refusal } from '../messages/refusal.js';

/**
 * Columns of a file of an item: each titled by its field's key or Chinese title, in any order. A file whose header lacks
 * a required field, or has a column of no field, is not a file of this item and is refused whole before anything is
 * written: nothing that was sent is dropped in silence.
 */
export function columnsOf(item: Item): (header: readonly string[]) => string[] {
  return (header) => {
    const keys = new Map(item.fields.flatMap(({ key, title }) => [[title, key] as const, [key, key] as const]));
    const missing = item.fields.filter(
      ({ key, title, required }) => required && !header.includes(key) && !header.includes(title),
    );
    const unknown = header.filter((title) => !keys.has(title));
    const twice = header.filter(
      (title, i) => keys.has(title) && header.findIndex((other) => keys.get(other) === keys.get(title)) !== i,
    );
    if (missing.length + unknown.length + twice.length > 0) {
      throw new Refusal('HEADER_UNKNOWN', {
        item: item.code,
        missing: missing.map(({ key }) => key).join(', ') || '-',
        unknown:
          [...unknown, ...twice]
            .map((title) => title.slice(0, 50) || '""')
            .join(', ')
            .slice(0, 300) || '-',
      });
    }
    return header.map((title) => keys.get(title)!);
  };
}
