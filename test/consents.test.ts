import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { highTechRow, subsidyRow, volunteeredRow } from './world/rows.js';
import { type Answer, type City, openCity, type Person } from './world.js';

const subjectCode = '91150200MA0T3QT132';
const bankCode = '91150203MA0T3QT218';
const otherCode = '91150204MA0T3QT3XE';

const today = '2026-11-22T04:00:00Z';
const inspecting = { 'credit-purpose': 'INSPECTION', 'credit-case': '2026-0317' };

let city: City;
let subject: Person;
let bank: Person;
let other: Person;
let tax: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  city.on(today);
  subject = await city.enterprise(subjectCode);
  bank = await city.enterprise(bankCode);
  other = await city.enterprise(otherCode);
  tax = await city.officer('TAX');
  supervisor = await city.official('supervisor');
  await (await city.officer('SERVICES')).submits('SERVICES_VOLUNTARY', [volunteeredRow()]);
  await (await city.officer('FINANCE')).submits('FINANCE_SUBSIDY', [subsidyRow()]);
  await (await city.officer('SCIENCE')).submits('SCIENCE_HIGH_TECH', [highTechRow()]);
});
afterAll(() => city.close());
beforeEach(() => city.on(today));

const given = { to: bankCode, items: ['SERVICES_VOLUNTARY'], use: '贷款审批', validUntil: '2026-12-31' };
const grant = (more: Record<string, unknown> = {}, who = subject) =>
  who.asks(
    `mutation ($input: GrantConsentInput!) { grantConsent(input: $input) {
      id items use validFrom validUntil grantedAt withdrawnAt inForce
      entity { uscc } department { code } thirdParty { uscc } } }`,
    { input: { ...given, ...more } },
  );
const granted = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await grant(more)).data.grantConsent.id as string;
const withdraw = (id: string, who = subject) =>
  who.asks('mutation ($id: ID!) { withdrawConsent(input: { id: $id }) { id withdrawnAt inForce } }', { id });

const recordsQuery = `query ($item: String) { entity(uscc: "${subjectCode}") { records(filter: { item: $item }, first: 100) {
  totalCount edges { node { id fields { key value state reason } } } } } }`;
const recordsOf = (who: Person, item: string, headers = {}) => who.asks(recordsQuery, { item }, headers);
const nodes = ({ data }: Answer) => data.entity.records.edges.map(({ node }: any) => node);
const field = (answer: Answer, key: string) => nodes(answer)[0].fields.find((one: any) => one.key === key);
const reasonOf = ({ refusals }: Answer) => refusals[0]?.extensions.reason;

