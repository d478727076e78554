import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { inventedCode } from '../seeds/codes.js';
import { findAlerts } from '../src/alerts/alert-finding.js';
import { grades, grants } from '../src/alerts/grade-and-grant.sources.js';
import { grantJob } from '../src/fast-track/grant.jobs.js';
import { actingAt } from '../src/jobs/acting.js';
import { byOwnClock } from '../src/jobs/clockwork.js';
import {
  changes,
  ends,
  farm,
  inbox,
  listRow,
  penalised,
  repaired,
  restored,
  round,
  settled,
  supplier,
  trader,
  watched,
  watches,
  watchShown,
} from './world/alerts.js';
import { accepted, claim, debtorCode, parties, refused, registers } from './world/arrears.js';
import { openReceiver, type Receiver } from './world/receiver.js';
import { done } from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let tax: Person;
let plainTax: Person;
let enterprise: Person;
let supervisor: Person;
const now = '2026-11-23T10:00:00+08:00';
const receivers: Receiver[] = [];
beforeAll(async () => {
  city = await openCity();
  city.on(now);
  plainTax = await city.officer('TAX');
  tax = plainTax.for('INSPECTION', '包税稽〔2026〕17号');
  enterprise = await city.enterprise(supplier);
  supervisor = await city.official('supervisor');
});
afterAll(async () => {
  for (const receiver of receivers) receiver.close();
  await city.close();
});
// every story has watches of its own
beforeEach(async () => {
  city.on(now);
  await settled(city);
  await round(city, now);
  await city.owner(`update watch set ended_at = now() where ended_at is null`);
});

