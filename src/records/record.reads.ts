import type { RecordAtHand } from '../access/policy.js';
import { isItself } from '../access/viewer.js';
import { Disclosure } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import type { Catalogue, Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { type Connection, connection, type Page, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { listOf, statement } from '../database/reads.js';
import { departments } from '../departments/department.reads.js';
import { type LegalEntity } from '../registry/legal-entity.entity.js';
import { authorised } from '../sharing/consent.reads.js';
import type { CreditRecord } from './credit-record.entity.js';
import { type Published, publicationOf, publicationOfPast } from './publication.rules.js';
import type { RecordFilter } from './record.inputs.js';
import { pastTexts, presentTexts, type RecordTexts } from './record-texts.js';
import { visibleItems } from './record-visibility.js';
import { tellLeftOut, wants } from './records-left-out.js';
import { type Moment, momentOf } from './validity.rules.js';

/** A record as the questions carry it: the row with its item and, where it is at hand, its entity. */
export interface RecordRow extends CreditRecord {
  /** Code of the entity it is about. */
  readonly uscc: string;
  readonly entity?: LegalEntity;
  item: Item;
  /** Whether its subject has authorised the viewer for the item. */
  readonly consented: boolean;
  /** Of a record that is shown as it was: how it stands now. */
  readonly standsNow?: Published & {
    /** Whether it still says what it said. */
    readonly same: boolean;
    /** Whether it was repaired, and the viewer learns no more than that. */
    readonly gated: boolean;
  };
}

/** The statements over records: those that are current, or those of a moment of the past. */
const statementsOf = (texts: RecordTexts, suffix: string) => ({
  byId: statement<RecordRow>(`recordsById${suffix}`, texts.byId),
  ofEntities: statement<RecordRow>(`recordsOfEntities${suffix}`, texts.ofEntities),
  ofEntitiesCount: statement<{ entityId: string; count: number }>(
    `recordsOfEntitiesCount${suffix}`,
    texts.ofEntitiesCount,
  ),
  listed: statement<RecordRow>(`recordsListed${suffix}`, texts.listed),
  listedCount: statement<{ count: number }>(`recordsListedCount${suffix}`, texts.listedCount),
});

const present = statementsOf(presentTexts, '');
const past = statementsOf(pastTexts, 'Past');

const at = (moment: Moment | null) => (moment === null ? present : past);

/** The first values of every statement that asks for what is `visible`: $1 to $7. */
export function visibility({ viewer, standing, today, reference }: Context): unknown[] {
  const { all, inForce, published, byConsent } = visibleItems(reference(catalogue), standing);
  const own = viewer.uscc ?? null;
  const grantee = authorised(viewer, reference);
  return [listOf(all), listOf(inForce), listOf(published), today, own, grantee, listOf(byConsent)];
}

/** Ids of the items of which records are asked for; most lists are asked whole. */
function itemsWanted(known: Catalogue, filter: RecordFilter): readonly string[] {
  const narrowed = Object.values(filter).some((condition) => condition != null);
  return narrowed ? known.items.filter((item) => wants(item, filter)).map(({ id }) => id) : known.ids;
}

function conditions({ reference }: Context, filter: RecordFilter): unknown[] {
  return [
    listOf(itemsWanted(reference(catalogue), filter)),
    filter.severity ?? null,
    filter.state ?? null,
    filter.determinedFrom ?? '-infinity',
    filter.determinedUntil ?? 'infinity',
  ];
}

/** What every statement over records is asked with; the moment, and what of it was repaired and is read all the same. */
export function asked(context: Context, filter: RecordFilter, moment: Moment | null): unknown[] {
  const values = [...visibility(context), ...conditions(context, filter)];
  if (moment === null) return values;
  const { repaired } = visibleItems(context.reference(catalogue), context.standing);
  return [...values, moment.asOf, moment.knownAt, listOf(repaired)];
}

const start = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
const keysOf = (record: RecordRow): string[] => [record.determinedOn, record.id];

function completed(context: Context, record: RecordRow, entity?: LegalEntity): RecordRow {
  const item = context.reference(catalogue).edition(record.itemId);
  record.item = item;
  // what is repaired has no number for those who learn no more than that it is
  record.title = record.number === '' ? item.title : `${item.title} ${record.number}`;
  record.polarity = item.polarity;
  record.provider = context.reference(departments).get(item.providerCode);
  return entity ? Object.assign(record, { entity, uscc: entity.uscc }) : record;
}

/** What decisions about the record's values know of it. */
export const atHandOf = (record: RecordRow, { today }: Context): RecordAtHand => ({
  publication: record.standsNow
    ? publicationOfPast(record.standsNow, record.standsNow.same, today)
    : publicationOf(record, today),
  consented: record.consented,
});

/** Enters into the readings that records were shown of which not everybody may know. */
function enter(context: Context, records: readonly RecordRow[]): void {
  for (const record of records) {
    if (isItself(context.viewer, record.uscc)) continue;
    const isPublic =
      record.item.disclosure === Disclosure.PUBLIC && atHandOf(record, context).publication === 'PUBLISHED';
    if (!isPublic) context.readings.record(record.entityId, record.item.code, record.id);
  }
}

type Path = Parameters<typeof tellLeftOut>[1];

/** The point in both times that a caller asks for; neither: now. */
export interface AskedTime {
  readonly asOf?: Day | null;
  readonly knownAt?: Date | null;
}

/** Cursors of one moment are of no use in another. */
const marked = ({ asOf, knownAt }: AskedTime): unknown[] => (asOf == null && knownAt == null ? [] : [asOf, knownAt]);

interface OfEntity {
  readonly entity: LegalEntity;
  readonly filter: RecordFilter;
  readonly moment: Moment | null;
  readonly page: Page;
}

/** Entities whose lists are asked alike go in one statement. */
const alike = ({ filter, page, moment }: OfEntity): string => JSON.stringify([filter, page.first, page.after, moment]);

const pageOfEntity = batch<Context, OfEntity, RecordRow[]>(
  async (context, wanted) => {
    const rows = new Map<OfEntity, RecordRow[]>();
    for (const group of Map.groupBy(wanted, alike).values()) {
      const { filter, page, moment } = group[0]!;
      const found = await context.reads.rows(at(moment).ofEntities, [
        ...asked(context, filter, moment),
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

const countedAlike = ({ filter, moment }: Omit<OfEntity, 'page'>): string => JSON.stringify([filter, moment]);

const countOfEntity = batch<Context, Omit<OfEntity, 'page'>, number>(
  async (context, wanted) => {
    const counts = new Map<unknown, number>();
    for (const group of Map.groupBy(wanted, countedAlike).values()) {
      const { filter, moment } = group[0]!;
      const found = await context.reads.rows(at(moment).ofEntitiesCount, [
        ...asked(context, filter, moment),
        group.map(({ entity }) => entity.id),
      ]);
      const byEntity = new Map(found.map(({ entityId, count }) => [entityId, count]));
      for (const one of group) counts.set(one, byEntity.get(one.entity.id) ?? 0);
    }
    return wanted.map((one) => counts.get(one)!);
  },
  (one) => one.entity.id + countedAlike(one),
);

/** The records of an entity that the viewer may know of, as they stand or as they stood, newest determination first. */
export async function recordsOfEntity(
  context: Context,
  path: Path,
  entity: LegalEntity,
  filter: RecordFilter,
  request: PageRequest,
  time: AskedTime = {},
): Promise<Connection<RecordRow>> {
  const moment = momentOf(time, context);
  const page = pageOf(request, 'entity.records', entity.id, filter, ...marked(time));
  const rows = await context.load(pageOfEntity, { entity, filter, moment, page });
  await tellLeftOut(context, path, filter, entity);
  for (const row of rows) completed(context, row, entity);
  const count = () => context.load(countOfEntity, { entity, filter, moment });
  return connection(page, rows, keysOf, count, (shown) => enter(context, shown));
}

/** The records that the viewer may know of, as they stand or as they stood, newest determination first. */
export async function recordsPage(
  context: Context,
  path: Path,
  filter: RecordFilter,
  request: PageRequest,
  time: AskedTime = {},
): Promise<Connection<RecordRow>> {
  const moment = momentOf(time, context);
  const page = pageOf(request, 'records', filter, ...marked(time));
  const values = asked(context, filter, moment);
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(at(moment).listed, [...values, ...(page.after ?? start), page.first + 1]),
    ({ uscc }) => uscc,
  );
  await tellLeftOut(context, path, filter);
  for (const row of rows) completed(context, row);
  const count = async () => (await context.reads.row(at(moment).listedCount, values))!.count;
  return connection(page, rows, keysOf, count, (shown) => enter(context, shown));
}

/** The record with an id, if there is one that the viewer may know of: otherwise null, whichever of the two it is. */
export const recordById = batch<Context, string, RecordRow | null>(async (context, ids) => {
  const rows = await context.reads.rows(present.byId, [...visibility(context), ids]);
  return found(context, ids, rows);
});

/** As `recordById`, after a deed of this very request has changed the record. */
export const changedRecord = async (context: Context, id: string): Promise<RecordRow | null> =>
  (await recordById.answer(context, [id]))[0]!;

/** The record with an id as it stood at a moment, as far as the viewer may know of it today. */
export const recordThen = batch<Context, { readonly id: string; readonly moment: Moment }, RecordRow | null>(
  async (context, wanted) => {
    const groups = [...Map.groupBy(wanted, ({ moment }) => JSON.stringify(moment)).values()];
    const rows = await Promise.all(
      groups.map(async (group) => {
        const ids = group.map(({ id }) => id);
        const values = [...asked(context, {}, group[0]!.moment), ids];
        const records = await found(context, ids, await context.reads.rows(past.byId, values));
        return group.map((one, i) => [one, records[i]!] as const);
      }),
    );
    const byKey = new Map(rows.flat());
    return wanted.map((one) => byKey.get(one) ?? null);
  },
  ({ id, moment }) => id + JSON.stringify(moment),
);

/** Charges, completes and enters the records that were found, and puts them in the order of their ids. */
async function found(
  context: Context,
  ids: readonly string[],
  rows: readonly RecordRow[],
): Promise<(RecordRow | null)[]> {
  await context.budget.spend(rows.map(({ uscc }) => uscc));
  for (const row of rows) completed(context, row);
  enter(context, rows);
  return inOrder(ids, rows, ({ id }) => id);
}
