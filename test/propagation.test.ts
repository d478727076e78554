import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { actingAt } from '../src/jobs/acting.js';
import { quietly } from '../src/jobs/queue-options.js';
import { allAcknowledged, propagate } from '../src/propagation/propagate.js';
import { ChangeKind } from '../src/propagation/record-change.entity.js';
import { openReceiver, type Receiver } from './world/receiver.js';
import { penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let centre: Person;
let supervisor: Person;
let tax: Person;
let court: Person;
const receivers: Receiver[] = [];
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-23T02:00:00Z');
  centre = await city.official('credit-centre');
  supervisor = await city.official('supervisor');
  tax = await city.officer('TAX');
  court = await city.officer('COURT');
  record = await penalty();
});
afterAll(async () => {
  for (const receiver of receivers) receiver.close();
  expect(city.logged.filter((line) => line.includes('"level":50') && !line.includes('57P0'))).toEqual([]);
  await city.close();
});
// every story has consumers of its own
beforeEach(() => city.owner('update consumer set active = false'));

interface Row {
  readonly id: string;
  readonly version: number;
  readonly entityId: string;
  readonly itemCode: string;
  readonly itemId: string;
}
let record: Row;

let serial = 0;
/** A penalty; a warning is never public. */
async function penalty(kind = '罚款'): Promise<Row> {
  const row = penaltyRow({
    CF_WSH: `包市监罚〔2026〕送${++serial}号`,
    CF_CFLB: kind,
    CF_NR_FK: kind === '警告' ? '' : '1',
  });
  await (await city.officer('MARKET')).submits('MARKET_PENALTY', [row]);
  const [found] = await city.owner(
    `select id, version, entity_id as "entityId", item_code as "itemCode", item_id as "itemId" from credit_record where number = $1`,
    [row.CF_WSH],
  );
  return found;
}

const told = `consumer { code name kind items active url department { code } } secret`;
const registers = (person: Person, input: object) =>
  person.asks(`mutation ($input: RegisterConsumerInput!) { registerConsumer(input: $input) { ${told} } }`, { input });
const changes = (input: object) =>
  centre.asks(`mutation ($input: ChangeConsumerInput!) { changeConsumer(input: $input) { ${told} } }`, { input });

/** Registers a system, with a receiver of its own unless it asks for its events. */
async function consumer(code: string, more: object = {}): Promise<Receiver> {
  const receiver = await openReceiver();
  receivers.push(receiver);
  const input = { code, name: code, kind: 'DEPARTMENT_SYSTEM', department: 'TAX', url: receiver.url, ...more };
  const { data, refusals } = await registers(centre, input);
  expect(refusals).toEqual([]);
  receiver.secret = data.registerConsumer.secret;
  return receiver;
}

/** The change of a record, told as a deed tells it. */
function change(kind = ChangeKind.REPAIRED, of = record): Promise<string> {
  const acting = actingAt(city.platform, new Date('2026-11-23T02:00:00Z'));
  return acting.em.transactional((em) => propagate(em, acting, kind, of));
}

const shown = `id state dueOn attempts lastFault acknowledgedAt acknowledgedBy consumer { code } change { id uscc number recordId }`;
async function listed(person: Person, filter: object = {}): Promise<any[]> {
  const { data, refusals } = await person.asks(
    `query ($filter: DeliveryFilter) { deliveries(filter: $filter, first: 100) { totalCount edges { node { ${shown} } } } }`,
    { filter },
  );
  expect(refusals).toEqual([]);
  expect(data.deliveries.totalCount).toBe(data.deliveries.edges.length);
  return data.deliveries.edges.map(({ node }: any) => node);
}
const deliveryOf = async (code: string) => (await listed(centre, { consumer: code }))[0];

