import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { ruleOf } from '../src/access/access.decorator.js';
import { Role } from '../src/access/words.js';
import { buildPlatformSchema } from '../src/server/schema.js';
import { verdictInWords } from './laws/access-matrix.js';
import { owner, type Situation, situations } from './laws/access-situations.js';
import { authorisedBy, grantedTo } from './world/rights.js';
import { type Answer, type City, openCity, type Person, type Withheld } from './world.js';

const gobi = owner.uscc;
const another = '91150200MA0T3QT132';
const third = '91150204MA0T3QT3XE';
const trader = '92150203MA0T3QTA70';
const nobody = '914403001922038216';

let city: City;
let tax: Person;
/** An enterprise that was subsidised and has volunteered something: conditional, and open to those it authorises. */
let subsidised: string;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-22T04:00:00Z');
  tax = await city.officer('TAX');
  const { rows } = await city.platform.pool.query(
    `select e.uscc from legal_entity e where e.kind = 'ENTERPRISE' and 2 = (select count(distinct r.item_code)
       from credit_record r where r.entity_id = e.id and r.item_code in ('FINANCE_SUBSIDY', 'SERVICES_VOLUNTARY'))
     order by e.uscc limit 1`,
  );
  subsidised = rows[0].uscc;
}, 60_000);
afterAll(() => city.close());

describe('what the golden matrix says is what the API does', () => {
  const schema = buildPlatformSchema();
  const ofEntity = ['address', 'contactPhone', 'legalRepresentative', 'legalRepresentativeId'];
  const kinds: Record<string, string> = {
    [Role.CREDIT_CENTRE]: 'credit-centre',
    [Role.ARREARS_ADMIN]: 'arrears-admin',
    [Role.SUPERVISOR]: 'supervisor',
    [Role.ADMINISTRATOR]: 'administrator',
  };

  /** The person of the situation; an enterprise is the one with the code. */
  async function person({ role, row, viewer, purpose }: Situation, itself: string): Promise<Person> {
    const comes = async () => {
      if (role === Role.PUBLIC) return city.anyone;
      if (role === Role.ENTERPRISE) return city.enterprise(row === 'own' ? itself : another);
      return role === Role.DEPARTMENT ? city.officer(viewer.department!) : city.official(kinds[role] as 'supervisor');
    };
    const come = await comes();
    return purpose ? come.for(purpose, '2026-0317') : come;
  }

  /** What became of a value that there is, as the matrix writes it, as far as an answer tells. */
  function became(answer: Answer, path: string[], pattern: RegExp): string {
    const told = answer.withheld.find((one) => one.path.join() === path.join());
    const value = path.reduce((at: any, key) => at?.[key], answer.data);
    if (!told) return value == null ? 'NO ROW' : 'SHOWN';
    expect(value === null).toBe(told.state === 'WITHHELD');
    if (told.state === 'MASKED') expect(value).toMatch(pattern);
    return `${told.state} ${told.reason}`;
  }

  const said = (words: string) =>
    words
      .replace('*', '')
      .replace(/^MASKED:\w+ \((\w+)\)$/, 'MASKED $1')
      .replace(/^WITHHELD:/, 'WITHHELD ');

  test.each([
    ['a body', gobi, 'ENTERPRISE'],
    ['a sole trader', trader, 'SOLE_TRADER'],
  ])('of %s: %s', async (_what, uscc, kind) => {
    for (const situation of situations) {
      const asked = situation.row === 'missing' ? nobody : uscc;
      const answer = await (await person(situation, uscc)).asks(
        `{ entity(uscc: "${asked}") { ${ofEntity.join(' ')} } }`,
      );
      for (const name of ofEntity) {
        const rule = ruleOf((schema.getType('LegalEntity') as GraphQLObjectType).getFields()[name]!)!;
        const verdict = rule.decide(situation.asking(), { id: '1', uscc: owner.uscc, kind });
        const words = situation.row === 'missing' ? 'NO ROW' : said(verdictInWords(verdict));
        const { role, row, stating } = situation;
        expect([role, row, stating, name, became(answer, ['entity', name], /\*/)]).toEqual([
          role,
          row,
          stating,
          name,
          words,
        ]);
      }
    }
  });

  test('of a submission, whose rejections its sender alone sees', async () => {
    const sent = await (await city.officer(owner.department)).submits('MARKET_PENALTY', [{}]);
    const { id } = sent.data.submitRecords;
    for (const situation of situations) {
      const { role, row, stating } = situation;
      const asked = row === 'missing' ? '0190f5b0-0000-7000-8000-000000000000' : id;
      const answer = await (await person(situation, gobi)).asks(
        `{ submission(id: "${asked}") { rejections { totalCount } } }`,
      );
      const follows = role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR;
      const expected = (() => {
        if (row === 'missing') return 'NO ROW';
        if (role === Role.DEPARTMENT) return row === 'own' ? 'SHOWN' : 'NO ROW';
        return follows ? 'WITHHELD ROLE_REQUIRED' : 'NO ROW';
      })();
      expect([role, row, stating, became(answer, ['submission', 'rejections'], /never/)]).toEqual([
        role,
        row,
        stating,
        expected,
      ]);
      const mayCall = follows || role === Role.DEPARTMENT;
      expect([role, answer.refusals.map(({ extensions }) => extensions.code)]).toEqual([
        role,
        mayCall ? [] : [role === Role.PUBLIC ? 'UNAUTHENTICATED' : 'FORBIDDEN'],
      ]);
    }
  });
});

