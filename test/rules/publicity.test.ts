import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { monthsAfter } from '../../src/calendar/day.js';
import { Polarity, Severity } from '../../src/catalogue/catalogue-item.entity.js';
import {
  longestPublicity,
  type Publicity,
  publicityOf,
  repairableFrom,
  shortestPublicity,
} from '../../src/records/publicity.rules.js';

const { MINOR, GENERAL, SERIOUS } = Severity;
const { ADVERSE, FAVOURABLE, NEUTRAL } = Polarity;
const never = { from: null, until: null };
const days = (from: string, until: string | null) => ({ from, until });

describe('an adverse record is published from its determination, by its severity', () => {
  test.each<[Severity | null, string, Publicity, string]>([
    [MINOR, '2026-04-01', never, 'not at all'],
    [GENERAL, '2026-04-01', days('2026-04-01', '2027-04-01'), 'one year'],
    [SERIOUS, '2026-04-01', days('2026-04-01', '2029-04-01'), 'three years'],
    [null, '2026-04-01', days('2026-04-01', '2027-04-01'), 'as general, where nobody said'],
    [GENERAL, '2024-02-29', days('2024-02-29', '2025-02-28'), "to the month's last day, where there is no such day"],
    [SERIOUS, '2024-02-29', days('2024-02-29', '2027-02-28'), "to the month's last day, where there is no such day"],
    [GENERAL, '2025-10-01', days('2025-10-01', '2026-10-01'), 'without rolling over a holiday'],
  ])('%s of %s: %j, %s', (severity, determinedOn, publicity) => {
    expect(publicityOf({ polarity: ADVERSE, severity, determinedOn })).toEqual(publicity);
  });
});

describe('by severity and day of determination: repairable from, published until, never rolled over a day off', () => {
  const table: readonly [string, string, string, string, string, string][] = [
    // determined, minor until, general from, general until, serious from, serious until
    ['2026-01-31', '2026-04-30', '2026-04-30', '2027-01-31', '2027-01-31', '2029-01-31'],
    ['2025-11-30', '2026-02-28', '2026-02-28', '2026-11-30', '2026-11-30', '2028-11-30'],
    ['2023-11-30', '2024-02-29', '2024-02-29', '2024-11-30', '2024-11-30', '2026-11-30'],
    ['2024-02-29', '2024-05-29', '2024-05-29', '2025-02-28', '2025-02-28', '2027-02-28'],
    ['2025-02-28', '2025-05-28', '2025-05-28', '2026-02-28', '2026-02-28', '2028-02-28'],
    ['2026-03-31', '2026-06-30', '2026-06-30', '2027-03-31', '2027-03-31', '2029-03-31'],
    ['2026-05-31', '2026-08-31', '2026-08-31', '2027-05-31', '2027-05-31', '2029-05-31'],
    ['2025-12-31', '2026-03-31', '2026-03-31', '2026-12-31', '2026-12-31', '2028-12-31'],
    ['2025-10-01', '2026-01-01', '2026-01-01', '2026-10-01', '2026-10-01', '2028-10-01'],
    ['2025-11-17', '2026-02-17', '2026-02-17', '2026-11-17', '2026-11-17', '2028-11-17'],
  ];

  test.each(table)('%s', (determinedOn, minorUntil, generalFrom, generalUntil, seriousFrom, seriousUntil) => {
    const until = (severity: Severity, publishesMinor = false) =>
      publicityOf({ polarity: ADVERSE, severity, determinedOn, publishesMinor });
    expect(until(MINOR)).toEqual(never);
    expect(until(MINOR, true)).toEqual(days(determinedOn, minorUntil));
    expect(until(GENERAL)).toEqual(days(determinedOn, generalUntil));
    expect(until(SERIOUS)).toEqual(days(determinedOn, seriousUntil));
    expect([MINOR, GENERAL, SERIOUS].map((severity) => repairableFrom(determinedOn, severity))).toEqual([
      determinedOn,
      generalFrom,
      seriousFrom,
    ]);
  });

  test.each([
    [MINOR, 0, 0, 3],
    [GENERAL, 3, 12, 12],
    [SERIOUS, 12, 36, 36],
  ])(
    '%s: at least %i months, at most %i, at most %i where the item publishes minor ones',
    (severity, least, most, all) => {
      expect(shortestPublicity(severity)).toBe(least);
      expect([longestPublicity(severity, false), longestPublicity(severity, true)]).toEqual([most, all]);
    },
  );
});

