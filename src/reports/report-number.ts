import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Day } from '../calendar/day.js';
import { city } from './report-payload.js';

/**
 * The next number of a report on a day: city (6), day (8) and serial (6), as the national commitment code is made. The lock is
 * held until the unit of work ends, so that two who ask at once get two numbers; the table keeps them unique.
 */
export async function nextReportNumber(em: EntityManager, day: Day): Promise<string> {
  const prefix = city + day.replaceAll('-', '');
  const kysely = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtext('report number'), hashtext(${prefix}))`.execute(kysely);
  const { rows } = await sql<{ last: string | null }>`
    select max(number) as last from credit_report
    where number >= ${`${prefix}000000`} and number <= ${`${prefix}999999`}`.execute(kysely);
  const serial = Number(rows[0]!.last?.slice(prefix.length) ?? 0) + 1;
  return prefix + String(serial).padStart(6, '0');
}
