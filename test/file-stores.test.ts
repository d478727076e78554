import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DiskStore } from '../src/attachments/disk-store.js';
import type { FileStore } from '../src/attachments/file-store.js';
import { S3Store } from '../src/attachments/s3-store.js';
import { type BucketServer, openBucket } from './world/bucket.js';

const key = '0190f5b0-0000-7000-8000-00000000000a';
const file = (bytes: Buffer) => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mediaType: 'application/pdf',
  content: () => Readable.from(pieces(bytes)),
});
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536);
}
const evidence = Buffer.alloc(300_000, '%PDF-1.7 证据');

let folder: string;
let bucket: BucketServer;
const stores: Record<string, FileStore> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credit-stores-'));
  bucket = await openBucket('evidence', 'credit', 'hunter2');
  stores['disk'] = new DiskStore(folder);
  stores['bucket'] = new S3Store(bucket.place);
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const read = async (store: FileStore) => {
  const kept = await store.get(key);
  return kept && { size: kept.size, sha256: file(await buffer(kept.content)).sha256 };
};

describe.each(['disk', 'bucket'])('a store on a %s', (name) => {
  test('keeps what it was given, says so, and forgets it', async () => {
    const store = stores[name]!;
    expect(await store.get(key)).toBeNull();
    await store.put(key, file(evidence));
    expect(await read(store)).toMatchObject({ size: evidence.length, sha256: file(evidence).sha256 });
    await store.put(key, file(Buffer.from('other')));
    expect(await read(store)).toMatchObject({ size: 5, sha256: file(Buffer.from('other')).sha256 });
    await store.remove(key);
    await store.remove(key);
    expect(await store.get(key)).toBeNull();
  });

  test('keeps nothing of a file that breaks off', async () => {
    const store = stores[name]!;
    const breaking = Readable.from(
      (function* () {
        yield evidence.subarray(0, 1000);
        throw new Error('the sender is gone');
      })(),
    );
    await expect(store.put(key, { ...file(evidence), content: () => breaking })).rejects.toThrow();
    expect(await store.get(key)).toBeNull();
  });
});

describe('the disk', () => {
  const names = async () => (await readdir(folder, { recursive: true })).filter((one) => one.includes(key));

  test('has nothing half after a failure, and what a crash has left goes with the key', async () => {
    expect(await names()).toEqual([]);
    await stores['disk']!.put(key, file(evidence));
    expect(await names()).toEqual([join('attachments', '0a', key)]);
    await stores['disk']!.remove(key);
    expect(await names()).toEqual([]);
  });

  test.each(['../escape', 'a/b', '', '..'])('takes no path as a key: %j', async (path) => {
    await expect(stores['disk']!.put(path, file(evidence))).rejects.toThrow('a key of a file');
  });
});

describe('the bucket', () => {
  test('is asked in signed requests, with the length and the hash of what is sent', async () => {
    bucket.asked.length = 0;
    await stores['bucket']!.put(key, file(evidence));
    await stores['bucket']!.remove(key);
    expect(bucket.asked).toEqual([
      {
        method: 'PUT',
        path: `/evidence/attachments/${key}`,
        signed: true,
        length: String(evidence.length),
        hash: file(evidence).sha256,
        type: 'application/pdf',
      },
      expect.objectContaining({ method: 'DELETE', path: `/evidence/attachments/${key}`, signed: true }),
    ]);
  });

  test.each([
    ['with another key', { keyId: 'other' }],
    ['with a wrong secret', { secret: 'wrong' }],
  ])('refuses who comes %s, and the error tells no secret', async (_how, wrong) => {
    const store = new S3Store({ ...bucket.place, ...wrong });
    await expect(store.put(key, file(evidence))).rejects.toThrow(/^the attachment store answered PUT with 403$/);
    await expect(store.get(key)).rejects.toThrow('403');
    await expect(store.remove(key)).rejects.toThrow('403');
  });

  test('refuses bytes that are not those of the hash', async () => {
    await expect(
      stores['bucket']!.put(key, { ...file(evidence), content: () => Readable.from([Buffer.alloc(evidence.length)]) }),
    ).rejects.toThrow('400');
    expect(await stores['bucket']!.get(key)).toBeNull();
  });
});
