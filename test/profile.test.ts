import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { legalDay } from '../src/calendar/day.js';
import { weighedSql } from '../src/profile/evaluation.reads.js';
import { asksProfile, evaluates, gradeFor, profileFor, wholeProfile } from './world/profile.js';
import { done, fined, reasonOf, recordNumbered, takes, underReview } from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

const clean = '91150200MA0T3QT132';
const careless = '91150203MA0T3QT218';
const serious = '91150204MA0T3QT3XE';

let city: City;
let enterprise: Person;
let another: Person;
let market: Person;
let inspector: Person;
let centre: Person;
let appraising: Person;
let supervisor: Person;
let administrator: Person;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-23T09:00:00+08:00');
  [enterprise, another, market, centre, supervisor, administrator] = await Promise.all([
    city.enterprise(careless),
    city.enterprise(clean),
    city.officer('MARKET'),
    city.official('credit-centre'),
    city.official('supervisor'),
    city.official('administrator'),
  ]);
  inspector = (await city.officer('TAX')).for('INSPECTION', '2026-0317');
  appraising = centre.for('APPRAISAL', '2026-0318');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
beforeEach(() => day('2026-11-23'));

describe('every viewer gets the profile of what he may see', () => {
  const roles = (): [string, Person][] => [
    ['anyone', city.anyone],
    ['another enterprise', another],
    ['the enterprise itself', enterprise],
    ['a department without a purpose', market],
    ['a department with a purpose', inspector],
    ['the credit centre', appraising],
    ['the supervisor', supervisor],
    ['an administrator', administrator],
  ];

  test('its lines count what the lists list, and cite their records', async () => {
    for (const uscc of [careless, serious, clean]) {
      for (const [role, who] of roles()) {
        const profile = await profileFor(who, uscc);
        const { data } = await who.asks(
          'query ($uscc: USCC!) { entity(uscc: $uscc) { records(first: 100) { edges { node { id determinedOn item { code class } provider { code } state } } } } }',
          { uscc },
        );
        const listed = data.entity.records.edges.map(({ node }: any) => node);
        const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
        expect([role, ids(profile.total.records)]).toEqual([role, ids(listed.slice(0, 20))]);
        expect(profile.total.count).toBe(listed.length);
        expect(profile.timeline.totalCount).toBe(listed.length);
        expect(profile.timeline.edges.map(({ node }: any) => node.id)).toEqual(listed.map(({ id }: any) => id));
        for (const [lines, keyOf] of [
          [profile.byClass, (one: any) => one.class ?? one.item.class],
          [profile.byDepartment, (one: any) => (one.department ?? one.provider).code],
          [profile.byItem, (one: any) => one.item.code],
        ] as [any[], (one: any) => string][]) {
          const groups = Map.groupBy<string, any>(listed, keyOf);
          expect(lines.map(keyOf).sort()).toEqual([...groups.keys()].sort());
          for (const line of lines) {
            const of = groups.get(keyOf(line))!;
            expect([line.count, ids(line.records)]).toEqual([of.length, ids(of.slice(0, 20))]);
            expect(line.inForce).toBe(of.filter(({ state }) => state === 'EFFECTIVE').length);
            expect(line.expired).toBe(of.filter(({ state }) => state === 'EXPIRED').length);
            expect(line.favourable + line.adverse + line.neutral).toBe(line.count);
            expect(line.latestOn).toBe(of[0].determinedOn);
          }
        }
      }
    }
  });

  test('it says of what it is made, and what a grade is', async () => {
    const said = await Promise.all(roles().map(async ([, who]) => (await profileFor(who, careless, 'says')).says));
    const published = 'What is published today, and what the entity has authorised you to see.';
    expect(said.slice(0, 3)).toEqual([published, published, 'Everything that is recorded of you, in every state.']);
    expect(said[4]).toContain('INSPECTION');
    expect(said.at(-1)).toBe(published);
    const { data } = await city.anyone.asks(
      `{ entity(uscc: "${careless}") { profile { says notice } } }`,
      {},
      { 'accept-language': 'zh' },
    );
    expect(data.entity.profile.notice).toContain('等级本身不是惩戒措施');
    const { withheld } = await asksProfile(city.anyone, careless, 'says');
    expect(withheld.map(({ reason }) => reason)).toContain('GOVERNMENT_ONLY');
    expect((await asksProfile(enterprise, careless, 'says')).withheld).toEqual([]);
  });

  test('commitments and fines are counted', async () => {
    const [kept, fines] = [await profileFor(city.anyone, clean), await profileFor(city.anyone, careless)];
    expect(kept.commitments).toMatchObject({ given: 1, kept: 1, keptInPart: 0, notKept: 0, broken: 0, records: [{}] });
    expect(kept.total).toMatchObject({ adverse: 0, amount: null });
    expect(fines.byClass.find((one: any) => one.class === 'ADMINISTRATIVE').amount).toMatch(/^[1-9]\d*\.\d\d$/);
  });

  test('what the city promised it is counted for those who may see it', async () => {
    const [{ uscc, made }] = await city.owner(
      `select e.uscc, count(*)::int as made from policy_commitment p join legal_entity e on e.id = p.entity_id
       where p.state not in ('REGISTERED', 'INVALID') and e.kind <> 'GOVERNMENT_AGENCY' group by 1 limit 1`,
    );
    const shown = 'promises { made kept lawfullyChanged broken open }';
    for (const who of [await city.enterprise(uscc), centre, supervisor, await city.official('arrears-admin')]) {
      const { promises } = await profileFor(who, uscc, shown);
      expect(promises.made).toBe(made);
      expect(promises.kept + promises.lawfullyChanged + promises.broken + promises.open).toBe(made);
    }
    for (const who of [city.anyone, inspector, administrator, enterprise]) {
      const { data, withheld } = await asksProfile(who, uscc, shown);
      expect(data.entity.profile.promises).toBeNull();
      expect(withheld.find(({ path }) => path[2] === 'promises')?.reason).toBe('ROLE_REQUIRED');
    }
    expect((await profileFor(supervisor, uscc, shown, { asOf: '2020-01-01' })).promises.made).toBe(0);
  });

  test('the grade is for the entity itself, and within government for a purpose that opens it', async () => {
    const seen = await Promise.all(
      [...roles(), ['the centre without a purpose', centre] as const].map(async ([role, who]) => {
        const { data, withheld } = await asksProfile(
          who,
          careless,
          'grade { grade } gradeHistory { grade } whatIf(repaired: ["x"]) { grade }',
        );
        const why = withheld.filter(({ path }) => path[2] === 'grade').map(({ reason }) => reason);
        return [role, data.entity.profile.grade?.grade ?? why.join()];
      }),
    );
    expect(Object.fromEntries(seen)).toEqual({
      anyone: 'GOVERNMENT_ONLY',
      'another enterprise': 'GOVERNMENT_ONLY',
      'the enterprise itself': 'C',
      'a department without a purpose': 'PURPOSE_REQUIRED',
      'a department with a purpose': 'C',
      'the credit centre': 'C',
      'the supervisor': 'C',
      'an administrator': 'GOVERNMENT_ONLY',
      'the centre without a purpose': 'PURPOSE_REQUIRED',
    });
    const uncovered = (await city.officer('DRC', 'li')).for('REPAIR_REVIEW', '2026-1');
    // of what the authority itself provides it needs to state nothing
    expect(await gradeFor(uncovered, careless)).toEqual(['C', expect.any(Number)]);
    const repairing = (await city.officer('MARKET')).for('REPAIR_REVIEW', '2026-1');
    const { withheld } = await asksProfile(repairing, careless, 'grade { grade }');
    expect(withheld.find(({ path }) => path[2] === 'grade')?.reason).toBe('PURPOSE_NOT_COVERED');
  });

  test('who was shown it stands in the readings', async () => {
    await gradeFor(inspector, careless);
    const { data } = await enterprise.asks(
      `{ entity(uscc: "${careless}") { readings(first: 1) { edges { node { purpose shown { item fields { key title } } } } } } }`,
    );
    const [{ node }] = data.entity.readings.edges;
    expect(node).toMatchObject({ purpose: 'INSPECTION' });
    expect(node.shown).toContainEqual({ item: 'DRC_CREDIT_GRADE', fields: [{ key: 'PJDJ', title: '评价等级' }] });
  });

  test('a count of what is not public is a reading of the records that it counts', async () => {
    await profileFor(inspector, serious, 'total { count }');
    const [{ shown }] = await city.owner(
      `select r.shown from reading_entry r join legal_entity e on e.id = r.entity_id
       where e.uscc = $1 order by r.at desc limit 1`,
      [serious],
    );
    const told = new Map(shown.map(({ item, records }: any) => [item, records]));
    const debt = await recordNumbered(supervisor, serious, '2026-04至2026-06 增值税');
    expect(told.get('TAX_ARREARS')).toEqual([debt]);
    // what is published is no reading
    expect(told.has('MARKET_ABNORMAL_OPERATION')).toBe(false);
  });
});

