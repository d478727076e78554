import { escalation } from '../workflow/escalation.js';
import type { Clock, Step, Workflow } from '../workflow/workflow.js';
import { ArrearsRung } from './arrears.words.js';

/** Where a case of arrears stands. */
export enum ArrearsState {
  FILED = 'FILED',
  NOT_ACCEPTED = 'NOT_ACCEPTED',
  WITHDRAWN = 'WITHDRAWN',
  VERIFYING = 'VERIFYING',
  CONFIRMED = 'CONFIRMED',
  DISPUTED = 'DISPUTED',
  IN_COURT = 'IN_COURT',
  UNFOUNDED = 'UNFOUNDED',
  PLAN_AGREED = 'PLAN_AGREED',
  PLAN_BROKEN = 'PLAN_BROKEN',
  REMINDED = 'REMINDED',
  INQUIRED = 'INQUIRED',
  ORDERED = 'ORDERED',
  INTERVIEWED = 'INTERVIEWED',
  ANNOUNCED = 'ANNOUNCED',
  RECTIFYING = 'RECTIFYING',
  FINDING_PROPOSED = 'FINDING_PROPOSED',
  FOUND_DISHONEST = 'FOUND_DISHONEST',
  PAID = 'PAID',
  INTEREST_DUE = 'INTEREST_DUE',
  CLEARED = 'CLEARED',
  CLOSED = 'CLOSED',
  REOPENED = 'REOPENED',
}

/** What an actor is to a case. */
export type ArrearsParty = 'CREDITOR' | 'DEBTOR' | 'ADMIN' | 'AUTHORITY';

/** Conditions that the rules of arrears decide. */
export type ArrearsGuard =
  | 'claimable'
  | 'reasonGiven'
  | 'confirmable'
  | 'silentDebtor'
  | 'disputeGrounded'
  | 'settleable'
  | 'documented'
  | 'planFits'
  | 'planProposed'
  | 'payable'
  | 'receiptOpen'
  | 'rungOpen'
  | 'heard'
  | 'interestOpen'
  | 'cleared'
  | 'otherAdmin'
  | 'refutable'
  | 'extendable';

/** State Council Order 802, in force since 2025-06-01. */
export const order802 = (articles: string): string => `State Council Order 802 (保障中小企业款项支付条例), ${articles}`;
const findingRule = '发改财金〔2023〕1103号; State Council Order 802 (保障中小企业款项支付条例), art. 26';
const thisPlatform = (what: string): string => `this platform: ${what}`;

const s = ArrearsState;

/**
 * The clocks of the states. The order gives 10 working days to forward, 30 days to confirm, 30 (at most 90) to handle; how long
 * a debtor has after each measure it does not say: those periods are this platform's own.
 */
const clocks = {
  [s.FILED]: { workingDays: 10, basis: order802('art. 25: forwarded within 10 working days') },
  [s.VERIFYING]: { days: 30, basis: order802('art. 16: confirmed within 30 days') },
  [s.CONFIRMED]: {
    days: 30,
    basis: order802('arts 15, 25: the undisputed part is paid or planned in the time of handling'),
  },
  [s.DISPUTED]: { days: 30, basis: order802('art. 25: the time of handling') },
  [s.PLAN_AGREED]: { until: 'nextInstalmentOn', basis: 'Civil Code (民法典), art. 509: the plan as it was agreed' },
  [s.PLAN_BROKEN]: { workingDays: 5, basis: thisPlatform('a broken plan is followed by a measure') },
  [s.REMINDED]: { days: 10, basis: thisPlatform('ten days after a reminder') },
  [s.INQUIRED]: { workingDays: 10, basis: thisPlatform('an inquiry is answered in writing') },
  [s.ORDERED]: { days: 15, basis: thisPlatform('fifteen days after a supervision order') },
  [s.INTERVIEWED]: { days: 10, basis: thisPlatform('ten days after an interview') },
  [s.ANNOUNCED]: { days: 10, basis: thisPlatform('ten days after a circular') },
  [s.RECTIFYING]: { days: 30, basis: thisPlatform('thirty days to rectify') },
  [s.FINDING_PROPOSED]: {
    workingDays: 10,
    basis: thisPlatform('the debtor is heard for five working days, then it is decided'),
  },
  [s.PAID]: { workingDays: 10, basis: thisPlatform('the creditor looks for the money') },
  [s.INTEREST_DUE]: { days: 10, basis: order802('art. 17; the period: this platform') },
  [s.CLEARED]: { workingDays: 5, basis: thisPlatform('a second administrator closes') },
  [s.REOPENED]: { workingDays: 10, basis: thisPlatform('what is owed again is taken up') },
} as const satisfies Partial<Record<ArrearsState, Clock>>;

