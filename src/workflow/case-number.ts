import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Day } from '../calendar/day.js';

/**
 * The next number for people of cases of a kind on a day: a letter, the day and a serial, such as S-20261122-000001. The
 * lock is held until the unit of work ends, so that two who ask at once get two numbers; the table keeps them unique.
 */
export async function nextCaseNumber(em: EntityManager, table: string, letter: string, day: Day): Promise<string> {
  const prefix = `${letter}-${day.replaceAll('-', '')}-`;
  const kysely = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtext('case number'), hashtext(${prefix}))`.execute(kysely);
  const { rows } = await sql<{ last: string | null }>`
    select max(number) as last from ${sql.table(table)} where number like ${`${prefix}%`}`.execute(kysely);
  const serial = Number(rows[0]!.last?.slice(prefix.length) ?? 0) + 1;
  return prefix + String(serial).padStart(6, '0');
}
