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
  { now: at, today, reference }: Pick<Acting, 'now' | 'today' | 'reference'>,
  kind: ChangeKind,
  { id: recordId, version, entityId, itemCode, itemId }: Changed,
): Promise<string> {
  if (!em.isInTransaction()) throw new Error('a change is told with the transaction that makes it');
  const { dueOn } = deadlineOf(reference(workingDays), today, toFollow);
  const change = { id: uuid(), kind, recordId, version, entityId, itemCode, at, dueOn };
  const told = { item: reference(catalogue).edition(itemId), wasPublic: await wasPublic(em, recordId) };
  const consumers = (await activeConsumers(em)).filter((consumer) => concerns(consumer, told));
  const deliveries = consumers.map(({ code, url }) => ({
    id: uuid(),
    changeId: change.id,
    consumerCode: code,
    dueOn,
    url,
  }));
  await insertRows(em, RecordChange, [change]);
  await insertRows(
    em,
    Delivery,
    deliveries.map(({ url: _, ...row }) => ({ ...row, attempts: 0 })),
  );
  await post(
    em,
    deliveries.filter(({ url }) => url !== null),
  );
  return change.id;
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

/** Of what never was public nobody outside is told that it existed. */
async function wasPublic(em: EntityManager, recordId: string): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`
    select exists (select from credit_record r where r.id = ${recordId}::uuid
      and r.public_from is not null and not r.natural_person) as was`.execute(em.getKysely());
  return rows[0]!.was;
}
