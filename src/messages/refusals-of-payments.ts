import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of payments. */
export const refusalsOfPayments = {
  PAYMENT_NOT_POSITIVE: {
    code: 'BAD_INPUT',
    text: {
      en: '"amount" is {amount}: a payment is of a positive amount.',
      zh: '“amount”为 {amount}：付款金额须为正数。',
    },
  },
  PAYMENT_FUTURE: {
    code: 'BAD_INPUT',
    text: {
      en: '"paidOn" is {paidOn}, after today ({today}): what is not paid yet is no payment.',
      zh: '“paidOn”为 {paidOn}，晚于今日（{today}）：尚未支付的不能登记。',
    },
  },
  PAYMENT_BEFORE_CONTRACT: {
    code: 'BAD_INPUT',
    text: {
      en: '"paidOn" is {paidOn}, before the contract was signed ({signedOn}).',
      zh: '“paidOn”为 {paidOn}，早于合同签订日（{signedOn}）。',
    },
  },
  PAYMENT_TOO_MUCH: {
    code: 'REFUSED',
    text: {
      en: '{amount} is more than the {owed} that are still owed, with what is already reported taken for paid.',
      zh: '付款 {amount} 超过尚欠金额 {owed}（已登记待确认的视为已付）。',
    },
    remedy: { en: 'Report what was paid for this, to the fen.', zh: '请按实际用于本事项的金额登记，精确到分。' },
  },
  PAYMENT_VOUCHER_USED: {
    code: 'CONFLICT',
    text: {
      en: 'The voucher {voucher} stands for another payment already: one voucher, one payment.',
      zh: '付款凭证 {voucher} 已用于另一笔付款：一证一款。',
    },
  },
} as const satisfies Record<string, RefusalEntry>;
