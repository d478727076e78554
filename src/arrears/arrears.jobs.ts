import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { isLate } from '../workflow/case.reads.js';
import { rungFault } from './arrears.rules.js';
import { ArrearsRung } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { measure } from './arrears-ladder.service.js';
import { breakPlan } from './arrears-plan.service.js';
import { takeClockStep } from './arrears-step.service.js';

/**
 * What the clock does with arrears: it reminds a debtor that lets its 30 days pass, breaks a plan whose instalment was not paid,
 * and tells the supervisor of every other act that is late.
 */
export const arrearsJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'arrears',
    workflow: arrearsWorkflow,
    table: 'arrears_case',
    once: true,
    whole: true,
    take: (acting, id, step) => {
      const { today } = acting;
      if (step === 'remind') {
        const nothingSaid = { reason: null, skipReason: null };
        return takeClockStep(acting, id, step, {
          still: ({ one }) => rungFault(one, ArrearsRung.REMINDER, today, null) === null,
          effect: (deciding) => measure(acting, deciding, ArrearsRung.REMINDER, nothingSaid),
        });
      }
      if (step === 'breakPlan') {
        return takeClockStep(acting, id, step, {
          still: ({ one }) => one.nextInstalmentOn !== null && one.nextInstalmentOn < today,
          effect: breakPlan,
        });
      }
      return takeClockStep(acting, id, step, { still: ({ one }) => one.escalatedAt === null && isLate(one, today) });
    },
  });
