import type { RefusalEntry } from './refusal-entry.js';
import { refusalsOfAlerts } from './refusals-of-alerts.js';
import { refusalsOfArrears } from './refusals-of-arrears.js';
import { refusalsOfClock } from './refusals-of-clock.js';
import { refusalsOfCommitment } from './refusals-of-commitment.js';
import { refusalsOfConsent } from './refusals-of-consent.js';
import { refusalsOfContracts } from './refusals-of-contracts.js';
import { refusalsOfData } from './refusals-of-data.js';
import { refusalsOfDisclosure } from './refusals-of-disclosure.js';
import { refusalsOfExports } from './refusals-of-exports.js';
import { refusalsOfFastTrack } from './refusals-of-fast-track.js';
import { refusalsOfFiles } from './refusals-of-files.js';
import { refusalsOfLists } from './refusals-of-lists.js';
import { refusalsOfObjection } from './refusals-of-objection.js';
import { refusalsOfPayments } from './refusals-of-payments.js';
import { refusalsOfProcurement } from './refusals-of-procurement.js';
import { refusalsOfProfile } from './refusals-of-profile.js';
import { refusalsOfPropagation } from './refusals-of-propagation.js';
import { refusalsOfRecords } from './refusals-of-records.js';
import { refusalsOfRepair } from './refusals-of-repair.js';
import { refusalsOfReports } from './refusals-of-reports.js';
import { refusalsOfRestriction } from './refusals-of-restriction.js';
import { refusalsOfScreening } from './refusals-of-screening.js';
import { refusalsOfSharing } from './refusals-of-sharing.js';
import { refusalsOfTolerance } from './refusals-of-tolerance.js';
import { refusalsOfWorkflow } from './refusals-of-workflow.js';

/**
 * The one catalogue of what the platform refuses and how it says so, in ICU message format.
 * The key is the published `reason`.
 */
