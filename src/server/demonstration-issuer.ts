import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { v7 as uuid } from 'uuid';
import { Role } from '../access/words.js';
import { makeWhole } from '../database/whole.js';
import { usccFault } from '../registry/uscc.js';

/** Audience of tokens for this platform, whoever issues them. */
export const audience = 'public-credit-platform';

/** Issuer of the demonstration's tokens. It gives a token to whoever runs the command: never for production. */
export const demonstrationIssuer = 'urn:public-credit-platform:demonstration';

const algorithm = 'ES256';
const lifetime = '12h';

/** The claims by which a token says as whom its bearer acts; any issuer maps its accounts to them. */
export interface Claims {
  readonly credit_role: Role;
  readonly department?: string;
  readonly uscc?: string;
}

const officials: Readonly<Record<string, Role>> = {
  'credit-centre': Role.CREDIT_CENTRE,
  'arrears-admin': Role.ARREARS_ADMIN,
  supervisor: Role.SUPERVISOR,
  administrator: Role.ADMINISTRATOR,
};

/** The persona is unknown; the message lists those there are. */
export class UnknownPersona extends Error {}

/** Several people may act as one persona: the name of an account after it tells them apart, as in `department:TAX#li`. */
const account = /#[A-Za-z0-9]{1,30}$/;

/** What a persona such as `department:TAX`, `enterprise:<uscc>` or `credit-centre#wang` claims, whatever its account is called. */
export function claimsOf(persona: string, departments: readonly string[]): Claims {
  const office = persona.replace(account, '');
  const [kind, of] = (/^([^:]+):([^:]+)$/.exec(office) ?? []).slice(1);
  const role = Object.hasOwn(officials, office) ? officials[office] : undefined;
  if (role) return { credit_role: role };
  if (kind === 'department' && of !== undefined && departments.includes(of)) {
    return { credit_role: Role.DEPARTMENT, department: of };
  }
  if (kind === 'enterprise' && of !== undefined && usccFault(of) === undefined) {
    return { credit_role: Role.ENTERPRISE, uscc: of };
  }
  throw new UnknownPersona(
    `There is no persona "${persona}". Use department:CODE (${departments.join(', ')}), enterprise:USCC ` +
      `(a valid unified social credit code), ${Object.keys(officials).join(', ')}; the account of another person may ` +
      `follow, as in credit-centre#wang (1 to 30 letters and digits).`,
  );
}

/** The issuer's private key, made at first need; processes that race agree on one. */
async function privateKey(dataDir: string): Promise<JWK> {
  const file = join(dataDir, 'demonstration-issuer.jwk');
  await mkdir(dataDir, { recursive: true });
  await makeWhole(file, link, async (draft) => {
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const jwk = await exportJWK(privateKey);
    const made = join(draft, 'jwk');
    const named = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' };
    await writeFile(made, JSON.stringify(named), { mode: 0o600 });
    return made;
  });
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}

/** The issuer's public keys, as `/.well-known/jwks.json` serves them. */
export async function demonstrationKeys(dataDir: string): Promise<{ keys: JWK[] }> {
  const { d: _secret, ...open } = await privateKey(dataDir);
  return { keys: [open] };
}

/** A token for a persona; its subject is the whole of it, account included. */
export async function issueToken(dataDir: string, persona: string, departments: readonly string[]): Promise<string> {
  const claims = claimsOf(persona, departments);
  const jwk = await privateKey(dataDir);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, kid: jwk.kid! })
    .setIssuer(demonstrationIssuer)
    .setAudience(audience)
    .setSubject(persona)
    .setJti(uuid())
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(await importJWK(jwk, algorithm));
}