describe('taking a right away never adds data', () => {
  /** Every value that one is shown of the entities, whole (2) or in part (1), by record and key. */
  async function seen(who: Person): Promise<Map<string, { level: number; value: string | null }>> {
    const { data } = await who.asks(
      `query ($u: [USCC!]!) { entitiesByCode(usccs: $u) { entity { uscc legalRepresentative legalRepresentativeId contactPhone address
         records(first: 100) { edges { node { id fields { key value state } } } } } } }`,
      { u: [gobi, another, third, trader, subsidised] },
    );
    const values = new Map<string, { level: number; value: string | null }>();
    for (const { entity } of data.entitiesByCode) {
      for (const [key, value] of Object.entries(entity)) {
        if (typeof value === 'string')
          values.set(`${entity.uscc} ${key}`, { level: value.includes('*') ? 1 : 2, value });
      }
      for (const { node } of entity.records.edges) {
        values.set(node.id, { level: 2, value: '' });
        for (const { key, value, state } of node.fields) {
          const level = { SHOWN: 2, EMPTY: 2, MASKED: 1, WITHHELD: 0 }[state as 'SHOWN'];
          if (level > 0) values.set(`${node.id} ${key}`, { level, value });
        }
      }
    }
    return values;
  }

  type Seen = Awaited<ReturnType<typeof seen>>;

  /** What the first shows and the second does not, or shows less of. */
  const beyond = (less: Seen, more: Seen): string[] =>
    [...less].flatMap(([key, { level, value }]) => {
      const other = more.get(key);
      if (!other || other.level < level) return [key];
      return other.level === level && other.value !== value ? [key] : [];
    });

  const shrinks = (more: Seen, less: Seen) => {
    expect(beyond(less, more)).toEqual([]);
    expect(beyond(more, less)).not.toEqual([]);
  };

  test('the purpose, the case; a purpose that opens less; one outside the mandate', async () => {
    const inspecting = await seen(tax.for('INSPECTION', '2026-0317'));
    const reviewing = await seen(tax.for('REPAIR_REVIEW', '2026-0317'));
    const without = await seen(tax);
    shrinks(inspecting, reviewing);
    shrinks(reviewing, without);
    for (const less of [tax.for('INSPECTION'), tax.for('LITIGATION', '2026-0317')]) {
      expect(await seen(less)).toEqual(without);
    }
    shrinks(without, await seen(city.anyone));
  });

  test('a grant, and the field that it names', async () => {
    const who = tax.for('INSPECTION', '2026-0317');
    const others = async () => [
      await seen((await city.officer('HRSS')).for('INSPECTION', '2026-0317')),
      await seen(tax.for('REPAIR_REVIEW', '2026-0317')),
      await seen(tax),
    ];
    const [before, ofOthers] = [await seen(who), await others()];
    const end = await grantedTo(city, 'TAX', 'FINANCE_SUBSIDY', 'INSPECTION');
    const granted = await seen(who);
    shrinks(granted, before);
    const endNamed = await grantedTo(city, 'TAX', 'MARKET_PENALTY', 'INSPECTION', ['CF_FR_ZJHM']);
    const named = await seen(who);
    shrinks(named, granted);
    expect(beyond(named, granted).every((key) => key.endsWith('CF_FR_ZJHM'))).toBe(true);
    // of use to nobody else and for nothing else
    expect(await others()).toEqual(ofOthers);
    await endNamed();
    expect(await seen(who)).toEqual(granted);
    await end();
    expect(await seen(who)).toEqual(before);
  });

  test('an authorisation, from the next request on', async () => {
    const who = await city.enterprise(third);
    // of somebody else: it stays
    await authorisedBy(city, gobi, third, ['TAX_GRADE']);
    const before = await seen(who);
    const withdraw = await authorisedBy(city, subsidised, third, ['FINANCE_SUBSIDY', 'SERVICES_VOLUNTARY']);
    const authorised = await seen(who);
    shrinks(authorised, before);
    const more = beyond(authorised, before);
    expect(beyond(authorised, await seen(city.anyone))).toEqual(expect.arrayContaining(more));
    await withdraw();
    expect(await seen(who)).toEqual(before);
  });

  test('the role, and being the subject', async () => {
    const open = await seen(city.anyone);
    expect(await seen(await city.official('administrator'))).toEqual(open);
    shrinks(await seen(await city.enterprise(gobi)), open);
    const centre = await city.official('credit-centre');
    shrinks(await seen(centre.for('REPAIR_REVIEW', '2026-0317')), await seen(centre));
    shrinks(await seen(centre), open);
    shrinks(await seen(await city.official('supervisor')), await seen(centre.for('REPAIR_REVIEW', '2026-0317')));
  });
});

