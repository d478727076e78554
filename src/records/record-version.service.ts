import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Acting } from '../context.js';
import { insertRows } from '../database/bulk.js';
import { columns } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import { CreditRecord } from './credit-record.entity.js';

/** What a deed may change of a record. */
type Changeable = Pick<
  CreditRecord,
  | 'state'
  | 'disputed'
  | 'severity'
  | 'number'
  | 'determinedOn'
  | 'publicFrom'
  | 'publicUntil'
  | 'content'
  | 'naturalPerson'
  | 'stoppedOn'
  | 'itemId'
  | 'validFrom'
  | 'validUntil'
  | 'revokedOn'
  | 'revokedBy'
>;

/**
 * A change of a record: what is not named stays as it is, save that a version is valid from today without end unless it says
 * otherwise, and rests on a basis or a revocation only if it names one.
 */
export interface VersionChange extends Partial<Changeable> {
  /** Why there is another version. */
  readonly reason: string;
  /** The article or the document that it rests on. */
  readonly basis?: string | null;
}

/** Who changes it, when. */
type Changing = Pick<Acting, 'viewer' | 'now' | 'today'>;

/** A version as a statement of a unit of work brings it: instants are texts there. */
export type StoredVersion = Omit<CreditRecord, 'recordedAt' | 'supersededAt'> & {
  readonly recordedAt: string;
  readonly supersededAt: string | null;
};

/** Every column of a version, of the table under the alias `r`, for statements of a unit of work. */
export const versionColumns = sql.raw(
  columns<CreditRecord>('r', [
    ...(['versionId', 'id', 'version', 'entityId', 'itemId', 'itemCode', 'identity', 'number', 'severity'] as const),
    ...(['state', 'disputed', 'naturalPerson', 'determinedOn', 'publicFrom', 'publicUntil', 'content'] as const),
    ...(['validFrom', 'validUntil', 'recordedAt', 'supersededAt', 'submissionId', 'recordedBy', 'reason'] as const),
    ...(['basis', 'stoppedOn', 'revokedOn', 'revokedBy'] as const),
  ]),
);

/** The version as its class says. */
export const asVersion = (stored: StoredVersion): CreditRecord => ({
  ...stored,
  recordedAt: new Date(stored.recordedAt),
  supersededAt: stored.supersededAt === null ? null : new Date(stored.supersededAt),
});

/** More often than this nobody changes a record while another waits for it. */
const mostLooks = 20;

/**
 * The current version of a record, locked until the unit of work ends; null when there is no such record. Whoever waited for
 * another deed gets the version that it made.
 *
 * @throws when the record has versions and none of them is current, which the writers never leave behind
 */
export async function lockedRecord(em: EntityManager, id: string): Promise<CreditRecord | null> {
  for (let look = 0; look < mostLooks; look++) {
    const { rows } = await sql<StoredVersion>`
      select ${versionColumns} from credit_record r where r.id = ${id} and r.superseded_at is null for update`.execute(
      em.getKysely(),
    );
    if (rows[0]) return asVersion(rows[0]);
    // what was waited for is no longer current, and the one that is was not there when the statement began
    const known = await sql`select from credit_record where id = ${id} limit 1`.execute(em.getKysely());
    if (known.rows.length === 0) return null;
  }
  throw new Error(`record ${id} has no current version`);
}

/**
 * The current versions for which a condition on the table `r` holds, locked in the order of their ids until the unit of work
 * ends. Of what another deed was changing meanwhile it finds the versions that that one made.
 */
export async function lockedRecords(em: EntityManager, condition: RawBuilder<unknown>): Promise<CreditRecord[]> {
  let locked = -1;
  for (let look = 0; look < mostLooks; look++) {
    const { rows } = await sql<StoredVersion>`
      select ${versionColumns} from credit_record r where r.superseded_at is null and ${condition}
      order by r.id for update`.execute(em.getKysely());
    // what was waited for is left out, and what became of it was not there when the statement began
    if (rows.length === locked) return rows.map(asVersion);
    locked = rows.length;
  }
  throw new Error('the records are changed again and again');
}

/**
 * Ends the currency of versions, and answers the ids of those that were current until now: what another deed superseded
 * meanwhile is not among them. Waits for whoever holds one locked.
 */
export async function supersede(em: EntityManager, versionIds: readonly string[], now: Date): Promise<Set<string>> {
  if (versionIds.length === 0) return new Set();
  // clocks of instances differ: no version ends before it was recorded
  const { rows } = await sql<{ versionId: string }>`
    update credit_record set superseded_at = greatest(recorded_at, ${now}::timestamptz)
    where version_id = any(${versionIds}::uuid[]) and superseded_at is null returning version_id as "versionId"`.execute(
    em.getKysely(),
  );
  return new Set(rows.map(({ versionId }) => versionId));
}

/** When a version that follows another is recorded: never before it, whatever the clock of this instance says. */
export const recordedAfter = (before: Pick<CreditRecord, 'recordedAt'>, now: Date): Date =>
  before.recordedAt > now ? before.recordedAt : now;

/**
 * Makes the next version of each record: the one place where a deed changes records. Refuses with `RECORD_CHANGED` when
 * another deed was faster, which cannot be while the records are locked (`lockedRecord`). The deed writes its own audit entry.
 */
export async function writeVersions(
  em: EntityManager,
  { viewer, now, today }: Changing,
  changes: readonly { readonly before: CreditRecord; readonly change: VersionChange }[],
): Promise<CreditRecord[]> {
  const versions = changes.map(
    ({ before, change }): CreditRecord => ({
      ...before,
      validFrom: today,
      validUntil: null,
      ...{ basis: null, revokedOn: null, revokedBy: null },
      ...change,
      versionId: uuid(),
      version: before.version + 1,
      recordedAt: recordedAfter(before, now),
      supersededAt: null,
      submissionId: null,
      recordedBy: viewer.subject,
    }),
  );
  const superseded = await supersede(
    em,
    changes.map(({ before }) => before.versionId),
    now,
  );
  if (superseded.size < changes.length) throw new Refusal('RECORD_CHANGED');
  await insertRows(em, CreditRecord, versions);
  return versions;
}

/** Makes the next version of one record: see `writeVersions`. */
export async function writeVersion(
  em: EntityManager,
  changing: Changing,
  before: CreditRecord,
  change: VersionChange,
): Promise<CreditRecord> {
  const [version] = await writeVersions(em, changing, [{ before, change }]);
  return version!;
}
