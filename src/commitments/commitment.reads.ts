import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { CommitmentFilter } from './commitment.inputs.js';
import { creditAuthority, knowsAll } from './commitment.rules.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';

const commitmentColumns = columns<PolicyCommitment>('p', [
  ...caseColumns,
  ...(['state', 'sourceKind', 'sourceNumber', 'sourceTitle', 'promisedOn', 'promisorCode', 'ownerCode'] as const),
  ...(['ownerPost', 'entityId', 'uscc', 'benefit', 'kind', 'amount', 'milestones', 'promiseDueOn'] as const),
  ...(['budgetLine', 'claimed', 'registeredBy', 'progress', 'fulfilledAmount', 'fulfilledOn', 'authority'] as const),
  ...(['change', 'rectifyBy', 'urgedBy', 'findingNumber', 'findingRecordId', 'foundOn'] as const),
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = `($1::boolean or p.owner_code = $2::text or p.promisor_code = $2 or p.uscc = $3::text
  or ($2 = '${creditAuthority}' and 'proposeFinding' = any(p.history)))`;

const byId = statement<PolicyCommitment>(
  'commitmentById',
  `select ${commitmentColumns} from policy_commitment p where (p.id = $4::uuid or p.number = $5::text) and ${visible}`,
);

// $4 state, $5 kind, $6 owner, $7 code of the beneficiary, $8 whom it must await, $9 whether only what is late, $10 today
const filtered = `($4::text is null or p.state = $4) and ($5::text is null or p.kind = $5)
  and ($6::text is null or p.owner_code = $6) and ($7::text is null or p.uscc = $7)
  and ($8::text is null or p.awaits = $8) and (not $9::boolean or p.due_on < $10::date)`;

const listed = statement<PolicyCommitment>(
  'commitmentsListed',
  `select ${commitmentColumns} from policy_commitment p where ${visible} and ${filtered} and p.id < $11::uuid
   order by p.id desc limit $12`,
);

const listedCount = statement<{ count: number }>(
  'commitmentsListedCount',
  `select count(*)::int as count from policy_commitment p where ${visible} and ${filtered}`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

/** A promise by its id or its number, if it exists for the viewer. */
export async function commitmentBy(context: Context, idOrNumber: string): Promise<PolicyCommitment | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
}

/** The promises that exist for the viewer, newest first. */
export async function commitmentsPage(
  context: Context,
  filter: CommitmentFilter,
  request: PageRequest,
): Promise<Connection<PolicyCommitment>> {
  const page = pageOf(request, 'commitments', filter);
  const { state = null, kind = null, owner = null, beneficiary = null, awaitingMe, overdue } = filter;
  const mine = awaitingMe ? (addressee(context.viewer) ?? '-') : null;
  const narrowed = [state, kind, owner, beneficiary, mine, overdue ?? false, context.today];
  const asked = [...visibility(context), ...narrowed];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}
