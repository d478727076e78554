import type { Acting } from '../context.js';
import { creditCentre } from '../documents/case-document.service.js';
import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { objectionWorkflow } from './objection.workflow.js';
import { decided } from './objection-decision.service.js';
import { stopPublicity } from './objection-remedy.service.js';
import {
  type Deciding,
  type ObjectionStepName,
  takeOverdueStep,
  tellResult,
  unmarked,
} from './objection-step.service.js';

/** What follows when a provider was silent, or an objector let a dismissal become final. */
const effects: Readonly<Partial<Record<ObjectionStepName, (acting: Acting, deciding: Deciding) => Promise<void>>>> = {
  stopUnverified: async (acting, deciding) => {
    await stopPublicity(acting, deciding, 'not verified in time');
    const reason = '信息提供单位未在规定期限内核实。';
    decided(acting, deciding, reason);
    const result = '逾期未能核实，已停止公示相关信息。';
    await tellResult(acting, deciding, { result, reason, remedy: '', by: creditCentre });
  },
  becomeFinal: async (acting, deciding) => {
    await unmarked(acting, deciding, 'dismissed, no review asked for');
  },
};

/** Stops the publicity of what a provider did not verify in time, closes dismissals, tells the supervisor of what is late. */
export const objectionJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'objections',
    workflow: objectionWorkflow,
    table: 'objection',
    once: true,
    take: (acting, id, step) => {
      const effect = effects[step];
      return takeOverdueStep(acting, id, step, effect && ((deciding) => effect(acting, deciding)));
    },
  });