describe('the grade', () => {
  test('says which rules fired on which records, and what the dimensions came to', async () => {
    const { grade } = await profileFor(another, clean);
    expect(grade).toMatchObject({ grade: 'A', score: 8900, stored: false, evaluatedOn: '2026-11-23' });
    expect(grade.edition.code).toBe('2025');
    expect(grade.firedRules.map(({ rule }: any) => rule.code)).toEqual([
      ...['COMMITMENT_KEPT', 'TAX_GRADE_A', 'HIGH_TECH', 'HONOUR'],
    ]);
    const sum = grade.dimensions.reduce(
      (all: number, { points, dimension }: any) => all + points * dimension.weight,
      0,
    );
    expect(sum).toBe(grade.score);
    for (const { records, rule } of grade.firedRules) {
      expect(records.length).toBeGreaterThan(0);
      expect(rule.basis).not.toBe('');
    }
    expect(grade.notice).toContain('never itself a sanction');
    expect((await gradeFor(supervisor, serious))![0]).toBe('D');
  });

  test('does not name what fired on records of which the viewer may not know', async () => {
    const licensing = (await city.officer('TRANSPORT')).for('APPRAISAL', '2026-1');
    const codes = async (who: Person) => {
      const { data, withheld } = await asksProfile(
        who,
        serious,
        'grade { score firedRules { rule { code } records { id } } }',
      );
      return [data.entity.profile.grade, withheld] as const;
    };
    const [all] = await codes(supervisor);
    const covered = (await city.officer('MIIT')).for('APPRAISAL', '2026-1');
    const [some, withheld] = await codes(covered);
    const named = (grade: any) => grade.firedRules.map(({ rule }: any) => rule.code);
    expect(named(all)).toContain('CONTRIBUTIONS_IN_ARREARS');
    expect(named(some)).not.toContain('CONTRIBUTIONS_IN_ARREARS');
    expect(some.score).toBe(all.score);
    expect(
      withheld.find(({ path, reason }) => path.at(-1) === 'firedRules' && reason === 'PURPOSE_NOT_COVERED'),
    ).toBeDefined();
    // a purpose that is not in the mandate opens nothing
    expect((await codes(licensing))[0]).toBeNull();
  });

  test('is not given to those whom the rules do not grade', async () => {
    const [{ uscc }] = await city.owner("select uscc from legal_entity where kind = 'GOVERNMENT_AGENCY' limit 1");
    const { grade, total } = await profileFor(supervisor, uscc, 'grade { grade } total { count }');
    expect([grade, typeof total.count]).toEqual([null, 'number']);
  });

  test('of an entity of which nothing is recorded is B', async () => {
    const [{ uscc }] = await city.owner(
      `select e.uscc from legal_entity e where e.kind in ('ENTERPRISE', 'SOLE_TRADER', 'COOPERATIVE', 'SOCIAL_ORGANISATION')
         and ${weighedSql('e.id', "'2026-11-23'::date")} = '[]' limit 1`,
    );
    expect(await gradeFor(appraising, uscc)).toEqual(['B', 8000]);
  });
});

