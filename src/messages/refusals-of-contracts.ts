import type { RefusalEntry } from './refusal-entry.js';

const order802 = 'State Council Order 802 (保障中小企业款项支付条例)';

/** What is refused of contracts of public bodies and large enterprises, of their payments and of budgets. */
export const refusalsOfContracts = {
  // contracts
  BUYER_NOT_COVERED: {
    code: 'REFUSED',
    text: {
      en: 'The buyer, whose code begins with {prefix}, is none that the order covers by what is stated: agencies, institutions, organisations that use fiscal money, large enterprises.',
      zh: '采购方代码前两位为 {prefix}，按所填内容不属于条例适用的机关、事业单位、使用财政资金的团体组织或大型企业。',
    },
    basis: `${order802}, arts 2, 3, 36`,
    remedy: {
      en: 'Where it is one, state it in "buyerKind"; possible for this code: {possible}.',
      zh: '如属适用范围，请填写“buyerKind”；该代码可填写：{possible}。',
    },
  },
  BUYER_KIND_CONTRADICTS: {
    code: 'BAD_INPUT',
    text: {
      en: 'The buyer is stated to be {kind}, but its code begins with {prefix}; possible are: {possible}.',
      zh: '采购方类别填写为 {kind}，与其代码前两位 {prefix} 不符；可填写：{possible}。',
    },
    basis: `${order802}, arts 2, 36; GB 32100-2015`,
  },
  SUPPLIER_NO_MARKET_ENTITY: {
    code: 'REFUSED',
    text: {
      en: 'The supplier, whose code begins with {prefix}, is no market entity: no enterprise, sole trader or cooperative.',
      zh: '供应商代码前两位为 {prefix}，不是企业、个体工商户或农民专业合作社。',
    },
    basis: `${order802}, arts 2, 3`,
  },
  NOT_AN_SME_PURCHASE: {
    code: 'REFUSED',
    text: {
      en: 'The supplier was a large enterprise at signing (industry {industry}): this is no purchase from a small or medium-sized one.',
      zh: '供应商签约时属大型企业（划型行业 {industry}），不属于向中小企业采购。',
    },
    basis: `${order802}, art. 3; 工信部联企业〔2011〕300号`,
    remedy: {
      en: 'A dispute about size is decided by the SME authority (art. 29).',
      zh: '对规模类型有争议的，可向中小企业主管部门申请认定（第二十九条）。',
    },
  },
  SIZE_INDUSTRY_NEEDED: {
    code: 'BAD_INPUT',
    text: {
      en: 'The industry of the supplier in the registry ({industry}) does not decide by which bounds its size is told.',
      zh: '供应商登记行业（{industry}）不能确定划型行业。',
    },
    basis: '工信部联企业〔2011〕300号, items 3, 4, 6',
    remedy: { en: 'State it in "size.industry".', zh: '请填写“size.industry”。' },
  },
  BUYER_IS_SUPPLIER: {
    code: 'BAD_INPUT',
    text: { en: 'Buyer and supplier have the same code.', zh: '采购方与供应商为同一主体。' },
  },
  CONTRACT_ENTITY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'No entity with the code {uscc} is registered.', zh: '未登记代码为 {uscc} 的主体。' },
  },
  SIGNED_TO_COME: {
    code: 'BAD_INPUT',
    text: {
      en: '"signedOn" is {signedOn}; no contract was signed later than today, {today}.',
      zh: '“signedOn”为 {signedOn}，签订日期不得晚于今日 {today}。',
    },
  },
  AMOUNT_NOT_POSITIVE: {
    code: 'BAD_INPUT',
    text: { en: '"{field}" is {value}; it must be more than zero.', zh: '“{field}”为 {value}，应大于零。' },
  },
  AGREED_RATE: {
    code: 'BAD_INPUT',
    text: {
      en: '"agreedRate" is "{value}"; it is percent a year, at most two digits and four decimals, such as "3.85".',
      zh: '“agreedRate”为“{value}”，应为年利率（%），整数部分至多两位、小数至多四位，例如 "3.85"。',
    },
    basis: `${order802}, art. 17`,
  },
  DAY_COUNT: {
    code: 'BAD_INPUT',
    text: { en: '"dayCount" is {value}; it may be 360 or 365.', zh: '“dayCount”为 {value}，取值为 360 或 365。' },
  },
  LPR_MISSING: {
    code: 'REFUSED',
    text: {
      en: 'An agreed rate may be no less than the one-year loan prime rate at signing, and that of {day} is not known here.',
      zh: '约定利率不得低于签约时一年期贷款市场报价利率，本平台没有 {day} 的该利率。',
    },
    basis: `${order802}, art. 17`,
    remedy: {
      en: 'An administrator enters the rate; loanPrimeRates lists those that are known.',
      zh: '请管理员录入；已知利率见 loanPrimeRates。',
    },
  },
  CONTRACT_DIFFERS: {
    code: 'CONFLICT',
    text: {
      en: 'The contract {number} is registered already, and its "{field}" is another one.',
      zh: '合同 {number} 已登记，其“{field}”与所填不一致。',
    },
    remedy: {
      en: 'publicContracts shows it as it is registered to its two sides.',
      zh: '合同双方可通过 publicContracts 查看已登记内容。',
    },
  },
  CONTRACT_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'This is for {who} only.',
      zh: '仅限 {who} 办理。',
    },
    basis: `${order802}, arts 3, 9`,
  },
  CONTRACT_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such contract for you.', zh: '没有与您有关的该合同。' },
    remedy: { en: 'publicContracts lists those that you may know of.', zh: '可通过 publicContracts 查询。' },
  },
  CONTRACT_IN_CASE: {
    code: 'REFUSED',
    text: {
      en: 'Something of the contract is claimed in a case of arrears; what is paid or said of it belongs there.',
      zh: '该合同款项已纳入拖欠账款事项，应在该事项中办理。',
    },
    basis: `${order802}, arts 24, 25`,
    remedy: { en: 'Use the steps of the case, such as recordPayment.', zh: '请在该事项中办理，如 recordPayment。' },
  },
  PAYABLES_TOO_MANY: {
    code: 'BAD_INPUT',
    text: { en: 'A contract has at most {most} sums here.', zh: '每份合同至多登记 {most} 项应付款。' },
  },
  PAYABLES_EXCEED: {
    code: 'BAD_INPUT',
    text: {
      en: 'The sums, without deposits, come to {sum}, more than the contract is worth, {amount}.',
      zh: '应付款合计（不含保证金）{sum}，超过合同金额 {amount}。',
    },
  },

  // what becomes due
  PAYABLE_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such sum for you.', zh: '没有与您有关的该应付款项。' },
    remedy: { en: 'PublicContract.payables lists them.', zh: '可通过 PublicContract.payables 查询。' },
  },
  FACT_NONE: {
    code: 'BAD_INPUT',
    text: {
      en: 'Nothing is stated: neither delivery, inspection, acceptance nor the confirmed amount.',
      zh: '未填写任何交付、检验、验收或结算确认事实。',
    },
  },
  FACT_STATED: {
    code: 'CONFLICT',
    text: {
      en: '"{field}" was stated before: {value}. What was stated stays.',
      zh: '“{field}”已登记为 {value}，不得更改。',
    },
    basis: `${order802}, arts 9, 10`,
    remedy: {
      en: 'Where it is wrong, the arrears administrators verify it in a case.',
      zh: '如有错误，可在拖欠账款事项中由清欠专班核实。',
    },
  },
  FACT_TO_COME: {
    code: 'BAD_INPUT',
    text: {
      en: '"{field}" is {value}; what happened was not later than today, {today}.',
      zh: '“{field}”为 {value}，不得晚于今日 {today}。',
    },
  },
  FACT_POSTPONES: {
    code: 'REFUSED',
    text: {
      en: 'By what was stated before the last day to pay is {lastDay}; what is stated now would postpone it to {later}.',
      zh: '按已登记事实付款期限届满日为 {lastDay}，新填事实将推迟至 {later}，不予受理。',
    },
    basis: `${order802}, arts 9, 10, 14`,
    remedy: {
      en: 'State an agreed inspection together with the delivery.',
      zh: '约定检验验收的，请与交付事实一并填写。',
    },
  },

  CONTRACT_PAYMENT_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such payment for you.', zh: '没有与您有关的该笔付款。' },
    remedy: { en: 'PublicContract.payments lists them.', zh: '可通过 PublicContract.payments 查询。' },
  },

  // budgets
  BUDGET_LINE_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: 'The budget of {year} of this buyer has no line "{code}" here.',
      zh: '未登记该采购方 {year} 年预算项目“{code}”。',
    },
    basis: `${order802}, art. 8; Budget Law (预算法), art. 13`,
    remedy: {
      en: 'The budget office registers it with registerBudgetLine; without a line the contract is registered too, and flagged.',
      zh: '请财政部门通过 registerBudgetLine 登记；不填写预算项目也可登记合同，但将予以提示。',
    },
  },
  BUDGET_LINE_EXISTS: {
    code: 'CONFLICT',
    text: {
      en: 'The budget of {year} of this body has the line "{code}" already.',
      zh: '该单位 {year} 年预算项目“{code}”已登记。',
    },
  },
  BUDGET_LINE_NOT_PUBLIC: {
    code: 'REFUSED',
    text: {
      en: 'The code begins with {prefix}: only agencies, institutions and organisations that use fiscal money spend by a budget.',
      zh: '代码前两位为 {prefix}，不是使用财政资金的机关、事业单位或团体组织。',
    },
    basis: `Budget Law (预算法), art. 13; ${order802}, arts 8, 36`,
  },
  BUDGET_YEAR: {
    code: 'BAD_INPUT',
    text: {
      en: '"year" is {year}; it may be {earliest} to {latest}.',
      zh: '“year”为 {year}，取值范围为 {earliest} 至 {latest}。',
    },
  },
} as const satisfies Record<string, RefusalEntry>;
