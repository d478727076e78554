import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import { readCsv, readNdjson } from '../collection/file-reader.js';
import { columnsOf } from '../collection/header.rules.js';
import { type Submission, SubmissionFormat } from '../collection/submission.entity.js';
import { allRejections, submissionById } from '../collection/submission.reads.js';
import { itemToSubmit, receiveSubmission } from '../collection/submission.service.js';
import type { Context } from '../context.js';
import { explain, Refusal } from '../messages/refusal.js';
import { received, streamBodies } from './received.js';
import { loggingRefusal } from './refused-deeds.js';

/** The largest file, in bytes. */
const largestFile = 2 * 1024 ** 3;

const mediaTypes: Readonly<Record<string, SubmissionFormat>> = {
  'text/csv': SubmissionFormat.CSV,
  'application/x-ndjson': SubmissionFormat.NDJSON,
  'application/ndjson': SubmissionFormat.NDJSON,
};

function formatOf(request: FastifyRequest): SubmissionFormat {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const format = mediaTypes[type];
  if (!format)
    throw new Refusal('MEDIA_TYPE', { types: Object.keys(mediaTypes).join(' / '), value: type.slice(0, 100) });
  return format;
}

const summary = ({ id, itemCode, read, created, changed, unchanged, refused }: Submission) => ({
  id,
  item: itemCode,
  read,
  created,
  changed,
  unchanged,
  refused,
  ...(refused > 0 && { rejections: `/submissions/${id}/rejections.csv` }),
});

/** Files of records in, files of rejections out. */
export function uploads(app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  app.register(async (routes) => {
    streamBodies(routes);

    routes.post<{ Params: { item: string } }>('/submissions/:item', async (request, reply) => {
      const context = await contextOf(request);
      context.auditLog.requireOpen();
      const submission = await loggingRefusal(context, 'upload', request.params.item, () => {
        const item = itemToSubmit(context, request.params.item);
        const format = formatOf(request);
        return received(request.body as Readable | undefined, { limit: largestFile }, (file) => {
          const source = file.content();
          const rows = format === SubmissionFormat.CSV ? readCsv(source, columnsOf(item)) : readNdjson(source);
          return receiveSubmission(context, item, format, rows);
        });
      });
      return reply.code(201).send(summary(submission));
    });

    routes.get<{ Params: { id: string } }>('/submissions/:id/rejections.csv', async (request, reply) => {
      const context = await contextOf(request);
      const { id } = request.params;
      const mine = context.viewer.role === Role.DEPARTMENT && isUuid(id) && (await submissionById(context, id));
      if (!mine) throw new Refusal('UNKNOWN_SUBMISSION', { id: id.slice(0, 100) });
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="rejections-${id}.csv"`);
      return reply.send(rejectionsCsv(context, id));
    });
  });
}

/** Rejections as a CSV file that spreadsheets open as text: with a byte order mark, formulas disarmed. */
function rejectionsCsv(context: Context, id: string): Readable {
  const rows = Readable.from(
    (async function* () {
      for await (const { row, field, value, reason, params } of allRejections(context, id)) {
        const { message, basis } = explain(reason, params, context.language);
        yield [row, field, value, reason, message, basis ?? ''];
      }
    })(),
  );
  const header = ['row', 'field', 'value', 'reason', 'message', 'basis'];
  return rows.pipe(stringify({ header: true, columns: header, bom: true, escape_formulas: true }));
}
