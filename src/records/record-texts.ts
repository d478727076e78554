import { asGiven, columns } from '../database/reads.js';
import type { CreditRecord } from './credit-record.entity.js';

/** The texts of the statements over records. */
export interface RecordTexts {
  readonly byId: string;
  readonly ofEntities: string;
  readonly ofEntitiesCount: string;
  readonly listed: string;
  readonly listedCount: string;
}

// In all of them: $1 items of which all, $2 in force, $3 published, $7 by consent are visible; $4 today; $5 own code;
// $6 as whom the viewer may have been authorised; $8 items, $9 severity, $10 state, $11 determined from, $12 until.
// Of the past: $13 the day, $14 the instant, $15 items of which what was repaired is read as it was.

// Whether the subject has authorised the viewer, $6, if anybody has
const consentOf = `select from consent c where c.entity_id = r.entity_id and c.grantee = $6 and c.withdrawn_at is null
  and c.valid_from <= $4::date and c.valid_until >= $4::date and r.item_code = any(c.items)`;

const consented = `$6::text is not null and exists (${consentOf})`;

const own = '(select own.id from legal_entity own where own.uscc = $5::text)';

const recordColumns = `${columns<CreditRecord>('r', [
  'id',
  'entityId',
  'itemId',
  'number',
  'severity',
  'disputed',
  'naturalPerson',
  'determinedOn',
  'publicFrom',
  'publicUntil',
  'content',
])}, case when r.state = 'EFFECTIVE' and r.public_until < $4 then 'EXPIRED' else r.state end as state,
  ${consented} as consented`;

// Whether the viewer may know of the record. It stands in every statement over records, so that counting, paging, sorting
// and filtering betray nothing.
const visible = `r.superseded_at is null and (
  r.item_id = any($1::uuid[])
  or r.state = 'EFFECTIVE' and r.item_id = any($2::uuid[])
  or r.state = 'EFFECTIVE' and r.item_id = any($3::uuid[]) and not r.natural_person
     and r.public_from <= $4::date and (r.public_until is null or r.public_until >= $4::date)
  or $6::text is not null and r.state = 'EFFECTIVE' and r.item_id = any($7::uuid[]) and exists (${consentOf})
  or r.entity_id = ${own}
)`;

/**
 * What `visibility` says, $1 to $7, as one row: for statements of other rooms in which records are one part of many. The planner does
 * not look into it, or it would take the values for cheaper than any generic plan and plan such a statement anew each time.
 */
export const visibilityAsked = `(select $1::uuid[] as p1, $2::uuid[] as p2, $3::uuid[] as p3, $4::date as p4, $5::text as p5,
  $6::text as p6, $7::uuid[] as p7 offset 0) asked`;

/** Whether the viewer may know of the record `r`, beside `visibilityAsked`. */
export const visibleAsked = visible.replace(/\$(\d)/g, 'asked.p$1');

const filtered = `r.item_id = any($8::uuid[]) and ($9::text is null or r.severity = $9)
  and ($10::text is null or $10 = case when r.state = 'EFFECTIVE' and r.public_until < $4 then 'EXPIRED' else r.state end)
  and r.determined_on >= $11::date and r.determined_on <= $12::date`;

/** The statements, newest determination first: what they show, of what, under which conditions; `$n` the next parameter. */
function textsOf(shown: string, table: string, mayKnow: string, asked: string, n: number): RecordTexts {
  // the row after which the page begins, and its length
  const following = `(r.determined_on, r.id) < ($${n}::date, $${n + 1}::uuid)
    order by r.determined_on desc, r.id desc limit $${n + 2}`;
  return {
    byId: `select ${shown}, e.uscc from ${table} join legal_entity e on e.id = r.entity_id
      where r.id = any($${n}::uuid[]) and ${mayKnow} and ${asked}`,
    ofEntities: `select r.* from unnest(${asGiven(`$${n + 3}::uuid[]`)}) parent (id) cross join lateral (
      select ${shown} from ${table} where r.entity_id = parent.id and ${mayKnow} and ${asked} and ${following}
    ) r`,
    ofEntitiesCount: `select r.entity_id as "entityId", count(*)::int as count from ${table}
      where r.entity_id = any($${n}::uuid[]) and ${mayKnow} and ${asked} group by r.entity_id`,
    listed: `select r.*, e.uscc from (select ${shown} from ${table} where ${mayKnow} and ${asked} and ${following}) r
      join legal_entity e on e.id = r."entityId" order by r."determinedOn" desc, r.id desc`,
    listedCount: `select count(*)::int as count from ${table} where ${mayKnow} and ${asked}`,
  };
}

