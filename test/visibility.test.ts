import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide, reachOf } from '../src/access/policy.js';
import { Purpose } from '../src/access/purpose.js';
import { asSubject } from '../src/access/standing.js';
import { isItself, thePublic, type Viewer } from '../src/access/viewer.js';
import { Disclosure, Role } from '../src/access/words.js';
import { catalogue } from '../src/catalogue/catalogue.reads.js';
import type { Snapshot } from '../src/database/snapshot.js';
import { publicationOf } from '../src/records/publication.rules.js';
import { standingOf } from '../src/sharing/standing.js';
import { authorisedBy, grantedTo, rewrite } from './world/rights.js';
import { type City, openCity, type Person } from './world.js';

const punished = '91150203MA0T3QT218';
const authorising = '91150200MA0T3QT132';
const third = '91150204MA0T3QT3XE';
const today = '2026-11-22';

/** A record as the table has it. */
interface Stored {
  id: string;
  itemId: string;
  itemCode: string;
  uscc: string;
  state: string;
  naturalPerson: boolean;
  content: Record<string, string>;
  publicFrom: string | null;
  publicUntil: string | null;
}

let city: City;
let stored: Stored[];
let consents: { uscc: string; grantee: string; items: string[]; withdrawn: boolean; until: string }[];

beforeAll(async () => {
  city = await openCity();
  city.on(`${today}T04:00:00Z`);
  // the demonstration has none that was repaired, withdrawn, closed or about a natural person
  await rewrite(
    city,
    `update credit_record r set
       state = case n.i % 11 when 1 then 'REPAIRED' when 2 then 'WITHDRAWN' when 3 then 'EXPIRED' else r.state end,
       natural_person = n.i % 13 = 5,
       public_from = case n.i % 17 when 7 then null when 8 then '2026-12-01'::date else r.public_from end,
       public_until = case n.i % 19 when 2 then '2026-11-22'::date when 3 then '2026-11-21'::date else r.public_until end
     from (select version_id, row_number() over (order by item_code, id) as i from credit_record) n
     where n.version_id = r.version_id`,
  );
  await grantedTo(city, 'TAX', 'HRSS_SOCIAL_INSURANCE_ARREARS', 'INSPECTION');
  await grantedTo(city, 'TAX', 'MIIT_ENERGY_SUPERVISION', 'REPAIR_REVIEW');
  await authorisedBy(city, authorising, third, ['FINANCE_SUBSIDY', 'SERVICES_VOLUNTARY', 'TAX_GRADE']);
  await authorisedBy(city, punished, 'TAX', ['SERVICES_VOLUNTARY']);
  // three that have volunteered something and were subsidised, and authorise the one and not the other
  const { rows: many } = await city.platform.pool.query(
    `select e.uscc from credit_record r join legal_entity e on e.id = r.entity_id
     where r.state = 'EFFECTIVE' and r.item_code in ('SERVICES_VOLUNTARY', 'FINANCE_SUBSIDY') and e.uscc <> $1
     group by e.uscc having count(distinct r.item_code) = 2 order by e.uscc limit 3`,
    [authorising],
  );
  const [withdrawn, ended, last] = many.map(({ uscc }) => uscc);
  await (await authorisedBy(city, withdrawn, third, ['SERVICES_VOLUNTARY']))();
  await authorisedBy(city, ended, third, ['SERVICES_VOLUNTARY'], '2026-11-21');
  await authorisedBy(city, last, third, ['SERVICES_VOLUNTARY'], today);
  const { rows } = await city.platform.pool.query(
    `select r.id, r.item_id as "itemId", r.item_code as "itemCode", e.uscc, r.state, r.natural_person as "naturalPerson", r.content,
       r.public_from::text as "publicFrom", r.public_until::text as "publicUntil"
     from credit_record r join legal_entity e on e.id = r.entity_id where r.superseded_at is null`,
  );
  stored = rows;
  ({ rows: consents } = await city.platform.pool.query(
    `select e.uscc, c.grantee, c.items, c.withdrawn_at is not null as withdrawn, c.valid_until::text as until
     from consent c join legal_entity e on e.id = c.entity_id`,
  ));
}, 60_000);
afterAll(() => city.close());

const reference = <T>(snapshot: Snapshot<T>): T => city.platform.reference.get(snapshot);

const consentedTo = (viewer: Viewer, record: Stored): boolean =>
  consents.some(
    ({ uscc, grantee, items, withdrawn, until }) =>
      uscc === record.uscc &&
      grantee === (viewer.department ?? viewer.uscc) &&
      items.includes(record.itemCode) &&
      !withdrawn &&
      until >= today,
  );

