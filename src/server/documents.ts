import type { FastifyInstance, FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import type { Context } from '../context.js';
import type { CaseDocument } from '../documents/case-document.entity.js';
import { documentById } from '../documents/case-document.reads.js';
import { Refusal } from '../messages/refusal.js';
import { knowsCase } from './cases-known.js';
import { downloadHeaders } from './download.js';

/** The document, if the viewer may know of its case: for everybody else it is one that does not exist. */
async function documentFor(context: Context, id: string): Promise<CaseDocument> {
  const document = isUuid(id) ? await documentById(context, id) : null;
  if (!document || !(await knowsCase(context, document))) {
    throw new Refusal('UNKNOWN_DOCUMENT', { id: id.slice(0, 100) });
  }
  return document;
}

/** Decisions and notices as PDF. Who fetched one, and so had it served, stands in the audit. */
export function documents(app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  app.get<{ Params: { id: string } }>('/documents/:id.pdf', async (request, reply) => {
    const context = await contextOf(request);
    context.auditLog.requireOpen();
    const document = await documentFor(context, request.params.id);
    const { id, kind, caseKind, caseId, title, number } = document;
    // loaded with the first document that somebody wants on paper
    const { pdfOf } = await import('../documents/pdf.js');
    const pdf = await pdfOf(document);
    await context.auditLog.writeDeeds(context, [
      {
        deed: 'document.read',
        subjectType: 'CaseDocument',
        subjectId: id,
        facts: { case: caseKind, caseId, kind },
      },
    ]);
    reply.headers(downloadHeaders(`${title} ${number}.pdf`.replaceAll('/', '-'), 'application/pdf', pdf.length));
    return reply.send(pdf);
  });
}
