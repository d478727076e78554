import { spawnSync } from 'node:child_process';

/** Every check of the house, one after the other; all of them run, and the last line says how many passed. */
const checks = [
  ['format and lint', 'biome', ['check', '.']],
  ['types of the program', 'tsc', []],
  ['types of the tests', 'tsc', ['-p', 'test']],
  ['laws of the street', 'depcruise', ['src', 'seeds', 'schema/migrations', '--config', '.dependency-cruiser.cjs']],
  ['dead code', 'knip', []],
  ['tests', 'npm', ['test', '--silent']],
];

let failed = 0;
for (const [name, command, words] of checks) {
  const started = Date.now();
  const { status } = spawnSync(command, words, { stdio: 'inherit' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (status !== 0) failed++;
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
}
process.stdout.write(`${checks.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
