import { registerEnumType } from 'type-graphql';

/** What a report is for. */
export enum ReportUse {
  TENDER = 'TENDER',
  LOAN = 'LOAN',
  AWARD = 'AWARD',
  LISTING = 'LISTING',
  SUBSIDY = 'SUBSIDY',
  OTHER = 'OTHER',
}
registerEnumType(ReportUse, {
  name: 'ReportUse',
  description: 'What a credit report is for. 信用报告用途',
  valuesConfig: {
    TENDER: { description: 'A tender or government procurement. 招标投标与政府采购' },
    LOAN: { description: 'A loan or credit line. 信贷融资' },
    AWARD: { description: 'An award or honour. 评先评优' },
    LISTING: { description: 'A listing or other financing on a market. 上市与再融资' },
    SUBSIDY: { description: 'A subsidy or other public money. 财政资金申报' },
    OTHER: { description: 'Anything else. 其他' },
  },
});

/** How a use is called in the printed report. */
export const useTitles: Readonly<Record<ReportUse, string>> = {
  TENDER: '招标投标与政府采购',
  LOAN: '信贷融资',
  AWARD: '评先评优',
  LISTING: '上市与再融资',
  SUBSIDY: '财政资金申报',
  OTHER: '其他',
};

/** How a report stands. */
export enum ReportStatus {
  VALID = 'VALID',
  SUPERSEDED = 'SUPERSEDED',
  EXPIRED = 'EXPIRED',
  UNKNOWN = 'UNKNOWN',
  TAMPERED = 'TAMPERED',
}
registerEnumType(ReportStatus, {
  name: 'ReportStatus',
  description: 'How a credit report stands. 信用报告核验结果',
  valuesConfig: {
    VALID: { description: 'Genuine, and what it says of records still holds. 有效' },
    SUPERSEDED: { description: 'Genuine, but what it says no longer holds; the reasons say why. 内容已变化' },
    EXPIRED: { description: 'Genuine, but past the last day of its validity; nothing more is said of it. 已过有效期' },
    UNKNOWN: { description: 'No report has this number with this check code. 查无此报告' },
    TAMPERED: { description: 'Not what the platform issued: the signature does not fit. 已被篡改或非本平台出具' },
  },
});

/** Why a report no longer holds: the kind of the reason, never the record. */
export enum SupersededReason {
  REPAIRED = 'REPAIRED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
  CHANGED = 'CHANGED',
  NEW_RECORD = 'NEW_RECORD',
}
registerEnumType(SupersededReason, {
  name: 'SupersededReason',
  description: 'Why a credit report no longer holds; which record it is, is not told. 失效原因',
  valuesConfig: {
    REPAIRED: { description: 'A record in it was repaired or screened. 所载记录已修复' },
    WITHDRAWN: { description: 'A record in it was withdrawn by its provider. 所载记录已撤销' },
    EXPIRED: { description: 'The publicity or validity of a record in it has ended. 所载记录已到期' },
    CHANGED: { description: 'A record in it was corrected, disputed or reported anew. 所载记录已更正或变更' },
    NEW_RECORD: { description: 'A record came in of which it says that there is none. 出现报告称“未发现”的记录' },
  },
});

/** What a report says of a class of the catalogue. */
export type ClassStatement =
  /** There are records, and they are listed. */
  | 'RECORDS'
  /** There are records, and none against the subject. */
  | 'NO_ADVERSE_RECORD'
  /** There is no record. */
  | 'NO_RECORD'
  /** Nothing is said: all its items are closed to the recipient. */
  | 'WITHHELD'
  /** Nothing is said: the platform collects nothing of the class. */
  | 'NOT_COLLECTED';

/** Which records of an item a report tells, and of which a negative speaks. */
export type Extent =
  /** Every one in force. */
  | 'IN_FORCE'
  /** Every one in force but minor dishonesty that by law is not published (国办发〔2025〕22号, item 2). */
  | 'WITHOUT_MINOR'
  /** Those that are published. */
  | 'PUBLISHED';
