import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  applies,
  done,
  fined,
  heldProof,
  knowsOf,
  reasonOf,
  seenBy,
  strikes,
  takes,
  underReview,
} from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

const ours = '91150203MA0T3QT218';
const theirs = '91150200MA0T3QT132';

let city: City;
let enterprise: Person;
let another: Person;
let market: Person;
let tax: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-23T09:00:00+08:00');
  [enterprise, another, market, tax, centre, supervisor] = await Promise.all([
    city.enterprise(ours),
    city.enterprise(theirs),
    city.officer('MARKET'),
    city.officer('TAX'),
    city.official('credit-centre'),
    city.official('supervisor'),
  ]);
  await city.owner('update consumer set active = false');
  // the end of an announcement starts a period of working days, which on the last nights here reaches into an unknown year
  await city.owner('truncate list_entry, restriction cascade');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
const night = (date: string) => strikes(city, `${date}T00:05:00+08:00`);
beforeEach(() => day('2026-11-23'));

const eligibility = async (record: string, who = enterprise) =>
  done(
    await who.asks(
      'query ($r: ID!) { it: repairEligibility(record: $r) { eligible repairableFrom arithmetic missing { reason from says basis remedy } } }',
      { r: record },
    ),
  );

describe('who comes too early', () => {
  test('is told the very day, and is welcome on it', async () => {
    const { id } = await fined(city, ours, { CF_JDRQ: '2026-08-31', CF_YXQ: '2027-08-31' });
    day('2026-11-29');
    expect(await eligibility(id)).toMatchObject({
      eligible: false,
      repairableFrom: '2026-11-30',
      missing: [{ reason: 'REPAIR_TOO_EARLY', from: '2026-11-30', says: expect.stringContaining('2026-11-30') }],
    });
    const refused = await applies(enterprise, id);
    expect(refused.refusals[0]).toMatchObject({
      message: expect.stringContaining('2026-11-30'),
      extensions: { code: 'REFUSED', reason: 'REPAIR_TOO_EARLY', remedy: expect.stringContaining('2026-11-30') },
    });
    day('2026-11-30');
    expect(await eligibility(id)).toMatchObject({ eligible: true, missing: [] });
    expect(done(await applies(enterprise, id))).toMatchObject({ state: 'SUBMITTED' });
    expect((await eligibility(id)).missing).toMatchObject([{ reason: 'REPAIR_OPEN', from: null }]);
  });

  test('a minor penalty needs no waiting, a serious one a year; an honour is no matter of repair', async () => {
    const minor = await fined(city, ours, { CF_CFLB: '警告', CF_NR_FK: '', CF_JDRQ: '2026-11-23' });
    expect(await eligibility(minor.id)).toMatchObject({ eligible: true, repairableFrom: '2026-11-23' });
    const serious = await fined(city, ours, { CF_CFLB: '责令停产停业', CF_NR_FK: '' });
    expect(await eligibility(serious.id)).toMatchObject({ eligible: false, repairableFrom: '2027-07-20' });
    const [licence] = await city.owner(
      `select r.id from credit_record r join legal_entity e on e.id = r.entity_id where e.uscc = $1 and item_code = 'MARKET_LICENCE' limit 1`,
      [ours],
    );
    expect(await eligibility(licence.id)).toMatchObject({
      ...{ eligible: false, repairableFrom: null, arithmetic: 'Not adverse: there is nothing to repair.' },
      missing: [{ reason: 'REPAIR_NOT_ADVERSE', from: null }],
    });
    expect(reasonOf(await applies(enterprise, licence.id))).toBe('REPAIR_NOT_ADVERSE');
  });
});

