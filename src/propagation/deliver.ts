import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Day } from '../calendar/day.js';
import { insertRows } from '../database/bulk.js';
import { Delivery, type DeliveryTopic } from './delivery.entity.js';
import { post } from './delivery.queue.js';

/** Something beside changes of records that a consumer is told. */
export interface ToTell {
  readonly topic: DeliveryTopic;
  readonly consumer: string;
  /** By when its receipt is due. */
  readonly dueOn: Day;
}

/**
 * Has something told to one consumer, with the transaction at hand and by the same queue, signature and receipts as a change
 * of a record; what exactly, is asked when it is posted.
 *
 * @param em in a transaction
 * @returns id of the delivery; null when the consumer is switched off
 */
export async function tellConsumer(em: EntityManager, { topic, consumer, dueOn }: ToTell): Promise<string | null> {
  const { rows } = await sql<{ url: string | null }>`
    select url from consumer where code = ${consumer} and active for share`.execute(em.getKysely());
  const [active] = rows;
  if (!active) return null;
  const delivery = { id: uuid(), consumerCode: consumer };
  await insertRows(em, Delivery, [{ ...delivery, topic, dueOn, attempts: 0 }]);
  if (active.url !== null) await post(em, [delivery]);
  return delivery.id;
}

/** Takes back what is still on its way, with the transaction at hand: it is not posted any more. */
export async function lapse(em: EntityManager, deliveries: readonly string[], now: Date): Promise<void> {
  await sql`update delivery set lapsed_at = ${now} where id = any(${deliveries}::uuid[])
    and acknowledged_at is null and lapsed_at is null`.execute(em.getKysely());
}
