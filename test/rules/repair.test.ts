import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import { Polarity, Severity } from '../../src/catalogue/catalogue-item.entity.js';
import { RecordState } from '../../src/records/credit-record.entity.js';
import { repairableFrom } from '../../src/records/publicity.rules.js';
import { mayKnow } from '../../src/records/record-case.rules.js';
import {
  approval,
  commitmentText,
  type DocumentFacts,
  notice,
  refusal,
  rejection,
  revocation,
} from '../../src/repair/repair.documents.js';
import { type AtHand, everythingSaid, guardsOf, partyOf } from '../../src/repair/repair.rules.js';
import { RepairProposal } from '../../src/repair/repair-application.entity.js';
import { hindrancesToRepair, type RepairFacts } from '../../src/repair/repair-eligibility.rules.js';

const uscc = '91150203MA0T3QT218';

/** A general fine of 2026-03-10, to which nothing else applies. */
const plain: RepairFacts = {
  polarity: Polarity.ADVERSE,
  severity: Severity.GENERAL,
  state: RecordState.EFFECTIVE,
  repairableFrom: '2026-06-10',
  exclusion: null,
  bannedUntil: null,
  openApplication: null,
};

describe('what stands in the way of an application (NDRC Order 36, arts 3, 4)', () => {
  const told = (facts: Partial<RepairFacts>, today = '2026-11-23') =>
    hindrancesToRepair({ ...plain, ...facts }, today).map(({ reason, from }) => [reason, from]);

  test.each<[string, Partial<RepairFacts>, string, (string | null)[][]]>([
    ['nothing', {}, '2026-11-23', []],
    ['the day before', {}, '2026-06-09', [['REPAIR_TOO_EARLY', '2026-06-10']]],
    ['the day itself', {}, '2026-06-10', []],
    ['long before', {}, '2026-03-10', [['REPAIR_TOO_EARLY', '2026-06-10']]],
    ['a licence', { polarity: Polarity.NEUTRAL }, '2026-11-23', [['REPAIR_NOT_ADVERSE', null]]],
    ['an honour', { polarity: Polarity.FAVOURABLE }, '2026-11-23', [['REPAIR_NOT_ADVERSE', null]]],
    ['withdrawn', { state: RecordState.WITHDRAWN }, '2026-11-23', [['REPAIR_RECORD_WITHDRAWN', null]]],
    ['repaired', { state: RecordState.REPAIRED }, '2026-11-23', [['REPAIR_ALREADY', null]]],
    ['past its publicity, which ends no sharing', { state: RecordState.EXPIRED }, '2026-11-23', []],
    ['excluded by law', { exclusion: '法释〔2017〕7号' }, '2026-11-23', [['REPAIR_EXCLUDED', null]]],
    ['the last day of a ban', { bannedUntil: '2026-11-23' }, '2026-11-23', [['REPAIR_BANNED', '2026-11-24']]],
    ['the day after a ban', { bannedUntil: '2026-11-23' }, '2026-11-24', []],
    ['a ban to the end of a year', { bannedUntil: '2026-12-31' }, '2026-12-31', [['REPAIR_BANNED', '2027-01-01']]],
    ['another application', { openApplication: 'R-20261122-000001' }, '2026-11-23', [['REPAIR_OPEN', null]]],
    [
      'everything at once',
      { exclusion: '法', bannedUntil: '2029-01-01', openApplication: 'R-1' },
      '2026-04-01',
      [
        ['REPAIR_EXCLUDED', null],
        ['REPAIR_TOO_EARLY', '2026-06-10'],
        ['REPAIR_BANNED', '2029-01-02'],
        ['REPAIR_OPEN', null],
      ],
    ],
    [
      'what is over waits for nothing else',
      { state: RecordState.REPAIRED, exclusion: '法', bannedUntil: '2029-01-01' },
      '2026-04-01',
      [['REPAIR_ALREADY', null]],
    ],
  ])('%s', (_what, facts, today, hindrances) => {
    expect(told(facts, today)).toEqual(hindrances);
  });

  test('each names what it is about', () => {
    const all = { exclusion: '法', bannedUntil: '2029-01-01', openApplication: 'R-1' };
    expect(hindrancesToRepair({ ...plain, ...all }, '2026-04-01').map(({ params }) => params)).toEqual([
      { exclusion: '法' },
      { from: '2026-06-10' },
      { until: '2029-01-01' },
      { number: 'R-1' },
    ]);
  });
});

