import { columns, statement } from '../database/reads.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { LogName } from './leaf.js';
import type { Position } from './position.js';
import { ReadingEntry } from './reading-entry.entity.js';
import type { Seal } from './seal.entity.js';
import { ask, type Sender, type Span, sealColumns } from './seal.reads.js';

/** An entry with its place in the order. */
export interface ExportedEntry extends Position {
  readonly log: LogName;
  readonly leaf: Buffer | null;
  readonly row: AuditEntry | ReadingEntry;
}

const pageLength = 1000;

const said = ['id', 'transactionId', 'at', 'actor', 'role', 'onBehalfOf', 'requestId', 'leaf'] as const;

// "is true": the index of positions is walked, not that of ids
const page = <Row extends object>(log: LogName, table: string, selected: string) =>
  statement<Row>(
    `audit.export-${log}`,
    `select ${selected} from ${table} e
     where (e.transaction_id, e.id) > ($1::xid8, $2::uuid) and (e.id > $3::uuid) is true and (e.id <= $4::uuid) is true
     order by e.transaction_id, e.id limit ${pageLength}`,
  );

const statements = {
  deeds: page<AuditEntry>(
    'deeds',
    'audit_entry',
    columns<AuditEntry>('e', [...said, 'deed', 'subjectType', 'subjectId', 'facts']),
  ),
  readings: page<ReadingEntry>(
    'readings',
    'reading_entry',
    columns<ReadingEntry>('e', [...said, 'purpose', 'caseNumber', 'entityId', 'shown', 'grants']),
  ),
};

/** A page of a log in the order of positions, of ids up to the one given. */
export async function entriesAfter(sender: Sender, log: LogName, span: Span, upToId: string): Promise<ExportedEntry[]> {
  const rows = await ask<AuditEntry | ReadingEntry>(sender, statements[log], [
    span.after.transactionId,
    span.after.id,
    span.floorId,
    upToId,
  ]);
  return rows.map((row) => ({ log, id: row.id, transactionId: row.transactionId!, leaf: row.leaf, row }));
}

const seals = statement<Seal>(
  'audit.export-seals',
  `select ${sealColumns} from audit_seal s where s.number > $1 and s.number <= $2 order by s.number limit ${pageLength}`,
);

/** A page of seals. */
export const sealsAfter = (sender: Sender, number: number, upTo: number): Promise<Seal[]> =>
  ask(sender, seals, [number, upTo]);

const keys = statement<{ publicKey: string }>(
  'audit.export-keys',
  'select distinct public_key as "publicKey" from audit_seal order by 1',
);

/** The public keys of all seals. */
export const publicKeys = async (sender: Sender): Promise<string[]> =>
  (await ask(sender, keys)).map(({ publicKey }) => publicKey);

const nextFloor = statement<{ floorId: string }>(
  'audit.export-next-floor',
  'select floor_id as "floorId" from audit_seal where epoch > $1 order by number limit 1',
);

/** The highest id of an epoch, what is above belongs to later ones; undefined while the epoch goes on. */
export const highestIdOf = async (sender: Sender, epoch: number): Promise<string | undefined> =>
  (await ask(sender, nextFloor, [epoch]))[0]?.floorId;
