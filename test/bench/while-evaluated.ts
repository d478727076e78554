import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { departmentCodes } from '../../seeds/reference.js';
import { thePlatform } from '../../src/access/viewer.js';
import { daysAfter, legalDay } from '../../src/calendar/day.js';
import { loadConfig } from '../../src/config.js';
import { actingAt } from '../../src/jobs/acting.js';
import { openPlatform, type Platform } from '../../src/platform.js';
import { evaluateEverybody } from '../../src/profile/evaluation.service.js';
import { issueToken } from '../../src/server/demonstration-issuer.js';
import { type Contestant, start } from './contestant.js';
import { administer, type Database } from './database.js';
import { populateWidely } from './evaluation-population.js';
import { load, type Sample } from './load.js';
import { city, json, plan, say } from './plan.js';
import { requestOf } from './question.js';

/** What the house promises: while everybody is evaluated, a report takes at most so many times as long, of a hundred the slowest. */
const mostRatio = 2;

/** So many ask at once: enough to keep the server busy, and not so many that they wait for one another. */
const askers = 4;

/** What a run did, and how long it took. */
interface Run {
  readonly seconds: number;
  readonly changed: number;
}

/** The nightly evaluation of a day, in the slices of the platform, without a pause. */
async function evaluate(platform: Platform, day: string): Promise<Run> {
  const began = performance.now();
  const changed = await evaluateEverybody(
    () => actingAt(platform, new Date(`${day}T00:05:00+08:00`), thePlatform, true),
    { entities: 5_000, milliseconds: Number.POSITIVE_INFINITY },
  );
  return { seconds: (performance.now() - began) / 1000, changed };
}

const slowest = (
  samples: readonly Sample[],
): { readonly p50: number; readonly p99: number; readonly answers: number } => {
  const all = Float64Array.from(samples.flatMap(({ latencies }) => Array.from(latencies))).sort();
  return { p50: all[all.length >> 1]!, p99: all[Math.floor(all.length * 0.99)]!, answers: all.length };
};

/** The nightly evaluation alone, and the report with and without it. */
export async function whileEvaluated(database: Database, contestants: Contestant[]): Promise<string[]> {
  const [entities, records] = [city.entities.toLocaleString('en-US'), city.records.toLocaleString('en-US')];
  say(`Generating ${entities} entities with ${records} records`);
  const codes = await populateWidely(database, city.entities, city.records);
  const token = await issueToken(database.dataDir, 'department:TAX', await departmentCodes());
  const requests = codes.map((code) => requestOf(code, token));
  const platform = await openPlatform(
    { url: database.url, leave: async () => undefined },
    { config: loadConfig({ DATA_DIR: database.dataDir }), demonstration: false, log: () => undefined },
  );
  try {
    const today = legalDay(new Date());
    const alone = await evaluate(platform, today);
    const again = await evaluate(platform, daysAfter(today, 1));
    // the server's own clock finds its run done
    await administer(database.url, (owner) => owner.query('update evaluation_run set rehearsed = false'));
    const ours = await start('ours', 'src/main.js', database, '/health/ready');
    contestants.push(ours);
    const asks = (seconds: number) => load(ours.port, requests, askers, seconds);
    await asks(plan.warmup);
    const quiet: Sample[] = [];
    for (let round = 0; round < plan.rounds; round++) quiet.push(await asks(plan.seconds));

    // every row is written anew: more than a night brings
    await administer(database.url, (owner) => owner.query('truncate credit_grade'));
    const busy: Sample[] = [];
    let running = true;
    const meanwhile = evaluate(platform, daysAfter(today, 2)).finally(() => {
      running = false;
    });
    while (running) busy.push(await asks(1));
    const loaded = await meanwhile;
    quiet.push(await asks(plan.seconds));

    const [without, during] = [slowest(quiet), slowest(busy)];
    const ratio = during.p99 / without.p99;
    const perSecond = (run: Run) => Math.round(city.records / run.seconds).toLocaleString('en-US');
    const line = (name: string, run: Run) =>
      `${name.padEnd(34)}${run.seconds.toFixed(1).padStart(8)} s${perSecond(run).padStart(14)} records/s${run.changed.toLocaleString('en-US').padStart(12)} rows`;
    say(`
${line('the first night, alone', alone)}
${line('the night after, alone', again)}
${line('the first night, with questions', loaded)}  ${(loaded.seconds / alone.seconds).toFixed(2)}× alone

the report without it: p50 ${without.p50.toFixed(1)} ms, p99 ${without.p99.toFixed(1)} ms of ${without.answers} answers
the report during it:  p50 ${during.p50.toFixed(1)} ms, p99 ${during.p99.toFixed(1)} ms of ${during.answers} answers
p99 ratio ${ratio.toFixed(2)} (at most ${mostRatio})
${entities} entities, ${records} records, ${askers} connections, ${availableParallelism()} cores, Node ${process.version}, PostgreSQL ${database.version}, ${new Date().toISOString()}`);
    const result = { date: new Date().toISOString(), ...city, alone, again, loaded, without, during, ratio };
    if (json) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
    return ratio > mostRatio
      ? [`The slowest of a hundred reports take ${ratio.toFixed(2)} times as long: at most ${mostRatio}.`]
      : [];
  } finally {
    await platform.close();
  }
}
