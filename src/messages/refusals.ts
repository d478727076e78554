import type { Text } from './language.js';

/** Codes of errors, as published in `extensions.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'REFUSED'
  | 'CONFLICT'
  | 'TOO_EXPENSIVE'
  | 'RATE_LIMITED'
  | 'INTERNAL';

interface Entry {
  readonly code: ErrorCode;
  readonly text: Text;
  /** Article or standard the rule rests on. */
  readonly basis?: string;
  readonly remedy?: Text;
}

const usccStandard = 'GB 32100-2015';

/**
 * The one catalogue of what the platform refuses and how it says so, in ICU message format.
 * The key is the published `reason`.
 */
export const refusals = {
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
    text: { en: 'The bearer token is not valid: {fault}.', zh: '访问令牌无效：{fault}。' },
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

  // codes
  USCC_LENGTH: {
    code: 'BAD_INPUT',
    text: {
      en: 'A unified social credit code has 18 characters; "{value}" has {length}.',
      zh: '统一社会信用代码为18位，“{value}”为{length}位。',
    },
    basis: usccStandard,
  },
  USCC_CHARACTER: {
    code: 'BAD_INPUT',
    text: {
      en: 'A unified social credit code has digits and capital letters without I, O, S, V and Z; "{value}" has others.',
      zh: '统一社会信用代码由数字和大写字母组成且不含 I、O、S、V、Z，“{value}”含有其他字符。',
    },
    basis: usccStandard,
  },
  USCC_CATEGORY: {
    code: 'BAD_INPUT',
    text: {
      en: 'No registering department and category are coded "{prefix}", as in "{value}".',
      zh: '登记管理部门与机构类别代码“{prefix}”不存在（“{value}”）。',
    },
    basis: usccStandard,
  },
  USCC_CHECK_DIGIT: {
    code: 'BAD_INPUT',
    text: {
      en: 'The check character of "{value}" is wrong: a character was mistyped.',
      zh: '“{value}”的校验码不正确，请核对是否录错。',
    },
    basis: usccStandard,
    remedy: { en: 'Copy the code from the licence again.', zh: '请对照营业执照重新录入。' },
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
      en: 'Query { catalogue { code title } } for the items.',
      zh: '可查询 { catalogue { code title } } 获取目录。',
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

  // files
  MEDIA_TYPE: {
    code: 'BAD_INPUT',
    text: { en: 'A file is sent as {types}, not as "{value}".', zh: '文件类型应为 {types}，而不是“{value}”。' },
  },
  BODY_TOO_LARGE: {
    code: 'BAD_INPUT',
    text: { en: 'The body is larger than {limit} bytes.', zh: '请求体超过 {limit} 字节。' },
  },
  BODY_NOT_UTF8: {
    code: 'BAD_INPUT',
    text: { en: 'The body is not UTF-8 text.', zh: '请求体不是 UTF-8 文本。' },
    remedy: { en: 'Save the file as "CSV UTF-8" and send it again.', zh: '请将文件另存为“CSV UTF-8”后重新报送。' },
  },
  BODY_NOT_JSON: {
    code: 'BAD_INPUT',
    text: { en: 'The body is not JSON.', zh: '请求体不是 JSON。' },
  },
  BODY_CUT_OFF: {
    code: 'BAD_INPUT',
    text: {
      en: 'The body ended before it was complete; nothing of it was kept.',
      zh: '请求体未传输完整，未保留任何内容。',
    },
    remedy: { en: 'Send it again.', zh: '请重新发送。' },
  },
  FILE_EMPTY: {
    code: 'BAD_INPUT',
    text: { en: 'The file has no rows.', zh: '文件没有数据行。' },
  },
  FILE_MALFORMED: {
    code: 'BAD_INPUT',
    text: {
      en: 'The file cannot be read further at line {line}: {fault}.',
      zh: '文件在第 {line} 行无法继续读取：{fault}。',
    },
    remedy: {
      en: 'Mend that line and send the file again; nothing was kept.',
      zh: '请修正该行后重新报送；本次未保留任何内容。',
    },
  },
  HEADER_UNKNOWN: {
    code: 'BAD_INPUT',
    text: {
      en: 'The header is not that of {item}. Missing: {missing}. Unknown: {unknown}. Nothing was kept.',
      zh: '表头与 {item} 不符。缺少：{missing}。多余：{unknown}。未保留任何内容。',
    },
  },
  NOT_FOUND: {
    code: 'NOT_FOUND',
    text: { en: 'There is nothing at {path}.', zh: '{path} 不存在。' },
  },

  // rows
  ROW_NOT_AN_OBJECT: {
    code: 'BAD_INPUT',
    text: { en: 'The row is not an object of field keys and values.', zh: '该行不是“字段—值”对象。' },
  },
  ROW_COLUMNS: {
    code: 'BAD_INPUT',
    text: {
      en: 'The row has {count} columns where the header has {expected}.',
      zh: '该行有 {count} 列，表头为 {expected} 列。',
    },
  },
  ROW_TOO_LONG: {
    code: 'BAD_INPUT',
    text: { en: 'The row is longer than {limit} bytes.', zh: '该行超过 {limit} 字节。' },
  },
  UNKNOWN_COLUMN: {
    code: 'BAD_INPUT',
    text: { en: 'The item has no field "{field}".', zh: '该目录项没有字段“{field}”。' },
  },
  FIELD_REQUIRED: {
    code: 'BAD_INPUT',
    text: { en: '{title} ({field}) is required.', zh: '{title}（{field}）为必填项。' },
  },
  FIELD_REQUIRED_WHEN: {
    code: 'BAD_INPUT',
    text: {
      en: '{title} ({field}) is required when {condition}.',
      zh: '当 {condition} 时，{title}（{field}）为必填项。',
    },
  },
  FIELD_TYPE: {
    code: 'BAD_INPUT',
    text: {
      en: '{title} ({field}) must be {type}; "{value}" is not.',
      zh: '{title}（{field}）应为 {type}，“{value}”不符合。',
    },
  },
  FIELD_LENGTH: {
    code: 'BAD_INPUT',
    text: {
      en: '{title} ({field}) has {length} characters; {limit} are allowed.',
      zh: '{title}（{field}）为 {length} 个字符，最多 {limit} 个。',
    },
  },
  FIELD_OPTION: {
    code: 'BAD_INPUT',
    text: {
      en: '{title} ({field}) must be one of {options}; "{value}" is not.',
      zh: '{title}（{field}）应为 {options} 之一，“{value}”不符合。',
    },
  },
  DATE_IN_FUTURE: {
    code: 'BAD_INPUT',
    text: { en: '{title} ({field}) is in the future: {value}.', zh: '{title}（{field}）晚于今日：{value}。' },
  },
  ENTITY_CODE_MISSING: {
    code: 'BAD_INPUT',
    text: {
      en: 'The row names no subject: {title} ({field}) is empty.',
      zh: '该行未载明信用主体：{title}（{field}）为空。',
    },
  },
  ENTITY_UNKNOWN: {
    code: 'BAD_INPUT',
    text: { en: 'No entity with the code {value} is registered.', zh: '未登记代码为 {value} 的主体。' },
    remedy: {
      en: 'Import the entity first, then send the row again.',
      zh: '请先导入该主体登记信息，再重新报送该行。',
    },
  },
  NAME_REQUIRED: {
    code: 'BAD_INPUT',
    text: { en: 'The name of the entity is required.', zh: '企业名称为必填项。' },
  },
  BROKEN_CHARACTER: {
    code: 'BAD_INPUT',
    text: { en: '{field} contains half a character (a lone surrogate).', zh: '{field} 含有不完整的字符编码。' },
  },

  // everything else
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
  INTERNAL: {
    code: 'INTERNAL',
    text: {
      en: 'Something went wrong on our side. It is logged under the request id.',
      zh: '系统内部错误，已按请求编号记录。',
    },
  },
} as const satisfies Record<string, Entry>;

/** Why something was refused: a key of the catalogue, published as `extensions.reason`. */
export type Reason = keyof typeof refusals;
