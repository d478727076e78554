import { sql } from 'kysely';
import { thePlatform } from '../access/viewer.js';
import type { Acting } from '../context.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { allAcknowledged } from '../propagation/propagate.js';
import { isLate } from '../workflow/case.reads.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import { guardsOf } from './repair.rules.js';
import { RepairState, repairWorkflow } from './repair.workflow.js';
import type { RepairApplication } from './repair-application.entity.js';
import { repairCase } from './repair-case.js';
import { lockedApplication, nothingSaid, type RepairStepName } from './repair-step.service.js';

/** Tells the supervisor of what is not done in time. */
export const repairOverdueJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'repair',
    workflow: repairWorkflow,
    table: 'repair_application',
    once: true,
    whole: true,
    // another round, or the party itself, may have been faster
    take: (acting, id, step) =>
      taken(acting, id, 'CLOCK', step, (one) => one.escalatedAt === null && isLate(one, acting.today)),
  });

/** Completes the repairs of which every consumer has acknowledged. */
export const repairCompletionJob = (means: Means): Job => ({
  name: 'repair completion',
  run: async (now, { rehearsed }) => {
    const { rows } = await sql<{ id: string; changeId: string }>`
      select id, change_id as "changeId" from repair_application where state = ${RepairState.APPROVED}
        and (${rehearsed} or not rehearsed) order by id`.execute(means.orm.em.fork().getKysely());
    const failures: unknown[] = [];
    let completed = 0;
    for (const { id, changeId } of rows) {
      const acting = actingAt(means, now, thePlatform, rehearsed);
      if (!(await allAcknowledged(acting.em, changeId))) continue;
      // each is a deed of its own: one that fails keeps none of the others waiting
      await taken(acting, id, 'CONSUMERS', 'complete', ({ state }) => state === RepairState.APPROVED).then(
        () => completed++,
        (error: unknown) => failures.push(error),
      );
    }
    if (failures.length > 0) throw failures[0];
    return completed;
  },
});

/** Takes a step that nobody asks for, if it is still to be taken when the application is locked. */
function taken(
  acting: Acting,
  id: string,
  party: 'CLOCK' | 'CONSUMERS',
  step: RepairStepName,
  still: (application: RepairApplication) => boolean,
): Promise<void> {
  return acting.em.transactional(async (em) => {
    const application = await lockedApplication(em, id);
    if (!application || !still(application)) return;
    const { today } = acting;
    const guards = guardsOf({
      application,
      hindrances: [],
      contested: false,
      today,
      said: nothingSaid,
      allAcknowledged: true,
    });
    const row = await takeInCase(em, repairWorkflow, application, step, { party, guards });
    enterStep(em, acting, repairCase, application, { row, by: party });
  });
}
