import type { AgencyCode } from '../agencies.js';
import type { Trait } from '../trades.js';

export type PenaltyProvider = Extract<
  AgencyCode,
  'MARKET' | 'ECOLOGY' | 'EMERGENCY' | 'TRANSPORT' | 'CULTURE' | 'HEALTH'
>;
export type Sanction =
  | '警告'
  | '通报批评'
  | '罚款'
  | '没收违法所得'
  | '没收非法财物'
  | '暂扣许可证件'
  | '降低资质等级'
  | '吊销许可证件'
  | '限制开展生产经营活动'
  | '责令停产停业'
  | '责令关闭'
  | '限制从业';

export interface Offence {
  readonly provider: PenaltyProvider;
  readonly of: readonly Trait[];
  readonly conduct: string;
  readonly facts: string;
  readonly basis: string;
  /** What may follow, from the mildest to the gravest. */
  readonly sentences: readonly (readonly Sanction[])[];
  /** The fine in yuan, from and to. */
  readonly fine: readonly [number, number];
  readonly licence?: string;
}

export const offences: readonly Offence[] = [
  {
    provider: 'MARKET',
    of: ['FOOD'],
    conduct: '食品经营者未按规定查验供货者许可证',
    facts: '现场检查发现当事人购进预包装食品未查验供货者的许可证和食品出厂检验合格证明文件。',
    basis: '《中华人民共和国食品安全法》第一百二十六条第一款',
    sentences: [['警告'], ['警告', '罚款']],
    fine: [5_000, 20_000],
  },
  {
    provider: 'MARKET',
    of: ['FOOD', 'SHOP'],
    conduct: '经营超过保质期的食品',
    facts: '现场检查发现当事人货架上陈列待售的部分食品已超过标注的保质期。',
    basis: '《中华人民共和国食品安全法》第一百二十四条第一款',
    sentences: [
      ['没收违法所得', '没收非法财物', '罚款'],
      ['没收违法所得', '罚款', '吊销许可证件'],
    ],
    fine: [50_000, 100_000],
    licence: '食品经营许可证',
  },
  {
    provider: 'MARKET',
    of: ['SHOP', 'LEISURE', 'HOTEL'],
    conduct: '不按规定明码标价',
    facts: '当事人销售的商品未标明价格，经责令改正后复查仍有未标价商品。',
    basis: '《中华人民共和国价格法》第四十二条',
    sentences: [['罚款'], ['没收违法所得', '罚款']],
    fine: [500, 5_000],
  },
  {
    provider: 'MARKET',
    of: ['TECHNOLOGY', 'CARE', 'BUILDING'],
    conduct: '发布虚假广告',
    facts: '当事人在店堂及网络页面发布与实际情况不符的宣传内容，对购买行为有实质性影响。',
    basis: '《中华人民共和国广告法》第五十五条第一款',
    sentences: [['罚款']],
    fine: [200_000, 600_000],
  },
  {
    provider: 'MARKET',
    of: ['INDUSTRY', 'HAZARD'],
    conduct: '使用未经检验的特种设备',
    facts: '当事人在用压力容器超过检验有效期未申报定期检验，仍继续使用。',
    basis: '《中华人民共和国特种设备安全法》第八十四条',
    sentences: [['罚款'], ['责令停产停业', '罚款']],
    fine: [30_000, 200_000],
  },
  {
    provider: 'MARKET',
    of: ['INDUSTRY'],
    conduct: '生产不符合标准的产品',
    facts: '监督抽查发现当事人生产的产品不符合保障人身、财产安全的国家标准。',
    basis: '《中华人民共和国产品质量法》第四十九条',
    sentences: [
      ['没收非法财物', '罚款'],
      ['没收非法财物', '没收违法所得', '罚款'],
      ['没收非法财物', '罚款', '吊销许可证件'],
    ],
    fine: [20_000, 300_000],
    licence: '营业执照',
  },
  {
    provider: 'MARKET',
    of: ['HAULAGE', 'BUILDING', 'FARM'],
    conduct: '未按规定办理变更登记',
    facts: '当事人登记事项发生变化，未在法定期限内申请变更登记，责令改正后逾期未办理。',
    basis: '《中华人民共和国市场主体登记管理条例》第四十六条',
    sentences: [['罚款']],
    fine: [10_000, 50_000],
  },
  {
    provider: 'ECOLOGY',
    of: ['INDUSTRY', 'HAZARD'],
    conduct: '物料未密闭贮存',
    facts: '现场检查发现当事人厂区内易产生扬尘的物料露天堆存，未采取有效覆盖措施。',
    basis: '《中华人民共和国大气污染防治法》第一百一十七条',
    sentences: [['罚款']],
    fine: [10_000, 100_000],
  },
  {
    provider: 'ECOLOGY',
    of: ['INDUSTRY'],
    conduct: '超标排放大气污染物',
    facts: '监督性监测显示当事人废气排放口颗粒物浓度超过排放标准。',
    basis: '《中华人民共和国大气污染防治法》第九十九条',
    sentences: [['罚款'], ['罚款', '责令停产停业']],
    fine: [100_000, 600_000],
  },
  {
    provider: 'ECOLOGY',
    of: ['INDUSTRY', 'FOOD', 'HOTEL'],
    conduct: '违反水污染防治管理规定',
    facts: '当事人未按规定运行水污染防治设施，外排废水化学需氧量超标。',
    basis: '《中华人民共和国水污染防治法》第八十三条',
    sentences: [['罚款']],
    fine: [100_000, 1_000_000],
  },
  {
    provider: 'EMERGENCY',
    of: ['INDUSTRY', 'HAZARD', 'BUILDING'],
    conduct: '未按规定对从业人员进行安全生产教育和培训',
    facts: '抽查安全生产教育培训档案，部分从业人员未经培训合格即上岗作业。',
    basis: '《中华人民共和国安全生产法》第九十七条',
    sentences: [['罚款'], ['责令停产停业', '罚款']],
    fine: [10_000, 100_000],
  },
  {
    provider: 'EMERGENCY',
    of: ['INDUSTRY', 'HAZARD'],
    conduct: '未设置明显的安全警示标志',
    facts: '当事人在有较大危险因素的生产经营场所和设备上未设置明显的安全警示标志。',
    basis: '《中华人民共和国安全生产法》第九十九条',
    sentences: [['罚款']],
    fine: [5_000, 50_000],
  },
  {
    provider: 'EMERGENCY',
    of: ['HAZARD'],
    conduct: '未建立危险作业管理制度',
    facts: '当事人进行动火、吊装等危险作业未安排专门人员进行现场安全管理。',
    basis: '《中华人民共和国安全生产法》第一百零一条',
    sentences: [['罚款'], ['责令停产停业', '罚款']],
    fine: [20_000, 200_000],
  },
  {
    provider: 'EMERGENCY',
    of: ['HAZARD', 'BUILDING'],
    conduct: '取得安全生产许可证后降低安全生产条件',
    facts: '复查发现当事人安全管理机构和应急救援器材配备已不符合取得安全生产许可证时的条件。',
    basis: '《安全生产许可证条例》第十四条',
    sentences: [['暂扣许可证件'], ['暂扣许可证件'], ['吊销许可证件']],
    fine: [0, 0],
    licence: '安全生产许可证',
  },
  {
    provider: 'TRANSPORT',
    of: ['HAULAGE'],
    conduct: '未按规定维护和检测运输车辆',
    facts: '当事人所属营运车辆超过检测周期未检测，仍从事道路运输经营。',
    basis: '《道路运输车辆技术管理规定》',
    sentences: [['警告'], ['罚款']],
    fine: [1_000, 5_000],
  },
  {
    provider: 'TRANSPORT',
    of: ['HAULAGE', 'INDUSTRY', 'BUILDING'],
    conduct: '车辆违法超限运输',
    facts: '当事人车辆经检测车货总质量超过公路限载标准。',
    basis: '《中华人民共和国公路法》第七十六条',
    sentences: [['罚款']],
    fine: [500, 30_000],
  },
  {
    provider: 'TRANSPORT',
    of: ['HAULAGE'],
    conduct: '一年内违法超限运输车辆超过规定比例',
    facts: '当事人一年内违法超限运输的货运车辆超过本单位货运车辆总数的百分之十。',
    basis: '《公路安全保护条例》第六十六条',
    sentences: [['责令停产停业'], ['吊销许可证件']],
    fine: [0, 0],
    licence: '道路运输经营许可证',
  },
  {
    provider: 'CULTURE',
    of: ['LEISURE'],
    conduct: '接纳未成年人进入互联网上网服务营业场所',
    facts: '现场检查发现当事人营业场所内有未成年人上网。',
    basis: '《互联网上网服务营业场所管理条例》',
    sentences: [['警告'], ['警告', '罚款'], ['罚款', '责令停产停业']],
    fine: [3_000, 15_000],
  },
  {
    provider: 'CULTURE',
    of: ['LEISURE', 'HOTEL'],
    conduct: '未按规定公示经营信息',
    facts: '当事人未在经营场所显著位置悬挂许可证、警示标志和举报电话。',
    basis: '《娱乐场所管理条例》',
    sentences: [['警告'], ['警告', '罚款']],
    fine: [1_000, 10_000],
  },
  {
    provider: 'HEALTH',
    of: ['CARE', 'HOTEL', 'LEISURE'],
    conduct: '未按规定对顾客用品用具清洗、消毒',
    facts: '抽检发现当事人顾客用品用具卫生指标不符合要求，无清洗消毒记录。',
    basis: '《公共场所卫生管理条例实施细则》第三十六条',
    sentences: [['警告'], ['警告', '罚款']],
    fine: [500, 2_000],
  },
  {
    provider: 'HEALTH',
    of: ['INDUSTRY', 'HAZARD'],
    conduct: '未组织劳动者进行职业健康检查',
    facts: '当事人未按规定组织接触职业病危害因素的劳动者进行在岗期间职业健康检查。',
    basis: '《中华人民共和国职业病防治法》第七十一条',
    sentences: [['警告'], ['警告', '罚款']],
    fine: [50_000, 100_000],
  },
];
