import type { Readable } from 'node:stream';

/** A file that is to be kept. */
export interface FileToKeep {
  /** In bytes. */
  readonly size: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
  readonly mediaType: string;
  content(): Readable;
}

/** A file that was kept. */
export interface KeptFile {
  /** In bytes, as the store says. */
  readonly size: number;
  readonly content: Readable;
}

/** Keeps the bytes of files under keys of letters, digits and hyphens. What goes wrong in it is an `Error`. */
export interface FileStore {
  /** Keeps a file as a whole or not at all; when it resolves, the file outlives a crash. */
  put(key: string, file: FileToKeep): Promise<void>;
  /** The file; null when there is none. */
  get(key: string): Promise<KeptFile | null>;
  /** Removes a file and what an interrupted `put` has left of it; there may be none. */
  remove(key: string): Promise<void>;
}
