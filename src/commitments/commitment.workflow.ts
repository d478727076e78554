import { escalation } from '../workflow/escalation.js';
import type { Workflow } from '../workflow/workflow.js';
import {
  type Clocked,
  CommitmentState,
  commitmentAwaits,
  commitmentClocks,
  commitmentStates,
  dishonestyFlow,
  environment,
} from './commitment.states.js';
import { back, clocked, staying } from './commitment-rows.js';

/** What an actor is to a promise. */
export type CommitmentParty = 'OWNER' | 'BENEFICIARY' | 'ADMIN' | 'AUTHORITY';

/** Conditions that the rules of promises decide. */
export type CommitmentGuard =
  | 'ownPromise'
  | 'evidenced'
  | 'checkedByAnother'
  | 'partlyKept'
  | 'nothingKept'
  | 'afterDefault'
  | 'afterDueDay'
  | 'beforeDueDay'
  | 'daySoon'
  | 'unmended'
  | 'lawful'
  | 'succeeded';

const s = CommitmentState;
const art31 = environment('art. 31');
const separation = 'separation of duties: nobody decides its own case';

const beforeDue = [s.CONFIRMED, s.IN_PROGRESS, s.PARTIAL] as const;
const afterDue = [s.OVERDUE, s.URGED, s.RECTIFYING] as const;
const open = Object.values(s).filter(
  (state) => state !== s.INVALID && state !== s.FULFILLED && state !== s.COMPENSATED,
);
const told = [
  ...([s.REGISTERED, s.FULFILMENT_REPORTED, s.OVERDUE, s.URGED, s.RECTIFYING, s.UNDER_FINDING] as const),
  ...([s.CHANGE_PROPOSED, s.LAWFULLY_CHANGED, s.COMPENSATION_REPORTED] as const),
] satisfies readonly Clocked[];

/**
 * Policy promises 政策兑现: what the city has promised is kept by its day, as the beneficiary confirms, or changed by law with
 * compensation. Who does not keep his word is urged, heard and recorded. A change of office or leader moves the owner and
 * never the day (优化营商环境条例, art. 31; 上海市优化营商环境条例, art. 20).
 */
