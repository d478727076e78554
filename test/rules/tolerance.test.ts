import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import { WorkingDays } from '../../src/calendar/working-days.js';
import {
  acceptance as acceptanceDocument,
  commitmentText,
  notice,
  type ToleranceFacts,
  withdrawal,
} from '../../src/fast-track/tolerance.documents.js';
import {
  everythingSaid,
  guardsOf,
  hindranceToUse,
  mayKnow,
  nothingSaid,
  partyOf,
} from '../../src/fast-track/tolerance.rules.js';
import { ToleranceState as S } from '../../src/fast-track/tolerance.states.js';
import { toleranceWorkflow } from '../../src/fast-track/tolerance.workflow.js';
import {
  afterRejection,
  afterSupply,
  faultOfMissing,
  faultOfRejection,
  faultOfSupply,
  isComplete,
  missingOf,
  stillMissing,
} from '../../src/fast-track/tolerance-material.rules.js';
import { suppliesWithin } from '../../src/fast-track/tolerance-term.rules.js';
import { clockOf, dueOf } from '../../src/workflow/clock.js';
import { notices } from './notices.js';

const calendar = new WorkingDays(notices);

describe('how long there is for supplying: two working days less than the promised limit, twenty at most', () => {
  // limit, days, and the due day of what is signed on the day
  test.each([
    [1, 0, '2026-03-10', null],
    [2, 0, '2026-03-10', null],
    [3, 1, '2026-03-10', '2026-03-11'],
    [5, 3, '2026-03-10', '2026-03-13'],
    [10, 8, '2026-03-10', '2026-03-20'],
    [22, 20, '2026-03-10', '2026-04-08'],
    [30, 20, '2026-03-10', '2026-04-08'],
    [3, 1, '2026-02-14', '2026-02-24'],
    [5, 3, '2026-04-30', '2026-05-08'],
    [22, 20, '2026-09-24', '2026-10-29'],
  ] as const)('a limit of %d leaves %d, from %s until %s', (limit, days, signedOn, dueOn) => {
    expect(suppliesWithin(limit)).toBe(days);
    if (dueOn === null) return;
    const clock = clockOf(toleranceWorkflow, S.ACCEPTED)!;
    const facts = { supplyDays: String(days), extensionDays: null };
    expect(dueOf(clock, signedOn, facts, calendar).dueOn).toBe(dueOn);
  });

  test('no day beyond the rule can be counted', () => {
    for (const supplyDays of ['0', '21', '1.5', 'many']) {
      expect(() => dueOf(clockOf(toleranceWorkflow, S.ACCEPTED)!, '2026-03-10', { supplyDays }, calendar)).toThrow();
    }
  });

  test('days on which the department checks do not run', () => {
    const clock = clockOf(toleranceWorkflow, S.ACCEPTED)!;
    const pauses = [{ from: '2026-03-11', until: '2026-03-13' }];
    const { dueOn, skipped } = dueOf(clock, '2026-03-10', { supplyDays: '3' }, calendar, pauses);
    expect(dueOn).toBe('2026-03-17');
    expect(skipped.map(({ why }) => why)).toEqual(['PAUSED', 'PAUSED', 'WEEKEND', 'WEEKEND']);
  });
});

const sides = { uscc: '91150200MA0T3QT132', departmentCode: 'HOUSING' };
const as = (role: Role, more: Partial<Viewer> = {}): Viewer => ({ role, subject: 'somebody', ...more });

test.each([
  [as(Role.ENTERPRISE, { uscc: sides.uscc }), 'ENTITY', true],
  [as(Role.ENTERPRISE, { uscc: '91150203MA0T3QT218' }), null, false],
  [as(Role.DEPARTMENT, { department: 'HOUSING' }), 'DEPARTMENT', true],
  [as(Role.DEPARTMENT, { department: 'DRC' }), null, false],
  [as(Role.CREDIT_CENTRE), null, true],
  [as(Role.SUPERVISOR), null, true],
  [as(Role.ARREARS_ADMIN), null, false],
  [as(Role.ADMINISTRATOR), null, false],
  [as(Role.PUBLIC), null, false],
])('%j is %s', (viewer, party, knows) => {
  expect([partyOf(viewer, sides), mayKnow(viewer, sides)]).toEqual([party, knows]);
});

const item = {
  code: 'TRAVEL_AGENCY',
  materials: [
    { code: 'APPLICATION', title: '申请书（表）', core: true },
    { code: 'PREMISES', title: '经营场所证明', core: false },
    { code: 'SYSTEM', title: '管理制度', core: false },
  ],
};
const seen = (reason: string) => ({ reason, params: {} }) as never;