describe('a third party that was authorised', () => {
  test('sees what the catalogue opens of the items named, on the next request; not what is kept for government', async () => {
    const id = await granted();
    const answer = await recordsOf(bank, 'SERVICES_VOLUNTARY');
    expect(answer.data.entity.records.totalCount).toBe(1);
    expect(field(answer, 'XXMC')).toMatchObject({ value: 'ISO 9001 质量管理体系认证', state: 'SHOWN' });
    expect(field(answer, 'LXR')).toMatchObject({ value: '云*真', state: 'MASKED', reason: 'PERSONAL_INFORMATION' });
    expect(field(answer, 'LXDH')).toMatchObject({ value: null, state: 'WITHHELD', reason: 'GOVERNMENT_ONLY' });
    expect(field(answer, 'BZ')).toMatchObject({ value: null, reason: 'OWN_DEPARTMENT_ONLY' });
    // what it may see is not said to be left out
    expect(answer.withheld.filter(({ items }) => items?.includes('SERVICES_VOLUNTARY'))).toEqual([]);
    await withdraw(id);
  });

  test('sees nothing of other items, of other entities, nor does anybody else see more', async () => {
    const before = (await recordsOf(city.anyone, 'SERVICES_VOLUNTARY')).data;
    const id = await granted();
    expect(nodes(await recordsOf(bank, 'FINANCE_SUBSIDY'))).toEqual([]);
    expect(field(await recordsOf(bank, 'SCIENCE_HIGH_TECH'), 'YFZB')).toMatchObject({ reason: 'CONSENT_MISSING' });
    const elsewhere = await bank.asks(
      '{ records(filter: { item: "SERVICES_VOLUNTARY" }, first: 100) { totalCount edges { node { entity { uscc } } } } }',
    );
    expect(elsewhere.data.records.totalCount).toBe(1);
    expect(elsewhere.data.records.edges[0].node.entity.uscc).toBe(subjectCode);
    for (const who of [city.anyone, other, await city.official('administrator')]) {
      expect((await recordsOf(who, 'SERVICES_VOLUNTARY')).data).toEqual(before);
    }
    await withdraw(id);
  });

  test('sees the authorised field of an item that is public', async () => {
    const id = await granted({ items: ['SCIENCE_HIGH_TECH'] });
    expect(field(await recordsOf(bank, 'SCIENCE_HIGH_TECH'), 'YFZB')).toMatchObject({ value: '6.5', state: 'SHOWN' });
    expect(field(await recordsOf(city.anyone, 'SCIENCE_HIGH_TECH'), 'YFZB')).toMatchObject({
      value: null,
      reason: 'CONSENT_MISSING',
    });
    await withdraw(id);
  });

  test('sees it only within the term, by the days of Asia/Shanghai', async () => {
    const id = await granted({ validFrom: '2026-11-25', validUntil: '2026-11-30' });
    const count = async (instant: string) => {
      city.on(instant);
      return (await recordsOf(bank, 'SERVICES_VOLUNTARY')).data.entity.records.totalCount;
    };
    expect(await count('2026-11-24T15:59:59Z')).toBe(0);
    expect(await count('2026-11-24T16:00:00Z')).toBe(1);
    expect(await count('2026-11-30T15:59:59Z')).toBe(1);
    expect(await count('2026-11-30T16:00:00Z')).toBe(0);
    city.on(today);
    await withdraw(id);
  });

  test('sees nothing from the request on that follows the withdrawal: neither by list, count nor id', async () => {
    const id = await granted();
    const record = nodes(await recordsOf(bank, 'SERVICES_VOLUNTARY'))[0].id;
    const byId = `{ record(id: "${record}") { number } }`;
    expect((await bank.asks(byId)).data.record).not.toBeNull();
    const { data } = await withdraw(id);
    expect(data.withdrawConsent).toMatchObject({ id, inForce: false });
    const after = await recordsOf(bank, 'SERVICES_VOLUNTARY');
    const never = await recordsOf(other, 'SERVICES_VOLUNTARY');
    expect([after.data, after.withheld]).toEqual([never.data, never.withheld]);
    expect((await bank.asks(byId)).data.record).toBeNull();
  });
});

describe('a department that was authorised', () => {
  const ofTax = { to: 'TAX' };

  test('sees the authorised fields of what is shared without condition, for its purpose', async () => {
    const before = await recordsOf(tax, 'SERVICES_VOLUNTARY', inspecting);
    expect(field(before, 'XXMC')).toMatchObject({ value: null, state: 'WITHHELD', reason: 'CONSENT_MISSING' });
    const id = await granted(ofTax);
    const after = await recordsOf(tax, 'SERVICES_VOLUNTARY', inspecting);
    expect(field(after, 'XXMC')).toMatchObject({ value: 'ISO 9001 质量管理体系认证', state: 'SHOWN' });
    expect(nodes(await recordsOf(tax, 'SERVICES_VOLUNTARY'))).toEqual([]);
    await withdraw(id);
    expect(field(await recordsOf(tax, 'SERVICES_VOLUNTARY', inspecting), 'XXMC')).toMatchObject({
      reason: 'CONSENT_MISSING',
    });
  });

  test('still needs a grant for what is shared under condition', async () => {
    const id = await granted({ ...ofTax, items: ['FINANCE_SUBSIDY'] });
    const answer = await recordsOf(tax, 'FINANCE_SUBSIDY', inspecting);
    expect(nodes(answer)).toEqual([]);
    expect(answer.withheld).toMatchObject([{ reason: 'GRANT_REQUIRED', items: ['FINANCE_SUBSIDY'] }]);
    await withdraw(id);
  });

  test('is meant by its own unified code too', async () => {
    const { data } = await grant({ to: '1115020001T3QT131X' });
    expect(data.grantConsent).toMatchObject({ department: { code: 'TAX' }, thirdParty: null });
    await withdraw(data.grantConsent.id);
  });
});

