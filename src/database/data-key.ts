import type pg from 'pg';
import { ConfigurationError } from '../config.js';
import type { Secrets } from './secrets.js';

/** Under this name `loaded_data` tells which key sealed what is sealed. */
const name = 'data-key';

async function keptKey(owner: pg.Client): Promise<string | undefined> {
  const { rows: there } = await owner.query("select to_regclass('loaded_data') is not null as made");
  if (!there[0].made) return undefined;
  const { rows } = await owner.query<{ digest: string }>('select digest from loaded_data where name = $1', [name]);
  return rows[0]?.digest;
}

/**
 * Refuses a key with which the database's sealed values do not open, before anything is written with it.
 *
 * @throws ConfigurationError
 */
export async function checkDataKey(owner: pg.Client, secrets: Secrets): Promise<void> {
  const kept = await keptKey(owner);
  if (kept === undefined || secrets.knows(kept)) return;
  throw new ConfigurationError(
    `DATA_KEY is not the key of this database: its ID numbers and telephone numbers were sealed with the key ${kept}. ` +
      'Give that key, alone or behind a new one (DATA_KEY=new,old); where DATA_KEY was never set, it is the file data-key in ' +
      'the DATA_DIR of the instance that was first.',
  );
}

/**
 * Sees that everything is sealed with the first key: what stood there in plain before there was one, and, while several keys
 * are given, what an older one sealed. Afterwards the older ones may be left out. One transaction.
 *
 * @param seal seals the stored rows on the owner's connection and tells how many
 */
export async function keepDataKey(
  owner: pg.Client,
  secrets: Secrets,
  seal: (owner: pg.Client, secrets: Secrets) => Promise<number>,
  log: (line: string) => void,
): Promise<void> {
  const kept = await keptKey(owner);
  if (kept === secrets.keyId && secrets.keyCount === 1) return;
  await owner.query('begin');
  try {
    const rows = await seal(owner, secrets);
    await owner.query(
      `insert into loaded_data (name, digest, loaded_at) values ($1, $2, now())
       on conflict (name) do update set digest = excluded.digest, loaded_at = excluded.loaded_at`,
      [name, secrets.keyId],
    );
    await owner.query('commit');
    if (rows > 0) log(`sealed the ID numbers and telephone numbers of ${rows} rows with the key ${secrets.keyId}`);
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}
