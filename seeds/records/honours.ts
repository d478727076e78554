import { type Agency, agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, weekdayBetween, yearOf } from '../days.js';
import { type Entity, isCooperative, isEnterprise, isMarketEntity, lifetime } from '../entity.js';
import { inventedMail, inventedPhone } from '../names.js';
import { type Desk, padded, type Row, row, yuanText } from './row.js';

const worthy = (entity: Entity): boolean => entity.temper === 'EXEMPLARY' || entity.temper === 'GOOD';

interface HonourFacts {
  readonly title: string;
  readonly level: '国家级' | '自治区级' | '市级' | '旗县区级';
  readonly number: string;
  readonly reason: string;
  readonly on: Day;
  readonly months: number;
}

export function honour(entity: Entity, by: Agency, facts: HonourFacts, { dice }: Desk): Row {
  return row({
    ZTMC: entity.name,
    TYSHXYDM: entity.code,
    RYMC: facts.title,
    RYJB: facts.level,
    BZWH: facts.number,
    RYSY: facts.reason,
    SYRQ: facts.on,
    YXQZ: daysAfter(monthsAfter(facts.on, facts.months), -1),
    SYDW: by.name,
    SYDWDM: by.uscc,
    LXR: entity.representative.name,
    LXDH: inventedPhone(dice),
  });
}

type Award = Pick<HonourFacts, 'title' | 'level' | 'reason' | 'months'>;

function awarded(entity: Entity, by: Agency, award: Award, { dice, next }: Desk): Row {
  const on = weekdayBetween(dice, ...lifetime(entity));
  const year = yearOf(on);
  const number = `${by.word}荣字〔${year}〕${next(`${by.code} honour ${year}`)}号`;
  return honour(entity, by, { ...award, number, on }, { dice, next });
}

const honestyAwards: readonly Award[] = [
  { title: '包头市诚信示范企业', level: '市级', reason: '连续三年无失信记录，守约践诺成效突出。', months: 24 },
  { title: '守合同重信用企业', level: '市级', reason: '合同履约率百分之百。', months: 24 },
  { title: '诚信之星', level: '旗县区级', reason: '诚信经营，群众评价优秀。', months: 12 },
];

export function honoursOf(entity: Entity, desk: Desk): Row[] {
  if (!isMarketEntity(entity) || !worthy(entity)) return [];
  const times = entity.temper === 'EXEMPLARY' ? desk.dice.int(1, 3) : Number(desk.dice.chance(35));
  return desk.dice
    .shuffled(honestyAwards)
    .slice(0, times)
    .map((award) => awarded(entity, agency('DRC'), award, desk));
}

export const specialisedAward: Award = {
  title: '自治区专精特新中小企业',
  level: '自治区级',
  reason: '专业化、精细化、特色化、新颖化发展，符合认定标准。',
  months: 36,
};

export function specialisedOf(entity: Entity, desk: Desk): Row[] {
  const able =
    isEnterprise(entity) &&
    worthy(entity) &&
    (entity.traits.includes('TECHNOLOGY') || entity.traits.includes('INDUSTRY'));
  return able && desk.dice.chance(55) ? [awarded(entity, agency('MIIT'), specialisedAward, desk)] : [];
}

export function modelCooperativesOf(entity: Entity, desk: Desk): Row[] {
  const award: Award = {
    title: '市级农民合作社示范社',
    level: '市级',
    reason: '管理规范、服务成员成效明显。',
    months: 36,
  };
  return isCooperative(entity) && worthy(entity) ? [awarded(entity, agency('AGRICULTURE'), award, desk)] : [];
}

interface HighTechFacts {
  readonly number: string;
  readonly field: string;
  readonly on: Day;
}

function highTech(entity: Entity, { number, field, on }: HighTechFacts, { dice }: Desk): Row {
  return row({
    QYMC: entity.name,
    TYSHXYDM: entity.code,
    ZSBH: number,
    JSLY: field,
    RDND: yearOf(on),
    FZRQ: on,
    YXQZ: daysAfter(monthsAfter(on, 36), -1),
    YFZB: `${dice.int(3, 14)}.${padded(dice.int(0, 99), 2)}`,
    PZJG: '内蒙古自治区科学技术厅、财政厅、税务局',
  });
}

