import { ArrearsState, order802, thisPlatform, to } from './arrears.states.js';

const s = ArrearsState;

/** How a case ends, and how it is opened again. */
export const closingSteps = [
  {
    step: 'claimInterest',
    from: [s.PAID],
    ...to(s.INTEREST_DUE),
    by: ['CREDITOR'],
    when: 'interestOpen',
    basis: order802('art. 17'),
    says: { en: 'Claim the interest', zh: '主张逾期利息' },
  },
  {
    step: 'confirmClearance',
    from: [s.PAID, s.INTEREST_DUE],
    ...to(s.CLEARED),
    by: ['CREDITOR'],
    when: 'cleared',
    basis: thisPlatform('closed only on the word of the creditor (销号须经债权企业确认)'),
    says: { en: 'Confirm that everything came', zh: '确认已清偿' },
  },
  {
    step: 'close',
    from: [s.CLEARED],
    to: s.CLOSED,
    by: ['ADMIN'],
    when: 'otherAdmin',
    basis: thisPlatform('whoever handled a case does not close it'),
    says: { en: 'Close the case', zh: '销号' },
  },
  {
    step: 'refute',
    from: [s.CLEARED, s.CLOSED],
    ...to(s.REOPENED),
    by: ['CREDITOR'],
    when: 'refutable',
    basis: thisPlatform('a clearance that did not happen is none'),
    says: { en: 'Refute the clearance', zh: '否认已清偿，重新打开' },
  },
  {
    step: 'refuteInterest',
    from: [s.CLEARED, s.CLOSED],
    ...to(s.INTEREST_DUE),
    by: ['CREDITOR'],
    when: 'refutable',
    basis: order802('art. 17'),
    says: { en: 'Refute that the interest came', zh: '否认利息到账，重新打开' },
  },
  {
    step: 'oweAnew',
    from: [s.CLOSED],
    ...to(s.VERIFYING),
    by: ['CREDITOR', 'DEBTOR', 'ADMIN'],
    when: 'claimable',
    basis: thisPlatform('cleared and owed anew (边清边欠)'),
    says: { en: 'Register new arrears of the same contract', zh: '同一合同新增拖欠' },
  },
] as const;
