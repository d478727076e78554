import type { CaseKind } from '../workflow/enter-step.js';
import { sinceAnew } from '../workflow/workflow.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import type { ArrearsCase } from './arrears-case.entity.js';

/** Cases of arrears as the engine of cases sees them. */
export const arrearsKind: CaseKind<typeof arrearsWorkflow, ArrearsCase> = {
  code: 'ARREARS',
  deed: 'arrears',
  noun: 'ArrearsCase',
  workflow: arrearsWorkflow,
  facts: ({ nextInstalmentOn }) => ({ nextInstalmentOn }),
  // the time of handling ends with the written result, as which the notice of closing serves
  wholeFrom: ({ acceptedOn, history }) =>
    sinceAnew(arrearsWorkflow, history).some((step) => step === 'giveResult' || step === 'close') ? null : acceptedOn,
  addressee: (party, { creditorUscc, debtorUscc, debtorCode, authorityCode }) => {
    if (party === 'CREDITOR') return `ENTERPRISE:${creditorUscc}`;
    if (party === 'DEBTOR') return debtorCode === null ? `ENTERPRISE:${debtorUscc}` : `DEPARTMENT:${debtorCode}`;
    return party === 'ADMIN' ? 'ARREARS_ADMIN' : `DEPARTMENT:${authorityCode!}`;
  },
};
