import { describe, expect, test } from '@jest/globals';
import { buyerKindOf, isMarketEntity, spendsByBudget } from '../../src/procurement/buyer.rules.js';
import { contractSideOf, knowsEveryContract } from '../../src/procurement/contract.rules.js';
import { flagsOf } from '../../src/procurement/flags.rules.js';
import { allocate, type Owed } from '../../src/procurement/payment.rules.js';
import { BuyerKind } from '../../src/procurement/procurement.words.js';

const { AGENCY, INSTITUTION, FISCAL_ORGANISATION, STATE_OWNED_LARGE_ENTERPRISE, LARGE_ENTERPRISE } = BuyerKind;

describe('what a buyer is follows from its code, and from what is stated where the code does not say it', () => {
  test.each<[string, BuyerKind | null, string]>([
    ['11', null, AGENCY],
    ['11', AGENCY, AGENCY],
    ['11', INSTITUTION, 'BUYER_KIND_CONTRADICTS'],
    ['11', LARGE_ENTERPRISE, 'BUYER_KIND_CONTRADICTS'],
    ['12', null, INSTITUTION],
    ['12', AGENCY, 'BUYER_KIND_CONTRADICTS'],
    ['13', null, 'BUYER_NOT_COVERED'],
    ['13', FISCAL_ORGANISATION, FISCAL_ORGANISATION],
    ['51', FISCAL_ORGANISATION, FISCAL_ORGANISATION],
    ['52', FISCAL_ORGANISATION, FISCAL_ORGANISATION],
    ['53', FISCAL_ORGANISATION, FISCAL_ORGANISATION],
    ['53', AGENCY, 'BUYER_KIND_CONTRADICTS'],
    ['91', null, 'BUYER_NOT_COVERED'],
    ['91', LARGE_ENTERPRISE, LARGE_ENTERPRISE],
    ['91', STATE_OWNED_LARGE_ENTERPRISE, STATE_OWNED_LARGE_ENTERPRISE],
    ['91', AGENCY, 'BUYER_KIND_CONTRADICTS'],
    ['92', LARGE_ENTERPRISE, 'BUYER_NOT_COVERED'],
    ['93', LARGE_ENTERPRISE, 'BUYER_NOT_COVERED'],
    ['54', FISCAL_ORGANISATION, 'BUYER_NOT_COVERED'],
  ])('%s, stated %s: %s', (prefix, stated, expected) => {
    const verdict = buyerKindOf(`${prefix}15020000000000XX`, stated);
    expect(verdict.refused?.reason ?? (verdict.refused === null && verdict.kind)).toBe(expected);
  });

  test('enterprises, sole traders and cooperatives are market entities; nobody of these spends by a budget', () => {
    const prefixes = ['11', '12', '13', '51', '52', '53', '54', '81', '91', '92', '93'];
    expect(prefixes.filter(isMarketEntity)).toEqual(['91', '92', '93']);
    expect(prefixes.filter(spendsByBudget)).toEqual(['11', '12', '13', '51', '52', '53']);
  });
});

describe('a payment is for what was due first', () => {
  const owed = (id: string, dueOn: string | null, remaining: string, position = 1, lastDay = dueOn): Owed => ({
    ...{ id, dueOn, lastDay, remaining, position },
  });
  const all = [
    owed('undated', null, '50.00'),
    owed('later', '2026-05-01', '30.00'),
    owed('first', '2026-04-01', '10.05'),
    owed('second', '2026-04-01', '20.00', 2),
    owed('paid', '2026-01-01', '0.00'),
    owed('no calendar', null, '5.00', 1, '2027-01-09'),
  ];

  test.each<[string, Record<string, string>]>([
    ['0.01', { first: '0.01' }],
    ['10.05', { first: '10.05' }],
    ['10.06', { first: '10.05', second: '0.01' }],
    ['60.05', { first: '10.05', second: '20.00', later: '30.00' }],
    ['62.00', { first: '10.05', second: '20.00', later: '30.00', 'no calendar': '1.95' }],
    ['115.05', { first: '10.05', second: '20.00', later: '30.00', 'no calendar': '5.00', undated: '50.00' }],
    ['999.00', { first: '10.05', second: '20.00', later: '30.00', 'no calendar': '5.00', undated: '50.00' }],
    ['0.00', {}],
  ])('%s', (amount, expected) => {
    const shares = allocate(all, amount);
    expect(Object.fromEntries(shares.map((share) => [share.payable, share.amount]))).toEqual(expected);
    expect(Object.keys(expected)).toEqual(shares.map(({ payable }) => payable));
  });
});

describe('what is to be looked at in a contract', () => {
  const plain = {
    buyerKind: AGENCY,
    line: { amount: '100.00', committed: '100.00' },
    backToBack: false,
    agreedDays: 60,
  };
  test.each<[string, Partial<Parameters<typeof flagsOf>[0]>, string[]]>([
    ['nothing', {}, []],
    ['a fen above the line', { line: { amount: '100.00', committed: '100.01' } }, ['OVER_BUDGET']],
    ['an agency without a line', { line: null }, ['NO_BUDGET_LINE']],
    ['an institution without a line', { line: null, buyerKind: INSTITUTION }, ['NO_BUDGET_LINE']],
    ['an organisation without a line', { line: null, buyerKind: FISCAL_ORGANISATION }, ['NO_BUDGET_LINE']],
    ['a large enterprise has no budget line', { line: null, buyerKind: LARGE_ENTERPRISE }, []],
    ['back to back', { backToBack: true }, ['BACK_TO_BACK']],
    ['61 days', { agreedDays: 61 }, ['TERM_OVER_60_DAYS']],
    ['no term agreed', { agreedDays: null }, []],
    [
      'all at once',
      { line: null, backToBack: true, agreedDays: 90 },
      ['NO_BUDGET_LINE', 'BACK_TO_BACK', 'TERM_OVER_60_DAYS'],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(flagsOf({ ...plain, ...facts })).toEqual(expected);
  });
});

describe('who is what to a contract', () => {
  const sides = { buyerUscc: 'B', buyerCode: 'HOUSING', supplierUscc: 'S' };
  test.each([
    [{ role: 'DEPARTMENT', department: 'HOUSING' }, 'BUYER', false],
    [{ role: 'DEPARTMENT', department: 'TAX' }, null, false],
    [{ role: 'DEPARTMENT', department: 'FINANCE' }, null, true],
    [{ role: 'ENTERPRISE', uscc: 'B' }, 'BUYER', false],
    [{ role: 'ENTERPRISE', uscc: 'S' }, 'SUPPLIER', false],
    [{ role: 'ENTERPRISE', uscc: 'X' }, null, false],
    [{ role: 'ENTERPRISE' }, null, false],
    [{ role: 'ARREARS_ADMIN' }, null, true],
    [{ role: 'SUPERVISOR' }, null, true],
    [{ role: 'CREDIT_CENTRE' }, null, false],
    [{ role: 'PUBLIC' }, null, false],
  ])('%j: %s, knows all: %s', (viewer, side, all) => {
    expect(contractSideOf(viewer as never, sides)).toBe(side);
    expect(knowsEveryContract(viewer as never)).toBe(all);
  });
});
