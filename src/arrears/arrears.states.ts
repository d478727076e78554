import type { Text } from '../messages/language.js';
import type { Clock, Step } from '../workflow/workflow.js';

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
  | 'withdrawable'
  | 'confirmable'
  | 'silentDebtor'
  | 'disputeGrounded'
  | 'settleable'
  | 'documented'
  | 'dismissible'
  | 'adjudicable'
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
export const findingRule = '发改财金〔2023〕1103号; State Council Order 802 (保障中小企业款项支付条例), art. 26';
export const thisPlatform = (what: string): string => `this platform: ${what}`;

const s = ArrearsState;

/**
 * The clocks of the states. The order gives 10 working days to forward, 30 days to confirm, 30 (at most 90) to handle; how long
 * a debtor has after each measure it does not say: those periods are this platform's own.
 */
export const clocks = {
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

export type Clocked = keyof typeof clocks;
type Row = Step<ArrearsState, ArrearsParty, ArrearsGuard>;

const within = (state: ArrearsState): { within?: Clock } =>
  state in clocks ? { within: clocks[state as Clocked] } : {};

/** A step that leads to a state, whose clock it starts. */
export const to = (state: ArrearsState) => ({ to: state, ...within(state) });

/** A step that leaves the state as it is, and its clock running. */
export const loops = <Name extends string>(
  states: readonly ArrearsState[],
  row: Omit<Row, 'from' | 'to' | 'step'> & { readonly step: Name },
) => states.map((state) => ({ ...row, from: [state], ...to(state), resumes: true as const }));

/** What each state means. */
export const arrearsStates: Readonly<Record<ArrearsState, Text>> = {
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
};

/** States in which a measure of the ladder runs, from the mildest. */
const underMeasures = [s.REMINDED, s.INQUIRED, s.ORDERED, s.INTERVIEWED, s.ANNOUNCED, s.RECTIFYING, s.FINDING_PROPOSED];
/** States to which a case falls back from a plan or from its payment. */
export const fallenBack = [s.PLAN_BROKEN, s.REOPENED] as const;
/** States in which money is owed and no plan is being kept; those of the ladder come last. */
export const owing: readonly ArrearsState[] = [s.CONFIRMED, ...fallenBack, ...underMeasures, s.FOUND_DISHONEST];
/** States in which money may come in. */
export const paying: readonly ArrearsState[] = [s.VERIFYING, s.DISPUTED, s.PLAN_AGREED, ...owing];
/** States in which the complaint is being handled. */
export const handled: readonly ArrearsState[] = [...paying, s.PAID, s.INTEREST_DUE, s.CLEARED];
/** States in which nothing of what was owed is left to be paid. */
export const settledStates: readonly ArrearsState[] = [s.CLEARED, s.CLOSED, s.UNFOUNDED];
export const open: readonly ArrearsState[] = [...handled, s.IN_COURT];
