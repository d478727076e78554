import { describe, expect, test } from '@jest/globals';
import { thePublic } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import { Account } from '../../src/budget/account.js';
import { limitsOf, usualLimits } from '../../src/budget/limits.js';
import { holderOf, networkOf, pseudonymOf } from '../../src/budget/viewer-key.js';
import { endOfDay, legalDay } from '../../src/calendar/day.js';

describe('DAILY_BUDGET sets limits over the usual ones', () => {
  test.each([
    ['PUBLIC=5', { PUBLIC: 5 }],
    ['PUBLIC=0', { PUBLIC: 0 }],
    ['PUBLIC=300,DEPARTMENT=7', { PUBLIC: 300, DEPARTMENT: 7 }],
    [' SUPERVISOR = 100000000 , ENTERPRISE=1 ', { SUPERVISOR: 100_000_000, ENTERPRISE: 1 }],
  ])('%j', (text, over) => {
    expect(limitsOf(text)).toEqual({ ...usualLimits, ...over });
  });

  test.each([
    '',
    ',',
    '5',
    'PUBLIC',
    'PUBLIC=',
    'PUBLIC=-1',
    'PUBLIC=1.5',
    'PUBLIC=1e3',
    'PUBLIC=many',
    'PUBLIC=100000001',
    'PUBLIC=5,',
    'PUBLIC=5,PUBLIC=6',
    'PUBLIC=5;DEPARTMENT=6',
    'public=5',
    'toString=5',
    '__proto__=5',
  ])('%j is refused with what it must be', (text) => {
    expect(() => limitsOf(text)).toThrow(
      /^must be a list such as PUBLIC=300,DEPARTMENT=5000: each role once \(PUBLIC, /,
    );
  });
});

describe('the public is told apart by network', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['', ''],
    ['unknown', 'unknown'],
  ])('%j: %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('whose budget it is', () => {
  const officer = (subject: string, department: string) => ({ role: Role.DEPARTMENT, subject, department });
  const [here, there] = ['203.0.113.7', '203.0.113.8'];

  test.each([
    ['the public of two addresses', holderOf(thePublic, here), holderOf(thePublic, there), false],
    ['the public of one address', holderOf(thePublic, here), holderOf(thePublic, here), true],
    [
      'the public of one household',
      holderOf(thePublic, '2001:db8::1'),
      holderOf(thePublic, '2001:db8::ffff:ffff:1:2'),
      true,
    ],
    ['an account at two addresses', holderOf(officer('a', 'TAX'), here), holderOf(officer('a', 'TAX'), there), true],
    ['two accounts', holderOf(officer('a', 'TAX'), here), holderOf(officer('b', 'TAX'), here), false],
    [
      'an account for two departments',
      holderOf(officer('a', 'TAX'), here),
      holderOf(officer('a', 'COURT'), here),
      true,
    ],
    ['an account named like an address', holderOf(officer(here, 'TAX'), here), holderOf(thePublic, here), false],
  ])('%s', (_what, one, other, same) => {
    expect(one === other).toBe(same);
  });

  test('the database knows a pseudonym that says nothing and lasts for a day', () => {
    const holder = holderOf(thePublic, here);
    const pseudonym = pseudonymOf(holder, 'secret of the day');
    expect(pseudonym).toMatch(/^[\w-]{22}$/);
    expect(pseudonymOf(holder, 'secret of the day')).toBe(pseudonym);
    expect(pseudonymOf(holder, 'secret of the next day')).not.toBe(pseudonym);
  });
});

describe('a budget is whole again at midnight of Asia/Shanghai', () => {
  test.each([
    ['2026-11-22T00:00:00Z', '2026-11-22T16:00:00.000Z'],
    ['2026-11-22T15:59:59.999Z', '2026-11-22T16:00:00.000Z'],
    ['2026-11-22T16:00:00Z', '2026-11-23T16:00:00.000Z'],
    ['2026-12-31T15:59:59Z', '2026-12-31T16:00:00.000Z'],
    ['2028-02-28T20:00:00Z', '2028-02-29T16:00:00.000Z'],
    // summer time was kept in those years: the day had 23 hours
    ['1990-04-14T20:00:00Z', '1990-04-15T15:00:00.000Z'],
  ])('spent at %s, at %s', (now, reset) => {
    expect(endOfDay(legalDay(new Date(now))).toISOString()).toBe(reset);
  });
});

describe('an account', () => {
  const account = (...codes: string[]) => {
    const made = new Account('2026-11-22', 'v', 3, 0);
    made.take(codes);
    return made;
  };

  test('counts a code once', () => {
    expect(account('A').newAmong(['A', 'B', 'B', 'C'])).toEqual(['B', 'C']);
    expect(account('A', 'A', 'B')).toMatchObject({ used: 2, remaining: 1 });
  });

  test('has room up to its limit, beside what is held back', () => {
    const one = account('A');
    expect([one.hasRoomFor(2), one.hasRoomFor(3)]).toEqual([true, false]);
    one.reserve(2);
    expect([one.hasRoomFor(0), one.hasRoomFor(1)]).toEqual([true, false]);
    one.release(2);
    expect(one.hasRoomFor(2)).toBe(true);
  });

  test('that other instances have overspent has nothing left, not less', () => {
    expect(account('A', 'B', 'C', 'D')).toMatchObject({ used: 4, remaining: 0 });
  });
});
