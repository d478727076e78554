import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openSecrets, Secrets } from '../../src/database/secrets.js';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const secrets = new Secrets([oldKey]);
const gobi = '91150203MA0T3QT218';

describe('a sealed value', () => {
  test.each(['150203199003070017', '10015020301', '', '护照 E12345678', 'enc:looks:sealed'])(
    '%j opens as it was',
    (plain) => {
      const sealed = secrets.seal(plain, gobi);
      expect(sealed).toMatch(/^enc:[\w-]{8}:[\w-]+$/);
      expect(secrets.isSealed(sealed)).toBe(true);
      expect(secrets.open(sealed, gobi)).toBe(plain);
    },
  );

  test('is another one each time', () => {
    expect(secrets.seal('x', gobi)).not.toBe(secrets.seal('x', gobi));
  });

  test('does not open for another subject', () => {
    const sealed = secrets.seal('150203199003070017', gobi);
    expect(() => secrets.open(sealed, '91150200MA0T3QT132')).toThrow(/authenticate/);
  });

  test('does not open once a character of it was changed, or its end cut off', () => {
    const sealed = secrets.seal('150203199003070017', gobi);
    const at = sealed.length - 5;
    const other = sealed[at] === 'A' ? 'B' : 'A';
    expect(() => secrets.open(sealed.slice(0, at) + other + sealed.slice(at + 1), gobi)).toThrow(/authenticate/);
    expect(() => secrets.open(sealed.slice(0, -4), gobi)).toThrow(/authenticate/);
  });
});

describe('what is not sealed', () => {
  test.each(['150203199003070017', '', 'enc:', 'enc:abcdefgh:zz', `enc:abcdefgh:${'A'.repeat(60)}`])(
    '%j is as it is',
    (text) => {
      expect(secrets.isSealed(text)).toBe(false);
      expect(secrets.open(text, gobi)).toBe(text);
    },
  );
});

describe('keys', () => {
  test('the first one seals, all open', () => {
    const both = new Secrets([newKey, oldKey]);
    const before = secrets.seal('13800000000', gobi);
    expect(both.open(before, gobi)).toBe('13800000000');
    expect(both.isFresh(before)).toBe(false);
    const after = both.seal('13800000000', gobi);
    expect(both.isFresh(after)).toBe(true);
    expect(new Secrets([newKey]).open(after, gobi)).toBe('13800000000');
    expect(secrets.isSealed(after)).toBe(false);
  });

  test('are told apart by an id that is no part of them', () => {
    expect(secrets.keyId).not.toBe(new Secrets([newKey]).keyId);
    expect(oldKey.toString('base64url')).not.toContain(secrets.keyId);
  });

  test.each([[[]], [[randomBytes(16)]], [[oldKey, Buffer.alloc(31)]]])('of another length are none', (keys) => {
    expect(() => new Secrets(keys)).toThrow('32 bytes');
  });

  test('without one, the data folder keeps one that nobody else reads; who come at once agree on it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'credit-key-'));
    try {
      const [one, other] = await Promise.all([openSecrets(undefined, folder), openSecrets(undefined, folder)]);
      expect(other!.open(one!.seal('x', gobi), gobi)).toBe('x');
      expect((await stat(join(folder, 'data-key'))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, 'data-key'), 'utf8')).toMatch(/^[\w+/]{43}=\n$/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
