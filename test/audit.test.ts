import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { AuditLog, type Reading } from '../src/audit/audit-log.js';
import { exportAudit } from '../src/audit/export.js';
import { Sealer } from '../src/audit/sealer.js';
import { newSigningKey, type SigningKey, signingKey } from '../src/audit/signing-key.js';
import { verifyExport } from '../src/audit/verify.js';
import { penaltyRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let market: Person;
let supervisor: Person;
let key: SigningKey;
beforeAll(async () => {
  city = await openCity();
  [market, supervisor] = [await city.officer('MARKET'), await city.official('supervisor')];
  key = await signingKey('-', 'audit-signing', await newSigningKey());
});
afterAll(() => city.close());

const query = async (text: string, values: unknown[] = []): Promise<any[]> =>
  (await city.platform.pool.query(text, values)).rows;

const reading = (more: Partial<Reading> = {}): Reading => ({
  at: new Date('2026-11-22T08:00:00.123Z'),
  actor: 'department:TAX',
  role: 'DEPARTMENT',
  onBehalfOf: 'TAX',
  purpose: '办理退税',
  caseNumber: '2026-1',
  entityId: uuid(),
  shown: [{ item: 'MARKET_PENALTY', records: [uuid()], fields: ['CF_SY', 'CF_NR'], masked: ['CF_XDR_ZJHM'] }],
  grants: [uuid()],
  requestId: uuid(),
  ...more,
});

/** Waits until something holds, for at most ten seconds. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !(await holds()); await pause(50)) {
    if (Date.now() > end) throw new Error('it did not come about');
  }
}

const counted = async () => {
  const [row] =
    await query(`select (select count(*)::int from audit_entry) + (select count(*)::int from reading_entry) as entries,
    (select coalesce(sum(deeds + readings), 0)::int from audit_seal) as sealed`);
  return row;
};
const allSealed = () =>
  until(async () => {
    const { entries, sealed } = await counted();
    return entries === sealed;
  });
const exported = async (): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportAudit(city.platform.pool, 10)) lines.push(line);
  return lines;
};
const verified = () => verifyExport(exportAudit(city.platform.pool, 10));

describe('entries are sealed while the server runs', () => {
  test('the deeds that were there before there were leaves, new deeds and readings', async () => {
    await market.submits('MARKET_PENALTY', [penaltyRow({ CF_WSH: '封存1号' })]);
    await city.platform.auditLog.writeReadings([
      reading(),
      reading({ onBehalfOf: null, purpose: null, caseNumber: null }),
    ]);
    await allSealed();
    const found = await verified();
    expect(found).toMatchObject({ unsealed: 0, entries: (await counted()).entries });
    expect(found.keys).toHaveLength(1);
  });

  test('two instances that seal at once make one chain', async () => {
    const sealers = [1, 2].map(
      () => new Sealer(city.platform.pool, key, new AuditLog(city.platform.pool), () => undefined),
    );
    const log = new AuditLog(city.platform.pool);
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 20 }, () => log.writeReadings([reading()])));
      await Promise.all(sealers.map((sealer) => sealer.seal()));
    }
    await allSealed();
    expect(await verified()).toMatchObject({ unsealed: 0, entries: (await counted()).entries });
  });

  test('an entry that is committed late, by a transaction that began earlier, is not missed', async () => {
    const late = await city.platform.pool.connect();
    const id = uuid();
    try {
      await late.query('begin');
      await late.query('select pg_current_xact_id()');
      await city.platform.auditLog.writeReadings([reading(), reading()]);
      await pause(1500);
      expect((await counted()).entries - (await counted()).sealed).toBeGreaterThanOrEqual(2);
      await late.query(
        `insert into audit_entry (id, at, actor, role, deed, subject_type, subject_id, facts, request_id)
         values ($1, now(), 'a', 'DEPARTMENT', 'd', 't', 's', '{}', 'r')`,
        [id],
      );
      await late.query('commit');
    } finally {
      late.release();
    }
    await allSealed();
    const lines = await exported();
    expect(lines.filter((line) => line.includes(id) && line.startsWith('{"kind":"entry"'))).toHaveLength(1);
    expect(await verifyExport(lines)).toMatchObject({ unsealed: 0 });
  });

  test('a transaction that is killed leaves nothing, and does not stop the sealing', async () => {
    const killed = await city.platform.pool.connect();
    killed.on('error', () => undefined);
    await killed.query('begin');
    const { rows } = await killed.query('select pg_backend_pid() as pid, pg_current_xact_id()');
    await city.platform.auditLog.writeReadings([reading()]);
    await query('select pg_terminate_backend($1)', [rows[0].pid]);
    await allSealed();
    killed.release(true);
    await verified();
  });
});

describe('the export', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'credit-audit-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(['officer of a department', 'the public'])('is not for %s, and asking for it is logged', async (who) => {
    const person = who === 'the public' ? city.anyone : market;
    const response = await person.fetches('/audit/export.ndjson');
    expect(response.status).toBe(who === 'the public' ? 401 : 403);
    const requestId = response.headers.get('x-request-id');
    expect(await query('select deed, facts from audit_entry where request_id = $1', [requestId])).toEqual([
      {
        deed: 'audit.export.refused',
        facts: { reason: who === 'the public' ? 'AUTHENTICATION_REQUIRED' : 'ROLE_REQUIRED' },
      },
    ]);
  });

  test('is taken by the supervisor, which is a deed, and verified by anyone without a database', async () => {
    const response = await supervisor.fetches('/audit/export.ndjson');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
    ]);
    const file = join(folder, 'audit.ndjson');
    const text = await response.text();
    await writeFile(file, text);
    expect(text).toContain('"deed":"audit.export"');

    const verify = (...words: string[]) =>
      promisify(execFile)(process.execPath, ['dist/src/commands/verify-audit.js', ...words], {
        env: { PATH: process.env['PATH'] },
      });
    const { keys, lastRoot } = await verifyExport(text.trimEnd().split('\n'));
    const { stdout } = await verify(file, ...keys.flatMap((one) => ['--key', one]));
    expect(stdout).toMatch(/^Nothing was changed: \d+ entries under \d+ seals, made from 2\S+ to 2\S+, signed by /);
    expect(stdout).toContain(lastRoot);

    await writeFile(file, (await readFile(file, 'utf8')).replace('"role":"DEPARTMENT"', '"role":"SUPERVISOR"'));
    await expect(verify(file)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/was changed\.\n$/) });
  });

  test('shows no value: only keys of fields', async () => {
    const text = (await exported()).join('');
    expect(text).not.toContain(penaltyRow()['CF_XDR_MC']);
  });
});

describe('a refused deed is a deed', () => {
  const refusedOf = (requestId: string) =>
    query('select deed, actor, facts from audit_entry where request_id = $1', [requestId]);

  test.each([
    ['another department', 'TAX', 'NOT_THE_PROVIDER'],
    ['a provider of nothing', 'MARKET', 'UNKNOWN_ITEM'],
  ])('a mutation by %s, under the name of the mutation', async (_who, department, reason) => {
    const officer = await city.officer(department);
    const item = reason === 'UNKNOWN_ITEM' ? 'NO_SUCH_ITEM' : 'MARKET_PENALTY';
    const { refusals } = await officer.asks(
      'mutation ($input: SubmitRecordsInput!) { mine: submitRecords(input: $input) { id } }',
      { input: { item, rows: [penaltyRow()] } },
    );
    expect(await refusedOf(refusals[0]!.extensions.requestId)).toEqual([
      { deed: 'submitRecords.refused', actor: `department:${department}`, facts: { reason } },
    ]);
  });

  test('a mutation by the public, and one with wrong arguments', async () => {
    const mutation = 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { id } }';
    const first = await city.anyone.asks(mutation, { input: { item: 'MARKET_PENALTY', rows: [] } });
    expect(await refusedOf(first.refusals[0]!.extensions.requestId)).toMatchObject([
      { deed: 'submitRecords.refused', actor: 'public', facts: { reason: 'AUTHENTICATION_REQUIRED' } },
    ]);
    const second = await market.asks(mutation, { input: { item: 5 } });
    expect(await refusedOf(second.refusals[0]!.extensions.requestId)).toMatchObject([
      { deed: 'submitRecords.refused', facts: { reason: 'BAD_QUERY' } },
    ]);
  });

  test('an upload', async () => {
    const { body } = await market.uploads('TAX_NO_SUCH', 'a,b');
    expect(await refusedOf(body.errors[0].extensions.requestId)).toMatchObject([
      { deed: 'upload.refused', actor: 'department:MARKET', facts: { reason: 'UNKNOWN_ITEM' } },
    ]);
  });

  test('a refused question is none', async () => {
    const { refusals } = await market.asks('{ records(first: 0) { totalCount } }');
    expect(await refusedOf(refusals[0]!.extensions.requestId)).toEqual([]);
  });
});

describe('when sealing is overdue', () => {
  test('mutations, uploads and readings are refused, questions are not; afterwards everything goes on', async () => {
    const { auditLog } = city.platform;
    const held = await city.platform.pool.connect();
    try {
      await held.query('begin');
      await held.query('select pg_current_xact_id()');
      await query(
        `insert into audit_entry (id, at, actor, role, deed, subject_type, subject_id, facts, request_id)
         values ($1, now(), 'a', 'DEPARTMENT', 'd', 't', 's', '{}', 'r')`,
        [uuid({ msecs: Date.now() - 16 * 60_000 })],
      );
      await until(() => !auditLog.isOpen);
      const { refusals } = await market.submits('MARKET_PENALTY', [penaltyRow()]);
      expect(refusals[0]!.extensions).toMatchObject({ code: 'INTERNAL', reason: 'AUDIT_UNAVAILABLE' });
      const upload = await market.uploads('MARKET_PENALTY', 'a');
      expect([upload.status, upload.body.errors[0].extensions.reason]).toEqual([500, 'AUDIT_UNAVAILABLE']);
      await expect(auditLog.writeReadings([reading()])).rejects.toThrow(/audit cannot be kept/);
      expect((await market.asks('{ viewer { role } }')).refusals).toEqual([]);
    } finally {
      await held.query('rollback');
      held.release();
    }
    await until(() => auditLog.isOpen);
    expect((await market.submits('MARKET_PENALTY', [penaltyRow()])).refusals).toEqual([]);
  });
});

describe('after a restore into a cluster that counts transactions anew', () => {
  test('a new epoch begins and everything is sealed', async () => {
    // what a restored dump looks like: transactions far ahead of the cluster's, one of them not sealed yet
    await allSealed();
    const ahead = '9000000000000';
    const insert = `insert into audit_entry (id, transaction_id, at, actor, role, deed, subject_type, subject_id, facts, request_id)
      values ($1, $2, now(), 'a', 'DEPARTMENT', 'd', 't', 's', '{}', 'r')`;
    await query(insert, [uuid(), ahead]);
    const restored = new Sealer(city.platform.pool, key, city.platform.auditLog, () => undefined);
    await until(async () => {
      await restored.seal();
      return (await query('select from audit_seal where last_transaction_id::text = $1', [ahead])).length === 1;
    });
    await city.platform.auditLog.writeReadings([reading(), reading()]);
    await market.submits('MARKET_PENALTY', [penaltyRow({ CF_WSH: '恢复之后' })]);
    await allSealed();
    expect((await query('select max(epoch) as epoch from audit_seal'))[0].epoch).toBe(2);
    expect(await verified()).toMatchObject({ unsealed: 0, entries: (await counted()).entries });
  });
});

describe('who changes the database behind the triggers is found', () => {
  /** As the owner of the tables can. */
  const behindTriggers = async (table: string, change: string): Promise<void> => {
    await city.owner(`alter table ${table} disable trigger append_only`);
    await city.owner(change);
    await city.owner(`alter table ${table} enable trigger append_only`);
  };

  test.each([
    [
      'a reading that is given to somebody else',
      `update reading_entry set actor = 'x' where id = (select min(id::text)::uuid from reading_entry)`,
      `update reading_entry set actor = 'department:TAX' where actor = 'x'`,
      'reading_entry',
      /^Entry \S+ of \S+ \(readings\) was changed\.$/,
    ],
    [
      'a seal that is moved',
      'update audit_seal set deeds = deeds + 1, readings = readings - 1 where number = 1',
      'update audit_seal set deeds = deeds - 1, readings = readings + 1 where number = 1',
      'audit_seal',
      /^The signature of seal 1 does not fit/,
    ],
    [
      'a deed that is removed',
      `delete from audit_entry where deed = 'audit.export.refused'`,
      'select 1',
      'audit_entry',
      /missing/,
    ],
  ])('%s', async (_what, change, back, table, told) => {
    await allSealed();
    await verified();
    await behindTriggers(table, change);
    await expect(verified()).rejects.toThrow(told);
    await behindTriggers(table, back);
  });
});
