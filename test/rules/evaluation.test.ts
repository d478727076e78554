import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysAfter, monthsAfter } from '../../src/calendar/day.js';
import { Severity } from '../../src/catalogue/catalogue-item.entity.js';
import {
  type EvaluationEdition,
  earliestWithin,
  evaluate,
  type WeighedRecord,
} from '../../src/profile/evaluation.rules.js';
import { Grade } from '../../src/profile/grade.words.js';
import { published, publishedEdition, weighed } from './editions.js';
import { lines } from './reference.js';

const { MINOR, SERIOUS } = Severity;
const { A, B, C, D } = Grade;
const today = '2026-11-25';
const edition = publishedEdition('2025');
const of = (...records: WeighedRecord[]) => evaluate(edition, records, today);

const honour = weighed('DRC_HONOUR');
const best = weighed('TAX_GRADE_A', { value: 'A' });
const kept = weighed('DRC_COMMITMENT', { value: '全部履行' });
const broken = weighed('DRC_BROKEN_COMMITMENT');
const fined = weighed('MARKET_PENALTY');
const grave = (item: string) => weighed(item, { severity: SERIOUS });

describe('what an edition says of an entity', () => {
  test.each<[string, WeighedRecord[], Grade, number]>([
    ['nothing is recorded', [], B, 8000],
    ['an honour and tax grade A', [honour, best], A, 8500],
    ['an honour alone', [honour], B, 8200],
    ['two commitments kept', [kept, weighed('DRC_COMMITMENT', { value: '全部履行' })], B, 8400],
    ['one general penalty', [fined], C, 6500],
    ['one general penalty, with honours', [honour, best, fined], B, 7000],
    ['a broken commitment', [broken], C, 6500],
    ['a minor penalty', [weighed('MARKET_PENALTY', { severity: MINOR, determinedOn: '2026-10-01' })], B, 7800],
    ['a minor penalty of long ago', [weighed('MARKET_PENALTY', { severity: MINOR })], B, 8000],
    ['a serious penalty', [grave('MARKET_PENALTY')], D, 6000],
    ['a list of serious dishonesty', [grave('HRSS_WAGE_ARREARS_LIST')], D, 7600],
    ['honours do not outweigh it', [honour, best, grave('MARKET_SERIOUS_DISHONESTY')], D, 8100],
    ['an unperformed judgment', [grave('COURT_UNPERFORMED_JUDGMENT')], D, 6400],
    ['tax grade D', [weighed('TAX_GRADE', { value: 'D' })], C, 6800],
    ['tax grade M, of new businesses', [weighed('TAX_GRADE', { value: 'M' })], B, 8000],
    ['tax grade D of years ago', [weighed('TAX_GRADE', { value: 'D', determinedOn: '2024-04-22' })], B, 8000],
    ['a licence', [weighed('MARKET_LICENCE')], B, 8000],
    ['a grade that this evaluation gave before', [weighed('DRC_CREDIT_GRADE', { value: 'D' })], B, 8000],
  ])('%s', (_, records, grade, score) => {
    const said = of(...records);
    expect([said.grade, said.score]).toEqual([grade, score]);
  });

  test('it names what fired, on which records, newest first, and what each dimension came to', () => {
    const older = weighed('MARKET_PENALTY', { determinedOn: '2026-01-05' });
    const said = of(older, fined, kept);
    expect(said.fired).toEqual([
      { rule: 'PENALTY_GENERAL', records: [fined.id, older.id], points: -150 },
      { rule: 'COMMITMENT_KEPT', records: [kept.id], points: 10 },
    ]);
    expect(said.dimensions.filter(({ points }) => points !== 80)).toEqual([
      { dimension: 'ADMINISTRATION', points: 0 },
      { dimension: 'COMMITMENT', points: 90 },
    ]);
  });

  test('no more records count than the rule says', () => {
    const many = Array.from({ length: 5 }, () => weighed('DRC_COMMITMENT', { value: '全部履行' }));
    expect(of(...many).fired).toMatchObject([{ points: 20, records: { length: 5 } }]);
  });

  test('the earliest day within a period is the first whose corresponding day has not passed', () => {
    const anyDay = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 36 }), (day, months) => {
        const earliest = earliestWithin(months, day);
        expect(monthsAfter(earliest, months) >= day).toBe(true);
        expect(monthsAfter(daysAfter(earliest, -1), months) < day).toBe(true);
      }),
    );
  });

  test('on the last day of its months a record still counts', () => {
    const minor = weighed('MARKET_PENALTY', { severity: MINOR, determinedOn: '2026-11-30' });
    const on = (day: string) => evaluate(edition, [minor], day).score;
    // three months after 30 November there is no such day: the month's last one (Civil Code, art. 202)
    expect([on('2027-02-28'), on('2027-03-01')]).toEqual([7800, 8000]);
  });
});

