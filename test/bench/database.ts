import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinEmbeddedDatabase } from '../../src/database/embedded.js';

/** A database that lives as long as the measurement. */
export interface Database {
  readonly url: string;
  /** Folder of everything that the measurement leaves on disk. */
  readonly dataDir: string;
  /** PostgreSQL's version. */
  readonly version: string;
  drop(): Promise<void>;
}

/** An empty database of its own, in the server that DATABASE_URL names or else in an embedded one that is thrown away. */
export async function openDatabase(): Promise<Database> {
  // not mkdtemp: its mode 0700 would keep the embedded server's system user out
  const dataDir = join(tmpdir(), `credit-bench-${process.pid}`);
  const given = process.env['DATABASE_URL'];
  const server = given
    ? { url: given, leave: async () => undefined }
    : await joinEmbeddedDatabase({ dataDir, log: () => undefined });
  const name = `credit_bench_${process.pid}`;
  const version = await administer(server.url, async (client) => {
    await client.query(`create database ${name}`);
    return (await client.query('show server_version')).rows[0].server_version as string;
  });
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    dataDir,
    version,
    drop: async () => {
      await administer(server.url, (client) => client.query(`drop database ${name} with (force)`));
      await server.leave();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Works as the owner of a database. */
export async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
