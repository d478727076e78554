import { v7 as uuid } from 'uuid';
import { monthsAfter } from '../calendar/day.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { recordBrokenCommitment } from '../dishonesty/broken-commitment.service.js';
import { Refusal } from '../messages/refusal.js';
import { propagate } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { RecordState } from '../records/credit-record.entity.js';
import { writeVersion } from '../records/record-version.service.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { written } from '../workflow/written.js';
import { revocation } from './repair.documents.js';
import type { DecideRepairInput } from './repair.inputs.js';
import type { RepairRevocationGround } from './repair.words.js';
import type { RepairApplication } from './repair-application.entity.js';
import { RepairBan } from './repair-ban.entity.js';
import { documentFacts, issue } from './repair-decision.service.js';
import { banYears } from './repair-eligibility.rules.js';
import { type Deciding, nothingSaid, takeRepairStep } from './repair-step.service.js';

const inChinese: Readonly<Record<RepairRevocationGround, string>> = {
  FALSE_MATERIAL: '提供虚假材料',
  BROKEN_COMMITMENT: '信用承诺严重不实',
  WILFUL_NON_PERFORMANCE: '故意不履行承诺',
};

/**
 * Revokes a repair, all in one unit of work: the record is restored, the broken commitment recorded, new applications are barred,
 * consumers are told (Order 36; 撤销信用修复).
 */
export function revokeRepair(context: Context, input: DecideRepairInput): Promise<RepairApplication> {
  const { ground } = input;
  const reason = written('reason', input.reason);
  return takeRepairStep(context, input.id, {
    step: () => 'revoke',
    said: { ...nothingSaid, reason },
    basis: written('basis', input.basis),
    effect: (deciding) => {
      if (ground == null) throw new Refusal('REPAIR_GROUND_REQUIRED');
      return restore(context, deciding, ground, reason!);
    },
  });
}

async function restore(
  context: Context,
  deciding: Deciding,
  ground: RepairRevocationGround,
  reason: string,
): Promise<void> {
  const { em, application, record } = deciding;
  const { today, now } = context;
  // what was withdrawn meanwhile does not come back
  if (record.state === RecordState.REPAIRED) {
    const restored = await writeVersion(em, context, record, {
      state: RecordState.EFFECTIVE,
      reason: `repair revoked: application ${application.number}, ${ground}`,
      basis: 'NDRC Order 36 (信用修复管理办法)',
    });
    application.changeId = await propagate(em, context, ChangeKind.RESTORED, restored);
  }
  const until = monthsAfter(today, 12 * banYears);
  em.persist(
    em.create(RepairBan, {
      id: uuid(),
      entityId: application.entityId,
      applicationId: application.id,
      until,
      foundAt: now,
    }),
  );
  await recordBroken(context, deciding, inChinese[ground], reason);
  Object.assign(application, { reason, revokedFor: ground, decidedAt: now });
  issue(
    context,
    deciding,
    revocation(await documentFacts(context, deciding, `${inChinese[ground]}。${reason}`), until),
  );
}

async function recordBroken(
  context: Context,
  { em, application, record }: Deciding,
  ground: string,
  reason: string,
): Promise<void> {
  const liability = '撤销修复、恢复原失信信息、将违诺信息记入信用记录，三年内不再受理信用修复申请。';
  await recordBrokenCommitment(context, em, {
    ...{ code: application.commitmentCode, kind: '信用修复型', liability },
    entity: await em.findOneOrFail(LegalEntity, { id: application.entityId }),
    matter: `申请修复失信信息（${record.number}）`,
    text: application.commitment,
    madeOn: application.filedOn,
    validUntil: monthsAfter(application.filedOn, 12 * banYears),
    unperformed: `${ground}：${reason}`,
    consequence: '撤销信用修复，恢复原失信信息，三年内不受理信用修复申请。',
    unit: context.reference(departments).get(application.providerCode)!,
  });
}
