import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { Objection } from './objection.entity.js';
import type { ObjectionFilter } from './objection.inputs.js';

const objectionColumns = columns<Objection>('o', [
  ...caseColumns,
  'state',
  'entityId',
  'uscc',
  'recordId',
  'itemId',
  'providerCode',
  'ground',
  'field',
  'statement',
  'evidence',
  'remedy',
  'finding',
  'findingEvidence',
  'decidedAt',
  'changeId',
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = '($1::boolean or o.provider_code = $2::text or o.uscc = $3::text)';

const byId = statement<Objection>(
  'objectionById',
  `select ${objectionColumns} from objection o where (o.id::text = $4::text or o.number = $4::text) and ${visible}`,
);

// $4 state, $5 record, $6 provider, $7 whom it must await, $8 whether only what is late, $9 today, $10 entity
const filtered = `($4::text is null or o.state = $4) and ($5::uuid is null or o.record_id = $5)
  and ($6::text is null or o.provider_code = $6) and ($7::text is null or o.awaits = $7)
  and (not $8::boolean or o.due_on < $9::date) and ($10::uuid is null or o.entity_id = $10)`;

const listed = statement<Objection>(
  'objectionsListed',
  `select ${objectionColumns} from objection o where ${visible} and ${filtered} and o.id < $11::uuid
   order by o.id desc limit $12`,
);

const listedCount = statement<{ count: number }>(
  'objectionsListedCount',
  `select count(*)::int as count from objection o where ${visible} and ${filtered}`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  viewer.role === Role.CREDIT_CENTRE || viewer.role === Role.SUPERVISOR,
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

/** An objection by its id or its number, if it exists for the viewer. */
export async function objectionBy(context: Context, idOrNumber: string): Promise<Objection | null> {
  return (await context.reads.row(byId, [...visibility(context), idOrNumber])) ?? null;
}

/** The objections that exist for the viewer, newest first; of one entity where it is named. */
export async function objectionsPage(
  context: Context,
  filter: ObjectionFilter,
  request: PageRequest,
  entityId: string | null = null,
): Promise<Connection<Objection>> {
  const page = pageOf(request, 'objections', entityId, filter);
  const { state = null, record = null, provider = null, awaitingMe, overdue } = filter;
  if (record !== null && !isUuid(record)) throw new Refusal('RECORD_UNKNOWN');
  const mine = awaitingMe ? (addressee(context.viewer) ?? '-') : null;
  const asked = [...visibility(context), state, record, provider, mine, overdue ?? false, context.today, entityId];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}
