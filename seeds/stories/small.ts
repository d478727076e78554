import { agency } from '../agencies.js';
import type { Entity } from '../entity.js';
import { withNumber } from '../people.js';
import { contract } from '../records/contracts.js';
import { creditGrade } from '../records/grades.js';
import { honour } from '../records/honours.js';
import { licence } from '../records/licences.js';
import { penalty } from '../records/penalties.js';
import { commitment } from '../records/promises.js';
import { type Story, storyDesk } from './story.js';

const [, , yuNifang, , shuYangcheng] = withNumber;
const market = agency('MARKET');
const services = agency('SERVICES');

/** A sole trader: one small penalty of the kind that is not published, one older fine. */
export function soleTrader(): Story {
  const entity: Entity = {
    code: '92150203MA0T3QTA70',
    name: '昆都仑区暖炉家面馆（示例）',
    formerNames: [],
    established: '2020-05-18',
    form: '个体工商户',
    capital: 5,
    scope: '餐饮服务。',
    district: '昆都仑区',
    address: '内蒙古自治区包头市昆都仑区榆荫巷12号',
    status: '存续',
    industry: 'H62',
    representative: yuNifang,
    temper: 'ORDINARY',
    traits: ['FOOD', 'SHOP'],
  };
  return {
    entity,
    records: {
      MARKET_LICENCE: [
        licence(entity, market, {
          document: '准予食品经营许可决定书',
          kind: '普通',
          certificate: '食品经营许可证',
          number: '包市监许决〔2025〕9001号',
          certificateNumber: 'JY150200202590001',
          content: '准予食品经营许可：热食类食品制售。',
          on: '2025-05-20',
          until: '2030-05-19',
          valid: true,
        }),
      ],
      MARKET_PENALTY: [
        penalty(entity, market, {
          number: '包市监罚决〔2026〕9002号',
          on: '2026-10-09',
          conduct: '食品经营者未按规定查验供货者许可证',
          facts: '现场检查发现当事人未能提供食用油供货者的许可证。',
          basis: '《中华人民共和国食品安全法》第一百二十六条第一款',
          sanctions: ['警告'],
        }),
        penalty(entity, market, {
          number: '包市监罚决〔2024〕9001号',
          on: '2024-04-16',
          conduct: '不按规定明码标价',
          facts: '当事人未标明菜品价格。',
          basis: '《中华人民共和国价格法》第四十二条',
          sanctions: ['罚款'],
          fine: 500,
        }),
      ],
      DRC_COMMITMENT: [
        commitment(entity, {
          serial: 900_001,
          kind: '容缺受理型',
          cause: '办理食品经营许可延续',
          content: '于七日内补齐从业人员健康证明。',
          on: '2025-05-12',
          until: '2026-05-12',
          state: '全部履行',
          foundOn: '2025-05-16',
          by: services,
        }),
      ],
    },
  };
}

/** A co-operative in the banner with an honour and a contract. */
export function cooperative(): Story {
  const entity: Entity = {
    code: '93150223MA0T3QT48Q',
    name: '达尔罕茂明安联合旗戈壁示例肉羊养殖农民专业合作社',
    formerNames: [],
    established: '2014-06-12',
    form: '农民专业合作社',
    capital: 200,
    scope: '组织成员饲养、销售肉羊；提供技术和信息服务。',
    district: '达尔罕茂明安联合旗',
    address: '内蒙古自治区包头市达尔罕茂明安联合旗草原南路3号',
    status: '存续',
    industry: 'A03',
    representative: shuYangcheng,
    temper: 'GOOD',
    traits: ['FARM'],
  };
  const desk = storyDesk(entity.code);
  return {
    entity,
    records: {
      AGRICULTURE_MODEL_COOPERATIVE: [
        honour(
          entity,
          agency('AGRICULTURE'),
          {
            title: '市级农民合作社示范社',
            level: '市级',
            number: '包农牧荣字〔2024〕9001号',
            reason: '管理规范、服务成员成效明显。',
            on: '2024-10-17',
            months: 36,
          },
          desk,
        ),
      ],
      DRC_CREDIT_GRADE: [creditGrade(entity, 2026, 1, 'B', desk)],
      HOUSING_CONTRACT_PERFORMANCE: [
        contract(
          entity,
          {
            number: 'BTHT-2025-9001',
            name: '牧区示范棚圈维修工程',
            client: agency('HOUSING'),
            yuan: 480_000,
            on: '2025-04-22',
            due: '2025-10-31',
            state: '全部履行',
          },
          desk,
        ),
      ],
    },
  };
}
