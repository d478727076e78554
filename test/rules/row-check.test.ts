import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { demonstrationCity } from '../../seeds/city.js';
import { today } from '../../seeds/days.js';
import { FieldRole, FieldType } from '../../src/catalogue/catalogue-field.entity.js';
import { Severity } from '../../src/catalogue/catalogue-item.entity.js';
import { type Cells, cellsOf } from '../../src/collection/row.js';
import { checkRow } from '../../src/collection/row-check.rules.js';
import { explain } from '../../src/messages/refusal.js';
import { field, itemOf, referenceItem } from './reference.js';

const code = '91150203MA0T3QT218';
const item = itemOf([
  field('NAME', { length: '4', required: true, role: FieldRole.ENTITY_NAME }),
  field('CODE', { type: FieldType.USCC, role: FieldRole.ENTITY_CODE }),
  field('NUMBER', { required: true, role: FieldRole.IDENTITY }),
  field('PART', { role: FieldRole.IDENTITY }),
  field('DAY', { type: FieldType.DATE, required: true, role: FieldRole.DETERMINED_ON }),
  field('UNTIL', { type: FieldType.DATE }),
  field('SUM', { type: FieldType.DECIMAL, length: '5.2', requiredWhen: 'KIND=罚款' }),
  field('PLACE', { requiredWhen: 'KIND~许可证' }),
  field('YEAR', { type: FieldType.INTEGER, length: '4' }),
  field('KIND', { type: FieldType.OPTION, options: ['警告', '罚款', '吊销许可证件'] }),
  field('WHO', { role: FieldRole.SUBJECT_CATEGORY }),
]);
const good: Cells = { NAME: '金穗', CODE: code, NUMBER: '一号', DAY: '2026-11-22' };
const without = (key: string) => Object.fromEntries(Object.entries(good).filter(([one]) => one !== key));

const faultsOf = (cells: Cells, of = item) =>
  (checkRow(of, cells, '2026-11-22').faults ?? []).map(({ field, reason }) => `${field} ${reason}`);

describe('a good row makes a record', () => {
  test('with what the roles of its fields say', () => {
    expect(checkRow(item, { ...good, PART: '甲' }, '2026-11-22')).toEqual({
      faults: null,
      record: {
        uscc: code,
        name: '金穗',
        identity: '一号\u001f甲',
        number: '一号 甲',
        severity: Severity.GENERAL,
        naturalPerson: false,
        determinedOn: '2026-11-22',
        publicFrom: '2026-11-22',
        publicUntil: '2027-11-22',
        content: { ...good, PART: '甲' },
      },
    });
  });

  test.each([
    ['a category that is a person', { WHO: '自然人' }, true],
    ['a sole trader is no such category', { WHO: '个体工商户' }, false],
  ])('of a natural person? %s', (_case, more, naturalPerson) => {
    expect(checkRow(item, { ...good, ...more }, '2026-11-22')).toMatchObject({ record: { naturalPerson } });
  });

  test.each<Cells>([
    { NAME: '四个汉字' },
    { NAME: '𠮷𠮷𠮷𠮷' },
    { UNTIL: '2099-12-31' },
    { DAY: '2024-02-29' },
    { SUM: '999.99' },
    { SUM: '-0.5' },
    { SUM: '0' },
    { YEAR: '2026' },
    { KIND: '警告' },
    { KIND: '罚款', SUM: '1' },
    { KIND: '吊销许可证件', PLACE: '甲证' },
  ])('%j is accepted', (more) => {
    expect(faultsOf({ ...good, ...more })).toEqual([]);
  });
});

