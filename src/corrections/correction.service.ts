import { type EntityManager, LockMode, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { Visibility } from '../access/words.js';
import { audit } from '../audit/audit.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Acting, Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { atHandOf, type RecordRow, recordById } from '../records/record.reads.js';
import { fieldAccess } from '../sharing/field-access.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { clockOf, dueOf } from '../workflow/clock.js';
import { takeOrRefuse } from '../workflow/take.js';
import type { StepOf } from '../workflow/workflow.js';
import { needed, written } from '../workflow/written.js';
import { Correction } from './correction.entity.js';
import type { AnswerCorrectionInput, CorrectionOutcome, RequestCorrectionInput } from './correction.inputs.js';
import { guardsOf, mayKnow, partyOf } from './correction.rules.js';
import { CorrectionState, correctionWorkflow } from './correction.workflow.js';

type CorrectionStep = StepOf<typeof correctionWorkflow>;

/** A department that can see a record asks its provider to check it: 提出校核申请. */
export async function requestCorrection(context: Context, input: RequestCorrectionInput): Promise<Correction> {
  const { viewer, now, today, reference } = context;
  const field = written('field', input.field);
  const statement = needed('statement', input.statement);
  const evidence = written('evidence', input.evidence);
  const record = await recordInDoubt(context, input, field);
  const startedOn = today;
  const { dueOn } = dueOf(clockOf(correctionWorkflow, CorrectionState.REQUESTED)!, today, {}, reference(workingDays));
  return context.em
    .transactional(async (em) => {
      const correction = em.create(Correction, {
        id: uuid(),
        number: await nextCaseNumber(em, 'correction', 'C', today),
        requesterCode: viewer.department!,
        providerCode: record.item.providerCode,
        itemId: record.itemId,
        itemCode: record.item.code,
        recordId: record.id,
        recordVersion: await versionOf(em, record.id),
        ...{ field, statement, evidence, state: CorrectionState.REQUESTED, escalated: false },
        ...{ requestedAt: now, requestedBy: viewer.subject, startedOn, dueOn },
        ...{ answeredAt: null, answeredBy: null, explanation: null, rehearsed: false },
      });
      em.persist(correction);
      enter(em, context, correction, 'request', null);
      return correction;
    })
    .catch((error: unknown) => {
      const doubled = error instanceof UniqueConstraintViolationException && error.message.includes('correction_open');
      throw doubled ? new Refusal('CORRECTION_OPEN_ALREADY') : error;
    });
}

/** The record and the field, as far as the viewer sees them: nobody doubts what it cannot know. */
async function recordInDoubt(
  context: Context,
  input: RequestCorrectionInput,
  field: string | null,
): Promise<RecordRow> {
  const { viewer, standing, language } = context;
  const record = isUuid(input.record) ? await context.load(recordById, input.record) : null;
  if (!record) throw new Refusal('RECORD_UNKNOWN');
  const { item } = record;
  if (item.code !== input.itemCode) throw new Refusal('CORRECTION_OTHER_ITEM', { item: input.itemCode.slice(0, 100) });
  if (item.providerCode === viewer.department) throw new Refusal('CORRECTION_OWN_RECORD');
  if (field !== null) {
    const fields = fieldAccess(standing.towards(item), item, atHandOf(record, context), language);
    const seen = fields.find(({ key, state }) => key === field && state !== Visibility.WITHHELD);
    if (!seen) throw new Refusal('CORRECTION_FIELD', { field: field.slice(0, 100), item: item.code });
  }
  return record;
}

const answers: Readonly<Record<CorrectionOutcome, CorrectionStep>> = { CORRECTED: 'correct', CONFIRMED: 'confirm' };

/** The provider answers what it found: 校核反馈. */
export function answerCorrection(context: Context, input: AnswerCorrectionInput): Promise<Correction> {
  const { viewer, now } = context;
  const explanation = written('explanation', input.explanation);
  const step = answers[input.outcome];
  return context.em.transactional(async (em) => {
    const correction = await locked(em, input.id);
    if (!correction || !mayKnow(viewer, correction)) throw new Refusal('CORRECTION_UNKNOWN');
    const guards = guardsOf(correction, await versionOf(em, correction.recordId), explanation);
    const from = correction.state;
    const situation = { state: from, party: partyOf(viewer, correction), guards, history: [] };
    const { to } = takeOrRefuse(correctionWorkflow, step, situation);
    const answer = { answeredAt: now, answeredBy: viewer.subject, explanation };
    Object.assign(correction, answer, { state: to, startedOn: null, dueOn: null });
    enter(em, context, correction, step, from);
    return correction;
  });
}

/** Takes the platform's own step, unless the deadline has not passed or it was answered. */
export function takeOverdueStep(acting: Acting, id: string, step: CorrectionStep): Promise<void> {
  return acting.em.transactional(async (em) => {
    const correction = await locked(em, id);
    if (!correction?.dueOn || correction.dueOn >= acting.today) return;
    const from = correction.state;
    const guards = guardsOf(correction, correction.recordVersion, null);
    const { to } = takeOrRefuse(correctionWorkflow, step, { state: from, party: 'CLOCK', guards, history: [] });
    Object.assign(correction, { state: to, startedOn: null, dueOn: null, escalated: true });
    enter(em, acting, correction, step, from);
  });
}

const locked = async (em: EntityManager, id: string): Promise<Correction | null> =>
  isUuid(id) ? em.findOne(Correction, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

async function versionOf(em: EntityManager, recordId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from credit_record where superseded_at is null and id = ${recordId}`.execute(em.getKysely());
  return rows[0]?.version ?? 0;
}

function enter(
  em: EntityManager,
  acting: Acting,
  correction: Correction,
  step: CorrectionStep,
  from: CorrectionState | null,
): void {
  const { id, number, itemCode: item, requesterCode: requester, providerCode: provider, field, state: to } = correction;
  correction.rehearsed ||= acting.rehearsed;
  audit(em, acting, {
    deed: `correction.${step}`,
    subjectType: 'Correction',
    subjectId: id,
    facts: { number, item, requester, provider, field, from, to },
  });
}
