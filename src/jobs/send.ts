import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, sql } from 'kysely';
import { insertJobs } from 'pg-boss/dist/plans.js';
import type { Carried } from './queue.js';
import { queueSchema } from './queue-options.js';

/** A job on its way. */
export interface Sent {
  /** At most one job with a key waits or runs in a queue whose policy is `exclusive`. */
  readonly key: string;
  /** Jobs of one group are done one after another. */
  readonly group: string;
  readonly carried: Carried;
}

/**
 * Sends jobs with the transaction at hand: taken up after it has committed, gone with it when it does not. One that waits to
 * be tried again is done now. Whether any instance takes jobs at the time does not matter.
 */
export async function sendJobs(em: EntityManager, queue: string, jobs: readonly Sent[]): Promise<void> {
  if (!em.isInTransaction()) throw new Error('jobs are sent with a transaction');
  if (jobs.length === 0) return;
  const kysely = em.getKysely();
  const rows = jobs.map(({ key, group, carried }) => ({ data: carried, singletonKey: key, groupId: group }));
  const insert = insertJobs(queueSchema, { table: 'job', name: queue, returnId: false });
  await kysely.executeQuery(CompiledQuery.raw(insert, [JSON.stringify(rows)]));
  const job = sql.table(`${queueSchema}.job`);
  await sql`update ${job} set start_after = now()
    where name = ${queue} and state = 'retry' and singleton_key = any(${jobs.map(({ key }) => key)})`.execute(kysely);
}
