import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { makeWhole } from '../database/whole.js';

/** An Ed25519 key with its private part (RFC 8037). */
export interface PrivateJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
}

/** A key with which this instance signs: one seals the audit, another signs reports. */
export interface SigningKey {
  /** RFC 7638 thumbprint of the public key. */
  readonly id: string;
  /** The public key: the `x` of its JWK. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): Buffer;
}

const form = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.base64url().length(43),
  d: z.base64url().length(43),
});

/** The key that a text holds: the base64 of its JWK. Undefined when it holds none. */
export function privateJwk(text: string): PrivateJwk | undefined {
  try {
    return form.parse(JSON.parse(Buffer.from(text, 'base64').toString()));
  } catch {
    return undefined;
  }
}

/** A new key. */
export async function newSigningKey(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { x, d } = await exportJWK(privateKey);
  return { kty: 'OKP', crv: 'Ed25519', x: x!, d: d! };
}

/** The key's name by which auditors know it, of its public part. */
export const thumbprintOf = (publicKey: string): Promise<string> =>
  calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: publicKey });

/**
 * The key that was given, or the one of the name in the data folder, made at first need; processes that race agree on one. A
 * given key's public part is computed from its private one, so that both fit.
 */
export async function signingKey(
  dataDir: string,
  name: 'audit-signing' | 'report-signing',
  given: PrivateJwk | undefined,
): Promise<SigningKey> {
  const key = given ?? (await keptKey(dataDir, `${name}.jwk`));
  const privateKey = createPrivateKey({ key: key as JWK, format: 'jwk' });
  const publicKey = createPublicKey(privateKey as never).export({ format: 'jwk' }).x!;
  return {
    id: await thumbprintOf(publicKey),
    publicKey,
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

async function keptKey(dataDir: string, file: string): Promise<PrivateJwk> {
  const path = join(dataDir, file);
  await mkdir(dataDir, { recursive: true });
  await makeWhole(path, link, async (draft) => {
    const made = join(draft, 'jwk');
    await writeFile(made, JSON.stringify(await newSigningKey()), { mode: 0o600, flush: true });
    return made;
  });
  return JSON.parse(await readFile(path, 'utf8')) as PrivateJwk;
}

/** Says whether signatures are by the public key. */
export function verifier(publicKey: string): (bytes: Uint8Array, signature: Uint8Array) => boolean {
  const key: KeyObject = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return (bytes, signature) => verify(null, bytes, key, signature);
}
