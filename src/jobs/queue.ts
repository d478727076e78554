import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { type ConstructorOptions, PgBoss, type Job as QueuedJob } from 'pg-boss';
import { stripped } from '../database/failure.js';
import { quietly } from './queue-options.js';

/** What a job carries: ids alone, for whoever takes it to look up what is true by then. */
export type Carried = Readonly<Record<string, string>>;

/** Somebody who takes the jobs of a queue. */
export interface Worker {
  readonly queue: string;
  /** How many jobs this instance does at once; 1 when it is not said. */
  readonly atOnce?: number;
  /** Of jobs of one group this instance does one at a time, so that a slow group keeps no other waiting. */
  readonly byGroup?: true;
  /** One job is sent when the queue starts, beside those that are due by the clock. */
  readonly whenStarting?: true;
  /** Does the job; when it fails the queue tries again later. The failure's message is kept: it holds no secret. */
  take(carried: Carried): Promise<void>;
}

/** What the queues run on. */
export interface RunningQueue {
  readonly pool: pg.Pool;
  readonly workers: readonly Worker[];
  readonly log: Pick<FastifyBaseLogger, 'error'>;
  /** Seconds between two looks for jobs, at least 0.5. */
  readonly every?: number;
}

/** An outage is told once in this time, not with every look for jobs. */
const quietFor = 60_000;

/** On the way down a job may take so long before it is given back. */
const patience = 25_000;

/**
 * Takes jobs from the queues until what is answered is called, which waits for those under way. It uses the pool of the
 * requests. A database that fails is waited for: nothing here ends the process. Jobs of an instance that was killed are taken
 * again once its sign of life, or their time, has run out.
 */
export async function startQueue({ pool, workers, log, every = 2 }: RunningQueue): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    ...quietly,
    db: through(pool),
    supervise: true,
    schedule: true,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
  });
  boss.on('error', once(log));
  await boss.start({ attempts: 5 });
  for (const { queue, whenStarting } of workers) if (whenStarting) await boss.send(queue);
  for (const { queue, atOnce = 1, byGroup, take } of workers) {
    const options = {
      localConcurrency: atOnce,
      pollingIntervalSeconds: every,
      ...(byGroup && { localGroupConcurrency: 1 }),
    };
    await boss.work<Carried>(queue, options, async ([job]: QueuedJob<Carried>[]) => take(job!.data));
  }
  return () => boss.stop({ graceful: true, timeout: patience });
}

/** The pool has the ORM's own ways of reading values: the library expects those of the driver. */
const through = (pool: pg.Pool): NonNullable<ConstructorOptions['db']> => ({
  executeSql: async (text, values) => pool.query({ text, values: values ?? [], types: pg.types }),
});

function once(log: RunningQueue['log']): (error: Error) => void {
  let last = { message: '', at: 0 };
  return (error) => {
    const { message } = stripped(error);
    const at = performance.now();
    if (message === last.message && at < last.at + quietFor) return;
    last = { message, at };
    log.error({ err: stripped(error) }, 'the queue failed');
  };
}
