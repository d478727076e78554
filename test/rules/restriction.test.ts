import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import { Polarity, Severity } from '../../src/catalogue/catalogue-item.entity.js';
import { numberOf } from '../../src/restrictions/restriction.documents.js';
import {
  guardsOf,
  isInForce,
  latestEnd,
  liftOf,
  mayKnow,
  partyOf,
  type Source,
  type Standing,
  sourceFault,
  termFault,
} from '../../src/restrictions/restriction.rules.js';
import { RestrictionState as S } from '../../src/restrictions/restriction.states.js';
import { lines } from './reference.js';

const today = '2026-11-25';

const serious: Source = {
  polarity: Polarity.ADVERSE,
  class: 'ADMINISTRATIVE',
  severity: Severity.SERIOUS,
  state: 'EFFECTIVE',
  disputed: false,
  determinedOn: '2026-01-31',
  publicUntil: '2029-01-31',
};

describe('the record on which it rests', () => {
  test.each([
    ['serious', {}, undefined],
    ['public until today', { publicUntil: today }, undefined],
    ['never public', { publicUntil: null }, undefined],
    ['public until yesterday', { publicUntil: '2026-11-24' }, 'RESTRICTION_NOT_IN_FORCE'],
    ['favourable', { polarity: Polarity.FAVOURABLE, severity: null }, 'RESTRICTION_NOT_ADVERSE'],
    ['neutral', { polarity: Polarity.NEUTRAL, severity: null }, 'RESTRICTION_NOT_ADVERSE'],
    ['repaired', { state: 'REPAIRED' }, 'RESTRICTION_NOT_IN_FORCE'],
    ['withdrawn', { state: 'WITHDRAWN' }, 'RESTRICTION_NOT_IN_FORCE'],
    ['general', { severity: Severity.GENERAL }, 'RESTRICTION_NOT_SERIOUS'],
    ['minor', { severity: Severity.MINOR }, 'RESTRICTION_NOT_SERIOUS'],
    ['on a list of serious dishonesty', { class: 'SERIOUS_DISHONESTY', severity: Severity.GENERAL }, undefined],
    ['an unperformed judgment', { class: 'JUDICIAL', severity: Severity.GENERAL }, undefined],
    ['minor, whatever its class', { class: 'JUDICIAL', severity: Severity.MINOR }, 'RESTRICTION_NOT_SERIOUS'],
    ['disputed', { disputed: true }, 'RESTRICTION_DISPUTED'],
  ])('%s', (_what, more: Partial<Source>, reason) => {
    expect(sourceFault({ ...serious, ...more }, today)?.reason).toBe(reason);
  });
});

describe('its term', () => {
  test.each([
    [today, undefined],
    ['2029-01-31', undefined],
    ['2029-02-01', 'RESTRICTION_UNTIL'],
    ['2026-11-24', 'RESTRICTION_UNTIL'],
  ])('until %s', (until, reason) => {
    expect(termFault(until, serious, today)?.reason).toBe(reason);
  });

  test('on a record that is not published it ends when a serious one would', () => {
    expect(latestEnd({ determinedOn: '2024-02-29', publicUntil: null })).toBe('2027-02-28');
  });
});

const officer: Viewer = { role: Role.DEPARTMENT, subject: 'zhang', department: 'MARKET' };

describe('who decides', () => {
  const atHand = { viewer: officer, today, source: serious, until: '2027-01-31', proposedBy: 'li', listed: true };

  test.each([
    ['another officer', {}, [undefined, undefined, undefined]],
    ['the same', { proposedBy: 'zhang' }, [undefined, 'RESTRICTION_FOUR_EYES', 'RESTRICTION_FOUR_EYES']],
    ['off the list', { listed: false }, [undefined, undefined, 'RESTRICTION_MEASURE_GONE']],
    ['over', { until: '2026-11-01' }, ['RESTRICTION_UNTIL', undefined, 'RESTRICTION_UNTIL']],
    [
      'disputed since',
      { source: { ...serious, disputed: true } },
      ['RESTRICTION_DISPUTED', undefined, 'RESTRICTION_DISPUTED'],
    ],
  ])('%s', (_what, more, reasons) => {
    const { admissible, byAnother, imposable } = guardsOf({ ...atHand, ...more });
    expect([admissible, byAnother, imposable].map((one) => one?.reason)).toEqual(reasons);
  });

  test.each([
    [officer, 'UNIT', true],
    [{ ...officer, department: 'TAX' }, null, false],
    [{ role: Role.ENTERPRISE, subject: 'e', uscc: '91150203MA0T3QT218' }, 'SUBJECT', true],
    [{ role: Role.ENTERPRISE, subject: 'e', uscc: '91150200MA0T3QT132' }, null, false],
    [{ role: Role.CREDIT_CENTRE, subject: 'c' }, null, true],
    [{ role: Role.SUPERVISOR, subject: 's' }, null, true],
    [{ role: Role.ARREARS_ADMIN, subject: 'a' }, null, false],
    [{ role: Role.ADMINISTRATOR, subject: 'a' }, null, false],
    [{ role: Role.PUBLIC, subject: 'public' }, null, false],
  ] as const)('%o', (viewer, party, knows) => {
    const sides = { executingUnitCode: 'MARKET', uscc: '91150203MA0T3QT218' };
    expect([partyOf(viewer, sides), mayKnow(viewer, sides)]).toEqual([party, knows]);
  });
});

