import { Purpose } from '../access/purpose.js';
import { Standing, type StatedPurpose } from '../access/standing.js';
import type { Viewer } from '../access/viewer.js';
import { Role, WithheldReason } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import type { Snapshot } from '../database/snapshot.js';
import { type Mandates, mandates } from '../departments/mandate.reads.js';
import { type Grants, grants } from './grant.reads.js';

/** Standings of kinds of viewers, as long as the mandates and the grants are the same. */
const known = new WeakMap<Mandates, WeakMap<Grants, Map<string, Standing>>>();

/** The legal standing of a viewer for what it states. */
export function standingOf(
  viewer: Viewer,
  stated: StatedPurpose,
  today: Day,
  reference: <T>(snapshot: Snapshot<T>) => T,
): Standing {
  const [ofMandates, ofGrants] = [reference(mandates), reference(grants)];
  const byGrants = known.get(ofMandates) ?? new WeakMap<Grants, Map<string, Standing>>();
  known.set(ofMandates, byGrants);
  const standings = byGrants.get(ofGrants) ?? new Map<string, Standing>();
  byGrants.set(ofGrants, standings);
  // days pass while reference data stays: a grant ends with its last day
  const key = [viewer.role, viewer.department, stated.purpose, stated.caseNumber !== null, today].join(':');
  let standing = standings.get(key);
  if (!standing) {
    if (standings.size >= mostKinds) standings.clear();
    standing = standingUnder(ofMandates, ofGrants, viewer, stated, today);
    standings.set(key, standing);
  }
  return standing;
}

/** More kinds of viewers than there can be in a day: yesterday's are let go. */
const mostKinds = 5000;

/** The standing under given mandates and grants, be they those in force or assumed ones. */
export function standingUnder(
  ofMandates: Mandates,
  ofGrants: Grants,
  viewer: Pick<Viewer, 'role' | 'department'>,
  { purpose: stated, caseNumber }: StatedPurpose,
  today: Day,
): Standing {
  const bar = barOf(viewer, stated, caseNumber, ofMandates);
  // the supervisor's office is its purpose
  const purpose = viewer.role === Role.SUPERVISOR ? Purpose.AUDIT : bar === null ? stated : null;
  const scope = purpose === null ? null : ofMandates.scope(purpose);
  return new Standing(viewer, purpose, bar, scope, (item) =>
    viewer.department === undefined ? 'NONE' : ofGrants.holding(viewer.department, item, purpose, today),
  );
}

function barOf(
  viewer: Pick<Viewer, 'role' | 'department'>,
  purpose: Purpose | null,
  caseNumber: string | null,
  ofMandates: Mandates,
): WithheldReason | null {
  if (viewer.role === Role.SUPERVISOR) return null;
  if (purpose === null) return WithheldReason.PURPOSE_REQUIRED;
  if (!ofMandates.covers(viewer, purpose)) return WithheldReason.PURPOSE_NOT_COVERED;
  return caseNumber === null ? WithheldReason.CASE_REQUIRED : null;
}
