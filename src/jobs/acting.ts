import type { MikroORM } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { thePlatform, type Viewer } from '../access/viewer.js';
import { legalDay } from '../calendar/day.js';
import type { Acting } from '../context.js';
import type { ReferenceData } from '../database/snapshot.js';

/** What a process holds that deeds outside of requests borrow from. */
export interface Means {
  readonly orm: MikroORM;
  readonly reference: ReferenceData;
}

/**
 * What a deed outside of any request needs: by the platform itself, unless somebody else is named.
 *
 * @param rehearsed whether the instant is one to rehearse with
 */
export const actingAt = (
  { orm, reference }: Means,
  now: Date,
  viewer: Viewer = thePlatform,
  rehearsed = false,
): Acting => ({
  viewer,
  now,
  today: legalDay(now),
  rehearsed,
  requestId: uuid(),
  em: orm.em.fork(),
  reference: (snapshot) => reference.get(snapshot),
  refreshed: (snapshot) => reference.refresh(snapshot),
});
