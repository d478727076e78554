import { describe, expect, test } from '@jest/globals';
import { Purpose } from '../../src/access/purpose.js';
import { Disclosure, Role, SharingAttribute } from '../../src/access/words.js';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { CatalogueClass } from '../../src/catalogue/catalogue-item.entity.js';
import {
  guardsOf as guardsOfCorrection,
  partyOf as partyOfCorrection,
} from '../../src/corrections/correction.rules.js';
import {
  awaited,
  guardsOf,
  hindranceToAsk,
  lastDayOfUse,
  mayKnow,
  missingIn,
  partyOf,
  type Stated,
  type Wish,
} from '../../src/sharing/sharing.rules.js';
import { SharingMethod } from '../../src/sharing/sharing.words.js';
import { SharingState, sharingWorkflow } from '../../src/sharing/sharing.workflow.js';
import { openStates, type SharingRequest } from '../../src/sharing/sharing-request.entity.js';
import { rowsOf } from '../../src/workflow/workflow.js';
import { notices } from './notices.js';
import { field, itemOf } from './reference.js';

const department = (code: string) => ({ role: Role.DEPARTMENT, department: code });

describe('who is what to a request', () => {
  test.each<[string, Parameters<typeof partyOf>[0], [string, string], string | null, boolean]>([
    ['who asks', department('HOUSING'), ['HOUSING', 'TAX'], 'REQUESTER', true],
    ['whose data it is', department('TAX'), ['HOUSING', 'TAX'], 'PROVIDER', true],
    ['the data authority', department('SERVICES'), ['HOUSING', 'TAX'], 'AUTHORITY', true],
    ['the data authority that asks', department('SERVICES'), ['SERVICES', 'TAX'], 'REQUESTER', true],
    ['the data authority that provides', department('SERVICES'), ['TAX', 'SERVICES'], 'PROVIDER', true],
    ['the credit centre', { role: Role.CREDIT_CENTRE }, ['HOUSING', 'TAX'], null, true],
    [
      'the credit centre, where the authority asks',
      { role: Role.CREDIT_CENTRE },
      ['SERVICES', 'TAX'],
      'AUTHORITY',
      true,
    ],
    ['the supervisor', { role: Role.SUPERVISOR }, ['HOUSING', 'TAX'], null, true],
    ['another department', department('COURT'), ['HOUSING', 'TAX'], null, false],
    ['the arrears administrators', { role: Role.ARREARS_ADMIN }, ['HOUSING', 'TAX'], null, false],
    ['the administrator', { role: Role.ADMINISTRATOR }, ['HOUSING', 'TAX'], null, false],
    ['an enterprise', { role: Role.ENTERPRISE }, ['HOUSING', 'TAX'], null, false],
    [
      'an enterprise that says it is a department',
      { role: Role.ENTERPRISE, department: 'TAX' },
      ['HOUSING', 'TAX'],
      null,
      false,
    ],
    ['the public', { role: Role.PUBLIC }, ['HOUSING', 'TAX'], null, false],
  ])('%s', (_who, viewer, [requesterCode, providerCode], party, knows) => {
    const request = { requesterCode, providerCode };
    expect([partyOf(viewer, request), mayKnow(viewer, request)]).toEqual([party, knows]);
  });
});

describe('what can be asked for', () => {
  const item = itemOf([field('KNOWN', { disclosure: Disclosure.SUBJECT }), field('UNDECIDED')], {
    code: 'TAX_GRADE',
    providerCode: 'TAX',
    class: CatalogueClass.EVALUATION,
    sharing: SharingAttribute.CONDITIONAL,
    legalBasis: '《办法》',
  });
  const wish: Wish = {
    requester: 'HOUSING',
    item,
    purpose: Purpose.PROCUREMENT,
    fields: ['KNOWN'],
    mandated: true,
    scope: { classes: [CatalogueClass.EVALUATION], personal: [] },
  };
  test.each<[string, Partial<Wish>, string | null]>([
    ["another's item for a purpose of the mandate", {}, null],
    ['what is shared without condition, too', { item: { ...item, sharing: SharingAttribute.UNCONDITIONAL } }, null],
    ['a purpose that opens every class', { scope: { classes: [], personal: [] } }, null],
    ["one's own item", { requester: 'TAX' }, 'SHARING_OWN_ITEM'],
    ['what is not shared', { item: { ...item, sharing: SharingAttribute.NONE } }, 'ITEM_NOT_SHARED'],
    ['a purpose outside the mandate', { mandated: false }, 'PURPOSE_OUTSIDE_MANDATE'],
    ['a purpose that opens nothing', { scope: null }, 'PURPOSE_DOES_NOT_OPEN'],
    [
      'a class that the purpose does not need',
      { scope: { classes: ['HONOUR'], personal: [] } },
      'PURPOSE_DOES_NOT_OPEN',
    ],
    ['an unknown field', { fields: ['KNOWN', 'NOPE'] }, 'SHARING_FIELD'],
    ['a field that nobody decided about', { fields: ['UNDECIDED'] }, 'SHARING_FIELD'],
  ])('%s', (_what, changed, reason) => {
    expect(hindranceToAsk({ ...wish, ...changed })?.reason ?? null).toBe(reason);
  });
});

