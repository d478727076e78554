import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changesTold,
  clockStrikes,
  disputedRecord,
  done,
  objectionSeenBy,
  objects,
  type Parties,
  parties,
  penalised,
  recordSeenBy,
  refused,
  steps,
} from './world/objections.js';
import { applies, takes } from './world/repair.js';
import { type Answer, type City, openCity, type Person } from './world.js';

let city: City;
let enterprise: Person;
let market: Person;
let centre: Person;
let supervisor: Person;
let people: Parties;
beforeAll(async () => {
  city = await openCity();
  people = await parties(city);
  ({ enterprise, market, centre, supervisor } = people);
});
afterAll(() => city.close());

const on = (day: string) => city.on(`${day}T09:00:00+08:00`);
beforeEach(() => on('2026-11-23'));

const stateOf = async (id: string) => (await objectionSeenBy(centre, id)).state;
const disputed = async (record: string) => (await recordSeenBy(enterprise, record)).record.disputed;
const stepsFor = async (who: Person, id: string) =>
  (await objectionSeenBy(who, id)).availableSteps.map(({ step }: { step: string }) => step);

describe('the clock of the provider', () => {
  test('a provider that is silent loses the publicity of its record; nothing is upheld by that', async () => {
    const { record, id } = await disputedRecord(city, people);
    on('2026-12-02');
    await clockStrikes(city, '2026-12-02T23:30:00+08:00');
    expect(await stateOf(id)).toBe('VERIFYING');
    await clockStrikes(city, '2026-12-03T00:30:00+08:00');
    on('2026-12-03');
    const ended = await objectionSeenBy(enterprise, id);
    expect(ended).toMatchObject({
      ...{ state: 'UNVERIFIABLE', remedy: null, deadline: null, record: { state: 'EXPIRED', disputed: false } },
      documents: [{ issuedBy: '包头市信用中心' }],
    });
    expect(ended.documents[0].text).toMatch(
      /逾期未能核实，已停止公示相关信息。\n理由：信息提供单位未在规定期限内核实。$/,
    );
    expect(ended.timeline.at(-1)).toMatchObject({
      step: 'stopUnverified',
      by: 'CLOCK',
      at: '2026-12-02T16:30:00.000Z',
    });
    expect((await recordSeenBy(city.anyone, record)).record).toBeNull();
    expect((await recordSeenBy(enterprise, record)).record.publicUntil).toBe('2026-12-02');
    expect(await changesTold(city, record)).toEqual(['PUBLICITY_STOPPED']);
    expect(await refused(steps(market, 'dismissObjection', { id, reason: 'x', evidence: 'y' }))).toEqual([
      'CONFLICT',
      'CASE_MOVED_ON',
    ]);
  });

  test('is extended once, with the reason, in time, by ten working days on top', async () => {
    const { id } = await disputedRecord(city, people);
    expect(await refused(steps(market, 'extendObjection', { id }))).toEqual(['REFUSED', 'REASON_REQUIRED']);
    on('2026-12-03');
    expect(await refused(steps(market, 'extendObjection', { id, reason: '案情复杂' }))).toEqual([
      'REFUSED',
      'EXTENSION_TOO_LATE',
    ]);
    on('2026-11-27');
    const extended = await done(steps(market, 'extendObjection', { id, reason: '案情复杂' }));
    expect(extended).toMatchObject({
      state: 'EXTENDED',
      deadline: { startedOn: '2026-12-02', length: 10, dueOn: '2026-12-16' },
    });
    expect(await stepsFor(market, id)).toEqual(['uphold', 'dismiss']);
    expect(await refused(steps(market, 'extendObjection', { id, reason: '仍复杂' }))).toEqual([
      'CONFLICT',
      'CASE_MOVED_ON',
    ]);
    await done(steps(enterprise, 'withdrawObjection', { id }));
  });

  /** Filed on 14 September 2026, of which the 20th, a Sunday, is a working day. */
  async function examined() {
    on('2026-09-14');
    const one = await disputedRecord(city, people, {}, { CF_JDRQ: '2026-08-12' });
    expect((await objectionSeenBy(market, one.id)).deadline.dueOn).toBe('2026-09-22');
    on('2026-09-16');
    const { id } = one;
    expect(await refused(steps(market, 'examineObjection', { id }))).toEqual(['REFUSED', 'REASON_REQUIRED']);
    const standing = await done(steps(market, 'examineObjection', { id, reason: '委托笔迹鉴定' }));
    expect(standing).toMatchObject({ state: 'EXAMINING', deadline: { startedOn: '2026-09-16', dueOn: '2026-11-03' } });
    return one;
  }

  test('stands still for an examination and goes on with the days that were left', async () => {
    const { id, record } = await examined();
    expect(await disputed(record)).toBe(true);
    on('2026-09-28');
    const resumed = await done(steps(market, 'resumeObjection', { id }));
    // 15 and 16 September were used; five are left: 29, 30 September, 8, 9 and 10 October, a Saturday that is worked
    expect(resumed).toMatchObject({
      ...{ state: 'VERIFYING', deadline: { startedOn: '2026-09-14', length: 7, dueOn: '2026-10-10' } },
    });
    const skipped: { day: string; why: string }[] = resumed.deadline.skipped;
    expect(skipped.filter(({ why }) => why === 'PAUSED').map(({ day }) => day.slice(5))).toEqual([
      '09-17',
      '09-18',
      '09-20',
      '09-21',
      '09-22',
      '09-23',
      '09-24',
      '09-28',
    ]);
    expect(skipped).toHaveLength(8 + 1 + 3 + 7);
    expect(await refused(steps(market, 'examineObjection', { id, reason: '再次鉴定' }))).toEqual([
      'REFUSED',
      'STEP_ONLY_ONCE',
    ]);
    await done(steps(market, 'upholdObjection', { id, remedy: 'STOP_PUBLICITY', reason: '鉴定意见' }));
  });

  test('an examination that does not end is told to the supervisor, once, and silence after it counts', async () => {
    const { id } = await examined();
    await clockStrikes(city, '2026-11-04T00:30:00+08:00');
    await clockStrikes(city, '2026-11-05T00:30:00+08:00');
    on('2026-11-05');
    const late = await objectionSeenBy(supervisor, id);
    expect(late).toMatchObject({
      ...{ state: 'EXAMINING', escalatedAt: '2026-11-03T16:30:00.000Z' },
      deadline: { startedOn: '2026-09-16', dueOn: '2026-11-03', overdue: true },
    });
    expect(late.timeline.map(({ step }: { step: string }) => step)).toEqual(['file', 'examine', 'escalate']);
    const { data } = await supervisor.asks('{ tasks(first: 50) { edges { node { id overdue } } } }');
    expect(data.tasks.edges).toContainEqual({ node: { id, overdue: true } });
    expect(await done(steps(market, 'resumeObjection', { id }))).toMatchObject({
      ...{ state: 'VERIFYING', escalatedAt: null, deadline: { dueOn: '2026-11-12' } },
    });
    await clockStrikes(city, '2026-11-13T00:30:00+08:00');
    expect(await stateOf(id)).toBe('UNVERIFIABLE');
  });

  test('does not stand still on its last day', async () => {
    const { id } = await disputedRecord(city, people);
    on('2026-12-02');
    expect(await stepsFor(market, id)).toEqual(['extend', 'uphold', 'dismiss']);
    expect(await refused(steps(market, 'examineObjection', { id, reason: '鉴定' }))).toEqual([
      'REFUSED',
      'OBJECTION_EXAMINE_TOO_LATE',
    ]);
    await done(steps(enterprise, 'withdrawObjection', { id }));
  });
});

