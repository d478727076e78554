import { describe, expect, test } from '@jest/globals';
import { agencies } from '../../seeds/agencies.js';
import { Disclosure, MaskingPattern, SharingAttribute } from '../../src/access/words.js';
import { FieldRole, FieldType } from '../../src/catalogue/catalogue-field.entity.js';
import { CatalogueClass, Polarity, Severity } from '../../src/catalogue/catalogue-item.entity.js';
import { usccFault } from '../../src/registry/uscc.js';
import { type Line, lines } from './reference.js';

const values = (of: readonly Line[], column: string): string[] => of.map((line) => line[column]!);
const templates = [...new Set(values(lines.fields, 'template'))];
const fieldsOf = (template: string): Line[] => lines.fields.filter((field) => field['template'] === template);
const withRole = (template: string, role: FieldRole) => fieldsOf(template).filter((field) => field['role'] === role);
const words = (text: string): string[] => text.trim().split(/\s+/);

describe('the reference data is coherent', () => {
  test.each<[string, readonly Line[], string, readonly string[]]>([
    ['the parent of a region is a region', lines.regions, 'parent', ['', ...values(lines.regions, 'code')]],
    ['the parent of a division is a section', lines.industries, 'parent', ['', ...'ABCDEFGHIJKLMNOPQRST']],
    ['the provider of an item is a department', lines.items, 'provider', values(lines.departments, 'code')],
    ['the template of an item has fields', lines.items, 'template', templates],
    ['the template of a field serves an item', lines.fields, 'template', values(lines.items, 'template')],
    ['a classification is of a template', lines.severity, 'template', templates],
    ['classes', lines.items, 'class', Object.values(CatalogueClass)],
    ['polarities', lines.items, 'polarity', Object.values(Polarity)],
    ['sharing attributes', lines.items, 'sharing', Object.values(SharingAttribute)],
    ['disclosures of items', lines.items, 'disclosure', Object.values(Disclosure)],
    ['severities of items', lines.items, 'severity', ['', ...Object.values(Severity)]],
    ['whether items publish minor records', lines.items, 'publish_minor', ['true', 'false']],
    ['severities of classifications', lines.severity, 'severity', Object.values(Severity)],
    ['types of fields', lines.fields, 'type', Object.values(FieldType)],
    ['disclosures of fields; none is undecided', lines.fields, 'disclosure', ['', ...Object.values(Disclosure)]],
    ['maskings of fields', lines.fields, 'masking', ['', ...Object.values(MaskingPattern)]],
    ['roles of fields', lines.fields, 'role', ['', ...Object.values(FieldRole)]],
  ])('%s', (_what, of, column, allowed) => {
    expect(values(of, column).filter((value) => !allowed.includes(value))).toEqual([]);
  });

  test.each([
    ['regions', lines.regions],
    ['industries', lines.industries],
    ['departments', lines.departments],
    ['items', lines.items],
  ])('no two %s have one code', (_what, of) => {
    expect(new Set(values(of, 'code')).size).toBe(of.length);
  });

  test('adverse items have a severity, others none', () => {
    for (const { code, polarity, severity } of lines.items) {
      expect([code, severity !== '']).toEqual([code, polarity === Polarity.ADVERSE]);
    }
  });
});

describe.each(templates)('the template %s', (template) => {
  const fields = fieldsOf(template);
  const keys = values(fields, 'key');

  test('has one code of the subject, one day of determination and an identity', () => {
    expect(withRole(template, FieldRole.ENTITY_CODE).map(({ type }) => type)).toEqual([FieldType.USCC]);
    expect(withRole(template, FieldRole.DETERMINED_ON)).toMatchObject([{ type: FieldType.DATE, required: 'true' }]);
    expect(withRole(template, FieldRole.IDENTITY).map(({ required }) => required)).toContain('true');
  });

  test('numbers its fields from 1; no key or title stands twice', () => {
    expect(values(fields, 'position')).toEqual(fields.map((_, i) => String(i + 1)));
    expect(new Set([...keys, ...values(fields, 'title')]).size).toBe(2 * fields.length);
  });

  test('gives options to every OPTION and to nothing else', () => {
    const given = fields.filter(({ options }) => options !== '');
    expect(values(given, 'key')).toEqual(
      values(
        fields.filter(({ type }) => type === FieldType.OPTION),
        'key',
      ),
    );
  });

  test('requires on conditions that can hold', () => {
    for (const condition of values(fields, 'required_when').filter(Boolean)) {
      const [, key, operator, wanted] = /^(\w+)([=~])(.+)$/u.exec(condition)!;
      const options = fields.find((field) => field['key'] === key)!['options']!.split('|');
      const can = options.some(
        (option) => option === '' || (operator === '=' ? option === wanted : option.includes(wanted!)),
      );
      expect([condition, can]).toEqual([condition, true]);
    }
  });

  test('never makes the number of a person public', () => {
    const numbers = fields.filter(({ masking }) => masking === MaskingPattern.ID_NUMBER);
    expect(values(numbers, 'disclosure').filter((one) => one !== '' && one !== Disclosure.SUBJECT)).toEqual([]);
  });

  test('is classified by fields that it has', () => {
    for (const { template: of, field, amount_field } of lines.severity) {
      if (of === template) expect(['', ...keys]).toEqual(expect.arrayContaining([field, amount_field]));
    }
  });

  test('is classified by what is public, since the rule that applies is told with the record', () => {
    for (const { template: of, field, amount_field } of lines.severity) {
      if (of !== template) continue;
      const looked = fields.filter(({ key }) => key === field || key === amount_field);
      expect(values(looked, 'disclosure').filter((one) => one !== Disclosure.PUBLIC)).toEqual([]);
    }
  });
});

