import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  changesTold,
  clockStrikes,
  disputedRecord,
  done,
  objectionSeenBy,
  objector,
  objects,
  type Parties,
  parties,
  penalised,
  recordSeenBy,
  refused,
  said,
  steps,
} from './world/objections.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let enterprise: Person;
let other: Person;
let market: Person;
let tax: Person;
let centre: Person;
let supervisor: Person;
let people: Parties;
beforeAll(async () => {
  city = await openCity();
  people = await parties(city);
  ({ enterprise, other, market, tax, centre, supervisor } = people);
});
afterAll(() => city.close());

const on = (day: string) => city.on(`${day}T09:00:00+08:00`);
beforeEach(() => on('2026-11-23'));

const unknown = '0190f5b0-0000-7000-8000-000000000000';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n% 决定书\n');
const sent = async (who: Person): Promise<string> => {
  const init = { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: pdf };
  return ((await (await who.fetches('/attachments?name=evidence.pdf', init)).json()) as { id: string }).id;
};
const value = ({ record }: Awaited<ReturnType<typeof recordSeenBy>>, key: string) =>
  record.fields.find((field: { key: string }) => field.key === key)?.value;
const stateOf = async (id: string) => (await objectionSeenBy(centre, id)).state;
const disputed = async (record: string) => (await recordSeenBy(enterprise, record)).record.disputed;
const stepsFor = async (who: Person, id: string) =>
  (await objectionSeenBy(who, id)).availableSteps.map(({ step }: { step: string }) => step);
const deedsOn = async (subject: string) =>
  (await city.owner('select deed from audit_entry where subject_id = $1 order by id', [subject])).map(
    ({ deed }) => deed,
  );

