import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { Bucket } from '../config.js';
import type { FileStore, FileToKeep, KeptFile } from './file-store.js';

/** The longest a bucket may take to begin its answer, in milliseconds. */
const longest = 60_000;

/** Keeps files in a bucket of an S3-compatible store. */
export class S3Store implements FileStore {
  readonly #client: AwsClient;
  readonly #folder: string;

  constructor({ endpoint, name, region, keyId, secret }: Bucket) {
    this.#client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3' });
    this.#folder = `${endpoint}/${name}/attachments`;
  }

  /** The store itself compares the bytes with the hash, which the signature covers. */
  async put(key: string, { size, sha256, mediaType, content }: FileToKeep): Promise<void> {
    const headers = { 'x-amz-content-sha256': sha256, 'content-type': mediaType, 'content-length': String(size) };
    const body = Readable.toWeb(content()) as BodyInit;
    // half: the answer is read when all was sent
    const sending = { method: 'PUT', headers, body, duplex: 'half' };
    const response = await this.#ask(key, sending);
    await response.body?.cancel();
    if (!response.ok) throw failure('PUT', response);
  }

  async get(key: string): Promise<KeptFile | null> {
    const response = await this.#ask(key, { method: 'GET' });
    if (response.ok && response.body) {
      const content = Readable.fromWeb(response.body as ReadableStream);
      return { size: Number(response.headers.get('content-length')), content };
    }
    await response.body?.cancel();
    if (response.status === 404) return null;
    throw failure('GET', response);
  }

  async remove(key: string): Promise<void> {
    const response = await this.#ask(key, { method: 'DELETE' });
    await response.body?.cancel();
    if (!response.ok && response.status !== 404) throw failure('DELETE', response);
  }

  /** A body can be sent once only, so nothing is tried again here. */
  async #ask(key: string, init: RequestInit): Promise<Response> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), longest);
    try {
      const signed = await this.#client.sign(`${this.#folder}/${key}`, init);
      // a body of unknown length goes in chunks, which S3 does not take: the length stands in the headers
      return await fetch(signed, { signal: late.signal });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What the bucket answered, without its text: that may repeat what was sent. */
const failure = (method: string, { status }: Response): Error =>
  new Error(`the attachment store answered ${method} with ${status}`);