describe('giving an authorisation', () => {
  test('answers what was given, from today where nothing is said, and stands in the audit without its use', async () => {
    const { data } = await grant();
    expect(data.grantConsent).toMatchObject({
      items: ['SERVICES_VOLUNTARY'],
      use: '贷款审批',
      validFrom: '2026-11-22',
      validUntil: '2026-12-31',
      grantedAt: '2026-11-22T04:00:00.000Z',
      withdrawnAt: null,
      inForce: true,
      entity: { uscc: subjectCode },
      department: null,
      thirdParty: { uscc: bankCode },
    });
    const { id } = data.grantConsent;
    await withdraw(id);
    const { rows } = await city.platform.pool.query(
      'select deed, on_behalf_of, facts from audit_entry where subject_id = $1 order by id',
      [id],
    );
    expect(rows).toEqual([
      {
        deed: 'consent.grant',
        on_behalf_of: subjectCode,
        facts: { grantee: bankCode, items: given.items, validFrom: '2026-11-22', validUntil: '2026-12-31' },
      },
      { deed: 'consent.withdraw', on_behalf_of: subjectCode, facts: { grantee: bankCode, items: given.items } },
    ]);
  });

  test.each([
    ['an item for government', { items: ['TAX_ARREARS'] }, 'NOT_OPEN_TO_AUTHORISATION'],
    ['an item for its subject', { items: ['SERVICES_VOLUNTARY', 'TAX_GRADE'] }, 'NOT_OPEN_TO_AUTHORISATION'],
    ['a public item without authorised fields', { items: ['MARKET_PENALTY'] }, 'NOT_OPEN_TO_AUTHORISATION'],
    ['an unknown item', { items: ['NOPE'] }, 'UNKNOWN_ITEM'],
    ['no item', { items: [] }, 'CONSENT_ITEMS'],
    ['an item twice', { items: ['SERVICES_VOLUNTARY', 'SERVICES_VOLUNTARY'] }, 'CONSENT_ITEMS'],
    ['itself', { to: subjectCode }, 'CONSENT_TO_ITSELF'],
    ['nobody known', { to: '914403001922038216' }, 'CONSENT_GRANTEE'],
    ['no code', { to: 'somebody' }, 'CONSENT_GRANTEE'],
    ['no use', { use: '  ' }, 'CONSENT_USE'],
    ['half a character', { use: '用\ud800途' }, 'BROKEN_CHARACTER'],
    ['a beginning in the past', { validFrom: '2026-11-21' }, 'CONSENT_TERM_PAST'],
    ['an end in the past', { validUntil: '2026-11-21' }, 'CONSENT_TERM_REVERSED'],
    ['a day more than a year', { validUntil: '2027-11-23' }, 'CONSENT_TERM_TOO_LONG'],
  ])('%s is refused: %j, %s', async (_what, more, reason) => {
    const answer = await grant(more);
    expect([answer.data, reasonOf(answer)]).toEqual([null, reason]);
    const item = answer.refusals[0]!.extensions['item'];
    if (reason === 'NOT_OPEN_TO_AUTHORISATION') expect(item).toBe((more as { items: string[] }).items.at(-1));
  });

  test('a year to the day is the longest', async () => {
    const id = await granted({ validUntil: '2027-11-22' });
    await withdraw(id);
  });

  test('is for enterprises, and for those that are registered', async () => {
    expect(reasonOf(await grant({}, city.anyone))).toBe('AUTHENTICATION_REQUIRED');
    expect(reasonOf(await grant({}, tax))).toBe('ROLE_REQUIRED');
    expect(reasonOf(await grant({}, await city.enterprise('914403001922038216')))).toBe('UNKNOWN_ENTITY');
  });
});

