import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import { insertRows, upsertRows } from '../database/bulk.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { searchable } from '../registry/names.js';
import { industries, regions } from '../registry/registry.reads.js';
import type { Receiving } from './receiving.js';
import { checkRegistryRow, type Known, type Registered } from './registry-row.rules.js';
import type { Fault, SentRow } from './row.js';
import { openedEntity, sealedEntity } from './sealing.js';

/** What became of the rows: read = created + changed + unchanged + refused. */
export interface ImportCounts {
  read: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

/** Told while the import goes on. */
export interface ImportListener {
  /** A row was refused. */
  refused(row: number, faults: readonly Fault[]): void;
  /** Rows were written. */
  progressed(counts: Readonly<ImportCounts>): void;
}

const rowsAtOnce = 1000;

/**
 * Brings a registry's entities in, in one transaction: all rows are accounted for, or nothing happened. Sending the file
 * again changes nothing. A column that the file does not have leaves what is known as it is; a new name keeps the old one
 * among the former names.
 */
export async function importRegistry(
  receiving: Receiving,
  rows: AsyncIterable<SentRow> | Iterable<SentRow>,
  listener: ImportListener,
): Promise<ImportCounts> {
  const known: Known = {
    region: (code) => receiving.reference(regions).has(code),
    industry: (code) => receiving.reference(industries).has(code),
  };
  return receiving.em.transactional(async (em) => {
    await sql`select pg_advisory_xact_lock(hashtext('registry'))`.execute(em.getKysely());
    const counts: ImportCounts = { read: 0, created: 0, changed: 0, unchanged: 0, refused: 0 };
    let waiting = new Map<string, Registered>();
    const write = async () => {
      await writeEntities(em, receiving, waiting, counts);
      waiting = new Map();
      listener.progressed(counts);
    };
    for await (const sent of rows) {
      counts.read++;
      const checked = 'fault' in sent ? { faults: [sent.fault] } : checkRegistryRow(sent.cells, receiving.today, known);
      if (checked.faults) {
        counts.refused++;
        listener.refused(sent.row, checked.faults);
        continue;
      }
      const { entity } = checked;
      // the same entity twice in a file: the second row is compared with what the first one made
      if (waiting.has(entity.uscc) || waiting.size >= rowsAtOnce) await write();
      waiting.set(entity.uscc, entity);
    }
    await write();
    audit(em, receiving, {
      deed: 'registry.import',
      subjectType: 'LegalEntity',
      subjectId: '*',
      facts: { ...counts },
    });
    return counts;
  });
}

async function writeEntities(
  em: EntityManager,
  { now, secrets }: Receiving,
  sent: ReadonlyMap<string, Registered>,
  counts: ImportCounts,
): Promise<void> {
  const before = await em.find(LegalEntity, { uscc: { $in: [...sent.keys()] } }, { disableIdentityMap: true });
  const known = new Map(before.map((entity) => [entity.uscc, openedEntity(secrets, entity)]));
  const created: LegalEntity[] = [];
  const changed: LegalEntity[] = [];
  for (const [uscc, entity] of sent) {
    const old = known.get(uscc);
    if (!old) {
      created.push({ ...sealedEntity(secrets, entity), id: uuid(), recordedAt: now, changedAt: now });
      continue;
    }
    const merged = merge(old, entity);
    if (merged)
      changed.push({ ...sealedEntity(secrets, merged), id: old.id, recordedAt: old.recordedAt, changedAt: now });
    else counts.unchanged++;
  }
  await insertRows(em, LegalEntity, created);
  await upsertRows(em, LegalEntity, changed);
  counts.created += created.length;
  counts.changed += changed.length;
}

/** What is known with what was sent on top, or nothing when that adds nothing. */
function merge(old: LegalEntity, sent: Registered): Registered | undefined {
  const formerNames = [
    ...new Set([...old.formerNames, ...sent.formerNames, ...(sent.name === old.name ? [] : [old.name])]),
  ].filter((name) => name !== sent.name);
  const merged: Registered = {
    ...sent,
    formerNames,
    status: sent.status === 'UNKNOWN' ? old.status : sent.status,
    ...searchable([sent.name, ...formerNames]),
  };
  let differs = false;
  for (const key of Object.keys(merged) as (keyof Registered)[]) {
    if (merged[key] === null) Object.assign(merged, { [key]: old[key] });
    if (JSON.stringify(merged[key]) !== JSON.stringify(old[key])) differs = true;
  }
  return differs ? merged : undefined;
}
