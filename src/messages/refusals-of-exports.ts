import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of statistics and of files that are made of them. */
export const refusalsOfExports = {
  AS_OF_IN_FUTURE: {
    code: 'BAD_INPUT',
    text: {
      en: '"asOf" is {value}, a day to come; today is {today}.',
      zh: '“asOf”为 {value}，晚于今日（{today}）。',
    },
    remedy: { en: 'Ask about today or a day before it.', zh: '请查询今日或以前的日期。' },
  },
  EXPORT_PARAMETER: {
    code: 'BAD_INPUT',
    text: {
      en: 'The parameter "{parameter}" is "{value}"; it is given once, as {allowed}.',
      zh: '参数“{parameter}”为“{value}”，应为 {allowed}，且仅可出现一次。',
    },
  },
  EXPORT_TOO_LARGE: {
    code: 'REFUSED',
    text: {
      en: 'The file would have {rows} rows; a spreadsheet is given out with at most {most}.',
      zh: '该文件将有 {rows} 行，XLSX 最多导出 {most} 行。',
    },
    remedy: { en: 'Take it as CSV: that has no bound.', zh: '请改用 CSV 格式导出，行数不限。' },
  },
} as const satisfies Record<string, RefusalEntry>;
