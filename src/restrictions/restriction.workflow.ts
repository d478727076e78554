import { escalation } from '../workflow/escalation.js';
import type { Workflow } from '../workflow/workflow.js';
import { restrictionClocks as clocks, RestrictionState, restrictionStates, shenzhen } from './restriction.states.js';

/** What an actor is to a restriction. */
export type RestrictionParty = 'UNIT' | 'SUBJECT';

/** Conditions that the rules of restrictions decide. */
export type RestrictionGuard = 'admissible' | 'byAnother' | 'imposable';

const s = RestrictionState;
const notice = shenzhen('art. 69');
const fourEyes = 'separation of duties: nobody approves its own request';
const order36 = 'NDRC Order 36 (信用修复管理办法), art. 3';

/**
 * Restrictions 失信惩戒: only measures of the national list, proposed with a written notice, answered or not, and decided by another
 * officer. Whether one that was imposed is in force follows from its record: repair, withdrawal and expiry need no step here.
 */
export const restrictionWorkflow = {
  name: { en: 'Restrictions', zh: '失信惩戒' },
  states: restrictionStates,
  parties: {
    UNIT: { en: 'the department that carries the measure out', zh: '惩戒实施单位' },
    SUBJECT: { en: 'the entity', zh: '信用主体' },
  },
  guards: {
    admissible: {
      en: 'the record is adverse, serious, in force and not disputed, and the term no longer than it is published',
      zh: '来源记录为严重失信信息、有效、无异议，且惩戒期限不超过其公示期限',
    },
    byAnother: { en: 'another account than the one that proposed it', zh: '由提出人以外的人员决定' },
    imposable: {
      en: 'another account than the one that proposed it, while measure, record and term still stand',
      zh: '由提出人以外的人员决定，且措施、来源记录、期限仍符合条件',
    },
  },
  awaits: { [s.NOTIFIED]: 'SUBJECT', [s.TO_DECIDE]: 'UNIT' },
  steps: [
    {
      step: 'propose',
      from: [],
      to: s.NOTIFIED,
      by: ['UNIT'],
      when: 'admissible',
      within: clocks[s.NOTIFIED],
      basis: `${shenzhen('arts 67, 69')}; 国办发〔2020〕49号`,
      says: { en: 'Propose a measure of the list, with written notice', zh: '拟采取惩戒措施并书面告知' },
    },
    {
      step: 'answer',
      from: [s.NOTIFIED],
      to: s.TO_DECIDE,
      by: ['SUBJECT'],
      within: clocks[s.TO_DECIDE],
      basis: notice,
      says: { en: 'Answer the notice', zh: '陈述申辩' },
    },
    {
      step: 'lapse',
      from: [s.NOTIFIED],
      to: s.TO_DECIDE,
      by: ['CLOCK'],
      within: clocks[s.TO_DECIDE],
      basis: `${notice}; silence is no consent`,
      says: { en: 'No answer in time, which is no consent', zh: '逾期未陈述申辩（不视为同意）' },
    },
    {
      step: 'impose',
      from: [s.TO_DECIDE],
      to: s.IMPOSED,
      by: ['UNIT'],
      when: 'imposable',
      within: clocks[s.IMPOSED],
      basis: `${notice}; ${fourEyes}`,
      says: { en: 'Impose it, by a written decision', zh: '决定实施惩戒措施' },
    },
    {
      step: 'drop',
      from: [s.NOTIFIED, s.TO_DECIDE],
      to: s.DROPPED,
      by: ['UNIT'],
      when: 'byAnother',
      basis: `${shenzhen('art. 67')}; ${fourEyes}`,
      says: { en: 'Do not impose it, with the reason', zh: '决定不予实施' },
    },
    {
      step: 'lift',
      from: [s.IMPOSED],
      to: s.LIFTED,
      by: ['UNIT'],
      basis: `国办发〔2020〕49号: 过惩相当; ${order36}`,
      says: { en: 'Lift it before its term, with the reason', zh: '提前解除' },
    },
    {
      step: 'end',
      from: [s.IMPOSED],
      to: s.ENDED,
      by: ['CLOCK'],
      basis: 'the term that the decision states',
      says: { en: 'Its term is over', zh: '期限届满，惩戒终止' },
    },
    escalation(s.TO_DECIDE, clocks[s.TO_DECIDE]),
  ],
} as const satisfies Workflow<RestrictionState, RestrictionParty, RestrictionGuard>;
