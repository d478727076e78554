import { describe, expect, test } from '@jest/globals';
import { Role } from '../../src/access/words.js';
import { Severity } from '../../src/catalogue/catalogue-item.entity.js';
import {
  decideFastTrack,
  type FastTrackFacts,
  type GrantAtHand,
  refusalOf,
  stateNow,
  termsOf,
} from '../../src/fast-track/fast-track.rules.js';
import { FastTrackBenefit, type FastTrackRule } from '../../src/fast-track/fast-track-rule.entity.js';
import { guardsOf, ownStep, partyOf } from '../../src/fast-track/grant.rules.js';
import { GrantState } from '../../src/fast-track/grant.states.js';
import { Exclusion, type ServiceItem } from '../../src/fast-track/service-item.entity.js';
import { faultOfItem } from '../../src/fast-track/service-item.rules.js';
import { suppliesWithin } from '../../src/fast-track/tolerance-term.rules.js';
import { Grade } from '../../src/profile/grade.words.js';
import { EntityStatus } from '../../src/registry/legal-entity.entity.js';
import { as, officer } from './standings.js';

const today = '2026-11-25';
const { GREEN_CHANNEL, TOLERANT_ACCEPTANCE } = FastTrackBenefit;

const rule = (more: Partial<FastTrackRule> = {}) =>
  ({ code: 'HONEST', leastGrade: Grade.B, items: ['DRC_HONOUR'], ...more }) as FastTrackRule;
const rules = new Map([
  ['HONEST', rule()],
  ['RECOMMENDED', rule({ code: 'RECOMMENDED', items: [] })],
]);

const grant = (more: Partial<GrantAtHand> = {}): GrantAtHand => ({
  ...{ id: 'g1', number: 'G-20261109-000001', state: GrantState.ACTIVE, ruleCode: 'HONEST', leastGrade: Grade.B },
  ...{ benefits: [GREEN_CHANNEL, TOLERANT_ACCEPTANCE], departments: [], serviceItems: [], liveLimit: 2, live: 0 },
  ...{ validUntil: '2027-11-17', dueOn: '2027-11-17' },
  ...more,
});

const facts = (more: Partial<FastTrackFacts> = {}): FastTrackFacts => ({
  ...{ entityId: '1', uscc: '91150203MA0T3QT218', name: '包头市某某有限公司', status: EntityStatus.ACTIVE },
  ...{ grade: Grade.A, adverse: [], favourable: [{ id: 'r1', itemCode: 'DRC_HONOUR' }], restrictions: [] },
  ...{ overdue: [], grants: [grant()] },
  ...more,
});

const item = (more: Partial<ServiceItem> = {}): ServiceItem => ({
  ...{ code: 'FOOD', title: '食品经营许可', englishTitle: 'Food', departmentCode: 'MARKET', limitDays: 10 },
  ...{ statutoryDays: 20, tolerant: true, excludedAs: null, basis: '《食品安全法》' },
  materials: [
    { code: 'APPLICATION', title: '申请书', core: true },
    { code: 'LAYOUT', title: '平面图', core: false },
  ],
  ...more,
});

const bad = (severity: Severity, itemCode = 'MARKET_PENALTY') => ({ id: 'b1', itemCode, severity });

