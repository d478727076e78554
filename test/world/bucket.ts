import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Bucket } from '../../src/config.js';

/** What a bucket was asked. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly signed: boolean;
  readonly length: string | undefined;
  readonly hash: string | undefined;
  readonly type: string | undefined;
}

/** A server that answers as an S3-compatible store does, for one bucket. */
export interface BucketServer {
  readonly place: Bucket;
  readonly asked: Asked[];
  close(): Promise<void>;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The signature as AWS documents it (Signature Version 4), computed apart from the library that is tested. */
function isSigned({ method, url, headers }: IncomingMessage, keyId: string, secret: string): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? '',
  );
  if (!given) return false;
  const [, credential, names, signature] = given as unknown as [string, string, string, string];
  const [id, day, region, service, end] = credential.split('/') as [string, string, string, string, string];
  if (id !== keyId || service !== 's3' || !names.split(';').includes('x-amz-content-sha256')) return false;
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const canonical = [method, url, '', lines.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const scope = [day, region, service, end].join('/');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), end);
  return hmac(key, toSign).toString('hex') === signature;
}

/** Opens a bucket on a free port. */
export async function openBucket(name: string, keyId: string, secret: string): Promise<BucketServer> {
  const kept = new Map<string, Buffer>();
  const asked: Asked[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: path = '', headers } = request;
    const signed = isSigned(request, keyId, secret);
    const hash = headers['x-amz-content-sha256'] as string | undefined;
    asked.push({ method, path, signed, length: headers['content-length'], hash, type: headers['content-type'] });
    const body = await buffer(request);
    const end = (status: number, bytes?: Buffer) => {
      response.writeHead(status, bytes && { 'content-length': bytes.length }).end(bytes);
    };
    if (!signed) return end(403);
    // without a length S3 takes nothing
    if (method === 'PUT' && headers['content-length'] === undefined) return end(411);
    if (method === 'PUT' && sha256(body) !== hash) return end(400);
    if (method === 'PUT') kept.set(path, body);
    if (method === 'GET') return kept.has(path) ? end(200, kept.get(path)) : end(404);
    if (method === 'DELETE') kept.delete(path);
    end(method === 'DELETE' ? 204 : 200);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    place: { name, endpoint, region: 'cn-north-1', keyId, secret },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
