import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import { type FastTrackFacts, isSerious, standsAgainst, unmet } from './fast-track.rules.js';
import type { FastTrackRule } from './fast-track-rule.entity.js';
import type { FastTrackGrant } from './grant.entity.js';
import { GrantState } from './grant.states.js';
import type { GrantParty, grantWorkflow } from './grant.workflow.js';

/** What the viewer is to a grant; null: no party. Whoever decides objects to nothing. */
export function partyOf(
  viewer: Viewer,
  { uscc, proposerCode }: Pick<FastTrackGrant, 'uscc' | 'proposerCode'>,
): GrantParty | null {
  if (viewer.role === Role.CREDIT_CENTRE) return 'DECIDER';
  if (isItself(viewer, uscc)) return 'HOLDER';
  if (viewer.role === Role.ENTERPRISE) return 'OBJECTOR';
  if (viewer.role !== Role.DEPARTMENT) return null;
  return viewer.department === proposerCode ? 'PROPOSER' : 'OBJECTOR';
}

/** What the conditions of the table look at. */
export interface AtHand {
  /** Null before the case has begun. */
  readonly grant: Pick<FastTrackGrant, 'number' | 'validUntil'> | null;
  readonly facts: FastTrackFacts;
  readonly terms: Pick<FastTrackRule, 'code' | 'leastGrade' | 'items'>;
  readonly viewer: Pick<Viewer, 'role'>;
  readonly reason: string | null;
  readonly today: Day;
}

/** The conditions of the table. */
export function guardsOf({
  grant,
  facts,
  terms,
  viewer,
  reason,
  today,
}: AtHand): Situation<typeof grantWorkflow>['guards'] {
  const hindrance = [...standsAgainst(facts), ...unmet(facts, terms)][0] ?? null;
  const stands: StepRefusal = { reason: 'GRANT_STANDS', params: { number: grant?.number ?? '-' } };
  const unreasoned: StepRefusal | null = reason === null ? { reason: 'GRANT_REASON', params: {} } : null;
  const byDepartment = viewer.role === Role.DEPARTMENT;
  return {
    earned: hindrance,
    unearned: hindrance === null ? stands : null,
    burdened: hindrance === null ? stands : null,
    clear: hindrance,
    serious: facts.adverse.some(isSerious) ? null : stands,
    over: grant?.validUntil != null && grant.validUntil < today ? null : stands,
    reasoned: unreasoned,
    mayDispute: byDepartment ? unreasoned : { reason: 'GRANT_DISPUTE_BY_DEPARTMENT', params: {} },
  };
}

/** A step of the platform's own. */
export type OwnStep = 'activate' | 'lapse' | 'suspend' | 'restore' | 'revoke' | 'expire' | 'escalate';

/**
 * The step that the platform takes of a grant on a day, if there is one to take: everything but objections follows from the
 * rules, and nothing is taken by hand.
 */
export function ownStep(
  { state, dueOn, escalatedAt }: Pick<FastTrackGrant, 'state' | 'dueOn' | 'escalatedAt'>,
  guards: Situation<typeof grantWorkflow>['guards'],
  today: Day,
): OwnStep | null {
  const late = dueOn !== null && dueOn < today;
  const holds = (guard: keyof typeof guards) => guards[guard] === null;
  switch (state) {
    case GrantState.PROPOSED:
      return late ? (holds('earned') ? 'activate' : 'lapse') : null;
    case GrantState.OBJECTED:
      return late && escalatedAt === null ? 'escalate' : null;
    case GrantState.DISPUTED:
      if (holds('serious')) return 'revoke';
      return late && escalatedAt === null ? 'escalate' : null;
    case GrantState.ACTIVE:
    case GrantState.SUSPENDED:
      if (holds('over')) return 'expire';
      if (holds('serious')) return 'revoke';
      if (state === GrantState.ACTIVE) return holds('burdened') ? 'suspend' : null;
      return holds('clear') ? 'restore' : null;
    default:
      return null;
  }
}
