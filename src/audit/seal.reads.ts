import type pg from 'pg';
import { columns, type Statement, statement, types } from '../database/reads.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { LogName } from './leaf.js';
import { beginning, type Position } from './position.js';
import type { Seal } from './seal.entity.js';

/** Entries that come after a position and have ids above a floor. */
export interface Span {
  readonly after: Position;
  readonly floorId: string;
}

/** An entry as it is sealed. */
export interface UnsealedEntry extends Position {
  readonly log: LogName;
  readonly leaf: Buffer | null;
}

/** Where statements are sent: a connection within its transaction, or the pool. */
export type Sender = Pick<pg.ClientBase, 'query'>;

/** Entries under one seal at most, so that sealing never holds the process or the memory for long. */
export const mostUnderOneSeal = 2000;

/** The rows of a statement. */
export async function ask<Row extends object>(
  sender: Sender,
  { name, text }: Statement<Row>,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await sender.query<Row & pg.QueryResultRow>({ name, text, values, types })).rows;
}

/** The columns of a seal. */
export const sealColumns = columns<Seal>('s', [
  'number',
  'epoch',
  'firstTransactionId',
  'firstId',
  'lastTransactionId',
  'lastId',
  'floorId',
  'highestId',
  'deeds',
  'readings',
  'root',
  'previous',
  'sealedAt',
  'keyId',
  'publicKey',
  'signature',
]);

const newest = statement<Seal>(
  'audit.last-seal',
  `select ${sealColumns} from audit_seal s order by s.number desc limit 1`,
);

/** The newest seal. */
export async function lastSeal(sender: Sender): Promise<Seal | undefined> {
  return (await ask(sender, newest))[0];
}

// materialized: the few newest ids are looked at, not the many transactions before the last sealed one
const newerThan = (table: string) => `select transaction_id, id from ${table} where id > $1`;
const restarted = statement<{ restarted: boolean }>(
  'audit.transactions-restarted',
  `with recent as materialized (${newerThan('audit_entry')} union all ${newerThan('reading_entry')})
   select exists (select from recent where (transaction_id, id) <= ($2::xid8, $3::uuid)) as restarted`,
);

/**
 * Whether transactions are counted anew, as after a restore into another cluster: then there are entries that no seal covers
 * before the last sealed position, and their ids are newer than any sealed one.
 */
export async function transactionsRestarted(sender: Sender, last: Seal): Promise<boolean> {
  const rows = await ask(sender, restarted, [last.highestId, last.lastTransactionId, last.lastId]);
  return rows[0]!.restarted;
}

/**
 * Entries of both logs in the order of their positions. "is true" keeps the planner from walking the index of ids instead, from
 * a floor that nearly all entries are above, and sorting what it finds.
 */
function inOrder(condition: string): string {
  const of = (table: string, log: LogName) => `(select '${log}' as log, transaction_id, id, leaf from ${table}
    where (transaction_id, id) > ($1::xid8, $2::uuid) and (id > $3::uuid) is true and ${condition}
    order by transaction_id, id limit $4)`;
  return `select log, transaction_id as "transactionId", id, leaf
    from (${of('audit_entry', 'deeds')} union all ${of('reading_entry', 'readings')}) entry
    order by transaction_id, id limit $4`;
}

const snapshot = 'pg_current_snapshot()';
const statements = {
  // every transaction below the horizon has ended: nothing can appear there any more
  complete: statement<UnsealedEntry>(
    'audit.complete-entries',
    inOrder(`transaction_id < pg_snapshot_xmin(${snapshot})`),
  ),
  completeUpTo: statement<UnsealedEntry>(
    'audit.complete-entries-up-to',
    inOrder(`(id <= $5::uuid) is true and transaction_id < pg_snapshot_xmin(${snapshot})`),
  ),
  // what is visible and yet to come was written by another cluster and brought here by a restore
  restored: statement<UnsealedEntry>(
    'audit.restored-entries',
    inOrder(`transaction_id >= pg_snapshot_xmax(${snapshot})`),
  ),
  unsealed: statement<UnsealedEntry>(
    'audit.unsealed-entries',
    inOrder(`transaction_id < pg_snapshot_xmax(${snapshot})`),
  ),
};

const valuesOf = ({ after, floorId }: Span, most: number): unknown[] => [after.transactionId, after.id, floorId, most];

/** Entries whose place in the order is final, at most as many as go under one seal; up to an id if one is given. */
export const completeEntries = (sender: Sender, span: Span, upToId?: string): Promise<UnsealedEntry[]> =>
  upToId === undefined
    ? ask(sender, statements.complete, valuesOf(span, mostUnderOneSeal))
    : ask(sender, statements.completeUpTo, [...valuesOf(span, mostUnderOneSeal), upToId]);

/** Entries of transactions that this cluster has not begun yet: a restore brought them. */
export const restoredEntries = (sender: Sender, span: Span): Promise<UnsealedEntry[]> =>
  ask(sender, statements.restored, valuesOf(span, mostUnderOneSeal));

/** The first entry that is not sealed yet. */
export async function firstUnsealed(sender: Sender, span: Span): Promise<UnsealedEntry | undefined> {
  return (await ask(sender, statements.unsealed, valuesOf(span, 1)))[0];
}

const byIds = statement<AuditEntry>(
  'audit.deeds-by-ids',
  `select ${columns<AuditEntry>('e', ['id', 'at', 'actor', 'role', 'onBehalfOf', 'deed', 'subjectType', 'subjectId', 'facts', 'requestId'])}
   from audit_entry e where e.id = any($1::uuid[])`,
);

/** Deeds as they were written, without order. */
export const deedsByIds = (sender: Sender, ids: readonly string[]): Promise<AuditEntry[]> => ask(sender, byIds, [ids]);

/** Where the search for unsealed entries goes on after a seal. */
export const spanAfter = (seal: Seal | undefined): Span =>
  seal
    ? { after: { transactionId: seal.lastTransactionId, id: seal.lastId }, floorId: seal.floorId }
    : { after: beginning, floorId: beginning.id };

const insertion = statement<never>(
  'audit.insert-seal',
  `insert into audit_seal (number, epoch, first_transaction_id, first_id, last_transaction_id, last_id,
  floor_id, highest_id, deeds, readings, root, previous, sealed_at, key_id, public_key, signature)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
);

/** Stores a seal. */
export async function insertSeal(sender: Sender, s: Seal): Promise<void> {
  await ask(sender, insertion, [
    s.number,
    s.epoch,
    s.firstTransactionId,
    s.firstId,
    s.lastTransactionId,
    s.lastId,
    s.floorId,
    s.highestId,
    s.deeds,
    s.readings,
    s.root,
    s.previous,
    s.sealedAt,
    s.keyId,
    s.publicKey,
    s.signature,
  ]);
}
