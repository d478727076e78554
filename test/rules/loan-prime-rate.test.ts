import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../src/messages/refusal.js';
import type { LoanPrimeRate } from '../../src/procurement/loan-prime-rate.entity.js';
import { checkRate, lprOn, withFourDecimals } from '../../src/procurement/loan-prime-rate.rules.js';
import { lines } from './reference.js';

const rates = lines.loanPrimeRates as unknown as readonly LoanPrimeRate[];

test('the reference file is in order of days, and each line is what may be entered', () => {
  const days = rates.map(({ from }) => from);
  expect(days).toEqual(days.toSorted());
  expect(new Set(days).size).toBe(days.length);
  for (const rate of rates) expect(() => checkRate(rate, '2026-11-22')).not.toThrow();
});

describe('the one-year loan prime rate on a day', () => {
  test.each<[string, string | undefined, string]>([
    ['2019-08-19', undefined, 'before the first'],
    ['2019-08-20', '4.25', 'on the day of the first'],
    ['2020-04-19', '4.05', 'the day before it changes'],
    ['2020-04-20', '3.85', 'the day on which it changes'],
    ['2021-06-30', '3.85', 'long after'],
    ['2022-01-20', '3.70', 'a month after another'],
    ['2025-05-19', '3.10', 'the day before the last change'],
    ['2026-11-22', '3.00', 'today'],
  ])('%s: %s (%s)', (day, percent) => {
    expect(lprOn(rates, day)?.percent).toBe(percent);
  });

  test('of none there is none', () => {
    expect(lprOn([], '2026-11-22')).toBeNull();
  });
});

describe('what may be entered', () => {
  const good: LoanPrimeRate = { from: '2026-11-20', percent: '2.9', notice: '公告' };

  test.each<[string, Partial<LoanPrimeRate>, unknown]>([
    ['a rate', {}, undefined],
    ['a rate of today', { from: '2026-11-22' }, undefined],
    ['a rate to come', { from: '2026-11-23' }, ['LPR_TO_COME', { from: '2026-11-23', today: '2026-11-22' }]],
    ['no announcement', { notice: ' ' }, ['LPR_NOTICE', {}]],
    ['the least', { percent: '0.0001' }, undefined],
    ['the most', { percent: '24.9999' }, undefined],
    ['nothing', { percent: '0.0000' }, ['LPR_PERCENT', { value: '0.0000' }]],
    ['less than nothing', { percent: '-3' }, ['LPR_PERCENT', { value: '-3' }]],
    ['too much', { percent: '25' }, ['LPR_PERCENT', { value: '25' }]],
    ['five decimals', { percent: '3.00001' }, ['LPR_PERCENT', { value: '3.00001' }]],
    ['no number', { percent: 'three' }, ['LPR_PERCENT', { value: 'three' }]],
    ['a percent sign', { percent: '3%' }, ['LPR_PERCENT', { value: '3%' }]],
  ])('%s', (_what, change, outcome) => {
    let refused: unknown;
    try {
      checkRate({ ...good, ...change }, '2026-11-22');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = [error.reason, error.params];
    }
    expect(refused).toEqual(outcome);
  });

  test.each([
    ['3', '3.0000'],
    ['03.5', '3.5000'],
    ['2.9', '2.9000'],
    ['3.0001', '3.0001'],
  ])('%s is kept as %s', (percent, kept) => {
    expect(withFourDecimals(percent)).toBe(kept);
  });
});
