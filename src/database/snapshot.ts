import pg from 'pg';
import { Reads } from './reads.js';

/**
 * Reference data that is small, read by every request and changed rarely (departments, catalogue, regions): held in
 * memory, so that no question joins or fetches it, and reloaded when the database says that one of its tables changed.
 */
export interface Snapshot<T> {
  readonly name: string;
  readonly tables: readonly string[];
  readonly load: (reads: Reads) => Promise<T>;
}

/** Declares a snapshot; used as `context.reference(catalogue)`. */
export const snapshot = <T>(
  name: string,
  tables: readonly string[],
  load: (reads: Reads) => Promise<T>,
): Snapshot<T> => ({ name, tables, load });

/** The channel on which the triggers of reference tables tell that they changed, with the table as payload. */
export const referenceChannel = 'reference_data';

const retryAfter = 1000;

/** The snapshots of one process and the connection that keeps them fresh. */
export class ReferenceData {
  readonly #pool: pg.Pool;
  readonly #snapshots: readonly Snapshot<unknown>[];
  readonly #held = new Map<string, unknown>();
  readonly #report: (message: string) => void;
  #listener: pg.Client | undefined;
  #closed = false;
  #loading: Promise<void> = Promise.resolve();

  private constructor(
    readonly url: string,
    pool: pg.Pool,
    snapshots: readonly Snapshot<unknown>[],
    report: (message: string) => void,
  ) {
    this.#pool = pool;
    this.#snapshots = snapshots;
    this.#report = report;
  }

  /** Loads every snapshot and listens for changes. */
  static async open(
    url: string,
    pool: pg.Pool,
    snapshots: readonly Snapshot<unknown>[],
    report: (message: string) => void,
  ): Promise<ReferenceData> {
    const data = new ReferenceData(url, pool, snapshots, report);
    await data.#listen();
    return data;
  }

  /** The snapshot as it is now. */
  get<T>(wanted: Snapshot<T>): T {
    return this.#held.get(wanted.name) as T;
  }

  /**
   * Loads a snapshot anew, for a deed whose own answer must show what it did; other instances are told by the trigger. A
   * failure is only reported: the deed is done, and the trigger's announcement loads the snapshot again.
   */
  refresh(changed: Snapshot<unknown>): Promise<void> {
    return this.#reload([changed]);
  }

  /** False while changes could go unnoticed: the instance then takes no traffic. */
  get isFresh(): boolean {
    return this.#listener !== undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#listener?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5000, keepAlive: true });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => this.#changed(payload));
    await client.connect();
    await client.query(`listen ${referenceChannel}`);
    // listening first, loading then: what changes in between is loaded again, never missed
    await this.#inTurn(this.#snapshots);
    this.#listener = client;
  }

  #lost(client: pg.Client): void {
    if (this.#listener !== client) return;
    this.#listener = undefined;
    if (!this.#closed) this.#listenAgain();
  }

  #listenAgain(): void {
    setTimeout(() => {
      if (this.#closed) return;
      this.#listen().catch((error: Error) => {
        this.#report(`reference data: ${error.message}`);
        this.#listenAgain();
      });
    }, retryAfter).unref();
  }

  #changed(table: string | undefined): void {
    void this.#reload(this.#snapshots.filter(({ tables }) => table !== undefined && tables.includes(table)));
  }

  #reload(affected: readonly Snapshot<unknown>[]): Promise<void> {
    return this.#inTurn(affected).catch((error: Error) => this.#report(`reference data: ${error.message}`));
  }

  /** One after the other, so that what was read earlier never replaces what was read later. */
  #inTurn(affected: readonly Snapshot<unknown>[]): Promise<void> {
    const loaded = this.#loading.then(() => this.#load(affected));
    this.#loading = loaded.catch(() => undefined);
    return loaded;
  }

  async #load(snapshots: readonly Snapshot<unknown>[]): Promise<void> {
    const reads = new Reads(this.#pool);
    for (const one of snapshots) this.#held.set(one.name, await one.load(reads));
  }
}
