import type { CaseKind } from '../workflow/enter-step.js';
import type { Screening } from './screening.entity.js';
import { screeningWorkflow } from './screening.workflow.js';

/** Screenings as the engine of cases sees them: none waits for anybody, since the plan has its own clock. */
export const screeningCase: CaseKind<typeof screeningWorkflow, Screening> = {
  code: 'SCREENING',
  deed: 'screening',
  noun: 'Screening',
  workflow: screeningWorkflow,
  addressee: (party) => (party === 'COURT' ? 'DEPARTMENT:COURT' : 'CREDIT_CENTRE'),
};
