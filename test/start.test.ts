import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { usccCheck } from '../src/registry/uscc.js';
import { penaltyRow } from './world/rows.js';

// The program as a person runs it: compiled, in its own process, with the embedded database in a folder of its own.
const node = process.execPath;
let folder: string;
let dataDir: string;
let server: ChildProcess | undefined;

const environment = () => ({ PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credit-files-'));
  // not made by mkdtemp: the database's own user must be able to reach it
  dataDir = join(tmpdir(), `credit-start-${process.pid}`);
});
afterAll(async () => {
  server?.kill('SIGTERM');
  await Promise.all([folder, dataDir].map((path) => rm(path, { recursive: true, force: true })));
});

async function start(): Promise<string> {
  const child = spawn(node, ['dist/src/main.js'], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  server = child;
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk;
      const address = /is up: (http:\/\/localhost:\d+)\/graphql/.exec(told)?.[1];
      if (address) resolve(address);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk;
    });
    child.on('exit', () => reject(new Error(told)));
  });
}

async function stop(signal: NodeJS.Signals): Promise<number | null> {
  const child = server!;
  server = undefined;
  const code = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill(signal);
  return code;
}

const command = async (name: string, ...words: string[]) => {
  const { stdout } = await promisify(execFile)(node, [`dist/src/commands/${name}.js`, ...words], {
    env: environment(),
  });
  return stdout.trim();
};

/** Kills every PostgreSQL process of the test's data folder, as a power cut would. */
async function killDatabase(): Promise<void> {
  const [pid] = (await readFile(join(dataDir, 'postgresql', 'postmaster.pid'), 'utf8')).split('\n');
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', pid!]).toString().trim().split(/\s+/);
  for (const one of [pid!, ...children]) {
    try {
      process.kill(Number(one), 'SIGKILL');
    } catch {
      // it ended by itself in between
    }
  }
}

const post = async (address: string, token: string, query: string, variables: object = {}) => {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body: any = await response.json();
  return body;
};

const submit = 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { created unchanged } }';

const registryCode = (i: number): string => {
  const first17 = `91150203MA0T3Z${String(i).padStart(3, '0')}`.replace('Z', 'X').slice(0, 17);
  return first17 + usccCheck(first17);
};

describe('the platform starts, is used, stops and starts again', () => {
  test('first start; the commands work beside the server; what was acknowledged survives a kill of everything', async () => {
    const address = await start();
    const token = await command('token', 'department:MARKET');
    const row = penaltyRow({ CF_WSH: '断电之前' });
    const { data } = await post(address, token, submit, { input: { item: 'MARKET_PENALTY', rows: [row] } });
    expect(data.submitRecords).toEqual({ created: 1, unchanged: 0 });

    const file = join(folder, 'registry.csv');
    const lines = Array.from(
      { length: 2500 },
      (_, i) => `包头市试验第${i}号有限公司,${registryCode(i)},2020-01-02,"1,000(万元人民币)"`,
    );
    await writeFile(
      file,
      [
        '企业名称,统一社会信用代码,注册日期,注册资金',
        ...lines.slice(0, 900),
        '坏行,91150203MA0T3QT219,2020-01-02,N/A',
        lines[0],
      ].join('\n'),
    );
    expect(await command('import', 'registry', file)).toMatch(
      /^read 902, created 900, changed 0, unchanged 1, refused 1 /,
    );
    const report = await readFile(join(dataDir, 'reports', 'registry.refused.csv'), 'utf8');
    expect(report).toMatch(/901,统一社会信用代码,91150203MA0T3QT219,USCC_CHECK_DIGIT,/);
    expect(await command('import', 'registry', file)).toMatch(
      /^read 902, created 0, changed 0, unchanged 901, refused 1 /,
    );
    expect(await command('seed')).toMatch(/are loaded/);
    expect(await command('migrate')).toMatch(/up to date/);

    await stop('SIGKILL');
    await killDatabase();
    const again = await start();
    const after = await post(again, token, submit, { input: { item: 'MARKET_PENALTY', rows: [row] } });
    expect(after.data.submitRecords).toEqual({ created: 0, unchanged: 1 });
    const { data: imported } = await post(
      again,
      token,
      '{ entities(search: "包头市试验第899号") { edges { node { registeredCapital region { code } kind } } } }',
    );
    await stop('SIGTERM');
    expect(imported.entities.edges).toEqual([
      { node: { registeredCapital: '10000000.00', region: { code: '150203' }, kind: 'ENTERPRISE' } },
    ]);
  }, 60_000);

  test('Ctrl-C: the request in flight is answered, the database stops, the next start finds its data', async () => {
    const address = await start();
    const token = await command('token', 'department:MARKET');
    const rows = Array.from({ length: 1000 }, (_, i) => penaltyRow({ CF_WSH: `最后一批${i}号` }));
    const inFlight = post(address, token, submit, { input: { item: 'MARKET_PENALTY', rows } });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await stop('SIGINT')).toBe(0);
    expect((await inFlight).data.submitRecords.created).toBe(1000);
    await expect(readFile(join(dataDir, 'postgresql', 'postmaster.pid'))).rejects.toThrow(/ENOENT/);
    // and a command starts and stops the database by itself
    expect(await command('migrate')).toMatch(/up to date/);
    await expect(readFile(join(dataDir, 'postgresql', 'postmaster.pid'))).rejects.toThrow(/ENOENT/);
  }, 60_000);

  test('a wrong set-up or a wrong command is one sentence', async () => {
    const fails = async (file: string, words: string[], more: Record<string, string>) =>
      promisify(execFile)(node, [file, ...words], { env: { ...environment(), ...more } }).then(
        () => 'it ran',
        ({ stderr }: { stderr: string }) => stderr,
      );
    expect(await fails('dist/src/main.js', [], { PORT: 'many' })).toMatch(/^PORT is "many" but must be a whole number/);
    expect(await fails('dist/src/main.js', [], { DATABASE_URL: 'mysql://x' })).toMatch(/^DATABASE_URL must be a URL/);
    expect(await fails('dist/src/main.js', [], { DATABASE_URL: 'postgres://x:secret@127.0.0.1:9/x' })).toMatch(
      /^DATABASE_URL: the database cannot be used/,
    );
    expect(await fails('dist/src/main.js', [], { NODE_ENV: 'production' })).toMatch(/^AUTH_ISSUER must name/);
    expect(await fails('dist/src/commands/token.js', ['king'], {})).toMatch(/^There is no persona "king"/);
    expect(await fails('dist/src/commands/import.js', ['registry', '/nowhere.csv'], {})).toMatch(/^There is no file/);
  }, 30_000);
});
