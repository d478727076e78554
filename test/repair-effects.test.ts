import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  applicationShown,
  applies,
  done,
  fined,
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
let court: Person;
let centre: Person;
let supervisor: Person;
let administrator: Person;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-23T09:00:00+08:00');
  [enterprise, another, market, tax, court, centre, supervisor, administrator] = await Promise.all([
    city.enterprise(ours),
    city.enterprise(theirs),
    city.officer('MARKET'),
    city.officer('TAX'),
    city.officer('COURT'),
    city.official('credit-centre'),
    city.official('supervisor'),
    city.official('administrator'),
  ]);
  await city.owner('update consumer set active = false');
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

describe('what the provider does meanwhile', () => {
  const withdraws = (record: string) =>
    market.asks('mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { id state } }', {
      input: {
        record,
        revokedOn: '2026-11-20',
        document: '撤销决定书',
        reason: '复议撤销',
        basis: '行政处罚法第四十八条',
      },
    });
  const corrects = (record: string, key: string, value: string) =>
    market.asks('mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id severity } }', {
      input: { record, fields: [{ key, value }], reason: '更正', basis: '决定书' },
    });

  test('a record that is withdrawn cannot be repaired any more; the unit closes the case', async () => {
    const { id: record } = await fined(city, ours);
    const id = await underReview(city, enterprise, record);
    done(await withdraws(record));
    expect(reasonOf(await takes(market, 'approveRepair', { id }))).toBe('REPAIR_RECORD_WITHDRAWN');
    expect(await seenBy(market, id)).toMatchObject({ state: 'UNDER_REVIEW', documents: [] });
    expect(done(await takes(market, 'refuseRepair', { id, reason: '原处罚已撤销，无需修复' }))).toMatchObject({
      state: 'REFUSED',
    });
    expect(reasonOf(await applies(enterprise, record))).toMatch(/REPAIR_RECORD_WITHDRAWN|RECORD_UNKNOWN/);
  });

  test('one that turns out to be graver is not approved before its time', async () => {
    const { id: record } = await fined(city, ours);
    const id = await underReview(city, enterprise, record);
    done(await corrects(record, 'CF_CFLB', '罚款；责令停产停业'));
    expect(reasonOf(await takes(market, 'approveRepair', { id }))).toBe('REPAIR_TOO_EARLY');
    expect(await knowsOf(city.anyone, record, ours)).toEqual([true, true]);
  });

  test('what is repaired is not corrected, and stays repaired when it is sent again', async () => {
    const { id: record, row } = await fined(city, theirs);
    const id = await underReview(city, another, record);
    done(await takes(market, 'approveRepair', { id }));
    expect(reasonOf(await corrects(record, 'CF_SY', '更正'))).toMatch(/AMENDMENT_STATE|RECORD_UNKNOWN/);
    done(await market.submits('MARKET_PENALTY', [row]));
    done(await market.submits('MARKET_PENALTY', [{ ...row, CF_SY: '另有说明' }]));
    expect((await seenBy(another, id)).record).toMatchObject({ state: 'REPAIRED' });
    expect(await knowsOf(city.anyone, record, theirs)).toEqual([false, false]);
    done(await withdraws(record));
    expect(await knowsOf(city.anyone, record, theirs)).toEqual([false, false]);
    // what was void from the beginning does not come back with a revocation
    done(await takes(centre, 'revokeRepair', { id, ground: 'FALSE_MATERIAL', reason: '凭证系伪造' }));
    const [{ state }] = await city.owner('select state from credit_record where id = $1 and superseded_at is null', [
      record,
    ]);
    expect(state).toBe('WITHDRAWN');
  });
});

