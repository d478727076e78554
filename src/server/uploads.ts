import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { loggingRefusal } from './refused-deeds.js';

/** The largest file, in bytes. */
const largestFile = 2 * 1024 ** 3;

/** How much of a kept file is read at once, in bytes. */
const pieceRead = 64 * 1024;

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

/**
 * Keeps the body in a temporary file while it comes in: a slow or broken sender holds neither a transaction nor memory, and
 * work begins when everything is there. The file has no name any more while it holds something, so that nothing of it
 * stays behind, whatever ends the process.
 */
async function received<T>(body: Readable, work: (source: Readable) => Promise<T>): Promise<T> {
  const path = join(tmpdir(), `credit-upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let bytes = 0;
    for await (const chunk of arriving(body)) {
      bytes += chunk.length;
      if (bytes > largestFile) throw new Refusal('BODY_TOO_LARGE', { limit: largestFile });
      await file.appendFile(chunk);
    }
    return await work(Readable.from(kept(file)));
  } finally {
    await file.close();
  }
}

async function* arriving(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body as AsyncIterable<Buffer>;
  } catch {
    throw new Refusal('BODY_CUT_OFF');
  }
}

async function* kept(file: FileHandle): AsyncGenerator<Buffer> {
  let position = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(pieceRead), 0, pieceRead, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
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
    // the body of any type is streamed: the type is judged where it can be refused properly
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', (_request, body, done) => done(null, body));

    routes.post<{ Params: { item: string } }>('/submissions/:item', async (request, reply) => {
      const context = await contextOf(request);
      context.auditLog.requireOpen();
      const submission = await loggingRefusal(context, 'upload', request.params.item, () => {
        const item = itemToSubmit(context, request.params.item);
        const format = formatOf(request);
        return received((request.body as Readable | undefined) ?? Readable.from([]), (source) => {
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
