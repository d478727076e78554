import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { Role } from '../access/words.js';
import { audit } from '../audit/audit.js';
import { CatalogueClass } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { creditCentre } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import { momentOf } from '../records/validity.rules.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { CreditReport } from './credit-report.entity.js';
import type { IssueCreditReportInput } from './report.inputs.js';
import { classesOf, isCarried, mustMayIssue, recipientOf, requestNumberOf, validUntil } from './report.rules.js';
import { digestOf, signed } from './report-file.js';
import { nextReportNumber } from './report-number.js';
import { notes, type ReportPayload, reportSchema } from './report-payload.js';
import type { About, Made } from './report-section.js';
import { reportSections } from './report-sections.js';

/**
 * Issues a credit report: 出具专项信用报告. What it says is read beforehand and signed under its number; a record that changes
 * in between supersedes it like one that changes afterwards.
 *
 * @throws Refusal REPORT_NOT_YOURS, REPORT_PURPOSE, REPORT_REQUEST_NUMBER, REPORT_RECIPIENT, REPORT_CLASSES, TIME_AHEAD,
 *   UNKNOWN_ENTITY, REPORT_TOO_LONG
 */
export async function issueCreditReport(context: Context, input: IssueCreditReportInput): Promise<CreditReport> {
  const { viewer, standing, readings } = context;
  const asked = viewer.role === Role.CREDIT_CENTRE ? requestNumberOf(input.requestNumber) : null;
  mustMayIssue(viewer, input.uscc, standing.bar, asked);
  const recipient = recipientOf(input.recipient);
  const classes = classesOf(input.classes);
  const moment = momentOf(input, context);
  const entity = await context.load(entityByCode, input.uscc);
  if (!entity) throw new Refusal('UNKNOWN_ENTITY', { uscc: input.uscc });

  const about: About = { entity, classes, moment, carried: isCarried(viewer.role) };
  const parts: (readonly [string, Made<unknown>])[] = [];
  for (const section of reportSections) parts.push([section.key, await section.make(context, about)]);
  const report = await context.em.transactional((em) =>
    issued(em, context, { about, parts, use: input.use, recipient, requestNumber: asked }),
  );
  if (viewer.role !== Role.ENTERPRISE) readings.again(entity.id, report.notPublic);
  return report;
}

interface Issuing extends Pick<CreditReport, 'use' | 'recipient' | 'requestNumber'> {
  readonly about: About;
  readonly parts: readonly (readonly [string, Made<unknown>])[];
}

async function issued(em: EntityManager, context: Context, issuing: Issuing): Promise<CreditReport> {
  const { viewer, now, today, rehearsed, reportKey } = context;
  const { about, parts, use, recipient, requestNumber } = issuing;
  const number = await nextReportNumber(em, today);
  const payload = payloadOf(context, number, issuing);
  const jws = signed(payload, reportKey);
  await sql`insert into report_key (id, public_key, first_used_at)
    values (${reportKey.id}, ${reportKey.publicKey}, ${now}) on conflict do nothing`.execute(em.getKysely());
  const report = em.create(CreditReport, {
    ...{ id: uuid(), number, entityId: about.entity.id, use, recipient, requestNumber, rehearsed },
    ...{ classes: [...about.classes], asOf: payload.asOf, knownAt: new Date(payload.knownAt) },
    ...{ issuedAt: now, validUntil: payload.validUntil, issuerRole: viewer.role, issuedBy: viewer.subject },
    departmentCode: viewer.department ?? null,
    records: parts.flatMap(([, { records = [] }]) => records),
    watched: parts.flatMap(([, { watched = [] }]) => watched),
    notPublic: parts.flatMap(([, { notPublic = [] }]) => notPublic),
    ...{ digest: digestOf(jws), keyId: reportKey.id, jws },
  });
  em.persist(report);
  // the recipient is a text of the issuer's own: it stays out of the audit
  audit(em, context, {
    deed: 'creditReport.issue',
    subjectType: 'CreditReport',
    subjectId: report.id,
    facts: { number, use, classes: report.classes, asOf: report.asOf, records: report.records.length, requestNumber },
  });
  return report;
}

function payloadOf(context: Context, number: string, { about, parts, ...asked }: Issuing): ReportPayload {
  const { viewer, now, today, rehearsed, standing, reference } = context;
  const { entity, classes, moment } = about;
  const department = viewer.department === undefined ? undefined : reference(departments).get(viewer.department);
  return {
    schema: reportSchema,
    number,
    issuer: creditCentre,
    issuedAt: now.toISOString(),
    asOf: moment?.asOf ?? today,
    knownAt: (moment?.knownAt ?? now).toISOString(),
    validUntil: validUntil(today),
    rehearsal: rehearsed,
    subject: { uscc: entity.uscc, name: entity.name },
    use: asked.use,
    recipient: asked.recipient,
    issuedFor: {
      role: viewer.role,
      department: department ? { code: department.code, name: department.name } : null,
      purpose: department ? standing.purpose : null,
      requestNumber: asked.requestNumber,
    },
    covered: classes,
    notCovered: Object.values(CatalogueClass).filter((one) => !classes.includes(one)),
    sections: Object.fromEntries(parts.map(([key, { content }]) => [key, content])),
    notes,
  };
}
