import { escalation } from '../workflow/escalation.js';
import type { Clock, Workflow } from '../workflow/workflow.js';

/** Where an objection stands. */
export enum ObjectionState {
  VERIFYING = 'VERIFYING',
  EXAMINING = 'EXAMINING',
  EXTENDED = 'EXTENDED',
  UPHELD = 'UPHELD',
  DISMISSED = 'DISMISSED',
  UNDER_REVIEW = 'UNDER_REVIEW',
  REVIEW_UPHELD = 'REVIEW_UPHELD',
  CLOSED = 'CLOSED',
  UNVERIFIABLE = 'UNVERIFIABLE',
  NOT_ACCEPTED = 'NOT_ACCEPTED',
  WITHDRAWN = 'WITHDRAWN',
}

/** What an actor is to an objection. */
export type ObjectionParty = 'OBJECTOR' | 'PROVIDER' | 'REVIEWER';

/** Conditions that the rules of objections decide. */
type ObjectionGuard =
  | 'objectionable'
  | 'reasonGiven'
  | 'examinable'
  | 'remedyGiven'
  | 'grounded'
  | 'extendable'
  | 'reviewInTime';

/**
 * Days are not known of Inner Mongolia's own statute: these are the median of those that were read (Shenzhen 48-51, Shandong
 * 39-40, Henan 41-43, Shanghai 36-38, Zhejiang 30-31).
 */
const statutes =
  'local statutes on social credit (median: 山东省社会信用条例 arts 39-40, 河南省社会信用条例 arts 41-43)';

/** By whose data it is, the fact `period`. */
const toVerify: Clock = {
  byFact: 'period',
  terms: { PROVIDER: { workingDays: 7 }, OWN: { workingDays: 3 }, REVOKED: { workingDays: 3 } },
  basis: `${statutes}; of a revoked penalty Administrative Penalty Law (行政处罚法), arts 48, 85`,
};
const extension: Clock = { workingDays: 10, onTop: true, basis: `${statutes}: once, with the reason` };
const toExamine: Clock = { workingDays: 30, basis: 'this platform: an examination (检验、鉴定) must end' };
const toAskReview: Clock = { workingDays: 10, basis: 'this platform: a dismissal becomes final' };
const toReview: Clock = { workingDays: 7, basis: '浙江省公共信用信息管理条例, art. 31 (复核)' };

const s = ObjectionState;

/**
 * Objection 异议: the mark stands on the record from the filing to the end. A provider that stays silent loses the publicity of
 * its record; nothing is upheld or dismissed by silence.
 */
