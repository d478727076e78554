import { v7 as uuid } from 'uuid';
import { monthsAfter } from '../calendar/day.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import { rowOf } from '../collection/file-reader.js';
import { SubmissionFormat } from '../collection/submission.entity.js';
import { receiveSubmission } from '../collection/submission.service.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { propagate } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { RecordState } from '../records/credit-record.entity.js';
import { writeVersion } from '../records/record-version.service.js';
import { EntityKind, LegalEntity } from '../registry/legal-entity.entity.js';
import { written } from '../workflow/written.js';
import { revocation } from './repair.documents.js';
import type { DecideRepairInput } from './repair.inputs.js';
import type { RepairRevocationGround } from './repair.words.js';
import type { RepairApplication } from './repair-application.entity.js';
import { RepairBan } from './repair-ban.entity.js';
import { documentFacts, issue } from './repair-decision.service.js';
import { banYears } from './repair-eligibility.rules.js';
import { type Deciding, nothingSaid, takeRepairStep } from './repair-step.service.js';

/** The item of broken commitments, which the authority for social credit provides. */
const brokenCommitments = 'DRC_BROKEN_COMMITMENT';

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
  await recordBrokenCommitment(context, deciding, inChinese[ground], reason);
  Object.assign(application, { reason, revokedFor: ground, decidedAt: now });
  issue(
    context,
    deciding,
    revocation(await documentFacts(context, deciding, `${inChinese[ground]}。${reason}`), until),
  );
}

/** The broken commitment comes in through the same door as everybody's records. */
async function recordBrokenCommitment(
  context: Context,
  { em, application, record }: Deciding,
  ground: string,
  reason: string,
): Promise<void> {
  const item = itemInForce(context, brokenCommitments);
  const entity = await em.findOneOrFail(LegalEntity, { id: application.entityId });
  const unit = context.reference(departments).get(application.providerCode)!;
  const row = {
    CNBM: application.commitmentCode,
    CNRMC: entity.name,
    CNRLB: entity.kind === EntityKind.SOLE_TRADER ? '个体工商户' : '法人及非法人组织',
    CNRDM: entity.uscc,
    CNLX: '信用修复型',
    CNSY: `申请修复失信信息（${record.number}）`,
    CNNR: application.commitment,
    WNZR: '撤销修复、恢复原失信信息、将违诺信息记入信用记录，三年内不再受理信用修复申请。',
    ZCRQ: application.filedOn,
    YXQ: monthsAfter(application.filedOn, 12 * banYears),
    LXZT: '全部未履行',
    WLXNR: `${ground}：${reason}`.slice(0, 2000),
    ZRZJ: '撤销信用修复，恢复原失信信息，三年内不受理信用修复申请。',
    RDRQ: context.today,
    RDDW: unit.name,
    RDDWDM: unit.uscc,
    SLDW: unit.name,
    SLDWDM: unit.uscc,
    GKLX: '社会公开',
    JGZT: '监管完成',
  };
  const { viewer, now, today, rehearsed, requestId, secrets, reference } = context;
  const receiving = { viewer, now, today, rehearsed, requestId, secrets, reference, em };
  const { refused, id } = await receiveSubmission(receiving, item, SubmissionFormat.ROWS, [rowOf(1, row)]);
  if (refused > 0) throw new Error(`the broken commitment of ${application.number} was refused: submission ${id}`);
}
