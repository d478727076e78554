import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../access/viewer.js';
import type { Day } from '../calendar/day.js';
import type { Secrets } from '../database/secrets.js';
import type { Snapshot } from '../database/snapshot.js';

/** What receiving needs to know of the request; commands bring their own. */
export interface Receiving {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly today: Day;
  readonly rehearsed: boolean;
  readonly requestId: string;
  readonly em: EntityManager;
  readonly secrets: Secrets;
  reference<T>(snapshot: Snapshot<T>): T;
}
