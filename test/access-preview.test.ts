import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Purpose } from '../src/access/purpose.js';
import { grantedTo } from './world/rights.js';
import { type City, openCity, type Person } from './world.js';

const today = '2026-11-22';
const stranger = '91150204MA0T3QT3XE';

interface Item {
  code: string;
  disclosure: string;
  sharing: string;
  provider: { code: string };
  fields: { key: string; role: string | null; disclosure: string | null }[];
  /** A record of the item, published if the item is public, and whom it is about. */
  record: string;
  subject: string;
}

let city: City;
let supervisor: Person;
let items: Item[];
beforeAll(async () => {
  city = await openCity();
  city.on(`${today}T04:00:00Z`);
  supervisor = await city.official('supervisor');
  const { data } = await city.anyone.asks(
    '{ catalogue { code disclosure sharing provider { code } fields { key role disclosure } } }',
  );
  items = await Promise.all(
    data.catalogue.map(async (item: Item) => {
      const who = item.disclosure === 'PUBLIC' ? city.anyone : supervisor;
      const node = (await recordOf(item, who)) ?? (await publishedAnew(item));
      return { ...item, record: node.id, subject: node.entity.uscc };
    }),
  );
});
afterAll(() => city.close());

/** A record in force that somebody sees. */
async function recordOf({ code }: Item, who: Person, more = 'state: EFFECTIVE'): Promise<any> {
  const { data } = await who.asks(
    `{ records(filter: { item: "${code}", ${more} }, first: 100) { edges { node { id entity { uscc } fields { key value } } } } }`,
  );
  return data.records.edges.map(({ node }: any) => node).find(({ entity }: any) => entity.uscc !== stranger);
}

/** Where the publicity of every record has ended: one of them once more, determined lately. */
async function publishedAnew(item: Item): Promise<any> {
  const ended = await recordOf(item, supervisor, 'state: EXPIRED');
  const anew: Record<string, string> = { DETERMINED_ON: '2026-11-02', VALID_UNTIL: '2027-06-30' };
  const row = Object.fromEntries(
    item.fields.flatMap(({ key, role }, i) => {
      const { value } = ended.fields[i];
      if (value === null) return [];
      return [[key, role === 'IDENTITY' ? value.replace(/.$/, 'X') : (anew[role ?? ''] ?? value)]];
    }),
  );
  const { data } = await (await city.officer(item.provider.code)).submits(item.code, [row]);
  expect(data.submitRecords).toMatchObject({ created: 1, rejections: { edges: [] } });
  return recordOf(item, city.anyone);
}

const explanation = 'state reason rule basis remedy';

/** What a person really sees of a record of each item; null where it may not know of it. */
async function seen(who: Person, of: readonly Item[], headers = {}): Promise<Map<string, any[] | null>> {
  const asked = of.map(({ code, record }) => `${code}: record(id: "${record}") { ...R }`);
  const { data } = await who.asks(
    `{ ${asked.join(' ')} } fragment R on CreditRecord { fields { key title ${explanation} value } }`,
    {},
    headers,
  );
  return new Map(of.map(({ code }) => [code, data[code]?.fields ?? null]));
}

/** What anyone is told beforehand. */
async function foretold(of: readonly Item[], args: string): Promise<Map<string, any[]>> {
  const asked = of.map(({ code }) => `${code}: accessPreview(item: "${code}", ${args}) { ...P }`);
  const { data, refusals } = await city.anyone.asks(
    `{ ${asked.join(' ')} } fragment P on FieldAccess { key title pattern ${explanation} }`,
  );
  expect(refusals).toEqual([]);
  return new Map(of.map(({ code }) => [code, data[code]]));
}

