import { describe, expect, test } from '@jest/globals';
import type { ItemDeclaration } from '../../src/access/policy.js';
import { Purpose } from '../../src/access/purpose.js';
import {
  anyone,
  asDeclared,
  asTheCatalogueSays,
  departmentOf,
  only,
  onlyElse,
  ownEntity,
  role,
} from '../../src/access/rules.js';
import { disclosed, masked, shown, type Verdict, withheld } from '../../src/access/verdict.js';
import { Disclosure, MaskingPattern, Role, SharingAttribute, WithheldReason } from '../../src/access/words.js';
import { as, officer, standing } from './standings.js';

interface Row {
  id: string;
  code: string;
  from: string;
}
const row: Row = { id: '7', code: '91150203MA0T3QT218', from: 'TAX' };
const asking = (viewer: ReturnType<typeof as>, purpose?: Purpose) => ({
  viewer,
  standing: standing(viewer, purpose, '2026-0317'),
});

const people = {
  anyone: asking(as(Role.PUBLIC)),
  'the entity': asking(as(Role.ENTERPRISE, { uscc: row.code })),
  'another entity': asking(as(Role.ENTERPRISE, { uscc: '91150200MA0T3QT132' })),
  'its provider': asking(officer('TAX')),
  'another department': asking(officer('MARKET')),
  'another department, for INSPECTION': asking(officer('MARKET'), Purpose.INSPECTION),
  'another department, for LITIGATION': asking(officer('MARKET'), Purpose.LITIGATION),
  'the credit centre': asking(as(Role.CREDIT_CENTRE)),
  'the credit centre, for REPAIR_REVIEW': asking(as(Role.CREDIT_CENTRE), Purpose.REPAIR_REVIEW),
  'the arrears administrator': asking(as(Role.ARREARS_ADMIN)),
  'the supervisor': asking(as(Role.SUPERVISOR)),
  'the administrator': asking(as(Role.ADMINISTRATOR)),
} as const;
type Who = keyof typeof people;

const everyone = Object.keys(people) as Who[];
const itself = ownEntity<Row>(({ code }) => code);
const provider = departmentOf<Row>('the department that sent it', ({ from }) => from);

describe('a condition holds for', () => {
  test.each([
    ['the entity itself', itself, ['the entity']],
    ['the department that sent it', provider, ['its provider']],
    ['nobody sent it', departmentOf('nobody sent it', () => null), []],
    ['SUPERVISOR, ADMINISTRATOR', role(Role.SUPERVISOR, Role.ADMINISTRATOR), ['the supervisor', 'the administrator']],
    ['', role(), []],
  ])('"%s"', (says, condition, who) => {
    expect(everyone.filter((name) => condition.holds(people[name].viewer, row))).toEqual(who);
    expect(condition.says).toBe(says);
  });
});

test('an officer who bears the code of an entity is not the entity', () => {
  expect(itself.holds(as(Role.DEPARTMENT, { uscc: row.code }), row)).toBe(false);
});

describe('whoever meets one of the conditions, and nobody else', () => {
  test.each(everyone)('%s', (who) => {
    const may = who === 'its provider' || who === 'the supervisor';
    const conditions = [provider, role(Role.SUPERVISOR)];
    expect(only(...conditions).decide(people[who], row)).toEqual(may ? shown : withheld(WithheldReason.ROLE_REQUIRED));
    expect(onlyElse(WithheldReason.SUBJECT_ONLY, ...conditions).decide(people[who], row)).toEqual(
      may ? shown : withheld(WithheldReason.SUBJECT_ONLY),
    );
  });

  test('no condition: nobody', () => {
    for (const who of everyone) expect(only().decide(people[who], row).state).toBe('WITHHELD');
  });

  test('it says whom, and why not others', () => {
    const rule = onlyElse(WithheldReason.SUBJECT_ONLY, provider, role(Role.SUPERVISOR));
    expect([rule.says, rule.reasons]).toEqual(['the department that sent it, SUPERVISOR', ['SUBJECT_ONLY']]);
  });
});

