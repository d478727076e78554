import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { attach } from '../attachments/attachment.service.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { lockedRecord } from '../records/record-version.service.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { needed, written } from '../workflow/written.js';
import { commitmentText } from './repair.documents.js';
import type { ApplyForRepairInput, DecideRepairInput, RepairProofInput, SupplyRepairInput } from './repair.inputs.js';
import { guardsOf } from './repair.rules.js';
import { RepairState, repairWorkflow } from './repair.workflow.js';
import { RepairApplication, type StoredProof } from './repair-application.entity.js';
import { repairCase } from './repair-case.js';
import { factsForRepair } from './repair-eligibility.reads.js';
import { hindrancesToRepair } from './repair-eligibility.rules.js';
import { nothingSaid, takeRepairStep } from './repair-step.service.js';

/** The most that one application proves. */
const mostProofs = 20;

/** The first six digits of a commitment code: the city, GB/T 2260. */
const city = '150200';

/** The entity applies for the repair of one of its records: 申请信用修复. */
export async function applyForRepair(context: Context, input: ApplyForRepairInput): Promise<RepairApplication> {
  const seen = isUuid(input.record) ? await context.load(recordById, input.record) : null;
  if (!seen) throw new Refusal('RECORD_UNKNOWN');
  if (seen.uscc !== context.viewer.uscc) throw new Refusal('REPAIR_RECORD_NOT_YOURS');
  const statement = written('statement', input.statement);
  const proofs = proofsOf(context, input.proofs);
  if (proofs.length === 0) throw new Refusal('REPAIR_PROOF_MISSING');
  if (!input.commitment.accepts) throw new Refusal('REPAIR_COMMITMENT');
  const signedBy = needed('commitment.signedBy', input.commitment.signedBy);
  return context.em.transactional((em) => applied(em, context, seen, { statement, proofs, signedBy })).catch(undoubled);
}

type Filed = Pick<RepairApplication, 'statement' | 'proofs' | 'signedBy'>;

async function applied(em: EntityManager, context: Context, seen: RecordRow, filed: Filed): Promise<RepairApplication> {
  const { today, now, reference } = context;
  // the record is locked, so that of two applications the second sees the first
  const record = (await lockedRecord(em, seen.id))!;
  const hindrances = hindrancesToRepair(await factsForRepair(em, context, record), today);
  const said = { ...nothingSaid, proofs: filed.proofs.length };
  const guards = guardsOf({ application: null, hindrances, contested: false, today, said, allAcknowledged: false });
  const { row } = takeOrRefuse(repairWorkflow, 'apply', { state: null, party: 'APPLICANT', guards, history: [] });
  const entity = await em.findOneOrFail(LegalEntity, { id: record.entityId });
  const number = await nextCaseNumber(em, 'repair_application', 'R', today);
  const application = em.create(RepairApplication, {
    ...{ id: uuid(), number, ...unbegun(now, today), ...filed, state: RepairState.SUBMITTED },
    ...{ recordId: record.id, itemId: record.itemId, entityId: record.entityId, uscc: entity.uscc },
    providerCode: reference(catalogue).edition(record.itemId).providerCode,
    commitmentCode: city + number.replaceAll(/\D/g, ''),
    commitment: commitmentText(entity, record.number),
    ...{ missing: [], proposal: null, reason: null, decidedAt: null, changeId: null, revokedFor: null },
  });
  await attachAll(em, context, application.id, filed.proofs);
  enterStep(em, context, repairCase, application, { row, by: 'APPLICANT', facts: { record: record.id } });
  return application;
}

/** The applicant supplies what the unit said is missing: 补正材料. */
export function supplyRepairSupplement(context: Context, input: SupplyRepairInput): Promise<RepairApplication> {
  const proofs = proofsOf(context, input.proofs);
  const reason = written('statement', input.statement);
  return takeRepairStep(context, input.id, {
    step: () => 'supply',
    said: { ...nothingSaid, reason, proofs: proofs.length },
    effect: async ({ em, application }) => {
      application.proofs = [...application.proofs, ...proofs];
      await attachAll(em, context, application.id, proofs);
    },
  });
}

/** The applicant gives it up: 撤回申请. */
export const withdrawRepair = (context: Context, { id, reason }: DecideRepairInput): Promise<RepairApplication> =>
  takeRepairStep(context, id, {
    step: () => 'withdraw',
    said: { ...nothingSaid, reason: written('reason', reason) },
  });

/** Proofs as they are stored; each names a file, or a department that holds the document. */
function proofsOf({ reference }: Context, proofs: readonly RepairProofInput[]): StoredProof[] {
  if (proofs.length > mostProofs)
    throw new Refusal('REPAIR_PROOFS_TOO_MANY', { count: proofs.length, most: mostProofs });
  return proofs.map((proof): StoredProof => {
    const title = needed('proofs.title', proof.title);
    const attachment = proof.attachment ?? null;
    const heldBy = written('proofs.heldBy', proof.heldBy);
    const number = written('proofs.number', proof.number);
    if (heldBy !== null && !reference(departments).has(heldBy)) {
      throw new Refusal('UNKNOWN_DEPARTMENT', { department: heldBy.slice(0, 100) });
    }
    if (attachment === null && (heldBy === null || number === null)) throw new Refusal('REPAIR_PROOF_EMPTY', { title });
    return { title, attachment, heldBy, number };
  });
}

const attachAll = (em: EntityManager, context: Context, id: string, proofs: readonly StoredProof[]): Promise<unknown> =>
  attach(
    em,
    context,
    proofs.flatMap(({ attachment }) => attachment ?? []),
    { kind: repairCase.code, id },
  );

/** The database keeps a record from having two open applications, whatever was seen. */
function undoubled(error: unknown): never {
  const doubled =
    error instanceof UniqueConstraintViolationException && error.message.includes('repair_application_open');
  throw doubled ? new Refusal('REPAIR_OPEN', { number: '-' }) : error;
}
