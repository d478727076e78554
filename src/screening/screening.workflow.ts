import type { Workflow } from '../workflow/workflow.js';

/** Where a screening stands. */
export enum ScreeningState {
  IN_FORCE = 'IN_FORCE',
  COMPLETED = 'COMPLETED',
  RESTORED = 'RESTORED',
}

/** What an actor is to a screening. */
export type ScreeningParty = 'COURT' | 'REVIEWER' | 'PLATFORM';

/** Conditions that the rules of screening decide. */
export type ScreeningGuard = 'screenable' | 'documented';

const opinion = '国办发〔2025〕22号';
const bankruptcyLaw = (articles: string): string => `Enterprise Bankruptcy Law (企业破产法), ${articles}`;

const s = ScreeningState;

/**
 * Temporary screening in bankruptcy 破产重整、和解中的暂时屏蔽: while an enterprise performs the plan that a court has approved,
 * its adverse records of before the ruling are neither published nor shared nor used. No clock runs: the plan has its own.
 *
 * The law gives the screening, its end by performance with a new rating, and the return of the records on default. This platform
 * chooses that every adverse record determined up to the day of the ruling is screened, save those that a law excludes from
 * repair, and that the court or the credit centre takes each step.
 */
export const screeningWorkflow = {
  name: { en: 'Temporary screening in bankruptcy', zh: '破产重整（和解）信用信息暂时屏蔽' },
  states: {
    [s.IN_FORCE]: { en: 'The records are screened while the plan is performed', zh: '计划执行期间，暂时屏蔽中' },
    [s.COMPLETED]: {
      en: 'The plan was performed: the records stay repaired, the entity is to be rated anew',
      zh: '计划已执行完毕，相关信息视同修复，重新评价',
    },
    [s.RESTORED]: { en: 'The plan was not performed: the records stand again', zh: '计划未能执行，已恢复相关信息' },
  },
  parties: {
    COURT: { en: 'the court', zh: '人民法院' },
    REVIEWER: { en: 'the credit centre', zh: '信用中心' },
    PLATFORM: { en: 'the platform, when records come late', zh: '平台（迟报信息自动处理）' },
  },
  guards: {
    screenable: {
      en: 'a ruling of the past is named, and none is in force for the entity',
      zh: '已载明生效裁定，且该主体没有执行中的屏蔽',
    },
    documented: { en: 'the document and the reason are stated', zh: '已载明文书并说明理由' },
  },
  steps: [
    {
      step: 'screen',
      from: [],
      to: s.IN_FORCE,
      by: ['COURT', 'REVIEWER'],
      when: 'screenable',
      basis: `${opinion}; ${bankruptcyLaw('arts 86, 87, 98: the ruling')}`,
      says: { en: 'Screen the records of before the ruling', zh: '裁定批准计划，暂时屏蔽失信信息' },
    },
    {
      step: 'screenLate',
      from: [s.IN_FORCE],
      to: s.IN_FORCE,
      by: ['PLATFORM'],
      basis: `${opinion}; this platform: who reports late does not undo the ruling`,
      says: { en: 'Screen records of before the ruling that came in since', zh: '屏蔽裁定前认定、迟报的失信信息' },
    },
    {
      step: 'complete',
      from: [s.IN_FORCE],
      to: s.COMPLETED,
      by: ['COURT', 'REVIEWER'],
      when: 'documented',
      basis: `${opinion}; ${bankruptcyLaw('arts 94, 106: the plan was performed')}`,
      says: { en: 'The plan was performed: the records stay repaired', zh: '计划执行完毕，不再恢复' },
    },
    {
      step: 'restore',
      from: [s.IN_FORCE],
      to: s.RESTORED,
      by: ['COURT', 'REVIEWER'],
      when: 'documented',
      basis: `${opinion}; ${bankruptcyLaw('arts 93, 104: the plan is not performed')}`,
      says: { en: 'The plan was not performed: the records stand again', zh: '计划未能执行，恢复失信信息' },
    },
  ],
} as const satisfies Workflow<ScreeningState, ScreeningParty, ScreeningGuard>;