export const refusals = {
  ...refusalsOfAlerts,
  ...refusalsOfArrears,
  ...refusalsOfClock,
  ...refusalsOfCommitment,
  ...refusalsOfConsent,
  ...refusalsOfContracts,
  ...refusalsOfData,
  ...refusalsOfDisclosure,
  ...refusalsOfLists,
  ...refusalsOfObjection,
  ...refusalsOfRepair,
  ...refusalsOfRecords,
  ...refusalsOfExports,
  ...refusalsOfFastTrack,
  ...refusalsOfFiles,
  ...refusalsOfPayments,
  ...refusalsOfProcurement,
  ...refusalsOfProfile,
  ...refusalsOfPropagation,
  ...refusalsOfRestriction,
  ...refusalsOfReports,
  ...refusalsOfScreening,
  ...refusalsOfSharing,
  ...refusalsOfTolerance,
  ...refusalsOfWorkflow,

  // who is asking
  TOKEN_MISSING_ROLE: {
    code: 'UNAUTHENTICATED',
    text: {
      en: 'The token carries no role of this platform: {claim}.',
      zh: '令牌未携带本平台角色：{claim}。',
    },
    remedy: {
      en: 'Ask the identity provider to map the claims as the README describes.',
      zh: '请身份提供方按 README 配置声明映射。',
    },
  },
  TOKEN_INVALID: {
    code: 'UNAUTHENTICATED',
    text: {
      en: `The bearer token is not valid: {fault, select,
        HEADER {the header is not "Bearer <token>"}
        EXPIRED {it has expired}
        CLAIMS {its issuer, audience or another claim is not the one expected}
        SIGNATURE {its signature does not verify}
        KEY {its issuer has no such key}
        other {it is no signed JWT of an accepted algorithm}
      }.`,
      zh: `访问令牌无效：{fault, select,
        HEADER {请求头格式应为“Bearer <令牌>”}
        EXPIRED {令牌已过期}
        CLAIMS {签发方、受众或其他声明不符}
        SIGNATURE {签名验证失败}
        KEY {签发方没有该密钥}
        other {不是采用可接受算法签名的 JWT}
      }。`,
    },
    remedy: {
      en: 'Get a new token, or send no Authorization header to ask as the public.',
      zh: '请重新获取令牌；不带 Authorization 请求头则按公众身份查询。',
    },
  },
  AUTHENTICATION_REQUIRED: {
    code: 'UNAUTHENTICATED',
    text: { en: '{what} needs a signed-in caller: {who}.', zh: '{what} 须登录后使用：{who}。' },
    remedy: { en: 'Send a bearer token.', zh: '请携带访问令牌。' },
  },
  ROLE_REQUIRED: {
    code: 'FORBIDDEN',
    text: { en: '{what} is for {who} only.', zh: '{what} 仅限 {who} 使用。' },
    remedy: { en: 'Ask with an account that has the role.', zh: '请使用具有相应角色的账号。' },
  },
  NOT_THE_PROVIDER: {
    code: 'FORBIDDEN',
    text: {
      en: 'Only its provider {provider} may submit records of the item {item}.',
      zh: '目录项 {item} 仅可由其提供单位 {provider} 报送。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), art. 13',
  },

  // why one reads
  PURPOSE_UNKNOWN: {
    code: 'BAD_INPUT',
    text: {
      en: 'The header Credit-Purpose is "{value}"; it may be one of {purposes}, once, in capitals.',
      zh: '请求头 Credit-Purpose 为“{value}”，应为 {purposes} 之一，仅可出现一次，使用大写。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), art. 20',
  },
  CASE_NUMBER: {
    code: 'BAD_INPUT',
    text: {
      en: 'The header Credit-Case is no case number: 3 to 64 letters, digits and marks, a digit among them; "{value}" is not.',
      zh: '请求头 Credit-Case 不是有效案号（3 至 64 个字符，须含数字）：“{value}”。',
    },
    remedy: {
      en: 'Send it as UTF-8 or percent-encoded, such as 2026-0317 or 包税稽〔2026〕17号.',
      zh: '请以 UTF-8 或百分号编码发送，例如 包税稽〔2026〕17号。',
    },
  },

  // arguments
  BAD_QUERY: {
    code: 'BAD_INPUT',
    text: { en: 'The operation is not valid: {fault}', zh: '查询语句无效：{fault}' },
  },
  NUL_CHARACTER: {
    code: 'BAD_INPUT',
    text: {
      en: '{field} contains a NUL character, which no text may have.',
      zh: '{field} 含有空字符（NUL），不予接受。',
    },
  },
  PAGE_SIZE: {
    code: 'BAD_INPUT',
    text: { en: '"first" is {value}; it may be 1 to {most}.', zh: '“first”为 {value}，取值范围为 1 至 {most}。' },
  },
  CURSOR: {
    code: 'BAD_INPUT',
    text: {
      en: '"after" is not a cursor of this list with this search and filter.',
      zh: '“after”不是该列表（相同检索与筛选条件）的游标。',
    },
    remedy: { en: 'Use pageInfo.endCursor of the page before.', zh: '请使用上一页的 pageInfo.endCursor。' },
  },
  TOO_MANY_CODES: {
    code: 'BAD_INPUT',
    text: {
      en: '{count} codes were asked; at most {most} go at once.',
      zh: '一次最多查询 {most} 个代码，本次为 {count} 个。',
    },
  },
  SEARCH_TOO_SHORT: {
    code: 'BAD_INPUT',
    text: { en: 'A search needs two characters or more.', zh: '检索词至少两个字符。' },
  },
  DATE: {
    code: 'BAD_INPUT',
    text: {
      en: '"{value}" is no calendar date of the form YYYY-MM-DD.',
      zh: '“{value}”不是 YYYY-MM-DD 格式的有效日期。',
    },
    basis: 'GB/T 7408.1-2023',
  },
  DATE_TIME: {
    code: 'BAD_INPUT',
    text: {
      en: '"{value}" is no instant of the form 2026-11-22T08:00:00Z.',
      zh: '“{value}”不是有效的 RFC 3339 时刻。',
    },
  },
  MONEY: {
    code: 'BAD_INPUT',
    text: {
      en: '"{value}" is no amount in yuan with at most two decimals, as a string such as "118000.00".',
      zh: '“{value}”不是以元为单位、最多两位小数的金额字符串（如 "118000.00"）。',
    },
  },
  ID: {
    code: 'BAD_INPUT',
    text: { en: '"{value}" is no id of this platform.', zh: '“{value}”不是本平台的标识。' },
  },
  UNKNOWN_ITEM: {
    code: 'NOT_FOUND',
    text: { en: 'The catalogue has no item "{item}" in force.', zh: '目录中没有生效的目录项“{item}”。' },
    remedy: {
      en: 'Query the catalogue for the items in force.',
      zh: '可通过 catalogue 查询生效的目录项。',
    },
  },
  UNKNOWN_SUBMISSION: {
    code: 'NOT_FOUND',
    text: { en: 'You have no submission "{id}".', zh: '您没有编号为“{id}”的报送批次。' },
  },
  UNKNOWN_DEPARTMENT: {
    code: 'NOT_FOUND',
    text: { en: 'There is no department "{department}".', zh: '没有代码为“{department}”的部门。' },
  },
  TOO_MANY_ROWS: {
    code: 'BAD_INPUT',
    text: {
      en: '{count} rows were sent; submitRecords takes 1 to {most}.',
      zh: '本次共 {count} 行，submitRecords 每次可报送 1 至 {most} 行。',
    },
    remedy: { en: 'Send larger files to POST /submissions/{item}.', zh: '更大的文件请使用 POST /submissions/{item}。' },
  },

  // everything else
  TOO_MANY_ROWS_ASKED: {
    code: 'TOO_EXPENSIVE',
    text: {
      en: 'The question could bring {rows} rows; one may ask for {most}.',
      zh: '该查询最多可能返回 {rows} 行，单次上限为 {most} 行。',
    },
    remedy: { en: 'Ask for shorter pages or fewer lists in lists.', zh: '请减少每页条数或嵌套列表。' },
  },
  BUDGET_SPENT: {
    code: 'RATE_LIMITED',
    text: {
      en: 'The question may touch more entities than are left of today: {remaining} of {limit}.',
      zh: '该查询涉及的主体数超过今日剩余额度（每日 {limit} 个，剩余 {remaining} 个）。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 6, 51; Data Security Law (数据安全法), art. 27',
    remedy: {
      en: 'Ask for shorter pages or fewer codes, about entities of today again, or after {resetsAt}.',
      zh: '请减少每页条数或代码数，查询今日已查询过的主体，或于 {resetsAt} 后再查询。',
    },
  },
  TIMEOUT: {
    code: 'TOO_EXPENSIVE',
    text: { en: 'The question took too long and was stopped.', zh: '查询耗时过长，已中止。' },
    remedy: { en: 'Ask for less at once.', zh: '请缩小查询范围。' },
  },
  UNAVAILABLE: {
    code: 'INTERNAL',
    text: { en: 'The database cannot be reached just now.', zh: '数据库暂时不可用。' },
    remedy: { en: 'Try again in a moment.', zh: '请稍后重试。' },
  },
  COLLIDED: {
    code: 'CONFLICT',
    text: {
      en: 'Another deed was changing the same things at the same moment; nothing of this one was done.',
      zh: '同一时刻另有操作正在变更相同内容，本次操作未生效。',
    },
    remedy: { en: 'Try again.', zh: '请重试。' },
  },
  AUDIT_UNAVAILABLE: {
    code: 'INTERNAL',
    text: {
      en: 'The audit cannot be kept or sealed just now; without it nothing is done.',
      zh: '审计日志暂时无法写入或封存，系统不办理任何操作。',
    },
    basis: 'GB/T 22239-2019, 8.1.4.3; Personal Information Protection Law (个人信息保护法), art. 51',
    remedy: { en: 'Try again later; the operators are told by the log.', zh: '请稍后重试；运维人员已从日志得知。' },
  },
  READINGS_UNAVAILABLE: {
    code: 'INTERNAL',
    text: {
      en: 'What is not public is shown only when the reading can be logged, and it cannot just now. What the operation did is done; its answer is not shown.',
      zh: '查询非公开信息须留痕，当前日志无法写入，故不予显示；若为办理操作，操作已完成。',
    },
    basis:
      'Personal Information Protection Law (个人信息保护法), arts 51, 54; State Council Order 809 (政务数据共享条例), art. 29',
    remedy: {
      en: 'Ask without Credit-Purpose for the public part, or try again later.',
      zh: '可不带 Credit-Purpose 查询公开部分，或稍后重试。',
    },
  },
  INTERNAL: {
    code: 'INTERNAL',
    text: {
      en: 'Something went wrong on our side. It is logged under the request id.',
      zh: '系统内部错误，已按请求编号记录。',
    },
  },
} as const satisfies Record<string, RefusalEntry>;

/** Why something was refused: a key of the catalogue, published as `extensions.reason`. */
export type Reason = keyof typeof refusals;
