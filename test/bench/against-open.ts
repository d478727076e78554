import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { departmentCodes } from '../../seeds/reference.js';
import { issueToken } from '../../src/server/demonstration-issuer.js';
import { type Contestant, start } from './contestant.js';
import { administer, type Database } from './database.js';
import { figuresOf, median, type Round, ratios, tableOf } from './figures.js';
import { inTurns, json, plan, say } from './plan.js';
import { populate, recordsEach } from './population.js';
import { ask, fieldsOf, requestOf } from './question.js';

/** What rules, masking and readings may cost of the throughput: the house's promise is at most 25 %. */
const leastRatio = 0.75;

/** A copy of a database under another name. */
async function copyOf(database: Database, suffix: string): Promise<Database> {
  const url = new URL(database.url);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  await administer(url.href, (owner) => owner.query(`create database ${name}_${suffix} template ${name}`));
  url.pathname = `/${name}_${suffix}`;
  return { ...database, url: url.href };
}

/** Changes records behind the trigger that keeps them, and packs them again as a fresh table is. */
async function rewrite(url: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  await administer(url, async (owner) => {
    await owner.query('alter table credit_record disable trigger append_only');
    await work(owner);
    await owner.query('alter table credit_record enable trigger append_only');
    await owner.query('vacuum full credit_record');
    await owner.query('vacuum analyze');
  });
}

/** Makes the catalogue and the records open to everyone: nothing is masked, withheld or logged. */
async function unrule({ url }: Database): Promise<void> {
  await rewrite(url, async (owner) => {
    await owner.query(`update catalogue_item set sharing = 'UNCONDITIONAL', disclosure = 'PUBLIC'`);
    await owner.query(`update catalogue_field set disclosure = 'PUBLIC', masking = null`);
    await owner.query(
      'update credit_record set public_from = determined_on, public_until = null, natural_person = false',
    );
  });
}

/** What rules, masking and readings cost: the report against the same server with every rule set to `anyone`. */
export async function againstOpen(database: Database, contestants: Contestant[]): Promise<string[]> {
  const records = (plan.entities * recordsEach).toLocaleString('en-US');
  say(`Generating ${records} records`);
  const codes = await populate(database, plan.entities);
  const token = await issueToken(database.dataDir, 'department:TAX', await departmentCodes());
  const requests = codes.map((code) => requestOf(code, token));
  await rewrite(database.url, async () => undefined);
  const unruled = await copyOf(database, 'open');
  await unrule(unruled);
  const open = await start('open', 'test/bench/open-server.js', unruled, '/health/ready');
  contestants.push(open);
  const ruled = await start('ruled', 'src/main.js', database, '/health/ready');
  contestants.push(ruled);

  const counts = { fields: 0, masked: 0, withheld: 0, ruledBytes: 0, openBytes: 0 };
  const probes = Array.from({ length: 200 }, () => codes[Math.floor(Math.random() * codes.length)]!);
  for (const code of probes) {
    const [one, other] = await Promise.all([ask(ruled, code, token), ask(open, code, token)]);
    const [ours, theirs] = [fieldsOf(one.answer), fieldsOf(other.answer)];
    if (ours.length !== theirs.length) throw new Error(`The two servers differ about ${code}`);
    for (const [i, { state, value }] of ours.entries()) {
      counts.fields++;
      if (state === 'MASKED') counts.masked++;
      else if (state === 'WITHHELD') counts.withheld++;
      else if (value !== theirs[i]!.value) throw new Error(`The two servers differ about a value of ${code}`);
      if (theirs[i]!.state === 'MASKED' || theirs[i]!.state === 'WITHHELD')
        throw new Error('The open server hides a value');
    }
    counts.ruledBytes += one.text.length / probes.length;
    counts.openBytes += other.text.length / probes.length;
  }
  say(`Of ${counts.fields} values ${counts.masked} are masked and ${counts.withheld} withheld`);
  const [ruledRounds, openRounds] = (await inTurns([ruled, open], requests)) as [Round[], Round[]];
  const { rows } = await administer(database.url, (owner) =>
    owner.query('select count(*)::int as readings from reading_entry'),
  );

  const each = ratios(ruledRounds, openRounds);
  const result = {
    date: new Date().toISOString(),
    node: process.version,
    postgresql: database.version,
    cores: availableParallelism(),
    ...plan,
    ...counts,
    readings: rows[0].readings as number,
    ruled: figuresOf(ruledRounds),
    open: figuresOf(openRounds),
    ratios: each,
    ratio: median(each),
  };
  say(`
${tableOf([
  { name: 'with rules', figures: result.ruled, statements: 2 },
  { name: 'every rule anyone', figures: result.open, statements: 2 },
])}

ratio ${result.ratio.toFixed(2)}, median of ${each.map((one) => one.toFixed(2)).join(' ')} (at least ${leastRatio.toFixed(2)}); ${result.readings} readings were kept
${records} records, ${plan.connections} connections, ${result.cores} cores, Node ${result.node}, PostgreSQL ${result.postgresql}, ${result.date}
an answer has ${(result.ruledBytes / 1000).toFixed(1)} kB with rules, ${(result.openBytes / 1000).toFixed(1)} kB without`);
  if (json) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
  return result.ratio < leastRatio
    ? [`The ratio is ${result.ratio.toFixed(3)}: it must be at least ${leastRatio}.`]
    : [];
}
