import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type City, openCity, type Person } from './world.js';

const entity = '91150203MA0T3QT218';
const other = '91150200MA0T3QT132';

let city: City;
let tax: Person;
let enterprise: Person;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-22T04:00:00Z');
  tax = await city.officer('TAX');
  enterprise = await city.enterprise(entity);
});
afterAll(() => city.close());

const stating = (purpose: string, caseNumber?: string) => ({
  'credit-purpose': purpose,
  ...(caseNumber && { 'credit-case': caseNumber }),
});
const viewerOf = async (who: Person, headers = {}) =>
  (
    await who.asks(
      '{ viewer { purpose caseNumber purposeBar { reason rule basis remedy } mandates { purpose basis } } }',
      {},
      headers,
    )
  ).data.viewer;

describe('why the caller reads, as the platform understood it', () => {
  test.each([
    ['nothing', {}, 'PURPOSE_REQUIRED'],
    ['a purpose without a case', stating('INSPECTION'), 'CASE_REQUIRED'],
    ['a purpose of others', stating('LICENSING', '2026-0317'), 'PURPOSE_NOT_COVERED'],
    ['a purpose of its own and a case', stating('INSPECTION', '2026-0317'), null],
  ])('a department that states %s: %j, %s', async (_what, headers, reason) => {
    const { purpose, caseNumber, purposeBar } = await viewerOf(tax, headers);
    expect(purpose ?? undefined).toBe((headers as Record<string, string>)['credit-purpose']);
    expect(caseNumber ?? undefined).toBe((headers as Record<string, string>)['credit-case']);
    expect(purposeBar?.reason ?? null).toBe(reason);
    if (purposeBar) for (const text of Object.values(purposeBar)) expect(text).toBeTruthy();
  });

  test('outside government none is needed, and none of government holds; the supervisor needs none', async () => {
    expect((await viewerOf(city.anyone)).purposeBar).toBeNull();
    expect((await viewerOf(enterprise)).purposeBar).toBeNull();
    expect((await viewerOf(enterprise, stating('OWN_RECORD'))).purposeBar).toBeNull();
    expect((await viewerOf(await city.official('supervisor'))).purposeBar).toBeNull();
    expect((await viewerOf(enterprise, stating('LICENSING', '2026-0317'))).purposeBar.reason).toBe(
      'PURPOSE_NOT_COVERED',
    );
  });

  test('the purposes that one may state', async () => {
    const purposes = async (who: Person) => (await viewerOf(who)).mandates.map(({ purpose }: any) => purpose);
    expect(await purposes(tax)).toEqual(['FAST_TRACK', 'INSPECTION', 'REPAIR_REVIEW']);
    expect(await purposes(await city.official('arrears-admin'))).toEqual(['ARREARS_HANDLING']);
    expect(await purposes(city.anyone)).toEqual([]);
  });
});

describe('what the caller may do', () => {
  test('every operation is either open to it or told with whom it is for', async () => {
    const operations = async (who: Person) =>
      (await who.asks('{ viewer { mayCall cannotCall { operation who } } }')).data.viewer;
    const [open, closed] = [await operations(tax), await operations(city.anyone)];
    const all = ({ mayCall, cannotCall }: any) =>
      [...mayCall, ...cannotCall.map(({ operation }: any) => operation)].toSorted();
    expect(all(open)).toEqual(all(closed));
    expect(closed.cannotCall).toContainEqual({ operation: 'Mutation.submitRecords', who: 'DEPARTMENT' });
    expect(open.cannotCall).toContainEqual({ operation: 'Mutation.grantConsent', who: 'ENTERPRISE' });
  });
});

