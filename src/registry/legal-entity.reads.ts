import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import type { LegalEntity } from './legal-entity.entity.js';
import type { EntityFilter } from './legal-entity.inputs.js';
import { grams, searchForm } from './names.js';
import { usccCheck, usccFault } from './uscc.js';

/**
 * An entity as the questions carry it: a plain row. Named as a type, so that type-graphql does not copy every row through
 * the setters of the class.
 */
export type EntityRow = Readonly<LegalEntity>;

/** The select list of an entity `e`, for statements that fetch it with something else. */
export const entityColumns = columns<LegalEntity>('e', [
  'id',
  'uscc',
  'name',
  'formerNames',
  'kind',
  'status',
  'establishedOn',
  'regionCode',
  'industryCode',
  'registeredType',
  'registeredCapital',
  'registeredCapitalText',
  'businessScope',
  'address',
  'legalRepresentative',
  'legalRepresentativeId',
  'contactPhone',
]);

const byCode = statement<LegalEntity>(
  'entitiesByCode',
  `select ${entityColumns} from legal_entity e where e.uscc = any(${asGiven('$1::text[]')})`,
);

const byId = statement<LegalEntity>(
  'entitiesById',
  `select ${entityColumns} from legal_entity e where e.id = any(${asGiven('$1::uuid[]')})`,
);

/** The entity with a code, or null. Asking costs, whether or not there is one. */
export const entityByCode = batch<Context, string, LegalEntity | null>(async ({ reads, budget }, codes) => {
  await budget.spend(codes);
  return inOrder(codes, await reads.rows(byCode, [codes]), ({ uscc }) => uscc);
});

/** The entity with an id, or null. Ids cannot be guessed: only what is shown costs. */
export const entityById = batch<Context, string, LegalEntity | null>(async ({ reads, budget }, ids) => {
  const rows = await reads.rows(byId, [ids]);
  await budget.spend(rows.map(({ uscc }) => uscc));
  return inOrder(ids, rows, ({ id }) => id);
});

// $1 kind, $2 status, $3 region prefix, $4 industry prefix, $5 established from, $6 until
const filtered = `($1::text is null or e.kind = $1) and ($2::text is null or e.status = $2)
  and ($3::text is null or e.region_code like $3) and ($4::text is null or e.industry_code like $4)
  and ($5::date is null or e.established_on >= $5) and ($6::date is null or e.established_on <= $6)`;

// $7 pairs of characters, $8 pattern of the name, $9 beginning of the code
const byName = 'e.search_grams @> $7::text[] and e.search_text like $8';
const byCodePrefix = "e.uscc >= $9 and e.uscc < $9 || '~'";

// The hits of the two indexes first: left alone, the planner may walk the whole register in order of code instead.
const hits = `with hit as materialized (
  select e.id from legal_entity e where ${byName} union select e.id from legal_entity e where ${byCodePrefix}
)`;

/** More hits than this are walked to instead of gathered. */
const many = 2000;

const listed = statement<LegalEntity>(
  'entitiesListed',
  `select ${entityColumns} from legal_entity e where ${filtered} and e.uscc > $7 order by e.uscc limit $8`,
);
const listedCount = statement<{ count: number }>(
  'entitiesListedCount',
  `select count(*)::int as count from legal_entity e where ${filtered}`,
);
const found = statement<LegalEntity>(
  'entitiesFound',
  `${hits} select ${entityColumns} from legal_entity e join hit using (id)
   where ${filtered} and e.uscc > $10 order by e.uscc limit $11`,
);
// What thousands of names contain is found sooner by walking the register in order of code than by gathering all hits to
// sort them; the fence keeps the planner from gathering.
const walked = statement<LegalEntity>(
  'entitiesWalked',
  `select ${entityColumns} from (select * from legal_entity e where e.uscc > $10 order by e.uscc offset 0) e
   where ${filtered} and (${byName} or ${byCodePrefix}) order by e.uscc limit $11`,
);
const isCommon = statement<{ common: boolean }>(
  'entitiesSearchIsCommon',
  `select count(*) > ${many} as common from (
     (select from legal_entity e where e.search_grams @> $1::text[] and e.search_text like $2 limit ${many + 1})
     union all (select from legal_entity e where e.uscc >= $3 and e.uscc < $3 || '~' limit ${many + 1})
   ) hit`,
);
const foundCount = statement<{ count: number }>(
  'entitiesFoundCount',
  `${hits} select count(*)::int as count from legal_entity e join hit using (id) where ${filtered}`,
);

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
const prefix = (text: string | null | undefined): string | null => (text == null ? null : `${escapeLike(text)}%`);

/**
 * Entities in the order of their codes: all, or those of which a name, new or old, contains the search or whose code
 * begins with it.
 */
export async function entitiesPage(
  context: Context,
  search: string | null | undefined,
  filter: EntityFilter | null | undefined,
  request: PageRequest,
): Promise<Connection<LegalEntity>> {
  const wanted = search == null ? null : searchForm(search);
  if (wanted !== null && [...wanted].length < 2) throw new Refusal('SEARCH_TOO_SHORT');
  const page = pageOf(request, 'entities', wanted, filter);
  const conditions = [
    filter?.kind ?? null,
    filter?.status ?? null,
    prefix(filter?.region),
    prefix(filter?.industry?.toUpperCase()),
    filter?.establishedFrom ?? null,
    filter?.establishedUntil ?? null,
  ];
  const match = wanted === null ? [] : [grams(wanted), `%${escapeLike(wanted)}%`, wanted.toUpperCase()];
  const count = wanted === null ? listedCount : foundCount;
  const code = wanted === null ? undefined : codeMeant(wanted.toUpperCase());
  if (code !== undefined) await context.budget.spend([code]);
  const after = page.after?.[0] ?? '';
  const rows = await context.budget.page(
    page.first,
    async () => {
      const how = await howToFind(context, match);
      return context.reads.rows(how, [...conditions, ...match, after, page.first + 1]);
    },
    ({ uscc }) => uscc,
  );
  return connection(
    page,
    rows,
    (entity) => [entity.uscc],
    async () => (await context.reads.row(count, [...conditions, ...match]))!.count,
  );
}

/** The one code that a search asks for, if it is one; the last character follows from the others. */
function codeMeant(search: string): string | undefined {
  const code = search.length === 17 ? search + usccCheck(search) : search;
  return usccFault(code) === undefined ? code : undefined;
}

async function howToFind({ reads }: Context, match: readonly unknown[]): Promise<typeof listed> {
  if (match.length === 0) return listed;
  const { common } = (await reads.row(isCommon, [...match]))!;
  return common ? walked : found;
}
