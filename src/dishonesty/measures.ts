/** Items under which dishonesty that was found at this platform is recorded. */
export type DishonestyItem = 'DRC_GOVERNMENT_DISHONESTY' | 'MIIT_PAYMENT_DISHONESTY';

/** A measure against whoever was found dishonest. */
export interface Measure {
  /** In Chinese, as it stands in the record. */
  readonly measure: string;
  /** The rule that allows it. */
  readonly basis: string;
  /** Item of the national basic list under which it falls. */
  readonly listItem: string;
  /** Code of that item, as in the reference data; null: the list does not name the measure. */
  readonly listCode: string | null;
  /** Code of the department that carries it out. */
  readonly unitCode: string;
}

const article26 = '《保障中小企业款项支付条例》（国务院令第802号）第二十六条';
const opinion = '《中共中央办公厅、国务院办公厅关于健全社会信用体系的意见》（2025年）第（一）项';

const list = (item: string): string => `《全国失信惩戒措施基础清单（2024年版）》：${item}`;

/** What the list does not name rests on the regulation itself, which the list allows. */
const beside = list('清单未单列，依行政法规规定实施');

const listed = (listCode: string, title: string) => ({ listItem: list(title), listCode });

/**
 * The measures of each item. The law names what is limited; which department of this city carries it out, and under which item
 * of the national list (全国失信惩戒措施基础清单 2024年版) it falls, is this platform's reading.
 */
export const measures: Readonly<Record<DishonestyItem, readonly Measure[]>> = {
  DRC_GOVERNMENT_DISHONESTY: [
    { measure: '限制公务消费', basis: article26, listItem: beside, listCode: null, unitCode: 'FINANCE' },
    { measure: '限制办公用房', basis: article26, listItem: beside, listCode: null, unitCode: 'DRC' },
    {
      measure: '限制经费安排',
      basis: article26,
      ...listed('FISCAL_FUNDS', '限制申请财政性资金项目'),
      unitCode: 'FINANCE',
    },
    { measure: '限制评先评优', basis: opinion, ...listed('APPRAISAL', '限制参加评先评优'), unitCode: 'HRSS' },
  ],
  MIIT_PAYMENT_DISHONESTY: [
    {
      measure: '限制财政资金支持',
      basis: article26,
      ...listed('FISCAL_FUNDS', '限制申请财政性资金项目'),
      unitCode: 'FINANCE',
    },
    {
      measure: '限制投资项目审批',
      basis: article26,
      ...listed('MARKET_ACCESS', '限制市场或行业准入'),
      unitCode: 'SERVICES',
    },
    { measure: '限制融资', basis: article26, ...listed('PRUDENT_LENDING', '从严审慎授信'), unitCode: 'MIIT' },
    { measure: '限制市场准入', basis: article26, ...listed('MARKET_ACCESS', '限制市场或行业准入'), unitCode: 'MARKET' },
    {
      measure: '限制资质评定',
      basis: article26,
      ...listed('PREFERENCES', '限制享受优惠政策和便利措施'),
      unitCode: 'HOUSING',
    },
    { measure: '限制评优评先', basis: article26, ...listed('APPRAISAL', '限制参加评先评优'), unitCode: 'HRSS' },
  ],
};
