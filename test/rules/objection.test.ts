import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import { resultOf } from '../../src/objections/objection.documents.js';
import {
  type AtHand,
  everythingSaid,
  guardsOf,
  hindranceToObject,
  nothingSaid,
  type ObjectionFacts,
  partyOf,
  stoppedPublicity,
} from '../../src/objections/objection.rules.js';
import { ObjectionGround, ObjectionRemedy } from '../../src/objections/objection.words.js';
import { objectionCase } from '../../src/objections/objection-case.js';
import { RecordState } from '../../src/records/credit-record.entity.js';
import { mayKnow } from '../../src/records/record-case.rules.js';

const sides = { uscc: '91150200MA0T3QT132', providerCode: 'MARKET' };

describe('who is what to an objection', () => {
  test.each<[string, Omit<Viewer, 'subject'>, string | null, boolean]>([
    ['the entity', { role: Role.ENTERPRISE, uscc: sides.uscc }, 'OBJECTOR', true],
    ['another one', { role: Role.ENTERPRISE, uscc: '91150203MA0T3QT218' }, null, false],
    ['an account of an enterprise without a code', { role: Role.ENTERPRISE }, null, false],
    ['the provider', { role: Role.DEPARTMENT, department: 'MARKET' }, 'PROVIDER', true],
    ['another department', { role: Role.DEPARTMENT, department: 'TAX' }, null, false],
    ['an enterprise that says it is the provider', { role: Role.ENTERPRISE, department: 'MARKET' }, null, false],
    ['a department that says it is the entity', { role: Role.DEPARTMENT, uscc: sides.uscc }, null, false],
    ['the credit centre', { role: Role.CREDIT_CENTRE }, 'REVIEWER', true],
    ['the supervisor', { role: Role.SUPERVISOR }, null, true],
    ['the administrator', { role: Role.ADMINISTRATOR }, null, false],
    ['the arrears administrators', { role: Role.ARREARS_ADMIN }, null, false],
    ['the public', { role: Role.PUBLIC }, null, false],
  ])('%s', (_who, viewer, party, knows) => {
    const one = { subject: 'account', ...viewer };
    expect([partyOf(one, sides), mayKnow(one, sides)]).toEqual([party, knows]);
  });
});

test.each<[string, Partial<ObjectionFacts>, string | null]>([
  ['one in use', {}, null],
  ['one that was repaired', { state: RecordState.REPAIRED }, 'OBJECTION_RECORD_OVER'],
  ['one that was withdrawn', { state: RecordState.WITHDRAWN }, 'OBJECTION_RECORD_OVER'],
  ['one with an open objection', { openObjection: 'O-20261123-000001' }, 'OBJECTION_OPEN'],
  ['one that was dismissed before, with nothing new', { dismissedBefore: true }, 'OBJECTION_NOTHING_NEW'],
  ['one that was dismissed before, with a file', { dismissedBefore: true, attachments: 1 }, null],
])('objecting to a record: %s', (_what, facts, reason) => {
  const usual = { state: RecordState.EFFECTIVE, openObjection: null, dismissedBefore: false, attachments: 0 };
  expect(hindranceToObject({ ...usual, ...facts })?.reason ?? null).toBe(reason);
});