describe('while something else happens to the record', () => {
  /** A record that could be repaired since 12 September, with an open objection and an application of which it is contested. */
  async function bothOpen() {
    const one = await disputedRecord(city, people, {}, { CF_JDRQ: '2026-06-12' });
    const { data, refusals } = await applies(enterprise, one.record);
    expect(refusals).toEqual([]);
    expect(data.applyForRepair.availableSteps).toContainEqual({ step: 'withdraw' });
    return { ...one, application: data.applyForRepair.id as string };
  }
  const repaired = async (application: string) => {
    for (const [who, mutation, more] of [
      [market, 'acceptRepair', {}],
      [market, 'approveRepair', {}],
      [centre, 'countersignRepair', { agrees: true }],
    ] as const) {
      await done(takes(who, mutation, { id: application, reason: '义务已履行', ...more }));
    }
  };

  test('a repair of a disputed record needs the credit centre; what was repaired is not corrected any more', async () => {
    const { record, id, application } = await bothOpen();
    await repaired(application);
    expect((await recordSeenBy(enterprise, record)).record).toMatchObject({ state: 'REPAIRED', disputed: true });
    const fields = [{ key: 'CF_NR_FK', value: '0.1' }];
    expect(
      await refused(steps(market, 'upholdObjection', { id, remedy: 'CORRECT', reason: '录入错误', fields })),
    ).toEqual(['REFUSED', 'AMENDMENT_STATE']);
    await clockStrikes(city, '2026-12-03T00:30:00+08:00');
    on('2026-12-03');
    expect(await objectionSeenBy(enterprise, id)).toMatchObject({
      ...{ state: 'UNVERIFIABLE', record: { state: 'REPAIRED', disputed: false } },
    });
    expect(await changesTold(city, record)).toEqual(['REPAIRED']);
    // false material was found: the record is restored, but its publicity was stopped meanwhile
    await done(takes(market, 'revokeRepair', { id: application, ground: 'FALSE_MATERIAL', reason: '缴款凭证系伪造' }));
    expect((await recordSeenBy(enterprise, record)).record).toMatchObject({
      state: 'EXPIRED',
      publicUntil: '2026-12-02',
    });
    expect((await recordSeenBy(city.anyone, record)).record).toBeNull();
  });

  test('what the provider withdrew itself is upheld without being withdrawn twice', async () => {
    const { record, id } = await disputedRecord(city, people);
    await market.asks('mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { id } }', {
      input: { record, revokedOn: '2026-11-20', document: '撤销决定', reason: '撤销', basis: '行政处罚法' },
    });
    expect((await recordSeenBy(enterprise, record)).record).toMatchObject({ state: 'WITHDRAWN', disputed: true });
    const upheld = await done(steps(market, 'upholdObjection', { id, remedy: 'WITHDRAW', reason: '已撤销' }));
    expect(upheld).toMatchObject({ state: 'UPHELD', record: { state: 'WITHDRAWN', disputed: false } });
    expect(await changesTold(city, record)).toEqual(['WITHDRAWN']);
    const { versions } = (await recordSeenBy(enterprise, record)).record;
    expect(versions.map(({ withdrawal }: any) => withdrawal?.revokedOn ?? null)).toEqual([
      ...[null, '2026-11-20', null, null],
    ]);
  });
});

