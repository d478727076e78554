import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demonstrationCity } from '../seeds/city.js';
import { ConfigurationError, loadConfig } from '../src/config.js';
import { openPlatform } from '../src/platform.js';
import { penaltyRow } from './world/rows.js';
import { type City, openCity } from './world.js';

const gobi = '91150203MA0T3QT218';
const given = process.env['TEST_DATA_KEY']!;
const another = randomBytes(32).toString('base64');

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** A citizen's number, and a telephone number of the demonstration or a mobile one, standing by itself. */
const personal =
  '(^|[^0-9A-Za-z])([1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])([012][0-9]|3[01])[0-9]{3}[0-9Xx]|1[0-9]{10})($|[^0-9A-Za-z])';

/** Every place in the database where a personal number stands in plain: `table.column: value`. */
async function inPlain(): Promise<string[]> {
  const columns = await city.owner(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY', 'character varying')`,
  );
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const rows = await city.owner(`select "${column}"::text as value from "${table}" where "${column}"::text ~ $1`, [
      personal,
    ]);
    found.push(...rows.map(({ value }) => `${table}.${column}: ${value}`));
  }
  return found;
}

/** Opens the city's database once more, with these keys. */
async function reopen(keys: string): Promise<string[]> {
  const said: string[] = [];
  const platform = await openPlatform(
    { url: city.database, leave: async () => undefined },
    { config: loadConfig({ DATA_KEY: keys }), demonstration: false, log: (line) => said.push(line) },
  );
  await platform.close();
  return said;
}

const representative = `{ entity(uscc: "${gobi}") { legalRepresentativeId contactPhone } }`;

describe('at rest', () => {
  test('no number of a person stands anywhere in the demonstration in plain, though many were sent', async () => {
    expect(JSON.stringify(demonstrationCity()).match(new RegExp(personal, 'g'))!.length).toBeGreaterThan(100);
    expect(await inPlain()).toEqual([]);
    const [{ entities }] = await city.owner(
      "select count(*)::int as entities from legal_entity where contact_phone like 'enc:%'",
    );
    const [{ records }] = await city.owner(
      "select count(*)::int as records from credit_record where content::text like '%\"enc:%'",
    );
    expect([entities > 100, records > 100]).toEqual([true, true]);
  });

  test('nor of what was refused', async () => {
    const market = await city.officer('MARKET');
    const { data } = await market.submits('MARKET_PENALTY', [
      penaltyRow({ CF_FR_ZJHM: `150203199003070017${'x'.repeat(64)}` }),
      ['张三', '150203199003070017', '13800000000'],
    ]);
    expect(data.submitRecords).toMatchObject({ refused: 2 });
    expect(await inPlain()).toEqual([]);
  });
});

