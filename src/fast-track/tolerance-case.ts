import type { CaseKind } from '../workflow/enter-step.js';
import { toleranceWorkflow } from './tolerance.workflow.js';
import type { TolerantAcceptance } from './tolerant-acceptance.entity.js';

/** Tolerant acceptances as the engine of cases sees them. */
export const toleranceCase: CaseKind<typeof toleranceWorkflow, TolerantAcceptance> = {
  code: 'TOLERANCE',
  deed: 'tolerance',
  noun: 'TolerantAcceptance',
  workflow: toleranceWorkflow,
  facts: ({ supplyDays, extensionDays }) => ({
    supplyDays: String(supplyDays),
    extensionDays: extensionDays === null ? null : String(extensionDays),
  }),
  addressee: (party, { uscc, departmentCode }) =>
    party === 'ENTITY' ? `ENTERPRISE:${uscc}` : `DEPARTMENT:${departmentCode}`,
};