const whole = {
  basis: '《招标投标法》',
  scene: '资格审查',
  method: SharingMethod.FILE,
  termDays: 30,
  termUntil: null,
  validUntil: null,
  dueOn: '2026-10-15',
} as SharingRequest;
const nothing: Stated = { reason: null, basis: null, document: null };
const everything = { reason: 'r', basis: 'b', document: 'd' };

test.each<[Partial<SharingRequest>, string[]]>([
  [{}, []],
  [{ basis: null, scene: null }, ['BASIS', 'SCENE']],
  [{ method: null }, ['METHOD']],
  [{ termDays: null }, ['TERM']],
  [{ termDays: null, termUntil: '2027-01-01' }, []],
])('art. 20: of %j is missing %j', (changed, missing) => {
  expect(missingIn({ ...whole, ...changed })).toEqual(missing);
});

describe('the conditions of the table', () => {
  test.each<[string, Partial<SharingRequest>, Partial<Stated>, string[], string, string | null]>([
    ['complete', {}, nothing, [], 'complete', null],
    ['complete', { method: null }, everything, [], 'complete', 'SHARING_INCOMPLETE'],
    [
      'complete even after it was told',
      { method: null },
      everything,
      ['askSupplement'],
      'complete',
      'SHARING_INCOMPLETE',
    ],
    ['refusable', {}, everything, [], 'refusable', null],
    ['refusable without a reason', {}, { ...everything, reason: null }, [], 'refusable', 'GROUNDS_REQUIRED'],
    ['refusable without a basis', {}, { ...everything, basis: null }, [], 'refusable', 'GROUNDS_REQUIRED'],
    ['refusable, incomplete', { scene: null }, everything, [], 'refusable', 'SHARING_TELL_MISSING_FIRST'],
    ['refusable, incomplete after it was told', { scene: null }, everything, ['askSupplement'], 'refusable', null],
    ['extendable with consent', {}, everything, [], 'extendable', null],
    ['extendable without consent', {}, nothing, [], 'extendable', 'EXTENSION_NEEDS_CONSENT'],
    ['extendable on the last day', { dueOn: '2026-10-01' }, everything, [], 'extendable', null],
    ['extendable after the last day', { dueOn: '2026-09-30' }, everything, [], 'extendable', 'EXTENSION_TOO_LATE'],
    ['term left on its last day', { termUntil: '2026-10-01' }, nothing, [], 'termLeft', null],
    ['term left after it', { termUntil: '2026-09-30' }, nothing, [], 'termLeft', 'DELIVERY_AFTER_TERM'],
    ['disposal with evidence', {}, everything, [], 'evidenceOfDisposal', null],
    ['disposal without evidence', {}, nothing, [], 'evidenceOfDisposal', 'DISPOSAL_UNPROVEN'],
  ])('%s', (_what, changed, stated, history, guard, reason) => {
    const guards = guardsOf({
      request: { ...whole, ...changed },
      stated: { ...nothing, ...stated },
      history,
      today: '2026-10-01',
    });
    expect(guards[guard as keyof typeof guards]?.reason ?? null).toBe(reason);
  });
});

test.each<[number | null, string | null, string | null]>([
  [30, null, '2026-10-31'],
  [null, '2026-12-31', '2026-12-31'],
  [30, '2026-12-31', '2026-10-31'],
  [365, '2026-12-31', '2026-12-31'],
  [null, null, null],
])('delivered on 2026-10-01 for %p days, until %p: last used on %p', (termDays, termUntil, last) => {
  expect(lastDayOfUse({ termDays, termUntil }, '2026-10-01', new WorkingDays(notices))).toBe(last);
});

test.each(Object.values(SharingState))('%s waits for somebody who can act there', (state) => {
  const party = awaited[state];
  if (party === null) return expect(openStates).not.toContain(state);
  expect(rowsOf(sharingWorkflow).some(({ from, by }) => from.includes(state) && by.includes(party))).toBe(true);
});

describe('a check of shared data', () => {
  const parties = { requesterCode: 'HOUSING', providerCode: 'TAX' };
  test.each<[string, Parameters<typeof partyOfCorrection>[0], string | null]>([
    ['who asks', department('HOUSING'), 'REQUESTER'],
    ['whose data it is', department('TAX'), 'PROVIDER'],
    ['the data authority', department('SERVICES'), null],
    ['the credit centre', { role: Role.CREDIT_CENTRE }, null],
  ])('%s', (_who, viewer, party) => {
    expect(partyOfCorrection(viewer, parties)).toBe(party);
  });

  test('what is said to be corrected has changed since', () => {
    const reason = (versionNow: number) =>
      guardsOfCorrection({ recordVersion: 2 }, versionNow, 'x').recordChanged?.reason;
    expect([reason(2), reason(3)]).toEqual(['CORRECTION_NOTHING_CHANGED', undefined]);
  });
});
