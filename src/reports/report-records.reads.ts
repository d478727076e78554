import type { Context } from '../context.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import type { Moment } from '../records/validity.rules.js';
import type { Extent } from './report.words.js';

/** A record as a report tells it: the version that stands. */
export type TellableRecord = Pick<
  CreditRecord,
  | 'id'
  | 'version'
  | 'entityId'
  | 'itemId'
  | 'itemCode'
  | 'number'
  | 'severity'
  | 'state'
  | 'disputed'
  | 'naturalPerson'
  | 'determinedOn'
  | 'publicFrom'
  | 'publicUntil'
  | 'content'
>;

/** Whether the current version `r` of a record may be used on the day, as far as the extent goes; both are SQL. */
export const tellableSql = (extent: string, day: string): string => `r.superseded_at is null and r.state = 'EFFECTIVE'
  and coalesce(r.public_until >= ${day}, true) and (${extent} = 'IN_FORCE'
    or ${extent} = 'WITHOUT_MINOR' and (r.severity is distinct from 'MINOR' or r.public_from is not null)
    or ${extent} = 'PUBLISHED' and r.public_from <= ${day} and not r.natural_person)`;

// the version that told of the day as far as it was known: what was recorded later overrides what was recorded before
const covered = (version: string): string => `${version}.recorded_at <= $6::timestamptz
  and ${version}.valid_from <= $5::date and coalesce(${version}.valid_until >= $5::date, true)`;

const ofEntity = statement<TellableRecord>(
  'reportRecords',
  `select ${columns<TellableRecord>('r', [
    'id',
    'version',
    'entityId',
    'itemId',
    'itemCode',
    'number',
    'severity',
    'state',
    'disputed',
    'naturalPerson',
    'determinedOn',
    'publicFrom',
    'publicUntil',
    'content',
  ])}
   from credit_record r
   join unnest(${asGiven('$2::uuid[]')}, ${asGiven('$3::text[]')}) told (item_id, extent) on told.item_id = r.item_id
   where r.entity_id = $1 and ${tellableSql('told.extent', '$4::date')}
     and ($5::date is null or r.determined_on <= $5 and exists (
       select from credit_record past where past.id = r.id and past.state = 'EFFECTIVE' and ${covered('past')}
         and not exists (select from credit_record later
           where later.id = past.id and later.version > past.version and ${covered('later')})))
   order by r.determined_on desc, r.id desc limit $7`,
);

/**
 * The records of an entity that a report tells, newest determination first, in the version that stands today. Of a moment
 * of the past those that were in force by what was known then, and still may be used: what was repaired, withdrawn or has
 * ended since is no longer told, whichever day is asked.
 *
 * @param extents what of each edition of an item, by its id
 * @param most one more comes when there are more
 */
export const tellableRecords = (
  { reads, today }: Pick<Context, 'reads' | 'today'>,
  entityId: string,
  extents: ReadonlyMap<string, Extent>,
  moment: Moment | null,
  most: number,
): Promise<TellableRecord[]> =>
  reads.rows(ofEntity, [
    entityId,
    [...extents.keys()],
    [...extents.values()],
    today,
    moment?.asOf ?? null,
    moment?.knownAt ?? null,
    most + 1,
  ]);
