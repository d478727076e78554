import { type Day, daysAfter } from '../calendar/day.js';
import { Polarity, type Severity } from '../catalogue/catalogue-item.entity.js';
import { RecordState } from '../records/credit-record.entity.js';
import type { StepRefusal } from '../workflow/take.js';

/** What decides whether a record can be repaired on a day. */
export interface RepairFacts {
  readonly polarity: Polarity;
  readonly severity: Severity | null;
  readonly state: RecordState;
  /** First day after the shortest publicity, counted from the determination. */
  readonly repairableFrom: Day;
  /** The law that says that records of the item cannot be repaired this way; null: they can. */
  readonly exclusion: string | null;
  /** Last day of a ban after false material; null: there is none. */
  readonly bannedUntil: Day | null;
  /** Number of another application that is open for the record. */
  readonly openApplication: string | null;
  /** Number of the case whose duty is not performed yet, of a record that was found here; left out or null: there is none. */
  readonly openDuty?: string | null;
  /** Number of the screening in bankruptcy by which the record is repaired for a time; left out or null: by none. */
  readonly screening?: string | null;
}

/** One thing that stands in the way, and the day from which it does not; null: waiting does not help. */
export interface Hindrance extends StepRefusal {
  readonly from: Day | null;
}

/**
 * Everything that stands in the way of an application for repair; empty: nothing does. NDRC Order 36 (信用修复管理办法), arts 3
 * and 4; 国办发〔2025〕22号. Proof of performance and the commitment come with the application.
 */
export function hindrancesToRepair(facts: RepairFacts, today: Day): Hindrance[] {
  const { polarity, state, repairableFrom, exclusion, bannedUntil, openApplication } = facts;
  const { openDuty = null, screening = null } = facts;
  const found: Hindrance[] = [];
  const stands = (reason: Hindrance['reason'], params: Hindrance['params'] = {}, from: Day | null = null) =>
    found.push({ reason, params, from });
  if (polarity !== Polarity.ADVERSE) stands('REPAIR_NOT_ADVERSE');
  if (state === RecordState.WITHDRAWN) stands('REPAIR_RECORD_WITHDRAWN');
  if (state === RecordState.REPAIRED) {
    if (screening === null) stands('REPAIR_ALREADY');
    else stands('REPAIR_SCREENED', { screening });
  }
  // what is over needs no waiting for anything else
  if (found.length > 0) return found;
  if (exclusion !== null) stands('REPAIR_EXCLUDED', { exclusion });
  if (today < repairableFrom) stands('REPAIR_TOO_EARLY', { from: repairableFrom }, repairableFrom);
  if (bannedUntil !== null && today <= bannedUntil) {
    stands('REPAIR_BANNED', { until: bannedUntil }, daysAfter(bannedUntil, 1));
  }
  if (openDuty !== null) stands('REPAIR_DUTY_OPEN', { number: openDuty });
  if (openApplication !== null) stands('REPAIR_OPEN', { number: openApplication });
  return found;
}

/** How long a false application bars further ones, in years: NDRC Order 36; Order 58 had the same. */
export const banYears = 3;