async function until(holds: () => unknown, within = 8000): Promise<void> {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it did not come to be: ${holds}`);
    await pause(25);
  }
}

const acting = (at = now) => actingAt(city.platform, new Date(at));
const of = (watch: string) => ({ watch });
const entries = async (watch: string) =>
  await city.owner(
    'select kind, record_id as record, told_at as told, dropped_at as dropped from alert where watch_id = $1',
    [watch],
  );

describe('watching', () => {
  test('a department keeps the purpose and the case that it states; the supervisor sees all watches, others their own', async () => {
    const input = {
      name: '辖区供应商',
      usccs: [farm, supplier, farm],
      severityFrom: 'GENERAL',
      kinds: ['LISTED', 'NEW_ADVERSE_RECORD'],
    };
    const watch = done(await watches(tax, input));
    expect(watch).toMatchObject({
      ...{ name: '辖区供应商', uscc: null, regionPrefix: null, severityFrom: 'GENERAL', rhythm: 'AT_ONCE' },
      ...{ kinds: ['NEW_ADVERSE_RECORD', 'LISTED'], purpose: 'INSPECTION', caseNumber: '包税稽〔2026〕17号' },
      ...{ department: { code: 'TAX' }, consumer: null, endedAt: null, unread: 0, entityCount: 2 },
      entities: { totalCount: 2, edges: [{ node: { uscc: farm } }, { node: { uscc: supplier } }] },
    });
    const mine = done(await watches(enterprise, { usccs: [farm] }));
    expect(mine).toMatchObject({ uscc: supplier, department: null, purpose: null, caseNumber: null });
    const seenBy = async (who: Person) =>
      (
        await who.asks(`{ watches(filter: { ended: false }) { totalCount edges { node { id } } } }`)
      ).data.watches.edges.map(({ node }: any) => node.id);
    expect(await seenBy(plainTax)).toEqual([watch.id]);
    expect(await seenBy(enterprise)).toEqual([mine.id]);
    expect(await seenBy(supervisor)).toEqual([mine.id, watch.id]);
    expect(await seenBy(await city.officer('COURT'))).toEqual([]);
    const one = (who: Person) => who.asks(`query ($id: ID!) { watch(id: $id) { ${watchShown} } }`, { id: mine.id });
    expect((await one(supervisor)).data.watch.uscc).toBe(supplier);
    expect((await one(tax)).data.watch).toBeNull();
    const audited = await city.owner(
      "select deed, role, facts from audit_entry where subject_type = 'Watch' and subject_id = $1",
      [watch.id],
    );
    expect(audited).toEqual([
      {
        ...{ deed: 'watch.set-up', role: 'DEPARTMENT' },
        facts: expect.objectContaining({ purpose: 'INSPECTION', entities: expect.arrayContaining([farm, supplier]) }),
      },
    ]);
  });

  test('a watch is changed and ended by its watcher alone', async () => {
    const id = await watched(tax, { usccs: [farm] });
    expect(refused(await changes(enterprise, { id, name: '他人' }))).toEqual(['NOT_FOUND', 'WATCH_UNKNOWN']);
    expect(refused(await changes(tax, { id: 'no id', name: '他人' }))).toEqual(['NOT_FOUND', 'WATCH_UNKNOWN']);
    expect(refused(await ends(enterprise, id))).toEqual(['NOT_FOUND', 'WATCH_UNKNOWN']);
    expect(
      done(await changes(plainTax, { id, region: '1502', rhythm: 'DAILY', severityFrom: 'SERIOUS' })),
    ).toMatchObject({
      ...{ regionPrefix: '1502', entityCount: 0, rhythm: 'DAILY', severityFrom: 'SERIOUS', purpose: 'INSPECTION' },
    });
    expect(done(await changes(plainTax, { id, usccs: [supplier], severityFrom: null }))).toMatchObject({
      ...{ regionPrefix: null, entityCount: 1, severityFrom: null, changedAt: expect.any(String) },
    });
    expect(refused(await changes(tax, { id, kinds: [] }))).toEqual(['BAD_INPUT', 'WATCH_KINDS']);
    expect(done(await ends(plainTax, id)).endedAt).not.toBeNull();
    expect(refused(await ends(plainTax, id))).toEqual(['CONFLICT', 'WATCH_ENDED']);
    expect(refused(await changes(tax, { id, name: '再来' }))).toEqual(['CONFLICT', 'WATCH_ENDED']);
  });

  test('what cannot be watched is refused with its field and rule', async () => {
    const why = async (who: Person, input: object) => {
      const answer = await watches(who, input);
      const fault = answer.refusals[0]?.extensions['fault'];
      return [...(refused(answer) ?? []), ...(fault ? [fault] : [])];
    };
    const unknown = inventedCode('91', '150200', 'MA0T3QY9');
    expect(await why(plainTax, { usccs: [farm] })).toEqual(['REFUSED', 'WATCH_PURPOSE', 'PURPOSE_REQUIRED']);
    expect(await why(plainTax.for('INSPECTION'), { usccs: [farm] })).toEqual([
      'REFUSED',
      'WATCH_PURPOSE',
      'CASE_REQUIRED',
    ]);
    expect(await why(plainTax.for('AUDIT', '2026-1'), { usccs: [farm] })).toEqual([
      'REFUSED',
      'WATCH_PURPOSE',
      'PURPOSE_NOT_COVERED',
    ]);
    expect(await why(tax, { usccs: [] })).toEqual(['BAD_INPUT', 'WATCH_TARGET', 'NOTHING']);
    expect(await why(tax, {})).toEqual(['BAD_INPUT', 'WATCH_TARGET', 'NOTHING']);
    expect(await why(tax, { usccs: [farm], region: '1502' })).toEqual(['BAD_INPUT', 'WATCH_TARGET', 'BOTH']);
    expect(await why(tax, { region: '150' })).toEqual(['BAD_INPUT', 'WATCH_REGION', 'REGION_FORM']);
    expect(await why(tax, { region: '9999' })).toEqual(['BAD_INPUT', 'WATCH_REGION', 'REGION_UNKNOWN']);
    expect(await why(enterprise, { region: '1502' })).toEqual(['BAD_INPUT', 'WATCH_TARGET', 'REGION_OF_ENTERPRISE']);
    expect(await why(tax, { usccs: [farm], kinds: [] })).toEqual(['BAD_INPUT', 'WATCH_KINDS']);
    expect(await why(tax, { usccs: [farm], kinds: ['ARREARS_CASE'], severityFrom: 'MINOR' })).toEqual([
      'BAD_INPUT',
      'WATCH_SEVERITY',
    ]);
    expect(await why(tax, { usccs: [farm], name: ' ' })).toEqual(['BAD_INPUT', 'STATEMENT_MISSING']);
    expect(await why(tax, { usccs: [farm], consumer: 'NOBODYS' })).toEqual(['REFUSED', 'WATCH_CONSUMER']);
    expect(await why(enterprise, { usccs: [farm, trader] })).toEqual(['REFUSED', 'WATCH_NATURAL_PERSON']);
    expect(await why(tax, { usccs: [trader] })).toEqual([]);
    expect(await why(supervisor, { usccs: [farm] })).toEqual(['FORBIDDEN', 'ROLE_REQUIRED']);
    expect(await why(city.anyone, { usccs: [farm] })).toEqual(['UNAUTHENTICATED', 'AUTHENTICATION_REQUIRED']);
    const codes = (
      await city.owner(`select uscc from legal_entity where kind <> 'SOLE_TRADER' order by uscc limit 201`)
    ).map(({ uscc }) => uscc);
    expect(await why(enterprise, { usccs: codes })).toEqual(['BAD_INPUT', 'WATCH_TOO_MANY']);
    const answer = await watches(tax, { usccs: [farm, unknown] });
    expect(refused(answer)).toEqual(['BAD_INPUT', 'WATCH_UNKNOWN_CODES']);
    expect(answer.refusals[0]!.message).toContain(unknown);
    expect(answer.refusals[0]!.message).not.toContain(farm);
  });

  test('two watches at once: the limit of an enterprise holds', async () => {
    const codes = (
      await city.owner(`select uscc from legal_entity where kind <> 'SOLE_TRADER' order by uscc limit 240`)
    ).map(({ uscc }) => uscc);
    const both = await Promise.all([
      watches(enterprise, { usccs: codes.slice(0, 120) }),
      watches(enterprise, { usccs: codes.slice(120) }),
    ]);
    expect(both.map(refused).filter(Boolean)).toEqual([['REFUSED', 'WATCH_LIMIT']]);
    const [{ count }] = await city.owner(
      `select count(*)::int as count from watched_entity join watch w on w.id = watch_id where w.uscc = $1 and w.ended_at is null`,
      [supplier],
    );
    expect(count).toBe(120);
  });
});

describe('what is told', () => {
  test('only what is new, to whom may know of it: a fine to both, a warning to the department alone, with a reading', async () => {
    await penalised(city, farm);
    const byTax = await watched(tax, { usccs: [farm] });
    const byRegion = await watched(tax, { region: '1502', severityFrom: 'GENERAL' });
    const byEnterprise = await watched(enterprise, { usccs: [farm] });
    const [fine, warning] = [await penalised(city, farm), await penalised(city, farm, '警告')];
    await penalised(city, supplier);
    await round(city, now);
    expect((await inbox(plainTax, of(byTax))).map(({ recordId }) => recordId).toSorted()).toEqual(
      [fine, warning].toSorted(),
    );
    expect(await inbox(enterprise, of(byEnterprise))).toEqual([
      {
        ...{
          id: expect.any(String),
          kind: 'NEW_ADVERSE_RECORD',
          known: true,
          uscc: farm,
          recordId: fine,
          itemCode: 'MARKET_PENALTY',
        },
        ...{
          foundAt: expect.any(String),
          toldAt: expect.any(String),
          readAt: null,
          entity: { uscc: farm },
          arrearsCase: null,
        },
        record: { id: fine, number: expect.any(String) },
        watch: { id: byEnterprise, name: '监测' },
        notice: { id: expect.any(String), rhythm: 'AT_ONCE', legalDay: '2026-11-23', count: 1, delivery: null },
      },
    ]);
    // a watch of the region has both entities, and no minor record
    const regional = (await inbox(plainTax, of(byRegion))).map(({ uscc, recordId }) => [uscc, recordId === warning]);
    expect(regional.toSorted()).toEqual(
      [
        [farm, false],
        [supplier, false],
      ].toSorted(),
    );
    // of what is not public the request sees the record only for a purpose of its own
    const seen = async (who: Person) =>
      (await inbox(who, of(byTax))).find(({ recordId }) => recordId === warning)!.record;
    expect(await seen(plainTax)).toBeNull();
    expect(await seen(tax)).toMatchObject({ id: warning });
    const readings = await city.owner(
      `select role, on_behalf_of as by, purpose, case_number as "case", shown from reading_entry
       where shown @> $1::jsonb and actor <> 'nobody' order by id limit 1`,
      [JSON.stringify([{ records: [warning] }])],
    );
    expect(readings).toEqual([
      {
        ...{ role: 'DEPARTMENT', by: 'TAX', purpose: 'INSPECTION', case: '包税稽〔2026〕17号' },
        shown: [{ item: 'MARKET_PENALTY', records: [warning], fields: [], masked: [] }],
      },
    ]);
    // and the entity finds it
    const itself = await city.enterprise(farm);
    const { data } = await itself.asks(
      `{ entity(uscc: "${farm}") { readings(first: 100) { edges { node { purpose caseNumber shown { records } } } } } }`,
    );
    expect(JSON.stringify(data)).toContain(warning);
    expect(JSON.stringify(data)).not.toContain(fine);
  });

  test('rounds again, two instances at once, a round that is killed: nothing is doubled and nothing lost', async () => {
    const id = await watched(enterprise, { usccs: [farm] });
    const first = await penalised(city, farm);
    // found and not told
    await findAlerts(acting);
    expect(await inbox(enterprise, of(id))).toEqual([]);
    await round(city, now);
    await round(city, now);
    expect((await inbox(enterprise, of(id))).map(({ recordId }) => recordId)).toEqual([first]);
    const other = await city.another();
    const many = [await penalised(city, farm), await penalised(city, farm), await penalised(city, farm)];
    await Promise.all([round(city, now), round(other, now), round(city, now), round(other, now)]);
    await round(city, now);
    expect((await inbox(enterprise, of(id))).map(({ recordId }) => recordId).toSorted()).toEqual(
      [first, ...many].toSorted(),
    );
    await other.close();
    // killed while it waits for the position, in the middle of its transaction
    const last = await penalised(city, farm);
    const holder = new pg.Client({ connectionString: city.database });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from alert_position for update');
    const killed = expect(findAlerts(acting)).rejects.toThrow();
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'alert_position'`;
    await until(async () => (await city.owner(waiting)).length > 0);
    await city.owner(`select pg_terminate_backend(pid) from (${waiting}) w`);
    await killed;
    await holder.query('rollback');
    await holder.end();
    await round(city, now);
    expect((await inbox(enterprise, of(id))).map(({ recordId }) => recordId)).toContain(last);
  });

  test('transactions that commit out of order lose nothing', async () => {
    const id = await watched(enterprise, { usccs: [farm] });
    const model = await penalised(city, farm);
    await round(city, now);
    const open = async () => {
      const client = new pg.Client({ connectionString: city.database });
      await client.connect();
      await client.query('begin');
      return client;
    };
    const insert = (client: pg.Client, id: string) =>
      client.query(
        `insert into credit_record select (jsonb_populate_record(r, jsonb_build_object('id', $2::text, 'identity', $2::text,
           'version_id', $3::text, 'transaction_id', pg_current_xact_id()::text))).*
         from credit_record r where r.id = $1 and r.superseded_at is null`,
        [model, id, uuid()],
      );
    const [early, late] = [await open(), await open()];
    const [a, b] = [uuid(), uuid()];
    await insert(early, a);
    await insert(late, b);
    await late.query('commit');
    await round(city, now);
    await early.query('commit');
    await settled(city);
    await round(city, now);
    await round(city, now);
    expect((await inbox(enterprise, of(id))).map(({ recordId }) => recordId).toSorted()).toEqual(
      [model, a, b].toSorted(),
    );
    await Promise.all([early.end(), late.end()]);
  });

  test('transactions that are counted anew, as after a restore: what is new is told, what was told is not told again', async () => {
    const id = await watched(enterprise, { usccs: [farm] });
    const before = await penalised(city, farm);
    await round(city, now);
    await city.owner(
      `update alert_position set transaction_id = '99999999999999', highest_id = (select version_id from credit_record where id = $1)
       where source = 'credit_record'`,
      [before],
    );
    await city.owner(`update watch set begun = '99999999999990:99999999999990:' where id = $1`, [id]);
    const after = await penalised(city, farm);
    await round(city, now);
    await round(city, now);
    expect((await inbox(enterprise, of(id))).map(({ recordId }) => recordId).toSorted()).toEqual(
      [before, after].toSorted(),
    );
  });

  test('repaired before it is told: never told; afterwards: the alert shows no content; restored: told anew', async () => {
    const id = await watched(tax, { usccs: [farm] });
    const [never, gone] = [await penalised(city, farm), await penalised(city, farm)];
    await findAlerts(acting);
    expect(await entries(id)).toHaveLength(2);
    await repaired(city, never, now);
    await round(city, now);
    expect((await inbox(tax, of(id))).map(({ recordId }) => recordId)).toEqual([gone]);
    expect((await entries(id)).find(({ record }) => record === never)).toMatchObject({
      told: null,
      dropped: expect.any(Date),
    });
    await repaired(city, gone, now);
    expect(await inbox(tax, of(id))).toEqual([
      expect.objectContaining({ known: false, uscc: null, entity: null, recordId: null, record: null, itemCode: null }),
    ]);
    await restored(city, gone, now);
    await round(city, now);
    expect((await inbox(tax, of(id))).map(({ recordId }) => recordId)).toEqual([gone, gone]);
    expect(await inbox(tax, { ...of(id), unread: true })).toHaveLength(2);
  });

  test('a mandate that is taken away closes the watch, an ended watch tells nothing', async () => {
    const id = await watched(tax, { usccs: [farm] });
    const warning = await penalised(city, farm, '警告');
    await findAlerts(acting);
    await city.owner(`delete from mandate where holder = 'TAX' and purpose = 'INSPECTION'`);
    await pause(300);
    await round(city, now);
    expect(await inbox(plainTax, of(id))).toEqual([]);
    await city.owner(
      `insert into mandate (holder, purpose, basis) values ('TAX', 'INSPECTION', '《中华人民共和国税收征收管理法》第五十四条')`,
    );
    await pause(300);
    expect((await entries(id)).map(({ record, told }) => [record, told])).toEqual([[warning, null]]);
    const other = await watched(tax, { usccs: [farm] });
    await penalised(city, farm);
    await findAlerts(acting);
    done(await ends(tax, other));
    await penalised(city, farm);
    await round(city, now);
    expect(await inbox(plainTax, of(other))).toEqual([]);
  });

  test('arrears are told to the parties alone, once they are taken up', async () => {
    const people = await parties(city);
    city.on('2026-06-01T10:00:00+08:00');
    const kinds = ['ARREARS_CASE'];
    const creditor = await watched(people.creditor, { usccs: [debtorCode], kinds });
    const stranger = await watched(people.other, { usccs: [debtorCode], kinds });
    const inspecting = await watched(tax, { usccs: [debtorCode], kinds });
    done(await registers(people.creditor, claim()));
    const { number } = await accepted(people);
    await settled(city);
    await round(city, '2026-06-01T11:00:00+08:00');
    expect(await inbox(people.creditor, of(creditor))).toEqual([
      expect.objectContaining({ kind: 'ARREARS_CASE', uscc: debtorCode, recordId: null, arrearsCase: { number } }),
    ]);
    expect(await inbox(people.other, of(stranger))).toEqual([]);
    expect(await inbox(tax, of(inspecting))).toEqual([]);
  });

  test('being put on a list is told as such; grades and lost grants by the same door', async () => {
    const id = await watched(tax, { usccs: [farm], kinds: ['LISTED', 'GRADE_CHANGED', 'GRANT_LOST'] });
    const outside = await watched(enterprise, { usccs: [farm], kinds: ['GRADE_CHANGED', 'GRANT_LOST'] });
    await penalised(city, farm);
    await round(city, now);
    expect(await inbox(tax, of(id))).toEqual([]);
    const { data } = await (await city.officer('MARKET')).submits('MARKET_SERIOUS_DISHONESTY', [listRow()]);
    expect(data.submitRecords).toMatchObject({ created: 1 });
    await settled(city);
    await round(city, now);
    expect((await inbox(tax, of(id))).map(({ kind, itemCode }) => [kind, itemCode])).toEqual([
      ['LISTED', 'MARKET_SERIOUS_DISHONESTY'],
    ]);
    const [{ entity }] = await city.owner('select id as entity from legal_entity where uscc = $1', [farm]);
    const grade = (day: string, letter: string) =>
      city.owner(
        `insert into credit_grade (id, entity_id, evaluated_on, recorded_at, edition, grade, score, fired)
         values ($4, $1, $2, now(), '2025', $3, 0, '[]')`,
        [entity, day, letter, uuid()],
      );
    await grade('2026-11-20', 'A');
    await grade('2026-11-21', 'A');
    await grade('2026-11-22', 'B');
    // what it has earned is lost with the serious record
    await grantJob(city.platform).run(new Date(now), byOwnClock);
    await settled(city);
    await findAlerts(acting, [grades, grants]);
    await findAlerts(acting, [grades, grants]);
    const lost = (
      await city.owner("select from fast_track_grant where entity_id = $1 and state = 'REVOKED'", [entity])
    ).map(() => 'GRANT_LOST');
    expect(lost).not.toEqual([]);
    // a grade is for the subject and, for its purposes, government
    expect((await entries(id)).map(({ kind }) => kind).toSorted()).toEqual(['GRADE_CHANGED', ...lost, 'LISTED']);
    expect((await entries(outside)).map(({ kind }) => kind)).toEqual(lost);
  });
});

