import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import { freePort, type Start, start, stop, trace } from './postmaster.js';

/** A connection that says for as long as it lives: somebody is here. */
export interface Presence {
  readonly client: pg.Client;
  readonly port: number;
  readonly ended: Promise<void>;
}

/** Everybody present holds this advisory lock together; who gets it alone is the last. ("credit" in ASCII) */
const presenceLock = 0x637265646974;
const patience = 60_000;
/** After this long a dead server's number that still counts as alive belongs to an unrelated process. */
const strangerAfter = 3_000;

/**
 * Connect to the running server, starting it where there is none, until it lets us in.
 *
 * @param onlyPort the port it must have, because somebody relies on it
 */
export async function enter(
  cluster: Cluster,
  settings?: Readonly<Record<string, string>>,
  onlyPort?: number,
): Promise<Presence> {
  const begun = Date.now();
  let starting: Start | undefined;
  let obstacle = 'it does not answer';
  for (let wait = 20; Date.now() < begun + patience; wait = Math.min(wait * 1.5, 500)) {
    const running = await trace(cluster);
    if (running && running.alive !== false) {
      if (running.alive && onlyPort && running.port !== onlyPort) {
        throw new Error(`another process started the database again on port ${running.port} instead of ${onlyPort}.`);
      }
      try {
        return await present(cluster, running.port);
      } catch (error) {
        obstacle = (error as Error).message;
        if (running.alive && code(error) === '28P01') {
          if (starting) await stop(cluster);
          throw new Error(`The password file in DATA_DIR is not that of ${cluster.folder}: restore the former one.`);
        }
      }
    }
    const failure = await starting?.failure();
    if (failure) {
      obstacle = failure.reason;
      if (!failure.passes) break;
    }
    if (!running?.alive && (!starting || failure)) {
      // The former port while it is free, for the sake of those who know it.
      const port = await freePort(onlyPort ?? running?.port);
      const stranger = running?.alive === false && Date.now() > begun + strangerAfter ? running.pid : undefined;
      if (!onlyPort || port === onlyPort) starting = await start(cluster, port, settings, stranger);
    }
    await pause(wait);
  }
  throw new Error(`PostgreSQL does not start: ${obstacle} (more in ${cluster.serverLog})`);
}

async function present({ folder, password }: Cluster, port: number): Promise<Presence> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'credit',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
    application_name: 'presence',
    options: '-c idle_session_timeout=0 -c statement_timeout=30s',
  });
  const ended = new Promise<void>((settle) => client.once('end', () => settle()));
  // `ended` tells the same; without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(`select current_setting('data_directory') as folder`);
    if (rows[0].folder !== folder) throw new Error(`port ${port} belongs to the database in ${rows[0].folder}`);
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
    await createDatabase(client);
    return { client, port, ended };
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'credit'`);
  if (rowCount) return;
  try {
    await client.query('create database credit');
  } catch (error) {
    // Another process did so at the same time: its commit shows as either of these.
    if (!['42P04', '23505'].includes(code(error) ?? '')) throw error;
  }
}

/** Give up one's share of the lock and see whether nobody else has one. */
export async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [presenceLock]);
    const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [presenceLock]);
    return rows[0].last;
  } catch {
    // The server went away by itself.
    return false;
  }
}

function code(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
