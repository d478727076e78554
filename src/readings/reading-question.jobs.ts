import type { Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { questionWorkflow } from './question.workflow.js';
import { takeOverdueStep } from './reading-question.service.js';

/** Escalates questions about readings that are not answered in time. */
export const readingQuestionJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'questions about readings',
    workflow: questionWorkflow,
    table: 'reading_question',
    take: takeOverdueStep,
  });
