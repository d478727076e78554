import type { RecordAtHand } from '../access/policy.js';
import { isItself } from '../access/viewer.js';
import { Disclosure, Role, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { type Connection, connection, type Page, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { departments } from '../departments/department.reads.js';
import { EntityKind, type LegalEntity } from '../registry/legal-entity.entity.js';
import { authorised, consentedItems } from '../sharing/consent.reads.js';
import type { CreditRecord } from './credit-record.entity.js';
import { publicationOf } from './publication.rules.js';
import type { RecordFilter } from './record.inputs.js';
import { visibleItems } from './record-visibility.js';

/** A record as the questions carry it: the row with its item and, where it is at hand, its entity. */
export interface RecordRow extends CreditRecord {
  /** Code of the entity it is about. */
  readonly uscc: string;
  readonly entity?: LegalEntity;
  item: Item;
  /** Whether its subject has authorised the viewer for the item. */
  readonly consented: boolean;
}

// Whether the subject has authorised the viewer, $6, if anybody has
const consentOf = `select from consent c where c.entity_id = r.entity_id and c.grantee = $6 and c.withdrawn_at is null
  and c.valid_from <= $4::date and c.valid_until >= $4::date and r.item_code = any(c.items)`;

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
  $6::text is not null and exists (${consentOf}) as consented`;

// Whether the viewer may know of the record. It stands in every statement over records, so that counting, paging, sorting
// and filtering betray nothing. $1 items of which all, $2 in force, $3 published, $7 by consent are visible; $4 today; $5 own code
const visible = `r.superseded_at is null and (
  r.item_id = any($1::uuid[])
  or r.state = 'EFFECTIVE' and r.item_id = any($2::uuid[])
  or r.state = 'EFFECTIVE' and r.item_id = any($3::uuid[]) and not r.natural_person
     and r.public_from <= $4::date and (r.public_until is null or r.public_until >= $4::date)
  or $6::text is not null and r.state = 'EFFECTIVE' and r.item_id = any($7::uuid[]) and exists (${consentOf})
  or r.entity_id = (select own.id from legal_entity own where own.uscc = $5::text)
)`;

// $8 items, $9 severity, $10 state, $11 determined from, $12 until
const filtered = `r.item_id = any($8::uuid[]) and ($9::text is null or r.severity = $9)
  and ($10::text is null or $10 = case when r.state = 'EFFECTIVE' and r.public_until < $4 then 'EXPIRED' else r.state end)
  and r.determined_on >= $11::date and r.determined_on <= $12::date`;

// $13, $14 the row after which the page begins; newest first
const following = `(r.determined_on, r.id) < ($13::date, $14::uuid) order by r.determined_on desc, r.id desc limit $15`;

const byId = statement<RecordRow>(
  'recordsById',
  `select ${recordColumns}, e.uscc from credit_record r join legal_entity e on e.id = r.entity_id
   where r.id = any($8::uuid[]) and ${visible}`,
);

const ofEntities = statement<RecordRow>(
  'recordsOfEntities',
  `select r.* from unnest(${asGiven('$16::uuid[]')}) parent (id) cross join lateral (
     select ${recordColumns} from credit_record r where r.entity_id = parent.id and ${visible} and ${filtered} and ${following}
   ) r`,
);

const ofEntitiesCount = statement<{ entityId: string; count: number }>(
  'recordsOfEntitiesCount',
  `select r.entity_id as "entityId", count(*)::int as count from credit_record r
   where r.entity_id = any($13::uuid[]) and ${visible} and ${filtered} group by r.entity_id`,
);

const listed = statement<RecordRow>(
  'recordsListed',
  `select r.*, e.uscc from (select ${recordColumns} from credit_record r where ${visible} and ${filtered} and ${following}) r
   join legal_entity e on e.id = r."entityId" order by r."determinedOn" desc, r.id desc`,
);

const listedCount = statement<{ count: number }>(
  'recordsListedCount',
  `select count(*)::int as count from credit_record r where ${visible} and ${filtered}`,
);

function visibility({ viewer, standing, today, reference }: Context): unknown[] {
  const { all, inForce, published, byConsent } = visibleItems(reference(catalogue), standing);
  return [all, inForce, published, today, viewer.uscc ?? null, authorised(viewer, reference), byConsent];
}

const wants = (item: Item, filter: RecordFilter): boolean =>
  (filter.item == null || item.code === filter.item) &&
  (filter.class == null || item.class === filter.class) &&
  (filter.provider == null || item.providerCode === filter.provider) &&
  (filter.polarity == null || item.polarity === filter.polarity);

function conditions({ reference }: Context, filter: RecordFilter): unknown[] {
  return [
    reference(catalogue)
      .items.filter((item) => wants(item, filter))
      .map(({ id }) => id),
    filter.severity ?? null,
    filter.state ?? null,
    filter.determinedFrom ?? '-infinity',
    filter.determinedUntil ?? 'infinity',
  ];
}

const start = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
const keysOf = (record: RecordRow): string[] => [record.determinedOn, record.id];

function completed(context: Context, record: RecordRow, entity?: LegalEntity): RecordRow {
  const item = context.reference(catalogue).edition(record.itemId);
  record.item = item;
  record.title = `${item.title} ${record.number}`;
  record.polarity = item.polarity;
  record.provider = context.reference(departments).get(item.providerCode);
  return entity ? Object.assign(record, { entity, uscc: entity.uscc }) : record;
}

/** What decisions about the record's values know of it. */
export const atHandOf = (record: RecordRow, { today }: Context): RecordAtHand => ({
  publication: publicationOf(record, today),
  consented: record.consented,
});

/** Enters into the readings that records were shown of which not everybody may know. */
function enter(context: Context, records: readonly RecordRow[]): void {
  for (const record of records) {
    if (isItself(context.viewer, record.uscc)) continue;
    const isPublic =
      record.item.disclosure === Disclosure.PUBLIC && publicationOf(record, context.today) === 'PUBLISHED';
    if (!isPublic) context.readings.record(record.entityId, record.item.code, record.id);
  }
}

type Path = Parameters<Context['withheld']['addRows']>[0];

/** Says what a list leaves out, whether or not there is any: of the items that were asked for. */
async function tellLeftOut(context: Context, path: Path, filter: RecordFilter, entity?: LegalEntity): Promise<void> {
  const { viewer, standing, withheld, reference } = context;
  if (entity && isItself(viewer, entity.uscc)) return;
  const consented = entity && authorised(viewer, reference) ? await context.load(consentedItems, entity.id) : [];
  const known = reference(catalogue);
  // most lists are asked whole
  const narrowed = Object.values(filter).some((condition) => condition != null);
  const wanted = narrowed && new Set(known.items.filter((item) => wants(item, filter)).map(({ code }) => code));
  for (const [reason, items] of visibleItems(known, standing).leftOut) {
    // a consent makes known what only its lack left out
    const opened = reason === WithheldReason.CONSENT_MISSING ? consented : [];
    const told =
      wanted || opened.length > 0
        ? items.filter((code) => (!wanted || wanted.has(code)) && !opened.includes(code))
        : items;
    if (told.length > 0) withheld.addRows(path, reason, told);
  }
  const outside = viewer.role === Role.PUBLIC || viewer.role === Role.ENTERPRISE || viewer.role === Role.ADMINISTRATOR;
  if (outside && entity?.kind === EntityKind.SOLE_TRADER) withheld.addRows(path, WithheldReason.NATURAL_PERSON);
}

interface OfEntity {
  readonly entity: LegalEntity;
  readonly filter: RecordFilter;
  readonly page: Page;
}

/** Entities whose lists are asked alike go in one statement. */
const alike = ({ filter, page }: OfEntity): string => JSON.stringify([filter, page.first, page.after]);

const pageOfEntity = batch<Context, OfEntity, RecordRow[]>(
  async (context, wanted) => {
    const rows = new Map<OfEntity, RecordRow[]>();
    for (const group of Map.groupBy(wanted, alike).values()) {
      const { filter, page } = group[0]!;
      const found = await context.reads.rows(ofEntities, [
        ...visibility(context),
        ...conditions(context, filter),
        ...(page.after ?? start),
        page.first + 1,
        group.map(({ entity }) => entity.id),
      ]);
      const byEntity = Map.groupBy(found, ({ entityId }) => entityId);
      for (const one of group) rows.set(one, byEntity.get(one.entity.id) ?? []);
    }
    return wanted.map((one) => rows.get(one)!);
  },
  (one) => one.entity.id + alike(one),
);

const countOfEntity = batch<Context, Omit<OfEntity, 'page'>, number>(
  async (context, wanted) => {
    const counts = new Map<unknown, number>();
    for (const group of Map.groupBy(wanted, ({ filter }) => JSON.stringify(filter)).values()) {
      const found = await context.reads.rows(ofEntitiesCount, [
        ...visibility(context),
        ...conditions(context, group[0]!.filter),
        group.map(({ entity }) => entity.id),
      ]);
      const byEntity = new Map(found.map(({ entityId, count }) => [entityId, count]));
      for (const one of group) counts.set(one, byEntity.get(one.entity.id) ?? 0);
    }
    return wanted.map((one) => counts.get(one)!);
  },
  ({ entity, filter }) => entity.id + JSON.stringify(filter),
);

/** The records of an entity that the viewer may know of, newest determination first. */
export async function recordsOfEntity(
  context: Context,
  path: Path,
  entity: LegalEntity,
  filter: RecordFilter,
  request: PageRequest,
): Promise<Connection<RecordRow>> {
  const page = pageOf(request, 'entity.records', entity.id, filter);
  const rows = await context.load(pageOfEntity, { entity, filter, page });
  await tellLeftOut(context, path, filter, entity);
  for (const row of rows) completed(context, row, entity);
  const count = () => context.load(countOfEntity, { entity, filter });
  return connection(page, rows, keysOf, count, (shown) => enter(context, shown));
}

/** The records that the viewer may know of, newest determination first. */
export async function recordsPage(
  context: Context,
  path: Path,
  filter: RecordFilter,
  request: PageRequest,
): Promise<Connection<RecordRow>> {
  const page = pageOf(request, 'records', filter);
  const asked = [...visibility(context), ...conditions(context, filter)];
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(listed, [...asked, ...(page.after ?? start), page.first + 1]),
    ({ uscc }) => uscc,
  );
  await tellLeftOut(context, path, filter);
  for (const row of rows) completed(context, row);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, keysOf, count, (shown) => enter(context, shown));
}

/** The record with an id, if there is one that the viewer may know of: otherwise null, whichever of the two it is. */
export const recordById = batch<Context, string, RecordRow | null>(async (context, ids) => {
  const rows = await context.reads.rows(byId, [...visibility(context), ids]);
  await context.budget.spend(rows.map(({ uscc }) => uscc));
  for (const row of rows) completed(context, row);
  enter(context, rows);
  return inOrder(ids, rows, ({ id }) => id);
});
