import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { Correction } from './correction.entity.js';
import type { CorrectionFilter } from './correction.inputs.js';

const correctionColumns = columns<Correction>('c', [
  'id',
  'number',
  'requesterCode',
  'providerCode',
  'itemId',
  'itemCode',
  'recordId',
  'recordVersion',
  'field',
  'statement',
  'evidence',
  'state',
  'escalated',
  'requestedAt',
  'requestedBy',
  'startedOn',
  'dueOn',
  'answeredAt',
  'answeredBy',
  'explanation',
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department
const visible = '($1::boolean or c.requester_code = $2::text or c.provider_code = $2::text)';

const byId = statement<Correction>(
  'correctionById',
  `select ${correctionColumns} from correction c where c.id = $3::uuid and ${visible}`,
);

// $3 state, $4 item, $5 requester, $6 provider, $7 whether only what awaits the viewer
const filtered = `($3::text is null or c.state = $3) and ($4::text is null or c.item_code = $4)
  and ($5::text is null or c.requester_code = $5) and ($6::text is null or c.provider_code = $6)
  and (not $7::boolean or c.provider_code = $2 and c.answered_at is null)`;

const listed = statement<Correction>(
  'correctionsListed',
  `select ${correctionColumns} from correction c where ${visible} and ${filtered} and c.id < $8::uuid
   order by c.id desc limit $9`,
);

const listedCount = statement<{ count: number }>(
  'correctionsListedCount',
  `select count(*)::int as count from correction c where ${visible} and ${filtered}`,
);

const versions = statement<{ id: string; version: number }>(
  'recordVersionsNow',
  `select r.id, r.version from credit_record r where r.superseded_at is null and r.id = any(${asGiven('$1::uuid[]')})`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  viewer.role === Role.CREDIT_CENTRE || viewer.role === Role.SUPERVISOR,
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
];

/** A request to check data by its id, if it exists for the viewer. */
export async function correctionById(context: Context, id: string): Promise<Correction | null> {
  return (await context.reads.row(byId, [...visibility(context), id])) ?? null;
}

/** The requests to check data that exist for the viewer, newest first. */
export async function correctionsPage(
  context: Context,
  filter: CorrectionFilter,
  request: PageRequest,
): Promise<Connection<Correction>> {
  const page = pageOf(request, 'corrections', filter);
  const { state = null, item = null, requester = null, provider = null, awaitingMe } = filter;
  const asked = [...visibility(context), state, item, requester, provider, awaitingMe ?? false];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** The current versions of records, by their ids. */
export const versionNow = batch<Context, string, number>(async ({ reads }, ids) => {
  const rows = await reads.rows(versions, [ids]);
  const byRecord = new Map(rows.map(({ id, version }) => [id, version]));
  return ids.map((id) => byRecord.get(id) ?? 0);
});
