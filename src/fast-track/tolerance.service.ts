import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { Purpose } from '../access/purpose.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { type StepRefusal, takeOrRefuse } from '../workflow/take.js';
import { needed } from '../workflow/written.js';
import { factsWithin } from './fast-track.reads.js';
import { decideFastTrack, refusalOf, type Verdict } from './fast-track.rules.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { lockedGrant } from './grant.service.js';
import type { ServiceItem } from './service-item.entity.js';
import { serviceItem } from './service-item.reads.js';
import { acceptance as acceptanceDocument, commitment, commitmentText, notice } from './tolerance.documents.js';
import type { ToleranceStepInput, UseToleranceInput } from './tolerance.inputs.js';
import { guardsOf, hindranceToUse, nothingSaid } from './tolerance.rules.js';
import { ToleranceState } from './tolerance.states.js';
import { toleranceWorkflow } from './tolerance.workflow.js';
import { toleranceCase } from './tolerance-case.js';
import { missingOf } from './tolerance-material.rules.js';
import { ToleranceSignature } from './tolerance-signature.entity.js';
import { type Acted, issue, takeToleranceStep, toleranceFacts } from './tolerance-step.service.js';
import { suppliesWithin } from './tolerance-term.rules.js';
import { TolerantAcceptance } from './tolerant-acceptance.entity.js';

/** The first six digits of a commitment code: the city, GB/T 2260. */
const city = '150200';

/** The longest number of a case at a department, in characters. */
const longestCaseNumber = 64;

/** A clerk of the department offers tolerance, for the stated purpose: the applicant is told once of all that is missing. 启动容缺受理 */
export async function useTolerantAcceptance(context: Context, input: UseToleranceInput): Promise<TolerantAcceptance> {
  const item = serviceItem(context, input.serviceItem);
  const { code, departmentCode } = item;
  if (context.viewer.department !== departmentCode) {
    throw new Refusal('SERVICE_ITEM_NOT_YOURS', { serviceItem: code, department: departmentCode });
  }
  if (context.standing.purpose !== Purpose.FAST_TRACK) throw new Refusal('TOLERANCE_PURPOSE');
  const caseNumber = needed('caseNumber', input.caseNumber);
  if (caseNumber.length > longestCaseNumber) {
    throw new Refusal('TEXT_TOO_LONG', { field: 'caseNumber', length: caseNumber.length, most: longestCaseNumber });
  }
  const entity = await context.load(entityByCode, input.uscc);
  if (!entity) throw new Refusal('FAST_TRACK_ENTITY_UNKNOWN', { uscc: input.uscc });
  const using = { item, caseNumber, missing: input.missing, entityId: entity.id, uscc: entity.uscc };
  return context.em.transactional((em) => begun(em, context, using)).catch((error) => undoubled(error, caseNumber));
}

interface Using {
  readonly item: ServiceItem;
  readonly caseNumber: string;
  readonly missing: readonly string[];
  readonly entityId: string;
  readonly uscc: string;
}

async function begun(em: EntityManager, context: Context, using: Using): Promise<TolerantAcceptance> {
  const { now, today } = context;
  const { item, caseNumber, entityId, uscc } = using;
  // the number comes first: whoever waited for it sees what was begun meanwhile
  const number = await nextCaseNumber(em, 'tolerant_acceptance', 'T', today);
  const verdict = await verdictWithin(em, context, entityId, item);
  const live = verdict.tolerantGrant === null ? null : await liveUnder(em, verdict.tolerantGrant.id);
  const hindrance = hindranceToUse({ item, missing: using.missing, verdict: refusalOf(verdict), live });
  const guards = guardsOf({ acceptance: null, today, said: { ...nothingSaid, hindrance } });
  const situation = { state: null, party: 'DEPARTMENT', guards, history: [] } as const;
  const { row } = takeOrRefuse(toleranceWorkflow, 'use', situation);
  await refuseTwice(em, item, caseNumber);
  const { limitDays, departmentCode } = item;
  const promised = { caseNumber, limitDays, supplyDays: suppliesWithin(limitDays) };
  const missing = missingOf(item.materials, using.missing);
  const acceptance = em.create(TolerantAcceptance, {
    ...{ id: uuid(), number, ...unbegun(now, today), state: ToleranceState.COMMITMENT_AWAITED },
    ...{ entityId, uscc, serviceItemCode: item.code, departmentCode, grantId: verdict.tolerantGrant!.id },
    ...{ ...promised, missing, commitmentCode: commitmentCodeOf(number) },
    commitmentText: commitmentText({ ...promised, missing }, item.title),
    ...{ extensionDays: null, extendedUntil: null, recordId: null },
  });
  const facts = { item: item.code, grant: verdict.tolerantGrant!.number, caseNumber };
  enterStep(em, context, toleranceCase, acceptance, { row, by: 'DEPARTMENT', facts });
  issue(context, { em, acceptance }, notice(await toleranceFacts(context, { em, acceptance })));
  return acceptance;
}