describe('an application brings', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['proof', { proofs: [] }, 'REPAIR_PROOF_MISSING'],
    ['proof that says where it is', { proofs: [{ title: '缴款凭证' }] }, 'REPAIR_PROOF_EMPTY'],
    ['proof with its number', { proofs: [{ ...heldProof, number: ' ' }] }, 'REPAIR_PROOF_EMPTY'],
    ['proof with a name', { proofs: [{ ...heldProof, title: ' ' }] }, 'STATEMENT_MISSING'],
    ['proof of a department that there is', { proofs: [{ ...heldProof, heldBy: 'NOBODY' }] }, 'UNKNOWN_DEPARTMENT'],
    ['no heap of proof', { proofs: Array(21).fill(heldProof) }, 'REPAIR_PROOFS_TOO_MANY'],
    ['the commitment', { commitment: { accepts: false, signedBy: '范某娟' } }, 'REPAIR_COMMITMENT'],
    ['a signature', { commitment: { accepts: true, signedBy: ' ' } }, 'STATEMENT_MISSING'],
    ['text that can be stored', { statement: '说明\u0000' }, 'NUL_CHARACTER'],
    ['whole characters', { proofs: [{ ...heldProof, title: '凭证\ud800' }] }, 'BROKEN_CHARACTER'],
    ['no novel', { statement: '长'.repeat(2001) }, 'TEXT_TOO_LONG'],
  ])('%s', async (_what, more, reason) => {
    const { id } = await fined(city, ours);
    expect(reasonOf(await applies(enterprise, id, more))).toBe(reason);
    expect((await eligibility(id)).eligible).toBe(true);
  });

  test('files of its own that are used for nothing else', async () => {
    const { id } = await fined(city, ours);
    for (const attachment of ['x', '0190f5b0-0000-7000-8000-000000000000']) {
      const { refusals } = await applies(enterprise, id, { proofs: [{ title: '缴款凭证', attachment }] });
      expect(refusals[0]?.extensions.code).toMatch(/NOT_FOUND|BAD_INPUT|REFUSED/);
    }
  });
});

describe('the supplement', () => {
  test('is asked for once, with what is missing, and supplied by the applicant alone', async () => {
    const { id: record } = await fined(city, ours);
    const { id } = done(await applies(enterprise, record));
    expect(reasonOf(await takes(market, 'requestRepairSupplement', { id, missing: [] }))).toBe(
      'REPAIR_MISSING_UNNAMED',
    );
    expect(reasonOf(await takes(market, 'requestRepairSupplement', { id, missing: [' '] }))).toBe('STATEMENT_MISSING');
    expect(reasonOf(await takes(enterprise, 'requestRepairSupplement', { id, missing: ['x'] }))).toBe('ROLE_REQUIRED');
    expect(reasonOf(await takes(enterprise, 'supplyRepairSupplement', { id, proofs: [heldProof] }))).toBe(
      'CASE_MOVED_ON',
    );
    day('2026-11-24');
    done(await takes(market, 'requestRepairSupplement', { id, missing: ['整改验收材料', '缴款凭证原件'] }));
    expect(await seenBy(enterprise, id)).toMatchObject({
      missing: ['整改验收材料', '缴款凭证原件'],
      availableSteps: [{ step: 'supply' }, { step: 'withdraw' }],
    });
    expect(await seenBy(market, id)).toMatchObject({ availableSteps: [] });
    expect(reasonOf(await takes(market, 'acceptRepair', { id }))).toBe('CASE_MOVED_ON');
    expect(reasonOf(await takes(enterprise, 'supplyRepairSupplement', { id, proofs: [] }))).toBe(
      'REPAIR_PROOF_MISSING',
    );
    expect(reasonOf(await takes(another, 'supplyRepairSupplement', { id, proofs: [heldProof] }))).toBe(
      'REPAIR_UNKNOWN',
    );
    // nothing is late while the applicant is asked
    await night('2026-12-20');
    expect(await seenBy(supervisor, id)).toMatchObject({ state: 'NEED_SUPPLEMENT', escalatedAt: null });
    day('2026-11-30');
    done(await takes(enterprise, 'supplyRepairSupplement', { id, proofs: [{ ...heldProof, title: '整改验收意见' }] }));
    expect(reasonOf(await takes(market, 'requestRepairSupplement', { id, missing: ['更多'] }))).toBe('STEP_ONLY_ONCE');
    expect((await seenBy(market, id)).availableSteps.map(({ step }: any) => step)).toEqual(['accept', 'reject']);
    const { data } = await market.asks(
      'query ($id: ID!) { repairApplication(id: $id) { proofs { title heldBy { code } number } } }',
      { id },
    );
    expect(data.repairApplication.proofs).toMatchObject([{ title: '罚款缴纳凭证' }, { title: '整改验收意见' }]);
  });
});