/** Records as they stand. */
export const presentTexts: RecordTexts = {
  ...textsOf(recordColumns, 'credit_record r', visible, filtered, 13),
  // by their ids, $8, they are asked for without a filter
  byId: `select ${recordColumns}, e.uscc from credit_record r join legal_entity e on e.id = r.entity_id
    where r.id = any($8::uuid[]) and ${visible}`,
};

// A record's past is seen by whoever may know of it now, `now` being its current version. What was repaired is known to have
// been by whoever knew of it in force, and read by few; of what is published, and of what is known by consent, only a past
// that says what the present says.
const same = '(r.item_id = now.item_id and r.number = now.number and r.content = now.content)';

const gated = `(now.state = 'REPAIRED' and not (r.item_id = any($15::uuid[]) or r.entity_id is not distinct from ${own}))`;

const pastTable = `credit_record r join credit_record now on now.id = r.id and now.superseded_at is null
  cross join lateral (select ${gated} as gated, ${same} as same) p`;

const visiblePast = `(
  now.item_id = any($1::uuid[])
  or now.state in ('EFFECTIVE', 'REPAIRED') and now.item_id = any($2::uuid[])
  or now.state = 'EFFECTIVE' and now.item_id = any($3::uuid[]) and not now.natural_person
     and now.public_from <= $4::date and (now.public_until is null or now.public_until >= $4::date) and p.same
  or $6::text is not null and now.state = 'EFFECTIVE' and now.item_id = any($7::uuid[]) and exists (${consentOf}) and p.same
  or now.entity_id = ${own}
)`;

const covers = (version: string): string => `${version}.recorded_at <= $14::timestamptz
  and ${version}.valid_from <= $13::date and (${version}.valid_until is null or ${version}.valid_until >= $13::date)`;

// the version that tells of the day, as far as it was known: what was recorded later overrides what was recorded before
const applies = `r.determined_on <= $13::date and ${covers('r')} and not exists (
  select from credit_record later where later.id = r.id and later.version > r.version and ${covers('later')})`;

const stateThen = `case when p.gated then 'REPAIRED' when r.state = 'EFFECTIVE' and r.public_until < $13 then 'EXPIRED'
  else r.state end`;

const openly = (column: string): string => `case when not p.gated then r.${column} end`;

const pastColumns = `${columns<CreditRecord>('r', ['id', 'entityId', 'itemId', 'determinedOn'])},
  case when p.gated then '' else r.number end as number, ${openly('severity')} as severity,
  not p.gated and r.disputed as disputed, now.natural_person as "naturalPerson",
  ${openly('public_from')} as "publicFrom", ${openly('public_until')} as "publicUntil",
  case when p.gated then '{}'::jsonb else r.content end as content, ${stateThen} as state, ${consented} as consented,
  jsonb_build_object('state', now.state, 'naturalPerson', now.natural_person, 'publicFrom', now.public_from,
    'publicUntil', now.public_until, 'same', p.same, 'gated', p.gated) as "standsNow"`;

const filteredPast = `r.item_id = any($8::uuid[]) and ($9::text is null or ${openly('severity')} = $9)
  and ($10::text is null or $10 = ${stateThen}) and r.determined_on >= $11::date and r.determined_on <= $12::date`;

/** Records as they stood at a moment. */
export const pastTexts: RecordTexts = textsOf(
  pastColumns,
  pastTable,
  `${applies} and ${visiblePast}`,
  filteredPast,
  16,
);
