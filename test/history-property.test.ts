import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { Day } from '../src/calendar/day.js';
import { daysAfter } from '../src/calendar/day.js';
import { Severity } from '../src/catalogue/catalogue-item.entity.js';
import { insertRows } from '../src/database/bulk.js';
import { CreditRecord, RecordState } from '../src/records/credit-record.entity.js';
import { type City, openCity, type Person } from './world.js';

const first = '2026-08-01';
const days = 60;
/** Every day that the histories speak of. */
const calendar = Array.from({ length: 2 * days }, (_, n) => daysAfter(first, n));
const dayOf = (n: number): Day => calendar[n]!;
const instantOf = (hours: number): Date => new Date(Date.parse(`${first}T00:00:00Z`) + hours * 3_600_000);

const nth = fc.integer({ min: 0, max: days });

/** A version at random: when it was recorded, which days it speaks of, what it says. */
const aVersion = fc.record({
  hours: fc.integer({ min: 0, max: days * 24 }),
  from: nth,
  length: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 2 }),
  determined: fc.integer({ min: 0, max: 20 }),
  publicFor: fc.option(nth, { freq: 2 }),
  state: fc.constantFrom(...Object.values(RecordState)),
  severity: fc.constantFrom(...Object.values(Severity)),
  disputed: fc.boolean(),
});
const aHistory = fc.array(aVersion, { minLength: 1, maxLength: 6 });

/** As many histories as there are, the same ones each time. */
const histories = fc.sample(aHistory, { numRuns: 1200, seed: 20261122 }).map((versions, h): CreditRecord[] => {
  const id = uuid();
  const recorded = versions.map(({ hours }) => hours).toSorted((a, b) => a - b);
  return versions.map(({ from, length, determined, publicFor, state, severity, disputed }, i) => ({
    ...{ versionId: uuid(), id, version: i + 1, entityId: '', itemId: '', itemCode: 'MARKET_PENALTY' },
    ...{ identity: `史${h}`, number: `史${h}-${i + 1}`, severity, state, disputed, naturalPerson: false },
    determinedOn: dayOf(determined),
    publicFrom: dayOf(determined),
    publicUntil: publicFor === null ? null : dayOf(publicFor),
    content: {},
    validFrom: dayOf(from),
    validUntil: length === null ? null : dayOf(from + length),
    recordedAt: instantOf(recorded[i]!),
    supersededAt: i + 1 < versions.length ? instantOf(recorded[i + 1]!) : null,
    ...{ submissionId: null, recordedBy: 'test', reason: 'test' },
    ...{ basis: null, stoppedOn: null, revokedOn: null, revokedBy: null },
  }));
});

/** What a record was, told day by day: each version that was known is written over the days that it speaks of. */
function replayed(versions: readonly CreditRecord[], asOf: Day, knownAt: Date): CreditRecord | undefined {
  const byDay = new Map<Day, CreditRecord>();
  for (const version of versions.filter(({ recordedAt }) => recordedAt <= knownAt)) {
    const last = version.validUntil ?? dayOf(days + 1);
    for (const day of calendar) if (day >= version.validFrom && day <= last) byDay.set(day, version);
  }
  const version = byDay.get(asOf);
  return version && version.determinedOn <= asOf ? version : undefined;
}

const told = (version: CreditRecord, asOf: Day): string => {
  const ended = version.state === 'EFFECTIVE' && version.publicUntil !== null && version.publicUntil < asOf;
  return [version.number, ended ? 'EXPIRED' : version.state, version.severity, version.disputed].join(' ');
};

let city: City;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-22T04:00:00Z');
  supervisor = await city.official('supervisor');
  const { rows: entities } = await city.platform.pool.query('select id from legal_entity order by id limit 50');
  const { rows: items } = await city.platform.pool.query("select id from catalogue_item where code = 'MARKET_PENALTY'");
  const placed = histories.flatMap((versions, h) =>
    versions.map((version) => ({ ...version, entityId: entities[h % 50].id, itemId: items[0].id })),
  );
  await insertRows(city.platform.orm.em.fork(), CreditRecord, placed);
});
afterAll(() => city.close());

