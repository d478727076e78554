import { escalation } from '../workflow/escalation.js';
import type { Clock, Workflow } from '../workflow/workflow.js';

/** Where an application for credit repair stands. */
export enum RepairState {
  SUBMITTED = 'SUBMITTED',
  NEED_SUPPLEMENT = 'NEED_SUPPLEMENT',
  NOT_ACCEPTED = 'NOT_ACCEPTED',
  UNDER_REVIEW = 'UNDER_REVIEW',
  EXTENDED = 'EXTENDED',
  COUNTERSIGN = 'COUNTERSIGN',
  APPROVED = 'APPROVED',
  COMPLETED = 'COMPLETED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  REVOKED = 'REVOKED',
}

/** What an actor is to an application. */
export type RepairParty = 'APPLICANT' | 'UNIT' | 'REVIEWER' | 'CONSUMERS';

/** Conditions that the rules of repair decide. */
export type RepairGuard =
  | 'eligible'
  | 'missingNamed'
  | 'proofGiven'
  | 'reasonGiven'
  | 'rejectable'
  | 'extendable'
  | 'uncontested'
  | 'contested'
  | 'approvalProposed'
  | 'refusalProposed'
  | 'allAcknowledged';

const order36 = (articles: string): string => `NDRC Order 36 (信用修复管理办法)${articles}`;
const opinion = '国办发〔2025〕22号';

const toAccept: Clock = { workingDays: 3, basis: `${opinion}; ${order36('')}` };
const toDecide: Clock = { workingDays: 7, basis: order36('') };
/** The length of the extension is not in the text that was read: 10 working days as the most. */
const extension: Clock = { workingDays: 10, onTop: true, basis: `${order36('')}: once, with the reason told` };
const toCountersign: Clock = { workingDays: 2, basis: 'this platform: a contested case is decided by two bodies' };
const toPropagate: Clock = { workingDays: 1, basis: `${opinion}: consumers update daily (每日更新)` };

const separation = 'separation of duties: nobody decides a contested case of its own alone';

const s = RepairState;

/**
 * Credit repair 信用修复: whoever determined the dishonesty decides (谁认定、谁修复). The application goes straight to the
 * determining unit; nothing overdue approves itself.
 */
