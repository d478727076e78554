import { RecordState } from '../records/credit-record.entity.js';
import { RestrictionState } from './restriction.states.js';

/**
 * SQL: whether the record `r` is in force on a day; adverse records are used no longer than they are published.
 *
 * @param alias of `credit_record`
 * @param day an expression of type date
 */
export const recordInForceSql = (alias: string, day: string): string =>
  `(${alias}.superseded_at is null and ${alias}.state = '${RecordState.EFFECTIVE}' and coalesce(${alias}.public_until >= ${day}, true))`;

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
