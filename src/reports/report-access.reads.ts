import type { Standing } from '../access/standing.js';
import { isItself } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { documentOf, ownReport, type ReportRow, supersededReasons } from './report.reads.js';
import { isCarried, statusOf } from './report.rules.js';
import { ReportStatus } from './report.words.js';
import { payloadOf } from './report-file.js';
import type { ReportPayload } from './report-payload.js';
import { heldReport } from './verification.reads.js';

/** A report that is given out. */
export interface GivenReport {
  readonly id: string;
  readonly number: string;
  readonly keyId: string;
  readonly jws: string;
}

/**
 * The document of a report for the entity itself, who had it issued, the supervisor, and whoever has its number and check code.
 * Beside the entity and the supervisor nobody is given one that no longer holds: what was repaired is not to be shared again.
 * What it shows that is not public is entered into the readings.
 *
 * @throws Refusal REPORT_UNKNOWN, REPORT_PURPOSE, REPORT_OF_GOVERNMENT, REPORT_OVER, REPORT_NUMBER, BUDGET_SPENT
 */
export async function givenReport(
  context: Context,
  number: string,
  checkCode: string | undefined,
): Promise<GivenReport> {
  const { viewer, today, standing, readings } = context;
  const own = await ownReport(context, number);
  const report = own ?? (checkCode === undefined ? undefined : await heldReport(context, number, checkCode));
  if (!report) throw new Refusal('REPORT_UNKNOWN');
  if (!own && !isCarried(report.issuerRole)) throw new Refusal('REPORT_OF_GOVERNMENT');
  const jws = await documentOf(context, report.id);
  if (own && viewer.role === Role.DEPARTMENT) mustServe(payloadOf(jws), standing);
  if (!readsAlways(context, report)) {
    const status = statusOf(report.validUntil, today, await context.load(supersededReasons, report.id));
    if (status !== ReportStatus.VALID) throw new Refusal('REPORT_OVER', { status });
  }
  if (!isItself(viewer, report.uscc)) readings.again(report.entityId, report.notPublic);
  return { id: report.id, number, keyId: report.keyId, jws };
}

/** A department is given its report for the purpose for which it was issued: another may open less. */
function mustServe({ issuedFor }: ReportPayload, { purpose, bar }: Standing): void {
  if (bar !== null) throw new Refusal('REPORT_PURPOSE', { bar });
  if (purpose !== issuedFor.purpose) throw new Refusal('REPORT_PURPOSE', { bar: 'OTHER_PURPOSE' });
}

/** The entity itself and the supervisor read repaired records as they were. */
const readsAlways = ({ viewer }: Context, { uscc }: ReportRow): boolean =>
  viewer.role === Role.SUPERVISOR || isItself(viewer, uscc);
