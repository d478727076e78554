import { agency } from '../agencies.js';
import type { Entity } from '../entity.js';
import { withNumber } from '../people.js';
import { taxDebt } from '../records/arrears.js';
import { creditGrade, environmentalGrade, plates, taxGrade } from '../records/grades.js';
import { licence } from '../records/licences.js';
import { abnormality, judgment, seriousListing } from '../records/lists.js';
import { penalty } from '../records/penalties.js';
import { commitment } from '../records/promises.js';
import { type Story, storyDesk } from './story.js';

const [, , , jiaSheming] = withNumber;
const market = agency('MARKET');
const services = agency('SERVICES');

/** A serious one: licence revoked, on two lists, a judgment unperformed. */
export function serious(): Story {
  const entity: Entity = {
    code: '91150204MA0T3QT3XE',
    name: '内蒙古铄川恒砺化工有限公司',
    formerNames: ['包头市铄川精细化工有限公司'],
    established: '2011-10-20',
    form: '有限责任公司（法人独资）',
    capital: 5000,
    scope: '化工产品生产（危险化学品凭许可证经营）；化工产品销售。',
    district: '青山区',
    address: '内蒙古自治区包头市青山区铄金大街9号',
    status: '存续',
    industry: 'C26',
    representative: jiaSheming,
    temper: 'BAD',
    traits: ['INDUSTRY', 'HAZARD'],
  };
  const desk = storyDesk(entity.code);
  return {
    entity,
    records: {
      SERVICES_LICENCE: [
        licence(entity, services, {
          document: '危险化学品经营许可决定书',
          kind: '普通',
          certificate: '危险化学品经营许可证',
          number: '包政数许决〔2022〕9002号',
          certificateNumber: 'WH150200202290002',
          content: '准予危险化学品经营许可。',
          on: '2022-11-08',
          until: '2025-11-07',
          valid: false,
        }),
      ],
      EMERGENCY_PENALTY: [
        penalty(entity, agency('EMERGENCY'), {
          number: '包应急罚决〔2025〕9001号',
          on: '2025-06-24',
          conduct: '取得安全生产许可证后降低安全生产条件',
          facts: '暂扣期满复查，当事人仍不具备安全生产条件。',
          basis: '《安全生产许可证条例》第十四条',
          sanctions: ['吊销许可证件'],
          licence: '安全生产许可证（编号（蒙）WH安许证字〔2022〕900001）',
        }),
        penalty(entity, agency('EMERGENCY'), {
          number: '包应急罚决〔2024〕9001号',
          on: '2024-12-10',
          conduct: '取得安全生产许可证后降低安全生产条件',
          facts: '现场检查发现当事人应急救援器材配备不符合取得安全生产许可证时的条件。',
          basis: '《安全生产许可证条例》第十四条',
          sanctions: ['暂扣许可证件'],
          licence: '安全生产许可证（编号（蒙）WH安许证字〔2022〕900001）',
        }),
      ],
      ECOLOGY_PENALTY: [
        penalty(entity, agency('ECOLOGY'), {
          number: '包环罚决〔2025〕9001号',
          on: '2025-09-02',
          conduct: '通过逃避监管的方式排放水污染物',
          facts: '当事人利用软管将未经处理的生产废水排入厂外沟渠。',
          basis: '《中华人民共和国水污染防治法》第八十三条',
          sanctions: ['罚款', '责令停产停业'],
          fine: 1_000_000,
        }),
        penalty(entity, agency('ECOLOGY'), {
          number: '包环罚决〔2021〕9001号',
          on: '2021-10-12',
          conduct: '超标排放大气污染物',
          facts: '监督性监测显示当事人废气排放口非甲烷总烃浓度超过排放标准。',
          basis: '《中华人民共和国大气污染防治法》第九十九条',
          sanctions: ['罚款'],
          fine: 360_000,
        }),
      ],
      MARKET_SERIOUS_DISHONESTY: [
        seriousListing(entity, market, {
          number: '包市监严列〔2025〕901号',
          on: '2025-10-20',
          cause: '生产不符合强制性标准的产品，受到较重行政处罚，性质恶劣、情节严重。',
          basis: '《市场监督管理严重违法失信名单管理办法》（国家市场监督管理总局令第44号）',
          measures: '纳入重点监管范围；不适用告知承诺制；不予授予荣誉称号。',
        }),
      ],
      HRSS_WAGE_ARREARS_LIST: [
        seriousListing(entity, agency('HRSS'), {
          number: '包人社严列〔2026〕901号',
          on: '2026-02-03',
          cause: '无故拖欠农民工工资，经责令限期支付仍未支付。',
          basis: '《保障农民工工资支付条例》（国务院令第724号）第四十八条',
          measures: '在政府资金支持、政府采购、招投标、市场准入等方面依法依规予以限制。',
        }),
      ],
      COURT_UNPERFORMED_JUDGMENT: [
        judgment(entity, {
          number: '（2025）内02执9001号',
          on: '2025-08-14',
          basis: '（2024）内02民初9001号',
          duty: '支付申请执行人货款人民币3860000.00元及迟延履行期间的债务利息。',
          unperformed: 386_000_000,
        }),
      ],
      MARKET_ABNORMAL_OPERATION: [
        abnormality(entity, market, {
          number: '包市监异列〔2026〕9001号',
          on: '2026-07-08',
          reason: '未依照规定的期限公示年度报告',
        }),
      ],
      TAX_GRADE: [taxGrade(entity, 2024, 'C', desk), taxGrade(entity, 2025, 'D', desk)],
      TAX_ARREARS: [taxDebt(entity, { period: '2026-04至2026-06', tax: '增值税', owed: 48_216_050, on: '2026-08-17' })],
      ECOLOGY_ENVIRONMENTAL_GRADE: [environmentalGrade(entity, 2025, plates[3], desk)],
      DRC_CREDIT_GRADE: [creditGrade(entity, 2025, 2, 'D', desk), creditGrade(entity, 2026, 1, 'D', desk)],
      DRC_BROKEN_COMMITMENT: [
        commitment(entity, {
          serial: 900_001,
          kind: '容缺受理型',
          cause: '办理危险化学品经营许可延续',
          content: '于十五个工作日内补齐安全评价报告。',
          on: '2025-10-15',
          until: '2026-10-15',
          state: '全部未履行',
          foundOn: '2025-11-10',
          unperformed: '逾期未提交安全评价报告。',
          consequence: '撤回受理决定，一年内不适用告知承诺和容缺受理。',
          by: services,
        }),
      ],
      DISCIPLINE_BRIBERY: [
        {
          ZTMC: entity.name,
          TYSHXYDM: entity.code,
          JLBH: 'XH20259001',
          RDRQ: '2025-12-16',
          XWSS: '为谋取安全评价便利，给予中介机构人员财物，经查证属实。',
          CLJG: '移送有关主管部门依法处理。',
          RYXM: jiaSheming.name,
          RYZJHM: jiaSheming.idNumber,
          RDDW: agency('DISCIPLINE').name,
        },
      ],
    },
  };
}
