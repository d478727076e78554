import { agency } from '../agencies.js';
import type { Entity } from '../entity.js';
import { withNumber } from '../people.js';
import { insuranceDebt } from '../records/arrears.js';
import { creditGrade, taxGrade } from '../records/grades.js';
import { licence } from '../records/licences.js';
import { abnormality } from '../records/lists.js';
import { penalty } from '../records/penalties.js';
import { commitment } from '../records/promises.js';
import { type Story, storyDesk } from './story.js';

const [, fanLijuan] = withNumber;
const market = agency('MARKET');
const drc = agency('DRC');

/** One general penalty, a fine of 2026-03-10: repairable since 2026-06-10, public until 2027-03-10. */
export function repairable(): Story {
  const entity: Entity = {
    code: '91150203MA0T3QT218',
    name: '包头市云岫和铭餐饮管理有限公司',
    formerNames: [],
    established: '2018-08-08',
    form: '有限责任公司（自然人独资）',
    capital: 300,
    scope: '餐饮服务；餐饮管理；食品销售。',
    district: '昆都仑区',
    address: '内蒙古自治区包头市昆都仑区云岫街118号',
    status: '存续',
    industry: 'H62',
    representative: fanLijuan,
    temper: 'ORDINARY',
    traits: ['FOOD', 'SHOP'],
  };
  const desk = storyDesk(entity.code);
  return {
    entity,
    records: {
      MARKET_LICENCE: [
        licence(entity, market, {
          document: '准予食品经营许可决定书',
          kind: '普通',
          certificate: '食品经营许可证',
          number: '包市监许决〔2023〕9001号',
          certificateNumber: 'JY150200202390001',
          content: '准予食品经营许可：热食类食品制售。',
          on: '2023-09-05',
          until: '2028-09-04',
          valid: true,
        }),
      ],
      MARKET_PENALTY: [
        penalty(entity, market, {
          number: '包市监罚决〔2026〕9001号',
          on: '2026-03-10',
          conduct: '经营超过保质期的食品',
          facts: '2026年2月11日现场检查发现当事人冷藏柜内存放超过保质期的预包装食品五种，货值金额1260元。',
          basis: '《中华人民共和国食品安全法》第一百二十四条第一款',
          sanctions: ['没收违法所得', '罚款'],
          fine: 52_000,
          confiscated: 1_260,
          note: '当事人已于2026年3月20日缴清罚没款',
        }),
        penalty(entity, market, {
          number: '包市监罚决〔2025〕9001号',
          on: '2025-11-18',
          conduct: '食品经营者未按规定查验供货者许可证',
          facts: '现场检查发现当事人未能提供部分供货者的许可证。',
          basis: '《中华人民共和国食品安全法》第一百二十六条第一款',
          sanctions: ['警告'],
        }),
        penalty(entity, market, {
          number: '包市监罚决〔2022〕9001号',
          on: '2022-07-15',
          conduct: '不按规定明码标价',
          facts: '当事人菜品未标明价格，责令改正后复查仍有未标价菜品。',
          basis: '《中华人民共和国价格法》第四十二条',
          sanctions: ['罚款'],
          fine: 2_000,
        }),
      ],
      HEALTH_PENALTY: [
        penalty(entity, agency('HEALTH'), {
          number: '包卫健罚决〔2026〕9001号',
          on: '2026-09-16',
          conduct: '未按规定对顾客用品用具清洗、消毒',
          facts: '抽检发现当事人顾客用品用具卫生指标不符合要求。',
          basis: '《公共场所卫生管理条例实施细则》第三十六条',
          sanctions: ['警告'],
        }),
      ],
      MARKET_ABNORMAL_OPERATION: [
        abnormality(entity, market, {
          number: '包市监异列〔2023〕9001号',
          on: '2023-07-10',
          reason: '未依照规定的期限公示年度报告',
          removedOn: '2023-08-02',
        }),
      ],
      TAX_GRADE: [taxGrade(entity, 2024, 'B', desk), taxGrade(entity, 2025, 'B', desk)],
      TAX_GRADE_A: [taxGrade(entity, 2023, 'A', desk)],
      HRSS_SOCIAL_INSURANCE_ARREARS: [
        insuranceDebt(
          entity,
          {
            month: '2026-07',
            kind: '基本养老保险',
            owed: 1_864_230,
            people: 14,
            on: '2026-09-08',
            notice: '包人社限缴〔2026〕9001号',
          },
          desk,
        ),
      ],
      DRC_COMMITMENT: [
        commitment(entity, {
          serial: 900_001,
          kind: '信用修复型',
          cause: '申请修复行政处罚信息（包市监罚决〔2026〕9001号）',
          content: '所提交材料真实、合法、有效，已纠正失信行为并全部履行义务，今后依法经营。',
          on: '2026-06-16',
          until: '2027-06-16',
          by: drc,
        }),
        commitment(entity, {
          serial: 900_001,
          kind: '证明事项型',
          cause: '以承诺替代住所使用证明',
          content: '对住所（经营场所）依法享有使用权。',
          on: '2023-08-21',
          until: '2024-08-21',
          state: '全部履行',
          foundOn: '2023-10-12',
          by: market,
        }),
      ],
      DRC_CREDIT_GRADE: [creditGrade(entity, 2025, 2, 'B', desk), creditGrade(entity, 2026, 1, 'C', desk)],
    },
  };
}