describe('a field of a class is declared as the catalogue declares fields, and decided alike', () => {
  const item: ItemDeclaration & { readonly code: string } = {
    code: 'REGISTER',
    class: 'REGISTRATION',
    providerCode: 'TAX',
    sharing: SharingAttribute.UNCONDITIONAL,
    disclosure: Disclosure.PUBLIC,
  };
  const declared = (disclosure: Disclosure, masking: MaskingPattern | null, openWhere?: (row: Row) => boolean) =>
    asDeclared<Row>({
      item,
      field: { key: 'idNumber', disclosure, masking },
      idOf: ({ id }) => id,
      codeOf: ({ code }) => code,
      ...(openWhere && { openWhere: { says: 'of some', test: openWhere } }),
    });
  const { ID_NUMBER, NAME } = MaskingPattern;
  const name = declared(Disclosure.PUBLIC, NAME);
  const idNumber = declared(Disclosure.SUBJECT, ID_NUMBER);
  const {
    PERSONAL_INFORMATION: personal,
    PURPOSE_REQUIRED: unstated,
    PURPOSE_NOT_COVERED: uncovered,
    SUBJECT_ONLY: ofSubject,
  } = WithheldReason;

  test.each<[Who, Verdict, Verdict]>([
    ['anyone', masked(NAME, personal, false), withheld(ofSubject)],
    ['another entity', masked(NAME, personal, false), withheld(ofSubject)],
    ['the administrator', masked(NAME, personal, false), withheld(ofSubject)],
    ['the entity', shown, shown],
    ['its provider', disclosed, disclosed],
    ['the supervisor', disclosed, disclosed],
    ['another department', masked(NAME, unstated, false), withheld(unstated)],
    ['another department, for INSPECTION', disclosed, masked(ID_NUMBER, personal, true)],
    ['another department, for LITIGATION', masked(NAME, uncovered, false), withheld(uncovered)],
    ['the arrears administrator', masked(NAME, unstated, false), withheld(unstated)],
    ['the credit centre', masked(NAME, unstated, false), withheld(unstated)],
    ['the credit centre, for REPAIR_REVIEW', disclosed, withheld(uncovered)],
  ])('%s', (who, ofName, ofNumber) => {
    expect([name.decide(people[who], row), idNumber.decide(people[who], row)]).toEqual([ofName, ofNumber]);
  });

  test('rows of which it is open: to everyone, and nobody keeps an account of it', () => {
    const ofSome = declared(Disclosure.SUBJECT, ID_NUMBER, ({ from }) => from === 'TAX');
    for (const who of everyone) {
      expect(ofSome.decide(people[who], row)).toBe(shown);
      expect(ofSome.decide(people[who], { ...row, from: 'MARKET' })).toEqual(idNumber.decide(people[who], row));
    }
  });

  test('it says its declaration, and whose the value is', () => {
    expect(idNumber.says).toBe('disclosure SUBJECT, masked as ID_NUMBER, of REGISTER: see "Values" below');
    expect(idNumber.whose!(row)).toEqual({ entityId: '7', item: null, record: null, key: 'idNumber' });
  });
});

test('only what is open to anyone is open', () => {
  const guarded = [only(), onlyElse(WithheldReason.ROLE_REQUIRED, itself), asTheCatalogueSays];
  expect([anyone, ...guarded].map(({ open }) => open)).toEqual([true, false, false, false]);
});

test('anyone sees what anyone may see', () => {
  for (const who of everyone) expect(anyone.decide(people[who], row)).toBe(shown);
});

test('values of records are decided where they are made; a guard that came upon one would withhold it', () => {
  expect(asTheCatalogueSays.beforehand).toBe(true);
  expect(asTheCatalogueSays.decide(people.anyone, { value: 'x' })).toEqual(
    withheld(WithheldReason.OWN_DEPARTMENT_ONLY),
  );
});
