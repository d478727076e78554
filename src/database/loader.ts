import DataLoader from 'dataloader';

/** How many keys are answered at once. Declared as a value: `export const recordsOfEntity = batch(…)`. */
export interface Batch<Context, Key, Value> {
  /** The values in the order of the keys. */
  readonly answer: (context: Context, keys: readonly Key[]) => Promise<Value[]>;
  /** What makes two keys the same. */
  readonly cacheKey: (key: Key) => string;
}

/** Declares a batch. Keys that are not strings say what makes them the same. */
export const batch = <Context, Key, Value>(
  answer: Batch<Context, Key, Value>['answer'],
  cacheKey: (key: Key) => string = String,
): Batch<Context, Key, Value> => ({ answer, cacheKey });

/** Answers one key together with the others of the same moment. */
export type Load<Context> = <Key, Value>(wanted: Batch<Context, Key, Value>, key: Key) => Promise<Value>;

/** The loaders of one request: made when first used, gone with it. */
export function loaders<Context>(context: () => Context): Load<Context> {
  const made = new Map<unknown, DataLoader<unknown, unknown, string>>();
  return <Key, Value>(wanted: Batch<Context, Key, Value>, key: Key): Promise<Value> => {
    let loader = made.get(wanted);
    if (!loader) {
      loader = new DataLoader<unknown, unknown, string>((keys) => wanted.answer(context(), keys as readonly Key[]), {
        cacheKeyFn: wanted.cacheKey as (key: unknown) => string,
      });
      made.set(wanted, loader);
    }
    return loader.load(key) as Promise<Value>;
  };
}

/** Puts rows in the order of the keys they answer; a key without a row gets null. */
export function inOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