describe('in force, and why no longer', () => {
  const standing = (
    more: Omit<Partial<Standing>, 'record'> = {},
    record: Partial<Standing['record']> = {},
  ): Standing => ({
    ...{ state: S.IMPOSED, until: '2027-01-31', liftedOn: null, ...more },
    record: { state: 'EFFECTIVE', publicUntil: '2029-01-31', since: null, ...record },
  });

  test.each([
    ['imposed', standing(), true, null],
    ['proposed', standing({ state: S.NOTIFIED }), false, null],
    ['dropped', standing({ state: S.DROPPED }), false, null],
    ['on its last day', standing({ until: today }), true, null],
    ['past its term', standing({ until: '2026-11-24' }), false, ['2026-11-25', 'TERM_OVER']],
    ['closed by the clock', standing({ state: S.ENDED, until: '2026-11-20' }), false, ['2026-11-21', 'TERM_OVER']],
    ['lifted', standing({ state: S.LIFTED, liftedOn: '2026-11-03' }), false, ['2026-11-03', 'LIFTED']],
    ['repaired', standing({}, { state: 'REPAIRED', since: '2026-11-10' }), false, ['2026-11-10', 'REPAIRED']],
    ['withdrawn', standing({}, { state: 'WITHDRAWN', since: '2026-11-10' }), false, ['2026-11-10', 'WITHDRAWN']],
    ['past the publicity of its record', standing({}, { publicUntil: '2026-11-09' }), false, ['2026-11-10', 'EXPIRED']],
    [
      'repaired before its term was over',
      standing({ state: S.ENDED, until: '2026-11-20' }, { state: 'REPAIRED', since: '2026-11-10' }),
      false,
      ['2026-11-10', 'REPAIRED'],
    ],
    [
      'over before its record was withdrawn',
      standing({ state: S.ENDED, until: '2026-11-20' }, { state: 'WITHDRAWN', since: '2026-11-24' }),
      false,
      ['2026-11-21', 'TERM_OVER'],
    ],
  ] as const)('%s', (_what, one, inForce, lift) => {
    expect(isInForce(one, today)).toBe(inForce);
    expect(liftOf(one, today)).toEqual(lift && { on: lift[0], because: lift[1] });
  });
});

describe.each(lines.measures)('the measure $code', (measure) => {
  test('has its object, its basis and departments that there are; what nobody here carries out has none', () => {
    const known = lines.departments.map(({ code }) => code);
    const units = measure['units']!.split('|').filter((unit) => unit !== '');
    expect(units.filter((unit) => !known.includes(unit))).toEqual([]);
    expect([measure['title'], measure['object'], measure['basis']].every((text) => text !== '')).toBe(true);
    expect(['REDUCES_RIGHTS', 'MANAGEMENT', 'OTHER_BODIES']).toContain(measure['kind']);
    if (measure['kind'] === 'OTHER_BODIES') expect(units).toEqual([]);
  });

  test('counts for purposes that a department which decides such matters may state', () => {
    const stated = new Set(lines.mandates.map(({ purpose }) => purpose));
    for (const matter of measure['matters']!.split('|').filter((one) => one !== '')) {
      expect(stated.has(matter)).toBe(true);
    }
  });
});

test('documents are numbered after the case', () => {
  expect(numberOf('包惩告', 'X-20261102-000001')).toBe('包惩告〔2026〕1102000001号');
});
