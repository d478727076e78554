import { registerEnumType } from 'type-graphql';

/** By which way arrears came to be known. */
export enum ArrearsSource {
  COMPLAINT = 'COMPLAINT',
  DECLARATION = 'DECLARATION',
  HOTLINE = 'HOTLINE',
  AUDIT = 'AUDIT',
  INSPECTION = 'INSPECTION',
}
registerEnumType(ArrearsSource, {
  name: 'ArrearsSource',
  description: 'By which way arrears came to be known. 线索来源',
  valuesConfig: {
    COMPLAINT: { description: 'A complaint of the creditor (Order 802, arts 24, 25). 企业投诉' },
    DECLARATION: { description: "The debtor's own declaration. 债务单位自查" },
    HOTLINE: { description: 'The hotline 12345. 12345热线' },
    AUDIT: { description: 'An audit (Order 802, art. 27). 审计发现' },
    INSPECTION: { description: 'An inspection (Order 802, art. 21). 监督检查发现' },
  },
});

/** How far the measures against a debtor have gone. */
export enum ArrearsRung {
  REMINDER = 'REMINDER',
  INQUIRY = 'INQUIRY',
  ORDER = 'ORDER',
  INTERVIEW = 'INTERVIEW',
  CIRCULAR = 'CIRCULAR',
  RECTIFICATION = 'RECTIFICATION',
  FINDING = 'FINDING',
}
registerEnumType(ArrearsRung, {
  name: 'ArrearsRung',
  description: 'The ladder of measures against a debtor (Order 802, arts 21-26). 督促措施',
  valuesConfig: {
    REMINDER: { description: 'Reminder. 提醒' },
    INQUIRY: { description: 'Letter of inquiry. 函询' },
    ORDER: { description: 'Supervision order. 督办书' },
    INTERVIEW: { description: 'Interview. 约谈' },
    CIRCULAR: { description: 'Circular. 通报' },
    RECTIFICATION: { description: 'Order to rectify. 责令整改' },
    FINDING: { description: 'Finding of dishonesty. 失信认定' },
  },
});

/** How the interest of a case was settled. */
export enum InterestSettlement {
  PAID = 'PAID',
  WAIVED = 'WAIVED',
  NONE = 'NONE',
}
registerEnumType(InterestSettlement, {
  name: 'InterestSettlement',
  description: 'How the interest for late payment was settled. 利息处理',
  valuesConfig: {
    PAID: { description: 'It was paid. 已支付' },
    WAIVED: { description: 'The creditor waived it. 债权企业放弃' },
    NONE: { description: 'There was none. 无利息' },
  },
});

/** Where a repayment plan stands. */
export enum PlanState {
  PROPOSED = 'PROPOSED',
  DECLINED = 'DECLINED',
  AGREED = 'AGREED',
  BROKEN = 'BROKEN',
  ENDED = 'ENDED',
}
registerEnumType(PlanState, {
  name: 'PlanState',
  description: 'Where a repayment plan stands. 还款计划状态',
  valuesConfig: {
    PROPOSED: { description: 'Proposed, the creditor is to answer. 待债权企业同意' },
    DECLINED: { description: 'Declined, or replaced by another proposal. 未获同意' },
    AGREED: { description: 'Agreed and being kept. 履行中' },
    BROKEN: { description: 'An instalment was not paid in time. 已违约' },
    ENDED: { description: 'Kept to the end, or ended by other means. 已终结' },
  },
});

/** Orders of a list of cases. */
export enum ArrearsOrder {
  NEWEST = 'NEWEST',
  MOST_OWED = 'MOST_OWED',
  OLDEST_DUE = 'OLDEST_DUE',
}
registerEnumType(ArrearsOrder, {
  name: 'ArrearsOrder',
  description: 'Orders of a list of cases. 排序方式',
  valuesConfig: {
    NEWEST: { description: 'Newest first. 最新登记在前' },
    MOST_OWED: { description: 'Most owed first. 欠款余额由高到低' },
    OLDEST_DUE: { description: 'Longest overdue first. 逾期最久在前' },
  },
});
