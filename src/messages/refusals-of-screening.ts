import type { RefusalEntry } from './refusal-entry.js';

const opinion = '国办发〔2025〕22号';
const bankruptcyLaw = 'Enterprise Bankruptcy Law (企业破产法)';

/** What is refused of temporary screening in bankruptcy. */
export const refusalsOfScreening = {
  SCREENING_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such screening for you.', zh: '没有与您有关的该暂时屏蔽事项。' },
    remedy: { en: 'screenings lists those that you may know of.', zh: '可通过 screenings 查询。' },
  },
  SCREENING_ENTITY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'No entity with the code {uscc} is registered.', zh: '未登记代码为 {uscc} 的主体。' },
  },
  SCREENING_RULING_FUTURE: {
    code: 'BAD_INPUT',
    text: {
      en: '"ruledOn" is {ruledOn}; no ruling is later than today, {today}.',
      zh: '“ruledOn”为 {ruledOn}，裁定日期不得晚于今日 {today}。',
    },
    basis: `${bankruptcyLaw}, arts 86, 98: the plan holds by the ruling`,
  },
  SCREENING_NATURAL_PERSON: {
    code: 'REFUSED',
    text: {
      en: 'A sole trader is a natural person: the law knows no reorganisation or settlement of one.',
      zh: '个体工商户不适用企业破产重整、和解程序。',
    },
    basis: `${bankruptcyLaw}, arts 2, 135`,
  },
  SCREENING_IN_FORCE: {
    code: 'REFUSED',
    text: {
      en: 'The screening {number} of the entity is in force already.',
      zh: '该主体已有执行中的暂时屏蔽 {number}。',
    },
    basis: opinion,
    remedy: { en: 'Follow it under screenings, or end it first.', zh: '可通过 screenings 查询，或先行终结。' },
  },
  SCREENING_DOCUMENT: {
    code: 'REFUSED',
    text: {
      en: 'A screening ends by a document; none is named.',
      zh: '终结暂时屏蔽须载明所依据的文书。',
    },
    basis: `${bankruptcyLaw}, arts 91, 93, 94, 104`,
    remedy: { en: 'Name it in "document".', zh: '请在“document”中载明文号。' },
  },
} as const satisfies Record<string, RefusalEntry>;
