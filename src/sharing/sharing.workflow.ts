import type { Clock, Workflow } from '../workflow/workflow.js';

/** Where a department's request for another department's data stands. */
export enum SharingState {
  SUBMITTED = 'SUBMITTED',
  NEED_SUPPLEMENT = 'NEED_SUPPLEMENT',
  EXTENDED = 'EXTENDED',
  ESCALATED = 'ESCALATED',
  AGREED = 'AGREED',
  REFUSED = 'REFUSED',
  DISPUTED = 'DISPUTED',
  REFUSAL_UPHELD = 'REFUSAL_UPHELD',
  DELIVERY_OVERDUE = 'DELIVERY_OVERDUE',
  IN_USE = 'IN_USE',
  SUSPENDED = 'SUSPENDED',
  COMPLETED = 'COMPLETED',
  EXPIRED = 'EXPIRED',
  TERMINATED = 'TERMINATED',
  DISPOSED = 'DISPOSED',
  WITHDRAWN = 'WITHDRAWN',
}

/** What an actor is to a request: who asked, whose data it is, the data authority of the same level. */
export type SharingParty = 'REQUESTER' | 'PROVIDER' | 'AUTHORITY';

/** Conditions that the rules of sharing decide. */
type SharingGuard =
  | 'askable'
  | 'complete'
  | 'reasonGiven'
  | 'grounded'
  | 'refusable'
  | 'extendable'
  | 'termLeft'
  | 'evidenceOfDisposal';

const law = (article: number): string => `State Council Order 809 (政务数据共享条例), art. ${article}`;

/** By the item's sharing attribute, the fact `sharing`. */
const toReply: Clock = {
  byFact: 'sharing',
  terms: { UNCONDITIONAL: { workingDays: 1 }, CONDITIONAL: { workingDays: 10 } },
  basis: law(21),
};
const extension: Clock = { workingDays: 10, onTop: true, basis: law(21) };
const toDeliver: Clock = { workingDays: 20, basis: law(22) };
/** To the day in the fact `useUntil`, which the request named. */
const termOfUse: Clock = { until: 'useUntil', basis: law(20) };

const s = SharingState;