describe('a bad row says everything that is wrong with it', () => {
  test.each<[Cells, string[], string]>([
    [without('NAME'), ['NAME FIELD_REQUIRED'], 'a required field is missing'],
    [without('CODE'), ['CODE ENTITY_CODE_MISSING'], 'a row about nobody'],
    [{ ...good, KIND: '罚款' }, ['SUM FIELD_REQUIRED_WHEN'], 'required when another field has a value'],
    [{ ...good, KIND: '吊销许可证件' }, ['PLACE FIELD_REQUIRED_WHEN'], 'required when another field contains a word'],
    [{ ...good, COLOUR: '红' }, ['COLOUR UNKNOWN_COLUMN'], 'a column of no field'],
    [{ ...good, NAME: '五个汉字长' }, ['NAME FIELD_LENGTH'], 'too long, in characters'],
    [{ ...good, CODE: 'ABC' }, ['CODE USCC_LENGTH'], 'a code that is too short'],
    [{ ...good, CODE: code.toLowerCase() }, ['CODE USCC_CHARACTER'], 'a code in small letters'],
    [{ ...good, CODE: code.replace('91', '94') }, ['CODE USCC_CATEGORY'], 'a code of no category'],
    [{ ...good, CODE: code.replace(/8$/, '9') }, ['CODE USCC_CHECK_DIGIT'], 'a mistyped code'],
    [{ ...good, DAY: '2026-02-30' }, ['DAY FIELD_TYPE'], 'a day that does not exist'],
    [{ ...good, DAY: '2026/11/22' }, ['DAY FIELD_TYPE'], 'a day written otherwise'],
    [{ ...good, DAY: '2026-11-23' }, ['DAY DATE_IN_FUTURE'], 'determined tomorrow'],
    [{ ...good, SUM: '1,000' }, ['SUM FIELD_TYPE'], 'a number with a comma'],
    [{ ...good, SUM: '1000' }, ['SUM FIELD_TYPE'], 'more digits than the column holds'],
    [{ ...good, SUM: '1.234' }, ['SUM FIELD_TYPE'], 'more decimals than the column holds'],
    [{ ...good, SUM: '1e2' }, ['SUM FIELD_TYPE'], 'an exponent'],
    [{ ...good, YEAR: '2026.0' }, ['YEAR FIELD_TYPE'], 'no whole number'],
    [{ ...good, KIND: '拘留' }, ['KIND FIELD_OPTION'], 'none of the options'],
    [{ ...good, NAME: '金\0穗' }, ['NAME NUL_CHARACTER'], 'a character that no text may have'],
    [{ ...good, NAME: '金\ud800' }, ['NAME BROKEN_CHARACTER'], 'half a character'],
    [
      { NAME: '五个汉字长', DAY: 'x' },
      ['NAME FIELD_LENGTH', 'CODE ENTITY_CODE_MISSING', 'NUMBER FIELD_REQUIRED', 'DAY FIELD_TYPE'],
      'all at once',
    ],
  ])('%j: %j, %s', (cells, faults) => {
    expect(faultsOf(cells)).toEqual(faults);
  });

  test('a whole number has at most as many digits as its field: no year 20250', () => {
    expect(faultsOf({ ...good, YEAR: '20250' })).toHaveLength(1);
  });

  test.each<[string, Cells]>([
    ['an unknown column named by half a character', { '\ud800': 'x' }],
    ['an unknown column cut within a character', { [`${'x'.repeat(99)}😀`]: 'x' }],
    ['a code that begins with a picture', { CODE: `9😀${code.slice(3)}` }],
  ])('what is told of a fault can be kept: %s', (_case, more) => {
    for (const { field, params } of checkRow(item, { ...good, ...more }, '2026-11-22').faults!) {
      for (const text of [field, ...Object.values(params)]) expect(String(text).isWellFormed()).toBe(true);
    }
  });

  test('nothing that was sent is dropped in silence: not even a column named __proto__', () => {
    const sent = JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":"x",'));
    expect(faultsOf(cellsOf(sent)!)).toEqual(['__proto__ UNKNOWN_COLUMN']);
  });
});

describe('a penalty of the national template', () => {
  const penalty = referenceItem('MARKET_PENALTY');
  const row: Cells = {
    ...{ CF_XDR_MC: '示例公司', CF_XDR_LB: '法人及非法人组织', CF_XDR_SHXYM: code, CF_WSH: '包市监罚〔2026〕1号' },
    ...{ CF_WFXW: '虚假宣传', CF_SY: '事实', CF_YJ: '依据', CF_CFLB: '警告', CF_NR: '警告', CF_JDRQ: '2026-11-20' },
    ...{ CF_YXQ: '2099-12-31', CF_CFJG: '包头市市场监督管理局', CF_CFJGDM: '1115020001T3QT1233' },
    ...{ CF_SJLY: '包头市市场监督管理局', CF_SJLYDM: '1115020001T3QT1233' },
  };
  test.each<[string, Cells, string[]]>([
    ['a warning', {}, []],
    ['a fine with its amount in 万元', { CF_CFLB: '罚款', CF_NR_FK: '0.3' }, []],
    ['a fine without its amount', { CF_CFLB: '警告、罚款' }, ['CF_NR_FK FIELD_REQUIRED_WHEN']],
    ['a confiscation without its amount', { CF_CFLB: '没收违法所得' }, ['CF_NR_WFFF FIELD_REQUIRED_WHEN']],
    ['a revocation without the licence', { CF_CFLB: '吊销许可证件' }, ['CF_NR_ZKDX FIELD_REQUIRED_WHEN']],
    [
      'a person without a number',
      { CF_XDR_LB: '自然人' },
      ['CF_XDR_ZJLX FIELD_REQUIRED_WHEN', 'CF_XDR_ZJHM FIELD_REQUIRED_WHEN'],
    ],
    ['a category of one’s own', { CF_XDR_LB: '企业' }, ['CF_XDR_LB FIELD_OPTION']],
  ])('%s', (_case, more, faults) => {
    expect(faultsOf({ ...row, ...more }, penalty)).toEqual(faults);
  });
});

test.each(demonstrationCity().submissions.map(({ item, rows }) => [rows.length, item, rows] as const))(
  'all %i rows of %s in the demonstration city are good',
  (_count, code, rows) => {
    const declared = referenceItem(code);
    const bad = rows.filter((row) => checkRow(declared, cellsOf(row)!, today).faults !== null);
    expect(bad).toEqual([]);
  },
);

test('any row of texts makes faults that can be told in both languages, or a record', () => {
  const column = fc.oneof(fc.constantFrom(...item.fields.map(({ key }) => key)), fc.string());
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(code, '2026-11-22', '罚款', '1', '\0', '\ud800'),
  );
  fc.assert(
    fc.property(fc.dictionary(column, text), (row) => {
      const checked = checkRow(item, cellsOf(row)!, '2026-11-22');
      if (checked.faults === null) expect(checked.record.uscc).toBe(row['CODE']!.trim());
      else {
        expect(checked.faults.length).toBeGreaterThan(0);
        for (const { reason, params } of checked.faults) {
          for (const language of ['en', 'zh'] as const) expect(explain(reason, params, language).message).not.toBe('');
        }
      }
    }),
  );
});
