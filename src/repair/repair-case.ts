import type { CaseKind } from '../workflow/enter-step.js';
import { repairWorkflow } from './repair.workflow.js';
import type { RepairApplication } from './repair-application.entity.js';

/** Applications for repair as the engine of cases sees them. */
export const repairCase: CaseKind<typeof repairWorkflow, RepairApplication> = {
  code: 'REPAIR',
  deed: 'repair',
  noun: 'RepairApplication',
  workflow: repairWorkflow,
  addressee: (party, { uscc, providerCode }) => {
    if (party === 'APPLICANT') return `ENTERPRISE:${uscc}`;
    return party === 'UNIT' ? `DEPARTMENT:${providerCode}` : 'CREDIT_CENTRE';
  },
};
