import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import type { Purpose } from '../access/purpose.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { lockedRecord } from '../records/record-version.service.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { needed } from '../workflow/written.js';
import type { PunishmentMeasure } from './punishment-measure.entity.js';
import { measureList } from './punishment-measure.reads.js';
import { notice, numberOf } from './restriction.documents.js';
import { Restriction } from './restriction.entity.js';
import type { ProposeRestrictionInput } from './restriction.inputs.js';
import { guardsOf } from './restriction.rules.js';
import { closedStates, RestrictionState } from './restriction.states.js';
import { restrictionWorkflow } from './restriction.workflow.js';
import { restrictionCase } from './restriction-case.js';
import { issueIn, sourceOf } from './restriction-step.service.js';

/**
 * The executing department proposes a measure of the national list on a record of the entity; the written notice is issued with it:
 * 拟采取失信惩戒措施.
 */
export async function proposeRestriction(context: Context, input: ProposeRestrictionInput): Promise<Restriction> {
  const { viewer, reference } = context;
  const measure = measureOf(context, input.measure);
  const entity = await context.load(entityByCode, input.uscc);
  if (!entity) throw new Refusal('RESTRICTION_ENTITY_UNKNOWN', { uscc: input.uscc });
  const seen = isUuid(input.record) ? await context.load(recordById, input.record) : null;
  if (!seen) throw new Refusal('RECORD_UNKNOWN');
  if (seen.uscc !== entity.uscc) throw new Refusal('RESTRICTION_RECORD_OTHER', { uscc: entity.uscc });
  // nobody decides its own case
  if (reference(departments).get(viewer.department!)!.uscc === entity.uscc) {
    throw new Refusal('RESTRICTION_SELF', { uscc: entity.uscc });
  }
  const proposed = {
    matters: mattersOf(measure, input.matters),
    legalBasis: needed('legalBasis', input.legalBasis),
    facts: needed('facts', input.facts),
    until: input.until,
  };
  return context.em.transactional((em) => notified(em, context, measure, seen, proposed)).catch(undoubled);
}

type Proposed = Pick<Restriction, 'matters' | 'legalBasis' | 'facts' | 'until'>;

async function notified(
  em: EntityManager,
  context: Context,
  measure: PunishmentMeasure,
  seen: RecordRow,
  proposed: Proposed,
): Promise<Restriction> {
  const { viewer, now, today } = context;
  // locked, so that it is neither disputed nor repaired meanwhile, and of two proposals the second sees the first
  const record = (await lockedRecord(em, seen.id))!;
  const source = sourceOf(context, record);
  const guards = guardsOf({ viewer, today, source, until: proposed.until, proposedBy: null, listed: true });
  const { row } = takeOrRefuse(restrictionWorkflow, 'propose', { state: null, party: 'UNIT', guards, history: [] });
  const same = { entityId: record.entityId, measureCode: measure.code, recordId: record.id };
  const open = await em.findOne(Restriction, { ...same, state: { $nin: [...closedStates] } });
  if (open) throw new Refusal('RESTRICTION_OPEN', { number: open.number });
  const number = await nextCaseNumber(em, 'restriction', 'X', today);
  const restriction = em.create(Restriction, {
    ...{ id: uuid(), number, ...unbegun(now, today), ...same, ...proposed, uscc: seen.uscc },
    ...{ measureEdition: measure.edition, executingUnitCode: viewer.department!, proposedBy: viewer.subject },
    ...{ state: RestrictionState.NOTIFIED, noticeNumber: numberOf('包惩告', number), decisionNumber: null },
    ...{ answer: null, imposedOn: null, liftedOn: null, reason: null },
  });
  await issueIn(context, { em, restriction, record }, notice);
  enterStep(em, context, restrictionCase, restriction, {
    ...{ row, by: 'UNIT', basis: proposed.legalBasis },
    facts: { measure: measure.code, record: record.id, until: proposed.until },
  });
  return restriction;
}

/** The measure, if it is on the list today, may be taken against entities, and is the viewer's to carry out. */
function measureOf({ viewer, reference, today }: Context, code: string): PunishmentMeasure {
  const measure = reference(measureList).on(code, today);
  if (!measure) throw new Refusal('RESTRICTION_MEASURE_UNKNOWN', { measure: code.slice(0, 100) });
  const { title, object, units } = measure;
  if (!measure.onEntities) throw new Refusal('RESTRICTION_MEASURE_OBJECT', { measure: title, object });
  if (!units.includes(viewer.department!)) {
    throw new Refusal('RESTRICTION_NOT_EXECUTING_UNIT', { measure: title, units: units.join(', ') || '-' });
  }
  return measure;
}

/** The matters for which it is to count: all of the measure's, or fewer. */
function mattersOf({ title, matters }: PunishmentMeasure, wanted: readonly Purpose[] | null | undefined): Purpose[] {
  const chosen = [...new Set(wanted ?? matters)];
  if (chosen.some((matter) => !matters.includes(matter)) || (chosen.length === 0 && matters.length > 0)) {
    throw new Refusal('RESTRICTION_MATTERS', { measure: title, matters: matters.join(', ') || '-' });
  }
  return chosen;
}

/** The database keeps a measure from being open twice on a record, whatever was seen. */
function undoubled(error: unknown): never {
  const doubled = error instanceof UniqueConstraintViolationException && error.message.includes('restriction_open');
  throw doubled ? new Refusal('RESTRICTION_OPEN', { number: '-' }) : error;
}
