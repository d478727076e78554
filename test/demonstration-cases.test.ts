import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { loadCases } from '../seeds/cases.js';
import { type City, openCity } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());
beforeEach(() => city.on('2026-11-23T09:00:00+08:00'));

const everything = `{
  repairApplications { edges { node { number state unit { code } deadline { dueOn overdue } timeline { step by at } } } }
  objections { edges { node { number state provider { code } field record { disputed } } } }
  consumers { edges { node { code kind items url active } } }
  restrictionCases { edges { node { number state inForce measure { code } executingUnit { code } deadline { dueOn } } } }
  commitments { edges { node { number state owner { code } promiseDueOn deadline { dueOn } } } }
}`;

async function found() {
  const { data } = await (await city.official('credit-centre')).asks(everything);
  const lists: Record<string, { edges: { node: unknown }[] }> = data;
  return Object.fromEntries(Object.entries(lists).map(([name, { edges }]) => [name, edges.map(({ node }) => node)]));
}

test('a newcomer finds applications to be decided, to be supplemented and refused, an objection, promises, restrictions, and systems to acknowledge for', async () => {
  const { repairApplications, objections, consumers, commitments, restrictionCases } = await found();
  expect(repairApplications).toMatchObject([
    {
      number: 'R-20261117-000001',
      state: 'UNDER_REVIEW',
      unit: { code: 'TRANSPORT' },
      deadline: { dueOn: '2026-11-30', overdue: false },
      timeline: [
        { step: 'apply', at: '2026-11-17T02:00:00.000Z' },
        { step: 'accept', at: '2026-11-19T02:00:00.000Z' },
      ],
    },
    { number: 'R-20261116-000001', state: 'NEED_SUPPLEMENT', unit: { code: 'EMERGENCY' }, deadline: null },
    { number: 'R-20261102-000001', state: 'REFUSED', unit: { code: 'CULTURE' }, deadline: null },
  ]);
  expect(objections).toMatchObject([
    { state: 'VERIFYING', provider: { code: 'ECOLOGY' }, field: 'CF_NR_FK', record: { disputed: true } },
  ]);
  expect(commitments).toMatchObject([
    { number: 'Y-20260608-000001', state: 'URGED', owner: { code: 'COMMERCE' }, deadline: { dueOn: '2026-12-03' } },
    { number: 'Y-20260310-000001', state: 'PARTIAL', owner: { code: 'MIIT' }, promiseDueOn: '2026-12-31' },
  ]);
  expect(restrictionCases).toMatchObject([
    {
      ...{ number: 'X-20261120-000001', state: 'NOTIFIED', inForce: false, measure: { code: 'KEY_SUPERVISION' } },
      ...{ executingUnit: { code: 'MARKET' }, deadline: { dueOn: '2026-11-27' } },
    },
    {
      ...{ number: 'X-20260302-000001', state: 'IMPOSED', inForce: true, measure: { code: 'FISCAL_FUNDS' } },
      ...{ executingUnit: { code: 'HRSS' }, deadline: { dueOn: '2028-02-03' } },
    },
  ]);
  expect(consumers).toEqual([
    { code: 'REGION_PLATFORM', kind: 'PROVINCIAL_PLATFORM', items: [], url: null, active: true },
    { code: 'TAX_RISK', kind: 'DEPARTMENT_SYSTEM', items: [], url: null, active: true },
  ]);
});

test('a load that was cut off goes on where it stopped: what is there stays as it is', async () => {
  const before = await found();
  await loadCases(city.platform);
  expect(await found()).toEqual(before);
});
