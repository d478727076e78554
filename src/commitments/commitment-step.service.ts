import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { attach } from '../attachments/attachment.service.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf } from '../workflow/workflow.js';
import { guardsOf, mayKnow, nothingSaid, partyOf, type Said } from './commitment.rules.js';
import { commitmentWorkflow } from './commitment.workflow.js';
import { commitmentCase } from './commitment-case.js';
import { PolicyCommitment } from './policy-commitment.entity.js';

/** The steps of the table. */
export type CommitmentStepName = StepOf<typeof commitmentWorkflow>;

/** A promise on which a step is taken: locked. */
export interface Acted {
  readonly em: EntityManager;
  readonly commitment: PolicyCommitment;
}

/** A step that a party takes. */
interface Taking {
  /** What comes with it, where it depends on how the promise stands. */
  readonly said?: (commitment: PolicyCommitment) => Partial<Said>;
  readonly reason?: string | null;
  readonly basis?: string | null;
  /** Ids of files that come with it. */
  readonly evidence?: readonly string[];
  /** What the step does beside the state of the case, in the same unit of work. */
  readonly effect?: (acted: Acted) => Promise<void> | void;
  /** More for the audit. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Takes a step of a promise in the name of the viewer, with all that follows from it, or says why it cannot be taken. The
 * promise is locked: of two who act at once the second is told what the first did.
 */
export async function takeCommitmentStep(
  context: Context,
  id: string,
  step: CommitmentStepName,
  { said, reason = null, basis = null, evidence = [], effect, facts = {} }: Taking = {},
): Promise<PolicyCommitment> {
  const { viewer, today } = context;
  return context.em.transactional(async (em) => {
    const commitment = await lockedCommitment(em, id);
    if (!commitment || !mayKnow(viewer, commitment)) throw new Refusal('COMMITMENT_UNKNOWN');
    const party = partyOf(viewer, commitment);
    const everything = { ...nothingSaid, evidence: evidence.length, ...said?.(commitment) };
    const guards = guardsOf({ commitment, named: null, viewer, today, said: everything });
    const row = await takeInCase(em, commitmentWorkflow, commitment, step, { party, guards });
    await effect?.({ em, commitment });
    await attach(em, context, evidence, { kind: commitmentCase.code, id: commitment.id });
    enterStep(em, context, commitmentCase, commitment, { row, by: party!, reason, basis, facts });
    return commitment;
  });
}

/** The promise, locked until the unit of work ends. */
export const lockedCommitment = async (em: EntityManager, id: string): Promise<PolicyCommitment | null> =>
  isUuid(id) ? em.findOne(PolicyCommitment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;