describe('what the records of the moment say', () => {
  let record: string;

  test('a penalty costs at once, and a repair gives it back in the same second', async () => {
    await evaluates(city, '2026-11-23');
    expect(await gradeFor(another, clean)).toEqual(['A', 8900]);
    ({ id: record } = await fined(city, clean));
    expect(await gradeFor(another, clean)).toEqual(['B', 7400]);
    day('2026-11-24');
    await evaluates(city, '2026-11-24');
    const id = await underReview(city, another, record);
    expect(await gradeFor(inspector, clean)).toEqual(['B', 7400]);
    done(await takes(market, 'approveRepair', { id, reason: '已缴清罚款' }));
    expect(await gradeFor(another, clean)).toEqual(['A', 8900]);
    expect(await gradeFor(inspector, clean)).toEqual(['A', 8900]);
    const [found] = await city.owner('select id from credit_record where id = $1 and superseded_at is null', [record]);
    expect(found).toBeDefined();
  });

  test('the past keeps what was found then; its reasons are named to those who may still know them', async () => {
    day('2026-11-25');
    await evaluates(city, '2026-11-25');
    const then = { asOf: '2026-11-24' };
    const seenBy = async (who: Person) => (await profileFor(who, clean, wholeProfile, then)).grade;
    for (const who of [another, inspector, supervisor, appraising]) {
      expect(await seenBy(who)).toMatchObject({ grade: 'B', score: 7400, stored: true, evaluatedOn: '2026-11-24' });
    }
    const named = async (who: Person) => (await seenBy(who)).firedRules.map(({ rule }: any) => rule.code);
    expect(await named(another)).toContain('PENALTY_GENERAL');
    expect(await named(supervisor)).toContain('PENALTY_GENERAL');
    expect(await named(inspector)).not.toContain('PENALTY_GENERAL');
    const { gradeHistory } = await profileFor(another, clean);
    expect(gradeHistory.map((one: any) => [one.evaluatedOn, one.grade])).toEqual([
      ...[
        ['2026-11-25', 'A'],
        ['2026-11-24', 'B'],
        ['2026-11-23', 'A'],
      ],
    ]);
    expect(await gradeFor(another, clean, { asOf: '2026-11-23' })).toEqual(['A', 8900]);
    // known at an instant before the fine
    expect(await gradeFor(another, clean, { knownAt: '2026-11-23T00:10:00+08:00' })).toEqual(['A', 8900]);
  });

  test('where nothing was found yet, the edition of that day is applied to the records of that day', async () => {
    const { grade } = await profileFor(another, clean, wholeProfile, { asOf: '2025-05-20' });
    expect(grade).toMatchObject({ stored: false, evaluatedOn: '2025-05-20', edition: { code: '2024' } });
    expect(await gradeFor(another, clean, { asOf: '2024-02-01' })).toBeNull();
    expect(reasonOf(await asksProfile(another, clean, 'asOf', { asOf: '2026-12-24' }))).toBe('TIME_AHEAD');
  });

  test('of the past the profile counts as the lists of the past do', async () => {
    day('2026-11-25');
    for (const who of [city.anyone, inspector, another, supervisor]) {
      const { total, timeline } = await profileFor(who, clean, wholeProfile, { asOf: '2026-11-24' });
      expect(total.count).toBe(timeline.totalCount);
      expect(total.records.map(({ id }: any) => id)).toEqual(
        timeline.edges.slice(0, 20).map(({ node }: any) => node.id),
      );
    }
    const { total } = await profileFor(inspector, clean, wholeProfile, { asOf: '2026-11-24' });
    expect(total).toMatchObject({ repaired: 1, amount: null });
  });

  test('of today, as known now, it follows the records whether or not the day is named', async () => {
    const now = new Date();
    city.on(now.toISOString());
    const { id } = await fined(city, clean);
    const named = await profileFor(another, clean, 'grade { grade score stored }', { asOf: legalDay(now) });
    const live = await profileFor(another, clean, 'grade { grade score stored }');
    expect(named).toEqual(live);
    expect(named.grade.stored).toBe(false);
    await city.owner('update credit_record set superseded_at = now() where id = $1 and superseded_at is null', [id]);
  });

  test('what is disputed does not count while it is', async () => {
    const before = await gradeFor(enterprise, careless);
    await city.owner(
      `with old as (update credit_record r set superseded_at = now() from legal_entity e
         where e.id = r.entity_id and e.uscc = $1 and r.superseded_at is null and r.item_code = 'MARKET_PENALTY' and r.state = 'EFFECTIVE'
         returning r.*)
       insert into credit_record select (jsonb_populate_record(null::credit_record, to_jsonb(old) || jsonb_build_object(
         'version_id', gen_random_uuid(), 'version', old.version + 1, 'disputed', true, 'superseded_at', null))).* from old`,
      [careless],
    );
    const after = await gradeFor(enterprise, careless);
    expect(after![1]).toBeGreaterThan(before![1]);
    expect((await profileFor(enterprise, careless)).total.disputed).toBeGreaterThan(0);
  });
});

