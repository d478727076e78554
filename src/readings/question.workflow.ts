import type { Clock, Workflow } from '../workflow/workflow.js';

/** Where an entity's question about a reading of its data stands. */
export enum QuestionState {
  ASKED = 'ASKED',
  ESCALATED = 'ESCALATED',
  ANSWERED = 'ANSWERED',
  REFERRED = 'REFERRED',
  CLOSED = 'CLOSED',
}

/** What an actor is to it: whom the data are about, who read them, who supervises. */
type QuestionParty = 'ENTITY' | 'READER' | 'SUPERVISOR';

const basis = '个人信息保护法 (Personal Information Protection Law), arts. 44, 50';

/** The law sets no number of days; this is the platform's own rule. */
const toAnswer: Clock = { workingDays: 5, basis: 'rule of this platform 平台规则' };

const s = QuestionState;

/** An entity asks why a department read its data: 查询质询. */
export const questionWorkflow = {
  name: { en: 'Question about a reading', zh: '查询记录质询' },
  states: {
    [s.ASKED]: { en: 'Asked, to be answered', zh: '待答复' },
    [s.ESCALATED]: { en: 'Not answered in time; the supervisor was told', zh: '逾期未答复，已提级' },
    [s.ANSWERED]: { en: 'Answered', zh: '已答复' },
    [s.REFERRED]: { en: 'The entity is not satisfied; before the supervisor', zh: '已转监督机关' },
    [s.CLOSED]: { en: 'Closed by the supervisor', zh: '已办结' },
  },
  parties: {
    ENTITY: { en: 'the entity whose data were read', zh: '信用主体' },
    READER: { en: 'the department that read them', zh: '查询部门' },
    SUPERVISOR: { en: 'the supervisor', zh: '监督机关' },
  },
  guards: {},
  steps: [
    {
      step: 'ask',
      from: [],
      to: s.ASKED,
      by: ['ENTITY'],
      within: toAnswer,
      basis,
      says: { en: 'Ask why the data were read', zh: '提出质询' },
    },
    {
      step: 'answer',
      from: [s.ASKED, s.ESCALATED],
      to: s.ANSWERED,
      by: ['READER'],
      basis,
      says: { en: 'Say for what purpose and case the data were read', zh: '说明查询目的和事项' },
    },
    {
      step: 'escalate',
      from: [s.ASKED],
      to: s.ESCALATED,
      by: ['CLOCK'],
      basis,
      says: { en: 'No answer in time: the supervisor is told', zh: '逾期未答复，提级督办' },
    },
    {
      step: 'refer',
      from: [s.ANSWERED],
      to: s.REFERRED,
      by: ['ENTITY'],
      once: true,
      basis,
      says: { en: 'Refer the answer to the supervisor', zh: '对答复不满意，转监督机关' },
    },
    {
      step: 'close',
      from: [s.REFERRED],
      to: s.CLOSED,
      by: ['SUPERVISOR'],
      basis,
      says: { en: 'Close with a finding', zh: '作出结论并办结' },
    },
  ],
} as const satisfies Workflow<QuestionState, QuestionParty, never>;
