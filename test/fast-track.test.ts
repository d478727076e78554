import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done, fined, reasonOf, strikes, takes, underReview } from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

// honoured for honesty, and a taxpayer of grade A: the demonstration's rules have granted it both
const trusted = '91150204MA0T3Q0W21';
const other = '91150203MA0T3QT218';
const item = 'FOOD_BUSINESS_LICENCE';

let city: City;
let clerk: Person;
let market: Person;
let tax: Person;
let holder: Person;
let rival: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  [market, tax, holder, rival, centre, supervisor] = await Promise.all([
    city.officer('MARKET'),
    city.officer('TAX'),
    city.enterprise(trusted),
    city.enterprise(other),
    city.official('credit-centre'),
    city.official('supervisor'),
  ]);
  clerk = market.for('FAST_TRACK', '2026-受-0001');
  city.on('2026-11-25T09:00:00+08:00');
});
afterAll(() => city.close());

const fastTrackShown = `greenChannel tolerantAcceptance until suppliesWithin mayBeMissing { code core }
  reasons { rule favours says basis remedy record { id number } grant { number state } }`;
const answered = async (who: Person, uscc = trusted, serviceItem = item) =>
  who.asks(
    `query ($uscc: USCC!, $item: String!) { it: fastTrack(uscc: $uscc, serviceItem: $item) { ${fastTrackShown} } }`,
    { uscc, item: serviceItem },
  );
const told = async (who: Person, uscc = trusted, serviceItem = item) => done(await answered(who, uscc, serviceItem));

const grantShown = `id number state validFrom validUntil liveLimit rule { code } entity { uscc } proposer { code }
  against { rule record { id } } objection { reason decision } timeline { step by } deadline { dueOn overdue }
  availableSteps { step }`;
const grantsOf = async (who: Person, uscc = trusted): Promise<any[]> =>
  done(await who.asks(`query ($uscc: USCC!) { entity(uscc: $uscc) { grants { ${grantShown} } } }`, { uscc })).entity
    .grants;
const grantUnder = async (who: Person, rule: string, uscc = trusted) =>
  (await grantsOf(who, uscc)).find((grant) => grant.rule.code === rule);
const proposes = (who: Person, input: object) =>
  who.asks(`mutation ($input: GrantFastTrackInput!) { it: grantFastTrack(input: $input) { ${grantShown} } }`, {
    input,
  });
const steps = (who: Person, mutation: string, id: string, reason = '公示材料与登记信息不一致') =>
  who.asks(`mutation ($input: GrantObjectionInput!) { it: ${mutation}(input: $input) { ${grantShown} } }`, {
    input: { id, reason },
  });

