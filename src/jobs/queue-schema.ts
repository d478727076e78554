import { createRequire } from 'node:module';
import type pg from 'pg';
import { getConstructionPlans, getMigrationPlans, PgBoss, type Queue } from 'pg-boss';
import { ConfigurationError } from '../config.js';
import { type Grant, grantExactly } from '../database/rights.js';
import { queueSchema, quietly } from './queue-options.js';

/** A queue of the platform, how its jobs are kept and tried again, and when one is due by itself. */
export interface QueueDeclaration extends Queue {
  /** Minutes at which a job is due without anybody sending it, as cron writes them. */
  readonly cron?: string;
}

const latest: number = createRequire(import.meta.url)('pg-boss/package.json').pgboss.schema;

/**
 * Brings the tables of the queues up to date and declares the queues. The program itself works as a role that may make no
 * tables; so nothing of this is left to it.
 *
 * @param owner a connection of the database's owner, which holds the migration lock
 * @returns what was done, in words
 * @throws ConfigurationError when the owner may not make the schema
 */
export async function prepareQueues(owner: pg.Client, queues: readonly QueueDeclaration[]): Promise<string[]> {
  const boss = new PgBoss({ ...quietly, db: { executeSql: (text, values) => lastOf(owner, text, values) } });
  const done = await bringUpToDate(owner, boss);
  await boss.start();
  try {
    const present = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
    const crons = new Map((await boss.getSchedules()).map(({ name, cron }) => [name, cron]));
    for (const { cron, ...queue } of queues) {
      const { name, policy, ...settings } = queue;
      const known = present.get(name);
      if (!known) await boss.createQueue(name, queue);
      else if (differs(known, settings)) await boss.updateQueue(name, settings);
      if (cron !== undefined && crons.get(name) !== cron)
        await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' });
      if (!known) done.push(`made the queue ${name}`);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  return done;
}

const differs = (known: Queue, settings: Omit<Queue, 'name'>): boolean =>
  Object.entries(settings).some(([key, value]) => known[key as keyof Queue] !== value);

async function bringUpToDate(owner: pg.Client, boss: PgBoss): Promise<string[]> {
  if (!(await boss.isInstalled())) {
    await construct(owner);
    return [`made the tables of the queues, version ${latest}`];
  }
  const version = (await boss.schemaVersion())!;
  if (version >= latest) return [];
  await owner.query(getMigrationPlans(queueSchema, version));
  return [`brought the tables of the queues to version ${latest}`];
}

async function construct(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('select to_regnamespace($1) is not null as there', [queueSchema]);
  try {
    await owner.query(getConstructionPlans(queueSchema, { createSchema: !rows[0].there }));
  } catch (error) {
    await owner.query('rollback');
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new ConfigurationError(
      `The user of DATABASE_URL may not make the schema of the queues. An administrator of the database must run: ` +
        `CREATE SCHEMA ${queueSchema} AUTHORIZATION "${owner.user}";`,
    );
  }
}

/** Several statements in one text have several results; the library looks at the last. */
async function lastOf(owner: pg.Client, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const result: pg.QueryResult | pg.QueryResult[] = await owner.query(text, values);
  return Array.isArray(result) ? result.at(-1)! : result;
}

/** What the program does with the tables of the queues: it sends, takes and clears away jobs, and keeps their clocks. */
const needed: Readonly<Record<string, readonly string[]>> = {
  version: ['SELECT', 'UPDATE'],
  queue: ['SELECT', 'INSERT', 'UPDATE'],
  schedule: ['SELECT', 'UPDATE'],
  job: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  job_common: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  job_dependency: ['SELECT', 'UPDATE', 'DELETE'],
  instance: ['SELECT', 'UPDATE', 'DELETE'],
};

/** Gives the program's role what it needs of the queues and nothing more; says whether anything was changed. */
export const grantQueueRights = (owner: pg.Client, role: string): Promise<boolean> =>
  grantExactly(
    owner,
    role,
    queueSchema,
    Object.entries(needed).flatMap(([table, rights]) => rights.map((right): Grant => ({ table, column: null, right }))),
  );
