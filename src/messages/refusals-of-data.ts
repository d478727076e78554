import type { RefusalEntry } from './refusal-entry.js';

const usccStandard = 'GB 32100-2015';

/** What is refused of data that is sent: codes, files, rows. */
export const refusalsOfData = {
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
} as const satisfies Record<string, RefusalEntry>;
