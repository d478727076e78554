import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';

/** Who runs the PostgreSQL programs when this process is root, which PostgreSQL refuses to run as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The environment of every PostgreSQL program: nothing of ours (secrets, `PG…` variables) reaches it, and its
 * messages are in English, which `postmaster.ts` reads.
 */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', HOME: '/', LC_ALL: 'C' };

/**
 * Run a program to its end, as the given user, from a folder everybody can reach.
 *
 * @throws with the line in the message that says why it failed; all it printed is in the cause
 */
export async function run(program: string, args: readonly string[], user?: SystemUser): Promise<void> {
  try {
    await promisify(execFile)(program, args, { ...user, cwd: '/', env: cleanEnvironment });
  } catch (cause) {
    const { stderr, message } = cause as { stderr?: string; message: string };
    const line = stderr?.match(/(?:FATAL|error): .*/)?.[0] ?? stderr?.trim().split('\n').at(-1);
    throw new Error(`${basename(program)} failed: ${line || message}`, { cause });
  }
}

/**
 * The user for the database in `dataFolder`: nobody special (undefined) unless this process is root; then the
 * folder's owner, so that a cluster made by an ordinary user stays theirs; for a new one `postgres` or `nobody`.
 */
export async function systemUser(dataFolder: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const postgres = await account('postgres');
  if (postgres) return postgres;
  // One after the other: of two at the same time useradd lets the second replace the first one's entry.
  const add = ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'];
  await run('flock', ['/etc/passwd', ...add]).catch(() => undefined);
  const user = (await account('postgres')) ?? (await account('nobody'));
  if (!user) throw new Error('PostgreSQL refuses to run as root and there is no other user: start as another user.');
  return user;
}

/** Whether the user may enter the folder (and its parents) and, where one is named, run the program. */
export async function canReach(user: SystemUser | undefined, folder: string, program?: string): Promise<boolean> {
  if (!user) return true;
  const script = 'cd "$0" && if [ -n "$1" ]; then exec "$1" --version; fi';
  return run('/bin/sh', ['-c', script, folder, program ?? ''], user).then(
    () => true,
    () => false,
  );
}

async function account(name: string): Promise<SystemUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}
