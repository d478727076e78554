import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { attach } from '../attachments/attachment.service.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { recordById } from '../records/record.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { needed, written } from '../workflow/written.js';
import type { CreditList } from './credit-list.entity.js';
import { creditLists } from './credit-list.reads.js';
import { ListKind } from './list.words.js';
import { ListEntry } from './list-entry.entity.js';
import { listEntryCase } from './list-entry-case.js';
import { announcement, notice } from './listing.documents.js';
import type { ProposeListingInput } from './listing.inputs.js';
import { accountOf, guardsOf } from './listing.rules.js';
import { ListingState, openStates } from './listing.states.js';
import { listingWorkflow } from './listing.workflow.js';
import { hasAdverse, refuseKnownNumber, refuseListed } from './listing-standing.service.js';
import { factsOf, issue } from './listing-step.service.js';

/**
 * A department proposes an entity for a list: on a list of serious dishonesty it is told in writing 列入告知, on a red list it is
 * announced 公示. Answers the id of the listing.
 */
export async function proposeListing(context: Context, input: ProposeListingInput): Promise<string> {
  const { viewer, now, today, reference } = context;
  const list = listOf(context, input.list);
  const known = await context.load(entityByCode, input.uscc);
  if (!known) throw new Refusal('LISTING_ENTITY_UNKNOWN', { uscc: input.uscc });
  const proposal = {
    facts: needed('facts', input.facts),
    basis: limited('basis', input.basis, 1000),
    ground: input.ground ?? null,
    decisionNumber: limited('decisionNumber', input.decisionNumber, 64),
    sourceRecordId: await sourceOf(context, written('sourceRecord', input.sourceRecord), known.id),
  };
  const step = list.kind === ListKind.RED ? 'announce' : 'propose';
  const sides = [list.departmentCode, viewer.department!];
  return context.em
    .transactional(async (em) => {
      // the number comes first: whoever waited for it sees what was proposed meanwhile
      const number = await nextCaseNumber(em, 'list_entry', 'L', today);
      const entity = await em.findOneOrFail(LegalEntity, { id: known.id });
      const guards = guardsOf({
        ...{ entry: null, named: { list, ground: proposal.ground }, viewer, objection: null, removal: null, entity },
        adverse: await hasAdverse(em, entity.id, today),
      });
      const { row } = takeOrRefuse(listingWorkflow, step, { state: null, party: 'PROPOSER', guards, history: [] });
      if (sides.some((code) => reference(departments).get(code)!.uscc === entity.uscc)) {
        throw new Refusal('LISTING_SELF', { uscc: entity.uscc });
      }
      await refuseListed(em, entity.id, list.itemCode, today);
      await refuseDoubled(em, list, entity, proposal.decisionNumber);
      await refuseKnownNumber(em, entity.id, list.itemCode, proposal.decisionNumber);
      const entry = em.create(ListEntry, {
        ...{ id: uuid(), number, ...unbegun(now, today), ...proposal, state: row.to },
        ...{ listId: list.id, listCode: list.code, kind: list.kind, departmentCode: list.departmentCode },
        ...{ proposerCode: viewer.department!, proposedBy: accountOf(viewer) },
        ...{ entityId: entity.id, uscc: entity.uscc, statement: null, objections: [], recordId: null },
      });
      await attach(em, context, input.evidence ?? [], { kind: listEntryCase.code, id: entry.id });
      const document = list.kind === ListKind.RED ? announcement : notice;
      issue(context, em, entry, document(factsOf(context, { entry, list, entity })));
      enterStep(em, context, listEntryCase, entry, {
        ...{ row, by: 'PROPOSER', basis: proposal.basis },
        facts: { list: list.code, edition: list.edition },
      });
      return entry.id;
    })
    .catch(undoubled);
}

function listOf({ reference, today }: Context, code: string): CreditList {
  const lists = reference(creditLists);
  const list = lists.list(code, today);
  const known = lists.inForce(today).map((one) => one.code);
  if (!list) throw new Refusal('LISTING_LIST_UNKNOWN', { list: code.slice(0, 100), lists: known.join(', ') });
  return list;
}

/** A text that stands in the record later, no longer than the item takes. */
function limited(field: string, text: string, most: number): string {
  const said = needed(field, text);
  if (said.length > most) throw new Refusal('TEXT_TOO_LONG', { field, length: said.length, most });
  return said;
}

/** The record from which the listing follows: one of the entity that the proposer may know of. */
async function sourceOf(context: Context, id: string | null, entityId: string): Promise<string | null> {
  if (id === null) return null;
  const record = isUuid(id) ? await context.load(recordById, id) : null;
  if (record?.entityId !== entityId) throw new Refusal('LISTING_SOURCE_UNKNOWN', { record: id.slice(0, 100) });
  return record.id;
}

async function refuseDoubled(
  em: EntityManager,
  list: CreditList,
  { id: entityId }: LegalEntity,
  decisionNumber: string,
): Promise<void> {
  const open = await em.findOne(ListEntry, { listCode: list.code, entityId, state: { $in: [...openStates] } });
  if (open) throw new Refusal('LISTING_OPEN', { number: open.number });
  const same = await em.findOne(ListEntry, { decisionNumber, state: { $ne: ListingState.REJECTED } });
  if (same) throw new Refusal('LISTING_NUMBER_TAKEN', { number: decisionNumber });
}

/** The database keeps an entity from being proposed twice, and a number from being used twice, whatever was seen. */
function undoubled(error: unknown): never {
  const violated = error instanceof UniqueConstraintViolationException ? error.message : '';
  if (violated.includes('list_entry_open')) throw new Refusal('LISTING_OPEN', { number: '-' });
  if (violated.includes('list_entry_decision')) throw new Refusal('LISTING_NUMBER_TAKEN', { number: '-' });
  throw error;
}