describe('an objection is filed', () => {
  test('with evidence: the mark is there at once for everybody, and everybody knows whose turn it is', async () => {
    const { id: record } = await penalised(city, market);
    city.on('2026-11-23T09:30:00+08:00');
    const filed = await done(objects(enterprise, record, { field: 'CF_NR_FK', attachments: [await sent(enterprise)] }));
    expect(filed).toMatchObject({
      ...{ number: expect.stringMatching(/^O-20261123-\d{6}$/), state: 'VERIFYING', field: 'CF_NR_FK', ...said },
      ...{ attachments: [{ name: 'evidence.pdf' }], documents: [], availableSteps: [{ step: 'withdraw' }] },
      deadline: { dueOn: '2026-12-02', startedOn: '2026-11-23', length: 7, unit: 'WORKING_DAYS', overdue: false },
      timeline: [{ step: 'file', from: null, to: 'VERIFYING', by: 'OBJECTOR', dueOn: '2026-12-02' }],
      record: { id: record, state: 'EFFECTIVE', disputed: true },
    });
    expect((await recordSeenBy(city.anyone, record)).record).toMatchObject({ state: 'EFFECTIVE', disputed: true });
    const listed = await city.anyone.asks(
      'query ($u: USCC!) { entity(uscc: $u) { records(first: 100) { edges { node { id disputed } } } } }',
      { u: objector },
    );
    const marked = listed.data.entity.records.edges.filter(({ node }: any) => node.disputed);
    expect(marked.map(({ node }: any) => node.id)).toEqual([record]);
    // what was known before the filing says nothing of it, and the history says since when it is
    const before = await recordSeenBy(enterprise, record, ', knownAt: "2026-11-23T09:29:00+08:00"');
    expect(before.record.disputed).toBe(false);
    const { versions } = (await recordSeenBy(enterprise, record)).record;
    expect(versions).toMatchObject([
      { version: 2, disputed: true, reason: `objection ${filed.number}: filed`, validFrom: '2026-11-23' },
      { version: 1, disputed: false },
    ]);
    expect(await stepsFor(market, filed.id)).toEqual(['examine', 'extend', 'uphold', 'dismiss']);
    expect(await stepsFor(centre, filed.id)).toEqual(['notAccept']);
    expect(await stepsFor(supervisor, filed.id)).toEqual([]);
    expect([await objectionSeenBy(tax, filed.id), await objectionSeenBy(other, filed.id)]).toEqual([null, null]);
    expect((await objectionSeenBy(market, filed.number)).id).toBe(filed.id);
    await done(steps(enterprise, 'withdrawObjection', { id: filed.id, reason: '已自行查明' }));
    expect([await stateOf(filed.id), await disputed(record)]).toEqual(['WITHDRAWN', false]);
    expect(await deedsOn(filed.id)).toEqual(['objection.file', 'objection.withdraw']);
  });

  test('by the entity itself, to a record that is in use, about a field that it has', async () => {
    const { id: record } = await penalised(city, market);
    const cases: [Promise<unknown>, string, string][] = [
      [refused(objects(other, record)), 'FORBIDDEN', 'OBJECTION_NOT_YOURS'],
      [refused(objects(market, record)), 'FORBIDDEN', 'ROLE_REQUIRED'],
      [refused(objects(supervisor, record)), 'FORBIDDEN', 'ROLE_REQUIRED'],
      [refused(objects(city.anyone, record)), 'UNAUTHENTICATED', 'AUTHENTICATION_REQUIRED'],
      [refused(objects(enterprise, unknown)), 'NOT_FOUND', 'RECORD_UNKNOWN'],
      [refused(objects(enterprise, 'x')), 'NOT_FOUND', 'RECORD_UNKNOWN'],
      [refused(objects(enterprise, record, { field: 'NOPE' })), 'BAD_INPUT', 'OBJECTION_FIELD'],
      [refused(objects(enterprise, record, { statement: ' ' })), 'BAD_INPUT', 'STATEMENT_MISSING'],
      [refused(objects(enterprise, record, { evidence: '' })), 'BAD_INPUT', 'STATEMENT_MISSING'],
      [refused(objects(enterprise, record, { attachments: [unknown] })), 'NOT_FOUND', 'UNKNOWN_ATTACHMENT'],
    ];
    for (const [answer, code, reason] of cases) expect(await answer).toEqual([code, reason]);
    // of an attachment that there is not nothing was written
    expect(await disputed(record)).toBe(false);
    await market.asks('mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { id } }', {
      input: { record, revokedOn: '2026-11-20', document: '撤销决定', reason: '撤销', basis: '行政处罚法' },
    });
    const over = (await objects(enterprise, record)).refusals[0]!;
    expect(over).toMatchObject({
      message: 'The record was withdrawn: it is not in use any more, there is nothing to object to.',
      extensions: { code: 'REFUSED', reason: 'OBJECTION_RECORD_OVER' },
    });
  });

  test('once: a second one is told the number of the first, also when both come at once', async () => {
    const { id: record } = await penalised(city, market);
    const answers = await Promise.all([objects(enterprise, record), objects(enterprise, record)]);
    const [won, lost] = answers[0]!.data?.it ? answers : answers.reverse();
    const { number, id } = won!.data.it;
    const told = { extensions: { code: 'REFUSED', reason: 'OBJECTION_OPEN', number } };
    expect(lost!.refusals[0]).toMatchObject(told);
    expect((await objects(enterprise, record)).refusals[0]).toMatchObject(told);
    await done(steps(centre, 'rejectObjection', { id, reason: '所述为处罚裁量，不属于异议范围' }));
    const closed = await objectionSeenBy(enterprise, id);
    expect(closed).toMatchObject({ state: 'NOT_ACCEPTED', deadline: null, record: { disputed: false } });
    expect(closed.documents).toMatchObject([{ kind: 'OBJECTION_RESULT', issuedBy: '包头市信用中心' }]);
    expect(closed.documents[0].text).toContain('处理结果：不予受理。\n理由：所述为处罚裁量，不属于异议范围\n补充理由');
  });
});

