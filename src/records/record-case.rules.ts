import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { RecordCase } from './record-case.entity.js';

/** Whose a case about a record is. */
export type Sides = Pick<RecordCase, 'uscc' | 'providerCode'>;

/** On which side of it the viewer stands; null: on none. */
export function sideOf(viewer: Viewer, { uscc, providerCode }: Sides): 'SUBJECT' | 'PROVIDER' | 'CENTRE' | null {
  if (isItself(viewer, uscc)) return 'SUBJECT';
  if (viewer.role === Role.DEPARTMENT) return viewer.department === providerCode ? 'PROVIDER' : null;
  return viewer.role === Role.CREDIT_CENTRE ? 'CENTRE' : null;
}

/** Whether it exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnow = (viewer: Viewer, sides: Sides): boolean =>
  viewer.role === Role.SUPERVISOR || sideOf(viewer, sides) !== null;
