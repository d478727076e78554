import type { Viewer } from '../access/viewer.js';
import type { Context } from '../context.js';
import { type Connection, connection, type Page, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { Consent } from './consent.entity.js';

/** A consent as the questions carry it: a plain row. */
export type ConsentRow = Readonly<Consent>;

/** As whom a viewer can be authorised: as a department or as an entity, or not at all. */
const asGrantee = ({ department, uscc }: Viewer): string | null => department ?? uscc ?? null;

const allGrantees = statement<{ grantee: string }>(
  'consentGrantees',
  'select distinct c.grantee from consent c where c.withdrawn_at is null',
);

/**
 * Whom anybody has authorised. Consents themselves are looked at in the statements that read records, so that one that is
 * withdrawn opens nothing from the next request on; this only spares all others the look.
 */
export const grantees = snapshot(
  'grantees',
  ['consent'],
  async (reads): Promise<ReadonlySet<string>> => new Set((await reads.rows(allGrantees)).map(({ grantee }) => grantee)),
);

/** As whom the viewer may have been authorised; null when nobody has authorised it. */
export function authorised(viewer: Viewer, reference: Context['reference']): string | null {
  const grantee = asGrantee(viewer);
  return grantee !== null && reference(grantees).has(grantee) ? grantee : null;
}

const itemsOf = statement<{ entityId: string; item: string }>(
  'consentedItems',
  `select c.entity_id as "entityId", unnest(c.items) as item from consent c
   where c.entity_id = any(${asGiven('$1::uuid[]')}) and c.grantee = $2 and c.withdrawn_at is null
     and c.valid_from <= $3::date and c.valid_until >= $3::date`,
);

/** Codes of the items for which an entity, by its id, has authorised the viewer today. */
export const consentedItems = batch<Context, string, readonly string[]>(async (context, ids) => {
  const { viewer, reads, today } = context;
  const rows = await reads.rows(itemsOf, [ids, asGrantee(viewer), today]);
  const byEntity = Map.groupBy(rows, ({ entityId }) => entityId);
  return ids.map((id) => (byEntity.get(id) ?? []).map(({ item }) => item));
});

const consentColumns = columns<Consent>('c', [
  'id',
  'entityId',
  'grantee',
  'items',
  'use',
  'validFrom',
  'validUntil',
  'grantedAt',
  'withdrawnAt',
]);

const ofEntities = statement<ConsentRow>(
  'consentsOfEntities',
  `select c.* from unnest(${asGiven('$1::uuid[]')}) parent (id) cross join lateral (
     select ${consentColumns} from consent c where c.entity_id = parent.id and c.id < $2::uuid order by c.id desc limit $3
   ) c`,
);

const ofEntitiesCount = statement<{ entityId: string; count: number }>(
  'consentsOfEntitiesCount',
  `select c.entity_id as "entityId", count(*)::int as count from consent c
   where c.entity_id = any(${asGiven('$1::uuid[]')}) group by c.entity_id`,
);

// $1 the grantee, $2 today
const givenTo = 'c.grantee = $1 and c.withdrawn_at is null and c.valid_from <= $2::date and c.valid_until >= $2::date';

const listed = statement<ConsentRow>(
  'consentsGivenTo',
  `select ${consentColumns} from consent c where ${givenTo} and c.id < $3::uuid order by c.id desc limit $4`,
);

const listedCount = statement<{ count: number }>(
  'consentsGivenToCount',
  `select count(*)::int as count from consent c where ${givenTo}`,
);

/** Ids sort by time: the newest stand first. */
const start = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const keysOf = ({ id }: ConsentRow): string[] => [id];

interface OfEntity {
  readonly entityId: string;
  readonly page: Page;
}

const pageOfEntity = batch<Context, OfEntity, ConsentRow[]>(
  async ({ reads }, wanted) => {
    const rows = new Map<OfEntity, ConsentRow[]>();
    for (const group of Map.groupBy(wanted, alike).values()) {
      const { first, after } = group[0]!.page;
      const ids = group.map(({ entityId }) => entityId);
      const found = await reads.rows(ofEntities, [ids, after?.[0] ?? start, first + 1]);
      const byEntity = Map.groupBy(found, ({ entityId }) => entityId);
      for (const one of group) rows.set(one, byEntity.get(one.entityId) ?? []);
    }
    return wanted.map((one) => rows.get(one)!);
  },
  (one) => one.entityId + alike(one),
);

/** Entities whose lists are asked alike go in one statement. */
const alike = ({ page }: OfEntity): string => JSON.stringify([page.first, page.after]);

const countOfEntity = batch<Context, string, number>(async ({ reads }, ids) => {
  const found = await reads.rows(ofEntitiesCount, [ids]);
  const counts = new Map(found.map(({ entityId, count }) => [entityId, count]));
  return ids.map((id) => counts.get(id) ?? 0);
});

/** The consents that an entity, by its id, has given, newest first, whatever became of them. */
export async function consentsOfEntity(
  context: Context,
  entityId: string,
  request: PageRequest,
): Promise<Connection<ConsentRow>> {
  const page = pageOf(request, 'entity.consents', entityId);
  const rows = await context.load(pageOfEntity, { entityId, page });
  return connection(page, rows, keysOf, () => context.load(countOfEntity, entityId));
}

/** The consents in force that were given to the viewer, newest first. */
export async function consentsGivenToViewer(context: Context, request: PageRequest): Promise<Connection<ConsentRow>> {
  const { viewer, reads, today } = context;
  const page = pageOf(request, 'viewer.consents');
  const asked = [asGrantee(viewer), today];
  const rows = await reads.rows(listed, [...asked, page.after?.[0] ?? start, page.first + 1]);
  return connection(page, rows, keysOf, async () => (await reads.row(listedCount, asked))!.count);
}