export const repairWorkflow = {
  name: { en: 'Credit repair', zh: '信用修复' },
  states: {
    [s.SUBMITTED]: { en: 'Submitted, to be accepted', zh: '已提交，待受理' },
    [s.NEED_SUPPLEMENT]: { en: 'The applicant was told once and completely what is missing', zh: '待补正材料' },
    [s.NOT_ACCEPTED]: { en: 'Not accepted, with the reason', zh: '不予受理' },
    [s.UNDER_REVIEW]: { en: 'Accepted, to be decided', zh: '已受理，审核中' },
    [s.EXTENDED]: { en: 'The time for the decision was extended once', zh: '延期审核' },
    [s.COUNTERSIGN]: {
      en: 'Contested: the decision of the unit awaits the credit centre',
      zh: '争议事项，待信用中心复核',
    },
    [s.APPROVED]: { en: 'Approved and in force; consumers are being told', zh: '准予修复，同步更新中' },
    [s.COMPLETED]: { en: 'Every consumer has acknowledged', zh: '修复完成' },
    [s.REFUSED]: { en: 'Refused, with reason and remedies', zh: '不予修复' },
    [s.WITHDRAWN]: { en: 'Withdrawn by the applicant', zh: '已撤回' },
    [s.REVOKED]: { en: 'Revoked: the material was false or the commitment broken', zh: '已撤销修复' },
  },
  parties: {
    APPLICANT: { en: 'the entity that the record is about', zh: '申请人（信用主体）' },
    UNIT: { en: 'the unit that determined the dishonesty', zh: '认定单位' },
    REVIEWER: { en: 'the credit centre', zh: '信用中心' },
    CONSUMERS: { en: 'the systems that use the record', zh: '数据使用系统' },
  },
  guards: {
    eligible: { en: 'the record can be repaired by now', zh: '符合信用修复条件' },
    missingNamed: { en: 'what is missing is named', zh: '已列明缺少的材料' },
    proofGiven: { en: 'proof of performance is there', zh: '已提交履行义务证明' },
    reasonGiven: { en: 'the reason is stated', zh: '已说明理由' },
    rejectable: { en: 'the reason is stated, and the case is not contested', zh: '已说明理由，且非争议事项' },
    extendable: { en: 'the reason is stated, in time', zh: '已说明理由，且未逾期' },
    uncontested: { en: 'the case is not contested', zh: '非争议事项' },
    contested: { en: 'the record is disputed, or a repair of it was refused before', zh: '记录存在异议或曾被不予修复' },
    approvalProposed: { en: 'the unit wants to approve', zh: '认定单位拟准予修复' },
    refusalProposed: { en: 'the unit wants to refuse', zh: '认定单位拟不予修复' },
    allAcknowledged: { en: 'every consumer has acknowledged', zh: '使用方均已确认' },
  },
  awaits: {
    [s.SUBMITTED]: 'UNIT',
    [s.NEED_SUPPLEMENT]: 'APPLICANT',
    [s.UNDER_REVIEW]: 'UNIT',
    [s.EXTENDED]: 'UNIT',
    [s.COUNTERSIGN]: 'REVIEWER',
  },
  pauses: [s.NEED_SUPPLEMENT],
  whole: {
    unit: 'workingDays',
    length: 10,
    basis: `${opinion}: the applicant has the result within 10 working days`,
    in: [s.SUBMITTED, s.UNDER_REVIEW, s.EXTENDED, s.COUNTERSIGN],
    lengthenedBy: { step: 'extend', by: 10 },
  },
  steps: [
    {
      step: 'apply',
      from: [],
      to: s.SUBMITTED,
      by: ['APPLICANT'],
      when: 'eligible',
      within: toAccept,
      basis: order36(', arts 3, 4'),
      says: { en: 'Apply for repair', zh: '申请信用修复' },
    },
    {
      step: 'askSupplement',
      from: [s.SUBMITTED],
      to: s.NEED_SUPPLEMENT,
      by: ['UNIT'],
      when: 'missingNamed',
      once: true,
      basis: `${opinion}: told once and completely (一次性告知)`,
      says: { en: 'Tell the applicant what is missing', zh: '一次性告知补正' },
    },
    {
      step: 'supply',
      from: [s.NEED_SUPPLEMENT],
      to: s.SUBMITTED,
      by: ['APPLICANT'],
      when: 'proofGiven',
      within: toAccept,
      basis: opinion,
      says: { en: 'Supply what was missing', zh: '补正材料' },
    },
    {
      step: 'accept',
      from: [s.SUBMITTED],
      to: s.UNDER_REVIEW,
      by: ['UNIT'],
      within: toDecide,
      basis: opinion,
      says: { en: 'Accept the application', zh: '受理' },
    },
    {
      step: 'reject',
      from: [s.SUBMITTED],
      to: s.NOT_ACCEPTED,
      by: ['UNIT'],
      when: 'rejectable',
      basis: `${opinion}: with the reason`,
      says: { en: 'Do not accept the application', zh: '不予受理' },
    },
    {
      step: 'extend',
      from: [s.UNDER_REVIEW],
      to: s.EXTENDED,
      by: ['UNIT'],
      when: 'extendable',
      once: true,
      within: extension,
      basis: order36(''),
      says: { en: 'Extend the time for the decision', zh: '延长审核期限' },
    },
    {
      step: 'approve',
      from: [s.UNDER_REVIEW, s.EXTENDED],
      to: s.APPROVED,
      by: ['UNIT'],
      when: 'uncontested',
      within: toPropagate,
      basis: order36(', art. 3'),
      says: { en: 'Approve: publicity, sharing and use end at once', zh: '准予修复' },
    },
    {
      step: 'refuse',
      from: [s.UNDER_REVIEW, s.EXTENDED],
      to: s.REFUSED,
      by: ['UNIT'],
      when: 'uncontested',
      basis: order36(': with the reason'),
      says: { en: 'Refuse, with the reason', zh: '不予修复' },
    },
    {
      step: 'proposeApproval',
      from: [s.UNDER_REVIEW, s.EXTENDED],
      to: s.COUNTERSIGN,
      by: ['UNIT'],
      when: 'contested',
      within: toCountersign,
      basis: separation,
      says: { en: 'Propose to approve a contested case', zh: '争议事项拟准予修复，报请复核' },
    },
    {
      step: 'proposeRefusal',
      from: [s.UNDER_REVIEW, s.EXTENDED],
      to: s.COUNTERSIGN,
      by: ['UNIT'],
      when: 'contested',
      within: toCountersign,
      basis: separation,
      says: { en: 'Propose to refuse a contested case', zh: '争议事项拟不予修复，报请复核' },
    },
    {
      step: 'countersignApproval',
      from: [s.COUNTERSIGN],
      to: s.APPROVED,
      by: ['REVIEWER'],
      when: 'approvalProposed',
      within: toPropagate,
      basis: separation,
      says: { en: 'Agree to the approval', zh: '复核同意准予修复' },
    },
    {
      step: 'countersignRefusal',
      from: [s.COUNTERSIGN],
      to: s.REFUSED,
      by: ['REVIEWER'],
      when: 'refusalProposed',
      basis: separation,
      says: { en: 'Agree to the refusal', zh: '复核同意不予修复' },
    },
    {
      step: 'sendBack',
      from: [s.COUNTERSIGN],
      to: s.UNDER_REVIEW,
      by: ['REVIEWER'],
      when: 'reasonGiven',
      within: toDecide,
      basis: separation,
      says: { en: 'Send the case back to the unit', zh: '退回认定单位重新审核' },
    },
    {
      step: 'withdraw',
      from: [s.SUBMITTED, s.NEED_SUPPLEMENT, s.UNDER_REVIEW, s.EXTENDED, s.COUNTERSIGN],
      to: s.WITHDRAWN,
      by: ['APPLICANT'],
      basis: order36(''),
      says: { en: 'Withdraw the application', zh: '撤回申请' },
    },
    {
      step: 'complete',
      from: [s.APPROVED],
      to: s.COMPLETED,
      by: ['CONSUMERS'],
      when: 'allAcknowledged',
      basis: opinion,
      says: { en: 'The last consumer has acknowledged', zh: '各使用方均已同步更新' },
    },
    {
      step: 'revoke',
      from: [s.APPROVED, s.COMPLETED],
      to: s.REVOKED,
      by: ['UNIT', 'REVIEWER'],
      when: 'reasonGiven',
      basis: order36(': false material, seriously false commitment, wilful non-performance'),
      says: { en: 'Revoke the repair: the record is restored', zh: '撤销信用修复' },
    },
    escalation(s.SUBMITTED, toAccept),
    escalation(s.UNDER_REVIEW, toDecide),
    escalation(s.EXTENDED, extension),
    escalation(s.COUNTERSIGN, toCountersign),
    escalation(s.APPROVED, toPropagate),
  ],
} as const satisfies Workflow<RepairState, RepairParty, RepairGuard>;
