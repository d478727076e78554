import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { isCheckCode } from './check-code.js';
import {
  documentOf,
  isReportNumber,
  publicKeys,
  type ReportRow,
  reportByNumber,
  supersededReasons,
} from './report.reads.js';
import { statusOf } from './report.rules.js';
import { ReportStatus } from './report.words.js';
import { type OpenedReport, opened, payloadOf, ReportTampered } from './report-file.js';
import type { ReportVerification } from './verification.js';

/** By what a report is verified: its number with its check code, or the document itself. */
export interface Verifying {
  readonly number?: string | null;
  readonly checkCode?: string | null;
  readonly document?: string | null;
}

const nothing: Omit<ReportVerification, 'status'> = {
  ...{ reasons: [], number: null, uscc: null, name: null, use: null, recipient: null, classes: null, issuedAt: null },
  ...{ asOf: null, knownAt: null, validUntil: null, rehearsed: null, digest: null },
};

/**
 * How a report stands: 核验信用报告. A number that does not exist and a code that does not fit look the same, and either is
 * charged to the day's budget before it is looked up.
 *
 * @throws Refusal REPORT_VERIFY_BY, REPORT_NUMBER, BUDGET_SPENT
 */
export async function verifyReport(context: Context, by: Verifying): Promise<ReportVerification> {
  const { number, checkCode, document } = by;
  if (document != null && number == null && checkCode == null) return byDocument(context, document);
  if (document != null || number == null || checkCode == null) throw new Refusal('REPORT_VERIFY_BY');
  const report = await heldReport(context, number, checkCode);
  if (!report) return { status: ReportStatus.UNKNOWN, ...nothing };
  return told(context, report, payloadOf(await documentOf(context, report.id)).subject.name);
}

/** The report with the number, if the check code fits; asking costs either way. */
export async function heldReport(context: Context, number: string, checkCode: string): Promise<ReportRow | undefined> {
  if (!isReportNumber(number)) throw new Refusal('REPORT_NUMBER', { value: number.slice(0, 100) });
  await context.budget.spend([number]);
  const report = await reportByNumber(context, number);
  return report && isCheckCode(checkCode, report.signature) ? report : undefined;
}

async function byDocument(context: Context, document: string): Promise<ReportVerification> {
  let report: OpenedReport;
  try {
    const keys = await publicKeys(context.reads, context.reportKey);
    report = await opened(document, (kid) => keys.find((key) => key.kid === kid));
  } catch (error) {
    if (!(error instanceof ReportTampered)) throw error;
    return { status: ReportStatus.TAMPERED, ...nothing };
  }
  const { payload, signature } = report;
  await context.budget.spend([payload.number]);
  const row = await reportByNumber(context, payload.number);
  // signed by the platform, and yet not among what it keeps: a database that was set back
  if (row?.signature !== signature) return { status: ReportStatus.UNKNOWN, ...nothing };
  return told(context, row, payload.subject.name);
}

async function told(context: Context, report: ReportRow, name: string): Promise<ReportVerification> {
  const superseded = await context.load(supersededReasons, report.id);
  const status = statusOf(report.validUntil, context.today, superseded);
  const { number, uscc, use, recipient, classes, issuedAt, asOf, knownAt, validUntil, rehearsed, digest } = report;
  return {
    status,
    reasons: status === ReportStatus.SUPERSEDED ? superseded : [],
    ...{ number, uscc, name, use, recipient, classes, issuedAt, asOf, knownAt, validUntil, rehearsed, digest },
  };
}