describe('how it is told', () => {
  beforeAll(() => city.works());

  async function consumer(code: string, url?: null): Promise<Receiver> {
    const receiver = await openReceiver();
    receivers.push(receiver);
    const centre = await city.official('credit-centre');
    const { data } = await centre.asks(
      'mutation ($input: RegisterConsumerInput!) { registerConsumer(input: $input) { secret } }',
      {
        input: {
          code,
          name: code,
          kind: 'DEPARTMENT_SYSTEM',
          department: 'TAX',
          url: url === null ? null : receiver.url,
        },
      },
    );
    receiver.secret = data.registerConsumer.secret;
    return receiver;
  }
  const isAlert = ({ event }: { event: any }) => event.type.startsWith('alert.');

  test('at once: one signed event for what a round found, without a value, with its receipt; others may not have it posted', async () => {
    const receiver = await consumer('TAX_ALERTS');
    const court = (await city.officer('COURT')).for('LITIGATION', '（2026）内02执1号');
    expect(refused(await watches(court, { usccs: [farm], consumer: 'TAX_ALERTS' }))).toEqual([
      'REFUSED',
      'WATCH_CONSUMER',
    ]);
    expect(refused(await watches(enterprise, { usccs: [farm], consumer: 'TAX_ALERTS' }))).toEqual([
      'REFUSED',
      'WATCH_CONSUMER',
    ]);
    const watch = await watched(tax, { usccs: [farm], consumer: 'TAX_ALERTS' });
    const records = [await penalised(city, farm), await penalised(city, farm, '警告')];
    await round(city, now);
    await until(() => receiver.received.some(isAlert));
    const [{ id, event }, ...more] = receiver.received.filter(isAlert) as [any, ...any[]];
    expect(more).toEqual([]);
    const alert = (record: string) => ({
      ...{ id: expect.any(String), kind: 'NEW_ADVERSE_RECORD', uscc: farm, record, case: null, item: 'MARKET_PENALTY' },
    });
    expect(event).toEqual({
      ...{
        id,
        type: 'alert.found',
        at: '2026-11-23T02:00:00.000Z',
        watch,
        notice: expect.any(String),
        day: '2026-11-23',
      },
      ...{ more: false, alerts: expect.arrayContaining(records.map(alert)) },
    });
    expect(event.alerts).toHaveLength(2);
    await until(async () => (await inbox(tax, of(watch)))[0].notice.delivery.state === 'ACKNOWLEDGED');
    expect((await inbox(tax, of(watch)))[0].notice.delivery).toEqual({ id, state: 'ACKNOWLEDGED', topic: 'ALERT' });
    const listed = await plainTax.asks(
      `{ deliveries(filter: { consumer: "TAX_ALERTS" }) { edges { node { id topic state change { id } } } } }`,
    );
    expect(listed.data.deliveries.edges).toContainEqual({
      node: { id, topic: 'ALERT', state: 'ACKNOWLEDGED', change: null },
    });
  });

  test('daily: one digest in the morning of what was found before, never two for a day, nothing of what was repaired', async () => {
    const receiver = await consumer('TAX_DIGEST');
    const watch = await watched(tax, { usccs: [farm], rhythm: 'DAILY', consumer: 'TAX_DIGEST' });
    const [stays, goes] = [await penalised(city, farm), await penalised(city, farm)];
    await round(city, now);
    expect(await inbox(tax, of(watch))).toEqual([]);
    await repaired(city, goes, '2026-11-23T20:00:00+08:00');
    await round(city, '2026-11-24T07:59:59+08:00');
    expect(await inbox(tax, of(watch))).toEqual([]);
    const later = await penalised(city, farm);
    const other = await city.another();
    const morning = '2026-11-24T08:00:30+08:00';
    await Promise.all([round(city, morning), round(other, morning), round(city, morning)]);
    await round(city, '2026-11-24T08:05:00+08:00');
    await round(city, '2026-11-24T23:00:00+08:00');
    await other.close();
    city.on('2026-11-24T12:00:00+08:00');
    expect(await inbox(tax, of(watch))).toEqual([
      expect.objectContaining({
        recordId: stays,
        notice: expect.objectContaining({ rhythm: 'DAILY', legalDay: '2026-11-24', count: 1 }),
      }),
    ]);
    await until(() => receiver.received.some(isAlert));
    await round(city, '2026-11-25T09:00:00+08:00');
    await until(() => receiver.received.filter(isAlert).length > 1);
    await round(city, '2026-11-25T10:00:00+08:00');
    await pause(300);
    const digests = receiver.received
      .filter(isAlert)
      .map(({ event }) => [event.type, event.day, event.alerts.map((one: any) => one.record)]);
    expect(digests).toEqual([
      ['alert.digest', '2026-11-24', [stays]],
      ['alert.digest', '2026-11-25', [later]],
    ]);
  });

  test('what was repaired, or a watch that ended, before it could be posted lapses', async () => {
    const receiver = await consumer('TAX_LATE', null);
    const centre = await city.official('credit-centre');
    const watch = await watched(tax, { usccs: [farm], consumer: 'TAX_LATE' });
    const goes = await penalised(city, farm);
    await round(city, now);
    await repaired(city, goes, now);
    const stays = await penalised(city, farm);
    await round(city, now);
    await centre.asks('mutation ($input: ChangeConsumerInput!) { changeConsumer(input: $input) { secret } }', {
      input: { code: 'TAX_LATE', url: receiver.url },
    });
    const states = async () => (await inbox(tax, of(watch))).map(({ notice }) => notice.delivery.state).toSorted();
    await until(async () => (await states()).join() === 'ACKNOWLEDGED,LAPSED');
    expect(receiver.received.map(({ event }) => event.alerts.map((one: any) => one.record))).toEqual([[stays]]);
    const [lapsed] = await city.owner(
      `select id from delivery where consumer_code = 'TAX_LATE' and lapsed_at is not null`,
    );
    const again = 'mutation ($input: AcknowledgeDeliveryInput!) { acknowledgeDelivery(input: $input) { id } }';
    expect(refused(await plainTax.asks(again, { input: { id: lapsed.id } }))).toEqual(['CONFLICT', 'DELIVERY_LAPSED']);
    // a watch that ends takes back what is still on its way
    await consumer('TAX_ENDED', null);
    const ended = await watched(tax, { usccs: [farm], consumer: 'TAX_ENDED' });
    await penalised(city, farm);
    await round(city, now);
    const stateOf = async () => (await inbox(tax, of(ended)))[0].notice.delivery.state;
    expect(await stateOf()).toBe('PENDING');
    done(await ends(tax, ended));
    expect(await stateOf()).toBe('LAPSED');
  });
});

