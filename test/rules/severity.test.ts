import { describe, expect, test } from '@jest/globals';
import { Polarity, Severity } from '../../src/catalogue/catalogue-item.entity.js';
import type { ClassificationRule } from '../../src/catalogue/classification-rule.entity.js';
import { recordClassification } from '../../src/records/record-classification.js';
import { classificationOf, severityOf } from '../../src/records/severity.rules.js';
import { referenceItem } from './reference.js';

const { MINOR, GENERAL, SERIOUS } = Severity;
const { ADVERSE, FAVOURABLE, NEUTRAL } = Polarity;

const says = (contains: string, severity: Severity): ClassificationRule =>
  ({ fieldKey: 'KIND', contains, amountKey: null, amountFrom: null, severity }) as ClassificationRule;
const from = (amountFrom: string, severity: Severity, contains = ''): ClassificationRule =>
  ({ fieldKey: contains && 'KIND', contains, amountKey: 'FINE', amountFrom, severity }) as ClassificationRule;

describe('the gravest rule that applies wins', () => {
  const classification = [says('吊销', SERIOUS), says('警告', MINOR), says('罚款', GENERAL)];
  test.each([
    ['警告', MINOR],
    ['罚款', GENERAL],
    ['吊销许可证件', SERIOUS],
    ['警告、罚款', GENERAL],
    ['罚款、警告', GENERAL],
    ['警告、罚款、吊销许可证件', SERIOUS],
  ])('%s is %s', (KIND, severity) => {
    expect(severityOf({ polarity: ADVERSE, severity: null, classification }, { KIND })).toBe(severity);
  });
});

describe('where no rule applies, what the item says of all its records', () => {
  test.each([
    [SERIOUS, SERIOUS],
    [MINOR, MINOR],
    [null, GENERAL],
  ])('the item says %p: %s', (severity, expected) => {
    const item = { polarity: ADVERSE, severity, classification: [says('吊销', SERIOUS)] };
    expect(severityOf(item, { KIND: '责令改正' })).toBe(expected);
    expect(severityOf(item, {})).toBe(expected);
  });
});

describe('only adverse records have a severity', () => {
  test.each([FAVOURABLE, NEUTRAL])('%s has none', (polarity) => {
    const item = { polarity, severity: SERIOUS, classification: [says('罚款', SERIOUS)] };
    expect(severityOf(item, { KIND: '罚款' })).toBeNull();
  });
});

describe('a record says by which rule it is as grave as it is', () => {
  const rule = (contains: string, severity: Severity, basis: string) => ({ ...says(contains, severity), basis });
  const classification = [rule('吊销', SERIOUS, '甲'), rule('警告', MINOR, '乙'), rule('罚款', GENERAL, '丙')];
  const item = { polarity: ADVERSE, severity: MINOR, classification };

  test.each([
    ['警告', MINOR, '乙'],
    ['警告、罚款', GENERAL, '丙'],
    ['警告、罚款、吊销许可证件', SERIOUS, '甲'],
    ['责令改正', MINOR, undefined],
  ])('%s: %s, by %s', (KIND, severity, basis) => {
    const found = classificationOf(item, { KIND });
    expect([found?.severity, found?.rule?.basis]).toEqual([severity, basis]);
  });

  test('what is not adverse says nothing', () => {
    expect(classificationOf({ ...item, polarity: NEUTRAL }, { KIND: '吊销' })).toBeNull();
  });

  const penalty = referenceItem('MARKET_PENALTY');
  const stated = (severity: Severity | null, CF_CFLB: string, more: object = {}) =>
    recordClassification({ severity, content: { CF_CFLB } }, { ...penalty, edition: '2024', ...more } as never);
  const law = 'NDRC Order 36 (信用修复管理办法); 国办发〔2025〕22号, item 2';

  test.each([
    [MINOR, '警告', {}, [0, 0, expect.stringContaining('警告'), '2026']],
    [MINOR, '警告', { publishesMinor: true }, [0, 3, expect.stringContaining('警告'), '2026']],
    [GENERAL, '罚款', {}, [3, 12, expect.stringContaining('罚款'), '2026']],
    [SERIOUS, '罚款、吊销许可证件', {}, [12, 36, expect.stringContaining('吊销'), '2026']],
    [SERIOUS, '警告', {}, [12, 36, law, '2024']],
    [GENERAL, '', {}, [3, 12, law, '2024']],
  ])('%s, %s, %j: its months, its basis, its edition; the law itself where the rules no longer say so', (...given) => {
    const [severity, kind, more, expected] = given;
    const { minimumMonths, maximumMonths, basis, edition, ...rest } = stated(severity, kind, more)!;
    expect(rest).toEqual({ severity });
    expect([minimumMonths, maximumMonths, basis, edition]).toEqual(expected);
  });

  test('a record without a severity has no classification', () => {
    expect(stated(null, '警告')).toBeNull();
  });
});

describe('bands of an amount begin at their boundary', () => {
  const classification = [from('3', GENERAL), from('100', SERIOUS)];
  test.each([
    ['0', MINOR],
    ['2.999999', MINOR],
    ['3', GENERAL],
    ['3.000000', GENERAL],
    ['99.999999', GENERAL],
    ['100', SERIOUS],
    ['100.000000', SERIOUS],
    ['100.000001', SERIOUS],
    ['999999999999.999999', SERIOUS],
  ])('%s is %s', (FINE, severity) => {
    expect(severityOf({ polarity: ADVERSE, severity: MINOR, classification }, { FINE })).toBe(severity);
  });

  test('without an amount no band applies', () => {
    expect(severityOf({ polarity: ADVERSE, severity: MINOR, classification }, {})).toBe(MINOR);
  });

  test('a band may ask for a word as well', () => {
    const item = { polarity: ADVERSE, severity: MINOR, classification: [from('100', SERIOUS, '罚款')] };
    expect(severityOf(item, { KIND: '罚款', FINE: '100' })).toBe(SERIOUS);
    expect(severityOf(item, { KIND: '没收', FINE: '100' })).toBe(MINOR);
    expect(severityOf(item, { KIND: '罚款', FINE: '99' })).toBe(MINOR);
  });
});

describe('penalties under the reference data', () => {
  const penalty = referenceItem('MARKET_PENALTY');
  test.each([
    ['警告', '', MINOR],
    ['通报批评', '', MINOR],
    ['警告、罚款', '0.3', GENERAL],
    ['罚款', '99.999999', GENERAL],
    ['罚款', '100', SERIOUS],
    ['没收违法所得、没收非法财物', '', GENERAL],
    ['罚款、吊销许可证件', '5', SERIOUS],
    ['责令停产停业', '', SERIOUS],
    ['限制从业', '', SERIOUS],
  ])('%s, %p 万元: %s', (CF_CFLB, fine, severity) => {
    expect(severityOf(penalty, { CF_CFLB, ...(fine && { CF_NR_FK: fine }) })).toBe(severity);
  });

  test.each([
    ['MARKET_SERIOUS_DISHONESTY', SERIOUS],
    ['MARKET_ABNORMAL_OPERATION', GENERAL],
    ['TAX_ARREARS', GENERAL],
    ['MARKET_LICENCE', null],
    ['DRC_HONOUR', null],
  ])('a record of %s is %p', (code, severity) => {
    expect(severityOf(referenceItem(code), {})).toBe(severity);
  });
});
