import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { grants } from '../../src/sharing/grant.reads.js';
import type { City } from '../world.js';

/** A granted sharing request that is in use for all of 2026, put straight into the database; ends it when called. */
export async function grantedTo(
  city: City,
  requester: string,
  item: string,
  purpose: string,
  fields: readonly string[] = [],
): Promise<() => Promise<void>> {
  const id = uuid();
  await changed(city, () =>
    city.platform.pool.query(
      `insert into sharing_request (id, number, requester_code, provider_code, item_code, item_id, purpose, fields, approval,
         state, requested_at, steps_taken, valid_from, valid_until)
       select $1::uuid, $1::text, $2, i.provider_code, i.code, i.id, $4, $5, 'test', 'IN_USE', '2026-01-01', 1, '2026-01-01', '2026-12-31'
       from catalogue_item i where i.code = $3`,
      [id, requester, item, purpose, fields],
    ),
  );
  return () =>
    changed(city, () =>
      city.platform.pool.query("update sharing_request set state = 'TERMINATED' where id = $1", [id]),
    );
}

/** An entity's authorisation for 2026 or until a day of it, put straight into the database; withdraws it when called. */
export async function authorisedBy(
  city: City,
  uscc: string,
  grantee: string,
  items: readonly string[],
  until = '2026-12-31',
): Promise<() => Promise<void>> {
  const id = uuid();
  const { pool } = city.platform;
  await pool.query(
    `insert into consent (id, entity_id, grantee, items, use, valid_from, valid_until, granted_at, granted_by)
     select $1, e.id, $3, $4, '尽职调查', '2026-01-01', $5, now(), 'test' from legal_entity e where e.uscc = $2`,
    [id, uscc, grantee, items, until],
  );
  // who has been authorised at all is held in memory
  await pause(300);
  return async () => {
    await pool.query('update consent set withdrawn_at = now() where id = $1', [id]);
  };
}

/** Waits until the running server knows of a change of the grants. */
async function changed(city: City, change: () => Promise<unknown>): Promise<void> {
  const before = city.platform.reference.get(grants);
  await change();
  for (let tries = 0; tries < 200 && city.platform.reference.get(grants) === before; tries += 1) await pause(10);
  if (city.platform.reference.get(grants) === before) throw new Error('the grants did not change');
}

/** Changes rows that the database keeps from being changed, as only its owner could. */
export async function rewrite(city: City, statement: string, values: unknown[] = []): Promise<void> {
  await city.owner('begin');
  try {
    await city.owner('set local session_replication_role = replica');
    await city.owner(statement, values);
  } finally {
    await city.owner('commit');
  }
}
