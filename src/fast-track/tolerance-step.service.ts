import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { attach } from '../attachments/attachment.service.js';
import type { Acting, Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { enterStep } from '../workflow/enter-step.js';
import type { StepRefusal } from '../workflow/take.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf } from '../workflow/workflow.js';
import { serviceItem } from './service-item.reads.js';
import type { ToleranceFacts, ToleranceText } from './tolerance.documents.js';
import { guardsOf, mayKnow, nothingSaid, partyOf, type Said } from './tolerance.rules.js';
import { toleranceWorkflow } from './tolerance.workflow.js';
import { toleranceCase } from './tolerance-case.js';
import { TolerantAcceptance } from './tolerant-acceptance.entity.js';

/** The steps of the table. */
export type ToleranceStepName = StepOf<typeof toleranceWorkflow>;

/** A tolerant acceptance on which a step is taken: locked. */
export interface Acted {
  readonly em: EntityManager;
  readonly acceptance: TolerantAcceptance;
}

/** A step that a party takes. */
interface Taking {
  /** Refused before the table is asked, where the rule says more than "not from this state". */
  readonly unless?: (acceptance: TolerantAcceptance) => StepRefusal | null;
  /** What comes with it, where it depends on how the case stands. */
  readonly said?: (acted: Acted) => Partial<Said> | Promise<Partial<Said>>;
  readonly reason?: string | null;
  /** Ids of files that come with it. */
  readonly evidence?: readonly string[];
  /** What it changes in the case before its clocks are set, in the same unit of work. */
  readonly effect?: (acted: Acted) => Promise<void> | void;
  /** What follows from the clocks that it has set. */
  readonly afterwards?: (acted: Acted) => Promise<void> | void;
}

/**
 * Takes a step of a tolerant acceptance in the name of the viewer, with all that follows from it, or says why it cannot be taken.
 * The case is locked: of two who act at once the second is told what the first did.
 */
export async function takeToleranceStep(
  context: Context,
  id: string,
  step: ToleranceStepName,
  { unless, said, reason = null, evidence = [], effect, afterwards }: Taking = {},
): Promise<TolerantAcceptance> {
  const { viewer, today } = context;
  return context.em.transactional(async (em) => {
    const acceptance = await lockedAcceptance(em, id);
    if (!acceptance || !mayKnow(viewer, acceptance)) throw new Refusal('TOLERANCE_UNKNOWN');
    const party = partyOf(viewer, acceptance);
    const fault = party === null ? null : unless?.(acceptance);
    if (fault) throw new Refusal(fault.reason, fault.params);
    const everything = { ...nothingSaid, evidence: evidence.length, ...(await said?.({ em, acceptance })) };
    const guards = guardsOf({ acceptance, today, said: everything });
    const row = await takeInCase(em, toleranceWorkflow, acceptance, step, { party, guards });
    await effect?.({ em, acceptance });
    await attach(em, context, evidence, { kind: toleranceCase.code, id: acceptance.id });
    enterStep(em, context, toleranceCase, acceptance, { row, by: party!, reason });
    await afterwards?.({ em, acceptance });
    return acceptance;
  });
}

/** The tolerant acceptance, locked until the unit of work ends. */
export const lockedAcceptance = async (em: EntityManager, id: string): Promise<TolerantAcceptance | null> =>
  isUuid(id) ? em.findOne(TolerantAcceptance, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

/** What the documents of a case name, and the applicant itself. */
export async function toleranceFacts(
  { reference }: Pick<Acting, 'reference'>,
  { em, acceptance }: Acted,
): Promise<ToleranceFacts & { readonly entity: LegalEntity }> {
  const entity = await em.findOneOrFail(LegalEntity, { id: acceptance.entityId });
  return {
    ...{ acceptance, entity, applicant: entity.name },
    item: serviceItem({ reference }, acceptance.serviceItemCode).title,
    department: reference(departments).get(acceptance.departmentCode)!.name,
  };
}

/** Issues a document of the case in the unit of work at hand. */
export function issue(acting: Omit<Acting, 'em'>, { em, acceptance }: Acted, text: ToleranceText): void {
  issueDocument(em, acting, { caseKind: toleranceCase.code, caseId: acceptance.id, ...text });
}
