import { describe, expect, test } from '@jest/globals';
import { amountsAfter, leftOf, type Standing, spread, standingsOf, unpaid } from '../../src/arrears/arrears-amounts.js';
import { moneyOf } from '../../src/money/fen.js';
import type { Payable } from '../../src/procurement/payable.entity.js';
import { allocate, paymentFault } from '../../src/procurement/payment.rules.js';
import { LedgerKind, PaymentPurpose, PaymentState } from '../../src/procurement/payment.words.js';

const payable = (id: string, dueOn: string, position: number) => ({ id, dueOn, position }) as Payable;
const [march, april, also] = [
  payable('march', '2026-03-31', 12),
  payable('april', '2026-04-30', 1),
  payable('also', '2026-03-31', 2),
];

describe('how each sum stands by its lines of the ledger', () => {
  const line = (payableId: string, kind: LedgerKind, amount: string) => ({ payableId, kind, amount });
  const lines = [
    line('march', LedgerKind.DUE, '100.00'),
    line('march', LedgerKind.UNDISPUTED, '80.00'),
    line('march', LedgerKind.PAID, '-30.00'),
    // a payment that did not come after all
    line('march', LedgerKind.PAID, '-20.00'),
    line('march', LedgerKind.PAID, '20.00'),
    line('april', LedgerKind.DUE, '200.00'),
    line('april', LedgerKind.DISMISSED, '-50.01'),
    line('elsewhere', LedgerKind.DUE, '9.00'),
  ];
  const payment = (purpose: PaymentPurpose, state: PaymentState, amount: string) => ({
    ...{ purpose, state },
    shares: [{ payable: 'april', amount }],
  });
  const payments = [
    payment(PaymentPurpose.PRINCIPAL, PaymentState.REPORTED, '10.00'),
    payment(PaymentPurpose.PRINCIPAL, PaymentState.REPORTED, '0.05'),
    payment(PaymentPurpose.PRINCIPAL, PaymentState.CONFIRMED, '1.00'),
    payment(PaymentPurpose.PRINCIPAL, PaymentState.REFUSED, '2.00'),
    payment(PaymentPurpose.INTEREST, PaymentState.REPORTED, '4.00'),
  ];

  test('claimed less dismissed, agreed on, paid, and reported as paid; what was due first comes first', () => {
    expect(standingsOf([april, march, also], lines, payments)).toEqual([
      { payable: also, principal: 0n, undisputed: 0n, paid: 0n, pending: 0n },
      { payable: march, principal: 10_000n, undisputed: 8_000n, paid: 3_000n, pending: 0n },
      { payable: april, principal: 14_999n, undisputed: 0n, paid: 0n, pending: 1_005n },
    ]);
  });

  test('of the same day the place in the contract decides, as a number', () => {
    const places = [payable('ten', '2026-03-31', 10), payable('nine', '2026-03-31', 9)];
    expect(standingsOf(places, [], []).map((one) => one.payable.id)).toEqual(['nine', 'ten']);
  });

  test('what is reported as paid is taken for paid', () => {
    expect(standingsOf([march, april], lines, payments).map(unpaid)).toEqual([7_000n, 13_994n]);
  });
});

describe('an amount goes to what was due first (Civil Code 民法典 art. 560)', () => {
  const standing = (one: Payable, principal: bigint): Standing => ({
    ...{ payable: one, principal, undisputed: 0n, paid: 0n, pending: 0n },
  });
  const standings = [standing(also, 100n), standing(march, 0n), standing(april, 50n)];

  test.each<[bigint, [string, string][]]>([
    [0n, []],
    [-5n, []],
    [1n, [['also', '0.01']]],
    [100n, [['also', '1.00']]],
    [
      101n,
      [
        ['also', '1.00'],
        ['april', '0.01'],
      ],
    ],
    // more than there is room for is in no share
    [
      500n,
      [
        ['also', '1.00'],
        ['april', '0.50'],
      ],
    ],
  ])('%s fen: %j', (amount, expected) => {
    const parts = spread(standings, unpaid, amount);
    expect(parts.map((part) => [part.payable.id, moneyOf(part.amount)])).toEqual(expected);
    // payments without a case are allocated alike
    const owed = standings.map((one) => ({ ...one.payable, remaining: moneyOf(unpaid(one)) }));
    expect(allocate(owed, moneyOf(amount)).map((share) => [share.payable, share.amount])).toEqual(expected);
  });

  test('no room, or less than none, takes nothing', () => {
    expect(spread(standings, () => -1n, 10n)).toEqual([]);
  });
});