/** Code of the commitment: serials from 500001 keep it apart from those of credit repair on the same day. */
function commitmentCodeOf(number: string): string {
  const [, day = '', serial = ''] = number.split('-');
  return `${city}${day}${500_000 + Number(serial)}`;
}

/** What the rules say of the entity and the item, as the unit of work at hand sees them. */
async function verdictWithin(
  em: EntityManager,
  context: Context,
  entityId: string,
  item: ServiceItem,
): Promise<Verdict> {
  const facts = (await factsWithin(em, context, [entityId])).get(entityId)!;
  return decideFastTrack(facts, item, context.reference(fastTrackRules), context.today);
}

/** How many are open under a grant, which is locked from now on: two clerks count one after the other. */
async function liveUnder(em: EntityManager, grantId: string): Promise<{ count: number; limit: number; grant: string }> {
  const { number, liveLimit } = (await lockedGrant(em, grantId))!;
  const count = await em.count(TolerantAcceptance, { grantId, awaits: { $ne: null } });
  return { count, limit: liveLimit, grant: number };
}

async function refuseTwice(em: EntityManager, { departmentCode }: ServiceItem, caseNumber: string): Promise<void> {
  const other = await em.findOne(TolerantAcceptance, { departmentCode, caseNumber });
  if (other) throw new Refusal('TOLERANCE_CASE_TWICE', { caseNumber, number: other.number });
}

/** The database keeps a case from being used twice, whatever was seen. */
function undoubled(error: unknown, caseNumber: string): never {
  const doubled =
    error instanceof UniqueConstraintViolationException && error.message.includes('tolerant_acceptance_case');
  throw doubled ? new Refusal('TOLERANCE_CASE_TWICE', { caseNumber, number: '-' }) : error;
}

/**
 * The applicant signs, once, and is accepted at once: the promised day is counted from today and written where nothing changes it.
 * Trust that was lost since the notice is lost: the rules are asked again. 签署容缺受理承诺书
 */
export function signToleranceCommitment(context: Context, { id }: ToleranceStepInput): Promise<TolerantAcceptance> {
  return takeToleranceStep(context, id, 'sign', {
    unless: ({ history, number }) =>
      history.includes('sign') ? { reason: 'TOLERANCE_SIGNED', params: { number } } : null,
    said: async (acted) => ({ hindrance: await lostSince(context, acted) }),
    afterwards: async ({ em, acceptance }) => {
      const { now, today, viewer } = context;
      const signed = { signedAt: now, signedOn: today, supplyBy: acceptance.dueOn!, account: viewer.subject };
      em.persist(em.create(ToleranceSignature, { id: uuid(), acceptanceId: acceptance.id, ...signed }));
      const facts = await toleranceFacts(context, { em, acceptance });
      issue(context, { em, acceptance }, commitment(facts, today));
      issue(context, { em, acceptance }, acceptanceDocument(facts, signed.supplyBy));
    },
  });
}

/** Why the item or the applicant's trust does not allow it any more; that it is open itself does not stand in its way. */
async function lostSince(context: Context, { em, acceptance }: Acted): Promise<StepRefusal | null> {
  const { entityId, serviceItemCode } = acceptance;
  const facts = (await factsWithin(em, context, [entityId])).get(entityId)!;
  const grants = facts.grants.map((grant) => ({ ...grant, live: 0 }));
  const rules = context.reference(fastTrackRules);
  return refusalOf(decideFastTrack({ ...facts, grants }, serviceItem(context, serviceItemCode), rules, context.today));
}
