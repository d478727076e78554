import type { Text } from '../messages/language.js';
import type { Clock } from '../workflow/workflow.js';

/** Where a grant stands. */
export enum GrantState {
  PROPOSED = 'PROPOSED',
  OBJECTED = 'OBJECTED',
  REFUSED = 'REFUSED',
  LAPSED = 'LAPSED',
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  DISPUTED = 'DISPUTED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
  RENOUNCED = 'RENOUNCED',
}

const s = GrantState;

/** What each state means. */
export const grantStates: Readonly<Record<GrantState, Text>> = {
  [s.PROPOSED]: { en: 'Proposed and announced; objections are heard', zh: '已提出并公示，可提出异议' },
  [s.OBJECTED]: { en: 'Objected to before it came into force; to be decided', zh: '公示期间有异议，待处理' },
  [s.REFUSED]: { en: 'Not granted: an objection to it holds', zh: '异议成立，不予授予' },
  [s.LAPSED]: {
    en: 'Not granted: no longer earned when the announcement was over',
    zh: '公示期满时不再符合规则，未授予',
  },
  [s.ACTIVE]: { en: 'In force', zh: '有效' },
  [s.SUSPENDED]: { en: 'Suspended while something stands against it', zh: '已中止，待失信信息修复或者情形消除' },
  [s.DISPUTED]: { en: 'Suspended while an objection to it is decided', zh: '因异议中止，待处理' },
  [s.REVOKED]: { en: 'Lost', zh: '已取消' },
  [s.EXPIRED]: { en: 'Its time is over', zh: '已到期' },
  [s.RENOUNCED]: { en: 'Renounced by its holder', zh: '守信主体已放弃' },
};

/** In which states a grant is open: one at a time of an entity under a rule and for a department's matters. */
export const openGrantStates: readonly GrantState[] = [s.PROPOSED, s.OBJECTED, s.ACTIVE, s.SUSPENDED, s.DISPUTED];

/** The measures for whoever is trusted. */
export const joint = '国发〔2016〕33号 (joint incentives and punishment)';

const platform = (rule: string): string => `this platform: ${rule}`;

const whileItHolds: Clock = {
  until: 'validUntil',
  basis: platform('a grant holds a year at most, then it is earned anew'),
};

/** The clock of each state in which one runs. */
export const grantClocks = {
  [s.PROPOSED]: { workingDays: 5, basis: `${joint}: announced beforehand; ${platform('5 working days')}` },
  [s.OBJECTED]: {
    workingDays: 7,
    basis: platform('an objection is decided as the provider decides on one: 7 working days'),
  },
  [s.DISPUTED]: {
    workingDays: 7,
    basis: platform('an objection is decided as the provider decides on one: 7 working days'),
  },
  [s.ACTIVE]: whileItHolds,
  [s.SUSPENDED]: whileItHolds,
} as const satisfies Partial<Record<GrantState, Clock>>;
