import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { newSigningKey } from '../src/audit/signing-key.js';
import { loadConfig } from '../src/config.js';
import { audience } from '../src/server/demonstration-issuer.js';
import { buildServer } from '../src/server/server.js';
import { openProvider, type Provider } from './world/provider.js';
import { type City, openCity } from './world.js';

let city: City;
let provider: Provider;
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  city = await openCity();
  provider = await openProvider();
  const config = loadConfig({
    NODE_ENV: 'production',
    AUTH_ISSUER: provider.issuer,
    DATABASE_URL: 'postgres://localhost/x',
    DATA_KEY: process.env['TEST_DATA_KEY'],
    REPORT_KEY: Buffer.from(JSON.stringify(await newSigningKey())).toString('base64'),
    AUDIT_KEY: Buffer.from(JSON.stringify(await newSigningKey())).toString('base64'),
    PORT: '0',
  });
  app = await buildServer(config, city.platform, pino({ level: 'silent' }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  await app.close();
  provider.close();
  await city.close();
});

async function ask(query: string, token?: string) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  return { status: response.status, data, errors, text };
}

describe('in production', () => {
  test('questions are answered', async () => {
    const { status, data } = await ask(
      '{ __typename viewer { role } }',
      await provider.sign({ credit_role: 'SUPERVISOR' }),
    );
    expect([status, data]).toEqual([200, { __typename: 'Query', viewer: { role: 'SUPERVISOR' } }]);
  });

  test.each([
    ['the schema', '{ __schema { queryType { name } types { name } } }'],
    ['a type', '{ __type(name: "LegalEntity") { fields { name } } }'],
    [
      'a type, under another name, in a fragment',
      'query { ...F } fragment F on Query { x: __type(name: "Query") { name } }',
    ],
  ])('nobody learns %s by introspection', async (_what, query) => {
    for (const token of [undefined, await provider.sign({ credit_role: 'ADMINISTRATOR' })]) {
      const { status, data, errors } = await ask(query, token);
      expect([status, data ?? null]).toEqual([400, null]);
      expect(errors[0].extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'BAD_QUERY' });
    }
  });

  test.each([
    ['a field', '{ entitie(uscc: "91150203MA0T3QT218") { name } }', 'entity'],
    ['a field of a type', '{ entity(uscc: "91150203MA0T3QT218") { legalRepresentativ } }', 'legalRepresentative'],
    ['an argument', '{ entities(searc: "包头") { totalCount } }', 'search'],
    ['an enum value', '{ entities(filter: { kind: SOLE_TRADE }) { totalCount } }', 'SOLE_TRADER'],
    ['a type', 'query ($f: EntityFilte) { entities(filter: $f) { totalCount } }', 'EntityFilter'],
    ['an input field', '{ entities(filter: { statu: ACTIVE }) { totalCount } }', 'status'],
  ])('a mistaken name of %s brings no suggestion', async (_what, query, right) => {
    const { status, text } = await ask(query);
    expect([status, text]).toEqual([400, expect.not.stringContaining('Did you mean')]);
    expect(text).not.toMatch(new RegExp(`["'\\\\ ]${right}["'\\\\]`));
  });

  test('an error shows no stack, no file and no module', async () => {
    for (const query of ['{', '{ nope }', '{ entities(first: 0) { totalCount } }', '{ submissions { totalCount } }']) {
      const { text } = await ask(query);
      expect(text).toContain('errors');
      expect(text).not.toMatch(/stack|node_modules|\.ts|\.js|\/src\//);
    }
  });

  test.each(['/', '/graphiql', '/playground'])('there is nothing at %s', async (path) => {
    const response = await fetch(address + path, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
  });

  test('only the keys that sign reports are published: the issuer has its own', async () => {
    const { keys } = (await (await fetch(`${address}/.well-known/jwks.json`)).json()) as { keys: object[] };
    expect(keys).toEqual([expect.objectContaining({ kty: 'OKP', crv: 'Ed25519', use: 'sig' })]);
  });

  test('a landing page is not shown to browsers either', async () => {
    const response = await fetch(`${address}/graphql`, { headers: { accept: 'text/html' } });
    expect([response.status, await response.text()]).toEqual([400, expect.not.stringContaining('<html')]);
  });
});

describe('a token is taken of the provider alone, whole, for this platform, in its time', () => {
  const claims = { credit_role: 'SUPERVISOR' };
  const payload = () => ({
    ...claims,
    sub: 'x',
    iss: provider.issuer,
    aud: audience,
    exp: Math.floor(Date.now() / 1000) + 60,
  });
  const symmetric = (secret: string, header: object = {}) =>
    new SignJWT(payload())
      .setProtectedHeader({ alg: 'HS256', kid: 'k1', ...header })
      .sign(new TextEncoder().encode(secret));

  test.each<[string, () => string | undefined | Promise<string | undefined>]>([
    ['of another issuer', () => provider.sign(claims, { issuer: 'https://elsewhere.example' })],
    ['for another audience', () => provider.sign(claims, { audience: 'another-platform' })],
    ['expired', () => provider.sign(claims, { expires: Math.floor(Date.now() / 1000) - 1 })],
    ['expired long ago', () => provider.sign(claims, { expires: 1 })],
    ['unsigned: alg none', () => new UnsecuredJWT(payload()).encode()],
    ['unsigned, with the dots of a signature', () => `${new UnsecuredJWT(payload()).encode()}AAAA`],
    ['signed with the public key as a secret', () => symmetric(provider.publicKey)],
    ['signed with a guessed secret', () => symmetric('secret')],
    ['that names where its key is', () => symmetric('secret', { jku: 'https://evil.example/keys' })],
    ['of the demonstration', async () => (await city.official('supervisor')).token],
    ['of another role than there is', () => provider.sign({ credit_role: 'supervisor' })],
    ['of several roles', () => provider.sign({ credit_role: ['PUBLIC', 'SUPERVISOR'] })],
    ['of a department that has no code', () => provider.sign({ credit_role: 'DEPARTMENT' })],
    [
      'of a department by the name of a property',
      () => provider.sign({ credit_role: 'DEPARTMENT', department: '__proto__' }),
    ],
    ['of a department as a list', () => provider.sign({ credit_role: 'DEPARTMENT', department: ['TAX'] })],
    [
      'of an enterprise whose code is none',
      () => provider.sign({ credit_role: 'ENTERPRISE', uscc: '91150203MA0T3QT219' }),
    ],
    ['of an enterprise by a pattern', () => provider.sign({ credit_role: 'ENTERPRISE', uscc: '%' })],
  ])('%s: HTTP 401', async (_which, forged) => {
    const token = await forged();
    const { status, data, errors, text } = await ask('{ viewer { role } }', token);
    expect([status, data, errors[0].extensions.code]).toEqual([401, undefined, 'UNAUTHENTICATED']);
    expect(text).not.toContain(token);
  });

  test('a genuine one is refused as soon as it has expired, though it was taken before', async () => {
    const token = await provider.sign(claims, { expires: Math.floor(Date.now() / 1000) + 2 });
    expect((await ask('{ viewer { role } }', token)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect((await ask('{ viewer { role } }', token)).status).toBe(401);
  });

  test('what a token claims besides makes nobody more: an enterprise with a department is an enterprise', async () => {
    const token = await provider.sign({ credit_role: 'ENTERPRISE', uscc: '91150203MA0T3QT218', department: 'MARKET' });
    const { data } = await ask(
      '{ viewer { role department { code } } entity(uscc: "91150200MA0T3QT132") { legalRepresentativeId } }',
      token,
    );
    expect(data).toEqual({ viewer: { role: 'ENTERPRISE', department: null }, entity: { legalRepresentativeId: null } });
  });
});
