import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import { mayKnow } from '../records/record-case.rules.js';
import { lockedRecord, type VersionChange, writeVersion } from '../records/record-version.service.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf } from '../workflow/workflow.js';
import { resultOf } from './objection.documents.js';
import { Objection } from './objection.entity.js';
import { guardsOf, nothingSaid, partyOf, type Said } from './objection.rules.js';
import { objectionWorkflow } from './objection.workflow.js';
import { objectionCase } from './objection-case.js';

/** The steps of the table. */
export type ObjectionStepName = StepOf<typeof objectionWorkflow>;

/** A case that is decided on: locked, with its record. */
export interface Deciding {
  readonly em: EntityManager;
  readonly objection: Objection;
  /** The current version, locked. */
  readonly record: CreditRecord;
}

/** A step that is taken. */
export interface Taking {
  readonly step: ObjectionStepName;
  readonly said: Said;
  readonly basis?: string | null;
  /** What the step does beside the state of the case, in the same unit of work. */
  readonly effect?: (deciding: Deciding) => Promise<void> | void;
}

/** Takes a step of an objection in the name of the viewer, with all that follows from it, or says why it cannot be taken. */
export async function takeObjectionStep(acting: Acting, id: string, taking: Taking): Promise<Objection> {
  const { viewer, today } = acting;
  return acting.em.transactional(async (em) => {
    const objection = await lockedObjection(em, id);
    if (!objection || !mayKnow(viewer, objection)) throw new Refusal('OBJECTION_UNKNOWN');
    const { step, said, basis = null, effect } = taking;
    const party = partyOf(viewer, objection);
    const guards = guardsOf({ objection, hindrance: null, said, today });
    const row = await takeInCase(em, objectionWorkflow, objection, step, { party, guards });
    await effect?.({ em, objection, record: (await lockedRecord(em, objection.recordId))! });
    enterStep(em, acting, objectionCase, objection, { row, by: party!, reason: said.reason, basis });
    return objection;
  });
}

/** Takes the platform's own step, if the deadline has passed and nobody acted meanwhile. */
export function takeOverdueStep(
  acting: Acting,
  id: string,
  step: ObjectionStepName,
  effect?: Taking['effect'],
): Promise<void> {
  return acting.em.transactional(async (em) => {
    const objection = await lockedObjection(em, id);
    const { today } = acting;
    if (!objection || objection.dueOn === null || objection.dueOn >= today) return;
    const guards = guardsOf({ objection, hindrance: null, said: nothingSaid, today });
    const row = await takeInCase(em, objectionWorkflow, objection, step, { party: 'CLOCK', guards });
    await effect?.({ em, objection, record: (await lockedRecord(em, objection.recordId))! });
    enterStep(em, acting, objectionCase, objection, { row, by: 'CLOCK' });
  });
}

const lockedObjection = async (em: EntityManager, id: string): Promise<Objection | null> =>
  isUuid(id) ? em.findOne(Objection, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

/** Takes the mark off the record, with whatever else becomes of it, as one version. */
export const unmarked = (
  acting: Acting,
  { em, objection, record }: Deciding,
  what: string,
  change: Partial<VersionChange> = {},
): Promise<CreditRecord> =>
  writeVersion(em, acting, record, {
    ...change,
    disputed: false,
    reason: `objection ${objection.number}: ${what}`,
  });

/** The result as it is told to the objector. */
export interface Result {
  readonly result: string;
  readonly reason: string;
  readonly remedy: string;
  readonly review?: boolean;
  /** Who tells it; none: the provider. */
  readonly by?: string;
}

/** Issues what tells the objector the result. */
export async function tellResult(acting: Acting, { em, objection, record }: Deciding, told: Result): Promise<void> {
  const { reference } = acting;
  const entity = await em.findOneOrFail(LegalEntity, { id: objection.entityId });
  const item = reference(catalogue).edition(record.itemId).title;
  const { review = false, by = reference(departments).get(objection.providerCode)!.name } = told;
  issueDocument(em, acting, {
    ...{ caseKind: objectionCase.code, caseId: objection.id, issuedBy: by },
    ...resultOf({ ...told, objection, entity, item, document: record.number }, review),
  });
}