describe('whether tolerance can be used', () => {
  const room = { count: 1, limit: 2, grant: 'G-20260302-000001' };
  test.each([
    [['SYSTEM'], null, room, null],
    [['SYSTEM', 'PREMISES'], null, room, null],
    [['SYSTEM'], null, { ...room, count: 2 }, 'FAST_TRACK_LIVE_LIMIT'],
    [['SYSTEM'], seen('FAST_TRACK_GRADE'), null, 'FAST_TRACK_GRADE'],
    // what bars it altogether comes before what is wrong with the materials
    [['APPLICATION'], seen('FAST_TRACK_ITEM_EXCLUDED'), null, 'FAST_TRACK_ITEM_EXCLUDED'],
    [['APPLICATION'], null, room, 'TOLERANCE_CORE_MISSING'],
    [['SYSTEM', 'APPLICATION'], null, room, 'TOLERANCE_CORE_MISSING'],
    [['EIA'], null, room, 'TOLERANCE_MATERIAL_UNKNOWN'],
    [[], null, room, 'TOLERANCE_NOTHING_MISSING'],
  ])('%j missing, verdict %j, %j: %s', (missing, verdict, live, reason) => {
    expect(hindranceToUse({ item, missing, verdict, live })?.reason ?? null).toBe(reason);
  });

  test('an unknown material is told what may be missing, and never at length', () => {
    const fault = faultOfMissing(item.materials, ['X'.repeat(500)], item.code)!;
    expect(fault.params).toMatchObject({ known: 'PREMISES, SYSTEM', material: 'X'.repeat(100) });
  });
});

const missing = missingOf(item.materials, ['SYSTEM', 'PREMISES', 'SYSTEM']);
const file = { code: 'SYSTEM', attachment: 'f', atCounter: false };
const handed = { code: 'PREMISES', attachment: null, atCounter: true };

describe('what is supplied', () => {
  test('materials stand in the order of the item, each once', () => {
    expect(missing.map(({ code }) => code)).toEqual(['PREMISES', 'SYSTEM']);
  });

  test.each([
    [[file], false, null],
    [[file, handed], true, null],
    [[handed], false, 'TOLERANCE_COUNTER_CLERK'],
    [[], true, 'TOLERANCE_NOTHING_SUPPLIED'],
    [[{ ...file, code: 'APPLICATION' }], true, 'TOLERANCE_NOT_MISSING'],
    [[{ ...file, attachment: null }], true, 'TOLERANCE_SUPPLY_EMPTY'],
    [[file, file], false, 'TOLERANCE_SUPPLIED_ALREADY'],
  ])('%j by the clerk %s: %s', (supplied, byClerk, reason) => {
    expect(faultOfSupply(missing, supplied, byClerk)?.reason ?? null).toBe(reason);
  });

  test('in parts, rejected, supplied again', () => {
    const part = afterSupply(missing, [file], '2026-03-11');
    expect([isComplete(part), stillMissing(part)]).toEqual([false, '经营场所证明']);
    expect(faultOfSupply(part, [file], false)?.reason).toBe('TOLERANCE_SUPPLIED_ALREADY');
    const all = afterSupply(part, [handed], '2026-03-12');
    expect([isComplete(all), stillMissing(all)]).toEqual([true, '']);
    const rejected = afterRejection(all, ['SYSTEM'], '缺页');
    expect(rejected[1]).toMatchObject({ suppliedOn: null, attachment: null, rejected: '缺页' });
    expect(rejected[0]).toMatchObject({ suppliedOn: '2026-03-12', atCounter: true, rejected: null });
    expect(afterSupply(rejected, [file], '2026-03-13')[1]).toMatchObject({ suppliedOn: '2026-03-13', rejected: null });
  });

  test('what is rejected is something that was missing', () => {
    expect(faultOfRejection(missing, ['SYSTEM'])).toBeNull();
    expect(faultOfRejection(missing, [])?.reason).toBe('TOLERANCE_NOTHING_REJECTED');
    expect(faultOfRejection(missing, ['EIA'])?.reason).toBe('TOLERANCE_NOT_MISSING');
  });
});

