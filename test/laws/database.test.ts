import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOrm } from '../../src/database/orm.js';
import { nouns } from '../../src/platform.js';
import { type City, openCity } from '../world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const appendOnly = [
  'alert_notice',
  'audit_entry',
  'audit_seal',
  'case_document',
  'case_step',
  'credit_grade',
  'credit_record',
  'evaluation_dimension',
  'evaluation_edition',
  'evaluation_rule',
  'credit_report',
  'ledger_entry',
  'payment_warning',
  'reading_deferral',
  'reading_entry',
  'record_change',
  'rejection',
  'repair_ban',
  'restriction_use',
  'report_key',
  'screened_record',
  'sharing_step',
  'sharing_use',
  'submission',
  'tolerance_signature',
];

describe('laws of the database', () => {
  test('the migrations make exactly the tables that the nouns declare', async () => {
    const orm = await openOrm({ url: city.database, entities: nouns });
    expect(await orm.schema.getUpdateSchemaSQL()).toBe('');
    await orm.close();
  });

  test('the append-only tables are these', async () => {
    const rows = await city.owner(
      "select tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only'",
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(appendOnly.toSorted());
  });

  describe('even for the owner', () => {
    const refused = (statement: string) => expect(city.owner(statement)).rejects.toThrow(/append-only/);

    test.each(['credit_record', 'audit_entry', 'submission'])('%s is append-only', async (table) => {
      await refused(`delete from ${table}`);
    });

    test('of a record only the end of its currency can be set, and only once', async () => {
      await refused("update credit_record set content = '{}'");
      await refused("update credit_record set superseded_at = now(), state = 'REPAIRED'");
      await city.owner(
        'update credit_record set superseded_at = now() where version_id = (select version_id from credit_record limit 1)',
      );
      await refused('update credit_record set superseded_at = now() where superseded_at is not null');
      await refused('update credit_record set superseded_at = null where superseded_at is not null');
    });
  });

  describe('as the role of the program', () => {
    /** SQLSTATE insufficient_privilege. */
    const denied = (statement: string) =>
      expect(city.platform.pool.query(statement)).rejects.toMatchObject({ code: '42501' });

    test('it is another one than the owner, and may do nothing by itself', async () => {
      const { rows } = await city.platform.pool.query(
        'select rolname, rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as mighty, rolinherit from pg_roles where rolname = current_user',
      );
      const [{ name }] = await city.owner('select current_user as name');
      expect(rows).toEqual([{ rolname: `${name}_application`, mighty: false, rolinherit: false }]);
    });

    test.each(appendOnly)('nothing of %s is changed, removed or emptied', async (table) => {
      const [{ name }] = await city.owner(
        `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum = 1`,
      );
      await denied(`update ${table} set "${name}" = "${name}"`);
      await denied(`delete from ${table}`);
      await denied(`truncate ${table}`);
    });

    test('of a record it may set the end of its currency alone', async () => {
      await denied("update credit_record set content = '{}'");
      const ended = await city.platform.pool.query(
        'update credit_record set superseded_at = now() where version_id = (select version_id from credit_record where superseded_at is null limit 1)',
      );
      expect(ended.rowCount).toBe(1);
    });

    test.each([
      "update department set name = ''",
      "update loaded_data set digest = ''",
      'delete from legal_entity',
      'truncate legal_entity',
      'select * from migration',
    ])('not: %s', denied);

    test.each([
      'create table mine (id int)',
      'alter table credit_record disable trigger append_only',
      'drop table rejection',
      'alter table legal_entity add column more text',
      'create index mine on legal_entity (name)',
      'create role another',
    ])('no definitions: %s', denied);

    test('it does not become the owner', async () => {
      const [{ name }] = await city.owner('select current_user as name');
      await denied(`set role "${name}"`);
      await denied(`set session authorization "${name}"`);
    });
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
