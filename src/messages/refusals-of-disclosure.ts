import type { RefusalEntry } from './refusal-entry.js';

const article = 'State Council Order 802 (保障中小企业款项支付条例), art. 18';

/** What is refused of the yearly disclosure of arrears. */
export const refusalsOfDisclosure = {
  DISCLOSURE_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such disclosure for you.', zh: '没有与您有关的该年度公示事项。' },
    remedy: { en: 'arrearsDisclosures lists those that you may know of.', zh: '可通过 arrearsDisclosures 查询。' },
  },
  DISCLOSURE_OWN_SIGNATURE: {
    code: 'REFUSED',
    text: {
      en: 'You signed the disclosure off yourself; another officer of the department publishes it.',
      zh: '该公示由您本人审签，应由本部门其他人员公示。',
    },
    basis: `${article}; this platform: whoever signs does not publish`,
    remedy: { en: 'Ask a colleague to call publishDisclosure.', zh: '请本部门其他账号办理 publishDisclosure。' },
  },
} as const satisfies Record<string, RefusalEntry>;