describe('the conditions of the table', () => {
  const begun = { state: S.ACCEPTED, history: ['use', 'sign'], dueOn: '2026-03-27', extendedUntil: null };
  const unmet = (acceptance: object, said: object, today: string): string[] =>
    Object.entries(guardsOf({ acceptance: { ...begun, ...acceptance }, today, said: { ...everythingSaid, ...said } }))
      .filter(([, refusal]) => refusal !== null)
      .map(([guard, refusal]) => (refusal!.reason === 'TOLERANCE_STANDS_ELSEWHERE' ? guard : `${guard}!`));

  test.each<[object, object, string, string[]]>([
    [{}, {}, '2026-03-27', ['partly', 'afterDueDay', 'extended']],
    [{ extendedUntil: '2026-03-27' }, {}, '2026-03-27', ['partly', 'afterDueDay', 'notExtended']],
    [{}, { complete: false }, '2026-03-27', ['complete', 'afterDueDay', 'extended']],
    // whether or not the clock has said so
    [{}, {}, '2026-03-28', ['partly!', 'complete!', 'inTime!', 'extended']],
    [{ state: S.EXTENDED }, {}, '2026-03-28', ['partly!', 'complete!', 'inTime!', 'extended']],
    // the clock of the department is none of the applicant's concern
    [{ state: S.SUPPLIED }, {}, '2026-03-28', ['partly', 'afterDueDay', 'extended']],
    [{ state: S.EXTENSION_ASKED }, {}, '2026-03-28', ['partly', 'afterDueDay', 'extended']],
    [
      { state: S.EXTENSION_ASKED, history: ['use', 'sign', 'passDueDay', 'askExtension'] },
      {},
      '2026-03-20',
      ['partly!', 'complete!', 'inTime!', 'extended'],
    ],
    [{ state: S.COMMITMENT_AWAITED }, {}, '2026-03-27', ['partly', 'afterDueDay', 'extended']],
    [{ state: S.COMMITMENT_AWAITED }, {}, '2026-03-28', ['eligible!', 'partly', 'afterDueDay', 'extended']],
    [{}, { evidence: 0 }, '2026-03-27', ['partly', 'forceMajeure!', 'afterDueDay', 'extended', 'evidenced!']],
    ...[0, 11, -1, null].map((extensionDays): [object, object, string, string[]] => [
      ...([{}, { extensionDays }, '2026-03-27'] as const),
      ['partly', 'forceMajeure!', 'afterDueDay', 'extended'],
    ]),
    [{}, { extensionDays: 10 }, '2026-03-27', ['partly', 'afterDueDay', 'extended']],
    [
      ...([{}, { hindrance: seen('FAST_TRACK_GRADE') }, '2026-03-27'] as const),
      ['allowed!', 'eligible!', 'partly', 'afterDueDay', 'extended'],
    ],
  ])('%j, %j on %s', (acceptance, said, today, guards) => {
    expect(unmet(acceptance, said, today)).toEqual(guards);
  });

  test('of a case that has not begun nothing is late', () => {
    const guards = guardsOf({ acceptance: null, today: '2026-03-27', said: nothingSaid });
    expect([guards.allowed, guards.inTime, guards.evidenced?.reason]).toEqual([null, null, 'TOLERANCE_EVIDENCE']);
  });
});

test('the documents say what is missing, by when, and what follows', () => {
  const promised = { caseNumber: '旅2026-7', missing, limitDays: 10, supplyDays: 8 };
  const text = commitmentText(promised, '旅行社设立许可');
  const facts: ToleranceFacts = {
    acceptance: { ...promised, number: 'T-20260310-000007', commitmentCode: '1', commitmentText: text, pauses: [] },
    ...{ item: '旅行社设立许可', applicant: '某公司', department: '包头市文化旅游广电局' },
  };
  expect(text).toContain('（1）经营场所证明；（2）管理制度');
  expect(text).toContain('8个工作日内补齐（事项承诺办结时限10个工作日减2个工作日，最长20个工作日');
  expect(notice(facts)).toMatchObject({ kind: 'TOLERANCE_NOTICE', number: '包容缺告〔2026〕0310000007号' });
  expect(notice(facts).text).toContain('后果：逾期未补齐的，撤回容缺受理');
  expect(acceptanceDocument(facts, '2026-03-20').text).toContain('请于2026年3月20日前补齐');
  const late = withdrawal(facts, stillMissing(missing), '2026-03-20').text;
  expect(late).toContain('未按承诺期限（2026年3月20日）补齐');
  expect(late).toContain('经营场所证明、管理制度');
  const pauses = [{ from: '2026-03-12', until: '2026-03-13', startedOn: '2026-03-10' }];
  const checked = { ...facts, acceptance: { ...facts.acceptance, pauses } };
  expect(withdrawal(checked, '', '2026-03-20').text).toContain('2026年3月20日，核验期间顺延');
});