describe('whatever anybody does, in any order', () => {
  const fields = [{ key: 'CF_NR_FK', value: '0.1' }];
  const said = { reason: '理由', evidence: '证据' };
  type Known = { record: string; row: Record<string, string>; objection: string; application: string };
  type Deed = (who: Person, known: Known) => Promise<Answer>;
  const step =
    (mutation: string, more: object = said): Deed =>
    (who, { objection: id }) =>
      steps(who, mutation, { id, ...more });
  const upheld = (remedy: string, more: object = {}) => step('upholdObjection', { remedy, reason: '成立', ...more });
  const repair =
    (mutation: string, more: object = {}): Deed =>
    (who, { application: id }) =>
      takes(who, mutation, { id, reason: '理由', ...more });

  /** Every deed, and whose it is. */
  const deeds: Readonly<Record<string, readonly [keyof Parties, Deed]>> = {
    file: ['enterprise', (who, { record }) => objects(who, record)],
    withdraw: ['enterprise', step('withdrawObjection')],
    requestReview: ['enterprise', step('requestObjectionReview', { reason: '不服' })],
    notAccept: ['centre', step('rejectObjection')],
    examine: ['market', step('examineObjection')],
    resume: ['market', step('resumeObjection')],
    extend: ['market', step('extendObjection')],
    dismiss: ['market', step('dismissObjection')],
    correct: ['market', upheld('CORRECT', { fields })],
    stop: ['market', upheld('STOP_PUBLICITY')],
    revoke: ['market', upheld('WITHDRAW')],
    reviewUp: ['centre', step('reviewObjection', { upholds: true, reason: '成立' })],
    reviewDown: ['centre', step('reviewObjection', { upholds: false, reason: '维持' })],
    apply: ['enterprise', (who, { record }) => applies(who, record)],
    accept: ['market', repair('acceptRepair')],
    approve: ['market', repair('approveRepair')],
    countersign: ['centre', repair('countersignRepair', { agrees: true })],
    unrepair: ['market', repair('revokeRepair', { ground: 'FALSE_MATERIAL' })],
    resend: ['market', (who, { row }) => who.submits('MARKET_PENALTY', [{ ...row, CF_NR_FK: '0.1' }])],
    withdrawRecord: [
      'market',
      (who, { record }) =>
        who.asks('mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { id } }', {
          input: { record, revokedOn: '2026-09-01', document: '撤销决定', reason: '撤销', basis: '行政处罚法' },
        }),
    ],
  };

  /** What can be done next by the state of the objection, or with none open; anything else is refused. */
  const nextOfObjection: Readonly<Record<string, readonly string[]>> = {
    none: ['file', 'file', 'file', 'resend'],
    VERIFYING: ['notAccept', 'examine', 'extend', 'dismiss', 'dismiss', 'correct', 'stop', 'revoke', 'withdraw'],
    EXAMINING: ['resume', 'resume', 'withdraw', 'resend'],
    EXTENDED: ['dismiss', 'correct', 'stop', 'revoke', 'withdrawRecord'],
    DISMISSED: ['requestReview', 'requestReview', 'withdraw', 'resend'],
    UNDER_REVIEW: ['reviewUp', 'reviewDown', 'withdrawRecord'],
  };
  /** The same of the application for repair. */
  const nextOfRepair: Readonly<Record<string, readonly string[]>> = {
    none: ['apply'],
    SUBMITTED: ['accept'],
    UNDER_REVIEW: ['approve'],
    COUNTERSIGN: ['countersign'],
    APPROVED: ['unrepair'],
  };
  const deed = fc.constantFrom(...Object.keys(deeds));
  const by = fc.constantFrom<keyof Parties>('enterprise', 'other', 'market', 'tax', 'centre', 'supervisor');
  type Move = { deed: string; by?: keyof Parties } | { pick: number } | { days: number };
  const move: fc.Arbitrary<Move> = fc.oneof(
    { weight: 8, arbitrary: fc.nat().map((pick) => ({ pick })) },
    { weight: 1, arbitrary: fc.record({ deed }) },
    { weight: 1, arbitrary: fc.record({ deed, by }) },
    { weight: 2, arbitrary: fc.constantFrom(1, 3, 15, 45).map((days) => ({ days })) },
  );

  /** How the record and its cases stand in the database. */
  const standing = async (record: string) =>
    (
      await city.owner(
        `select r.state, r.disputed, r.stopped_on is not null as stopped,
          (select count(*)::int from objection o where o.record_id = r.id and o.awaits is not null) as open,
          (select o.state from objection o where o.record_id = r.id and o.awaits is not null) as objection,
          (select a.state from repair_application a where a.record_id = r.id order by a.id desc limit 1) as repair,
          (select count(*)::int from case_step s join objection o on o.id = s.case_id where o.record_id = r.id) as steps,
          (select count(*)::int from audit_entry a join objection o on o.id::text = a.subject_id::text
             where o.record_id = r.id and a.subject_type = 'Objection') as audited
         from credit_record r where r.id = $1 and r.superseded_at is null`,
        [record],
      )
    )[0];
  type Standing = Awaited<ReturnType<typeof standing>>;

  /** Enterprises of the city, one a run: false material bars the next application. */
  const enterprises = async (): Promise<string[]> =>
    (await city.owner("select uscc from legal_entity where uscc like '91%' order by uscc limit 400")).map(
      ({ uscc }) => uscc,
    );

  test('a record is marked while an objection is open and no longer; what is withdrawn or stopped stays so', async () => {
    const [subjects, succeeded] = [await enterprises(), new Set<string>()];
    const run = async (moves: readonly Move[]) => {
      let day = Date.UTC(2026, 8, 15, 2);
      city.on(new Date(day).toISOString());
      const uscc = subjects.pop()!;
      const cast: Parties = { ...people, enterprise: await city.enterprise(uscc) };
      const { id: record, row } = await penalised(city, market, { CF_JDRQ: '2026-06-12', CF_XDR_SHXYM: uscc });
      const known: Known = { record, row, objection: record, application: record };
      let before: Standing = await standing(record);
      for (const one of moves) {
        if ('days' in one) {
          day = Math.min(day + one.days * 86_400_000, Date.UTC(2026, 11, 10, 2));
          city.on(new Date(day).toISOString());
          await clockStrikes(city, new Date(day).toISOString());
        } else {
          const likely = [
            ...nextOfObjection[before.objection ?? 'none']!,
            ...(nextOfRepair[before.repair ?? 'none'] ?? []),
          ];
          const name = 'pick' in one ? likely[one.pick % likely.length]! : one.deed;
          const [whose, deed] = deeds[name]!;
          const { data, refusals } = await deed(cast['by' in one && one.by ? one.by : whose], known);
          expect(refusals.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
          if (data) succeeded.add(name);
          if (data && name === 'file') known.objection = data.it.id;
          if (data && name === 'apply') known.application = data.applyForRepair.id;
        }
        const after = await standing(record);
        expect(after).toMatchObject({ open: after.disputed ? 1 : 0, audited: after.steps });
        if (before.state === 'WITHDRAWN') expect(after.state).toBe('WITHDRAWN');
        if (before.stopped) expect(after.stopped).toBe(true);
        before = after;
      }
      const shown = (await recordSeenBy(city.anyone, record)).record;
      if (before.state !== 'EFFECTIVE' || before.stopped) expect(shown).toBeNull();
      else expect(shown).toMatchObject({ disputed: before.disputed });
    };
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 22 }), (moves) => run(moves)),
      { numRuns: 9, seed: 20261122 },
    );
    // the walks came somewhere
    expect(succeeded.size).toBeGreaterThan(5);
  }, 60_000);
});
