import { createHash, randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readFile,
  readlink,
  realpath,
  rename,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Binaries, reachableBinaries, sharedFolder } from './binaries.js';
import { canReach, run, type SystemUser, systemUser } from './system-user.js';
import { makeWhole } from './whole.js';

/** A PostgreSQL cluster on disk, made and ready to be started; `postmaster.ts` runs it. */
export interface Cluster {
  /** PGDATA, without symbolic links in its path */
  readonly folder: string;
  /** of the superuser `credit` */
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | undefined;
  readonly serverLog: string;
}

/** Open the cluster of a data folder; the first time, make it. */
export async function openCluster(dataDir: string, log: (line: string) => void, sync = true): Promise<Cluster> {
  const home = await openFolder(dataDir);
  const password = await passwordOf(home);
  const user = await systemUser(join(home, 'postgresql'));
  const folder = await place(home, user, password, log);
  const binaries = await reachableBinaries(user);
  await makeWhole(folder, rename, async (draft) => {
    log(`Creating the embedded database in ${folder}`);
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
    const data = join(draft, 'data');
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--username=credit', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(binaries.initdb, ['-D', data, ...locale, ...access, ...(sync ? [] : ['--no-sync'])], user);
    return data;
  });
  await checkFolder(folder, user);
  return { folder, password, binaries, user, serverLog: join(dirname(folder), 'postgresql.log') };
}

/** The data folder, made if need be so that the database's user can pass through it. */
async function openFolder(dataDir: string): Promise<string> {
  const made = await mkdir(dataDir, { recursive: true });
  if (made) await chmod(dataDir, 0o755);
  return realpath(dataDir);
}

/** The password beside the cluster: whoever comes first makes it up, everybody else reads it. */
async function passwordOf(home: string): Promise<string> {
  const path = join(home, 'postgresql.password');
  await makeWhole(path, link, async (draft) => {
    const file = join(draft, 'password');
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    return file;
  });
  return (await readFile(path, 'utf8')).trim();
}

/**
 * Where PGDATA is: `postgresql` in the data folder. If root's data folder lies where the database's user cannot
 * go, then that is a symbolic link to a place where they can; being in the data folder it is found again after
 * the folder was moved, and gone when the folder was deleted.
 */
async function place(
  home: string,
  user: SystemUser | undefined,
  password: string,
  log: (line: string) => void,
): Promise<string> {
  const path = join(home, 'postgresql');
  const linked = await readlink(path).catch(() => undefined);
  if (linked) return behindLink(path, resolve(home, linked));
  if (await canReach(user, home)) return path;
  const present = await lstat(path).catch(() => undefined);
  if (present?.isDirectory()) {
    throw new Error(`The database's system user cannot reach ${path}: open the folders above it (chmod o+x).`);
  }
  // The password in the name: a data folder that was deleted and made anew does not meet its predecessor's cluster.
  const name = createHash('sha256').update(`${home}\n${password}`).digest('hex').slice(0, 12);
  const outside = join(await sharedFolder(), name);
  await mkdir(outside, { recursive: true });
  await chmod(outside, 0o755);
  try {
    await symlink(join(outside, 'postgresql'), path);
    log(`The database is in ${outside}, because its system user cannot enter ${home}`);
  } catch (error) {
    // Another process made the same link at the same time.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return join(outside, 'postgresql');
}

async function behindLink(path: string, target: string): Promise<string> {
  const parent = await realpath(dirname(target)).catch(() => undefined);
  // Not a reason to begin with an empty database: the disk may just not be mounted.
  if (!parent) throw new Error(`The database is gone: ${path} points to ${target}. Restore it, or remove the link.`);
  return join(parent, basename(target));
}

/** Say what is wrong with a folder that was here before us, and take over one that root copied or restored. */
async function checkFolder(folder: string, user: SystemUser | undefined): Promise<void> {
  const { uid } = await stat(folder);
  const self = process.getuid?.();
  if (self && uid !== self) {
    throw new Error(`${folder} belongs to user ${uid}: start as that user, or set DATA_DIR to a folder of your own.`);
  }
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() !== '18') {
    throw new Error(`${folder} is not a PostgreSQL 18 data folder: move it away, or set DATA_DIR to another folder.`);
  }
  if (user && uid === 0) await run('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
}
