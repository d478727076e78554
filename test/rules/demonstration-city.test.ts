import { describe, expect, test } from '@jest/globals';
import { demonstrationCity } from '../../seeds/city.js';
import { today } from '../../seeds/days.js';
import { isDay } from '../../src/calendar/day.js';
import { FieldRole } from '../../src/catalogue/catalogue-field.entity.js';
import { checkRegistryRow } from '../../src/collection/registry-row.rules.js';
import { cellsOf } from '../../src/collection/row.js';
import { EntityKind } from '../../src/registry/legal-entity.entity.js';
import { usccFault } from '../../src/registry/uscc.js';
import { lines } from './reference.js';

describe('the demonstration city', () => {
  const city = demonstrationCity();
  const text = JSON.stringify(city);
  const industries = new Set(lines.industries.map(({ code }) => code));
  const regions = new Set(lines.regions.map(({ code }) => code));
  const known = { region: (code: string) => regions.has(code), industry: (code: string) => industries.has(code) };
  const checked = city.entities.map((entity) => checkRegistryRow(cellsOf(entity)!, today, known));
  const entities = checked.flatMap((one) => (one.faults === null ? [one.entity] : []));
  const every = (pattern: RegExp) => new Set(text.match(pattern));

  test('is the same at every call', () => {
    expect(demonstrationCity()).toEqual(city);
  });

  test('has some three hundred entities, all good, each with a code and a name of its own', () => {
    expect(checked.filter(({ faults }) => faults !== null)).toEqual([]);
    expect(Math.abs(entities.length - 300)).toBeLessThanOrEqual(30);
    expect(new Set(entities.map(({ uscc }) => uscc)).size).toBe(entities.length);
    expect(new Set(entities.map(({ name }) => name)).size).toBe(entities.length);
  });

  test.each(Object.values(EntityKind).filter((kind) => kind !== EntityKind.OTHER))(
    'has entities of kind %s',
    (kind) => {
      expect(entities.filter((entity) => entity.kind === kind).length).toBeGreaterThanOrEqual(10);
    },
  );

  test('names only invented codes of Baotou', () => {
    const codes = [...every(/(?<![0-9A-Z])[1-9AN][1-9]15[0-9]{4}[0-9A-Z]{10}(?![0-9A-Z])/g)].filter(
      (code) => !usccFault(code),
    );
    expect(codes.length).toBeGreaterThanOrEqual(entities.length);
    expect(codes.filter((code) => !code.includes('T3Q'))).toEqual([]);
  });

  test('knows the numbers of five invented people only', () => {
    const numbers = [...every(/(?<![0-9A-Z])\d{17}[\dX](?![0-9A-Z])/g)].filter((number) => usccFault(number));
    expect(numbers.toSorted()).toEqual([
      '150202200002291132',
      '150203199003070017',
      '150204198511220044',
      '150207197806303028',
      '150223196901150651',
    ]);
  });

  test('has only telephones that ring nowhere', () => {
    const mobiles = [...every(/(?<!\d)1\d{10}(?!\d)/g)];
    expect(mobiles.length).toBeGreaterThan(100);
    expect(mobiles.filter((number) => !number.startsWith('100'))).toEqual([]);
    expect(every(/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g)).toEqual(new Set());
  });

  test('tells something under every item, of its own entities, up to the day on which it stands still', () => {
    // what is on the red list nobody submits: it is announced and entered
    const submitted = lines.items.map(({ code }) => code).filter((code) => code !== 'DRC_RED_LIST');
    expect(city.submissions.map(({ item }) => item).toSorted()).toEqual(submitted.toSorted());
    const codes = new Set(entities.map(({ uscc }) => uscc));
    for (const { item, rows } of city.submissions) {
      const { template } = lines.items.find(({ code }) => code === item)!;
      const keyOf = (role: FieldRole): string =>
        lines.fields.find((field) => field['template'] === template && field['role'] === role)!['key']!;
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => !codes.has(row[keyOf(FieldRole.ENTITY_CODE)]!))).toEqual([]);
      const days = rows.map((row) => row[keyOf(FieldRole.DETERMINED_ON)]!);
      expect(days.filter((day) => !isDay(day) || day > today)).toEqual([]);
    }
  });
});
