import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../src/messages/refusal.js';
import { mayRehearse, rehearsedInstant } from '../../src/server/rehearsal.js';

const outcome = (given: string | undefined, allowed = true): unknown => {
  try {
    return rehearsedInstant({ ...(given !== undefined && { 'credit-clock': given }) }, allowed)?.toISOString() ?? null;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};

describe('the header Credit-Clock', () => {
  test.each([
    [undefined, null],
    ['2026-11-22T08:00:00Z', '2026-11-22T08:00:00.000Z'],
    ['2026-11-22T08:00:00+08:00', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22t08:00:00.5z', '2026-11-22T08:00:00.500Z'],
    ['2024-02-29T23:59:59-12:00', '2024-03-01T11:59:59.000Z'],
    ['2000-01-01T00:00:00+08:00', '1999-12-31T16:00:00.000Z'],
    ['2100-12-31T23:59:59+08:00', '2100-12-31T15:59:59.000Z'],
  ])('%s is %s', (given, instant) => {
    expect(outcome(given)).toBe(instant);
  });

  test.each([
    ['', 'nothing'],
    ['now', 'a word'],
    ['2026-11-22', 'a day'],
    ['2026-11-22T08:00:00', 'no offset'],
    ['2026-11-22T08:00Z', 'no seconds'],
    ['2026-11-22 08:00:00Z', 'a space'],
    ['2026-02-30T08:00:00Z', 'a day that does not exist'],
    ['2026-11-22T24:00:00Z', 'an hour that does not exist'],
    ['2026-11-22T08:00:00+99:00', 'an offset that does not exist'],
    ['1763798400', 'seconds'],
    ['2026-11-22T08:00:00Z, 2026-11-23T08:00:00Z', 'two'],
    ['1999-12-31T23:59:59+08:00', 'the year before'],
    ['2101-01-01T00:00:00+08:00', 'the year after'],
    ['2100-12-31T16:00:00Z', 'in law the year after'],
    ['9999-12-31T00:00:00Z', 'the far future'],
  ])('"%s" is refused: %s', (given) => {
    expect(outcome(given)).toBe('CLOCK');
  });

  test('what is not understood is told in short', () => {
    expect(() => rehearsedInstant({ 'credit-clock': 'x'.repeat(5000) }, true)).toThrow(
      expect.objectContaining({ params: { value: 'x'.repeat(100), earliest: '2000', latest: '2100' } }),
    );
  });

  test.each(['2026-11-22T08:00:00Z', 'now', ''])('"%s" is refused where nobody may rehearse', (given) => {
    expect(outcome(given, false)).toBe('CLOCK_NOT_YOURS');
    expect(outcome(undefined, false)).toBeNull();
  });
});

test.each([
  [undefined, false, true],
  [undefined, true, false],
  ['https://login.example', false, false],
  ['https://login.example', true, false],
])('with the issuer %s, production %s: may rehearse is %s', (authIssuer, production, may) => {
  expect(mayRehearse({ authIssuer, production })).toBe(may);
});
