import { SharingAttribute } from '../access/words.js';
import { RecordState } from './credit-record.entity.js';

/**
 * SQL: whether a version is the current one and in force on a day; adverse records are used no longer than they are published
 * (NDRC Order 36, art. 3).
 *
 * @param alias of `credit_record`
 * @param day an expression of type date
 */
export const recordInForceSql = (alias: string, day: string): string =>
  `(${alias}.superseded_at is null and ${alias}.state = '${RecordState.EFFECTIVE}' and coalesce(${alias}.public_until >= ${day}, true))`;

/**
 * SQL: whether a general or serious record of an entity is in force on a day, which takes what trust has earned. What departments
 * may not share decides nothing (State Council Order 809, arts 14-15): what is lost in public would betray it.
 *
 * @param entityId an expression of the entity's id
 * @param day an expression of type date
 */
export const graveInForceSql = (entityId: string, day: string): string =>
  `exists (select from credit_record grave join catalogue_item source on source.id = grave.item_id
    where grave.entity_id = ${entityId} and grave.severity in ('GENERAL', 'SERIOUS')
      and source.sharing <> '${SharingAttribute.NONE}' and ${recordInForceSql('grave', day)})`;
