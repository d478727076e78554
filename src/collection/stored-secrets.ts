import type pg from 'pg';
import { isSecret } from '../access/masking.js';
import { MaskingPattern } from '../access/words.js';
import { columnOf } from '../database/reads.js';
import type { Secrets } from '../database/secrets.js';
import { secretProperties } from '../registry/legal-entity.entity.js';

const rowsAtOnce = 2000;

/** A row with values that are kept sealed: `secrets` by column or field key. */
interface Stored {
  readonly id: string;
  readonly uscc: string;
  readonly secrets: Record<string, string | null>;
}

interface Kind {
  /** `$1` the row after which to go on, `$2` how many, `$3` the secret patterns. */
  readonly read: string;
  /** `$1` JSON of the rows with their values sealed. */
  readonly write: string;
}

const columns = secretProperties.map(columnOf);

const entities: Kind = {
  read: `select e.id, e.uscc, jsonb_build_object(${columns.map((name) => `'${name}', e.${name}`).join(', ')}) as secrets
    from legal_entity e where e.id > $1 and cardinality($3::text[]) > 0 order by e.id limit $2`,
  write: `update legal_entity e set ${columns.map((name) => `${name} = s.secrets ->> '${name}'`).join(', ')}
    from jsonb_to_recordset($1::jsonb) s (id uuid, secrets jsonb) where e.id = s.id`,
};

const records: Kind = {
  read: `select r.version_id as id, e.uscc, f.secrets
    from (select * from credit_record where version_id > $1 order by version_id limit $2) r
    join legal_entity e on e.id = r.entity_id
    cross join lateral (
      select coalesce(jsonb_object_agg(c.key, r.content -> c.key) filter (where r.content ? c.key), '{}') as secrets
      from catalogue_field c where c.item_id = r.item_id and c.masking = any($3::text[])
    ) f order by r.version_id`,
  write: `update credit_record r set content = r.content || s.secrets
    from jsonb_to_recordset($1::jsonb) s (id uuid, secrets jsonb) where r.version_id = s.id`,
};

const before = '00000000-0000-0000-0000-000000000000';
const patterns = Object.values(MaskingPattern).filter(isSecret);

/**
 * Seals with the present key what stands in the database in plain or was sealed with an older key, in the transaction at hand.
 *
 * @param owner a connection of the owner, in a transaction: append-only tables are opened for it alone
 * @returns how many rows were written
 */
export async function sealStored(owner: pg.Client, secrets: Secrets): Promise<number> {
  await owner.query('alter table credit_record disable trigger append_only');
  const written = (await sealRows(owner, secrets, entities)) + (await sealRows(owner, secrets, records));
  await owner.query('alter table credit_record enable trigger append_only');
  return written;
}

async function sealRows(owner: pg.Client, secrets: Secrets, { read, write }: Kind): Promise<number> {
  let written = 0;
  for (let after = before; ; ) {
    const { rows } = await owner.query<Stored>(read, [after, rowsAtOnce, patterns]);
    const stale = rows.filter((row) =>
      Object.values(row.secrets).some((text) => text !== null && !secrets.isFresh(text)),
    );
    const sealed = stale.map(({ id, uscc, secrets: values }) => ({
      id,
      secrets: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, anew(secrets, text, uscc)])),
    }));
    if (sealed.length > 0) await owner.query(write, [JSON.stringify(sealed)]);
    written += sealed.length;
    if (rows.length < rowsAtOnce) return written;
    after = rows.at(-1)!.id;
  }
}

const anew = (secrets: Secrets, text: string | null, uscc: string): string | null =>
  text === null || secrets.isFresh(text) ? text : secrets.seal(secrets.open(text, uscc), uscc);
