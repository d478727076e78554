import { describe, expect, test } from '@jest/globals';
import { GroupCommit } from '../../src/audit/group-commit.js';

/** An insert whose end the test decides. */
function inserts() {
  const calls: { rows: readonly number[]; done: PromiseWithResolvers<void> }[] = [];
  const group = new GroupCommit<number>((rows) => {
    const done = Promise.withResolvers<void>();
    calls.push({ rows: [...rows], done });
    return done.promise;
  });
  return { calls, group };
}
const settle = () => new Promise(setImmediate);

describe('inserts keep their pace', () => {
  test('one alone goes at once; what follows closely waits and goes together', async () => {
    const calls: { at: number; rows: number[] }[] = [];
    const group = new GroupCommit<number>(
      async (rows) => void calls.push({ at: performance.now(), rows: [...rows] }),
      40,
    );
    const asked = performance.now();
    await group.write([1]);
    await Promise.all([group.write([2]), settle().then(() => group.write([3]))]);
    expect(calls.map(({ rows }) => rows)).toEqual([[1], [2, 3]]);
    expect(calls[0]!.at - asked).toBeLessThan(30);
    // a timer may be early by a fraction
    expect(calls[1]!.at - calls[0]!.at).toBeGreaterThan(38);
  });
});

describe('rows of many callers', () => {
  test('what is asked while an insert is on its way goes together in the next one', async () => {
    const { calls, group } = inserts();
    const first = group.write([1]);
    const others = [group.write([2, 3]), group.write([4])];
    expect(calls.map(({ rows }) => rows)).toEqual([[1]]);
    calls[0]!.done.resolve();
    await first;
    await settle();
    expect(calls.map(({ rows }) => rows)).toEqual([[1], [2, 3, 4]]);
    calls[1]!.done.resolve();
    await Promise.all(others);
  });

  test('nobody is told before their own rows are written', async () => {
    const { calls, group } = inserts();
    let told = false;
    void group.write([1]);
    void group.write([2]).then(() => {
      told = true;
    });
    calls[0]!.done.resolve();
    await settle();
    expect(told).toBe(false);
    calls[1]!.done.resolve();
    await settle();
    expect(told).toBe(true);
  });

  test('when an insert fails all its callers learn of it, and the next insert goes on', async () => {
    const { calls, group } = inserts();
    const first = group.write([1]);
    const failing = [group.write([2]), group.write([3])];
    calls[0]!.done.resolve();
    await first;
    await settle();
    const next = group.write([4]);
    calls[1]!.done.reject(new Error('the disk is full'));
    for (const one of failing) await expect(one).rejects.toThrow('the disk is full');
    await settle();
    calls[2]!.done.resolve();
    await next;
    expect(calls.map(({ rows }) => rows)).toEqual([[1], [2, 3], [4]]);
  });

  test('an insert has an end: more than two thousand rows go in several', async () => {
    const { calls, group } = inserts();
    const writes = Array.from({ length: 5 }, () => group.write(Array(900).fill(0)));
    for (let i = 0; i < 3; i++) {
      calls[i]!.done.resolve();
      await settle();
    }
    await Promise.all(writes);
    expect(calls.map(({ rows }) => rows.length)).toEqual([900, 1800, 1800]);
  });
});
