import { describe, expect, test } from '@jest/globals';
import { kindOf, regionOf } from '../../src/registry/code.rules.js';
import { EntityKind } from '../../src/registry/legal-entity.entity.js';

describe('the first two characters of a code say the kind of the entity', () => {
  test.each([
    ['1115020001T3QT019Y', '机关', EntityKind.GOVERNMENT_AGENCY],
    ['1215020046T3QT0245', '事业单位', EntityKind.PUBLIC_INSTITUTION],
    ['13', '群众团体', EntityKind.SOCIAL_ORGANISATION],
    ['5115020050T3QT0546', '社会团体', EntityKind.SOCIAL_ORGANISATION],
    ['52150200MJT3QT0652', '民办非企业单位', EntityKind.SOCIAL_ORGANISATION],
    ['53150200MJT3QT030C', '基金会', EntityKind.SOCIAL_ORGANISATION],
    ['81', '基层工会', EntityKind.SOCIAL_ORGANISATION],
    ['91150203MA0T3QT218', '企业', EntityKind.ENTERPRISE],
    ['92150203MA0T3QTA70', '个体工商户', EntityKind.SOLE_TRADER],
    ['93150223MA0T3QT48Q', '农民专业合作社', EntityKind.COOPERATIVE],
    ['31', '律师执业机构', EntityKind.OTHER],
    ['19', '机构编制：其他', EntityKind.OTHER],
    ['59', '民政：其他', EntityKind.OTHER],
    ['A1', '军队事业单位', EntityKind.OTHER],
    ['N2', '村级集体经济组织', EntityKind.OTHER],
    ['Y1', '其他', EntityKind.OTHER],
  ])('%s (%s) is %s', (code, _name, kind) => {
    expect(kindOf(code)).toBe(kind);
  });
});

describe('positions 3 to 8 say the region of registration', () => {
  const regions = new Set(['150000', '150200', '150203', '150223', '440300', '110000']);
  const known = (code: string): boolean => regions.has(code);

  test.each<[string, string | null, string]>([
    ['91150203MA0T3QT218', '150203', 'the district itself'],
    ['93150223MA0T3QT48Q', '150223', 'the banner itself'],
    ['91150200MA0T3QT132', '150200', 'the city itself'],
    ['91150271MA0T3QT132', '150200', 'a district nobody knows falls to its city'],
    ['91159999MA0T3QT132', '150000', 'a city nobody knows falls to its province'],
    ['914403001922038216', '440300', 'another city'],
    ['91110108551385082Q', '110000', 'a municipality has no city of its own'],
    ['91330100799655058B', null, 'a province nobody knows'],
    ['91XXXXXXMA0T3QT132', null, 'no region at all'],
  ])('%s is registered in %p: %s', (code, region) => {
    expect(regionOf(code, known)).toBe(region);
  });
});
