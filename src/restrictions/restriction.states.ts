import type { Text } from '../messages/language.js';
import type { Clock } from '../workflow/workflow.js';

/** Where a restriction stands. */
export enum RestrictionState {
  NOTIFIED = 'NOTIFIED',
  TO_DECIDE = 'TO_DECIDE',
  IMPOSED = 'IMPOSED',
  DROPPED = 'DROPPED',
  LIFTED = 'LIFTED',
  ENDED = 'ENDED',
}

const s = RestrictionState;

/** What each state means. */
export const restrictionStates: Readonly<Record<RestrictionState, Text>> = {
  [s.NOTIFIED]: { en: 'Notified in writing; the entity may answer', zh: '已书面告知，待陈述申辩' },
  [s.TO_DECIDE]: { en: 'The entity was heard or kept silent; to be decided', zh: '陈述申辩已毕或逾期未提出，待决定' },
  [s.IMPOSED]: { en: 'Imposed; in force as long as its record is', zh: '已实施（以来源记录有效为前提）' },
  [s.DROPPED]: { en: 'Not imposed', zh: '不予实施' },
  [s.LIFTED]: { en: 'Lifted early by the executing unit', zh: '已提前解除' },
  [s.ENDED]: { en: 'Its term is over', zh: '期限届满，已终止' },
};

/** States in which a restriction is over, so that the same may be proposed again. */
export const closedStates: readonly RestrictionState[] = [s.DROPPED, s.LIFTED, s.ENDED];

const platform = (rule: string): string => `this platform: ${rule}`;

/** Written notice, the answer, the decision. */
export const shenzhen = (articles: string): string => `深圳经济特区社会信用条例 (2023), ${articles}`;

/** The clock of each state in which one runs. */
export const restrictionClocks = {
  [s.NOTIFIED]: {
    workingDays: 5,
    basis: `${shenzhen('art. 69')}: statement and defence; ${platform('5 working days')}`,
  },
  [s.TO_DECIDE]: { workingDays: 10, basis: platform('a decision follows the answer') },
  [s.IMPOSED]: { until: 'until', basis: 'the term that the decision states' },
} as const satisfies Partial<Record<RestrictionState, Clock>>;
