import { recordCaseQuestions } from '../records/record-case.reads.js';
import type { RepairApplication } from './repair-application.entity.js';

/** Questions about applications for repair. */
export const repairApplications = recordCaseQuestions<RepairApplication>('repairApplications', 'repair_application', [
  'state',
  'statement',
  'proofs',
  'commitmentCode',
  'commitment',
  'signedBy',
  'missing',
  'proposal',
  'reason',
  'decidedAt',
  'changeId',
  'revokedFor',
]);
