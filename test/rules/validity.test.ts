import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../src/messages/refusal.js';
import { correctedFrom, momentOf } from '../../src/records/validity.rules.js';

// 23:30 of 22 November in Baotou
const now = new Date('2026-11-22T15:30:00Z');
const clock = { now, today: '2026-11-22' };
const instant = (text: string) => new Date(text);

describe('which moment is asked for', () => {
  test.each<[string, Parameters<typeof momentOf>[0], ReturnType<typeof momentOf>]>([
    ['now', {}, null],
    ['now, said by nothing', { asOf: null, knownAt: null }, null],
    ['a day: what is known of it now', { asOf: '2026-03-01' }, { asOf: '2026-03-01', knownAt: now }],
    ['today', { asOf: '2026-11-22' }, { asOf: '2026-11-22', knownAt: now }],
    [
      'an instant: what was known of the legal day on which it falls',
      { knownAt: instant('2026-03-01T16:00:00Z') },
      { asOf: '2026-03-02', knownAt: instant('2026-03-01T16:00:00Z') },
    ],
    ['this instant', { knownAt: now }, { asOf: '2026-11-22', knownAt: now }],
    [
      'both',
      { asOf: '2025-01-01', knownAt: instant('2026-03-01T00:00:00Z') },
      { asOf: '2025-01-01', knownAt: instant('2026-03-01T00:00:00Z') },
    ],
    [
      'a day that was still to come when it was known',
      { asOf: '2026-05-01', knownAt: instant('2026-03-01T00:00:00Z') },
      { asOf: '2026-05-01', knownAt: instant('2026-03-01T00:00:00Z') },
    ],
  ])('%s', (_what, asked, moment) => {
    expect(momentOf(asked, clock)).toEqual(moment);
  });

  test.each<[string, Parameters<typeof momentOf>[0], string]>([
    ['tomorrow', { asOf: '2026-11-23' }, 'asOf'],
    ['the next millisecond', { knownAt: instant('2026-11-22T15:30:00.001Z') }, 'knownAt'],
    ['tomorrow as known today', { asOf: '2026-11-23', knownAt: now }, 'asOf'],
  ])('not %s', (_what, asked, argument) => {
    expect(() => momentOf(asked, clock)).toThrow(Refusal);
    expect(() => momentOf(asked, clock)).toThrow(
      expect.objectContaining({ reason: 'TIME_AHEAD', params: expect.objectContaining({ argument }) }),
    );
  });
});

describe('from when a correction holds', () => {
  const before = { state: 'EFFECTIVE', disputed: false, determinedOn: '2026-03-10', validFrom: '2026-05-01' };
  test.each<[string, Partial<typeof before>, string, string]>([
    ['from the determination, whenever the last version began', {}, '2026-03-10', '2026-03-10'],
    ['from the day that is said now, if it is earlier', {}, '2026-03-08', '2026-03-08'],
    ['from the day that was said, if it is earlier', {}, '2026-03-12', '2026-03-10'],
    ['of what was repaired, from the repair', { state: 'REPAIRED' }, '2026-03-08', '2026-05-01'],
    ['of what was withdrawn, from the withdrawal', { state: 'WITHDRAWN' }, '2026-03-10', '2026-05-01'],
    ['of what is disputed, from the mark', { disputed: true }, '2026-03-10', '2026-05-01'],
  ])('%s', (_what, more, determinedNow, from) => {
    expect(correctedFrom({ ...before, ...more }, determinedNow)).toBe(from);
  });
});
