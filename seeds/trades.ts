/** What an invented entity does. */
interface Trade {
  /** Word in the name. */
  readonly word: string;
  /** Division of GB/T 4754-2017. */
  readonly industry: string;
  readonly scope: string;
  /** Which traits its records follow from. */
  readonly traits: readonly Trait[];
}

export type Trait =
  | 'FOOD'
  | 'INDUSTRY'
  | 'BUILDING'
  | 'HAULAGE'
  | 'TECHNOLOGY'
  | 'HOTEL'
  | 'LEISURE'
  | 'SHOP'
  | 'HAZARD'
  | 'CARE'
  | 'FARM';

const trade = (word: string, industry: string, scope: string, ...traits: Trait[]): Trade => ({
  word,
  industry,
  scope,
  traits,
});

export const enterpriseTrades: readonly Trade[] = [
  trade('农牧', 'A03', '牲畜饲养；初级农产品收购；饲料销售。', 'FARM', 'FOOD'),
  trade('肉业', 'C13', '食品生产；牲畜屠宰；冷藏储存服务。', 'FOOD', 'INDUSTRY'),
  trade('乳品', 'C14', '乳制品生产；食品销售。', 'FOOD', 'INDUSTRY'),
  trade('稀土新材料', 'C32', '稀有稀土金属冶炼；稀土功能材料销售；技术开发。', 'INDUSTRY', 'TECHNOLOGY'),
  trade('磁材科技', 'C39', '电子专用材料制造；磁性材料生产、销售；货物进出口。', 'INDUSTRY', 'TECHNOLOGY'),
  trade('金属制品', 'C33', '金属结构制造；金属材料销售。', 'INDUSTRY'),
  trade('铸造', 'C31', '黑色金属铸造；锻件及粉末冶金制品制造。', 'INDUSTRY', 'HAZARD'),
  trade('重型机械', 'C35', '专用设备制造；机械零件加工；机械设备租赁。', 'INDUSTRY'),
  trade('化工', 'C26', '化工产品生产（危险化学品凭许可证经营）；化工产品销售。', 'INDUSTRY', 'HAZARD'),
  trade('建材', 'C30', '水泥制品制造；建筑砌块制造；砂石销售。', 'INDUSTRY'),
  trade('光伏科技', 'C38', '光伏设备及元器件制造；太阳能发电技术服务。', 'INDUSTRY', 'TECHNOLOGY'),
  trade('风电装备', 'C38', '风力发电机组及零部件制造；发电机组检修。', 'INDUSTRY', 'TECHNOLOGY'),
  trade('洗选煤', 'B06', '煤炭洗选；煤炭及制品销售。', 'INDUSTRY', 'HAZARD'),
  trade('矿业', 'B08', '铁矿采选；非煤矿山矿产资源开采。', 'INDUSTRY', 'HAZARD'),
  trade('热力', 'D44', '热力生产和供应；供热设施维护。', 'INDUSTRY'),
  trade('燃气', 'D45', '燃气经营；燃气燃烧器具安装、维修。', 'HAZARD'),
  trade('建筑工程', 'E47', '房屋建筑工程施工；建筑劳务分包。', 'BUILDING'),
  trade('市政工程', 'E48', '市政公用工程施工；土石方工程施工；园林绿化。', 'BUILDING'),
  trade('装饰工程', 'E50', '住宅室内装饰装修；建设工程设计。', 'BUILDING'),
  trade('商贸', 'F51', '日用百货批发；五金产品批发；食品销售。', 'SHOP', 'FOOD'),
  trade('超市', 'F52', '食品销售；日用百货销售；单用途商业预付卡。', 'SHOP', 'FOOD'),
  trade('医药连锁', 'F52', '药品零售；第二类医疗器械销售。', 'SHOP', 'CARE'),
  trade('石油销售', 'F52', '成品油零售；润滑油销售。', 'SHOP', 'HAZARD'),
  trade('物流', 'G54', '道路货物运输；国内货物运输代理；装卸搬运。', 'HAULAGE'),
  trade('客运', 'G54', '道路旅客运输经营；汽车租赁。', 'HAULAGE'),
  trade('酒店管理', 'H61', '住宿服务；餐饮服务；会议及展览服务。', 'HOTEL', 'FOOD'),
  trade('餐饮管理', 'H62', '餐饮服务；餐饮管理；食品销售。', 'FOOD', 'SHOP'),
  trade('软件', 'I65', '软件开发；信息系统集成服务；数据处理服务。', 'TECHNOLOGY'),
  trade('房地产开发', 'K70', '房地产开发经营；非居住房地产租赁。', 'BUILDING'),
  trade('物业服务', 'K70', '物业管理；停车场服务；家政服务。', 'SHOP'),
  trade('旅行社', 'L72', '国内旅游业务；入境旅游业务；会议服务。', 'LEISURE'),
  trade('文化传媒', 'R90', '营业性演出；组织文化艺术交流活动；娱乐场所经营。', 'LEISURE'),
  trade('环保科技', 'N77', '水污染治理；固体废物治理；环境保护监测。', 'TECHNOLOGY', 'INDUSTRY'),
  trade('口腔门诊', 'Q84', '医疗服务；诊所服务。', 'CARE'),
];

export const soleTrades: readonly Trade[] = [
  trade('面馆', 'H62', '餐饮服务。', 'FOOD', 'SHOP'),
  trade('羊肉馆', 'H62', '餐饮服务；酒类零售。', 'FOOD', 'SHOP'),
  trade('便利店', 'F52', '食品销售；日用百货零售；烟草制品零售。', 'FOOD', 'SHOP'),
  trade('蔬菜店', 'F52', '新鲜蔬菜零售；新鲜水果零售。', 'FOOD', 'SHOP'),
  trade('理发店', 'O80', '理发服务；化妆品零售。', 'CARE', 'SHOP'),
  trade('修车铺', 'O81', '机动车修理和维护；汽车零配件零售。', 'SHOP'),
  trade('网吧', 'R90', '互联网上网服务。', 'LEISURE'),
  trade('旅馆', 'H61', '住宿服务。', 'HOTEL', 'CARE'),
  trade('货运部', 'G54', '普通货物道路运输。', 'HAULAGE'),
  trade('五金店', 'F52', '五金产品零售；建筑材料销售。', 'SHOP'),
  trade('茶饮店', 'H62', '小餐饮；食品销售。', 'FOOD', 'SHOP'),
];

export const cooperativeTrades: readonly Trade[] = [
  trade('肉羊养殖', 'A03', '组织成员饲养、销售肉羊；提供技术和信息服务。', 'FARM'),
  trade('马铃薯种植', 'A01', '组织成员种植、销售马铃薯；农业机械服务。', 'FARM'),
  trade('莜麦种植', 'A01', '组织成员种植、销售莜麦；初加工服务。', 'FARM'),
  trade('奶牛养殖', 'A03', '组织成员饲养奶牛，销售生鲜乳。', 'FARM'),
  trade('设施蔬菜', 'A01', '组织成员种植、销售蔬菜；仓储保鲜。', 'FARM'),
];