describe('the answer to a clerk', () => {
  test('is one request, with every reason, its rule and its record', async () => {
    const answer = await answered(clerk);
    expect(answer.withheld).toEqual([]);
    const { reasons, ...said } = done(answer);
    expect(said).toEqual({
      ...{ greenChannel: true, tolerantAcceptance: true, until: '2027-11-17', suppliesWithin: 8 },
      mayBeMissing: ['SYSTEM', 'EQUIPMENT', 'PERSONNEL'].map((code) => ({ code, core: false })),
    });
    expect(reasons.map(({ rule, favours }: any) => [rule, favours])).toEqual([
      ['HONEST_ENTITY', true],
      ['TAX_GRADE_A', true],
      ['HONEST_ENTITY', true],
      ['TAX_GRADE_A', true],
      ['GRADE', true],
    ]);
    expect(reasons[0].grant).toMatchObject({ state: 'ACTIVE' });
    expect(reasons[2].record).toMatchObject({ number: '包发改荣字〔2025〕4号' });
    for (const { says, basis } of reasons) expect([says, basis]).toEqual([expect.any(String), expect.any(String)]);
  });

  test('takes one statement without what it cites, whatever there is', async () => {
    const plain =
      'query ($u: USCC!, $i: String!) { fastTrack(uscc: $u, serviceItem: $i) { greenChannel tolerantAcceptance reasons { rule says } } }';
    for (const u of [trusted, other]) {
      expect((await clerk.asks(plain, { u, i: item })).statements).toBe(1);
    }
  });

  test('is for the entity itself, clerks with a purpose, the credit centre and the supervisor', async () => {
    for (const who of [holder, supervisor, centre.for('APPRAISAL', '2026-评-0001')]) {
      expect(await told(who)).toMatchObject({ greenChannel: true, tolerantAcceptance: true });
    }
    const reasons: [Person, string][] = [
      [city.anyone, 'GOVERNMENT_ONLY'],
      [rival, 'GOVERNMENT_ONLY'],
      [market, 'PURPOSE_REQUIRED'],
      [tax.for('INSPECTION', '2026-稽-0001'), 'PURPOSE_NOT_COVERED'],
    ];
    for (const [who, reason] of reasons.slice(0, 3)) {
      const answer = await answered(who);
      expect(done(answer)).toEqual({
        ...{ greenChannel: null, tolerantAcceptance: null, until: null, suppliesWithin: null },
        ...{ mayBeMissing: null, reasons: null },
      });
      expect(new Set(answer.withheld.map((one) => one.reason))).toEqual(new Set([reason]));
      // and it looks the same of whoever has not earned it
      expect((await answered(who, '91150200MA0T3Q2P80')).withheld).toEqual(answer.withheld);
    }
  });

  test('is entered among the readings of the entity', async () => {
    const { data } = await holder.asks(
      `{ entity(uscc: "${trusted}") { readings(first: 20) { edges { node { purpose caseNumber department { code } shown { fields { title } } } } } } }`,
    );
    const ours = data.entity.readings.edges
      .map(({ node }: any) => node)
      .find((one: any) => one.caseNumber === '2026-受-0001');
    expect(ours).toMatchObject({ purpose: 'FAST_TRACK', department: { code: 'MARKET' } });
    expect(ours.shown.flatMap(({ fields }: any) => fields.map(({ title }: any) => title))).toContain('容缺受理');
  });

  test.each([
    [other, item, ['FAST_TRACK_ADVERSE_RECORD', 'FAST_TRACK_NO_GRANT']],
    [trusted, 'BUILDER_SAFETY_LICENCE', ['FAST_TRACK_ITEM_EXCLUDED']],
    ['91150200MA0T3Q2P80', item, ['FAST_TRACK_NOT_IN_OPERATION', 'FAST_TRACK_NO_GRANT']],
  ])('of %s for %s names the rules against it: %j', async (uscc, serviceItem, rules) => {
    const { tolerantAcceptance, mayBeMissing, reasons } = await told(clerk, uscc, serviceItem);
    expect([tolerantAcceptance, mayBeMissing]).toEqual([false, []]);
    const against = reasons.filter(({ favours }: any) => !favours);
    expect([...new Set(against.map(({ rule }: any) => rule))]).toEqual(rules);
    for (const { says, basis } of against) expect([says, basis]).toEqual([expect.any(String), expect.any(String)]);
  });

  test('cites no record that the clerk may not know of, and says why', async () => {
    const answer = await answered(clerk, other);
    const hidden = done(answer).reasons.filter(
      ({ rule, record }: any) => rule === 'FAST_TRACK_ADVERSE_RECORD' && !record,
    );
    expect(hidden).not.toEqual([]);
    expect(answer.withheld.filter(({ path }) => path.at(-1) === 'record')).toHaveLength(hidden.length);
  });

  test('refuses what there is not', async () => {
    expect(reasonOf(await answered(clerk, trusted, 'NO_SUCH_ITEM'))).toBe('SERVICE_ITEM_UNKNOWN');
    expect(reasonOf(await answered(clerk, '91150203MA0T3QX118'))).toBe('FAST_TRACK_ENTITY_UNKNOWN');
  });
});

