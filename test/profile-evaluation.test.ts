import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { Severity } from '../src/catalogue/catalogue-item.entity.js';
import { evaluationJob } from '../src/profile/evaluation.jobs.js';
import { evaluationEditions, weighedSql } from '../src/profile/evaluation.reads.js';
import { evaluate, type WeighedRecord } from '../src/profile/evaluation.rules.js';
import { profileFor } from './world/profile.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const at = (day: string) => new Date(`${day}T02:00:00+08:00`);

/** A round of the nightly evaluation on a day, by the platform's own clock unless it is rehearsed. */
const round = (day: string, slice = { entities: 5_000, milliseconds: 60_000 }, rehearsed = false) =>
  evaluationJob(city.platform, slice).run(at(day), { rehearsed });

const runs = () =>
  city.owner(`select day::text, edition, entities, changed, finished_at is not null as finished, rehearsed
    from evaluation_run order by started_at, day, rehearsed`);

interface Found {
  readonly entity: string;
  readonly kind: string;
  readonly records: WeighedRecord[];
  readonly found: {
    readonly edition: string;
    readonly grade: string;
    readonly score: number;
    readonly fired: unknown;
  } | null;
}

/** Every entity with what is weighed of it on a day, and what was found last. */
const everybody = (day: string): Promise<Found[]> =>
  city.owner(
    `select e.id as entity, e.kind, ${weighedSql('e.id', '$1::date')} as records, (
       select jsonb_build_object('edition', c.edition, 'grade', c.grade, 'score', c.score,
         'fired', case when c.evaluated_on = $1::date then c.fired end)
       from credit_grade c where c.entity_id = e.id and c.evaluated_on <= $1::date and not c.rehearsed
       order by c.evaluated_on desc, c.recorded_at desc, c.id desc limit 1) as found
     from legal_entity e order by e.id`,
    [day],
  );

/** That the code says of everybody what the database found. */
async function agrees(day: string): Promise<Found[]> {
  const edition = city.platform.reference.get(evaluationEditions).on(day)!;
  const all = await everybody(day);
  for (const { entity, kind, records, found } of all) {
    const { grade, score, fired } = evaluate(edition, records, day);
    // what fired is kept as it was when the grade was found
    const then = found?.fired === null ? null : fired;
    const said = edition.kinds.includes(kind as never) ? { edition: edition.code, grade, score, fired: then } : null;
    expect({ entity, found }).toEqual({ entity, found: said });
  }
  return all;
}

describe('the nightly evaluation', () => {
  test('finds of the demonstration city what the code says of it', async () => {
    const changed = await round('2026-11-20');
    const all = await agrees('2026-11-20');
    const graded = all.filter(({ found }) => found !== null);
    expect(changed).toBe(graded.length);
    expect(await runs()).toEqual([
      { day: '2026-11-20', edition: '2025', entities: graded.length, changed, finished: true, rehearsed: false },
    ]);
    const grades = Map.groupBy(graded, ({ found }) => found!.grade);
    expect([...grades.keys()].sort()).toEqual(['A', 'B', 'C', 'D']);
    expect(graded.find(({ records }) => records.length === 0)!.found).toMatchObject({ grade: 'B', score: 8000 });
    const public_ = all.filter(({ kind }) => kind === 'GOVERNMENT_AGENCY');
    expect(public_.length).toBeGreaterThan(0);
    expect(public_.every(({ found }) => found === null)).toBe(true);
  });

  test('is done once a legal day, and the next day adds rows only where something changed', async () => {
    expect(await round('2026-11-20')).toBe(0);
    const [{ before }] = await city.owner('select count(*)::int as before from credit_grade');
    const changed = await round('2026-11-21');
    await agrees('2026-11-21');
    expect(changed).toBeLessThan(before / 4);
    const [{ after }] = await city.owner('select count(*)::int as after from credit_grade');
    expect(after).toBe(before + Number(changed));
    expect(await runs()).toHaveLength(2);
  });
});

describe('whatever is recorded', () => {
  test('code and database say the same', async () => {
    const items: { id: string; code: string; polarity: string; graded: string | null; options: string[] }[] =
      await city.owner(`select i.id, i.code, i.polarity, g.field_key as graded, coalesce(f.options, '{}') as options
        from catalogue_item i left join graded_field g on g.item_code = i.code
        left join catalogue_field f on f.item_id = i.id and f.key = g.field_key order by i.code`);
    const entities: { id: string }[] = await city.owner('select id from legal_entity order by id limit 120');
    const aDay = fc
      .integer({ min: 0, max: 900 })
      .map((n) => new Date(Date.UTC(2024, 7, 1 + n)).toISOString().slice(0, 10));
    const record = fc.record({
      item: fc.constantFrom(...items),
      entity: fc.constantFrom(...entities),
      severity: fc.constantFrom(...Object.values(Severity)),
      state: fc.constantFrom('EFFECTIVE', 'EFFECTIVE', 'EFFECTIVE', 'REPAIRED', 'WITHDRAWN', 'EXPIRED'),
      disputed: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      determined: aDay,
      until: fc.option(aDay, { nil: null, freq: 1 }),
      value: fc.integer({ min: 0, max: 5 }),
    });
    const [made] = fc.sample(fc.array(record, { minLength: 6_000, maxLength: 6_000 }), { numRuns: 1, seed: 20261125 });
    const rows = made!.map(({ item, entity, severity, state, disputed, determined, until, value }) => ({
      ...{ version_id: uuid(), id: uuid(), version: 1, entity_id: entity.id, item_id: item.id, item_code: item.code },
      ...{ identity: uuid(), number: '演示', severity: item.polarity === 'ADVERSE' ? severity : null, state, disputed },
      ...{ natural_person: false, determined_on: determined, public_from: determined, public_until: until },
      content: item.graded && item.options[value] ? { [item.graded]: item.options[value] } : {},
      ...{ valid_from: determined, recorded_at: '2026-11-01T00:00:00Z', recorded_by: 'test', reason: '演示' },
    }));
    await city.owner('insert into credit_record select * from jsonb_populate_recordset(null::credit_record, $1)', [
      JSON.stringify(rows),
    ]);
    // the slices are small, so that entities stand on both sides of many borders
    await round('2026-11-22', { entities: 7, milliseconds: 60_000 });
    const all = await agrees('2026-11-22');
    const edition = city.platform.reference.get(evaluationEditions).on('2026-11-22')!;
    const fired = new Set(
      all.flatMap(({ records }) => evaluate(edition, records, '2026-11-22').fired.map(({ rule }) => rule)),
    );
    expect(edition.rules.map(({ code }) => code).filter((code) => !fired.has(code))).toEqual([]);
  });
});

