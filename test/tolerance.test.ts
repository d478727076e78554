import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { evidence } from './world/commitments.js';
import { applies, done, reasonOf, takes } from './world/repair.js';
import { accepted, answered, application, clerk, honest, sees, steps, strike } from './world/tolerance.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let housing: Person;
let enterprise: Person;
let another: Person;
let finance: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  [housing, enterprise, another, finance, centre, supervisor] = await Promise.all([
    clerk(city, 'HOUSING'),
    city.enterprise(honest),
    city.enterprise('91150203MA0T3QT218'),
    clerk(city, 'FINANCE'),
    city.official('credit-centre'),
    city.official('supervisor'),
  ]);
  // the seeds have grants of their own; here the fast track is proposed by rule, announced, and in force
  await city.owner('truncate fast_track_grant, grant_round cascade');
  await strike(city, '2026-03-02');
  await strike(city, '2026-03-10');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
const use = (input: object, who = housing) => steps(who, 'useTolerantAcceptance', application(input));
const supply = (who: Person, id: string, materials: object[]) => steps(who, 'supplyMissingMaterial', { id, materials });

describe('tolerance that is kept', () => {
  let id: string;

  test('the clerk tells once of all that is missing; the applicant, its department, the credit centre and the supervisor know of it', async () => {
    day('2026-03-10');
    const used = done(await use({ caseNumber: '建资2026-A' }));
    ({ id } = used);
    expect(used).toMatchObject({
      ...{ number: 'T-20260310-000001', state: 'COMMITMENT_AWAITED', caseNumber: '建资2026-A', limitDays: 15 },
      ...{ supplyDays: 13, applicant: { uscc: honest }, department: { code: 'HOUSING' }, availableSteps: [] },
      missing: [{ code: 'PERFORMANCE', suppliedOn: null }, { code: 'SOCIAL' }],
      grant: { number: expect.stringMatching(/^G-20260302-/) },
      commitment: { code: '15020020260310500001', signedAt: null, supplyBy: null },
      deadline: { dueOn: '2026-03-17', length: 5, unit: 'WORKING_DAYS' },
      documents: [
        { kind: 'TOLERANCE_NOTICE', number: '包容缺告〔2026〕0310000001号', issuedBy: '包头市住房和城乡建设局' },
      ],
    });
    for (const said of ['业绩证明', '社会保险缴纳证明', '13个工作日', '撤回容缺受理', '5个工作日内签署']) {
      expect(used.documents[0].text).toContain(said);
    }
    for (const who of [enterprise, housing, centre, supervisor]) expect((await sees(who, id))?.id).toBe(id);
    for (const who of [another, finance]) {
      expect(await sees(who, id)).toBeNull();
      expect(await who.statusOf(used.documents[0].url)).toBe(404);
    }
    expect(await enterprise.statusOf(used.documents[0].url)).toBe(200);
    const { data } = await enterprise.asks('{ taskCounts(filter: { kind: TOLERANCE }) { state count } }');
    expect(data.taskCounts).toEqual([{ state: 'COMMITMENT_AWAITED', count: 1 }]);
    const { refusals } = await city.anyone.asks('{ tolerantAcceptances { totalCount } }');
    expect(refusals[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('only the applicant signs, once; the promised day is counted by the calendar', async () => {
    expect(reasonOf(await steps(housing, 'signToleranceCommitment', { id }))).toBe('ROLE_REQUIRED');
    expect(reasonOf(await steps(another, 'signToleranceCommitment', { id }))).toBe('TOLERANCE_UNKNOWN');
    const both = await Promise.all([1, 2].map(() => steps(enterprise, 'signToleranceCommitment', { id })));
    expect(both.map(reasonOf).toSorted()).toEqual(['TOLERANCE_SIGNED', undefined]);
    const signed = await sees(housing, id);
    expect(signed).toMatchObject({
      ...{ state: 'ACCEPTED', commitment: { supplyBy: '2026-03-27', signedAt: '2026-03-10T01:00:00.000Z' } },
      deadline: { dueOn: '2026-03-27', startedOn: '2026-03-10', length: 13, unit: 'WORKING_DAYS', overdue: false },
      documents: [
        { kind: 'TOLERANCE_NOTICE' },
        { kind: 'TOLERANCE_COMMITMENT', issuedBy: '包头市金穗绿源农牧有限公司' },
        { kind: 'TOLERANCE_ACCEPTANCE', issuedBy: '包头市住房和城乡建设局' },
      ],
    });
    expect(signed.deadline.basis).toContain('深圳市容缺办理管理办法');
    expect(signed.deadline.skipped).toHaveLength(4);
    expect(signed.documents[2].text).toContain('请于2026年3月27日前补齐');
    // nobody waits for the clock to say that a day has passed
    day('2026-03-28');
    expect((await answered(housing)).against.map(({ rule }: any) => rule)).toEqual(['FAST_TRACK_OVERDUE']);
    expect((await sees(enterprise, id)).availableSteps).toEqual([{ step: 'askExtension' }]);
    expect(reasonOf(await steps(enterprise, 'withdrawTolerance', { id }))).toBe('TOLERANCE_OVERDUE');
    const late = await supply(housing, id, [{ code: 'SOCIAL', atCounter: true }]);
    expect(reasonOf(late)).toBe('TOLERANCE_OVERDUE');
  });

  test('neither the program nor its owner moves the promised day', async () => {
    for (const statement of [
      "update tolerance_signature set supply_by = '2030-01-01'",
      'update tolerant_acceptance set supply_days = 20',
      'update tolerant_acceptance set commitment_text = $$$$',
    ]) {
      await expect(city.platform.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(city.owner("update tolerance_signature set supply_by = '2030-01-01'")).rejects.toThrow(/append-only/);
  });

  test('is supplied in parts, as files or at the counter; while it is checked the clock stands still', async () => {
    day('2026-03-16');
    const file = await evidence(enterprise);
    for (const [who, materials, reason] of [
      [enterprise, [], 'TOLERANCE_NOTHING_SUPPLIED'],
      [enterprise, [{ code: 'LICENCE', attachment: file }], 'TOLERANCE_NOT_MISSING'],
      [enterprise, [{ code: 'SOCIAL' }], 'TOLERANCE_SUPPLY_EMPTY'],
      [enterprise, [{ code: 'SOCIAL', atCounter: true }], 'TOLERANCE_COUNTER_CLERK'],
      [housing, [{ code: 'SOCIAL', attachment: file }], 'UNKNOWN_ATTACHMENT'],
      [another, [{ code: 'SOCIAL', attachment: file }], 'TOLERANCE_UNKNOWN'],
    ] as const) {
      expect([materials, reasonOf(await supply(who, id, [...materials]))]).toEqual([materials, reason]);
    }
    const part = done(await supply(enterprise, id, [{ code: 'SOCIAL', attachment: file }]));
    expect(part).toMatchObject({
      ...{ state: 'ACCEPTED', deadline: { dueOn: '2026-03-27' }, attachments: [{ id: file }] },
      missing: [{ suppliedOn: null }, { suppliedOn: '2026-03-16', attachment: file, atCounter: false }],
    });
    const again = await supply(housing, id, [{ code: 'SOCIAL', atCounter: true }]);
    expect(reasonOf(again)).toBe('TOLERANCE_SUPPLIED_ALREADY');
    day('2026-03-20');
    const all = done(await supply(housing, id, [{ code: 'PERFORMANCE', atCounter: true }]));
    expect(all).toMatchObject({ state: 'SUPPLIED', deadline: { dueOn: '2026-03-25', length: 3 } });
    // the check is late: the supervisor is told, the applicant loses nothing
    await strike(city, '2026-03-30');
    expect(await sees(supervisor, id)).toMatchObject({ state: 'SUPPLIED', escalatedAt: '2026-03-30T01:00:00.000Z' });
  });

  test('what is not valid is rejected with the reason and supplied again; the clerk confirms, and it is kept', async () => {
    day('2026-03-31');
    const reject = { id, materials: ['PERFORMANCE'], reason: '业绩证明未加盖公章' };
    expect(reasonOf(await steps(housing, 'rejectMaterial', { ...reject, materials: [] }))).toBe(
      'TOLERANCE_NOTHING_REJECTED',
    );
    expect(reasonOf(await steps(housing, 'rejectMaterial', { ...reject, reason: ' ' }))).toBe('STATEMENT_MISSING');
    const rejected = done(await steps(housing, 'rejectMaterial', reject));
    expect(rejected).toMatchObject({
      ...{ state: 'ACCEPTED', commitment: { supplyBy: '2026-03-27' } },
      missing: [
        { suppliedOn: null, rejected: '业绩证明未加盖公章' },
        { suppliedOn: '2026-03-16', rejected: null },
      ],
      // five of thirteen working days were left when it stood still on 20 March; Qingming lies between
      deadline: { dueOn: '2026-04-08', startedOn: '2026-03-10', length: 13, overdue: false },
    });
    const paused = rejected.deadline.skipped.filter(({ why }: any) => why === 'PAUSED');
    expect(paused.map(({ day: one }: any) => one)).toEqual([
      ...['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-03-31'],
    ]);
    done(await supply(housing, id, [{ code: 'PERFORMANCE', atCounter: true }]));
    expect(reasonOf(await steps(enterprise, 'confirmSupply', { id }))).toBe('ROLE_REQUIRED');
    expect(reasonOf(await steps(finance, 'confirmSupply', { id }))).toBe('TOLERANCE_UNKNOWN');
    expect(done(await steps(housing, 'confirmSupply', { id }))).toMatchObject({
      ...{ state: 'FULFILLED', deadline: null, availableSteps: [{ step: 'void' }] },
    });
    // what was kept counts for the applicant, and everybody may know
    const { record } = await sees(enterprise, id);
    const values = Object.fromEntries(record.fields.map(({ key, value }: any) => [key, value]));
    expect(values).toMatchObject({
      CNBM: '15020020260310500001',
      CNLX: '容缺受理型',
      LXZT: '全部履行',
      RDRQ: '2026-03-31',
    });
    expect(reasonOf(await steps(enterprise, 'withdrawTolerance', { id }))).toBe('CASE_MOVED_ON');
  });
});

describe('what is refused, with the rule', () => {
  const lone = async (where: string): Promise<string> =>
    (await city.owner(`select e.uscc from legal_entity e where ${where} order by e.uscc limit 1`))[0].uscc;
  const trusted = 'exists (select from fast_track_grant g where g.entity_id = e.id)';
  const burdened =
    "exists (select from credit_record r where r.entity_id = e.id and r.severity in ('GENERAL', 'SERIOUS'))";

  test.each<[string, object, string]>([
    ['a core material', { missing: ['PERFORMANCE', 'PERSONNEL'] }, 'TOLERANCE_CORE_MISSING'],
    ['a material that the item does not know', { missing: ['EIA'] }, 'TOLERANCE_MATERIAL_UNKNOWN'],
    ['nothing', { missing: [] }, 'TOLERANCE_NOTHING_MISSING'],
    ['an item that is excluded', { serviceItem: 'FIRE_ACCEPTANCE', missing: ['TEST'] }, 'FAST_TRACK_ITEM_EXCLUDED'],
    ['an item of another department', { serviceItem: 'SUPPLIER_REGISTRATION' }, 'SERVICE_ITEM_NOT_YOURS'],
    ['an item that there is not', { serviceItem: 'NOTHING' }, 'SERVICE_ITEM_UNKNOWN'],
    ['the same case twice', { caseNumber: '建资2026-A' }, 'TOLERANCE_CASE_TWICE'],
    ['a case without a number', { caseNumber: ' ' }, 'STATEMENT_MISSING'],
    ['a case with an endless number', { caseNumber: '9'.repeat(65) }, 'TEXT_TOO_LONG'],
    ['an entity that nobody registered', { uscc: '91350100M000100Y43' }, 'FAST_TRACK_ENTITY_UNKNOWN'],
    ['an adverse record in force', { uscc: '91150203MA0T3QT218' }, 'FAST_TRACK_ADVERSE_RECORD'],
  ])('%s', async (_what, input, reason) => {
    day('2026-04-01');
    const refused = await use(input);
    expect(reasonOf(refused)).toBe(reason);
    expect(refused.refusals[0]!.message.length).toBeGreaterThan(10);
  });

  test('an entity that is not in operation, or that has earned nothing', async () => {
    day('2026-04-01');
    const gone = await lone("e.status = 'DEREGISTERED'");
    expect(reasonOf(await use({ uscc: gone }))).toBe('FAST_TRACK_NOT_IN_OPERATION');
    const nobody = await lone(`e.status = 'ACTIVE' and not ${trusted} and not ${burdened}`);
    expect(reasonOf(await use({ uscc: nobody }))).toBe('FAST_TRACK_NO_GRANT');
  });

  test('an entity with a serious record in force', async () => {
    day('2026-04-01');
    const serious = '91150204MA0T3QT3XE';
    expect((await use({ uscc: serious })).refusals[0]!.extensions.code).toBe('REFUSED');
    const { against } = await answered(housing, serious);
    expect(against.map(({ rule }: any) => rule)).toContain('FAST_TRACK_SERIOUS_RECORD');
  });

  test('no purpose, or another one', async () => {
    day('2026-04-01');
    const officer = await city.officer('HOUSING');
    for (const who of [officer, officer.for('LICENSING', '建资2026-9'), officer.for('FAST_TRACK')]) {
      expect(reasonOf(await use({}, who))).toBe('TOLERANCE_PURPOSE');
    }
    for (const who of [enterprise, centre]) expect(reasonOf(await use({}, who))).toBe('ROLE_REQUIRED');
  });

  test('nothing of it is half-written', async () => {
    expect(await city.owner('select count(*)::int from tolerant_acceptance')).toEqual([{ count: 1 }]);
  });

  test('of two clerks at the limit of one grant one is refused', async () => {
    day('2026-04-01');
    const uscc = await lone(
      `e.id = (select g.entity_id from fast_track_grant g where g.state = 'ACTIVE' group by g.entity_id
        having min(g.rule_code) = 'MODEL_COOPERATIVE' and count(*) = 1 order by 1 limit 1)`,
    );
    const clerks = await Promise.all(['one', 'two'].map((account) => clerk(city, 'MARKET', account)));
    const change = { uscc, serviceItem: 'ENTERPRISE_CHANGE', missing: ['LICENCE'] };
    const both = await Promise.all(clerks.map((who) => use(change, who)));
    expect(both.map(reasonOf).toSorted()).toEqual(['FAST_TRACK_LIVE_LIMIT', undefined]);
    // one day is all that three leave
    const { id } = done(both.find(({ refusals }) => refusals.length === 0)!);
    const itself = await city.enterprise(uscc);
    const signed = done(await steps(itself, 'signToleranceCommitment', { id }));
    expect(signed).toMatchObject({ supplyDays: 1, commitment: { supplyBy: '2026-04-02' } });
    // given up, it makes room
    expect(done(await steps(itself, 'withdrawTolerance', { id })).state).toBe('WITHDRAWN');
    const { id: next } = done(await use(change, clerks[0]));
    // what nobody signs lapses, and nothing is recorded
    day('2026-04-10');
    expect(reasonOf(await steps(itself, 'signToleranceCommitment', { id: next }))).toBe('TOLERANCE_LAPSED');
    await strike(city, '2026-04-10');
    expect(await sees(itself, next)).toMatchObject({ state: 'WITHDRAWN', record: null });
    expect(await answered(clerks[0]!, uscc, 'ENTERPRISE_CHANGE')).toEqual({ tolerantAcceptance: true, against: [] });
  });

  test('trust that was lost between notice and signature', async () => {
    day('2026-04-10');
    const { id } = done(await use({}));
    await city.owner("update legal_entity set status = 'SUSPENDED' where uscc = $1", [honest]);
    expect(reasonOf(await steps(enterprise, 'signToleranceCommitment', { id }))).toBe('FAST_TRACK_NOT_IN_OPERATION');
    await city.owner("update legal_entity set status = 'ACTIVE' where uscc = $1", [honest]);
    expect(done(await steps(enterprise, 'withdrawTolerance', { id, reason: '不再申请' })).record).toBeNull();
  });
});

describe('force majeure', () => {
  const ask = async (id: string, more: object = {}) =>
    steps(enterprise, 'askToleranceExtension', {
      ...{ id, reason: '暴雪封路', workingDays: 5, evidence: [await evidence(enterprise)] },
      ...more,
    });

  test('is shown before the day or within three working days after it, with evidence, once', async () => {
    day('2026-04-10');
    const id = await accepted(city);
    expect((await sees(enterprise, id)).deadline.dueOn).toBe('2026-04-29');
    for (const [more, reason] of [
      [{ evidence: [] }, 'TOLERANCE_EVIDENCE'],
      [{ workingDays: 11 }, 'TOLERANCE_EXTENSION_DAYS'],
      [{ workingDays: 0 }, 'TOLERANCE_EXTENSION_DAYS'],
      [{ reason: '' }, 'STATEMENT_MISSING'],
    ] as const) {
      expect([more, reasonOf(await ask(id, more))]).toEqual([more, reason]);
    }
    await strike(city, '2026-04-30');
    expect(await sees(enterprise, id)).toMatchObject({
      ...{ state: 'OVERDUE', deadline: { dueOn: '2026-05-08', length: 3 } },
      availableSteps: [{ step: 'askExtension' }],
    });
    // until it is shown, nothing more is tolerated; what is late is not supplied, nor withdrawn
    expect((await answered(housing)).against.map(({ rule }: any) => rule)).toEqual(['FAST_TRACK_OVERDUE']);
    expect(reasonOf(await supply(housing, id, [{ code: 'SOCIAL', atCounter: true }]))).toBe('CASE_MOVED_ON');
    expect(reasonOf(await steps(enterprise, 'withdrawTolerance', { id }))).toBe('CASE_MOVED_ON');
    day('2026-05-07');
    expect(done(await ask(id))).toMatchObject({ state: 'EXTENSION_ASKED', deadline: { dueOn: '2026-05-11' } });
    // who is overdue does not slip away by asking, and earns nothing until it is decided
    expect((await answered(housing)).against.map(({ rule }: any) => rule)).toEqual(['FAST_TRACK_OVERDUE']);
    expect(reasonOf(await steps(enterprise, 'withdrawTolerance', { id }))).toBe('TOLERANCE_OVERDUE');
    day('2026-05-11');
    const granted = done(await steps(housing, 'grantToleranceExtension', { id, reason: '气象证明属实' }));
    expect(granted).toMatchObject({
      ...{ state: 'EXTENDED', extendedUntil: '2026-05-18', commitment: { supplyBy: '2026-04-29' } },
      deadline: { dueOn: '2026-05-18', startedOn: '2026-05-11', length: 5 },
    });
    expect(reasonOf(await ask(id))).toBe('CASE_MOVED_ON');
    expect(await answered(housing)).toEqual({ tolerantAcceptance: true, against: [] });
    const materials = ['PERFORMANCE', 'SOCIAL'].map((code) => ({ code, atCounter: true }));
    done(await supply(housing, id, materials));
    const back = { id, materials: ['SOCIAL'], reason: '缺页' };
    expect(done(await steps(housing, 'rejectMaterial', back))).toMatchObject({
      ...{ state: 'EXTENDED', deadline: { dueOn: '2026-05-18' } },
    });
    done(await supply(housing, id, [{ code: 'SOCIAL', atCounter: true }]));
    expect(done(await steps(housing, 'confirmSupply', { id })).state).toBe('FULFILLED');
  });

  test('that is not shown leaves the clock where it stood', async () => {
    day('2026-05-18');
    const id = await accepted(city);
    day('2026-05-20');
    done(await ask(id));
    day('2026-05-22');
    expect(reasonOf(await steps(finance, 'refuseToleranceExtension', { id, reason: '…' }))).toBe('TOLERANCE_UNKNOWN');
    const refused = done(await steps(housing, 'refuseToleranceExtension', { id, reason: '证明不足' }));
    expect(refused).toMatchObject({ state: 'ACCEPTED', extendedUntil: null, deadline: { dueOn: '2026-06-08' } });
    expect(reasonOf(await ask(id))).toBe('STEP_ONLY_ONCE');
    expect(done(await steps(enterprise, 'withdrawTolerance', { id })).state).toBe('WITHDRAWN');
  });
});

describe('lists', () => {
  const listed = (who: Person, filter: object = {}, first = 20) =>
    who.asks(
      `query ($f: TolerantAcceptanceFilter, $n: Int) { tolerantAcceptances(filter: $f, first: $n) { totalCount
        pageInfo { hasNextPage } edges { node { id state commitment { supplyBy } timeline { step } documents { kind }
          attachments { id } grant { number } applicant { uscc } serviceItem { title } department { code } deadline { dueOn } } } } }`,
      { f: filter, n: first },
    );

  test('hold what exists for the viewer, and take no more statements for more cases', async () => {
    for (const [who, filter, count] of [
      [housing, {}, 4],
      [enterprise, {}, 4],
      [centre, {}, 6],
      [supervisor, { department: 'MARKET' }, 2],
      [housing, { department: 'MARKET' }, 0],
      [another, {}, 0],
      [finance, {}, 0],
      [centre, { state: 'FULFILLED' }, 2],
      [centre, { applicant: honest, serviceItem: 'BUILDER_QUALIFICATION' }, 4],
      [enterprise, { awaitingMe: true }, 0],
      [housing, { overdue: true }, 0],
    ] as const) {
      const { data } = await listed(who, filter);
      expect([filter, data.tolerantAcceptances.totalCount]).toEqual([filter, count]);
      expect(data.tolerantAcceptances.edges).toHaveLength(count);
    }
    const [one, all] = [await listed(centre, {}, 1), await listed(centre)];
    expect(one.data.tolerantAcceptances.pageInfo.hasNextPage).toBe(true);
    expect(all.statements).toBeLessThanOrEqual(one.statements);
    expect(all.statements).toBeLessThanOrEqual(8);
  });

  test('stand on the entity for itself, for its departments, the credit centre and the supervisor', async () => {
    const question = 'query ($u: USCC!) { entity(uscc: $u) { tolerantAcceptances { totalCount } } }';
    const counts = async (who: Person) => (await who.asks(question, { u: honest })).data.entity.tolerantAcceptances;
    for (const who of [enterprise, housing, centre, supervisor]) expect((await counts(who)).totalCount).toBe(4);
    expect((await counts(finance)).totalCount).toBe(0);
    for (const who of [another, city.anyone]) expect(await counts(who)).toBeNull();
  });
});

describe('the loop closes by itself', () => {
  const grants = async () =>
    (await city.owner('select state from fast_track_grant where uscc = $1', [honest])).map(({ state }) => state);
  const broken = () =>
    city.owner(
      `select r.id from credit_record r join legal_entity e on e.id = r.entity_id
       where r.item_code = 'DRC_BROKEN_COMMITMENT' and e.uscc = $1 and r.superseded_at is null`,
      [honest],
    );
  let id: string;
  let record: string;

  test('granted and used: what was promised is not supplied, and the clock says so', async () => {
    await strike(city, '2026-06-01');
    expect(await answered(housing)).toEqual({ tolerantAcceptance: true, against: [] });
    expect(new Set(await grants())).toEqual(new Set(['ACTIVE']));
    id = await accepted(city);
    done(await supply(housing, id, [{ code: 'SOCIAL', atCounter: true }]));
    await strike(city, '2026-06-18');
    expect((await sees(enterprise, id)).state).toBe('ACCEPTED');
    await strike(city, '2026-06-22');
    expect(await sees(enterprise, id)).toMatchObject({ state: 'OVERDUE', deadline: { dueOn: '2026-06-25' } });
    expect(await broken()).toEqual([]);
    // suspended as long as it is overdue, and for what follows
    expect(new Set(await grants())).toEqual(new Set(['SUSPENDED']));
  });

  test('a round of the clock that is cut off leaves nothing behind; the next ones write one record', async () => {
    const bar = 'tolerance_test check (kind <> $$TOLERANCE_WITHDRAWAL$$)';
    await city.owner(`alter table case_document add constraint ${bar}`);
    await expect(strike(city, '2026-06-26')).rejects.toThrow();
    expect(await sees(enterprise, id)).toMatchObject({ state: 'OVERDUE', record: null, documents: [{}, {}, {}] });
    expect(await broken()).toEqual([]);
    await city.owner('alter table case_document drop constraint tolerance_test');
    await Promise.all([strike(city, '2026-06-26'), strike(city, '2026-06-26')]);
    await strike(city, '2026-06-26');
    expect(await broken()).toHaveLength(1);
  });

  test('the acceptance is withdrawn and the broken commitment recorded: the next clerk is told no at once', async () => {
    const seen = await sees(enterprise, id);
    expect(seen).toMatchObject({
      ...{ state: 'DEFAULTED', deadline: null, availableSteps: [], record: { state: 'EFFECTIVE' } },
      documents: [{}, {}, {}, { kind: 'TOLERANCE_WITHDRAWAL', issuedBy: '包头市住房和城乡建设局' }],
    });
    record = seen.record.id;
    expect(seen.record.number).toBe(seen.commitment.code);
    const values = Object.fromEntries(seen.record.fields.map(({ key, value }: any) => [key, value]));
    expect(values).toMatchObject({
      ...{ CNLX: '容缺受理型', LXZT: '部分履行', ZCRQ: '2026-06-01', YXQ: '2026-06-18', WLXNR: '逾期未补齐：业绩证明' },
      ...{ RDDW: '包头市住房和城乡建设局', RDRQ: '2026-06-26' },
    });
    const { tolerantAcceptance, against } = await answered(housing);
    expect(tolerantAcceptance).toBe(false);
    expect(against).toContainEqual({ rule: 'FAST_TRACK_BROKEN_COMMITMENT', favours: false, record: { id: record } });
    expect(new Set(await grants())).toEqual(new Set(['SUSPENDED']));
    const refused = await use({});
    expect(reasonOf(refused)).toBe('FAST_TRACK_BROKEN_COMMITMENT');
    expect(refused.refusals[0]!.extensions.remedy).toContain('repaired');
  });

  test('repaired after the shortest publicity, the fast track is there again without anybody lifting a hand', async () => {
    const authority = await city.officer('DRC');
    day('2026-09-25');
    expect(reasonOf(await applies(enterprise, record))).toBe('REPAIR_TOO_EARLY');
    day('2026-09-28');
    const { id: repair } = done(await applies(enterprise, record));
    done(await takes(authority, 'acceptRepair', { id: repair }));
    expect((await answered(housing)).tolerantAcceptance).toBe(false);
    done(await takes(authority, 'approveRepair', { id: repair }));
    expect(await answered(housing)).toEqual({ tolerantAcceptance: true, against: [] });
    await strike(city, '2026-09-28');
    expect(new Set(await grants())).toEqual(new Set(['ACTIVE']));
    // what it lost it uses again
    expect((await sees(enterprise, await accepted(city))).state).toBe('ACCEPTED');
    expect((await sees(enterprise, id)).state).toBe('DEFAULTED');
  });
});

describe('material that was false', () => {
  test('voids what was decided, whenever it is found: the record says so, and nothing more is tolerated', async () => {
    day('2026-09-29');
    const id = await accepted(city, { missing: ['SOCIAL'] });
    done(await supply(housing, id, [{ code: 'SOCIAL', atCounter: true }]));
    const kept = done(await steps(housing, 'confirmSupply', { id })).record;
    expect(kept.state).toBe('EFFECTIVE');
    const input = { id, reason: '社会保险缴纳证明系伪造' };
    expect(reasonOf(await steps(housing, 'voidTolerance', { ...input, evidence: [] }))).toBe('TOLERANCE_EVIDENCE');
    expect(reasonOf(await steps(finance, 'voidTolerance', { ...input, evidence: [] }))).toBe('TOLERANCE_UNKNOWN');
    const proof = await evidence(housing);
    const voided = done(await steps(housing, 'voidTolerance', { ...input, evidence: [proof] }));
    expect(voided).toMatchObject({ state: 'VOIDED', record: { state: 'EFFECTIVE' }, availableSteps: [] });
    expect(voided.record.id).not.toBe(kept.id);
    // it was recorded as kept: that is void from the beginning
    const states = 'select state, item_code from credit_record where id = any($1) and superseded_at is null order by 2';
    expect(await city.owner(states, [[kept.id, voided.record.id]])).toEqual([
      { item_code: 'DRC_BROKEN_COMMITMENT', state: 'EFFECTIVE' },
      { item_code: 'DRC_COMMITMENT', state: 'WITHDRAWN' },
    ]);
    expect(voided.documents.at(-1)).toMatchObject({ kind: 'TOLERANCE_VOIDING' });
    expect(voided.documents.at(-1).text).toContain('第六十九条');
    expect((await answered(housing)).tolerantAcceptance).toBe(false);
  });
});