describe('rules and service items', () => {
  test('are public: at least 60 items of ten departments, and every rule with its law', async () => {
    const { data } =
      await city.anyone.asks(`{ serviceItems { code department { code } materials { code core } tolerant excludedAs }
      fastTrackRules { code basis months leastGrade liveLimit } of: serviceItems(search: "食品", department: "MARKET") { code } }`);
    expect(data.serviceItems.length).toBeGreaterThanOrEqual(60);
    expect(new Set(data.serviceItems.map((one: any) => one.department.code)).size).toBeGreaterThanOrEqual(10);
    for (const { tolerant, excludedAs, materials } of data.serviceItems) {
      expect(tolerant && excludedAs !== null).toBe(false);
      expect(materials.some(({ core }: any) => core)).toBe(true);
    }
    for (const { basis, months } of data.fastTrackRules) {
      expect(basis).toMatch(/[〔（]/);
      expect(months).toBeLessThanOrEqual(12);
    }
    expect(data.of.map(({ code }: any) => code)).toEqual(['FOOD_BUSINESS_LICENCE', 'FOOD_PRODUCTION_LICENCE']);
  });

  test('a department defines its own items, the keeper of the list any', async () => {
    const input = {
      ...{ code: 'NOODLE_BAR', title: '小餐饮登记', englishTitle: 'Noodle bar', limitDays: 5, statutoryDays: 10 },
      ...{ tolerant: true, basis: '地方性法规' },
      materials: [
        { code: 'LAYOUT', title: '平面图', core: false },
        { code: 'APPLICATION', title: '申请书', core: true },
      ],
    };
    const defines = (who: Person, more = {}) =>
      who.asks(
        'mutation ($input: DefineServiceItemInput!) { it: defineServiceItem(input: $input) { code limitDays department { code } materials { code core } } }',
        { input: { ...input, ...more } },
      );
    expect(done(await defines(market))).toEqual({
      ...{ code: 'NOODLE_BAR', limitDays: 5, department: { code: 'MARKET' } },
      materials: [
        { code: 'APPLICATION', core: true },
        { code: 'LAYOUT', core: false },
      ],
    });
    expect(await told(clerk, trusted, 'NOODLE_BAR')).toMatchObject({ tolerantAcceptance: true, suppliesWithin: 3 });
    expect(reasonOf(await defines(tax))).toBe('SERVICE_ITEM_NOT_YOURS');
    expect(done(await defines(await city.officer('SERVICES'), { department: 'MARKET', limitDays: 2 }))).toMatchObject({
      limitDays: 2,
    });
    expect(await told(clerk, trusted, 'NOODLE_BAR')).toMatchObject({ greenChannel: true, tolerantAcceptance: false });
    expect(reasonOf(await defines(market, { statutoryDays: 1 }))).toBe('SERVICE_ITEM_FAULT');
    expect(reasonOf(await defines(holder))).toBe('ROLE_REQUIRED');
  });
});

describe('what is earned is lost and comes back by rule', () => {
  test('a new adverse record suspends it in the same second, its repair restores it', async () => {
    const before = await grantUnder(holder, 'HONEST_ENTITY');
    const { id: record } = await fined(city, trusted);
    // no clock has looked at it yet
    expect(await told(clerk)).toMatchObject({ greenChannel: false, tolerantAcceptance: false, until: null });
    expect(await grantUnder(holder, 'HONEST_ENTITY')).toMatchObject({
      state: 'SUSPENDED',
      // the grade has fallen with it
      against: [{ rule: 'FAST_TRACK_ADVERSE_RECORD', record: { id: record } }, { rule: 'FAST_TRACK_GRADE' }],
    });
    expect(await grantsOf(city.anyone)).toEqual([]);
    await strikes(city, '2026-11-25T10:00:00+08:00');
    await strikes(city, '2026-11-25T10:01:00+08:00');
    expect((await grantUnder(holder, 'HONEST_ENTITY')).timeline.map(({ step }: any) => step)).toEqual([
      'propose',
      'activate',
      'suspend',
    ]);
    const application = await underReview(city, holder, record);
    done(await takes(market, 'approveRepair', { id: application, reason: '已履行', basis: '《信用修复管理办法》' }));
    expect(await told(clerk)).toMatchObject({ greenChannel: true, tolerantAcceptance: true, until: before.validUntil });
    await strikes(city, '2026-11-25T11:00:00+08:00');
    const after = await grantUnder(holder, 'HONEST_ENTITY');
    expect(after).toMatchObject({ state: 'ACTIVE', validUntil: before.validUntil, against: [] });
    expect(after.timeline.map(({ step }: any) => step)).toEqual(['propose', 'activate', 'suspend', 'restore']);
    // the public is not told of what was repaired
    expect((await grantUnder(city.anyone, 'HONEST_ENTITY')).timeline).toBeNull();
  });

  test('a serious record takes it for good, and nothing new is granted while it stands', async () => {
    const uscc = '91150202MA0T3Q1825';
    const self = await city.enterprise(uscc);
    expect((await grantUnder(self, 'HONEST_ENTITY', uscc)).state).toBe('ACTIVE');
    await fined(city, uscc, { CF_CFLB: '责令停产停业', CF_NR: '责令停产停业' });
    expect((await grantUnder(self, 'HONEST_ENTITY', uscc)).state).toBe('REVOKED');
    await strikes(city, '2026-11-25T12:00:00+08:00');
    expect((await grantUnder(self, 'HONEST_ENTITY', uscc)).timeline.at(-1)).toEqual({ step: 'revoke', by: 'CLOCK' });
    const refused = await proposes(market, { uscc, rule: 'DEPARTMENT_RECOMMENDATION', reason: '长期守法经营' });
    expect(reasonOf(refused)).toBe('FAST_TRACK_SERIOUS_RECORD');
  });
});

