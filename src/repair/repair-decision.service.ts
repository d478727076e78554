import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import { propagate } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { RecordState } from '../records/credit-record.entity.js';
import { writeVersion } from '../records/record-version.service.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { needed, written } from '../workflow/written.js';
import { approval, type DocumentFacts, type DocumentText, notice, refusal, rejection } from './repair.documents.js';
import type { CountersignRepairInput, DecideRepairInput } from './repair.inputs.js';
import { type RepairApplication, RepairProposal } from './repair-application.entity.js';
import { repairCase } from './repair-case.js';
import { factsForRepair } from './repair-eligibility.reads.js';
import { hindrancesToRepair } from './repair-eligibility.rules.js';
import { type Deciding, nothingSaid, takeRepairStep } from './repair-step.service.js';

/** The unit tells the applicant once and completely what is missing: 一次性告知补正. */
export function requestRepairSupplement(context: Context, input: DecideRepairInput): Promise<RepairApplication> {
  const missing = (input.missing ?? []).map((one) => needed('missing', one));
  return takeRepairStep(context, input.id, {
    step: () => 'askSupplement',
    said: { ...nothingSaid, missing, reason: written('reason', input.reason) },
    effect: ({ application }) => {
      application.missing = missing;
    },
  });
}

/** The unit accepts the application: 受理. */
export const acceptRepair = (context: Context, { id, reason }: DecideRepairInput): Promise<RepairApplication> =>
  takeRepairStep(context, id, { step: () => 'accept', said: { ...nothingSaid, reason: written('reason', reason) } });

/** The unit does not accept it: 不予受理. */
export function rejectRepair(context: Context, { id, reason, basis }: DecideRepairInput): Promise<RepairApplication> {
  const said = { ...nothingSaid, reason: written('reason', reason) };
  return takeRepairStep(context, id, {
    step: () => 'reject',
    said,
    basis: written('basis', basis),
    effect: (deciding) => close(context, deciding, said.reason, [rejection]),
  });
}

/** The unit takes more time, once, with the reason told: 延长审核期限. */
export const extendRepair = (context: Context, { id, reason }: DecideRepairInput): Promise<RepairApplication> =>
  takeRepairStep(context, id, { step: () => 'extend', said: { ...nothingSaid, reason: written('reason', reason) } });

/** The unit approves: 准予修复. A contested case needs the agreement of the credit centre first. */
export function approveRepair(context: Context, { id, reason, basis }: DecideRepairInput): Promise<RepairApplication> {
  const said = { ...nothingSaid, reason: written('reason', reason) };
  return takeRepairStep(context, id, {
    step: ({ contested }) => (contested ? 'proposeApproval' : 'approve'),
    said,
    basis: written('basis', basis),
    effect: (deciding) =>
      deciding.contested
        ? propose(deciding, RepairProposal.APPROVE, said.reason)
        : execute(context, deciding, said.reason),
  });
}

/** The unit refuses, with the reason: 不予修复. A contested case needs the agreement of the credit centre first. */
export function refuseRepair(context: Context, { id, reason, basis }: DecideRepairInput): Promise<RepairApplication> {
  const said = { ...nothingSaid, reason: needed('reason', reason ?? '') };
  return takeRepairStep(context, id, {
    step: ({ contested }) => (contested ? 'proposeRefusal' : 'refuse'),
    said,
    basis: written('basis', basis),
    effect: (deciding) =>
      deciding.contested
        ? propose(deciding, RepairProposal.REFUSE, said.reason)
        : close(context, deciding, said.reason, [refusal]),
  });
}

/** The credit centre agrees to what a unit proposed in a contested case, or sends it back: 争议事项复核. */
export function countersignRepair(context: Context, input: CountersignRepairInput): Promise<RepairApplication> {
  const said = { ...nothingSaid, reason: written('reason', input.reason) };
  const approves = ({ application }: Deciding): boolean => application.proposal === RepairProposal.APPROVE;
  return takeRepairStep(context, input.id, {
    step: (deciding) => {
      if (!input.agrees) return 'sendBack';
      return approves(deciding) ? 'countersignApproval' : 'countersignRefusal';
    },
    said,
    effect: (deciding) => {
      const { application } = deciding;
      if (!input.agrees) return propose(deciding, null, null);
      return approves(deciding)
        ? execute(context, deciding, application.reason)
        : close(context, deciding, application.reason, [refusal]);
    },
  });
}

function propose({ application }: Deciding, proposal: RepairProposal | null, reason: string | null): void {
  Object.assign(application, { proposal, reason });
}

/**
 * Puts an approval into effect, all in one unit of work: publicity, sharing and use end, consumers are told, the documents are
 * issued (Order 36, art. 3: 终止公示、停止共享和使用、同步解除失信惩戒措施). What would keep the entity from applying by now keeps the
 * unit from approving: since the application the record may have been withdrawn or corrected, or a ban may have come.
 */
async function execute(context: Context, deciding: Deciding, reason: string | null): Promise<void> {
  const { em, application, record } = deciding;
  await refuseHindered(context, deciding);
  const repaired = await writeVersion(em, context, record, {
    state: RecordState.REPAIRED,
    reason: `repaired: application ${application.number}`,
    basis: 'NDRC Order 36 (信用修复管理办法), art. 3',
  });
  application.changeId = await propagate(em, context, ChangeKind.REPAIRED, repaired);
  await close(context, deciding, reason, [approval, notice]);
}

/** Refuses to approve what could not be applied for today. */
async function refuseHindered(context: Context, { em, record }: Deciding): Promise<void> {
  // the open application is this one
  const facts = { ...(await factsForRepair(em, context, record)), openApplication: null };
  const [hindrance] = hindrancesToRepair(facts, context.today);
  if (hindrance) throw new Refusal(hindrance.reason, hindrance.params);
}

/** Notes the decision and issues what says so. */
async function close(
  context: Context,
  deciding: Deciding,
  reason: string | null,
  documents: readonly ((facts: DocumentFacts) => DocumentText)[],
): Promise<void> {
  const { application } = deciding;
  Object.assign(application, { reason, decidedAt: context.now });
  const facts = await documentFacts(context, deciding, reason);
  for (const document of documents) issue(context, deciding, document(facts));
}

/** What the documents of a case name. */
export async function documentFacts(
  { reference, today }: Context,
  { em, application, record }: Deciding,
  reason: string | null,
): Promise<DocumentFacts> {
  return {
    application,
    entity: await em.findOneOrFail(LegalEntity, { id: application.entityId }),
    unit: reference(departments).get(application.providerCode)!.name,
    item: reference(catalogue).edition(record.itemId).title,
    document: record.number,
    determinedOn: record.determinedOn,
    today,
    reason,
  };
}

/** Issues a document of a case in the name of the determining unit. */
export function issue(context: Context, { em, application }: Deciding, document: DocumentText): void {
  const issuedBy = context.reference(departments).get(application.providerCode)!.name;
  issueDocument(em, context, { caseKind: repairCase.code, caseId: application.id, ...document, issuedBy });
}
