import { escalation } from '../workflow/escalation.js';
import type { Workflow } from '../workflow/workflow.js';
import { GrantState, grantClocks, grantStates, joint } from './grant.states.js';

/** Who takes part in a grant. */
export type GrantParty = 'PROPOSER' | 'HOLDER' | 'OBJECTOR' | 'DECIDER';

/** What the rules decide of a step. */
export type GrantGuard = 'earned' | 'unearned' | 'burdened' | 'clear' | 'serious' | 'over' | 'reasoned' | 'mayDispute';

const s = GrantState;
const lost = `${joint}: trust that is lost loses what it earned`;
const heard = `${joint}: announced beforehand, objections are checked`;
const by = (state: GrantState.ACTIVE | GrantState.SUSPENDED) => ({ within: grantClocks[state] });

/**
 * The fast track 绿色通道与容缺受理资格: proposed under a published rule, announced, objectionable, at most a year; suspended on
 * the day on which something stands against it, restored when nothing does any more, lost by a serious record. The platform
 * takes these steps by the rules; nobody takes them by hand.
 */
export const grantWorkflow = {
  name: { en: 'Fast-track grants', zh: '绿色通道与容缺受理资格' },
  states: grantStates,
  parties: {
    PROPOSER: { en: 'the department that proposes it for its own matters', zh: '提出部门' },
    HOLDER: { en: 'the entity that is trusted', zh: '守信主体' },
    OBJECTOR: {
      en: 'a department other than the proposer, or an enterprise other than the holder while it is announced',
      zh: '提出异议的其他部门，以及公示期间的其他经营主体',
    },
    DECIDER: { en: 'the credit centre', zh: '信用中心' },
  },
  guards: {
    earned: { en: 'the rule is met and nothing stands against it', zh: '符合规则且无不利情形' },
    unearned: { en: 'the rule is not met, or something stands against it', zh: '不符合规则或者存在不利情形' },
    burdened: { en: 'something stands against it', zh: '出现不利情形' },
    clear: { en: 'nothing stands against it any more', zh: '不利情形已消除' },
    serious: { en: 'a serious record is in force', zh: '存在有效的严重失信信息' },
    over: { en: 'its last day has passed', zh: '已过有效期' },
    reasoned: { en: 'the reason is stated', zh: '已载明理由' },
    mayDispute: { en: 'a department objects, with the reason', zh: '由部门提出并载明理由' },
  },
  awaits: { [s.OBJECTED]: 'DECIDER', [s.DISPUTED]: 'DECIDER' },
  steps: [
    {
      step: 'propose',
      from: [],
      to: s.PROPOSED,
      by: ['PROPOSER', 'CLOCK'],
      when: 'earned',
      within: grantClocks[s.PROPOSED],
      basis: joint,
      says: { en: 'Propose it under a rule and announce it', zh: '按规则提出并公示' },
    },
    {
      step: 'object',
      from: [s.PROPOSED],
      to: s.OBJECTED,
      by: ['OBJECTOR'],
      when: 'reasoned',
      within: grantClocks[s.OBJECTED],
      basis: heard,
      says: { en: 'Object while it is announced', zh: '公示期间提出异议' },
    },
    {
      step: 'dismissObjection',
      from: [s.OBJECTED],
      to: s.PROPOSED,
      by: ['DECIDER'],
      when: 'reasoned',
      within: grantClocks[s.PROPOSED],
      basis: heard,
      says: { en: 'The objection does not hold; it is announced again', zh: '异议不成立，继续公示' },
    },
    {
      step: 'upholdObjection',
      from: [s.OBJECTED],
      to: s.REFUSED,
      by: ['DECIDER'],
      when: 'reasoned',
      basis: heard,
      says: { en: 'The objection holds; it is not granted', zh: '异议成立，不予授予' },
    },
    {
      step: 'activate',
      from: [s.PROPOSED],
      to: s.ACTIVE,
      by: ['CLOCK'],
      when: 'earned',
      ...by(s.ACTIVE),
      basis: joint,
      says: { en: 'Announced without objection, and still earned: in force', zh: '公示期满无异议且仍符合规则，生效' },
    },
    {
      step: 'lapse',
      from: [s.PROPOSED],
      to: s.LAPSED,
      by: ['CLOCK'],
      when: 'unearned',
      basis: joint,
      says: { en: 'No longer earned when the announcement was over', zh: '公示期满时不再符合规则，不予授予' },
    },
    {
      step: 'suspend',
      from: [s.ACTIVE],
      to: s.SUSPENDED,
      by: ['CLOCK'],
      when: 'burdened',
      ...by(s.SUSPENDED),
      basis: lost,
      says: { en: 'Something stands against it: suspended', zh: '出现不利情形，即日中止' },
    },
    {
      step: 'restore',
      from: [s.SUSPENDED],
      to: s.ACTIVE,
      by: ['CLOCK'],
      when: 'clear',
      ...by(s.ACTIVE),
      basis: 'NDRC Order 36 (信用修复管理办法), art. 3: what is repaired is no longer used',
      says: { en: 'Nothing stands against it any more: restored', zh: '不利情形消除，即日恢复' },
    },
    {
      step: 'revoke',
      from: [s.ACTIVE, s.SUSPENDED, s.DISPUTED],
      to: s.REVOKED,
      by: ['CLOCK'],
      when: 'serious',
      basis: lost,
      says: { en: 'A serious record came into force: lost', zh: '出现严重失信信息，取消资格' },
    },
    {
      step: 'expire',
      from: [s.ACTIVE, s.SUSPENDED],
      to: s.EXPIRED,
      by: ['CLOCK'],
      when: 'over',
      basis: joint,
      says: { en: 'Its time is over', zh: '有效期届满' },
    },
    {
      step: 'object',
      from: [s.ACTIVE, s.SUSPENDED],
      to: s.DISPUTED,
      by: ['OBJECTOR'],
      when: 'mayDispute',
      within: grantClocks[s.DISPUTED],
      basis: heard,
      says: { en: 'A department objects: suspended until it is decided', zh: '部门提出异议，即日中止待处理' },
    },
    {
      step: 'dismissObjection',
      from: [s.DISPUTED],
      to: s.SUSPENDED,
      by: ['DECIDER'],
      when: 'reasoned',
      ...by(s.SUSPENDED),
      basis: heard,
      says: {
        en: 'The objection does not hold; restored unless something else stands against it',
        zh: '异议不成立，无其他不利情形的即行恢复',
      },
    },
    {
      step: 'upholdObjection',
      from: [s.DISPUTED],
      to: s.REVOKED,
      by: ['DECIDER'],
      when: 'reasoned',
      basis: heard,
      says: { en: 'The objection holds; it is lost', zh: '异议成立，取消资格' },
    },
    {
      step: 'renounce',
      from: [s.PROPOSED, s.ACTIVE, s.SUSPENDED],
      to: s.RENOUNCED,
      by: ['HOLDER'],
      basis: joint,
      says: { en: 'The holder does not want it', zh: '守信主体自愿放弃' },
    },
    escalation(s.OBJECTED, grantClocks[s.OBJECTED]),
    escalation(s.DISPUTED, grantClocks[s.DISPUTED]),
  ],
} as const satisfies Workflow<GrantState, GrantParty, GrantGuard>;