describe('a grant that a department proposes', () => {
  const uscc = '91150204MA0T3Q289D';
  const input = { uscc, rule: 'DEPARTMENT_RECOMMENDATION', serviceItems: [item], reason: '近三年材料齐备，按期办结' };
  let id: string;

  test('is announced, and comes into force by itself', async () => {
    const proposed = done(await proposes(market, input));
    id = proposed.id;
    expect(proposed).toMatchObject({
      ...{ state: 'PROPOSED', proposer: { code: 'MARKET' }, validUntil: null, deadline: { dueOn: '2026-12-02' } },
    });
    expect(reasonOf(await proposes(market, input))).toBe('FAST_TRACK_OPEN');
    expect((await grantUnder(city.anyone, input.rule, uscc)).state).toBe('PROPOSED');
    expect((await told(clerk, uscc)).reasons).toMatchObject([
      { rule: 'FAST_TRACK_ANNOUNCED', grant: { state: 'PROPOSED' } },
    ]);
    // an enterprise may object while it is announced
    expect(done(await steps(rival, 'objectToGrant', id))).toMatchObject({ state: 'OBJECTED', availableSteps: [] });
    expect(reasonOf(await steps(rival, 'dismissGrantObjection', id))).toBe('ROLE_REQUIRED');
    const { data } = await centre.asks(
      '{ tasks(filter: { kind: FAST_TRACK_GRANT }) { edges { node { id state awaits } } } }',
    );
    expect(data.tasks.edges).toEqual([{ node: { id, state: 'OBJECTED', awaits: 'CREDIT_CENTRE' } }]);
    expect(done(await steps(centre, 'dismissGrantObjection', id, '经核查材料一致'))).toMatchObject({
      ...{ state: 'PROPOSED', objection: { decision: '经核查材料一致' } },
    });
    await strikes(city, '2026-12-03T09:00:00+08:00');
    city.on('2026-12-03T10:00:00+08:00');
    expect(await grantUnder(market, input.rule, uscc)).toMatchObject({
      state: 'ACTIVE',
      validFrom: '2026-12-03',
      validUntil: '2027-06-03',
    });
    expect(await told(clerk, uscc)).toMatchObject({
      greenChannel: false,
      tolerantAcceptance: true,
      until: '2027-06-03',
    });
    // for its own matters only
    expect((await told(clerk, uscc, 'METROLOGY_STANDARD')).tolerantAcceptance).toBe(false);
  });

  test('is suspended by a dispute on the same day, decided by the credit centre alone', async () => {
    expect(reasonOf(await steps(rival, 'objectToGrant', id))).toBe('GRANT_DISPUTE_BY_DEPARTMENT');
    expect(reasonOf(await steps(market, 'objectToGrant', id))).toBe('STEP_NOT_YOURS');
    expect(done(await steps(tax, 'objectToGrant', id))).toMatchObject({ state: 'DISPUTED' });
    expect(await told(clerk, uscc)).toMatchObject({
      tolerantAcceptance: false,
      reasons: [{ rule: 'FAST_TRACK_DISPUTED' }],
    });
    const both = await Promise.all([
      steps(centre, 'dismissGrantObjection', id, '不成立'),
      steps(centre, 'upholdGrantObjection', id, '成立'),
    ]);
    expect(both.filter(({ refusals }) => refusals.length > 0).map(reasonOf)).toEqual(['CASE_MOVED_ON']);
    const grant = await grantUnder(market, input.rule, uscc);
    expect(['ACTIVE', 'REVOKED']).toContain(grant.state);
  });

  test.each([
    [
      'by a rule that the platform proposes',
      () => proposes(market, { ...input, rule: 'TAX_GRADE_A' }),
      'FAST_TRACK_RULE_PROPOSES',
    ],
    ['by no rule', () => proposes(market, { ...input, rule: 'NONE' }), 'FAST_TRACK_RULE_UNKNOWN'],
    ["for another department's item", () => proposes(tax, input), 'SERVICE_ITEM_NOT_YOURS'],
    ['for an unknown item', () => proposes(market, { ...input, serviceItems: ['NONE'] }), 'SERVICE_ITEM_UNKNOWN'],
    ['without a reason', () => proposes(market, { ...input, reason: ' ' }), 'STATEMENT_MISSING'],
    [
      'for an unknown entity',
      () => proposes(market, { ...input, uscc: '91150203MA0T3QX118' }),
      'FAST_TRACK_ENTITY_UNKNOWN',
    ],
    [
      'for one with an unrepaired record',
      () => proposes(market, { ...input, uscc: other }),
      'FAST_TRACK_ADVERSE_RECORD',
    ],
    [
      'for one out of operation',
      () => proposes(market, { ...input, uscc: '91150200MA0T3Q2P80' }),
      'FAST_TRACK_NOT_IN_OPERATION',
    ],
    ['by an enterprise', () => proposes(holder, input), 'ROLE_REQUIRED'],
    ['by the supervisor', () => proposes(supervisor, input), 'ROLE_REQUIRED'],
  ])('is refused %s', async (_what, deed, reason) => {
    expect(reasonOf(await deed())).toBe(reason);
  });

  test('two who propose at once: one is granted', async () => {
    const twice = { ...input, uscc: '91150206MA0T3Q2N10' };
    const colleague = await city.officer('MARKET', 'li');
    const both = await Promise.all([proposes(market, twice), proposes(colleague, twice)]);
    expect(both.flatMap(({ refusals }) => refusals).map(({ extensions }) => extensions.reason)).toEqual([
      'FAST_TRACK_OPEN',
    ]);
  });
});

