import type { Viewer } from '../access/viewer.js';
import type { Day } from '../calendar/day.js';
import { type Sides, sideOf } from '../records/record-case.rules.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import type { RepairParty, repairWorkflow } from './repair.workflow.js';
import type { RepairApplication } from './repair-application.entity.js';
import { RepairProposal } from './repair-application.entity.js';
import type { Hindrance } from './repair-eligibility.rules.js';

const parties = { SUBJECT: 'APPLICANT', PROVIDER: 'UNIT', CENTRE: 'REVIEWER' } as const;

/** What the viewer is to an application; null: no party. */
export function partyOf(viewer: Viewer, sides: Sides): RepairParty | null {
  const side = sideOf(viewer, sides);
  return side && parties[side];
}

/** What the conditions of the table look at. */
export interface AtHand {
  readonly application: Pick<RepairApplication, 'dueOn' | 'proposal'> | null;
  readonly hindrances: readonly Hindrance[];
  /** Whether the record is disputed, or its repair was refused before. */
  readonly contested: boolean;
  readonly today: Day;
  readonly said: Said;
  readonly allAcknowledged: boolean;
}

/** What comes with a step. */
export interface Said {
  readonly reason: string | null;
  readonly missing: readonly string[];
  readonly proofs: number;
}

/** Everything that could be said: what a form can offer before it is filled in. */
export const everythingSaid: Said = { reason: '…', missing: ['…'], proofs: 1 };

const needsReason = ({ reason }: Said): StepRefusal | null =>
  reason === null ? { reason: 'REASON_REQUIRED', params: {} } : null;

const proposed = (application: AtHand['application'], wanted: RepairProposal): StepRefusal | null =>
  application?.proposal === wanted
    ? null
    : { reason: 'REPAIR_NOT_PROPOSED', params: { proposal: application?.proposal ?? '-' } };

const disagreed: StepRefusal = { reason: 'REPAIR_CONTESTED', params: {} };

/** The conditions of the table. */
export function guardsOf(atHand: AtHand): Situation<typeof repairWorkflow>['guards'] {
  const { application, hindrances, contested, today, said } = atHand;
  const { dueOn = null } = application ?? {};
  return {
    eligible: hindrances[0] ?? null,
    missingNamed: said.missing.length > 0 ? null : { reason: 'REPAIR_MISSING_UNNAMED', params: {} },
    proofGiven: said.proofs > 0 ? null : { reason: 'REPAIR_PROOF_MISSING', params: {} },
    reasonGiven: needsReason(said),
    rejectable: contested ? disagreed : needsReason(said),
    extendable:
      dueOn !== null && dueOn < today ? { reason: 'EXTENSION_TOO_LATE', params: { dueOn } } : needsReason(said),
    uncontested: contested ? disagreed : null,
    contested: contested ? null : { reason: 'REPAIR_NOT_CONTESTED', params: {} },
    approvalProposed: proposed(application, RepairProposal.APPROVE),
    refusalProposed: proposed(application, RepairProposal.REFUSE),
    allAcknowledged: atHand.allAcknowledged ? null : { reason: 'REPAIR_NOT_ACKNOWLEDGED', params: {} },
  };
}
