import { describe, expect, test } from '@jest/globals';
import { decide, type Footing } from '../../src/access/policy.js';
import type { Disclosure } from '../../src/access/words.js';
import type { Refusal } from '../../src/messages/refusal.js';
import { checkTerm, isInForce, mustBeOpenToAuthorisation } from '../../src/sharing/consent.rules.js';
import { lines, referenceItem } from './reference.js';

/** The reason of the refusal, or null. */
const reasonOf = (deed: () => void): string | null => {
  try {
    deed();
    return null;
  } catch (error) {
    return (error as Refusal).reason;
  }
};

const outsider: Footing = { relation: 'PUBLIC', purpose: null, bar: null, scope: null, holding: 'NONE' };
const items = lines.items.map((line) => {
  const item = { ...referenceItem(line['code']!), disclosure: line['disclosure'] as Disclosure };
  return [item.code, item] as const;
});

describe('an item can be authorised exactly where that opens something to an outsider', () => {
  test.each(items)('%s', (_code, item) => {
    const seen = (consented: boolean) =>
      item.fields.map((field) => decide(outsider, item as never, field, { publication: 'PUBLISHED', consented }).state);
    const opens = JSON.stringify(seen(true)) !== JSON.stringify(seen(false));
    expect(reasonOf(() => mustBeOpenToAuthorisation(item))).toBe(opens ? null : 'NOT_OPEN_TO_AUTHORISATION');
  });

  test('some can and some cannot', () => {
    const open = items.filter(([, item]) => reasonOf(() => mustBeOpenToAuthorisation(item)) === null);
    expect(open.map(([code]) => code)).toEqual([
      'MARKET_PATENT',
      'HOUSING_PROFESSIONAL',
      'SCIENCE_HIGH_TECH',
      'FINANCE_SUBSIDY',
      'SERVICES_VOLUNTARY',
    ]);
  });
});

describe('the term of an authorisation given on 2028-02-29', () => {
  test.each([
    ['2028-02-29', '2028-02-29', null],
    ['2028-02-29', '2029-02-28', null],
    ['2028-02-29', '2029-03-01', 'CONSENT_TERM_TOO_LONG'],
    ['2028-03-01', '2029-03-01', null],
    ['2028-03-01', '2029-03-02', 'CONSENT_TERM_TOO_LONG'],
    ['2028-02-28', '2028-03-01', 'CONSENT_TERM_PAST'],
    ['2028-03-02', '2028-03-01', 'CONSENT_TERM_REVERSED'],
  ])('%s to %s: %s', (validFrom, validUntil, reason) => {
    expect(reasonOf(() => checkTerm({ validFrom, validUntil }, '2028-02-29'))).toBe(reason);
  });
});

describe('an authorisation from 2026-11-20 to 2026-11-25 is in force', () => {
  const term = { validFrom: '2026-11-20', validUntil: '2026-11-25', withdrawnAt: null };
  test.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-11-25', true],
    ['2026-11-26', false],
  ])('on %s: %s', (today, inForce) => {
    expect(isInForce(term, today)).toBe(inForce);
    expect(isInForce({ ...term, withdrawnAt: new Date() }, today)).toBe(false);
  });
});
