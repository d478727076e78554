import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type { ReadingList } from './access/reading-list.js';
import type { Standing, StatedPurpose } from './access/standing.js';
import type { Viewer } from './access/viewer.js';
import type { WithheldList } from './access/withheld.js';
import type { AuditLog } from './audit/audit-log.js';
import type { SigningKey } from './audit/signing-key.js';
import type { Budget } from './budget/budget.js';
import type { Day } from './calendar/day.js';
import type { Load } from './database/loader.js';
import type { Reads } from './database/reads.js';
import type { Secrets } from './database/secrets.js';
import type { Snapshot } from './database/snapshot.js';
import type { Language } from './messages/language.js';

/** What every resolver and service knows about the request at hand. Made per request, gone with it. */
export interface Context {
  readonly viewer: Viewer;
  /** What the request says about why it reads. */
  readonly stated: StatedPurpose;
  /** The viewer's legal standing for that. */
  readonly standing: Standing;
  readonly language: Language;
  readonly requestId: string;
  /** The instant at which the request is answered. */
  readonly now: Date;
  /** The legal date of that instant (Asia/Shanghai). */
  readonly today: Day;
  /** Whether that instant is one to rehearse with, and not the platform's own. */
  readonly rehearsed: boolean;
  /** Unit of work for deeds, made when the first deed asks for it. */
  readonly em: EntityManager;
  /** Named, prepared statements for questions. */
  readonly reads: Reads;
  /** Children of many parents in one statement. */
  readonly load: Load<Context>;
  /** Reference data held in memory. */
  reference<T>(snapshot: Snapshot<T>): T;
  /** Loads a snapshot anew after a deed has changed it, so that the deed's own answer shows what it did. */
  refreshed(snapshot: Snapshot<unknown>): Promise<void>;
  /** What the caller may still ask about today; every read of entities charges it. */
  readonly budget: Budget;
  /** The logs, for what is written outside a deed's transaction. */
  readonly auditLog: AuditLog;
  /** Seals what must not be read at rest, and opens it. */
  readonly secrets: Secrets;
  /** Signs credit reports. */
  readonly reportKey: SigningKey;
  /** Whether this is no trial: addresses of others are then held to more. */
  readonly production: boolean;
  /** What the answer did not show. */
  readonly withheld: WithheldList;
  /** What it showed that is not public. */
  readonly readings: ReadingList;
  readonly log: FastifyBaseLogger;
}

/** What a deed needs to know of the request; jobs and commands bring their own. */
export type Acting = Pick<
  Context,
  'viewer' | 'now' | 'today' | 'rehearsed' | 'requestId' | 'em' | 'reference' | 'refreshed'
>;
