import type { RefusalEntry } from './refusal-entry.js';

const holidayRule = '全国年节及纪念日放假办法 (State Council Order 795)';

/** What is refused of steps, and of the working days that deadlines count in. */
export const refusalsOfWorkflow = {
  // steps
  STEP_NOT_ALLOWED_FROM: {
    code: 'CONFLICT',
    text: {
      en: 'The step {step} is not possible in the state {state}; it is possible in: {from}.',
      zh: '当前状态 {state} 不能办理 {step}；可办理该步骤的状态：{from}。',
    },
    remedy: { en: 'Steps that you can take now: {possible}.', zh: '您当前可办理的步骤：{possible}。' },
  },
  STEP_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'In the state {state} the step {step} is for {by} only; here you are {party}.',
      zh: '在状态 {state} 下，步骤 {step} 仅限 {by} 办理；您在本事项中的身份为 {party}。',
    },
    remedy: { en: 'Steps that you can take now: {possible}.', zh: '您当前可办理的步骤：{possible}。' },
  },
  STEP_ONLY_ONCE: {
    code: 'REFUSED',
    text: {
      en: 'The step {step} can be taken once only, and it was taken.',
      zh: '步骤 {step} 只能办理一次，且已办理过。',
    },
    remedy: { en: 'Steps that you can take now: {possible}.', zh: '您当前可办理的步骤：{possible}。' },
  },
  REASON_REQUIRED: {
    code: 'REFUSED',
    text: { en: 'This needs a reason; none is stated.', zh: '该步骤须说明理由。' },
    basis: '{basis}',
    remedy: { en: 'State it in "reason".', zh: '请在“reason”中说明。' },
  },
  EXTENSION_TOO_LATE: {
    code: 'REFUSED',
    text: {
      en: 'The period ended on {dueOn}; what has ended is not extended.',
      zh: '期限已于 {dueOn} 届满，不能再延长。',
    },
    basis: '{basis}',
    remedy: { en: 'Do now what is due.', zh: '请立即办理。' },
  },

  // working days
  CALENDAR_MISSING: {
    code: 'REFUSED',
    text: {
      en: 'Which days of {year} are working days is not known: its official calendar is not loaded.',
      zh: '尚未载入 {year} 年官方放假安排，无法确定该年工作日。',
    },
    basis: holidayRule,
    remedy: {
      en: "An administrator loads the State Council's notice on the holidays of {year} with defineCalendar.",
      zh: '请系统管理员通过 defineCalendar 载入国务院办公厅关于 {year} 年部分节假日安排的通知。',
    },
  },
  WORKING_DAYS: {
    code: 'BAD_INPUT',
    text: {
      en: '"workingDays" is {value}; it may be 1 to {most}.',
      zh: '“workingDays”为 {value}，取值范围为 1 至 {most}。',
    },
  },
  CALENDAR_YEAR: {
    code: 'BAD_INPUT',
    text: {
      en: '"year" is {year}; it may be {earliest} to {latest}.',
      zh: '“year”为 {year}，取值范围为 {earliest} 至 {latest}。',
    },
  },
  CALENDAR_NOTICE: {
    code: 'BAD_INPUT',
    text: {
      en: 'The calendar names no notice; without one it is not official.',
      zh: '未载明放假通知文号，不能作为官方日历。',
    },
    basis: holidayRule,
  },
  CALENDAR_EMPTY: {
    code: 'BAD_INPUT',
    text: {
      en: 'The calendar of {year} has no day off; every year has its statutory holidays.',
      zh: '{year} 年日历没有任何放假日；每年均有法定节假日。',
    },
    basis: holidayRule,
  },
  CALENDAR_DAY_OUTSIDE: {
    code: 'BAD_INPUT',
    text: { en: '{day} is no day of {year}.', zh: '{day} 不在 {year} 年内。' },
  },
  CALENDAR_DAY_TWICE: {
    code: 'BAD_INPUT',
    text: { en: '{day} stands twice in the calendar.', zh: '{day} 在日历中重复出现。' },
  },
  CALENDAR_DAY_UNNAMED: {
    code: 'BAD_INPUT',
    text: { en: 'The day off {day} has no name.', zh: '放假日 {day} 未载明节日名称。' },
  },
  CALENDAR_WORK_ON_WEEKDAY: {
    code: 'BAD_INPUT',
    text: {
      en: '{day} is no Saturday or Sunday: work is made up on weekend days only.',
      zh: '{day} 不是周六或周日：调休上班日只能是周末。',
    },
    basis: holidayRule,
  },
  // readings
  UNKNOWN_READING: {
    code: 'NOT_FOUND',
    text: { en: 'You have no reading "{id}".', zh: '没有标识为“{id}”的本主体查询留痕。' },
    remedy: { en: 'LegalEntity.readings lists them.', zh: '可通过 LegalEntity.readings 查询。' },
  },
  UNKNOWN_QUESTION: {
    code: 'NOT_FOUND',
    text: { en: 'You are party to no question "{id}".', zh: '没有标识为“{id}”且与您有关的质询。' },
    remedy: { en: 'readingQuestions lists them.', zh: '可通过 readingQuestions 查询。' },
  },
  READING_QUESTIONED: {
    code: 'CONFLICT',
    text: { en: 'The reading {id} has been questioned already.', zh: '该查询留痕（{id}）已提出过质询。' },
    remedy: {
      en: 'Its question stands under Reading.question; refer the answer to the supervisor if it does not satisfy.',
      zh: '可在 Reading.question 中查看；对答复不满意的可转监督机关。',
    },
  },
  DEFERRAL_PAST: {
    code: 'REFUSED',
    text: {
      en: 'Readings are deferred until a day to come, not until {until}.',
      zh: '暂缓期限须晚于今日，不能为 {until}。',
    },
  },
  DEFERRAL_TOO_LONG: {
    code: 'REFUSED',
    text: {
      en: 'The telling may be deferred until {latest} at the latest, not until {until}: for 180 days at once, for a year in all.',
      zh: '暂缓告知每次不超过180日、累计不超过一年，最迟至 {latest}，不能至 {until}。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 35, 44',
  },
} as const satisfies Record<string, RefusalEntry>;
