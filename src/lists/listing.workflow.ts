import { escalation } from '../workflow/escalation.js';
import type { Workflow } from '../workflow/workflow.js';
import { document49, ListingState, listingClocks, listingStates, redListStatutes } from './listing.states.js';

/** What an actor is to a listing. */
export type ListingParty = 'PROPOSER' | 'DECIDER' | 'ENTITY' | 'OBJECTOR' | 'PLATFORM';

/** Conditions that the rules of listings decide. */
export type ListingGuard =
  | 'proposable'
  | 'nominable'
  | 'enterable'
  | 'byAnother'
  | 'objectsOnce'
  | 'othersOpen'
  | 'lastOpen'
  | 'onList'
  | 'adverse';

const s = ListingState;
const shenzhen = '深圳经济特区社会信用条例, arts 74-78';
const fourEyes = 'separation of duties: who proposes or objects does not decide';

const clocked = <const State extends keyof typeof listingClocks>(to: State) => ({ to, within: listingClocks[to] });

/**
 * Listings 名单认定: on a list of serious dishonesty an entity is told in writing, heard and decided on by another account; on a
 * red list it is announced, objections are decided, then it is entered. The entry makes a record, and stands while that does.
 */
export const listingWorkflow = {
  name: { en: 'Listings', zh: '名单认定' },
  states: listingStates,
  parties: {
    PROPOSER: { en: 'the department that proposes it; on a serious list the deciding one', zh: '提名部门' },
    DECIDER: { en: 'the department that keeps the list', zh: '名单认定部门' },
    ENTITY: { en: 'the entity that is proposed', zh: '拟列入主体' },
    OBJECTOR: { en: 'of a red list: any enterprise, department or the credit centre', zh: '异议人' },
    PLATFORM: { en: 'the platform, when an adverse record comes into force', zh: '平台（失信信息触发）' },
  },
  guards: {
    proposable: { en: 'its own list, and one of its grounds', zh: '本部门名单且属于法定列入情形' },
    nominable: {
      en: 'in operation, no natural person, nothing adverse in force',
      zh: '存续、非自然人且无有效失信信息',
    },
    enterable: {
      en: 'another account decides; on a red list nothing adverse is in force',
      zh: '由其他经办人决定；红名单主体存续且无有效失信信息',
    },
    byAnother: { en: 'the account neither proposed nor objected', zh: '决定人未提名且未提出异议' },
    objectsOnce: { en: 'it has not objected before', zh: '此前未提出过异议' },
    othersOpen: { en: 'other objections are to be decided', zh: '尚有其他异议未决定' },
    lastOpen: { en: 'no other objection is to be decided', zh: '无其他未决异议' },
    onList: { en: 'its record is in force', zh: '列入记录有效' },
    adverse: { en: 'an adverse record of the entity is in force', zh: '主体有有效失信信息' },
  },
  awaits: { [s.PROPOSED]: 'ENTITY', [s.OBJECTED]: 'DECIDER', [s.UNDER_DECISION]: 'DECIDER' },
  pauses: [s.OBJECTED],
  steps: [
    {
      step: 'propose',
      from: [],
      ...clocked(s.PROPOSED),
      by: ['PROPOSER'],
      when: 'proposable',
      basis: `${document49}; ${shenzhen}: written notice before a listing`,
      says: { en: 'Propose it and tell the entity in writing', zh: '提出列入建议并书面告知' },
    },
    {
      step: 'announce',
      from: [],
      ...clocked(s.ANNOUNCED),
      by: ['PROPOSER'],
      when: 'nominable',
      basis: redListStatutes,
      says: { en: 'Propose it for a red list and announce it', zh: '提名并公示' },
    },
    {
      step: 'answer',
      from: [s.PROPOSED],
      ...clocked(s.UNDER_DECISION),
      by: ['ENTITY'],
      basis: `${shenzhen}: statement and defence`,
      says: { en: 'Answer the notice', zh: '陈述申辩' },
    },
    {
      step: 'lapseAnswer',
      from: [s.PROPOSED],
      ...clocked(s.UNDER_DECISION),
      by: ['CLOCK'],
      basis: `${listingClocks[s.PROPOSED].basis}; silence admits nothing`,
      says: { en: 'The time for an answer is over', zh: '陈述申辩期限届满' },
    },
    {
      step: 'object',
      from: [s.ANNOUNCED, s.OBJECTED],
      ...clocked(s.OBJECTED),
      by: ['OBJECTOR'],
      when: 'objectsOnce',
      basis: redListStatutes,
      says: { en: 'Object, with the reason', zh: '提出异议' },
    },
    {
      step: 'upholdObjection',
      from: [s.OBJECTED],
      to: s.REJECTED,
      by: ['DECIDER'],
      when: 'byAnother',
      basis: `${redListStatutes}; ${fourEyes}`,
      says: { en: 'Uphold the objection: it is not entered', zh: '异议成立，不予列入' },
    },
    {
      step: 'dismissObjection',
      from: [s.OBJECTED],
      ...clocked(s.OBJECTED),
      by: ['DECIDER'],
      when: 'othersOpen',
      resumes: true,
      basis: `${redListStatutes}; ${fourEyes}`,
      says: { en: 'Dismiss the objection; others are open', zh: '异议不成立，尚有其他异议' },
    },
    {
      step: 'dismissObjection',
      from: [s.OBJECTED],
      ...clocked(s.ANNOUNCED),
      by: ['DECIDER'],
      when: 'lastOpen',
      resumes: true,
      basis: `${redListStatutes}; ${fourEyes}`,
      says: { en: 'Dismiss the objection: the announcement goes on', zh: '异议不成立，恢复公示' },
    },
    {
      step: 'endAnnouncement',
      from: [s.ANNOUNCED],
      ...clocked(s.UNDER_DECISION),
      by: ['CLOCK'],
      basis: redListStatutes,
      says: { en: 'The announcement is over', zh: '公示期满' },
    },
    {
      step: 'enter',
      from: [s.UNDER_DECISION],
      to: s.ENTERED,
      by: ['DECIDER'],
      when: 'enterable',
      basis: `${document49}; ${shenzhen}; ${redListStatutes}; ${fourEyes}`,
      says: { en: 'Enter it: the decision is served and the record made', zh: '决定列入并送达' },
    },
    {
      step: 'reject',
      from: [s.UNDER_DECISION],
      to: s.REJECTED,
      by: ['DECIDER'],
      when: 'byAnother',
      basis: `${document49}; ${fourEyes}`,
      says: { en: 'Do not enter it, with the reason', zh: '不予列入' },
    },
    {
      step: 'remove',
      from: [s.ENTERED],
      to: s.REMOVED,
      by: ['DECIDER'],
      when: 'onList',
      basis: `${document49}; ${shenzhen}: what a listing rests on was revoked`,
      says: { en: 'Remove it: what it rested on was revoked', zh: '列入依据被撤销，移出名单' },
    },
    {
      step: 'lose',
      from: [s.ENTERED],
      to: s.LOST,
      by: ['DECIDER', 'PLATFORM'],
      when: 'adverse',
      basis: `${redListStatutes}; this platform: trust and an adverse record do not stand together`,
      says: { en: 'Remove it from a red list: an adverse record is in force', zh: '出现失信信息，移出红名单' },
    },
    escalation(s.OBJECTED, listingClocks[s.OBJECTED]),
    escalation(s.UNDER_DECISION, listingClocks[s.UNDER_DECISION]),
  ],
} as const satisfies Workflow<ListingState, ListingParty, ListingGuard>;
