import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { stripped } from '../database/failure.js';

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
  /** Does what is due at the instant; doing it again changes nothing. */
  run(now: Date, round: Round): Promise<void>;
}

/** What the clockwork runs on. */
export interface Clockwork {
  readonly pool: pg.Pool;
  readonly jobs: readonly Job[];
  readonly log: Pick<FastifyBaseLogger, 'info' | 'error'>;
}

const aMinute = 60_000;

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
    await job.run(now, round);
    log.info({ job: job.name, ms: Math.round(performance.now() - started) }, 'job done');
  } catch (error) {
    log.error({ job: job.name, err: stripped(error) }, 'job failed');
  }
}

/**
 * Runs the jobs now and every minute. A round that takes longer than a minute is not overtaken. What is answered stops the
 * clock and waits for the round under way.
 */
export function startClockwork(clockwork: Clockwork, clock: () => Date = () => new Date()): () => Promise<void> {
  let round: Promise<void> | undefined;
  const turn = (): void => {
    round ??= runJobs(clockwork, clock())
      .then(() => undefined)
      .catch((error: unknown) => clockwork.log.error({ err: stripped(error) }, 'the clockwork failed'))
      .finally(() => {
        round = undefined;
      });
  };
  turn();
  const timer = setInterval(turn, aMinute).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
