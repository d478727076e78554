import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { attach } from '../attachments/attachment.service.js';
import type { Acting, Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf, TheClock } from '../workflow/workflow.js';
import type { CreditList } from './credit-list.entity.js';
import { creditLists } from './credit-list.reads.js';
import { ListEntry } from './list-entry.entity.js';
import { listEntryCase } from './list-entry-case.js';
import type { ListingDocument, ListingFacts } from './listing.documents.js';
import { guardsOf, isConcerned, partiesOf, partyFor, wasAnnounced } from './listing.rules.js';
import { type ListingParty, listingWorkflow } from './listing.workflow.js';
import { standingOf } from './listing-standing.service.js';

/** The steps of the table. */
export type ListingStepName = StepOf<typeof listingWorkflow>;

/** A listing on which a step is taken: locked. */
export interface Acted {
  readonly em: EntityManager;
  readonly entry: ListEntry;
  readonly list: CreditList;
  readonly entity: LegalEntity;
}

/** A step that a party takes. */
interface Taking {
  /** The step, where it depends on how the entry stands. */
  readonly step: ListingStepName | ((standing: Awaited<ReturnType<typeof standingOf>>) => ListingStepName);
  readonly reason: string | null;
  readonly basis?: string | null;
  /** Number of the objection that is decided. */
  readonly objection?: number | null;
  /** Ids of files that come with it. */
  readonly evidence?: readonly string[] | null | undefined;
  /** What the step does beside the state of the case, in the same unit of work. */
  readonly effect?: (acted: Acted) => Promise<void> | void;
}

/**
 * Takes a step of a listing in the name of the viewer, with all that follows from it, or says why it cannot be taken. The
 * listing is locked: of two who act at once the second is told what the first did.
 */
export async function takeListingStep(context: Context, id: string, taking: Taking): Promise<string> {
  const { viewer } = context;
  return context.em.transactional(async (em) => {
    const entry = await lockedListing(em, id);
    if (!entry || !(isConcerned(viewer, entry) || wasAnnounced(entry))) throw new Refusal('LISTING_UNKNOWN');
    const parties = partiesOf(viewer, entry);
    await takeLocked(context, em, entry, { ...taking, partyOf: (step) => partyFor(step, parties) });
    return entry.id;
  });
}

/** Takes a step of a listing that is locked; its party is what the one who asks for it is to it. */
export async function takeLocked(
  acting: Acting,
  em: EntityManager,
  entry: ListEntry,
  taking: Taking & { readonly partyOf: (step: ListingStepName) => ListingParty | TheClock | null },
): Promise<void> {
  const { viewer, today, reference } = acting;
  const { reason, basis = null, objection = null, evidence, effect } = taking;
  const entity = await em.findOneOrFail(LegalEntity, { id: entry.entityId });
  const standing = await standingOf(em, entry.id, today);
  const step = typeof taking.step === 'function' ? taking.step(standing) : taking.step;
  const party = taking.partyOf(step);
  const guards = guardsOf({ entry, named: null, viewer, objection, entity, ...standing });
  const row = await takeInCase(em, listingWorkflow, entry, step, { party, guards });
  await effect?.({ em, entry, entity, list: reference(creditLists).edition(entry.listId) });
  await attach(em, acting, evidence ?? [], { kind: listEntryCase.code, id: entry.id });
  enterStep(em, acting, listEntryCase, entry, { row, by: party!, reason, basis });
}

/** The listing, locked until the unit of work ends. */
export const lockedListing = async (em: EntityManager, id: string): Promise<ListEntry | null> =>
  isUuid(id) ? em.findOne(ListEntry, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

/** What the documents of a listing name. */
export function factsOf(
  { reference, today }: Pick<Acting, 'reference' | 'today'>,
  { entry, list, entity }: Omit<Acted, 'em'>,
): ListingFacts {
  const nameOf = (code: string): string => reference(departments).get(code)!.name;
  return { entry, list, entity, unit: nameOf(entry.departmentCode), proposer: nameOf(entry.proposerCode), today };
}

/** Issues a document of a listing in the name of the deciding department. */
export function issue(acting: Acting, em: EntityManager, entry: ListEntry, document: ListingDocument): void {
  const issuedBy = acting.reference(departments).get(entry.departmentCode)!.name;
  issueDocument(em, acting, { caseKind: listEntryCase.code, caseId: entry.id, ...document, issuedBy });
}
