import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  confirmed,
  evidence,
  lawful,
  ours,
  promise,
  registration,
  sees,
  statisticsOf,
  steps,
} from './world/commitments.js';
import { applies, done, reasonOf, strikes, takes } from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let commerce: Person;
let finance: Person;
let enterprise: Person;
let administrator: Person;
let authority: Person;
let centre: Person;
let supervisor: Person;
let another: Person;
beforeAll(async () => {
  city = await openCity();
  [commerce, finance, enterprise, administrator, authority, centre, supervisor, another] = await Promise.all([
    city.officer('COMMERCE'),
    city.officer('FINANCE'),
    city.enterprise(ours),
    city.official('arrears-admin'),
    city.officer('DRC'),
    city.official('credit-centre'),
    city.official('supervisor'),
    city.enterprise('91150200MA0T3QT132'),
  ]);
  // the seeds have promises of their own: they are no part of these lists
  await city.owner('truncate policy_commitment, arrears_case cascade');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
const strike = async (date: string) => {
  day(date);
  await strikes(city, `${date}T09:00:00+08:00`);
};
const commerceCode = '1115020001T3QT254Y';

describe('a promise that is kept', () => {
  let id: string;

  test('is registered by its department, found valid, kept in part, reported and confirmed by the beneficiary alone', async () => {
    day('2026-03-02');
    const milestones = [{ title: '首期', dueOn: '2026-03-31', amount: '100000.00' }];
    const registered = done(await steps(commerce, 'registerCommitment', registration({ milestones })));
    ({ id } = registered);
    expect(registered).toMatchObject({
      ...{ number: 'Y-20260302-000001', state: 'REGISTERED', claimed: false, fulfilledAmount: '0.00' },
      ...{ promisor: { code: 'COMMERCE' }, owner: { code: 'COMMERCE' }, beneficiary: { uscc: ours } },
      ...{ promiseDueOn: '2026-04-30', deadline: { dueOn: '2026-03-16', length: 10, unit: 'WORKING_DAYS' } },
      ...{ availableSteps: [{ step: 'handOver' }] },
    });
    const valid = done(await steps(administrator, 'confirmCommitmentAuthority', { id, ...lawful }));
    expect(valid).toMatchObject({
      ...{ state: 'CONFIRMED', authority: { valid: true, ...lawful, trustInterest: null } },
      deadline: { dueOn: '2026-04-30', length: null, unit: 'UNTIL_DATE' },
    });

    day('2026-03-30');
    const began = done(await steps(commerce, 'reportCommitmentProgress', { id, note: '已列入付款计划' }));
    expect(began.state).toBe('IN_PROGRESS');
    const wrong = { id, note: '…', fulfilledAmount: '300000.01' };
    expect(reasonOf(await steps(commerce, 'reportCommitmentProgress', wrong))).toBe('COMMITMENT_FULFILLED_AMOUNT');
    const report = { id, note: '首期已付', fulfilledAmount: '100000.00' };
    const partial = await steps(commerce, 'reportCommitmentProgress', {
      ...{ ...report, evidence: [await evidence(commerce)] },
      done: [{ milestone: 1, doneOn: '2026-03-30' }],
    });
    expect(done(partial)).toMatchObject({
      ...{ state: 'PARTIAL', fulfilledAmount: '100000.00', milestones: [{ doneOn: '2026-03-30' }] },
      ...{ progress: [{ amount: '0.00' }, { on: '2026-03-30', amount: '100000.00', note: '首期已付' }] },
    });

    day('2026-04-28');
    const reported = { id, doneOn: '2026-04-27', note: '余款已付' };
    expect(reasonOf(await steps(commerce, 'reportFulfilment', { ...reported, evidence: [] }))).toBe(
      'COMMITMENT_EVIDENCE',
    );
    const proof = await evidence(commerce);
    expect(done(await steps(commerce, 'reportFulfilment', { ...reported, evidence: [proof] }))).toMatchObject({
      state: 'FULFILMENT_REPORTED',
      attachments: [{}, { id: proof }],
      // the owner neither confirms nor is it confirmed by silence
      availableSteps: [{ step: 'handOver' }],
    });
    await strike('2026-05-20');
    expect(await sees(enterprise, id)).toMatchObject({
      ...{ state: 'FULFILMENT_REPORTED', escalatedAt: '2026-05-20T01:00:00.000Z' },
      availableSteps: [{ step: 'confirm' }, { step: 'refute' }],
    });
    expect(done(await steps(enterprise, 'confirmCommitment', { id }))).toMatchObject({
      ...{ state: 'FULFILLED', fulfilledAmount: '300000.00', fulfilledOn: '2026-04-27', deadline: null },
      ...{ availableSteps: [], measures: [], record: null },
    });
  });

  test('counts as kept, and the past is counted as it was', async () => {
    const counts = { count: 1, fulfilled: 1, onTime: 1, overdue: 0, defaulted: 0, lawfullyChanged: 0 };
    const kept = { ...counts, fulfilmentRate: '100.0%' };
    // the amounts of one beneficiary are for those who watch over the promise
    for (const who of [commerce, administrator, centre, supervisor]) {
      const amounts = { amountPromised: '300000.00', amountFulfilled: '300000.00' };
      expect(await statisticsOf(who, 'COMMERCE')).toEqual({ ...kept, ...amounts });
    }
    for (const who of [city.anyone, enterprise, finance]) {
      expect(await statisticsOf(who, 'COMMERCE')).toEqual({ ...kept, amountPromised: null, amountFulfilled: null });
    }
    expect(await statisticsOf(commerce, 'COMMERCE', '2026-03-30')).toMatchObject({
      ...{ count: 1, fulfilled: 0, amountFulfilled: '100000.00', fulfilmentRate: null },
    });
    expect(await statisticsOf(city.anyone, 'COMMERCE', '2026-05-01')).toMatchObject({
      overdue: 1,
      fulfilmentRate: '0.0%',
    });
    expect(await statisticsOf(city.anyone, 'COMMERCE', '2026-03-01')).toBeUndefined();
    const { data } = await city.anyone.asks(
      '{ commitmentStatistics(by: KIND) { kind department { code } fulfilled } }',
    );
    expect(data.commitmentStatistics).toEqual([{ kind: 'SUBSIDY', department: null, fulfilled: 1 }]);
  });
});

describe('a promise that is broken', () => {
  let id: string;
  let record: string;

  test('is overdue by the clock, urged, taken up and not mended', async () => {
    day('2026-03-02');
    id = await confirmed(city);
    await strike('2026-04-30');
    expect((await sees(commerce, id)).state).toBe('CONFIRMED');
    await strike('2026-05-06');
    expect(await sees(commerce, id)).toMatchObject({ state: 'OVERDUE', deadline: { dueOn: '2026-05-12' } });
    const { data: mine } = await administrator.asks('{ taskCounts { kind state count } }');
    expect(mine.taskCounts).toEqual([{ kind: 'COMMITMENT', state: 'OVERDUE', count: 1 }]);
    const proposal = { id, reason: '经督办拒不整改' };
    expect(reasonOf(await steps(administrator, 'proposeCommitmentFinding', proposal))).toBe('COMMITMENT_NOT_URGED');
    const urged = done(
      await steps(administrator, 'urgeCommitment', { id, document: '包清欠督〔2026〕1号', reason: '逾期未付' }),
    );
    expect(urged).toMatchObject({
      ...{ state: 'URGED', urgedBy: '包清欠督〔2026〕1号', deadline: { dueOn: '2026-05-26', length: 15 } },
      documents: [{ kind: 'COMMITMENT_URGING', number: '包政兑督〔2026〕0302000002号' }],
    });
    expect(await commerce.statusOf(urged.documents[0].url)).toBe(200);
    expect(await finance.statusOf(urged.documents[0].url)).toBe(404);
    const plan = { id, plan: '调剂预算' };
    const tooFar = await steps(commerce, 'takeUpCommitment', { ...plan, rectifyBy: '2026-06-06' });
    expect(reasonOf(tooFar)).toBe('COMMITMENT_RECTIFY_BY');
    expect(done(await steps(commerce, 'takeUpCommitment', { ...plan, rectifyBy: '2026-06-05' }))).toMatchObject({
      ...{ state: 'RECTIFYING', deadline: { dueOn: '2026-06-05', unit: 'UNTIL_DATE' } },
    });
    expect(reasonOf(await steps(administrator, 'proposeCommitmentFinding', proposal))).toBe('COMMITMENT_TIME_LEFT');
    await strike('2026-06-08');
    expect(await sees(supervisor, id)).toMatchObject({ state: 'RECTIFYING', escalatedAt: '2026-06-08T01:00:00.000Z' });
    const { data } = await supervisor.asks(
      '{ tasks(filter: { kind: COMMITMENT }) { edges { node { state awaits } } } }',
    );
    expect(data.tasks.edges).toEqual([{ node: { state: 'RECTIFYING', awaits: 'DEPARTMENT:COMMERCE' } }]);
  });

  test('its owner is told and heard before the authority decides, which may reject; of two who find at once one does', async () => {
    expect(await sees(authority, id)).toBeNull();
    const proposed = done(await steps(administrator, 'proposeCommitmentFinding', { id, reason: '经督办拒不整改' }));
    expect(proposed).toMatchObject({ state: 'FINDING_PROPOSED', deadline: { dueOn: '2026-06-15', length: 5 } });
    const found = { id, basis: '发改财金〔2023〕1103号', reason: '事实清楚' };
    expect(reasonOf(await steps(authority, 'findCommitmentDefault', found))).toBe('CASE_MOVED_ON');
    const away = { id, owner: 'FINANCE', document: '包编办〔2026〕8号', reason: '职能调整' };
    expect(reasonOf(await steps(commerce, 'handOverCommitment', away))).toBe('COMMITMENT_BEING_FOUND');
    const answered = done(await steps(commerce, 'answerCommitmentNotice', { id, reason: '预算尚未下达' }));
    expect(answered.state).toBe('UNDER_FINDING');
    // the credit centre decides only where the authority is concerned itself
    for (const who of [centre, commerce, finance]) {
      const refused = reasonOf(await steps(who, 'findCommitmentDefault', found));
      expect(refused).toBe(who === finance ? 'COMMITMENT_UNKNOWN' : 'STEP_NOT_YOURS');
    }
    // it is rejected, and urged anew: another notice, to which nobody answers
    const rejected = done(await steps(authority, 'rejectCommitmentFinding', { id, reason: '再予整改' }));
    expect(rejected).toMatchObject({ state: 'URGED', deadline: { dueOn: '2026-06-30' } });
    day('2026-07-01');
    const again = done(await steps(administrator, 'proposeCommitmentFinding', { id, reason: '仍未整改' }));
    expect(again.documents.map(({ number }: any) => number)).toEqual([
      '包政兑督〔2026〕0302000002号',
      '包政失告〔2026〕0302000002号',
      '包政失告〔2026〕0302000002-2号',
    ]);
    await strike('2026-07-09');
    expect((await sees(authority, id)).availableSteps).toEqual([{ step: 'findDefault' }, { step: 'rejectFinding' }]);
    const colleague = await city.officer('DRC', 'colleague');
    const both = await Promise.all([authority, colleague].map((who) => steps(who, 'findCommitmentDefault', found)));
    expect(both.map(reasonOf).toSorted()).toEqual(['CASE_MOVED_ON', undefined]);
    const rows = await city.owner(
      "select from credit_record where item_code = 'DRC_GOVERNMENT_DISHONESTY' and number like '包政失认%'",
    );
    expect(rows).toHaveLength(1);
  });

  test('the record is public at once, names no beneficiary, and its measures are in force', async () => {
    const seen = await sees(commerce, id);
    expect(seen).toMatchObject({ state: 'DEFAULTED', record: { state: 'EFFECTIVE', number: seen.findingNumber } });
    expect(seen.measures.map(({ measure, inForce }: any) => [measure, inForce])).toEqual([
      ['限制公务消费', true],
      ['限制办公用房', true],
      ['限制经费安排', true],
      ['限制评先评优', true],
    ]);
    record = seen.record.id;
    const { data } = await city.anyone.asks(
      `query ($u: USCC!) { entity(uscc: $u) { records(filter: { item: "DRC_GOVERNMENT_DISHONESTY" }) {
        edges { node { id state publicUntil provider { code } fields { key value } } } } } }`,
      { u: commerceCode },
    );
    const [{ node }] = data.entity.records.edges;
    const values = Object.fromEntries(node.fields.map(({ key, value }: any) => [key, value]));
    expect(node).toMatchObject({ id: record, state: 'EFFECTIVE', provider: { code: 'DRC' } });
    expect(values).toMatchObject({ SXLX: '违约失信', SXJE: '300000.00', AJBH: seen.number, RDWH: seen.findingNumber });
    expect(JSON.stringify(node)).not.toContain(ours);
    expect(JSON.stringify(node)).not.toContain('外贸奖补资金');
    expect(await statisticsOf(city.anyone, 'COMMERCE')).toMatchObject({
      ...{ count: 2, fulfilled: 1, overdue: 1, defaulted: 1, fulfilmentRate: '50.0%' },
    });
  });

  test('it is still to be kept; repaired after the shortest publicity, which lifts every measure', async () => {
    const report = async (note: string) =>
      steps(commerce, 'reportFulfilment', {
        ...{ id, note, doneOn: (await sees(commerce, id)).foundOn },
        evidence: [await evidence(commerce)],
      });
    done(await report('已付'));
    // who was found in default and reports what is not so stays found
    expect(done(await steps(enterprise, 'refuteCommitment', { id, reason: '未到账' })).state).toBe('DEFAULTED');
    done(await report('已付，附回单'));
    expect(done(await steps(enterprise, 'confirmCommitment', { id })).state).toBe('FULFILLED');
    const itself = await city.enterprise(commerceCode);
    day('2026-10-08');
    expect(reasonOf(await applies(itself, record))).toBe('REPAIR_TOO_EARLY');
    day('2026-10-20');
    const { id: application } = done(await applies(itself, record));
    done(await takes(authority, 'acceptRepair', { id: application }));
    expect((await sees(commerce, id)).measures.every(({ inForce }: any) => inForce)).toBe(true);
    done(await takes(authority, 'approveRepair', { id: application }));
    expect((await sees(supervisor, id)).measures.map(({ inForce }: any) => inForce)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const { data } = await city.anyone.asks('query ($r: ID!) { record(id: $r) { id } }', { r: record });
    expect(data.record).toBeNull();
  });
});

describe('a change of office or leader', () => {
  test('moves the owner and never the day', async () => {
    day('2026-03-02');
    const id = await confirmed(city, { amount: null, kind: 'LAND', benefit: '工业用地' });
    const handing = { id, document: '包编办〔2026〕3号', reason: '机构职能调整' };
    expect(reasonOf(await steps(commerce, 'handOverCommitment', handing))).toBe('COMMITMENT_SAME_OWNER');
    const unknown = await steps(commerce, 'handOverCommitment', { ...handing, owner: 'NOBODY' });
    expect(reasonOf(unknown)).toBe('UNKNOWN_DEPARTMENT');
    // another leader of the same office
    done(await steps(commerce, 'handOverCommitment', { ...handing, ownerPost: '外资科' }));
    await strike('2026-05-06');
    const urging = { id, document: '包清欠督〔2026〕2号', reason: '逾期' };
    done(await steps(administrator, 'urgeCommitment', urging));
    const before = await sees(commerce, id);
    // another office, when it is overdue and urged: nothing starts anew
    const moved = done(
      await steps(administrator, 'handOverCommitment', { ...handing, owner: 'FINANCE', ownerPost: '预算科' }),
    );
    expect(moved).toMatchObject({
      ...{ promisor: { code: 'COMMERCE' }, owner: { code: 'FINANCE' }, ownerPost: '预算科', state: 'URGED' },
      ...{ promiseDueOn: '2026-04-30', deadline: before.deadline },
    });
    expect(await sees(finance, id)).toMatchObject({ availableSteps: [{ step: 'reportProgress' }, {}, {}, {}] });
    // who promised still knows of it, and does nothing
    expect(await sees(commerce, id)).toMatchObject({ availableSteps: [] });
    const { data } = await finance.asks('{ tasks(filter: { kind: COMMITMENT }) { edges { node { id dueOn } } } }');
    expect(data.tasks.edges).toEqual([{ node: { id, dueOn: before.deadline.dueOn } }]);
  });

  test('the program has no right to move the day', async () => {
    await expect(
      city.platform.pool.query("update policy_commitment set promise_due_on = '2030-01-01'"),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a change for the public interest', () => {
  const change = {
    ...{ reason: '城市更新规划调整', authority: '《城乡规划法》第五十条', procedure: '包政函〔2026〕12号' },
    ...{ compensation: '按评估价补偿已投入费用', amount: '50000.00', compensateBy: '2026-04-15' },
  };

  test('needs authority, procedure and compensation; then it is compensated, as the beneficiary confirms', async () => {
    day('2026-03-02');
    const id = await confirmed(city, { dueOn: '2026-12-31' });
    for (const [missing, reason] of [
      ['authority', 'COMMITMENT_CHANGE_AUTHORITY'],
      ['procedure', 'COMMITMENT_CHANGE_PROCEDURE'],
      ['compensation', 'COMMITMENT_CHANGE_COMPENSATION'],
      ['compensateBy', 'COMMITMENT_CHANGE_DAY'],
    ] as const) {
      const refused = await steps(commerce, 'changeCommitment', { id, ...change, [missing]: null });
      expect([missing, reasonOf(refused)]).toEqual([missing, reason]);
      expect(refused.refusals[0]!.extensions.basis).toContain('art. 31');
    }
    expect(done(await steps(commerce, 'changeCommitment', { id, ...change })).state).toBe('CHANGE_PROPOSED');
    const reason = '未附评估报告';
    expect(done(await steps(administrator, 'refuseCommitmentChange', { id, reason })).state).toBe('IN_PROGRESS');
    done(await steps(commerce, 'changeCommitment', { id, ...change }));
    expect(done(await steps(administrator, 'approveCommitmentChange', { id }))).toMatchObject({
      ...{ state: 'LAWFULLY_CHANGED', deadline: { dueOn: '2026-04-15' } },
    });
    const paid = async () => ({ id, doneOn: '2026-03-02', note: '已补偿', evidence: [await evidence(commerce)] });
    done(await steps(commerce, 'reportCommitmentCompensation', await paid()));
    const refuted = done(await steps(enterprise, 'refuteCommitment', { id, reason: '金额不符' }));
    expect(refuted).toMatchObject({ state: 'LAWFULLY_CHANGED', change: { compensatedOn: null } });
    done(await steps(commerce, 'reportCommitmentCompensation', await paid()));
    expect(done(await steps(enterprise, 'confirmCommitment', { id }))).toMatchObject({
      ...{ state: 'COMPENSATED', change: { compensatedOn: '2026-03-02' }, fulfilledAmount: '0.00' },
    });
    expect(await statisticsOf(city.anyone, 'COMMERCE', '2026-03-02')).toMatchObject({ lawfullyChanged: 1 });
  });
});

describe('a claim', () => {
  test('needs evidence, and a beneficiary who refutes is believed', async () => {
    day('2026-03-02');
    const claim = promise({ sourceKind: 'MINUTES', benefit: '人才公寓', kind: 'TALENT', amount: null });
    expect(reasonOf(await steps(enterprise, 'claimCommitment', claim))).toBe('COMMITMENT_EVIDENCE');
    const proved = { ...claim, evidence: [await evidence(enterprise)] };
    const claimed = done(await steps(enterprise, 'claimCommitment', proved));
    expect(claimed).toMatchObject({ state: 'REGISTERED', claimed: true, owner: { code: 'COMMERCE' } });
    const { id, number } = claimed;
    const again = await steps(enterprise, 'claimCommitment', { ...claim, evidence: [await evidence(enterprise)] });
    expect(again.refusals[0]!.extensions).toMatchObject({ reason: 'COMMITMENT_DUPLICATE' });
    expect(again.refusals[0]!.message).toContain(number);
    done(await steps(administrator, 'confirmCommitmentAuthority', { id, ...lawful }));
    const reported = { id, doneOn: '2026-03-02', note: '已入住', evidence: [await evidence(commerce)] };
    done(await steps(commerce, 'reportFulfilment', reported));
    expect(reasonOf(await steps(enterprise, 'refuteCommitment', { id, reason: ' ' }))).toBe('STATEMENT_MISSING');
    const refuted = done(await steps(enterprise, 'refuteCommitment', { id, reason: '房源未交付' }));
    expect(refuted).toMatchObject({ state: 'IN_PROGRESS', fulfilledOn: null, promiseDueOn: '2026-04-30' });
  });

  test('what was beyond authority is void, and how trust is made good is said', async () => {
    const { id } = done(await steps(administrator, 'registerCommitment', registration({ promisor: 'FINANCE' })));
    const verdict = { id, ...lawful, reason: '超越法定权限' };
    // who registered it does not check it
    const own = await steps(administrator, 'invalidateCommitment', { ...verdict, trustInterest: '赔偿实际投入' });
    expect(reasonOf(own)).toBe('COMMITMENT_OWN_ENTRY');
    const colleague = await city.official('arrears-admin', 'colleague');
    const none = await steps(colleague, 'invalidateCommitment', { ...verdict, trustInterest: ' ' });
    expect(reasonOf(none)).toBe('STATEMENT_MISSING');
    const voided = done(await steps(colleague, 'invalidateCommitment', { ...verdict, trustInterest: '赔偿实际投入' }));
    expect(voided).toMatchObject({
      ...{ state: 'INVALID', authority: { valid: false, trustInterest: '赔偿实际投入' }, availableSteps: [] },
    });
  });
});

describe('what is refused', () => {
  test('bad input, each by its name', async () => {
    day('2026-03-02');
    const of = (more: object) => steps(administrator, 'registerCommitment', registration(more));
    const milestone = (more: object) => ({ milestones: [{ title: '首期', dueOn: '2026-03-31', ...more }] });
    const tried: [object, string][] = [
      [{ dueOn: '2026-01-04' }, 'COMMITMENT_DUE_BEFORE'],
      [{ promisedOn: '2026-03-03' }, 'COMMITMENT_PROMISED_LATER'],
      [{ amount: '0' }, 'COMMITMENT_AMOUNT'],
      [milestone({ dueOn: '2026-05-01' }), 'COMMITMENT_MILESTONE_DAY'],
      [milestone({ amount: '300000.01' }), 'COMMITMENT_MILESTONE_AMOUNTS'],
      [{ promisor: 'NOBODY' }, 'UNKNOWN_DEPARTMENT'],
      [{ owner: 'NOBODY' }, 'UNKNOWN_DEPARTMENT'],
      [{ beneficiary: '91150200MA0T3Q9999' }, 'USCC_CHECK_DIGIT'],
      [{ beneficiary: commerceCode }, 'COMMITMENT_SELF'],
      [{ benefit: ' ' }, 'STATEMENT_MISSING'],
    ];
    for (const [more, reason] of tried) expect([more, reasonOf(await of(more))]).toEqual([more, reason]);
    const others = await steps(finance, 'registerCommitment', registration());
    expect(reasonOf(others)).toBe('COMMITMENT_NOT_YOURS');
  });

  test('of two who register the same at once one does', async () => {
    const same = registration();
    const both = await Promise.all([1, 2].map(() => steps(administrator, 'registerCommitment', same)));
    expect(both.map(reasonOf).toSorted()).toEqual(['COMMITMENT_DUPLICATE', undefined]);
  });

  test('every foreign role, which learns nothing of it', async () => {
    day('2026-03-02');
    const id = await confirmed(city);
    const listed = async (who: Person) => {
      const { data } = await who.asks('{ commitments(first: 100) { totalCount edges { node { id } } } }');
      const { totalCount, edges } = data.commitments;
      expect(totalCount).toBe(edges.length);
      return edges.some(({ node }: any) => node.id === id);
    };
    for (const [who, knows] of [
      ...[commerce, enterprise, administrator, centre, supervisor].map((one) => [one, true] as const),
      ...[finance, another, authority].map((one) => [one, false] as const),
    ]) {
      expect([await listed(who), (await sees(who, id)) !== null]).toEqual([knows, knows]);
    }
    const one = 'query ($id: ID!) { commitment(id: $id) { id } }';
    expect(reasonOf(await city.anyone.asks(one, { id }))).toBe('AUTHENTICATION_REQUIRED');
    const runner = await city.official('administrator');
    expect(reasonOf(await runner.asks(one, { id }))).toBe('ROLE_REQUIRED');

    const progress = { id, note: '…' };
    const urging = { id, document: '…', reason: '…' };
    const tried: [Person, string, object, string][] = [
      [finance, 'reportCommitmentProgress', progress, 'COMMITMENT_UNKNOWN'],
      [authority, 'reportCommitmentProgress', progress, 'COMMITMENT_UNKNOWN'],
      [enterprise, 'reportCommitmentProgress', progress, 'ROLE_REQUIRED'],
      [supervisor, 'reportCommitmentProgress', progress, 'ROLE_REQUIRED'],
      [city.anyone, 'reportCommitmentProgress', progress, 'AUTHENTICATION_REQUIRED'],
      [another, 'confirmCommitment', { id }, 'COMMITMENT_UNKNOWN'],
      [commerce, 'confirmCommitment', { id }, 'ROLE_REQUIRED'],
      [commerce, 'urgeCommitment', urging, 'ROLE_REQUIRED'],
      [administrator, 'urgeCommitment', urging, 'CASE_MOVED_ON'],
      [supervisor, 'urgeCommitment', urging, 'ROLE_REQUIRED'],
      [administrator, 'findCommitmentDefault', { id, basis: '…', reason: '…' }, 'ROLE_REQUIRED'],
    ];
    for (const [who, mutation, input, reason] of tried) {
      expect([mutation, reasonOf(await steps(who, mutation, input))]).toEqual([mutation, reason]);
    }
  });

  test('a list costs as many statements whether it is short or long', async () => {
    const asked = `query ($first: Int!) { commitments(first: $first) { edges { node { beneficiary { name } owner { name } timeline { step }
      deadline { dueOn } attachments { id } documents { title } record { number } measures { measure } availableSteps { step } } } } }`;
    const [short, long] = await Promise.all([3, 100].map((first) => administrator.asks(asked, { first })));
    expect(long!.refusals).toEqual([]);
    expect(long!.data.commitments.edges.length).toBeGreaterThan(6);
    expect(long!.statements).toBeLessThanOrEqual(short!.statements + 2);
  });

  test('on the entity and on the department its own sees them, and those who watch over them', async () => {
    const both = `query ($u: USCC!) { entity(uscc: $u) { commitments { totalCount } }
      department(code: "COMMERCE") { commitments { totalCount } } }`;
    const found = async (who: Person) => {
      const { data } = await who.asks(both, { u: ours });
      return [data.entity.commitments, data.department.commitments].map((one) => one !== null);
    };
    expect(await found(enterprise)).toEqual([true, false]);
    expect(await found(commerce)).toEqual([false, true]);
    expect(await found(centre)).toEqual([true, false]);
    expect(await found(administrator)).toEqual([true, true]);
    expect(await found(supervisor)).toEqual([true, true]);
    expect(await found(finance)).toEqual([false, false]);
    expect(await found(city.anyone)).toEqual([false, false]);
  });
});

test('where the authority has promised itself, the credit centre decides', async () => {
  day('2026-03-02');
  const id = await confirmed(city, { promisor: 'DRC', beneficiary: '91150200MA0T3QT132', dueOn: '2026-03-03' });
  await strike('2026-03-04');
  done(await steps(administrator, 'urgeCommitment', { id, document: '包清欠督〔2026〕9号', reason: '逾期' }));
  await strike('2026-03-26');
  done(await steps(administrator, 'proposeCommitmentFinding', { id, reason: '未整改' }));
  await strike('2026-04-03');
  const found = { id, basis: '发改财金〔2023〕1103号', reason: '事实清楚' };
  expect(reasonOf(await steps(authority, 'findCommitmentDefault', found))).toBe('STEP_NOT_YOURS');
  expect(done(await steps(centre, 'findCommitmentDefault', found))).toMatchObject({
    ...{
      state: 'DEFAULTED',
      timeline: [{}, {}, { step: 'lapse' }, {}, { step: 'escalate' }, {}, { step: 'lapseAnswer' }, { by: 'AUTHORITY' }],
    },
  });
});
