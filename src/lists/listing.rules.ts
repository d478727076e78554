import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import { EntityKind, EntityStatus, type LegalEntity } from '../registry/legal-entity.entity.js';
import { addressee } from '../workflow/addressee.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import { rowsOf } from '../workflow/workflow.js';
import type { CreditList } from './credit-list.entity.js';
import { type ListingGround, ListKind, ListRemoval } from './list.words.js';
import type { ListEntry } from './list-entry.entity.js';
import { announcedStates, ListingState } from './listing.states.js';
import { type ListingParty, listingWorkflow } from './listing.workflow.js';
import type { ListingObjection } from './listing-objection.js';

/** Whose a listing is. */
export type Sides = Pick<ListEntry, 'departmentCode' | 'proposerCode' | 'uscc'>;

/** Roles that may object to a red listing. */
const objectors: readonly Role[] = [Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE];

/** Everything that the viewer is to a listing; a department may decide and object, though not the same account. */
export function partiesOf(viewer: Viewer, entry: Sides & Pick<ListEntry, 'kind'>): ListingParty[] {
  const { role, department } = viewer;
  return [
    ...(isItself(viewer, entry.uscc) ? (['ENTITY'] as const) : []),
    ...(role === Role.DEPARTMENT && department === entry.departmentCode ? (['DECIDER'] as const) : []),
    ...(entry.kind === ListKind.RED && objectors.includes(role) ? (['OBJECTOR'] as const) : []),
  ];
}

/** As which of its parties the viewer takes a step; null: it is none that may. */
export const partyFor = (step: string, parties: readonly ListingParty[]): ListingParty | null =>
  parties.find((party) => rowsOf(listingWorkflow).some((row) => row.step === step && row.by.includes(party))) ??
  parties[0] ??
  null;

/** Whether the viewer knows of every listing. */
export const knowsAll = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR;

/** Whether the viewer knows of a listing whatever becomes of it. */
export const isConcerned = (viewer: Viewer, { departmentCode, proposerCode, uscc }: Sides): boolean =>
  knowsAll(viewer) ||
  isItself(viewer, uscc) ||
  (viewer.role === Role.DEPARTMENT && (viewer.department === departmentCode || viewer.department === proposerCode));

/** Whether a listing was told to the public at some time, so that a stranger who acts on it may be told how it stands. */
export const wasAnnounced = ({ kind, state }: Pick<ListEntry, 'kind' | 'state'>): boolean =>
  kind === ListKind.RED && (announcedStates.includes(state) || state === ListingState.ENTERED);

/** The objections of which the viewer may know: whoever is concerned of all, others of their own. */
export const objectionsKnown = (
  viewer: Viewer,
  entry: Sides & Pick<ListEntry, 'objections'>,
): readonly ListingObjection[] =>
  isConcerned(viewer, entry) ? entry.objections : entry.objections.filter(({ by }) => by === addressee(viewer));

/** Who is proposed for which list. */
export interface Named {
  readonly list: Pick<CreditList, 'code' | 'kind' | 'departmentCode' | 'grounds'>;
  readonly ground: ListingGround | null;
}

/** How the entity stands. */
export interface Subject {
  readonly entity: Pick<LegalEntity, 'kind' | 'status'>;
  /** Whether an adverse record of it, general or serious, is in force. */
  readonly adverse: boolean;
}

/** What the conditions of the table look at. */
export interface AtHand extends Subject {
  /** Null before the case has begun. */
  readonly entry: Pick<ListEntry, 'kind' | 'proposedBy' | 'objections' | 'recordId'> | null;
  /** Of a case that begins. */
  readonly named: Named | null;
  readonly viewer: Viewer;
  /** Number of the objection that is decided; null: none, or any for a form. */
  readonly objection: number | null;
  /** Why the entry stands no longer. */
  readonly removal: ListRemoval | null;
}

const refused = (reason: StepRefusal['reason'], params: StepRefusal['params'] = {}): StepRefusal => ({
  reason,
  params,
});

/** The conditions of the table. */
export function guardsOf(atHand: AtHand): Situation<typeof listingWorkflow>['guards'] {
  const { entry, named, viewer, objection, removal } = atHand;
  const another = entry === null ? null : hindranceToDecide(entry, viewer);
  const others = entry?.objections.some((one) => one.upheld === null && one.number !== objection) ?? false;
  const elsewhere = refused('LISTING_STANDS_ELSEWHERE');
  const isRed = (entry?.kind ?? named?.list.kind) === ListKind.RED;
  return {
    proposable: named === null ? null : hindranceToPropose(named, viewer),
    nominable: named === null ? null : hindranceToNominate(named, atHand),
    enterable: another ?? (isRed ? hindranceToTrust(atHand) : null),
    byAnother: another,
    objectsOnce:
      entry?.objections.some(({ by }) => by === addressee(viewer)) === true ? refused('LISTING_OBJECTED_BEFORE') : null,
    othersOpen: another ?? (others ? null : elsewhere),
    lastOpen: another ?? (others ? elsewhere : null),
    onList: removal === null ? null : refused('LISTING_NOT_ON_LIST', { removal }),
    adverse: removal === ListRemoval.ADVERSE_RECORD ? null : refused('LISTING_NOTHING_ADVERSE'),
  };
}

/** A list of serious dishonesty is proposed to by the department that keeps it, on a ground that it covers. */
function hindranceToPropose({ list, ground }: Named, { department }: Viewer): StepRefusal | null {
  if (list.departmentCode !== department) {
    return refused('LISTING_NOT_YOURS', { list: list.code, department: list.departmentCode });
  }
  const known = ground !== null && list.grounds.includes(ground);
  return known ? null : refused('LISTING_GROUND', { ground: ground ?? '-', allowed: list.grounds.join(', ') });
}

function hindranceToNominate({ ground }: Named, subject: Subject): StepRefusal | null {
  if (ground !== null) return refused('LISTING_NO_GROUND', { ground });
  // what is announced is public, and of natural persons nothing is
  if (subject.entity.kind === EntityKind.SOLE_TRADER) return refused('LISTING_NATURAL_PERSON');
  return hindranceToTrust(subject);
}

/** Who is not in operation, or has something adverse in force, is not held up as an example. */
function hindranceToTrust({ entity, adverse }: Subject): StepRefusal | null {
  const { status } = entity;
  if (status !== EntityStatus.ACTIVE) return refused('LISTING_NOT_IN_OPERATION', { status });
  return adverse ? refused('LISTING_ADVERSE') : null;
}

/** Four eyes: neither who proposed nor who objected decides. */
function hindranceToDecide(
  { proposedBy, objections }: Pick<ListEntry, 'proposedBy' | 'objections'>,
  viewer: Viewer,
): StepRefusal | null {
  const mine = accountOf(viewer);
  return proposedBy === mine || objections.some(({ account }) => account === mine)
    ? refused('LISTING_SAME_ACCOUNT')
    : null;
}

/** How an account is noted that proposes or objects: its office and itself. */
export const accountOf = ({ role, subject }: Pick<Viewer, 'role' | 'subject'>): string => `${role}:${subject}`;

/** The objection with a number that is still to be decided, or why none is. */
export function objectionToDecide(
  { objections }: Pick<ListEntry, 'objections'>,
  number: number,
): ListingObjection | StepRefusal {
  const found = objections.find((one) => one.number === number && one.upheld === null);
  const open = objections.filter(({ upheld }) => upheld === null).map((one) => one.number);
  return found ?? refused('LISTING_OBJECTION_UNKNOWN', { number, open: open.join(', ') || '-' });
}
