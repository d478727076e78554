import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type Page, type PageRequest, pageOf } from '../database/connection.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, type Reads, statement } from '../database/reads.js';
import type { CreditReport } from './credit-report.entity.js';
import { SupersededReason } from './report.words.js';
import { type PublicKey, publishedKey } from './report-file.js';
import { tellableSql } from './report-records.reads.js';

/** A report as the questions carry it: without the document itself, of which the signature is enough for its check code. */
export type ReportRow = Readonly<Omit<CreditReport, 'jws' | 'records' | 'watched' | 'issuedBy'>> & {
  readonly uscc: string;
  readonly signature: string;
};

const shown = `${columns<CreditReport>('c', [
  'id',
  'number',
  'entityId',
  'use',
  'recipient',
  'classes',
  'asOf',
  'knownAt',
  'issuedAt',
  'validUntil',
  'issuerRole',
  'departmentCode',
  'requestNumber',
  'rehearsed',
  'notPublic',
  'digest',
  'keyId',
])}, split_part(c.jws, '.', 3) as signature, e.uscc`;

const table = 'credit_report c join legal_entity e on e.id = c.entity_id';

// Whose reports they are: $1 of everybody, for the supervisor; $2 the entity's own code; $3 the department that had them issued;
// $4 whether those that the credit centre had issued.
const mine = `($1::boolean or e.uscc = $2 or c.department_code = $3 or $4::boolean and c.issuer_role = 'CREDIT_CENTRE')`;

const visibility = ({ viewer: { role, uscc, department } }: Context): unknown[] => [
  role === Role.SUPERVISOR,
  uscc ?? null,
  department ?? null,
  role === Role.CREDIT_CENTRE,
];

const byNumber = statement<ReportRow>('reportByNumber', `select ${shown} from ${table} where c.number = $1`);

const ownByNumber = statement<ReportRow>(
  'reportOwnByNumber',
  `select ${shown} from ${table} where ${mine} and c.number = $5`,
);

const listed = statement<ReportRow>(
  'reportsListed',
  `select ${shown} from ${table} where ${mine} and c.number < $5 order by c.number desc limit $6`,
);
const listedCount = statement<{ count: number }>(
  'reportsListedCount',
  `select count(*)::int as count from ${table} where ${mine}`,
);

const ofEntities = statement<ReportRow>(
  'reportsOfEntities',
  `select r.* from unnest(${asGiven('$1::uuid[]')}) parent (id) cross join lateral (
     select ${shown} from ${table} where c.entity_id = parent.id and c.number < $2 order by c.number desc limit $3
   ) r`,
);
const ofEntitiesCount = statement<{ entityId: string; count: number }>(
  'reportsOfEntitiesCount',
  `select c.entity_id as "entityId", count(*)::int as count from credit_report c
   where c.entity_id = any(${asGiven('$1::uuid[]')}) group by c.entity_id`,
);

const document = statement<{ jws: string }>('reportDocument', 'select c.jws from credit_report c where c.id = $1');

const keys = statement<{ id: string; publicKey: string }>(
  'reportKeys',
  `select k.id, k.public_key as "publicKey" from report_key k order by k.first_used_at, k.id`,
);

/** Behind every number: the newest stand first. */
const start = 'A';
const keysOf = ({ number }: ReportRow): string[] => [number];

/** The form of a number. */
export const isReportNumber = (text: string): boolean => /^\d{20}$/.test(text);

/** The report with a number, whoever asks: for those who prove that they hold it. */
export const reportByNumber = ({ reads }: Context, number: string): Promise<ReportRow | undefined> =>
  reads.row(byNumber, [number]);

/** The report with a number, if it is the viewer's: the entity's own, one that it had issued, any for the supervisor. */
export async function ownReport(context: Context, number: string): Promise<ReportRow | null> {
  if (!isReportNumber(number)) return null;
  const report = await context.reads.row(ownByNumber, [...visibility(context), number]);
  if (report) await context.budget.spend([report.uscc]);
  return report ?? null;
}

