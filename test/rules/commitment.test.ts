import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import {
  type AtHand,
  authorityOver,
  everythingSaid,
  guardsOf,
  mayKnow,
  nothingSaid,
  partyOf,
} from '../../src/commitments/commitment.rules.js';
import { CommitmentState } from '../../src/commitments/commitment.states.js';
import { afterReport, faultOfPromise, faultOfReport, keepsPart, percent } from '../../src/commitments/promise.rules.js';

const today = '2026-11-23';
const sides = { ownerCode: 'FINANCE', promisorCode: 'COMMERCE', uscc: '91150203MA0T3QT218', history: ['register'] };
const proposed = { ...sides, history: ['register', 'proposeFinding'] };
const as = (role: Role, more: Partial<Viewer> = {}): Viewer => ({ role, subject: 'somebody', ...more });
const officer = (department: string) => as(Role.DEPARTMENT, { department });
const enterprise = (uscc: string) => as(Role.ENTERPRISE, { uscc });

describe('who is what to a promise', () => {
  test.each([
    [officer('FINANCE'), 'OWNER', true],
    [officer('COMMERCE'), null, true],
    [officer('TAX'), null, false],
    [officer('DRC'), null, false],
    [enterprise(sides.uscc), 'BENEFICIARY', true],
    [enterprise('91150200MA0T3QT132'), null, false],
    [as(Role.ARREARS_ADMIN), 'ADMIN', true],
    [as(Role.CREDIT_CENTRE), null, true],
    [as(Role.SUPERVISOR), null, true],
    [as(Role.ADMINISTRATOR), null, false],
    [as(Role.PUBLIC), null, false],
  ])('%j is %s', (viewer, party, knows) => {
    expect(partyOf(viewer, sides)).toBe(party);
    expect(mayKnow(viewer, sides)).toBe(knows);
  });

  test('the authority knows of it and decides from when a finding is proposed, never in a case of its own', () => {
    expect([partyOf(officer('DRC'), proposed), mayKnow(officer('DRC'), proposed)]).toEqual(['AUTHORITY', true]);
    expect(partyOf(as(Role.CREDIT_CENTRE), proposed)).toBeNull();
    for (const own of [{ ownerCode: 'DRC' }, { promisorCode: 'DRC' }]) {
      const concerned = { ...proposed, ...own };
      expect(authorityOver(concerned)).toBe('CREDIT_CENTRE');
      expect(partyOf(as(Role.CREDIT_CENTRE), concerned)).toBe('AUTHORITY');
      expect(partyOf(officer('DRC'), concerned)).not.toBe('AUTHORITY');
    }
  });
});