type Clocked = keyof typeof clocks;
type Row = Step<ArrearsState, ArrearsParty, ArrearsGuard>;

const within = (state: ArrearsState): { within?: Clock } =>
  state in clocks ? { within: clocks[state as Clocked] } : {};

/** A step that leads to a state, whose clock it starts. */
const to = (state: ArrearsState) => ({ to: state, ...within(state) });

/** A step that leaves the state as it is, and its clock running. */
const loops = <Name extends string>(
  states: readonly ArrearsState[],
  row: Omit<Row, 'from' | 'to' | 'step'> & { readonly step: Name },
) => states.map((state) => ({ ...row, from: [state], ...to(state), resumes: true as const }));

/** The ladder of measures, from the mildest to the gravest, with the state that each leads to. */
export const ladder = [
  {
    rung: ArrearsRung.REMINDER,
    step: 'remind',
    state: s.REMINDED,
    basis: order802('art. 21'),
    says: { en: 'Remind the debtor', zh: '提醒' },
  },
  {
    rung: ArrearsRung.INQUIRY,
    step: 'inquire',
    state: s.INQUIRED,
    basis: order802('art. 22'),
    says: { en: 'Send a letter of inquiry', zh: '函询' },
  },
  {
    rung: ArrearsRung.ORDER,
    step: 'order',
    state: s.ORDERED,
    basis: order802('art. 25'),
    says: { en: 'Issue a supervision order', zh: '发督办书' },
  },
  {
    rung: ArrearsRung.INTERVIEW,
    step: 'interview',
    state: s.INTERVIEWED,
    basis: order802('arts 22, 25'),
    says: { en: 'Interview whoever is responsible', zh: '约谈' },
  },
  {
    rung: ArrearsRung.CIRCULAR,
    step: 'announce',
    state: s.ANNOUNCED,
    basis: order802('arts 23, 25'),
    says: { en: 'Announce it in a circular', zh: '通报' },
  },
  {
    rung: ArrearsRung.RECTIFICATION,
    step: 'orderRectification',
    state: s.RECTIFYING,
    basis: order802('arts 25, 31'),
    says: { en: 'Order rectification', zh: '责令整改' },
  },
  {
    rung: ArrearsRung.FINDING,
    step: 'proposeFinding',
    state: s.FINDING_PROPOSED,
    basis: findingRule,
    says: { en: 'Propose a finding of dishonesty, with written notice', zh: '拟作失信认定并书面告知' },
  },
] as const;

/** States in which money is owed and no plan is being kept; the ladder's own come last. */
const afterLadder = [s.PLAN_BROKEN, s.REOPENED] as const;
const rungStates = ladder.map(({ state }) => state);
const owing: readonly ArrearsState[] = [s.CONFIRMED, ...afterLadder, ...rungStates, s.FOUND_DISHONEST];
/** States in which money may come in. */
const paying: readonly ArrearsState[] = [s.VERIFYING, s.DISPUTED, s.PLAN_AGREED, ...owing];
/** States in which the complaint is being handled. */
const handled: readonly ArrearsState[] = [...paying, s.PAID, s.INTEREST_DUE, s.CLEARED];
const open: readonly ArrearsState[] = [...handled, s.IN_COURT];

const measures = ladder.map(({ step, state, basis, says }, i) => ({
  step,
  from: [s.CONFIRMED, ...afterLadder, ...rungStates.slice(0, i)],
  ...to(state),
  by: ['ADMIN'] as const,
  when: 'rungOpen' as const,
  basis,
  says,
}));

/**
 * Arrears to market entities 拖欠账款: verified, confirmed, paid or planned, urged step by step, and closed only when the creditor
 * says that the money came. Nothing overdue approves itself.
 */
