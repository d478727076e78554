import type pg from 'pg';
import type { AuditLog } from './audit-log.js';
import { contentOf, leafOf } from './leaf.js';
import { beginning } from './position.js';
import type { Seal } from './seal.entity.js';
import { makeSeal, type SealedEntry } from './seal.js';
import {
  completeEntries,
  deedsByIds,
  firstUnsealed,
  insertSeal,
  lastSeal,
  restoredEntries,
  type Sender,
  type Span,
  spanAfter,
  transactionsRestarted,
  type UnsealedEntry,
} from './seal.reads.js';
import type { SigningKey } from './signing-key.js';

/** Of all instances on a database the one that holds this lock seals. ("seal" in ASCII) */
const sealingLock = 0x7365616c;

const pause = 1000;

/** What is to be sealed next. */
interface Next {
  readonly entries: readonly UnsealedEntry[];
  readonly newEpoch: boolean;
  /** Where more may come. */
  readonly span: Span;
}

/**
 * Seals the logs of the database every second while the server runs. It stops short of transactions that have not ended, since
 * one of them may still put an entry before those that are already there. What it seals is the leaf that the writer computed:
 * cheaper than reading the entries again, and an entry that was changed between its writing and its sealing does not fit its
 * leaf, which whoever verifies computes anew.
 */
export class Sealer {
  readonly #pool: pg.Pool;
  readonly #key: SigningKey;
  readonly #log: AuditLog;
  readonly #failed: (error: Error) => void;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;
  /** Whether a restore may have happened since entries were last sealed. */
  #perhapsRestored = true;

  /** @param failed told when a round of sealing failed; the next one tries again */
  constructor(pool: pg.Pool, key: SigningKey, log: AuditLog, failed: (error: Error) => void) {
    this.#pool = pool;
    this.#key = key;
    this.#log = log;
    this.#failed = failed;
  }

  /** Begins to seal, at once and then every second. */
  start(): void {
    this.#round = this.seal()
      .catch((error: Error) => {
        this.#perhapsRestored = true;
        this.#failed(error);
      })
      .then(() => {
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), pause).unref();
      });
  }

  /** Ends after the seal that is being made. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  /** Seals everything that can be sealed now. */
  async seal(): Promise<void> {
    while (!this.#stopped && (await this.#sealOnce()));
  }

  /** Makes a seal if there is something to seal and nobody else is at it; says whether there may be more. */
  async #sealOnce(): Promise<boolean> {
    const looked = new Date();
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const { rows } = await client.query('select pg_try_advisory_xact_lock($1) as mine', [sealingLock]);
      const before = await lastSeal(client);
      const next = await this.#next(client, before);
      if (rows[0].mine && next.entries.length > 0) {
        const entries = await withLeaves(client, next.entries);
        await insertSeal(client, makeSeal(entries, before, next.newEpoch, this.#key, looked));
        await client.query('commit');
        return true;
      }
      const waiting = await firstUnsealed(client, next.span);
      await client.query('commit');
      this.#log.sealedUntil(waiting ? writtenAt(waiting.id) : looked);
      return false;
    } catch (error) {
      // the connection goes with its transaction: what state it is in is not known
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #next(sender: Sender, before: Seal | undefined): Promise<Next> {
    const span = spanAfter(before);
    const anew = before !== undefined && (await transactionsRestarted(sender, before));
    if (anew || this.#perhapsRestored) {
      // those that came with a restore before those that were written since
      const entries = await restoredEntries(sender, span);
      if (entries.length > 0) return { entries, newEpoch: false, span };
      this.#perhapsRestored = false;
    }
    if (!anew) return { entries: await completeEntries(sender, span), newEpoch: false, span };
    const rest = await completeEntries(sender, span, before.highestId);
    if (rest.length > 0) return { entries: rest, newEpoch: false, span };
    const fresh = { after: beginning, floorId: before.highestId };
    return { entries: await completeEntries(sender, fresh), newEpoch: true, span: fresh };
  }
}

/** Entries from before there were seals have no leaf: it is computed from what they say now. */
async function withLeaves(sender: Sender, entries: readonly UnsealedEntry[]): Promise<SealedEntry[]> {
  const without = entries.filter(({ leaf }) => leaf === null).map(({ id }) => id);
  const rows = without.length === 0 ? [] : await deedsByIds(sender, without);
  const leaves = new Map(rows.map((row) => [row.id, leafOf(contentOf('deeds', row))]));
  return entries.map((entry) => ({ ...entry, leaf: entry.leaf ?? leaves.get(entry.id)! }));
}

/** A version 7 id begins with the milliseconds at which it was made. */
const writtenAt = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
