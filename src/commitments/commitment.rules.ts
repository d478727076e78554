import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import { type Day, daysBetween } from '../calendar/day.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import { CommitmentState } from './commitment.states.js';
import type { CommitmentParty, commitmentWorkflow } from './commitment.workflow.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';

/** Code of the department that is the authority for social credit. */
export const creditAuthority = 'DRC';

/** The longest time that an owner may take to mend, in days: a choice of this platform. */
export const longestRectification = 30;

/** Whose a promise is. */
export type Sides = Pick<PolicyCommitment, 'ownerCode' | 'promisorCode' | 'uscc' | 'history'>;

/** Who finds default: the authority for social credit, never in a case of its own. */
export const authorityOver = ({
  ownerCode,
  promisorCode,
}: Pick<Sides, 'ownerCode' | 'promisorCode'>): `DEPARTMENT:${string}` | 'CREDIT_CENTRE' =>
  ownerCode === creditAuthority || promisorCode === creditAuthority ? 'CREDIT_CENTRE' : `DEPARTMENT:${creditAuthority}`;

/** Whether a finding of default was ever proposed: from then on the authority knows of the promise. */
const isBeforeAuthority = ({ history }: Pick<Sides, 'history'>): boolean => history.includes('proposeFinding');

/** What the viewer is to a promise; null: no party. */
export function partyOf(viewer: Viewer, sides: Sides): CommitmentParty | null {
  const { role, department } = viewer;
  if (isItself(viewer, sides.uscc)) return 'BENEFICIARY';
  if (role === Role.ARREARS_ADMIN) return 'ADMIN';
  if (role === Role.DEPARTMENT && department === sides.ownerCode) return 'OWNER';
  const decides =
    role === Role.CREDIT_CENTRE ? 'CREDIT_CENTRE' : role === Role.DEPARTMENT && `DEPARTMENT:${department}`;
  return decides === authorityOver(sides) && isBeforeAuthority(sides) ? 'AUTHORITY' : null;
}

/** Whether the viewer knows of every promise. */
export const knowsAll = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === Role.ARREARS_ADMIN || role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR;

/** Whether it exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnow = (viewer: Viewer, sides: Sides): boolean =>
  knowsAll(viewer) ||
  partyOf(viewer, sides) !== null ||
  (viewer.role === Role.DEPARTMENT && viewer.department === sides.promisorCode) ||
  (viewer.role === Role.DEPARTMENT && viewer.department === creditAuthority && isBeforeAuthority(sides));

/** What comes with a step. */
export interface Said {
  /** How many files. */
  readonly evidence: number;
  /** Whether what is reported keeps a part of the promise. */
  readonly keepsPart: boolean;
  /** The day until which the owner mends it. */
  readonly rectifyBy: Day | null;
  readonly change: ChangeSaid | null;
  readonly successor: Successor | null;
}

/** A change as it was stated. */
export interface ChangeSaid {
  readonly authority: string | null;
  readonly procedure: string | null;
  readonly compensation: string | null;
  readonly compensateBy: Day | null;
}

/** Who owns it from now on. */
export type Successor = Pick<PolicyCommitment, 'ownerCode' | 'ownerPost'>;

/** Nothing comes with the step. */
export const nothingSaid: Said = { evidence: 0, keepsPart: false, rectifyBy: null, change: null, successor: null };

/** Everything that could be said: what a form can offer before it is filled in. */
export const everythingSaid = (today: Day, { ownerCode }: Pick<PolicyCommitment, 'ownerCode'>): Said => ({
  evidence: 1,
  keepsPart: true,
  rectifyBy: today,
  change: { authority: '…', procedure: '…', compensation: '…', compensateBy: today },
  // another post can be named in every state
  successor: { ownerCode, ownerPost: '…' },
});

/** What the conditions of the table look at. */
export interface AtHand {
  /** Null before the case has begun. */
  readonly commitment: Pick<
    PolicyCommitment,
    'state' | 'dueOn' | 'promiseDueOn' | 'foundOn' | 'history' | 'registeredBy' | 'ownerCode' | 'ownerPost'
  > | null;
  /** Of a case that begins: who is said to have promised, and to own it. */
  readonly named: Pick<PolicyCommitment, 'promisorCode' | 'ownerCode'> | null;
  readonly viewer: Pick<Viewer, 'role' | 'department' | 'subject'>;
  readonly today: Day;
  readonly said: Said;
}

const refused = (reason: StepRefusal['reason'], params: StepRefusal['params'] = {}): StepRefusal => ({
  reason,
  params,
});

