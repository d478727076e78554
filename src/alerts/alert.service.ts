import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { addressee } from '../workflow/addressee.js';

/** How many alerts can be marked at once. */
const most = 1000;

/**
 * Marks alerts as read for the whole department or enterprise; one that was read already stays as it was.
 *
 * @returns how many were unread until now
 */
export async function markAlertsRead(context: Context, asked: readonly string[]): Promise<number> {
  const { viewer, now } = context;
  const ids = [...new Set(asked)];
  if (ids.length === 0 || ids.length > most) throw new Refusal('ALERT_IDS', { count: ids.length, most });
  return context.em.transactional(async (em) => {
    const kysely = em.getKysely();
    const { rows } = await sql<{ id: string; unread: boolean }>`select id, read_at is null as unread from alert
      where id = any(${ids.filter((id) => isUuid(id))}::uuid[]) and watcher = ${addressee(viewer)} and told_at is not null
      order by id for update`.execute(kysely);
    const mine = new Set(rows.map(({ id }) => id));
    const unknown = ids.filter((id) => !mine.has(id.toLowerCase()));
    if (unknown.length > 0) {
      const named = unknown.slice(0, 10).map((id) => id.slice(0, 40));
      throw new Refusal('ALERT_UNKNOWN', { count: unknown.length, ids: named.join(', ') });
    }
    const unread = rows.filter((row) => row.unread).map(({ id }) => id);
    if (unread.length === 0) return 0;
    await sql`update alert set read_at = ${now}, read_by = ${viewer.subject}
      where id = any(${unread}::uuid[])`.execute(kysely);
    audit(em, context, { deed: 'alert.read', subjectType: 'Alert', subjectId: '*', facts: { alerts: unread } });
    return unread.length;
  });
}
