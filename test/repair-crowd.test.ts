import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applies, done, fined, heldProof, knowsOf, strikes, takes } from './world/repair.js';
import { penaltyRow } from './world/rows.js';
import { type Answer, type City, openCity, type Person } from './world.js';

let city: City;
let codes: string[];
beforeAll(async () => {
  city = await openCity();
  // the clock strikes at the end of the year here, where arrears need the next one's calendar
  await city.owner('truncate arrears_case, list_entry, restriction cascade');
  const found = await city.owner("select uscc from legal_entity where kind = 'ENTERPRISE' order by uscc limit 80");
  codes = found.map(({ uscc }) => uscc);
});
afterAll(() => city.close());
beforeEach(() => city.on('2026-11-23T09:00:00+08:00'));

const faults = () => city.logged.filter((line) => line.includes('"level":50'));

/** What may happen: who does it, and what. */
const doings = [
  ...['apply', 'apply', 'applyForAnother', 'supply', 'withdraw'],
  ...['accept', 'accept', 'acceptByColleague', 'askSupplement', 'reject', 'extend'],
  ...['approve', 'approve', 'approveByColleague', 'refuse', 'approveByStranger'],
  ...['agree', 'sendBack', 'revoke', 'revokeByCentre'],
  ...['clock', 'laterClock', 'acknowledge', 'resend', 'resendChanged', 'correct', 'withdrawRecord'],
  ...['object', 'dismissObjection', 'withdrawObjection'],
] as const;
type Doing = (typeof doings)[number];

