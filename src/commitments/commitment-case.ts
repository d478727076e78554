import type { CaseKind } from '../workflow/enter-step.js';
import { authorityOver } from './commitment.rules.js';
import { commitmentWorkflow } from './commitment.workflow.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';

/** Promises as the engine of cases sees them. */
export const commitmentCase: CaseKind<typeof commitmentWorkflow, PolicyCommitment> = {
  code: 'COMMITMENT',
  deed: 'commitment',
  noun: 'PolicyCommitment',
  workflow: commitmentWorkflow,
  facts: ({ promiseDueOn, rectifyBy, change }) => ({
    promiseDueOn,
    rectifyBy,
    compensateBy: change?.compensateBy ?? null,
  }),
  addressee: (party, one) => {
    if (party === 'OWNER') return `DEPARTMENT:${one.ownerCode}`;
    if (party === 'BENEFICIARY') return `ENTERPRISE:${one.uscc}`;
    return party === 'ADMIN' ? 'ARREARS_ADMIN' : authorityOver(one);
  },
};
