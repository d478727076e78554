import { expect } from '@jest/globals';
import type { ReportPayload } from '../../src/reports/report-payload.js';
import type { Answer, Person } from '../world.js';

const shown = `number use recipient classes asOf knownAt issuedAt validUntil issuerRole requestNumber rehearsed digest keyId
  entity { uscc } department { code } status supersededBy checkCode url`;

/** Has a report issued. */
export const issues = (who: Person, input: Record<string, unknown>): Promise<Answer> =>
  who.asks(`mutation ($input: IssueCreditReportInput!) { it: issueCreditReport(input: $input) { ${shown} } }`, {
    input: { use: 'TENDER', recipient: '包头市公共资源交易中心', ...input },
  });

/** A report that is issued. */
export async function issued(who: Person, input: Record<string, unknown>): Promise<any> {
  const { data, refusals } = await issues(who, input);
  expect(refusals).toEqual([]);
  return data.it;
}

/** Why it was refused. */
export const reasonOf = ({ refusals }: Answer): string | undefined => refusals[0]?.extensions.reason;

/** How a report stands, as somebody is told. */
export async function verified(who: Person, by: Record<string, string>): Promise<any> {
  const { data, refusals } = await who.asks(
    `query ($number: String, $checkCode: String, $document: String) {
      it: verifyReport(number: $number, checkCode: $checkCode, document: $document) {
        status reasons number uscc name use recipient classes issuedAt asOf knownAt validUntil rehearsed digest } }`,
    by,
  );
  expect(refusals).toEqual([]);
  return data.it;
}

/** Fetches a report's document; with the check code where one is given. */
export async function fetched(
  who: Person,
  number: string,
  { format = 'json', checkCode = undefined as string | undefined } = {},
): Promise<{ status: number; bytes: Buffer; reason: string | undefined }> {
  const query = checkCode === undefined ? '' : `?checkCode=${encodeURIComponent(checkCode)}`;
  const response = await who.fetches(`/reports/${number}.${format}${query}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const reason = response.ok ? undefined : JSON.parse(bytes.toString()).errors[0].extensions.reason;
  return { status: response.status, bytes, reason };
}

/** The document of a report, as text. */
export async function documentOf(who: Person, number: string): Promise<string> {
  const { status, bytes } = await fetched(who, number);
  expect(status).toBe(200);
  return bytes.toString();
}

/** What a report says. */
export const saidBy = async (who: Person, number: string): Promise<ReportPayload> =>
  JSON.parse(await documentOf(who, number)).report;

/** What a report says of a class. */
export const classIn = (report: ReportPayload, of: string): any => classesIn(report).find((one) => one['class'] === of);

/** What it says of each class. */
export const classesIn = (report: ReportPayload) => report.sections['classes'] as readonly Record<string, any>[];
