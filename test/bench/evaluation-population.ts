import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { inventedCode } from '../../seeds/codes.js';
import { administer, type Database } from './database.js';
import { populate } from './population.js';

/** Enterprises whose records come in through the doors; the others have copies of these. */
const models = 1_000;

/** The characters of codes (GB 32100): no I, O, S, V or Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Codes of the invented enterprises beside the models. */
function codeOf(i: number): string {
  let [organisation, rest] = ['', i];
  for (let place = 0; place < 4; place++) {
    organisation = alphabet.charAt(rest % alphabet.length) + organisation;
    rest = Math.floor(rest / alphabet.length);
  }
  return inventedCode('91', '150207', `MT3Q${organisation}`);
}

/**
 * A city of so many enterprises with so many records, dealt out from those of the models: every one about its new subject, under
 * a number of its own. Answers codes of enterprises to ask about.
 */
export async function populateWidely(database: Database, entities: number, records: number): Promise<string[]> {
  const known = await populate(database, Math.min(models, entities));
  const more = Array.from({ length: entities - known.length }, (_, i) => ({ id: uuid(), uscc: codeOf(i) }));
  const each = Math.floor((records - known.length * 10) / more.length);
  await administer(database.url, async (owner) => {
    await owner.query(`create temporary table subject as
      select row_number() over () as k, s.id, s.uscc from jsonb_to_recordset('${JSON.stringify(more)}') s (id uuid, uscc text)`);
    await owner.query(`insert into legal_entity select (jsonb_populate_record(null::legal_entity,
        to_jsonb(model) || jsonb_build_object('id', s.id, 'uscc', s.uscc))).*
      from subject s cross join (select * from legal_entity limit 1) model`);
    await owner.query(`create temporary table pool as
      select row_number() over () - 1 as n, r.* from credit_record r where r.superseded_at is null`);
    await withoutIndexes(owner, () => deal(owner, each));
    await owner.query('vacuum analyze');
  });
  return [...known, ...more.slice(0, 20_000).map(({ uscc }) => uscc)];
}

/** In rounds, one record each: so those of one enterprise lie as far apart as they do when they come in over the years. */
async function deal(owner: pg.Client, each: number): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'credit_record'
       and column_name not in ('version_id', 'id', 'entity_id', 'identity')`,
  );
  const same = rows.map(({ name }) => name);
  await owner.query(`insert into credit_record (version_id, id, entity_id, identity, ${same.join()})
    select gen_random_uuid(), gen_random_uuid(), s.id, p.identity || ':' || j, ${same.map((name) => `p.${name}`).join()}
    from generate_series(1, ${each}) j cross join subject s
    join pool p on p.n = (s.k * 7919 + j * 104729) % (select count(*) from pool)
    order by j, s.k`);
}

/** Does the work without the indexes that no constraint needs, and makes them again. */
async function withoutIndexes(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes i where tablename = 'credit_record'
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await owner.query(definition);
}
