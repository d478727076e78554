import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/config.js';

/** A violation of each law, planted in a copy of the sources: what is not caught here protects nothing. */
const planted: [law: string, file: string, text: string][] = [
  ['no-cycles', 'src/calendar/day-a.ts', "import type { B } from './day-b.js'; export type A = B;"],
  [
    'ground-floor-imports-no-capability',
    'src/money/planted.ts',
    "import type { LegalEntity } from '../registry/legal-entity.entity.js'; export type P = LegalEntity;",
  ],
  [
    'street-registry',
    'src/registry/planted.ts',
    "import type { CreditRecord } from '../records/credit-record.entity.js'; export type P = CreditRecord;",
  ],
  [
    'rules-import-only-rules',
    'src/records/planted.rules.ts',
    "import { recordById } from './record.reads.js'; export const p = recordById;",
  ],
  [
    'only-shield-knows-shield',
    'src/access/planted.ts',
    "import { shield } from 'graphql-shield'; export const p = shield;",
  ],
  [
    'program-does-not-import-tests',
    'src/records/planted.ts',
    "import { openCity } from '../../test/world.js'; export const p = openCity;",
  ],
];

let copy: string;
let caught: Set<string>;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'credit-street-'));
  for (const part of ['src', 'seeds', 'schema', 'test', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    await cp(join(projectRoot, part), join(copy, part), { recursive: true });
  }
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  for (const [, file, text] of planted) await writeFile(join(copy, file), text);
  // the other half of the cycle
  await writeFile(join(copy, 'src/calendar/day-b.ts'), "import type { A } from './day-a.js'; export type B = A | 1;");
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ],
    { cwd: copy, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  caught = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
}, 60_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

describe('the laws of the street catch what breaks them', () => {
  test.each(planted)('%s: %s', (law, file) => {
    expect(caught).toContain(`${law} ${file}`);
  });
});
