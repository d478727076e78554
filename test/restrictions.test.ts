import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { evidence } from './world/commitments.js';
import { done, fined, reasonOf, strikes, takes, underReview } from './world/repair.js';
import {
  asksCounter,
  because,
  counterFinds,
  grave,
  imposed,
  onEntity,
  ours,
  proposal,
  reports,
  sees,
  steps,
  uses,
} from './world/restrictions.js';
import { type City, openCity, type Person } from './world.js';

const trader = '92150203MA0T3QTA70';
const theirs = '91150200MA0T3QT132';
const nobody = '914403001922038216';

let city: City;
let market: Person;
let another: Person;
let services: Person;
let tax: Person;
let enterprise: Person;
let stranger: Person;
let centre: Person;
let supervisor: Person;
let administrator: Person;
beforeAll(async () => {
  city = await openCity();
  [market, another, services, tax, enterprise, stranger, centre, supervisor, administrator] = await Promise.all([
    city.officer('MARKET'),
    city.officer('MARKET', 'li'),
    city.officer('SERVICES'),
    city.officer('TAX'),
    city.enterprise(ours),
    city.enterprise(theirs),
    city.official('credit-centre'),
    city.official('supervisor'),
    city.official('administrator'),
  ]);
  await city.owner('update consumer set active = false');
  // the seeds have restrictions of their own: they are no part of these lists
  await city.owner('truncate restriction cascade');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
const strike = async (date: string) => {
  day(date);
  await strikes(city, `${date}T09:00:00+08:00`);
};
const licensing = () => services.for('LICENSING', '包政数许〔2026〕1号');

describe('a restriction on its way', () => {
  let record: string;
  let id: string;
  const number = 'X-20261102-000001';
  beforeAll(async () => {
    day('2026-11-02');
    record = await grave(city);
  });

  test('is proposed with a written notice, answered, and imposed by another officer', async () => {
    const proposed = done(await steps(market, 'proposeRestriction', proposal(record)));
    ({ id } = proposed);
    expect(proposed).toMatchObject({
      ...{ number, state: 'NOTIFIED', inForce: false, liftedOn: null, matters: ['LICENSING', 'PROCUREMENT'] },
      measure: { code: 'MARKET_ACCESS', edition: '2024', title: '限制市场或行业准入' },
      deadline: { dueOn: '2026-11-09', length: 5, unit: 'WORKING_DAYS' },
      documents: [{ kind: 'RESTRICTION_NOTICE', number: '包惩告〔2026〕1102000001号' }],
      // whoever proposed it decides nothing
      availableSteps: [],
    });
    const [{ text, url, issuedBy }] = proposed.documents;
    expect(issuedBy).toBe('包头市市场监督管理局');
    for (const said of ['当事人被责令停产停业', '第二十三条', '限制市场或行业准入', '陈述申辩', '信用修复']) {
      expect(text).toContain(said);
    }
    expect(await enterprise.statusOf(url)).toBe(200);
    for (const who of [city.anyone, stranger, services, administrator]) {
      expect(await who.statusOf(url)).toBe(404);
    }
    expect(await counterFinds(licensing(), 'LICENSING')).toEqual([]);
    const { data: tasks } = await enterprise.asks(
      '{ tasks(filter: { kind: RESTRICTION }) { edges { node { number state dueOn } } } }',
    );
    expect(tasks.tasks.edges).toEqual([{ node: { number, state: 'NOTIFIED', dueOn: '2026-11-09' } }]);

    day('2026-11-04');
    expect(reasonOf(await steps(another, 'imposeRestriction', { id, reason: because }))).toBe('CASE_MOVED_ON');
    expect(reasonOf(await steps(enterprise, 'answerRestrictionNotice', { id, statement: ' ' }))).toBe(
      'STATEMENT_MISSING',
    );
    const proof = await evidence(enterprise);
    const answered = { id, statement: '已停产整改，请求从轻。', evidence: [proof] };
    expect(done(await steps(enterprise, 'answerRestrictionNotice', answered))).toMatchObject({
      ...{ state: 'TO_DECIDE', answer: '已停产整改，请求从轻。', attachments: [{ id: proof }], availableSteps: [] },
      deadline: { dueOn: '2026-11-18', length: 10 },
    });
    const { data: mine } = await market.asks('{ taskCounts(filter: { kind: RESTRICTION }) { kind state count } }');
    expect(mine.taskCounts).toEqual([{ kind: 'RESTRICTION', state: 'TO_DECIDE', count: 1 }]);

    day('2026-11-05');
    for (const deed of ['imposeRestriction', 'dropRestriction']) {
      expect(reasonOf(await steps(market, deed, { id, reason: because }))).toBe('RESTRICTION_FOUR_EYES');
    }
    expect((await sees(another, id)).availableSteps).toEqual([{ step: 'impose' }, { step: 'drop' }]);
    expect(done(await steps(another, 'imposeRestriction', { id, reason: because }))).toMatchObject({
      ...{ state: 'IMPOSED', inForce: true, imposedOn: '2026-11-05', liftedBecause: null },
      ...{ decisionNumber: '包惩决〔2026〕1102000001号', deadline: { dueOn: '2027-07-20', unit: 'UNTIL_DATE' } },
      timeline: [
        { step: 'propose', by: 'UNIT' },
        { step: 'answer', by: 'SUBJECT' },
        { step: 'impose', by: 'UNIT', reason: because },
      ],
      documents: [{}, { kind: 'RESTRICTION_DECISION' }],
    });
  });

  test('a counter is told of it for its matter and no other, in one statement; so is everybody, since the record is public', async () => {
    const answer = await asksCounter(licensing(), 'LICENSING');
    expect(done(answer).restrictions).toMatchObject({
      ...{ restricted: true, matter: 'LICENSING', checkedAt: '2026-11-05T01:00:00.000Z' },
      restrictions: [
        {
          ...{ id, number, title: '限制市场或行业准入', until: '2027-07-20', executingUnit: { code: 'MARKET' } },
          ...{ object: '严重失信的经营主体', measure: { code: 'MARKET_ACCESS', kind: 'REDUCES_RIGHTS' } },
        },
      ],
    });
    expect(answer.statements).toBe(1);
    const { statements } = await licensing().asks('query ($u: USCC!) { entity(uscc: $u) { name status } }', {
      u: ours,
    });
    expect(statements).toBe(1);
    const cited = done(await asksCounter(licensing(), 'PROCUREMENT', ours, 'record { id number }')).restrictions;
    expect(cited.restrictions[0].record.id).toBe(record);
    expect(await counterFinds(licensing(), 'FUNDING')).toEqual([]);
    for (const who of [city.anyone, stranger, services, tax, enterprise, centre, supervisor, administrator]) {
      expect(await counterFinds(who, 'LICENSING')).toEqual([number]);
      expect(await onEntity(who)).toEqual([number]);
    }
    const use = { uscc: nobody, matter: 'LICENSING', caseNumber: '许-0', outcome: 'NONE_FOUND' };
    for (const unknown of [
      await asksCounter(licensing(), 'LICENSING', nobody),
      await steps(market, 'proposeRestriction', proposal(record, { uscc: nobody })),
      await reports(services, use),
    ]) {
      expect(unknown.refusals[0]?.extensions).toMatchObject({
        code: 'NOT_FOUND',
        reason: 'RESTRICTION_ENTITY_UNKNOWN',
      });
    }
  });

  test('the case is known to its unit, the entity, the credit centre and the supervisor alone', async () => {
    for (const who of [market, another, enterprise, centre, supervisor]) {
      expect(await sees(who, id)).toMatchObject({ number });
      expect(await sees(who, number)).toMatchObject({ id });
    }
    for (const who of [services, tax, stranger]) {
      expect(await sees(who, id)).toBeNull();
      const { data } = await who.asks('{ restrictionCases { totalCount } }');
      expect(data.restrictionCases.totalCount).toBe(0);
    }
    for (const who of [city.anyone, administrator]) {
      const { refusals } = await who.asks('query ($id: ID!) { restriction(id: $id) { id } }', { id });
      expect(refusals[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });

  test('how it was used is reported once, and the entity sees it without the account', async () => {
    const use = { uscc: ours, matter: 'LICENSING', restriction: id, caseNumber: '许-1', outcome: 'REFUSED' };
    expect(done(await reports(services, use))).toMatchObject({
      ...{ restriction: id, measure: '限制市场或行业准入', department: { code: 'SERVICES' } },
      account: expect.any(String),
    });
    const twice = await reports(services, use);
    expect(twice.refusals[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'RESTRICTION_USE_TWICE' });
    const two = await Promise.all([1, 2].map(() => reports(services, { ...use, caseNumber: '许-2' })));
    expect(two.map(reasonOf).toSorted()).toEqual(['RESTRICTION_USE_TWICE', undefined]);
    const none = { uscc: theirs, matter: 'LICENSING', caseNumber: '许-1', outcome: 'NONE_FOUND' };
    expect(done(await reports(services, none))).toMatchObject({ restriction: null, measure: null });
    expect(reasonOf(await reports(services, none))).toBe('RESTRICTION_USE_TWICE');

    const wrong = async (more: object, who = services) => reasonOf(await reports(who, { ...use, ...more }));
    expect(await wrong({ outcome: 'NONE_FOUND' })).toBe('RESTRICTION_USE_OUTCOME');
    expect(await wrong({ restriction: null })).toBe('RESTRICTION_USE_OUTCOME');
    expect(await wrong({ outcome: 'NOT_APPLIED' })).toBe('STATEMENT_MISSING');
    expect(await wrong({ caseNumber: ' ' })).toBe('STATEMENT_MISSING');
    expect(await wrong({ caseNumber: '许'.repeat(101) })).toBe('TEXT_TOO_LONG');
    expect(await wrong({ matter: 'FAST_TRACK' })).toBe('RESTRICTION_USE_UNKNOWN');
    expect(await wrong({ uscc: theirs })).toBe('RESTRICTION_USE_UNKNOWN');
    expect(await wrong({ restriction: 'X' })).toBe('RESTRICTION_USE_UNKNOWN');
    expect(await wrong({ restriction: `${record}:1` })).toBe('RESTRICTION_USE_UNKNOWN');
    expect(await wrong({}, tax)).toBe('RESTRICTION_USE_MATTER');
    for (const who of [city.anyone, enterprise, centre, supervisor, administrator]) {
      expect((await reports(who, use)).refusals[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }

    expect(await uses(services)).toHaveLength(3);
    expect(await uses(tax)).toEqual([]);
    for (const who of [centre, supervisor]) expect((await uses(who, { entity: ours }))[0].account).not.toBeNull();
    expect(await uses(centre, { outcome: 'NONE_FOUND' })).toHaveLength(1);
    expect(await uses(enterprise)).toEqual([
      {
        caseNumber: '许-2',
        outcome: 'REFUSED',
        measure: '限制市场或行业准入',
        account: null,
        department: { code: 'SERVICES' },
      },
      {
        caseNumber: '许-1',
        outcome: 'REFUSED',
        measure: '限制市场或行业准入',
        account: null,
        department: { code: 'SERVICES' },
      },
    ]);
    const { data } = await enterprise.asks(
      'query ($id: ID!) { restriction(id: $id) { uses { totalCount edges { node { outcome } } } } }',
      { id },
    );
    expect(data.restriction.uses).toMatchObject({ totalCount: 2, edges: [{ node: { outcome: 'REFUSED' } }, {}] });
  });

  test('an objection to the record suspends nothing that is imposed, and bars what is new', async () => {
    day('2026-11-06');
    const objection = {
      record,
      ground: 'CONTENT_WRONG',
      field: 'CF_SY',
      statement: '事由不实。',
      evidence: '决定书原件',
    };
    done(
      await enterprise.asks('mutation ($input: FileObjectionInput!) { fileObjection(input: $input) { id } }', {
        input: objection,
      }),
    );
    expect(await counterFinds(licensing(), 'LICENSING')).toEqual([number]);
    const more = proposal(record, { measure: 'KEY_SUPERVISION' });
    expect(reasonOf(await steps(market, 'proposeRestriction', more))).toBe('RESTRICTION_DISPUTED');
  });
});

describe('it is in force while its record is', () => {
  beforeEach(() => day('2026-11-10'));

  test('repair of the record lifts it in the same second, and a revoked repair brings it back', async () => {
    const record = await grave(city);
    const id = await imposed(city, record);
    const { number } = await sees(market, id);
    expect(await counterFinds(licensing(), 'LICENSING')).toContain(number);
    const application = await underReview(city, enterprise, record);
    day('2026-11-12');
    done(await takes(market, 'approveRepair', { id: application }));
    for (const who of [licensing(), city.anyone, market, enterprise, centre, supervisor]) {
      expect(await counterFinds(who, 'LICENSING')).not.toContain(number);
      expect(await onEntity(who)).not.toContain(number);
    }
    const lifted = { state: 'IMPOSED', inForce: false, liftedOn: '2026-11-12', liftedBecause: 'REPAIRED' };
    for (const who of [market, enterprise, centre, supervisor]) expect(await sees(who, id)).toMatchObject(lifted);
    const late = { uscc: ours, matter: 'LICENSING', restriction: id, caseNumber: '许-9', outcome: 'STRICTER_REVIEW' };
    expect(reasonOf(await reports(services, late))).toBeUndefined();
    expect(await listedNumbers(market, { inForce: true })).not.toContain(number);
    expect(await listedNumbers(market, { inForce: false })).toContain(number);
    day('2026-11-13');
    done(await takes(centre, 'revokeRepair', { id: application, ground: 'FALSE_MATERIAL', reason: '凭证系伪造' }));
    expect(await counterFinds(licensing(), 'LICENSING')).toContain(number);
    expect(await sees(enterprise, id)).toMatchObject({ inForce: true, liftedOn: null, liftedBecause: null });
  });

  test('withdrawal of the record lifts it; nothing new rests on it', async () => {
    const record = await grave(city);
    const id = await imposed(city, record);
    const withdrawal = {
      ...{ record, revokedOn: '2026-11-10', document: '撤销决定书', reason: '复议撤销' },
      basis: '《中华人民共和国行政处罚法》第四十八条',
    };
    done(
      await market.asks('mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { id } }', {
        input: withdrawal,
      }),
    );
    expect(await sees(market, id)).toMatchObject({
      inForce: false,
      liftedOn: '2026-11-10',
      liftedBecause: 'WITHDRAWN',
    });
    const more = proposal(record, { measure: 'KEY_SUPERVISION' });
    expect(reasonOf(await steps(market, 'proposeRestriction', more))).toMatch(
      /RESTRICTION_NOT_IN_FORCE|RECORD_UNKNOWN/,
    );
  });

  test('its unit lifts it early with a reason, and may propose it again', async () => {
    const record = await grave(city);
    const id = await imposed(city, record);
    expect(reasonOf(await steps(enterprise, 'liftRestriction', { id, reason: '…' }))).toMatch(/FORBIDDEN|ROLE/);
    expect(reasonOf(await steps(services, 'liftRestriction', { id, reason: '…' }))).toBe('RESTRICTION_UNKNOWN');
    expect(reasonOf(await steps(market, 'liftRestriction', { id, reason: '' }))).toBe('STATEMENT_MISSING');
    expect(reasonOf(await steps(market, 'proposeRestriction', proposal(record)))).toBe('RESTRICTION_OPEN');
    day('2026-11-11');
    expect(done(await steps(market, 'liftRestriction', { id, reason: '已停止违法行为并消除影响' }))).toMatchObject({
      ...{ state: 'LIFTED', inForce: false, liftedOn: '2026-11-11', liftedBecause: 'LIFTED' },
      documents: [{}, {}, { kind: 'RESTRICTION_LIFTED', number: expect.stringMatching(/^包惩解/) }],
    });
    expect(done(await steps(market, 'proposeRestriction', proposal(record))).state).toBe('NOTIFIED');
  });

  test('a short term ends by its day, and the clock closes the case the day after', async () => {
    const id = await imposed(city, await grave(city), { until: '2026-11-16' });
    day('2026-11-16');
    expect(await sees(market, id)).toMatchObject({ inForce: true });
    day('2026-11-17');
    const over = { inForce: false, liftedOn: '2026-11-17', liftedBecause: 'TERM_OVER' };
    expect(await sees(market, id)).toMatchObject({ state: 'IMPOSED', ...over });
    await strike('2026-11-17');
    expect(await sees(market, id)).toMatchObject({ state: 'ENDED', deadline: null, ...over });
  });
});

describe('silence', () => {
  test('lapses by the clock and is no consent; what is not decided in time is told to the supervisor', async () => {
    day('2026-11-02');
    const record = await grave(city, theirs);
    const { id } = done(await steps(market, 'proposeRestriction', proposal(record, { uscc: theirs })));
    await strike('2026-11-09');
    expect(await sees(market, id)).toMatchObject({ state: 'NOTIFIED' });
    await strike('2026-11-10');
    expect(await sees(market, id)).toMatchObject({ state: 'TO_DECIDE', answer: null, inForce: false });
    const late = await steps(stranger, 'answerRestrictionNotice', { id, statement: '…' });
    expect(reasonOf(late)).toBe('CASE_MOVED_ON');
    await strike('2026-11-25');
    expect(await sees(supervisor, id)).toMatchObject({ state: 'TO_DECIDE', escalatedAt: '2026-11-25T01:00:00.000Z' });
    // nobody decides by keeping silent; another officer drops it
    expect(done(await steps(another, 'dropRestriction', { id, reason: '情节轻微，已改正。' }))).toMatchObject({
      ...{ state: 'DROPPED', inForce: false, liftedOn: null, reason: '情节轻微，已改正。' },
      documents: [{}, { kind: 'RESTRICTION_DROPPED' }],
    });
  });
});

describe('what cannot be proposed', () => {
  let record: string;
  beforeAll(async () => {
    day('2026-11-10');
    record = await grave(city);
  });
  beforeEach(() => day('2026-11-10'));

  test.each([
    ['a measure that is not on the list', { measure: '限制呼吸' }, 'RESTRICTION_MEASURE_UNKNOWN'],
    ['one that is taken against persons', { measure: 'EXIT' }, 'RESTRICTION_MEASURE_OBJECT'],
    ["another department's measure", { measure: 'FISCAL_FUNDS' }, 'RESTRICTION_NOT_EXECUTING_UNIT'],
    ['what banks do by themselves', { measure: 'PRUDENT_LENDING' }, 'RESTRICTION_NOT_EXECUTING_UNIT'],
    ['on a record of somebody else', { uscc: theirs }, 'RESTRICTION_RECORD_OTHER'],
    ['on no record', { record: 'X' }, 'RECORD_UNKNOWN'],
    ['longer than the record is published', { until: '2028-07-21' }, 'RESTRICTION_UNTIL'],
    ['for a time that is over', { until: '2026-11-09' }, 'RESTRICTION_UNTIL'],
    ['for a matter that the measure does not limit', { matters: ['FUNDING'] }, 'RESTRICTION_MATTERS'],
    ['for no matter', { matters: [] }, 'RESTRICTION_MATTERS'],
    ['without facts', { facts: ' ' }, 'STATEMENT_MISSING'],
    ['without a legal basis', { legalBasis: '' }, 'STATEMENT_MISSING'],
  ])('%s', async (_what, more, reason) => {
    expect(reasonOf(await steps(market, 'proposeRestriction', proposal(record, more)))).toBe(reason);
  });

  test('on what is not serious, not adverse, or out of sight; by nobody but a department', async () => {
    const { id: general } = await fined(city, ours);
    expect(reasonOf(await steps(market, 'proposeRestriction', proposal(general)))).toBe('RESTRICTION_NOT_SERIOUS');
    const { id: minor } = await fined(city, ours, { CF_CFLB: '警告', CF_NR_FK: '' });
    expect(reasonOf(await steps(market, 'proposeRestriction', proposal(minor)))).toBe('RESTRICTION_NOT_SERIOUS');
    const [licence] = await city.owner(
      `select r.id, e.uscc from credit_record r join legal_entity e on e.id = r.entity_id
       where r.item_code = 'MARKET_LICENCE' and r.superseded_at is null and r.state = 'EFFECTIVE' limit 1`,
    );
    const neutral = proposal(licence.id, { uscc: licence.uscc });
    expect(reasonOf(await steps(market, 'proposeRestriction', neutral))).toBe('RESTRICTION_NOT_ADVERSE');
    const [bribery] = await city.owner(
      `select r.id, e.uscc from credit_record r join legal_entity e on e.id = r.entity_id
       where r.item_code = 'DISCIPLINE_BRIBERY' and r.superseded_at is null and r.state = 'EFFECTIVE' limit 1`,
    );
    const unseen = proposal(bribery.id, { uscc: bribery.uscc });
    expect(reasonOf(await steps(market, 'proposeRestriction', unseen))).toBe('RECORD_UNKNOWN');
    for (const who of [city.anyone, enterprise, centre, supervisor, administrator]) {
      const { refusals } = await steps(who, 'proposeRestriction', proposal(record));
      expect(refusals[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });

  test('against the department itself', async () => {
    const itself = '1115020001T3QT1233';
    const ecology = await city.officer('ECOLOGY');
    const own = await grave(city, itself);
    const { refusals } = await steps(market, 'proposeRestriction', proposal(own, { uscc: itself }));
    expect(refusals[0]?.extensions.reason).toBe('RESTRICTION_SELF');
    expect(reasonOf(await steps(ecology, 'proposeRestriction', proposal(own, { uscc: itself })))).toBeUndefined();
  });

  test('what was proposed is not imposed once its record is repaired, disputed or its term is over', async () => {
    const ready = async (more: object = {}) => {
      const on = await grave(city, theirs);
      const { id } = done(await steps(market, 'proposeRestriction', proposal(on, { uscc: theirs, ...more })));
      done(await steps(stranger, 'answerRestrictionNotice', { id, statement: '…' }));
      return { on, id };
    };
    const [repaired, disputed, short] = [await ready(), await ready(), await ready({ until: '2026-11-11' })];
    done(await takes(market, 'approveRepair', { id: await underReview(city, stranger, repaired.on) }));
    done(
      await stranger.asks('mutation ($input: FileObjectionInput!) { fileObjection(input: $input) { id } }', {
        input: { record: disputed.on, ground: 'CONTENT_WRONG', field: 'CF_SY', statement: '不实。', evidence: '原件' },
      }),
    );
    day('2026-11-12');
    const imposing = async (id: string) => reasonOf(await steps(another, 'imposeRestriction', { id, reason: because }));
    expect(await imposing(repaired.id)).toBe('RESTRICTION_NOT_IN_FORCE');
    expect(await imposing(disputed.id)).toBe('RESTRICTION_DISPUTED');
    expect(await imposing(short.id)).toBe('RESTRICTION_UNTIL');
    expect((await sees(another, short.id)).availableSteps).toEqual([{ step: 'drop' }]);
  });
});

describe('two at once', () => {
  beforeEach(() => day('2026-11-10'));

  test('of two proposals on one record one is made', async () => {
    const record = await grave(city);
    const answers = await Promise.all(
      [market, another].map((who) => steps(who, 'proposeRestriction', proposal(record))),
    );
    expect(answers.map(reasonOf).toSorted()).toEqual(['RESTRICTION_OPEN', undefined]);
  });

  test('of two officers who decide one does, and the other is told what the first did', async () => {
    const record = await grave(city);
    const { id } = done(await steps(market, 'proposeRestriction', proposal(record)));
    done(await steps(enterprise, 'answerRestrictionNotice', { id, statement: '…' }));
    const third = await city.officer('MARKET', 'wang');
    const answers = await Promise.all([
      steps(another, 'imposeRestriction', { id, reason: because }),
      steps(third, 'imposeRestriction', { id, reason: because }),
    ]);
    expect(answers.map(reasonOf).toSorted()).toEqual(['CASE_MOVED_ON', undefined]);
    const { timeline, documents } = await sees(market, id);
    expect(timeline.filter(({ step }: any) => step === 'impose')).toHaveLength(1);
    expect(documents).toHaveLength(2);
  });
});

describe('what rests on a record that is not public', () => {
  test('is known to whoever may know of the record; everybody else is told what is left out, alike', async () => {
    day('2026-11-10');
    const record = await grave(city, trader, {
      ...{ CF_XDR_LB: '自然人', CF_XDR_ZJLX: '身份证', CF_XDR_ZJHM: '150203199003070017' },
    });
    const id = await imposed(city, record, { uscc: trader });
    const { number } = await sees(market, id);
    for (const who of [licensing(), market, await city.enterprise(trader), centre, supervisor]) {
      expect(await counterFinds(who, 'LICENSING', trader)).toContain(number);
      expect(await onEntity(who, trader)).toContain(number);
    }
    // without a purpose a department is told what everybody is
    for (const who of [services, tax, city.anyone, stranger, administrator]) {
      expect(await counterFinds(who, 'LICENSING', trader)).not.toContain(number);
      expect(await onEntity(who, trader)).not.toContain(number);
      const { withheld: of } = await asksCounter(who, 'LICENSING', trader);
      expect(of.length).toBeGreaterThan(0);
    }
    const told = async (who: Person) => (await asksCounter(who, 'LICENSING', trader)).withheld;
    const before = [await told(services), await told(city.anyone)];
    expect(before[0]!.map(({ reason }) => reason)).toContain('PURPOSE_REQUIRED');
    done(await steps(market, 'liftRestriction', { id, reason: '已改正' }));
    expect([await told(services), await told(city.anyone)]).toEqual(before);
    // what was shown of it is entered for its subject to see
    const [reading] = await city.owner(
      `select count(*)::int as count from reading_entry where entity_id = (select id from legal_entity where uscc = $1)
       and role = 'DEPARTMENT'`,
      [trader],
    );
    expect(reading.count).toBeGreaterThan(0);
  });
});

describe('the measures that a record bears by itself', () => {
  test('stand in the same list, with the codes of the national list, as long as the record is in force', async () => {
    day('2026-11-10');
    const miit = await city.officer('MIIT');
    const row = {
      ...{ SXZTMC: '包头市某某有限公司', SXZTDM: theirs, SXLX: '拖欠账款', RDWH: '包工信失认〔2026〕9001号' },
      ...{
        SXSS: '大型企业无正当理由拖欠中小企业账款。',
        SXJE: '300000.00',
        XZCS: '限制融资',
        AJBH: 'A-20261001-009001',
      },
      ...{ RDYJ: '《保障中小企业款项支付条例》第二十六条', RDDW: '包头市工业和信息化局' },
      ...{ RDDWDM: '1115020001T3QT1901', RDRQ: '2026-11-09' },
    };
    expect(done(await miit.submits('MIIT_PAYMENT_DISHONESTY', [row])).submitRecords).toMatchObject({ created: 1 });
    expect(await onEntity(city.anyone, theirs)).toEqual([
      ...['限制财政资金支持', '限制投资项目审批', '限制融资', '限制市场准入', '限制资质评定', '限制评优评先'],
    ]);
    expect(await counterFinds(city.anyone, 'FUNDING', theirs)).toEqual(['限制财政资金支持']);
    const { restrictions } = done(await asksCounter(services, 'LICENSING', theirs)).restrictions;
    expect(restrictions).toMatchObject([
      {
        number: null,
        title: '限制投资项目审批',
        measure: { code: 'MARKET_ACCESS' },
        executingUnit: { code: 'SERVICES' },
      },
      { number: null, title: '限制市场准入', measure: { code: 'MARKET_ACCESS' }, executingUnit: { code: 'MARKET' } },
    ]);
    const [{ id: restriction }] = restrictions;
    const use = { uscc: theirs, matter: 'LICENSING', restriction, caseNumber: '许-3', outcome: 'LIMITED' };
    expect(done(await reports(services, use)).measure).toBe('限制投资项目审批');
    expect(reasonOf(await reports(services, use))).toBe('RESTRICTION_USE_TWICE');
    const [{ id: record }] = await city.owner('select id from credit_record where number = $1', [
      '包工信失认〔2026〕9001号',
    ]);
    done(
      await miit.asks('mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { id } }', {
        input: { record, revokedOn: '2026-11-10', document: '撤销决定', reason: '认定有误', basis: '依法自行纠正' },
      }),
    );
    expect(await onEntity(city.anyone, theirs)).toEqual([]);
  });
});

describe('lists', () => {
  test('the measures of the list as it is in force on a day', async () => {
    const { data } = await city.anyone.asks(
      '{ now: punishmentMeasures { code kind edition matters onEntities executingUnits { code } } then: punishmentMeasures(on: "2024-02-29") { code } }',
    );
    expect(data.then).toEqual([]);
    expect(data.now).toHaveLength(11);
    expect(data.now).toContainEqual({
      ...{ code: 'FISCAL_FUNDS', kind: 'MANAGEMENT', edition: '2024', matters: ['FUNDING'], onEntities: true },
      executingUnits: ['FINANCE', 'DRC', 'MIIT', 'SCIENCE', 'COMMERCE', 'AGRICULTURE', 'HRSS'].map((code) => ({
        code,
      })),
    });
    expect(reasonOf(await city.anyone.asks('{ punishmentMeasures(on: "2999-01-01") { code } }'))).toBe(
      'AS_OF_IN_FUTURE',
    );
  });

  test('say with and without SQL alike what is in force', async () => {
    day('2026-11-20');
    const all = await centre.asks('{ restrictionCases(first: 100) { edges { node { number inForce } } } }');
    const found = all.data.restrictionCases.edges.map(({ node }: any) => node);
    for (const inForce of [true, false]) {
      const numbers = found.filter((one: any) => one.inForce === inForce).map(({ number }: any) => number);
      expect(numbers.length).toBeGreaterThan(0);
      expect(await listedNumbers(centre, { inForce })).toEqual(numbers);
    }
  });

  test('are read in as many statements, however long they are', async () => {
    day('2026-11-20');
    const many = async (first: number) =>
      centre.asks(
        `query ($n: Int!) { restrictionCases(first: $n) { totalCount edges { node { number inForce liftedOn availableSteps { step }
          measure { title } record { id } entity { name } uses { edges { node { outcome } } } documents { id } timeline { step } } } } }`,
        { n: first },
      );
    const [one, ten] = [await many(1), await many(10)];
    expect(done(ten).restrictionCases.edges.length).toBe(10);
    expect(ten.statements).toBe(one.statements);
    const entities = (codes: string[]) =>
      city.anyone.asks('query ($c: [USCC!]!) { entitiesByCode(usccs: $c) { entity { restrictions { title } } } }', {
        c: codes,
      });
    const [single, double] = [await entities([ours]), await entities([ours, theirs, trader])];
    expect(double.refusals).toEqual([]);
    expect(double.statements).toBe(single.statements);
  });
});

async function listedNumbers(who: Person, filter: object): Promise<string[]> {
  const { data } = await who.asks(
    'query ($f: RestrictionFilter) { restrictionCases(filter: $f, first: 100) { totalCount edges { node { number } } } }',
    { f: filter },
  );
  expect(data.restrictionCases.totalCount).toBe(data.restrictionCases.edges.length);
  return data.restrictionCases.edges.map(({ node }: any) => node.number);
}