describe('what is left of a case', () => {
  test.each<[string, string, string, string, bigint, bigint, bigint]>([
    // claimed, agreed on, paid, reported; left of all, of what is agreed on, disputed
    ['1000.00', '0.00', '0.00', '0.00', 100_000n, 0n, 100_000n],
    ['1000.00', '600.00', '100.00', '200.00', 70_000n, 30_000n, 40_000n],
    ['1000.00', '600.00', '600.00', '0.00', 40_000n, 0n, 40_000n],
    ['1000.00', '600.00', '600.00', '0.01', 39_999n, 0n, 40_000n],
    ['1000.00', '1000.00', '999.99', '0.01', 0n, 0n, 0n],
    ['0.00', '0.00', '0.00', '0.00', 0n, 0n, 0n],
  ])('of %s, %s agreed on, %s paid, %s reported', (principal, undisputed, paid, pending, all, agreed, disputed) => {
    expect(leftOf({ principal, undisputed, paid, pending })).toEqual({ all, undisputed: agreed, disputed });
  });

  const before = { principal: '1000.00', undisputed: '600.00', paid: '100.00', pending: '50.00', interestPaid: '3.00' };
  test.each<[Parameters<typeof amountsAfter>[1], object]>([
    [{}, { ...before, remaining: '900.00' }],
    [
      { pending: -5_000n, paid: 5_000n },
      { ...before, pending: '0.00', paid: '150.00', remaining: '850.00' },
    ],
    [{ principal: -30_000n }, { ...before, principal: '700.00', remaining: '600.00' }],
    [{ undisputed: 1n }, { ...before, undisputed: '600.01', remaining: '900.00' }],
    [{ interestPaid: -300n }, { ...before, interestPaid: '0.00', remaining: '900.00' }],
    [{ paid: -10_000n }, { ...before, paid: '0.00', remaining: '1000.00' }],
  ])('after %j', (change, after) => {
    expect(amountsAfter(before, change)).toEqual(after);
  });
});

describe('a payment', () => {
  const fault = (amount: string, paidOn: string) =>
    paymentFault({ amount, paidOn, voucher: '凭证' }, 60_000n, { signedOn: '2026-02-10' }, '2026-06-01')?.reason ??
    null;

  test.each<[string, string, string, string | null]>([
    ['all that is owed, today', '600.00', '2026-06-01', null],
    ['a fen', '0.01', '2026-06-01', null],
    ['on the day of signing', '600.00', '2026-02-10', null],
    ['nothing', '0.00', '2026-06-01', 'PAYMENT_NOT_POSITIVE'],
    ['less than nothing', '-600.00', '2026-06-01', 'PAYMENT_NOT_POSITIVE'],
    ['tomorrow', '600.00', '2026-06-02', 'PAYMENT_FUTURE'],
    ['before the contract', '600.00', '2026-02-09', 'PAYMENT_BEFORE_CONTRACT'],
    ['a fen too much', '600.01', '2026-06-01', 'PAYMENT_TOO_MUCH'],
  ])('%s: %s on %s: %s', (_what, amount, paidOn, reason) => {
    expect(fault(amount, paidOn)).toBe(reason);
  });

  test('where less than nothing is owed, nothing fits', () => {
    const over = paymentFault(
      { amount: '0.01', paidOn: '2026-06-01', voucher: '凭证' },
      -1n,
      { signedOn: '2026-02-10' },
      '2026-06-01',
    );
    expect(over?.reason).toBe('PAYMENT_TOO_MUCH');
  });
});