describe('what the caller may see', () => {
  const can = async (who: Person, item: string, uscc: string | null = null, headers = {}) =>
    (
      await who.asks(
        `query ($item: String!, $uscc: USCC) { viewer { can(item: $item, uscc: $uscc) {
          records reason rule basis remedy fields { key state reason pattern } } } }`,
        { item, uscc },
        headers,
      )
    ).data.viewer.can;

  test.each([
    ['TAX_GRADE', 'ALL', null],
    ['MARKET_PENALTY', 'PUBLISHED', 'PURPOSE_REQUIRED'],
    ['DRC_CREDIT_GRADE', 'NONE', 'PURPOSE_REQUIRED'],
    ['FINANCE_SUBSIDY', 'NONE', 'GRANT_REQUIRED'],
    ['HOUSING_CONTRACT_PERFORMANCE', 'PUBLISHED', 'GRANT_REQUIRED'],
    ['DISCIPLINE_BRIBERY', 'NONE', 'NOT_SHARED'],
  ])('a department without purpose, of %s: %s, %s', async (item, records, reason) => {
    const access = await can(tax, item);
    expect([access.records, access.reason]).toEqual([records, reason]);
    if (reason) for (const part of ['rule', 'basis', 'remedy']) expect(access[part]).toBeTruthy();
  });

  test('a department with a purpose: what is in force of what is shared', async () => {
    const headers = stating('INSPECTION', '2026-0317');
    expect(await can(tax, 'DRC_CREDIT_GRADE', null, headers)).toMatchObject({ records: 'IN_FORCE', reason: null });
    const court = await city.officer('COURT');
    expect((await can(court, 'DRC_CREDIT_GRADE', null, stating('LITIGATION', '2026-0317'))).records).toBe('ALL');
  });

  test('the public: what is published, or nothing', async () => {
    expect(await can(city.anyone, 'MARKET_PENALTY')).toMatchObject({ records: 'PUBLISHED', reason: 'PUBLICITY_ENDED' });
    expect(await can(city.anyone, 'TAX_ARREARS')).toMatchObject({ records: 'NONE', reason: 'GOVERNMENT_ONLY' });
    expect(await can(city.anyone, 'SERVICES_VOLUNTARY')).toMatchObject({ records: 'NONE', reason: 'CONSENT_MISSING' });
  });

  test('an entity: all about itself, what is public about others, and what others have authorised', async () => {
    expect(await can(enterprise, 'DISCIPLINE_BRIBERY', entity)).toMatchObject({ records: 'ALL', reason: null });
    expect(await can(enterprise, 'DISCIPLINE_BRIBERY', other)).toMatchObject({ records: 'NONE' });
    expect(await can(enterprise, 'SERVICES_VOLUNTARY', other)).toMatchObject({ reason: 'CONSENT_MISSING' });
    const { refusals } = await (await city.enterprise(other)).asks(
      `mutation { grantConsent(input: { to: "${entity}", items: ["SERVICES_VOLUNTARY"], use: "合作审查", validUntil: "2026-12-31" }) { id } }`,
    );
    expect(refusals).toEqual([]);
    const authorised = await can(enterprise, 'SERVICES_VOLUNTARY', other);
    expect(authorised).toMatchObject({ records: 'IN_FORCE', reason: null });
    expect(authorised.fields.find(({ key }: any) => key === 'XXMC').state).toBe('SHOWN');
    expect(authorised.fields.find(({ key }: any) => key === 'LXR')).toMatchObject({ state: 'MASKED', pattern: 'NAME' });
    expect(await can(enterprise, 'SERVICES_VOLUNTARY')).toMatchObject({ records: 'NONE' });
    expect(await can(await city.enterprise('91150204MA0T3QT3XE'), 'SERVICES_VOLUNTARY', other)).toMatchObject({
      records: 'NONE',
    });
  });

  test.each([
    ['UNKNOWN_ITEM', 'item: "NOPE"'],
    ['UNKNOWN_ENTITY', 'item: "TAX_GRADE", uscc: "914403001922038216"'],
    ['USCC_CHECK_DIGIT', 'item: "TAX_GRADE", uscc: "914403001922038217"'],
  ])('%s: %s', async (reason, args) => {
    const { refusals } = await city.anyone.asks(`{ viewer { can(${args}) { records } } }`);
    expect(refusals[0]!.extensions.reason).toBe(reason);
  });
});
