import { withdrawnVersion } from '../collection/amendment.service.js';
import type { Acting, Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { recordBrokenCommitment } from '../dishonesty/broken-commitment.service.js';
import type { GivenCommitment } from '../dishonesty/commitment-record.js';
import { recordKeptCommitment } from '../dishonesty/kept-commitment.service.js';
import { propagate } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { lockedRecord } from '../records/record-version.service.js';
import { needed, written } from '../workflow/written.js';
import { liability, voiding, withdrawal } from './tolerance.documents.js';
import type { ToleranceStepInput, VoidToleranceInput } from './tolerance.inputs.js';
import { licensingLaw } from './tolerance.states.js';
import { stillMissing } from './tolerance-material.rules.js';
import { ToleranceSignature } from './tolerance-signature.entity.js';
import { type Acted, issue, takeToleranceStep, toleranceFacts } from './tolerance-step.service.js';
import type { TolerantAcceptance } from './tolerant-acceptance.entity.js';

// What becomes of a commitment is written into the credit of whoever gave it: kept, or broken.

/** Who records it: a request, or the platform's own clock. */
type Recording = Omit<Acting, 'em'> & Pick<Context, 'secrets'>;

/** The clerk finds what was supplied complete and valid: the commitment is kept, which counts for the applicant. 核验通过 */
export const confirmSupply = (context: Context, { id, reason }: ToleranceStepInput): Promise<TolerantAcceptance> =>
  takeToleranceStep(context, id, 'confirm', {
    reason: written('reason', reason),
    effect: async (acted) => {
      const { em, acceptance } = acted;
      acceptance.recordId = await recordKeptCommitment(context, em, await given(context, acted));
    },
  });

/**
 * The acceptance is withdrawn and the broken commitment recorded, in the unit of work at hand. The grant needs no touch: it is
 * suspended because the record is in force, and restored because it is not.
 */
export async function recordDefault(acting: Recording, acted: Acted): Promise<void> {
  const { acceptance } = acted;
  const missing = stillMissing(acceptance.missing);
  const promised = await broken(acting, acted, {
    unperformed: `逾期未补齐：${missing}`,
    consequence: '撤回容缺受理；修复前不再适用容缺受理和绿色通道。',
  });
  issue(acting, acted, withdrawal(await toleranceFacts(acting, acted), missing, promised));
}

/** The department finds that something supplied was false: revoked, and recorded. 材料虚假撤销 */
export function voidTolerance(context: Context, input: VoidToleranceInput): Promise<TolerantAcceptance> {
  const reason = needed('reason', input.reason);
  return takeToleranceStep(context, input.id, 'void', {
    reason,
    evidence: input.evidence,
    effect: async (acted) => {
      const document = voiding(await toleranceFacts(context, acted), reason);
      await withdrawKept(context, acted, document.number);
      await broken(context, acted, {
        unperformed: `提交虚假材料：${reason}`,
        consequence: '撤销容缺受理或者审批结果；修复前不再适用容缺受理和绿色通道。',
      });
      issue(context, acted, document);
    },
  });
}

/** Writes the record of the broken commitment, and says by when it was to be kept. */
async function broken(
  acting: Recording,
  acted: Acted,
  found: { readonly unperformed: string; readonly consequence: string },
): Promise<string> {
  const { em, acceptance } = acted;
  const commitment = await given(acting, acted);
  const partly = acceptance.missing.some(({ suppliedOn }) => suppliedOn !== null);
  acceptance.recordId = await recordBrokenCommitment(acting, em, { ...commitment, ...found, partly });
  return commitment.validUntil;
}

/** The commitment as it was given, for the record of it. */
async function given(acting: Recording, acted: Acted): Promise<GivenCommitment> {
  const { em, acceptance } = acted;
  const { entity, item } = await toleranceFacts(acting, acted);
  const { signedOn, supplyBy } = await em.findOneOrFail(ToleranceSignature, { acceptanceId: acceptance.id });
  return {
    ...{ code: acceptance.commitmentCode, kind: '容缺受理型', matter: `容缺受理：${item}` },
    ...{ entity, text: acceptance.commitmentText, liability, madeOn: signedOn },
    validUntil: acceptance.extendedUntil ?? supplyBy,
    unit: acting.reference(departments).get(acceptance.departmentCode)!,
  };
}

/** What was recorded as kept, where it was, is void from the beginning. */
async function withdrawKept(context: Context, { em, acceptance }: Acted, document: string): Promise<void> {
  const kept = acceptance.recordId === null ? null : await lockedRecord(em, acceptance.recordId);
  if (!kept) return;
  const withdrawn = await withdrawnVersion(em, context, kept, {
    ...{ reason: `the commitment was found false: ${acceptance.number}`, basis: licensingLaw('art. 69') },
    ...{ revokedOn: context.today, document },
  });
  await propagate(em, context, ChangeKind.WITHDRAWN, withdrawn);
}
