import { describe, expect, test } from '@jest/globals';
import { GraphQLScalarType, parseValue } from 'graphql';
import { isDay, legalDay, monthsAfter } from '../../src/calendar/day.js';
import { DateScalar, DateTimeScalar } from '../../src/calendar/scalars.js';
import { Refusal } from '../../src/messages/refusal.js';
import { MoneyScalar } from '../../src/money/money.js';
import { UsccScalar } from '../../src/registry/uscc.scalar.js';

describe('a day is a date that exists, written YYYY-MM-DD', () => {
  test.each([
    ['2026-11-22', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2099-12-31', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-11-00', false],
    ['2026-1-1', false],
    ['20261122', false],
    ['2026/11/22', false],
    [' 2026-11-22', false],
    ['2026-11-22\n', false],
    ['2026-11-22T00:00:00Z', false],
    ['２０２６-11-22', false],
    ['', false],
  ])('%j: %p', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  test('there was no year 0, and PostgreSQL keeps none', () => {
    expect(isDay('0000-01-01')).toBe(false);
  });
});

describe('a period of months ends on the corresponding day, or on the last of the month (Civil Code, art. 202)', () => {
  test.each([
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-22', 3, '2027-02-22'],
    ['2026-08-31', 12, '2027-08-31'],
    ['2026-04-01', 36, '2029-04-01'],
    ['2026-07-01', 3, '2026-10-01'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i months: %s', (day, months, end) => {
    expect(monthsAfter(day, months)).toBe(end);
  });
});

describe('an instant falls on the day of Shanghai', () => {
  test.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22', 'one millisecond to midnight'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23', 'midnight'],
    ['2026-11-22T00:00:00.000Z', '2026-11-22', 'eight in the morning'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', 'the new year'],
    ['2026-11-23T00:30:00+09:00', '2026-11-22', 'however the instant is written'],
  ])('%s is %s: %s', (instant, day) => {
    expect(legalDay(new Date(instant))).toBe(day);
  });
});

/** A value as a variable and as a literal of an operation; both must be read alike. */
function read(scalar: GraphQLScalarType, value: unknown): unknown {
  const literal = () => scalar.parseLiteral(parseValue(JSON.stringify(value)));
  try {
    const parsed = scalar.parseValue(value);
    expect(literal()).toEqual(parsed);
    return parsed;
  } catch (error) {
    expect(literal).toThrow(Refusal);
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

describe('scalars accept what they should and refuse the rest with a reason', () => {
  test.each<[GraphQLScalarType, unknown, unknown]>([
    [DateScalar, '2026-11-22', '2026-11-22'],
    [DateScalar, '2026-02-29', 'DATE'],
    [DateScalar, '2026-11-22T00:00:00Z', 'DATE'],
    [DateScalar, 20261122, 'DATE'],
    [DateScalar, '', 'DATE'],
    [DateTimeScalar, '2026-11-22T08:00:00Z', new Date('2026-11-22T08:00:00Z')],
    [DateTimeScalar, '2026-11-22T08:00:00.123456789Z', new Date('2026-11-22T08:00:00.123Z')],
    [DateTimeScalar, '2026-11-22t08:00:00z', new Date('2026-11-22T08:00:00Z')],
    [DateTimeScalar, '2026-11-22T16:00:00+08:00', new Date('2026-11-22T08:00:00Z')],
    [DateTimeScalar, '2026-11-22T08:00:00', 'DATE_TIME'],
    [DateTimeScalar, '2026-11-22', 'DATE_TIME'],
    [DateTimeScalar, '2026-11-22T08:00:60Z', 'DATE_TIME'],
    [DateTimeScalar, '2026-11-22 08:00:00Z', 'DATE_TIME'],
    [DateTimeScalar, '2026-13-01T08:00:00Z', 'DATE_TIME'],
    [DateTimeScalar, 1_795_334_400_000, 'DATE_TIME'],
    [MoneyScalar, '118000.00', '118000.00'],
    [MoneyScalar, '118000', '118000.00'],
    [MoneyScalar, '0.5', '0.50'],
    [MoneyScalar, '-12.30', '-12.30'],
    [MoneyScalar, '9999999999999999.99', '9999999999999999.99'],
    [MoneyScalar, '0.001', 'MONEY'],
    [MoneyScalar, '1,000', 'MONEY'],
    [MoneyScalar, '1e3', 'MONEY'],
    [MoneyScalar, '12345678901234567', 'MONEY'],
    [MoneyScalar, '', 'MONEY'],
    [MoneyScalar, 118000, 'MONEY'],
    [UsccScalar, '91150203MA0T3QT218', '91150203MA0T3QT218'],
    [UsccScalar, '91150203MA0T3QT219', 'USCC_CHECK_DIGIT'],
    [UsccScalar, '91150203ma0t3qt218', 'USCC_CHARACTER'],
    [UsccScalar, 'ABC', 'USCC_LENGTH'],
    [UsccScalar, null, 'USCC_LENGTH'],
    [UsccScalar, 91150203, 'USCC_LENGTH'],
  ])('%s reads %j as %j', (scalar, value, expected) => {
    expect(read(scalar, value)).toEqual(expected);
  });

  test.each(['2026-02-30T08:00:00Z', '2026-04-31T08:00:00+08:00', '2026-01-01T24:00:00Z'])(
    '%s is no instant: there is no such day or hour (RFC 3339, 5.6 and 5.7)',
    (value) => {
      expect(read(DateTimeScalar, value)).toBe('DATE_TIME');
    },
  );

  test.each([
    ['007', '7.00'],
    ['-0', '0.00'],
  ])('the amount %s is written %s: one amount has one form', (value, amount) => {
    expect(read(MoneyScalar, value)).toBe(amount);
  });

  test('an instant is told in UTC', () => {
    expect(DateTimeScalar.serialize('2026-11-22T16:00:00+08:00')).toBe('2026-11-22T08:00:00.000Z');
  });
});