/** The conditions of the table. */
export function guardsOf(atHand: AtHand): Situation<typeof commitmentWorkflow>['guards'] {
  const { commitment, named, viewer, today, said } = atHand;
  const isFound = commitment !== null && commitment.foundOn !== null;
  const isLate = commitment !== null && commitment.promiseDueOn < today;
  const elsewhere = refused('COMMITMENT_STANDS_ELSEWHERE');
  return {
    ownPromise: named === null ? null : hindranceToRegister(named, viewer),
    evidenced: said.evidence > 0 ? null : refused('COMMITMENT_EVIDENCE'),
    checkedByAnother:
      viewer.role === Role.ARREARS_ADMIN && commitment?.registeredBy === registrar(viewer)
        ? refused('COMMITMENT_OWN_ENTRY')
        : null,
    partlyKept: said.keepsPart ? null : refused('COMMITMENT_NOTHING_KEPT'),
    nothingKept: said.keepsPart ? elsewhere : null,
    afterDefault: isFound ? null : elsewhere,
    afterDueDay: isLate && !isFound ? null : elsewhere,
    beforeDueDay: isLate || isFound ? elsewhere : null,
    daySoon: hindranceToDay(said.rectifyBy, today),
    unmended: commitment === null ? null : hindranceToFinding(commitment, today),
    lawful: said.change === null ? refused('COMMITMENT_CHANGE_AUTHORITY') : unlawfulness(said.change, today),
    succeeded: commitment === null ? null : hindranceToHandOver(said.successor, commitment),
  };
}

/** How the account is noted that registers a promise: its office and itself. */
export const registrar = ({ role, subject }: Pick<Viewer, 'role' | 'subject'>): string => `${role}:${subject}`;

/** Neither does a department speak for another, nor does it give its own promise away when it registers it. */
function hindranceToRegister(
  { promisorCode, ownerCode }: Pick<PolicyCommitment, 'promisorCode' | 'ownerCode'>,
  { role, department }: AtHand['viewer'],
): StepRefusal | null {
  if (role !== Role.DEPARTMENT) return null;
  const other = [promisorCode, ownerCode].find((code) => code !== department);
  return other === undefined ? null : refused('COMMITMENT_NOT_YOURS', { promisor: other });
}

function hindranceToDay(day: Day | null, today: Day): StepRefusal | null {
  const most = longestRectification;
  const within = day !== null && day >= today && daysBetween(today, day) <= most;
  return within ? null : refused('COMMITMENT_RECTIFY_BY', { day: day ?? '-', today, most });
}

function hindranceToFinding(
  { state, dueOn, history }: Pick<PolicyCommitment, 'state' | 'dueOn' | 'history'>,
  today: Day,
): StepRefusal | null {
  // what was urged, reported as kept and refuted is not urged again
  if (state === CommitmentState.OVERDUE) return history.includes('urge') ? null : refused('COMMITMENT_NOT_URGED');
  return dueOn === null || dueOn < today ? null : refused('COMMITMENT_TIME_LEFT', { dueOn });
}

/** 优化营商环境条例 art. 31: a change needs authority, procedure and compensation, all three. */
function unlawfulness(
  { authority, procedure, compensation, compensateBy }: ChangeSaid,
  today: Day,
): StepRefusal | null {
  if (authority === null) return refused('COMMITMENT_CHANGE_AUTHORITY');
  if (procedure === null) return refused('COMMITMENT_CHANGE_PROCEDURE');
  if (compensation === null) return refused('COMMITMENT_CHANGE_COMPENSATION');
  return compensateBy !== null && compensateBy >= today ? null : refused('COMMITMENT_CHANGE_DAY', { today });
}

const inFinding: readonly CommitmentState[] = [CommitmentState.FINDING_PROPOSED, CommitmentState.UNDER_FINDING];

/** Who was told of a finding and heard is the one who is found: until it is decided only the post changes. */
function hindranceToHandOver(
  successor: Successor | null,
  { state, ownerCode, ownerPost }: Successor & Pick<PolicyCommitment, 'state'>,
): StepRefusal | null {
  if (successor === null) return refused('COMMITMENT_SAME_OWNER');
  const moves = successor.ownerCode !== ownerCode;
  if (!moves && successor.ownerPost === ownerPost) return refused('COMMITMENT_SAME_OWNER');
  return moves && inFinding.includes(state) ? refused('COMMITMENT_BEING_FOUND') : null;
}