describe('the answer to a clerk', () => {
  const none = { green: false, tolerant: false };
  test.each<[string, Partial<FastTrackFacts>, Partial<ServiceItem>, { green: boolean; tolerant: boolean }, string[]]>([
    ['earned, nothing against it', {}, {}, { green: true, tolerant: true }, []],
    ['no grant', { grants: [] }, {}, none, ['FAST_TRACK_NO_GRANT']],
    ['a grant for other departments', { grants: [grant({ departments: ['TAX'] })] }, {}, none, ['FAST_TRACK_NO_GRANT']],
    ['a grant for other items', { grants: [grant({ serviceItems: ['OTHER'] })] }, {}, none, ['FAST_TRACK_NO_GRANT']],
    ['a grant for this item', { grants: [grant({ serviceItems: ['FOOD'] })] }, {}, { green: true, tolerant: true }, []],
    ['its last day', { grants: [grant({ validUntil: today })] }, {}, { green: true, tolerant: true }, []],
    ['the day after', { grants: [grant({ validUntil: '2026-11-24' })] }, {}, none, []],
    [
      'tolerance only',
      { grants: [grant({ benefits: [TOLERANT_ACCEPTANCE] })] },
      {},
      { green: false, tolerant: true },
      [],
    ],
    ['a general record', { adverse: [bad(Severity.GENERAL)] }, {}, none, ['FAST_TRACK_ADVERSE_RECORD']],
    ['a serious record', { adverse: [bad(Severity.SERIOUS)] }, {}, none, ['FAST_TRACK_SERIOUS_RECORD']],
    [
      'a broken commitment',
      { adverse: [bad(Severity.GENERAL, 'DRC_BROKEN_COMMITMENT')] },
      {},
      none,
      ['FAST_TRACK_BROKEN_COMMITMENT'],
    ],
    ['a restriction', { restrictions: [{ number: 'X-1', record: null }] }, {}, none, ['FAST_TRACK_RESTRICTED']],
    ['materials overdue', { overdue: [{ number: 'T-1' }] }, {}, none, ['FAST_TRACK_OVERDUE']],
    ['revoked by the registry', { status: EntityStatus.REVOKED }, {}, none, ['FAST_TRACK_NOT_IN_OPERATION']],
    ['a registry that is silent', { status: EntityStatus.UNKNOWN }, {}, { green: true, tolerant: true }, []],
    ['the least grade', { grade: Grade.B }, {}, { green: true, tolerant: true }, []],
    ['a grade below', { grade: Grade.C }, {}, none, ['FAST_TRACK_GRADE']],
    ['the ground gone', { favourable: [] }, {}, none, ['FAST_TRACK_NO_GROUND']],
    ['announced', { grants: [grant({ state: GrantState.PROPOSED })] }, {}, none, ['FAST_TRACK_ANNOUNCED']],
    ['disputed', { grants: [grant({ state: GrantState.DISPUTED })] }, {}, none, ['FAST_TRACK_DISPUTED']],
    [
      'as many as may be',
      { grants: [grant({ live: 2 })] },
      {},
      { green: true, tolerant: false },
      ['FAST_TRACK_LIVE_LIMIT'],
    ],
    [
      'room under another grant',
      { grants: [grant({ live: 2 }), grant({ id: 'g2', ruleCode: 'RECOMMENDED', live: 0 })] },
      {},
      { green: true, tolerant: true },
      [],
    ],
    [
      'an excluded field',
      {},
      { tolerant: false, excludedAs: Exclusion.SAFETY },
      { green: true, tolerant: false },
      ['FAST_TRACK_ITEM_EXCLUDED'],
    ],
    [
      'an item without tolerance',
      {},
      { tolerant: false },
      { green: true, tolerant: false },
      ['FAST_TRACK_ITEM_NOT_TOLERANT'],
    ],
    ['a limit of two days', {}, { limitDays: 2 }, { green: true, tolerant: false }, ['FAST_TRACK_LIMIT_SHORT']],
    ['a limit of three days', {}, { limitDays: 3 }, { green: true, tolerant: true }, []],
    [
      'suspended as the clock has it, and clear by now',
      { grants: [grant({ state: GrantState.SUSPENDED })] },
      {},
      { green: true, tolerant: true },
      [],
    ],
  ])('%s', (_case, more, ofItem, { green, tolerant }, against) => {
    const verdict = decideFastTrack(facts(more), item(ofItem), rules, today);
    expect([verdict.greenChannel, verdict.tolerantAcceptance]).toEqual([green, tolerant]);
    expect(verdict.against.map(({ reason }) => reason)).toEqual(against);
    expect(refusalOf(verdict) === null).toBe(tolerant);
    // whoever is told no is told why, and whoever is told yes on what it rests
    if (green || tolerant) expect(verdict.grounds.map(({ kind }) => kind)).toContain('GRANT');
  });

  test('names the record that stands against it', () => {
    const { against } = decideFastTrack(facts({ adverse: [bad(Severity.GENERAL)] }), item(), rules, today);
    expect(against[0]!.record).toMatchObject({ id: 'b1', itemCode: 'MARKET_PENALTY' });
  });
});

