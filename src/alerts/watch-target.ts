import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isItself } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { asGiven, statement } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import { EntityKind } from '../registry/legal-entity.entity.js';
import { regions } from '../registry/registry.reads.js';
import { addressee } from '../workflow/addressee.js';
import type { Watch } from './watch.entity.js';
import { limitOf, targetFault } from './watch.rules.js';

interface Named {
  readonly id: string;
  readonly uscc: string;
  readonly kind: EntityKind;
}

/** What is to be watched, found to be there and allowed. */
export interface CheckedTarget {
  readonly entities: readonly Named[];
  readonly region: string | null;
}

const named = statement<Named>(
  'entitiesToWatch',
  `select e.id, e.uscc, e.kind from legal_entity e where e.uscc = any(${asGiven('$1::text[]')})`,
);

/** Of many codes so many are told. */
const mostTold = 20;

const told = (codes: readonly string[]): string =>
  codes.slice(0, mostTold).join(', ') + (codes.length > mostTold ? ' …' : '');

/** What was asked to be watched, or a refusal that names what is wrong with it. Naming codes costs as asking for them does. */
export async function checkedTarget(
  context: Context,
  asked: { readonly usccs?: readonly string[] | null; readonly region?: string | null },
): Promise<CheckedTarget> {
  const { viewer, reads, budget, reference } = context;
  const region = asked.region ?? null;
  const usccs = asked.usccs ? [...new Set(asked.usccs)] : null;
  const fault = targetFault(viewer.role, { usccs, region }, reference(regions).keys());
  if (fault === 'TOO_MANY') {
    throw new Refusal('WATCH_TOO_MANY', { count: usccs!.length, most: limitOf(viewer.role).perWatch });
  }
  if (fault === 'REGION_FORM' || fault === 'REGION_UNKNOWN') {
    throw new Refusal('WATCH_REGION', { fault, region: region!.slice(0, 20) });
  }
  if (fault) throw new Refusal('WATCH_TARGET', { fault });
  if (usccs === null) return { entities: [], region };
  await budget.spend(usccs);
  const entities = await reads.rows(named, [usccs]);
  const found = new Set(entities.map(({ uscc }) => uscc));
  const unknown = usccs.filter((code) => !found.has(code));
  if (unknown.length > 0) throw new Refusal('WATCH_UNKNOWN_CODES', { count: unknown.length, codes: told(unknown) });
  const persons = entities.filter(({ kind, uscc }) => kind === EntityKind.SOLE_TRADER && !isItself(viewer, uscc));
  if (viewer.role === Role.ENTERPRISE && persons.length > 0) {
    throw new Refusal('WATCH_NATURAL_PERSON', { codes: told(persons.map(({ uscc }) => uscc)) });
  }
  return { entities, region: null };
}

/** Writes what a watch names in the place of what it named before, and refuses what is beyond the limit of the watcher. */
export async function keepTarget(
  em: EntityManager,
  { viewer }: Context,
  { id }: Pick<Watch, 'id'>,
  { entities }: CheckedTarget,
): Promise<void> {
  const kysely = em.getKysely();
  const ids = entities.map((entity) => entity.id);
  await sql`delete from watched_entity where watch_id = ${id} and entity_id <> all(${ids}::uuid[])`.execute(kysely);
  await sql`insert into watched_entity (watch_id, entity_id) select ${id}::uuid, unnest(${ids}::uuid[])
    on conflict do nothing`.execute(kysely);
  const { inAll: most } = limitOf(viewer.role);
  if (most === null) return;
  const { rows } = await sql<{ count: number }>`select count(distinct we.entity_id)::int as count
    from watched_entity we join watch w on w.id = we.watch_id
    where w.watcher = ${addressee(viewer)} and w.ended_at is null`.execute(kysely);
  const { count } = rows[0]!;
  if (count > most) throw new Refusal('WATCH_LIMIT', { what: 'ENTITIES', count, most });
}
