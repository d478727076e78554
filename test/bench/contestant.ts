import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../src/config.js';
import type { Database } from './database.js';

/** The longest a program may take to be ready, in milliseconds. */
const startLimit = 60_000;

/** A server under measurement: a process of its own on the shared database. */
export interface Contestant {
  readonly name: string;
  readonly port: number;
  /** Processor time it has used so far in µs; undefined where the system does not tell. */
  cpu(): Promise<number | undefined>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((settle) => server.once('listening', settle));
  const { port } = server.address() as AddressInfo;
  await new Promise((settle) => server.close(settle));
  return port;
}

/** Starts a compiled program as `npm start` does, its log in a file, and waits until `path` answers. */
export async function start(name: string, program: string, database: Database, path: string): Promise<Contestant> {
  const port = await freePort();
  const logFile = join(database.dataDir, `${name}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, [join(projectRoot, 'dist', program)], {
    cwd: projectRoot,
    // nothing else of this process's surroundings: the defaults are what is measured
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      // the one caller asks about more entities than anyone may in a day
      DAILY_BUDGET: 'DEPARTMENT=1000000',
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const deadline = Date.now() + startLimit;
  while (!(await answers(`http://127.0.0.1:${port}${path}`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${name} does not start: ${(await readFile(logFile, 'utf8')).slice(-2000)}`);
    }
    await pause(100);
  }
  return { name, port, stop, cpu: () => cpuOf(child.pid!) };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** User and system time from /proc, which counts in hundredths of a second. */
async function cpuOf(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (!stat) return undefined;
  // the second field is the program's name in parentheses and may hold blanks
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