describe('not accepted', () => {
  test('with the reason; once the cause is gone the entity applies again', async () => {
    const { id: record } = await fined(city, ours);
    const first = done(await applies(enterprise, record));
    expect(reasonOf(await takes(market, 'rejectRepair', { id: first.id }))).toBe('REASON_REQUIRED');
    expect(reasonOf(await takes(tax, 'rejectRepair', { id: first.id, reason: '材料不齐' }))).toBe('REPAIR_UNKNOWN');
    const rejected = done(await takes(market, 'rejectRepair', { id: first.id, reason: '未提交缴款凭证' }));
    expect(rejected).toMatchObject({ state: 'NOT_ACCEPTED', reason: '未提交缴款凭证', deadline: null });
    expect(rejected.documents).toMatchObject([{ kind: 'REPAIR_REJECTION' }]);
    expect(rejected.documents[0].text).toContain('理由：未提交缴款凭证。');
    // nothing was decided on the matter: the case is no contested one
    const second = await underReview(city, enterprise, record);
    expect(done(await takes(market, 'approveRepair', { id: second }))).toMatchObject({ state: 'APPROVED' });
  });
});

describe('refused', () => {
  test('with reason and remedies; the next decision on it needs a second body', async () => {
    const { id: record } = await fined(city, ours);
    const first = await underReview(city, enterprise, record);
    expect(reasonOf(await takes(market, 'refuseRepair', { id: first, reason: ' ' }))).toBe('STATEMENT_MISSING');
    const refused = done(await takes(market, 'refuseRepair', { id: first, reason: '违法行为尚未改正' }));
    expect(refused).toMatchObject({ state: 'REFUSED', documents: [{ kind: 'REPAIR_REFUSAL' }], availableSteps: [] });
    for (const part of ['违法行为尚未改正', '行政复议', '行政诉讼']) expect(refused.documents[0].text).toContain(part);
    expect(await knowsOf(city.anyone, record, ours)).toEqual([true, true]);

    const id = await underReview(city, enterprise, record);
    const steps = (await seenBy(market, id)).availableSteps.map(({ step }: any) => step);
    expect(steps).toEqual(['extend', 'proposeApproval', 'proposeRefusal']);
    expect(reasonOf(await takes(centre, 'countersignRepair', { id, agrees: true }))).toBe('CASE_MOVED_ON');
    const proposed = done(await takes(market, 'approveRepair', { id, reason: '已全部改正' }));
    expect(proposed).toMatchObject({ state: 'COUNTERSIGN', proposal: 'APPROVE', documents: [] });
    // the unit alone has changed nothing
    expect(await knowsOf(city.anyone, record, ours)).toEqual([true, true]);
    expect(reasonOf(await takes(market, 'countersignRepair', { id, agrees: true }))).toBe('ROLE_REQUIRED');
    expect(reasonOf(await takes(market, 'approveRepair', { id }))).toBe('CASE_MOVED_ON');
    expect((await seenBy(centre, id)).availableSteps.map(({ step }: any) => step)).toEqual([
      'countersignApproval',
      'sendBack',
    ]);
    expect(reasonOf(await takes(centre, 'countersignRepair', { id, agrees: false }))).toBe('REASON_REQUIRED');
    const back = done(await takes(centre, 'countersignRepair', { id, agrees: false, reason: '请补充现场核查记录' }));
    expect(back).toMatchObject({ state: 'UNDER_REVIEW', proposal: null, deadline: { dueOn: '2026-12-02' } });

    done(await takes(market, 'refuseRepair', { id, reason: '核查发现仍未改正' }));
    expect((await seenBy(centre, id)).availableSteps.map(({ step }: any) => step)).toContain('countersignRefusal');
    const agreed = done(await takes(centre, 'countersignRepair', { id, agrees: true, reason: '同意' }));
    expect(agreed).toMatchObject({ state: 'REFUSED', reason: '核查发现仍未改正' });
    expect(agreed.documents[0].text).toContain('核查发现仍未改正');

    const third = await underReview(city, enterprise, record);
    done(await takes(market, 'approveRepair', { id: third }));
    expect(done(await takes(centre, 'countersignRepair', { id: third, agrees: true }))).toMatchObject({
      state: 'APPROVED',
      documents: [{ kind: 'REPAIR_APPROVAL' }, { kind: 'PUBLICITY_END_NOTICE' }],
    });
    expect(await knowsOf(city.anyone, record, ours)).toEqual([false, false]);
    const accounts = async (who: Person) => (await seenBy(who, third)).timeline.map(({ account }: any) => account);
    const [, , , agreedBy] = await accounts(supervisor);
    expect(await accounts(centre)).toEqual([null, null, null, agreedBy]);
    expect((await accounts(market)).at(-1)).toBeNull();
  });
});