describe('a promise as it is written down', () => {
  const step = (more = {}) => ({ title: '首笔', dueOn: '2026-09-30', amount: '400.00', doneOn: null, ...more });
  const sound = { promisedOn: '2026-03-02', promiseDueOn: '2026-12-31', amount: '1000.00', milestones: [step()] };

  test.each([
    [{}, undefined],
    [{ amount: null, milestones: [step({ amount: null })] }, undefined],
    [{ promisedOn: today, promiseDueOn: today, milestones: [] }, undefined],
    [{ promisedOn: '2026-11-24' }, 'COMMITMENT_PROMISED_LATER'],
    [{ promiseDueOn: '2026-03-01' }, 'COMMITMENT_DUE_BEFORE'],
    [{ amount: '0.00' }, 'COMMITMENT_AMOUNT'],
    [{ amount: '-1.00' }, 'COMMITMENT_AMOUNT'],
    [{ milestones: [step({ amount: '0.00' })] }, 'COMMITMENT_AMOUNT'],
    [{ milestones: [step({ dueOn: '2027-01-01' })] }, 'COMMITMENT_MILESTONE_DAY'],
    [{ milestones: [step({ dueOn: '2026-03-01' })] }, 'COMMITMENT_MILESTONE_DAY'],
    [{ milestones: [step(), step({ amount: '600.00' })] }, undefined],
    [{ milestones: [step(), step({ amount: '600.01' })] }, 'COMMITMENT_MILESTONE_AMOUNTS'],
    [{ amount: null }, 'COMMITMENT_MILESTONE_AMOUNTS'],
    [{ milestones: Array.from({ length: 21 }, () => step({ amount: null })) }, 'COMMITMENT_MILESTONES_TOO_MANY'],
  ])('%j: %s', (more, reason) => {
    expect(faultOfPromise({ ...sound, ...more }, today)?.reason).toBe(reason);
  });

  test.each([
    [{ amount: '0.00', done: [] }, undefined],
    [{ amount: '1000.00', done: [] }, undefined],
    [{ amount: '1000.01', done: [] }, 'COMMITMENT_FULFILLED_AMOUNT'],
    [{ amount: '-0.01', done: [] }, 'COMMITMENT_FULFILLED_AMOUNT'],
    [{ amount: null, done: [{ milestone: 1, doneOn: today }] }, undefined],
    [{ amount: null, done: [{ milestone: 2, doneOn: today }] }, 'COMMITMENT_MILESTONE_UNKNOWN'],
    [{ amount: null, done: [{ milestone: 0, doneOn: today }] }, 'COMMITMENT_MILESTONE_UNKNOWN'],
    [{ amount: null, done: [{ milestone: 1, doneOn: '2026-11-24' }] }, 'COMMITMENT_DAY'],
    [{ amount: null, done: [{ milestone: 1, doneOn: '2026-03-01' }] }, 'COMMITMENT_DAY'],
  ])('a report %j: %s', (report, reason) => {
    expect(faultOfReport({ ...sound, fulfilledAmount: '0.00' }, report, today)?.reason).toBe(reason);
  });

  test('what was reported as paid does not become less, and of no money none is paid', () => {
    const paid = { ...sound, fulfilledAmount: '400.00' };
    expect(faultOfReport(paid, { amount: '399.99', done: [] }, today)?.reason).toBe('COMMITMENT_FULFILLED_AMOUNT');
    const other = { ...sound, amount: null, fulfilledAmount: null };
    expect(faultOfReport(other, { amount: '1.00', done: [] }, today)?.reason).toBe('COMMITMENT_NOT_MONEY');
  });

  test('it is kept in part from the first yuan, or the first milestone', () => {
    expect(keepsPart({ fulfilledAmount: '0.00', milestones: [step()] })).toBe(false);
    expect(keepsPart({ fulfilledAmount: '0.01', milestones: [] })).toBe(true);
    const milestones = afterReport([step(), step()], [{ milestone: 2, doneOn: today }]);
    expect(milestones.map(({ doneOn }) => doneOn)).toEqual([null, today]);
    expect(keepsPart({ fulfilledAmount: null, milestones })).toBe(true);
  });
});

