import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Secrets } from '../database/secrets.js';

/** For which place the key of a consumer's signatures is sealed. */
export const placeOfSecret = (code: string): string => `consumer:${code}`;

/** A new key in the form that Standard Webhooks gives it. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * Seals with the present data key the keys of consumers that an older one sealed, in the transaction at hand; says how many.
 *
 * @param owner a connection of the owner, in a transaction
 */
export async function sealConsumers(owner: pg.Client, secrets: Secrets): Promise<number> {
  const { rows } = await owner.query<{ code: string; secret: string }>('select code, secret from consumer');
  const stale = rows.filter(({ secret }) => !secrets.isFresh(secret));
  for (const { code, secret } of stale) {
    const place = placeOfSecret(code);
    await owner.query('update consumer set secret = $2 where code = $1', [
      code,
      secrets.seal(secrets.open(secret, place), place),
    ]);
  }
  return stale.length;
}
