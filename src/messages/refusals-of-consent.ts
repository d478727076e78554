import type { RefusalEntry } from './refusal-entry.js';

const consent = 'Personal Information Protection Law (个人信息保护法), arts 13-15';

/** What is refused of authorisations, and of questions about what somebody would see. */
export const refusalsOfConsent = {
  NOT_OPEN_TO_AUTHORISATION: {
    code: 'REFUSED',
    text: {
      en: 'The item {item} is not open to authorised inquiry: an authorisation would open nothing of it.',
      zh: '目录项 {item} 不属于授权查询范围，授权不产生效力。',
    },
    basis: '深圳经济特区社会信用条例 (2023), art. 44',
    remedy: {
      en: 'Name items whose disclosure, or that of one of their fields, is AUTHORISED: see catalogue.',
      zh: '请选择公开属性为 AUTHORISED 或含有此类数据项的目录项（见 catalogue）。',
    },
  },
  CONSENT_ITEMS: {
    code: 'BAD_INPUT',
    text: {
      en: 'An authorisation names 1 to {most} items, each once; {count} were named.',
      zh: '授权须列明 1 至 {most} 个不重复的目录项，本次为 {count} 个。',
    },
    basis: consent,
  },
  CONSENT_GRANTEE: {
    code: 'BAD_INPUT',
    text: {
      en: '"{to}" is neither a department of this platform nor the code of a registered entity.',
      zh: '“{to}”既不是本平台的部门代码，也不是已登记主体的统一社会信用代码。',
    },
    basis: consent,
    remedy: {
      en: 'Name the code of a department, such as TAX, or the unified social credit code of the third party.',
      zh: '请填写部门代码（如 TAX）或第三方的统一社会信用代码。',
    },
  },
  CONSENT_TO_ITSELF: {
    code: 'REFUSED',
    text: {
      en: 'An entity sees its own records without an authorisation.',
      zh: '信用主体查询本主体信息无须授权。',
    },
  },
  CONSENT_USE: {
    code: 'BAD_INPUT',
    text: {
      en: 'An authorisation says what it is for, in {least} to {most} characters; {count} were given.',
      zh: '授权须说明用途（{least} 至 {most} 个字符），本次为 {count} 个。',
    },
    basis: consent,
  },
  CONSENT_TERM_PAST: {
    code: 'BAD_INPUT',
    text: {
      en: 'An authorisation works from today, {today}, at the earliest; {day} is past.',
      zh: '授权最早自今日（{today}）起生效，{day} 已过。',
    },
    basis: consent,
  },
  CONSENT_TERM_REVERSED: {
    code: 'BAD_INPUT',
    text: {
      en: 'The authorisation would end on {until}, before it begins on {from}.',
      zh: '授权截止日 {until} 早于起始日 {from}。',
    },
  },
  CONSENT_TERM_TOO_LONG: {
    code: 'BAD_INPUT',
    text: {
      en: 'An authorisation lasts a year at most: from {from} until {latest}, not {until}.',
      zh: '授权期限最长一年：自 {from} 起至 {latest}，而不是 {until}。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 6, 19',
    remedy: { en: 'Give a new one when it ends.', zh: '期满后可重新授权。' },
  },
  UNKNOWN_CONSENT: {
    code: 'NOT_FOUND',
    text: { en: 'You have given no authorisation "{id}".', zh: '您没有编号为“{id}”的授权。' },
  },
  CONSENT_WITHDRAWN: {
    code: 'CONFLICT',
    text: {
      en: 'The authorisation "{id}" was withdrawn at {at}.',
      zh: '编号为“{id}”的授权已于 {at} 撤回。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), art. 15',
  },
  UNKNOWN_ENTITY: {
    code: 'NOT_FOUND',
    text: { en: 'No entity with the code {uscc} is registered.', zh: '未登记代码为 {uscc} 的主体。' },
  },
  PREVIEW_ARGUMENT: {
    code: 'BAD_INPUT',
    text: {
      en: `"{argument}" does not go with the other arguments: {which, select,
        department {only a DEPARTMENT acts for a department}
        own {an ENTERPRISE asks about itself, a DEPARTMENT about the items that it provides, nobody else}
        granted {a grant is held by a DEPARTMENT that is not the provider, of an item that is shared}
        other {a department or an entity is authorised, and needs it only for what it does not provide and is not about it}
      }.`,
      zh: `“{argument}”与其他参数不符：{which, select,
        department {仅 DEPARTMENT 代表部门}
        own {仅 ENTERPRISE 可查询本主体、DEPARTMENT 可查询本部门提供的目录项}
        granted {共享授权仅由非提供单位的 DEPARTMENT 就可共享的目录项持有}
        other {授权仅授予部门或主体，且仅就非其提供、非关于其本身的信息}
      }。`,
    },
  },
} as const satisfies Record<string, RefusalEntry>;
