import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of a clock to rehearse with. */
export const refusalsOfClock = {
  CLOCK_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: "Here the platform's own clock holds for everybody: the header Credit-Clock is for rehearsals with the demonstration identity provider alone.",
      zh: '本平台以系统时间为准：请求头 Credit-Clock 仅供使用演示身份提供方时演练。',
    },
    remedy: { en: 'Leave the header out.', zh: '请去掉该请求头。' },
  },
  CLOCK: {
    code: 'BAD_INPUT',
    text: {
      en: 'The header Credit-Clock is "{value}"; it is one instant of the years {earliest} to {latest}, once, with its offset from UTC.',
      zh: '请求头 Credit-Clock 为“{value}”，应为 {earliest} 年至 {latest} 年间的一个时刻（含时区），且仅可出现一次。',
    },
    basis: 'RFC 3339',
    remedy: { en: 'Write it as 2026-11-22T08:00:00+08:00.', zh: '请写作 2026-11-22T08:00:00+08:00。' },
  },
} as const satisfies Record<string, RefusalEntry>;
