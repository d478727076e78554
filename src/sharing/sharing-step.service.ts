import { type EntityManager, LockMode, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import { deadlineOf } from '../calendar/deadline.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { clockOf, dueOf, startOf } from '../workflow/clock.js';
import { takeOrRefuse } from '../workflow/take.js';
import type { StepOf } from '../workflow/workflow.js';
import { grants } from './grant.reads.js';
import { clockFacts } from './sharing.deadline.js';
import { guardsOf, mayKnow, partyOf, type Stated } from './sharing.rules.js';
import { SharingActor } from './sharing.words.js';
import { type SharingState, sharingWorkflow } from './sharing.workflow.js';
import { SharingRequest } from './sharing-request.entity.js';
import { SharingStep } from './sharing-step.entity.js';

/** The steps of the table. */
export type SharingStepName = StepOf<typeof sharingWorkflow>;

/** Nothing is said with the step. */
export const nothingStated: Stated = { reason: null, basis: null, document: null };

/** A step that a party takes. */
interface Taking {
  readonly step: SharingStepName;
  readonly stated: Stated;
  /** What the step changes of the request beside its state; called when it is known that the step can be taken. */
  readonly change?: (request: SharingRequest) => void;
  /** An earlier last day for the next act than the period of the table, but later than the former one. */
  readonly dueBy?: Day | null;
}

/** The request, locked until the unit of work ends: of two who decide at once the second sees what the first did. */
export async function locked(em: EntityManager, { viewer }: Acting, id: string): Promise<SharingRequest> {
  const request = isUuid(id)
    ? await em.findOne(SharingRequest, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : null;
  if (!request || !mayKnow(viewer, request)) throw new Refusal('SHARING_REQUEST_UNKNOWN');
  return request;
}

/** Takes a step of a request in the name of the viewer, or says why it cannot be taken. */
export async function takeSharingStep(acting: Acting, id: string, taking: Taking): Promise<SharingRequest> {
  let request: SharingRequest | undefined;
  try {
    await acting.em.transactional(async (em) => {
      request = await locked(em, acting, id);
      const { step, stated } = taking;
      const party = partyOf(acting.viewer, request);
      const history = await historyOf(em, id);
      const guards = guardsOf({ request, stated, history, today: acting.today });
      const { to } = takeOrRefuse(sharingWorkflow, step, { state: request.state, party, guards, history });
      enter(em, acting, request, { ...taking, to, by: SharingActor[party!] });
    });
  } catch (error) {
    throw orDoubled(error, request);
  }
  // the grant is there, or gone, before the answer leaves
  await acting.refreshed(grants);
  return request!;
}

/** Takes the platform's own step of a request, unless its deadline has not passed or it was acted upon. */
export async function takeOverdueStep(acting: Acting, id: string, step: SharingStepName): Promise<void> {
  await acting.em.transactional(async (em) => {
    const request = await em.findOneOrFail(SharingRequest, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const history = await historyOf(em, id);
    const { state, dueOn } = request;
    const row = sharingWorkflow.steps.find(
      (one) => one.step === step && (one.from as readonly string[]).includes(state),
    );
    if (!row || dueOn === null || dueOn >= acting.today) return;
    const guards = guardsOf({ request, stated: nothingStated, history, today: acting.today });
    const { to } = takeOrRefuse(sharingWorkflow, step, { state, party: 'CLOCK', guards, history });
    // the end of the term that was asked for is nobody's delay
    const change = (late: SharingRequest): void => {
      late.escalated ||= step !== 'expire';
    };
    enter(em, acting, request, { step, stated: nothingStated, change, to, by: SharingActor.CLOCK });
  });
  await acting.refreshed(grants);
}

interface Entering extends Taking {
  readonly to: SharingState;
  readonly by: SharingActor;
}

/** Writes what follows from a step that was decided: state, clock, the step itself, the audit. */
export function enter(em: EntityManager, acting: Acting, request: SharingRequest, entering: Entering): void {
  const { viewer, now, today, reference } = acting;
  const { step, stated, change, dueBy = null, to, by } = entering;
  const from = request.stepsTaken === 0 ? null : request.state;
  const formerly = request.dueOn;
  change?.(request);
  const clock = clockOf(sharingWorkflow, to);
  const startedOn = clock ? startOf(clock, today, formerly) : null;
  const facts = clockFacts(request, reference(catalogue));
  const latest = clock ? dueOf(clock, startedOn!, facts, reference(workingDays)).dueOn : null;
  if (dueBy !== null && (dueBy > latest! || dueBy <= formerly!)) {
    const earliest = deadlineOf(reference(workingDays), formerly!, { days: 1 }).dueOn;
    throw new Refusal('SHARING_TERM', { value: dueBy, earliest, latest: latest! });
  }
  const dueOn = dueBy ?? latest;
  Object.assign(request, { state: to, startedOn, dueOn, stepsTaken: request.stepsTaken + 1 });
  request.rehearsed ||= acting.rehearsed;
  const departmentCode = by === SharingActor.CLOCK ? null : (viewer.department ?? null);
  const said = { step, from, to, by, dueOn };
  em.persist([
    request,
    em.create(SharingStep, {
      id: uuid(),
      requestId: request.id,
      ...said,
      ...stated,
      at: now,
      departmentCode,
      account: viewer.subject,
    }),
  ]);
  const { number, itemCode: item, purpose, requesterCode: requester, providerCode: provider } = request;
  audit(em, acting, {
    deed: `sharing.${step}`,
    subjectType: 'SharingRequest',
    subjectId: request.id,
    facts: { number, item, purpose, requester, provider, ...said, basis: stated.basis, document: stated.document },
  });
}

/** Of an item and a purpose a department has one open request; the database keeps it so when two ask at once. */
export function orDoubled(error: unknown, request: SharingRequest | undefined): unknown {
  if (!request || !(error instanceof UniqueConstraintViolationException)) return error;
  if (!error.message.includes('sharing_request_open')) return error;
  const { requesterCode: department, itemCode: item, purpose } = request;
  return new Refusal('SHARING_OPEN_ALREADY', { department, item, purpose });
}

const historyOf = async (em: EntityManager, requestId: string): Promise<string[]> =>
  (await em.find(SharingStep, { requestId }, { fields: ['step'], refresh: true })).map(({ step }) => step);
