import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import type { StepRefusal } from '../workflow/take.js';
import { needed, written } from '../workflow/written.js';
import type {
  CommitmentDoneInput,
  CommitmentProgressInput,
  CommitmentReasonInput,
  CommitmentStepInput,
  HandOverCommitmentInput,
} from './commitment.inputs.js';
import { CommitmentState } from './commitment.states.js';
import { takeCommitmentStep } from './commitment-step.service.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';
import { afterReport, faultOfDay, faultOfReport, keepsPart } from './promise.rules.js';

// How a promise is kept: what its owner reports, what its beneficiary says of it, and who owns it.

function refuse(fault: StepRefusal | null): void {
  if (fault) throw new Refusal(fault.reason, fault.params);
}

/** The owner reports how far the promise is kept: 报告进展. */
export function reportCommitmentProgress(context: Context, input: CommitmentProgressInput): Promise<PolicyCommitment> {
  const note = needed('note', input.note);
  const done = input.done ?? [];
  const amount = input.fulfilledAmount ?? null;
  const reported = (one: PolicyCommitment) => ({
    fulfilledAmount: amount ?? one.fulfilledAmount,
    milestones: afterReport(one.milestones, done),
  });
  return takeCommitmentStep(context, input.id, 'reportProgress', {
    said: (one) => ({ keepsPart: keepsPart(reported(one)) }),
    reason: note,
    evidence: input.evidence ?? [],
    effect: ({ commitment }) => {
      refuse(faultOfReport(commitment, { amount, done }, context.today));
      Object.assign(commitment, reported(commitment));
      entered(commitment, context, note);
    },
  });
}

/** The owner reports that all of it is kept, with evidence: 报告兑现. */
export function reportFulfilment(context: Context, input: CommitmentDoneInput): Promise<PolicyCommitment> {
  return takeCommitmentStep(context, input.id, 'reportFulfilment', {
    reason: needed('note', input.note),
    evidence: input.evidence,
    effect: ({ commitment }) => {
      refuse(faultOfDay('doneOn', input.doneOn, commitment.promisedOn, context.today));
      commitment.fulfilledOn = input.doneOn;
    },
  });
}

/** The beneficiary confirms what was reported: the promise is kept, or its change compensated. 受益人确认. */
export const confirmCommitment = (context: Context, { id, reason }: CommitmentStepInput): Promise<PolicyCommitment> =>
  takeCommitmentStep(context, id, 'confirm', {
    reason: written('reason', reason),
    effect: ({ commitment }) => {
      if (commitment.state !== CommitmentState.FULFILMENT_REPORTED) return;
      const { amount, milestones, fulfilledOn } = commitment;
      commitment.fulfilledAmount = amount;
      commitment.milestones = milestones.map((one) => ({ ...one, doneOn: one.doneOn ?? fulfilledOn }));
      entered(commitment, context, '受益人确认已兑现');
    },
  });

/** The beneficiary says that what was reported is not so: 受益人否认. */
export const refuteCommitment = (context: Context, input: CommitmentReasonInput): Promise<PolicyCommitment> =>
  takeCommitmentStep(context, input.id, 'refute', {
    reason: needed('reason', input.reason),
    evidence: input.evidence ?? [],
    effect: ({ commitment }) => {
      const { change } = commitment;
      if (commitment.state === CommitmentState.FULFILMENT_REPORTED) commitment.fulfilledOn = null;
      else commitment.change = { ...change!, compensatedOn: null };
    },
  });

/** Another office or post owns it; what was promised stays, and its day before all: 责任主体变更. */
export function handOverCommitment(context: Context, input: HandOverCommitmentInput): Promise<PolicyCommitment> {
  const owner = written('owner', input.owner);
  const post = written('ownerPost', input.ownerPost);
  if (owner !== null && !context.reference(departments).has(owner)) {
    throw new Refusal('UNKNOWN_DEPARTMENT', { department: owner.slice(0, 100) });
  }
  const successor = ({ ownerCode, ownerPost }: PolicyCommitment) => ({
    ownerCode: owner ?? ownerCode,
    ownerPost: post ?? ownerPost,
  });
  return takeCommitmentStep(context, input.id, 'handOver', {
    said: (one) => ({ successor: successor(one) }),
    reason: needed('reason', input.reason),
    basis: needed('document', input.document),
    effect: ({ commitment }) => {
      const to = successor(commitment);
      if (context.reference(departments).get(to.ownerCode)!.uscc === commitment.uscc) {
        throw new Refusal('COMMITMENT_SELF', { uscc: commitment.uscc });
      }
      Object.assign(commitment, to);
    },
    facts: { owner },
  });
}

function entered(commitment: PolicyCommitment, { today }: Context, note: string): void {
  const amount = commitment.fulfilledAmount;
  commitment.progress = [...commitment.progress, { on: today, amount, note }];
}