describe('what if', () => {
  const supposes = (who: Person, uscc: string, repaired: string[]) =>
    who.asks(
      `query ($uscc: USCC!, $repaired: [ID!]!) { entity(uscc: $uscc) { profile { grade { grade score }
        whatIf(repaired: $repaired) { grade score firedRules { rule { code } } } } } }`,
      { uscc, repaired },
    );

  test('shows the grade without the records, to those who see the grade', async () => {
    const { id } = await fined(city, clean);
    for (const who of [another, inspector, supervisor, appraising]) {
      const { data, refusals } = await supposes(who, clean, [id, id]);
      expect(refusals).toEqual([]);
      expect(data.entity.profile).toMatchObject({ grade: { grade: 'B' }, whatIf: { grade: 'A', score: 8900 } });
    }
    const { data, refusals } = await supposes(city.anyone, clean, [id]);
    expect([data.entity.profile.whatIf, refusals]).toEqual([null, []]);
  });

  test('what is no adverse record of the entity, or is not known to the viewer, is refused by name', async () => {
    const refused = async (who: Person, uscc: string, repaired: string[]) => {
      const answer = await supposes(who, uscc, repaired);
      return [reasonOf(answer), answer.refusals[0]?.extensions['argument']];
    };
    const ofAnother = await recordNumbered(supervisor, serious, '包环罚决〔2025〕9001号');
    expect(await refused(another, clean, [ofAnother])).toEqual(['WHAT_IF_RECORD', 'repaired']);
    expect(await refused(another, clean, ['no id'])).toEqual(['WHAT_IF_RECORD', 'repaired']);
    const bribery = await recordNumbered(supervisor, serious, 'XH20259001');
    expect(await refused(inspector, serious, [bribery])).toEqual(['WHAT_IF_RECORD', 'repaired']);
    expect(await refused(supervisor, serious, [bribery])).toEqual([undefined, undefined]);
    const honour = await recordNumbered(another, clean, '包发改荣字〔2025〕9001号');
    expect(await refused(another, clean, [honour])).toEqual(['WHAT_IF_NOT_ADVERSE', 'repaired']);
    expect(await refused(another, clean, [])).toEqual(['WHAT_IF_COUNT', 'repaired']);
  });
});

