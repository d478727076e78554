import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { clockWorker, type Job, runJobs } from '../src/jobs/clockwork.js';
import { startQueue } from '../src/jobs/queue.js';
import { type City, openCity } from './world.js';

let city: City;
const logged: { level: string; job?: string }[] = [];
const log = {
  info: (line: object) => void logged.push({ level: 'info', ...line }),
  error: (line: object) => void logged.push({ level: 'error', ...line }),
} as never;
const now = new Date('2026-11-22T02:00:00Z');

beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());
beforeEach(() => {
  logged.length = 0;
});

const clockwork = (...jobs: Job[]) => ({ pool: city.platform.pool, jobs, log });

/** A job that takes until it is let go. */
function slow() {
  let release = () => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ran: Date[] = [];
  const job: Job = {
    name: 'slow',
    run: async (at) => {
      ran.push(at);
      await done;
    },
  };
  return { job, ran, release };
}

test('every job runs at the given instant, whatever became of the one before', async () => {
  const ran: [string, Date][] = [];
  const noting = (name: string): Job => ({ name, run: async (at) => void ran.push([name, at]) });
  const failing: Job = {
    name: 'failing',
    run: async () => {
      await city.platform.pool.query("select 'secret of somebody'::int");
    },
  };
  expect(await runJobs(clockwork(noting('first'), failing, noting('last')), now)).toBe(true);
  expect(ran).toEqual([
    ['first', now],
    ['last', now],
  ]);
  expect(logged.map(({ level, job }) => [level, job])).toEqual([
    ['info', 'first'],
    ['error', 'failing'],
    ['info', 'last'],
  ]);
  expect(JSON.stringify(logged)).not.toContain('secret of somebody');
});

test('one instance at a time: another one does nothing, and may the next time', async () => {
  const first = slow();
  const second = slow();
  second.release();
  const running = runJobs(clockwork(first.job), now);
  while (first.ran.length === 0) await pause(5);
  expect(await runJobs(clockwork(second.job), now)).toBe(false);
  expect(second.ran).toEqual([]);
  first.release();
  expect(await running).toBe(true);
  expect(await runJobs(clockwork(second.job), now)).toBe(true);
  expect(second.ran).toEqual([now]);
});

test('an instance that loses its connection holds nobody up', async () => {
  const first = slow();
  const running = runJobs(clockwork(first.job), now);
  while (first.ran.length === 0) await pause(5);
  await city.platform.pool.query(
    "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and objid = 7302027",
  );
  first.release();
  await expect(running).rejects.toThrow();
  const second = slow();
  second.release();
  expect(await runJobs(clockwork(second.job), now)).toBe(true);
});

test('the clock starts at once, and its stop waits for the round under way', async () => {
  const { job, ran, release } = slow();
  const { pool } = city.platform;
  const stop = await startQueue({ pool, workers: [clockWorker(clockwork(job), () => now)], log, every: 0.5 });
  while (ran.length === 0) await pause(5);
  let stopped = false;
  const stopping = stop().then(() => {
    stopped = true;
  });
  await pause(20);
  expect(stopped).toBe(false);
  release();
  await stopping;
  expect(ran).toEqual([now]);
  expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
});