export const arrearsWorkflow = {
  name: { en: 'Arrears to market entities', zh: '拖欠账款清理' },
  states: {
    [s.FILED]: { en: 'Filed, to be taken up', zh: '已登记，待受理' },
    [s.NOT_ACCEPTED]: { en: 'Not taken up, with the rule', zh: '不予受理' },
    [s.WITHDRAWN]: { en: 'Withdrawn by the creditor', zh: '已撤回' },
    [s.VERIFYING]: { en: 'The debtor is to confirm what it owes', zh: '已受理，待债务单位确认' },
    [s.CONFIRMED]: {
      en: 'Confirmed at least in part: what is undisputed is to be paid or planned',
      zh: '已确认，无分歧部分待清偿',
    },
    [s.DISPUTED]: { en: 'What is left is disputed: mediation', zh: '存在分歧，调解中' },
    [s.IN_COURT]: { en: 'Before a court or arbitrators: not counted as to be cleared', zh: '涉诉涉仲裁，暂不计入清偿' },
    [s.UNFOUNDED]: { en: 'Nothing is owed, by agreement or judgment', zh: '经调解或裁判，无应付款' },
    [s.PLAN_AGREED]: { en: 'A repayment plan is being kept', zh: '按还款计划清偿中' },
    [s.PLAN_BROKEN]: { en: 'An instalment was not paid', zh: '还款计划违约' },
    [s.REMINDED]: { en: 'Reminded', zh: '已提醒' },
    [s.INQUIRED]: { en: 'Asked in writing', zh: '已函询' },
    [s.ORDERED]: { en: 'Under a supervision order', zh: '已发督办书' },
    [s.INTERVIEWED]: { en: 'Interviewed', zh: '已约谈' },
    [s.ANNOUNCED]: { en: 'Announced in a circular', zh: '已通报' },
    [s.RECTIFYING]: { en: 'Ordered to rectify', zh: '责令整改中' },
    [s.FINDING_PROPOSED]: {
      en: 'A finding of dishonesty is proposed, the debtor is heard',
      zh: '拟失信认定，听取陈述申辩',
    },
    [s.FOUND_DISHONEST]: { en: 'Found dishonest: the record stands, the debt remains', zh: '已作失信认定，仍待清偿' },
    [s.PAID]: { en: 'All is reported as paid: the creditor is to confirm', zh: '已报清偿，待债权企业确认' },
    [s.INTEREST_DUE]: { en: 'The principal has come, the creditor claims its interest', zh: '本金已清，利息待付' },
    [s.CLEARED]: { en: 'The creditor has confirmed: another administrator closes', zh: '债权企业已确认，待销号' },
    [s.CLOSED]: { en: 'Closed', zh: '已销号' },
    [s.REOPENED]: { en: 'Receipt refused or clearance refuted: owed again', zh: '退回或重新打开，继续清偿' },
  },
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
    {
      step: 'register',
      from: [],
      ...to(s.FILED),
      by: ['CREDITOR', 'DEBTOR', 'ADMIN'],
      when: 'claimable',
      basis: order802('arts 24, 25'),
      says: { en: 'Register arrears', zh: '登记拖欠账款' },
    },
    {
      step: 'accept',
      from: [s.FILED],
      ...to(s.VERIFYING),
      by: ['ADMIN'],
      basis: order802('art. 25'),
      says: { en: 'Take the case up and forward it to the debtor', zh: '受理并转办' },
    },
    {
      step: 'reject',
      from: [s.FILED],
      to: s.NOT_ACCEPTED,
      by: ['ADMIN'],
      when: 'reasonGiven',
      basis: '工信部企业〔2021〕224号: with the reason',
      says: { en: 'Do not take the case up', zh: '不予受理' },
    },
    {
      step: 'withdraw',
      from: [s.FILED, s.VERIFYING, s.DISPUTED],
      to: s.WITHDRAWN,
      by: ['CREDITOR'],
      when: 'reasonGiven',
      basis: order802('art. 20: of its own will'),
      says: { en: 'Withdraw the claim', zh: '撤回诉求' },
    },
    {
      step: 'confirm',
      from: [s.VERIFYING],
      ...to(s.CONFIRMED),
      by: ['DEBTOR'],
      when: 'confirmable',
      basis: order802('arts 15, 16'),
      says: { en: 'Confirm what is owed, in whole or in part', zh: '确认欠款（全部或部分）' },
    },
    {
      step: 'confirmOnEvidence',
      from: [s.VERIFYING],
      ...to(s.CONFIRMED),
      by: ['ADMIN'],
      when: 'silentDebtor',
      basis: order802('arts 16, 25'),
      says: { en: 'Confirm on evidence after the debtor was silent', zh: '债务单位逾期未确认，凭证据认定' },
    },
    {
      step: 'dispute',
      from: [s.VERIFYING],
      ...to(s.DISPUTED),
      by: ['DEBTOR'],
      when: 'disputeGrounded',
      basis: order802('art. 15'),
      says: { en: 'Dispute the whole claim, or what is left of it', zh: '对全部（或者其余）金额提出分歧' },
    },
    {
      step: 'settle',
      from: [s.DISPUTED],
      ...to(s.CONFIRMED),
      by: ['ADMIN'],
      when: 'settleable',
      basis: order802('arts 15, 25'),
      says: { en: 'Note how the dispute was settled', zh: '登记分歧处理结果' },
    },
    {
      step: 'settleInFull',
      from: [s.DISPUTED, s.PLAN_AGREED, ...owing],
      ...to(s.PAID),
      by: ['ADMIN'],
      when: 'settleable',
      basis: order802('arts 15, 25'),
      says: { en: 'Note that by the settlement nothing is left to be paid', zh: '登记分歧处理结果，已无余额' },
    },
    ...loops([s.DISPUTED, s.PLAN_AGREED, ...owing], {
      step: 'settlePart',
      by: ['ADMIN'],
      when: 'settleable',
      basis: order802('arts 15, 25'),
      says: { en: 'Note how a disputed part was settled', zh: '登记部分分歧处理结果' },
    }),
    {
      step: 'dismiss',
      from: [s.DISPUTED, s.IN_COURT],
      to: s.UNFOUNDED,
      by: ['ADMIN'],
      when: 'documented',
      basis: order802('art. 25: by agreement or judgment'),
      says: { en: 'Note that nothing is owed', zh: '登记无应付款' },
    },
    {
      step: 'goToCourt',
      from: [s.VERIFYING, s.DISPUTED, s.PLAN_AGREED, ...owing],
      to: s.IN_COURT,
      by: ['CREDITOR', 'ADMIN'],
      when: 'documented',
      basis: '工信部企业〔2021〕224号: not counted while a court or arbitrators have it',
      says: { en: 'Note that a court or arbitrators have the case', zh: '登记涉诉涉仲裁' },
    },
    {
      step: 'adjudge',
      from: [s.IN_COURT],
      ...to(s.CONFIRMED),
      by: ['ADMIN'],
      when: 'settleable',
      basis: 'Civil Procedure Law (民事诉讼法): the judgment in force',
      says: { en: 'Note what a judgment in force says is owed', zh: '登记生效裁判确定的金额' },
    },
    {
      step: 'adjudgeInFull',
      from: [s.IN_COURT],
      ...to(s.PAID),
      by: ['ADMIN'],
      when: 'settleable',
      basis: 'Civil Procedure Law (民事诉讼法): the judgment in force',
      says: { en: 'Note that by the judgment nothing is left to be paid', zh: '登记生效裁判，已无余额' },
    },
    ...loops(owing, {
      step: 'proposePlan',
      by: ['DEBTOR', 'ADMIN'],
      when: 'planFits',
      basis: order802('art. 25'),
      says: { en: 'Propose a repayment plan', zh: '提出还款计划' },
    }),
    ...loops(owing, {
      step: 'declinePlan',
      by: ['CREDITOR'],
      when: 'planProposed',
      basis: 'Civil Code (民法典), arts 471, 509',
      says: { en: 'Decline the plan', zh: '不同意还款计划' },
    }),
    {
      step: 'agreePlan',
      from: owing,
      ...to(s.PLAN_AGREED),
      by: ['CREDITOR'],
      when: 'planProposed',
      basis: 'Civil Code (民法典), arts 471, 509',
      says: { en: 'Agree to the plan', zh: '同意还款计划' },
    },
    {
      step: 'breakPlan',
      from: [s.PLAN_AGREED],
      ...to(s.PLAN_BROKEN),
      by: ['CLOCK'],
      basis: 'Civil Code (民法典), art. 577',
      says: { en: 'An instalment was not paid in time', zh: '分期款逾期未付' },
    },
    ...loops([...paying, s.INTEREST_DUE], {
      step: 'pay',
      by: ['DEBTOR', 'ADMIN'],
      when: 'payable',
      basis: order802('arts 9, 17'),
      says: { en: 'Report a payment', zh: '登记付款' },
    }),
    {
      step: 'payUndisputed',
      from: [s.PLAN_AGREED, ...owing],
      ...to(s.DISPUTED),
      by: ['DEBTOR', 'ADMIN'],
      when: 'payable',
      basis: order802('art. 15'),
      says: { en: 'Report the payment of all that is undisputed', zh: '登记无分歧款付清' },
    },
    {
      step: 'payInFull',
      from: paying,
      ...to(s.PAID),
      by: ['DEBTOR', 'ADMIN'],
      when: 'payable',
      basis: order802('art. 9'),
      says: { en: 'Report the payment of all that is owed', zh: '登记全部付清' },
    },
    {
      step: 'payInterest',
      from: [s.INTEREST_DUE],
      ...to(s.PAID),
      by: ['DEBTOR', 'ADMIN'],
      when: 'payable',
      basis: order802('art. 17'),
      says: { en: 'Report the payment of all the interest', zh: '登记利息付清' },
    },
    ...loops([...paying, s.IN_COURT, s.PAID, s.INTEREST_DUE], {
      step: 'confirmReceipt',
      by: ['CREDITOR'],
      when: 'receiptOpen',
      basis: thisPlatform('money counts when its creditor has it'),
      says: { en: 'Confirm that a payment came', zh: '确认到账' },
    }),
    ...loops([...paying, s.IN_COURT, s.PAID, s.INTEREST_DUE], {
      step: 'refuseReceipt',
      by: ['CREDITOR'],
      when: 'receiptOpen',
      basis: thisPlatform('money counts when its creditor has it'),
      says: { en: 'Say that a payment did not come', zh: '否认到账' },
    }),
    {
      step: 'refuseAndReopen',
      from: [s.PAID, s.DISPUTED],
      ...to(s.REOPENED),
      by: ['CREDITOR'],
      when: 'receiptOpen',
      basis: thisPlatform('money counts when its creditor has it'),
      says: { en: 'Say that a payment did not come: it is owed again', zh: '否认到账，继续清偿' },
    },
    ...measures,
    // the first measure comes by itself
    { ...measures[0]!, step: 'remind', from: [s.CONFIRMED], by: ['CLOCK'] },
    ...loops([s.FINDING_PROPOSED], {
      step: 'answerNotice',
      by: ['DEBTOR'],
      when: 'reasonGiven',
      basis: '国办发〔2020〕49号: the right to be heard',
      says: { en: 'Answer the notice', zh: '陈述申辩' },
    }),
    {
      step: 'find',
      from: [s.FINDING_PROPOSED],
      to: s.FOUND_DISHONEST,
      by: ['AUTHORITY'],
      when: 'heard',
      basis: findingRule,
      says: { en: 'Find dishonesty: a record is made', zh: '作出失信认定' },
    },
    {
      step: 'rejectFinding',
      from: [s.FINDING_PROPOSED],
      ...to(s.RECTIFYING),
      by: ['AUTHORITY'],
      when: 'reasonGiven',
      basis: findingRule,
      says: { en: 'Do not find dishonesty', zh: '不予失信认定' },
    },
    {
      step: 'claimInterest',
      from: [s.PAID],
      ...to(s.INTEREST_DUE),
      by: ['CREDITOR'],
      when: 'interestOpen',
      basis: order802('art. 17'),
      says: { en: 'Claim the interest', zh: '主张逾期利息' },
    },
    {
      step: 'confirmClearance',
      from: [s.PAID, s.INTEREST_DUE],
      ...to(s.CLEARED),
      by: ['CREDITOR'],
      when: 'cleared',
      basis: thisPlatform('closed only on the word of the creditor (销号须经债权企业确认)'),
      says: { en: 'Confirm that everything came', zh: '确认已清偿' },
    },
    {
      step: 'close',
      from: [s.CLEARED],
      to: s.CLOSED,
      by: ['ADMIN'],
      when: 'otherAdmin',
      basis: thisPlatform('whoever handled a case does not close it'),
      says: { en: 'Close the case', zh: '销号' },
    },
    {
      step: 'refute',
      from: [s.CLEARED, s.CLOSED],
      ...to(s.REOPENED),
      by: ['CREDITOR'],
      when: 'refutable',
      basis: thisPlatform('a clearance that did not happen is none'),
      says: { en: 'Refute the clearance', zh: '否认已清偿，重新打开' },
    },
    {
      step: 'refuteInterest',
      from: [s.CLEARED, s.CLOSED],
      ...to(s.INTEREST_DUE),
      by: ['CREDITOR'],
      when: 'refutable',
      basis: order802('art. 17'),
      says: { en: 'Refute that the interest came', zh: '否认利息到账，重新打开' },
    },
    {
      step: 'oweAnew',
      from: [s.CLOSED],
      ...to(s.VERIFYING),
      by: ['CREDITOR', 'DEBTOR', 'ADMIN'],
      when: 'claimable',
      basis: thisPlatform('cleared and owed anew (边清边欠)'),
      says: { en: 'Register new arrears of the same contract', zh: '同一合同新增拖欠' },
    },
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