describe('lists of grants', () => {
  const listed = async (who: Person, filter: object = {}) =>
    done(
      await who.asks(
        'query ($filter: FastTrackGrantFilter) { fastTrackGrants(filter: $filter, first: 100) { totalCount edges { node { number state entity { uscc } } } } }',
        { filter },
      ),
    ).fastTrackGrants;

  test('show the public what is announced or in force, and no more', async () => {
    const { edges, totalCount } = await listed(city.anyone);
    expect(totalCount).toBeGreaterThan(100);
    expect(new Set(edges.map(({ node }: any) => node.state))).toEqual(new Set(['ACTIVE', 'PROPOSED']));
    expect((await listed(supervisor, { state: 'REVOKED' })).totalCount).toBeGreaterThan(0);
    expect((await listed(city.anyone, { state: 'REVOKED' })).totalCount).toBe(0);
    expect((await listed(market, { state: 'REVOKED' })).totalCount).toBeLessThanOrEqual(1);
  });

  test('cost as many statements whether long or short', async () => {
    const asks = (first: number) =>
      supervisor.asks(
        `query ($first: Int!) { fastTrackGrants(first: $first) { edges { node { state against { rule } entity { name } timeline { step } } } } }`,
        { first },
      );
    const [one, fifty] = [await asks(1), await asks(50)];
    expect(fifty.statements).toBe(one.statements);
  });
});

test('a holder may renounce what it has earned', async () => {
  const { id } = await grantUnder(holder, 'TAX_GRADE_A');
  const renounces = (who: Person) =>
    who.asks('mutation ($input: RenounceGrantInput!) { it: renounceGrant(input: $input) { state } }', {
      input: { id },
    });
  expect(reasonOf(await renounces(rival))).toBe('STEP_NOT_YOURS');
  expect(done(await renounces(holder))).toEqual({ state: 'RENOUNCED' });
  expect(reasonOf(await renounces(holder))).toBe('CASE_MOVED_ON');
  expect(await told(clerk)).toMatchObject({ greenChannel: true });
});
