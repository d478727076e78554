import { registerEnumType } from 'type-graphql';

/** What a buyer is to the law on paying small firms; it decides how long it may take to pay. */
export enum BuyerKind {
  AGENCY = 'AGENCY',
  INSTITUTION = 'INSTITUTION',
  FISCAL_ORGANISATION = 'FISCAL_ORGANISATION',
  STATE_OWNED_LARGE_ENTERPRISE = 'STATE_OWNED_LARGE_ENTERPRISE',
  LARGE_ENTERPRISE = 'LARGE_ENTERPRISE',
}
registerEnumType(BuyerKind, {
  name: 'BuyerKind',
  description: 'Who buys from a small or medium-sized enterprise (Order 802, arts 2, 36). 付款主体类别',
  valuesConfig: {
    AGENCY: { description: 'A state organ. 机关' },
    INSTITUTION: { description: 'A public institution. 事业单位' },
    FISCAL_ORGANISATION: {
      description:
        "A people's organisation that uses fiscal money, held to what state organs are. 使用财政资金的团体组织",
    },
    STATE_OWNED_LARGE_ENTERPRISE: { description: 'A large enterprise owned by the state. 国有大型企业' },
    LARGE_ENTERPRISE: { description: 'Any other large enterprise. 其他大型企业' },
  },
});

/** What is bought. */
export enum ContractKind {
  GOODS = 'GOODS',
  WORKS = 'WORKS',
  SERVICES = 'SERVICES',
}
registerEnumType(ContractKind, {
  name: 'ContractKind',
  description: 'What is bought (Order 802, art. 2). 采购类型',
  valuesConfig: {
    GOODS: { description: 'Goods. 货物' },
    WORKS: { description: 'Works. 工程' },
    SERVICES: { description: 'Services. 服务' },
  },
});

/** What is to be paid under a contract. */
export enum PayableKind {
  PAYMENT = 'PAYMENT',
  PROGRESS = 'PROGRESS',
  DEPOSIT = 'DEPOSIT',
}
registerEnumType(PayableKind, {
  name: 'PayableKind',
  description: 'What is to be paid under a contract. 应付款类型',
  valuesConfig: {
    PAYMENT: { description: 'For what was delivered (Order 802, arts 9, 10). 货款、工程款、服务费' },
    PROGRESS: { description: 'Settled by progress or periodically (Order 802, art. 9). 进度款、定期结算款' },
    DEPOSIT: {
      description:
        'A deposit to be refunded: for a bid, performance, quality of works or wages of migrant workers, and no other (Order 802, art. 13). 应退还的保证金（投标、履约、工程质量、农民工工资）',
    },
  },
});

/** From what a due date counts. */
export enum StartFact {
  DELIVERY = 'DELIVERY',
  ACCEPTANCE = 'ACCEPTANCE',
  INSPECTION_EXPIRED = 'INSPECTION_EXPIRED',
  AMOUNT_CONFIRMED = 'AMOUNT_CONFIRMED',
  REFUND_AGREED = 'REFUND_AGREED',
  SPECIAL_RULE = 'SPECIAL_RULE',
}
registerEnumType(StartFact, {
  name: 'StartFact',
  description: 'From what a due date counts. 付款期限起算事实',
  valuesConfig: {
    DELIVERY: { description: 'Delivery (Order 802, art. 9). 交付' },
    ACCEPTANCE: { description: 'It passed inspection or acceptance (Order 802, art. 10). 检验或者验收合格' },
    INSPECTION_EXPIRED: {
      description:
        'The agreed period for inspection ended without acceptance (Order 802, art. 10). 约定的检验或者验收期限届满',
    },
    AMOUNT_CONFIRMED: { description: 'Both sides confirmed the amount (Order 802, art. 9). 双方确认结算金额' },
    REFUND_AGREED: {
      description: 'The day agreed for the refund of a deposit (Order 802, art. 13). 约定的保证金退还日',
    },
    SPECIAL_RULE: {
      description: 'The day that another law or state rule sets (Order 802, art. 9). 法律、行政法规或者国家另有规定',
    },
  },
});

/** What is to be said of how a due date came about. */
export enum DueNote {
  DEFAULT_TERM = 'DEFAULT_TERM',
  AGREED_TERM = 'AGREED_TERM',
  AGREED_TERM_CUT = 'AGREED_TERM_CUT',
  BACK_TO_BACK_VOID = 'BACK_TO_BACK_VOID',
  DELAYED_INSPECTION = 'DELAYED_INSPECTION',
}
registerEnumType(DueNote, {
  name: 'DueNote',
  description: 'What is to be said of how a due date came about. 付款期限说明',
  valuesConfig: {
    DEFAULT_TERM: { description: 'The term of the law applies: 30 or 60 days (Order 802, art. 9). 适用法定付款期限' },
    AGREED_TERM: { description: 'The term of the contract applies (Order 802, art. 9). 适用合同约定的付款期限' },
    AGREED_TERM_CUT: {
      description: 'More than 60 days were agreed; only 60 count (Order 802, art. 9). 约定期限超过60日，按60日计算',
    },
    BACK_TO_BACK_VOID: {
      description:
        'To pay only when a third party has paid may not be agreed; such a term does not count (Order 802, art. 9). 以收到第三方付款为条件的约定不予采纳',
    },
    DELAYED_INSPECTION: {
      description:
        'Nothing was accepted within the agreed period for inspection, and the term counts from its end (Order 802, art. 10). 拖延检验或者验收，自约定期限届满之日起算',
    },
  },
});