describe('an objection', () => {
  test('that is open makes the case contested', async () => {
    const { id: record } = await fined(city, ours);
    const id = await underReview(city, enterprise, record);
    done(
      await enterprise.asks('mutation ($input: FileObjectionInput!) { it: fileObjection(input: $input) { id } }', {
        input: { record, ground: 'CONTENT_WRONG', statement: '罚款金额有误', evidence: '决定书' },
      }),
    );
    expect(await seenBy(market, id)).toMatchObject({ record: { disputed: true } });
    expect(done(await takes(market, 'approveRepair', { id }))).toMatchObject({ state: 'COUNTERSIGN' });
    expect(done(await takes(centre, 'countersignRepair', { id, agrees: true }))).toMatchObject({ state: 'APPROVED' });
    expect(await knowsOf(city.anyone, record, ours)).toEqual([false, false]);
  });

  test('whose examination took too long is told once, and its own clock then goes on and runs out', async () => {
    const { id: record } = await fined(city, ours);
    const act = async (who: Person, deed: string, input: object, type = 'DecideObjectionInput') =>
      done(
        await who.asks(
          `mutation ($input: ${type}!) { it: ${deed}(input: $input) { id state escalatedAt deadline { dueOn startedOn } } }`,
          { input },
        ),
      );
    const filed = { record, ground: 'OTHER', statement: '检验结论有误', evidence: '检验报告' };
    day('2026-10-12');
    const { id } = await act(enterprise, 'fileObjection', filed, 'FileObjectionInput');
    day('2026-10-13');
    const examined = await act(market, 'examineObjection', { id, reason: '委托复检' });
    const { dueOn } = examined.deadline;
    expect(examined.deadline.startedOn).toBe('2026-10-13');
    await night('2026-11-30');
    const seen = async () =>
      done(
        await supervisor.asks(
          'query ($id: ID!) { it: objection(id: $id) { state escalatedAt deadline { dueOn startedOn } } }',
          { id },
        ),
      );
    expect(await seen()).toMatchObject({
      state: 'EXAMINING',
      escalatedAt: expect.any(String),
      deadline: { startedOn: '2026-10-13', dueOn },
    });
    day('2026-12-01');
    // filed on 10-12, one of seven days was used; six are left
    expect(await act(market, 'resumeObjection', { id })).toMatchObject({
      state: 'VERIFYING',
      escalatedAt: null,
      deadline: { startedOn: '2026-10-12', dueOn: '2026-12-09' },
    });
    await night('2026-12-10');
    expect(await seen()).toMatchObject({ state: 'UNVERIFIABLE' });
  });
});

describe('the extension', () => {
  test('is told with the reason, once, before the deadline has passed', async () => {
    const { id: record } = await fined(city, ours);
    const id = await underReview(city, enterprise, record);
    expect(reasonOf(await takes(market, 'extendRepair', { id }))).toBe('REASON_REQUIRED');
    expect(reasonOf(await takes(centre, 'extendRepair', { id, reason: '案情复杂' }))).toBe('ROLE_REQUIRED');
    day('2026-12-02');
    const extended = done(await takes(market, 'extendRepair', { id, reason: '案情复杂，需现场核查' }));
    expect(extended).toMatchObject({
      state: 'EXTENDED',
      deadline: { startedOn: '2026-12-02', dueOn: '2026-12-16', length: 10 },
      resultDeadline: { dueOn: '2026-12-21', length: 20 },
    });
    expect(extended.timeline.at(-1)).toMatchObject({ step: 'extend', reason: '案情复杂，需现场核查' });
    expect(reasonOf(await takes(market, 'extendRepair', { id, reason: '再延' }))).toBe('CASE_MOVED_ON');
    expect(done(await takes(market, 'approveRepair', { id }))).toMatchObject({ state: 'APPROVED' });
  });

  test('does not revive what is late', async () => {
    const { id: record } = await fined(city, ours);
    const id = await underReview(city, enterprise, record);
    day('2026-12-03');
    const { refusals } = await takes(market, 'extendRepair', { id, reason: '案情复杂' });
    expect(refusals[0]).toMatchObject({
      message: expect.stringContaining('2026-12-02'),
      extensions: { reason: 'EXTENSION_TOO_LATE' },
    });
    expect((await seenBy(market, id)).availableSteps.map(({ step }: any) => step)).toEqual(['approve', 'refuse']);
  });
});

