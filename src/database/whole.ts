import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Make a file or folder completely or not at all, however many processes try at once and whenever they are
 * killed: it is drafted in a folder beside its place and published in one step that never replaces anything
 * (`link` for a file, `rename` for a folder). Who comes second discards its draft and keeps what is there.
 *
 * @param make fills the draft folder and returns what in it is to be published
 */
export async function makeWhole(
  path: string,
  publish: (draft: string, path: string) => Promise<void>,
  make: (draft: string) => Promise<string>,
): Promise<void> {
  const drafts = `${basename(path)}.draft-`;
  const folder = dirname(path);
  const draft = join(folder, drafts + randomBytes(6).toString('hex'));
  try {
    if (await isMade(path)) return;
    await mkdir(draft, { mode: 0o700 });
    await publish(await make(draft), path);
    await sync(folder);
  } catch (error) {
    if (!(await isMade(path))) throw error;
  } finally {
    // Once the thing is there nobody needs any draft, so those of killed processes go too. A draft that
    // resists (an orphaned initdb may still write into it) is left for the next time.
    const obsolete = (await isMade(path))
      ? (await readdir(folder)).filter((name) => name.startsWith(drafts)).map((name) => join(folder, name))
      : [draft];
    for (const leftover of obsolete) {
      await rm(leftover, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
  }
}

/** A file is made when it is there, a folder when something is in it. */
async function isMade(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length > 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}

/** Without this a power cut could undo the publication after rows in it were acknowledged. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
