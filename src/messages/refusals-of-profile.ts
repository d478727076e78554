import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of profiles and grades. */
export const refusalsOfProfile = {
  UNKNOWN_EVALUATION_EDITION: {
    code: 'BAD_INPUT',
    text: {
      en: '`{argument}`: there is no edition "{value}" of the rules of evaluation.',
      zh: '`{argument}`：没有版本号为“{value}”的评价规则。',
    },
    remedy: { en: 'evaluationEditions lists them.', zh: '版本见 evaluationEditions。' },
  },
  WHAT_IF_COUNT: {
    code: 'BAD_INPUT',
    text: {
      en: '`{argument}` names {value} records; it names 1 to {most}.',
      zh: '`{argument}` 列出了 {value} 条记录，应为 1 至 {most} 条。',
    },
  },
  WHAT_IF_RECORD: {
    code: 'BAD_INPUT',
    text: {
      en: '`{argument}`: "{value}" is no record of this entity of which you may know.',
      zh: '`{argument}`：“{value}”不是您可查询的该主体的信用记录。',
    },
    remedy: {
      en: 'Its records stand in `records` of the entity, and in `records` of the rules that fired.',
      zh: '可在该主体的 records 或所触发规则的 records 中查询记录标识。',
    },
  },
  WHAT_IF_NOT_ADVERSE: {
    code: 'BAD_INPUT',
    text: {
      en: '`{argument}`: the record {value} is not adverse: there is nothing to repair.',
      zh: '`{argument}`：记录 {value} 不是失信信息，无需修复。',
    },
    basis: 'NDRC Order 36 (信用修复管理办法), art. 4',
  },
} as const satisfies Record<string, RefusalEntry>;
