import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { loadConfig } from '../src/config.js';
import { authentication } from '../src/server/authentication.js';
import { audience, demonstrationIssuer } from '../src/server/demonstration-issuer.js';
import { openProvider, type Provider } from './world/provider.js';
import { type City, openCity } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const whoAmI = '{ viewer { role subject department { code } entity { uscc } mayCall } }';

describe('a token says as whom one asks', () => {
  test('no token: the public', async () => {
    const { data } = await city.anyone.asks(whoAmI);
    expect(data.viewer).toMatchObject({ role: 'PUBLIC', subject: 'public', department: null, entity: null });
    expect(data.viewer.mayCall).not.toContain('Mutation.submitRecords');
  });

  test('department, enterprise and the officials', async () => {
    const tax = await (await city.officer('TAX')).asks(whoAmI);
    expect(tax.data.viewer).toMatchObject({ role: 'DEPARTMENT', department: { code: 'TAX' } });
    expect(tax.data.viewer.mayCall).toContain('Mutation.submitRecords');
    const enterprise = await (await city.enterprise('91150203MA0T3QT218')).asks(whoAmI);
    expect(enterprise.data.viewer).toMatchObject({ role: 'ENTERPRISE', entity: { uscc: '91150203MA0T3QT218' } });
    for (const [kind, role] of [
      ['credit-centre', 'CREDIT_CENTRE'],
      ['arrears-admin', 'ARREARS_ADMIN'],
      ['supervisor', 'SUPERVISOR'],
      ['administrator', 'ADMINISTRATOR'],
    ] as const) {
      expect((await (await city.official(kind)).asks(whoAmI)).data.viewer.role).toBe(role);
    }
  });
});

describe('a token that is not in order is an HTTP 401, never the public', () => {
  const forge = async (claims: JWTPayload, expires: string | number = '1h') => {
    const { privateKey } = await generateKeyPair('ES256');
    return new SignJWT({ credit_role: 'SUPERVISOR', ...claims })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(demonstrationIssuer)
      .setAudience(audience)
      .setSubject('mallory')
      .setExpirationTime(expires)
      .sign(privateKey);
  };
  const unsigned = [
    { alg: 'none' },
    { iss: demonstrationIssuer, aud: audience, sub: 'x', credit_role: 'SUPERVISOR', exp: 4e9 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

  test('forged, unsigned, malformed, tampered with', async () => {
    const genuine = (await city.official('supervisor')).token!;
    const [head, body, signature] = genuine.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const promoted = Buffer.from(JSON.stringify({ ...claims, credit_role: 'ADMINISTRATOR' })).toString('base64url');
    for (const token of [
      await forge({}),
      `${unsigned}.`,
      'x',
      'a.b.c',
      `${head}.${promoted}.${signature}`,
      `${genuine}x`,
    ]) {
      const { status, data, refusals, headers } = await city.bearer(token).asks(whoAmI);
      expect([status, data, refusals[0]!.extensions]).toEqual([
        401,
        undefined,
        expect.objectContaining({ code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID', requestId: expect.any(String) }),
      ]);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      if (token.length > 10) expect(JSON.stringify(refusals)).not.toContain(token);
    }
  });

  test.each(['Basic dGVzdDp0ZXN0', 'Bearer', 'Bearer ', '', 'bearer a b'])('the header "%s"', async (authorization) => {
    const response = await city.anyone.fetches('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: whoAmI }),
    });
    expect(response.status).toBe(401);
  });

  test('on uploads and downloads too', async () => {
    const mallory = city.bearer(await forge({}));
    expect((await mallory.uploads('MARKET_PENALTY', 'a\n1')).status).toBe(401);
    expect(await mallory.statusOf('/submissions/0190f5b0-0000-7000-8000-000000000000/rejections.csv')).toBe(401);
  });
});

describe('with AUTH_ISSUER the tokens of an OpenID Connect provider are taken', () => {
  let provider: Provider;
  let sign: Provider['sign'];
  beforeAll(async () => {
    provider = await openProvider();
    sign = provider.sign;
  });
  afterAll(() => provider.close());

  const authenticate = async (token: string) => {
    const config = loadConfig({ AUTH_ISSUER: provider.issuer, DATABASE_URL: 'postgres://localhost/x' });
    return (await authentication(config, (code) => code === 'TAX'))(`Bearer ${token}`);
  };

  test('department and enterprise by their claims', async () => {
    expect(await authenticate(await sign({ credit_role: 'DEPARTMENT', department: 'TAX' }))).toEqual({
      role: 'DEPARTMENT',
      subject: 'officer-7',
      department: 'TAX',
    });
    expect(await authenticate(await sign({ credit_role: 'ENTERPRISE', uscc: '91150203MA0T3QT218' }))).toMatchObject({
      uscc: '91150203MA0T3QT218',
    });
  });

  test.each<[string, JWTPayload, object, string]>([
    ['no role', {}, {}, 'TOKEN_MISSING_ROLE'],
    ['the role of the public', { credit_role: 'PUBLIC' }, {}, 'TOKEN_MISSING_ROLE'],
    ['an unknown role', { credit_role: 'KING' }, {}, 'TOKEN_MISSING_ROLE'],
    ['a department that there is not', { credit_role: 'DEPARTMENT', department: 'NOPE' }, {}, 'TOKEN_MISSING_ROLE'],
    ['an enterprise without a valid code', { credit_role: 'ENTERPRISE', uscc: '123' }, {}, 'TOKEN_MISSING_ROLE'],
    ['another issuer', { credit_role: 'SUPERVISOR' }, { issuer: 'https://elsewhere.example' }, 'TOKEN_INVALID'],
    ['another audience', { credit_role: 'SUPERVISOR' }, { audience: 'another' }, 'TOKEN_INVALID'],
    ['an expiry in the past', { credit_role: 'SUPERVISOR' }, { expires: 1_000_000_000 }, 'TOKEN_INVALID'],
  ])('a token with %s is refused', async (_what, claims, more, reason) => {
    await expect(authenticate(await sign(claims, more))).rejects.toMatchObject({ reason });
  });

  test('an issuer that does not answer stops the start and is named', async () => {
    const config = loadConfig({ AUTH_ISSUER: 'http://127.0.0.1:9' });
    await expect(authentication(config, () => true)).rejects.toThrow(/^AUTH_ISSUER: /);
  });
});