describe('whatever is done, by whomever, in whatever order, one after another or two at once', () => {
  let people: Record<'li' | 'wang' | 'tax' | 'centre' | 'licensing', Person>;
  beforeAll(async () => {
    const [li, wang, tax, centre] = await Promise.all([
      city.officer('MARKET', 'li'),
      city.officer('MARKET', 'wang'),
      city.officer('TAX'),
      city.official('credit-centre'),
    ]);
    await city.owner('update consumer set active = false');
    people = { li, wang, tax, centre, licensing: tax.for('LICENSING', '2026-0317') };
    done(
      await centre.asks(
        'mutation ($input: RegisterConsumerInput!) { registerConsumer(input: $input) { consumer { code } } }',
        { input: { code: 'CROWD_LEDGER', name: '税务风险台账', kind: 'DEPARTMENT_SYSTEM', department: 'TAX' } },
      ),
    );
  });

  /** A record of an entity of its own, and everything that may happen to it. */
  async function opened(uscc: string) {
    const { li, wang, tax, centre } = people;
    const [owner, another] = await Promise.all([city.enterprise(uscc), city.enterprise(codes[0]!)]);
    const { id: record, row } = await fined(city, uscc);
    const newest = async (table: string, where = 'true') =>
      (
        await city.owner(`select id from ${table} where record_id = $1 and ${where} order by id desc limit 1`, [record])
      )[0]?.id ?? record;
    const step = async (who: Person, mutation: string, more: object = {}) =>
      takes(who, mutation, { id: await newest('repair_application'), reason: '理由', ...more }, 'id');
    const deed = (who: Person, name: string, type: string, input: object) =>
      who.asks(`mutation ($input: ${type}!) { it: ${name}(input: $input) { id } }`, { input });
    const acknowledge = async (): Promise<undefined> => {
      const open = await city.owner(
        `select d.id from delivery d join record_change c on c.id = d.change_id where c.record_id = $1 and d.acknowledged_at is null`,
        [record],
      );
      for (const { id } of open) await deed(tax, 'acknowledgeDelivery', 'AcknowledgeDeliveryInput', { id });
    };
    const struck = async (instant: string): Promise<undefined> => {
      await strikes(city, instant);
    };
    let sent = 0;
    const does: Readonly<Record<Doing, (day: string) => Promise<Answer | undefined>>> = {
      apply: () => applies(owner, record, {}, 'id'),
      applyForAnother: () => applies(another, record, {}, 'id'),
      supply: () => step(owner, 'supplyRepairSupplement', { reason: undefined, proofs: [heldProof] }),
      withdraw: () => step(owner, 'withdrawRepair'),
      accept: () => step(li, 'acceptRepair'),
      acceptByColleague: () => step(wang, 'acceptRepair'),
      askSupplement: () => step(wang, 'requestRepairSupplement', { missing: ['整改材料'] }),
      reject: () => step(li, 'rejectRepair'),
      extend: () => step(wang, 'extendRepair'),
      approve: () => step(li, 'approveRepair'),
      approveByColleague: () => step(wang, 'approveRepair'),
      refuse: () => step(wang, 'refuseRepair'),
      approveByStranger: () => step(tax, 'approveRepair'),
      agree: () => step(centre, 'countersignRepair', { agrees: true }),
      sendBack: () => step(centre, 'countersignRepair', { agrees: false }),
      revoke: () => step(li, 'revokeRepair', { ground: 'FALSE_MATERIAL' }),
      revokeByCentre: () => step(centre, 'revokeRepair', { ground: 'BROKEN_COMMITMENT' }),
      clock: (day) => struck(`${day}T23:00:00+08:00`),
      laterClock: () => struck('2026-12-28T09:00:00+08:00'),
      acknowledge,
      resend: () => li.submits('MARKET_PENALTY', [row]),
      resendChanged: () => li.submits('MARKET_PENALTY', [{ ...row, CF_SY: `事由${++sent}` }]),
      correct: () =>
        deed(li, 'correctRecord', 'CorrectRecordInput', {
          ...{ record, fields: [{ key: 'CF_WFXW', value: `更正${++sent}` }], reason: '更正', basis: '决定书' },
        }),
      withdrawRecord: () =>
        deed(li, 'withdrawRecord', 'WithdrawRecordInput', {
          ...{ record, revokedOn: '2026-10-20', document: '撤销决定书', reason: '复议撤销', basis: '行政处罚法' },
        }),
      object: () =>
        deed(owner, 'fileObjection', 'FileObjectionInput', {
          ...{ record, ground: 'OTHER', statement: '金额有误', evidence: '决定书' },
        }),
      dismissObjection: async () =>
        deed(li, 'dismissObjection', 'DecideObjectionInput', {
          ...{ id: await newest('objection'), reason: '核实无误', evidence: '决定书' },
        }),
      withdrawObjection: async () =>
        deed(owner, 'withdrawObjection', 'DecideObjectionInput', { id: await newest('objection'), reason: '已了解' }),
    };
    return { record, does };
  }

  /** What must hold at any time; the states that were seen. */
  async function sound(record: string, uscc: string): Promise<string[]> {
    const versions = (await city.owner('select state from credit_record where id = $1 order by version', [record])).map(
      ({ state }) => state as string,
    );
    const state = versions.at(-1)!;
    const withdrawnSince = versions.indexOf('WITHDRAWN');
    if (withdrawnSince >= 0) expect(new Set(versions.slice(withdrawnSince))).toEqual(new Set(['WITHDRAWN']));
    if (state !== 'EFFECTIVE') {
      for (const who of [city.anyone, people.licensing]) {
        expect(await knowsOf(who, record, uscc)).toEqual([false, false]);
      }
    }
    const cases = await city.owner(
      `select a.state, a.awaits, cardinality(a.history) as history,
         (select count(*)::int from case_step s where s.case_id = a.id) as steps,
         (select s.to from case_step s where s.case_id = a.id order by s.id desc limit 1) as entered
       from repair_application a where a.record_id = $1`,
      [record],
    );
    expect(cases.filter(({ awaits }) => awaits !== null).length).toBeLessThanOrEqual(1);
    for (const one of cases) expect([one.entered, one.steps]).toEqual([one.state, one.history]);
    // a repair stands behind what is repaired, and behind nothing else
    const standing = cases.filter((one) => one.state === 'APPROVED' || one.state === 'COMPLETED').length;
    if (state === 'REPAIRED') expect(standing).toBe(1);
    if (state === 'EFFECTIVE') expect(standing).toBe(0);
    return [state, ...cases.map((one) => one.state)];
  }

  test('what is repaired or withdrawn is out of sight, and no record has two applications', async () => {
    const seen = new Set<string>();
    let run = 10;
    type Move = { readonly all: readonly Doing[]; readonly days: number };
    const move = fc.record({
      all: fc.array(fc.constantFrom(...doings), { minLength: 1, maxLength: 2 }),
      days: fc.nat(2),
    });
    const plainly = (...all: Doing[]): Move[] => all.map((one) => ({ all: [one], days: 0 }));
    // sequences begin somewhere on the way, so that short ones go far
    const begun = fc.constantFrom<Doing[]>(
      [],
      ['apply'],
      ['apply', 'accept'],
      ['apply', 'accept', 'approve'],
      [...(['apply', 'accept', 'refuse', 'apply', 'accept', 'approve'] as const)],
    );
    const moves = fc
      .tuple(begun, fc.array(move, { minLength: 4, maxLength: 12 }))
      .map(([first, then]): readonly Move[] => [...plainly(...first), ...then]);
    const examples: [readonly Move[]][] = [
      [plainly('apply', 'accept', 'approve', 'acknowledge', 'clock', 'revoke', 'apply')],
      [plainly('apply', 'accept', 'refuse', 'apply', 'accept', 'approve', 'agree', 'resendChanged', 'withdrawRecord')],
      [plainly('apply', 'accept', 'approve', 'withdrawRecord', 'revoke', 'resendChanged', 'correct')],
    ];
    const walk = async (sequence: readonly Move[]): Promise<void> => {
      city.on('2026-10-21T09:00:00+08:00');
      const uscc = codes[run++ % codes.length]!;
      const { record, does } = await opened(uscc);
      let today = Date.UTC(2026, 9, 21);
      for (const { all, days } of sequence) {
        today += days * 86_400_000;
        const day = new Date(today).toISOString().slice(0, 10);
        city.on(`${day}T09:00:00+08:00`);
        for (const answer of await Promise.all(all.map((one) => does[one](day)))) {
          for (const { extensions, message } of answer?.refusals ?? []) {
            expect([extensions.code, message]).not.toEqual(['INTERNAL', expect.anything()]);
          }
        }
        for (const state of await sound(record, uscc)) seen.add(state);
      }
    };
    let underWay = Promise.resolve();
    const walks = fc.asyncProperty(moves, (sequence) => {
      underWay = walk(sequence);
      return underWay;
    });
    // fast-check goes on without the walk that it interrupts, whose clock would strike in the midst of the next test
    await fc
      .assert(walks, { seed: 20_261_122, numRuns: 18, endOnFailure: true, interruptAfterTimeLimit: 4000, examples })
      .finally(() => underWay);
    // the sequences led somewhere
    for (const state of ['REPAIRED', 'WITHDRAWN', 'COMPLETED', 'REVOKED', 'REFUSED', 'COUNTERSIGN'])
      expect(seen).toContain(state);
    expect(faults()).toEqual([]);
  }, 30_000);
});

