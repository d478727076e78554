import { describe, expect, test } from '@jest/globals';
import { Purpose } from '../../src/access/purpose.js';
import { Role } from '../../src/access/words.js';
import { Polarity } from '../../src/catalogue/catalogue-item.entity.js';
import { type Counted, newest, together } from '../../src/profile/profile.rules.js';
import { saysOf } from '../../src/profile/profile.words.js';

const part = (said: Partial<Counted> & { readonly polarity?: Polarity }): Counted => ({
  item: { polarity: said.polarity ?? Polarity.ADVERSE },
  ...{ state: 'EFFECTIVE', said: null, count: 1, disputed: 0, ids: [], days: [], sum: null },
  ...said,
});

describe('records together', () => {
  test('nothing is nothing', () => {
    expect(together([], 20)).toMatchObject({ count: 0, adverse: 0, amount: null, latestOn: null, ids: [] });
  });

  test('states and polarities are counted, amounts added to the fen', () => {
    const parts = [
      part({ count: 3, disputed: 1, sum: '0.10', days: ['2026-03-01'], ids: ['a'] }),
      part({ count: 2, state: 'REPAIRED', days: ['2026-05-01'], ids: ['b'] }),
      part({ state: 'WITHDRAWN' }),
      part({ state: 'EXPIRED', sum: '9007199254740993.20' }),
      part({ count: 4, polarity: Polarity.FAVOURABLE }),
      part({ count: 5, polarity: Polarity.NEUTRAL, state: 'EXPIRED' }),
    ];
    expect(together(parts, 20)).toEqual({
      ...{ count: 16, favourable: 4, adverse: 7, neutral: 5, inForce: 7, adverseInForce: 3 },
      ...{ repaired: 2, withdrawn: 1, expired: 6, disputed: 1, amount: '9007199254740993.30' },
      ...{ latestOn: '2026-05-01', ids: ['b', 'a'] },
    });
  });

  test('the newest are cited, of one day by id, and no more than a line cites', () => {
    const parts = [
      { ids: ['d', 'a'], days: ['2026-05-01', '2026-01-01'] },
      { ids: ['c', 'b'], days: ['2026-05-01', '2026-02-01'] },
    ];
    expect(newest(parts, 3)).toEqual(['d', 'c', 'b']);
  });
});

describe('what a profile says of what it is made', () => {
  const said = (role: Role, purpose: Purpose | null = null, itself = false) =>
    saysOf({ viewer: { role }, standing: { purpose }, itself });
  test.each([
    [Role.ENTERPRISE, null, true, 'Everything that is recorded of you'],
    [Role.ENTERPRISE, null, false, 'What is published today, and'],
    [Role.PUBLIC, null, false, 'What is published today, and'],
    [Role.ADMINISTRATOR, null, false, 'What is published today, and'],
    [Role.DEPARTMENT, null, false, 'no purpose was stated'],
    [Role.DEPARTMENT, Purpose.LICENSING, false, 'the purpose LICENSING opens'],
    [Role.ARREARS_ADMIN, null, false, 'no purpose was stated'],
    [Role.CREDIT_CENTRE, null, false, 'Every record'],
    [Role.SUPERVISOR, null, false, 'Everything that is recorded, in every state'],
  ])('%s, %p', (role, purpose, itself, words) => {
    const { en, zh } = said(role, purpose, itself);
    expect(en).toContain(words);
    expect(zh).not.toBe('');
  });
});
