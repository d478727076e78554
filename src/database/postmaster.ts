import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';
import { cleanEnvironment, run } from './system-user.js';

/** What postmaster.pid says of the running server, or of one that was killed. */
interface Trace {
  readonly pid: number;
  readonly port: number;
  /** Whether that process is a server of this cluster; undefined where the system does not tell. */
  readonly alive: boolean | undefined;
}

/** A server process this process has started, until it is known to run or to have failed. */
export interface Start {
  /** Why it ended, and whether that passes when one tries again; undefined while it runs. */
  failure(): Promise<Failure | undefined>;
}

interface Failure {
  readonly reason: string;
  readonly passes: boolean;
}

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '200',
  jit: 'off',
};

/** Reasons that pass: the predecessor is not quite gone, or somebody else took the port. */
const passing = /lock file|shared memory block|could not create any TCP\/IP sockets/;

/** Read the trace a server leaves in its folder; undefined after an orderly stop. Nobody but PostgreSQL removes it. */
export async function trace({ folder }: Cluster): Promise<Trace | undefined> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  return { pid, port, alive: await isServer(pid, folder) };
}

/** A server works in its data folder; an unrelated process that was given the number of a dead one does not. */
async function isServer(pid: number, folder: string): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    // In a container root may not look into another user's process, but may see its name.
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    return name.trim() === 'postgres' ? undefined : false;
  }
}

/**
 * Start a server in a session of its own, so that neither Ctrl-C nor the end of this process stops it.
 *
 * @param stranger the number in postmaster.pid when it is known to be that of an unrelated living process. PostgreSQL
 *   takes every process of its own user for a server and would refuse to start, in a container that was killed and
 *   has the same few numbers again for ever.
 */
export async function start(
  { folder, binaries, user, serverLog }: Cluster,
  port: number,
  settings: Readonly<Record<string, string>> = {},
  stranger?: number,
): Promise<Start> {
  const log = await open(serverLog, 'a', 0o600);
  const { size } = await log.stat();
  const options = Object.entries({ ...defaults, ...settings, port: String(port) });
  const args = options.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(binaries.postgres, ['-D', folder, ...args], {
    ...user,
    cwd: '/',
    // PostgreSQL's own way to be told which number to overlook; it still checks that no shared memory is in use.
    env: stranger ? { ...cleanEnvironment, PG_GRANDPARENT_PID: String(stranger) } : cleanEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  server.unref();
  const wrong = await new Promise<string | undefined>((settle) => {
    server.once('error', (error) => settle(error.message)).once('spawn', () => settle(undefined));
  });
  await log.close();
  return {
    async failure() {
      if (wrong) return { reason: wrong, passes: false };
      if (server.signalCode || server.exitCode === 0) return { reason: 'it was stopped at once', passes: true };
      return server.exitCode === null ? undefined : findFailure(serverLog, size, server);
    },
  };
}

/** Stop the server the way that ends its connections and waits until it is gone. */
export async function stop(cluster: Cluster): Promise<void> {
  const { folder, binaries, user } = cluster;
  try {
    await run(binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60', '-s'], user);
  } catch (error) {
    // Somebody may have killed it just before.
    if ((await trace(cluster))?.alive) throw error;
  }
}

/** A port that is free at this moment: the preferred one if it can be. */
export async function freePort(preferred = 0): Promise<number> {
  const probe = createServer();
  const port = await new Promise<number | undefined>((settle) => {
    probe.once('error', () => settle(undefined));
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === 'object' && address ? address.port : undefined));
    });
  });
  return port ?? freePort();
}

/** Why a server ended, from what it logged; the log is shared with servers that other processes try to start. */
async function findFailure(serverLog: string, from: number, server: ChildProcess): Promise<Failure> {
  const lines = (await readFile(serverLog)).subarray(from).toString().trim().split('\n');
  const own = lines.filter((line) => line.includes(`[${server.pid}] FATAL`));
  const reason = own.at(-1)?.replace(/^.*FATAL: +/, '') ?? lines.at(-1);
  return { reason: reason ?? '', passes: own.some((line) => passing.test(line)) };
}
