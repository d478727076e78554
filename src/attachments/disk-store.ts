import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStore, FileToKeep, KeptFile } from './file-store.js';

/** Keeps files in a folder of this machine; instances on several machines need a shared one, or a bucket. */
export class DiskStore implements FileStore {
  readonly #folder: string;

  /** @param dataDir folder of the installation; files go to `attachments` in it */
  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'attachments');
  }

  /** Written under another name, then renamed: whatever ends the process, no half file has the key's name. */
  async put(key: string, { content }: FileToKeep): Promise<void> {
    const { folder, path, arriving } = this.#placeOf(key);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await written(arriving, content());
      await rename(arriving, path);
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
    // the names, too, must outlive a crash
    await synced(folder);
    await synced(this.#folder);
  }

  async get(key: string): Promise<KeptFile | null> {
    const file = await open(this.#placeOf(key).path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!file) return null;
    const { size } = await file.stat();
    return { size, content: file.createReadStream() };
  }

  async remove(key: string): Promise<void> {
    const { path, arriving } = this.#placeOf(key);
    await rm(arriving, { force: true });
    await rm(path, { force: true });
  }

  /** Keys begin with the time, so their ends spread them over 256 folders. */
  #placeOf(key: string): { folder: string; path: string; arriving: string } {
    if (!/^[\w-]+$/.test(key)) throw new Error('a key of a file has letters, digits and hyphens only');
    const folder = join(this.#folder, key.slice(-2));
    return { folder, path: join(folder, key), arriving: join(folder, `.${key}.arriving`) };
  }
}

/** Writes a file and waits until it is on disk. */
async function written(path: string, content: Readable): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    for await (const piece of content as AsyncIterable<Buffer>) await file.appendFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts the names in a folder on disk. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
