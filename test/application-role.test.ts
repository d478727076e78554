import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ConfigurationError, loadConfig } from '../src/config.js';
import { openPlatform, type Platform } from '../src/platform.js';

// Owners that are no superusers, as a city's computing centre gives them out; each with a database of its own.
const undo: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function administer(sql: string): Promise<any[]> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE'] });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

interface Owner {
  readonly name: string;
  readonly url: string;
}

async function owner(may: 'createrole' | 'nocreaterole', password = 'o w:n/e@r'): Promise<Owner> {
  const name = `owner_${randomUUID().slice(0, 8)}`;
  await administer(`create role ${name} login ${may} password '${password}'`);
  undo.push(() => administer(`drop role if exists ${name}_application; drop role ${name}`).then(() => undefined));
  return { name, url: await database(name, password) };
}

async function database(ownedBy: string, password: string): Promise<string> {
  const name = `city_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} owner ${ownedBy}`);
  undo.push(() => administer(`drop database ${name} with (force)`).then(() => undefined));
  const url = new URL(process.env['TEST_DATABASE']!);
  Object.assign(url, { pathname: `/${name}`, username: ownedBy, password: encodeURIComponent(password) });
  return url.href;
}

async function open(url: string, production = false): Promise<{ platform: Platform; said: string[] }> {
  const said: string[] = [];
  const config = { ...loadConfig({ DATA_KEY: process.env['TEST_DATA_KEY'] }), production };
  const platform = await openPlatform(
    { url, leave: async () => undefined },
    { config, demonstration: false, log: (line) => said.push(line) },
  );
  return { platform, said };
}

async function whoWorks({ platform }: { platform: Platform }): Promise<string> {
  const { rows } = await platform.pool.query('select current_user as name');
  await platform.close();
  return rows[0].name;
}

describe('the role as which the program works', () => {
  test('is made by an owner that may make roles, and found again', async () => {
    const { name, url } = await owner('createrole');
    const first = await open(url, true);
    expect(first.said).toContain(`set the rights of ${name}_application`);
    expect(await whoWorks(first)).toBe(`${name}_application`);
    const again = await open(url, true);
    expect(again.said).toEqual([]);
    expect(await whoWorks(again)).toBe(`${name}_application`);
  });

  test('has a password that nobody finds in the URL, and another one when the owner has', async () => {
    const { name, url } = await owner('createrole');
    await whoWorks(await open(url));
    const changed = new URL(url);
    changed.password = 'another';
    await administer(`alter role ${name} password 'another'`);
    expect(await whoWorks(await open(changed.href))).toBe(`${name}_application`);
    const guess = new URL(changed);
    guess.username = `${name}_application`;
    const client = new pg.Client({ connectionString: guess.href });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  test('gets back what it lost and loses what it was given by hand', async () => {
    const { name, url } = await owner('createrole');
    await whoWorks(await open(url));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `grant delete on audit_entry to ${name}_application; revoke select on region from ${name}_application`,
    );
    await client.end();
    const { platform, said } = await open(url);
    expect(said).toEqual([`set the rights of ${name}_application`]);
    await expect(platform.pool.query('delete from audit_entry')).rejects.toMatchObject({ code: '42501' });
    expect((await platform.pool.query('select from region limit 1')).rowCount).toBe(1);
    await platform.close();
  });

  test('is made once when several databases of one server are opened at the same time', async () => {
    const { name, url } = await owner('createrole');
    const urls = [url, await database(name, 'o w:n/e@r'), await database(name, 'o w:n/e@r')];
    const opened = await Promise.all(urls.map((one) => open(one)));
    expect(await Promise.all(opened.map(whoWorks))).toEqual(urls.map(() => `${name}_application`));
  });

  test('cannot be made by an owner that may not: a trial goes on as the owner and says so', async () => {
    const { name, url } = await owner('nocreaterole');
    const trial = await open(url);
    expect(trial.said).toContainEqual(expect.stringMatching(/^warning: .* ALTER ROLE "owner_\w+" CREATEROLE;$/));
    expect(await whoWorks(trial)).toBe(name);
  });

  test('… production refuses to start, and what it tells the administrator to run is enough', async () => {
    const { name, url } = await owner('nocreaterole');
    const refusal = await open(url, true).catch((error: Error) => error);
    expect(refusal).toBeInstanceOf(ConfigurationError);
    await administer((refusal as Error).message.split('must run: ')[1]!);
    expect(await whoWorks(await open(url, true))).toBe(`${name}_application`);
  });
});
