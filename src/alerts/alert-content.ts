import type pg from 'pg';
import { legalDay } from '../calendar/day.js';
import { Reads, statement } from '../database/reads.js';
import type { ReferenceData } from '../database/snapshot.js';
import type { Content } from '../propagation/delivery.worker.js';
import type { AlertKind, AlertRhythm } from './alert.words.js';
import { alertKnown } from './alert-sources.js';
import { joinedStanding, type Kind, standingsOf } from './watch-standing.js';

/** Alerts that one event names; whoever is told that there are more asks the inbox. */
const mostNamed = 500;

interface Told extends Kind {
  readonly watchId: string;
  readonly noticeId: string;
  readonly rhythm: AlertRhythm;
  readonly legalDay: string;
  readonly at: Date;
}

const noticeOf = statement<Told>(
  'alertNoticeToPost',
  `select n.watch_id as "watchId", n.id as "noticeId", n.rhythm, n.legal_day as "legalDay", n.at,
     w.department_code as "departmentCode", w.purpose
   from alert_notice n join watch w on w.id = n.watch_id where n.delivery_id = $1::uuid and w.ended_at is null`,
);

interface Named {
  readonly id: string;
  readonly kind: AlertKind;
  readonly uscc: string;
  readonly record: string | null;
  readonly case: string | null;
  readonly item: string | null;
}

// $1 the notice, $2 the standings, $3 today
const named = statement<Named>(
  'alertsToPost',
  `select t.id, t.kind, e.uscc, t.record_id as record, t.case_id as "case", t.item_code as item
   from alert t join watch w on w.id = t.watch_id ${joinedStanding('$2')} join legal_entity e on e.id = t.entity_id
   where t.notice_id = $1::uuid and ${alertKnown('$3::date')} order by t.id limit ${mostNamed + 1}`,
);

/**
 * What a notice says when it is posted: kinds, codes and ids of what the watcher may know of at that moment, never a value.
 * Nothing, when the watch has ended or all of it was repaired in the meantime.
 */
export const alertContent =
  ({ pool, reference }: { readonly pool: pg.Pool; readonly reference: ReferenceData }): Content =>
  async (delivery, now) => {
    const reads = new Reads(pool);
    const notice = await reads.row(noticeOf, [delivery]);
    if (!notice) return null;
    const today = legalDay(now);
    const acting = { today, reference: reference.get.bind(reference) };
    const alerts = await reads.rows(named, [notice.noticeId, standingsOf(acting, [notice]), today]);
    if (alerts.length === 0) return null;
    const { watchId: watch, noticeId, rhythm, legalDay: day, at } = notice;
    return {
      type: rhythm === 'DAILY' ? 'alert.digest' : 'alert.found',
      ...{ at: new Date(at).toISOString(), watch, notice: noticeId, day },
      ...{ more: alerts.length > mostNamed, alerts: alerts.slice(0, mostNamed) },
    };
  };