describe('the catalogue is as wide as the law', () => {
  test('fourteen departments or more, each with a code of its own as an agency', () => {
    const codes = values(lines.departments, 'uscc');
    expect(codes.length).toBeGreaterThanOrEqual(14);
    expect(codes.filter((code) => usccFault(code) || !code.startsWith('11150200'))).toEqual([]);
    expect(agencies.map(({ code, name, uscc }) => ({ code, name, uscc }))).toMatchObject(
      lines.departments.map(({ code, name, uscc }) => ({ code, name, uscc })),
    );
  });

  test('fourteen items or more, of all thirteen classes, each with its legal basis', () => {
    expect(lines.items.length).toBeGreaterThanOrEqual(14);
    expect(new Set(values(lines.items, 'class'))).toEqual(new Set(Object.values(CatalogueClass)));
    expect(values(lines.items, 'legal_basis').filter((basis) => basis === '')).toEqual([]);
  });

  test('the nine banners, counties and districts of Baotou, and its zone beside them', () => {
    const baotou = lines.regions.filter(({ parent }) => parent === '150200');
    const counties = baotou
      .filter(({ level }) => level === 'COUNTY')
      .map(({ code, name }) => `${code!.slice(4)} ${name}`);
    expect(counties).toEqual(
      ['02 东河区', '03 昆都仑区', '04 青山区', '05 石拐区', '06 白云鄂博矿区', '07 九原区'].concat([
        '21 土默特右旗',
        '22 固阳县',
        '23 达尔罕茂明安联合旗',
      ]),
    );
    expect(baotou.find(({ code }) => code === '150271')!['level']).toBe('FUNCTIONAL_AREA');
  });

  test('the 20 sections and 97 divisions of GB/T 4754-2017', () => {
    expect(lines.industries.filter(({ code }) => /^[A-T]$/.test(code!))).toHaveLength(20);
    expect(
      lines.industries.filter(({ code, parent }) => /^[A-T]\d{2}$/.test(code!) && code![0] === parent),
    ).toHaveLength(97);
  });

  // 发改办财金〔2018〕790号; a star stands for "required"
  test.each([
    [
      'CF',
      `CF_XDR_MC* CF_XDR_LB* CF_XDR_SHXYM CF_XDR_GSZC CF_XDR_ZZJG CF_XDR_SWDJ CF_XDR_SYDW CF_XDR_SHZZ CF_FRDB CF_FR_ZJLX
       CF_FR_ZJHM CF_XDR_ZJLX CF_XDR_ZJHM CF_WSH* CF_WFXW* CF_SY* CF_YJ* CF_CFLB* CF_NR* CF_NR_FK CF_NR_WFFF CF_NR_ZKDX
       CF_JDRQ* CF_YXQ* CF_GSJZQ CF_CFJG* CF_CFJGDM* CF_SJLY* CF_SJLYDM* BZ`,
    ],
    [
      'XK',
      `XK_XDR_MC* XK_XDR_LB* XK_XDR_SHXYM XK_XDR_GSZC XK_XDR_ZZJG XK_XDR_SWDJ XK_XDR_SYDW XK_XDR_SHZZ XK_FRDB XK_FR_ZJLX
       XK_FR_ZJHM XK_XDR_ZJLX XK_XDR_ZJHM XK_XKWS* XK_WSH* XK_XKLB* XK_XKZS XK_XKBH XK_NR* XK_JDRQ* XK_YXQZ* XK_YXQZI*
       XK_XKJG* XK_XKJGDM* XK_ZT* XK_LYDW* XK_LYDWDM* BZ`,
    ],
  ])('the national template %s is complete; what the city adds says so', (template, fields) => {
    const national = fieldsOf(template).filter(({ title }) => !title!.includes('（地方扩展）'));
    const declared = national.map(({ key, required }) => (required === 'true' ? `${key}*` : key));
    expect(declared).toEqual(words(fields));
  });
});
