import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type { Viewer } from './access/viewer.js';
import type { WithheldList } from './access/withheld.js';
import type { Day } from './calendar/day.js';
import type { Load } from './database/loader.js';
import type { Reads } from './database/reads.js';
import type { Secrets } from './database/secrets.js';
import type { Snapshot } from './database/snapshot.js';
import type { Language } from './messages/language.js';

/** What every resolver and service knows about the request at hand. Made per request, gone with it. */
export interface Context {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly requestId: string;
  /** The instant at which the request is answered. */
  readonly now: Date;
  /** The legal date of that instant (Asia/Shanghai). */
  readonly today: Day;
  /** Unit of work for deeds, made when the first deed asks for it. */
  readonly em: EntityManager;
  /** Named, prepared statements for questions. */
  readonly reads: Reads;
  /** Children of many parents in one statement. */
  readonly load: Load<Context>;
  /** Reference data held in memory. */
  reference<T>(snapshot: Snapshot<T>): T;
  /** Seals what must not be read at rest, and opens it. */
  readonly secrets: Secrets;
  readonly withheld: WithheldList;
  readonly log: FastifyBaseLogger;
}