/** Every field of every item looks as it was foretold; a value that is not there is one that would be seen. */
function agree(real: Map<string, any[] | null>, told: Map<string, any[]>): void {
  for (const [code, fields] of told) {
    const record = real.get(code);
    if (!record) {
      expect([code, fields.filter(({ state }) => state !== 'WITHHELD')]).toEqual([code, []]);
      continue;
    }
    const comparable = fields.map(({ pattern: _, ...field }, i) =>
      record[i].state === 'EMPTY' && field.state !== 'WITHHELD' ? { ...record[i], value: null } : field,
    );
    expect([code, record.map(({ value: _, ...field }) => field)]).toEqual([
      code,
      comparable.map(({ value: _, ...field }: any) => field),
    ]);
    for (const [i, { pattern, state }] of fields.entries()) {
      expect(pattern !== null).toBe(state === 'MASKED');
      if (record[i].state === 'MASKED') expect(record[i].value).toMatch(/\*/);
    }
  }
}

const caseOf = (purpose: string) => ({ 'credit-purpose': purpose, 'credit-case': '2026-0317' });
const ofOthers = (department: string) => items.filter(({ provider }) => provider.code !== department);

test('the catalogue has records of every item to compare', () => {
  expect(items.length).toBeGreaterThan(30);
  expect(new Set(items.map(({ record }) => record)).size).toBe(items.length);
});

describe('what is foretold is what is seen, on every item', () => {
  test('by the public, the administrator, another entity and the supervisor', async () => {
    agree(await seen(city.anyone, items), await foretold(items, 'as: PUBLIC'));
    agree(await seen(await city.official('administrator'), items), await foretold(items, 'as: ADMINISTRATOR'));
    agree(await seen(await city.enterprise(stranger), items), await foretold(items, 'as: ENTERPRISE'));
    agree(await seen(supervisor, items), await foretold(items, 'as: SUPERVISOR'));
  });

  test('by the entity itself and by the provider', async () => {
    for (const item of items) {
      const itself = await city.enterprise(item.subject);
      agree(await seen(itself, [item]), await foretold([item], 'as: ENTERPRISE, own: true'));
      const provider = await city.officer(item.provider.code);
      agree(await seen(provider, [item]), await foretold([item], 'as: DEPARTMENT, own: true'));
      agree(
        await seen(provider, [item]),
        await foretold([item], `as: DEPARTMENT, department: "${item.provider.code}"`),
      );
    }
  });

  test.each([null, ...Object.values(Purpose)])('by departments and offices that state %s', async (purpose) => {
    const [headers, stated] = purpose ? [caseOf(purpose), `, purpose: ${purpose}`] : [{}, ''];
    for (const code of ['TAX', 'FINANCE', 'COURT', 'SERVICES', 'DISCIPLINE']) {
      const others = ofOthers(code);
      agree(
        await seen(await city.officer(code), others, headers),
        await foretold(others, `as: DEPARTMENT, department: "${code}"${stated}`),
      );
    }
    for (const [kind, role] of [
      ['credit-centre', 'CREDIT_CENTRE'],
      ['arrears-admin', 'ARREARS_ADMIN'],
    ] as const) {
      agree(await seen(await city.official(kind), items, headers), await foretold(items, `as: ${role}${stated}`));
    }
    for (const who of [city.anyone, await city.enterprise(stranger)]) {
      agree(await seen(who, items, headers), await foretold(items, `as: PUBLIC${stated}`));
    }
  });

  test('by a department that is not named: one whose mandate lists the purpose', async () => {
    const others = items.filter(({ provider }) => !['COURT', 'DISCIPLINE'].includes(provider.code));
    agree(
      await seen(await city.officer('COURT'), others, caseOf('LITIGATION')),
      await foretold(others, 'as: DEPARTMENT, purpose: LITIGATION'),
    );
  });

  test('by a department that holds a grant', async () => {
    const shared = ofOthers('TAX').filter(({ sharing }) => sharing !== 'NONE');
    for (const { code } of shared) await grantedTo(city, 'TAX', code, 'INSPECTION');
    const tax = await city.officer('TAX');
    const granted = 'as: DEPARTMENT, department: "TAX", granted: true';
    agree(await seen(tax, shared, caseOf('INSPECTION')), await foretold(shared, `${granted}, purpose: INSPECTION`));
    agree(await seen(tax, shared), await foretold(shared, granted));
    const subsidy = (await foretold(shared, `${granted}, purpose: INSPECTION`)).get('FINANCE_SUBSIDY')!;
    expect(subsidy.find(({ key }) => key === 'JE').reason).toBe('CONSENT_MISSING');
    expect(subsidy.find(({ key }) => key === 'LXR').state).toBe('SHOWN');
  });

  test('by whom the subject has authorised', async () => {
    const open = items.filter(({ disclosure, fields }) =>
      disclosure === 'PUBLIC' ? fields.some((one) => one.disclosure === 'AUTHORISED') : disclosure === 'AUTHORISED',
    );
    expect(open.length).toBeGreaterThan(3);
    for (const item of open) {
      const subject = await city.enterprise(item.subject);
      for (const to of [stranger, 'COURT']) {
        const { refusals } = await subject.asks(
          `mutation { grantConsent(input: { to: "${to}", items: ["${item.code}"], use: "测试", validUntil: "${today}" }) { id } }`,
        );
        expect(refusals).toEqual([]);
      }
    }
    agree(await seen(await city.enterprise(stranger), open), await foretold(open, 'as: ENTERPRISE, consented: true'));
    const court = 'as: DEPARTMENT, department: "COURT", consented: true';
    agree(
      await seen(await city.officer('COURT'), open, caseOf('LITIGATION')),
      await foretold(open, `${court}, purpose: LITIGATION`),
    );
    agree(await seen(await city.officer('COURT'), open), await foretold(open, court));
  });
});

