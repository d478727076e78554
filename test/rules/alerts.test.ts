import { describe, expect, test } from '@jest/globals';
import { Role } from '../../src/access/words.js';
import { AlertKind } from '../../src/alerts/alert.words.js';
import { digestHour, hasGravity, kindsOf, limitOf, targetFault } from '../../src/alerts/watch.rules.js';

const regions = ['150000', '150200', '150203'];
const codes = (count: number) => Array.from({ length: count }, (_, i) => `code ${i}`);

describe('what may be watched', () => {
  test.each([
    [Role.DEPARTMENT, ['a'], null, null],
    [Role.DEPARTMENT, codes(1000), null, null],
    [Role.DEPARTMENT, codes(1001), null, 'TOO_MANY'],
    // the same code twice is one entity
    [Role.DEPARTMENT, [...codes(1000), ...codes(1000)], null, null],
    [Role.DEPARTMENT, [], null, 'NOTHING'],
    [Role.DEPARTMENT, null, null, 'NOTHING'],
    [Role.DEPARTMENT, null, '15', null],
    [Role.DEPARTMENT, null, '1502', null],
    [Role.DEPARTMENT, null, '150203', null],
    [Role.DEPARTMENT, null, '150', 'REGION_FORM'],
    [Role.DEPARTMENT, null, '', 'REGION_FORM'],
    [Role.DEPARTMENT, null, '15%', 'REGION_FORM'],
    [Role.DEPARTMENT, null, '1502031', 'REGION_FORM'],
    [Role.DEPARTMENT, null, '1101', 'REGION_UNKNOWN'],
    [Role.DEPARTMENT, ['a'], '1502', 'BOTH'],
    [Role.DEPARTMENT, [], '1502', 'BOTH'],
    [Role.ENTERPRISE, codes(200), null, null],
    [Role.ENTERPRISE, codes(201), null, 'TOO_MANY'],
    [Role.ENTERPRISE, null, '1502', 'REGION_OF_ENTERPRISE'],
    [Role.ENTERPRISE, ['a'], '1502', 'REGION_OF_ENTERPRISE'],
  ] as const)('%s, %#', (role, usccs, region, fault) => {
    expect(targetFault(role, { usccs, region }, regions)).toBe(fault);
  });

  test('an enterprise has limits over all its watches, a department one for each', () => {
    expect(limitOf(Role.ENTERPRISE)).toEqual({ perWatch: 200, inAll: 200, watches: 20 });
    expect(limitOf(Role.DEPARTMENT)).toEqual({ perWatch: 1000, inAll: null, watches: 200 });
  });
});

test.each([
  ['2026-11-23', '2026-11-23T00:00:00.000Z'],
  ['2027-01-01', '2027-01-01T00:00:00.000Z'],
])('the digest of %s is told from %s', (day, instant) => {
  expect(digestHour(day).toISOString()).toBe(instant);
});

describe('kinds', () => {
  const { NEW_ADVERSE_RECORD, LISTED, GRADE_CHANGED, ARREARS_CASE } = AlertKind;
  test.each([
    [[LISTED, NEW_ADVERSE_RECORD, LISTED], [NEW_ADVERSE_RECORD, LISTED], true],
    [[LISTED], [LISTED], true],
    [[ARREARS_CASE, GRADE_CHANGED], [GRADE_CHANGED, ARREARS_CASE], false],
    [[], [], false],
  ])('%j are %j; a gravity can be asked: %s', (asked, kinds, gravity) => {
    expect(kindsOf(asked)).toEqual(kinds);
    expect(hasGravity(asked)).toBe(gravity);
  });
});
