import type { Acting, Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { recordBrokenCommitment } from '../dishonesty/broken-commitment.service.js';
import { needed } from '../workflow/written.js';
import { liability, voiding, withdrawal } from './tolerance.documents.js';
import type { VoidToleranceInput } from './tolerance.inputs.js';
import { stillMissing } from './tolerance-material.rules.js';
import { ToleranceSignature } from './tolerance-signature.entity.js';
import { type Acted, issue, takeToleranceStep, toleranceFacts } from './tolerance-step.service.js';
import type { TolerantAcceptance } from './tolerant-acceptance.entity.js';

/** Who records it: a request, or the platform's own clock. */
type Recording = Omit<Acting, 'em'> & Pick<Context, 'secrets'>;

/**
 * The acceptance is withdrawn and the broken commitment recorded, in the unit of work at hand. The grant needs no touch: it is
 * suspended because the record is in force, and restored because it is not.
 */
export async function recordDefault(acting: Recording, acted: Acted): Promise<void> {
  const { acceptance } = acted;
  const missing = stillMissing(acceptance.missing);
  const promised = await recorded(
    acting,
    acted,
    `逾期未补齐：${missing}`,
    '撤回容缺受理；修复前不再适用容缺受理和绿色通道。',
  );
  issue(acting, acted, withdrawal(await toleranceFacts(acting, acted), missing, promised));
}

/** The department finds that something supplied was false: revoked, and recorded. 材料虚假撤销 */
export function voidTolerance(context: Context, input: VoidToleranceInput): Promise<TolerantAcceptance> {
  const reason = needed('reason', input.reason);
  return takeToleranceStep(context, input.id, 'void', {
    reason,
    evidence: input.evidence,
    effect: async (acted) => {
      await recorded(
        context,
        acted,
        `提交虚假材料：${reason}`,
        '撤销容缺受理或者审批结果；修复前不再适用容缺受理和绿色通道。',
      );
      issue(context, acted, voiding(await toleranceFacts(context, acted), reason));
    },
  });
}

/** Writes the record of the broken commitment: the day by which it was to be kept. */
async function recorded(acting: Recording, acted: Acted, unperformed: string, consequence: string): Promise<string> {
  const { em, acceptance } = acted;
  const { entity, item } = await toleranceFacts(acting, acted);
  const { signedOn, supplyBy } = await em.findOneOrFail(ToleranceSignature, { acceptanceId: acceptance.id });
  const until = acceptance.extendedUntil ?? supplyBy;
  acceptance.recordId = await recordBrokenCommitment(acting, em, {
    ...{ code: acceptance.commitmentCode, kind: '容缺受理型', liability },
    ...{ entity, text: acceptance.commitmentText, madeOn: signedOn, validUntil: until },
    matter: `容缺受理：${item}`,
    partly: acceptance.missing.some(({ suppliedOn }) => suppliedOn !== null),
    ...{ unperformed, consequence },
    unit: acting.reference(departments).get(acceptance.departmentCode)!,
  });
  return until;
}
