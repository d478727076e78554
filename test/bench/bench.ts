import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { departmentCodes } from '../../seeds/reference.js';
import { issueToken } from '../../src/server/demonstration-issuer.js';
import { type Contestant, start } from './contestant.js';
import { type Database, openDatabase } from './database.js';
import { figuresOf, median, type Round, ratios, tableOf } from './figures.js';
import { load } from './load.js';
import { populate, recordsEach } from './population.js';
import { compare, requestOf } from './question.js';

/** What the house promises: a share of the bare server's throughput, and statements a request. */
const leastRatio = 0.3;
const mostStatements = 4;

const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    warmup: { type: 'string' },
    connections: { type: 'string', default: '32' },
    json: { type: 'string' },
    /** A smoke run: a tenth of the data and too little time to trust the figures. */
    quick: { type: 'boolean', default: false },
  },
});
const { quick } = given;
const plan = {
  entities: quick ? 1_000 : 10_000,
  rounds: Number(given.rounds ?? (quick ? 2 : 5)),
  seconds: Number(given.seconds ?? (quick ? 2 : 6)),
  warmup: Number(given.warmup ?? (quick ? 3 : 10)),
  connections: Number(given.connections),
};
for (const [option, value] of Object.entries(plan)) {
  if (value > 0) continue;
  process.stderr.write(`--${option} must be a number above 0.\n`);
  process.exit(1);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Asks one server for a while; what it cost its process and this one. */
async function round(contestant: Contestant, requests: readonly Buffer[]): Promise<Round> {
  const [before, own] = [await contestant.cpu(), process.cpuUsage()];
  const sample = await load(contestant.port, requests, plan.connections, plan.seconds);
  const { user, system } = process.cpuUsage(own);
  const after = await contestant.cpu();
  const cpu = before === undefined || after === undefined ? undefined : (after - before) / sample.requests;
  return { ...sample, cpu, generator: (user + system) / sample.requests };
}

async function measure(database: Database, contestants: Contestant[]): Promise<string[]> {
  const records = (plan.entities * recordsEach).toLocaleString('en-US');
  say(`Generating ${records} records`);
  const codes = await populate(database, plan.entities);
  const token = await issueToken(database.dataDir, 'department:TAX', await departmentCodes());
  const requests = codes.map((code) => requestOf(code, token));
  const ours = await start('ours', 'src/main.js', database, '/health/ready');
  contestants.push(ours);
  const bare = await start('bare', 'test/bench/bare.js', database, '/');
  contestants.push(bare);

  const probes = Array.from({ length: 200 }, () => codes[Math.floor(Math.random() * codes.length)]!);
  const compared = await compare(ours, bare, probes, token);
  say(
    `Both give the same answers to ${probes.length} questions; of ${compared.values} values ours hides ${compared.hidden}`,
  );

  say(`Warming up, then ${plan.rounds} rounds of ${plan.seconds} s in turns`);
  for (const one of contestants) await load(one.port, requests, plan.connections, plan.warmup);
  const rounds: { ours: Round[]; bare: Round[] } = { ours: [], bare: [] };
  for (let i = 0; i < plan.rounds; i++) {
    rounds.ours.push(await round(ours, requests));
    rounds.bare.push(await round(bare, requests));
  }

  const result = {
    date: new Date().toISOString(),
    node: process.version,
    postgresql: database.version,
    cores: availableParallelism(),
    ...plan,
    ...compared,
    ours: figuresOf(rounds.ours),
    bare: figuresOf(rounds.bare),
    ratios: ratios(rounds.ours, rounds.bare),
    ratio: median(ratios(rounds.ours, rounds.bare)),
  };
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  say(`
${tableOf([
  { name: 'ours', figures: result.ours, statements: result.statements },
  { name: 'bare', figures: result.bare, statements: 1 },
])}

ratio ${result.ratio.toFixed(2)}, median of ${result.ratios.map((one) => one.toFixed(2)).join(' ')} (at least ${leastRatio.toFixed(2)})
${records} records, ${plan.connections} connections, ${result.cores} cores, Node ${result.node}, PostgreSQL ${result.postgresql}, ${result.date}
an answer has ${kb(result.oursBytes)} (bare ${kb(result.bareBytes)}); the load generator takes ${result.ours.generator.toFixed(0)} µs a request (bare ${result.bare.generator.toFixed(0)} µs)`);
  if (given.json) await writeFile(given.json, `${JSON.stringify(result, null, 2)}\n`);

  const broken: string[] = [];
  if (result.ratio < leastRatio)
    broken.push(`The ratio is ${result.ratio.toFixed(3)}: it must be at least ${leastRatio}.`);
  // not "more than": an answer that does not say how many is a failure too
  if (!(result.statements <= mostStatements)) {
    broken.push(`A request took ${result.statements} statements: it may take ${mostStatements}.`);
  }
  return broken;
}

const database = await openDatabase();
const contestants: Contestant[] = [];
// Ctrl-C reaches the servers too: the load then fails, and what was made is cleared away
process.once('SIGINT', () => say('Stopping'));
try {
  for (const sentence of await measure(database, contestants)) {
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`The measurement failed: ${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await Promise.all(contestants.map((one) => one.stop()));
  await database.drop();
}