describe('those who may see it', () => {
  test('see the same as ever: whole, in part, or nothing', async () => {
    const whole = await (await city.officer('MARKET')).asks(representative);
    expect(whole.data.entity).toEqual({
      legalRepresentativeId: expect.stringMatching(/^\d{17}[\dX]$/),
      contactPhone: expect.stringMatching(/^100\d{8}$/),
    });
    const part = await (await city.officer('TAX')).for('INSPECTION', '2026-0317').asks(representative);
    const { legalRepresentativeId: id, contactPhone } = whole.data.entity;
    expect(part.data.entity).toEqual({
      legalRepresentativeId: `${id.slice(0, 4)}**********${id.slice(-4)}`,
      contactPhone,
    });
    const nothing = await city.anyone.asks(representative);
    expect(nothing.data.entity).toEqual({
      legalRepresentativeId: null,
      contactPhone: `${contactPhone.slice(0, 3)}****${contactPhone.slice(-4)}`,
    });
  });

  test('see the values of records, and a record that is sent again is known', async () => {
    const market = await city.officer('MARKET');
    const row = penaltyRow({ CF_WSH: '密封之一', CF_XDR_SHXYM: gobi, CF_FR_ZJHM: '150203199003070017' });
    const ask = `{ entity(uscc: "${gobi}") { records(first: 100, filter: { item: "MARKET_PENALTY" }) {
      edges { node { number fields { key value state } } } } } }`;
    const shown = async (asker: City['anyone']) => {
      const { data } = await asker.asks(ask.replace('number ', 'title '));
      const { node } = data.entity.records.edges.find((edge: any) => edge.node.title.includes('密封之一'));
      return node.fields.find(({ key }: any) => key === 'CF_FR_ZJHM');
    };
    expect((await market.submits('MARKET_PENALTY', [row])).data.submitRecords).toMatchObject({ created: 1 });
    expect(await shown(market)).toMatchObject({ value: '150203199003070017', state: 'SHOWN' });
    expect(await shown(await city.enterprise(gobi))).toMatchObject({ value: '150203199003070017', state: 'SHOWN' });
    expect(await shown((await city.officer('TAX')).for('INSPECTION', '2026-0317'))).toMatchObject({
      value: '1502**********0017',
      state: 'MASKED',
    });
    expect(await shown(city.anyone)).toMatchObject({ value: null, state: 'WITHHELD' });
    expect((await market.submits('MARKET_PENALTY', [row])).data.submitRecords).toMatchObject({ unchanged: 1 });
    const other = { ...row, CF_FR_ZJHM: '150207197806303028' };
    expect((await market.submits('MARKET_PENALTY', [other])).data.submitRecords).toMatchObject({ changed: 1 });
  });

  test('see nothing of a value that was moved to another subject', async () => {
    const [donor] = await city.owner('select legal_representative_id as id from legal_entity where uscc = $1', [gobi]);
    const thief = '91150200MA0T3QT132';
    await city.owner('update legal_entity set legal_representative_id = $1 where uscc = $2', [donor.id, thief]);
    const { data, refusals } = await (await city.enterprise(thief)).asks(
      `{ entity(uscc: "${thief}") { name legalRepresentativeId } }`,
    );
    expect(data.entity.legalRepresentativeId).toBeNull();
    expect(refusals).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    await city.owner('update legal_entity set legal_representative_id = null where uscc = $1', [thief]);
  });
});

describe('the key', () => {
  test('a wrong one refuses to start and says so, before anything is written', async () => {
    const before = await city.owner('select * from loaded_data order by name');
    await expect(reopen(another)).rejects.toThrow(ConfigurationError);
    await expect(reopen(another)).rejects.toThrow(/^DATA_KEY is not the key of this database/);
    expect(await city.owner('select * from loaded_data order by name')).toEqual(before);
  });

  test('rows from before there was one are sealed when the database is opened, once', async () => {
    await city.owner(`begin; alter table credit_record disable trigger append_only;
      update credit_record set content = content || '{"CF_FR_ZJHM": "150203199003070017"}' where item_code = 'MARKET_PENALTY';
      update legal_entity set contact_phone = '10015020301' where uscc = '${gobi}';
      delete from loaded_data where name = 'data-key';
      alter table credit_record enable trigger append_only; commit`);
    expect((await inPlain()).length).toBeGreaterThan(1);
    expect(await reopen(given)).toEqual([
      expect.stringMatching(/^sealed the ID numbers and telephone numbers of \d+ rows/),
    ]);
    expect(await inPlain()).toEqual([]);
    expect(await reopen(given)).toEqual([]);
    await expect(city.owner("update credit_record set content = '{}'")).rejects.toThrow(/append-only/);
    const { data } = await (await city.officer('MARKET')).asks(representative);
    expect(data.entity.contactPhone).toBe('10015020301');
  });

  test('is changed by giving the new one before the old: all is sealed anew, then the old one may go', async () => {
    const [old] = await city.owner("select digest from loaded_data where name = 'data-key'");
    await reopen(`${another},${given}`);
    const [fresh] = await city.owner("select digest from loaded_data where name = 'data-key'");
    expect(fresh.digest).not.toBe(old.digest);
    const left = await city.owner(
      `select 1 from legal_entity where contact_phone like $1 or legal_representative_id like $1
       union all select 1 from credit_record where content::text like '%"' || $1`,
      [`enc:${old.digest}:%`],
    );
    expect(left).toEqual([]);
    expect(await reopen(another)).toEqual([]);
    await expect(reopen(given)).rejects.toThrow(/DATA_KEY is not the key/);
  });
});