export const commitmentWorkflow = {
  name: { en: 'Policy promises', zh: '政策兑现' },
  states: commitmentStates,
  parties: {
    OWNER: { en: 'the department that must keep the promise', zh: '兑现责任部门' },
    BENEFICIARY: { en: 'the enterprise to which it was promised', zh: '受益人（经营主体）' },
    ADMIN: { en: 'the administrators of promises and arrears', zh: '政策兑现与清欠专班' },
    AUTHORITY: {
      en: 'the authority for social credit; the credit centre where that is concerned itself',
      zh: '社会信用主管部门；其本身为当事方的，由信用中心认定',
    },
  },
  guards: {
    ownPromise: { en: 'a department registers its own promises', zh: '部门仅登记本部门的承诺' },
    evidenced: { en: 'evidence is attached', zh: '已附凭证' },
    checkedByAnother: { en: 'the account is not the one that registered it', zh: '核查人与登记人不是同一账号' },
    partlyKept: { en: 'a part is kept', zh: '已有部分兑现' },
    nothingKept: { en: 'nothing is kept so far', zh: '尚未有兑现内容' },
    afterDefault: { en: 'default was found', zh: '此前已认定失信' },
    afterDueDay: { en: 'the due day has passed and no default was found', zh: '已过兑现期限，未认定失信' },
    beforeDueDay: { en: 'the due day has not passed', zh: '未过兑现期限' },
    daySoon: { en: 'the stated day lies within 30 days', zh: '所报整改期限不超过30日' },
    unmended: {
      en: 'the time that urging gave has passed, or what was reported after it was refuted',
      zh: '督办整改期限已满，或督办后所报兑现被受益人否认',
    },
    lawful: {
      en: 'authority, procedure and compensation are all stated',
      zh: '已载明法定权限、程序和补偿',
    },
    succeeded: {
      en: 'another post is named, or another department while no finding is open',
      zh: '已载明新的责任岗位；失信认定期间不变更责任部门',
    },
  },
  awaits: commitmentAwaits,
  steps: [
    {
      step: 'register',
      from: [],
      to: s.REGISTERED,
      by: ['OWNER', 'ADMIN'],
      when: 'ownPromise',
      ...clocked(s.REGISTERED),
      basis: art31,
      says: { en: 'Register a promise', zh: '登记政策承诺' },
    },
    {
      step: 'claim',
      from: [],
      to: s.REGISTERED,
      by: ['BENEFICIARY'],
      when: 'evidenced',
      ...clocked(s.REGISTERED),
      basis: art31,
      says: { en: 'Claim a promise that was made to oneself', zh: '申报应兑现的政策承诺' },
    },
    {
      step: 'confirmAuthority',
      from: [s.REGISTERED],
      to: s.CONFIRMED,
      by: ['ADMIN'],
      when: 'checkedByAnother',
      ...clocked(s.CONFIRMED),
      basis: `${art31}: promises made by law and within authority`,
      says: { en: 'It was lawful and within authority', zh: '核查认定合法有效' },
    },
    {
      step: 'invalidate',
      from: [s.REGISTERED],
      to: s.INVALID,
      by: ['ADMIN'],
      when: 'checkedByAnother',
      basis: `${art31}; Administrative Licensing Law (行政许可法), art. 8: trust is protected`,
      says: { en: 'It was beyond authority: how trust is made good is stated', zh: '认定无效，载明信赖利益处理' },
    },
    {
      step: 'reportProgress',
      from: [...beforeDue],
      to: s.PARTIAL,
      by: ['OWNER'],
      when: 'partlyKept',
      ...clocked(s.PARTIAL),
      basis: art31,
      says: { en: 'A part is kept', zh: '报告进展：部分兑现' },
    },
    {
      step: 'reportProgress',
      from: [s.CONFIRMED, s.IN_PROGRESS],
      to: s.IN_PROGRESS,
      by: ['OWNER'],
      when: 'nothingKept',
      ...clocked(s.IN_PROGRESS),
      basis: art31,
      says: { en: 'Work is under way', zh: '报告进展：办理中' },
    },
    ...staying('reportProgress', [...afterDue, s.DEFAULTED], {
      by: ['OWNER'],
      basis: art31,
      says: { en: 'Progress after the due day', zh: '报告进展（逾期后）' },
    } as const),
    {
      step: 'reportFulfilment',
      from: [...beforeDue, ...afterDue, s.FINDING_PROPOSED, s.DEFAULTED],
      to: s.FULFILMENT_REPORTED,
      by: ['OWNER'],
      when: 'evidenced',
      ...clocked(s.FULFILMENT_REPORTED),
      basis: art31,
      says: { en: 'Report it as kept, with evidence', zh: '报告已全部兑现并附凭证' },
    },
    {
      step: 'confirm',
      from: [s.FULFILMENT_REPORTED],
      to: s.FULFILLED,
      by: ['BENEFICIARY'],
      basis: `${art31}; this platform: only the beneficiary says that a promise is kept`,
      says: { en: 'Confirm that it is kept', zh: '受益人确认已兑现' },
    },
    ...back('refute', s.FULFILMENT_REPORTED, 'BENEFICIARY', { en: 'It is not kept', zh: '受益人否认已兑现' }),
    {
      step: 'lapse',
      from: [...beforeDue],
      to: s.OVERDUE,
      by: ['CLOCK'],
      ...clocked(s.OVERDUE),
      basis: art31,
      says: { en: 'The due day has passed', zh: '兑现期限届满未兑现' },
    },
    {
      step: 'urge',
      from: [s.OVERDUE],
      to: s.URGED,
      by: ['ADMIN'],
      ...clocked(s.URGED),
      basis: `${dishonestyFlow}: 督促整改`,
      says: { en: 'Urge the owner in writing', zh: '发出督办通知书' },
    },
    {
      step: 'takeUp',
      from: [s.URGED],
      to: s.RECTIFYING,
      by: ['OWNER'],
      when: 'daySoon',
      ...clocked(s.RECTIFYING),
      basis: `${dishonestyFlow}: 整改`,
      says: { en: 'Take it up and state the day', zh: '认领整改并报整改期限' },
    },
    {
      step: 'proposeFinding',
      from: [s.OVERDUE, s.URGED, s.RECTIFYING],
      to: s.FINDING_PROPOSED,
      by: ['ADMIN'],
      when: 'unmended',
      ...clocked(s.FINDING_PROPOSED),
      basis: `${dishonestyFlow}: 拒不整改的，认定违约失信`,
      says: { en: 'Propose a finding of default, with written notice', zh: '拟认定失信并书面告知' },
    },
    {
      step: 'answerNotice',
      from: [s.FINDING_PROPOSED],
      to: s.UNDER_FINDING,
      by: ['OWNER'],
      ...clocked(s.UNDER_FINDING),
      basis: 'written notice before a finding: who is concerned is heard',
      says: { en: 'Answer the notice', zh: '陈述申辩' },
    },
    {
      step: 'lapseAnswer',
      from: [s.FINDING_PROPOSED],
      to: s.UNDER_FINDING,
      by: ['CLOCK'],
      ...clocked(s.UNDER_FINDING),
      basis: 'written notice before a finding: whoever is silent has been heard',
      says: { en: 'The time for an answer is over', zh: '陈述申辩期限届满' },
    },
    {
      step: 'findDefault',
      from: [s.UNDER_FINDING],
      to: s.DEFAULTED,
      by: ['AUTHORITY'],
      basis: `${dishonestyFlow}; 中办国办《关于健全社会信用体系的意见》（2025）; ${separation}`,
      says: { en: 'Find default and record it', zh: '认定违约失信并记入信用记录' },
    },
    {
      step: 'rejectFinding',
      from: [s.UNDER_FINDING],
      to: s.URGED,
      by: ['AUTHORITY'],
      ...clocked(s.URGED),
      basis: `${dishonestyFlow}; ${separation}`,
      says: { en: 'Reject the proposal, with the reason', zh: '不予认定，继续督办' },
    },
    {
      step: 'proposeChange',
      from: [...beforeDue],
      to: s.CHANGE_PROPOSED,
      by: ['OWNER'],
      when: 'lawful',
      ...clocked(s.CHANGE_PROPOSED),
      basis: `${art31}: public interest, legal authority and procedure, compensation`,
      says: { en: 'Propose a change for the public interest', zh: '因公共利益申请依法变更' },
    },
    {
      step: 'approveChange',
      from: [s.CHANGE_PROPOSED],
      to: s.LAWFULLY_CHANGED,
      by: ['ADMIN'],
      ...clocked(s.LAWFULLY_CHANGED),
      basis: art31,
      says: { en: 'The change is lawful; compensation is due', zh: '同意依法变更，应予补偿' },
    },
    ...back('refuseChange', s.CHANGE_PROPOSED, 'ADMIN', { en: 'The change is refused', zh: '不同意变更' }),
    {
      step: 'reportCompensation',
      from: [s.LAWFULLY_CHANGED],
      to: s.COMPENSATION_REPORTED,
      by: ['OWNER'],
      when: 'evidenced',
      ...clocked(s.COMPENSATION_REPORTED),
      basis: art31,
      says: { en: 'Report the compensation, with evidence', zh: '报告已补偿并附凭证' },
    },
    {
      step: 'confirm',
      from: [s.COMPENSATION_REPORTED],
      to: s.COMPENSATED,
      by: ['BENEFICIARY'],
      basis: art31,
      says: { en: 'Confirm the compensation', zh: '受益人确认已补偿' },
    },
    {
      step: 'refute',
      from: [s.COMPENSATION_REPORTED],
      to: s.LAWFULLY_CHANGED,
      by: ['BENEFICIARY'],
      ...clocked(s.LAWFULLY_CHANGED),
      basis: art31,
      says: { en: 'It is not compensated', zh: '受益人否认已补偿' },
    },
    ...staying('handOver', open, {
      by: ['OWNER', 'ADMIN'],
      when: 'succeeded',
      basis: `${art31}: a change of districts, term, office, task or person is no excuse`,
      says: { en: 'Another office or post owns it; the day stays', zh: '责任主体变更，兑现期限不变' },
    } as const),
    ...told.map((state) => escalation(state, commitmentClocks[state])),
  ],
} as const satisfies Workflow<CommitmentState, CommitmentParty, CommitmentGuard>;
