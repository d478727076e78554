import { describe, expect, test } from '@jest/globals';
import { Disclosure, SharingAttribute } from '../../src/access/words.js';
import { ConsumerKind } from '../../src/propagation/consumer.entity.js';
import { concerns, mayUse, urlFault } from '../../src/propagation/consumer.rules.js';
import { deliveryState } from '../../src/propagation/delivery.rules.js';

const item = (sharing: string, disclosure: string) => ({
  code: 'ITEM',
  providerCode: 'MARKET',
  sharing: sharing as SharingAttribute,
  disclosure: disclosure as Disclosure,
});
const consumer = (kind: string, departmentCode: string | null = null, items: string[] = []) => ({
  kind: kind as ConsumerKind,
  departmentCode,
  items,
});

describe('who may have had records of an item, and so is told of changes', () => {
  test.each([
    ['DEPARTMENT_SYSTEM', 'TAX', 'UNCONDITIONAL', 'GOVERNMENT', true],
    ['DEPARTMENT_SYSTEM', 'TAX', 'CONDITIONAL', 'GOVERNMENT', true],
    ['DEPARTMENT_SYSTEM', 'TAX', 'NONE', 'PUBLIC', false],
    ['DEPARTMENT_SYSTEM', 'MARKET', 'NONE', 'SUBJECT', true],
    ['PROVINCIAL_PLATFORM', null, 'NONE', 'SUBJECT', true],
    ['THIRD_PARTY', null, 'UNCONDITIONAL', 'PUBLIC', true],
    ['THIRD_PARTY', null, 'UNCONDITIONAL', 'GOVERNMENT', false],
    ['THIRD_PARTY', null, 'UNCONDITIONAL', 'AUTHORISED', false],
  ])('a %s of %s, an item %s and %s: %s', (kind, department, sharing, disclosure, told) => {
    expect(mayUse(consumer(kind, department), item(sharing, disclosure))).toBe(told);
  });

  test.each([
    ['DEPARTMENT_SYSTEM', 'TAX', [], false, true],
    ['DEPARTMENT_SYSTEM', 'TAX', ['ITEM', 'OTHER'], false, true],
    ['DEPARTMENT_SYSTEM', 'TAX', ['OTHER'], true, false],
    ['THIRD_PARTY', null, [], true, true],
    // a minor penalty, or one of a natural person, was never public: nobody outside learns that it was there
    ['THIRD_PARTY', null, [], false, false],
  ] as const)(
    'a %s of %s that uses %j, a record that was public: %s → %s',
    (kind, department, items, wasPublic, told) => {
      const one = consumer(kind, department, [...items]);
      expect(concerns(one, { item: item('UNCONDITIONAL', 'PUBLIC'), wasPublic })).toBe(told);
    },
  );
});

describe('where events may be posted', () => {
  test.each([
    ['https://ledger.example.gov.cn/events?of=credit', null, null],
    ['https://203.0.114.9/events', null, null],
    ['https://[2400:3200::1]/events', null, null],
    ['http://ledger.example.gov.cn/events', null, 'HTTPS'],
    ['http://127.0.0.1:8080/events', null, 'HTTPS'],
    ['https://127.0.0.1/events', null, 'INTERNAL'],
    ['https://2130706433/events', null, 'INTERNAL'],
    ['https://0x7f.1/events', null, 'INTERNAL'],
    ['https://localhost/events', null, 'INTERNAL'],
    ['https://credit.localhost./events', null, 'INTERNAL'],
    ['https://database/events', null, 'INTERNAL'],
    ['https://10.1.2.3/', null, 'INTERNAL'],
    ['https://172.31.0.1/', null, 'INTERNAL'],
    ['https://192.168.1.1/', null, 'INTERNAL'],
    ['https://169.254.169.254/latest/meta-data', null, 'INTERNAL'],
    ['https://[::1]/', null, 'INTERNAL'],
    ['https://[fd00::1]/', null, 'INTERNAL'],
    ['https://[::ffff:10.0.0.1]/', null, 'INTERNAL'],
    ['https://[::ffff:127.0.0.1]/', null, 'INTERNAL'],
    ['https://user:secret@ledger.example.gov.cn/', 'CREDENTIALS', 'CREDENTIALS'],
    ['https://ledger.example.gov.cn/#here', 'FRAGMENT', 'FRAGMENT'],
    ['ftp://ledger.example.gov.cn/', 'FORM', 'FORM'],
    ['ledger.example.gov.cn', 'FORM', 'FORM'],
    [`https://ledger.example.gov.cn/${'a'.repeat(1000)}`, 'LENGTH', 'LENGTH'],
  ])('%s: in a trial %s, in production %s', (url, trial, production) => {
    expect([urlFault(url, false), urlFault(url, true)]).toEqual([trial, production]);
  });
});

describe('where a delivery stands', () => {
  const at = new Date('2026-11-24T02:00:00Z');
  test.each([
    [null, null, null, '2026-11-24', 'PENDING'],
    [null, null, 'HTTP_500', '2026-11-24', 'FAILED'],
    [null, null, null, '2026-11-25', 'OVERDUE'],
    [null, null, 'TIMEOUT', '2026-11-25', 'OVERDUE'],
    [null, at, 'TIMEOUT', '2026-11-25', 'LAPSED'],
    [at, null, null, '2026-11-24', 'ACKNOWLEDGED'],
    [at, null, 'TIMEOUT', '2026-12-25', 'ACKNOWLEDGED'],
  ])(
    'acknowledged %s, lapsed %s, last fault %s, due 2026-11-24, seen on %s: %s',
    (acknowledgedAt, lapsedAt, lastFault, today, state) => {
      expect(deliveryState({ acknowledgedAt, lapsedAt, lastFault, dueOn: '2026-11-24' }, today)).toBe(state);
    },
  );
});