describe('a hundred applications, decided by eight officers of two units at once', () => {
  const units = { MARKET: 'MARKET_PENALTY', ECOLOGY: 'ECOLOGY_PENALTY' };
  const accounts = ['li', 'wang', 'zhao', 'sun'];

  test('each is decided once, and everything that was done stands in the audit', async () => {
    const subjects = codes.slice(0, 10);
    for (const [unit, item] of Object.entries(units)) {
      const rows = subjects.flatMap((uscc) =>
        [1, 2, 3, 4, 5].map((i) =>
          penaltyRow({
            ...{ CF_XDR_SHXYM: uscc, CF_WSH: `众〔2026〕${unit}${uscc.slice(-6)}${i}号`, CF_NR_FK: '1' },
            ...{ CF_JDRQ: '2026-07-20', CF_YXQ: '2027-07-20' },
          }),
        ),
      );
      done(await (await city.officer(unit)).submits(item, rows));
    }
    const records: { id: string; uscc: string; unit: 'MARKET' | 'ECOLOGY' }[] = await city.owner(
      `select r.id, e.uscc, split_part(r.item_code, '_', 1) as unit from credit_record r
       join legal_entity e on e.id = r.entity_id where r.number like '众〔2026〕%' order by r.number`,
    );
    expect(records).toHaveLength(100);
    const owners = new Map(
      await Promise.all(subjects.map(async (uscc) => [uscc, await city.enterprise(uscc)] as const)),
    );
    const officers = {
      MARKET: await Promise.all(accounts.map((account) => city.officer('MARKET', account))),
      ECOLOGY: await Promise.all(accounts.map((account) => city.officer('ECOLOGY', account))),
    };
    const filed = await Promise.all(
      records.map(async ({ id, uscc, unit }) => ({
        unit,
        ...(done(await applies(owners.get(uscc)!, id, {}, 'id number')) as { id: string; number: string }),
      })),
    );
    expect(new Set(filed.map(({ number }) => number)).size).toBe(100);
    // every case is decided by two of its unit at once, who do not agree
    const answers = await Promise.all(
      filed.map(async ({ id, unit }, i) => {
        const [one, other] = [officers[unit][i % 4]!, officers[unit][(i + 1 + (i % 3)) % 4]!];
        done(await takes(one, 'acceptRepair', { id }, 'id'));
        const approval = () => takes(one, 'approveRepair', { id }, 'id');
        const refusal = () => takes(other, 'refuseRepair', { id, reason: '未改正' }, 'id');
        // sometimes the one is a little faster, sometimes the other
        return Promise.all((i % 2 === 0 ? [approval, refusal] : [refusal, approval]).map((decide) => decide()));
      }),
    );
    for (const pair of answers) {
      const reasons = pair.map(({ refusals }) => refusals[0]?.extensions.reason ?? 'done').sort();
      expect(reasons).toEqual(['CASE_MOVED_ON', 'done']);
    }

    const cases = await city.owner(
      `select a.state, array_agg(s.step order by s.at, s.id) as steps, count(*) filter (where s.step in ('approve', 'refuse'))::int as decisions,
         (select count(*)::int from case_document d where d.case_id = a.id) as documents,
         (select r.state from credit_record r where r.id = a.record_id and r.superseded_at is null) as record,
         (select array_agg(t.deed order by t.id) from audit_entry t where t.subject_id = a.id::text) as deeds
       from repair_application a join case_step s on s.case_id = a.id where a.id = any($1) group by a.id`,
      [filed.map(({ id }) => id)],
    );
    expect(cases).toHaveLength(100);
    for (const { state, steps, decisions, documents, record, deeds } of cases) {
      const approved = state === 'APPROVED';
      expect([steps, decisions, documents]).toEqual([
        ['apply', 'accept', approved ? 'approve' : 'refuse'],
        1,
        approved ? 2 : 1,
      ]);
      expect(record).toBe(approved ? 'REPAIRED' : 'EFFECTIVE');
      expect(deeds).toEqual(['repair.apply', 'repair.accept', approved ? 'repair.approve' : 'repair.refuse']);
    }
    expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(['APPROVED', 'REFUSED']));
    expect(faults()).toEqual([]);
  }, 30_000);
});
