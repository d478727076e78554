import type { Viewer } from '../access/viewer.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';

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
  const grantee = viewer.department ?? viewer.uscc ?? null;
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
  const rows = await reads.rows(itemsOf, [ids, viewer.department ?? viewer.uscc ?? null, today]);
  const byEntity = Map.groupBy(rows, ({ entityId }) => entityId);
  return ids.map((id) => (byEntity.get(id) ?? []).map(({ item }) => item));
});
