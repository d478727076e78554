import { ArrearsState, fallenBack, findingRule, loops, order802, to } from './arrears.states.js';
import { ArrearsRung } from './arrears.words.js';

const s = ArrearsState;

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

const rungStates = ladder.map(({ state }) => state);
const measures = ladder.map(({ step, state, basis, says }, i) => ({
  step,
  from: [s.CONFIRMED, ...fallenBack, ...rungStates.slice(0, i)],
  ...to(state),
  by: ['ADMIN'] as const,
  when: 'rungOpen' as const,
  basis,
  says,
}));

/** The measures, and the finding in which they end. */
export const measureSteps = [
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
] as const;
