import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Role } from '../access/words.js';
import { ArrearsDimension } from '../arrears/arrears-statistics.js';
import { arrearsStatistics } from '../arrears/arrears-statistics.reads.js';
import { ledgerColumns } from '../arrears/case-columns.js';
import { ledgerLength, ledgerRows } from '../arrears/case-table.reads.js';
import { statisticColumns } from '../arrears/statistic-columns.js';
import { type Day, isDay } from '../calendar/day.js';
import type { Context } from '../context.js';
import { csvOf } from '../documents/csv.js';
import { type Table, tableOf } from '../documents/table.js';
import { requireWorkbook, xlsxOf } from '../documents/xlsx.js';
import { Refusal } from '../messages/refusal.js';
import { loggingRefusal } from './refused-deeds.js';

const formats = {
  csv: { type: 'text/csv; charset=utf-8', make: (table: Table) => csvOf(table) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: (table: Table) => xlsxOf(table),
  },
} as const;
type Format = keyof typeof formats;

/** What is to be written into a file, and what the audit says of it. */
interface Export {
  readonly table: Table;
  readonly rows: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

type Query = Readonly<Record<string, unknown>>;

function refuseParameter(parameter: string, value: unknown, allowed: string): never {
  const written = value === undefined ? '' : JSON.stringify(value).replace(/^"|"$/g, '').slice(0, 100);
  throw new Refusal('EXPORT_PARAMETER', { parameter, value: written, allowed });
}

function dimensionOf({ by }: Query): ArrearsDimension {
  const found = Object.values(ArrearsDimension).find((dimension) => dimension === by);
  return found ?? refuseParameter('by', by, Object.values(ArrearsDimension).join(' / '));
}

function dayOf({ asOf }: Query): Day | null {
  if (asOf === undefined) return null;
  return typeof asOf === 'string' && isDay(asOf) ? asOf : refuseParameter('asOf', asOf, 'YYYY-MM-DD');
}

async function statistics(context: Context, query: Query): Promise<Export> {
  const [by, asOf] = [dimensionOf(query), dayOf(query)];
  const rows = await arrearsStatistics(context, by, asOf);
  const batches = (async function* () {
    yield rows;
  })();
  const table = tableOf('拖欠账款统计', statisticColumns(context), context.language, batches);
  return { table, rows: rows.length, facts: { by, asOf: asOf ?? context.today } };
}

const parties: readonly Role[] = [Role.ARREARS_ADMIN, Role.SUPERVISOR, Role.DEPARTMENT, Role.ENTERPRISE];

async function cases(context: Context): Promise<Export> {
  const { role } = context.viewer;
  if (!parties.includes(role)) {
    const reason = role === Role.PUBLIC ? 'AUTHENTICATION_REQUIRED' : 'ROLE_REQUIRED';
    throw new Refusal(reason, { what: 'GET /arrears/cases', who: parties.join(', ') });
  }
  const rows = await ledgerLength(context);
  const table = tableOf('清欠台账', ledgerColumns(context), context.language, ledgerRows(context));
  return { table, rows, facts: { asOf: context.today } };
}

/** Statistics and the ledger of arrears as files, with what the viewer may see. Who took which stands in the audit. */
export function arrearsExports(app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  const give = (name: string, format: Format, made: (context: Context, query: Query) => Promise<Export>) =>
    app.get(`/arrears/${name}.${format}`, async (request, reply): Promise<FastifyReply> => {
      const context = await contextOf(request);
      context.auditLog.requireOpen();
      const { table, rows, facts } = await loggingRefusal(context, 'arrears.export', name, async () => {
        const all = await made(context, request.query as Query);
        if (format === 'xlsx') requireWorkbook(all.rows);
        return all;
      });
      await context.auditLog.writeDeeds(context, [
        { deed: 'arrears.export', subjectType: 'ArrearsExport', subjectId: name, facts: { format, rows, ...facts } },
      ]);
      const { type, make } = formats[format];
      reply.header('content-type', type);
      reply.header('content-disposition', `attachment; filename="arrears-${name}-${facts['asOf']}.${format}"`);
      return reply.send(Readable.from(make(table), { objectMode: false }));
    });
  for (const format of Object.keys(formats) as Format[]) {
    give('statistics', format, statistics);
    give('cases', format, cases);
  }
}