export const objectionWorkflow = {
  name: { en: 'Objection', zh: '异议处理' },
  states: {
    [s.VERIFYING]: { en: 'Filed, being verified by the provider', zh: '已受理，提供单位核实中' },
    [s.EXAMINING]: { en: 'The clock stands still for a test or an expert opinion', zh: '检验、鉴定中（期限中止）' },
    [s.EXTENDED]: { en: 'The time for verifying was extended once', zh: '延期核实' },
    [s.UPHELD]: { en: 'Upheld, and the record dealt with', zh: '异议成立，已处理' },
    [s.DISMISSED]: {
      en: 'Dismissed with reason and evidence; a review can be asked for',
      zh: '异议不成立，可申请复核',
    },
    [s.UNDER_REVIEW]: { en: 'Under review by the credit authority', zh: '复核中' },
    [s.REVIEW_UPHELD]: { en: 'Upheld on review; publicity has stopped', zh: '复核成立，已停止公示' },
    [s.CLOSED]: { en: 'Dismissed for good', zh: '异议不成立，已办结' },
    [s.UNVERIFIABLE]: { en: 'Not verified in time; publicity has stopped', zh: '逾期未能核实，已停止公示' },
    [s.NOT_ACCEPTED]: { en: 'Not accepted, with the reason', zh: '不予受理' },
    [s.WITHDRAWN]: { en: 'Withdrawn by the objector', zh: '已撤回' },
  },
  parties: {
    OBJECTOR: { en: 'the entity that the record is about', zh: '异议人（信用主体）' },
    PROVIDER: { en: 'the department that provided the record', zh: '信息提供单位' },
    REVIEWER: { en: 'the credit centre', zh: '信用中心' },
  },
  guards: {
    objectionable: { en: 'the record is in force and no other objection to it is open', zh: '记录有效且无在办异议' },
    reasonGiven: { en: 'the reason is stated', zh: '已说明理由' },
    examinable: { en: 'the reason is stated, before the last day', zh: '已说明理由，且期限尚有剩余' },
    remedyGiven: { en: 'what becomes of the record is said', zh: '已明确处理方式' },
    grounded: { en: 'reason and evidence are stated', zh: '已说明理由和证据' },
    extendable: { en: 'the reason is stated, in time', zh: '已说明理由，且未逾期' },
    reviewInTime: { en: 'the reason is stated, before the dismissal is final', zh: '在复核申请期限内并说明理由' },
  },
  awaits: {
    [s.VERIFYING]: 'PROVIDER',
    [s.EXAMINING]: 'PROVIDER',
    [s.EXTENDED]: 'PROVIDER',
    [s.DISMISSED]: 'OBJECTOR',
    [s.UNDER_REVIEW]: 'REVIEWER',
  },
  pauses: [s.EXAMINING],
  steps: [
    {
      step: 'file',
      from: [],
      to: s.VERIFYING,
      by: ['OBJECTOR'],
      when: 'objectionable',
      within: toVerify,
      basis: statutes,
      says: { en: 'Object: the mark appears on the record at once', zh: '提出异议，即时标注' },
    },
    {
      step: 'notAccept',
      from: [s.VERIFYING],
      to: s.NOT_ACCEPTED,
      by: ['REVIEWER'],
      when: 'reasonGiven',
      basis: statutes,
      says: { en: 'Do not accept what is no objection', zh: '不予受理' },
    },
    {
      step: 'examine',
      from: [s.VERIFYING],
      to: s.EXAMINING,
      by: ['PROVIDER'],
      when: 'examinable',
      once: true,
      within: toExamine,
      basis: '河南省社会信用条例, arts 41-43: time for testing and appraisal does not count',
      says: { en: 'Have it tested or appraised', zh: '委托检验、鉴定' },
    },
    {
      step: 'resume',
      from: [s.EXAMINING],
      to: s.VERIFYING,
      by: ['PROVIDER'],
      within: toVerify,
      resumes: true,
      basis: '河南省社会信用条例, arts 41-43',
      says: { en: 'The examination has ended', zh: '检验、鉴定结束，恢复核实' },
    },
    {
      step: 'extend',
      from: [s.VERIFYING],
      to: s.EXTENDED,
      by: ['PROVIDER'],
      when: 'extendable',
      once: true,
      within: extension,
      basis: statutes,
      says: { en: 'Extend the time for verifying', zh: '延长核实期限' },
    },
    {
      step: 'uphold',
      from: [s.VERIFYING, s.EXTENDED],
      to: s.UPHELD,
      by: ['PROVIDER'],
      when: 'remedyGiven',
      basis: statutes,
      says: { en: 'Uphold: the record is dealt with at once', zh: '异议成立，更正、补充、停止公示或撤销' },
    },
    {
      step: 'dismiss',
      from: [s.VERIFYING, s.EXTENDED],
      to: s.DISMISSED,
      by: ['PROVIDER'],
      when: 'grounded',
      within: toAskReview,
      basis: statutes,
      says: { en: 'Dismiss, with reason and evidence', zh: '异议不成立并说明理由、证据' },
    },
    {
      step: 'requestReview',
      from: [s.DISMISSED],
      to: s.UNDER_REVIEW,
      by: ['OBJECTOR'],
      when: 'reviewInTime',
      once: true,
      within: toReview,
      basis: '浙江省公共信用信息管理条例, art. 31',
      says: { en: 'Ask for the one review', zh: '申请复核' },
    },
    {
      step: 'upholdOnReview',
      from: [s.UNDER_REVIEW],
      to: s.REVIEW_UPHELD,
      by: ['REVIEWER'],
      when: 'reasonGiven',
      basis: '浙江省公共信用信息管理条例, art. 31; the reviewer changes what is shown, never a fact',
      says: { en: 'Uphold on review: publicity stops', zh: '复核成立，停止公示' },
    },
    {
      step: 'dismissOnReview',
      from: [s.UNDER_REVIEW],
      to: s.CLOSED,
      by: ['REVIEWER'],
      when: 'reasonGiven',
      basis: '浙江省公共信用信息管理条例, art. 31',
      says: { en: 'Dismiss on review', zh: '复核维持' },
    },
    {
      step: 'withdraw',
      from: [s.VERIFYING, s.EXAMINING, s.EXTENDED, s.DISMISSED, s.UNDER_REVIEW],
      to: s.WITHDRAWN,
      by: ['OBJECTOR'],
      basis: statutes,
      says: { en: 'Withdraw the objection', zh: '撤回异议' },
    },
    {
      step: 'stopUnverified',
      from: [s.VERIFYING, s.EXTENDED],
      to: s.UNVERIFIABLE,
      by: ['CLOCK'],
      basis: `${statutes}: what cannot be verified in time is not published`,
      says: { en: 'Not verified in time: publicity stops', zh: '逾期未核实，停止公示' },
    },
    {
      step: 'becomeFinal',
      from: [s.DISMISSED],
      to: s.CLOSED,
      by: ['CLOCK'],
      basis: 'this platform: no review was asked for in time',
      says: { en: 'No review was asked for in time', zh: '期满未申请复核，办结' },
    },
    escalation(s.EXAMINING, toExamine),
    escalation(s.UNDER_REVIEW, toReview),
  ],
} as const satisfies Workflow<ObjectionState, ObjectionParty, ObjectionGuard>;
