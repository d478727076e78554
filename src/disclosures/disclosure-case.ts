import type { CaseKind } from '../workflow/enter-step.js';
import type { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import { disclosureWorkflow } from './disclosure.workflow.js';

/** Yearly disclosures as the engine of cases sees them. */
export const disclosureCase: CaseKind<typeof disclosureWorkflow, ArrearsDisclosure> = {
  code: 'DISCLOSURE',
  deed: 'disclosure',
  noun: 'ArrearsDisclosure',
  workflow: disclosureWorkflow,
  facts: ({ publishBy }) => ({ publishBy }),
  addressee: (_party, { departmentCode }) => `DEPARTMENT:${departmentCode}`,
};
