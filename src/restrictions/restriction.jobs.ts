import type { Acting } from '../context.js';
import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { lockedRecord } from '../records/record-version.service.js';
import { isLate } from '../workflow/case.reads.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import { restrictionWorkflow } from './restriction.workflow.js';
import { restrictionCase } from './restriction-case.js';
import { guardsIn, lockedRestriction, type RestrictionStepName, sourceOf } from './restriction-step.service.js';

/** Ends the time for an answer and the term of what was imposed; tells the supervisor of a decision that is late. */
export const restrictionJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'restriction',
    workflow: restrictionWorkflow,
    table: 'restriction',
    once: true,
    take: taken,
  });

/** Takes the platform's step, if it is still to be taken when the restriction is locked: a party may have been faster. */
function taken(acting: Acting, id: string, step: RestrictionStepName): Promise<void> {
  return acting.em.transactional(async (em) => {
    const restriction = await lockedRestriction(em, id);
    if (!restriction || restriction.escalatedAt !== null || !isLate(restriction, acting.today)) return;
    const record = (await lockedRecord(em, restriction.recordId))!;
    const guards = guardsIn(acting, restriction, sourceOf(acting, record));
    const row = await takeInCase(em, restrictionWorkflow, restriction, step, { party: 'CLOCK', guards });
    enterStep(em, acting, restrictionCase, restriction, { row, by: 'CLOCK' });
  });
}