describe('after the approval', () => {
  test('the record is out of sight of the public and of departments; those whom the law leaves it still read it', async () => {
    const { id: record, row } = await fined(city, ours);
    const licensing = tax.for('LICENSING', '2026-0317');
    expect(await knowsOf(licensing, record, ours)).toEqual([true, true]);
    const before = '2026-11-23T09:30:00+08:00';
    const id = await underReview(city, enterprise, record);
    day('2026-11-24');
    done(await takes(market, 'approveRepair', { id, reason: '已缴清罚款' }));
    for (const who of [city.anyone, another, tax, licensing])
      expect(await knowsOf(who, record, ours)).toEqual([false, false]);
    for (const who of [enterprise, market, supervisor, court.for('LITIGATION', '（2026）内02民初1号')]) {
      expect(await knowsOf(who, record, ours)).toEqual([true, true]);
    }
    // nor is the application: of its record everybody reads what the rules of records leave them
    const values = async (who: Person) =>
      done(
        await who.asks('query ($id: ID!) { it: repairApplication(id: $id) { record { fields { value reason } } } }', {
          id,
        }),
      ).record.fields;
    const ofUnit = await values(market);
    expect(ofUnit.length).toBeGreaterThan(10);
    for (const field of ofUnit) expect(field).toEqual({ value: null, reason: 'REPAIRED' });
    for (const who of [enterprise, supervisor]) expect(JSON.stringify(await values(who))).toContain(row['CF_WSH']);
    // what was known before is no way around it
    const then = async (who: Person) =>
      (
        await who.asks(
          'query ($r: ID!, $t: DateTime!) { record(id: $r, knownAt: $t) { state number fields { key value } } }',
          { r: record, t: before },
        )
      ).data.record;
    for (const who of [city.anyone, licensing]) {
      const seen = await then(who);
      expect(JSON.stringify(seen ?? {})).not.toContain(row['CF_WSH']);
      expect(seen?.state ?? 'REPAIRED').toBe('REPAIRED');
      for (const { value } of seen?.fields ?? []) expect(value).toBeNull();
    }
    expect(await then(supervisor)).toMatchObject({ number: row['CF_WSH'] });
    const search = await city.anyone.asks(
      'query ($f: RecordFilter) { records(filter: $f, first: 100) { edges { node { id } } } }',
      {
        f: { item: 'MARKET_PENALTY', determinedFrom: '2026-07-20', determinedUntil: '2026-07-20' },
      },
    );
    expect(JSON.stringify(done(search))).not.toContain(record);
  });

  test('it is complete when every consumer has acknowledged, and not before; jobs do nothing twice', async () => {
    done(
      await centre.asks(
        'mutation ($input: RegisterConsumerInput!) { registerConsumer(input: $input) { consumer { code } } }',
        {
          input: { code: 'TAX_LEDGER', name: '税务风险台账', kind: 'DEPARTMENT_SYSTEM', department: 'TAX' },
        },
      ),
    );
    const { id: record } = await fined(city, ours);
    const id = await underReview(city, enterprise, record);
    const approved = done(await takes(market, 'approveRepair', { id }));
    expect(approved.propagation).toMatchObject([
      { state: 'PENDING', consumer: { code: 'TAX_LEDGER' }, dueOn: '2026-11-24' },
    ]);
    await strikes(city, '2026-11-23T10:00:00+08:00');
    expect(await seenBy(enterprise, id)).toMatchObject({ state: 'APPROVED', escalatedAt: null });
    await night('2026-11-25');
    expect(await seenBy(enterprise, id)).toMatchObject({ state: 'APPROVED', escalatedAt: expect.any(String) });
    const [{ delivery }] = await city.owner(
      'select d.id as delivery from delivery d join record_change c on c.id = d.change_id where c.record_id = $1',
      [record],
    );
    done(await tax.asks('mutation ($id: ID!) { acknowledgeDelivery(input: { id: $id }) { id } }', { id: delivery }));
    await Promise.all([night('2026-11-25'), night('2026-11-25')]);
    await night('2026-11-26');
    const completed = await seenBy(enterprise, id);
    expect(completed).toMatchObject({ state: 'COMPLETED', propagation: [{ state: 'ACKNOWLEDGED' }] });
    expect(completed.timeline.map(({ step }: any) => step)).toEqual([
      'apply',
      'accept',
      'approve',
      'escalate',
      'complete',
    ]);
    await city.owner('update consumer set active = false');
  });

  test('a case that lives on a rehearsed clock is completed by rehearsals alone', async () => {
    const { id: record } = await fined(city, ours);
    const rehearsing = (who: Person) => who.at('2026-11-25T09:00:00+08:00');
    const { id } = done(await applies(rehearsing(enterprise), record));
    done(await takes(rehearsing(market), 'acceptRepair', { id }));
    done(await takes(rehearsing(market), 'approveRepair', { id }));
    await night('2026-11-30');
    expect(await seenBy(enterprise, id)).toMatchObject({ state: 'APPROVED' });
    await strikes(city, '2026-11-30T09:00:00+08:00', { rehearsed: true });
    expect(await seenBy(enterprise, id)).toMatchObject({ state: 'COMPLETED' });
  });
});