describe('a question that makes no sense is refused, and the argument named', () => {
  const preview = (args: string) => city.anyone.asks(`{ accessPreview(${args}) { key } }`);

  test.each([
    ['own', 'item: "MARKET_PENALTY", as: PUBLIC, own: true'],
    ['own', 'item: "MARKET_PENALTY", as: SUPERVISOR, own: true'],
    ['own', 'item: "MARKET_PENALTY", as: DEPARTMENT, department: "TAX", own: true'],
    ['department', 'item: "MARKET_PENALTY", as: ENTERPRISE, department: "TAX"'],
    ['granted', 'item: "TAX_GRADE", as: ENTERPRISE, granted: true'],
    ['granted', 'item: "TAX_GRADE", as: CREDIT_CENTRE, granted: true'],
    ['granted', 'item: "TAX_GRADE", as: DEPARTMENT, own: true, granted: true'],
    ['granted', 'item: "DISCIPLINE_BRIBERY", as: DEPARTMENT, department: "TAX", granted: true'],
    ['consented', 'item: "SERVICES_VOLUNTARY", as: PUBLIC, consented: true'],
    ['consented', 'item: "SERVICES_VOLUNTARY", as: ENTERPRISE, own: true, consented: true'],
    ['consented', 'item: "SERVICES_VOLUNTARY", as: DEPARTMENT, own: true, consented: true'],
  ])('%s: %s', async (argument, args) => {
    const { data, refusals } = await preview(args);
    expect(data).toBeNull();
    expect(refusals[0]!.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'PREVIEW_ARGUMENT', argument });
    expect(refusals[0]!.message).toMatch(/^"\w+" does not go with the other arguments: \w/);
  });

  test.each([
    ['UNKNOWN_ITEM', 'item: "NOPE", as: PUBLIC'],
    ['UNKNOWN_DEPARTMENT', 'item: "TAX_GRADE", as: DEPARTMENT, department: "NOPE"'],
    ['NOT_OPEN_TO_AUTHORISATION', 'item: "TAX_GRADE", as: ENTERPRISE, consented: true'],
  ])('%s: %s', async (reason, args) => {
    expect((await preview(args)).refusals[0]!.extensions.reason).toBe(reason);
  });
});
