import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fenOf, moneyOf } from '../../src/money/fen.js';
import { type Debt, dailyRateOf, interestOf, type Movement, type RateTerms } from '../../src/money/interest.rules.js';
import { isPercent } from '../../src/money/percent.js';

const nothingAgreed: RateTerms = { agreed: null, dayCount: 360, lpr: '3.00' };
const statutory = dailyRateOf(nothingAgreed).rate;
const agreed = (percent: string, dayCount: 360 | 365 = 360) =>
  dailyRateOf({ agreed: percent, dayCount, lpr: '3.00' }).rate;

const million: Debt = {
  principal: fenOf('1000000.00'),
  dueOn: '2026-03-31',
  movements: [],
  rate: statutory,
  asOf: '2026-11-22',
};
const paid = (on: string, yuan: string): Movement => ({ on, amount: -fenOf(`${yuan}.00`) });

describe('the rate (Order 802, art. 17)', () => {
  test.each<[RateTerms['agreed'], 360 | 365, RateTerms['lpr'], string, string | null, string]>([
    [null, 360, '3.00', 'STATUTORY', null, 'nothing agreed: 0.05 % a day'],
    [null, 365, null, 'STATUTORY', null, 'nothing agreed, before there was a loan prime rate'],
    ['3.85', 360, '3.00', 'AGREED', '3.85', 'more than the loan prime rate'],
    ['3.00', 360, '3.0000', 'AGREED', '3.00', 'as much as the loan prime rate, written otherwise'],
    ['3', 360, '3.00', 'AGREED', '3', 'as much as the loan prime rate, without decimals'],
    ['2.9999', 360, '3.00', 'LPR_FLOOR', '3.00', 'a shade less than the loan prime rate'],
    ['0', 365, '3.00', 'LPR_FLOOR', '3.00', 'none at all'],
    ['10', 365, '9.99', 'AGREED', '10', 'compared as numbers, not as text'],
    ['1.5', 365, null, 'AGREED', '1.5', 'signed before there was a loan prime rate: no floor'],
  ])('agreed %s, a year of %i days, loan prime rate %s: %s %s (%s)', (terms, dayCount, lpr, kind, annual) => {
    expect(dailyRateOf({ agreed: terms, dayCount, lpr })).toMatchObject({ kind, annual });
  });

  test.each<[string, RateTerms, bigint, bigint]>([
    ['0.05 %', nothingAgreed, 1n, 2000n],
    ['3.00 % / 360', { ...nothingAgreed, agreed: '3.00' }, 3n, 36_000n],
    ['3.85 % / 365', { ...nothingAgreed, agreed: '3.85', dayCount: 365 }, 385n, 3_650_000n],
    ['4.3501 % / 360', { ...nothingAgreed, agreed: '4.3501' }, 43_501n, 360_000_000n],
    ['12 % / 365', { ...nothingAgreed, agreed: '12', dayCount: 365 }, 12n, 36_500n],
  ])('%s a day is an exact fraction', (_name, terms, numerator, denominator) => {
    const { rate } = dailyRateOf(terms);
    expect(rate.numerator * denominator).toBe(numerator * rate.denominator);
  });

  test.each([
    ['3.85', true],
    ['0', true],
    ['24.9999', true],
    ['3.', false],
    ['.5', false],
    ['-3', false],
    ['3.85001', false],
    ['100', false],
    ['3,85', false],
    ['1e1', false],
    ['', false],
  ])('%j is written as a percentage: %s', (text, is) => {
    expect(isPercent(text)).toBe(is);
  });
});

describe('a million, due on 2026-03-31, unpaid on 2026-11-22: 236 days', () => {
  test.each([
    ['0.05 % a day', '118000.00', '118000.000000', statutory],
    ['3.00 % / 360', '19666.67', '19666.666666', agreed('3.00')],
    ['3.00 % / 365', '19397.26', '19397.260273', agreed('3.00', 365)],
  ])('%s: %s', (_name, interest, exact, rate) => {
    const result = interestOf({ ...million, rate });
    expect(moneyOf(result.interest)).toBe(interest);
    expect(result.lines).toEqual([
      {
        ...{ from: '2026-04-01', until: '2026-11-22', balance: 100_000_000n, days: 236 },
        ...{ product: 23_600_000_000n, interest: exact },
      },
    ]);
    expect(result.product).toBe(23_600_000_000n);
  });
});