describe('conditions', () => {
  const commitment = {
    ...{ state: CommitmentState.URGED, dueOn: '2026-11-23', promiseDueOn: '2026-11-22', foundOn: null },
    ...{ history: ['register', 'urge'], registeredBy: 'ARREARS_ADMIN:somebody' },
    ...{ ownerCode: 'FINANCE', ownerPost: '企业科' },
  };
  const reasonsOf = (more: Partial<AtHand>) => {
    const viewer = as(Role.ARREARS_ADMIN);
    const guards = guardsOf({ commitment, named: null, viewer, today, said: everythingSaid(today, sides), ...more });
    return Object.fromEntries(Object.entries(guards).map(([guard, refusal]) => [guard, refusal?.reason]));
  };
  const change = everythingSaid(today, sides).change!;

  test.each([
    [{ authority: null }, 'COMMITMENT_CHANGE_AUTHORITY'],
    [{ procedure: null }, 'COMMITMENT_CHANGE_PROCEDURE'],
    [{ compensation: null }, 'COMMITMENT_CHANGE_COMPENSATION'],
    [{ compensateBy: null }, 'COMMITMENT_CHANGE_DAY'],
    [{ compensateBy: '2026-11-22' }, 'COMMITMENT_CHANGE_DAY'],
    [{}, undefined],
  ])('a change without %j is unlawful: %s', (more, reason) => {
    expect(reasonsOf({ said: { ...nothingSaid, change: { ...change, ...more } } })['lawful']).toBe(reason);
  });

  test.each([
    ['2026-11-23', undefined],
    ['2026-12-23', undefined],
    ['2026-12-24', 'COMMITMENT_RECTIFY_BY'],
    ['2026-11-22', 'COMMITMENT_RECTIFY_BY'],
    [null, 'COMMITMENT_RECTIFY_BY'],
  ])('mending by %s: %s', (rectifyBy, reason) => {
    expect(reasonsOf({ said: { ...nothingSaid, rectifyBy } })['daySoon']).toBe(reason);
  });

  test('nobody is found in default before the time is over, or without having been urged', () => {
    expect(reasonsOf({})['unmended']).toBe('COMMITMENT_TIME_LEFT');
    expect(reasonsOf({ today: '2026-11-24' })['unmended']).toBeUndefined();
    const overdue = { ...commitment, state: CommitmentState.OVERDUE };
    expect(reasonsOf({ commitment: { ...overdue, history: ['register'] } })['unmended']).toBe('COMMITMENT_NOT_URGED');
    // it was reported as kept after it was urged, and refuted
    expect(reasonsOf({ commitment: overdue })['unmended']).toBeUndefined();
  });

  test('who registered it does not check it; the same account in another office is another one', () => {
    expect(reasonsOf({})['checkedByAnother']).toBe('COMMITMENT_OWN_ENTRY');
    const byDepartment = { ...commitment, registeredBy: 'DEPARTMENT:somebody' };
    expect(reasonsOf({ commitment: byDepartment })['checkedByAnother']).toBeUndefined();
  });

  test('a department registers its own promise and keeps it; an administrator any', () => {
    const named = { promisorCode: 'FINANCE', ownerCode: 'FINANCE' };
    const by = (viewer: Viewer, more = {}) => reasonsOf({ named: { ...named, ...more }, viewer })['ownPromise'];
    expect(by(officer('FINANCE'))).toBeUndefined();
    expect(by(officer('TAX'))).toBe('COMMITMENT_NOT_YOURS');
    expect(by(officer('FINANCE'), { ownerCode: 'TAX' })).toBe('COMMITMENT_NOT_YOURS');
    expect(by(as(Role.ARREARS_ADMIN), { ownerCode: 'TAX' })).toBeUndefined();
  });

  test('what is handed over goes to another department or another post', () => {
    const to = (ownerCode: string, ownerPost: string) =>
      reasonsOf({ said: { ...nothingSaid, successor: { ownerCode, ownerPost } } })['succeeded'];
    expect(to('FINANCE', '企业科')).toBe('COMMITMENT_SAME_OWNER');
    expect([to('FINANCE', '预算科'), to('TAX', '企业科')]).toEqual([undefined, undefined]);
  });

  test('who was told of a finding and heard is the one who is found: meanwhile only the post changes', () => {
    for (const state of [CommitmentState.FINDING_PROPOSED, CommitmentState.UNDER_FINDING]) {
      const to = (ownerCode: string) => {
        const successor = { ownerCode, ownerPost: '预算科' };
        return reasonsOf({ commitment: { ...commitment, state }, said: { ...nothingSaid, successor } })['succeeded'];
      };
      expect([to('FINANCE'), to('TAX')]).toEqual([undefined, 'COMMITMENT_BEING_FOUND']);
    }
  });

  test('where it stands by now: in time, late, or found in default', () => {
    const standing = (more: Partial<typeof commitment>) => {
      const { afterDefault, afterDueDay, beforeDueDay } = reasonsOf({ commitment: { ...commitment, ...more } });
      return [beforeDueDay, afterDueDay, afterDefault].indexOf(undefined);
    };
    expect(standing({ promiseDueOn: today })).toBe(0);
    expect(standing({})).toBe(1);
    expect(standing({ foundOn: '2026-11-20' as never })).toBe(2);
  });
});

test.each([
  [0, 0, null],
  [0, 3, '0.0%'],
  [2, 3, '66.6%'],
  [3, 3, '100.0%'],
])('%i of %i is %s', (part, whole, said) => {
  expect(percent(part, whole)).toBe(said);
});