/** What the policy says of every record of the city, one by one. */
function byThePolicy({ viewer, purpose, caseNumber }: (typeof people)[number]): string[] {
  const standing = standingOf(viewer, { purpose, caseNumber }, today, reference);
  return stored
    .filter((record) => {
      if (isItself(viewer, record.uscc)) return true;
      const item = reference(catalogue).edition(record.itemId);
      const footing = standing.towards(item);
      const inForce = record.state === 'EFFECTIVE';
      const consented = consentedTo(viewer, record);
      if (footing.relation === 'PUBLIC' && item.disclosure === Disclosure.AUTHORISED && consented && inForce)
        return true;
      const reach = reachOf(footing, item);
      if (reach === 'IN_FORCE') return inForce;
      return reach === 'ALL' || (reach === 'PUBLISHED' && publicationOf(record, today) === 'PUBLISHED');
    })
    .map(({ id }) => id)
    .toSorted();
}

async function listed(person: Person): Promise<{ ids: string[]; counted: number }> {
  const ids: string[] = [];
  let [after, counted]: [string | null, number] = [null, 0];
  do {
    const { data } = await person.asks(
      'query ($a: String) { records(first: 100, after: $a) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }',
      { a: after },
    );
    ids.push(...data.records.edges.map(({ node }: any) => node.id));
    counted = data.records.totalCount;
    after = data.records.pageInfo.hasNextPage ? data.records.pageInfo.endCursor : null;
  } while (after !== null);
  return { ids: ids.toSorted(), counted };
}

/** Those of the ids that are found one by one, by aliases. */
async function foundById(person: Person, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < ids.length; i += 250) {
    const asked = ids.slice(i, i + 250).map((id, n) => `r${n}: record(id: "${id}") { id }`);
    const { data } = await person.asks(`{ ${asked.join(' ')} }`);
    found.push(...Object.values(data).flatMap((one: any) => (one ? [one.id] : [])));
  }
  return found.toSorted();
}

/** Counted entity by entity. */
async function countedByEntity(person: Person): Promise<number> {
  let [after, sum]: [string | null, number] = [null, 0];
  do {
    const { data } = await person.asks(
      `query ($a: String) { entities(first: 100, after: $a) { pageInfo { hasNextPage endCursor } edges { node { records(first: 1) { totalCount } } } } }`,
      { a: after },
    );
    for (const { node } of data.entities.edges) sum += node.records.totalCount;
    after = data.entities.pageInfo.hasNextPage ? data.entities.pageInfo.endCursor : null;
  } while (after !== null);
  return sum;
}

const officer = (department: string): Viewer => ({ role: Role.DEPARTMENT, subject: 'x', department });
const enterprise = (uscc: string): Viewer => ({ role: Role.ENTERPRISE, subject: 'x', uscc });
const as = (role: Role): Viewer => ({ role, subject: 'x' });
const official = (kind: Parameters<City['official']>[0]) => () => city.official(kind);
const asOfficer = (department: string, purpose: Purpose | null = null, caseNumber: string | null = null) => ({
  viewer: officer(department),
  comes: () => city.officer(department),
  purpose,
  caseNumber,
});
const unstated = { purpose: null, caseNumber: null };
const people: {
  who: string;
  viewer: Viewer;
  comes: () => Person | Promise<Person>;
  purpose: Purpose | null;
  caseNumber: string | null;
}[] = [
  { who: 'the public', viewer: thePublic, comes: () => city.anyone, ...unstated },
  {
    who: 'an enterprise that has records',
    viewer: enterprise(punished),
    comes: () => city.enterprise(punished),
    ...unstated,
  },
  {
    who: 'an enterprise that was authorised',
    viewer: enterprise(third),
    comes: () => city.enterprise(third),
    ...unstated,
  },
  { who: 'the administrator', viewer: as(Role.ADMINISTRATOR), comes: official('administrator'), ...unstated },
  { who: 'TAX, without a purpose', ...asOfficer('TAX') },
  { who: 'TAX, without a case', ...asOfficer('TAX', Purpose.INSPECTION) },
  { who: 'TAX, under a grant', ...asOfficer('TAX', Purpose.INSPECTION, '2026-0317') },
  { who: 'TAX, under another grant', ...asOfficer('TAX', Purpose.REPAIR_REVIEW, '2026-0317') },
  { who: 'TAX, outside its mandate', ...asOfficer('TAX', Purpose.LITIGATION, '2026-0317') },
  { who: 'MARKET, to license', ...asOfficer('MARKET', Purpose.LICENSING, '2026-0317') },
  { who: 'COURT, in proceedings', ...asOfficer('COURT', Purpose.LITIGATION, '2026-0317') },
  { who: 'DISCIPLINE, to audit', ...asOfficer('DISCIPLINE', Purpose.AUDIT, '2026-0317') },
  { who: 'FINANCE, to procure', ...asOfficer('FINANCE', Purpose.PROCUREMENT, '2026-0317') },
  { who: 'the credit centre', viewer: as(Role.CREDIT_CENTRE), comes: official('credit-centre'), ...unstated },
  {
    who: 'the arrears administrator',
    viewer: as(Role.ARREARS_ADMIN),
    comes: official('arrears-admin'),
    purpose: Purpose.ARREARS_HANDLING,
    caseNumber: '2026-0317',
  },
  { who: 'the supervisor', viewer: as(Role.SUPERVISOR), comes: official('supervisor'), ...unstated },
];

