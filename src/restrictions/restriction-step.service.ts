import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { attach } from '../attachments/attachment.service.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import { lockedRecord } from '../records/record-version.service.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { enterStep } from '../workflow/enter-step.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf } from '../workflow/workflow.js';
import { needed } from '../workflow/written.js';
import { measureList } from './punishment-measure.reads.js';
import { type DocumentFacts, type DocumentText, decision, dropping, lifting } from './restriction.documents.js';
import { Restriction } from './restriction.entity.js';
import type { AnswerRestrictionInput, ImposeRestrictionInput, RestrictionReasonInput } from './restriction.inputs.js';
import { guardsOf, mayKnow, partyOf, type Source } from './restriction.rules.js';
import { restrictionWorkflow } from './restriction.workflow.js';
import { restrictionCase } from './restriction-case.js';

/** The steps of the table. */
export type RestrictionStepName = StepOf<typeof restrictionWorkflow>;

/** A restriction on which a step is taken: locked, with its record. */
export interface Acted {
  readonly em: EntityManager;
  readonly restriction: Restriction;
  /** The current version, locked. */
  readonly record: CreditRecord;
}

/** What decides whether a record can bear a restriction. */
export function sourceOf(
  { reference }: Pick<Context, 'reference'>,
  record: Pick<CreditRecord, 'itemId' | 'severity' | 'state' | 'disputed' | 'determinedOn' | 'publicUntil'>,
): Source {
  const { polarity, class: itemClass } = reference(catalogue).edition(record.itemId);
  const { severity, state, disputed, determinedOn, publicUntil } = record;
  return { polarity, class: itemClass, severity, state, disputed, determinedOn, publicUntil };
}

/** The conditions of the table in a case. */
export const guardsIn = (
  { viewer, today, reference }: Pick<Context, 'viewer' | 'today' | 'reference'>,
  { until, proposedBy, measureCode }: Restriction,
  source: Source,
) =>
  guardsOf({
    ...{ viewer, today, source, until, proposedBy },
    listed: reference(measureList).on(measureCode, today) !== undefined,
  });

interface Taking {
  readonly reason?: string | null;
  /** Ids of files that come with it. */
  readonly evidence?: readonly string[];
  /** What the step does beside the state of the case, in the same unit of work. */
  readonly effect: (acted: Acted) => Promise<void> | void;
}

/** The entity answers the notice: 陈述申辩. */
export function answerRestrictionNotice(context: Context, input: AnswerRestrictionInput): Promise<Restriction> {
  const answer = needed('statement', input.statement);
  return taken(context, input.id, 'answer', {
    ...{ reason: answer, evidence: input.evidence ?? [] },
    effect: ({ restriction }) => {
      restriction.answer = answer;
    },
  });
}

/** Another officer of the executing unit imposes what was notified, by a written decision: 决定实施. */
export function imposeRestriction(context: Context, input: ImposeRestrictionInput): Promise<Restriction> {
  const reason = needed('reason', input.reason);
  return taken(context, input.id, 'impose', {
    reason,
    effect: async (acted) => {
      const issued = await issueIn(context, acted, (facts) => decision(facts, reason));
      Object.assign(acted.restriction, { decisionNumber: issued.number, imposedOn: context.today });
    },
  });
}

/** Another officer of the executing unit decides against it: 不予实施. */
export const dropRestriction = (context: Context, input: RestrictionReasonInput): Promise<Restriction> =>
  ended(context, input, 'drop', dropping);

/** The executing unit lifts it before its term: 提前解除. */
export const liftRestriction = (context: Context, input: RestrictionReasonInput): Promise<Restriction> =>
  ended(context, input, 'lift', lifting);

function ended(
  context: Context,
  input: RestrictionReasonInput,
  step: 'drop' | 'lift',
  text: (facts: DocumentFacts, reason: string) => DocumentText,
): Promise<Restriction> {
  const reason = needed('reason', input.reason);
  return taken(context, input.id, step, {
    reason,
    effect: async (acted) => {
      await issueIn(context, acted, (facts) => text(facts, reason));
      Object.assign(acted.restriction, { reason, ...(step === 'lift' && { liftedOn: context.today }) });
    },
  });
}

/**
 * Takes a step in the name of the viewer, with all that follows from it, or says why it cannot be taken. The restriction is locked
 * before its record: two who decide at once decide one after the other.
 */
async function taken(
  context: Context,
  id: string,
  step: RestrictionStepName,
  { reason = null, evidence = [], effect }: Taking,
): Promise<Restriction> {
  const { viewer } = context;
  return context.em.transactional(async (em) => {
    const restriction = await lockedRestriction(em, id);
    if (!restriction || !mayKnow(viewer, restriction)) throw new Refusal('RESTRICTION_UNKNOWN');
    const record = (await lockedRecord(em, restriction.recordId))!;
    const party = partyOf(viewer, restriction);
    const guards = guardsIn(context, restriction, sourceOf(context, record));
    const row = await takeInCase(em, restrictionWorkflow, restriction, step, { party, guards });
    await effect({ em, restriction, record });
    await attach(em, context, evidence, { kind: restrictionCase.code, id: restriction.id });
    enterStep(em, context, restrictionCase, restriction, { row, by: party!, reason, basis: restriction.legalBasis });
    return restriction;
  });
}

/** The restriction, locked until the unit of work ends. */
export const lockedRestriction = async (em: EntityManager, id: string): Promise<Restriction | null> =>
  isUuid(id) ? em.findOne(Restriction, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

/** Issues a document of a restriction in the name of its executing unit. */
export async function issueIn(
  context: Context,
  { em, restriction, record }: Acted,
  text: (facts: DocumentFacts) => DocumentText,
): Promise<DocumentText> {
  const { reference, today } = context;
  const { name: entity } = await em.findOneOrFail(LegalEntity, { id: restriction.entityId });
  const { title: measure } = reference(measureList).of(restriction.measureCode, restriction.measureEdition);
  const { title } = reference(catalogue).edition(record.itemId);
  const document = text({ restriction, entity, measure, record: `${title} ${record.number}`, today });
  const issuedBy = reference(departments).get(restriction.executingUnitCode)!.name;
  issueDocument(em, context, { caseKind: restrictionCase.code, caseId: restriction.id, ...document, issuedBy });
  return document;
}