/** A department asks for data of another one: 政务数据共享申请. Silence escalates; it never agrees. */
export const sharingWorkflow = {
  name: { en: 'Data-sharing request', zh: '政务数据共享申请' },
  states: {
    [s.SUBMITTED]: { en: 'Submitted, to be answered', zh: '已提交，待答复' },
    [s.NEED_SUPPLEMENT]: { en: 'The requester was told once and completely what is missing', zh: '待补充材料' },
    [s.EXTENDED]: { en: 'The time for the answer was extended', zh: '延期答复' },
    [s.ESCALATED]: { en: 'Not answered in time; before the data authority', zh: '逾期未答复，已提级' },
    [s.AGREED]: { en: 'Agreed, to be delivered', zh: '同意共享，待交付' },
    [s.REFUSED]: { en: 'Refused with reason and basis', zh: '不同意共享' },
    [s.DISPUTED]: { en: 'Disputed before the data authority', zh: '争议协调中' },
    [s.REFUSAL_UPHELD]: { en: 'The data authority upheld the refusal', zh: '维持不同意' },
    [s.DELIVERY_OVERDUE]: { en: 'Agreed but not delivered in time', zh: '逾期未交付' },
    [s.IN_USE]: { en: 'Delivered and in use', zh: '使用中' },
    [s.SUSPENDED]: { en: 'Suspended for misuse', zh: '暂停共享' },
    [s.COMPLETED]: { en: 'Its purpose is achieved', zh: '使用目的已实现' },
    [s.EXPIRED]: { en: 'The term of use has ended', zh: '使用期限届满' },
    [s.TERMINATED]: { en: 'Ended for misuse', zh: '终止共享' },
    [s.DISPOSED]: { en: 'The data were disposed of, with evidence', zh: '数据已销毁处置' },
    [s.WITHDRAWN]: { en: 'Withdrawn by the requester', zh: '已撤回' },
  },
  parties: {
    REQUESTER: { en: 'the department that asks', zh: '需求部门' },
    PROVIDER: { en: 'the department whose data it is', zh: '提供部门' },
    AUTHORITY: { en: 'the data authority of the same level', zh: '同级政务数据主管部门' },
  },
  guards: {
    askable: {
      en: "the item is shared at all and another's, and the purpose is of the mandate and opens it",
      zh: '目录项可共享且非本部门提供，使用目的在职责范围内',
    },
    complete: { en: 'every statement that art. 20 asks for is there', zh: '申请事项齐全' },
    reasonGiven: { en: 'the reason is stated', zh: '已说明理由' },
    grounded: { en: 'reason and basis are stated', zh: '已说明理由和依据' },
    refusable: {
      en: 'reason and basis are stated, and what is missing was told before',
      zh: '已说明理由和依据，缺项已一次性告知',
    },
    extendable: { en: 'the data authority has consented, in time', zh: '同级主管部门已同意，且未逾期' },
    termLeft: { en: 'the term of use that was asked for is not over', zh: '申请的使用期限未届满' },
    evidenceOfDisposal: { en: 'evidence of the disposal is there', zh: '已提交销毁处置凭证' },
  },
  steps: [
    {
      step: 'submit',
      from: [],
      to: s.SUBMITTED,
      by: ['REQUESTER'],
      within: toReply,
      when: 'askable',
      basis: law(20),
      says: { en: 'Ask for the data, with basis, scenario, scope, method and term', zh: '提交共享申请' },
    },
    {
      step: 'askSupplement',
      from: [s.SUBMITTED, s.EXTENDED, s.ESCALATED],
      to: s.NEED_SUPPLEMENT,
      by: ['PROVIDER'],
      when: 'reasonGiven',
      once: true,
      basis: law(21),
      says: { en: 'Say once and completely what is missing', zh: '一次性告知补充材料' },
    },
    {
      step: 'supplement',
      from: [s.NEED_SUPPLEMENT],
      to: s.SUBMITTED,
      by: ['REQUESTER'],
      within: toReply,
      basis: law(21),
      says: { en: 'Supply what was missing; the time for the answer begins anew', zh: '补充材料，答复期限重新起算' },
    },
    {
      step: 'extend',
      from: [s.SUBMITTED],
      to: s.EXTENDED,
      by: ['PROVIDER'],
      within: extension,
      when: 'extendable',
      once: true,
      basis: law(21),
      says: { en: "Extend the time for the answer, with the authority's consent", zh: '经同级主管部门同意延期答复' },
    },
    {
      step: 'agree',
      from: [s.SUBMITTED, s.EXTENDED, s.ESCALATED],
      to: s.AGREED,
      by: ['PROVIDER'],
      within: toDeliver,
      when: 'complete',
      basis: law(21),
      says: { en: 'Agree to share', zh: '同意共享' },
    },
    {
      step: 'refuse',
      from: [s.SUBMITTED, s.EXTENDED, s.ESCALATED],
      to: s.REFUSED,
      by: ['PROVIDER'],
      when: 'refusable',
      basis: law(21),
      says: { en: 'Refuse, with reason and basis', zh: '不同意共享并说明理由' },
    },
    {
      step: 'escalate',
      from: [s.SUBMITTED, s.EXTENDED],
      to: s.ESCALATED,
      by: ['CLOCK'],
      basis: law(21),
      says: { en: 'No answer in time: the data authority is told', zh: '逾期未答复，提级督办' },
    },
    {
      step: 'dispute',
      from: [s.REFUSED, s.ESCALATED, s.DELIVERY_OVERDUE],
      to: s.DISPUTED,
      by: ['REQUESTER'],
      when: 'reasonGiven',
      once: true,
      basis: law(28),
      says: { en: 'Bring the refusal or the silence before the data authority', zh: '提请争议协调' },
    },
    {
      step: 'overrule',
      from: [s.DISPUTED],
      to: s.AGREED,
      by: ['AUTHORITY'],
      within: toDeliver,
      when: 'complete',
      basis: law(28),
      says: { en: 'Decide that the data are to be shared', zh: '协调决定共享' },
    },
    {
      step: 'upholdRefusal',
      from: [s.DISPUTED],
      to: s.REFUSAL_UPHELD,
      by: ['AUTHORITY'],
      when: 'grounded',
      basis: law(28),
      says: { en: 'Uphold the refusal', zh: '协调决定维持不同意' },
    },
    {
      step: 'missDelivery',
      from: [s.AGREED],
      to: s.DELIVERY_OVERDUE,
      by: ['CLOCK'],
      basis: law(22),
      says: { en: 'Not delivered in time', zh: '逾期未交付' },
    },
    {
      step: 'deliver',
      from: [s.AGREED, s.DELIVERY_OVERDUE],
      to: s.IN_USE,
      by: ['PROVIDER'],
      within: termOfUse,
      when: 'termLeft',
      basis: law(22),
      says: { en: 'Deliver by interface, batch or file', zh: '交付数据' },
    },
    {
      step: 'withdraw',
      from: [s.SUBMITTED, s.NEED_SUPPLEMENT, s.EXTENDED, s.ESCALATED, s.DISPUTED, s.AGREED, s.DELIVERY_OVERDUE],
      to: s.WITHDRAWN,
      by: ['REQUESTER'],
      basis: law(27),
      says: { en: 'Withdraw the request before anything was delivered', zh: '交付前撤回申请' },
    },
    {
      step: 'complete',
      from: [s.IN_USE, s.SUSPENDED],
      to: s.COMPLETED,
      by: ['REQUESTER'],
      basis: law(27),
      says: { en: 'The purpose is achieved, impossible or no longer needed', zh: '使用目的已实现、无法实现或不再必要' },
    },
    {
      step: 'suspend',
      from: [s.IN_USE],
      to: s.SUSPENDED,
      by: ['PROVIDER'],
      when: 'reasonGiven',
      basis: law(27),
      says: { en: 'Suspend for misuse', zh: '因违规使用暂停共享' },
    },
    {
      step: 'resume',
      from: [s.SUSPENDED],
      to: s.IN_USE,
      by: ['PROVIDER'],
      within: termOfUse,
      when: 'termLeft',
      basis: law(27),
      says: { en: 'Share again, the misuse being mended', zh: '整改后恢复共享' },
    },
    {
      step: 'terminate',
      from: [s.IN_USE, s.SUSPENDED],
      to: s.TERMINATED,
      by: ['PROVIDER'],
      when: 'reasonGiven',
      basis: law(27),
      says: { en: 'End the sharing for misuse', zh: '因违规使用终止共享' },
    },
    {
      step: 'expire',
      from: [s.IN_USE],
      to: s.EXPIRED,
      by: ['CLOCK'],
      basis: law(20),
      says: { en: 'The term of use that was asked for has ended', zh: '使用期限届满' },
    },
    {
      step: 'dispose',
      from: [s.COMPLETED, s.EXPIRED, s.TERMINATED],
      to: s.DISPOSED,
      by: ['REQUESTER'],
      when: 'evidenceOfDisposal',
      basis: law(27),
      says: { en: 'Dispose of the data and show evidence', zh: '销毁处置数据并提交凭证' },
    },
  ],
} as const satisfies Workflow<SharingState, SharingParty, SharingGuard>;
