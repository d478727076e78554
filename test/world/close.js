import { rm } from 'node:fs/promises';
import pg from 'pg';

/** Drops the template and stops what was started. */
export default async function close() {
  const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE'] });
  await admin.connect();
  await admin.query(`drop database if exists ${process.env['TEST_TEMPLATE']}`);
  await admin.end();
  await globalThis.leaveTestServer();
  const dataDir = process.env['TEST_DATA_DIR'];
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
}