describe('rows with different rules in one answer never borrow each other’s decision', () => {
  const selection = `{ uscc who: legalRepresentative ...Rest records(first: 4) { totalCount edges { node { id fields { key value state reason } } } } }`;
  const fragment =
    'fragment Rest on LegalEntity { legalRepresentativeId id2: legalRepresentativeId contactPhone address }';

  const relative = (withheld: readonly Withheld[], root: (string | number)[]) =>
    withheld
      .filter(({ path }) => root.every((key, i) => path[i] === key))
      .map((one) => ({ ...one, path: one.path.slice(root.length) }));

  async function alone(who: Person, uscc: string) {
    const { data, withheld } = await who.asks(`{ entity(uscc: "${uscc}") ${selection} } ${fragment}`);
    return { data: data.entity, withheld: relative(withheld, ['entity']) };
  }

  test.each<[string, () => Promise<Person>]>([
    ['the entity itself', () => city.enterprise(gobi)],
    ['a sole trader', () => city.enterprise(trader)],
    ['the registrar', () => city.officer('MARKET')],
    ['TAX, to inspect', async () => tax.for('INSPECTION', '2026-0317')],
    ['the public', async () => city.anyone],
  ])('%s: in a list and by aliases, interpreted and compiled', async (_who, comes) => {
    const who = await comes();
    const single = new Map(
      await Promise.all([gobi, another, third, trader].map(async (uscc) => [uscc, await alone(who, uscc)] as const)),
    );
    const codes = fc.array(fc.constantFrom(gobi, another, third, trader), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(codes, async (usccs) => {
        const aliases = usccs.map((uscc, i) => `e${i}: entity(uscc: "${uscc}") ${selection}`);
        const query = `query ($u: [USCC!]!) { entitiesByCode(usccs: $u) { entity ${selection} } ${aliases.join(' ')} } ${fragment}`;
        for (let time = 0; time < 3; time++) {
          const { data, withheld } = await who.asks(query, { u: usccs });
          for (const [i, uscc] of usccs.entries()) {
            const listed = ['entitiesByCode', i, 'entity'];
            expect({ data: data.entitiesByCode[i].entity, withheld: relative(withheld, listed) }).toEqual(
              single.get(uscc),
            );
            expect({ data: data[`e${i}`], withheld: relative(withheld, [`e${i}`]) }).toEqual(single.get(uscc));
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  test('two who ask at the same time never get each other’s answer', async () => {
    const people = [
      await city.enterprise(gobi),
      city.anyone,
      tax,
      tax.for('INSPECTION', '2026-0317'),
      await city.officer('MARKET'),
    ];
    const single = await Promise.all(people.map((who) => alone(who, gobi)));
    const rounds = Array.from({ length: 10 }, () => Promise.all(people.map((who) => alone(who, gobi))));
    for (const round of await Promise.all(rounds)) expect(round).toEqual(single);
  });
});
