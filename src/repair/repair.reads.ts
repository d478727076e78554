import { validate as isUuid, NIL } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { RepairFilter } from './repair.inputs.js';
import type { RepairApplication } from './repair-application.entity.js';

const applicationColumns = columns<RepairApplication>('a', [
  ...caseColumns,
  'state',
  'entityId',
  'uscc',
  'recordId',
  'itemId',
  'unitCode',
  'statement',
  'proofs',
  'commitmentCode',
  'commitment',
  'signedBy',
  'missing',
  'proposal',
  'reason',
  'decidedAt',
  'changeId',
  'revokedFor',
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = '($1::boolean or a.unit_code = $2::text or a.uscc = $3::text)';

const byId = statement<RepairApplication>(
  'repairApplicationById',
  `select ${applicationColumns} from repair_application a where (a.id = $4::uuid or a.number = $5::text) and ${visible}`,
);

// $4 state, $5 record, $6 unit, $7 whom it must await, $8 whether only what is late, $9 today, $10 entity
const filtered = `($4::text is null or a.state = $4) and ($5::uuid is null or a.record_id = $5)
  and ($6::text is null or a.unit_code = $6) and ($7::text is null or a.awaits = $7)
  and (not $8::boolean or a.due_on < $9::date or a.result_due_on < $9::date) and ($10::uuid is null or a.entity_id = $10)`;

const listed = statement<RepairApplication>(
  'repairApplicationsListed',
  `select ${applicationColumns} from repair_application a where ${visible} and ${filtered} and a.id < $11::uuid
   order by a.id desc limit $12`,
);

const listedCount = statement<{ count: number }>(
  'repairApplicationsListedCount',
  `select count(*)::int as count from repair_application a where ${visible} and ${filtered}`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  viewer.role === Role.CREDIT_CENTRE || viewer.role === Role.SUPERVISOR,
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

/** An application by its id or its number, if it exists for the viewer. */
export async function repairApplicationBy(context: Context, idOrNumber: string): Promise<RepairApplication | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
}

/** The applications that exist for the viewer, newest first; of one entity where it is named. */
export async function repairApplicationsPage(
  context: Context,
  filter: RepairFilter,
  request: PageRequest,
  entityId: string | null = null,
): Promise<Connection<RepairApplication>> {
  const page = pageOf(request, 'repairApplications', entityId, filter);
  const { state = null, record = null, unit = null, awaitingMe, overdue } = filter;
  const mine = awaitingMe ? (addressee(context.viewer) ?? '-') : null;
  // what is no id is the id of nothing
  const recordId = record === null || isUuid(record) ? record : NIL;
  const asked = [...visibility(context), state, recordId, unit, mine, overdue ?? false, context.today, entityId];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}
