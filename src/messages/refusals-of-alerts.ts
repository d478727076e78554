import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of watches and alerts. */
export const refusalsOfAlerts = {
  WATCH_PURPOSE: {
    code: 'REFUSED',
    text: {
      en: `A department watches for a purpose and a case: {fault, select,
        CASE_REQUIRED {the request states no case}
        PURPOSE_NOT_COVERED {its mandate does not list the stated purpose}
        other {the request states no purpose}
      }.`,
      zh: `部门设立监测须有使用目的和案号：{fault, select,
        CASE_REQUIRED {未填写案号}
        PURPOSE_NOT_COVERED {所述目的不在本部门职责范围内}
        other {未说明使用目的}
      }。`,
    },
    basis: 'State Council Order 809 (政务数据共享条例), arts 25, 29',
    remedy: {
      en: 'Send Credit-Purpose and Credit-Case with the request: the watch keeps both.',
      zh: '请在请求头 Credit-Purpose 与 Credit-Case 中说明，监测将一并记录。',
    },
  },
  WATCH_TARGET: {
    code: 'BAD_INPUT',
    text: {
      en: `{fault, select,
        BOTH {usccs and region are both given: a watch names entities or a region}
        REGION_OF_ENTERPRISE {region is given: only a department watches a region}
        other {usccs is empty and no region is given: there is nothing to watch}
      }.`,
      zh: `{fault, select,
        BOTH {usccs 与 region 不得同时填写}
        REGION_OF_ENTERPRISE {仅部门可以按区划监测（region）}
        other {usccs 为空且未填写 region，没有监测对象}
      }。`,
    },
  },
  WATCH_REGION: {
    code: 'BAD_INPUT',
    text: {
      en: `region is "{region}": {fault, select,
        REGION_UNKNOWN {there is no region whose code begins so}
        other {it has 2, 4 or 6 digits}
      }.`,
      zh: `region 为“{region}”：{fault, select,
        REGION_UNKNOWN {没有以此开头的区划代码}
        other {应为 2、4 或 6 位数字}
      }。`,
    },
    basis: 'GB/T 2260',
  },
  WATCH_TOO_MANY: {
    code: 'BAD_INPUT',
    text: {
      en: 'usccs names {count} entities; a watch of this kind of watcher names {most} at most.',
      zh: 'usccs 列出 {count} 个主体，此类监测最多 {most} 个。',
    },
    basis: 'this platform: a watch is no copy of the register',
  },
  WATCH_UNKNOWN_CODES: {
    code: 'BAD_INPUT',
    text: {
      en: 'usccs: of the codes {count} belong to no entity of the register: {codes}.',
      zh: 'usccs：有 {count} 个代码未登记：{codes}。',
    },
    remedy: { en: 'Leave them out, or have them registered first.', zh: '请删除这些代码，或者先行登记。' },
  },
  WATCH_NATURAL_PERSON: {
    code: 'REFUSED',
    text: {
      en: 'usccs: sole traders are natural persons and are watched by nobody outside government but themselves: {codes}.',
      zh: 'usccs：个体工商户属自然人，除本人外，政府以外的主体不得对其监测：{codes}。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 13, 28',
    remedy: {
      en: 'Leave them out; what is public of them can be asked for one by one.',
      zh: '请删除；其公开信息可逐一查询。',
    },
  },
  WATCH_LIMIT: {
    code: 'REFUSED',
    text: {
      en: `{what, select,
        ENTITIES {With this the watches of the enterprise name {count} entities; together they may name {most}}
        other {There are {count} watches that go on; a watcher may have {most}}
      }.`,
      zh: `{what, select,
        ENTITIES {本企业各项监测合计 {count} 个主体，最多 {most} 个}
        other {进行中的监测已有 {count} 项，最多 {most} 项}
      }。`,
    },
    basis: 'this platform: a watch is no copy of the register',
    remedy: { en: 'End or narrow a watch: watches lists them.', zh: '请终止或者缩减其他监测（可通过 watches 查询）。' },
  },
  WATCH_KINDS: {
    code: 'BAD_INPUT',
    text: { en: 'kinds is empty: a watch is told of something.', zh: 'kinds 为空，请至少选择一种提示类型。' },
  },
  WATCH_SEVERITY: {
    code: 'BAD_INPUT',
    text: {
      en: 'severityFrom is given, and none of the kinds is about records.',
      zh: '已填写 severityFrom，但所选提示类型均不涉及失信记录。',
    },
  },
  WATCH_CONSUMER: {
    code: 'REFUSED',
    text: {
      en: 'consumer: alerts are posted to a system in use of the department that watches, and "{consumer}" is none.',
      zh: 'consumer：仅可推送至本部门已启用的系统，“{consumer}”不符。',
    },
    remedy: {
      en: 'The credit centre registers systems (registerConsumer); without one the inbox has all alerts.',
      zh: '系统由信用中心登记（registerConsumer）；不填写时可在 alerts 中查阅全部提示。',
    },
  },
  WATCH_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no watch of yours with this id.', zh: '没有您的该标识的监测。' },
    remedy: { en: 'watches lists them.', zh: '可通过 watches 查询。' },
  },
  WATCH_ENDED: {
    code: 'CONFLICT',
    text: { en: 'The watch ended at {at}.', zh: '该监测已于 {at} 终止。' },
    remedy: { en: 'Set up another one.', zh: '如需继续请重新设立。' },
  },
  ALERT_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: 'ids: of these alerts {count} are none of yours: {ids}. Nothing was marked.',
      zh: 'ids：其中 {count} 项不是您的风险提示：{ids}。未作标记。',
    },
    remedy: { en: 'alerts lists them.', zh: '可通过 alerts 查询。' },
  },
  ALERT_IDS: {
    code: 'BAD_INPUT',
    text: {
      en: 'ids names {count} alerts; it may name 1 to {most}.',
      zh: 'ids 列出 {count} 项，应为 1 至 {most} 项。',
    },
  },
} as const satisfies Record<string, RefusalEntry>;
