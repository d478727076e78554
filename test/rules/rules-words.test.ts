import { describe, expect, test } from '@jest/globals';
import {
  anyone,
  asTheCatalogueSays,
  department,
  government,
  mask,
  maskForOthers,
  only,
  ownEntity,
  role,
  rowsThat,
  rule,
  show,
  withholdFromOthers,
} from '../../src/access/rules.js';
import type { Viewer } from '../../src/access/viewer.js';
import { MaskingPattern, Role, WithheldReason } from '../../src/access/words.js';

interface Row {
  code: string;
  from: string;
}
const row: Row = { code: '91150203MA0T3QT218', from: 'TAX' };
const as = (role: Role, rest: Partial<Viewer> = {}): Viewer => ({ role, subject: 'account', ...rest });

const people = {
  anyone: as(Role.PUBLIC),
  'the entity': as(Role.ENTERPRISE, { uscc: row.code }),
  'another entity': as(Role.ENTERPRISE, { uscc: '91150200MA0T3QT132' }),
  'its provider': as(Role.DEPARTMENT, { department: 'TAX' }),
  'another department': as(Role.DEPARTMENT, { department: 'MARKET' }),
  'the credit centre': as(Role.CREDIT_CENTRE),
  'the arrears administrator': as(Role.ARREARS_ADMIN),
  'the supervisor': as(Role.SUPERVISOR),
  'the administrator': as(Role.ADMINISTRATOR),
} as const;

const everyone = Object.keys(people) as (keyof typeof people)[];
const itself = ownEntity<Row>(({ code }) => code);
const taxOffice = department('TAX');

describe('a condition holds for', () => {
  test.each([
    ['the entity itself', itself, ['the entity']],
    ['department TAX', taxOffice, ['its provider']],
    ['department MARKET', department('MARKET'), ['another department']],
    ['SUPERVISOR, ADMINISTRATOR', role(Role.SUPERVISOR, Role.ADMINISTRATOR), ['the supervisor', 'the administrator']],
    [
      'DEPARTMENT, CREDIT_CENTRE, ARREARS_ADMIN, SUPERVISOR',
      government,
      ['its provider', 'another department', 'the credit centre', 'the arrears administrator', 'the supervisor'],
    ],
    ['rows of TAX', rowsThat<Row>('rows of TAX', ({ from }) => from === 'TAX'), everyone],
    ['rows of MARKET', rowsThat<Row>('rows of MARKET', ({ from }) => from === 'MARKET'), []],
    ['nobody', role(), []],
  ])('%s: %#', (says, condition, who) => {
    expect(everyone.filter((name) => condition.holds(people[name], row))).toEqual(who);
    if (says !== 'nobody') expect(condition.says).toBe(says);
  });
});

const shown = { state: 'SHOWN' };
const masked = (pattern: MaskingPattern) => ({ state: 'MASKED', pattern, reason: WithheldReason.PERSONAL_INFORMATION });
const withheld = (reason: WithheldReason) => ({ state: 'WITHHELD', reason });

const idNumber = rule(
  show(itself, role(Role.SUPERVISOR)),
  mask(MaskingPattern.ID_NUMBER, government),
  withholdFromOthers(WithheldReason.SUBJECT_ONLY),
);
const phone = rule(show(itself), maskForOthers(MaskingPattern.PHONE));
const partly = rule(mask(MaskingPattern.NAME, government), show(taxOffice));
const unfinished = rule(show(taxOffice));

describe('the first clause that holds decides', () => {
  test.each([
    ['show to some, mask for government, withhold from the rest', idNumber, 'the entity', shown],
    ['a role that two clauses name: the first', idNumber, 'the supervisor', shown],
    ['the second clause', idNumber, 'another department', masked(MaskingPattern.ID_NUMBER)],
    ['the last clause', idNumber, 'anyone', withheld(WithheldReason.SUBJECT_ONLY)],
    ['another entity is not the entity', idNumber, 'another entity', withheld(WithheldReason.SUBJECT_ONLY)],
    ['masked for everyone else', phone, 'anyone', masked(MaskingPattern.PHONE)],
    ['an earlier mask goes before a later show', partly, 'its provider', masked(MaskingPattern.NAME)],
    ['none holds: withheld', unfinished, 'anyone', withheld(WithheldReason.ROLE_REQUIRED)],
    ['no clause at all: withheld', rule(), 'the supervisor', withheld(WithheldReason.ROLE_REQUIRED)],
  ] as const)('%s: %#', (_case, declared, who, verdict) => {
    expect(declared.decide(people[who], row)).toEqual(verdict);
  });
});

describe('an operation is for those it names', () => {
  const callable = only(taxOffice, role(Role.SUPERVISOR));

  test.each(everyone)('%s', (who) => {
    const may = who === 'its provider' || who === 'the supervisor';
    expect(callable.decide(people[who], row)).toEqual(may ? shown : withheld(WithheldReason.ROLE_REQUIRED));
  });

  test('and says whom', () => expect(callable.says).toBe('department TAX, SUPERVISOR'));
});

describe('a rule says itself for the auditor', () => {
  test('clause by clause, with every reason once', () => {
    expect(idNumber.says.split('; ')).toHaveLength(4);
    expect(idNumber.says).toContain('masked (ID_NUMBER) for DEPARTMENT, CREDIT_CENTRE, ARREARS_ADMIN, SUPERVISOR');
    expect(idNumber.says).toContain('withheld from everyone else (SUBJECT_ONLY)');
    expect(idNumber.reasons).toEqual([WithheldReason.PERSONAL_INFORMATION, WithheldReason.SUBJECT_ONLY]);
  });

  test('only what is open to anyone is open', () => {
    expect([anyone, idNumber, phone, unfinished, asTheCatalogueSays].map(({ open }) => open)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

test('anyone sees what anyone may see', () => {
  for (const who of everyone) expect(anyone.decide(people[who], row)).toEqual(shown);
});

test('a field of a record carries the verdict that the catalogue led to', () => {
  const verdict = withheld(WithheldReason.NOT_SHARED);
  expect(asTheCatalogueSays.decide(people.anyone, { verdict })).toBe(verdict);
});
