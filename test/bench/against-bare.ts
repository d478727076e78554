import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { departmentCodes } from '../../seeds/reference.js';
import { issueToken } from '../../src/server/demonstration-issuer.js';
import { type Contestant, start } from './contestant.js';
import type { Database } from './database.js';
import { figuresOf, median, type Round, ratios, tableOf } from './figures.js';
import { inTurns, json, plan, say } from './plan.js';
import { populate, recordsEach } from './population.js';
import { compare, requestOf } from './question.js';

/** What the house promises: a share of the bare server's throughput, and statements a request. */
const leastRatio = 0.3;
const mostStatements = 4;

/** The report against a bare server with one prepared statement. */
export async function againstBare(database: Database, contestants: Contestant[]): Promise<string[]> {
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

  const [oursRounds, bareRounds] = (await inTurns([ours, bare], requests)) as [Round[], Round[]];

  const result = {
    date: new Date().toISOString(),
    node: process.version,
    postgresql: database.version,
    cores: availableParallelism(),
    ...plan,
    ...compared,
    ours: figuresOf(oursRounds),
    bare: figuresOf(bareRounds),
    ratios: ratios(oursRounds, bareRounds),
    ratio: median(ratios(oursRounds, bareRounds)),
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
  if (json) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);

  const broken: string[] = [];
  if (result.ratio < leastRatio)
    broken.push(`The ratio is ${result.ratio.toFixed(3)}: it must be at least ${leastRatio}.`);
  // not "more than": an answer that does not say how many is a failure too
  if (!(result.statements <= mostStatements)) {
    broken.push(`A request took ${result.statements} statements: it may take ${mostStatements}.`);
  }
  return broken;
}
