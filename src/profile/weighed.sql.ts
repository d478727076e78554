import { RecordState } from '../records/credit-record.entity.js';

// Which records the evaluation weighs. Adverse records are used no longer than they are published (NDRC Order 36, art. 3;
// 国办发〔2025〕22号): what is repaired, withdrawn or expired does not count. Nor does what is under an open objection: nobody
// is to lose by what may turn out wrong, and it counts again on the day on which it is upheld. Nor what departments may not
// share with each other (State Council Order 809, arts 14-15): a grade must not betray it. Of neutral records only those
// count that grade their subject.

/** The tables from which records are weighed: `r` the version, `i` its item, `g` its item's graded field, if it has one. */
export const weighedTables = `credit_record r join catalogue_item i on i.id = r.item_id
  left join graded_field g on g.item_code = r.item_code`;

/** Whether a version counts on a day, whichever version it is. */
export const counts = (day: string): string => `r.state = '${RecordState.EFFECTIVE}' and not r.disputed
  and r.determined_on <= ${day} and (r.public_until is null or r.public_until >= ${day})
  and i.sharing <> 'NONE' and (i.polarity <> 'NEUTRAL' or g.item_code is not null)`;

/** What the item's graded field says. */
export const gradedValue = 'r.content ->> g.field_key';

const asJson = `jsonb_build_object('id', r.id, 'itemCode', r.item_code, 'severity', r.severity,
  'determinedOn', r.determined_on, 'value', ${gradedValue})`;

/** The weighed records of a set of versions, as a scalar subquery: the json array of `WeighedRecord`. */
const weighedOf = (entityId: string, day: string, version: string): string =>
  `(select coalesce(jsonb_agg(${asJson}), '[]') from ${weighedTables}
    where r.entity_id = ${entityId} and ${version} and ${counts(day)})`;

/**
 * SQL scalar subquery: the json array of an entity's weighed records (`WeighedRecord`), as they stand. It uses the aliases
 * `r`, `i` and `g`: the expressions must not.
 *
 * @param entityId expression of the entity's id, such as `e.id`
 * @param day expression of the day, such as `$2::date`
 */
export const weighedSql = (entityId: string, day: string): string =>
  weighedOf(entityId, day, 'r.superseded_at is null');

/** The same of the versions that tell of the day: `version` says of `r` whether it does. */
export const weighedPastSql = weighedOf;
