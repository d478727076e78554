import { describe, expect, test } from '@jest/globals';
import { Polarity, Severity } from '../../src/catalogue/catalogue-item.entity.js';
import type { ClassificationRule } from '../../src/catalogue/classification-rule.entity.js';
import { severityOf } from '../../src/records/severity.rules.js';
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
