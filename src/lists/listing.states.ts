import type { Text } from '../messages/language.js';
import type { Clock } from '../workflow/workflow.js';

/** Where a listing stands as a case. Whether an entity is on the list follows from the record that the entry made. */
export enum ListingState {
  PROPOSED = 'PROPOSED',
  ANNOUNCED = 'ANNOUNCED',
  OBJECTED = 'OBJECTED',
  UNDER_DECISION = 'UNDER_DECISION',
  ENTERED = 'ENTERED',
  REJECTED = 'REJECTED',
  REMOVED = 'REMOVED',
  LOST = 'LOST',
}

const s = ListingState;

/** What each state means. */
export const listingStates: Readonly<Record<ListingState, Text>> = {
  [s.PROPOSED]: { en: 'Proposed; the entity was told in writing and may answer', zh: '已书面告知，待陈述申辩' },
  [s.ANNOUNCED]: { en: 'Announced publicly; anybody concerned may object', zh: '公示中，可提出异议' },
  [s.OBJECTED]: {
    en: 'An objection is to be decided; the time of announcement stands still',
    zh: '异议核查中（公示期中止）',
  },
  [s.UNDER_DECISION]: { en: 'Heard or announced; to be decided by another account', zh: '待决定（由其他经办人）' },
  [s.ENTERED]: { en: 'Entered and recorded', zh: '已列入' },
  [s.REJECTED]: { en: 'Not entered', zh: '不予列入' },
  [s.REMOVED]: { en: 'Removed: what it rested on was revoked', zh: '已移出（列入依据被撤销）' },
  [s.LOST]: { en: 'Removed from a red list: an adverse record came into force', zh: '已移出（出现失信信息）' },
};

/** States in which a red listing is announced and not decided: anybody may see it. */
export const announcedStates: readonly ListingState[] = [s.ANNOUNCED, s.OBJECTED, s.UNDER_DECISION];

/** States in which a listing is on its way. */
export const openStates: readonly ListingState[] = [s.PROPOSED, ...announcedStates];

/** The document that bounds the lists of serious dishonesty. */
export const document49 = '国办发〔2020〕49号';

/** Local statutes on red lists: announced beforehand, objections checked. */
export const redListStatutes = '河南省社会信用条例 (红名单公示与异议核查); 山东省社会信用条例, arts 26, 29';

const platform = (rule: string): string => `this platform: ${rule}`;

/** The clock of each state in which one runs. */
export const listingClocks = {
  [s.PROPOSED]: {
    workingDays: 5,
    basis: `深圳经济特区社会信用条例, art. 75: notice first; ${platform('5 working days')}`,
  },
  [s.ANNOUNCED]: { workingDays: 7, basis: `${redListStatutes}; ${platform('7 working days')}` },
  [s.OBJECTED]: { workingDays: 7, basis: `${redListStatutes}; ${platform('checked within 7 working days')}` },
  [s.UNDER_DECISION]: { workingDays: 10, basis: platform('a decision follows the answer or the announcement') },
} as const satisfies Partial<Record<ListingState, Clock>>;