describe('which days count for which balance', () => {
  // each line: the first day, the last day, the balance in yuan, the days
  test.each<[string, Partial<Debt>, [string, string, number, number][], string]>([
    ['on the due day nothing is late', { asOf: '2026-03-31' }, [], '0.00'],
    ['nor before', { asOf: '2026-01-01' }, [], '0.00'],
    ['one day late', { asOf: '2026-04-01' }, [['2026-04-01', '2026-04-01', 1_000_000, 1]], '500.00'],
    [
      'the day of a payment still counts for what is paid',
      { movements: [paid('2026-04-10', '400000')], asOf: '2026-04-20' },
      [
        ['2026-04-01', '2026-04-10', 1_000_000, 10],
        ['2026-04-11', '2026-04-20', 600_000, 10],
      ],
      '8000.00',
    ],
    [
      'what was paid before the due day was paid in time',
      { movements: [paid('2026-02-01', '400000')], asOf: '2026-04-10' },
      [['2026-04-01', '2026-04-10', 600_000, 10]],
      '3000.00',
    ],
    [
      'and so was what was paid on it',
      { movements: [paid('2026-03-31', '400000')], asOf: '2026-04-10' },
      [['2026-04-01', '2026-04-10', 600_000, 10]],
      '3000.00',
    ],
    [
      'a payment on the last day that counts changes nothing yet',
      { movements: [paid('2026-04-10', '400000')], asOf: '2026-04-10' },
      [['2026-04-01', '2026-04-10', 1_000_000, 10]],
      '5000.00',
    ],
    [
      'nor does one after it',
      { movements: [paid('2026-12-01', '400000')], asOf: '2026-04-10' },
      [['2026-04-01', '2026-04-10', 1_000_000, 10]],
      '5000.00',
    ],
    [
      'of what is paid no interest grows',
      { movements: [paid('2026-04-10', '1000000')], asOf: '2026-04-20' },
      [
        ['2026-04-01', '2026-04-10', 1_000_000, 10],
        ['2026-04-11', '2026-04-20', 0, 10],
      ],
      '5000.00',
    ],
    [
      'payments are taken in the order of their days',
      { movements: [paid('2026-04-20', '500000'), paid('2026-04-10', '400000')], asOf: '2026-04-30' },
      [
        ['2026-04-01', '2026-04-10', 1_000_000, 10],
        ['2026-04-11', '2026-04-20', 600_000, 10],
        ['2026-04-21', '2026-04-30', 100_000, 10],
      ],
      '8500.00',
    ],
    [
      'two on one day are one',
      { movements: [paid('2026-04-10', '100000'), paid('2026-04-10', '300000')], asOf: '2026-04-20' },
      [
        ['2026-04-01', '2026-04-10', 1_000_000, 10],
        ['2026-04-11', '2026-04-20', 600_000, 10],
      ],
      '8000.00',
    ],
    [
      'a payment that came to nothing on its day leaves one stretch',
      { movements: [paid('2026-04-10', '100000'), paid('2026-04-10', '-100000')], asOf: '2026-04-20' },
      [['2026-04-01', '2026-04-20', 1_000_000, 20]],
      '10000.00',
    ],
    [
      'the leap day counts',
      { dueOn: '2024-02-28', asOf: '2024-03-01' },
      [['2024-02-29', '2024-03-01', 1_000_000, 2]],
      '1000.00',
    ],
    [
      'holidays and whole years count',
      { dueOn: '2024-12-31', asOf: '2025-12-31' },
      [['2025-01-01', '2025-12-31', 1_000_000, 365]],
      '182500.00',
    ],
  ])('%s', (_what, change, lines, interest) => {
    const result = interestOf({ ...million, ...change });
    expect(result.lines.map(({ from, until, balance, days }) => [from, until, balance, days])).toEqual(
      lines.map(([from, until, yuan, days]) => [from, until, BigInt(yuan) * 100n, days]),
    );
    expect(moneyOf(result.interest)).toBe(interest);
  });
});