describe('the conditions of the steps', () => {
  const [dueOn, before, after] = ['2026-12-02', '2026-12-01', '2026-12-03'];
  const { reason, evidence } = everythingSaid;
  const remedy = (value: ObjectionRemedy, fields = 0) => ({ ...nothingSaid, reason, remedy: value, fields });
  type Guard = keyof ReturnType<typeof guardsOf>;
  test.each<[Guard, string, AtHand['said'], string, string | null]>([
    ['reasonGiven', 'a reason', { ...nothingSaid, reason }, after, null],
    ['reasonGiven', 'none', nothingSaid, before, 'REASON_REQUIRED'],
    ['grounded', 'reason and evidence', { ...nothingSaid, reason, evidence }, after, null],
    ['grounded', 'only evidence', { ...nothingSaid, evidence }, before, 'REASON_REQUIRED'],
    ['grounded', 'only a reason', { ...nothingSaid, reason }, before, 'OBJECTION_EVIDENCE'],
    ['remedyGiven', 'corrected, with values', remedy(ObjectionRemedy.CORRECT, 1), before, null],
    ['remedyGiven', 'corrected, without', remedy(ObjectionRemedy.CORRECT), before, 'OBJECTION_VALUES_MISSING'],
    ['remedyGiven', 'supplemented, without', remedy(ObjectionRemedy.SUPPLEMENT), before, 'OBJECTION_VALUES_MISSING'],
    ['remedyGiven', 'withdrawn', remedy(ObjectionRemedy.WITHDRAW), before, null],
    ['remedyGiven', 'publicity stopped, late', remedy(ObjectionRemedy.STOP_PUBLICITY), after, null],
    ['remedyGiven', 'without a reason', { ...everythingSaid, reason: null }, before, 'REASON_REQUIRED'],
    ['extendable', 'before the last day', everythingSaid, before, null],
    ['extendable', 'on the last day', everythingSaid, dueOn, null],
    ['extendable', 'after it', everythingSaid, after, 'EXTENSION_TOO_LATE'],
    ['extendable', 'without a reason', nothingSaid, before, 'REASON_REQUIRED'],
    ['examinable', 'before the last day', everythingSaid, before, null],
    ['examinable', 'on the last day', everythingSaid, dueOn, 'OBJECTION_EXAMINE_TOO_LATE'],
    ['examinable', 'after it', everythingSaid, after, 'OBJECTION_EXAMINE_TOO_LATE'],
    ['examinable', 'without a reason', nothingSaid, before, 'REASON_REQUIRED'],
    ['reviewInTime', 'on the last day', everythingSaid, dueOn, null],
    ['reviewInTime', 'after it', everythingSaid, after, 'OBJECTION_REVIEW_TOO_LATE'],
    ['reviewInTime', 'without a reason', nothingSaid, before, 'REASON_REQUIRED'],
  ])('%s: %s', (guard, _what, said, today, refusal) => {
    const guards = guardsOf({ objection: { dueOn }, hindrance: null, said, today });
    expect(guards[guard]?.reason ?? null).toBe(refusal);
  });
});

test.each<[ObjectionGround, string, string]>([
  [ObjectionGround.CONTENT_WRONG, 'MARKET', 'PROVIDER'],
  [ObjectionGround.NOT_MINE, 'DRC', 'OWN'],
  [ObjectionGround.SHOWN_TOO_LONG, 'DRC', 'OWN'],
  [ObjectionGround.OTHER, 'TAX', 'PROVIDER'],
  [ObjectionGround.REVOKED, 'MARKET', 'REVOKED'],
  [ObjectionGround.REVOKED, 'DRC', 'REVOKED'],
])('%s of a record of %s is verified in the period %s', (ground, providerCode, period) => {
  expect(objectionCase.facts!({ ground, providerCode } as never)).toEqual({ period });
});

type Days = readonly [from: string | null, until: string | null, stopped: string | null];

test.each<[string, Days, string, string | null]>([
  ['one that is published', ['2026-10-12', '2027-10-12', null], '2026-11-23', '2026-11-22'],
  ['one without an end', ['2026-10-12', null, null], '2026-11-23', '2026-11-22'],
  ['one whose publicity ended', ['2025-10-12', '2026-10-12', null], '2026-11-23', '2026-10-12'],
  ['one that never was published', [null, null, null], '2026-11-23', null],
  ['one that was stopped before', ['2026-10-12', '2026-11-01', '2026-11-02'], '2026-11-02', '2026-11-01'],
])('publicity is stopped of %s', (_what, [publicFrom, publicUntil, before], stoppedOn, until) => {
  const record = { publicFrom, publicUntil, stoppedOn: before };
  expect(stoppedPublicity(record, '2026-11-23')).toEqual({ stoppedOn, publicUntil: until });
});

describe('the result as it is told', () => {
  const facts = {
    objection: { number: 'O-20261123-000007' },
    entity: { name: '包头市某某有限公司', uscc: sides.uscc },
    item: '市场监管行政处罚',
    document: '包市监罚〔2026〕1号',
    result: '异议成立，已更正相关信息。',
    reason: '录入错误',
  };
  test('names the record, the result and the reason, and nothing empty', () => {
    expect(resultOf({ ...facts, remedy: '' }, false)).toEqual({
      kind: 'OBJECTION_RESULT',
      number: '包信异告〔2026〕1123000007号',
      title: '信用信息异议处理结果告知书',
      text: `包头市某某有限公司（统一社会信用代码：${sides.uscc}）：
你单位对市场监管行政处罚（包市监罚〔2026〕1号）提出的异议（编号：O-20261123-000007）已处理完毕。
处理结果：异议成立，已更正相关信息。
理由：录入错误`,
    });
  });
  test('of a review is a document of its own, with what can be done against it', () => {
    const told = resultOf({ ...facts, remedy: '可以依法申请行政复议或者提起行政诉讼。' }, true);
    expect(told).toMatchObject({ kind: 'OBJECTION_REVIEW', number: '包信异复〔2026〕1123000007号' });
    expect(told.text.endsWith('\n可以依法申请行政复议或者提起行政诉讼。')).toBe(true);
  });
});
