import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { stripped } from '../database/failure.js';
import type { Worker } from './queue.js';
import type { QueueDeclaration } from './queue-schema.js';

/** How a round of the jobs is meant. */
export interface Round {
  /**
   * Whether somebody runs it for a day of their choice. Then it takes up every case; otherwise those that live on a rehearsed
   * clock are left alone, since the platform's own clock says nothing of them.
   */
  readonly rehearsed: boolean;
}

/** A round by the platform's own clock. */
export const byOwnClock: Round = { rehearsed: false };

/** Something that the platform does by the clock, such as taking the steps of overdue cases. */
export interface Job {
  readonly name: string;
  /** Does what is due at the instant and says how many things it did, if it counts them; doing it again changes nothing. */
  run(now: Date, round: Round): Promise<unknown>;
}

/** What the clockwork runs on. */
export interface Clockwork {
  readonly pool: pg.Pool;
  readonly jobs: readonly Job[];
  readonly log: Pick<FastifyBaseLogger, 'info' | 'error'>;
}

/** Key of the advisory lock under which jobs run: one instance at a time. */
const jobsLock = 7_302_027;

/**
 * Runs every job once, unless another instance is at it; says whether it did. A job that fails is logged and keeps none of
 * the others from running.
 */
export async function runJobs({ pool, jobs, log }: Clockwork, now: Date, round: Round = byOwnClock): Promise<boolean> {
  if (jobs.length === 0) return false;
  const client = await pool.connect();
  let lost: Error | undefined;
  const onLost = (error: Error): void => {
    lost = error;
  };
  // while a job runs nobody else listens, and an unheard loss of the connection would end the process
  client.on('error', onLost);
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [jobsLock]);
    if (!rows[0]!.mine) return false;
    for (const job of jobs) await attempt(job, now, round, log);
    await client.query('select pg_advisory_unlock($1)', [jobsLock]);
    return true;
  } catch (error) {
    lost ??= error as Error;
    throw error;
  } finally {
    client.off('error', onLost);
    // a connection in doubt may still hold the lock, which ends with it
    client.release(lost);
  }
}

async function attempt(job: Job, now: Date, round: Round, log: Clockwork['log']): Promise<void> {
  const started = performance.now();
  try {
    const did = await job.run(now, round);
    const ms = Math.round(performance.now() - started);
    log.info({ job: job.name, ms, ...(typeof did === 'number' && { did }) }, 'job done');
  } catch (error) {
    log.error({ job: job.name, err: stripped(error) }, 'job failed');
  }
}

/** The queue of the clock: a round is due every minute, and at most one waits. */
export const clockQueue: QueueDeclaration = {
  name: 'clock',
  policy: 'short',
  cron: '* * * * *',
  // an instance that is killed gives no sign of life, and its round is taken up again
  heartbeatSeconds: 20,
  expireInSeconds: 3600,
  retryLimit: 2,
  retryDelay: 1,
  retryBackoff: false,
  retentionSeconds: 3600,
  deleteAfterSeconds: 3600,
};

/** Runs the jobs when the queue starts and every minute, on one instance. */
export const clockWorker = (clockwork: Clockwork, clock: () => Date = () => new Date()): Worker => ({
  queue: clockQueue.name,
  whenStarting: true,
  take: async () => {
    try {
      await runJobs(clockwork, clock());
    } catch (error) {
      clockwork.log.error({ err: stripped(error) }, 'the clockwork failed');
      throw new Error('the clockwork failed');
    }
  },
});
