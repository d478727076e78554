import { describe, expect, test } from '@jest/globals';
import { measures } from '../../src/dishonesty/measures.js';
import { lines } from './reference.js';

describe.each(Object.entries(measures))('the measures of %s', (item, list) => {
  test('belong to an item of the catalogue, adverse and public', () => {
    const line = lines.items.find(({ code }) => code === item);
    expect(line).toMatchObject({ polarity: 'ADVERSE', disclosure: 'PUBLIC', template: 'DISHONESTY' });
  });

  test('each has its basis, its item of the national list and a department that carries it out', () => {
    const known = lines.departments.map(({ code }) => code);
    for (const { measure, basis, listItem, listCode, unitCode } of list) {
      expect([measure, basis !== '', known.includes(unitCode)]).toEqual([measure, true, true]);
      const title = lines.measures.find(({ code }) => code === listCode)?.['title'] ?? '清单未单列，依行政法规规定实施';
      expect(listItem).toBe(`《全国失信惩戒措施基础清单（2024年版）》：${title}`);
    }
    expect(new Set(list.map(({ measure }) => measure)).size).toBe(list.length);
  });
});

test('Order 802, art. 26 names what is limited of public bodies and of large enterprises', () => {
  const of = (item: keyof typeof measures) =>
    measures[item].filter(({ basis }) => basis.includes('第802号')).map(({ measure }) => measure);
  expect(of('DRC_GOVERNMENT_DISHONESTY')).toEqual(['限制公务消费', '限制办公用房', '限制经费安排']);
  expect(of('MIIT_PAYMENT_DISHONESTY')).toEqual(
    ['限制财政资金支持', '限制投资项目审批', '限制融资'].concat(['限制市场准入', '限制资质评定', '限制评优评先']),
  );
});
