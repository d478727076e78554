import { describe, expect, test } from '@jest/globals';
import {
  ageBucketOf,
  ageBuckets,
  monthOf,
  percentOf,
  performanceOf,
  tenthsOf,
  yearOf,
} from '../../src/arrears/arrears-statistics.rules.js';

describe('ages of arrears', () => {
  test.each([
    [-20, 'DAYS_1_30'],
    [1, 'DAYS_1_30'],
    [30, 'DAYS_1_30'],
    [31, 'DAYS_31_90'],
    [90, 'DAYS_31_90'],
    [91, 'DAYS_91_180'],
    [180, 'DAYS_91_180'],
    [181, 'DAYS_181_365'],
    [365, 'DAYS_181_365'],
    [366, 'YEARS_1_3'],
    [1095, 'YEARS_1_3'],
    [1096, 'YEARS_OVER_3'],
    [9999, 'YEARS_OVER_3'],
  ])('%i days are in %s', (days, key) => expect(ageBucketOf(days).key).toBe(key));

  test('the last bucket has no end, and every other ends later than the one before', () => {
    const ends = ageBuckets.map(({ until }) => until ?? Number.POSITIVE_INFINITY);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(ends.at(-1)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('a day is in a month and a year', () => {
  expect([monthOf('2026-11-24'), yearOf('2026-11-24')]).toEqual(['2026-11-01', '2026-01-01']);
});

describe('quotients', () => {
  test.each([
    ['100.00', '3.00', '33.3'],
    ['200.00', '3.00', '66.7'],
    ['0.05', '1.00', '0.1'],
    ['0.04', '1.00', '0.0'],
    ['-0.04', '1.00', '0.0'],
    ['-0.05', '1.00', '-0.1'],
    ['-12.50', '1.00', '-12.5'],
    ['0.00', '7.00', '0.0'],
    ['99999999999999999999.99', '0.01', '9999999999999999999999.0'],
  ])('%s by %s is %s', (dividend, divisor, text) => expect(tenthsOf(dividend, divisor)).toBe(text));

  test.each(['0.00', '-1.00'])('there is none by %s', (divisor) => {
    expect(tenthsOf('1.00', divisor)).toBeNull();
    expect(percentOf('1.00', divisor)).toBeNull();
  });

  test('a part of a whole is in percent', () => {
    expect(percentOf('1.00', '3.00')).toBe('33.3');
    expect(percentOf('3.00', '3.00')).toBe('100.0');
    expect(percentOf('-3.00', '3.00')).toBe('-100.0');
  });
});

describe('how promptly is paid', () => {
  test('100 yuan after 20 days, 10 early, and 300 after 90, 60 late', () => {
    const sums = { paid: '400.00', paidDays: '29000.00', delayDays: '17000.00', within30: '100.00', within60: '0.00' };
    expect(performanceOf(sums)).toEqual({
      averageDaysToPay: '72.5',
      shareWithin30: '25.0',
      shareWithin60: '0.0',
      shareOver60: '75.0',
      weightedDelay: '42.5',
    });
  });

  test('nothing is said where nothing was paid', () => {
    const sums = { paid: '0.00', paidDays: '0.00', delayDays: '0.00', within30: '0.00', within60: '0.00' };
    expect(Object.values(performanceOf(sums))).toEqual([null, null, null, null, null]);
  });
});
