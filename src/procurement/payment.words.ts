import { registerEnumType } from 'type-graphql';

/** What is paid. */
export enum PaymentPurpose {
  PRINCIPAL = 'PRINCIPAL',
  INTEREST = 'INTEREST',
}
registerEnumType(PaymentPurpose, {
  name: 'PaymentPurpose',
  description: 'What is paid. 付款性质',
  valuesConfig: {
    PRINCIPAL: { description: 'What the contract makes payable. 本金' },
    INTEREST: { description: 'Interest for late payment (Order 802, art. 17). 逾期利息' },
  },
});

/** What became of a payment. */
export enum PaymentState {
  REPORTED = 'REPORTED',
  CONFIRMED = 'CONFIRMED',
  REFUSED = 'REFUSED',
}
registerEnumType(PaymentState, {
  name: 'PaymentState',
  description: 'What became of a payment. 付款状态',
  valuesConfig: {
    REPORTED: { description: 'Reported; its creditor has not answered yet. 已登记，待确认' },
    CONFIRMED: { description: 'Its creditor has it. 已确认到账' },
    REFUSED: { description: 'Its creditor says that it did not come. 未到账' },
  },
});

/** What a line of the ledger says. */
export enum LedgerKind {
  DUE = 'DUE',
  UNDISPUTED = 'UNDISPUTED',
  DISMISSED = 'DISMISSED',
  PAID = 'PAID',
}
