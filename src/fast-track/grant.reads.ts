import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { graveInForceSql } from '../records/record-in-force.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import { factsById } from './fast-track.reads.js';
import { stateNow, termsOf } from './fast-track.rules.js';
import { answersClerk } from './fast-track-access.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import type { FastTrackGrant } from './grant.entity.js';
import type { GrantFilter } from './grant.inputs.js';
import { GrantState } from './grant.states.js';

/** A grant as the questions carry it. */
export type GrantRow = Readonly<FastTrackGrant>;

const grantColumns = columns<FastTrackGrant>('g', [
  ...caseColumns,
  ...(['state', 'entityId', 'uscc', 'ruleCode', 'edition', 'benefits', 'leastGrade', 'departments'] as const),
  ...(['serviceItems', 'liveLimit', 'months', 'proposerCode', 'validFrom', 'validUntil', 'objection'] as const),
]);

/**
 * Whether it exists for the viewer: it stands in every statement. What is announced or in force is public, of bodies; one that is
 * suspended or lost is known to its holder, its proposer, clerks, the credit centre and the supervisor.
 * $1 whether the viewer knows of all, $2 its department, $3 its code, $4 today.
 */
const visible = `($1::boolean or g.uscc = $3::text or g.proposer_code = $2::text or (
    g.state in ('PROPOSED', 'OBJECTED')
    or g.state = 'ACTIVE' and g.valid_until >= $4::date and not ${graveInForceSql('g.entity_id', '$4')}
  ) and exists (select from legal_entity e where e.id = g.entity_id and e.kind <> 'SOLE_TRADER'))`;

const byIds = statement<FastTrackGrant>(
  'fastTrackGrantsById',
  `select ${grantColumns} from fast_track_grant g where g.id = any(${asGiven('$5::uuid[]')}) and ${visible}`,
);

const byNumber = statement<FastTrackGrant>(
  'fastTrackGrantByNumber',
  `select ${grantColumns} from fast_track_grant g where (g.id = $5::uuid or g.number = $6::text) and ${visible}`,
);

// $5 state, $6 rule, $7 code of the holder, $8 whom it must await
const filtered = `($5::text is null or g.state = $5) and ($6::text is null or g.rule_code = $6)
  and ($7::text is null or g.uscc = $7) and ($8::text is null or g.awaits = $8)`;

const listed = statement<FastTrackGrant>(
  'fastTrackGrantsListed',
  `select ${grantColumns} from fast_track_grant g where ${visible} and ${filtered} and g.id < $9::uuid
   order by g.id desc limit $10`,
);

const listedCount = statement<{ count: number }>(
  'fastTrackGrantsListedCount',
  `select count(*)::int as count from fast_track_grant g where ${visible} and ${filtered}`,
);

const ofEntities = statement<FastTrackGrant>(
  'fastTrackGrantsOfEntities',
  `select ${grantColumns} from fast_track_grant g where g.entity_id = any(${asGiven('$5::uuid[]')}) and ${visible}
   order by g.id desc`,
);

const visibility = (context: Context): unknown[] => {
  const { viewer, today } = context;
  const knowsAll = viewer.role === Role.CREDIT_CENTRE || viewer.role === Role.SUPERVISOR || answersClerk(context);
  return [knowsAll, viewer.department ?? null, viewer.uscc ?? null, today];
};

/** A grant by its id or its number, if it exists for the viewer. */
export async function grantBy(context: Context, idOrNumber: string): Promise<GrantRow | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byNumber, [...visibility(context), id, idOrNumber])) ?? null;
}

/** A grant by its id, if it exists for the viewer. */
export const grantById = batch<Context, string, GrantRow | null>(async (context, ids) =>
  inOrder(ids, await context.reads.rows(byIds, [...visibility(context), ids]), ({ id }) => id),
);

/** The grants of an entity that exist for the viewer, newest first: an entity has a few a year. */
export const grantsOfEntity = batch<Context, string, GrantRow[]>(async (context, ids) => {
  const rows = await context.reads.rows(ofEntities, [...visibility(context), ids]);
  const byEntity = Map.groupBy(rows, ({ entityId }) => entityId);
  return ids.map((id) => byEntity.get(id) ?? []);
});

/** The grants that exist for the viewer, newest first. */
export async function grantsPage(
  context: Context,
  filter: GrantFilter,
  request: PageRequest,
): Promise<Connection<GrantRow>> {
  const page = pageOf(request, 'fastTrackGrants', filter);
  const { state = null, rule = null, uscc = null, awaitingMe } = filter;
  const mine = awaitingMe ? (addressee(context.viewer) ?? '-') : null;
  const asked = [...visibility(context), state, rule, uscc, mine];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(listed, [...asked, after, page.first + 1]),
    (row) => row.uscc,
  );
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** Where a grant stands at this moment, whether or not the clock has looked at it. */
export async function standingOf(context: Context, grant: GrantRow): Promise<GrantState> {
  if (
    grant.state !== GrantState.ACTIVE &&
    grant.state !== GrantState.SUSPENDED &&
    grant.state !== GrantState.DISPUTED
  ) {
    return grant.state;
  }
  const facts = await context.load(factsById, grant.entityId);
  return stateNow(grant, termsOf(grant, context.reference(fastTrackRules)), facts, context.today);
}