describe('a run that was ended in the middle', () => {
  const rows = () => city.owner('select entity_id, evaluated_on::text, grade, score from credit_grade order by 1, 2');
  const fresh = () => city.owner('truncate credit_grade; truncate evaluation_run');

  test('goes on where it stood: with the next round, and after whatever ended the process', async () => {
    await fresh();
    await round('2026-11-23');
    const wholly = await rows();
    const [{ entities }] = await runs();
    await fresh();

    // no time: a slice a round
    const little = { entities: 100, milliseconds: 0 };
    await round('2026-11-23', little);
    await round('2026-11-23', little);
    const [begun] = await runs();
    expect(begun.finished).toBe(false);
    expect((await rows()).length).toBe(begun.changed);

    // somebody stands in the way, and the connection is lost
    await city.owner('begin');
    await city.owner('lock table credit_grade in share mode');
    const ended = expect(round('2026-11-23')).rejects.toThrow();
    let waiting: { pid: number }[] = [];
    while (waiting.length === 0) {
      waiting = await city.owner("select pid from pg_locks where relation = 'credit_grade'::regclass and not granted");
    }
    await city.owner('select pg_terminate_backend($1)', [waiting[0]!.pid]);
    await ended;
    await city.owner('rollback');
    expect(await runs()).toEqual([begun]);

    // two rounds at once take turns
    const both = await Promise.all([round('2026-11-23', little), round('2026-11-23', little)]);
    expect(both.every((changed) => Number(changed) > 0)).toBe(true);
    await round('2026-11-23');
    expect(await rows()).toEqual(wholly);
    expect(await runs()).toMatchObject([{ entities, changed: wholly.length, finished: true }]);
    expect(await round('2026-11-23')).toBe(0);
  });

  test('a rehearsed round does the whole run, beside that of the platform and without disturbing it', async () => {
    await fresh();
    await round('2027-03-01', { entities: 50, milliseconds: 0 }, true);
    expect(await runs()).toMatchObject([{ day: '2027-03-01', finished: true, rehearsed: true }]);
    const ahead = await rows();
    await round('2026-11-23');
    expect(await runs()).toHaveLength(2);
    const [{ own }] = await city.owner(
      "select count(*)::int as own from credit_grade where evaluated_on = '2026-11-23'",
    );
    expect(own).toBe(ahead.length);
    await agrees('2026-11-23');
    // what a rehearsal found of that day is seen in rehearsals alone, even when the day has come
    const uscc = '91150200MA0T3QT132';
    const itself = await city.enterprise(uscc);
    const history = async (who: Person) => {
      const { gradeHistory } = await profileFor(who, uscc, 'gradeHistory { evaluatedOn }');
      return gradeHistory.map(({ evaluatedOn }: { evaluatedOn: string }) => evaluatedOn);
    };
    city.on('2027-03-01T09:00:00+08:00');
    expect(await history(itself)).toEqual(['2026-11-23']);
    expect(await history(itself.at('2027-03-01T09:00:00+08:00'))).toEqual(['2027-03-01', '2026-11-23']);
    await round('2027-03-01');
    await agrees('2027-03-01');
  });
});

describe('a new edition', () => {
  test('grades anew from its day on, and rewrites nothing', async () => {
    await city.owner('truncate credit_grade; truncate evaluation_run');
    await round('2026-11-24');
    const before = await city.owner('select * from credit_grade order by id');
    await city.owner(`insert into evaluation_edition
      select '2026', title, english_title, '2026-11-25', 9999, 9998, 9997, kinds, basis from evaluation_edition where code = '2025'`);
    await city.owner(`insert into evaluation_dimension select gen_random_uuid(), '2026', position, code, title, english_title, weight, base
      from evaluation_dimension where edition_code = '2025'`);
    await city.platform.reference.refresh(evaluationEditions);
    await round('2026-11-25');
    expect(await city.owner("select * from credit_grade where edition = '2025' order by id")).toEqual(before);
    const now = await city.owner("select distinct grade, score, fired from credit_grade where edition = '2026'");
    expect(now).toEqual([{ grade: 'D', score: 8000, fired: [] }]);
    await expect(city.owner("update evaluation_edition set a_from = 9000 where code = '2025'")).rejects.toThrow(
      /append-only/,
    );
  });
});