/** The reports that are the viewer's, newest first. */
export async function reportsPage(context: Context, request: PageRequest): Promise<Connection<ReportRow>> {
  const page = pageOf(request, 'creditReports');
  const asked = visibility(context);
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(listed, [...asked, page.after?.[0] ?? start, page.first + 1]),
    ({ uscc }) => uscc,
  );
  return connection(page, rows, keysOf, async () => (await context.reads.row(listedCount, asked))!.count);
}

interface OfEntity {
  readonly entityId: string;
  readonly page: Page;
}

/** Entities whose lists are asked alike go in one statement. */
const alike = ({ page }: OfEntity): string => JSON.stringify([page.first, page.after]);

const pageOfEntity = batch<Context, OfEntity, ReportRow[]>(
  async ({ reads }, wanted) => {
    const rows = new Map<OfEntity, ReportRow[]>();
    for (const group of Map.groupBy(wanted, alike).values()) {
      const { first, after } = group[0]!.page;
      const ids = group.map(({ entityId }) => entityId);
      const found = await reads.rows(ofEntities, [ids, after?.[0] ?? start, first + 1]);
      const byEntity = Map.groupBy(found, ({ entityId }) => entityId);
      for (const one of group) rows.set(one, byEntity.get(one.entityId) ?? []);
    }
    return wanted.map((one) => rows.get(one)!);
  },
  (one) => one.entityId + alike(one),
);

const countOfEntity = batch<Context, string, number>(async ({ reads }, ids) => {
  const found = await reads.rows(ofEntitiesCount, [ids]);
  const counts = new Map(found.map(({ entityId, count }) => [entityId, count]));
  return ids.map((id) => counts.get(id) ?? 0);
});

/** The reports about an entity, by its id, newest first. */
export async function reportsOfEntity(
  context: Context,
  entityId: string,
  request: PageRequest,
): Promise<Connection<ReportRow>> {
  const page = pageOf(request, 'entity.reports', entityId);
  const rows = await context.load(pageOfEntity, { entityId, page });
  return connection(page, rows, keysOf, () => context.load(countOfEntity, entityId));
}

/** The document of a report: JWS in compact form. */
export const documentOf = async ({ reads }: Context, id: string): Promise<string> =>
  (await reads.row(document, [id]))!.jws;

const superseded = statement<{ id: string; reasons: SupersededReason[] }>(
  'reportsSuperseded',
  `select c.id, array(
     select case when now.state <> 'EFFECTIVE' then now.state when now.public_until < $2::date then 'EXPIRED' else 'CHANGED' end
     from jsonb_to_recordset(c.records) told (id uuid, version int)
     join credit_record now on now.id = told.id and now.superseded_at is null
     where now.state <> 'EFFECTIVE' or now.public_until < $2::date or now.version <> told.version
     union
     select '${SupersededReason.NEW_RECORD}' where exists (
       select from credit_record r join jsonb_to_recordset(c.watched) told (item text, extent text) on told.item = r.item_code
       where r.entity_id = c.entity_id and ${tellableSql('told.extent', '$2::date')}
         and not c.records @> jsonb_build_array(jsonb_build_object('id', r.id)))
     order by 1
   ) as reasons
   from credit_report c where c.id = any(${asGiven('$1::uuid[]')})`,
);

/**
 * Why what a report says no longer holds, by its id; nothing while it does. It is compared with the records as they stand, so
 * that a repair supersedes it in its own transaction.
 */
export const supersededReasons = batch<Context, string, readonly SupersededReason[]>(async ({ reads, today }, ids) => {
  const rows = new Map((await reads.rows(superseded, [ids, today])).map((row) => [row.id, row.reasons]));
  return ids.map((id) => rows.get(id) ?? []);
});

/** The public keys by which reports were signed ever, and the one by which they are signed now. */
export async function publicKeys(
  reads: Reads,
  current: { readonly id: string; readonly publicKey: string },
): Promise<PublicKey[]> {
  const used = await reads.rows(keys);
  const all = used.some(({ id }) => id === current.id) ? used : [...used, current];
  return all.map(({ id, publicKey }) => publishedKey(id, publicKey));
}