describe('withdrawing an authorisation', () => {
  test('is done once, and only by the one who gave it', async () => {
    const id = await granted();
    for (const who of [bank, other]) expect(reasonOf(await withdraw(id, who))).toBe('UNKNOWN_CONSENT');
    expect(reasonOf(await withdraw('0190f5b0-0000-7000-8000-000000000000'))).toBe('UNKNOWN_CONSENT');
    expect(reasonOf(await withdraw('x'))).toBe('UNKNOWN_CONSENT');
    expect((await withdraw(id)).refusals).toEqual([]);
    const again = await withdraw(id);
    expect(again.refusals[0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'CONSENT_WITHDRAWN',
      at: '2026-11-22T04:00:00.000Z',
    });
  });

  test('of ten at once one is done, nine are told so', async () => {
    const id = await granted();
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdraw(id)));
    expect(answers.map(reasonOf).filter((reason) => reason === 'CONSENT_WITHDRAWN')).toHaveLength(9);
    const { rows } = await city.platform.pool.query(
      "select count(*)::int as count from audit_entry where deed = 'consent.withdraw' and subject_id = $1",
      [id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('who sees authorisations', () => {
  const ofSubject = `{ entity(uscc: "${subjectCode}") { consents(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }`;

  test('the entity itself, the credit centre and the supervisor see all of them, page by page', async () => {
    const ids = [await granted(), await granted(), await granted()].reverse();
    for (const who of [subject, supervisor, await city.official('credit-centre')]) {
      const { consents } = (await who.asks(ofSubject)).data.entity;
      expect(consents.edges.map(({ node }: any) => node.id)).toEqual(ids.slice(0, 2));
      expect(consents.totalCount).toBeGreaterThan(3);
      const { data } = await who.asks(
        `query ($after: String) { entity(uscc: "${subjectCode}") { consents(first: 1, after: $after) { edges { node { id } } } } }`,
        { after: consents.pageInfo.endCursor },
      );
      expect(data.entity.consents.edges[0].node.id).toBe(ids[2]);
    }
    for (const id of ids) await withdraw(id);
  });

  test('nobody else: it is withheld, whether or not there are any', async () => {
    for (const who of [city.anyone, bank, tax, await city.official('administrator')]) {
      const { data, withheld } = await who.asks(ofSubject);
      expect(data.entity.consents).toBeNull();
      expect(withheld).toMatchObject([{ path: ['entity', 'consents'], reason: 'SUBJECT_ONLY' }]);
    }
  });

  test('whoever was authorised sees those in force that were given to it', async () => {
    const mine =
      '{ viewer { consents { totalCount edges { node { id items use validUntil entity { uscc name } } } } } }';
    const ids = [await granted(), await granted({ validFrom: '2026-12-01' }), await granted({ to: 'TAX' })];
    const listed = async (who: Person) =>
      (await who.asks(mine)).data.viewer.consents.edges.map(({ node }: any) => node.id);
    expect(await listed(bank)).toEqual([ids[0]]);
    expect(await listed(tax)).toEqual([ids[2]]);
    for (const who of [city.anyone, other, supervisor]) expect(await listed(who)).toEqual([]);
    city.on('2026-12-01T04:00:00Z');
    expect(await listed(bank)).toEqual([ids[1], ids[0]]);
    city.on(today);
    for (const id of ids) await withdraw(id);
    expect(await listed(bank)).toEqual([]);
  });

  test('the authorisations of many entities take two statements, with their number', async () => {
    const { data, statements } = await supervisor.asks(
      '{ entities(first: 100) { edges { node { consents(first: 2) { totalCount edges { node { id } } } } } } }',
    );
    expect([data.entities.edges.length, statements]).toEqual([100, 3]);
  });
});
