import 'reflect-metadata';
import { againstAggregate } from './against-aggregate.js';
import { againstBare } from './against-bare.js';
import { againstLookUp } from './against-look-up.js';
import { againstOpen } from './against-open.js';
import type { Contestant } from './contestant.js';
import { openDatabase } from './database.js';
import { say, wanted } from './plan.js';
import { whileEvaluated } from './while-evaluated.js';

const measurements = {
  report: againstBare,
  access: againstOpen,
  arrears: againstAggregate,
  counter: againstLookUp,
  evaluation: whileEvaluated,
};
const measure = Object.entries(measurements).find(([name]) => name === wanted)?.[1];
if (!measure) {
  process.stderr.write(`There is no measurement "${wanted}": ${Object.keys(measurements).join(', ')}.\n`);
  process.exit(1);
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
