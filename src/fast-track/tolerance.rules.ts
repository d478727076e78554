import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import { ToleranceState } from './tolerance.states.js';
import type { ToleranceParty, toleranceWorkflow } from './tolerance.workflow.js';
import { faultOfMissing, type NeededMaterial } from './tolerance-material.rules.js';
import { longestExtension } from './tolerance-term.rules.js';
import type { TolerantAcceptance } from './tolerant-acceptance.entity.js';

/** Whose a tolerant acceptance is. */
type Sides = Pick<TolerantAcceptance, 'uscc' | 'departmentCode'>;

/** What the viewer is to a tolerant acceptance; null: no party. */
export function partyOf(viewer: Viewer, { uscc, departmentCode }: Sides): ToleranceParty | null {
  if (isItself(viewer, uscc)) return 'ENTITY';
  return viewer.role === Role.DEPARTMENT && viewer.department === departmentCode ? 'DEPARTMENT' : null;
}

/** Whether the viewer knows of every tolerant acceptance. */
export const knowsAll = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR;

/** Whether it exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnow = (viewer: Viewer, sides: Sides): boolean => knowsAll(viewer) || partyOf(viewer, sides) !== null;

/** What decides whether tolerance can be used. */
export interface Using {
  readonly item: { readonly code: string; readonly materials: readonly NeededMaterial[] };
  /** Codes of the materials that are missing. */
  readonly missing: readonly string[];
  /** Why the item or the applicant's trust does not allow it; null: they do. */
  readonly verdict: StepRefusal | null;
  /** How many are open under the grant, which is locked, and how many may be; null: there is no grant. */
  readonly live: { readonly count: number; readonly limit: number; readonly grant: string } | null;
}

/** Why tolerance cannot be used, the exact rule; null: it can. */
export function hindranceToUse({ item, missing, verdict, live }: Using): StepRefusal | null {
  const fault = verdict ?? faultOfMissing(item.materials, missing, item.code);
  if (fault) return fault;
  // two clerks may have seen the same room: who comes second finds it taken
  if (live === null || live.count < live.limit) return null;
  return refused('FAST_TRACK_LIVE_LIMIT', { grant: live.grant, limit: live.limit });
}

/** What comes with a step. */
export interface Said {
  /** How many files. */
  readonly evidence: number;
  /** Whether nothing is missing after it. */
  readonly complete: boolean;
  /** How many working days more are asked for; null: none. */
  readonly extensionDays: number | null;
  /** Of a case that begins: why tolerance cannot be used. Of a commitment to be signed: why trust does not suffice any more. */
  readonly hindrance: StepRefusal | null;
}

/** Nothing comes with the step. */
export const nothingSaid: Said = { evidence: 0, complete: false, extensionDays: null, hindrance: null };

/** Everything that could be said: what a form can offer before it is filled in. */
export const everythingSaid: Said = { evidence: 1, complete: true, extensionDays: 1, hindrance: null };

/** What the conditions of the table look at: how the case stands, null before it has begun, and what comes with the step. */
export interface AtHand {
  readonly acceptance: Pick<TolerantAcceptance, 'state' | 'history' | 'dueOn' | 'extendedUntil'> | null;
  readonly today: Day;
  readonly said: Said;
}

const refused = (reason: StepRefusal['reason'], params: StepRefusal['params'] = {}): StepRefusal => ({
  reason,
  params,
});

/** The conditions of the table. What the clock has not yet said of a day that has passed holds all the same. */
export function guardsOf({ acceptance, today, said }: AtHand): Situation<typeof toleranceWorkflow>['guards'] {
  const elsewhere = refused('TOLERANCE_STANDS_ELSEWHERE');
  const late = acceptance !== null && isOverdue(acceptance, today);
  const overdue = late ? refused('TOLERANCE_OVERDUE') : null;
  const isExtended = acceptance !== null && acceptance.extendedUntil !== null;
  return {
    allowed: said.hindrance,
    eligible: lapsed(acceptance, today) ?? said.hindrance,
    partly: overdue ?? (said.complete ? elsewhere : null),
    complete: overdue ?? (said.complete ? null : elsewhere),
    forceMajeure: hindranceToExtend(said),
    inTime: overdue,
    afterDueDay: late ? null : elsewhere,
    notExtended: isExtended ? elsewhere : null,
    extended: isExtended ? null : elsewhere,
    evidenced: said.evidence > 0 ? null : refused('TOLERANCE_EVIDENCE'),
  };
}

/** Whether the day for supplying has passed; while an extension is decided, whether it had when it was asked for. */
function isOverdue({ state, history, dueOn }: NonNullable<AtHand['acceptance']>, today: Day): boolean {
  if (state === ToleranceState.EXTENSION_ASKED) return history.includes('passDueDay');
  const runs = state === ToleranceState.ACCEPTED || state === ToleranceState.EXTENDED;
  return runs && dueOn !== null && dueOn < today;
}

/** What was not signed in time is not signed any more. */
function lapsed(acceptance: AtHand['acceptance'], today: Day): StepRefusal | null {
  const dueOn = acceptance?.state === ToleranceState.COMMITMENT_AWAITED ? acceptance.dueOn : null;
  return dueOn !== null && dueOn < today ? refused('TOLERANCE_LAPSED', { dueOn }) : null;
}

function hindranceToExtend({ evidence, extensionDays }: Said): StepRefusal | null {
  const most = longestExtension;
  const within = extensionDays !== null && extensionDays >= 1 && extensionDays <= most;
  if (!within) return refused('TOLERANCE_EXTENSION_DAYS', { days: extensionDays ?? 0, most });
  return evidence > 0 ? null : refused('TOLERANCE_EVIDENCE');
}
