import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import { ListingGround, ListKind, ListRemoval } from '../../src/lists/list.words.js';
import {
  type AtHand,
  guardsOf,
  isConcerned,
  objectionsKnown,
  objectionToDecide,
  partiesOf,
  wasAnnounced,
} from '../../src/lists/listing.rules.js';
import { ListingState } from '../../src/lists/listing.states.js';
import type { ListingGuard } from '../../src/lists/listing.workflow.js';
import type { ListingObjection } from '../../src/lists/listing-objection.js';
import { EntityKind, EntityStatus } from '../../src/registry/legal-entity.entity.js';
import { lines } from './reference.js';

const officer = (department: string, subject = 'officer'): Viewer => ({ role: Role.DEPARTMENT, department, subject });
const enterprise = (uscc: string): Viewer => ({ role: Role.ENTERPRISE, uscc, subject: 'enterprise' });
const centre: Viewer = { role: Role.CREDIT_CENTRE, subject: 'centre' };
const supervisor: Viewer = { role: Role.SUPERVISOR, subject: 'supervisor' };
const outside: Viewer = { role: Role.PUBLIC, subject: 'public' };

const objection = (number: number, more: Partial<ListingObjection> = {}): ListingObjection => ({
  ...{ number, by: 'ENTERPRISE:E2', decider: 'DRC', account: 'ENTERPRISE:e2', on: '2026-04-07', reason: '…' },
  ...{ upheld: null, decidedOn: null, decision: null, ...more },
});

const sides = { departmentCode: 'DRC', proposerCode: 'TAX', uscc: 'E1' };
const serious = { ...sides, kind: ListKind.SERIOUS_DISHONESTY };
const red = { ...sides, kind: ListKind.RED };

describe('who is what to a listing', () => {
  test.each<[string, Viewer, string[], string[], boolean]>([
    ['the entity', enterprise('E1'), ['ENTITY'], ['ENTITY', 'OBJECTOR'], true],
    ['another enterprise', enterprise('E2'), [], ['OBJECTOR'], false],
    ['the deciding department', officer('DRC'), ['DECIDER'], ['DECIDER', 'OBJECTOR'], true],
    ['the proposing department', officer('TAX'), [], ['OBJECTOR'], true],
    ['another department', officer('COURT'), [], ['OBJECTOR'], false],
    ['the credit centre', centre, [], ['OBJECTOR'], true],
    ['the supervisor', supervisor, [], [], true],
    ['the public', outside, [], [], false],
  ])('%s', (_who, viewer, ofSerious, ofRed, concerned) => {
    expect(partiesOf(viewer, serious)).toEqual(ofSerious);
    expect(partiesOf(viewer, red)).toEqual(ofRed);
    expect(isConcerned(viewer, sides)).toBe(concerned);
  });

  test('only what was announced is told to strangers', () => {
    const told = (kind: ListKind) => Object.values(ListingState).filter((state) => wasAnnounced({ kind, state }));
    expect(told(ListKind.SERIOUS_DISHONESTY)).toEqual([]);
    expect(told(ListKind.RED)).toEqual(['ANNOUNCED', 'OBJECTED', 'UNDER_DECISION', 'ENTERED']);
  });

  test('an objector knows its own objection, whoever is concerned all of them', () => {
    const entry = { ...sides, objections: [objection(1), objection(2, { by: 'CREDIT_CENTRE' })] };
    const known = (viewer: Viewer) => objectionsKnown(viewer, entry).map(({ number }) => number);
    expect([known(enterprise('E2')), known(enterprise('E3')), known(outside)]).toEqual([[1], [], []]);
    for (const viewer of [enterprise('E1'), officer('DRC'), officer('TAX'), centre, supervisor]) {
      expect(known(viewer)).toEqual([1, 2]);
    }
  });
});

const good: AtHand = {
  entry: { kind: ListKind.RED, proposedBy: 'DEPARTMENT:proposer', objections: [], recordId: null },
  ...{ named: null, viewer: officer('DRC'), objection: null, removal: null, adverse: false },
  entity: { kind: EntityKind.ENTERPRISE, status: EntityStatus.ACTIVE },
};
const listOf = (kind: ListKind, grounds: ListingGround[] = []) => ({
  ...{ code: 'LIST', kind, departmentCode: 'DRC', grounds },
});
const { ORDER, DEFENCE_DUTY } = ListingGround;
const seriousNamed = { list: listOf(ListKind.SERIOUS_DISHONESTY, [ORDER]), ground: ORDER };
const redNamed = { list: listOf(ListKind.RED), ground: null };
const mine = { ...good.entry!, proposedBy: 'DEPARTMENT:officer' };

