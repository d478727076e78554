import type { Text } from '../messages/language.js';
import type { Clock } from '../workflow/workflow.js';

/** Where a promise stands. */
export enum CommitmentState {
  REGISTERED = 'REGISTERED',
  INVALID = 'INVALID',
  CONFIRMED = 'CONFIRMED',
  IN_PROGRESS = 'IN_PROGRESS',
  PARTIAL = 'PARTIAL',
  FULFILMENT_REPORTED = 'FULFILMENT_REPORTED',
  FULFILLED = 'FULFILLED',
  OVERDUE = 'OVERDUE',
  URGED = 'URGED',
  RECTIFYING = 'RECTIFYING',
  FINDING_PROPOSED = 'FINDING_PROPOSED',
  UNDER_FINDING = 'UNDER_FINDING',
  DEFAULTED = 'DEFAULTED',
  CHANGE_PROPOSED = 'CHANGE_PROPOSED',
  LAWFULLY_CHANGED = 'LAWFULLY_CHANGED',
  COMPENSATION_REPORTED = 'COMPENSATION_REPORTED',
  COMPENSATED = 'COMPENSATED',
}

const s = CommitmentState;

/** What each state means. */
export const commitmentStates: Readonly<Record<CommitmentState, Text>> = {
  [s.REGISTERED]: {
    en: 'Registered; whether it was within authority is to be checked',
    zh: '已登记，待合法性与权限核查',
  },
  [s.INVALID]: {
    en: 'Beyond authority or unlawful; how trust is made good is stated',
    zh: '认定无效，已载明信赖利益处理',
  },
  [s.CONFIRMED]: { en: 'Valid, to be kept by its due day', zh: '已确认，待兑现' },
  [s.IN_PROGRESS]: { en: 'Being kept', zh: '兑现中' },
  [s.PARTIAL]: { en: 'Kept in part', zh: '部分兑现' },
  [s.FULFILMENT_REPORTED]: { en: 'Reported as kept; the beneficiary is to confirm', zh: '已报兑现，待受益人确认' },
  [s.FULFILLED]: { en: 'Kept, as the beneficiary confirmed', zh: '已兑现（受益人已确认）' },
  [s.OVERDUE]: { en: 'Its due day has passed', zh: '逾期未兑现' },
  [s.URGED]: { en: 'Urged in writing', zh: '已督办' },
  [s.RECTIFYING]: { en: 'Taken up, to be mended by a stated day', zh: '整改中' },
  [s.FINDING_PROPOSED]: { en: 'A finding of default was proposed; the owner may answer', zh: '拟认定失信，待陈述申辩' },
  [s.UNDER_FINDING]: { en: 'The owner was heard; the authority is to decide', zh: '陈述申辩已毕，待认定' },
  [s.DEFAULTED]: { en: 'Found in default and recorded; it is still to be kept', zh: '已认定违约失信，仍应兑现' },
  [s.CHANGE_PROPOSED]: { en: 'A change for the public interest was proposed', zh: '拟依法变更，待审核' },
  [s.LAWFULLY_CHANGED]: { en: 'Changed by law; compensation is due', zh: '已依法变更，待补偿' },
  [s.COMPENSATION_REPORTED]: {
    en: 'Compensated as reported; the beneficiary is to confirm',
    zh: '已报补偿，待受益人确认',
  },
  [s.COMPENSATED]: {
    en: 'Changed and compensated, as the beneficiary confirmed',
    zh: '依法变更并已补偿（受益人已确认）',
  },
};

/** The law that binds whoever promised. */
export const environment = (articles: string): string => `优化营商环境条例 (State Council Order 722), ${articles}`;

/** The flow from a lead to a finding. */
export const dishonestyFlow = '发改财金〔2023〕1103号';

const platform = (rule: string): string => `this platform: ${rule}`;

const promised: Clock = { until: 'promiseDueOn', basis: `${environment('art. 31')}: the day that was promised` };
const toBeConfirmed: Clock = { workingDays: 10, basis: platform('silence never confirms') };

/** The clock of each state in which one runs. Where a case stands before its due day, that day is the clock. */
export const commitmentClocks = {
  [s.REGISTERED]: { workingDays: 10, basis: platform('what is promised is checked at once') },
  [s.CONFIRMED]: promised,
  [s.IN_PROGRESS]: promised,
  [s.PARTIAL]: promised,
  [s.FULFILMENT_REPORTED]: toBeConfirmed,
  [s.OVERDUE]: { workingDays: 5, basis: platform('what is overdue is urged') },
  [s.URGED]: { workingDays: 15, basis: `${dishonestyFlow}: 督促整改; ${platform('15 working days')}` },
  [s.RECTIFYING]: { until: 'rectifyBy', basis: platform('the day that the owner stated, 30 days at most') },
  [s.FINDING_PROPOSED]: { workingDays: 5, basis: `written notice before a finding; ${platform('5 working days')}` },
  [s.UNDER_FINDING]: { workingDays: 10, basis: platform('a finding follows the answer') },
  [s.CHANGE_PROPOSED]: { workingDays: 10, basis: platform('a proposed change is examined at once') },
  [s.LAWFULLY_CHANGED]: {
    until: 'compensateBy',
    basis: `${environment('art. 31')}: the compensation that was decided`,
  },
  [s.COMPENSATION_REPORTED]: toBeConfirmed,
} as const satisfies Partial<Record<CommitmentState, Clock>>;

/** A state in which a clock runs. */
export type Clocked = keyof typeof commitmentClocks;

/** Whose act a promise waits for; of what is closed nobody's. */
export const commitmentAwaits = {
  [s.REGISTERED]: 'ADMIN',
  [s.CONFIRMED]: 'OWNER',
  [s.IN_PROGRESS]: 'OWNER',
  [s.PARTIAL]: 'OWNER',
  [s.FULFILMENT_REPORTED]: 'BENEFICIARY',
  [s.OVERDUE]: 'ADMIN',
  [s.URGED]: 'OWNER',
  [s.RECTIFYING]: 'OWNER',
  [s.FINDING_PROPOSED]: 'OWNER',
  [s.UNDER_FINDING]: 'AUTHORITY',
  [s.DEFAULTED]: 'OWNER',
  [s.CHANGE_PROPOSED]: 'ADMIN',
  [s.LAWFULLY_CHANGED]: 'OWNER',
  [s.COMPENSATION_REPORTED]: 'BENEFICIARY',
} as const satisfies Partial<Record<CommitmentState, string>>;
