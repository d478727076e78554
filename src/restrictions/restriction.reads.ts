import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import { legalDay } from '../calendar/day.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import { inForceSql } from './in-force.js';
import type { Restriction } from './restriction.entity.js';
import type { RestrictionFilter } from './restriction.inputs.js';
import { knowsAll, type Standing } from './restriction.rules.js';

const restrictionColumns = columns<Restriction>('x', [
  ...caseColumns,
  ...(['state', 'entityId', 'uscc', 'measureCode', 'measureEdition', 'matters', 'recordId'] as const),
  ...(['executingUnitCode', 'legalBasis', 'facts', 'until', 'proposedBy', 'answer', 'noticeNumber'] as const),
  ...(['decisionNumber', 'imposedOn', 'liftedOn', 'reason'] as const),
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = '($1::boolean or x.executing_unit_code = $2::text or x.uscc = $3::text)';

const byId = statement<Restriction>(
  'restrictionById',
  `select ${restrictionColumns} from restriction x where (x.id = $4::uuid or x.number = $5::text) and ${visible}`,
);

// $4 state, $5 entity, $6 measure, $7 unit, $8 whether in force, $9 whom it must await, $10 whether only what is late, $11 today
const filtered = `($4::text is null or x.state = $4) and ($5::text is null or x.uscc = $5)
  and ($6::text is null or x.measure_code = $6) and ($7::text is null or x.executing_unit_code = $7)
  and ($8::boolean is null or $8 = ${inForceSql('x', '$11::date')})
  and ($9::text is null or x.awaits = $9) and (not $10::boolean or x.awaits is not null and x.due_on < $11::date)`;

const listed = statement<Restriction>(
  'restrictionsListed',
  `select ${restrictionColumns} from restriction x where ${visible} and ${filtered} and x.id < $12::uuid
   order by x.id desc limit $13`,
);

const listedCount = statement<{ count: number }>(
  'restrictionsListedCount',
  `select count(*)::int as count from restriction x where ${visible} and ${filtered}`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

/** A restriction by its id or its number, if it exists for the viewer. */
export async function restrictionBy(context: Context, idOrNumber: string): Promise<Restriction | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
}

/** The restrictions that exist for the viewer, newest first. */
export async function restrictionsPage(
  context: Context,
  filter: RestrictionFilter,
  request: PageRequest,
): Promise<Connection<Restriction>> {
  const page = pageOf(request, 'restrictionCases', filter);
  const { state = null, entity = null, measure = null, executingUnit = null, inForce = null } = filter;
  const mine = filter.awaitingMe ? (addressee(context.viewer) ?? '-') : null;
  const narrowed = [state, entity, measure, executingUnit, inForce, mine, filter.overdue ?? false, context.today];
  const asked = [...visibility(context), ...narrowed];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** How a record stands, as far as it decides about its restrictions. */
export type SourceRow = Pick<
  CreditRecord,
  'id' | 'itemId' | 'severity' | 'state' | 'disputed' | 'determinedOn' | 'publicUntil'
> & { readonly since: Date | null };

// since when one that is not in force stands as it does: what was in force last is looked for in its history
const sources = statement<SourceRow>(
  'restrictionSources',
  `select ${columns<SourceRow>('r', ['id', 'itemId', 'severity', 'state', 'disputed', 'determinedOn', 'publicUntil'])},
     case when r.state <> 'EFFECTIVE' then (
       select min(v.recorded_at) from credit_record v where v.id = r.id and v.version > coalesce(
         (select max(w.version) from credit_record w where w.id = r.id and w.state = 'EFFECTIVE'), 0)) end as since
   from credit_record r where r.id = any(${asGiven('$1::uuid[]')}) and r.superseded_at is null`,
);

/** How the records of cases that exist for the viewer stand, by their ids. */
export const sourceById = batch<Context, string, SourceRow>(async ({ reads }, ids) => {
  const rows = new Map((await reads.rows(sources, [ids])).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id)!);
});

/** What tells whether a restriction is in force. */
export async function standingOf(context: Context, restriction: Restriction): Promise<Standing> {
  const { state, publicUntil, since } = await context.load(sourceById, restriction.recordId);
  const { until, liftedOn } = restriction;
  const record = { state, publicUntil, since: since && legalDay(since) };
  return { state: restriction.state, until, liftedOn, record };
}
