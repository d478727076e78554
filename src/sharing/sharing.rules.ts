import type { Purpose, Scope } from '../access/purpose.js';
import type { Viewer } from '../access/viewer.js';
import { Role, SharingAttribute } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { deadlineOf } from '../calendar/deadline.js';
import type { WorkingDays } from '../calendar/working-days.js';
import type { Item } from '../catalogue/catalogue.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import { SharingStatement } from './sharing.words.js';
import { type SharingParty, SharingState, type sharingWorkflow } from './sharing.workflow.js';
import type { SharingRequest } from './sharing-request.entity.js';

/** Code of the data-sharing authority of the city, the Government Services and Data Administration (政务服务与数据管理局). */
export const dataAuthority = 'SERVICES';

/** The two departments of a request. */
type Parties = Pick<SharingRequest, 'requesterCode' | 'providerCode'>;

/** Whether the request exists for the viewer. The predicate of the reads says the same in SQL. */
export function mayKnow({ role, department }: Pick<Viewer, 'role' | 'department'>, request: Parties): boolean {
  if (role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR) return true;
  return (
    role === Role.DEPARTMENT &&
    (department === dataAuthority || department === request.requesterCode || department === request.providerCode)
  );
}

/**
 * What the viewer is to a request. Nobody settles a dispute to which it is a party: where the data authority itself asks or
 * provides, the credit centre settles it.
 */
export function partyOf(
  { role, department }: Pick<Viewer, 'role' | 'department'>,
  { requesterCode, providerCode }: Parties,
): SharingParty | null {
  const itself = requesterCode === dataAuthority || providerCode === dataAuthority;
  if (role === Role.CREDIT_CENTRE) return itself ? 'AUTHORITY' : null;
  if (role !== Role.DEPARTMENT) return null;
  if (department === requesterCode) return 'REQUESTER';
  if (department === providerCode) return 'PROVIDER';
  return department === dataAuthority ? 'AUTHORITY' : null;
}

/** Whose act a request waits for in a state; null: nobody's. */
export const awaited: Readonly<Record<SharingState, SharingParty | null>> = {
  SUBMITTED: 'PROVIDER',
  NEED_SUPPLEMENT: 'REQUESTER',
  EXTENDED: 'PROVIDER',
  ESCALATED: 'PROVIDER',
  AGREED: 'PROVIDER',
  REFUSED: null,
  DISPUTED: 'AUTHORITY',
  REFUSAL_UPHELD: null,
  DELIVERY_OVERDUE: 'PROVIDER',
  IN_USE: null,
  SUSPENDED: null,
  COMPLETED: 'REQUESTER',
  EXPIRED: 'REQUESTER',
  TERMINATED: 'REQUESTER',
  DISPOSED: null,
  WITHDRAWN: null,
};

/** What a department asks for, as far as it decides whether it may. */
export interface Wish {
  readonly requester: string;
  readonly item: Pick<Item, 'code' | 'providerCode' | 'class' | 'sharing' | 'legalBasis' | 'fields'>;
  readonly purpose: Purpose;
  readonly fields: readonly string[];
  /** Whether the requester's mandate lists the purpose. */
  readonly mandated: boolean;
  /** What the purpose opens. */
  readonly scope: Scope | null;
}

/** Why an item cannot be asked for; null when it can. */
export function hindranceToAsk({ requester, item, purpose, fields, mandated, scope }: Wish): StepRefusal | null {
  const { code, providerCode, legalBasis } = item;
  if (requester === providerCode) return { reason: 'SHARING_OWN_ITEM', params: { item: code } };
  if (item.sharing === SharingAttribute.NONE) {
    return { reason: 'ITEM_NOT_SHARED', params: { item: code, legalBasis, provider: providerCode } };
  }
  if (!mandated) return { reason: 'PURPOSE_OUTSIDE_MANDATE', params: { purpose, department: requester } };
  if (scope === null || (scope.classes.length > 0 && !scope.classes.includes(item.class))) {
    return { reason: 'PURPOSE_DOES_NOT_OPEN', params: { purpose, class: item.class, item: code } };
  }
  return hindranceToFields(item, fields);
}

