import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import type { Item } from '../catalogue/catalogue.js';
import { Polarity } from '../catalogue/catalogue-item.entity.js';
import { EntityKind } from '../registry/legal-entity.entity.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import type { Screening } from './screening.entity.js';
import type { ScreeningParty, screeningWorkflow } from './screening.workflow.js';

/** Code of the department that is the court. */
export const courtCode = 'COURT';

/** What the viewer is to every screening; null: no party. */
export function partyOf({ role, department }: Pick<Viewer, 'role' | 'department'>): ScreeningParty | null {
  if (role === Role.DEPARTMENT) return department === courtCode ? 'COURT' : null;
  return role === Role.CREDIT_CENTRE ? 'REVIEWER' : null;
}

/** Whether the viewer knows of every screening. */
export const knowsAll = (viewer: Viewer): boolean => viewer.role === Role.SUPERVISOR || partyOf(viewer) !== null;

/** Whether it exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnow = (viewer: Viewer, { uscc }: Pick<Screening, 'uscc'>): boolean =>
  knowsAll(viewer) || isItself(viewer, uscc);

/**
 * Whether records of an item are screened: adverse ones, save those that a law excludes from repair. A court's own list follows
 * the rules of that court: whoever performs the plan is taken off it there.
 */
export const isScreened = ({ polarity, repairExclusion }: Pick<Item, 'polarity' | 'repairExclusion'>): boolean =>
  polarity === Polarity.ADVERSE && repairExclusion === null;

/** What the beginning of a screening looks at. */
export interface Ruling {
  readonly ruledOn: Day;
  /** Kind of the entity. */
  readonly kind: EntityKind;
  /** Number of a screening that is in force for the entity. */
  readonly inForce: string | null;
}

/** What the conditions of the table look at. */
export interface AtHand {
  /** Null once the case has begun. */
  readonly ruling: Ruling | null;
  readonly document: string | null;
  readonly reason: string | null;
  readonly today: Day;
}

/** The conditions of the table. */
export const guardsOf = (atHand: AtHand): Situation<typeof screeningWorkflow>['guards'] => ({
  screenable: atHand.ruling === null ? null : hindranceToScreen(atHand.ruling, atHand.today),
  documented: undocumented(atHand),
});

function hindranceToScreen({ ruledOn, kind, inForce }: Ruling, today: Day): StepRefusal | null {
  if (ruledOn > today) return { reason: 'SCREENING_RULING_FUTURE', params: { ruledOn, today } };
  if (kind === EntityKind.SOLE_TRADER) return { reason: 'SCREENING_NATURAL_PERSON', params: {} };
  return inForce === null ? null : { reason: 'SCREENING_IN_FORCE', params: { number: inForce } };
}

function undocumented({ document, reason }: AtHand): StepRefusal | null {
  if (document === null) return { reason: 'SCREENING_DOCUMENT', params: {} };
  return reason === null ? { reason: 'REASON_REQUIRED', params: {} } : null;
}