describe('the total is rounded once, half up, to the fen', () => {
  // 0.05 % a day of 10 yuan is half a fen
  test.each<[string, string, number, bigint, string]>([
    ['half a fen', '10.00', 1, 1n, '0.005000'],
    ['less than half a fen', '9.99', 1, 0n, '0.004995'],
    ['a fen', '10.00', 2, 1n, '0.010000'],
    ['a fen and a half', '10.00', 3, 2n, '0.015000'],
    ['of a fen owed', '0.01', 1000, 1n, '0.005000'],
    ['of a fen owed, a day earlier', '0.01', 999, 0n, '0.004995'],
    ['of nothing owed', '0.00', 1000, 0n, '0.000000'],
  ])('%s: %s yuan, %i days: %i fen', (_what, yuan, days, fen, exact) => {
    const asOf = new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
    const result = interestOf({ ...million, principal: fenOf(yuan), dueOn: '2020-01-01', asOf });
    expect([result.interest, result.lines[0]?.interest]).toEqual([fen, exact]);
  });

  test('lines of less than half a fen each still add up', () => {
    const movements = [1, 2, 3, 4].map((day): Movement => ({ on: `2026-04-0${day}`, amount: -1n }));
    const result = interestOf({ ...million, principal: 804n, movements, asOf: '2026-04-05' });
    expect(result.lines.map(({ product }) => product)).toEqual([804n, 803n, 802n, 801n, 800n]);
    expect(result.interest).toBe(2n);
  });

  test('sums beyond what a float holds are exact', () => {
    const principal = fenOf('9999999999999999.99');
    expect(interestOf({ ...million, principal, asOf: '2026-04-01' }).interest).toBe(500_000_000_000_000n);
    expect(interestOf({ ...million, principal }).product).toBe(236n * 999_999_999_999_999_999n);
  });
});

// The other opinion: knows nothing of stretches or products, and walks from day to day.

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** What is still owed at the end of a day. */
const owedAtTheEndOf = (day: string, { principal, movements }: Debt): bigint =>
  movements.filter(({ on }) => on <= day).reduce((left, { amount }) => left + amount, principal);

/** Interest of each day as a fraction of one common denominator, added up and rounded by the remainder. */
function walked(debt: Debt, annual: number | null, dayCount: number): bigint {
  const [over, under] = annual === null ? [1n, 2000n] : [BigInt(annual), BigInt(dayCount) * 10_000n];
  let sum = 0n;
  for (let day = shifted(debt.dueOn, 1); day <= debt.asOf; day = shifted(day, 1)) {
    sum += owedAtTheEndOf(shifted(day, -1), debt) * over;
  }
  const rest = sum % under;
  return (sum - rest) / under + (rest * 2n >= under ? 1n : 0n);
}

const start = '2024-06-30';
const terms = fc.record({
  // hundredths of a percent
  annual: fc.option(fc.integer({ min: 300, max: 2400 }), { nil: null }),
  dayCount: fc.constantFrom<360 | 365>(360, 365),
});
const money = fc.bigInt({ min: 1n, max: 10n ** 12n });

/** A debt of which never more is paid than is owed, its terms, and a later day. */
const debts = fc
  .record({
    terms,
    principal: money,
    parts: fc.array(
      fc.record({ after: fc.integer({ min: -40, max: 420 }), permille: fc.integer({ min: 0, max: 1000 }) }),
      {
        maxLength: 6,
      },
    ),
    until: fc.integer({ min: -20, max: 400 }),
  })
  .map(({ terms: { annual, dayCount }, principal, parts, until }) => {
    let left = principal;
    const movements = parts.map(({ after, permille }): Movement => {
      const amount = (left * BigInt(permille)) / 1000n;
      left -= amount;
      return { on: shifted(start, after), amount: -amount };
    });
    const percent = annual === null ? null : (annual / 100).toFixed(2);
    const { rate } = dailyRateOf({ agreed: percent, dayCount, lpr: '3.00' });
    const debt: Debt = { principal, dueOn: start, movements, rate, asOf: shifted(start, until) };
    return { debt, annual, dayCount };
  });

