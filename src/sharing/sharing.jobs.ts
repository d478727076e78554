import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { sharingWorkflow } from './sharing.workflow.js';
import { takeOverdueStep } from './sharing-step.service.js';

/** Escalates requests that are not answered or not delivered in time, and ends those whose term of use is over. */
export const sharingJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'sharing',
    workflow: sharingWorkflow,
    table: 'sharing_request',
    take: takeOverdueStep,
  });
