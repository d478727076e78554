import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capitalInYuan } from '../../src/registry/capital.rules.js';

describe('registered capital as registries write it, in yuan', () => {
  test.each([
    ['5,000(万人民币元)', '50000000.00'],
    ['2,160(万)', '21600000.00'],
    ['30万人民币', '300000.00'],
    ['100万人民币元', '1000000.00'],
    ['50(万元人民币)', '500000.00'],
    ['50万元', '500000.00'],
    ['50万', '500000.00'],
    ['1,234,567(万人民币元)', '12345670000.00'],
    ['5，000（万人民币元）', '50000000.00'],
    ['５０００万人民币', '50000000.00'],
    ['100 万元人民币', '1000000.00'],
    ['100', '100.00'],
    ['100元', '100.00'],
    ['1,234.50元', '1234.50'],
    ['0', '0.00'],
  ])('%s is %s', (text, yuan) => {
    expect(capitalInYuan(text)).toBe(yuan);
  });
});

describe('decimals stay exact', () => {
  test.each([
    ['0.5万', '5000.00'],
    ['1,688.8888(万人民币元)', '16888888.00'],
    ['0.000001万', '0.01'],
    ['33.333333万', '333333.33'],
    ['50.00000000万元', '500000.00'],
    ['0.29元', '0.29'],
    ['9007199254740993', '9007199254740993.00'],
    ['999999999999999999.99', '999999999999999999.99'],
  ])('%s is %s', (text, yuan) => {
    expect(capitalInYuan(text)).toBe(yuan);
  });

  test('whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (fen) => {
        const yuan = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
        expect(capitalInYuan(yuan)).toBe(yuan);
        const tenThousands = `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}万`;
        expect(capitalInYuan(tenThousands)).toBe(yuan);
      }),
    );
  });
});

describe('what has no exact value in yuan is null; the text stays', () => {
  test.each([
    ['13(万美元)', 'dollars'],
    ['1(万港元)', 'Hong Kong dollars'],
    ['500万日元', 'yen'],
    ['0.0000001万', 'finer than a fen'],
    ['1234.567', 'finer than a fen'],
    ['1000000000000000000', 'more than the column holds'],
    ['', 'nothing'],
    ['无', 'words'],
    ['abc', 'words'],
    ['万', 'a unit without a number'],
    ['(万)', 'a unit without a number'],
    ['100.万', 'a point without decimals'],
    ['.5万', 'decimals without a whole'],
    ['-5万', 'a negative amount'],
    ['1e5', 'an exponent'],
    ['100万200万', 'two amounts'],
  ])('%p: %s', (text) => {
    expect(capitalInYuan(text)).toBeNull();
  });

  test.each([[','], [',,,'], [',5万'], ['1,,2万']])('%p has commas where no thousands are', (text) => {
    expect(capitalInYuan(text)).toBeNull();
  });

  test('any text is null or an amount with two decimals, never an error', () => {
    const pieces = fc.constantFrom('1', '0', '5', ',', '.', '(', ')', '万', '元', '人民币', '美元', ' ', '-', 'x');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        expect(capitalInYuan(parts.join('')) ?? '0.00').toMatch(/^\d+\.\d{2}$/);
      }),
    );
  });
});
