import type { CaseKind } from '../workflow/enter-step.js';
import type { Objection } from './objection.entity.js';
import { ObjectionGround } from './objection.words.js';
import { objectionWorkflow } from './objection.workflow.js';

/** The department of the credit authority: of its own data it knows sooner. */
const creditAuthority = 'DRC';

/** Objections as the engine of cases sees them. */
export const objectionCase: CaseKind<typeof objectionWorkflow, Objection> = {
  code: 'OBJECTION',
  deed: 'objection',
  noun: 'Objection',
  workflow: objectionWorkflow,
  facts: ({ ground, providerCode }) => {
    if (ground === ObjectionGround.REVOKED) return { period: 'REVOKED' };
    return { period: providerCode === creditAuthority ? 'OWN' : 'PROVIDER' };
  },
  addressee: (party, { uscc, providerCode }) => {
    if (party === 'OBJECTOR') return `ENTERPRISE:${uscc}`;
    return party === 'PROVIDER' ? `DEPARTMENT:${providerCode}` : 'CREDIT_CENTRE';
  },
};
