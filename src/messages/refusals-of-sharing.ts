import type { RefusalEntry } from './refusal-entry.js';

const law = (articles: string): string => `State Council Order 809 (政务数据共享条例), ${articles}`;

/** What is refused of sharing between departments and of checks of shared data. */
export const refusalsOfSharing = {
  // what parties write
  TEXT_TOO_LONG: {
    code: 'BAD_INPUT',
    text: {
      en: '"{field}" has {length} characters; at most {most} are taken.',
      zh: '“{field}”为 {length} 个字符，最多 {most} 个。',
    },
  },
  STATEMENT_MISSING: {
    code: 'BAD_INPUT',
    text: { en: '"{field}" is empty.', zh: '“{field}”未填写。' },
  },

  // asking
  SHARING_REQUEST_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: 'There is no sharing request with this id that you may know of.',
      zh: '没有您可查阅的该标识的共享申请。',
    },
    remedy: { en: 'sharingRequests lists yours.', zh: '可通过 sharingRequests 查询本部门相关申请。' },
  },
  ITEM_NOT_SHARED: {
    code: 'REFUSED',
    text: {
      en: 'The item {item} is not shared between departments; it is collected on this basis: "{legalBasis}".',
      zh: '目录项 {item} 不予共享，其依据为：“{legalBasis}”。',
    },
    basis: `${law('arts 14-15')}; {legalBasis}`,
    remedy: {
      en: 'Ask its provider {provider} itself what it can tell in the single case.',
      zh: '如确有需要，请就具体事项与提供单位 {provider} 联系。',
    },
  },
  SHARING_OWN_ITEM: {
    code: 'REFUSED',
    text: {
      en: 'The item {item} is your own: you read it without asking.',
      zh: '目录项 {item} 由本部门提供，无需申请共享。',
    },
    basis: law('arts 13, 20'),
  },
  PURPOSE_OUTSIDE_MANDATE: {
    code: 'REFUSED',
    text: {
      en: 'The purpose {purpose} is not in the mandate of {department}.',
      zh: '使用目的 {purpose} 不在 {department} 的法定职责范围内。',
    },
    basis: law('arts 20, 25'),
    remedy: { en: 'Department.mandates lists its purposes.', zh: '可用的使用目的见 Department.mandates。' },
  },
  PURPOSE_DOES_NOT_OPEN: {
    code: 'REFUSED',
    text: {
      en: 'The purpose {purpose} does not need data of the class {class}, to which {item} belongs.',
      zh: '使用目的 {purpose} 不涉及目录项 {item} 所属的信息类别 {class}。',
    },
    basis: `${law('arts 20, 25')}; Personal Information Protection Law (个人信息保护法), art. 6`,
    remedy: { en: 'purposes lists what each opens.', zh: '各使用目的的开放范围见 purposes。' },
  },
  SHARING_FIELD: {
    code: 'BAD_INPUT',
    text: {
      en: '"{field}" is no field of {item} that is shared.',
      zh: '“{field}”不是目录项 {item} 中可共享的数据项。',
    },
    remedy: { en: 'catalogueItem lists the fields.', zh: '数据项见 catalogueItem。' },
  },
  SHARING_TERM: {
    code: 'BAD_INPUT',
    text: {
      en: 'The last day is {value}; it may be {earliest} to {latest}.',
      zh: '截止日为 {value}，应在 {earliest} 至 {latest} 之间。',
    },
    basis: law('art. 20'),
  },
  SHARING_TERM_DAYS: {
    code: 'BAD_INPUT',
    text: { en: '"days" is {value}; it may be 1 to {most}.', zh: '“days”为 {value}，取值范围为 1 至 {most}。' },
    basis: law('art. 20'),
  },
  SHARING_OPEN_ALREADY: {
    code: 'CONFLICT',
    text: {
      en: '{department} has an open request for {item} for the purpose {purpose}.',
      zh: '{department} 就目录项 {item}、使用目的 {purpose} 已有办理中的申请。',
    },
    remedy: {
      en: 'Await its outcome, or withdraw it with endSharing.',
      zh: '请等待办理结果，或通过 endSharing 撤回。',
    },
  },

  // answering
  SHARING_INCOMPLETE: {
    code: 'REFUSED',
    text: {
      en: 'The request does not state {missing}: so it cannot be agreed to.',
      zh: '申请缺少 {missing}，不能同意共享。',
    },
    basis: law('arts 20-21'),
    remedy: {
      en: 'The provider asks for it once with SUPPLEMENT; the requester supplies it.',
      zh: '请由提供单位以 SUPPLEMENT 一次性告知，由申请单位补充。',
    },
  },
  SHARING_TELL_MISSING_FIRST: {
    code: 'REFUSED',
    text: {
      en: 'What is missing in a request is told once and completely; it is no reason to refuse outright. Missing: {missing}.',
      zh: '申请事项不齐全的，应当一次性告知补充，不得直接拒绝。缺少：{missing}。',
    },
    basis: law('art. 21'),
    remedy: { en: 'Decide SUPPLEMENT.', zh: '请先作出 SUPPLEMENT。' },
  },
  GROUNDS_REQUIRED: {
    code: 'REFUSED',
    text: { en: 'This needs a reason and a legal basis.', zh: '该步骤须说明理由和法律依据。' },
    basis: law('arts 15, 21, 28'),
    remedy: { en: 'State them in "reason" and "basis".', zh: '请在“reason”和“basis”中说明。' },
  },
  EXTENSION_NEEDS_CONSENT: {
    code: 'REFUSED',
    text: {
      en: 'The time for the answer is extended only with the consent of the data authority.',
      zh: '延长答复期限须经同级政务数据主管部门同意。',
    },
    basis: law('art. 21'),
    remedy: { en: 'Name the document of its consent in "consent".', zh: '请在“consent”中载明同意文号。' },
  },
  DELIVERY_AFTER_TERM: {
    code: 'REFUSED',
    text: {
      en: 'The term of use ended on {until}: there is nothing left to use.',
      zh: '使用期限已于 {until} 届满，无需再共享。',
    },
    basis: law('art. 20'),
    remedy: { en: 'The requester asks anew.', zh: '请由申请单位重新申请。' },
  },
  DISPOSAL_UNPROVEN: {
    code: 'REFUSED',
    text: { en: 'A disposal needs evidence.', zh: '销毁处置须提交凭证。' },
    basis: law('arts 27, 29'),
    remedy: { en: 'Name it in "evidence".', zh: '请在“evidence”中载明。' },
  },
  NEVER_DELIVERED: {
    code: 'REFUSED',
    text: {
      en: 'The request {number} was never delivered: there is no use of it to report.',
      zh: '申请 {number} 尚未交付，没有可填报的使用情况。',
    },
    basis: law('art. 29'),
  },

  // checks of shared data
  RECORD_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: 'There is no record with this id that you may know of.',
      zh: '没有您可查阅的该标识的记录。',
    },
    remedy: {
      en: 'State purpose and case in the headers Credit-Purpose and Credit-Case, as for reading it.',
      zh: '请与查询时相同，在请求头 Credit-Purpose、Credit-Case 中说明使用目的和案号。',
    },
  },
  CORRECTION_OTHER_ITEM: {
    code: 'BAD_INPUT',
    text: { en: 'The record is not one of the item {item}.', zh: '该记录不属于目录项 {item}。' },
  },
  CORRECTION_OWN_RECORD: {
    code: 'REFUSED',
    text: {
      en: 'The record is your own: correct it by sending it again.',
      zh: '该记录由本部门提供，请直接更正后重新报送。',
    },
    basis: law('art. 26'),
  },
  CORRECTION_FIELD: {
    code: 'BAD_INPUT',
    text: {
      en: '"{field}" is no field of {item} that you see.',
      zh: '“{field}”不是您可查阅的目录项 {item} 数据项。',
    },
  },
  CORRECTION_OPEN_ALREADY: {
    code: 'CONFLICT',
    text: {
      en: 'Your department has an open request to check the same.',
      zh: '本部门对同一内容已有办理中的校核申请。',
    },
  },
  CORRECTION_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: 'There is no request to check data with this id that you may know of.',
      zh: '没有您可查阅的该标识的校核申请。',
    },
  },
  CORRECTION_NOTHING_CHANGED: {
    code: 'REFUSED',
    text: {
      en: 'The record is as it was when its check was asked for: nothing was corrected.',
      zh: '该记录自提出校核以来没有变化，尚未更正。',
    },
    basis: law('art. 26'),
    remedy: {
      en: 'Send the right values first, such as by submitRecords, or answer CONFIRMED.',
      zh: '请先报送更正后的数据（如 submitRecords），或答复 CONFIRMED。',
    },
  },
} as const satisfies Record<string, RefusalEntry>;
