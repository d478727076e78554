import type { Text } from '../messages/language.js';
import type { Clock } from '../workflow/workflow.js';
import { longestExtension, mostSupplyDays } from './tolerance-term.rules.js';

/** Where a tolerant acceptance stands. */
export enum ToleranceState {
  COMMITMENT_AWAITED = 'COMMITMENT_AWAITED',
  ACCEPTED = 'ACCEPTED',
  EXTENSION_ASKED = 'EXTENSION_ASKED',
  EXTENDED = 'EXTENDED',
  SUPPLIED = 'SUPPLIED',
  FULFILLED = 'FULFILLED',
  OVERDUE = 'OVERDUE',
  DEFAULTED = 'DEFAULTED',
  WITHDRAWN = 'WITHDRAWN',
  VOIDED = 'VOIDED',
}

const s = ToleranceState;

/** What each state means. */
export const toleranceStates: Readonly<Record<ToleranceState, Text>> = {
  [s.COMMITMENT_AWAITED]: {
    en: 'The applicant was told once of all that is missing; its commitment is awaited',
    zh: '已一次性告知，待申请人签署承诺书',
  },
  [s.ACCEPTED]: { en: 'Accepted; what is missing is to be supplied', zh: '已容缺受理，待补齐材料' },
  [s.EXTENSION_ASKED]: {
    en: 'An extension for force majeure was asked for; the clock stands still',
    zh: '已申请不可抗力延期，待决定（期限中止）',
  },
  [s.EXTENDED]: { en: 'The time for supplying was extended, once', zh: '已延期，待补齐材料' },
  [s.SUPPLIED]: {
    en: 'Everything was supplied and is being checked; the clock stands still',
    zh: '材料已补齐，待核验（期限中止）',
  },
  [s.FULFILLED]: { en: 'Everything was supplied in time: the commitment is kept', zh: '已补齐并核验，承诺已履行' },
  [s.OVERDUE]: { en: 'The day has passed; only force majeure can still be shown', zh: '逾期未补齐，仅可举证不可抗力' },
  [s.DEFAULTED]: {
    en: 'Not supplied: the acceptance is withdrawn and the broken commitment recorded',
    zh: '未补齐，已撤回受理并记录失诺',
  },
  [s.WITHDRAWN]: {
    en: 'Given up before the result, or never signed; nothing is recorded',
    zh: '申请人撤回或未签署，不作失信记录',
  },
  [s.VOIDED]: {
    en: 'Something supplied was false: what was decided is revoked and the broken commitment recorded',
    zh: '材料虚假，已撤销并记录失诺',
  },
};

/** 深圳市容缺办理管理办法 sets the time for supplying; this platform reads it as a model, the city having none of its own. */
export const toleranceRule = '深圳市容缺办理管理办法 (2019)';

/** Law of the consequences of a false commitment. */
export const licensingLaw = (articles: string): string => `Administrative Licensing Law (行政许可法), ${articles}`;

const platform = (rule: string): string => `this platform: ${rule}`;

/** The clock of each state in which one runs. */
export const toleranceClocks = {
  [s.COMMITMENT_AWAITED]: {
    workingDays: 5,
    basis: platform('silence is no commitment; 5 working days as for a notice of materials (行政许可法 art. 32)'),
  },
  [s.ACCEPTED]: {
    ...{ workingDaysOf: 'supplyDays', most: mostSupplyDays },
    basis: `${toleranceRule}: two working days less than the promised limit of the item, ${mostSupplyDays} at most`,
  },
  [s.EXTENSION_ASKED]: { workingDays: 3, basis: platform('an extension is decided at once') },
  [s.EXTENDED]: {
    ...{ workingDaysOf: 'extensionDays', most: longestExtension },
    basis: `force majeure, once (Civil Code 民法典, art. 180); ${platform(`${longestExtension} working days at most, as 行政许可法 art. 42`)}`,
  },
  [s.SUPPLIED]: { workingDays: 3, basis: platform('what is supplied is checked at once') },
  [s.OVERDUE]: { workingDays: 3, basis: platform('3 working days in which force majeure can still be shown') },
} as const satisfies Partial<Record<ToleranceState, Clock>>;

/** Whose act a case waits for; a case that awaits nobody is no live tolerance. */
export const toleranceAwaits = {
  [s.COMMITMENT_AWAITED]: 'ENTITY',
  [s.ACCEPTED]: 'ENTITY',
  [s.EXTENSION_ASKED]: 'DEPARTMENT',
  [s.EXTENDED]: 'ENTITY',
  [s.SUPPLIED]: 'DEPARTMENT',
  [s.OVERDUE]: 'ENTITY',
} as const satisfies Partial<Record<ToleranceState, string>>;
