import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import { deadlineOf } from '../calendar/deadline.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting } from '../context.js';
import { mandates } from '../departments/mandate.reads.js';
import { Refusal } from '../messages/refusal.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { takeOrRefuse } from '../workflow/take.js';
import { needed, written } from '../workflow/written.js';
import type {
  DecideSharingInput,
  DeliverSharingInput,
  DisposeSharedInput,
  DisputeSharingInput,
  EndSharingInput,
  ReportSharingUseInput,
  RequestSharingInput,
  SettleSharingDisputeInput,
  SupplementSharingInput,
} from './sharing.inputs.js';
import { guardsOf, hindranceToAsk, hindranceToFields, lastDayOfUse } from './sharing.rules.js';
import { DisputeDecision, SharingActor, SharingDecision, SharingEnding } from './sharing.words.js';
import { SharingState, sharingWorkflow } from './sharing.workflow.js';
import { SharingRequest } from './sharing-request.entity.js';
import {
  enter,
  locked,
  nothingStated,
  orDoubled,
  type SharingStepName,
  takeSharingStep,
} from './sharing-step.service.js';
import { SharingUse } from './sharing-use.entity.js';

/** The longest term of use, in days: ten years, so that nothing is granted for ever. */
const longestTerm = 3650;

/** The statements of a request as they are kept. */
type Statements = Partial<Pick<SharingRequest, 'basis' | 'scene' | 'fields' | 'method' | 'termDays' | 'termUntil'>>;

/** What of art. 20 the input states; what it leaves out is not there. */
function statementsOf(acting: Acting, input: SupplementSharingInput | RequestSharingInput): Statements {
  const { fields, method, days, until } = input;
  const [basis, scene] = [written('basis', input.basis), written('scene', input.scene)];
  if (days != null && !(days >= 1 && days <= longestTerm)) {
    throw new Refusal('SHARING_TERM_DAYS', { value: days, most: longestTerm });
  }
  if (until != null) checkUntil(acting, until, null);
  return {
    ...(basis !== null && { basis }),
    ...(scene !== null && { scene }),
    ...(fields != null && { fields: [...new Set(fields)] }),
    ...(method != null && { method }),
    ...(days != null && { termDays: days }),
    ...(until != null && { termUntil: until }),
  };
}

/** A last day of use lies ahead, and not beyond what was asked for. */
function checkUntil({ today, reference }: Acting, until: Day, asked: Day | null): void {
  const latest = asked ?? deadlineOf(reference(workingDays), today, { days: longestTerm }).dueOn;
  if (until < today || until > latest) throw new Refusal('SHARING_TERM', { value: until, earliest: today, latest });
}

/** A department asks for an item of another one: 提交共享申请. */
export async function requestSharing(acting: Acting, input: RequestSharingInput): Promise<SharingRequest> {
  const { viewer, now, today, reference } = acting;
  const { purpose } = input;
  const item = reference(catalogue).item(input.item, today);
  if (!item) throw new Refusal('UNKNOWN_ITEM', { item: input.item.slice(0, 100) });
  const requester = viewer.department!;
  const approval = needed('approval', input.approval);
  const statements = statementsOf(acting, input);
  const request: SharingRequest = {
    ...{ basis: null, scene: null, fields: [], method: null, termDays: null, termUntil: null },
    ...statements,
    id: uuid(),
    number: '',
    requesterCode: requester,
    providerCode: item.providerCode,
    itemCode: item.code,
    itemId: item.id,
    purpose,
    approval,
    state: SharingState.SUBMITTED,
    requestedAt: now,
    ...{ startedOn: null, dueOn: null, stepsTaken: 0, escalated: false, validFrom: null, validUntil: null },
    rehearsed: false,
  };
  const [mandated, scope] = [reference(mandates).covers(viewer, purpose), reference(mandates).scope(purpose)];
  const askable = hindranceToAsk({ requester, item, purpose, fields: request.fields, mandated, scope });
  const stated = { ...nothingStated, document: approval };
  const guards = { ...guardsOf({ request, stated, history: [], today }), askable };
  takeOrRefuse(sharingWorkflow, 'submit', { state: null, party: 'REQUESTER', guards, history: [] });
  try {
    return await acting.em.transactional(async (em) => {
      const number = await nextCaseNumber(em, 'sharing_request', 'S', today);
      const made = em.create(SharingRequest, { ...request, number });
      enter(em, acting, made, { step: 'submit', stated, to: SharingState.SUBMITTED, by: SharingActor.REQUESTER });
      return made;
    });
  } catch (error) {
    throw orDoubled(error, request);
  }
}

