import type { Department } from '../departments/department.entity.js';
import { inChinese } from '../documents/pdf.rules.js';
import type { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import { endOf } from './disclosure.rules.js';

/** What the published document names. */
type Disclosed = Pick<
  ArrearsDisclosure,
  'number' | 'year' | 'contractCount' | 'amount' | 'statement' | 'late' | 'publishBy'
>;

/** The disclosure as the department publishes it 拖欠中小企业账款年度信息公示. */
export function disclosureDocument(disclosure: Disclosed, { name }: Pick<Department, 'name'>) {
  const { number, year, contractCount, amount, statement, late, publishBy } = disclosure;
  const [, day = '', serial = ''] = number.split('-');
  const figures =
    contractCount === 0
      ? '无逾期尚未支付中小企业款项（零报告）。'
      : `逾期尚未支付中小企业款项的合同${contractCount}个，金额合计${amount}元。`;
  return {
    kind: 'ARREARS_DISCLOSURE',
    number: `包欠款公示〔${day.slice(0, 4)}〕${day.slice(4)}${serial}号`,
    title: '拖欠中小企业账款年度信息公示',
    text: [
      `依据《保障中小企业款项支付条例》（国务院令第802号）第十八条，现将${name}${year}年度逾期尚未支付中小企业款项信息公示如下：`,
      `截至${inChinese(endOf(year))}，${figures}`,
      ...(statement === null ? [] : [`有关情况说明：${statement}`]),
      ...(late ? [`本公示应于${inChinese(publishBy)}前发布，系逾期公示。`] : []),
    ].join('\n'),
    issuedBy: name,
  };
}
