import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../src/catalogue/catalogue.reads.js';
import { rewrite } from './world/rights.js';
import { penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

const subject = '91150200MA0T3QT132';
const now = '2026-11-22T04:00:00Z';

let city: City;
let market: Person;
beforeAll(async () => {
  city = await openCity();
  city.on(now);
  market = await city.officer('MARKET');
});
afterAll(() => city.close());

let serial = 0;
/** A penalty, as the provider sees it. */
async function penalty(more: Record<string, string>): Promise<any> {
  const row = penaltyRow({ CF_WSH: `包市监罚〔2026〕期${++serial}号`, ...more });
  expect((await market.submits('MARKET_PENALTY', [row])).data.submitRecords).toMatchObject({ created: 1 });
  const { data } = await market.asks(
    `{ entity(uscc: "${subject}") { records(first: 100, filter: { item: "MARKET_PENALTY" }) { edges { node {
      id number severity publicFrom publicUntil
      classification { severity basis minimumMonths maximumMonths edition } } } } } }`,
  );
  return data.entity.records.edges.map((edge: any) => edge.node).find((node: any) => node.number === row['CF_WSH']);
}

/** Where somebody finds the record just now: by its id, in the lists, in their counts. */
async function found(who: Person, id: string) {
  const list = 'filter: { item: "MARKET_PENALTY", determinedFrom: "2025-11-22" }, first: 100';
  const { data } = await who.asks(`{ record(id: "${id}") { id }
    records(${list}) { totalCount edges { node { id } } }
    entity(uscc: "${subject}") { records(${list}) { totalCount edges { node { id } } } } }`);
  const has = ({ edges }: any): boolean => edges.some(({ node }: any) => node.id === id);
  return {
    byId: data.record !== null,
    listed: has(data.records),
    ofEntity: has(data.entity.records),
    counts: [data.records.totalCount, data.entity.records.totalCount],
  };
}

describe('publicity ends by itself at its maximum: nothing runs, nobody acts', () => {
  test.each([
    ['general', { CF_CFLB: '罚款', CF_JDRQ: '2026-10-12' }, '2027-10-12'],
    ['serious', { CF_CFLB: '吊销许可证件', CF_NR_ZKDX: '食品经营许可证', CF_JDRQ: '2026-10-12' }, '2029-10-12'],
    ['of a month with more days', { CF_CFLB: '罚款', CF_JDRQ: '2026-08-31', CF_GSJZQ: '2027-02-28' }, '2027-02-28'],
  ])(
    '%s: there at 23:59:59 of the last day, gone at 00:00:00, for everybody but its own',
    async (_kind, more, last) => {
      const { id, publicUntil } = await penalty(more);
      expect(publicUntil).toBe(last);
      try {
        city.on(`${last}T23:59:59+08:00`);
        const before = await found(city.anyone, id);
        expect(before).toMatchObject({ byId: true, listed: true, ofEntity: true });
        city.on(new Date(Date.parse(`${last}T23:59:59+08:00`) + 1000).toISOString());
        const after = await found(city.anyone, id);
        expect(after).toMatchObject({ byId: false, listed: false, ofEntity: false });
        // others may end on the same day
        expect(after.counts[1]).toBeLessThan(before.counts[1]);
        expect(after.counts[0]).toBeLessThan(before.counts[0]);
        expect(await found(market, id)).toMatchObject({ byId: true, listed: true, ofEntity: true });
      } finally {
        city.on(now);
      }
    },
  );

  test('by a rehearsed clock alike', async () => {
    const { id } = await penalty({ CF_CFLB: '罚款', CF_JDRQ: '2026-10-12' });
    expect((await found(city.anyone.at('2027-10-12T23:59:59+08:00'), id)).byId).toBe(true);
    expect((await found(city.anyone.at('2027-10-13T00:00:00+08:00'), id)).byId).toBe(false);
    expect((await found(city.anyone, id)).byId).toBe(true);
  });
});

describe('minor records', () => {
  const minor = { CF_CFLB: '警告', CF_NR_FK: '', CF_JDRQ: '2026-10-31', CF_YXQ: '2027-10-31' };

  test('are in principle not published', async () => {
    const { id, severity, publicFrom, classification } = await penalty(minor);
    expect([severity, publicFrom]).toEqual(['MINOR', null]);
    expect(classification).toMatchObject({ minimumMonths: 0, maximumMonths: 0 });
    expect(await found(city.anyone, id)).toMatchObject({ byId: false, listed: false, ofEntity: false });
  });

  test('are for three months from the determination, where the edition of their item says that they must be', async () => {
    const before = city.platform.reference.get(catalogue);
    await city.owner(
      "update catalogue_item set publishes_minor = true, publishes_minor_basis = '行业主管部门公告' where code = 'MARKET_PENALTY'",
    );
    while (city.platform.reference.get(catalogue) === before) await new Promise((go) => setTimeout(go, 10));
    const { id, severity, publicFrom, publicUntil, classification } = await penalty(minor);
    expect([severity, publicFrom, publicUntil]).toEqual(['MINOR', '2026-10-31', '2027-01-31']);
    expect(classification).toMatchObject({ minimumMonths: 0, maximumMonths: 3 });
    expect(await found(city.anyone, id)).toMatchObject({ byId: true, listed: true, ofEntity: true });
    expect((await found(city.anyone.at('2027-02-01T00:00:00+08:00'), id)).byId).toBe(false);
    const { data, withheld } = await city.anyone.asks(
      `{ catalogueItem(code: "MARKET_PENALTY") { publishesMinor publishesMinorBasis }
         entity(uscc: "${subject}") { records(filter: { item: "MARKET_PENALTY" }) { totalCount } } }`,
    );
    expect(data.catalogueItem).toEqual({ publishesMinor: true, publishesMinorBasis: '行业主管部门公告' });
    expect(withheld.map(({ reason }) => reason)).not.toContain('MINOR_NOT_PUBLIC');
  });

  test('never without a basis', async () => {
    const bare =
      "update catalogue_item set publishes_minor = true, publishes_minor_basis = null where code = 'MARKET_PENALTY'";
    await expect(city.owner(bare)).rejects.toMatchObject({ constraint: 'catalogue_item_publishes_minor' });
  });
});

describe('the classification is data, and published', () => {
  test('anyone reads the rules of an item, gravest first', async () => {
    const { data } = await city.anyone.asks(`{ catalogueItem(code: "MARKET_PENALTY") {
      classification { fieldKey contains amountKey amountFrom severity basis edition } } }`);
    const rules: any[] = data.catalogueItem.classification;
    expect(rules).toHaveLength(15);
    expect([...new Set(rules.map(({ severity }) => severity))]).toEqual(['SERIOUS', 'GENERAL', 'MINOR']);
    expect(rules.filter(({ amountKey }) => amountKey)).toEqual([
      {
        fieldKey: '',
        contains: '',
        amountKey: 'CF_NR_FK',
        amountFrom: '100',
        severity: 'SERIOUS',
        basis: expect.stringContaining('巨额罚款'),
        edition: '2026',
      },
    ]);
    for (const { basis } of rules) expect(basis).toMatch(/令第36号|行政处罚法/);
  });

  test('each record says by which rule it is as grave as it is, and how long it is published', async () => {
    const { classification } = await penalty({ CF_CFLB: '罚款', CF_NR_FK: '250' });
    expect(classification).toEqual({
      severity: 'SERIOUS',
      basis: expect.stringContaining('巨额罚款'),
      minimumMonths: 12,
      maximumMonths: 36,
      edition: '2026',
    });
  });

  test('what is not adverse has none; what the rules no longer say rests on the law itself', async () => {
    const { data } = await city.anyone.asks(
      '{ records(first: 1, filter: { polarity: FAVOURABLE }) { edges { node { severity classification { severity } } } } }',
    );
    expect(data.records.edges[0].node).toEqual({ severity: null, classification: null });
    const { id } = await penalty({ CF_CFLB: '罚款' });
    await rewrite(city, "update credit_record set severity = 'SERIOUS' where id = $1", [id]);
    const { data: changed } = await market.asks(
      `{ record(id: "${id}") { classification { severity basis edition minimumMonths } } }`,
    );
    expect(changed.record.classification).toEqual({
      severity: 'SERIOUS',
      basis: 'NDRC Order 36 (信用修复管理办法); 国办发〔2025〕22号, item 2',
      edition: '2024',
      minimumMonths: 12,
    });
  });
});
