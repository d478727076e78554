import { parseArgs } from 'node:util';
import type { Contestant } from './contestant.js';
import type { Round } from './figures.js';
import { load } from './load.js';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    warmup: { type: 'string' },
    connections: { type: 'string', default: '32' },
    json: { type: 'string' },
    /** Size of the city that is evaluated: up to --entities 300000 --records 5000000. */
    entities: { type: 'string' },
    records: { type: 'string' },
    /** A smoke run: a tenth of the data and too little time to trust the figures. */
    quick: { type: 'boolean', default: false },
    /** Prints how the database goes about it, where that is measured. */
    explain: { type: 'boolean', default: false },
  },
});
const { quick } = given;

/**
 * What is measured: the `report` against a bare server, `access` against the same server with every rule open, statistics of
 * `arrears` against one aggregate, what a clerk asks at the `counter` against a plain look-up, or the report with and without the
 * nightly `evaluation`.
 */
export const wanted: string = positionals[0] ?? 'report';

/** Where the figures go, as JSON, if anywhere. */
export const { json } = given;

/** Whether plans of statements are printed. */
export const { explain: explains } = given;

/** How much and how long. */
export const plan = {
  entities: quick ? 1_000 : 10_000,
  rounds: Number(given.rounds ?? (quick ? 2 : 5)),
  seconds: Number(given.seconds ?? (quick ? 2 : 6)),
  warmup: Number(given.warmup ?? (quick ? 3 : 10)),
  connections: Number(given.connections),
};

/** How large the city is whose nightly evaluation is measured. */
export const city = {
  entities: Number(given.entities ?? (quick ? 6_000 : 60_000)),
  records: Number(given.records ?? (quick ? 100_000 : 1_000_000)),
};
for (const [option, value] of Object.entries({ ...plan, ...city })) {
  if (value > 0) continue;
  process.stderr.write(`--${option} must be a number above 0.\n`);
  process.exit(1);
}

/** A line for whoever measures. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Asks one server for a while; what it cost its process and this one. */
async function round(contestant: Contestant, requests: readonly Buffer[]): Promise<Round> {
  const [before, own] = [await contestant.cpu(), process.cpuUsage()];
  const sample = await load(contestant.port, requests, plan.connections, plan.seconds);
  const { user, system } = process.cpuUsage(own);
  const after = await contestant.cpu();
  const cpu = before === undefined || after === undefined ? undefined : (after - before) / sample.requests;
  return { ...sample, cpu, generator: (user + system) / sample.requests };
}

/** A server and what it is asked. */
export type Asked = readonly [contestant: Contestant, requests: readonly Buffer[]];

/** Warms the servers up and asks them in turns, so that a machine that slows down slows all; their rounds, in the same order. */
export async function inTurnsOf(asked: readonly Asked[]): Promise<Round[][]> {
  say(`Warming up, then ${plan.rounds} rounds of ${plan.seconds} s in turns`);
  for (const [one, requests] of asked) await load(one.port, requests, plan.connections, plan.warmup);
  const rounds: Round[][] = asked.map(() => []);
  for (let i = 0; i < plan.rounds; i++) {
    for (const [n, [one, requests]] of asked.entries()) rounds[n]!.push(await round(one, requests));
  }
  return rounds;
}

/** Asks several servers the same. */
export const inTurns = (contestants: readonly Contestant[], requests: readonly Buffer[]): Promise<Round[][]> =>
  inTurnsOf(contestants.map((one) => [one, requests]));