describe('what the record says of its own end shortens the period and never lengthens it', () => {
  test.each<[Severity, string | null, string, string]>([
    [GENERAL, '2026-07-01', '2026-07-01', 'earlier: it holds'],
    [GENERAL, '2027-04-01', '2027-04-01', 'the same day: nothing changes'],
    [GENERAL, '2030-01-01', '2027-04-01', 'later: the longest period holds'],
    [SERIOUS, '2027-04-01', '2027-04-01', 'earlier: it holds'],
    [SERIOUS, '2099-12-31', '2029-04-01', 'later: the longest period holds'],
    [GENERAL, null, '2027-04-01', 'nothing said: the longest period holds'],
  ])('%s of 2026-04-01, its own last day %p: until %s, %s', (severity, publicUntil, until) => {
    const publicity = publicityOf({ polarity: ADVERSE, severity, determinedOn: '2026-04-01', publicUntil });
    expect(publicity).toEqual(days('2026-04-01', until));
  });

  test('a minor record is not published even if it names a last day', () => {
    const record = { polarity: ADVERSE, severity: MINOR, determinedOn: '2026-04-01', publicUntil: '2026-06-30' };
    expect(publicityOf(record)).toEqual(never);
  });

  test.each([
    ['2026-06-15', null, '2026-06-15'],
    ['2027-04-01', null, '2026-07-01'],
    [null, '2026-05-01', '2026-05-01'],
  ])('nor longer than three months where its item publishes it: %p, %p', (publicUntil, validUntil, until) => {
    const record = { polarity: ADVERSE, severity: MINOR, determinedOn: '2026-04-01', publicUntil, validUntil };
    expect(publicityOf({ ...record, publishesMinor: true })).toEqual(days('2026-04-01', until));
  });

  test('the end of its validity too: who was taken off a list is no longer published as being on it', () => {
    const record = { polarity: ADVERSE, severity: GENERAL, determinedOn: '2026-04-01', validUntil: '2026-07-01' };
    expect(publicityOf(record)).toEqual(days('2026-04-01', '2026-07-01'));
  });
});

describe('what is not adverse is published as long as it is valid', () => {
  test.each<[Polarity, string | null, string | null, string | null, string]>([
    [FAVOURABLE, null, null, null, 'without an end'],
    [FAVOURABLE, null, '2029-03-31', '2029-03-31', 'to the end of validity'],
    [NEUTRAL, '2027-01-01', null, '2027-01-01', 'to its own last day'],
    [NEUTRAL, '2027-01-01', '2029-03-31', '2027-01-01', 'to whichever comes first'],
    [NEUTRAL, '2030-01-01', '2029-03-31', '2029-03-31', 'to whichever comes first'],
    [NEUTRAL, null, '2099-12-31', '2099-12-31', 'without a longest period'],
  ])('%s, last day %p, valid until %p: until %p, %s', (polarity, publicUntil, validUntil, until) => {
    const record = { polarity, severity: null, determinedOn: '2026-04-01', publicUntil, validUntil };
    expect(publicityOf(record)).toEqual(days('2026-04-01', until));
  });
});

test('no adverse record is ever published longer than its severity allows', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const end = fc.option(day);
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(Severity)),
      ...[day, end, end],
      (severity, determinedOn, publicUntil, validUntil) => {
        const said = { polarity: ADVERSE, severity, determinedOn, publicUntil, validUntil, publishesMinor: true };
        const { from, until } = publicityOf(said);
        expect(from).toBe(determinedOn);
        expect(until! <= monthsAfter(determinedOn, { MINOR: 3, GENERAL: 12, SERIOUS: 36 }[severity])).toBe(true);
      },
    ),
  );
});