const always = (property: fc.IProperty<any>) => fc.assert(property, { numRuns: 600 });

describe('whatever is owed, paid and agreed', () => {
  test('interest is what a walk from day to day adds up', () => {
    always(
      fc.property(debts, ({ debt, annual, dayCount }) => {
        expect(interestOf(debt).interest).toBe(walked(debt, annual, dayCount));
      }),
    );
  });

  test('the product is the sum, over the principal and every movement, of the amount times its days', () => {
    always(
      fc.property(debts, ({ debt }) => {
        const { dueOn, asOf } = debt;
        const terms = [{ on: dueOn, amount: debt.principal }, ...debt.movements].map(({ on, amount }) => {
          const days = (Date.parse(asOf) - Date.parse(on > dueOn ? on : dueOn)) / 86_400_000;
          return amount * BigInt(Math.max(0, days));
        });
        expect(interestOf(debt).product).toBe(terms.reduce((sum, term) => sum + term, 0n));
      }),
    );
  });

  test('interest never falls from one day to the next', () => {
    always(
      fc.property(debts, ({ debt }) => {
        const next = interestOf({ ...debt, asOf: shifted(debt.asOf, 1) }).interest;
        expect(next >= interestOf(debt).interest).toBe(true);
      }),
    );
  });

  test('on every day, what was paid and what is owed are the principal', () => {
    always(
      fc.property(debts, ({ debt }) => {
        const paidBefore = (day: string) =>
          debt.movements.filter(({ on }) => on < day).reduce((sum, { amount }) => sum - amount, 0n);
        const wrong = interestOf(debt).lines.flatMap(({ from, days, balance }) =>
          Array.from({ length: days }, (_, i) => shifted(from, i)).filter(
            (day) => paidBefore(day) + balance !== debt.principal,
          ),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('the lines follow each other from the day after the due day to the last day', () => {
    always(
      fc.property(debts, ({ debt }) => {
        const { lines, product } = interestOf(debt);
        let next = shifted(debt.dueOn, 1);
        for (const line of lines) {
          expect(line.from).toBe(next);
          next = shifted(line.until, 1);
        }
        if (lines.length > 0) expect(lines.at(-1)!.until).toBe(debt.asOf);
        else expect(debt.asOf <= debt.dueOn).toBe(true);
        expect(lines.reduce((sum, line) => sum + line.product, 0n)).toBe(product);
        expect(lines.every(({ balance }, i) => balance !== lines[i + 1]?.balance)).toBe(true);
      }),
    );
  });

  test('a payment made in two on its day changes nothing, nor does the order in which payments are written', () => {
    always(
      fc.property(debts, ({ debt }) => {
        const halves = debt.movements.flatMap(({ on, amount }): Movement[] => {
          const half = amount / 2n;
          return [
            { on, amount: half },
            { on, amount: amount - half },
          ];
        });
        expect(interestOf({ ...debt, movements: halves })).toEqual(interestOf(debt));
        expect(interestOf({ ...debt, movements: debt.movements.toReversed() })).toEqual(interestOf(debt));
      }),
    );
  });

  test('twice the debt is twice the product: interest bears no interest', () => {
    always(
      fc.property(debts, ({ debt }) => {
        const movements = debt.movements.map(({ on, amount }) => ({ on, amount: 2n * amount }));
        const twice = interestOf({ ...debt, principal: 2n * debt.principal, movements });
        expect(twice.product).toBe(2n * interestOf(debt).product);
      }),
    );
  });

  test('an earlier payment never costs more', () => {
    always(
      fc.property(debts, fc.integer({ min: 1, max: 30 }), ({ debt }, days) => {
        const movements = debt.movements.map(({ on, amount }) => ({ on: shifted(on, -days), amount }));
        expect(interestOf({ ...debt, movements }).interest <= interestOf(debt).interest).toBe(true);
      }),
    );
  });
});