/** What the API tells of the histories at a moment, page by page. */
async function asked(person: Person, asOf: Day, knownAt: Date) {
  const found: { id: string; said: string; key: string }[] = [];
  let after: string | null = null;
  let [seen, total] = [0, 0];
  do {
    const { data } = await person.asks(
      `query ($asOf: Date, $knownAt: DateTime, $after: String) {
        records(filter: { item: "MARKET_PENALTY", determinedFrom: "${first}", determinedUntil: "${dayOf(20)}" }, asOf: $asOf, knownAt: $knownAt, first: 100, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { id number state severity disputed determinedOn } } } }`,
      { asOf, knownAt, after },
    );
    const { edges, pageInfo, totalCount } = data.records;
    for (const { node } of edges) {
      const { id, number, state, severity, disputed, determinedOn } = node;
      if (ids.has(id))
        found.push({ id, said: [number, state, severity, disputed].join(' '), key: `${determinedOn} ${id}` });
    }
    seen += edges.length;
    total = totalCount;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toBe(total);
  expect(found.map(({ key }) => key)).toEqual(
    found
      .map(({ key }) => key)
      .toSorted()
      .reverse(),
  );
  return found;
}
const ids = new Set(histories.map(([version]) => version!.id));

/** Pairs of a day and an instant, the same ones each time. */
const moments = fc.sample(fc.tuple(nth, fc.integer({ min: 0, max: days * 24 })), { numRuns: 8, seed: 7 }).concat([
  [days, days * 24],
  [30, days * 24],
]);

test.each(moments)('as of day %i, known at hour %i: what a replay day by day says', async (day, hours) => {
  const [asOf, knownAt] = [dayOf(day), instantOf(hours)];
  const found = await asked(supervisor, asOf, knownAt);
  const expected = histories.flatMap((versions) => replayed(versions, asOf, knownAt) ?? []);
  expect(found.map(({ said }) => said).toSorted()).toEqual(expected.map((one) => told(one, asOf)).toSorted());
});

test('one by one as in the list', async () => {
  const [asOf, knownAt] = [dayOf(30), instantOf(40 * 24)];
  const some = histories.slice(0, 60);
  const { data } = await supervisor.asks(
    `query ($asOf: Date, $knownAt: DateTime) { ${some.map(([one], i) => `r${i}: record(id: "${one!.id}", asOf: $asOf, knownAt: $knownAt) { number state severity disputed }`).join(' ')} }`,
    { asOf, knownAt },
  );
  for (const [i, versions] of some.entries()) {
    const version = replayed(versions, asOf, knownAt);
    const node = data[`r${i}`];
    expect(node && [node.number, node.state, node.severity, node.disputed].join(' ')).toBe(
      version ? told(version, asOf) : null,
    );
  }
});

test('nobody learns of a record by its past that may not know of it now, but that it was repaired', async () => {
  const tax = (await city.officer('TAX')).for('INSPECTION', '2026-0317');
  const now = new Map(histories.map((versions) => [versions[0]!.id, versions.at(-1)!]));
  const [asOf, knownAt] = [dayOf(30), instantOf(40 * 24)];
  for (const [person, states] of [
    [city.anyone, ['EFFECTIVE']],
    [tax, ['EFFECTIVE', 'REPAIRED']],
  ] as const) {
    const found = await asked(person, asOf, knownAt);
    expect(found.length).toBeGreaterThan(5);
    for (const { id, said } of found) {
      expect(states).toContain(now.get(id)!.state);
      if (now.get(id)!.state === 'REPAIRED') expect(said).toBe(' REPAIRED  false');
      // of what is published only what still is said
      if (person === city.anyone) expect(said.split(' ')[0]).toBe(now.get(id)!.number);
    }
  }
});
