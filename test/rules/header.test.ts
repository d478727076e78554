import { describe, expect, test } from '@jest/globals';
import { columnsOf } from '../../src/collection/header.rules.js';
import { Refusal } from '../../src/messages/refusal.js';
import { field, itemOf, referenceItem } from './reference.js';

const item = itemOf([
  field('NAME', { title: '名称', required: true }),
  field('CODE', { title: '代码', required: true }),
  field('NOTE', { title: '备注' }),
]);

/** What a refused header is told. */
function refused(header: readonly string[]): Refusal {
  try {
    columnsOf(item)(header);
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('the header was accepted');
}

describe('a header is accepted by key or by title, in any order', () => {
  test.each([
    [['NAME', 'CODE', 'NOTE'], ['NAME', 'CODE', 'NOTE'], 'keys'],
    [['名称', '代码', '备注'], ['NAME', 'CODE', 'NOTE'], 'titles'],
    [['CODE', '名称'], ['CODE', 'NAME'], 'both, in another order, without what is not required'],
  ])('%j gives %j: %s', (header, keys) => {
    expect(columnsOf(item)(header)).toEqual(keys);
  });
});

describe('a header of another file is refused whole, with what is missing and what is unknown', () => {
  test.each([
    [['NAME', 'NOTE'], 'CODE', '-', 'a required field is missing'],
    [['NAME', 'CODE', 'COLOUR'], '-', 'COLOUR', 'a column of no field'],
    [['NAME', 'CODE', 'NAME'], '-', 'NAME', 'a field twice'],
    [['NAME', 'CODE', '名称'], '-', '名称', 'a field twice, by key and by title'],
    [['name', 'CODE'], 'NAME', 'name', 'keys are written as they are declared'],
    [['企业名称', '地区'], 'NAME, CODE', '企业名称, 地区', 'quite another file'],
    [['NAME', 'CODE', '__proto__'], '-', '__proto__', 'no name is special'],
    [['NAME', 'CODE', 'x'.repeat(400)], '-', 'x'.repeat(50), 'of a long title the beginning'],
  ])('%j: missing %s, unknown %s; %s', (header, missing, unknown) => {
    const refusal = refused(header);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.reason).toBe('HEADER_UNKNOWN');
    expect(refusal.params).toMatchObject({ item: 'ITEM', missing, unknown });
  });

  test('a thousand unknown columns make a message of bearable length', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `column ${i}`);
    expect(refused(['NAME', 'CODE', ...many]).message.length).toBeLessThan(500);
  });

  test('a column without a title, as a comma at the end of the header makes one, is named', () => {
    expect(refused(['NAME', 'CODE', '']).params['unknown']).not.toBe('-');
  });
});

test('the titles of the national templates are accepted as they are', () => {
  for (const code of ['MARKET_PENALTY', 'SERVICES_LICENCE']) {
    const { fields } = referenceItem(code);
    const keys = columnsOf(referenceItem(code))(fields.map(({ title }) => title));
    expect(keys).toEqual(fields.map(({ key }) => key));
  }
});
