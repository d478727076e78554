import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, sql } from 'kysely';
import type { Acting } from '../context.js';
import type { AlertSource } from './alert-source.js';
import { alertSources } from './alert-sources.js';
import { joinedStanding, type Kind, kindsText, standingsOf } from './watch-standing.js';

/** Rows of a source that are looked at in one transaction. */
const atOnce = 2000;

/** Where everybody watches the same entities a window makes as many alerts as there are watches to each row. */
const patience = '5min';

const zero = '00000000-0000-0000-0000-000000000000';

/** How far a source was looked at. */
interface Position {
  readonly transactionId: string;
  readonly rowId: string;
  readonly highestId: string;
  readonly floorId: string;
  /** Whether transactions are counted anew since, as after a restore into another cluster. */
  readonly restarted: boolean;
}

/**
 * Finds what is new to the watches in every source, and says how many alerts it made. A source is looked at in the order of
 * (transaction, row), and never beyond the first transaction that has not ended: one that is slow is waited for, so that
 * nothing can appear before what was looked at. Alerts and position are written in one transaction, under a lock on the
 * position: whatever is killed, and however many instances are at it, every row is matched once.
 *
 * @param acting makes what a deed of its own needs
 */
export async function findAlerts(
  acting: () => Acting,
  sources: readonly AlertSource[] = alertSources,
): Promise<number> {
  let found = 0;
  for (const source of sources) {
    for (let more = true; more; ) {
      const one = acting();
      const step = await one.em.transactional((em) => lookOnce(em, one, source));
      found += step.found;
      more = step.more;
    }
  }
  return found;
}

async function lookOnce(
  em: EntityManager,
  acting: Acting,
  source: AlertSource,
): Promise<{ found: number; more: boolean }> {
  await sql`set local statement_timeout = ${sql.lit(patience)}`.execute(em.getKysely());
  const position = await lockedPosition(em, source);
  if (position.restarted) {
    await beginAnew(em, source, position);
    return { found: 0, more: true };
  }
  const watched = (await kindsWatching(em)).length > 0;
  const last = await lastOfWindow(em, source, position, watched);
  if (!last) return { found: 0, more: false };
  // after the window is known: whoever watched before its last row was committed is among them
  const kinds = await kindsWatching(em);
  if (!watched && kinds.length > 0) return { found: 0, more: true };
  const window = [position.transactionId, position.rowId, last.transactionId, last.rowId, position.floorId];
  const found =
    kinds.length === 0 ? 0 : await match(em, source, [...window, acting.now, acting.today, standingsOf(acting, kinds)]);
  await sql`update alert_position set transaction_id = ${last.transactionId}::xid8, row_id = ${last.rowId}::uuid,
    highest_id = greatest(highest_id, ${last.rowId}::uuid) where source = ${source.name}`.execute(em.getKysely());
  return { found, more: true };
}

const kindsWatching = async (em: EntityManager): Promise<Kind[]> =>
  (await em.getKysely().executeQuery<Kind>(CompiledQuery.raw(kindsText))).rows;

async function lockedPosition(em: EntityManager, { name }: AlertSource): Promise<Position> {
  const kysely = em.getKysely();
  await sql`insert into alert_position (source, transaction_id, row_id, highest_id, floor_id)
    values (${name}, '0', ${zero}, ${zero}, ${zero}) on conflict do nothing`.execute(kysely);
  const { rows } = await sql<Position>`select transaction_id::text as "transactionId", row_id as "rowId",
      highest_id as "highestId", floor_id as "floorId", transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) as restarted
    from alert_position where source = ${name} for update`.execute(kysely);
  return rows[0]!;
}

/**
 * Transactions are counted from the beginning: what has an id above all that was looked at is new, whatever its transaction.
 * Ids of rows grow with time. To the watches nothing of that had been committed when they were set up.
 */
