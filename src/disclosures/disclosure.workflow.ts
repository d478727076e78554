import { escalation } from '../workflow/escalation.js';
import type { Workflow } from '../workflow/workflow.js';

/** Where a yearly disclosure stands. */
export enum DisclosureState {
  DRAFTED = 'DRAFTED',
  SIGNED = 'SIGNED',
  PUBLISHED = 'PUBLISHED',
}

/** What an actor is to a disclosure. */
export type DisclosureParty = 'DEPARTMENT' | 'PLATFORM';

/** Conditions that the rules of disclosures decide. */
export type DisclosureGuard = 'otherAccount' | 'reasonGiven';

const article =
  'State Council Order 802 (保障中小企业款项支付条例), art. 18: what was overdue and unpaid at the end of the year before is published by 31 March';

const s = DisclosureState;

/** The one clock: until 31 March of the year after. It is a fact of the case and needs no official calendar. */
const byEndOfMarch = { until: 'publishBy', basis: article } as const;

/**
 * The yearly disclosure of arrears 年度拖欠信息公示: the platform draws up what the ledger says, the department signs it off, and
 * another of its officers publishes it. Nothing is published by silence, and publishing late is possible and told.
 */
export const disclosureWorkflow = {
  name: { en: 'Yearly disclosure of arrears', zh: '拖欠中小企业账款年度信息公示' },
  states: {
    [s.DRAFTED]: { en: 'Drawn up from the ledger; the department is to sign it off', zh: '已按台账生成，待部门审签' },
    [s.SIGNED]: { en: 'Signed off, its figures stand; another officer is to publish it', zh: '已审签，待公示' },
    [s.PUBLISHED]: { en: 'Published', zh: '已公示' },
  },
  parties: {
    DEPARTMENT: { en: 'the agency or institution that owes or does not', zh: '机关、事业单位（公示主体）' },
    PLATFORM: { en: 'the platform, when the year is over', zh: '平台（年度终了自动生成）' },
  },
  guards: {
    otherAccount: { en: 'the officer is not the one who signed it off', zh: '公示人与审签人不是同一账号' },
    reasonGiven: { en: 'the reason is stated', zh: '已说明理由' },
  },
  awaits: { [s.DRAFTED]: 'DEPARTMENT', [s.SIGNED]: 'DEPARTMENT' },
  steps: [
    {
      step: 'draft',
      from: [],
      to: s.DRAFTED,
      by: ['PLATFORM'],
      within: byEndOfMarch,
      basis: article,
      says: { en: 'Draw up what was overdue at the end of the year', zh: '按台账生成年末逾期尚未支付数据' },
    },
    {
      step: 'sign',
      from: [s.DRAFTED],
      to: s.SIGNED,
      by: ['DEPARTMENT'],
      within: byEndOfMarch,
      resumes: true,
      basis: article,
      says: { en: 'Sign it off', zh: '审签' },
    },
    {
      step: 'return',
      from: [s.SIGNED],
      to: s.DRAFTED,
      by: ['DEPARTMENT'],
      when: 'reasonGiven',
      within: byEndOfMarch,
      resumes: true,
      basis: 'this platform: what is found wrong before it is published is signed off anew',
      says: { en: 'Give it back to be signed off anew', zh: '退回重新审签' },
    },
    {
      step: 'publish',
      from: [s.SIGNED],
      to: s.PUBLISHED,
      by: ['DEPARTMENT'],
      when: 'otherAccount',
      basis: `${article}; this platform: whoever signs does not publish`,
      says: { en: 'Publish it', zh: '公示' },
    },
    escalation(s.DRAFTED, byEndOfMarch),
    escalation(s.SIGNED, byEndOfMarch),
  ],
} as const satisfies Workflow<DisclosureState, DisclosureParty, DisclosureGuard>;
