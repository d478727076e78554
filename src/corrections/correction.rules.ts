import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import type { Correction } from './correction.entity.js';
import type { CorrectionParty, correctionWorkflow } from './correction.workflow.js';

/** The two departments of a request to check data. */
type Parties = Pick<Correction, 'requesterCode' | 'providerCode'>;

/** What the viewer is to it; null: no party. */
export function partyOf(
  { role, department }: Pick<Viewer, 'role' | 'department'>,
  { requesterCode, providerCode }: Parties,
): CorrectionParty | null {
  if (role !== Role.DEPARTMENT) return null;
  if (department === providerCode) return 'PROVIDER';
  return department === requesterCode ? 'REQUESTER' : null;
}

/** Whether it exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnow = (viewer: Pick<Viewer, 'role' | 'department'>, correction: Parties): boolean =>
  viewer.role === Role.CREDIT_CENTRE || viewer.role === Role.SUPERVISOR || partyOf(viewer, correction) !== null;

/** The conditions of the table: what was found is said, and what is said to be corrected has changed. */
export function guardsOf(
  { recordVersion }: Pick<Correction, 'recordVersion'>,
  versionNow: number,
  explanation: string | null,
): Situation<typeof correctionWorkflow>['guards'] {
  const unchanged: StepRefusal = { reason: 'CORRECTION_NOTHING_CHANGED', params: {} };
  return {
    recordChanged: versionNow > recordVersion ? null : unchanged,
    reasonGiven: explanation === null ? { reason: 'REASON_REQUIRED', params: {} } : null,
  };
}