export function highTechsOf(entity: Entity, desk: Desk): Row[] {
  const { dice, next } = desk;
  if (!isEnterprise(entity) || !entity.traits.includes('TECHNOLOGY') || entity.temper === 'BAD' || !dice.chance(85))
    return [];
  const on = weekdayBetween(dice, ...lifetime(entity));
  return [
    highTech(
      entity,
      {
        number: `GR${yearOf(on)}15${padded(900_000 + next('high-tech'), 6)}`,
        field: dice.pick(['新材料', '先进制造与自动化', '电子信息', '新能源与节能', '资源与环境']),
        on,
      },
      desk,
    ),
  ];
}

const inventions = [
  '磁体烧结炉料架',
  '风电塔筒焊接工装',
  '荞麦脱壳设备',
  '煤泥回收装置',
  '稀土废料分选方法',
  '车间粉尘在线监测方法',
  '羊绒分梳机构',
  '光伏支架清扫装置',
] as const;

export function patentsOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isEnterprise(entity) || entity.temper === 'BAD') return [];
  const percent = entity.traits.includes('TECHNOLOGY') ? 90 : entity.traits.includes('INDUSTRY') ? 35 : 3;
  const times = dice.chance(percent) ? dice.int(1, 4) : 0;
  return Array.from({ length: times }, () => {
    const on = weekdayBetween(dice, ...lifetime(entity));
    const applied = daysAfter(on, -dice.int(240, 900));
    const kind = dice.weighted({ 发明: 3, 实用新型: 6, 外观设计: 1 });
    const subject = dice.pick(inventions);
    return row({
      QLRMC: entity.name,
      TYSHXYDM: entity.code,
      ZLH: `ZLT3Q${yearOf(applied)}${padded(next('patent'), 6)}`,
      ZLMC: kind === '外观设计' ? subject : `一种${subject}`,
      ZLLX: kind,
      FMR: entity.representative.name,
      SQRQ: applied,
      SQGGR: on,
      FLZT: entity.ended ? '终止' : '有效',
      QXJMR: monthsAfter(applied, { 发明: 240, 实用新型: 120, 外观设计: 180 }[kind]),
      ZYQK: dice.chance(15) ? '已办理专利权质押登记' : undefined,
    });
  });
}

export function subsidiesOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isEnterprise(entity) || !worthy(entity) || !dice.chance(70)) return [];
  return Array.from({ length: dice.int(1, 2) }, () => {
    const on = weekdayBetween(dice, ...lifetime(entity));
    const year = yearOf(on);
    return row({
      ZTMC: entity.name,
      TYSHXYDM: entity.code,
      ZFWH: `包财企〔${year}〕${next(`subsidy ${year}`)}号`,
      XMMC: dice.pick([
        '技术改造奖补资金',
        '稳岗返还补助资金',
        '研发投入后补助资金',
        '节能降碳专项资金',
        '外贸发展资金',
      ]),
      ZCYJ: '惠企政策免申即享清单',
      JE: yuanText(100 * dice.int(8_000, 2_000_000)),
      BFRQ: on,
      ZJLY: dice.pick(['中央资金', '自治区资金', '市本级资金', '旗县区资金']),
      SKZH: `100${dice.digits(16)}`,
      LXR: entity.representative.name,
      LXDH: inventedPhone(dice),
    });
  });
}

const volunteered = [
  ['管理体系认证', '质量管理体系认证证书', '质量管理体系符合GB/T 19001要求，认证范围与主营业务一致。', 36],
  ['合同履约', '年度合同履约情况说明', '年度签订合同全部按期履行，无违约。', 12],
  ['社会公益', '公益捐赠说明', '向困难家庭捐赠取暖用煤和生活物资。', 12],
  ['资质证书', '行业协会会员证书', '为示例行业协会会员单位。', 24],
] as const;

export function volunteeredBy(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isMarketEntity(entity) || entity.temper === 'BAD' || !dice.chance(24)) return [];
  const [kind, name, content, months] = dice.pick(volunteered);
  const on = weekdayBetween(dice, ...lifetime(entity));
  const checked = dice.chance(60);
  return [
    row({
      ZTMC: entity.name,
      TYSHXYDM: entity.code,
      TGBH: `ZY${on.replaceAll('-', '')}${padded(next('volunteered'), 4)}`,
      XXLB: kind,
      XXMC: name,
      XXNR: content,
      TGRQ: on,
      YXQZ: daysAfter(monthsAfter(on, months), -1),
      SFHY: checked ? '是' : '否',
      HYDW: checked ? agency('SERVICES').name : undefined,
      LXR: entity.representative.name,
      LXDH: inventedPhone(dice),
      DZYX: inventedMail(dice),
    }),
  ];
}
