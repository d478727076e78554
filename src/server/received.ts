import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../messages/refusal.js';

/** How much of a kept file is read at once, in bytes. */
const pieceRead = 64 * 1024;

/** A body that has come in as a whole. */
export interface ReceivedFile {
  /** In bytes. */
  readonly size: number;
  /** Reads it from its beginning, as often as it is asked. */
  content(): Readable;
}

/** What is expected of a body. */
interface Expected {
  /** The largest, in bytes; what is larger is refused with BODY_TOO_LARGE. */
  readonly limit: number;
  /** Sees each piece as it comes in. */
  readonly onPiece?: (piece: Buffer) => void;
}

/** Lets a plugin's routes stream bodies of any type: the type is judged where it can be refused properly. */
export function streamBodies(routes: FastifyInstance): void {
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser('*', (_request, body, done) => done(null, body));
}

/**
 * Keeps the body in a temporary file while it comes in: a slow or broken sender holds neither a transaction nor memory, and
 * work begins when everything is there. The file has no name any more while it holds something, so that nothing of it
 * stays behind, whatever ends the process. Refuses with BODY_TOO_LARGE and BODY_CUT_OFF.
 */
export async function received<T>(
  body: Readable | undefined,
  { limit, onPiece }: Expected,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const path = join(tmpdir(), `credit-upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let size = 0;
    for await (const piece of arriving(body ?? Readable.from([]))) {
      size += piece.length;
      if (size > limit) {
        // what still comes is thrown away: a connection that is cut would not carry the refusal
        body?.resume();
        throw new Refusal('BODY_TOO_LARGE', { limit });
      }
      onPiece?.(piece);
      await file.appendFile(piece);
    }
    return await work({ size, content: () => Readable.from(kept(file)) });
  } finally {
    await file.close();
  }
}

async function* arriving(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw new Refusal('BODY_CUT_OFF');
  }
}

async function* kept(file: FileHandle): AsyncGenerator<Buffer> {
  let position = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(pieceRead), 0, pieceRead, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
