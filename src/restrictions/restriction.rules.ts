import { isItself, type Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import { type Day, daysAfter, monthsAfter } from '../calendar/day.js';
import { CatalogueClass, Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import type { Restriction } from './restriction.entity.js';
import { RestrictionState } from './restriction.states.js';
import { LiftCause } from './restriction.words.js';
import type { RestrictionParty, restrictionWorkflow } from './restriction.workflow.js';

/** Whose a restriction is. */
type Sides = Pick<Restriction, 'executingUnitCode' | 'uscc'>;

/** What the viewer is to a restriction; null: no party. */
export function partyOf(viewer: Viewer, { executingUnitCode, uscc }: Sides): RestrictionParty | null {
  if (isItself(viewer, uscc)) return 'SUBJECT';
  return viewer.role === Role.DEPARTMENT && viewer.department === executingUnitCode ? 'UNIT' : null;
}

/** Whether the viewer may know of every restriction. */
export const knowsAll = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR;

/** Whether it exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnow = (viewer: Viewer, sides: Sides): boolean => knowsAll(viewer) || partyOf(viewer, sides) !== null;

/** What decides whether a record can bear a restriction. */
export interface Source {
  readonly polarity: Polarity;
  /** Class of its item. */
  readonly class: string;
  readonly severity: Severity | null;
  readonly state: string;
  readonly disputed: boolean;
  readonly determinedOn: Day;
  readonly publicUntil: Day | null;
}

const standing = ({ state, publicUntil }: Pick<Source, 'state' | 'publicUntil'>, today: Day): boolean =>
  state === 'EFFECTIVE' && (publicUntil === null || publicUntil >= today);

/** Classes of which every record that is not minor can bear one: lists of serious dishonesty, judgments that were not performed. */
const graveClasses: readonly string[] = [CatalogueClass.SERIOUS_DISHONESTY, CatalogueClass.JUDICIAL];

const refused = (reason: StepRefusal['reason'], params: StepRefusal['params'] = {}): StepRefusal => ({
  reason,
  params,
});

/**
 * Why a record cannot bear a restriction; null: it can. The measure must fit the conduct (过惩相当, 国办发〔2020〕49号), and there is none
 * for what is minor (深圳经济特区社会信用条例, art. 67). This platform draws the line at serious records.
 */
export function sourceFault(source: Source, today: Day): StepRefusal | null {
  if (source.polarity !== Polarity.ADVERSE) return refused('RESTRICTION_NOT_ADVERSE');
  if (!standing(source, today)) return refused('RESTRICTION_NOT_IN_FORCE');
  const grave = graveClasses.includes(source.class) && source.severity !== Severity.MINOR;
  if (source.severity !== Severity.SERIOUS && !grave) {
    return refused('RESTRICTION_NOT_SERIOUS', { severity: source.severity ?? '-' });
  }
  return source.disputed ? refused('RESTRICTION_DISPUTED') : null;
}

/** The longest a restriction lasts on a record that is not published, in months: as long as a serious one would be. */
const longest = 36;

/** The last day until which a restriction may last: no longer than its record is published. */
export const latestEnd = ({ determinedOn, publicUntil }: Pick<Source, 'determinedOn' | 'publicUntil'>): Day =>
  publicUntil ?? monthsAfter(determinedOn, longest);

/** Why it cannot last until a day; null: it can. */
export function termFault(until: Day, source: Source, today: Day): StepRefusal | null {
  const latest = latestEnd(source);
  return until < today || until > latest ? refused('RESTRICTION_UNTIL', { until, today, latest }) : null;
}

/** What the conditions of the table look at. */
export interface AtHand {
  readonly viewer: Viewer;
  readonly today: Day;
  readonly source: Source;
  readonly until: Day;
  /** Account that proposed it; null before that. */
  readonly proposedBy: string | null;
  /** Whether the measure is on the list today. */
  readonly listed: boolean;
}

/** The conditions of the table. */
export function guardsOf(atHand: AtHand): Situation<typeof restrictionWorkflow>['guards'] {
  const { viewer, today, source, until, proposedBy, listed } = atHand;
  const byAnother = proposedBy === viewer.subject ? refused('RESTRICTION_FOUR_EYES') : null;
  const admissible = sourceFault(source, today) ?? termFault(until, source, today);
  const gone = listed ? null : refused('RESTRICTION_MEASURE_GONE');
  return { admissible, byAnother, imposable: byAnother ?? gone ?? admissible };
}

/** What tells whether a restriction is in force. */
export interface Standing {
  readonly state: RestrictionState;
  readonly until: Day;
  readonly liftedOn: Day | null;
  readonly record: {
    readonly state: string;
    readonly publicUntil: Day | null;
    /** Of a record that is not in force: since when it stands as it does. */
    readonly since: Day | null;
  };
}

/** Whether a restriction is in force on a day. `inForceSql` says the same in SQL; a test holds the two together. */
export const isInForce = ({ state, until, record }: Standing, today: Day): boolean =>
  state === RestrictionState.IMPOSED && until >= today && standing(record, today);

/** Since when a restriction that was imposed is no longer in force, and why; null: it is, or never was. */
export function liftOf(one: Standing, today: Day): { readonly on: Day; readonly because: LiftCause } | null {
  const { state, until, liftedOn, record } = one;
  const imposed = [RestrictionState.IMPOSED, RestrictionState.LIFTED, RestrictionState.ENDED];
  if (!imposed.includes(state)) return null;
  const ended: { on: Day; because: LiftCause }[] = [{ on: daysAfter(until, 1), because: LiftCause.TERM_OVER }];
  if (liftedOn !== null) ended.push({ on: liftedOn, because: LiftCause.LIFTED });
  if (record.publicUntil !== null) ended.push({ on: daysAfter(record.publicUntil, 1), because: LiftCause.EXPIRED });
  if (record.since !== null) ended.push({ on: record.since, because: record.state as LiftCause });
  const over = ended.filter(({ on }) => on <= today).sort((one, other) => (one.on < other.on ? -1 : 1));
  return over[0] ?? null;
}
