import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { attach } from '../attachments/attachment.service.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { changedRecord, type RecordRow } from '../records/record.reads.js';
import { lockedRecord, writeVersion } from '../records/record-version.service.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { needed, written } from '../workflow/written.js';
import { Objection } from './objection.entity.js';
import type { DecideObjectionInput, FileObjectionInput } from './objection.inputs.js';
import { guardsOf, hindranceToObject, nothingSaid, type ObjectionFacts } from './objection.rules.js';
import { ObjectionState, objectionWorkflow } from './objection.workflow.js';
import { objectionCase } from './objection-case.js';
import { takeObjectionStep, unmarked } from './objection-step.service.js';

/** The entity objects to a record about it: 提出异议. The mark stands on the record from then on. */
export async function fileObjection(context: Context, input: FileObjectionInput): Promise<Objection> {
  // read past what this request has loaded: the answer shows the record with the mark
  const seen = isUuid(input.record) ? await changedRecord(context, input.record) : null;
  if (!seen) throw new Refusal('RECORD_UNKNOWN');
  if (seen.uscc !== context.viewer.uscc) throw new Refusal('OBJECTION_NOT_YOURS');
  const field = written('field', input.field);
  if (field !== null && !seen.item.fields.some(({ key }) => key === field)) {
    throw new Refusal('OBJECTION_FIELD', { field: field.slice(0, 100) });
  }
  const filed = {
    ground: input.ground,
    field,
    statement: needed('statement', input.statement),
    evidence: needed('evidence', input.evidence),
  };
  const files = input.attachments ?? [];
  return context.em
    .transactional((em) => made(em, context, seen, filed, files))
    .catch((error: unknown) => {
      const doubled = error instanceof UniqueConstraintViolationException && error.message.includes('objection_open');
      throw doubled ? new Refusal('OBJECTION_OPEN', { number: '-' }) : error;
    });
}

type Filed = Pick<Objection, 'ground' | 'field' | 'statement' | 'evidence'>;

async function made(
  em: EntityManager,
  context: Context,
  seen: RecordRow,
  filed: Filed,
  files: readonly string[],
): Promise<Objection> {
  const { now, today, reference } = context;
  // the record is locked, so that of two objections the second sees the first
  const record = (await lockedRecord(em, seen.id))!;
  const facts = { ...(await earlierOn(em, record.id)), state: record.state, attachments: files.length };
  const guards = guardsOf({ objection: null, hindrance: hindranceToObject(facts), said: nothingSaid, today });
  const { row } = takeOrRefuse(objectionWorkflow, 'file', { state: null, party: 'OBJECTOR', guards, history: [] });
  const objection = em.create(Objection, {
    ...{ id: uuid(), number: await nextCaseNumber(em, 'objection', 'O', today), ...unbegun(now, today), ...filed },
    ...{ state: ObjectionState.VERIFYING, recordId: record.id, itemId: record.itemId, entityId: record.entityId },
    ...{ uscc: seen.uscc, providerCode: reference(catalogue).edition(record.itemId).providerCode },
    ...{ remedy: null, finding: null, findingEvidence: null, decidedAt: null, changeId: null },
  });
  await writeVersion(em, context, record, { disputed: true, reason: `objection ${objection.number}: filed` });
  await attach(em, context, files, { kind: objectionCase.code, id: objection.id });
  enterStep(em, context, objectionCase, objection, { row, by: 'OBJECTOR', facts: { record: record.id } });
  return objection;
}

/** What is known of earlier objections to a record. Who withdraws after a dismissal has been answered all the same. */
async function earlierOn(
  em: EntityManager,
  recordId: string,
): Promise<Pick<ObjectionFacts, 'openObjection' | 'dismissedBefore'>> {
  const { rows } = await sql<Pick<ObjectionFacts, 'openObjection' | 'dismissedBefore'>>`
    select max(number) filter (where awaits is not null) as "openObjection",
      coalesce(bool_or('dismiss' = any(history) and state in (${ObjectionState.CLOSED}, ${ObjectionState.WITHDRAWN})), false)
        as "dismissedBefore"
    from objection where record_id = ${recordId}`.execute(em.getKysely());
  return rows[0]!;
}

/** The objector gives it up: 撤回异议. */
export const withdrawObjection = (context: Context, { id, reason }: DecideObjectionInput): Promise<Objection> =>
  takeObjectionStep(context, id, {
    step: 'withdraw',
    said: { ...nothingSaid, reason: written('reason', reason) },
    effect: async (deciding) => {
      await unmarked(context, deciding, 'withdrawn by the objector');
    },
  });

/** The objector asks for the one review of a dismissal: 申请复核. */
export const requestObjectionReview = (
  context: Context,
  { id, reason, attachments }: DecideObjectionInput,
): Promise<Objection> =>
  takeObjectionStep(context, id, {
    step: 'requestReview',
    said: { ...nothingSaid, reason: written('reason', reason) },
    effect: async ({ em }) => {
      await attach(em, context, attachments ?? [], { kind: objectionCase.code, id });
    },
  });