describe('the conditions of the table', () => {
  test.each<[string, ListingGuard, Partial<AtHand>, string | null]>([
    ['its own list, one of its grounds', 'proposable', { entry: null, named: seriousNamed }, null],
    [
      "another department's list",
      'proposable',
      { entry: null, named: seriousNamed, viewer: officer('TAX') },
      'LISTING_NOT_YOURS',
    ],
    [
      'a ground that the list does not cover',
      'proposable',
      { entry: null, named: { ...seriousNamed, ground: DEFENCE_DUTY } },
      'LISTING_GROUND',
    ],
    ['no ground', 'proposable', { entry: null, named: { ...seriousNamed, ground: null } }, 'LISTING_GROUND'],
    ['any department for a red list', 'nominable', { entry: null, named: redNamed, viewer: officer('TAX') }, null],
    [
      'a ground on a red list',
      'nominable',
      { entry: null, named: { ...redNamed, ground: ORDER } },
      'LISTING_NO_GROUND',
    ],
    [
      'a sole trader',
      'nominable',
      { entry: null, named: redNamed, entity: { kind: EntityKind.SOLE_TRADER, status: EntityStatus.ACTIVE } },
      'LISTING_NATURAL_PERSON',
    ],
    [
      'an entity that is no longer in operation',
      'nominable',
      { entry: null, named: redNamed, entity: { kind: EntityKind.ENTERPRISE, status: EntityStatus.REVOKED } },
      'LISTING_NOT_IN_OPERATION',
    ],
    ['something adverse', 'nominable', { entry: null, named: redNamed, adverse: true }, 'LISTING_ADVERSE'],
    ['another account', 'enterable', {}, null],
    ['the account that proposed', 'enterable', { entry: mine }, 'LISTING_SAME_ACCOUNT'],
    ['something adverse that came since', 'enterable', { adverse: true }, 'LISTING_ADVERSE'],
    [
      'something adverse on a serious list, which is what it is for',
      'enterable',
      { adverse: true, entry: { ...good.entry!, kind: ListKind.SERIOUS_DISHONESTY } },
      null,
    ],
    [
      'the account that objected',
      'byAnother',
      { entry: { ...good.entry!, objections: [objection(1, { account: 'DEPARTMENT:officer', upheld: false })] } },
      'LISTING_SAME_ACCOUNT',
    ],
    [
      'an objection of whoever objected before, whatever became of it',
      'objectsOnce',
      { viewer: enterprise('E2'), entry: { ...good.entry!, objections: [objection(1, { upheld: false })] } },
      'LISTING_OBJECTED_BEFORE',
    ],
    ['a first objection', 'objectsOnce', { viewer: enterprise('E3') }, null],
    [
      'the only open objection',
      'lastOpen',
      { entry: { ...good.entry!, objections: [objection(1)] }, objection: 1 },
      null,
    ],
    [
      'one of two open objections',
      'lastOpen',
      { entry: { ...good.entry!, objections: [objection(1), objection(2)] }, objection: 1 },
      'LISTING_STANDS_ELSEWHERE',
    ],
    [
      'one of two open objections',
      'othersOpen',
      { entry: { ...good.entry!, objections: [objection(1), objection(2)] }, objection: 1 },
      null,
    ],
    ['an entry that stands', 'onList', {}, null],
    ['an entry that was repaired', 'onList', { removal: ListRemoval.REPAIRED }, 'LISTING_NOT_ON_LIST'],
    ['an entry that an adverse record ends', 'adverse', { removal: ListRemoval.ADVERSE_RECORD }, null],
    ['an entry that stands', 'adverse', {}, 'LISTING_NOTHING_ADVERSE'],
    [
      'an entry that was repaired',
      'adverse',
      { removal: ListRemoval.REPAIRED, adverse: true },
      'LISTING_NOTHING_ADVERSE',
    ],
  ])('%s: %s', (_what, guard, more, reason) => {
    expect(guardsOf({ ...good, ...more })[guard]?.reason ?? null).toBe(reason);
  });

  test('only an objection that is open is decided', () => {
    const entry = { objections: [objection(1, { upheld: false }), objection(2)] };
    expect(objectionToDecide(entry, 2)).toMatchObject({ number: 2 });
    for (const number of [0, 1, 3]) {
      expect(objectionToDecide(entry, number)).toMatchObject({
        reason: 'LISTING_OBJECTION_UNKNOWN',
        params: { number, open: '2' },
      });
    }
  });
});

describe('the lists of the reference data', () => {
  const items = new Map(lines.items.map((item) => [item['code'], item]));

  test.each(lines.lists.map((list) => [list['code']!, list] as const))('%s', (_code, list) => {
    const item = items.get(list['item'])!;
    // whoever decides provides the item; against whom the list is kept, against him are its records
    expect(item['provider']).toBe(list['department']);
    const isRed = list['kind'] === ListKind.RED;
    expect([item['class'], item['polarity']]).toEqual(
      isRed ? ['HONOUR', 'FAVOURABLE'] : ['SERIOUS_DISHONESTY', 'ADVERSE'],
    );
    const grounds = list['grounds']!.split('|').filter(Boolean);
    expect(grounds.filter((ground) => !(ground in ListingGround))).toEqual([]);
    expect(grounds.length === 0).toBe(isRed);
    expect(Number(list['term_months'])).toBe(isRed ? 12 : 36);
    for (const text of ['legal_basis', 'removal_conditions', 'consequences']) expect(list[text]).not.toBe('');
    // as long as the item takes them
    for (const text of ['removal_conditions', 'consequences']) expect(list[text]!.length).toBeLessThanOrEqual(1000);
  });
});
