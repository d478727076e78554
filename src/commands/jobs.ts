import { setTimeout as pause } from 'node:timers/promises';
import { isDay, legalDay } from '../calendar/day.js';
import { runJobs } from '../jobs/clockwork.js';
import { jobs } from '../platform.js';
import { run, Usage, withPlatform } from './run.js';

const usage = 'Usage: npm run jobs -- YYYY-MM-DD, such as 2026-12-01; without a day: today.';

/** How often and how long, in milliseconds, a round that is under way elsewhere is waited for. */
const [again, patience] = [250, 60_000];

run(async (words, config) => {
  const now = new Date();
  const today = legalDay(now);
  const [day = today, ...more] = words;
  if (more.length > 0 || !isDay(day)) throw new Usage(usage);
  if (config.authIssuer && day > today) {
    throw new Usage(`AUTH_ISSUER is set: only the demonstration rehearses days to come, and ${day} is one.`);
  }
  const noon = day === today ? now : new Date(`${day}T12:00:00+08:00`);
  const failed: string[] = [];
  const log = {
    info: ({ job, ms, did }: { job: string; ms: number; did?: number }) =>
      process.stdout.write(`${day} ${job}: ${did === undefined ? 'done' : `${did} done`} (${ms} ms)\n`),
    error: ({ job, err }: { job: string; err: { message: string } }) => {
      failed.push(job);
      process.stdout.write(`${day} ${job}: failed: ${err.message}\n`);
    },
  } as never;
  await withPlatform(config, async (platform) => {
    const clockwork = { pool: platform.pool, jobs: jobs(platform), log };
    const until = Date.now() + patience;
    // somebody who names a day of the demonstration rehearses; elsewhere there is nothing to rehearse with
    const round = { rehearsed: !config.authIssuer && words.length > 0 };
    while (!(await runJobs(clockwork, noon, round))) {
      if (Date.now() > until) throw new Error('Another instance has been running the jobs all the while; try again.');
      await pause(again);
    }
  });
  if (failed.length > 0) throw new Error(`Of the jobs failed: ${failed.join(', ')}.`);
});
