import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import type { Acting } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import { mayKnow } from '../records/record-case.rules.js';
import { lockedRecord } from '../records/record-version.service.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf } from '../workflow/workflow.js';
import { guardsOf, partyOf, type Said } from './repair.rules.js';
import { repairWorkflow } from './repair.workflow.js';
import { RepairApplication } from './repair-application.entity.js';
import { repairCase } from './repair-case.js';
import { isContested } from './repair-eligibility.reads.js';

/** The steps of the table. */
export type RepairStepName = StepOf<typeof repairWorkflow>;

/** Nothing comes with the step. */
export const nothingSaid: Said = { reason: null, missing: [], proofs: 0 };

/** A case that is decided on: locked, with its record. */
export interface Deciding {
  readonly em: EntityManager;
  readonly application: RepairApplication;
  /** The current version, locked. */
  readonly record: CreditRecord;
  readonly contested: boolean;
}

/** A step that a party takes. */
interface Taking {
  /** The step, where it depends on the case. */
  readonly step: (deciding: Deciding) => RepairStepName;
  readonly said: Said;
  readonly basis?: string | null;
  /** What the step does beside the state of the case, in the same unit of work. */
  readonly effect?: (deciding: Deciding) => Promise<void> | void;
}

/**
 * Takes a step of an application in the name of the viewer, with all that follows from it, or says why it cannot be taken. The
 * application is locked before the record: two who decide at once decide one after the other.
 */
export async function takeRepairStep(acting: Acting, id: string, taking: Taking): Promise<RepairApplication> {
  const { viewer, today } = acting;
  return acting.em.transactional(async (em) => {
    const application = await lockedApplication(em, id);
    if (!application || !mayKnow(viewer, application)) throw new Refusal('REPAIR_UNKNOWN');
    const record = (await lockedRecord(em, application.recordId))!;
    const deciding = { em, application, record, contested: await isContested(em, record, application.id) };
    const { said, basis = null, effect } = taking;
    const party = partyOf(viewer, application);
    const { contested } = deciding;
    const guards = guardsOf({ application, hindrances: [], contested, today, said, allAcknowledged: false });
    const row = await takeInCase(em, repairWorkflow, application, taking.step(deciding), { party, guards });
    await effect?.(deciding);
    enterStep(em, acting, repairCase, application, { row, by: party!, reason: said.reason, basis });
    return application;
  });
}

/** The application, locked until the unit of work ends. */
export const lockedApplication = async (em: EntityManager, id: string): Promise<RepairApplication | null> =>
  isUuid(id) ? em.findOne(RepairApplication, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;
