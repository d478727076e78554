import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import type { StepRefusal } from '../workflow/take.js';
import { needed, written } from '../workflow/written.js';
import type {
  AskToleranceExtensionInput,
  RejectMaterialInput,
  SupplyMaterialInput,
  ToleranceReasonInput,
  ToleranceStepInput,
} from './tolerance.inputs.js';
import { partyOf } from './tolerance.rules.js';
import {
  afterRejection,
  afterSupply,
  faultOfRejection,
  faultOfSupply,
  isComplete,
  type Supplied,
} from './tolerance-material.rules.js';
import { takeToleranceStep } from './tolerance-step.service.js';
import type { TolerantAcceptance } from './tolerant-acceptance.entity.js';

// How what was promised is supplied, checked, put off for force majeure, or given up.

function refuse(fault: StepRefusal | null): void {
  if (fault) throw new Refusal(fault.reason, fault.params);
}

/** The applicant or the clerk supplies what is missing, in parts or all at once: 补正材料. */
export function supplyMissingMaterial(context: Context, input: SupplyMaterialInput): Promise<TolerantAcceptance> {
  const { viewer, today } = context;
  const supplied = input.materials.map(
    ({ code, attachment, atCounter }): Supplied => ({
      ...{ code, attachment: attachment?.toLowerCase() ?? null, atCounter: atCounter ?? false },
    }),
  );
  return takeToleranceStep(context, input.id, 'supply', {
    said: ({ acceptance: { missing } }) => ({ complete: isComplete(afterSupply(missing, supplied, today)) }),
    evidence: supplied.flatMap(({ attachment }) => attachment ?? []),
    effect: ({ acceptance }) => {
      refuse(faultOfSupply(acceptance.missing, supplied, partyOf(viewer, acceptance) === 'DEPARTMENT'));
      acceptance.missing = afterSupply(acceptance.missing, supplied, today);
    },
  });
}

/** The clerk rejects what is not valid of it: that is missing again, and the clock goes on. 退回补正 */
export function rejectMaterial(context: Context, input: RejectMaterialInput): Promise<TolerantAcceptance> {
  const reason = needed('reason', input.reason);
  return takeToleranceStep(context, input.id, 'reject', {
    reason,
    effect: ({ acceptance }) => {
      refuse(faultOfRejection(acceptance.missing, input.materials));
      acceptance.missing = afterRejection(acceptance.missing, input.materials, reason);
    },
  });
}

/** The applicant asks for more time because of force majeure, once: 申请不可抗力延期. */
export const askToleranceExtension = (
  context: Context,
  input: AskToleranceExtensionInput,
): Promise<TolerantAcceptance> =>
  takeToleranceStep(context, input.id, 'askExtension', {
    reason: needed('reason', input.reason),
    evidence: input.evidence,
    said: () => ({ extensionDays: input.workingDays }),
    effect: ({ acceptance }) => {
      acceptance.extensionDays = input.workingDays;
    },
  });

/** The department finds force majeure shown: the time runs anew from today, as long as was asked for. 同意延期 */
export const grantToleranceExtension = (context: Context, input: ToleranceReasonInput): Promise<TolerantAcceptance> =>
  takeToleranceStep(context, input.id, 'grantExtension', {
    reason: needed('reason', input.reason),
    afterwards: ({ acceptance }) => {
      acceptance.extendedUntil = acceptance.dueOn;
    },
  });

/** The department does not: the clock goes on where it stood. 不同意延期 */
export const refuseToleranceExtension = (context: Context, input: ToleranceReasonInput): Promise<TolerantAcceptance> =>
  takeToleranceStep(context, input.id, 'refuseExtension', { reason: needed('reason', input.reason) });

/** The applicant gives it up before the result; nothing is recorded. 撤回申请 */
export const withdrawTolerance = (context: Context, { id, reason }: ToleranceStepInput): Promise<TolerantAcceptance> =>
  takeToleranceStep(context, id, 'withdraw', { reason: written('reason', reason) });
