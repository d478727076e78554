import type { EntityClass } from '@mikro-orm/core';
import type { MetadataStorage } from '@mikro-orm/postgresql';
import pg from 'pg';

/** What the program may do to the rows of a noun, beside reading them and adding new ones. */
export interface Rights {
  /** Change every column (`true`), or only those of the named properties. */
  readonly update?: true | readonly string[];
  readonly delete?: true;
}

const declared = new WeakMap<object, Rights>();

/**
 * Class decorator of nouns whose rows the program changes. Without it the application's database role may read rows and add
 * new ones, and nothing else: whatever a fault in the program tries.
 */
export const programMay =
  (rights: Rights): ClassDecorator =>
  (target) => {
    declared.set(target, rights);
  };

/** A privilege on a table, or on one column of it. */
export interface Grant {
  readonly table: string;
  readonly column: string | null;
  readonly right: string;
}

/** The privileges of the application's role that follow from what the nouns declare. */
function grantsOf(metadata: MetadataStorage, nouns: readonly EntityClass<unknown>[]): Grant[] {
  return nouns.flatMap((noun) => {
    const { tableName: table, props } = metadata.get(noun as EntityClass<object>);
    const rights = declared.get(noun) ?? {};
    const whole = [
      'SELECT',
      'INSERT',
      ...(rights.update === true ? ['UPDATE'] : []),
      ...(rights.delete ? ['DELETE'] : []),
    ];
    const columns = rights.update === true ? [] : (rights.update ?? []);
    return [
      ...whole.map((right) => ({ table, column: null, right })),
      ...columns.map((name) => ({
        table,
        column: props.find((property) => property.name === name)!.fieldNames[0]!,
        right: 'UPDATE',
      })),
    ];
  });
}

const held = `
  select c.relname as "table", null as "column", a.privilege_type as "right"
  from pg_class c cross join aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
  where r.rolname = $1 and c.relnamespace = to_regnamespace($2)
  union all
  select c.relname, t.attname, a.privilege_type
  from pg_class c join pg_attribute t on t.attrelid = c.oid cross join aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
  where r.rolname = $1 and c.relnamespace = to_regnamespace($2)`;

const schemaRights =
  "select has_schema_privilege($1, $2, 'usage') as enters, has_schema_privilege($1, $2, 'create') as creates";

const told = ({ table, column, right }: Grant): string => [table, column ?? '', right].join(' ');

/**
 * Gives the role exactly the privileges that the nouns declare.
 *
 * @param owner a connection of the tables' owner
 * @returns whether anything was changed
 */
export async function grantRights(
  owner: pg.Client,
  role: string,
  metadata: MetadataStorage,
  nouns: readonly EntityClass<unknown>[],
): Promise<boolean> {
  const { rows } = await owner.query<{ schema: string }>('select current_schema() as schema');
  return grantExactly(owner, role, rows[0]!.schema, grantsOf(metadata, nouns));
}

/**
 * Gives the role exactly these privileges on the tables of a schema. What it has is compared first: mostly nothing is to be
 * done, and what somebody granted by hand, or a restored backup lost, is put right.
 *
 * @param owner a connection of the tables' owner
 * @returns whether anything was changed
 */
export async function grantExactly(
  owner: pg.Client,
  role: string,
  schema: string,
  wanted: readonly Grant[],
): Promise<boolean> {
  const quoted = pg.escapeIdentifier;
  const { rows: present } = await owner.query<Grant>(held, [role, quoted(schema)]);
  const { rows } = await owner.query<{ enters: boolean; creates: boolean }>(schemaRights, [role, schema]);
  const { enters, creates } = rows[0]!;
  const same = present.map(told).sort().join() === wanted.map(told).sort().join();
  if (same && enters && !creates) return false;

  const [to, place] = [quoted(role), quoted(schema)];
  const grants = wanted.map(({ table, column, right }) => {
    const what = column === null ? right : `${right} (${quoted(column)})`;
    return `grant ${what} on ${place}.${quoted(table)} to ${to}`;
  });
  const statements = [
    'begin',
    // older servers let everybody make tables
    ...(creates ? [`revoke create on schema ${place} from public, ${to}`] : []),
    `grant usage on schema ${place} to ${to}`,
    `revoke all on all tables in schema ${place} from ${to}`,
    ...grants,
    'commit',
  ];
  try {
    await owner.query(statements.join(';'));
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return true;
}
