import type { Acting } from '../context.js';
import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { isLate } from '../workflow/case.reads.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import { guardsOf, nothingSaid } from './commitment.rules.js';
import { commitmentWorkflow } from './commitment.workflow.js';
import { commitmentCase } from './commitment-case.js';
import { type CommitmentStepName, lockedCommitment } from './commitment-step.service.js';

/** Says of promises that their day has passed, and tells the supervisor of whatever else is late. */
export const commitmentJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'commitment',
    workflow: commitmentWorkflow,
    table: 'policy_commitment',
    once: true,
    take: taken,
  });

/** Takes the platform's step, if it is still to be taken when the promise is locked: a party may have been faster. */
function taken(acting: Acting, id: string, step: CommitmentStepName): Promise<void> {
  return acting.em.transactional(async (em) => {
    const commitment = await lockedCommitment(em, id);
    if (!commitment || commitment.escalatedAt !== null || !isLate(commitment, acting.today)) return;
    const { viewer, today } = acting;
    const guards = guardsOf({ commitment, named: null, viewer, today, said: nothingSaid });
    const row = await takeInCase(em, commitmentWorkflow, commitment, step, { party: 'CLOCK', guards });
    enterStep(em, acting, commitmentCase, commitment, { row, by: 'CLOCK' });
  });
}