describe('the unit that does not answer', () => {
  test('is told of to the supervisor once; nothing is decided by silence, and a late decision is one', async () => {
    const { id: record } = await fined(city, ours);
    const { id } = done(await applies(enterprise, record));
    await night('2026-11-26');
    expect(await seenBy(supervisor, id)).toMatchObject({ state: 'SUBMITTED', escalatedAt: null });
    await night('2026-11-27');
    const late = await seenBy(supervisor, id);
    expect(late).toMatchObject({ state: 'SUBMITTED', escalatedAt: '2026-11-26T16:05:00.000Z' });
    await Promise.all([night('2026-11-28'), night('2026-12-05')]);
    await night('2026-12-05');
    const later = await seenBy(supervisor, id);
    expect(later).toMatchObject({ state: 'SUBMITTED', escalatedAt: late.escalatedAt });
    expect(later.timeline).toMatchObject([{ step: 'apply' }, { step: 'escalate', by: 'CLOCK', account: 'platform' }]);
    expect(later.deadline).toMatchObject({ dueOn: '2026-11-26' });
    expect(await knowsOf(city.anyone, record, ours)).toEqual([true, true]);
    day('2026-12-05');
    const { data } = await supervisor.asks(
      '{ tasks(first: 100) { edges { node { id awaits overdue escalatedAt } } } }',
    );
    const task = data.tasks.edges.map(({ node }: any) => node).find((node: any) => node.id === id);
    expect(task).toMatchObject({ awaits: 'DEPARTMENT:MARKET', overdue: true, escalatedAt: late.escalatedAt });
    // the act that is due next is not late
    expect(done(await takes(market, 'acceptRepair', { id }))).toMatchObject({
      state: 'UNDER_REVIEW',
      escalatedAt: null,
      deadline: { overdue: false },
    });
  });

  test('nor does it gain by accepting late: the applicant is to have the result within ten days', async () => {
    const { id: record } = await fined(city, ours);
    const { id } = done(await applies(enterprise, record));
    day('2026-11-30');
    done(await takes(market, 'acceptRepair', { id }));
    await night('2026-12-08');
    expect(await seenBy(supervisor, id)).toMatchObject({
      escalatedAt: '2026-12-07T16:05:00.000Z',
      deadline: { dueOn: '2026-12-09' },
      resultDeadline: { dueOn: '2026-12-07' },
    });
    await night('2026-12-10');
    expect((await seenBy(supervisor, id)).timeline.filter(({ step }: any) => step === 'escalate')).toHaveLength(1);
    day('2026-12-10');
    expect(done(await takes(market, 'approveRepair', { id }))).toMatchObject({ state: 'APPROVED', escalatedAt: null });
  });
});

describe('the applicant who gives it up', () => {
  test('may until it is decided, and may apply again', async () => {
    const { id: record } = await fined(city, ours);
    const { id } = done(await applies(enterprise, record));
    expect(reasonOf(await takes(another, 'withdrawRepair', { id }))).toBe('REPAIR_UNKNOWN');
    expect(done(await takes(enterprise, 'withdrawRepair', { id, reason: '材料待补' }))).toMatchObject({
      state: 'WITHDRAWN',
      deadline: null,
      availableSteps: [],
    });
    const second = await underReview(city, enterprise, record);
    done(await takes(market, 'approveRepair', { id: second }));
    expect(reasonOf(await takes(enterprise, 'withdrawRepair', { id: second }))).toBe('CASE_MOVED_ON');
  });
});
