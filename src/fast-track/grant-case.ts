import type { CaseKind } from '../workflow/enter-step.js';
import type { FastTrackGrant } from './grant.entity.js';
import { grantWorkflow } from './grant.workflow.js';

/** Grants as the engine of cases sees them. */
export const grantCase: CaseKind<typeof grantWorkflow, FastTrackGrant> = {
  code: 'FAST_TRACK_GRANT',
  deed: 'fastTrack',
  noun: 'FastTrackGrant',
  workflow: grantWorkflow,
  facts: ({ validUntil }) => ({ validUntil }),
  addressee: (party, { uscc, proposerCode }) => {
    if (party === 'HOLDER') return `ENTERPRISE:${uscc}`;
    return party === 'PROPOSER' && proposerCode !== null ? `DEPARTMENT:${proposerCode}` : 'CREDIT_CENTRE';
  },
};
