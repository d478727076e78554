import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { Role } from '../access/words.js';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { lapse } from '../propagation/deliver.js';
import { addressee } from '../workflow/addressee.js';
import { needed } from '../workflow/written.js';
import { type AlertKind } from './alert.words.js';
import { AlertNotice } from './alert-notice.entity.js';
import { Watch } from './watch.entity.js';
import type { ChangeWatchInput, WatchEntitiesInput } from './watch.inputs.js';
import { hasGravity, kindsOf, limitOf } from './watch.rules.js';
import { type CheckedTarget, checkedTarget, keepTarget } from './watch-target.js';

/** Sets up a watch. Nothing that stands already is told: only what comes to be from now on. */
export async function watchEntities(context: Context, input: WatchEntitiesInput): Promise<Watch> {
  const { viewer, now, stated } = context;
  const name = needed('name', input.name);
  const kinds = checkedKinds(input.kinds, input.severityFrom ?? null);
  const ofDepartment = viewer.role === Role.DEPARTMENT;
  const { bar } = context.standing;
  if (ofDepartment && bar !== null) throw new Refusal('WATCH_PURPOSE', { fault: bar });
  const target = await checkedTarget(context, input);
  return context.em.transactional(async (em) => {
    await alone(em, context);
    await checkLimits(em, context);
    const consumerCode = await checkedConsumer(em, context, input.consumer ?? null);
    const watch = em.create(Watch, {
      ...{ id: uuid(), watcher: addressee(viewer)!, name, kinds, rhythm: input.rhythm, consumerCode },
      ...{ departmentCode: viewer.department ?? null, uscc: viewer.uscc ?? null, regionPrefix: target.region },
      severityFrom: input.severityFrom ?? null,
      // an enterprise knows what the public knows, whatever it states
      ...(ofDepartment ? stated : { purpose: null, caseNumber: null }),
      ...{ setUpBy: viewer.subject, setUpAt: now, changedAt: null, endedAt: null, endedBy: null },
    });
    em.persist(watch);
    await em.flush();
    await keepTarget(em, context, watch, target);
    enter(em, context, 'set-up', watch, target);
    return watch;
  });
}

/** Changes what is watched and how the watcher is told; what was found already is told all the same. */
export async function changeWatch(context: Context, input: ChangeWatchInput): Promise<Watch> {
  const named = input.usccs != null || input.region != null;
  const target = named ? await checkedTarget(context, input) : null;
  return context.em.transactional(async (em) => {
    await alone(em, context);
    const watch = await lockedWatch(em, context, input.id);
    if (input.name != null) watch.name = needed('name', input.name);
    const severityFrom = input.severityFrom === undefined ? watch.severityFrom : input.severityFrom;
    watch.kinds = checkedKinds(input.kinds ?? watch.kinds, severityFrom);
    watch.severityFrom = severityFrom;
    if (input.rhythm != null) watch.rhythm = input.rhythm;
    if (input.consumer !== undefined) watch.consumerCode = await checkedConsumer(em, context, input.consumer);
    if (target) {
      watch.regionPrefix = target.region;
      await keepTarget(em, context, watch, target);
    }
    watch.changedAt = context.now;
    enter(em, context, 'change', watch, target);
    return watch;
  });
}

/** Ends a watch: nothing of it is found, told or posted any more, not even what was found before. */
export async function endWatch(context: Context, id: string): Promise<Watch> {
  const { viewer, now } = context;
  return context.em.transactional(async (em) => {
    const watch = await lockedWatch(em, context, id);
    Object.assign(watch, { endedAt: now, endedBy: viewer.subject });
    const told = await em.find(
      AlertNotice,
      { watchId: watch.id, deliveryId: { $ne: null } },
      { fields: ['deliveryId'] },
    );
    await lapse(
      em,
      told.map(({ deliveryId }) => deliveryId!),
      now,
    );
    enter(em, context, 'end', watch, null);
    return watch;
  });
}

/** Deeds of one watcher on its watches come one after the other, so that its limits hold. */
async function alone(em: EntityManager, { viewer }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('watch'), hashtext(${addressee(viewer)}))`.execute(em.getKysely());
}

/** The watch, locked and going on, if it is the viewer's. */
async function lockedWatch(em: EntityManager, { viewer }: Context, id: string): Promise<Watch> {
  const mine = { id, watcher: addressee(viewer)! };
  const watch = isUuid(id) ? await em.findOne(Watch, mine, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!watch) throw new Refusal('WATCH_UNKNOWN');
  if (watch.endedAt) throw new Refusal('WATCH_ENDED', { at: new Date(watch.endedAt).toISOString() });
  return watch;
}

async function checkLimits(em: EntityManager, { viewer }: Context): Promise<void> {
  const { watches: most } = limitOf(viewer.role);
  const count = await em.count(Watch, { watcher: addressee(viewer)!, endedAt: null });
  if (count >= most) throw new Refusal('WATCH_LIMIT', { what: 'WATCHES', count, most });
}

function checkedKinds(asked: readonly AlertKind[], severityFrom: unknown): AlertKind[] {
  const kinds = kindsOf(asked);
  if (kinds.length === 0) throw new Refusal('WATCH_KINDS');
  if (severityFrom !== null && !hasGravity(kinds)) throw new Refusal('WATCH_SEVERITY');
  return kinds;
}

/** The consumer, if it is one in use of the watcher's own department: what it is told must not come to anybody else. */
async function checkedConsumer(em: EntityManager, { viewer }: Context, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const { rows } =
    await sql`select from consumer where code = ${code} and department_code = ${viewer.department ?? null}
    and active for share`.execute(em.getKysely());
  if (rows.length === 0) throw new Refusal('WATCH_CONSUMER', { consumer: code.slice(0, 100) });
  return code;
}

function enter(em: EntityManager, context: Context, deed: string, watch: Watch, target: CheckedTarget | null): void {
  const { id, kinds, severityFrom, rhythm, purpose, caseNumber, consumerCode, regionPrefix } = watch;
  audit(em, context, {
    deed: `watch.${deed}`,
    subjectType: 'Watch',
    subjectId: id,
    facts: {
      ...{ kinds, severityFrom, rhythm, purpose, caseNumber, consumer: consumerCode, region: regionPrefix },
      ...(target && { entities: target.entities.map(({ uscc }) => uscc) }),
    },
  });
}
