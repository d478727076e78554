import { escalation } from '../workflow/escalation.js';
import type { Workflow } from '../workflow/workflow.js';
import {
  licensingLaw,
  ToleranceState,
  toleranceAwaits,
  toleranceClocks,
  toleranceRule,
  toleranceStates,
} from './tolerance.states.js';

/** What an actor is to a tolerant acceptance. */
export type ToleranceParty = 'ENTITY' | 'DEPARTMENT';

/** Conditions that the rules of tolerance decide. */
export type ToleranceGuard =
  | 'allowed'
  | 'eligible'
  | 'partly'
  | 'complete'
  | 'forceMajeure'
  | 'inTime'
  | 'afterDueDay'
  | 'notExtended'
  | 'extended'
  | 'evidenced';

const s = ToleranceState;
const environment = '优化营商环境条例 (Order 722), art. 19; 国办发〔2020〕42号';
const withdrawal = '国办发〔2020〕42号: an applicant may withdraw before the result';
const overdueRule =
  '浙江省保障“最多跑一次”改革规定; 安阳市 容缺受理 rules, arts 24-27: overdue, the acceptance is withdrawn';

/** The clock of a state, as a part of a row that leads there. */
const within = <State extends keyof typeof toleranceClocks>(to: State) => ({ to, within: toleranceClocks[to] });

/** What is supplied in part leaves the clock as it is; what is supplied wholly stops it for the check. */
const supplying = ([s.ACCEPTED, s.EXTENDED] as const).flatMap(
  (state) =>
    [
      {
        step: 'supply',
        from: [state],
        ...within(s.SUPPLIED),
        by: ['ENTITY', 'DEPARTMENT'],
        when: 'complete',
        basis: toleranceRule,
        says: { en: 'Supply the last of what is missing', zh: '补齐全部材料' },
      },
      {
        step: 'supply',
        from: [state],
        ...within(state),
        by: ['ENTITY', 'DEPARTMENT'],
        when: 'partly',
        resumes: true,
        basis: toleranceRule,
        says: { en: 'Supply a part of what is missing', zh: '补正部分材料' },
      },
    ] as const,
);

/**
 * Tolerant acceptance 容缺受理: core materials are there, others are missing; the applicant signs a commitment and is accepted at
 * once. What it promised it supplies in time, or the broken commitment is recorded by the clock. No step takes a day as its
 * input: every due day is counted by the official calendar.
 */