const arrived = async ({ comes, purpose, caseNumber }: (typeof people)[number]): Promise<Person> => {
  const person = await comes();
  return purpose ? person.for(purpose, caseNumber ?? undefined) : person;
};

describe('the predicate of the statements and the policy agree on every record of the city', () => {
  test('it has records of every kind', () => {
    expect(stored.length).toBeGreaterThan(3000);
    expect(new Set(stored.map(({ state }) => state))).toEqual(
      new Set(['EFFECTIVE', 'REPAIRED', 'WITHDRAWN', 'EXPIRED']),
    );
    expect(new Set(stored.map((record) => publicationOf(record, today)))).toEqual(
      new Set([...['PUBLISHED', 'NATURAL_PERSON', 'MINOR_NOT_PUBLIC', 'PUBLICITY_ENDED', 'REPAIRED', 'WITHDRAWN']]),
    );
  });

  test('those who ask see different records', () => {
    const sights = people.map((one) => byThePolicy(one).join());
    // the public, the administrator; whoever has no purpose that counts; those who see everything
    expect(new Set(sights).size).toBeGreaterThanOrEqual(11);
  });

  test.each(people)('$who', async (one) => {
    const [person, said] = [await arrived(one), byThePolicy(one)];
    const { ids, counted } = await listed(person);
    expect(ids).toEqual(said);
    expect(counted).toBe(said.length);
    expect(await countedByEntity(person)).toBe(said.length);
  });

  test.each(people.filter((_, i) => i % 3 === 0))('$who, by id', async (one) => {
    const ids = stored.map(({ id }) => id);
    expect(await foundById(await arrived(one), ids)).toEqual(byThePolicy(one));
  });
});

describe('the values of a record are shown as the policy says', () => {
  test.each(people)('$who', async (one) => {
    const { viewer, purpose, caseNumber } = one;
    const standing = standingOf(viewer, { purpose, caseNumber }, today, reference);
    const { data } = await (await arrived(one)).asks(
      `query ($u: [USCC!]!) { entitiesByCode(usccs: $u) { entity { records(first: 100) { edges { node { id fields { key state reason value } } } } } } }`,
      { u: [punished, authorising, third, ...consents.map(({ uscc }) => uscc)] },
    );
    const nodes = data.entitiesByCode.flatMap(({ entity }: any) => entity.records.edges.map((edge: any) => edge.node));
    expect(nodes.length).toBeGreaterThan(5);
    for (const { id, fields } of nodes) {
      const record = stored.find((of) => of.id === id)!;
      const item = reference(catalogue).edition(record.itemId);
      const footing = isItself(viewer, record.uscc) ? asSubject : standing.towards(item);
      const atHand = { publication: publicationOf(record, today), consented: consentedTo(viewer, record) };
      const said = item.fields.map((field) => {
        const verdict = decide(footing, item, field, atHand);
        const empty = record.content[field.key] === undefined;
        if (verdict.state !== 'WITHHELD' && empty) return [field.key, 'EMPTY', null];
        return [field.key, verdict.state, verdict.state === 'SHOWN' ? null : verdict.reason];
      });
      expect([id, fields.map(({ key, state, reason }: any) => [key, state, reason])]).toEqual([id, said]);
      for (const { key, state, value } of fields) {
        const kept = record.content[key] && city.platform.secrets.open(record.content[key], record.uscc);
        if (state === 'SHOWN') expect(value).toBe(kept);
        else if (state === 'MASKED') expect(value).not.toBe(kept);
        else expect(value).toBeNull();
      }
    }
  });
});
