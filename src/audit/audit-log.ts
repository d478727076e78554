import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { Refusal } from '../messages/refusal.js';
import { type Actor, type Deed, deedEntry } from './audit.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { GroupCommit } from './group-commit.js';
import { contentOf, leafOf } from './leaf.js';
import type { ReadingEntry } from './reading-entry.entity.js';

/** A reading as its caller knows it. */
export type Reading = Omit<ReadingEntry, 'id' | 'transactionId' | 'leaf'>;

const deedColumns = 'id, at, actor, role, on_behalf_of, deed, subject_type, subject_id, facts, request_id, leaf';
const readingColumns =
  'id, at, actor, role, on_behalf_of, purpose, case_number, entity_id, shown, grants, request_id, leaf';

/** Milliseconds between inserts: fifty commits a second at most, however many callers there are. */
const pace = 20;

/** One statement with one bound value, however many rows. */
const insertOf = (table: string, columns: string) => ({
  name: `audit.write.${table}`,
  text: `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
});
const insertDeeds = insertOf('audit_entry', deedColumns);
const insertReadings = insertOf('reading_entry', readingColumns);

/**
 * The logs of one process, for what is written outside a deed's transaction: readings before the answer leaves, and deeds that
 * were refused. What is written together is committed together; what the promise answers is on disk.
 */
export class AuditLog {
  readonly #limit: number;
  readonly #deeds: GroupCommit<object>;
  readonly #readings: GroupCommit<object>;
  /** Since when, in milliseconds of the epoch, there may be entries without a seal. */
  #unsealedSince = Date.now();

  /** @param limit minutes that an entry may stay unsealed; without it the log is always open, as commands need it */
  constructor(pool: pg.Pool, limit = Number.POSITIVE_INFINITY) {
    this.#limit = limit * 60_000;
    const insertInto = (insert: { name: string; text: string }) => async (rows: readonly object[]) => {
      await pool.query({ ...insert, values: [JSON.stringify(rows)] });
    };
    this.#deeds = new GroupCommit(insertInto(insertDeeds), pace);
    this.#readings = new GroupCommit(insertInto(insertReadings), pace);
  }

  /**
   * False when entries have stayed unsealed for longer than the limit, or nothing was heard of the sealing for so long: what
   * is written now could be changed unnoticed.
   */
  get isOpen(): boolean {
    return Date.now() - this.#unsealedSince <= this.#limit;
  }

  /** Refuses with AUDIT_UNAVAILABLE unless `isOpen`. */
  requireOpen(): void {
    if (!this.isOpen) throw new Refusal('AUDIT_UNAVAILABLE');
  }

  /** Told by the sealer: since when there are unsealed entries; the moment of looking when there are none. */
  sealedUntil(moment: Date): void {
    this.#unsealedSince = moment.getTime();
  }

  /** Logs what an answer shows; the answer leaves when this resolves, and does not when it rejects. */
  async writeReadings(entries: readonly Reading[]): Promise<void> {
    this.requireOpen();
    // a reading that cannot be written is found here, before it can spoil the insert of others
    return this.#readings.write(entries.map(readingEntry));
  }

  /** Logs what a deed tells somebody, in the deed's own transaction: both commit, or neither. */
  async enterReadings(em: EntityManager, entries: readonly Reading[]): Promise<void> {
    this.requireOpen();
    if (entries.length === 0) return;
    const rows = JSON.stringify(entries.map(readingEntry));
    await em.getKysely().executeQuery(CompiledQuery.raw(insertReadings.text, [rows]));
  }

  /** Logs deeds that have no transaction of their own, such as refused ones. */
  async writeDeeds(actor: Actor, deeds: readonly Deed[]): Promise<void> {
    return this.#deeds.write(deeds.map((deed) => deedRow(deedEntry(actor, deed))));
  }
}

function readingEntry(reading: Reading): object {
  const entry = { ...reading, id: uuid() };
  return readingRow(entry, leafOf(contentOf('readings', entry)));
}

const bytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

const deedRow = ({
  onBehalfOf,
  subjectType,
  subjectId,
  requestId,
  leaf,
  ...entry
}: Omit<AuditEntry, 'transactionId'>) => ({
  ...entry,
  on_behalf_of: onBehalfOf,
  subject_type: subjectType,
  subject_id: subjectId,
  request_id: requestId,
  leaf: bytea(leaf!),
});

const readingRow = (
  { onBehalfOf, caseNumber, entityId, requestId, ...entry }: Omit<ReadingEntry, 'transactionId' | 'leaf'>,
  leaf: Buffer,
) => ({
  ...entry,
  on_behalf_of: onBehalfOf,
  case_number: caseNumber,
  entity_id: entityId,
  request_id: requestId,
  leaf: bytea(leaf),
});
