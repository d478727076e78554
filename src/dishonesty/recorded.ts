import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The id of the record of an entity under an item that has the number, in the unit of work that has just made it. */
export async function recordedUnder(em: EntityManager, uscc: string, item: string, number: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select r.id from credit_record r join legal_entity e on e.id = r.entity_id
    where e.uscc = ${uscc} and r.item_code = ${item} and r.number = ${number} and r.superseded_at is null`.execute(
    em.getKysely(),
  );
  return rows[0]!.id;
}
