import { registerEnumType } from 'type-graphql';

/** In what a promise was made. */
export enum CommitmentSource {
  POLICY = 'POLICY',
  INVESTMENT_CONTRACT = 'INVESTMENT_CONTRACT',
  MINUTES = 'MINUTES',
  WRITTEN_PROMISE = 'WRITTEN_PROMISE',
}
registerEnumType(CommitmentSource, {
  name: 'CommitmentSource',
  description: 'In what a promise was made. 承诺来源',
  valuesConfig: {
    POLICY: { description: 'A published policy. 政策文件' },
    INVESTMENT_CONTRACT: {
      description: 'An investment contract, or another administrative agreement. 招商引资合同、行政协议',
    },
    MINUTES: { description: 'Minutes of a meeting, which bind only within its authority. 会议纪要' },
    WRITTEN_PROMISE: { description: 'A promise in writing. 书面承诺' },
  },
});

/** What was promised. */
export enum BenefitKind {
  SUBSIDY = 'SUBSIDY',
  TAX_OR_FEE = 'TAX_OR_FEE',
  LAND = 'LAND',
  TALENT = 'TALENT',
  FINANCING = 'FINANCING',
  INFRASTRUCTURE = 'INFRASTRUCTURE',
  OTHER = 'OTHER',
}
registerEnumType(BenefitKind, {
  name: 'BenefitKind',
  description: 'What was promised. 兑现事项类别',
  valuesConfig: {
    SUBSIDY: { description: 'A subsidy or an award. 财政奖补' },
    TAX_OR_FEE: { description: 'Less of a tax or a fee. 税费减免' },
    LAND: { description: 'Land, its price or its use. 用地' },
    TALENT: { description: 'For people who were won for the city. 人才政策' },
    FINANCING: { description: 'Loans, guarantees, interest. 融资支持' },
    INFRASTRUCTURE: { description: 'Roads, power, water to the site. 基础设施配套' },
    OTHER: { description: 'Something else. 其他' },
  },
});

/** By what promises are counted. */
export enum CommitmentDimension {
  DEPARTMENT = 'DEPARTMENT',
  KIND = 'KIND',
}
registerEnumType(CommitmentDimension, {
  name: 'CommitmentDimension',
  description: 'By what promises are counted. 政策兑现统计维度',
  valuesConfig: {
    DEPARTMENT: { description: 'By the department that must keep them. 按责任部门' },
    KIND: { description: 'By what was promised. 按事项类别' },
  },
});
