import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Attachment } from '../attachments/attachment.entity.js';
import { attachmentById, attachmentsWaiting } from '../attachments/attachment.reads.js';
import {
  attachmentName,
  isOfSide,
  largestAttachment,
  mediaTypes,
  mostWaiting,
  nameToSave,
} from '../attachments/attachment.rules.js';
import { receiveAttachment, sideOf } from '../attachments/attachment.service.js';
import type { FileStore, KeptFile } from '../attachments/file-store.js';
import type { Context } from '../context.js';
import { stripped } from '../database/failure.js';
import { Refusal } from '../messages/refusal.js';
import { knowsCase } from './cases-known.js';
import { downloadHeaders } from './download.js';
import { type ReceivedFile, received, streamBodies } from './received.js';
import { loggingRefusal } from './refused-deeds.js';

/** Who files evidence: everybody who can be a party to a case or decide one. */
const senders = [Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.ARREARS_ADMIN];

function requireSender({ viewer: { role } }: Context): void {
  if (senders.includes(role)) return;
  const reason = role === Role.PUBLIC ? 'AUTHENTICATION_REQUIRED' : 'ROLE_REQUIRED';
  throw new Refusal(reason, { what: 'POST /attachments', who: senders.join(', ') });
}

function declaredType(request: FastifyRequest): string {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (Object.hasOwn(mediaTypes, type)) return type;
  throw new Refusal('MEDIA_TYPE', { types: Object.keys(mediaTypes).join(' / '), value: type.slice(0, 100) });
}

function nameOf(request: FastifyRequest): string {
  const name = attachmentName((request.query as { name?: unknown }).name);
  if (name === null) throw new Refusal('ATTACHMENT_NAME');
  return name;
}

/** How much of a file is looked at to tell what it is, in bytes: a picture may begin with a colour profile. */
const beginning = 1024 ** 2;

async function beginningOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of content as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length >= beginning) break;
  }
  return Buffer.concat(pieces);
}

/** What somebody calls a file is believed only when its content says the same. */
async function checkContent(declared: string, { size, content }: ReceivedFile): Promise<void> {
  if (size === 0) throw new Refusal('ATTACHMENT_EMPTY');
  const found = (await fileTypeFromBuffer(await beginningOf(content())))?.mime;
  if (found !== declared)
    throw new Refusal('ATTACHMENT_CONTENT', { declared, known: found ? 'yes' : 'no', found: found ?? '' });
}

/** A store that fails is told to the caller as that, and to the log as what it was. */
async function withStore<T>(context: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    context.log.error({ err: stripped(error) }, 'the attachment store failed');
    throw new Refusal('FILE_STORE_UNAVAILABLE');
  }
}

const watched = (context: Context, store: FileStore): FileStore => ({
  put: (key, file) => withStore(context, () => store.put(key, file)),
  get: (key) => withStore(context, () => store.get(key)),
  remove: (key) => withStore(context, () => store.remove(key)),
});

async function requireRoom(context: Context): Promise<void> {
  const waiting = await attachmentsWaiting(context, sideOf(context.viewer));
  if (waiting >= mostWaiting) throw new Refusal('ATTACHMENTS_WAITING', { waiting, most: mostWaiting });
}

async function receive(context: Context, request: FastifyRequest, store: FileStore): Promise<Attachment> {
  requireSender(context);
  const name = nameOf(request);
  const mediaType = declaredType(request);
  await requireRoom(context);
  const hash = createHash('sha256');
  const onPiece = (piece: Buffer): void => void hash.update(piece);
  const body = request.body as Readable | undefined;
  return received(body, { limit: largestAttachment, onPiece }, async (file) => {
    await checkContent(mediaType, file);
    return receiveAttachment(context, store, name, { ...file, mediaType, sha256: hash.digest('hex') });
  });
}

/** The attachment, if the viewer may know of it: for everybody else it is one that does not exist. */
async function attachmentFor(context: Context, id: string): Promise<Attachment> {
  const attachment = isUuid(id) ? await attachmentById(context, id) : null;
  if (!attachment || !(isOwn(context, attachment) || (await knowsCase(context, attachment)))) {
    throw new Refusal('UNKNOWN_ATTACHMENT', { id: id.slice(0, 100) });
  }
  return attachment;
}

const isOwn = ({ viewer }: Context, attachment: Attachment): boolean => isOfSide(sideOf(viewer), attachment);

/** The bytes, if the store has as many as were sent. */
async function keptOf(context: Context, store: FileStore, { id, size }: Attachment): Promise<KeptFile> {
  const kept = await store.get(id);
  if (kept?.size === size) return kept;
  kept?.content.destroy();
  context.log.error({ attachment: id, size, found: kept?.size ?? null }, 'an attachment is missing or damaged');
  throw new Refusal('FILE_STORE_UNAVAILABLE');
}

/**
 * The bytes, the last piece of them only when all are those that were sent: what was changed in the store never arrives
 * whole, and nothing has to be read twice.
 */
async function* unchanged(context: Context, { id, sha256 }: Attachment, content: Readable): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  for await (const piece of content as AsyncIterable<Buffer>) {
    hash.update(piece);
    if (held) yield held;
    held = piece;
  }
  if (hash.digest('hex') !== sha256) {
    context.log.error({ attachment: id }, 'an attachment was changed in the store');
    throw new Refusal('FILE_STORE_UNAVAILABLE');
  }
  if (held) yield held;
}

/** A stream that has begun: what is wrong from the start is thrown here, where it can be told; later the connection is cut. */
async function begun(bytes: AsyncGenerator<Buffer>): Promise<Readable> {
  const first = await bytes.next();
  const all = async function* (): AsyncGenerator<Buffer> {
    if (!first.done) yield first.value;
    yield* bytes;
  };
  return Readable.from(all(), { objectMode: false });
}

const told = ({ id, name, mediaType, size, sha256 }: Attachment) => ({ id, name, mediaType, size, sha256 });

/** Evidence in, and out again to those who may know of its case. */
export function attachments(
  app: FastifyInstance,
  files: FileStore,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.register(async (routes) => {
    streamBodies(routes);
    routes.post('/attachments', async (request, reply) => {
      const context = await contextOf(request);
      context.auditLog.requireOpen();
      const attachment = await loggingRefusal(context, 'attachment.upload', '*', () =>
        receive(context, request, watched(context, files)),
      );
      return reply.code(201).send(told(attachment));
    });
  });

  app.get<{ Params: { id: string } }>('/attachments/:id', async (request, reply) => {
    const context = await contextOf(request);
    context.auditLog.requireOpen();
    const attachment = await attachmentFor(context, request.params.id);
    const { id, name, mediaType, size, caseKind, caseId } = attachment;
    if (!isOwn(context, attachment)) {
      const facts = { case: caseKind, caseId };
      await context.auditLog.writeDeeds(context, [
        { deed: 'attachment.read', subjectType: 'Attachment', subjectId: id, facts },
      ]);
    }
    const { content } = await keptOf(context, watched(context, files), attachment);
    const bytes = await begun(unchanged(context, attachment, content));
    reply.headers(downloadHeaders(nameToSave(name, mediaType), mediaType, size));
    return reply.send(bytes);
  });
}
