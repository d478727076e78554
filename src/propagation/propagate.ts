import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { deadlineOf } from '../calendar/deadline.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting } from '../context.js';
import { insertRows } from '../database/bulk.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import type { Consumer } from './consumer.entity.js';
import { concerns } from './consumer.rules.js';
import { Delivery } from './delivery.entity.js';
import { post } from './delivery.queue.js';
import { type ChangeKind, RecordChange } from './record-change.entity.js';

/** Receivers update daily: NDRC Order 36 (信用修复管理办法), 国办发〔2025〕22号. */
const toFollow = { workingDays: 1 };

/** The record whose change is told, at the version that the change made. */
export type Changed = Pick<CreditRecord, 'id' | 'version' | 'entityId' | 'itemCode' | 'itemId'>;

/**
 * Tells every active consumer of a record of its change, with the deed's transaction: nothing leaves before it commits, and
 * what has committed is delivered whatever happens to the process.
 *
 * @param em in a transaction
 * @returns id of the change
 */
export async function propagate(
  em: EntityManager,
  acting: Pick<Acting, 'now' | 'today' | 'reference'>,
  kind: ChangeKind,
  changed: Changed,
): Promise<string> {
  const [id] = await propagateAll(em, acting, kind, [changed]);
  return id!;
}

/**
 * As `propagate`, of many records that changed alike: each has its own event, in a handful of statements for all.
 *
 * @returns ids of the changes, in the order of the records
 */
export async function propagateAll(
  em: EntityManager,
  { now: at, today, reference }: Pick<Acting, 'now' | 'today' | 'reference'>,
  kind: ChangeKind,
  changed: readonly Changed[],
): Promise<string[]> {
  if (!em.isInTransaction()) throw new Error('a change is told with the transaction that makes it');
  if (changed.length === 0) return [];
  const { dueOn } = deadlineOf(reference(workingDays), today, toFollow);
  const changes = changed.map(({ id: recordId, version, entityId, itemCode, itemId }) => ({
    itemId,
    row: { id: uuid(), kind, recordId, version, entityId, itemCode, at, dueOn },
  }));
  const consumers = await activeConsumers(em);
  const oncePublic = await werePublic(
    em,
    changed.map(({ id }) => id),
  );
  const deliveries = changes.flatMap(({ itemId, row: { id: changeId, recordId } }) => {
    const told = { item: reference(catalogue).edition(itemId), wasPublic: oncePublic.has(recordId) };
    return consumers
      .filter((consumer) => concerns(consumer, told))
      .map(({ code, url }) => ({ id: uuid(), changeId, consumerCode: code, dueOn, url }));
  });
  await insertRows(
    em,
    RecordChange,
    changes.map(({ row }) => row),
  );
  await insertRows(
    em,
    Delivery,
    deliveries.map(({ url: _, ...row }) => ({ ...row, attempts: 0 })),
  );
  await post(
    em,
    deliveries.filter(({ url }) => url !== null),
  );
  return changes.map(({ row }) => row.id);
}

/** Whether every active consumer that was told of the change has acknowledged it. */
export async function allAcknowledged(em: EntityManager, changeId: string): Promise<boolean> {
  const { rows } = await sql<{ all: boolean }>`
    select not exists (
      select from delivery d join consumer c on c.code = d.consumer_code
      where d.change_id = ${changeId}::uuid and d.acknowledged_at is null and c.active
    ) as "all"`.execute(em.getKysely());
  return rows[0]!.all;
}

async function activeConsumers(
  em: EntityManager,
): Promise<Pick<Consumer, 'code' | 'kind' | 'departmentCode' | 'items' | 'url'>[]> {
  // one that is changed at the same time is told as it was before or as it is afterwards, not half
  const { rows } = await sql<Pick<Consumer, 'code' | 'kind' | 'departmentCode' | 'items' | 'url'>>`
    select code, kind, department_code as "departmentCode", items, url from consumer
    where active order by code for share`.execute(em.getKysely());
  return rows;
}

/** Of what never was public nobody outside is told that it existed: the records of which some version was. */
async function werePublic(em: EntityManager, recordIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.id from credit_record r where r.id = any(${recordIds}::uuid[])
      and r.public_from is not null and not r.natural_person`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}
