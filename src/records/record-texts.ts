import { asGiven, columns } from '../database/reads.js';
import type { CreditRecord } from './credit-record.entity.js';

/** The texts of the statements over records. */
export interface RecordTexts {
  readonly byId: string;
  readonly ofEntities: string;
  readonly ofEntitiesCount: string;
  readonly listed: string;
  readonly listedCount: string;
  readonly ofEntitiesTally: string;
}

// In all of them: $1 items of which all, $2 in force, $3 published, $7 by consent are visible; $4 today; $5 own code;
// $6 as whom the viewer may have been authorised; $8 items, $9 severity, $10 state, $11 determined from, $12 until.
// Of the past: $13 the day, $14 the instant, $15 items of which what was repaired is read as it was.

/** Where a statement has what decides whether somebody may know of a record: parameters, or columns of what it joins. */
export interface Knower {
  /** Ids of the items (uuid[]) of which all records are known; of which those in force; those published; those by consent. */
  readonly all: string;
  readonly inForce: string;
  readonly published: string;
  readonly byConsent: string;
  /** The legal day (date). */
  readonly today: string;
  /** Code of the entity that asks; null: none does. */
  readonly own: string;
  /** As whom the one who asks may have been authorised; null: nobody has. */
  readonly grantee: string;
}

const viewer: Knower = {
  ...{ all: '$1::uuid[]', inForce: '$2::uuid[]', published: '$3::uuid[]', byConsent: '$7::uuid[]' },
  ...{ today: '$4::date', own: '$5::text', grantee: '$6::text' },
};

// Whether the subject has authorised the viewer, if anybody has
const consentTo = ({ grantee, today }: Knower): string =>
  `select from consent c where c.entity_id = r.entity_id and c.grantee = ${grantee} and c.withdrawn_at is null
  and c.valid_from <= ${today} and c.valid_until >= ${today} and r.item_code = any(c.items)`;
const consentOf = consentTo(viewer);

const consented = `$6::text is not null and exists (${consentOf})`;

const ownOf = (code: string): string => `(select own.id from legal_entity own where own.uscc = ${code})`;
const own = ownOf(viewer.own);

