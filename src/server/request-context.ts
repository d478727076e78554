import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { ReadingList } from '../access/reading-list.js';
import type { StatedPurpose } from '../access/standing.js';
import type { Viewer } from '../access/viewer.js';
import { WithheldList } from '../access/withheld.js';
import type { FileStore } from '../attachments/file-store.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { SigningKey } from '../audit/signing-key.js';
import { Budget } from '../budget/budget.js';
import type { Budgets } from '../budget/budgets.js';
import { legalDay } from '../calendar/day.js';
import type { Context } from '../context.js';
import { loaders } from '../database/loader.js';
import { Reads } from '../database/reads.js';
import type { Secrets } from '../database/secrets.js';
import type { ReferenceData } from '../database/snapshot.js';
import type { Language } from '../messages/language.js';
import { standingOf } from '../sharing/standing.js';

/** What the process holds and every request borrows from. */
export interface Resources {
  readonly orm: MikroORM;
  readonly pool: pg.Pool;
  readonly reference: ReferenceData;
  readonly budgets: Budgets;
  readonly auditLog: AuditLog;
  readonly secrets: Secrets;
  /** Signs credit reports. */
  readonly reportKey: SigningKey;
  /** Bytes of attachments. */
  readonly files: FileStore;
  readonly production: boolean;
}

/** Who asks, how, and when. */
export interface Asking {
  readonly viewer: Viewer;
  readonly stated: StatedPurpose;
  /** Address of the client. */
  readonly address: string;
  readonly language: Language;
  readonly requestId: string;
  /** The instant by the platform's own clock: budgets count by it. */
  readonly now: Date;
  /** The instant at which the request is to be answered instead; null: none. */
  readonly rehearsal: Date | null;
  readonly log: FastifyBaseLogger;
}

/** Everything that a request needs, made when it comes and forgotten when it is answered. */
class RequestContext implements Context {
  readonly viewer: Context['viewer'];
  readonly stated: Context['stated'];
  readonly standing: Context['standing'];
  readonly language: Context['language'];
  readonly requestId: string;
  readonly now: Date;
  readonly today: Context['today'];
  readonly rehearsed: boolean;
  readonly log: Context['log'];
  readonly reads: Reads;
  readonly load: Context['load'];
  readonly budget: Budget;
  readonly reference: Context['reference'];
  readonly refreshed: Context['refreshed'];
  readonly auditLog: AuditLog;
  readonly secrets: Secrets;
  readonly reportKey: SigningKey;
  readonly production: boolean;
  readonly withheld = new WithheldList();
  readonly readings = new ReadingList();
  private readonly made: { em?: Context['em'] } = {};

  constructor(
    private readonly resources: Resources,
    asking: Asking,
  ) {
    this.viewer = asking.viewer;
    this.language = asking.language;
    this.requestId = asking.requestId;
    this.now = asking.rehearsal ?? asking.now;
    this.today = legalDay(this.now);
    this.rehearsed = asking.rehearsal !== null;
    this.log = asking.log;
    this.reads = new Reads(resources.pool);
    // nobody begins a new day's budget by a header
    const { viewer, address, now } = asking;
    this.budget = new Budget(resources.budgets, { viewer, address, now, today: legalDay(now) });
    this.auditLog = resources.auditLog;
    this.load = loaders<Context>(() => this);
    this.secrets = resources.secrets;
    this.reportKey = resources.reportKey;
    this.production = resources.production;
    this.reference = (snapshot) => resources.reference.get(snapshot);
    this.stated = asking.stated;
    this.standing = standingOf(asking.viewer, asking.stated, this.today, this.reference);
    this.refreshed = (snapshot) => resources.reference.refresh(snapshot);
  }

  // Most requests are questions and never need a unit of work. It stands on the class, since Apollo copies the context
  // property by property, and what was made is shared by the copies.
  get em(): Context['em'] {
    this.made.em ??= this.resources.orm.em.fork();
    return this.made.em;
  }
}

/** The context of a request. */
export const requestContext = (resources: Resources, asking: Asking): Context => new RequestContext(resources, asking);
