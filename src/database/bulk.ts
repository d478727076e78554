import type { EntityClass } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

type Row = Record<string, unknown>;

/** Table and columns of a noun, for rows that have its shape. */
function tableOf<Noun extends object>(em: EntityManager, noun: EntityClass<Noun>) {
  const { tableName, props, primaryKeys } = em.getMetadata().get(noun);
  const columns = new Map<string, string>(props.map(({ name, fieldNames }) => [name, fieldNames[0]!]));
  const rename = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [columns.get(property)!, value]));
  return { table: sql.table(tableName), columns, rename, keys: primaryKeys as string[] };
}

/**
 * Inserts many rows in the shape of their class by one statement with one bound value, in the unit of work's transaction.
 * For bulk alone: a deed on a few things uses entities.
 */
export async function insertRows<Noun extends object>(
  em: EntityManager,
  noun: EntityClass<Noun>,
  rows: readonly Partial<Noun>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { table, columns, rename } = tableOf(em, noun);
  const names = sql.join(Object.keys(rows[0]!).map((property) => sql.ref(columns.get(property)!)));
  const json = JSON.stringify(rows.map(rename));
  await sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`.execute(
    em.getKysely(),
  );
}

/** Writes what the rows carry onto the rows with the same primary key. */
export async function updateRows<Noun extends object>(
  em: EntityManager,
  noun: EntityClass<Noun>,
  rows: readonly Partial<Noun>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { table, columns, rename, keys } = tableOf(em, noun);
  const changed = Object.keys(rows[0]!).filter((property) => !keys.includes(property));
  const assignments = sql.join(
    changed.map((property) => sql`${sql.ref(columns.get(property)!)} = x.${sql.ref(columns.get(property)!)}`),
  );
  const same = sql.join(
    keys.map((key) => sql`t.${sql.ref(columns.get(key)!)} = x.${sql.ref(columns.get(key)!)}`),
    sql` and `,
  );
  const json = JSON.stringify(rows.map(rename));
  await sql`update ${table} t set ${assignments} from jsonb_populate_recordset(null::${table}, ${json}::jsonb) x where ${same}`.execute(
    em.getKysely(),
  );
}

/** Inserts rows, or writes them onto those with the same primary key. */
export async function upsertRows<Noun extends object>(
  em: EntityManager,
  noun: EntityClass<Noun>,
  rows: readonly Partial<Noun>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { table, columns, rename, keys } = tableOf(em, noun);
  const properties = Object.keys(rows[0]!);
  const names = sql.join(properties.map((property) => sql.ref(columns.get(property)!)));
  const key = sql.join(keys.map((property) => sql.ref(columns.get(property)!)));
  const changed = sql.join(
    properties
      .filter((property) => !keys.includes(property))
      .map((property) => sql`${sql.ref(columns.get(property)!)} = excluded.${sql.ref(columns.get(property)!)}`),
  );
  const json = JSON.stringify(rows.map(rename));
  await sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${json}::jsonb)
    on conflict (${key}) do update set ${changed}`.execute(em.getKysely());
}
