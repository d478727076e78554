import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { CompiledQuery, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { AuditLog } from '../audit/audit-log.js';
import { type Day, daysAfter } from '../calendar/day.js';
import type { Acting } from '../context.js';
import { insertRows } from '../database/bulk.js';
import { tellConsumer } from '../propagation/deliver.js';
import { DeliveryTopic } from '../propagation/delivery.entity.js';
import { AlertRhythm } from './alert.words.js';
import { AlertNotice } from './alert-notice.entity.js';
import { type FoundAlert, readingsOf } from './alert-readings.js';
import { alertKnown } from './alert-sources.js';
import { Watch } from './watch.entity.js';
import { digestHour } from './watch.rules.js';
import { joinedStanding, standingsOf } from './watch-standing.js';

/** The most that one notice tells; what is beyond it waits for the next. */
const most = 20_000;

/** What telling works with. */
export interface Telling {
  readonly acting: () => Acting;
  readonly auditLog: AuditLog;
}

/**
 * Tells the watches what was found for them: those that want it at once with every round, the others once a legal day what was
 * found before that morning's hour. Each watch is a deed of its own, and says how many notices there were.
 */
export async function tellAlerts({ acting, auditLog }: Telling): Promise<number> {
  const { em, now, today } = acting();
  const { rows } = await sql<{ id: string }>`
    select w.id from watch w where w.ended_at is null and exists (
      select from alert t where t.watch_id = w.id and t.told_at is null and t.dropped_at is null
        and (w.rhythm = ${AlertRhythm.AT_ONCE} or t.found_at < ${digestHour(today)}::timestamptz))
    and (w.rhythm = ${AlertRhythm.AT_ONCE} or ${now}::timestamptz >= ${digestHour(today)}::timestamptz and not exists (
      select from alert_notice n where n.watch_id = w.id and n.legal_day = ${today}::date and n.rhythm = ${AlertRhythm.DAILY}))
    order by w.id`.execute(em.getKysely());
  const failures: unknown[] = [];
  let told = 0;
  for (const { id } of rows) {
    await tellWatch(acting(), auditLog, id).then(
      (did) => {
        if (did) told++;
      },
      (error: unknown) => failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
  return told;
}

/** Tells one watch, unless another instance just has; what its watcher may no longer know of is never told. */
function tellWatch(acting: Acting, auditLog: AuditLog, id: string): Promise<boolean> {
  const { now, today } = acting;
  return acting.em.transactional(async (em) => {
    const watch = await lockedWatch(em, id);
    const daily = watch?.rhythm === AlertRhythm.DAILY;
    if (!watch || (daily && (await hasDigest(em, id, today)))) return false;
    const pending = await pendingAlerts(em, acting, watch, daily ? digestHour(today) : null);
    const [told, dropped] = [pending.filter(({ known }) => known), pending.filter(({ known }) => !known)];
    if (told.length > 0) {
      const notice = await giveNotice(em, acting, watch, told.length);
      await sql`update alert set notice_id = ${notice}::uuid, told_at = ${now}
        where id = any(${idsOf(told)}::uuid[])`.execute(em.getKysely());
      await auditLog.enterReadings(em, readingsOf(acting, watch, told));
    }
    if (dropped.length > 0) {
      await sql`update alert set dropped_at = ${now} where id = any(${idsOf(dropped)}::uuid[])`.execute(em.getKysely());
    }
    return told.length > 0;
  });
}

const idsOf = (alerts: readonly FoundAlert[]): string[] => alerts.map(({ id }) => id);

async function lockedWatch(em: EntityManager, id: string): Promise<Watch | null> {
  return em.findOne(Watch, { id, endedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

async function hasDigest(em: EntityManager, id: string, today: Day): Promise<boolean> {
  return (await em.count(AlertNotice, { watchId: id, legalDay: today, rhythm: AlertRhythm.DAILY })) > 0;
}

// $1 the watch, $2 the standings, $3 today, $4 found before
const pendingText = `
  select t.id, t.kind, t.entity_id as "entityId", t.record_id as "recordId", t.item_code as "itemCode",
    ${alertKnown('$3::date')} as known, e.uscc, r.item_id as "itemId", r.state, r.natural_person as "naturalPerson",
    r.public_from as "publicFrom", r.public_until as "publicUntil"
  from alert t join watch w on w.id = t.watch_id ${joinedStanding('$2')} join legal_entity e on e.id = t.entity_id
  left join credit_record r on r.id = t.record_id and r.superseded_at is null
  where t.watch_id = $1::uuid and t.told_at is null and t.dropped_at is null
    and ($4::timestamptz is null or t.found_at < $4)
  order by t.id limit ${most}`;

/** What was found and is to be told now, each with whether the watcher still may know of it. */
async function pendingAlerts(
  em: EntityManager,
  acting: Acting,
  watch: Watch,
  until: Date | null,
): Promise<FoundAlert[]> {
  const values = [watch.id, standingsOf(acting, [watch]), acting.today, until];
  return (await em.getKysely().executeQuery<FoundAlert>(CompiledQuery.raw(pendingText, values))).rows;
}

/** Writes the notice, and sends it on its way to the consumer where the watch has one that is in use. */
async function giveNotice(em: EntityManager, acting: Acting, watch: Watch, count: number): Promise<string> {
  const { now: at, today } = acting;
  const { id: watchId, rhythm, consumerCode } = watch;
  // receivers update daily, as with changes of records
  const dueOn = daysAfter(today, 1);
  const deliveryId =
    consumerCode === null
      ? null
      : await tellConsumer(em, { topic: DeliveryTopic.ALERT, consumer: consumerCode, dueOn });
  const id = uuid();
  await insertRows(em, AlertNotice, [{ id, watchId, rhythm, legalDay: today, at, count, deliveryId }]);
  audit(em, acting, {
    deed: 'alert.tell',
    subjectType: 'AlertNotice',
    subjectId: id,
    facts: { watch: watchId, rhythm, count, delivery: deliveryId },
  });
  return id;
}