describe('cost', () => {
  const page = (shown: string) =>
    `query ($first: Int!) { entities(filter: { kind: ENTERPRISE }, first: $first) { edges { node { profile { ${shown} } } } } }`;

  // asked apart: what is cited by lines and by rules is fetched together or not, as their counts come in
  test.each([
    [
      'lines',
      'total { count records { id title } } lines { class records { id } } byDepartment: lines(by: DEPARTMENT) { count records { id } }',
    ],
    ['a grade', 'grade { grade firedRules { rule { code } records { id } } }'],
  ])('%s take three statements, however many entities are asked for', async (_what, shown) => {
    const [one, many] = [
      await supervisor.asks(page(shown), { first: 1 }),
      await supervisor.asks(page(shown), { first: 20 }),
    ];
    expect([one.refusals, many.refusals]).toEqual([[], []]);
    expect([one.statements, many.statements]).toEqual([3, 3]);
  });

  test('a whole profile takes nine at most: entity, counts, a page and its count, what is weighed and kept, what three parts cite', async () => {
    expect((await asksProfile(supervisor, serious, wholeProfile)).statements).toBeLessThanOrEqual(9);
  });

  test('how many records are cited is bounded', async () => {
    for (const shown of [
      'total { records(first: 0) { id } }',
      'total { records(first: 21) { id } }',
      'gradeHistory(first: 101) { grade }',
    ]) {
      expect(reasonOf(await asksProfile(supervisor, clean, shown))).toBe('PAGE_SIZE');
    }
  });
});

describe('the rules and their runs', () => {
  test('the rules are public', async () => {
    const { data, refusals } = await city.anyone.asks(
      `{ evaluationEditions { code inForceFrom aFrom bFrom cFrom kinds dimensions { code weight base } rules { code points items } }
         evaluationRules { code basis } old: evaluationRules(edition: "2024") { code } }`,
    );
    expect(refusals).toEqual([]);
    expect(data.evaluationEditions.map((one: any) => [one.code, one.inForceFrom])).toEqual([
      ...[
        ['2024', '2024-03-01'],
        ['2025', '2025-06-01'],
      ],
    ]);
    expect(data.evaluationEditions[1].rules).toHaveLength(data.evaluationRules.length);
    expect(data.evaluationEditions[0].rules).toHaveLength(data.old.length);
    expect(reasonOf(await city.anyone.asks('{ evaluationRules(edition: "1999") { code } }'))).toBe(
      'UNKNOWN_EVALUATION_EDITION',
    );
  });

  test('the runs are for those who supervise', async () => {
    const question =
      '{ evaluationRuns(first: 2) { totalCount edges { node { day entities changed finishedAt rehearsed edition } } } }';
    for (const who of [supervisor, centre]) {
      const { data } = await who.asks(question);
      expect(data.evaluationRuns.totalCount).toBe(3);
      expect(data.evaluationRuns.edges.map(({ node }: any) => node.day)).toEqual(['2026-11-25', '2026-11-24']);
    }
    for (const who of [city.anyone, market, enterprise, administrator]) {
      expect((await who.asks(question)).refusals[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });
});
