import pg from 'pg';

/**
 * A question in SQL. It has a name, so that PostgreSQL parses and plans it once a connection, and its values are bound:
 * none of them stands in the activity view or a log.
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Exists in the type only. */
  readonly row?: Row;
}

/** Declares a statement; the name is unique in the program. */
export const statement = <Row>(name: string, text: string): Statement<Row> => ({ name, text });

/** How values of answers are read; the pool's connections have the ORM's own way, which leaves instants as text. */
export const types: pg.CustomTypesConfig = overrides();

function overrides(): pg.CustomTypesConfig {
  const made = new pg.TypeOverrides();
  // DATE stays text: a calendar date has no time zone, a local-time Date would give it one.
  made.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return made;
}

/** Answers the questions of one request and counts them. */
export class Reads {
  readonly #pool: pg.Pool;
  /** Statements sent so far. */
  statements = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** The rows, in the shape that the statement's columns name. */
  async rows<Row>(question: Statement<Row>, values: unknown[] = []): Promise<Row[]> {
    this.statements++;
    const { name, text } = question;
    const result = await this.#pool.query<Row & pg.QueryResultRow>({ name, text, values, types });
    return result.rows;
  }

  /** The first row, if there is one. */
  async row<Row>(question: Statement<Row>, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.rows(question, values))[0];
  }
}

/**
 * An array parameter whose contents the planner does not look at. It would take a constant of one element for cheaper than
 * any generic plan and so plan the statement anew each time, which costs five times what running it does.
 */
export const asGiven = (parameter: string): string => {
  const type = parameter.slice(parameter.indexOf('::'));
  return `(select ${parameter})${type}`;
};

/** Lists as they are bound, for as long as the list itself lives. */
const written = new WeakMap<readonly string[], string>();

/**
 * A list of ids as the value of an array parameter. The driver would write it anew for every statement, and some lists go with
 * nearly every one: the same list is written once.
 *
 * @param ids of letters, digits and hyphens alone, such as UUIDs
 */
export function listOf(ids: readonly string[]): string {
  let list = written.get(ids);
  if (list === undefined) {
    list = `{${ids.join()}}`;
    written.set(ids, list);
  }
  return list;
}

/**
 * Select list of a noun's columns in the shape of its class: `columns<LegalEntity>('e', ['uscc', 'formerNames'])` is
 * `e.uscc, e.former_names as "formerNames"`.
 */
export function columns<Noun>(alias: string, properties: readonly (keyof Noun & string)[]): string {
  return properties.map((property) => `${alias}.${columnOf(property)} as "${property}"`).join(', ');
}

/** Name of the column in which a property is kept. */
export const columnOf = (property: string): string =>
  property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