describe('the one that lied', () => {
  test('has its record back, the broken commitment recorded, and no repair for three years', async () => {
    const liar = (
      await city.owner(
        `select uscc from legal_entity where kind = 'ENTERPRISE' and uscc <> $1 order by uscc offset 5 limit 1`,
        [ours],
      )
    )[0].uscc;
    const owner = await city.enterprise(liar);
    const { id: record, row } = await fined(city, liar);
    const other = await fined(city, liar);
    const id = await underReview(city, owner, record);
    const pending = await underReview(city, owner, other.id);
    done(await takes(market, 'approveRepair', { id }));
    await night('2026-11-24');
    expect(await seenBy(owner, id)).toMatchObject({ state: 'COMPLETED' });
    expect(await knowsOf(city.anyone, record, liar)).toEqual([false, false]);

    const found = { id, ground: 'FALSE_MATERIAL', reason: '缴款凭证系伪造' };
    expect(reasonOf(await takes(market, 'revokeRepair', { ...found, reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(reasonOf(await takes(market, 'revokeRepair', { ...found, ground: null }))).toBe('REPAIR_GROUND_REQUIRED');
    expect(reasonOf(await takes(tax, 'revokeRepair', found))).toBe('REPAIR_UNKNOWN');
    expect(await knowsOf(city.anyone, record, liar)).toEqual([false, false]);
    const revoked = done(await takes(market, 'revokeRepair', found));
    expect(revoked).toMatchObject({ state: 'REVOKED', revokedFor: 'FALSE_MATERIAL', record: { state: 'EFFECTIVE' } });
    expect(revoked.documents.at(-1)).toMatchObject({ kind: 'REPAIR_REVOCATION' });
    expect(revoked.documents.at(-1).text).toContain('至2029年11月23日');
    expect(await knowsOf(city.anyone, record, liar)).toEqual([true, true]);
    expect(await city.owner('select kind from record_change where record_id = $1 order by at, id', [record])).toEqual([
      { kind: 'REPAIRED' },
      { kind: 'RESTORED' },
    ]);
    expect(await takes(centre, 'revokeRepair', found)).toMatchObject({
      refusals: [{ extensions: { code: 'CONFLICT', reason: 'CASE_MOVED_ON' } }],
    });

    const { data } = await city.anyone.asks(
      `query ($u: USCC!) { entity(uscc: $u) { records(filter: { item: "DRC_BROKEN_COMMITMENT" }) { edges { node { number fields { key value } } } } } }`,
      { u: liar },
    );
    expect(data.entity.records.edges).toHaveLength(1);
    expect(JSON.stringify(data)).toContain(revoked.commitmentCode);
    expect(JSON.stringify(data)).toContain('缴款凭证系伪造');
    expect(JSON.stringify(data)).toContain(row['CF_WSH']);

    // neither this record nor another, neither a new application nor the one that was open
    const banned = { reason: 'REPAIR_BANNED', from: '2029-11-24' };
    expect((await eligibility(record, owner)).missing).toMatchObject([banned]);
    expect((await eligibility(record, owner)).repairableFrom).toBe('2029-11-24');
    expect(reasonOf(await applies(owner, record))).toBe('REPAIR_BANNED');
    expect(reasonOf(await takes(market, 'approveRepair', { id: pending }))).toBe('REPAIR_BANNED');
    expect(done(await takes(market, 'refuseRepair', { id: pending, reason: '限制期内' }))).toMatchObject({
      state: 'REFUSED',
    });
  });
});

describe('two at once', () => {
  test('approve and refuse: one of them does, the other is told what happened', async () => {
    const { id: record } = await fined(city, ours);
    const second = await city.another();
    try {
      const [li, wang] = await Promise.all([city.officer('MARKET', 'li'), second.officer('MARKET', 'wang')]);
      const id = await underReview(city, enterprise, record);
      const answers = await Promise.all([
        takes(li, 'approveRepair', { id }),
        takes(wang, 'refuseRepair', { id, reason: '未改正' }),
      ]);
      const [lost] = answers.flatMap(({ refusals }) => refusals);
      expect(answers.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
      expect(lost).toMatchObject({ extensions: { code: 'CONFLICT', reason: 'CASE_MOVED_ON' } });
      expect(lost!.message).toMatch(/(APPROVED|REFUSED).*UNIT.*(approve|refuse)/);
      const { timeline, state, documents } = await seenBy(supervisor, id);
      expect(timeline).toHaveLength(3);
      expect(timeline.at(-1)).toMatchObject({ to: state });
      expect(documents).toHaveLength(state === 'APPROVED' ? 2 : 1);
    } finally {
      await second.close();
    }
  });

  test('apply for one record: one application, the other is told that it is open', async () => {
    const { id: record } = await fined(city, ours);
    const colleagues = await Promise.all(['fan', 'ma', 'su'].map((account) => city.enterprise(ours, account)));
    const answers = await Promise.all(colleagues.map((who) => applies(who, record)));
    expect(answers.map((answer) => reasonOf(answer) ?? 'made').sort()).toEqual(['REPAIR_OPEN', 'REPAIR_OPEN', 'made']);
    const made = answers.find(({ refusals }) => refusals.length === 0)!.data.applyForRepair;
    for (const { refusals } of answers) {
      if (refusals[0]) expect(refusals[0].message).toContain(made.number);
    }
  });
});

describe('who knows of an application', () => {
  let id: string;
  let record: string;
  let number: string;
  beforeAll(async () => {
    day('2026-11-23');
    ({ id: record } = await fined(city, ours));
    id = await underReview(city, enterprise, record);
    ({ number } = done(await takes(market, 'refuseRepair', { id, reason: '未改正' })));
  });
  /** The status of an answer that was read to its end. */
  const fetched = async (who: Person, path: string): Promise<number> => {
    const response = await who.fetches(path);
    await response.arrayBuffer();
    return response.status;
  };
  const listed = async (who: Person): Promise<any> =>
    (
      await who.asks(
        'query ($f: RepairFilter) { repairApplications(filter: $f) { totalCount edges { node { id } } } }',
        { f: { record } },
      )
    ).data?.repairApplications;

  test('the two sides, the credit centre and the supervisor, by id and by number', async () => {
    for (const who of [enterprise, market, centre, supervisor]) {
      expect(await seenBy(who, id)).toMatchObject({ id });
      expect(await seenBy(who, number)).toMatchObject({ id });
      expect(await listed(who)).toEqual({ totalCount: 1, edges: [{ node: { id } }] });
    }
  });

  test('nobody else: for another it does not exist, for the public and the administrator there is no such question', async () => {
    for (const who of [another, tax, tax.for('LICENSING', '2026-0317')]) {
      expect(await seenBy(who, id)).toBeNull();
      expect(await seenBy(who, number)).toBeNull();
      expect(await listed(who)).toEqual({ totalCount: 0, edges: [] });
      expect(
        (await who.asks('query ($r: ID!) { repairEligibility(record: $r) { eligible } }', { r: record })).refusals[0]
          ?.extensions.code,
      ).toMatch(/FORBIDDEN|NOT_FOUND/);
    }
    expect(reasonOf(await takes(tax, 'approveRepair', { id }))).toBe('REPAIR_UNKNOWN');
    for (const who of [city.anyone, administrator]) {
      const { refusals } = await who.asks('query ($id: ID!) { repairApplication(id: $id) { id } }', { id });
      expect(refusals[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
    expect(await seenBy(enterprise, 'x')).toBeNull();
    const { refusals } = await market.asks('{ repairApplications(filter: { record: "x" }) { totalCount } }');
    expect(refusals[0]?.extensions.reason).toBe('RECORD_UNKNOWN');
  });

  test('neither does its decision', async () => {
    const [{ url }] = (await seenBy(enterprise, id)).documents;
    for (const who of [enterprise, market, centre, supervisor]) expect(await fetched(who, url)).toBe(200);
    for (const who of [another, tax]) expect(await fetched(who, url)).toBe(404);
    for (const who of [city.anyone, administrator]) expect([401, 403, 404]).toContain(await fetched(who, url));
  });

  test('nor a file that proves something', async () => {
    const { id: fine } = await fined(city, ours);
    const sent = await enterprise.fetches('/attachments?name=proof.pdf', {
      method: 'POST',
      headers: { 'content-type': 'application/pdf' },
      body: Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n'),
    });
    const { id: attachment } = (await sent.json()) as { id: string };
    const proofs = [{ title: '缴款凭证', attachment }];
    done(await applies(enterprise, fine, { proofs }));
    for (const who of [enterprise, market, centre, supervisor]) {
      expect(await fetched(who, `/attachments/${attachment}`)).toBe(200);
    }
    for (const who of [another, tax]) expect(await fetched(who, `/attachments/${attachment}`)).toBe(404);
  });

  test('an account is told to its own side and the supervisor', async () => {
    const accounts = async (who: Person) => (await seenBy(who, id)).timeline.map(({ account }: any) => account);
    const [applied, accepted, refused] = await accounts(supervisor);
    expect([applied, accepted, refused]).not.toContain(null);
    expect(await accounts(enterprise)).toEqual([applied, null, null]);
    expect(await accounts(market)).toEqual([null, accepted, refused]);
    expect(await accounts(centre)).toEqual([null, null, null]);
  });

  test('on the entity: what one knows of', async () => {
    const ofEntity = async (who: Person) => {
      const { data } = await who.asks(
        'query ($u: USCC!) { entity(uscc: $u) { repairApplications(first: 100) { totalCount edges { node { id } } } } }',
        { u: ours },
      );
      return data.entity.repairApplications;
    };
    const all = await ofEntity(supervisor);
    expect(all.totalCount).toBeGreaterThan(5);
    expect(await ofEntity(enterprise)).toEqual(all);
    expect(await ofEntity(market)).toEqual(all);
    expect(await ofEntity(tax)).toEqual({ totalCount: 0, edges: [] });
    for (const who of [another, city.anyone, administrator]) expect(await ofEntity(who)).toBeNull();
  });

  test('its words are those of the table', async () => {
    const { data } = await enterprise.asks(
      `query ($id: ID!) { repairApplication(id: $id) { ${applicationShown} } }`,
      { id },
      { 'accept-language': 'zh' },
    );
    expect(data.repairApplication.timeline.map(({ says }: any) => says)).toEqual(['申请信用修复', '受理', '不予修复']);
  });
});
