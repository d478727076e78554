import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { meaningOfFailure } from './failure.js';

/** As whom the program works with the database, once it is up to date. */
export interface Login {
  readonly user: string;
  /** Absent where the owner has none either and the server lets both in for another reason. */
  readonly password: string | undefined;
}

/** The role cannot be made or used; the message says what an administrator must do. */
export class RoleRefused extends Error {}

/** PostgreSQL cuts longer names off. */
const longestName = 63;
const suffix = '_application';

/**
 * The application's role beside the owner `credit` is `credit_application`. Its password follows from the owner's, so that
 * all instances with one DATABASE_URL agree and nobody has to keep a second one.
 */
function loginBeside(url: string): Login {
  const { user, password } = new pg.Client({ connectionString: url });
  const name = `${(user ?? '').slice(0, longestName - suffix.length)}${suffix}`;
  return {
    user: name,
    password: password ? createHmac('sha256', password).update(name).digest('base64url') : undefined,
  };
}

/** The same database as somebody else. */
export function urlAs(url: string, { user, password }: Login): string {
  const other = new URL(url);
  other.username = '';
  other.password = '';
  other.searchParams.set('user', user);
  other.searchParams.delete('password');
  if (password !== undefined) other.searchParams.set('password', password);
  return other.href;
}

/**
 * The role as which the program works: it may log in and nothing else; `grantRights` says what it may do. Made if it is not
 * there, given its password anew if the owner's has changed. Several databases of one server may do so at once.
 *
 * @param owner a connection of the owner, to the database of `url`
 * @throws RoleRefused
 */
export async function ensureApplicationRole(owner: pg.Client, url: string): Promise<Login> {
  const login = loginBeside(url);
  if (!(await refusalOf(url, login))) return login;
  await make(owner, login);
  const refusal = await refusalOf(url, login);
  if (!refusal) return login;
  throw new RoleRefused(
    `The role ${login.user}, as which the program works with the database, cannot log in (${refusal.message}): ` +
      `let pg_hba.conf treat it as the user of DATABASE_URL, and let it be no more than: ` +
      `ALTER ROLE ${pg.escapeIdentifier(login.user)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;`,
  );
}

const mightyNow =
  'select from pg_roles where rolname = current_user and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)';

/** Why nobody should or can log in so; undefined when all is well. */
async function refusalOf(url: string, login: Login): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: urlAs(url, login), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(mightyNow)).rowCount === 0 ? undefined : new Error('it may do too much');
  } catch (error) {
    if (meaningOfFailure(error)) throw error;
    return error as Error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What two databases of one server tell each other when both make the role: it exists already, or just changes. */
const simultaneous = new Set(['42710', '23505', 'XX000']);

async function make(owner: pg.Client, { user, password }: Login): Promise<void> {
  const role = pg.escapeIdentifier(user);
  const secret = password === undefined ? 'null' : pg.escapeLiteral(verifierOf(password));
  for (let attempt = 1; ; attempt += 1) {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [user]);
    try {
      await owner.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} login noinherit password ${secret}`);
      await owner.query(
        `do $$ begin execute format('grant connect on database %I to %I', current_database(), ${pg.escapeLiteral(user)}); end $$`,
      );
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '42501') throw new RoleRefused(remedyOf(owner.user ?? '', user, rowCount !== 0));
      if (attempt === 10 || !simultaneous.has(code ?? '')) throw error;
      await pause(20 * attempt);
    }
  }
}

function remedyOf(owner: string, user: string, exists: boolean): string {
  const [by, role] = [pg.escapeIdentifier(owner), pg.escapeIdentifier(user)];
  const what = exists ? 'change' : 'make';
  return (
    `The user of DATABASE_URL may not ${what} the role ${user}, as which the program works with the database. ` +
    `An administrator of the database must run: ALTER ROLE ${by} CREATEROLE;` +
    (exists ? ` GRANT ${role} TO ${by} WITH ADMIN OPTION;` : '')
  );
}

/** The password as PostgreSQL keeps it (RFC 5803): the password itself would stand in the server's activity view and log. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const server = keyed('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`;
}
