import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { evidence } from './world/commitments.js';
import { dishonest, listingSeen, listingsFound, lists, red, serious, trusted } from './world/lists.js';
import { objects } from './world/objections.js';
import { applies, done, knowsOf, reasonOf, strikes, takes } from './world/repair.js';
import { penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let market: Person;
let marketColleague: Person;
let drc: Person;
let drcColleague: Person;
let agriculture: Person;
let tax: Person;
let enterprise: Person;
let trustedOne: Person;
let centre: Person;
let supervisor: Person;
let another: Person;
beforeAll(async () => {
  city = await openCity();
  [market, marketColleague, drc, drcColleague, agriculture, tax] = await Promise.all([
    city.officer('MARKET'),
    city.officer('MARKET', 'colleague'),
    city.officer('DRC'),
    city.officer('DRC', 'colleague'),
    city.officer('AGRICULTURE'),
    city.officer('TAX'),
  ]);
  [enterprise, trustedOne, centre, supervisor, another] = await Promise.all([
    city.enterprise(dishonest),
    city.enterprise(trusted),
    city.official('credit-centre'),
    city.official('supervisor'),
    city.enterprise('91150204MA0T3QT3XE'),
  ]);
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
const strike = async (date: string) => {
  day(date);
  await strikes(city, `${date}T09:00:00+08:00`);
};
const everybody = () => [city.anyone, tax, another];

describe('the invented city', () => {
  test('has lists whose law, grounds, term and conditions anybody can read', async () => {
    day('2026-11-24');
    const { data, statements } = await city.anyone.asks(
      `{ creditLists { code kind title grounds termMonths legalBasis removalConditions consequences edition inForceFrom
        department { code } item { code class polarity } } }`,
    );
    expect(statements).toBe(0);
    expect(data.creditLists).toMatchObject([
      { code: 'DRC_RED', kind: 'RED', grounds: [], termMonths: 12, item: { code: 'DRC_RED_LIST', class: 'HONOUR' } },
      { code: 'FINANCE_PROCUREMENT', grounds: ['ORDER'], termMonths: 36, department: { code: 'FINANCE' } },
      { code: 'HRSS_WAGE_ARREARS', grounds: ['ORDER', 'LEGAL_DUTY'], item: { code: 'HRSS_WAGE_ARREARS_LIST' } },
      { code: 'MARKET_SERIOUS', kind: 'SERIOUS_DISHONESTY', item: { class: 'SERIOUS_DISHONESTY' } },
    ]);
  });

  test('has one entity on the red list and one that is announced, and nobody on a serious one', async () => {
    const { data, statements } = await city.anyone.asks(
      `{ listEntries { totalCount edges { node { state standing enteredOn until decisionNumber list { code }
        entity { uscc } record { number } proposer { code } } } } }`,
    );
    expect(data.listEntries).toEqual({
      totalCount: 2,
      edges: [
        {
          node: expect.objectContaining({
            ...{ state: 'ANNOUNCED', standing: null, enteredOn: null, record: null },
            entity: { uscc: '91150223MA0T3Q000E' },
          }),
        },
        {
          node: {
            ...{ state: 'ENTERED', standing: 'ON_LIST', enteredOn: '2026-09-14', until: '2027-09-14' },
            ...{
              decisionNumber: '包发改红列〔2026〕1号',
              list: { code: 'DRC_RED' },
              proposer: { code: 'AGRICULTURE' },
            },
            ...{ entity: { uscc: '91150200MA0T3QT132' }, record: { number: '包发改红列〔2026〕1号' } },
          },
        },
      ],
    });
    // however many rows: the page, its count, the entities, the records
    expect(statements).toBe(4);
  });

  test('the lists of many entities come in one statement', async () => {
    const { data, statements } = await city.anyone.asks(
      '{ entities(first: 50) { edges { node { uscc listings { state list { code } } } } } }',
    );
    const { statements: without } = await city.anyone.asks('{ entities(first: 50) { edges { node { uscc } } } }');
    expect(statements - without).toBe(1);
    expect(data.entities.edges).toHaveLength(50);
    const { data: found } = await city.anyone.asks(
      '{ entities(search: "91150200MA0T3QT132") { edges { node { listings { state list { code } } } } } }',
    );
    expect(found.entities.edges).toEqual([{ node: { listings: [{ state: 'ENTERED', list: { code: 'DRC_RED' } }] } }]);
  });
});

describe('a list of serious dishonesty', () => {
  let id: string;
  let record: string;

  test('is proposed by its own department, on its own grounds, of an entity that is known, once', async () => {
    day('2025-09-15');
    const refusedAs = async (who: Person, more: object) => reasonOf(await lists(who, 'proposeListing', serious(more)));
    for (const who of [city.anyone, enterprise, centre, supervisor]) {
      expect((await lists(who, 'proposeListing', serious())).refusals[0]?.extensions.code).toMatch(
        /FORBIDDEN|UNAUTHENTICATED/,
      );
    }
    expect(await refusedAs(tax, {})).toBe('LISTING_NOT_YOURS');
    expect(await refusedAs(market, { list: 'NOBODYS' })).toBe('LISTING_LIST_UNKNOWN');
    expect(await refusedAs(market, { uscc: '91150200MA0T3QZZ9X' })).toMatch(/LISTING_ENTITY_UNKNOWN|USCC/);
    expect(await refusedAs(market, { ground: 'DEFENCE_DUTY' })).toBe('LISTING_GROUND');
    expect(await refusedAs(market, { ground: null })).toBe('LISTING_GROUND');
    expect(await refusedAs(market, { facts: ' ' })).toBe('STATEMENT_MISSING');
    expect(await refusedAs(market, { decisionNumber: '号'.repeat(65) })).toBe('TEXT_TOO_LONG');
    expect(await refusedAs(market, { basis: '据'.repeat(1001) })).toBe('TEXT_TOO_LONG');
    expect(await refusedAs(market, { uscc: '1115020001T3QT1233' })).toBe('LISTING_SELF');
    expect(await refusedAs(market, { sourceRecord: 'no id' })).toBe('LISTING_SOURCE_UNKNOWN');
    // whom a record says to be on the list is on it, however the record came; and its number is its own
    const sent = (what: string) =>
      city.owner(`select e.uscc, r.number as "decisionNumber" from credit_record r join legal_entity e on e.id = r.entity_id
        where r.item_code = 'MARKET_SERIOUS_DISHONESTY' and r.superseded_at is null and ${what} limit 1`);
    const [inForce] = await sent("r.public_until > '2026-11-01'");
    expect(await refusedAs(market, { uscc: inForce.uscc })).toBe('LISTING_ALREADY');
    const [over] = await sent("r.public_until < '2025-09-01'");
    expect(await refusedAs(market, over)).toBe('LISTING_NUMBER_TAKEN');
    const both = await Promise.all([serious(), serious()].map((one) => lists(market, 'proposeListing', one)));
    expect(both.map(reasonOf).toSorted()).toEqual(['LISTING_OPEN', undefined]);
    ({ id } = both.find((answer) => answer.refusals.length === 0)!.data.it);
    expect(await refusedAs(market, {})).toBe('LISTING_OPEN');
  });

  test('its entity is told in writing and answers; nobody else knows, and another account decides', async () => {
    const proposed = await listingSeen(market, id);
    expect(proposed).toMatchObject({
      ...{ state: 'PROPOSED', kind: 'SERIOUS_DISHONESTY', standing: null, record: null, availableSteps: [] },
      ...{ list: { code: 'MARKET_SERIOUS' }, deadline: { dueOn: '2025-09-22', length: 5, unit: 'WORKING_DAYS' } },
      documents: [{ kind: 'LISTING_NOTICE', issuedBy: '包头市市场监督管理局' }],
    });
    const { text, url } = proposed.documents[0];
    for (const said of ['生产经营不符合', '危害人民群众身体健康', '惩戒措施', '移出条件', '陈述申辩', '行政复议']) {
      expect(text).toContain(said);
    }
    for (const who of everybody()) {
      expect(await listingSeen(who, id)).toBeNull();
      expect(await listingsFound(who, { uscc: dishonest })).toEqual([]);
      expect(await who.statusOf(url)).toBe(404);
    }
    for (const who of [market, enterprise, centre, supervisor]) {
      expect(await listingsFound(who, { uscc: dishonest })).toEqual([proposed.number]);
      expect(await who.statusOf(url)).toBe(200);
    }
    const reason = '…';
    expect(reasonOf(await lists(another, 'answerListingNotice', { id, reason }))).toBe('LISTING_UNKNOWN');
    expect(reasonOf(await lists(tax, 'enterOnList', { id, reason }))).toBe('LISTING_UNKNOWN');
    expect(reasonOf(await lists(marketColleague, 'enterOnList', { id, reason }))).toBe('CASE_MOVED_ON');
    expect(reasonOf(await lists(another, 'objectToListing', { id, reason }))).toBe('LISTING_UNKNOWN');
    const { data } = await enterprise.asks('{ taskCounts { kind state count } }');
    expect(data.taskCounts).toContainEqual({ kind: 'LISTING', state: 'PROPOSED', count: 1 });
    const proof = await evidence(enterprise);
    const answer = { id, reason: '已召回全部产品', evidence: [proof] };
    expect(done(await lists(enterprise, 'answerListingNotice', answer))).toMatchObject({
      ...{ state: 'UNDER_DECISION', statement: '已召回全部产品', availableSteps: [], attachments: [{ id: proof }] },
      // the Sunday before the holidays is a working day
      deadline: { dueOn: '2025-09-28', length: 10 },
    });
    expect(reasonOf(await lists(market, 'enterOnList', { id, reason }))).toBe('LISTING_SAME_ACCOUNT');
    expect(reasonOf(await lists(market, 'rejectListing', { id, reason }))).toBe('LISTING_SAME_ACCOUNT');
    expect((await listingSeen(marketColleague, id)).availableSteps).toEqual([{ step: 'enter' }, { step: 'reject' }]);
    await strike('2025-10-13');
    expect(await listingSeen(supervisor, id)).toMatchObject({
      ...{ state: 'UNDER_DECISION', escalatedAt: '2025-10-13T01:00:00.000Z' },
    });
  });

  test('of two who enter it at once one does; the record is public, and the notice of repair is served with the decision', async () => {
    const third = await city.officer('MARKET', 'third');
    const reason = '事实清楚，证据确凿';
    const both = await Promise.all([marketColleague, third].map((who) => lists(who, 'enterOnList', { id, reason })));
    expect(both.map(reasonOf).toSorted()).toEqual(['CASE_MOVED_ON', undefined]);
    const seen = await listingSeen(city.anyone, id);
    expect(seen).toMatchObject({
      ...{ state: 'ENTERED', standing: 'ON_LIST', removedFor: null, enteredOn: '2025-10-13', until: '2028-10-13' },
      ...{ record: { number: seen.decisionNumber, state: 'EFFECTIVE' }, entity: { uscc: dishonest } },
      // what was written in the case is for those whom it concerns
      ...{ statement: null, documents: null, timeline: null, attachments: null, availableSteps: [], objections: [] },
    });
    record = seen.record.id;
    const { withheld } = await city.anyone.asks(
      `query ($id: ID!) { listEntry(id: $id) { statement documents { id } } }`,
      {
        id,
      },
    );
    expect(withheld.length).toBeGreaterThan(0);
    const mine = await listingSeen(enterprise, id);
    expect(mine.documents.map(({ kind }: any) => kind)).toEqual([
      'LISTING_NOTICE',
      'LISTING_DECISION',
      'LISTING_REPAIR_NOTICE',
    ]);
    expect(mine.documents[1]).toMatchObject({ number: seen.decisionNumber });
    expect(mine.documents[2].text).toContain('2026年10月13日');
    expect(mine.timeline.map(({ step, by }: any) => [step, by])).toEqual([
      ['propose', 'PROPOSER'],
      ['answer', 'ENTITY'],
      ['escalate', 'CLOCK'],
      ['enter', 'DECIDER'],
    ]);
    const { data } = await city.anyone.asks(
      `query ($u: USCC!) { entity(uscc: $u) { listings { number standing }
        records(filter: { item: "MARKET_SERIOUS_DISHONESTY" }) { edges { node { severity fields { key value } } } } } }`,
      { u: dishonest },
    );
    expect(data.entity.listings).toEqual([{ number: seen.number, standing: 'ON_LIST' }]);
    const [{ node }] = data.entity.records.edges;
    const value = (key: string) => node.fields.find((one: any) => one.key === key)?.value;
    expect([node.severity, value('LRWH'), value('LRRQ'), value('RDJG')]).toEqual([
      'SERIOUS',
      seen.decisionNumber,
      '2025-10-13',
      '包头市市场监督管理局',
    ]);
    expect(value('JTQK')).toContain('行政复议');
    expect(reasonOf(await lists(market, 'proposeListing', serious()))).toBe('LISTING_ALREADY');
  });

  test('it is left by repair, and by nothing that is no revocation: the standing follows from the record', async () => {
    day('2026-10-12');
    expect(reasonOf(await applies(enterprise, record))).toBe('REPAIR_TOO_EARLY');
    day('2026-10-13');
    const { id: repair } = done(await applies(enterprise, record));
    done(await takes(market, 'acceptRepair', { id: repair }));
    done(await takes(market, 'approveRepair', { id: repair, reason: '已履行义务' }));
    expect(await listingSeen(enterprise, id)).toMatchObject({
      ...{ state: 'ENTERED', standing: 'REMOVED', removedFor: 'REPAIRED' },
    });
    for (const who of everybody()) {
      expect(await listingSeen(who, id)).toBeNull();
      expect(await listingsFound(who, { uscc: dishonest })).toEqual([]);
    }
    expect(await listingsFound(market, { uscc: dishonest, onList: true })).toEqual([]);
    expect(await listingsFound(market, { uscc: dishonest, onList: false })).toHaveLength(1);
    const again = { id, revokedOn: '2026-10-13', document: '…', reason: '…' };
    expect(reasonOf(await lists(market, 'removeFromList', again))).toBe('LISTING_NOT_ON_LIST');
  });

  test('silence lapses and admits nothing; what it rested on is revoked: the record goes in the same deed', async () => {
    day('2026-03-02');
    const answer = done(await lists(market, 'proposeListing', serious({ uscc: trusted, ground: 'ORDER' })));
    await strike('2026-03-09');
    expect((await listingSeen(market, answer.id)).state).toBe('PROPOSED');
    await strike('2026-03-10');
    expect((await listingSeen(market, answer.id)).state).toBe('UNDER_DECISION');
    const late = await lists(trustedOne, 'answerListingNotice', { id: answer.id, reason: '…' });
    expect(reasonOf(late)).toBe('CASE_MOVED_ON');
    const listed = done(await lists(marketColleague, 'enterOnList', { id: answer.id, reason: '逾期未答辩' }));
    const removal = {
      id: answer.id,
      document: '（2026）内0203行终1号',
      reason: '处罚决定被撤销',
      revokedOn: '2026-03-10',
    };
    expect(reasonOf(await lists(trustedOne, 'removeFromList', removal))).toBe('ROLE_REQUIRED');
    expect(reasonOf(await lists(tax, 'removeFromList', removal))).toBe('LISTING_UNKNOWN');
    expect(reasonOf(await lists(market, 'removeFromList', { ...removal, document: ' ' }))).toBe('STATEMENT_MISSING');
    expect(reasonOf(await lists(market, 'removeFromList', { ...removal, revokedOn: '2026-03-09' }))).toBe('REVOKED_ON');
    // half of it is nothing
    expect(await listingSeen(market, answer.id)).toMatchObject({ state: 'ENTERED', standing: 'ON_LIST' });
    const removed = done(await lists(market, 'removeFromList', removal));
    expect(removed).toMatchObject({
      ...{ state: 'REMOVED', standing: 'REMOVED', removedFor: 'REVOKED', availableSteps: [] },
    });
    expect(removed.documents.at(-1)).toMatchObject({ kind: 'LISTING_REMOVAL' });
    expect(await knowsOf(city.anyone, listed.record.id, trusted)).toEqual([false, false]);
    const changes = await city.owner('select kind from record_change where record_id = $1', [listed.record.id]);
    expect(changes).toEqual([{ kind: 'WITHDRAWN' }]);
    expect(await listingsFound(city.anyone, { uscc: trusted })).toEqual([]);
  });

  test('of a sole trader, a natural person, everybody else learns nothing', async () => {
    const [{ uscc }] = await city.owner(
      `select e.uscc from legal_entity e where e.kind = 'SOLE_TRADER' and not exists
         (select from credit_record r where r.entity_id = e.id and r.item_code = 'MARKET_SERIOUS_DISHONESTY') limit 1`,
    );
    const { id: one } = done(await lists(market, 'proposeListing', serious({ uscc })));
    done(await lists(await city.enterprise(uscc), 'answerListingNotice', { id: one, reason: '无' }));
    done(await lists(marketColleague, 'enterOnList', { id: one, reason: '事实清楚' }));
    expect(await listingSeen(centre, one)).toMatchObject({ standing: 'ON_LIST' });
    for (const who of everybody()) expect(await listingSeen(who, one)).toBeNull();
  });

  test('a record that its provider withdraws takes the entry along', async () => {
    const { id: one } = done(await lists(market, 'proposeListing', serious({ uscc: '91150206MA0T3Q0G1E' })));
    await strike('2026-03-19');
    const { record: made } = done(await lists(marketColleague, 'enterOnList', { id: one, reason: '逾期未答辩' }));
    const withdrawal = { record: made.id, revokedOn: '2026-03-19', document: '复议决定书', reason: '撤销', basis: '…' };
    const answer = await market.asks(
      'mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { state } }',
      { input: withdrawal },
    );
    expect(answer.data.withdrawRecord).toEqual({ state: 'WITHDRAWN' });
    expect(await listingSeen(market, one)).toMatchObject({ standing: 'REMOVED', removedFor: 'REVOKED' });
    expect(await listingSeen(city.anyone, one)).toBeNull();
  });

  test('nor is anybody on it whose record may no longer be published, since nobody could verify it', async () => {
    const uscc = '91150204MA0T3Q0K4X';
    const { id: one } = done(await lists(market, 'proposeListing', serious({ uscc })));
    await strike('2026-03-27');
    const { record: made } = done(await lists(marketColleague, 'enterOnList', { id: one, reason: '逾期未答辩' }));
    done(await objects(await city.enterprise(uscc), made.id));
    await strike('2026-04-20');
    expect(await listingSeen(market, one)).toMatchObject({ standing: 'REMOVED', removedFor: 'PUBLICITY_STOPPED' });
    expect(await listingSeen(city.anyone, one)).toBeNull();
  });

  test('what is not founded is rejected, with the reason, and its number is free again', async () => {
    day('2026-04-21');
    const input = serious({ uscc: trusted, ground: 'ORDER' });
    const { id: rejected } = done(await lists(market, 'proposeListing', input));
    done(await lists(trustedOne, 'answerListingNotice', { id: rejected, reason: '不属实' }));
    const { state, documents } = done(
      await lists(marketColleague, 'rejectListing', { id: rejected, reason: '证据不足' }),
    );
    expect([state, documents.at(-1).kind]).toEqual(['REJECTED', 'LISTING_REJECTION']);
    const { id: anew } = done(await lists(market, 'proposeListing', input));
    done(await lists(trustedOne, 'answerListingNotice', { id: anew, reason: '不属实' }));
    done(await lists(marketColleague, 'rejectListing', { id: anew, reason: '证据不足' }));
    const taken = serious({ decisionNumber: (await listingSeen(market, id)).decisionNumber, uscc: trusted });
    expect(reasonOf(await lists(market, 'proposeListing', taken))).toBe('LISTING_NUMBER_TAKEN');
  });
});

describe('the red list', () => {
  const ours = '91150200MA0T3Q043H';
  let id: string;

  test('takes who is in operation, no natural person and without anything adverse', async () => {
    day('2026-04-01');
    const refusedAs = async (more: object) => reasonOf(await lists(agriculture, 'proposeListing', red(more)));
    const [trader] = await city.owner("select uscc from legal_entity where kind = 'SOLE_TRADER' limit 1");
    expect(await refusedAs({ uscc: trader.uscc })).toBe('LISTING_NATURAL_PERSON');
    const [gone] = await city.owner(
      "select uscc from legal_entity where status <> 'ACTIVE' and kind = 'ENTERPRISE' limit 1",
    );
    expect(await refusedAs({ uscc: gone.uscc })).toBe('LISTING_NOT_IN_OPERATION');
    expect(await refusedAs({ uscc: '91150204MA0T3QT3XE' })).toBe('LISTING_ADVERSE');
    expect(await refusedAs({ uscc: ours, ground: 'ORDER' })).toBe('LISTING_NO_GROUND');
  });

  test('is announced for seven working days to everybody; an objection stops the clock', async () => {
    const announced = done(await lists(agriculture, 'proposeListing', red({ uscc: ours })));
    ({ id } = announced);
    expect(announced).toMatchObject({
      ...{ state: 'ANNOUNCED', standing: null, proposer: { code: 'AGRICULTURE' } },
      ...{ deadline: { length: 7, unit: 'WORKING_DAYS' }, documents: [{ kind: 'LISTING_ANNOUNCEMENT' }] },
    });
    for (const who of everybody()) expect(await listingsFound(who, { uscc: ours })).toEqual([announced.number]);
    expect((await listingSeen(another, id)).availableSteps).toEqual([{ step: 'object' }]);
    expect((await listingSeen(city.anyone, id)).availableSteps).toEqual([]);
    expect(reasonOf(await lists(city.anyone, 'objectToListing', { id, reason: '…' }))).toBeDefined();
    expect(reasonOf(await lists(supervisor, 'objectToListing', { id, reason: '…' }))).toBeDefined();

    day('2026-04-07');
    const objected = done(await lists(another, 'objectToListing', { id, reason: '曾拖欠货款' }));
    expect(objected).toMatchObject({
      ...{ state: 'OBJECTED', objections: [{ number: 1, reason: '曾拖欠货款', by: 'ENTERPRISE:91150204MA0T3QT3XE' }] },
    });
    expect(reasonOf(await lists(another, 'objectToListing', { id, reason: '…' }))).toBe('LISTING_OBJECTED_BEFORE');
    expect(done(await lists(centre, 'objectToListing', { id, reason: '待核实' })).objections).toHaveLength(2);
    expect(done(await lists(drcColleague, 'objectToListing', { id, reason: '待核实' })).objections).toHaveLength(3);
    // each objector sees its own, and who it was stays between it and those who decide
    expect((await listingSeen(another, id)).objections).toHaveLength(1);
    expect((await listingSeen(city.anyone, id)).objections).toEqual([]);
    expect((await listingSeen(agriculture, id)).objections.map(({ by }: any) => by)).toEqual([null, null, null]);
    expect((await listingSeen(drc, id)).objections.map(({ by }: any) => by)).toEqual([
      'ENTERPRISE:91150204MA0T3QT3XE',
      'CREDIT_CENTRE',
      'DEPARTMENT:DRC',
    ]);
    await strike('2026-04-17');
    expect((await listingSeen(supervisor, id)).state).toBe('OBJECTED');
  });

  test('objections are decided by an account that neither proposed nor objected, one by one', async () => {
    const dismiss = (objection: number) => ({ id, objection, upheld: false, reason: '经核查不属实' });
    expect(reasonOf(await lists(drcColleague, 'decideListingObjection', dismiss(1)))).toBe('LISTING_SAME_ACCOUNT');
    expect(reasonOf(await lists(agriculture, 'decideListingObjection', dismiss(1)))).toBe('STEP_NOT_YOURS');
    expect(reasonOf(await lists(drc, 'decideListingObjection', dismiss(4)))).toBe('LISTING_OBJECTION_UNKNOWN');
    expect(done(await lists(drc, 'decideListingObjection', dismiss(1))).state).toBe('OBJECTED');
    expect(reasonOf(await lists(drc, 'decideListingObjection', dismiss(1)))).toBe('LISTING_OBJECTION_UNKNOWN');
    done(await lists(drc, 'decideListingObjection', dismiss(2)));
    const resumed = done(await lists(drc, 'decideListingObjection', dismiss(3)));
    expect(resumed).toMatchObject({ state: 'ANNOUNCED', deadline: { startedOn: '2026-04-01' } });
    expect((await listingSeen(another, id)).objections).toMatchObject([{ upheld: false, decision: '经核查不属实' }]);
    // three working days had passed, four are left
    const { dueOn } = resumed.deadline;
    expect(dueOn > '2026-04-20').toBe(true);
    await strike(dueOn);
    expect((await listingSeen(drc, id)).state).toBe('ANNOUNCED');
    expect(reasonOf(await lists(drc, 'enterOnList', { id, reason: '…' }))).toBe('CASE_MOVED_ON');
    await strike('2026-04-28');
    expect((await listingSeen(drc, id)).state).toBe('UNDER_DECISION');
    expect(reasonOf(await lists(drcColleague, 'enterOnList', { id, reason: '…' }))).toBe('LISTING_SAME_ACCOUNT');
    const entered = done(await lists(drc, 'enterOnList', { id, reason: '异议经核查不成立' }));
    expect(entered).toMatchObject({
      state: 'ENTERED',
      standing: 'ON_LIST',
      enteredOn: '2026-04-28',
      until: '2027-04-28',
    });
    expect(reasonOf(await lists(agriculture, 'proposeListing', red({ uscc: ours })))).toBe('LISTING_ALREADY');
  });

  test('an upheld objection ends it, and an account that proposed does not enter it', async () => {
    day('2026-05-06');
    const uscc = '91150221MA0T3Q051R';
    const { id: first } = done(await lists(drc, 'proposeListing', red({ uscc })));
    done(await lists(another, 'objectToListing', { id: first, reason: '存在未履行判决' }));
    const decided = { id: first, objection: 1, upheld: true, reason: '经核查属实' };
    expect(reasonOf(await lists(drc, 'decideListingObjection', decided))).toBe('LISTING_SAME_ACCOUNT');
    expect(done(await lists(drcColleague, 'decideListingObjection', decided))).toMatchObject({ state: 'REJECTED' });
    expect(await listingSeen(city.anyone, first)).toBeNull();
    // whoever objected learns what became of it, and not what was written in the case
    expect(await listingSeen(another, first)).toMatchObject({
      ...{ state: 'REJECTED', objections: [{ upheld: true, decision: '经核查属实' }], documents: null, timeline: null },
    });
    const { id: second } = done(await lists(drc, 'proposeListing', red({ uscc })));
    await strike('2026-05-20');
    const entering = { id: second, reason: '公示期满无异议' };
    expect(reasonOf(await lists(drc, 'enterOnList', entering))).toBe('LISTING_SAME_ACCOUNT');
    // something adverse came meanwhile
    const row = { CF_XDR_SHXYM: uscc, CF_WSH: '包市监罚〔2026〕名1号', CF_JDRQ: '2026-05-19', CF_YXQ: '2027-05-19' };
    done(await market.submits('MARKET_PENALTY', [penaltyRow(row)]));
    expect(reasonOf(await lists(drcColleague, 'enterOnList', entering))).toBe('LISTING_ADVERSE');
    done(await lists(drcColleague, 'rejectListing', { id: second, reason: '公示期间受到行政处罚' }));
  });

  test('is lost the same moment an adverse record comes into force, and for good when the clock strikes', async () => {
    day('2026-06-01');
    const penalty = (more: object = {}) =>
      penaltyRow({
        ...{ CF_XDR_SHXYM: ours, CF_WSH: '包市监罚〔2026〕名2号', CF_JDRQ: '2026-05-29', CF_YXQ: '2027-05-29' },
        ...more,
      });
    // what is minor costs nobody the list
    const warning = { CF_CFLB: '警告', CF_NR: '警告', CF_NR_FK: '', CF_WSH: '包市监罚〔2026〕名3号' };
    done(await market.submits('MARKET_PENALTY', [penalty(warning)]));
    expect((await listingSeen(city.anyone, id)).standing).toBe('ON_LIST');
    // nor what may not be shared: the list that is left in public would betray it
    const bribery = {
      ...{ ZTMC: '包头市某某有限公司', TYSHXYDM: ours, JLBH: '名册〔2026〕9001号', RDRQ: '2026-05-29' },
      ...{ XWSS: '示例事实', CLJG: '示例处理', RDDW: '包头市纪律检查监察委员会' },
    };
    const { submitRecords } = done(await (await city.officer('DISCIPLINE')).submits('DISCIPLINE_BRIBERY', [bribery]));
    expect(submitRecords.created).toBe(1);
    expect((await listingSeen(city.anyone, id)).standing).toBe('ON_LIST');
    done(await market.submits('MARKET_PENALTY', [penalty()]));
    expect(await listingSeen(city.anyone, id)).toBeNull();
    expect(await listingsFound(city.anyone, { uscc: ours })).toEqual([]);
    expect(await listingSeen(drc, id)).toMatchObject({
      ...{ state: 'ENTERED', standing: 'REMOVED', removedFor: 'ADVERSE_RECORD', record: { state: 'EFFECTIVE' } },
      availableSteps: [{ step: 'lose' }],
    });
    await strike('2026-06-01');
    await strike('2026-06-01');
    const lost = await listingSeen(drc, id);
    expect(lost).toMatchObject({
      ...{ state: 'LOST', standing: 'REMOVED', removedFor: 'ADVERSE_RECORD', record: { state: 'WITHDRAWN' } },
    });
    expect(lost.timeline.at(-1)).toMatchObject({ step: 'lose', by: 'PLATFORM' });
    expect(lost.documents.at(-1)).toMatchObject({ kind: 'LISTING_REMOVAL', issuedBy: '包头市发展和改革委员会' });
    expect(reasonOf(await lists(agriculture, 'proposeListing', red({ uscc: ours })))).toBe('LISTING_ADVERSE');
    // whoever asks how it was is told that it was on the list
    const { data } = await drc.asks('query ($r: ID!, $d: Date!) { record(id: $r, asOf: $d) { state } }', {
      ...{ r: lost.record.id, d: '2026-05-20' },
    });
    expect(data.record).toEqual({ state: 'EFFECTIVE' });
  });

  test('or the department takes it away itself', async () => {
    day('2026-06-02');
    const uscc = '91150206MA0T3Q0G1E';
    const { id: one } = done(await lists(agriculture, 'proposeListing', red({ uscc })));
    await strike('2026-06-12');
    done(await lists(drc, 'enterOnList', { id: one, reason: '公示期满无异议' }));
    const removal = { id: one, revokedOn: '2026-06-12', document: '包发改〔2026〕3号', reason: '申报材料不实' };
    expect(done(await lists(drcColleague, 'removeFromList', removal))).toMatchObject({
      ...{ state: 'REMOVED', removedFor: 'REVOKED' },
    });
  });

  test('an entry expires with its record', async () => {
    day('2027-09-15');
    expect(await listingsFound(city.anyone, { uscc: '91150200MA0T3QT132' })).toEqual([]);
    const [{ id: expired }] = await city.owner(
      "select id from list_entry where decision_number = '包发改红列〔2026〕1号'",
    );
    expect(await listingSeen(centre, expired)).toMatchObject({ state: 'ENTERED', removedFor: 'EXPIRED' });
  });
});