describe('the inbox', () => {
  test('is narrowed, paged and marked as read, for the watcher alone, by as many statements for many as for few', async () => {
    const [one, two] = [await watched(tax, { usccs: [farm] }), await watched(tax, { usccs: [supplier] })];
    for (let i = 0; i < 3; i++) await penalised(city, farm);
    await penalised(city, supplier);
    await round(city, now);
    const all = (await inbox(tax)).filter(({ watch }) => [one, two].includes(watch.id));
    expect(all).toHaveLength(4);
    const mine = await inbox(tax, of(one));
    expect(mine).toHaveLength(3);
    expect(await inbox(tax, { ...of(one), kind: 'LISTED' })).toEqual([]);
    expect(await inbox(tax, { ...of(one), since: '2026-11-24T00:00:00Z' })).toEqual([]);
    const marks = (who: Person, ids: string[]) =>
      who.asks('mutation ($input: MarkAlertsReadInput!) { it: markAlertsRead(input: $input) }', { input: { ids } });
    const ids = mine.map(({ id }) => id);
    expect(refused(await marks(enterprise, ids))).toEqual(['NOT_FOUND', 'ALERT_UNKNOWN']);
    expect(refused(await marks(tax, [ids[0], 'no id']))).toEqual(['NOT_FOUND', 'ALERT_UNKNOWN']);
    expect(refused(await marks(tax, []))).toEqual(['BAD_INPUT', 'ALERT_IDS']);
    expect(done(await marks(tax, ids.slice(0, 2)))).toBe(2);
    expect(done(await marks(plainTax, ids))).toBe(1);
    expect(await inbox(tax, { ...of(one), unread: true })).toEqual([]);
    expect(await inbox(tax, { ...of(two), unread: true })).toHaveLength(1);
    const { data } = await tax.asks(`{ watches(filter: { ended: false }) { edges { node { id unread } } } }`);
    expect(data.watches.edges.map(({ node }: any) => [node.id, node.unread])).toEqual([
      [two, 1],
      [one, 0],
    ]);
    const page = (first: number, after: string | null = null) =>
      tax.asks(
        `query ($first: Int!, $after: String, $w: ID) { alerts(first: $first, after: $after, filter: { watch: $w }) {
          edges { node { id watch { id } entity { uscc } record { id } notice { id } arrearsCase { id } } } pageInfo { endCursor hasNextPage } } }`,
        { first, after, w: one },
      );
    const few = await page(1);
    const rest = await page(2, few.data.alerts.pageInfo.endCursor);
    expect([...few.data.alerts.edges, ...rest.data.alerts.edges].map(({ node }: any) => node.id)).toEqual(ids);
    expect(rest.data.alerts.pageInfo.hasNextPage).toBe(false);
    expect((await page(3)).statements).toBe(few.statements);
    expect(refused(await supervisor.asks('{ alerts { totalCount } }'))).toEqual(['FORBIDDEN', 'ROLE_REQUIRED']);
  });
});
