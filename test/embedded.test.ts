import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedDatabase, joinEmbeddedDatabase } from '../src/database/embedded.js';

let dataDir: string;
let said: string[];
const members: EmbeddedDatabase[] = [];

beforeEach(() => {
  // Not mkdtemp: its folders are private, and as root the database would then be kept elsewhere.
  dataDir = join(tmpdir(), `embedded-${randomUUID()}`);
  said = [];
});

afterEach(async () => {
  for (const member of members.splice(0)) await member.leave();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the embedded database', () => {
  test('starts and answers, also in letters beyond ASCII', async () => {
    const database = await someoneJoins();
    const letters = `select lower('ÀЖ') || upper('éя') as letters, 'ÉCOLE' ilike 'école' as alike`;
    expect(await ask(database, letters)).toEqual([{ letters: 'àжÉЯ', alike: true }]);
    expect(await ask(database, `select current_setting('synchronous_commit') as commit`)).toEqual([{ commit: 'on' }]);
    expect(said).toEqual([expect.stringContaining('Creating the embedded database')]);
  });

  test('is shared by all who join, and stopped by whoever leaves last', async () => {
    const first = await someoneJoins();
    const second = await someoneJoins();
    expect(second.url).toBe(first.url);
    await first.leave();
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.leave();
    await expect(ask(second, 'select 1 as one')).rejects.toThrow('ECONNREFUSED');
    expect(await readdir(join(dataDir, 'postgresql'))).not.toContain('postmaster.pid');
  });

  test('keeps its rows from one start to the next', async () => {
    const first = await someoneJoins();
    await ask(first, 'create table kept as select 7 as seven');
    await first.leave();
    expect(await ask(await someoneJoins(), 'select * from kept')).toEqual([{ seven: 7 }]);
  });

  test('survives kill -9 of all its processes: the same url, every acknowledged row', async () => {
    const database = await someoneJoins();
    await ask(database, 'create table acknowledged (n int)');
    for (let n = 1; n <= 20; n += 1) await ask(database, `insert into acknowledged values (${n})`);
    await killEveryServerProcess(database);
    const newcomer = await someoneJoins();
    expect(newcomer.url).toBe(database.url);
    expect(await ask(database, 'select count(*)::int as rows from acknowledged')).toEqual([{ rows: 20 }]);
    await until(() => said.includes('The embedded database is back'));
  });

  test('is made once when two join an empty folder at the same time', async () => {
    const [one, other] = await Promise.all([someoneJoins(), someoneJoins()]);
    expect(one.url).toBe(other.url);
    await ask(one, 'create table shared as select 1 as one');
    expect(await ask(other, 'select * from shared')).toEqual([{ one: 1 }]);
    expect((await readdir(dataDir)).sort()).toEqual(['postgresql', 'postgresql.log', 'postgresql.password']);
  });

  test('says what to do about a folder that holds something else, and begins nothing there', async () => {
    await mkdir(join(dataDir, 'postgresql'), { recursive: true });
    await writeFile(join(dataDir, 'postgresql', 'photograph.jpg'), '');
    await expect(someoneJoins()).rejects.toThrow('is not a PostgreSQL 18 data folder: move it away');
    expect(said).toEqual([]);
    expect(await readdir(join(dataDir, 'postgresql'))).toEqual(['photograph.jpg']);
  });
});

function tell(line: string): void {
  said.push(line);
}

/** Without fsync, which a killed process does not need: the kernel keeps what was written. */
async function someoneJoins(): Promise<EmbeddedDatabase> {
  const member = await joinEmbeddedDatabase({ dataDir, log: tell, settings: { fsync: 'off', shared_buffers: '16MB' } });
  members.push(member);
  return member;
}

async function ask({ url }: EmbeddedDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function killEveryServerProcess(database: EmbeddedDatabase): Promise<void> {
  const others = 'select pid from pg_stat_activity where pid <> pg_backend_pid()';
  const children = (await ask(database, others)) as { pid: number }[];
  const postmaster = Number.parseInt(await readFile(join(dataDir, 'postgresql', 'postmaster.pid'), 'utf8'), 10);
  for (const pid of [postmaster, ...children.map((child) => child.pid)]) process.kill(pid, 'SIGKILL');
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await pause(25);
  expect(condition()).toBe(true);
}
