import { legalDay } from '../calendar/day.js';
import type { Printed } from '../documents/pdf.js';
import { checkCodeOf } from './check-code.js';
import { classTitles } from './records-print.js';
import { useTitles } from './report.words.js';
import { digestOf, partsOf, payloadOf } from './report-file.js';
import type { ReportPayload } from './report-payload.js';
import { reportSections } from './report-sections.js';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** An instant as documents write it, in the time of Beijing to the second. */
const inBeijing = (instant: string): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const grouped = (hex: string): string => hex.replace(/(.{16})(?=.)/g, '$1 ');

/** On whose word the report was issued. */
function issuedFor({ subject, issuedFor: { department, requestNumber } }: ReportPayload): string {
  if (department !== null) return `${department.name}（履行职责自用，不得转作他用）`;
  return requestNumber === null ? `${subject.name}（本主体）` : `${subject.name}（申请书编号 ${requestNumber}）`;
}

function aboutIt(report: ReportPayload): string[] {
  const { subject, use, recipient, issuedAt, asOf, knownAt, validUntil, covered, notCovered } = report;
  const titled = (classes: ReportPayload['covered']): string => classes.map((one) => classTitles[one]).join('、');
  return [
    `信用主体：${subject.name}`,
    `统一社会信用代码：${subject.uscc}`,
    `用途：${useTitles[use]}`,
    `接收方：${recipient}`,
    `申请方：${issuedFor(report)}`,
    `出具时间：${inBeijing(issuedAt)}（北京时间）`,
    `信息截至：${asOf}；平台所知截至：${inBeijing(knownAt)}（北京时间）`,
    `有效期至：${validUntil}`,
    `涵盖信息类别：${titled(covered)}。`,
    ...(notCovered.length > 0 ? [`未涵盖（不作判断）：${titled(notCovered)}。`] : []),
  ];
}

/** What a report looks like on paper: what was signed, and how to verify it. */
export function printedReport(jws: string, kid: string): Printed {
  const report = payloadOf(jws);
  const { number, issuer, issuedAt, rehearsal, sections, notes } = report;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['报告概要', aboutIt(report)],
    ...reportSections.flatMap(({ key, heading, print }) =>
      key in sections ? [[heading, print(sections[key] as never)] as const] : [],
    ),
    ['说明', notes.map(({ zh }) => zh)],
    [
      '核验方式',
      [
        `报告编号：${number}`,
        `校验码：${checkCodeOf(partsOf(jws).signature)}`,
        `内容摘要（SHA-256）：${grouped(digestOf(jws))}`,
        `签名密钥标识：${kid}`,
        '在线核验：以报告编号与校验码，通过平台接口 verifyReport 查询报告是否仍然有效。',
        `下载签名文件：GET /reports/${number}.json?checkCode=校验码；公钥见 /.well-known/jwks.json。`,
        '离线核验：npm run verify-report -- 签名文件 --jwks 公钥文件。纸质件仅供阅读，以签名文件为准。',
      ],
    ],
  ];
  return {
    number: `编号：${number}`,
    title: rehearsal ? '专项信用报告（演练件，无效）' : '专项信用报告',
    text: parts.flatMap(([heading, lines], i) => [`${numerals[i]}、${heading}`, ...lines]).join('\n'),
    issuedBy: issuer,
    issuedOn: legalDay(new Date(issuedAt)),
    issuedAt: new Date(issuedAt),
  };
}
