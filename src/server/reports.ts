import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import type { Context } from '../context.js';
import { Reads } from '../database/reads.js';
import { publicKeys } from '../reports/report.reads.js';
import { type GivenReport, givenReport } from '../reports/report-access.reads.js';
import { fileOf } from '../reports/report-file.js';
import { printedReport } from '../reports/report-text.js';
import { downloadHeaders } from './download.js';
import { logReadings } from './kept-readings.js';
import { loggingRefusal } from './refused-deeds.js';
import type { Resources } from './request-context.js';

const formats = {
  json: { type: 'application/json; charset=utf-8', make: async ({ jws }: GivenReport) => Buffer.from(fileOf(jws)) },
  pdf: {
    type: 'application/pdf',
    make: async ({ jws, keyId }: GivenReport) => {
      // loaded with the first document that somebody wants on paper
      const { pdfOf } = await import('../documents/pdf.js');
      return pdfOf(printedReport(jws, keyId));
    },
  },
} as const;

/**
 * Credit reports as signed JSON and as PDF, and the keys by which they and, of the demonstration, tokens are verified. Who
 * fetched a report stands in the audit, and what it showed that is not public in the readings, before it leaves.
 */
export function reports(
  app: FastifyInstance,
  { pool, reportKey }: Pick<Resources, 'pool' | 'reportKey'>,
  ofTokens: readonly JWK[],
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  for (const [format, { type, make }] of Object.entries(formats)) {
    app.get<{ Params: { number: string } }>(`/reports/:number.${format}`, async (request, reply) => {
      const context = await contextOf(request);
      context.auditLog.requireOpen();
      const { number } = request.params;
      const { checkCode } = request.query as { checkCode?: unknown };
      const code = typeof checkCode === 'string' ? checkCode : undefined;
      const report = await loggingRefusal(context, 'creditReport.read', number, () =>
        givenReport(context, number, code),
      );
      const bytes = await make(report);
      const facts = { number, format };
      await Promise.all([
        logReadings(context),
        context.auditLog.writeDeeds(context, [
          { deed: 'creditReport.read', subjectType: 'CreditReport', subjectId: report.id, facts },
        ]),
      ]);
      reply.headers(downloadHeaders(`专项信用报告 ${number}.${format}`, type, bytes.length));
      return reply.send(bytes);
    });
  }
  app.get('/.well-known/jwks.json', async () => ({
    keys: [...ofTokens, ...(await publicKeys(new Reads(pool), reportKey))],
  }));
}
