import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { audience } from '../../src/server/demonstration-issuer.js';

/** An OpenID Connect provider of the tests: its address and its pen. */
export interface Provider {
  readonly issuer: string;
  /** Its public key, as PEM. */
  readonly publicKey: string;
  sign(claims: JWTPayload, more?: { issuer?: string; audience?: string; expires?: number }): Promise<string>;
  close(): void;
}

/** Opens a provider that signs with RS256. */
export async function openProvider(): Promise<Provider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  let issuer = '';
  const server = createServer((request, response) => {
    const document =
      request.url === '/.well-known/openid-configuration' ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [jwk] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    publicKey: await exportSPKI(publicKey),
    sign: (claims, more = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setIssuer(more.issuer ?? issuer)
        .setAudience(more.audience ?? audience)
        .setSubject('officer-7')
        .setExpirationTime(more.expires ?? Math.floor(Date.now() / 1000) + 60)
        .sign(privateKey),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
