import { Role } from '../access/words.js';
import type { ShownFields } from '../audit/reading-entry.entity.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, statement } from '../database/reads.js';
import type { ReadField, Reading, ReadPart } from './reading.js';

type Row = Omit<Reading, 'shown'> & { readonly shown: readonly ShownFields[] };

const readingColumns = `r.id, r.at, r.role, r.on_behalf_of as "onBehalfOf", r.purpose, r.case_number as "caseNumber",
  r.actor, r.shown, r.entity_id as "entityId"`;

// Whether the entity may know of it yet. It stands in every statement that answers an entity, so that counting and paging
// do not betray an investigation. $1 whether the viewer is the supervisor, $2 today
const told = `($1::boolean or r.role <> 'SUPERVISOR' or not exists (
  select from reading_deferral d where d.case_number = r.case_number and d.until >= $2::date))`;

const byId = statement<Row>(
  'readingsById',
  `select ${readingColumns} from reading_entry r where ${told} and r.id = any(${asGiven('$3::uuid[]')})`,
);

const ofEntity = statement<Row>(
  'readingsOfEntity',
  `select ${readingColumns} from reading_entry r
   where r.entity_id = $3 and ${told} and r.id < $4::uuid order by r.id desc limit $5`,
);
const ofEntityCount = statement<{ count: number }>(
  'readingsOfEntityCount',
  `select count(*)::int as count from reading_entry r where r.entity_id = $3 and ${told}`,
);

const underGrant = statement<Row>(
  'readingsUnderGrant',
  `select ${readingColumns} from reading_entry r
   where r.grants <> '{}' and r.grants @> array[$3::uuid] and ${told} and r.id < $4::uuid order by r.id desc limit $5`,
);
const underGrantCount = statement<{ count: number }>(
  'readingsUnderGrantCount',
  `select count(*)::int as count from reading_entry r where r.grants <> '{}' and r.grants @> array[$3::uuid] and ${told}`,
);

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const telling = ({ viewer, today }: Context): unknown[] => [viewer.role === Role.SUPERVISOR, today];

/** The titles of what the registry holds; those of records stand in the catalogue. */
const registryTitles: Readonly<Record<string, string>> = {
  address: '住所',
  legalRepresentative: '法定代表人（经营者）',
  legalRepresentativeId: '法定代表人证件号码',
  contactPhone: '联系电话',
  // what a clerk was told of the fast track
  greenChannel: '绿色通道',
  tolerantAcceptance: '容缺受理',
  mayBeMissing: '可容缺的材料',
  suppliesWithin: '补正期限',
  until: '资格有效期',
  reasons: '绿色通道与容缺受理判定理由',
  against: '资格的不利情形',
};

function readingOf({ reference }: Context, row: Row): Reading {
  return { ...row, shown: row.shown.map(partOf) };

  function partOf({ item, records, fields, masked }: ShownFields): ReadPart {
    const declared = item === null ? [] : reference(catalogue).items.filter(({ code }) => code === item);
    const titled = (key: string): ReadField => {
      const field = declared.flatMap((edition) => edition.fields).find((one) => one.key === key);
      return { key, title: field?.title ?? registryTitles[key] ?? key };
    };
    return { item, records: [...records], fields: fields.map(titled), masked: masked.map(titled) };
  }
}

/** A reading by its id, if the viewer may be told of it; who it is about is for the caller to check. */
export const readingById = batch<Context, string, Reading | null>(async (context, ids) => {
  const rows = await context.reads.rows(byId, [...telling(context), ids]);
  return inOrder(
    ids,
    rows.map((row) => readingOf(context, row)),
    ({ id }) => id,
  );
});

/** Who was shown what of an entity, newest first. */
export const readingsOfEntity = (context: Context, id: string, request: PageRequest): Promise<Connection<Reading>> =>
  pageBy(context, 'entity.readings', [ofEntity, ofEntityCount], id, request);

/** What was read under a granted sharing request, newest first. */
export const readingsUnderGrant = (context: Context, id: string, request: PageRequest): Promise<Connection<Reading>> =>
  pageBy(context, 'sharingRequest.readings', [underGrant, underGrantCount], id, request);

async function pageBy(
  context: Context,
  list: string,
  [rowsOf, countOf]: readonly [typeof ofEntity, typeof ofEntityCount],
  id: string,
  request: PageRequest,
): Promise<Connection<Reading>> {
  const page = pageOf(request, list, id);
  const asked = [...telling(context), id];
  const rows = await context.reads.rows(rowsOf, [...asked, page.after?.[0] ?? last, page.first + 1]);
  const count = async () => (await context.reads.row(countOf, asked))!.count;
  return connection(
    page,
    rows.map((row) => readingOf(context, row)),
    (reading) => [reading.id],
    count,
  );
}
