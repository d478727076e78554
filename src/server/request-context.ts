import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Viewer } from '../access/viewer.js';
import { WithheldList } from '../access/withheld.js';
import { legalDay } from '../calendar/day.js';
import type { Context } from '../context.js';
import { loaders } from '../database/loader.js';
import { Reads } from '../database/reads.js';
import type { ReferenceData } from '../database/snapshot.js';
import type { Language } from '../messages/language.js';

/** What the process holds and every request borrows from. */
export interface Resources {
  readonly orm: MikroORM;
  readonly pool: pg.Pool;
  readonly reference: ReferenceData;
}

/** Who asks, how, and when. */
export interface Asking {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly requestId: string;
  readonly now: Date;
  readonly log: FastifyBaseLogger;
}

/** Everything that a request needs, made when it comes and forgotten when it is answered. */
export function requestContext({ orm, pool, reference }: Resources, asking: Asking): Context {
  let em: Context['em'] | undefined;
  const context: Context = {
    ...asking,
    today: legalDay(asking.now),
    // most requests are questions and never need a unit of work
    get em() {
      em ??= orm.em.fork();
      return em;
    },
    reads: new Reads(pool),
    load: loaders(() => context),
    reference: (snapshot) => reference.get(snapshot),
    withheld: new WithheldList(),
  };
  return context;
}
