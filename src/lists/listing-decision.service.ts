import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { addressee } from '../workflow/addressee.js';
import { needed } from '../workflow/written.js';
import { ListKind, ListRemoval } from './list.words.js';
import { decision, rejection, removal, repairNotice } from './listing.documents.js';
import type { DecideListingObjectionInput, ListingStepInput, RemoveFromListInput } from './listing.inputs.js';
import { accountOf, objectionToDecide } from './listing.rules.js';
import { recordEntry, withdrawEntry } from './listing-record.service.js';
import { type Acted, factsOf, issue, takeListingStep } from './listing-step.service.js';

// What is done with a listing once it is proposed. Every deed answers the id of the listing.

/** The entity answers the notice: 陈述申辩. */
export function answerListingNotice(context: Context, input: ListingStepInput): Promise<string> {
  const reason = needed('reason', input.reason);
  return takeListingStep(context, input.id, {
    ...{ step: 'answer', reason, evidence: input.evidence },
    effect: ({ entry }) => {
      entry.statement = reason;
    },
  });
}

/**
 * Another account of the deciding department enters the entity: the decision is served, of a serious list together with the
 * notice of how it is repaired (两书同达), and the record is made.
 */
export function enterOnList(context: Context, input: ListingStepInput): Promise<string> {
  const reason = needed('reason', input.reason);
  return takeListingStep(context, input.id, {
    ...{ step: 'enter', reason, evidence: input.evidence },
    effect: async (acted) => {
      await recordEntry(context, acted);
      const facts = factsOf(context, acted);
      issue(context, acted.em, acted.entry, decision(facts, reason));
      if (acted.list.kind !== ListKind.RED) issue(context, acted.em, acted.entry, repairNotice(facts));
    },
  });
}

/** Another account of the deciding department does not enter the entity: 不予列入. */
export function rejectListing(context: Context, input: ListingStepInput): Promise<string> {
  const reason = needed('reason', input.reason);
  return takeListingStep(context, input.id, {
    ...{ step: 'reject', reason, evidence: input.evidence },
    effect: (acted) => reject(context, acted, reason),
  });
}

const reject = (context: Context, acted: Acted, reason: string): void =>
  issue(context, acted.em, acted.entry, rejection(factsOf(context, acted), reason));

/** Anybody concerned objects to what is announced for a red list: the announcement stands still. 提出异议. */
export function objectToListing(context: Context, input: ListingStepInput): Promise<string> {
  const { viewer, today } = context;
  const reason = needed('reason', input.reason);
  return takeListingStep(context, input.id, {
    ...{ step: 'object', reason, evidence: input.evidence },
    effect: ({ entry }) => {
      const objection = {
        ...{ number: entry.objections.length + 1, by: addressee(viewer)!, account: accountOf(viewer) },
        ...{ decider: entry.departmentCode, on: today, reason, upheld: null, decidedOn: null, decision: null },
      };
      entry.objections = [...entry.objections, objection];
    },
  });
}

/** Another account of the deciding department decides on an objection; upheld, nothing is entered. 异议处理. */
export function decideListingObjection(context: Context, input: DecideListingObjectionInput): Promise<string> {
  const { objection: number, upheld } = input;
  const reason = needed('reason', input.reason);
  return takeListingStep(context, input.id, {
    ...{ step: upheld ? 'upholdObjection' : 'dismissObjection', reason, objection: number },
    effect: (acted) => {
      const { entry } = acted;
      const found = objectionToDecide(entry, number);
      if ('params' in found) throw new Refusal(found.reason, found.params);
      const decided = { ...found, upheld, decidedOn: context.today, decision: reason };
      entry.objections = entry.objections.map((one) => (one.number === number ? decided : one));
      if (upheld) reject(context, acted, reason);
    },
  });
}

/**
 * The deciding department removes an entry, since what it rested on was revoked, or since an adverse record is in force: the
 * record is withdrawn in the same unit of work. Removal before the term for other reasons is repair. 移出名单.
 */
export function removeFromList(context: Context, input: RemoveFromListInput): Promise<string> {
  const reason = needed('reason', input.reason);
  const document = needed('document', input.document);
  const { revokedOn } = input;
  return takeListingStep(context, input.id, {
    step: (standing) => (standing.removal === ListRemoval.ADVERSE_RECORD ? 'lose' : 'remove'),
    ...{ reason, basis: document },
    effect: async (acted) => {
      await withdrawEntry(context, acted, { reason, basis: acted.list.legalBasis, revokedOn, document });
      issue(context, acted.em, acted.entry, removal(factsOf(context, acted), document, reason));
    },
  });
}
