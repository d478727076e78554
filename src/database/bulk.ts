import type { EntityClass } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

// Many rows in the shape of their class by one statement with one bound value, in the unit of work's transaction. For bulk
// alone: a deed on a few things uses entities.

/** The rows as a table that a statement can read, and the names of their columns. */
function rowsOf<Noun extends object>(em: EntityManager, noun: EntityClass<Noun>, rows: readonly Partial<Noun>[]) {
  const { tableName, props, primaryKeys } = em.getMetadata().get(noun);
  const columnOf = new Map<string, string>(props.map(({ name, fieldNames }) => [name, fieldNames[0]!]));
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf.get(name), value]))),
  );
  const table = sql.table(tableName);
  const columns = Object.keys(rows[0]!).map((name) => columnOf.get(name)!);
  const keys = primaryKeys.map((name) => columnOf.get(name)!);
  return {
    table,
    keys,
    columns,
    /** The columns that are no keys, each set to its value in the other table. */
    assignments: (other: string) =>
      sql.join(
        columns
          .filter((name) => !keys.includes(name))
          .map((name) => sql`${sql.ref(name)} = ${sql.ref(`${other}.${name}`)}`),
      ),
    recordset: sql`jsonb_populate_recordset(null::${table}, ${json}::jsonb)`,
  };
}

const list = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((name) => sql.ref(name)));

/** Inserts the rows. */
export async function insertRows<Noun extends object>(
  em: EntityManager,
  noun: EntityClass<Noun>,
  rows: readonly Partial<Noun>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { table, columns, recordset } = rowsOf(em, noun, rows);
  const names = list(columns);
  await sql`insert into ${table} (${names}) select ${names} from ${recordset}`.execute(em.getKysely());
}

/** Inserts the rows, or writes what they carry onto those with the same primary key. */
export async function upsertRows<Noun extends object>(
  em: EntityManager,
  noun: EntityClass<Noun>,
  rows: readonly Partial<Noun>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { table, keys, columns, assignments, recordset } = rowsOf(em, noun, rows);
  const names = list(columns);
  await sql`insert into ${table} (${names}) select ${names} from ${recordset}
    on conflict (${list(keys)}) do update set ${assignments('excluded')}`.execute(em.getKysely());
}
