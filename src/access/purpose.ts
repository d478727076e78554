import { registerEnumType } from 'type-graphql';
import type { MaskingPattern } from './words.js';

/** Why a department reads data of another that is not public; stated in the header `Credit-Purpose`. */
export enum Purpose {
  LICENSING = 'LICENSING',
  PROCUREMENT = 'PROCUREMENT',
  FUNDING = 'FUNDING',
  INSPECTION = 'INSPECTION',
  APPRAISAL = 'APPRAISAL',
  FAST_TRACK = 'FAST_TRACK',
  REPAIR_REVIEW = 'REPAIR_REVIEW',
  ARREARS_HANDLING = 'ARREARS_HANDLING',
  LITIGATION = 'LITIGATION',
  AUDIT = 'AUDIT',
  OWN_RECORD = 'OWN_RECORD',
}
registerEnumType(Purpose, {
  name: 'Purpose',
  description:
    'Why data that is not public is read; stated in the header Credit-Purpose (State Council Order 809, arts 20, 25). 使用目的',
  valuesConfig: {
    LICENSING: { description: 'To decide on a licence. 行政许可' },
    PROCUREMENT: { description: 'Government procurement and tenders. 政府采购与招标投标' },
    FUNDING: { description: 'To grant public money. 财政资金安排' },
    INSPECTION: { description: 'To inspect and enforce the law. 监督检查与行政执法' },
    APPRAISAL: { description: 'To appraise and honour. 评先评优' },
    FAST_TRACK: { description: 'To decide on tolerant acceptance or the green channel. 容缺受理与绿色通道' },
    REPAIR_REVIEW: { description: 'To review an application for credit repair. 信用修复审核' },
    ARREARS_HANDLING: { description: 'To handle arrears to market entities. 拖欠账款处置' },
    LITIGATION: { description: 'Proceedings in court and enforcement. 诉讼与执行' },
    AUDIT: { description: 'Audit, supervision and discipline. 审计与监督' },
    OWN_RECORD: { description: 'A credit subject reads about itself. 查询本主体信用信息' },
  },
});

/** What a purpose opens of records that are not public. */
export interface Scope {
  /** Classes of the catalogue; empty: every class. */
  readonly classes: readonly string[];
  /** Personal data that it needs: fields masked by other patterns stay masked. */
  readonly personal: readonly MaskingPattern[];
}

/** Purposes for which repaired records stay readable (NDRC Order 36, art. 3: they are no longer shared or used otherwise). */
export const readsRepaired: readonly Purpose[] = [Purpose.LITIGATION, Purpose.AUDIT];
