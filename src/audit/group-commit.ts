import { setTimeout as pause } from 'node:timers/promises';

/** How many rows go into one insert at most, so that a burst does not become one statement without end. */
const mostRows = 2000;

interface Group<Row> {
  readonly rows: Row[];
  readonly written: PromiseWithResolvers<void>;
}

/**
 * Writes rows for many callers by few inserts: what is asked while an insert is on its way goes together in the next one.
 * Every caller waits until its own rows are committed; when an insert fails, all callers of that insert learn of it. Inserts
 * keep a pace: one that follows closely upon another waits a little for company, one alone goes at once.
 */
export class GroupCommit<Row> {
  readonly #insert: (rows: readonly Row[]) => Promise<void>;
  readonly #groups: Group<Row>[] = [];
  readonly #pace: number;
  #busy = false;
  #began = 0;

  /** @param pace milliseconds between the beginnings of two inserts at least */
  constructor(insert: (rows: readonly Row[]) => Promise<void>, pace = 0) {
    this.#insert = insert;
    this.#pace = pace;
  }

  /** Resolves when the rows are committed. */
  write(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return Promise.resolve();
    let group = this.#groups.at(-1);
    if (!group || group.rows.length + rows.length > mostRows) {
      group = { rows: [], written: Promise.withResolvers<void>() };
      this.#groups.push(group);
    }
    for (const row of rows) group.rows.push(row);
    if (!this.#busy) void this.#writeAll();
    return group.written.promise;
  }

  async #writeAll(): Promise<void> {
    this.#busy = true;
    while (this.#groups.length > 0) {
      const early = this.#began + this.#pace - performance.now();
      if (early > 0) await pause(early);
      this.#began = performance.now();
      const group = this.#groups.shift()!;
      await this.#insert(group.rows).then(group.written.resolve, group.written.reject);
    }
    this.#busy = false;
  }
}
