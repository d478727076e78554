import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import type { Context } from '../src/context.js';
import { FastTrackGrant } from '../src/fast-track/grant.entity.js';
import { grantJob, grantProposalJob } from '../src/fast-track/grant.jobs.js';
import { grantFastTrack } from '../src/fast-track/grant.service.js';
import { byOwnClock } from '../src/jobs/clockwork.js';
import type { Resources } from '../src/server/request-context.js';

/** In whose name, and on which day. */
type As = (viewer: Omit<Viewer, 'subject'>, day: string) => Context;

/** The fast track of the invented city: what the rules have proposed, announced and put in force, and one that is announced. */
export async function loadGrants(resources: Resources, as: As): Promise<void> {
  const { orm } = resources;
  if ((await orm.em.fork().count(FastTrackGrant)) > 0) return;
  await grantProposalJob(resources).run(new Date('2026-11-09T10:00:00+08:00'), byOwnClock);
  await grantJob(resources).run(new Date('2026-11-17T10:00:00+08:00'), byOwnClock);
  await grantFastTrack(as({ role: Role.DEPARTMENT, department: 'HOUSING' }, '2026-11-23'), {
    uscc: '91150200MA0T3Q3T7M',
    rule: 'DEPARTMENT_RECOMMENDATION',
    serviceItems: ['CONSTRUCTION_PERMIT', 'DRAINAGE_PERMIT'],
    reason: '近三年按期办结本部门事项，材料齐备，履约良好。',
  });
}