export const toleranceWorkflow = {
  name: { en: 'Tolerant acceptance', zh: '容缺受理' },
  states: toleranceStates,
  parties: {
    ENTITY: { en: 'the applicant itself', zh: '申请人（信用主体）' },
    DEPARTMENT: { en: 'the department that handles the service item', zh: '事项办理部门' },
  },
  guards: {
    allowed: {
      en: 'the item is tolerant, only supplementary material is missing, the grant is in force and its live limit not reached',
      zh: '事项可容缺，仅缺非主审要件，守信激励资格有效且未达在办上限',
    },
    eligible: { en: 'the applicant is still entitled', zh: '申请人仍符合容缺条件' },
    partly: { en: 'something is still missing', zh: '仍有材料未补齐' },
    complete: { en: 'nothing is missing any more', zh: '材料已全部补齐' },
    forceMajeure: {
      en: 'the evidence is attached and 10 working days at most are asked for',
      zh: '已附证明，且申请延期不超过10个工作日',
    },
    inTime: { en: 'the day for supplying had not passed', zh: '未逾期' },
    afterDueDay: { en: 'the day for supplying had passed', zh: '已逾期' },
    notExtended: { en: 'the time was not extended', zh: '未曾延期' },
    extended: { en: 'the time was extended', zh: '已经延期' },
    evidenced: { en: 'evidence is attached', zh: '已附证据' },
  },
  awaits: toleranceAwaits,
  pauses: [s.SUPPLIED, s.EXTENSION_ASKED],
  steps: [
    {
      step: 'use',
      from: [],
      ...within(s.COMMITMENT_AWAITED),
      by: ['DEPARTMENT'],
      when: 'allowed',
      basis: `${environment}; 一次性告知: ${licensingLaw('art. 32')}`,
      says: { en: 'Tell once all that is missing, and offer tolerance', zh: '一次性告知所缺材料，启动容缺受理' },
    },
    {
      step: 'sign',
      from: [s.COMMITMENT_AWAITED],
      ...within(s.ACCEPTED),
      by: ['ENTITY'],
      when: 'eligible',
      once: true,
      basis: environment,
      says: { en: 'Sign the commitment: accepted at once', zh: '签署承诺书，即时受理' },
    },
    {
      step: 'lapseUnsigned',
      from: [s.COMMITMENT_AWAITED],
      to: s.WITHDRAWN,
      by: ['CLOCK'],
      basis: toleranceClocks[s.COMMITMENT_AWAITED].basis,
      says: { en: 'Not signed in time: nothing was promised', zh: '逾期未签署，视为未申请容缺' },
    },
    ...supplying,
    {
      step: 'confirm',
      from: [s.SUPPLIED],
      to: s.FULFILLED,
      by: ['DEPARTMENT'],
      basis: toleranceRule,
      says: { en: 'What was supplied is complete and valid', zh: '核验通过，承诺履行完毕' },
    },
    {
      step: 'reject',
      from: [s.SUPPLIED],
      ...within(s.EXTENDED),
      by: ['DEPARTMENT'],
      when: 'extended',
      resumes: true,
      basis: toleranceRule,
      says: { en: 'Something supplied is not valid: the clock goes on', zh: '材料不符要求，退回补正，期限继续计算' },
    },
    {
      step: 'reject',
      from: [s.SUPPLIED],
      ...within(s.ACCEPTED),
      by: ['DEPARTMENT'],
      when: 'notExtended',
      resumes: true,
      basis: toleranceRule,
      says: { en: 'Something supplied is not valid: the clock goes on', zh: '材料不符要求，退回补正，期限继续计算' },
    },
    {
      step: 'askExtension',
      from: [s.ACCEPTED, s.OVERDUE],
      ...within(s.EXTENSION_ASKED),
      by: ['ENTITY'],
      when: 'forceMajeure',
      once: true,
      basis: toleranceClocks[s.EXTENDED].basis,
      says: { en: 'Ask for more time because of force majeure', zh: '因不可抗力申请延期' },
    },
    {
      step: 'grantExtension',
      from: [s.EXTENSION_ASKED],
      ...within(s.EXTENDED),
      by: ['DEPARTMENT'],
      basis: toleranceClocks[s.EXTENDED].basis,
      says: { en: 'Force majeure is shown: the time is extended', zh: '不可抗力成立，同意延期' },
    },
    {
      step: 'refuseExtension',
      from: [s.EXTENSION_ASKED],
      ...within(s.ACCEPTED),
      by: ['DEPARTMENT'],
      when: 'inTime',
      resumes: true,
      basis: toleranceClocks[s.EXTENDED].basis,
      says: { en: 'Force majeure is not shown: the clock goes on', zh: '不可抗力不成立，期限继续计算' },
    },
    {
      step: 'refuseExtension',
      from: [s.EXTENSION_ASKED],
      ...within(s.OVERDUE),
      by: ['DEPARTMENT'],
      when: 'afterDueDay',
      resumes: true,
      basis: toleranceClocks[s.EXTENDED].basis,
      says: { en: 'Force majeure is not shown: the clock goes on', zh: '不可抗力不成立，期限继续计算' },
    },
    {
      step: 'passDueDay',
      from: [s.ACCEPTED, s.EXTENDED],
      ...within(s.OVERDUE),
      by: ['CLOCK'],
      basis: overdueRule,
      says: { en: 'The day for supplying has passed', zh: '逾期未补齐' },
    },
    {
      step: 'default',
      from: [s.OVERDUE],
      to: s.DEFAULTED,
      by: ['CLOCK'],
      basis: overdueRule,
      says: { en: 'Withdraw the acceptance and record the broken commitment', zh: '撤回受理，失诺记入信用记录' },
    },
    {
      step: 'withdraw',
      from: [s.COMMITMENT_AWAITED, s.ACCEPTED, s.EXTENDED, s.SUPPLIED, s.EXTENSION_ASKED],
      to: s.WITHDRAWN,
      by: ['ENTITY'],
      when: 'inTime',
      basis: withdrawal,
      says: { en: 'Withdraw the application; nothing is recorded', zh: '撤回申请，不作失信记录' },
    },
    {
      step: 'void',
      from: [s.ACCEPTED, s.EXTENSION_ASKED, s.EXTENDED, s.SUPPLIED, s.OVERDUE, s.FULFILLED],
      to: s.VOIDED,
      by: ['DEPARTMENT'],
      when: 'evidenced',
      basis: licensingLaw('arts 31, 69, 78, 79'),
      says: { en: 'Something supplied is false: revoke, and record', zh: '材料虚假，撤销受理或结果并记录失诺' },
    },
    escalation(s.SUPPLIED, toleranceClocks[s.SUPPLIED]),
    escalation(s.EXTENSION_ASKED, toleranceClocks[s.EXTENSION_ASKED]),
  ],
} as const satisfies Workflow<ToleranceState, ToleranceParty, ToleranceGuard>;
