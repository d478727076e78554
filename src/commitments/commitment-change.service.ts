import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { fenOf } from '../money/fen.js';
import { needed, written } from '../workflow/written.js';
import type {
  ChangeCommitmentInput,
  CommitmentDoneInput,
  CommitmentReasonInput,
  CommitmentStepInput,
} from './commitment.inputs.js';
import { takeCommitmentStep } from './commitment-step.service.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';
import { faultOfDay } from './promise.rules.js';

// A lawful change: 优化营商环境条例 art. 31 asks for authority, procedure and compensation, all three.

/** The owner proposes a change for the public interest: 依法变更. */
export function changeCommitment(context: Context, input: ChangeCommitmentInput): Promise<PolicyCommitment> {
  const { amount = null, compensateBy = null } = input;
  const said = {
    authority: written('authority', input.authority),
    procedure: written('procedure', input.procedure),
    compensation: written('compensation', input.compensation),
    compensateBy,
  };
  if (amount !== null && fenOf(amount) <= 0n) throw new Refusal('COMMITMENT_AMOUNT', { field: 'amount', amount });
  return takeCommitmentStep(context, input.id, 'proposeChange', {
    reason: needed('reason', input.reason),
    basis: said.authority,
    said: () => ({ change: said }),
    effect: ({ commitment }) => {
      // the table's condition has seen that nothing is missing
      const { authority, procedure, compensation, compensateBy: by } = said;
      commitment.change = {
        ...{ authority: authority!, procedure: procedure!, compensation: compensation!, amount },
        ...{ compensateBy: by!, compensatedOn: null },
      };
    },
  });
}

/** An administrator finds the change lawful: 同意变更. */
export const approveCommitmentChange = (
  context: Context,
  { id, reason }: CommitmentStepInput,
): Promise<PolicyCommitment> => takeCommitmentStep(context, id, 'approveChange', { reason: written('reason', reason) });

/** An administrator refuses the change: the promise stands as it was made. 不同意变更. */
export const refuseCommitmentChange = (context: Context, input: CommitmentReasonInput): Promise<PolicyCommitment> =>
  takeCommitmentStep(context, input.id, 'refuseChange', {
    reason: needed('reason', input.reason),
    evidence: input.evidence ?? [],
  });

/** The owner reports that the beneficiary was compensated, with evidence: 报告补偿. */
export const reportCommitmentCompensation = (context: Context, input: CommitmentDoneInput): Promise<PolicyCommitment> =>
  takeCommitmentStep(context, input.id, 'reportCompensation', {
    reason: needed('note', input.note),
    evidence: input.evidence,
    effect: ({ commitment }) => {
      const fault = faultOfDay('doneOn', input.doneOn, commitment.promisedOn, context.today);
      if (fault) throw new Refusal(fault.reason, fault.params);
      commitment.change = { ...commitment.change!, compensatedOn: input.doneOn };
    },
  });