describe('where a grant stands, and the step that the platform takes', () => {
  const { PROPOSED, OBJECTED, ACTIVE, SUSPENDED, DISPUTED, REVOKED, EXPIRED, REFUSED } = GrantState;
  const past = '2026-11-24';
  test.each<[GrantState, Partial<FastTrackFacts>, Partial<GrantAtHand>, GrantState, string | null]>([
    [PROPOSED, {}, { dueOn: today }, PROPOSED, null],
    [PROPOSED, {}, { dueOn: past }, PROPOSED, 'activate'],
    [PROPOSED, { grade: Grade.C }, { dueOn: past }, PROPOSED, 'lapse'],
    [PROPOSED, { adverse: [bad(Severity.SERIOUS)] }, { dueOn: past }, PROPOSED, 'lapse'],
    [OBJECTED, {}, { dueOn: today }, OBJECTED, null],
    [OBJECTED, {}, { dueOn: past }, OBJECTED, 'escalate'],
    [ACTIVE, {}, {}, ACTIVE, null],
    [ACTIVE, { adverse: [bad(Severity.GENERAL)] }, {}, SUSPENDED, 'suspend'],
    [ACTIVE, { grade: Grade.D }, {}, SUSPENDED, 'suspend'],
    [ACTIVE, { adverse: [bad(Severity.SERIOUS)] }, {}, REVOKED, 'revoke'],
    [ACTIVE, {}, { validUntil: past }, EXPIRED, 'expire'],
    [ACTIVE, { adverse: [bad(Severity.GENERAL)] }, { validUntil: past }, EXPIRED, 'expire'],
    [SUSPENDED, { adverse: [bad(Severity.GENERAL)] }, {}, SUSPENDED, null],
    [SUSPENDED, {}, {}, ACTIVE, 'restore'],
    [SUSPENDED, { adverse: [bad(Severity.SERIOUS)] }, {}, REVOKED, 'revoke'],
    [SUSPENDED, {}, { validUntil: past }, EXPIRED, 'expire'],
    [DISPUTED, {}, { dueOn: past }, DISPUTED, 'escalate'],
    [DISPUTED, { adverse: [bad(Severity.SERIOUS)] }, {}, REVOKED, 'revoke'],
    [REVOKED, {}, {}, REVOKED, null],
    [REFUSED, { adverse: [bad(Severity.SERIOUS)] }, {}, REFUSED, null],
  ])('%s with %j, %j: %s, %s', (state, more, ofGrant, now, step) => {
    const one = grant({ state, ...ofGrant });
    const at = facts(more);
    const terms = termsOf(one, rules);
    expect(stateNow(one, terms, at, today)).toBe(now);
    const guards = guardsOf({ grant: one, facts: at, terms, viewer: as(Role.ADMINISTRATOR), reason: null, today });
    expect(ownStep({ ...one, escalatedAt: null }, guards, today)).toBe(step);
  });

  test('the supervisor is told once', () => {
    const one = grant({ state: OBJECTED, dueOn: past });
    const terms = termsOf(one, rules);
    const guards = guardsOf({ grant: one, facts: facts(), terms, viewer: as(Role.ADMINISTRATOR), reason: null, today });
    expect(ownStep({ ...one, escalatedAt: new Date() }, guards, today)).toBeNull();
  });
});

describe('who is what to a grant', () => {
  const sides = { uscc: '91150203MA0T3QT218', proposerCode: 'MARKET' };
  test.each([
    [officer('MARKET'), 'PROPOSER'],
    [officer('TAX'), 'OBJECTOR'],
    [as(Role.ENTERPRISE, { uscc: sides.uscc }), 'HOLDER'],
    [as(Role.ENTERPRISE, { uscc: '91150200MA0T3QT132' }), 'OBJECTOR'],
    [as(Role.CREDIT_CENTRE), 'DECIDER'],
    [as(Role.SUPERVISOR), null],
    [as(Role.ADMINISTRATOR), null],
    [as(Role.PUBLIC), null],
  ])('%j: %s', (viewer, party) => {
    expect(partyOf(viewer, sides)).toBe(party);
  });
});

describe('working days in which missing materials are supplied: two less than the limit, 20 at most', () => {
  test.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [5, 3],
    [10, 8],
    [22, 20],
    [23, 20],
    [60, 20],
  ])('of a limit of %i: %i', (limit, days) => {
    expect(suppliesWithin(limit)).toBe(days);
  });
});

describe('a service item as it is written down', () => {
  const material = (code: string, core: boolean) => ({ code, title: '材料', core });
  test.each<[Partial<ServiceItem>, [string, string] | null]>([
    [{}, null],
    [{ tolerant: false, excludedAs: Exclusion.HEALTH }, null],
    [{ code: 'food' }, ['code', 'CODE']],
    [{ limitDays: 0 }, ['limitDays', 'LIMIT']],
    [{ limitDays: 366, statutoryDays: 366 }, ['limitDays', 'LIMIT']],
    [{ statutoryDays: 9 }, ['statutoryDays', 'STATUTORY']],
    [{ excludedAs: Exclusion.HEALTH }, ['tolerant', 'EXCLUDED']],
    [{ materials: [] }, ['materials', 'MATERIALS']],
    [{ materials: [material('A b', true)] }, ['materials.code', 'CODE']],
    [{ materials: [material('AA', true), material('AA', false)] }, ['materials.code', 'TWICE']],
    [{ materials: [material('AA', false)] }, ['materials.core', 'NO_CORE']],
    [{ materials: [material('AA', true)] }, ['tolerant', 'ALL_CORE']],
  ])('%j: %j', (more, fault) => {
    const found = faultOfItem(item(more));
    expect(found && [found.params['field'], found.params['rule']]).toEqual(fault);
  });
});
