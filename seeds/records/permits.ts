import type { AgencyCode } from '../agencies.js';
import type { Trait } from '../trades.js';

/** A licence that exists, and whom it is for. */
export interface Permit {
  readonly provider: Extract<AgencyCode, 'MARKET' | 'HOUSING' | 'SERVICES'>;
  readonly document: string;
  readonly kind: '普通' | '特许' | '认可' | '核准' | '登记' | '其他';
  readonly certificate?: string;
  readonly prefix?: string;
  readonly content: string;
  /** In months; none = 长期. */
  readonly months?: number;
  readonly of: readonly Trait[];
}

export const permits: readonly Permit[] = [
  {
    provider: 'MARKET',
    document: '准予食品经营许可决定书',
    kind: '普通',
    certificate: '食品经营许可证',
    prefix: 'JY',
    content: '准予食品经营许可：预包装食品销售，热食类食品制售。',
    months: 60,
    of: ['FOOD', 'HOTEL'],
  },
  {
    provider: 'MARKET',
    document: '准予食品生产许可决定书',
    kind: '普通',
    certificate: '食品生产许可证',
    prefix: 'SC',
    content: '准予食品生产许可。',
    months: 60,
    of: ['FOOD'],
  },
  {
    provider: 'MARKET',
    document: '特种设备使用登记决定书',
    kind: '登记',
    certificate: '特种设备使用登记证',
    prefix: 'TS',
    content: '准予压力容器（起重机械）使用登记。',
    of: ['INDUSTRY', 'HAZARD'],
  },
  {
    provider: 'MARKET',
    document: '准予药品经营许可决定书',
    kind: '普通',
    certificate: '药品经营许可证',
    prefix: 'YP',
    content: '准予药品零售经营许可。',
    months: 60,
    of: ['CARE'],
  },
  {
    provider: 'MARKET',
    document: '计量标准器具核准决定书',
    kind: '核准',
    certificate: '计量标准考核证书',
    prefix: 'JL',
    content: '核准企业最高计量标准。',
    months: 60,
    of: ['TECHNOLOGY', 'INDUSTRY'],
  },
  {
    provider: 'HOUSING',
    document: '建筑工程施工许可决定书',
    kind: '普通',
    certificate: '建筑工程施工许可证',
    prefix: 'SG',
    content: '准予建筑工程施工许可：主体结构及配套工程。',
    of: ['BUILDING'],
  },
  {
    provider: 'HOUSING',
    document: '建筑业企业资质准予决定书',
    kind: '认可',
    certificate: '建筑业企业资质证书',
    prefix: 'D',
    content: '准予建筑工程施工总承包资质（三级）。',
    months: 60,
    of: ['BUILDING'],
  },
  {
    provider: 'HOUSING',
    document: '商品房预售许可决定书',
    kind: '普通',
    certificate: '商品房预售许可证',
    prefix: 'YS',
    content: '准予商品房预售。',
    months: 24,
    of: ['BUILDING'],
  },
  {
    provider: 'HOUSING',
    document: '燃气经营许可决定书',
    kind: '特许',
    certificate: '燃气经营许可证',
    prefix: 'RQ',
    content: '准予管道燃气（瓶装燃气）经营。',
    months: 60,
    of: ['HAZARD'],
  },
  {
    provider: 'SERVICES',
    document: '道路运输经营许可决定书',
    kind: '普通',
    certificate: '道路运输经营许可证',
    prefix: 'DL',
    content: '准予道路普通货物运输经营许可。',
    months: 48,
    of: ['HAULAGE'],
  },
  {
    provider: 'SERVICES',
    document: '公共场所卫生许可决定书',
    kind: '普通',
    certificate: '公共场所卫生许可证',
    prefix: 'WS',
    content: '准予公共场所卫生许可。',
    months: 48,
    of: ['HOTEL', 'CARE', 'LEISURE'],
  },
  {
    provider: 'SERVICES',
    document: '排污许可决定书',
    kind: '普通',
    certificate: '排污许可证',
    prefix: 'PW',
    content: '准予排污许可：颗粒物、二氧化硫、氮氧化物、化学需氧量。',
    months: 60,
    of: ['INDUSTRY'],
  },
  {
    provider: 'SERVICES',
    document: '危险化学品经营许可决定书',
    kind: '普通',
    certificate: '危险化学品经营许可证',
    prefix: 'WH',
    content: '准予危险化学品经营许可。',
    months: 36,
    of: ['HAZARD'],
  },
  {
    provider: 'SERVICES',
    document: '城镇污水排入排水管网许可决定书',
    kind: '普通',
    certificate: '城镇污水排入排水管网许可证',
    prefix: 'PS',
    content: '准予向城镇排水设施排放污水。',
    months: 60,
    of: ['FOOD', 'HOTEL', 'CARE'],
  },
  {
    provider: 'SERVICES',
    document: '设置户外招牌广告许可决定书',
    kind: '普通',
    content: '准予设置户外招牌广告。',
    months: 24,
    of: ['SHOP', 'LEISURE'],
  },
  {
    provider: 'SERVICES',
    document: '企业投资项目备案通知书',
    kind: '其他',
    content: '企业投资项目备案：技术改造项目。',
    of: ['TECHNOLOGY', 'INDUSTRY', 'FARM'],
  },
];