describe('the same records under another edition', () => {
  const before = publishedEdition('2024');
  test.each<[string, WeighedRecord[], Grade, Grade]>([
    ['nothing', [], B, B],
    ['an honour and tax grade A', [honour, best], B, A],
    ['a general penalty', [fined], C, C],
    ['a list of serious dishonesty', [grave('MARKET_SERIOUS_DISHONESTY')], D, D],
  ])('%s', (_, records, then, now) => {
    expect([before, edition].map((one) => evaluate(one, records, today).grade)).toEqual([then, now]);
  });
});

describe('what is published', () => {
  test.each(published.editions)('the edition $code adds up', ({ code }) => {
    const { dimensions, rules } = publishedEdition(code);
    expect(dimensions.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    const known = new Set(dimensions.map((one) => one.code));
    for (const rule of rules) {
      expect(known).toContain(rule.dimension);
      expect(rule.items.length).toBeGreaterThan(0);
      expect(Number.isInteger(rule.points) && rule.points !== 0).toBe(true);
    }
  });

  test('a rule names items of the catalogue, and values that their graded field can have', () => {
    const graded = new Map(published.gradedFields.map(({ item, field }) => [item!, field!]));
    for (const { code, named, values } of published.rules) {
      for (const item of named) {
        const line = lines.items.find((one) => one['code'] === item);
        expect([code, line?.['code']]).toEqual([code, item]);
        if (values.length === 0) continue;
        const field = lines.fields.find(
          ({ template, key }) => template === line!['template'] && key === graded.get(item),
        )!;
        expect(field['masking']).toBe('');
        for (const value of values) expect(field['options']!.split('|')).toContain(value);
      }
    }
  });

  test('of neutral items a rule looks at the graded field: nothing else of them is weighed', () => {
    for (const { code } of published.editions) {
      for (const { items, values } of publishedEdition(code).rules) {
        const neutral = lines.items.filter((one) => items.includes(one['code']!) && one['polarity'] === 'NEUTRAL');
        if (neutral.length > 0) expect(values.length).toBeGreaterThan(0);
      }
    }
  });
});

const someRecord = fc
  .record({
    item: fc.constantFrom(...lines.items.map(({ code }) => code!)),
    severity: fc.constantFrom(...Object.values(Severity)),
    value: fc.constantFrom(null, 'A', 'B', 'C', 'D', '全部履行', '未履行', '环保不良（红牌）'),
    day: fc.integer({ min: 1, max: 700 }),
  })
  .map(({ item, severity, value, day }) => {
    const adverse = lines.items.find(({ code }) => code === item)!['polarity'] === 'ADVERSE';
    const determinedOn = new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10);
    return weighed(item, { severity: adverse ? severity : null, value, determinedOn });
  });

describe('whatever is recorded', () => {
  const anyEdition = fc.constantFrom<EvaluationEdition>(edition, publishedEdition('2024'));
  const grades = Object.values(Grade);

  test('the score is a whole number from 0 to 10,000, and the order of the records does not matter', () => {
    fc.assert(
      fc.property(anyEdition, fc.array(someRecord, { maxLength: 30 }), (one, records) => {
        const said = evaluate(one, records, today);
        expect(Number.isInteger(said.score) && said.score >= 0 && said.score <= 10_000).toBe(true);
        expect(evaluate(one, records.toReversed(), today)).toEqual(said);
      }),
    );
  });

  test('an adverse record never makes it better, and repairing it never worse', () => {
    const adverse = someRecord.filter(({ severity }) => severity !== null);
    fc.assert(
      fc.property(anyEdition, fc.array(someRecord, { maxLength: 20 }), adverse, (one, records, another) => {
        const without = evaluate(one, records, today);
        const withIt = evaluate(one, [...records, another], today);
        expect(withIt.score).toBeLessThanOrEqual(without.score);
        expect(grades.indexOf(withIt.grade)).toBeGreaterThanOrEqual(grades.indexOf(without.grade));
      }),
    );
  });
});
