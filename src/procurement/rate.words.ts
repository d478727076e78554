import { registerEnumType } from 'type-graphql';

/** On what the rate of interest for late payment rests. */
export enum RateKind {
  AGREED = 'AGREED',
  LPR_FLOOR = 'LPR_FLOOR',
  STATUTORY = 'STATUTORY',
}
registerEnumType(RateKind, {
  name: 'RateKind',
  description: 'On what the rate of interest for late payment rests (Order 802, art. 17). 逾期利率依据',
  valuesConfig: {
    AGREED: { description: 'The rate of the contract. 合同约定利率' },
    LPR_FLOOR: {
      description:
        'Less was agreed than the one-year loan prime rate at signing, which holds instead. 约定低于签约时一年期LPR，按LPR',
    },
    STATUTORY: { description: 'Nothing was agreed: 0.05 % a day. 未约定，每日万分之五' },
  },
});
