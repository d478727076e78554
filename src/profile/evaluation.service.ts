import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { CompiledQuery, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Acting } from '../context.js';
import { evaluationEditions, type WholeEdition } from './evaluation.reads.js';
import { EvaluationRun } from './evaluation-run.entity.js';
import { type EvaluatedSlice, evaluateNext } from './evaluation-texts.js';

/** How much is done at once. */
export interface Slice {
  /** Entities a transaction. */
  readonly entities: number;
  /** No further transaction begins after so many milliseconds. */
  readonly milliseconds: number;
}

/**
 * Goes on with the evaluation of a legal day from where it stands, until everybody is evaluated or the time is up. A slice is a
 * transaction of its own that moves the run's position: whatever ends the process, nothing is done twice or left out.
 *
 * @param acting makes what a transaction needs, for the instant of the round
 * @returns how many entities came out otherwise than before
 */
export async function evaluateEverybody(acting: () => Acting, slice: Slice): Promise<number> {
  const { today, reference } = acting();
  const edition = reference(evaluationEditions).on(today);
  if (!edition) return 0;
  const until = performance.now() + slice.milliseconds;
  const run = await runOf(acting(), edition);
  let changed = 0;
  let finished = run === null;
  while (!finished) {
    const done = await evaluateSlice(acting(), run!, edition, slice.entities);
    changed += done.changed;
    finished = done.seen < slice.entities || performance.now() >= until;
  }
  return changed;
}

/** The run of the day, begun if it is not yet; null when it is done. */
async function runOf({ em, today, now, rehearsed }: Acting, edition: WholeEdition): Promise<string | null> {
  const known = await em.findOne(EvaluationRun, { day: today, rehearsed });
  if (known) return known.finishedAt === null ? known.id : null;
  const id = uuid();
  await em.insert(EvaluationRun, {
    ...{ id, day: today, edition: edition.code, position: null, entities: 0, changed: 0 },
    ...{ startedAt: now, finishedAt: null, rehearsed },
  });
  return id;
}

const nothing: EvaluatedSlice = { last: null, seen: 0, entities: 0, changed: 0 };

/** Evaluates the entities that follow the run's position and moves it. */
function evaluateSlice(acting: Acting, id: string, edition: WholeEdition, size: number): Promise<EvaluatedSlice> {
  return acting.em.transactional(async (em) => {
    // two at once take turns; whoever comes second goes on where the first one stopped
    const run = await em.findOneOrFail(EvaluationRun, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (run.finishedAt !== null) return nothing;
    const done = await evaluated(em, acting, edition, run.position, size);
    run.position = done.last ?? run.position;
    run.entities += done.entities;
    run.changed += done.changed;
    if (done.seen < size) run.finishedAt = acting.now;
    return done;
  });
}

async function evaluated(
  em: EntityManager,
  { today, now, rehearsed }: Pick<Acting, 'today' | 'now' | 'rehearsed'>,
  { code, kinds, aFrom, bFrom, cFrom }: WholeEdition,
  position: string | null,
  size: number,
): Promise<EvaluatedSlice> {
  const kysely = em.getKysely();
  // it takes one core at most: the others are for those who ask
  await sql`set local max_parallel_workers_per_gather = 0`.execute(kysely);
  await sql`set local jit = off`.execute(kysely);
  // a slice may take longer than a request: it is not to begin anew for ever on a slow day
  await sql`set local statement_timeout = '5min'`.execute(kysely);
  const values = [today, now, code, position, size, kinds, [aFrom, bFrom, cFrom], rehearsed];
  const { rows } = await kysely.executeQuery<EvaluatedSlice>(CompiledQuery.raw(evaluateNext, values));
  return rows[0]!;
}
