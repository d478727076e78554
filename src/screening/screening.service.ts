import { type EntityManager, LockMode, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import type { Acting, Context } from '../context.js';
import { creditCentre, issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityByCode } from '../registry/legal-entity.reads.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { takeInCase } from '../workflow/take-in-case.js';
import { needed, written } from '../workflow/written.js';
import { restoreThem, screenThem } from './screened-records.js';
import { completionNotice, type NoticeText, restorationNotice, screeningNotice } from './screening.documents.js';
import { Screening } from './screening.entity.js';
import type { EndScreeningInput, ScreenRecordsInput } from './screening.inputs.js';
import { guardsOf, mayKnow, partyOf } from './screening.rules.js';
import { ScreeningState, screeningWorkflow } from './screening.workflow.js';
import { screeningCase } from './screening-case.js';

/** A ruling as it was named. */
type Named = Pick<Screening, 'ruling' | 'ruledOn' | 'court'> & { readonly reason: string | null };

/** A court has approved a plan: the adverse records of before the ruling are screened at once. 暂时屏蔽. */
export async function screenRecords(context: Context, input: ScreenRecordsInput): Promise<Screening> {
  const entity = await context.load(entityByCode, input.uscc);
  if (!entity) throw new Refusal('SCREENING_ENTITY_UNKNOWN', { uscc: input.uscc });
  const { ruledOn } = input;
  const named = { ruledOn, ruling: needed('ruling', input.ruling), court: needed('court', input.court) };
  const reason = written('reason', input.reason);
  return context.em.transactional((em) => begun(em, context, entity, { ...named, reason })).catch(undoubled);
}

async function begun(
  em: EntityManager,
  context: Context,
  entity: EntityRow,
  { reason, ...named }: Named,
): Promise<Screening> {
  const { viewer, now, today } = context;
  const { id: entityId, uscc, kind } = entity;
  // the number comes first: whoever waited for it sees the screening that was begun meanwhile
  const number = await nextCaseNumber(em, 'screening', 'B', today);
  const other = await em.findOne(Screening, { entityId, state: ScreeningState.IN_FORCE });
  const ruling = { ruledOn: named.ruledOn, kind, inForce: other?.number ?? null };
  const party = partyOf(viewer);
  const guards = guardsOf({ ruling, document: null, reason, today });
  const { row } = takeOrRefuse(screeningWorkflow, 'screen', { state: null, party, guards, history: [] });
  const screening = em.create(Screening, {
    ...{ id: uuid(), number, ...unbegun(now, today), ...named },
    ...{ state: ScreeningState.IN_FORCE, entityId, uscc, recordCount: 0 },
  });
  await em.persist(screening).flush();
  const records = await screenThem(em, context, screening);
  screening.recordCount = records;
  issue(em, context, screening, screeningNotice({ screening, entity, records }));
  enterStep(em, context, screeningCase, screening, {
    ...{ row, by: party!, reason, basis: named.ruling },
    facts: { records, ruledOn: named.ruledOn },
  });
  return screening;
}

/** The plan was performed: what was screened stays repaired. 执行完毕. */
export const completeScreening = (context: Context, input: EndScreeningInput): Promise<Screening> =>
  end(context, input, 'complete', async (em, screening, said) =>
    issue(em, context, screening, completionNotice({ ...said, records: screening.recordCount })),
  );

/** The plan was not performed: what is screened still stands again, all at once. 恢复. */
export const restoreScreened = (context: Context, input: EndScreeningInput): Promise<Screening> =>
  end(context, input, 'restore', async (em, screening, said) => {
    const records = await restoreThem(em, context, screening, said.document);
    issue(em, context, screening, restorationNotice({ ...said, records }));
  });

/** What comes with the end of a screening. */
interface Said {
  readonly screening: Screening;
  readonly entity: LegalEntity;
  readonly document: string;
  readonly reason: string;
}

function end(
  acting: Acting,
  input: EndScreeningInput,
  step: 'complete' | 'restore',
  effect: (em: EntityManager, screening: Screening, said: Said) => Promise<void>,
): Promise<Screening> {
  const { viewer, today } = acting;
  const document = written('document', input.document);
  const reason = written('reason', input.reason);
  return acting.em.transactional(async (em) => {
    const screening = await lockedScreening(em, input.id);
    if (!screening || !mayKnow(viewer, screening)) throw new Refusal('SCREENING_UNKNOWN');
    const party = partyOf(viewer);
    const guards = guardsOf({ ruling: null, document, reason, today });
    const row = await takeInCase(em, screeningWorkflow, screening, step, { party, guards });
    const entity = await em.findOneOrFail(LegalEntity, { id: screening.entityId });
    await effect(em, screening, { screening, entity, document: document!, reason: reason! });
    enterStep(em, acting, screeningCase, screening, { row, by: party!, reason, basis: document });
    return screening;
  });
}

/**
 * Screens records of before the ruling that came in since, if there are any when the screening is locked.
 *
 * @returns whether there were any
 */
export function screenLate(acting: Acting, id: string): Promise<boolean> {
  return acting.em.transactional(async (em) => {
    const screening = await lockedScreening(em, id);
    if (screening?.state !== ScreeningState.IN_FORCE) return false;
    const records = await screenThem(em, acting, screening);
    if (records === 0) return false;
    const { today } = acting;
    const guards = guardsOf({ ruling: null, document: null, reason: null, today });
    const row = await takeInCase(em, screeningWorkflow, screening, 'screenLate', { party: 'PLATFORM', guards });
    screening.recordCount += records;
    enterStep(em, acting, screeningCase, screening, { row, by: 'PLATFORM', facts: { records } });
    return true;
  });
}

/** The screening, locked until the unit of work ends: before its records, which are locked in the order of their ids. */
const lockedScreening = async (em: EntityManager, id: string): Promise<Screening | null> =>
  isUuid(id) ? em.findOne(Screening, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

function issue(em: EntityManager, acting: Acting, { id }: Screening, notice: NoticeText): void {
  issueDocument(em, acting, { caseKind: screeningCase.code, caseId: id, ...notice, issuedBy: creditCentre });
}

/** The database keeps an entity from having two in force, whatever was seen. */
function undoubled(error: unknown): never {
  const doubled = error instanceof UniqueConstraintViolationException && error.message.includes('screening_in_force');
  throw doubled ? new Refusal('SCREENING_IN_FORCE', { number: '-' }) : error;
}