describe('the provider upholds it', () => {
  test('CORRECT: the right value stands in a new version, the mark is gone, consumers are told', async () => {
    const { record, id, number } = await disputedRecord(city, people, { field: 'CF_NR_FK' });
    const wrong = { id, remedy: 'CORRECT', reason: '录入错误', basis: '处罚决定书' };
    for (const [fields, code, reason] of [
      [[], 'BAD_INPUT', 'OBJECTION_VALUES_MISSING'],
      [[{ key: 'CF_NR_FK', value: '二千' }], 'BAD_INPUT', 'FIELD_TYPE'],
      [[{ key: 'NOPE', value: '1' }], 'BAD_INPUT', 'UNKNOWN_COLUMN'],
      [[{ key: 'CF_WSH', value: '另一号' }], 'BAD_INPUT', 'AMENDMENT_IDENTITY'],
      [[{ key: 'CF_NR_FK', value: '0.2' }], 'REFUSED', 'AMENDMENT_NOTHING'],
    ] as const) {
      expect([reason, await refused(steps(market, 'upholdObjection', { ...wrong, fields }))]).toEqual([
        reason,
        [code, reason],
      ]);
    }
    expect([await stateOf(id), await disputed(record)]).toEqual(['VERIFYING', true]);
    const upheld = await done(
      steps(market, 'upholdObjection', { ...wrong, fields: [{ key: 'CF_NR_FK', value: '0.1' }] }),
    );
    expect(upheld).toMatchObject({
      ...{ state: 'UPHELD', remedy: 'CORRECT', finding: '录入错误', deadline: null, availableSteps: [] },
      record: { disputed: false },
      documents: [{ kind: 'OBJECTION_RESULT', issuedBy: '包头市市场监督管理局' }],
    });
    expect(upheld.documents[0].text).toMatch(/处理结果：异议成立，已更正相关信息。\n理由：录入错误$/);
    const seen = await recordSeenBy(city.anyone, record);
    expect([value(seen, 'CF_NR_FK'), seen.record.disputed]).toEqual(['0.1', false]);
    const { versions } = (await recordSeenBy(enterprise, record)).record;
    expect(versions[0]).toMatchObject({ version: 3, reason: `objection ${number}: 录入错误`, basis: '处罚决定书' });
    expect(await changesTold(city, record)).toEqual(['CORRECTED']);
    expect(await deedsOn(id)).toEqual(['objection.file', 'objection.uphold']);
    const facts = await city.owner('select facts::text as text from audit_entry where subject_id in ($1, $2)', [
      id,
      record,
    ]);
    expect(facts.filter(({ text }) => text.includes('0.1') || text.includes('录入'))).toEqual([]);
  });

  test('what was corrected since the filing needs no other value', async () => {
    const { record, id, row } = await disputedRecord(city, people);
    const input = { id, remedy: 'CORRECT', reason: '已重新报送', fields: [{ key: 'CF_NR_FK', value: '0.1' }] };
    await market.submits('MARKET_PENALTY', [{ ...row, CF_NR_FK: '0.1' }]);
    expect(await disputed(record)).toBe(true);
    expect(await done(steps(market, 'upholdObjection', input))).toMatchObject({
      state: 'UPHELD',
      record: { disputed: false },
    });
    expect(value(await recordSeenBy(enterprise, record), 'CF_NR_FK')).toBe('0.1');
  });

  test('SUPPLEMENT: what was missing is there', async () => {
    const { record, id } = await disputedRecord(city, people);
    const fields = [{ key: 'BZ', value: '罚款已于2026年10月20日缴清' }];
    expect(
      await done(steps(market, 'upholdObjection', { id, remedy: 'SUPPLEMENT', reason: '补充履行情况', fields })),
    ).toMatchObject({ state: 'UPHELD', remedy: 'SUPPLEMENT' });
    expect(value(await recordSeenBy(market, record), 'BZ')).toBe(fields[0]!.value);
    expect(await changesTold(city, record)).toEqual(['CORRECTED']);
  });

  test('WITHDRAW: of a revoked penalty within three working days, and the clock shows it', async () => {
    const { record, id } = await disputedRecord(city, people, { ground: 'REVOKED' });
    expect((await objectionSeenBy(market, id)).deadline).toMatchObject({ dueOn: '2026-11-26', length: 3 });
    on('2026-11-25');
    const input = { id, remedy: 'WITHDRAW', reason: '处罚决定已被撤销', document: '行政复议决定书〔2026〕7号' };
    expect(await refused(steps(market, 'upholdObjection', { ...input, revokedOn: '2026-10-01' }))).toEqual([
      'BAD_INPUT',
      'REVOKED_ON',
    ]);
    expect(await done(steps(market, 'upholdObjection', { ...input, revokedOn: '2026-11-18' }))).toMatchObject({
      state: 'UPHELD',
      record: { state: 'WITHDRAWN', disputed: false },
    });
    const { versions } = (await recordSeenBy(enterprise, record)).record;
    expect(versions[0].withdrawal).toEqual({
      ...{ revokedOn: '2026-11-18', document: '行政复议决定书〔2026〕7号', late: true },
      deadline: { dueOn: '2026-11-23', length: 3 },
    });
    expect((await recordSeenBy(city.anyone, record)).record).toBeNull();
    expect(await changesTold(city, record)).toEqual(['WITHDRAWN']);
    const again = await objects(enterprise, record);
    expect(again.refusals[0]!.extensions.reason).toBe('OBJECTION_RECORD_OVER');
  });

  test('STOP_PUBLICITY: not published from today, and not by being sent again', async () => {
    const { record, id, row } = await disputedRecord(city, people, { ground: 'SHOWN_TOO_LONG' });
    const input = { id, remedy: 'STOP_PUBLICITY', reason: '超出公示期限' };
    expect(await done(steps(market, 'upholdObjection', input))).toMatchObject({ state: 'UPHELD' });
    const seen = async () => (await recordSeenBy(city.anyone, record)).record;
    expect(await seen()).toBeNull();
    const hidden = await city.anyone.asks(
      'query ($u: USCC!) { entity(uscc: $u) { records(first: 100) { edges { node { id } } } } }',
      { u: objector },
    );
    expect(hidden.withheld).toContainEqual(expect.objectContaining({ state: 'WITHHELD', reason: 'PUBLICITY_ENDED' }));
    await market.submits('MARKET_PENALTY', [{ ...row, CF_NR_FK: '0.3' }]);
    expect(await seen()).toBeNull();
    expect((await recordSeenBy(enterprise, record)).record).toMatchObject({
      ...{ state: 'EXPIRED', disputed: false, publicUntil: '2026-11-22' },
    });
    expect(await changesTold(city, record)).toEqual(['PUBLICITY_STOPPED']);
  });
});

