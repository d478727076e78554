import type { Clock, Workflow } from '../workflow/workflow.js';

/** Where a request to check shared data stands. */
export enum CorrectionState {
  REQUESTED = 'REQUESTED',
  ESCALATED = 'ESCALATED',
  CORRECTED = 'CORRECTED',
  CONFIRMED = 'CONFIRMED',
}

/** What an actor is to it: who uses the data, whose data it is. */
export type CorrectionParty = 'REQUESTER' | 'PROVIDER';

/** Conditions that the rules of corrections decide. */
type CorrectionGuard = 'recordChanged' | 'reasonGiven';

const basis = 'State Council Order 809 (政务数据共享条例), art. 26';

const toAnswer: Clock = { workingDays: 10, basis };

const s = CorrectionState;

/** A department that uses shared data doubts them: 校核. */
export const correctionWorkflow = {
  name: { en: 'Check of shared data', zh: '政务数据校核' },
  states: {
    [s.REQUESTED]: { en: 'Requested, to be checked', zh: '待校核' },
    [s.ESCALATED]: { en: 'Not answered in time; before the data authority', zh: '逾期未反馈，已提级' },
    [s.CORRECTED]: { en: 'The data were corrected', zh: '已更正' },
    [s.CONFIRMED]: { en: 'The data were right and stand unchanged', zh: '经核实无误' },
  },
  parties: {
    REQUESTER: { en: 'the department that uses the data', zh: '需求部门' },
    PROVIDER: { en: 'the department whose data it is', zh: '提供部门' },
  },
  guards: {
    recordChanged: { en: 'the record has a new version since', zh: '记录已有新版本' },
    reasonGiven: { en: 'the reason is stated', zh: '已说明理由' },
  },
  steps: [
    {
      step: 'request',
      from: [],
      to: s.REQUESTED,
      by: ['REQUESTER'],
      within: toAnswer,
      basis,
      says: { en: 'Ask the provider to check the data', zh: '提出校核申请' },
    },
    {
      step: 'correct',
      from: [s.REQUESTED, s.ESCALATED],
      to: s.CORRECTED,
      by: ['PROVIDER'],
      when: 'recordChanged',
      basis,
      says: { en: 'Correct the data', zh: '更正数据' },
    },
    {
      step: 'confirm',
      from: [s.REQUESTED, s.ESCALATED],
      to: s.CONFIRMED,
      by: ['PROVIDER'],
      when: 'reasonGiven',
      basis,
      says: { en: 'Confirm that the data are right, with the reason', zh: '核实无误并说明理由' },
    },
    {
      step: 'escalate',
      from: [s.REQUESTED],
      to: s.ESCALATED,
      by: ['CLOCK'],
      basis,
      says: { en: 'No answer in time: the data authority is told', zh: '逾期未反馈，提级督办' },
    },
  ],
} as const satisfies Workflow<CorrectionState, CorrectionParty, CorrectionGuard>;
