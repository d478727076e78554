import { escalation } from '../workflow/escalation.js';
import type { Workflow } from '../workflow/workflow.js';
import {
  type ArrearsGuard,
  type ArrearsParty,
  ArrearsState,
  arrearsStates,
  type Clocked,
  clocks,
  handled,
  loops,
  open,
  order802,
} from './arrears.states.js';
import { claimSteps } from './claim.steps.js';
import { closingSteps } from './closing.steps.js';
import { measureSteps } from './measure.steps.js';
import { paymentSteps } from './payment.steps.js';

const s = ArrearsState;

/**
 * Arrears to market entities 拖欠账款: verified, confirmed, paid or planned, urged step by step, and closed only when the creditor
 * says that the money came. Nothing overdue approves itself.
 */
export const arrearsWorkflow = {
  name: { en: 'Arrears to market entities', zh: '拖欠账款清理' },
  states: arrearsStates,
  parties: {
    CREDITOR: { en: 'the market entity that is owed', zh: '债权企业' },
    DEBTOR: { en: 'the agency, institution or large enterprise that owes', zh: '债务单位' },
    ADMIN: { en: 'the arrears administrators', zh: '清欠专班' },
    AUTHORITY: { en: 'the department that finds dishonesty', zh: '失信认定部门' },
  },
  guards: {
    claimable: {
      en: 'it is a purchase from an SME, overdue, not before a court, not claimed already',
      zh: '属向中小企业采购、已逾期、未涉诉、未重复登记',
    },
    reasonGiven: { en: 'the reason is stated', zh: '已说明理由' },
    withdrawable: {
      en: 'the reason is stated, nothing was paid and no payment waits',
      zh: '已说明理由，且无已付或待确认款项',
    },
    confirmable: {
      en: 'a part of the claim is confirmed, no more than is claimed',
      zh: '已确认部分或全部金额，且不超过诉求',
    },
    silentDebtor: {
      en: 'the debtor stayed silent for its 30 days, and evidence is named',
      zh: '债务单位逾期未确认，且已载明证据',
    },
    disputeGrounded: { en: 'the reason of the dispute is stated', zh: '已说明分歧理由' },
    settleable: { en: 'what is settled is disputed, and a document says so', zh: '金额在分歧范围内，且已载明文书' },
    documented: { en: 'the document is named and the reason stated', zh: '已载明文书并说明理由' },
    dismissible: {
      en: 'the document is named, the reason stated, and no payment waits',
      zh: '已载明文书并说明理由，且无待确认款项',
    },
    adjudicable: {
      en: 'the sum is of the claim, no less than what is agreed on or paid, and the judgment is named',
      zh: '金额不超过诉求且不低于已确认或者已付金额，并载明裁判文书',
    },
    planFits: {
      en: 'the instalments come to what is undisputed, in order, on days to come',
      zh: '分期金额合计等于无分歧余额，日期有序且未到期',
    },
    planProposed: { en: 'a plan is proposed', zh: '已提出还款计划' },
    payable: {
      en: 'a positive amount that is owed, paid by today, with a voucher not used before',
      zh: '金额为正且不超过应付、付款日不晚于今日、凭证未重复',
    },
    receiptOpen: { en: 'the payment waits for its confirmation', zh: '该笔付款待确认' },
    rungOpen: {
      en: 'undisputed money is owed, and the step before was taken and its time is over, or the reason for skipping is stated',
      zh: '尚有无分歧欠款，且前一措施已采取并到期，或已载明越级理由',
    },
    heard: { en: 'the debtor has answered or had five working days to', zh: '已听取陈述申辩或期限已满' },
    interestOpen: { en: 'every payment is confirmed and interest is owed', zh: '各笔付款已确认，且尚有利息未付' },
    cleared: {
      en: 'every payment is confirmed, nothing is owed, the interest is paid or waived',
      zh: '各笔付款已确认、本金结清、利息已付或放弃',
    },
    otherAdmin: { en: 'the administrator is not the one who handled the case', zh: '销号人与经办人不是同一人' },
    refutable: { en: 'the payments that did not come are named, and the reason', zh: '已载明未到账款项及理由' },
    extendable: { en: 'the reason is stated, in time', zh: '已说明理由，且未逾期' },
  },
  awaits: {
    [s.FILED]: 'ADMIN',
    [s.VERIFYING]: 'DEBTOR',
    [s.CONFIRMED]: 'DEBTOR',
    [s.DISPUTED]: 'ADMIN',
    [s.PLAN_AGREED]: 'DEBTOR',
    [s.PLAN_BROKEN]: 'ADMIN',
    [s.REMINDED]: 'DEBTOR',
    [s.INQUIRED]: 'DEBTOR',
    [s.ORDERED]: 'DEBTOR',
    [s.INTERVIEWED]: 'DEBTOR',
    [s.ANNOUNCED]: 'DEBTOR',
    [s.RECTIFYING]: 'DEBTOR',
    [s.FINDING_PROPOSED]: 'AUTHORITY',
    [s.FOUND_DISHONEST]: 'DEBTOR',
    [s.PAID]: 'CREDITOR',
    [s.INTEREST_DUE]: 'DEBTOR',
    [s.CLEARED]: 'ADMIN',
    [s.REOPENED]: 'ADMIN',
  },
  pauses: [s.IN_COURT],
  anew: ['oweAnew'],
  whole: {
    unit: 'days',
    length: 30,
    basis: order802('art. 25: a written result within 30 days of receiving the material, at most 90'),
    in: handled,
    lengthenedBy: { step: 'extend', by: 60 },
  },
  steps: [
    ...claimSteps,
    ...paymentSteps,
    ...measureSteps,
    ...closingSteps,
    ...loops(open, {
      step: 'extend',
      by: ['ADMIN'],
      when: 'extendable',
      once: true,
      basis: order802('art. 25: at most 90 days, with the head of the department'),
      says: { en: 'Extend the time of handling', zh: '延长办理期限' },
    }),
    ...loops(open, {
      step: 'giveResult',
      by: ['ADMIN'],
      when: 'reasonGiven',
      basis: order802('art. 25: a written result'),
      says: { en: 'Tell the parties the result of handling', zh: '书面告知处理结果' },
    }),
    ...loops([s.FILED, ...open, s.CLOSED], {
      step: 'succeed',
      by: ['ADMIN'],
      when: 'documented',
      basis: 'Regulation on the Business Environment (优化营商环境条例), art. 31; Civil Code (民法典), art. 67',
      says: { en: 'Another body has succeeded the debtor; no date moves', zh: '债务单位合并（承继），期限不变' },
    }),
    ...(Object.keys(clocks) as Clocked[])
      .filter((state) => state !== s.PLAN_AGREED)
      .map((state) => escalation(state, clocks[state])),
    // a plan has its own step of the clock; the time of handling runs on all the same
    { ...escalation(s.PLAN_AGREED, clocks[s.PLAN_AGREED]), basis: order802('art. 25') },
  ],
} as const satisfies Workflow<ArrearsState, ArrearsParty, ArrearsGuard>;
