import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type Page, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { knowsAll } from './restriction.rules.js';
import type { RestrictionUse } from './restriction-use.entity.js';
import type { RestrictionUseFilter } from './restriction-use.inputs.js';

const useColumns = columns<RestrictionUse>('u', [
  ...(['id', 'entityId', 'uscc', 'matter', 'restriction', 'measure', 'caseNumber', 'outcome', 'note'] as const),
  ...(['departmentCode', 'account', 'reportedAt'] as const),
]);

// $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = '($1::boolean or u.department_code = $2::text or u.uscc = $3::text)';

// $4 entity, $5 department, $6 restriction, $7 matter, $8 outcome
const filtered = `($4::text is null or u.uscc = $4) and ($5::text is null or u.department_code = $5)
  and ($6::text is null or u.restriction = $6) and ($7::text is null or u.matter = $7)
  and ($8::text is null or u.outcome = $8)`;

const listed = statement<RestrictionUse>(
  'restrictionUsesListed',
  `select ${useColumns} from restriction_use u where ${visible} and ${filtered} and u.id < $9::uuid order by u.id desc limit $10`,
);

const listedCount = statement<{ count: number }>(
  'restrictionUsesListedCount',
  `select count(*)::int as count from restriction_use u where ${visible} and ${filtered}`,
);

const ofRestrictions = statement<RestrictionUse>(
  'restrictionUsesOfRestrictions',
  `select u.* from unnest(${asGiven('$4::text[]')}) parent (restriction) cross join lateral (
     select ${useColumns} from restriction_use u where u.restriction = parent.restriction and ${visible} and u.id < $5::uuid
     order by u.id desc limit $6
   ) u`,
);

const ofRestrictionsCount = statement<{ restriction: string; count: number }>(
  'restrictionUsesOfRestrictionsCount',
  `select u.restriction, count(*)::int as count from restriction_use u
   where u.restriction = any(${asGiven('$4::text[]')}) and ${visible} group by u.restriction`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

/** Ids sort by time: the newest stand first. */
const start = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const keysOf = ({ id }: RestrictionUse): string[] => [id];

/** The uses that exist for the viewer, newest first: its own reports, those about itself, or all. */
export async function restrictionUsesPage(
  context: Context,
  filter: RestrictionUseFilter,
  request: PageRequest,
): Promise<Connection<RestrictionUse>> {
  const page = pageOf(request, 'restrictionUses', filter);
  const { entity = null, department = null, restriction = null, matter = null, outcome = null } = filter;
  const asked = [...visibility(context), entity, department, restriction, matter, outcome];
  const rows = await context.reads.rows(listed, [...asked, page.after?.[0] ?? start, page.first + 1]);
  return connection(page, rows, keysOf, async () => (await context.reads.row(listedCount, asked))!.count);
}

interface OfRestriction {
  readonly id: string;
  readonly page: Page;
}

/** Restrictions whose uses are asked alike go in one statement. */
const alike = ({ page }: OfRestriction): string => JSON.stringify([page.first, page.after]);

const pageOfRestriction = batch<Context, OfRestriction, RestrictionUse[]>(
  async (context, wanted) => {
    const rows = new Map<OfRestriction, RestrictionUse[]>();
    for (const group of Map.groupBy(wanted, alike).values()) {
      const { first, after } = group[0]!.page;
      const ids = group.map(({ id }) => id);
      const values = [...visibility(context), ids, after?.[0] ?? start, first + 1];
      const found = Map.groupBy(await context.reads.rows(ofRestrictions, values), ({ restriction }) => restriction);
      for (const one of group) rows.set(one, found.get(one.id) ?? []);
    }
    return wanted.map((one) => rows.get(one)!);
  },
  (one) => one.id + alike(one),
);

const countOfRestriction = batch<Context, string, number>(async (context, ids) => {
  const found = await context.reads.rows(ofRestrictionsCount, [...visibility(context), ids]);
  const counts = new Map(found.map(({ restriction, count }) => [restriction, count]));
  return ids.map((id) => counts.get(id) ?? 0);
});

/** The uses of a restriction, by its id, that exist for the viewer, newest first. */
export async function usesOfRestriction(
  context: Context,
  id: string,
  request: PageRequest,
): Promise<Connection<RestrictionUse>> {
  const page = pageOf(request, 'restriction.uses', id);
  const rows = await context.load(pageOfRestriction, { id, page });
  return connection(page, rows, keysOf, () => context.load(countOfRestriction, id));
}
