import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { Role } from '../access/words.js';
import { exportAudit } from '../audit/export.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { loggingRefusal } from './refused-deeds.js';

const path = '/audit/export.ndjson';

/** The whole audit for whoever supervises; that it was taken stands in it. */
export function auditExport(
  app: FastifyInstance,
  pool: pg.Pool,
  years: number,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get(path, async (request, reply) => {
    const context = await contextOf(request);
    const { role } = context.viewer;
    await loggingRefusal(context, 'audit.export', 'audit', () => {
      if (role === Role.SUPERVISOR) return;
      const reason = role === Role.PUBLIC ? 'AUTHENTICATION_REQUIRED' : 'ROLE_REQUIRED';
      throw new Refusal(reason, { what: `GET ${path}`, who: Role.SUPERVISOR });
    });
    await context.auditLog.writeDeeds(context, [
      { deed: 'audit.export', subjectType: 'Audit', subjectId: '*', facts: {} },
    ]);
    reply.header('content-type', 'application/x-ndjson; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="audit.ndjson"');
    return reply.send(Readable.from(exportAudit(pool, years), { objectMode: false }));
  });
}
