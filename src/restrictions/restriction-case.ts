import type { CaseKind } from '../workflow/enter-step.js';
import type { Restriction } from './restriction.entity.js';
import { restrictionWorkflow } from './restriction.workflow.js';

/** Restrictions as the engine of cases sees them. */
export const restrictionCase: CaseKind<typeof restrictionWorkflow, Restriction> = {
  code: 'RESTRICTION',
  deed: 'restriction',
  noun: 'Restriction',
  workflow: restrictionWorkflow,
  facts: ({ until }) => ({ until }),
  addressee: (party, { uscc, executingUnitCode }) =>
    party === 'SUBJECT' ? `ENTERPRISE:${uscc}` : `DEPARTMENT:${executingUnitCode}`,
};
