import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Day } from '../calendar/day.js';
import { Refusal } from '../messages/refusal.js';
import { graveInForceSql, recordInForceSql } from '../records/record-in-force.js';
import type { ListRemoval } from './list.words.js';
import { removedForSql } from './listing.reads.js';

/** How an entry stands in the unit of work at hand: whether something adverse is in force, and why it stands no longer. */
export async function standingOf(
  em: EntityManager,
  entryId: string,
  today: Day,
): Promise<{ readonly adverse: boolean; readonly removal: ListRemoval | null }> {
  const { rows } = await sql<{ adverse: boolean; removal: ListRemoval | null }>`
    select ${sql.raw(graveInForceSql('l.entity_id', 'd.today'))} as adverse,
      ${sql.raw(removedForSql('d.today'))} as removal
    from list_entry l left join credit_record r on r.id = l.record_id and r.superseded_at is null
      cross join (select ${today}::date as today) d
    where l.id = ${entryId}::uuid`.execute(em.getKysely());
  return rows[0]!;
}

/** Whether an adverse record of an entity, general or serious, is in force. */
export async function hasAdverse(em: EntityManager, entityId: string, today: Day): Promise<boolean> {
  const { rows } = await sql<{ adverse: boolean }>`
    select ${sql.raw(graveInForceSql('d.id', 'd.today'))} as adverse
    from (select ${entityId}::uuid as id, ${today}::date as today) d`.execute(em.getKysely());
  return rows[0]!.adverse;
}

/** Refuses to put on a list whom a record in force says to be on it, however that record came. */
export async function refuseListed(em: EntityManager, entityId: string, item: string, today: Day): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select r.number from credit_record r cross join (select ${today}::date as today) d
    where r.entity_id = ${entityId}::uuid and r.item_code = ${item}
      and ${sql.raw(recordInForceSql('r', 'd.today'))} limit 1`.execute(em.getKysely());
  if (rows[0]) throw new Refusal('LISTING_ALREADY', { number: rows[0].number });
}

/** Refuses a number by which a record of the entity is known already, whatever became of it: it would become that one. */
export async function refuseKnownNumber(
  em: EntityManager,
  entityId: string,
  item: string,
  number: string,
): Promise<void> {
  const { rows } = await sql`
    select from credit_record r where r.entity_id = ${entityId}::uuid and r.item_code = ${item}
      and r.identity = ${number} and r.superseded_at is null`.execute(em.getKysely());
  if (rows.length > 0) throw new Refusal('LISTING_NUMBER_TAKEN', { number });
}
