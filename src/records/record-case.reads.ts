import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import { addressee } from '../workflow/addressee.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { RecordCase } from './record-case.entity.js';

/** What narrows a list of cases about records; all that is given must hold. */
export interface RecordCaseFilter {
  readonly state?: string | null;
  readonly record?: string | null;
  /** Code of the department that provided the record. */
  readonly provider?: string | null;
  readonly awaitingMe?: boolean | null;
  readonly overdue?: boolean | null;
}

/** Questions about the cases of a kind, of which each viewer finds those that it may know of. */
export interface RecordCaseQuestions<C> {
  /** A case by its id or its number, if it exists for the viewer. */
  by(context: Context, idOrNumber: string): Promise<C | null>;
  /** The cases that exist for the viewer, newest first; of one entity where it is named. */
  page(context: Context, filter: RecordCaseFilter, request: PageRequest, entityId?: string): Promise<Connection<C>>;
}

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department, $3 its code
const visible = '($1::boolean or c.provider_code = $2::text or c.uscc = $3::text)';

const visibility = ({ viewer }: Context): unknown[] => [
  viewer.role === Role.CREDIT_CENTRE || viewer.role === Role.SUPERVISOR,
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

// $4 state, $5 record, $6 provider, $7 whom it must await, $8 whether only what is late, $9 today, $10 entity
const filtered = `($4::text is null or c.state = $4) and ($5::uuid is null or c.record_id = $5)
  and ($6::text is null or c.provider_code = $6) and ($7::text is null or c.awaits = $7)
  and (not $8::boolean or c.due_on < $9::date or c.result_due_on < $9::date) and ($10::uuid is null or c.entity_id = $10)`;

const start = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The questions about the cases of a table.
 *
 * @param name begins the names of the statements, and is what cursors belong to
 * @param own the columns that its noun adds to those of every case about a record
 */
export function recordCaseQuestions<C extends RecordCase>(
  name: string,
  table: string,
  own: readonly (keyof C & string)[],
): RecordCaseQuestions<C> {
  const shown = columns<C>('c', [
    ...caseColumns,
    ...(['entityId', 'uscc', 'recordId', 'itemId', 'providerCode'] as const),
    ...own,
  ]);
  const byId = statement<C>(
    `${name}By`,
    `select ${shown} from ${table} c where (c.id = $4::uuid or c.number = $5::text) and ${visible}`,
  );
  const listed = statement<C>(
    `${name}Listed`,
    `select ${shown} from ${table} c where ${visible} and ${filtered} and c.id < $11::uuid order by c.id desc limit $12`,
  );
  const listedCount = statement<{ count: number }>(
    `${name}ListedCount`,
    `select count(*)::int as count from ${table} c where ${visible} and ${filtered}`,
  );
  return {
    by: async (context, idOrNumber) => {
      const id = isUuid(idOrNumber) ? idOrNumber : null;
      return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
    },
    page: async (context, filter, request, entityId) => {
      const page = pageOf(request, name, entityId, filter);
      const { state = null, record = null, provider = null, awaitingMe, overdue } = filter;
      if (record !== null && !isUuid(record)) throw new Refusal('RECORD_UNKNOWN');
      const mine = awaitingMe ? (addressee(context.viewer) ?? '-') : null;
      const narrowed = [state, record, provider, mine, overdue ?? false, context.today, entityId ?? null];
      const asked = [...visibility(context), ...narrowed];
      const rows = await context.reads.rows(listed, [...asked, page.after?.[0] ?? start, page.first + 1]);
      const count = async () => (await context.reads.row(listedCount, asked))!.count;
      return connection(page, rows, ({ id }) => [id], count);
    },
  };
}