describe('the shortest publicity runs from the determination to the corresponding day', () => {
  test.each([
    ['2026-11-23', Severity.MINOR, '2026-11-23'],
    ['2026-03-10', Severity.GENERAL, '2026-06-10'],
    ['2026-03-10', Severity.SERIOUS, '2027-03-10'],
    ['2026-01-31', Severity.GENERAL, '2026-04-30'],
    ['2025-11-30', Severity.GENERAL, '2026-02-28'],
    ['2024-02-29', Severity.SERIOUS, '2025-02-28'],
    // National Day does not lengthen a burden
    ['2026-07-01', Severity.GENERAL, '2026-10-01'],
    ['2026-08-22', Severity.GENERAL, '2026-11-22'],
  ])('%s, %s: from %s', (determinedOn, severity, from) => {
    expect(repairableFrom(determinedOn, severity)).toBe(from);
  });
});

describe('who is what to an application', () => {
  const sides = { uscc, providerCode: 'MARKET' };
  test.each<[string, Omit<Viewer, 'subject'>, string | null, boolean]>([
    ['the entity itself', { role: Role.ENTERPRISE, uscc }, 'APPLICANT', true],
    ['another entity', { role: Role.ENTERPRISE, uscc: '91150200MA0T3QT132' }, null, false],
    ['the determining unit', { role: Role.DEPARTMENT, department: 'MARKET' }, 'UNIT', true],
    ['another department', { role: Role.DEPARTMENT, department: 'TAX' }, null, false],
    ['the credit centre', { role: Role.CREDIT_CENTRE }, 'REVIEWER', true],
    ['the supervisor, who looks on', { role: Role.SUPERVISOR }, null, true],
    ['an administrator', { role: Role.ADMINISTRATOR }, null, false],
    ['who clears arrears', { role: Role.ARREARS_ADMIN }, null, false],
    ['everybody', { role: Role.PUBLIC }, null, false],
    ['an administrator who claims its code', { role: Role.ADMINISTRATOR, uscc, department: 'MARKET' }, null, false],
  ])('%s', (_who, viewer, party, knows) => {
    const who = { subject: 'somebody', ...viewer };
    expect(partyOf(who, sides)).toBe(party);
    expect(mayKnow(who, sides)).toBe(knows);
  });
});

describe('the conditions of the table', () => {
  const atHand: AtHand = {
    application: { dueOn: '2026-12-02', proposal: null },
    hindrances: [],
    contested: false,
    today: '2026-11-23',
    said: everythingSaid,
    allAcknowledged: true,
  };
  const guards = (more: Partial<AtHand>) => {
    const found = guardsOf({ ...atHand, ...more });
    return Object.fromEntries(Object.entries(found).map(([name, refused]) => [name, refused?.reason ?? null]));
  };
  const said = (more: object) => ({ said: { ...everythingSaid, ...more } });

  test.each<[string, Partial<AtHand>, string, string | null]>([
    ['nothing in the way', {}, 'eligible', null],
    [
      'the first thing in the way',
      { hindrances: hindrancesToRepair({ ...plain, exclusion: '法' }, '2026-04-01') },
      'eligible',
      'REPAIR_EXCLUDED',
    ],
    ['named', {}, 'missingNamed', null],
    ['not named', said({ missing: [] }), 'missingNamed', 'REPAIR_MISSING_UNNAMED'],
    ['proof', {}, 'proofGiven', null],
    ['no proof', said({ proofs: 0 }), 'proofGiven', 'REPAIR_PROOF_MISSING'],
    ['a reason', {}, 'reasonGiven', null],
    ['no reason', said({ reason: null }), 'reasonGiven', 'REASON_REQUIRED'],
    ['extended on the last day', { today: '2026-12-02' }, 'extendable', null],
    ['extended a day late', { today: '2026-12-03' }, 'extendable', 'EXTENSION_TOO_LATE'],
    ['extended without a reason', said({ reason: null }), 'extendable', 'REASON_REQUIRED'],
    ['alone', {}, 'uncontested', null],
    ['not alone', { contested: true }, 'uncontested', 'REPAIR_CONTESTED'],
    ['with another', { contested: true }, 'contested', null],
    ['without need of another', {}, 'contested', 'REPAIR_NOT_CONTESTED'],
    ['nothing proposed', {}, 'approvalProposed', 'REPAIR_NOT_PROPOSED'],
    ['approval proposed', { application: { dueOn: null, proposal: RepairProposal.APPROVE } }, 'approvalProposed', null],
    [
      'refusal proposed, approval agreed to',
      { application: { dueOn: null, proposal: RepairProposal.REFUSE } },
      'approvalProposed',
      'REPAIR_NOT_PROPOSED',
    ],
    ['refusal proposed', { application: { dueOn: null, proposal: RepairProposal.REFUSE } }, 'refusalProposed', null],
    ['all acknowledged', {}, 'allAcknowledged', null],
    ['one not', { allAcknowledged: false }, 'allAcknowledged', 'REPAIR_NOT_ACKNOWLEDGED'],
  ])('%s', (_what, more, guard, reason) => {
    expect(guards(more)[guard]).toBe(reason);
  });
});

