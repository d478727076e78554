import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting } from '../context.js';
import { insertRows } from '../database/bulk.js';
import { propagateAll } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { RecordState } from '../records/credit-record.entity.js';
import { lockedRecords, type VersionChange, writeVersions } from '../records/record-version.service.js';
import { ScreenedRecord } from './screened-record.entity.js';
import type { Screening } from './screening.entity.js';
import { isScreened } from './screening.rules.js';
import { ScreeningState } from './screening.workflow.js';

// What a screening does to records. They become REPAIRED, so that whatever asks whether a record is published, shared or used
// need not know of screenings.

/** What a screening of records looks at. */
type Ruled = Pick<Screening, 'id' | 'number' | 'entityId' | 'ruling' | 'ruledOn'>;

/** Ids of the editions of items whose records are screened. */
const screenedItems = ({ reference }: Pick<Acting, 'reference'>): string[] =>
  reference(catalogue)
    .items.filter(isScreened)
    .map(({ id }) => id);

/** Records, of the table under the alias `r`, that are in force and were determined up to a ruling. */
const toScreen = (items: readonly string[], entityId: RawBuilder<unknown>, ruledOn: RawBuilder<unknown>) =>
  sql`r.entity_id = ${entityId} and r.state = ${RecordState.EFFECTIVE} and r.determined_on <= ${ruledOn}
    and r.item_id = any(${items}::uuid[])`;

/**
 * Screens what of the entity was determined up to the ruling and is in force, in the unit of work at hand.
 *
 * @returns how many records were screened just now
 */
export async function screenThem(em: EntityManager, acting: Acting, screening: Ruled): Promise<number> {
  const { id: screeningId, number, entityId, ruling, ruledOn } = screening;
  const which = toScreen(screenedItems(acting), sql`${entityId}::uuid`, sql`${ruledOn}::date`);
  const changed = await changeAll(em, acting, ChangeKind.REPAIRED, which, {
    state: RecordState.REPAIRED,
    reason: `screened: ${number}`,
    basis: `国办发〔2025〕22号; ${ruling}`,
  });
  await insertRows(
    em,
    ScreenedRecord,
    changed.map((recordId) => ({ screeningId, recordId })),
  );
  return changed.length;
}

/**
 * Puts in force again what the screening has screened and is screened still: not what was withdrawn meanwhile. What its provider
 * has sent again meanwhile stayed screened, and comes back as it was sent last.
 *
 * @returns how many records stand again
 */
export async function restoreThem(
  em: EntityManager,
  acting: Acting,
  { id, number }: Pick<Screening, 'id' | 'number'>,
  document: string,
): Promise<number> {
  const which = sql`r.state = ${RecordState.REPAIRED}
    and r.id in (select s.record_id from screened_record s where s.screening_id = ${id}::uuid)`;
  const restored = await changeAll(em, acting, ChangeKind.RESTORED, which, {
    state: RecordState.EFFECTIVE,
    reason: `screening ended: ${number}`,
    basis: document,
  });
  return restored.length;
}

/** Makes the next version of each record that the condition holds for, and tells its consumers; the ids of the records. */
async function changeAll(
  em: EntityManager,
  acting: Acting,
  kind: ChangeKind,
  which: RawBuilder<unknown>,
  change: VersionChange,
): Promise<string[]> {
  const records = await lockedRecords(em, which);
  const versions = await writeVersions(
    em,
    acting,
    records.map((before) => ({ before, change })),
  );
  await propagateAll(em, acting, kind, versions);
  return versions.map(({ id }) => id);
}

/** Ids of screenings in force of which records of before the ruling have come in since. */
export async function screeningsBehind(em: EntityManager, acting: Acting, rehearsed: boolean): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from screening s where s.state = ${ScreeningState.IN_FORCE} and (${rehearsed} or not s.rehearsed)
      and exists (select from credit_record r where r.superseded_at is null
        and ${toScreen(screenedItems(acting), sql`s.entity_id`, sql`s.ruled_on`)}) order by s.id`.execute(
    em.getKysely(),
  );
  return rows.map(({ id }) => id);
}

/** Number of the screening in force that has screened the record; null: there is none. */
export async function screeningOf(em: EntityManager, recordId: string): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    select s.number from screened_record r join screening s on s.id = r.screening_id
    where r.record_id = ${recordId}::uuid and s.state = ${ScreeningState.IN_FORCE}`.execute(em.getKysely());
  return rows[0]?.number ?? null;
}
