import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

/** Key of the advisory lock under which the schema and the reference data change: one instance at a time. */
const migrationLock = 7_302_026;

/** Runs the work while holding the lock that all instances of the platform share, on the owner's connection that holds it. */
export async function underMigrationLock<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Brings the schema up to date; says which migrations ran. */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const done = await orm.migrator.up();
  return done.map(({ name }) => name);
}