describe('what is issued', () => {
  const facts: DocumentFacts = {
    application: { number: 'R-20261105-000012', filedOn: '2026-11-05', commitmentCode: '15020020261105000012' },
    entity: { name: '包头市云岫和铭餐饮管理有限公司', uscc },
    unit: '包头市市场监督管理局',
    item: '市场监管行政处罚信息',
    document: '包市监罚决〔2026〕9001号',
    determinedOn: '2026-03-10',
    today: '2026-11-23',
    reason: '罚款尚未缴清',
  };

  test.each([
    [approval, 'REPAIR_APPROVAL', '包信修准〔2026〕1105000012号', '准予信用修复决定书'],
    [notice, 'PUBLICITY_END_NOTICE', '包信终公〔2026〕1105000012号', '终止公示通知书'],
    [rejection, 'REPAIR_REJECTION', '包信修不受〔2026〕1105000012号', '不予受理信用修复申请通知书'],
    [refusal, 'REPAIR_REFUSAL', '包信修不准〔2026〕1105000012号', '不予信用修复决定书'],
  ])('%#: kind, number and title', (document, kind, number, title) => {
    const issued = document(facts);
    expect(issued).toMatchObject({ kind, number, title });
    expect(issued.text).toContain(`${facts.entity.name}（统一社会信用代码：${uscc}）`);
    expect(issued.text).toContain(facts.document);
    expect(issued.text).not.toMatch(/undefined|null|NaN|\d{4}-\d\d-\d\d/);
  });

  test('days are written as people write them', () => {
    expect(approval(facts).text).toContain('你单位于2026年11月5日就2026年3月10日认定的市场监管行政处罚信息');
    expect(notice(facts).text).toContain('已于2026年11月23日准予信用修复');
    expect(revocation(facts, '2029-11-23').text).toContain('至2029年11月23日不受理你单位的信用修复申请');
  });

  test('a reason is a sentence, however it was written', () => {
    expect(refusal(facts).text).toContain('理由：罚款尚未缴清。\n');
    expect(refusal({ ...facts, reason: '罚款尚未缴清。' }).text).toContain('理由：罚款尚未缴清。\n');
  });

  test('decisions against the applicant name reason and remedies; an approval without a reason says none', () => {
    for (const document of [rejection(facts), refusal(facts), revocation(facts, '2029-11-23')]) {
      expect(document.text).toContain('罚款尚未缴清');
      expect(document.text).toContain('六十日内依法申请行政复议');
      expect(document.text).toContain('六个月内依法向人民法院提起行政诉讼');
    }
    expect(approval(facts).text).toContain('审查意见：罚款尚未缴清');
    expect(approval({ ...facts, reason: null }).text).not.toContain('审查意见');
  });

  test('the commitment names who promises, for what, and what follows when it is broken', () => {
    const text = commitmentText(facts.entity, facts.document);
    for (const part of [facts.entity.name, uscc, facts.document, '撤销修复', '三年内不再申请']) {
      expect(text).toContain(part);
    }
  });
});
