import type { RefusalEntry } from './refusal-entry.js';

const order802 = 'State Council Order 802 (保障中小企业款项支付条例)';
const sizeStandard = 'Standards for classifying SMEs (中小企业划型标准规定, 工信部联企业〔2011〕300号)';

/** What is refused of contracts with small firms: when they are due, how large a firm is, the loan prime rate. */
export const refusalsOfProcurement = {
  // due dates
  DUE_FACT_MISSING: {
    code: 'BAD_INPUT',
    text: {
      en: 'When this ({kind}) is due cannot be told: "{field}" is not stated.',
      zh: '未填写“{field}”，无法确定该款项（{kind}）的付款期限。',
    },
    basis: `${order802}, arts 9, 10, 13`,
    remedy: {
      en: 'State "{field}", or the fact that stands for it in the contract.',
      zh: '请填写“{field}”或者合同约定的相应事实。',
    },
  },
  DUE_FACTS_ORDER: {
    code: 'BAD_INPUT',
    text: {
      en: '"{later}" is {second}, before "{earlier}", which is {first}.',
      zh: '“{later}”（{second}）早于“{earlier}”（{first}）。',
    },
  },
  AGREED_DAYS: {
    code: 'BAD_INPUT',
    text: {
      en: '"agreedDays" is {value}; it may be a whole number of days, 1 to {most}.',
      zh: '“agreedDays”为 {value}，应为 1 至 {most} 的整数（日）。',
    },
    basis: `${order802}, art. 9`,
    remedy: {
      en: 'Leave it out where the contract agrees on no term.',
      zh: '合同未约定付款期限的，请不填写。',
    },
  },
  SPECIAL_RULE_UNNAMED: {
    code: 'BAD_INPUT',
    text: {
      en: 'A due date by another rule is stated, but not the rule.',
      zh: '填写了另有规定的付款日，但未载明所依据的规定。',
    },
    basis: `${order802}, art. 9`,
    remedy: {
      en: 'Name the law, regulation or state rule and its article in "specialBasis".',
      zh: '请在“specialBasis”中载明法律、行政法规或者国家有关规定及其条款。',
    },
  },

  // size classes
  SIZE_MEASURE_MISSING: {
    code: 'BAD_INPUT',
    text: {
      en: 'The size of an enterprise in {industry} cannot be told without its {measure}.',
      zh: '行业 {industry} 的企业划型需要指标 {measure}，未填写。',
    },
    basis: `${sizeStandard}, item 4`,
    remedy: {
      en: 'State it: persons employed, or ten thousand yuan.',
      zh: '请填写该指标（从业人员按人，营业收入、资产总额按万元）。',
    },
  },
  SIZE_MEASURE: {
    code: 'BAD_INPUT',
    text: {
      en: 'The {measure} is "{value}"; it may be zero or more: whole persons, or ten thousand yuan with at most six decimals.',
      zh: '指标 {measure} 为“{value}”，应为不小于零的数：从业人员为整数（人），营业收入、资产总额最多六位小数（万元）。',
    },
    basis: `${sizeStandard}, item 2`,
  },

  // the loan prime rate
  LPR_PERCENT: {
    code: 'BAD_INPUT',
    text: {
      en: '"percent" is "{value}"; it may be more than 0 and less than 25, with at most four decimals, such as "3.00".',
      zh: '“percent”为“{value}”，应大于 0、小于 25，最多四位小数，例如 "3.00"。',
    },
  },
  LPR_TO_COME: {
    code: 'BAD_INPUT',
    text: {
      en: 'The loan prime rate of {from} is not known yet; today is {today}.',
      zh: '今日为 {today}，{from} 的贷款市场报价利率尚未公布。',
    },
    basis: 'Announcement No. 15 [2019] of the People’s Bank of China (中国人民银行公告〔2019〕第15号)',
    remedy: {
      en: 'Enter it on the day on which it is announced.',
      zh: '请于公布之日录入。',
    },
  },
  LPR_NOTICE: {
    code: 'BAD_INPUT',
    text: {
      en: 'The rate names no announcement; without one it is not official.',
      zh: '未载明公告，不能作为官方利率。',
    },
    remedy: {
      en: 'Name the announcement of the National Interbank Funding Center in "notice".',
      zh: '请在“notice”中载明全国银行间同业拆借中心的公告。',
    },
  },
} as const satisfies Record<string, RefusalEntry>;
