import { recordInForceSql } from '../records/record-in-force.js';
import { RestrictionState } from './restriction.states.js';

/**
 * SQL: whether a restriction is in force on a day, today or later: it is imposed, its term runs, and its record is in force as it
 * stands now.
 *
 * @param alias of `restriction`
 * @param day an expression of type date
 */
export const inForceSql = (alias: string, day: string): string =>
  `(${alias}.state = '${RestrictionState.IMPOSED}' and ${alias}.until >= ${day} and exists (
    select from credit_record source where source.id = ${alias}.record_id and ${recordInForceSql('source', day)}))`;
