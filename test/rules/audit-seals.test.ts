import { describe, expect, test } from '@jest/globals';
import { type EntryContent, leafOf, sha256 } from '../../src/audit/leaf.js';
import { merkleRoot } from '../../src/audit/merkle.js';
import { comparePositions } from '../../src/audit/position.js';
import type { Seal } from '../../src/audit/seal.entity.js';
import { makeSeal } from '../../src/audit/seal.js';
import { signedSeal } from '../../src/audit/sealed.js';
import { type SigningKey, signingKey } from '../../src/audit/signing-key.js';
import { verifyExport } from '../../src/audit/verify.js';

const keyOf = (x: string, d: string): Promise<SigningKey> =>
  signingKey('-', 'audit-signing', { kty: 'OKP', crv: 'Ed25519', x, d });
// RFC 8037, appendix A, and RFC 8032, test 2
const key = await keyOf('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A');
const otherKey = await keyOf(
  'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
);

const entry = (n: number, more: object = {}): EntryContent => ({
  log: 'deeds',
  id: `019e0000-0000-7000-8000-00000000000${n}`,
  at: `2026-11-22T08:00:0${n}.000Z`,
  actor: 'department:TAX',
  role: 'DEPARTMENT',
  onBehalfOf: 'TAX',
  deed: 'submission.receive',
  subjectType: 'Submission',
  subjectId: 's-1',
  facts: { read: n, item: '税务' },
  requestId: 'r-1',
  ...more,
});

describe('a leaf', () => {
  test('is SHA-256 of a zero byte and the canonical JSON', () => {
    const { id, at } = entry(1);
    const written = `{"at":"${at}","id":"${id}","log":"deeds"}`;
    expect(leafOf({ log: 'deeds', at, id })).toEqual(sha256(Buffer.from(`\0${written}`)));
  });

  test('is known for ever', () => {
    expect(leafOf(entry(1)).toString('hex')).toBe('907d85906285a3c180a7ae835c27c161872d2d5aeb5be0773cdfa2ab36f438ac');
  });

  test('does not depend on the order in which things are said', () => {
    expect(leafOf(Object.fromEntries(Object.entries(entry(1)).toReversed()) as EntryContent)).toEqual(leafOf(entry(1)));
  });

  test.each(Object.keys(entry(1)))('depends on %s', (name) => {
    expect(leafOf({ ...entry(1), [name]: 'else' } as EntryContent)).not.toEqual(leafOf(entry(1)));
  });
});

describe('the root over the leaves is that of RFC 6962', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const leaves = inputs.map((hex) => sha256(Buffer.from(`00${hex}`, 'hex')));
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i', (count, root) => {
    expect(merkleRoot(leaves.slice(0, count)).toString('hex')).toBe(root);
  });
});

test.each([
  ['9', 'a', '10', 'a'],
  ['10', 'a', '11', 'a'],
  ['10', 'a', '10', 'b'],
])('%s %s comes before %s %s', (transactionId, id, laterTransaction, laterId) => {
  const [one, other] = [
    { transactionId, id },
    { transactionId: laterTransaction, id: laterId },
  ];
  expect(comparePositions(one, other)).toBeLessThan(0);
  expect(comparePositions(other, one)).toBeGreaterThan(0);
  expect(comparePositions(one, one)).toBe(0);
});

/** An export as objects, to be spoilt: two seals of three entries each, one entry without a seal. */
function sealed(signer = key): any[] {
  const line = (n: number, kind = 'entry') => ({
    kind,
    transactionId: String(700 + n),
    leaf: leafOf(entry(n)).toString('hex'),
    entry: entry(n),
  });
  const seals: Seal[] = [];
  for (const numbers of [
    [1, 2, 3],
    [4, 5, 6],
  ]) {
    const entries = numbers.map((n) => ({
      log: 'deeds' as const,
      transactionId: String(700 + n),
      id: entry(n).id,
      leaf: leafOf(entry(n)),
    }));
    seals.push(makeSeal(entries, seals.at(-1), false, signer, new Date('2026-11-22T08:01:00Z')));
  }
  const seal = (n: number) => ({ kind: 'seal', seal: signedSeal(seals[n]!) });
  return [
    { kind: 'header', keys: [{ kty: 'OKP', crv: 'Ed25519', x: signer.publicKey, kid: signer.id }] },
    seal(0),
    ...[1, 2, 3].map((n) => line(n)),
    seal(1),
    ...[4, 5, 6].map((n) => line(n)),
    line(7, 'unsealed'),
    { kind: 'end', seals: 2, entries: 6, unsealed: 1 },
  ];
}

const verified = (lines: any[], trusted?: string[]) =>
  verifyExport(
    lines.map((line) => JSON.stringify(line)),
    trusted,
  );

describe('an export that is whole', () => {
  test('says how much it is, of which period, signed by whom, and its last root', async () => {
    const lines = sealed();
    expect(await verified(lines, [key.id])).toEqual({
      entries: 6,
      seals: 2,
      unsealed: 1,
      from: '2026-11-22T08:01:00.000Z',
      to: '2026-11-22T08:01:00.000Z',
      keys: ['kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'],
      lastRoot: lines[5].seal.root,
    });
  });
});