describe('the provider dismisses it', () => {
  const dismissal = { reason: '经核实与决定书一致', evidence: '处罚决定书、缴款凭证' };
  const dismissed = async () => {
    const one = await disputedRecord(city, people);
    await done(steps(market, 'dismissObjection', { id: one.id, ...dismissal }));
    return one;
  };

  test('with reason and evidence, both; the mark stays, and a review can be asked for in ten working days', async () => {
    const { record, id } = await disputedRecord(city, people);
    const dismiss = (more: object) => steps(market, 'dismissObjection', { id, ...more });
    expect(await refused(dismiss({ evidence: 'x' }))).toEqual(['REFUSED', 'REASON_REQUIRED']);
    expect(await refused(dismiss({ reason: 'x', evidence: ' ' }))).toEqual(['REFUSED', 'OBJECTION_EVIDENCE']);
    const answer = await done(dismiss(dismissal));
    expect(answer).toMatchObject({
      ...{ state: 'DISMISSED', finding: dismissal.reason, findingEvidence: dismissal.evidence },
      deadline: { dueOn: '2026-12-07', startedOn: '2026-11-23', length: 10 },
      record: { disputed: true },
    });
    expect(answer.documents[0].text).toContain(`理由：${dismissal.reason}\n证据：${dismissal.evidence}\n`);
    expect(answer.documents[0].text).toContain('自本告知书制发之日起十个工作日内');
    expect(await stepsFor(enterprise, id)).toEqual(['requestReview', 'withdraw']);
    expect(await refused(steps(enterprise, 'requestObjectionReview', { id }))).toEqual(['REFUSED', 'REASON_REQUIRED']);
    on('2026-12-08');
    expect(await refused(steps(enterprise, 'requestObjectionReview', { id, reason: '不服' }))).toEqual([
      'REFUSED',
      'OBJECTION_REVIEW_TOO_LATE',
    ]);
    // nobody asked in time: it is final
    await clockStrikes(city, '2026-12-07T23:00:00+08:00');
    expect(await stateOf(id)).toBe('DISMISSED');
    await clockStrikes(city, '2026-12-08T00:30:00+08:00');
    expect([await stateOf(id), await disputed(record)]).toEqual(['CLOSED', false]);
    expect((await objectionSeenBy(enterprise, id)).timeline.at(-1)).toMatchObject({ step: 'becomeFinal', by: 'CLOCK' });
    expect((await recordSeenBy(city.anyone, record)).record.disputed).toBe(false);
    expect(await changesTold(city, record)).toEqual([]);
    // the same again needs something new
    expect(await refused(objects(enterprise, record))).toEqual(['REFUSED', 'OBJECTION_NOTHING_NEW']);
    const anew = await done(objects(enterprise, record, { attachments: [await sent(enterprise)] }));
    await done(steps(enterprise, 'withdrawObjection', { id: anew.id }));
  });

  test('who gives up after a dismissal was answered all the same', async () => {
    const { record, id } = await dismissed();
    await done(steps(enterprise, 'withdrawObjection', { id }));
    expect(await disputed(record)).toBe(false);
    expect(await refused(objects(enterprise, record))).toEqual(['REFUSED', 'OBJECTION_NOTHING_NEW']);
  });

  test('the one review upholds it: publicity stops', async () => {
    const { record, id } = await dismissed();
    const attachments = [await sent(enterprise)];
    const review = await done(steps(enterprise, 'requestObjectionReview', { id, reason: '金额仍有误', attachments }));
    expect(review).toMatchObject({
      ...{ state: 'UNDER_REVIEW', attachments: [{ name: 'evidence.pdf' }] },
      deadline: { dueOn: '2026-12-02', length: 7 },
    });
    expect(await stepsFor(market, id)).toEqual([]);
    expect(await stepsFor(centre, id)).toEqual(['upholdOnReview', 'dismissOnReview']);
    expect(await refused(steps(market, 'reviewObjection', { id, upholds: false, reason: 'x' }))).toEqual([
      'FORBIDDEN',
      'ROLE_REQUIRED',
    ]);
    const decided = await done(steps(centre, 'reviewObjection', { id, upholds: true, reason: '证据不足以证明' }));
    expect(decided).toMatchObject({ state: 'REVIEW_UPHELD', finding: '证据不足以证明', record: { disputed: false } });
    expect(decided.documents).toMatchObject([
      { kind: 'OBJECTION_RESULT', issuedBy: '包头市市场监督管理局' },
      { kind: 'OBJECTION_REVIEW', issuedBy: '包头市信用中心', title: '信用信息异议复核决定书' },
    ]);
    expect((await recordSeenBy(city.anyone, record)).record).toBeNull();
    expect(await changesTold(city, record)).toEqual(['PUBLICITY_STOPPED']);
    expect(await refused(steps(enterprise, 'requestObjectionReview', { id, reason: '再次' }))).toEqual([
      'CONFLICT',
      'CASE_MOVED_ON',
    ]);
  });

  test('the one review dismisses it for good; a late review is told to the supervisor and decided all the same', async () => {
    const { record, id } = await dismissed();
    await done(steps(enterprise, 'requestObjectionReview', { id, reason: '金额仍有误' }));
    await clockStrikes(city, '2026-12-03T00:30:00+08:00');
    expect(await objectionSeenBy(supervisor, id)).toMatchObject({
      ...{ state: 'UNDER_REVIEW', escalatedAt: '2026-12-02T16:30:00.000Z', deadline: { dueOn: '2026-12-02' } },
    });
    on('2026-12-03');
    expect(await disputed(record)).toBe(true);
    const decided = await done(steps(centre, 'reviewObjection', { id, upholds: false, reason: '处理正确' }));
    expect(decided).toMatchObject({ state: 'CLOSED', escalatedAt: null, record: { disputed: false } });
    expect(decided.documents[1].text).toContain('维持原处理结果。');
    expect(decided.documents[1].text).toContain('行政复议或者提起行政诉讼');
    expect((await recordSeenBy(city.anyone, record)).record).toMatchObject({ id: record, disputed: false });
  });
});

