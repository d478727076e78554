import { registerEnumType } from 'type-graphql';

/** What is to be looked at in a contract: nothing of it is refused, since a purchase that was made has to be paid. */
export enum ContractFlag {
  OVER_BUDGET = 'OVER_BUDGET',
  NO_BUDGET_LINE = 'NO_BUDGET_LINE',
  BACK_TO_BACK = 'BACK_TO_BACK',
  TERM_OVER_60_DAYS = 'TERM_OVER_60_DAYS',
}
registerEnumType(ContractFlag, {
  name: 'ContractFlag',
  description: 'What is to be looked at in a contract. 合同风险提示',
  valuesConfig: {
    OVER_BUDGET: {
      description: 'It takes its line of the budget above the approved amount (Order 802, art. 8). 超预算采购',
    },
    NO_BUDGET_LINE: {
      description:
        'A body that spends fiscal money names no line of a budget (Order 802, art. 8; Budget Law 预算法, art. 13). 无预算采购',
    },
    BACK_TO_BACK: {
      description:
        'Payment is made to depend on that of a third party: void (Order 802, art. 9). 约定以收到第三方付款为条件',
    },
    TERM_OVER_60_DAYS: {
      description:
        'More than 60 days to pay were agreed: void of public bodies, to be justified by enterprises (Order 802, art. 9). 约定付款期限超过60日',
    },
  },
});
