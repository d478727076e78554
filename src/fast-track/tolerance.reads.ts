import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { TolerantAcceptanceFilter } from './tolerance.inputs.js';
import { knowsAll } from './tolerance.rules.js';
import type { ToleranceSignature } from './tolerance-signature.entity.js';
import type { TolerantAcceptance } from './tolerant-acceptance.entity.js';

const toleranceColumns = columns<TolerantAcceptance>('t', [
  ...caseColumns,
  ...(['state', 'entityId', 'uscc', 'serviceItemCode', 'departmentCode', 'grantId', 'caseNumber', 'missing'] as const),
  ...(['limitDays', 'supplyDays', 'commitmentCode', 'commitmentText', 'extensionDays', 'extendedUntil'] as const),
  ...(['recordId'] as const),
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = '($1::boolean or t.department_code = $2::text or t.uscc = $3::text)';

const byId = statement<TolerantAcceptance>(
  'tolerantAcceptanceById',
  `select ${toleranceColumns} from tolerant_acceptance t where (t.id = $4::uuid or t.number = $5::text) and ${visible}`,
);

// $4 state, $5 code of the applicant, $6 service item, $7 department, $8 whom it must await, $9 whether only what is late, $10 today
const filtered = `($4::text is null or t.state = $4) and ($5::text is null or t.uscc = $5)
  and ($6::text is null or t.service_item_code = $6) and ($7::text is null or t.department_code = $7)
  and ($8::text is null or t.awaits = $8) and (not $9::boolean or t.due_on < $10::date)`;

const listed = statement<TolerantAcceptance>(
  'tolerantAcceptancesListed',
  `select ${toleranceColumns} from tolerant_acceptance t where ${visible} and ${filtered} and t.id < $11::uuid
   order by t.id desc limit $12`,
);

const listedCount = statement<{ count: number }>(
  'tolerantAcceptancesListedCount',
  `select count(*)::int as count from tolerant_acceptance t where ${visible} and ${filtered}`,
);

const signatures = statement<Pick<ToleranceSignature, 'acceptanceId' | 'signedAt' | 'supplyBy'>>(
  'toleranceSignatures',
  `select s.acceptance_id as "acceptanceId", s.signed_at as "signedAt", s.supply_by as "supplyBy"
   from tolerance_signature s where s.acceptance_id = any(${asGiven('$1::uuid[]')})`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

/** A tolerant acceptance by its id or its number, if it exists for the viewer. */
export async function tolerantAcceptanceBy(context: Context, idOrNumber: string): Promise<TolerantAcceptance | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
}

/** The tolerant acceptances that exist for the viewer, newest first. */
export async function tolerantAcceptancesPage(
  context: Context,
  filter: TolerantAcceptanceFilter,
  request: PageRequest,
): Promise<Connection<TolerantAcceptance>> {
  const page = pageOf(request, 'tolerantAcceptances', filter);
  const { state = null, applicant = null, serviceItem = null, department = null, awaitingMe, overdue } = filter;
  const mine = awaitingMe ? (addressee(context.viewer) ?? '-') : null;
  const narrowed = [state, applicant, serviceItem, department, mine, overdue ?? false, context.today];
  const asked = [...visibility(context), ...narrowed];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** The signature under the commitment of a case; null: it is not signed. A step of the case makes it be read anew. */
export const signatureOf = batch<
  Context,
  Pick<TolerantAcceptance, 'id' | 'history'>,
  Pick<ToleranceSignature, 'signedAt' | 'supplyBy'> | null
>(
  async ({ reads }, cases) => {
    const rows = await reads.rows(signatures, [cases.map(({ id }) => id)]);
    const byCase = new Map(rows.map((row) => [row.acceptanceId, row]));
    return cases.map(({ id }) => byCase.get(id) ?? null);
  },
  ({ id, history }) => `${id} ${history.length}`,
);
