import { agency } from '../agencies.js';
import type { Entity } from '../entity.js';
import { withNumber } from '../people.js';
import { creditGrade, taxGrade } from '../records/grades.js';
import { honour, specialisedAward } from '../records/honours.js';
import { licence } from '../records/licences.js';
import { commitment } from '../records/promises.js';
import { registration } from '../records/registrations.js';
import { type Story, storyDesk } from './story.js';

const [zhenShifan] = withNumber;
const market = agency('MARKET');
const services = agency('SERVICES');
const drc = agency('DRC');

/** A clean enterprise: honours, grade A, nothing adverse. */
export function clean(): Story {
  const entity: Entity = {
    code: '91150200MA0T3QT132',
    name: '包头市金穗绿源农牧有限公司',
    formerNames: ['包头市金穗饲料有限公司'],
    established: '2012-04-18',
    form: '有限责任公司（自然人投资或控股）',
    capital: 2000,
    scope: '牲畜饲养；饲料生产；初级农产品收购、加工、销售。',
    district: '九原区',
    address: '内蒙古自治区包头市九原区苜蓿路66号',
    status: '存续',
    industry: 'A03',
    representative: zhenShifan,
    temper: 'EXEMPLARY',
    traits: ['FOOD', 'FARM'],
  };
  const desk = storyDesk(entity.code);
  return {
    entity,
    records: {
      MARKET_REGISTRATION: [
        registration(
          entity,
          {
            number: 'BTDJ2022051290001',
            on: '2022-05-12',
            kind: '变更登记',
            changed: '名称变更（原名称：包头市金穗饲料有限公司）',
          },
          desk,
        ),
      ],
      MARKET_LICENCE: [
        licence(entity, market, {
          document: '准予食品经营许可决定书',
          kind: '普通',
          certificate: '食品经营许可证',
          number: '包市监许决〔2024〕9001号',
          certificateNumber: 'JY150200202490001',
          content: '准予食品经营许可：预包装食品销售。',
          on: '2024-03-12',
          until: '2029-03-11',
          valid: true,
        }),
      ],
      SERVICES_LICENCE: [
        licence(entity, services, {
          document: '动物防疫条件合格决定书',
          kind: '普通',
          certificate: '动物防疫条件合格证',
          number: '包政数许决〔2023〕9001号',
          certificateNumber: 'FY150200202390001',
          content: '准予动物饲养场动物防疫条件合格。',
          on: '2023-06-20',
          until: '2099-12-31',
          valid: true,
        }),
      ],
      TAX_GRADE_A: [2022, 2023, 2024, 2025].map((year) => taxGrade(entity, year, 'A', desk)),
      DRC_HONOUR: [
        honour(
          entity,
          drc,
          {
            title: '包头市诚信示范企业',
            level: '市级',
            number: '包发改荣字〔2024〕9001号',
            reason: '连续三年无失信记录，守约践诺成效突出。',
            on: '2024-12-20',
            months: 24,
          },
          desk,
        ),
        honour(
          entity,
          drc,
          {
            title: '守合同重信用企业',
            level: '市级',
            number: '包发改荣字〔2025〕9001号',
            reason: '合同履约率百分之百。',
            on: '2025-12-19',
            months: 24,
          },
          desk,
        ),
      ],
      MIIT_SPECIALISED_SME: [
        honour(
          entity,
          agency('MIIT'),
          { ...specialisedAward, number: '包工信荣字〔2025〕9001号', on: '2025-09-12' },
          desk,
        ),
      ],
      DRC_CREDIT_GRADE: [creditGrade(entity, 2025, 2, 'A', desk), creditGrade(entity, 2026, 1, 'A', desk)],
      DRC_COMMITMENT: [
        commitment(entity, {
          serial: 900_001,
          kind: '主动型',
          cause: '主动公开作出信用承诺',
          content: '遵守法律法规，诚实守信，接受社会监督。',
          on: '2025-11-25',
          until: '2026-11-25',
          state: '全部履行',
          foundOn: '2026-10-30',
          by: drc,
        }),
      ],
    },
  };
}