/** Why fields cannot be asked for by name: they are none of the item's, or nobody but its provider sees them. */
export function hindranceToFields(item: Pick<Item, 'code' | 'fields'>, keys: readonly string[]): StepRefusal | null {
  const shared = item.fields.filter(({ disclosure }) => disclosure !== null).map(({ key }) => key);
  const field = keys.find((key) => !shared.includes(key));
  return field === undefined
    ? null
    : { reason: 'SHARING_FIELD', params: { field: field.slice(0, 100), item: item.code } };
}

/** Which statements of art. 20 a request lacks. */
export function missingIn(
  request: Pick<SharingRequest, 'basis' | 'scene' | 'method' | 'termDays' | 'termUntil'>,
): SharingStatement[] {
  const lacks: Readonly<Record<SharingStatement, boolean>> = {
    BASIS: request.basis === null,
    SCENE: request.scene === null,
    METHOD: request.method === null,
    TERM: request.termDays === null && request.termUntil === null,
  };
  return Object.values(SharingStatement).filter((statement) => lacks[statement]);
}

/** The last day of use when the data are delivered on a day: of both terms the one that ends first; null: none was stated. */
export function lastDayOfUse(
  { termDays, termUntil }: Pick<SharingRequest, 'termDays' | 'termUntil'>,
  deliveredOn: Day,
  calendar: WorkingDays,
): Day | null {
  const ends = [
    ...(termDays === null ? [] : [deadlineOf(calendar, deliveredOn, { days: termDays }).dueOn]),
    ...(termUntil === null ? [] : [termUntil]),
  ];
  return ends.sort()[0] ?? null;
}

/** What the actor of a step states. */
export interface Stated {
  readonly reason: string | null;
  readonly basis: string | null;
  readonly document: string | null;
}

/** Everything that could be stated: what a form can offer before it is filled in. */
export const everythingStated: Stated = { reason: '…', basis: '…', document: '…' };

/** What the conditions of the table look at. */
interface AtHand {
  readonly request: SharingRequest;
  readonly stated: Stated;
  readonly history: readonly string[];
  readonly today: Day;
}

/** The conditions of the table for a request that exists. */
export function guardsOf({ request, stated, history, today }: AtHand): Situation<typeof sharingWorkflow>['guards'] {
  const missing = missingIn(request);
  const { reason, basis, document } = stated;
  const grounded: StepRefusal | null =
    reason === null || basis === null ? { reason: 'GROUNDS_REQUIRED', params: {} } : null;
  const list = missing.join(', ');
  const until = request.validUntil ?? request.termUntil;
  return {
    askable: null,
    complete: missing.length > 0 ? { reason: 'SHARING_INCOMPLETE', params: { missing: list } } : null,
    reasonGiven: reason === null ? { reason: 'REASON_REQUIRED', params: {} } : null,
    grounded,
    refusable:
      missing.length > 0 && !history.includes('askSupplement')
        ? { reason: 'SHARING_TELL_MISSING_FIRST', params: { missing: list } }
        : grounded,
    extendable: hindranceToExtend(document, request.dueOn, today),
    termLeft: until !== null && until < today ? { reason: 'DELIVERY_AFTER_TERM', params: { until } } : null,
    evidenceOfDisposal: document === null ? { reason: 'DISPOSAL_UNPROVEN', params: {} } : null,
  };
}

function hindranceToExtend(consent: string | null, dueOn: Day | null, today: Day): StepRefusal | null {
  if (dueOn !== null && dueOn < today) return { reason: 'EXTENSION_TOO_LATE', params: { dueOn } };
  return consent === null ? { reason: 'EXTENSION_NEEDS_CONSENT', params: {} } : null;
}
