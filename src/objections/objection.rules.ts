import type { Viewer } from '../access/viewer.js';
import type { Day } from '../calendar/day.js';
import { type CreditRecord, RecordState } from '../records/credit-record.entity.js';
import { withoutStopped } from '../records/publicity.rules.js';
import { type Sides, sideOf } from '../records/record-case.rules.js';
import type { Situation, StepRefusal } from '../workflow/take.js';
import type { Objection } from './objection.entity.js';
import { ObjectionRemedy } from './objection.words.js';
import type { ObjectionParty, objectionWorkflow } from './objection.workflow.js';

const parties = { SUBJECT: 'OBJECTOR', PROVIDER: 'PROVIDER', CENTRE: 'REVIEWER' } as const;

/** What the viewer is to an objection; null: no party. */
export function partyOf(viewer: Viewer, sides: Sides): ObjectionParty | null {
  const side = sideOf(viewer, sides);
  return side && parties[side];
}

/** What decides whether somebody may object to a record. */
export interface ObjectionFacts {
  readonly state: RecordState;
  /** Number of an objection to it that is open. */
  readonly openObjection: string | null;
  /** Whether an earlier one was dismissed for good. */
  readonly dismissedBefore: boolean;
  readonly attachments: number;
}

/** Why a record cannot be objected to; null: it can. */
export function hindranceToObject(facts: ObjectionFacts): StepRefusal | null {
  const { state, openObjection, dismissedBefore, attachments } = facts;
  if (state !== RecordState.EFFECTIVE) return { reason: 'OBJECTION_RECORD_OVER', params: { state } };
  if (openObjection !== null) return { reason: 'OBJECTION_OPEN', params: { number: openObjection } };
  // the same objection again would keep the mark for ever
  return dismissedBefore && attachments === 0 ? { reason: 'OBJECTION_NOTHING_NEW', params: {} } : null;
}

/** What comes with a step. */
export interface Said {
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly remedy: ObjectionRemedy | null;
  readonly fields: number;
}

/** Nothing comes with it. */
export const nothingSaid: Said = { reason: null, evidence: null, remedy: null, fields: 0 };

/** Everything that could be said: what a form can offer before it is filled in. */
export const everythingSaid: Said = { reason: '…', evidence: '…', remedy: ObjectionRemedy.CORRECT, fields: 1 };

/** What the conditions of the table look at. */
export interface AtHand {
  readonly objection: Pick<Objection, 'dueOn'> | null;
  readonly hindrance: StepRefusal | null;
  readonly said: Said;
  readonly today: Day;
}

/** The conditions of the table. */
export function guardsOf({ objection, hindrance, said, today }: AtHand): Situation<typeof objectionWorkflow>['guards'] {
  const dueOn = objection?.dueOn ?? null;
  const late: StepRefusal | null =
    dueOn !== null && dueOn < today ? { reason: 'EXTENSION_TOO_LATE', params: { dueOn } } : null;
  const reasoned: StepRefusal | null = said.reason === null ? { reason: 'REASON_REQUIRED', params: {} } : null;
  return {
    objectionable: hindrance,
    reasonGiven: reasoned,
    // of what goes on afterwards something must be left; what is late does not become timely by standing still
    examinable:
      dueOn !== null && dueOn <= today ? { reason: 'OBJECTION_EXAMINE_TOO_LATE', params: { dueOn } } : reasoned,
    remedyGiven: reasoned ?? hindranceToRemedy(said),
    grounded: reasoned ?? (said.evidence === null ? { reason: 'OBJECTION_EVIDENCE', params: {} } : null),
    extendable: late ?? reasoned,
    reviewInTime: late === null ? reasoned : { reason: 'OBJECTION_REVIEW_TOO_LATE', params: { dueOn: dueOn! } },
  };
}

function hindranceToRemedy({ remedy, fields }: Said): StepRefusal | null {
  const needsValues = remedy === ObjectionRemedy.CORRECT || remedy === ObjectionRemedy.SUPPLEMENT;
  return needsValues && fields === 0 ? { reason: 'OBJECTION_VALUES_MISSING', params: { remedy } } : null;
}

/**
 * How a record stands when its publicity is stopped on a day: that day is the first on which it is not published. What never was
 * published has no publicity that could end, and what was stopped before stays so from then on.
 */
export function stoppedPublicity(
  { publicFrom: from, publicUntil: until, stoppedOn }: Stoppable,
  today: Day,
): Pick<Stoppable, 'stoppedOn' | 'publicUntil'> {
  return { stoppedOn: stoppedOn ?? today, publicUntil: withoutStopped({ from, until }, today).until };
}

type Stoppable = Pick<CreditRecord, 'publicFrom' | 'publicUntil' | 'stoppedOn'>;
