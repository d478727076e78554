import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { addressee } from '../workflow/addressee.js';
import type { Watch } from './watch.entity.js';
import type { WatchFilter } from './watch.inputs.js';

/** A watch as the questions carry it. */
export type WatchRow = Readonly<Watch>;

const watchColumns = columns<Watch>('w', [
  ...(['id', 'watcher', 'departmentCode', 'uscc', 'name', 'regionPrefix', 'kinds', 'severityFrom', 'rhythm'] as const),
  ...(['purpose', 'caseNumber', 'consumerCode', 'setUpAt', 'changedAt', 'endedAt'] as const),
]);

// $1 whether the viewer sees all, $2 whose they must be
const visible = '($1::boolean or w.watcher = $2::text)';

// $3 whether ended, $4 a kind, $5 a department
const filtered = `${visible} and ($3::boolean is null or $3 = (w.ended_at is not null))
  and ($4::text is null or $4 = any(w.kinds)) and ($5::text is null or w.department_code = $5)`;

const listed = statement<WatchRow>(
  'watchesListed',
  `select ${watchColumns} from watch w where ${filtered} and w.id < $6::uuid order by w.id desc limit $7`,
);

const listedCount = statement<{ count: number }>(
  'watchesListedCount',
  `select count(*)::int as count from watch w where ${filtered}`,
);

const byIds = statement<WatchRow>(
  'watchesById',
  `select ${watchColumns} from watch w where w.id = any(${asGiven('$3::uuid[]')}) and ${visible}`,
);

const visibility = ({ viewer }: Context): unknown[] => [viewer.role === Role.SUPERVISOR, addressee(viewer)];

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The watches that exist for the viewer, newest first. */
export async function watchesPage(
  context: Context,
  filter: WatchFilter,
  request: PageRequest,
): Promise<Connection<WatchRow>> {
  const page = pageOf(request, 'watches', filter);
  const asked = [...visibility(context), filter.ended ?? null, filter.kind ?? null, filter.department ?? null];
  const rows = await context.reads.rows(listed, [...asked, page.after?.[0] ?? last, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** Watches by their ids, as far as they exist for the viewer. */
export const watchById = batch<Context, string, WatchRow | null>(async (context, ids) => {
  const rows = await context.reads.rows(byIds, [...visibility(context), ids.filter((id) => isUuid(id))]);
  return inOrder(ids, rows, ({ id }) => id);
});

const counts = statement<{ id: string; entities: number; unread: number }>(
  'watchCounts',
  `select p.id, (select count(*)::int from watched_entity we where we.watch_id = p.id) as entities,
     (select count(*)::int from alert a where a.watch_id = p.id and a.told_at is not null and a.read_at is null) as unread
   from unnest(${asGiven('$1::uuid[]')}) p (id)`,
);

/** How many entities watches name, and how many of their alerts nobody has read, by their ids. */
export const countsOfWatch = batch<Context, string, { readonly entities: number; readonly unread: number }>(
  async ({ reads }, ids) => {
    const rows = new Map((await reads.rows(counts, [ids])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id)!);
  },
);

const entitiesListed = statement<Pick<EntityRow, 'id' | 'uscc'>>(
  'watchedEntities',
  `select e.id, e.uscc from watched_entity we join legal_entity e on e.id = we.entity_id
   where we.watch_id = $1::uuid and e.uscc > $2 order by e.uscc limit $3`,
);

const entitiesCount = statement<{ count: number }>(
  'watchedEntitiesCount',
  'select count(*)::int as count from watched_entity we where we.watch_id = $1::uuid',
);

/** What a watch names, in the order of the codes. Whoever asks may know of the watch. */
export async function watchedEntities(
  context: Context,
  watchId: string,
  request: PageRequest,
): Promise<Connection<EntityRow>> {
  const page = pageOf(request, 'watch.entities', watchId);
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(entitiesListed, [watchId, page.after?.[0] ?? '', page.first + 1]),
    ({ uscc }) => uscc,
  );
  const count = async () => (await context.reads.row(entitiesCount, [watchId]))!.count;
  const shown = await Promise.all(rows.slice(0, page.first).map(({ id }) => context.load(entityById, id)));
  return connection(page, [...shown, ...rows.slice(page.first)] as EntityRow[], ({ uscc }) => [uscc], count);
}
