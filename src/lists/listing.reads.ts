import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { RecordState } from '../records/credit-record.entity.js';
import { graveInForceSql } from '../records/record-in-force.js';
import { EntityKind, type EntityStatus } from '../registry/legal-entity.entity.js';
import { caseColumns } from '../workflow/case.reads.js';
import { ListKind, ListRemoval, ListStanding } from './list.words.js';
import type { ListEntry } from './list-entry.entity.js';
import type { ListEntryFilter } from './listing.inputs.js';
import { knowsAll, type Subject } from './listing.rules.js';
import { announcedStates, ListingState, openStates } from './listing.states.js';

const words = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

/**
 * In SQL: why an entry `l` with the current version `r` of its record stands no longer on a day; null: it does, or it was not
 * entered. A record that was found void is told as such, whoever withdrew it.
 */
export const removedForSql = (day: string): string => `case
    when l.record_id is null then null
    when r.state = '${RecordState.WITHDRAWN}' then
      case l.state when '${ListingState.LOST}' then '${ListRemoval.ADVERSE_RECORD}' else '${ListRemoval.REVOKED}' end
    when r.state = '${RecordState.REPAIRED}' then '${ListRemoval.REPAIRED}'
    when r.stopped_on <= ${day} then '${ListRemoval.PUBLICITY_STOPPED}'
    when r.state = '${RecordState.EXPIRED}' or r.public_until < ${day} then '${ListRemoval.EXPIRED}'
    when l.kind = '${ListKind.RED}' and ${graveInForceSql('l.entity_id', day)} then '${ListRemoval.ADVERSE_RECORD}'
  end`;

const entryColumns = `${columns<ListEntry>('l', [
  ...caseColumns,
  ...(['state', 'listId', 'listCode', 'kind', 'departmentCode', 'proposerCode', 'proposedBy', 'entityId'] as const),
  ...(['uscc', 'facts', 'basis', 'ground', 'decisionNumber', 'sourceRecordId', 'statement', 'objections'] as const),
  'recordId',
])}, r.determined_on as "enteredOn", r.public_until as "until", x.removed_for as "removedFor",
  case when l.record_id is null then null when x.removed_for is null then '${ListStanding.ON_LIST}'
    else '${ListStanding.REMOVED}' end as standing`;

// $4 today
const entries = `list_entry l join legal_entity e on e.id = l.entity_id
  left join credit_record r on r.id = l.record_id and r.superseded_at is null
  cross join lateral (select ${removedForSql('$4::date')} as removed_for) x`;

// What anybody may see: red listings that are announced, and what is on a list as far as its record is public. Of natural
// persons, as sole traders are, nothing is.
const everybodys = `e.kind <> '${EntityKind.SOLE_TRADER}' and (
  l.kind = '${ListKind.RED}' and l.state in (${words(announcedStates)})
  or l.state = '${ListingState.ENTERED}' and x.removed_for is null and not r.natural_person and r.public_from <= $4::date)`;

// Whoever objected learns what became of it.
const objectedTo = `l.objections @> jsonb_build_array(
  jsonb_build_object('by', coalesce('DEPARTMENT:' || $2::text, 'ENTERPRISE:' || $3::text)))`;

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = `($1::boolean or l.department_code = $2::text or l.proposer_code = $2 or l.uscc = $3::text or ${everybodys}
  or ${objectedTo})`;

const byId = statement<ListEntry>(
  'listEntryById',
  `select ${entryColumns} from ${entries} where (l.id = $5::uuid or l.number = $6::text) and ${visible}`,
);

// $5 list, $6 kind, $7 state, $8 code of the entity, $9 whether it stands
const filtered = `($5::text is null or l.list_code = $5) and ($6::text is null or l.kind = $6)
  and ($7::text is null or l.state = $7) and ($8::text is null or l.uscc = $8)
  and ($9::boolean is null or $9 = (l.record_id is not null and x.removed_for is null))`;

const listed = statement<ListEntry>(
  'listEntriesListed',
  `select ${entryColumns} from ${entries} where ${visible} and ${filtered} and l.id < $10::uuid
   order by l.id desc limit $11`,
);

const listedCount = statement<{ count: number }>(
  'listEntriesListedCount',
  `select count(*)::int as count from ${entries} where ${visible} and ${filtered}`,
);

const ofEntities = statement<ListEntry>(
  'listEntriesOfEntities',
  `select ${entryColumns} from ${entries} where l.entity_id = any(${asGiven('$5::uuid[]')}) and ${visible}
     and (l.state in (${words(openStates)}) or l.state = '${ListingState.ENTERED}' and x.removed_for is null)
   order by l.id desc`,
);

const visibility = ({ viewer, today }: Context): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
  today,
];

/** A listing by its id or its number, if it exists for the viewer. */
export async function listEntryBy(context: Context, idOrNumber: string): Promise<ListEntry | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  const found = await context.reads.row(byId, [...visibility(context), id, idOrNumber]);
  if (found) await context.budget.spend([found.uscc]);
  return found ?? null;
}

/** The listings that exist for the viewer, newest first. */
export async function listEntriesPage(
  context: Context,
  filter: ListEntryFilter,
  request: PageRequest,
): Promise<Connection<ListEntry>> {
  const page = pageOf(request, 'listEntries', filter);
  const { list = null, kind = null, state = null, uscc = null, onList = null } = filter;
  if (uscc !== null) await context.budget.spend([uscc]);
  const asked = [...visibility(context), list, kind, state, uscc, onList];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(listed, [...asked, after, page.first + 1]),
    (entry) => entry.uscc,
  );
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/**
 * The lists on which entities stand, and those for which they are proposed, by the id of the entity: no more than a few, since
 * an entity is once on a list.
 */
export const listingsOfEntity = batch<Context, string, ListEntry[]>(async (context, ids) => {
  const rows = await context.reads.rows(ofEntities, [...visibility(context), ids]);
  const byEntity = Map.groupBy(rows, ({ entityId }) => entityId);
  return ids.map((id) => byEntity.get(id) ?? []);
});

const subjects = statement<{ id: string; kind: EntityKind; status: EntityStatus; adverse: boolean }>(
  'listingSubjects',
  `select e.id, e.kind, e.status, ${graveInForceSql('e.id', '$2::date')} as adverse
   from legal_entity e where e.id = any(${asGiven('$1::uuid[]')})`,
);

/** How the entity of a listing stands, by its id, for the steps that a portal offers. */
export const subjectOfListing = batch<Context, string, Subject>(async ({ reads, today }, ids) => {
  const rows = new Map((await reads.rows(subjects, [ids, today])).map((row) => [row.id, row]));
  return ids.map((id) => ({ entity: rows.get(id)!, adverse: rows.get(id)!.adverse }));
});
