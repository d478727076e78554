import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { SharingFilter } from './sharing.inputs.js';
import { awaited, dataAuthority } from './sharing.rules.js';
import type { SharingParty } from './sharing.workflow.js';
import type { SharingRequest } from './sharing-request.entity.js';
import type { SharingStep } from './sharing-step.entity.js';
import type { SharingUse } from './sharing-use.entity.js';

const requestColumns = columns<SharingRequest>('s', [
  'id',
  'number',
  'requesterCode',
  'providerCode',
  'itemCode',
  'itemId',
  'purpose',
  'basis',
  'scene',
  'fields',
  'method',
  'termDays',
  'termUntil',
  'approval',
  'state',
  'requestedAt',
  'startedOn',
  'dueOn',
  'stepsTaken',
  'escalated',
  'validFrom',
  'validUntil',
]);

// Whether the request exists for the viewer: it stands in every statement, so that counting and ids betray nothing.
// $1 whether the viewer knows of all, $2 its department
const visible = '($1::boolean or s.requester_code = $2::text or s.provider_code = $2::text)';

const byId = statement<SharingRequest>(
  'sharingRequestById',
  `select ${requestColumns} from sharing_request s where s.id = $3::uuid and ${visible}`,
);

// $3 state, $4 item, $5 requester, $6 provider; $7 whether only what awaits the viewer: $8 states that await the provider,
// $9 the requester, $10 the authority; $11 the authority's code, $12 as what the viewer settles disputes
const filtered = `($3::text is null or s.state = $3) and ($4::text is null or s.item_code = $4)
  and ($5::text is null or s.requester_code = $5) and ($6::text is null or s.provider_code = $6)
  and (not $7::boolean
    or s.provider_code = $2 and s.state = any(${asGiven('$8::text[]')})
    or s.requester_code = $2 and s.state = any(${asGiven('$9::text[]')})
    or s.state = any(${asGiven('$10::text[]')}) and case $12::text
      when 'AUTHORITY' then $11::text not in (s.requester_code, s.provider_code)
      when 'CENTRE' then $11::text in (s.requester_code, s.provider_code)
      else false end)`;

const listed = statement<SharingRequest>(
  'sharingRequestsListed',
  `select ${requestColumns} from sharing_request s where ${visible} and ${filtered} and s.id < $13::uuid
   order by s.id desc limit $14`,
);

const listedCount = statement<{ count: number }>(
  'sharingRequestsListedCount',
  `select count(*)::int as count from sharing_request s where ${visible} and ${filtered}`,
);

const steps = statement<SharingStep>(
  'sharingSteps',
  `select ${columns<SharingStep>('t', ['id', 'requestId', 'step', 'from', 'to', 'at', 'by', 'departmentCode', 'account', 'reason', 'basis', 'document', 'dueOn'])}
   from sharing_step t where t.request_id = any(${asGiven('$1::uuid[]')}) order by t.at, t.id`,
);

const uses = statement<SharingUse>(
  'sharingUses',
  `select ${columns<SharingUse>('u', ['id', 'requestId', 'departmentCode', 'reportedAt', 'account', 'scene', 'result', 'storage', 'disposal'])}
   from sharing_use u where u.request_id = $1 and u.id < $2::uuid order by u.id desc limit $3`,
);

const usesCount = statement<{ count: number }>(
  'sharingUsesCount',
  'select count(*)::int as count from sharing_use u where u.request_id = $1',
);

function visibility({ viewer }: Context): unknown[] {
  const all =
    viewer.role === Role.CREDIT_CENTRE ||
    viewer.role === Role.SUPERVISOR ||
    (viewer.role === Role.DEPARTMENT && viewer.department === dataAuthority);
  return [all, viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null];
}

const statesThatAwait = (party: SharingParty): string[] =>
  Object.entries(awaited).flatMap(([state, whom]) => (whom === party ? [state] : []));

function settlesAs({ viewer }: Context): string | null {
  if (viewer.role === Role.CREDIT_CENTRE) return 'CENTRE';
  return viewer.department === dataAuthority ? 'AUTHORITY' : null;
}

const start = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** A request by its id, if it exists for the viewer. */
export async function sharingRequestById(context: Context, id: string): Promise<SharingRequest | null> {
  return (await context.reads.row(byId, [...visibility(context), id])) ?? null;
}

/** The requests that exist for the viewer, newest first. */
export async function sharingRequestsPage(
  context: Context,
  filter: SharingFilter,
  request: PageRequest,
): Promise<Connection<SharingRequest>> {
  const page = pageOf(request, 'sharingRequests', filter);
  const asked = [
    ...visibility(context),
    filter.state ?? null,
    filter.item ?? null,
    filter.requester ?? null,
    filter.provider ?? null,
    filter.awaitingMe ?? false,
    ...(['PROVIDER', 'REQUESTER', 'AUTHORITY'] as const).map(statesThatAwait),
    dataAuthority,
    settlesAs(context),
  ];
  const rows = await context.reads.rows(listed, [...asked, page.after?.[0] ?? start, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** The steps of a request, in order; a deed of the same request of the API makes its steps be read anew. */
export const stepsOf = batch<Context, SharingRequest, SharingStep[]>(
  async ({ reads }, requests) => {
    const rows = await reads.rows(steps, [requests.map(({ id }) => id)]);
    const byRequest = Map.groupBy(rows, ({ requestId }) => requestId);
    return requests.map(({ id }) => byRequest.get(id) ?? []);
  },
  ({ id, stepsTaken }) => `${id} ${stepsTaken}`,
);

/** What was reported about the use of a request's data, newest first. */
export async function usesPage(
  { reads }: Context,
  { id }: SharingRequest,
  request: PageRequest,
): Promise<Connection<SharingUse>> {
  const page = pageOf(request, 'sharingUses', id);
  const rows = await reads.rows(uses, [id, page.after?.[0] ?? start, page.first + 1]);
  return connection(
    page,
    rows,
    (use) => [use.id],
    async () => (await reads.row(usesCount, [id]))!.count,
  );
}
