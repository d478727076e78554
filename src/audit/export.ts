import type pg from 'pg';
import { type ExportedEntry, entriesAfter, highestIdOf, publicKeys, sealsAfter } from './export.reads.js';
import { contentOf, type LogName } from './leaf.js';
import { beginning, comparePositions } from './position.js';
import type { Seal } from './seal.entity.js';
import { lastSeal, type Span } from './seal.reads.js';
import { signedSeal } from './sealed.js';
import { thumbprintOf } from './signing-key.js';

/** The name of the file's format, and its edition. */
export const exportFormat = { format: 'public-credit-platform.audit', edition: 1 } as const;

/** After every entry. */
const end = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const line = (value: object): string => `${JSON.stringify(value)}\n`;

const entryLine = (kind: 'entry' | 'unsealed', { log, transactionId, leaf, row }: ExportedEntry): string =>
  line({ kind, transactionId, leaf: leaf?.toString('hex') ?? null, entry: contentOf(log, row) });

/**
 * The audit as lines of JSON: a header with the public keys, each seal followed by its entries, then the entries that had no
 * seal yet, and how much it was. `verifyExport` needs nothing else. It is read page by page, so that its length does not matter.
 *
 * @param years for how many years at least the entries are kept
 */
export async function* exportAudit(pool: pg.Pool, years: number): AsyncGenerator<string> {
  const last = await lastSeal(pool);
  const keys = (await publicKeys(pool)).map(async (x) => ({
    kty: 'OKP',
    crv: 'Ed25519',
    x,
    kid: await thumbprintOf(x),
  }));
  yield line({ kind: 'header', ...exportFormat, keptYears: years, keys: await Promise.all(keys) });

  let [entries, unsealed] = [0, 0];
  let open: { epoch: number; entries: Merged } | undefined;
  for await (const seal of sealsUpTo(pool, last)) {
    if (open?.epoch !== seal.epoch) {
      // nothing may be left of an epoch that has ended: what is there was put in, and comes out for the verifier to see
      for await (const entry of open?.entries.rest() ?? []) {
        yield entryLine('entry', entry);
        entries++;
      }
      const upToId = (await highestIdOf(pool, seal.epoch)) ?? end;
      open = { epoch: seal.epoch, entries: new Merged(pool, seal.floorId, upToId) };
    }
    yield line({ kind: 'seal', seal: signedSeal(seal) });
    const lastOfSeal = { transactionId: seal.lastTransactionId, id: seal.lastId };
    for (let next = await open.entries.peek(); next && comparePositions(next, lastOfSeal) <= 0; ) {
      yield entryLine('entry', next);
      entries++;
      next = await open.entries.advance();
    }
  }
  for await (const entry of (open?.entries ?? new Merged(pool, beginning.id, end)).rest()) {
    yield entryLine('unsealed', entry);
    unsealed++;
  }
  yield line({ kind: 'end', seals: last?.number ?? 0, entries, unsealed });
}

async function* sealsUpTo(pool: pg.Pool, last: Seal | undefined): AsyncGenerator<Seal> {
  let number = 0;
  while (last && number < last.number) {
    const page = await sealsAfter(pool, number, last.number);
    yield* page;
    // seals that were removed from the end of the table leave nothing to go on to
    number = page.at(-1)?.number ?? last.number;
  }
}

/** The entries of both logs in one order, of one epoch. */
class Merged {
  readonly #logs: readonly { readonly entries: AsyncGenerator<ExportedEntry>; next: ExportedEntry | undefined }[];
  #begun = false;

  constructor(pool: pg.Pool, floorId: string, upToId: string) {
    const of = (log: LogName) => ({ entries: pages(pool, log, floorId, upToId), next: undefined });
    this.#logs = [of('deeds'), of('readings')];
  }

  /** The entry at which the reading stands; undefined at the end. */
  async peek(): Promise<ExportedEntry | undefined> {
    if (!this.#begun) for (const log of this.#logs) log.next = (await log.entries.next()).value;
    this.#begun = true;
    return this.#first()?.next;
  }

  /** Goes on by one entry, and answers it. */
  async advance(): Promise<ExportedEntry | undefined> {
    const log = this.#first();
    if (log) log.next = (await log.entries.next()).value;
    return this.#first()?.next;
  }

  /** What is left. */
  async *rest(): AsyncGenerator<ExportedEntry> {
    for (let next = await this.peek(); next; next = await this.advance()) yield next;
  }

  #first() {
    const [deeds, readings] = this.#logs;
    if (!deeds!.next) return readings!.next ? readings : undefined;
    return readings!.next && comparePositions(readings!.next, deeds!.next) < 0 ? readings : deeds;
  }
}

async function* pages(
  pool: pg.Pool,
  log: LogName,
  floorId: string,
  upToId: string,
): AsyncGenerator<ExportedEntry, undefined> {
  let span: Span = { after: beginning, floorId };
  for (;;) {
    const page = await entriesAfter(pool, log, span, upToId);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    span = { ...span, after: last };
  }
}
