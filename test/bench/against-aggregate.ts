import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { ArrearsDimension } from '../../src/arrears/arrears-statistics.js';
import { monthOf, yearOf } from '../../src/arrears/arrears-statistics.rules.js';
import {
  arrearsStatisticsOf,
  type CaseInterest,
  interestOfAllCases,
  interestOfEachCase,
} from '../../src/arrears/arrears-sums.reads.js';
import { moneyOf } from '../../src/money/fen.js';
import { allPayables, interestOfPayable, type Payable } from '../world/arrears-arithmetic.js';
import { lastDay, paymentsEach, populateArrears } from './arrears-population.js';
import type { Contestant } from './contestant.js';
import { administer, type Database } from './database.js';
import { median } from './figures.js';
import { explains, json, plan, say } from './plan.js';

/** What the house promises: a statistic costs at most so many times one aggregate of the same lines. */
const mostRatio = 10;

/** A question that is timed. */
interface Question {
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

/**
 * One indexed aggregate of the same lines: the balance of every payable, in the order of the index ledger_entry_sums and from it
 * alone; they are counted, so that no rows are sent. The plain sum of the whole ledger is told beside it.
 */
const aggregate = `select count(*), max(balance) from (
  select sum(amount) as balance from ledger_entry where effective_on <= $1 group by payable_id
) payable`;
const plainSum = 'select sum(amount) from ledger_entry where effective_on <= $1';

const days = [lastDay, `${Number(lastDay.slice(0, 4)) - 2}${lastDay.slice(4)}`];

const statisticsAsOf = (day: string): Question[] => [
  ...Object.values(ArrearsDimension).map((by) => ({
    name: `by ${by.toLowerCase()}`,
    text: arrearsStatisticsOf[by].text,
    values: [day, monthOf(day), yearOf(day)],
  })),
  { name: 'interest of all cases', text: interestOfAllCases.text, values: [day] },
];

/** The program's statements are named, as it sends them; the yardsticks are planned for their day, the best that they can be. */
async function milliseconds(client: pg.Client, { name, text, values }: Question, named = true): Promise<number> {
  const began = performance.now();
  await client.query({ ...(named && { name: `bench.${name}` }), text, values: [...values] });
  return performance.now() - began;
}

/** What is said of one question. */
interface Measured {
  readonly day: string;
  readonly name: string;
  readonly ms: number;
  /** To the aggregate, and to the plain sum: medians of the rounds. */
  readonly ratio: number;
  readonly toPlainSum: number;
}

/** Asks everything as of a day in turns, each between its yardsticks, so that a machine that slows down slows all. */
async function measure(client: pg.Client, day: string): Promise<Measured[]> {
  const yardstick = { name: 'aggregate', text: aggregate, values: [day] };
  const floor = { name: 'plain sum', text: plainSum, values: [day] };
  const questions = statisticsAsOf(day);
  const taken = new Map(
    questions.map(({ name }) => [name, { ms: [] as number[], ratio: [] as number[], plain: [] as number[] }]),
  );
  for (let round = 0; round <= plan.rounds; round++) {
    for (const question of questions) {
      const [one, sum, ours] = [
        await milliseconds(client, yardstick, false),
        await milliseconds(client, floor, false),
        await milliseconds(client, question),
      ];
      // the first round reads from disk and plans
      if (round === 0) continue;
      const { ms, ratio, plain } = taken.get(question.name)!;
      ms.push(ours);
      ratio.push(ours / one);
      plain.push(ours / sum);
    }
  }
  return questions.map(({ name }) => {
    const { ms, ratio, plain } = taken.get(name)!;
    return { day, name, ms: median(ms), ratio: median(ratio), toPlainSum: median(plain) };
  });
}

/** How the database goes about the questions, in short: what it reads and how long each step takes. */
async function explain(client: pg.Client): Promise<void> {
  for (const { name, text, values } of [
    { name: 'aggregate', text: aggregate, values: [lastDay] },
    { name: 'plain sum', text: plainSum, values: [lastDay] },
    ...statisticsAsOf(lastDay),
  ]) {
    const bound = values.reduce((all, value, i) => all.replaceAll(`$${i + 1}`, `'${value}'`), text);
    const { rows } = await client.query(`explain (analyze, costs off, summary off, buffers off) ${bound}`);
    const steps = rows.map((row) => row['QUERY PLAN'] as string);
    say(`\n${name}\n${steps.filter((step) => /Scan|Join|Aggregate|Sort|Disk|Workers L/.test(step)).join('\n')}`);
  }
}

/** Compares the interest of each case with the arithmetic of the code; how many cases and how many fen. */
async function checkInterest(client: pg.Client, day: string): Promise<string> {
  const { rows } = await client.query<CaseInterest>(interestOfEachCase.text, [day]);
  const payables = (await client.query<Payable>(allPayables)).rows;
  const exact = new Map<string, bigint>();
  for (const payable of payables) {
    const { caseId } = payable;
    exact.set(caseId!, (exact.get(caseId!) ?? 0n) + interestOfPayable(payable, day));
  }
  let total = 0n;
  for (const { caseId, interest } of rows) {
    const worked = exact.get(caseId)!;
    if (interest !== moneyOf(worked)) throw new Error(`Interest of ${caseId} is ${interest}, not ${moneyOf(worked)}`);
    total += worked;
  }
  const [all] = (await client.query(interestOfAllCases.text, [day])).rows;
  if (all.cases !== rows.length || all.interest !== moneyOf(total))
    throw new Error('The total is not that of the cases');
  return `As of ${day} interest of ${rows.length} open cases is ${moneyOf(total)} yuan: in one statement, case by case and by the code the same to the fen`;
}

/** Statistics of arrears against one indexed aggregate of the same lines of the ledger. */
export async function againstAggregate(database: Database, _contestants: Contestant[]): Promise<string[]> {
  const cases = plan.entities * 5;
  const payments = (cases * paymentsEach).toLocaleString('en-US');
  say(`Generating ${cases.toLocaleString('en-US')} cases and ${payments} payments`);
  await populateArrears(database, cases);
  return administer(database.url, async (client) => {
    const [{ lines }] = (await client.query('select count(*)::int as lines from ledger_entry')).rows;
    for (const day of days) say(await checkInterest(client, day));
    if (explains) await explain(client);
    say(`\n${plan.rounds} rounds in turns over ${lines.toLocaleString('en-US')} lines`);
    const measured: Measured[] = [];
    for (const day of days) measured.push(...(await measure(client, day)));
    const line = ({ day, name, ms, ratio, toPlainSum }: Measured) =>
      `${day}  ${name.padEnd(22)}${ms.toFixed(0).padStart(8)}${ratio.toFixed(1).padStart(12)}${toPlainSum.toFixed(1).padStart(14)}`;
    say(`as of       ${''.padEnd(22)}${'ms'.padStart(8)}${'× aggregate'.padStart(12)}${'× plain sum'.padStart(14)}`);
    say(measured.map(line).join('\n'));
    say(
      `${availableParallelism()} cores, Node ${process.version}, PostgreSQL ${database.version}, ${new Date().toISOString()}`,
    );
    const result = { date: new Date().toISOString(), cases, lines, rounds: plan.rounds, aggregate, plainSum, measured };
    if (json) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
    return measured
      .filter(({ ratio }) => ratio > mostRatio)
      .map(
        ({ day, name, ratio }) =>
          `${name} as of ${day} takes ${ratio.toFixed(1)} times the aggregate: at most ${mostRatio}.`,
      );
  });
}
