import type { Acting, Context } from '../context.js';
import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { isLate } from '../workflow/case.reads.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import { guardsOf, nothingSaid } from './tolerance.rules.js';
import { toleranceWorkflow } from './tolerance.workflow.js';
import { toleranceCase } from './tolerance-case.js';
import { recordDefault } from './tolerance-record.service.js';
import { lockedAcceptance, type ToleranceStepName } from './tolerance-step.service.js';

/**
 * Lets what nobody signed lapse, says of what was promised that its day has passed, and three working days later withdraws the
 * acceptance and records the broken commitment. Each case is one unit of work: whatever ends the process, the next round finds it
 * either wholly done or not begun.
 */
export const toleranceJob = (means: Means & Pick<Context, 'secrets'>): Job =>
  overdueJob(means, {
    name: 'tolerance',
    workflow: toleranceWorkflow,
    table: 'tolerant_acceptance',
    once: true,
    take: (acting, id, step) => taken({ ...acting, secrets: means.secrets }, id, step),
  });

/** Takes the platform's step, if it is still to be taken when the case is locked: a party may have been faster. */
function taken(acting: Acting & Pick<Context, 'secrets'>, id: string, step: ToleranceStepName): Promise<void> {
  return acting.em.transactional(async (em) => {
    const acceptance = await lockedAcceptance(em, id);
    if (!acceptance || acceptance.escalatedAt !== null || !isLate(acceptance, acting.today)) return;
    const guards = guardsOf({ acceptance, today: acting.today, said: nothingSaid });
    const row = await takeInCase(em, toleranceWorkflow, acceptance, step, { party: 'CLOCK', guards });
    if (step === 'default') await recordDefault(acting, { em, acceptance });
    enterStep(em, acting, toleranceCase, acceptance, { row, by: 'CLOCK' });
  });
}
