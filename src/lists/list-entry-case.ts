import type { CaseKind } from '../workflow/enter-step.js';
import type { ListEntry } from './list-entry.entity.js';
import { listingWorkflow } from './listing.workflow.js';

/** Listings as the engine of cases sees them. */
export const listEntryCase: CaseKind<typeof listingWorkflow, ListEntry> = {
  code: 'LISTING',
  deed: 'listing',
  noun: 'ListEntry',
  workflow: listingWorkflow,
  addressee: (party, { uscc, departmentCode }) =>
    party === 'ENTITY' ? `ENTERPRISE:${uscc}` : `DEPARTMENT:${departmentCode}`,
};