/** The requester supplies what was missing. */
export function supplementSharing(acting: Acting, input: SupplementSharingInput): Promise<SharingRequest> {
  const statements = statementsOf(acting, input);
  const change = (request: SharingRequest): void => {
    const item = acting.reference(catalogue).edition(request.itemId);
    const unknown = hindranceToFields(item, statements.fields ?? []);
    if (unknown) throw new Refusal(unknown.reason, unknown.params);
    Object.assign(request, statements);
  };
  const stated = { ...nothingStated, reason: written('note', input.note) };
  return takeSharingStep(acting, input.id, { step: 'supplement', stated, change });
}

const answers: Readonly<Record<SharingDecision, SharingStepName>> = {
  AGREE: 'agree',
  REFUSE: 'refuse',
  SUPPLEMENT: 'askSupplement',
  EXTEND: 'extend',
};

/** The provider answers. */
export function decideSharing(acting: Acting, input: DecideSharingInput): Promise<SharingRequest> {
  const { id, decision, until } = input;
  const stated = {
    reason: written('reason', input.reason),
    basis: written('basis', input.basis),
    document: written('consent', input.consent),
  };
  const step = answers[decision];
  if (until == null) return takeSharingStep(acting, id, { step, stated });
  if (decision === SharingDecision.EXTEND) return takeSharingStep(acting, id, { step, stated, dueBy: until });
  const change = (request: SharingRequest): void => {
    checkUntil(acting, until, request.termUntil);
    request.termUntil = until;
  };
  return takeSharingStep(acting, id, { step, stated, ...(decision === SharingDecision.AGREE && { change }) });
}

/** The provider hands the data over: from this legal day on the request is a grant in force, to the end of its term. */
export function deliverSharing(acting: Acting, input: DeliverSharingInput): Promise<SharingRequest> {
  const change = (request: SharingRequest): void => {
    request.validFrom = acting.today;
    request.validUntil = lastDayOfUse(request, acting.today, acting.reference(workingDays));
  };
  const stated = { ...nothingStated, reason: written('delivery', input.delivery) };
  return takeSharingStep(acting, input.id, { step: 'deliver', stated, change });
}

const endings: Readonly<Record<SharingEnding, SharingStepName>> = {
  COMPLETE: 'complete',
  SUSPEND: 'suspend',
  RESUME: 'resume',
  TERMINATE: 'terminate',
  WITHDRAW: 'withdraw',
};

/** The use pauses, goes on or ends. */
export function endSharing(acting: Acting, input: EndSharingInput): Promise<SharingRequest> {
  const stated = {
    ...nothingStated,
    reason: written('reason', input.reason),
    document: written('evidence', input.evidence),
  };
  return takeSharingStep(acting, input.id, { step: endings[input.how], stated });
}

/** The requester has disposed of the data. */
export function disposeShared(acting: Acting, input: DisposeSharedInput): Promise<SharingRequest> {
  const stated = { ...nothingStated, document: written('evidence', input.evidence) };
  return takeSharingStep(acting, input.id, { step: 'dispose', stated });
}

/** The requester brings a refusal or a silence before the data authority. */
export function disputeSharing(acting: Acting, input: DisputeSharingInput): Promise<SharingRequest> {
  const stated = { ...nothingStated, reason: written('statement', input.statement) };
  return takeSharingStep(acting, input.id, { step: 'dispute', stated });
}

/** The data authority decides a dispute to which it is no party. */
export function settleSharingDispute(acting: Acting, input: SettleSharingDisputeInput): Promise<SharingRequest> {
  const stated = {
    reason: written('reason', input.reason),
    basis: written('basis', input.basis),
    document: written('document', input.document),
  };
  const step = input.decision === DisputeDecision.SHARE ? 'overrule' : 'upholdRefusal';
  return takeSharingStep(acting, input.id, { step, stated });
}

/** The requester reports how it uses what was shared. */
export async function reportSharingUse(acting: Acting, input: ReportSharingUseInput): Promise<SharingRequest> {
  const { viewer, now } = acting;
  const said = {
    scene: needed('scene', input.scene),
    result: needed('result', input.result),
    storage: needed('storage', input.storage),
    disposal: written('disposal', input.disposal),
  };
  return acting.em.transactional(async (em) => {
    const request = await locked(em, acting, input.id);
    const { number, requesterCode: by, state } = request;
    if (viewer.department !== by) {
      throw new Refusal('STEP_NOT_YOURS', {
        step: 'reportSharingUse',
        state,
        by: 'REQUESTER',
        party: '-',
        possible: '-',
      });
    }
    if (request.validFrom === null) throw new Refusal('NEVER_DELIVERED', { number });
    const use = { id: uuid(), requestId: request.id, departmentCode: by, reportedAt: now, account: viewer.subject };
    em.persist(em.create(SharingUse, { ...use, ...said }));
    audit(em, acting, {
      deed: 'sharing.reportUse',
      subjectType: 'SharingRequest',
      subjectId: request.id,
      facts: { number, use: use.id },
    });
    return request;
  });
}