describe('what is wrong is said, and where', () => {
  const set = (lines: any[], thing: object, more: object): any[] => {
    Object.assign(thing, more);
    return lines;
  };
  const relabelled = (lines: any[], line: any, more: object): any[] => {
    set(lines, line.entry, more);
    line.leaf = leafOf(line.entry).toString('hex');
    return lines;
  };
  const wrongs: [string, (lines: any[]) => any[], RegExp][] = [
    [
      'an entry changed',
      (l) => set(l, l[3].entry, { actor: 'nobody' }),
      /^Entry 019e\S+2 of 2026\S+ \(deeds\) was changed\.$/,
    ],
    [
      'an entry changed with its leaf',
      (l) => relabelled(l, l[3], { actor: 'nobody' }),
      /under seal 1 are not the ones/,
    ],
    ['an unsealed entry changed', (l) => set(l, l[9].entry, { actor: 'nobody' }), /^Entry 019e\S+7 .* was changed/],
    ['a first entry missing', (l) => l.toSpliced(2, 1), /^Entry 019e\S+1, the first one of seal 1, is missing/],
    ['an entry missing', (l) => l.toSpliced(3, 1), /^Entries are missing: seal 1 covers 3 entries and 2 are there/],
    ['a last entry missing', (l) => l.toSpliced(8, 1), /^Entries are missing: seal 2 covers 3/],
    ['all entries of a seal missing', (l) => l.toSpliced(2, 3), /^Entries are missing: seal 1 covers 3 entries and 0/],
    [
      'an entry added between two',
      (l) => l.toSpliced(3, 0, { ...l[2], entry: entry(1, { id: `${entry(1).id.slice(0, -1)}f` }), leaf: null }),
      /^Entries were added: seal 1 covers 3 entries and 4/,
    ],
    [
      'an entry added behind the seals',
      (l) => l.toSpliced(5, 0, { ...l[4], transactionId: '703', entry: entry(3, { id: entry(9).id }), leaf: null }),
      /^Entry 019e\S+9 .* was added: seal 1 does not cover it/,
    ],
    [
      'entries in another order',
      (l) => l.toSpliced(2, 2, l[2], l[4], l[3]).toSpliced(5, 1),
      /out of order under seal 1/,
    ],
    ['a seal missing with its entries', (l) => l.toSpliced(1, 4), /^Seal 1 is missing/],
    ['a seal alone missing', (l) => l.toSpliced(5, 1), /^Entry 019e\S+4 .* was added: seal 1 does not cover it/],
    ['a seal twice', (l) => l.toSpliced(5, 0, ...l.slice(1, 5)), /^Seal 1 is out of order: it stands after seal 1/],
    ['a seal changed', (l) => set(l, l[1].seal, { deeds: 2 }), /^The signature of seal 1 does not fit/],
    ['the last seal missing', (l) => l.toSpliced(5, 4), /^The export says it has 2 seals and has 1/],
    ['the file cut off', (l) => l.slice(0, -1), /^The export has no end/],
    ['more after the end', (l) => [...l, l[9]], /more after the end/],
    ['no header', (l) => l.slice(1), /does not begin with its header/],
    ['a line without a meaning', (l) => l.toSpliced(3, 1, { kind: 'entry' }), /^Line 4 cannot be understood/],
    ['a key under a false name', (l) => set(l, l[0].keys[0], { x: otherKey.publicKey }), /is another key/],
    ['a seal of a key that is not named', (l) => set(l, l[0], { keys: [] }), /^Seal 1 is signed by an unknown key/],
    [
      'everything after the first seal made anew with another history',
      (l) => [...l.slice(0, 5), ...forged().slice(5)],
      /^Seal 2 does not follow from the seal before it/,
    ],
  ];
  /** The second seal of another history by the same key. */
  const forged = () => {
    const lines = sealed();
    const before = makeSeal(
      [{ log: 'readings', transactionId: '1', id: entry(1).id, leaf: leafOf(entry(1)) }],
      undefined,
      false,
      key,
      new Date(0),
    );
    const rows = [4, 5, 6].map((n) => ({
      log: 'deeds' as const,
      transactionId: String(700 + n),
      id: entry(n).id,
      leaf: leafOf(entry(n)),
    }));
    lines[5] = { kind: 'seal', seal: signedSeal(makeSeal(rows, before, false, key, new Date(0))) };
    return lines;
  };
  test.each(wrongs)('%s', async (_what, spoil, told) => {
    const lines = sealed();
    await expect(verified(spoil(lines))).rejects.toThrow(told);
  });

  test('a whole audit by another key than the one trusted', async () => {
    await expect(verified(sealed(otherKey))).resolves.toMatchObject({ entries: 6 });
    await expect(verified(sealed(otherKey), [key.id])).rejects.toThrow(/^Seal 1 is signed by an unknown key/);
  });
});
