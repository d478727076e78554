import { validate as isUuid } from 'uuid';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import { addressee } from '../workflow/addressee.js';
import type { Alert } from './alert.entity.js';
import type { AlertFilter } from './alert.inputs.js';
import type { AlertNotice } from './alert-notice.entity.js';
import { alertKnown } from './alert-sources.js';
import { joinedStanding, type Kind, standingsOf } from './watch-standing.js';

/** An alert as the questions carry it; what it is about is null where the watcher may no longer know of it. */
export type AlertRow = Readonly<Omit<Alert, 'entityId' | 'known' | 'droppedAt'>> & {
  readonly entityId: string | null;
  readonly known: boolean;
  readonly uscc: string | null;
};

const kindsOfWatcher = statement<Kind>(
  'watchKinds',
  `select distinct w.department_code as "departmentCode", w.purpose from watch w where w.watcher = $1`,
);

// $1 the watcher, $2 a watch, $3 a kind, $4 whether unread, $5 since
const filtered = `t.watcher = $1 and t.told_at is not null and ($2::uuid is null or t.watch_id = $2)
  and ($3::text is null or t.kind = $3) and ($4::boolean is null or $4 = (t.read_at is null))
  and ($5::timestamptz is null or t.told_at >= $5)`;

const always = columns<Alert>('t', [
  'id',
  'watchId',
  'watcher',
  'kind',
  'eventId',
  'foundAt',
  'noticeId',
  'toldAt',
  'readAt',
]);

const ifKnown = (['entityId', 'recordId', 'caseId', 'itemCode'] as const)
  .map((property) => `case when k.known then ${columns<Alert>('t', [property]).replace(' as ', ' end as ')}`)
  .join(', ');

// $6 told before, $7 its id, $8 how many, $9 the standings, $10 today
const listed = statement<AlertRow & { told: string }>(
  'alertsListed',
  `select ${always}, ${ifKnown}, k.known, case when k.known then e.uscc end as uscc, t.told_at::text as told
   from (select * from alert t where ${filtered} and (t.told_at, t.id) < ($6::timestamptz, $7::uuid)
     order by t.told_at desc, t.id desc limit $8) t
   join watch w on w.id = t.watch_id left ${joinedStanding('$9')}
   join legal_entity e on e.id = t.entity_id
   cross join lateral (select ${alertKnown('$10::date')} as known) k
   order by t.told_at desc, t.id desc`,
);

const listedCount = statement<{ count: number }>(
  'alertsListedCount',
  `select count(*)::int as count from alert t where ${filtered}`,
);

const start = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** What the viewer's department or enterprise was told, newest first. */
export async function alertsPage(
  context: Context,
  filter: AlertFilter,
  request: PageRequest,
): Promise<Connection<AlertRow>> {
  const { watch = null, kind = null, unread = null, since = null } = filter;
  if (watch !== null && !isUuid(watch)) throw new Refusal('WATCH_UNKNOWN');
  const page = pageOf(request, 'alerts', filter);
  const watcher = addressee(context.viewer);
  const asked = [watcher, watch, kind, unread, since];
  const standings = standingsOf(context, await context.reads.rows(kindsOfWatcher, [watcher]));
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(listed, [...asked, ...(page.after ?? start), page.first + 1, standings, context.today]),
    ({ uscc }) => uscc,
  );
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ told, id }) => [told, id], count);
}

const noticesByIds = statement<AlertNotice>(
  'alertNoticesById',
  `select ${columns<AlertNotice>('n', ['id', 'watchId', 'rhythm', 'legalDay', 'at', 'count', 'deliveryId'])}
   from alert_notice n where n.id = any(${asGiven('$1::uuid[]')})`,
);

/** Notices by their ids. Whoever asks may know of them. */
export const noticeById = batch<Context, string, AlertNotice | null>(async ({ reads }, ids) =>
  inOrder(ids, await reads.rows(noticesByIds, [ids]), ({ id }) => id),
);
