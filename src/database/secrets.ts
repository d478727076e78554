import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWhole } from './whole.js';

/** Bytes of a data key. */
export const keyLength = 32;

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;
const form = /^enc:([\w-]{8}):([\w-]{38,})$/;

interface Key {
  /** Tells keys apart without telling them. */
  readonly id: string;
  /** Made once: as bytes it would be brought in anew for every value, which takes longer than all the rest. */
  readonly secret: KeyObject;
}

const keyOf = (bytes: Buffer): Key => ({
  id: createHmac('sha256', bytes).update('data key').digest('base64url').slice(0, 8),
  secret: createSecretKey(bytes),
});

/**
 * Seals values that must not be read from the database's files, backups or by its administrators: ID numbers and telephone
 * numbers. A sealed value is `enc:<key id>:<base64url of nonce, tag and cipher>` (AES-256-GCM), bound to its place, the code
 * of the subject: in another subject's row it does not open.
 */
export class Secrets {
  readonly #keys: ReadonlyMap<string, Key>;
  readonly #first: Key;

  /** The first key seals, every one opens. */
  constructor(keys: readonly Buffer[]) {
    if (keys.length === 0 || keys.some(({ length }) => length !== keyLength))
      throw new Error('no data key of 32 bytes');
    this.#first = keyOf(keys[0]!);
    this.#keys = new Map(keys.map((bytes) => keyOf(bytes)).map((key) => [key.id, key]));
  }

  /** Id of the key that seals. */
  get keyId(): string {
    return this.#first.id;
  }

  /** Whether a key with the id is at hand. */
  knows(keyId: string): boolean {
    return this.#keys.has(keyId);
  }

  /** How many keys are at hand: more than one while keys are changed. */
  get keyCount(): number {
    return this.#keys.size;
  }

  /** Whether the text was sealed with a key that is at hand. */
  isSealed(text: string): boolean {
    // most texts end here
    return text.startsWith('enc:') && this.#keys.has(form.exec(text)?.[1] ?? '');
  }

  /** Whether the text was sealed with the key that seals now. */
  isFresh(text: string): boolean {
    return form.exec(text)?.[1] === this.#first.id;
  }

  /** The sealed form of the text, another one each time. */
  seal(plain: string, place: string): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.#first.secret, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `enc:${this.#first.id}:${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /**
   * The text as it was before it was sealed; one that is not sealed, as it is.
   *
   * @throws when it was sealed for another place, or altered
   */
  open(text: string, place: string): string {
    const [, id = '', body = ''] = form.exec(text) ?? [];
    const key = this.#keys.get(id);
    if (!key) return text;
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv(algorithm, key.secret, bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    return decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
  }
}

/** The keys that are given, or else the one in the data folder, made at first need; processes that race agree on one. */
export async function openSecrets(given: readonly Buffer[] | undefined, dataDir: string): Promise<Secrets> {
  if (given) return new Secrets(given);
  const file = join(dataDir, 'data-key');
  await mkdir(dataDir, { recursive: true });
  await makeWhole(file, link, async (draft) => {
    const made = join(draft, 'key');
    await writeFile(made, `${randomBytes(keyLength).toString('base64')}\n`, { mode: 0o600, flush: true });
    return made;
  });
  return new Secrets([Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')]);
}
