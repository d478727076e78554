import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { applies, recordNumbered, seenBy, takes } from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

const ours = '91150203MA0T3QT218';
const fine = '包市监罚决〔2026〕9001号';

let city: City;
let enterprise: Person;
let market: Person;
beforeAll(async () => {
  city = await openCity();
  enterprise = await city.enterprise(ours);
  market = await city.officer('MARKET');
});
afterAll(() => city.close());
beforeEach(() => city.on('2026-11-23T09:00:00+08:00'));

describe('the honest enterprise', () => {
  test('applies, supplements, and gets its name back', async () => {
    const record = await recordNumbered(enterprise, ours, fine);
    const asked = await enterprise.asks(
      'query ($r: ID!) { repairEligibility(record: $r) { eligible repairableFrom arithmetic missing { reason } commitment } }',
      { r: record },
    );
    expect(asked.data.repairEligibility).toMatchObject({ eligible: true, repairableFrom: '2026-06-10', missing: [] });
    const filed = await applies(enterprise, record);
    expect(filed.refusals).toEqual([]);
    const { id } = filed.data.applyForRepair;
    expect(filed.data.applyForRepair).toMatchObject({
      state: 'SUBMITTED',
      deadline: { dueOn: '2026-11-26', startedOn: '2026-11-23' },
      resultDeadline: { dueOn: '2026-12-07' },
    });
    city.on('2026-11-24T09:00:00+08:00');
    const lacking = await takes(market, 'requestRepairSupplement', { id, missing: ['整改验收材料'] });
    expect(lacking.refusals).toEqual([]);
    expect(lacking.data.it).toMatchObject({ state: 'NEED_SUPPLEMENT', deadline: null, resultDeadline: null });
    city.on('2026-11-30T09:00:00+08:00');
    const supplied = await takes(enterprise, 'supplyRepairSupplement', {
      id,
      proofs: [{ title: '整改验收意见', heldBy: 'MARKET', number: '包市监验〔2026〕3号' }],
    });
    expect(supplied.refusals).toEqual([]);
    expect(supplied.data.it).toMatchObject({
      state: 'SUBMITTED',
      deadline: { dueOn: '2026-12-03' },
      resultDeadline: { dueOn: '2026-12-11' },
    });
    const accepted = await takes(market, 'acceptRepair', { id });
    expect(accepted.data.it).toMatchObject({ state: 'UNDER_REVIEW', deadline: { dueOn: '2026-12-09' } });
    const approved = await takes(market, 'approveRepair', { id });
    expect(approved.refusals).toEqual([]);
    expect(approved.data.it).toMatchObject({ state: 'APPROVED', record: { state: 'REPAIRED' } });
    expect(await seenBy(enterprise, id)).toMatchObject({ state: 'APPROVED', documents: [{}, {}] });
    expect((await city.anyone.asks('query ($r: ID!) { record(id: $r) { id } }', { r: record })).data.record).toBeNull();
  });
});