describe('who may do what', () => {
  test('another department, another enterprise, the public and the supervisor decide nothing', async () => {
    const { id } = await disputedRecord(city, people);
    const input = { id, reason: 'x', evidence: 'y' };
    expect(await refused(steps(tax, 'dismissObjection', input))).toEqual(['NOT_FOUND', 'OBJECTION_UNKNOWN']);
    expect(await refused(steps(other, 'withdrawObjection', input))).toEqual(['NOT_FOUND', 'OBJECTION_UNKNOWN']);
    expect(await refused(steps(market, 'dismissObjection', { ...input, id: 'x' }))).toEqual([
      'NOT_FOUND',
      'OBJECTION_UNKNOWN',
    ]);
    expect(await refused(steps(supervisor, 'dismissObjection', input))).toEqual(['FORBIDDEN', 'ROLE_REQUIRED']);
    expect(await refused(steps(centre, 'dismissObjection', input))).toEqual(['FORBIDDEN', 'ROLE_REQUIRED']);
    expect((await steps(city.anyone, 'withdrawObjection', input)).refusals[0]!.extensions.reason).toBe(
      'AUTHENTICATION_REQUIRED',
    );
    const counted = async (who: Person) =>
      (await who.asks('query { objections(filter: { state: VERIFYING }) { totalCount } }')).data.objections.totalCount;
    expect(await Promise.all([enterprise, market, centre, supervisor, tax, other].map(counted))).toEqual([
      ...[1, 1, 1, 1, 0, 0],
    ]);
    const odd = await enterprise.asks('query { objections(filter: { record: "x" }) { totalCount } }');
    expect(odd.refusals[0]!.extensions).toMatchObject({ code: 'NOT_FOUND', reason: 'RECORD_UNKNOWN' });
    await done(steps(enterprise, 'withdrawObjection', { id }));
  });

  test('the result is a document for whoever may know of the objection, and for nobody else', async () => {
    const { id } = await disputedRecord(city, people);
    const { documents } = await done(
      steps(market, 'upholdObjection', { id, remedy: 'STOP_PUBLICITY', reason: '超出公示期限' }),
    );
    const [{ url, number }] = documents;
    expect(number).toMatch(/^包信异告〔2026〕1123\d{6}号$/);
    const statuses = await Promise.all(
      [enterprise, supervisor, tax, other, city.anyone].map(async (who) => {
        const response = await who.fetches(url);
        const beginning = Buffer.from(await response.arrayBuffer())
          .subarray(0, 5)
          .toString();
        return response.status === 200 && beginning === '%PDF-' ? 'PDF' : response.status;
      }),
    );
    expect(statuses).toEqual(['PDF', 'PDF', 404, 404, 404]);
  });

  test('two who decide at once: one wins, the other is told what happened', async () => {
    const { id, record } = await disputedRecord(city, people);
    const colleague = await city.officer('MARKET', 'second');
    const answers = await Promise.all([
      steps(market, 'upholdObjection', { id, remedy: 'STOP_PUBLICITY', reason: '成立' }),
      steps(colleague, 'dismissObjection', { id, reason: '不成立', evidence: '决定书' }),
    ]);
    const refusals = answers.flatMap(({ refusals }) => refusals);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CASE_MOVED_ON', lastBy: 'PROVIDER' });
    const { timeline, documents, state } = await objectionSeenBy(enterprise, id);
    expect([timeline.length, documents.length]).toEqual([2, 1]);
    expect(await deedsOn(id)).toHaveLength(2);
    expect(await disputed(record)).toBe(state === 'DISMISSED');
  });
});
