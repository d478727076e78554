import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadConfig } from '../../dist/src/config.js';
// The compiled program: jest runs this file outside its own module system.
import { joinEmbeddedDatabase } from '../../dist/src/database/embedded.js';
import { openPlatform } from '../../dist/src/platform.js';

/** The PostgreSQL of the tests: DATABASE_URL, or an embedded one that is thrown away. */
async function server() {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, leave: async () => undefined };
  const dataDir = join(tmpdir(), `credit-test-${process.pid}`);
  process.env['TEST_DATA_DIR'] = dataDir;
  return joinEmbeddedDatabase({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
}

/** Key of what is kept sealed in the template and so in every city. */
const testKey = Buffer.alloc(32, 'city').toString('base64');

/** Starts PostgreSQL and makes the template: migrated, with the reference data and the demonstration city. */
export default async function open() {
  // graphql looks twice at every type unless it is told that this is no development; the set-ups of the tests name their own
  process.env['NODE_ENV'] = 'production';
  const place = await server();
  const template = `credit_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: place.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const url = new URL(place.url);
  url.pathname = `/${template}`;
  const config = loadConfig({ DATA_KEY: testKey });
  const platform = await openPlatform(
    { url: url.href, leave: async () => undefined },
    { config, demonstration: true, log: () => undefined },
  );
  await platform.close();
  process.env['TEST_DATABASE'] = place.url;
  process.env['TEST_TEMPLATE'] = template;
  process.env['TEST_DATA_KEY'] = testKey;
  globalThis.leaveTestServer = () => place.leave();
}