async function beginAnew(em: EntityManager, { name }: AlertSource, { highestId }: Position): Promise<void> {
  const kysely = em.getKysely();
  await sql`update alert_position set transaction_id = '0', row_id = ${zero}, floor_id = ${highestId}::uuid
    where source = ${name}`.execute(kysely);
  await sql`update watch set begun = '1:1:'::pg_snapshot where ended_at is null
    and pg_snapshot_xmin(begun) >= pg_snapshot_xmax(pg_current_snapshot())`.execute(kysely);
}

/** The last of the next rows; of those that nobody watches for, the last of all. */
async function lastOfWindow(
  em: EntityManager,
  { table, id }: AlertSource,
  { transactionId, rowId, floorId }: Position,
  watched: boolean,
): Promise<Pick<Position, 'transactionId' | 'rowId'> | undefined> {
  const [t, row] = [sql.table(table), sql.ref(id)];
  // what is visible and yet to come was written by another cluster and brought here by a restore
  const complete = sql`(transaction_id, ${row}) > (${transactionId}::xid8, ${rowId}::uuid) and (${row} > ${floorId}::uuid) is true
    and (transaction_id < pg_snapshot_xmin(pg_current_snapshot()) or transaction_id >= pg_snapshot_xmax(pg_current_snapshot()))`;
  const { rows } = await sql<Pick<Position, 'transactionId' | 'rowId'>>`
    select transaction_id::text as "transactionId", id as "rowId" from (
      ${
        watched
          ? sql`select transaction_id, ${row} as id from ${t} where ${complete} order by transaction_id, ${row} limit ${atOnce}`
          : sql`select transaction_id, ${row} as id from ${t} where ${complete} order by transaction_id desc, ${row} desc limit 1`
      }) x order by transaction_id desc, id desc limit 1`.execute(em.getKysely());
  return rows[0];
}

/** Makes the alerts of a window: $1 to $4 its ends, $5 the floor, $6 now, $7 today, $8 the standings of the watches. */
async function match(em: EntityManager, source: AlertSource, values: unknown[]): Promise<number> {
  const row = `x.${source.id}`;
  const window = `(x.transaction_id, ${row}) > ($1::xid8, $2::uuid) and (x.transaction_id, ${row}) <= ($3::xid8, $4::uuid)
    and (${row} > $5::uuid) is true`;
  const text = `
    with event as materialized (${source.happened(window)}),
    watched as (
      -- fenced: each event looks up its watches, instead of walking all that anybody watches
      select event.*, we.watch_id from event cross join lateral (
        select watch_id from watched_entity where entity_id = event.entity_id offset 0) we
      union all
      select event.*, o.id from event join legal_entity e on e.id = event.entity_id
        cross join lateral unnest(array[left(e.region_code, 2), left(e.region_code, 4), e.region_code]) as p (prefix)
        join watch o on o.region_prefix = p.prefix and o.ended_at is null)
    insert into alert (watch_id, watcher, kind, event_id, entity_id, record_id, case_id, item_code, found_at)
    select w.id, w.watcher, k.kind, t.event_id, t.entity_id, t.record_id, t.case_id, t.item_code, $6::timestamptz
    from watched t
    join watch w on w.id = t.watch_id and w.ended_at is null and not pg_visible_in_snapshot(t.transaction_id, w.begun)
    ${joinedStanding('$8')}
    cross join (values ($7::date)) as d (today)
    cross join lateral (select ${source.kind} as kind) k
    where k.kind is not null and ${graveEnough} and ${source.known('d.today')}
    on conflict (watch_id, event_id) do nothing`;
  const { numAffectedRows } = await em.getKysely().executeQuery(CompiledQuery.raw(text, values));
  return Number(numAffectedRows ?? 0);
}

const ranks = `array['MINOR', 'GENERAL', 'SERIOUS']`;

// of what has no gravity, such as a case, none is asked
const graveEnough = `(w.severity_from is null or t.record_id is null
  or array_position(${ranks}, t.severity) >= array_position(${ranks}, w.severity_from))`;
