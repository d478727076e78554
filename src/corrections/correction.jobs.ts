import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { takeOverdueStep } from './correction.service.js';
import { correctionWorkflow } from './correction.workflow.js';

/** Escalates requests to check data that are not answered in time. */
export const correctionJob = (means: Means): Job =>
  overdueJob(means, { name: 'corrections', workflow: correctionWorkflow, table: 'correction', take: takeOverdueStep });
