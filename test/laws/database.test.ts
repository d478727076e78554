import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type City, openCity } from '../world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const refused = (statement: string) => expect(city.platform.pool.query(statement)).rejects.toThrow(/append-only/);

describe('laws of the database', () => {
  test('the migrations make exactly the tables that the nouns declare', async () => {
    expect(await city.platform.orm.schema.getUpdateSchemaSQL()).toBe('');
  });

  test.each(['credit_record', 'audit_entry', 'submission', 'sharing_step', 'sharing_use'])(
    '%s is append-only',
    async (table) => {
      await refused(`delete from ${table}`);
    },
  );

  test('of a record only the end of its currency can be set, and only once', async () => {
    await refused("update credit_record set content = '{}'");
    await refused("update credit_record set superseded_at = now(), state = 'REPAIRED'");
    await city.platform.pool.query(
      'update credit_record set superseded_at = now() where version_id = (select version_id from credit_record limit 1)',
    );
    await refused('update credit_record set superseded_at = now() where superseded_at is not null');
    await refused('update credit_record set superseded_at = null where superseded_at is not null');
  });

  test('acknowledged means on disk', async () => {
    const { rows } = await city.platform.pool.query('show synchronous_commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  test('every record stands under a deed in the audit', async () => {
    const { rows } = await city.platform.pool.query(
      `select s.id from submission s where not exists
         (select from audit_entry a where a.subject_type = 'Submission' and a.subject_id = s.id::text)`,
    );
    expect(rows).toEqual([]);
  });
});
