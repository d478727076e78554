import type { RefusalEntry } from './refusal-entry.js';

const purpose = 'State Council Order 809 (政务数据共享条例), arts 20, 25';
const repaired = 'NDRC Order 36 (信用修复管理办法), art. 3: what was repaired is no longer shared or used';
const platform = 'this platform: a report is for one recipient and one use';

/** What is refused of credit reports. */
export const refusalsOfReports = {
  REPORT_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'An entity has reports issued about itself, not about {uscc}.',
      zh: '信用主体仅可申请出具本主体的信用报告，不能申请 {uscc} 的信用报告。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), art. 45; 国办发〔2020〕49号',
    remedy: {
      en: 'Ask that entity for a report addressed to you, and verify it with verifyReport.',
      zh: '请由该主体出具以您为接收方的信用报告，并通过 verifyReport 核验。',
    },
  },
  REPORT_PURPOSE: {
    code: 'FORBIDDEN',
    text: {
      en: `A department has a report issued or given for a stated purpose only: {bar, select,
        CASE_REQUIRED {no case is stated}
        PURPOSE_NOT_COVERED {its mandate does not list the stated one}
        OTHER_PURPOSE {this one was issued for another}
        other {none is stated}
      }.`,
      zh: `部门申请或调取信用报告须说明使用目的：{bar, select,
        CASE_REQUIRED {未载明案号}
        PURPOSE_NOT_COVERED {所述目的不在其法定职责范围内}
        OTHER_PURPOSE {该报告系为其他目的出具}
        other {未说明目的}
      }。`,
    },
    basis: purpose,
    remedy: {
      en: 'State them in the headers Credit-Purpose and Credit-Case.',
      zh: '请在请求头 Credit-Purpose 与 Credit-Case 中说明。',
    },
  },
  REPORT_REQUEST_NUMBER: {
    code: 'BAD_INPUT',
    text: {
      en: '"requestNumber" is no number of 3 to 64 characters with a digit among them: the credit centre has reports issued for entities that asked in writing.',
      zh: '“requestNumber”应为 3 至 64 个字符且含数字的编号：信用中心代为出具信用报告须有主体的书面申请。',
    },
    basis: platform,
  },
  REPORT_RECIPIENT: {
    code: 'BAD_INPUT',
    text: {
      en: '"recipient" has {length} characters; it is a name of 1 to {most} on one line, without control characters.',
      zh: '“recipient”为 {length} 个字符，应为 1 至 {most} 个字符的单行名称，不含控制字符。',
    },
    basis: platform,
  },
  REPORT_CLASSES: {
    code: 'BAD_INPUT',
    text: {
      en: '"classes" names no class, or one twice.',
      zh: '“classes”未列出类别，或重复列出同一类别。',
    },
    basis: platform,
    remedy: { en: 'Leave it out to cover all classes.', zh: '如需涵盖全部类别，请不填此项。' },
  },
  REPORT_TOO_LONG: {
    code: 'REFUSED',
    text: {
      en: 'The report would tell more than {most} records.',
      zh: '报告所载记录将超过 {most} 条。',
    },
    basis: platform,
    remedy: { en: 'Have several issued, of some classes each.', zh: '请按信息类别分别出具。' },
  },
  REPORT_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: 'There is no such report for you, or the check code does not fit.',
      zh: '没有可供您调取的该报告，或校验码不符。',
    },
    remedy: {
      en: 'Give the number and the check code as they stand in the report.',
      zh: '请按报告所载填写报告编号与校验码。',
    },
  },
  REPORT_OF_GOVERNMENT: {
    code: 'FORBIDDEN',
    text: {
      en: 'A department had the report issued for its own use: with the check code it is verified, not fetched.',
      zh: '该报告由部门申请供自用，凭校验码仅可核验，不可调取。',
    },
    basis: purpose,
    remedy: { en: 'Ask its subject for a report addressed to you.', zh: '请由信用主体出具以您为接收方的信用报告。' },
  },
  REPORT_OVER: {
    code: 'REFUSED',
    text: {
      en: `The report is no longer given out: {status, select,
        EXPIRED {its validity has ended}
        other {what it says no longer holds}
      }.`,
      zh: `该报告不再提供：{status, select,
        EXPIRED {已过有效期}
        other {所载内容已变化}
      }。`,
    },
    basis: repaired,
    remedy: { en: 'Ask for one that is issued anew.', zh: '请申请重新出具。' },
  },
  REPORT_NUMBER: {
    code: 'BAD_INPUT',
    text: {
      en: '"number" is "{value}"; the number of a report has 20 digits: city, day, serial.',
      zh: '“number”为“{value}”，报告编号为 20 位数字（区划、日期、序号）。',
    },
  },
  REPORT_VERIFY_BY: {
    code: 'BAD_INPUT',
    text: {
      en: 'A report is verified by "number" and "checkCode", or by "document" alone.',
      zh: '核验须填写“number”与“checkCode”，或仅填写“document”。',
    },
  },
} as const satisfies Record<string, RefusalEntry>;