const stateNow = `case when r.state = 'EFFECTIVE' and r.public_until < $4 then 'EXPIRED' else r.state end`;

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
])}, ${stateNow} as state,
  ${consented} as consented`;

// Whether a version is published on a day, as far as the record goes
const publishedOn = (
  version: string,
  day: string,
): string => `${version}.state = 'EFFECTIVE' and not ${version}.natural_person
     and ${version}.public_from <= ${day} and (${version}.public_until is null or ${version}.public_until >= ${day})`;

const published = (version: string): string => publishedOn(version, viewer.today);

/**
 * Whether somebody may know of the current version `r` of a record. It stands in every statement over records, so that
 * counting, paging, sorting and filtering betray nothing.
 */
export const recordKnownTo = (knower: Knower): string => `r.superseded_at is null and (
  r.item_id = any(${knower.all})
  or r.state = 'EFFECTIVE' and r.item_id = any(${knower.inForce})
  or r.item_id = any(${knower.published}) and ${publishedOn('r', knower.today)}
  or ${knower.grantee} is not null and r.state = 'EFFECTIVE' and r.item_id = any(${knower.byConsent}) and exists (${consentTo(knower)})
  or r.entity_id = ${ownOf(knower.own)}
)`;

/** The same of the viewer of a request; $1 to $7 are what `visibility` says. */
const visible = recordKnownTo(viewer);

/**
 * What `visibility` says, $1 to $7, as one row: for statements of other rooms in which records are one part of many. The planner does
 * not look into it, or it would take the values for cheaper than any generic plan and plan such a statement anew each time.
 */
export const visibilityAsked = `(select $1::uuid[] as p1, $2::uuid[] as p2, $3::uuid[] as p3, $4::date as p4, $5::text as p5,
  $6::text as p6, $7::uuid[] as p7 offset 0) asked`;

/** Whether the viewer may know of the record `r`, beside `visibilityAsked`. */
export const visibleAsked = recordKnownTo({
  ...{ all: 'asked.p1', inForce: 'asked.p2', published: 'asked.p3', byConsent: 'asked.p7' },
  ...{ today: 'asked.p4', own: 'asked.p5', grantee: 'asked.p6' },
});

const filtered = `r.item_id = any($8::uuid[]) and ($9::text is null or r.severity = $9)
  and ($10::text is null or $10 = ${stateNow})
  and r.determined_on >= $11::date and r.determined_on <= $12::date`;

/** How a tally tells records apart. */
interface Told {
  /** The state. */
  readonly state: string;
  readonly severity: string;
  readonly disputed: string;
  /** Whether it is published today. */
  readonly published: string;
  readonly content: string;
}

/** The newest records of a line of a tally that it cites. */
export const mostCited = 20;

/**
 * How many records of an entity stand how, item by item. `$n + 1` says what is told of their values: by the id of the item the
 * keys of two fields, one by which records are told apart and one whose amounts are added up (with what they are multiplied
 * by, to be yuan), of records that are published and of those that are not. `$n + 2` are the items that are public.
 */
function tallyOf(told: Told, table: string, mayKnow: string, asked: string, n: number): string {
  const saidOf = (what: string): string =>
    `(${told.content}) ->> ($${n + 1}::jsonb -> r.item_id::text -> (case when ${told.published} then 0 else 1 end) ->> '${what}')`;
  const factor = `($${n + 1}::jsonb -> r.item_id::text -> 0 ->> 'factor')::numeric`;
  const newest = (what: string): string => `(array_agg(t.${what} order by t.day desc, t.id desc))[1:${mostCited}]`;
  return `select t."entityId", t."itemId", t.state, t.severity, t.said, count(*)::int as count,
      (count(*) filter (where t.disputed))::int as disputed, ${newest('id')} as ids, ${newest('day')} as days,
      coalesce(array_agg(t.id) filter (where not t.open), '{}') as hidden,
      (sum(t.amount) filter (where t.state = 'EFFECTIVE'))::numeric(20,2)::text as sum
    from (
      select r.entity_id as "entityId", r.item_id as "itemId", r.id, r.determined_on::text as day, ${told.state} as state,
        ${told.severity} as severity, ${told.disputed} as disputed, ${saidOf('said')} as said,
        (${saidOf('amount')})::numeric * ${factor} as amount,
        ${told.published} and r.item_id = any($${n + 2}::uuid[]) as open
      from ${table} where r.entity_id = any($${n}::uuid[]) and ${mayKnow} and ${asked}
    ) t group by t."entityId", t."itemId", t.state, t.severity, t.said`;
}

/** The statements, newest determination first: what they show, of what, under which conditions; `$n` the next parameter. */
function textsOf(shown: string, told: Told, table: string, mayKnow: string, asked: string, n: number): RecordTexts {
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
    ofEntitiesTally: tallyOf(told, table, mayKnow, asked, n),
  };
}

const toldNow: Told = {
  state: stateNow,
  severity: 'r.severity',
  disputed: 'r.disputed',
  published: `(${published('r')})`,
  content: 'r.content',
};

/** Records as they stand. */
export const presentTexts: RecordTexts = {
  ...textsOf(recordColumns, toldNow, 'credit_record r', visible, filtered, 13),
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
  or now.item_id = any($3::uuid[]) and ${published('now')} and p.same
  or $6::text is not null and now.state = 'EFFECTIVE' and now.item_id = any($7::uuid[]) and exists (${consentOf}) and p.same
  or now.entity_id = ${own}
)`;

/**
 * Whether the version `r` tells of a day, as far as was known at an instant: what was recorded later overrides what was
 * recorded before.
 */
export function appliesOn(day: string, knownAt: string): string {
  const covers = (version: string): string => `${version}.recorded_at <= ${knownAt}
  and ${version}.valid_from <= ${day} and (${version}.valid_until is null or ${version}.valid_until >= ${day})`;
  return `r.determined_on <= ${day} and ${covers('r')} and not exists (
  select from credit_record later where later.id = r.id and later.version > r.version and ${covers('later')})`;
}

const applies = appliesOn('$13::date', '$14::timestamptz');

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

const toldThen: Told = {
  state: stateThen,
  severity: openly('severity'),
  disputed: 'not p.gated and r.disputed',
  published: `(${published('now')} and p.same)`,
  content: openly('content'),
};

/** Records as they stood at a moment. */
export const pastTexts: RecordTexts = textsOf(
  pastColumns,
  toldThen,
  pastTable,
  `${applies} and ${visiblePast}`,
  filteredPast,
  16,
);