async function until(holds: () => unknown, within = 8000): Promise<void> {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it did not come to be: ${holds}`);
    await pause(25);
  }
}

describe('before anybody takes jobs', () => {
  test('a change is told to whom it concerns; nothing is told of what is rolled back', async () => {
    await consumer('FIRST_ALL');
    await consumer('FIRST_OTHER', { items: ['TAX_ARREARS'] });
    await consumer('FIRST_OFF');
    await changes({ code: 'FIRST_OFF', active: false });
    await consumer('FIRST_PROVINCE', { kind: 'PROVINCIAL_PLATFORM', department: null, url: null });
    await consumer('FIRST_OUTSIDE', { kind: 'THIRD_PARTY', department: null });
    const codes = async (id: string) =>
      (await city.owner('select consumer_code as c from delivery where change_id = $1 order by 1', [id])).map(
        ({ c }) => c,
      );
    const id = await change();
    expect(await codes(id)).toEqual(['FIRST_ALL', 'FIRST_OUTSIDE', 'FIRST_PROVINCE']);
    expect(await codes(await change(ChangeKind.WITHDRAWN, await penalty('警告')))).toEqual([
      'FIRST_ALL',
      'FIRST_PROVINCE',
    ]);
    const [{ due }] = await city.owner('select due_on::text as due from record_change where id = $1', [id]);
    expect(due).toBe('2026-11-24');

    const count = async () =>
      (
        await city.owner(
          `select (select count(*)::int from record_change) as c, (select count(*)::int from pgboss.job where name = 'delivery') as j`,
        )
      )[0];
    const before = await count();
    expect(before.j).toBe(3);
    const acting = actingAt(city.platform, new Date('2026-11-23T02:00:00Z'));
    const undone = acting.em.transactional(async (em) => {
      await propagate(em, acting, ChangeKind.REPAIRED, record);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await count()).toEqual(before);
    await expect(propagate(acting.em, acting, ChangeKind.REPAIRED, record)).rejects.toThrow(/transaction/);
  });

  test('what an instance held that was killed is taken up again: a post after a minute, the clock without a sign of life', async () => {
    await consumer('KILLED');
    await change();
    const boss = new PgBoss({
      ...quietly,
      db: { executeSql: (text, values) => city.platform.pool.query({ text, values: values ?? [], types: pg.types }) },
    });
    const errors: Error[] = [];
    boss.on('error', (error) => errors.push(error));
    await boss.start();
    await boss.send('clock');
    // the one that takes them and is never heard of again
    await city.owner("delete from pgboss.job where name = 'delivery' and group_id <> 'KILLED'");
    await boss.fetch('delivery');
    await boss.fetch('clock');
    const states = async () =>
      (await city.owner('select name, state from pgboss.job order by 1')).map(({ state }) => state);
    expect(await states()).toEqual(['active', 'active']);
    await city.owner(`update pgboss.job set started_on = now() - interval '61 s' where name = 'delivery'`);
    await city.owner(`update pgboss.job set heartbeat_on = now() - interval '21 s' where name = 'clock'`);
    await boss.supervise();
    expect(await states()).toEqual(['retry', 'retry']);
    await boss.stop({ graceful: false });
    expect(errors).toEqual([]);
  });
});

describe('while jobs are taken', () => {
  beforeAll(() => city.works());

  test('an event is posted once, signed, with identifiers and the state alone; 2xx is its receipt', async () => {
    const receiver = await consumer('SIGNED');
    const id = await change();
    await until(() => receiver.received.length > 0);
    const { uscc } = (await deliveryOf('SIGNED')).change;
    expect(receiver.received).toEqual([
      {
        id,
        event: {
          ...{
            id,
            type: 'record.repaired',
            at: '2026-11-23T02:00:00.000Z',
            record: record.id,
            version: record.version,
          },
          ...{ uscc, item: 'MARKET_PENALTY', number: '包市监罚〔2026〕送1号', state: 'EFFECTIVE' },
        },
      },
    ]);
    await until(async () => (await deliveryOf('SIGNED')).state === 'ACKNOWLEDGED');
    expect(await deliveryOf('SIGNED')).toMatchObject({ attempts: 1, lastFault: null, acknowledgedBy: null });
    expect(await allAcknowledged(city.platform.orm.em.fork(), id)).toBe(true);
  });

  test('one that fails is tried again, is overdue when its day is over, and is sent anew by the credit centre', async () => {
    const receiver = await consumer('FAILING');
    receiver.answers = 302;
    const id = await change();
    await until(async () => (await deliveryOf('FAILING')).state === 'FAILED');
    expect(await deliveryOf('FAILING')).toMatchObject({ attempts: 1, lastFault: 'HTTP_302', acknowledgedAt: null });
    expect(await allAcknowledged(city.platform.orm.em.fork(), id)).toBe(false);
    const [job] = await city.owner(
      `select state, retry_limit, output::text as output, extract(epoch from start_after - now())::int as wait from pgboss.job where group_id = 'FAILING'`,
    );
    expect(job).toMatchObject({ state: 'retry', retry_limit: 127 });
    expect(job.wait).toBeGreaterThan(3);
    expect(job.output).not.toContain('what nobody keeps');

    city.on('2026-11-25T02:00:00Z');
    expect((await listed(supervisor, { overdue: true })).map(({ consumer: { code } }) => code)).toContain('FAILING');
    expect(await deliveryOf('FAILING')).toMatchObject({ state: 'OVERDUE' });
    city.on('2026-11-23T02:00:00Z');
    receiver.answers = 200;
    const { refusals } = await centre.asks('mutation ($input: RedeliverInput!) { redeliver(input: $input) { id } }', {
      input: { id: (await deliveryOf('FAILING')).id },
    });
    expect(refusals).toEqual([]);
    await until(async () => (await deliveryOf('FAILING')).state === 'ACKNOWLEDGED');
    expect(new Set(receiver.received.map((one) => one.id))).toEqual(new Set([id]));
  });

  test('one that hangs, and one that is not there, keep nobody else waiting', async () => {
    const hanging = await consumer('HANGING');
    hanging.answers = 'HANGS';
    const gone = await consumer('GONE');
    gone.close();
    const well = await consumer('WELL');
    for (let i = 0; i < 10; i++) await change();
    const started = performance.now();
    await until(() => hanging.received.length > 0 && well.received.length === 10, 9000);
    expect(performance.now() - started).toBeLessThan(8000);
    expect(hanging.received).toHaveLength(1);
    await until(async () => (await deliveryOf('GONE')).lastFault === 'REFUSED_CONNECTION');
    hanging.close();
  });

  test('two instances: every event comes once', async () => {
    const other = await city.another();
    await other.works();
    const systems = await Promise.all(['A', 'B', 'C', 'D'].map((name) => consumer(`TWICE_${name}`)));
    const ids = await Promise.all(Array.from({ length: 6 }, () => change()));
    await until(() => systems.every(({ received }) => received.length >= 6));
    await pause(300);
    for (const { received } of systems) expect(received.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    await other.close();
  });

  test('the database throws everybody out: the queue goes on', async () => {
    const receiver = await consumer('OUTAGE');
    await city.platform.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );
    // the pool notices on its own which of its connections are gone
    await pause(200);
    await until(async () =>
      change().then(
        () => true,
        () => false,
      ),
    );
    await until(() => receiver.received.length > 0);
  });

  test('a new address and a new key hold for what is still open', async () => {
    const first = await consumer('MOVED', { url: null });
    await change();
    expect(await deliveryOf('MOVED')).toMatchObject({ state: 'PENDING', attempts: 0 });
    const { data } = await changes({ code: 'MOVED', url: first.url, newSecret: true });
    expect(data.changeConsumer.secret).toMatch(/^whsec_/);
    expect(data.changeConsumer.secret).not.toBe(first.secret);
    first.secret = data.changeConsumer.secret;
    await until(() => first.received.length > 0);
    expect(first.received[0]!.event).toMatchObject({ type: 'record.repaired' });
  });
});

describe('receipts by people', () => {
  const acknowledges = async (person: Person, id: string) => {
    const deed =
      'mutation ($input: AcknowledgeDeliveryInput!) { acknowledgeDelivery(input: $input) { state acknowledgedBy } }';
    const { data, refusals } = await person.asks(deed, { input: { id } });
    return data?.acknowledgeDelivery ?? refusals[0]!.extensions.reason;
  };

  test('an officer of its department, or the credit centre where nothing is posted; once', async () => {
    await consumer('BY_HAND', { url: null });
    const posted = await consumer('BY_POST');
    posted.answers = 500;
    await change();
    const { id } = await deliveryOf('BY_HAND');
    const { id: other } = await deliveryOf('BY_POST');
    expect((await listed(tax)).map((one) => one.id)).toEqual(expect.arrayContaining([id, other]));
    expect(await listed(court)).toEqual([]);
    expect(await acknowledges(court, id)).toBe('DELIVERY_UNKNOWN');
    expect(await acknowledges(supervisor, id)).toBe('ROLE_REQUIRED');
    expect(await acknowledges(centre, other)).toBe('DELIVERY_BY_WEBHOOK');
    expect(await acknowledges(tax, id)).toEqual({ state: 'ACKNOWLEDGED', acknowledgedBy: expect.any(String) });
    expect(await acknowledges(centre, id)).toBe('DELIVERY_ACKNOWLEDGED');
    const audited = await city.owner(
      "select deed, role from audit_entry where subject_type = 'Delivery' and subject_id = $1",
      [id],
    );
    expect(audited).toEqual([{ deed: 'delivery.acknowledge', role: 'DEPARTMENT' }]);
  });

  test('the list has what is open before what is done, the latest first, and pages through all of it', async () => {
    const all = await listed(centre);
    const key = ({ acknowledgedAt, dueOn, id }: any) => `${acknowledgedAt !== null} ${dueOn} ${id}`;
    expect(all.map(key)).toEqual(all.map(key).toSorted());
    const paged: any[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: any = await centre.asks(
        'query ($after: String) { deliveries(first: 7, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      paged.push(...data.deliveries.edges.map(({ node }: any) => node.id));
      ({ endCursor: after, hasNextPage: more } = data.deliveries.pageInfo);
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });
});

describe('registering', () => {
  test('the key is told once, kept sealed and audited nowhere', async () => {
    const { secret } = await consumer('KEPT');
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const [{ kept }] = await city.owner("select secret as kept from consumer where code = 'KEPT'");
    expect(kept).toMatch(/^enc:/);
    const [{ found }] = await city.owner(
      `select count(*)::int as found from audit_entry where facts::text like '%whsec%' or facts::text like '%enc:%'`,
    );
    expect(found).toBe(0);
    expect(city.logged.join()).not.toContain(secret);
    const { data } = await supervisor.asks('{ consumers(first: 100) { edges { node { code url } } } }');
    expect(JSON.stringify(data)).toContain('KEPT');
    expect(JSON.stringify(data)).not.toMatch(/whsec|enc:/);
  });

  test.each([
    ['CONSUMER_CODE', { code: 'small letters' }],
    ['CONSUMER_EXISTS', { code: 'KEPT' }],
    ['STATEMENT_MISSING', { name: ' ' }],
    ['CONSUMER_DEPARTMENT', { department: 'NOBODY' }],
    ['CONSUMER_DEPARTMENT', { department: null }],
    ['CONSUMER_DEPARTMENT', { kind: 'THIRD_PARTY' }],
    ['CONSUMER_URL', { url: 'ftp://example.org/' }],
    ['UNKNOWN_ITEM', { items: ['NOTHING'] }],
    ['CONSUMER_ITEM', { kind: 'THIRD_PARTY', department: null, items: ['TAX_ARREARS', 'SOCIAL_INSURANCE'] }],
  ])('%s: %j', async (reason, wrong) => {
    const { refusals } = await registers(centre, {
      code: 'WRONG',
      name: '错',
      kind: 'DEPARTMENT_SYSTEM',
      department: 'TAX',
      ...wrong,
    });
    expect(refusals.map(({ extensions }) => extensions.reason)).toEqual([reason]);
  });

  test('is for the credit centre alone', async () => {
    for (const person of [tax, supervisor, city.anyone]) {
      const { refusals } = await registers(person, { code: 'NOT', name: 'x', kind: 'PROVINCIAL_PLATFORM' });
      expect(refusals[0]!.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });
});
