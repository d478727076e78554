import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { departmentCodes } from '../../seeds/reference.js';
import { loadConfig } from '../../src/config.js';
import { grantJob, grantProposalJob } from '../../src/fast-track/grant.jobs.js';
import { byOwnClock } from '../../src/jobs/clockwork.js';
import { openPlatform } from '../../src/platform.js';
import { issueToken } from '../../src/server/demonstration-issuer.js';
import { type Contestant, start } from './contestant.js';
import type { Database } from './database.js';
import { figuresOf, median, type Round, ratios, tableOf } from './figures.js';
import { inTurnsOf, json, plan, say } from './plan.js';
import { populate, recordsEach } from './population.js';
import { wireOf } from './question.js';

/**
 * What the answer to a clerk may take, against a plain look-up of the entity: at most 1.3 times is promised. What shows something that
 * is not public is committed to the readings before it leaves; so it is measured against a look-up that shows such a value as well.
 */
const mostTimes = 1.3;

/** What is asked at a counter, and a plain look-up. */
const questions: Readonly<Record<string, string>> = {
  entity: 'query Entity($uscc: USCC!) { entity(uscc: $uscc) { name status } }',
  // the same with a value that is not public: like what a clerk is told, it is entered into the readings before it leaves
  'entity, logged': 'query Logged($uscc: USCC!) { entity(uscc: $uscc) { name status contactPhone } }',
  restrictions: `query Restrictions($uscc: USCC!) { restrictions(uscc: $uscc, matter: FUNDING) {
    restricted restrictions { title legalBasis until } } }`,
  fastTrack: `query FastTrack($uscc: USCC!) { fastTrack(uscc: $uscc, serviceItem: "FOOD_BUSINESS_LICENCE") {
    greenChannel tolerantAcceptance until suppliesWithin mayBeMissing { code } reasons { rule favours says basis } } }`,
};

/** Has the rules grant what they grant: announced and in force, as far as some rounds of the clock bring it. */
async function grant({ url, dataDir }: Database): Promise<void> {
  const platform = await openPlatform(
    { url, leave: async () => undefined },
    { config: loadConfig({ DATA_DIR: dataDir }), demonstration: false, log: () => undefined },
  );
  const at = (days: number) => new Date(Date.now() + days * 86_400_000);
  for (let round = 0; round < 5; round++) await grantProposalJob(platform).run(at(-14), byOwnClock);
  await grantJob(platform).run(at(-1), byOwnClock);
  await platform.close();
}

/** What the answer to a clerk costs, against a plain look-up of the same entity by the same server. */
export async function againstLookUp(database: Database, contestants: Contestant[]): Promise<string[]> {
  say(`Generating ${(plan.entities * recordsEach).toLocaleString('en-US')} records`);
  const codes = await populate(database, plan.entities);
  await grant(database);
  const token = await issueToken(database.dataDir, 'department:MARKET', await departmentCodes());
  const stated = {
    ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...{ 'credit-purpose': 'FAST_TRACK', 'credit-case': '2026-0001' },
  };
  const ours = await start('counter', 'src/main.js', database, '/health/ready');
  contestants.push(ours);
  const names = Object.keys(questions);
  const wires = names.map((name) =>
    codes.map((uscc) => wireOf(JSON.stringify({ query: questions[name], variables: { uscc } }), stated)),
  );
  const statements = await Promise.all(names.map((name) => statementsOf(ours, questions[name]!, codes[0]!, stated)));
  const rounds = await inTurnsOf(wires.map((requests) => [ours, requests]));
  const [plain, ...asked] = rounds as [Round[], ...Round[][]];
  // times of a request: the inverse of what is done in a second
  const times = asked.map((one) => ratios(plain, one));
  say(`
${tableOf(names.map((name, i) => ({ name, figures: figuresOf(rounds[i]!), statements: statements[i]! })))}

${times.map((each, i) => `${names[i + 1]}: ${median(each).toFixed(2)} times the look-up, median of ${each.map((one) => one.toFixed(2)).join(' ')} (at most ${mostTimes})`).join('\n')}
${plan.connections} connections, ${availableParallelism()} cores, Node ${process.version}, PostgreSQL ${database.version}, ${new Date().toISOString()}`);
  const result = names.map((name, i) => ({ name, ...figuresOf(rounds[i]!), statements: statements[i] }));
  if (json) await writeFile(json, `${JSON.stringify({ plan, result, times }, null, 2)}\n`);
  return times.flatMap((each, i) =>
    median(each) > mostTimes ? [`${names[i + 1]} takes ${median(each).toFixed(2)} times: at most ${mostTimes}.`] : [],
  );
}

/** SQL statements of one answer, which must be one without errors. */
async function statementsOf(
  { port }: Contestant,
  query: string,
  uscc: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const body = JSON.stringify({ query, variables: { uscc } });
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  if (text.includes('"errors"')) throw new Error(`The counter was answered ${text}`);
  return Number(/sql;desc="(\d+)/.exec(response.headers.get('server-timing') ?? '')?.[1]);
}
