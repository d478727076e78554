import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { thePublic, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Config } from '../config.js';
import { Refusal } from '../messages/refusal.js';
import { usccFault } from '../registry/uscc.js';
import { audience, demonstrationIssuer, demonstrationKeys } from './demonstration-issuer.js';

/** Signatures that are accepted: asymmetric ones only. */
const algorithms = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA', 'Ed25519'];

/** How long a verified signature is trusted without verifying it again; expiry is looked at every time. */
const trusted = 60_000;

/** Says who a request comes from. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Keys of an OpenID Connect issuer, found by its discovery document. */
async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    const found = discovery.parse(await answer.json());
    if (found.issuer !== issuer) throw new Error(`it names itself ${found.issuer}`);
    return createRemoteJWKSet(new URL(found.jwks_uri));
  } catch (error) {
    throw new Error(`AUTH_ISSUER: ${address} does not answer as an OpenID Connect issuer: ${(error as Error).message}`);
  }
}

/** Sets up the verification of tokens: against AUTH_ISSUER, or against the demonstration issuer. */
export async function authentication(config: Config, isDepartment: (code: string) => boolean): Promise<Authenticate> {
  const issuer = config.authIssuer ?? demonstrationIssuer;
  const keys = config.authIssuer
    ? await keysOf(config.authIssuer)
    : createLocalJWKSet(await demonstrationKeys(config.dataDir));
  const verified = new LRUCache<string, { viewer: Viewer; expires: number }>({ max: 2000, ttl: trusted });

  return async (authorization) => {
    if (authorization === undefined) return thePublic;
    const token = /^Bearer ([\w~+/.=-]+)$/i.exec(authorization)?.[1];
    if (!token) throw new Refusal('TOKEN_INVALID', { fault: 'HEADER' });
    const known = verified.get(token);
    if (known && known.expires > Date.now()) return known.viewer;
    const payload = await verify(token, keys, issuer);
    const viewer = viewerOf(payload, isDepartment);
    verified.set(token, { viewer, expires: payload.exp! * 1000 });
    return viewer;
  };
}

async function verify(token: string, keys: JWTVerifyGetKey, issuer: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms, requiredClaims: ['exp', 'sub'] });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWKSTimeout) throw new Refusal('UNAVAILABLE');
    if (error instanceof errors.JOSEError) throw new Refusal('TOKEN_INVALID', { fault: faults[error.code] ?? 'FORM' });
    throw error;
  }
}

/** Which part of the message says what was wrong. */
const faults: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: 'EXPIRED',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'CLAIMS',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'SIGNATURE',
  ERR_JWKS_NO_MATCHING_KEY: 'KEY',
};

/** Maps the claims to a viewer; a token that says nothing usable is refused, never taken for the public. */
function viewerOf({ sub, credit_role, department, uscc }: JWTPayload, isDepartment: (code: string) => boolean): Viewer {
  const role = Object.values(Role).find((known) => known === credit_role && known !== Role.PUBLIC);
  const subject = sub!;
  if (role === Role.DEPARTMENT) {
    if (typeof department === 'string' && isDepartment(department)) return { role, subject, department };
    throw new Refusal('TOKEN_MISSING_ROLE', { claim: 'department' });
  }
  if (role === Role.ENTERPRISE) {
    if (typeof uscc === 'string' && usccFault(uscc) === undefined) return { role, subject, uscc };
    throw new Refusal('TOKEN_MISSING_ROLE', { claim: 'uscc' });
  }
  if (role) return { role, subject };
  throw new Refusal('TOKEN_MISSING_ROLE', { claim: 'credit_role' });
}
