import { type Agency, agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, today, weekdayBetween, yearOf } from '../days.js';
import { type Entity, isMarketEntity, isSocialOrganisation, isSoleTrader, lifetime, type Temper } from '../entity.js';
import { type Desk, padded, type Row, row, yuanText } from './row.js';

interface AbnormalFacts {
  readonly number: string;
  readonly on: Day;
  readonly reason: string;
  readonly removedOn?: Day;
}

export function abnormality(entity: Entity, by: Agency, { number, on, reason, removedOn }: AbnormalFacts): Row {
  return row({
    ZTMC: entity.name,
    TYSHXYDM: entity.code,
    FDDBR: entity.representative.name,
    LRWH: number,
    LRYY: reason,
    LRRQ: on,
    LRJG: by.name,
    LRJGDM: by.uscc,
    YCYY: removedOn && '已依法履行相关义务，申请移出',
    YCRQ: removedOn,
    LXDH: entity.representative.phone,
  });
}

const careless: Readonly<Record<Temper, number>> = { EXEMPLARY: 0, GOOD: 3, ORDINARY: 13, CARELESS: 50, BAD: 90 };
const reasons = [
  '未依照规定的期限公示年度报告',
  '通过登记的住所或者经营场所无法联系',
  '公示企业信息隐瞒真实情况、弄虚作假',
] as const;

function abnormalitiesBy(by: Agency, entity: Entity, { dice, next }: Desk, causes: readonly string[]): Row[] {
  const times = Number(dice.chance(careless[entity.temper])) + Number(dice.chance(careless[entity.temper] / 3));
  return Array.from({ length: times }, () => {
    const on = weekdayBetween(dice, ...lifetime(entity));
    const removed = daysAfter(on, dice.int(40, 500));
    const year = yearOf(on);
    return abnormality(entity, by, {
      number: `${by.word}异列〔${year}〕${padded(next(`${by.code} abnormal ${year}`), 4)}号`,
      on,
      reason: dice.pick(causes),
      removedOn: removed < today && dice.chance(75) ? removed : undefined,
    });
  });
}

export const abnormalitiesOf = (entity: Entity, desk: Desk): Row[] =>
  isMarketEntity(entity) ? abnormalitiesBy(agency('MARKET'), entity, desk, reasons) : [];

export const abnormalActivitiesOf = (entity: Entity, desk: Desk): Row[] =>
  isSocialOrganisation(entity)
    ? abnormalitiesBy(agency('CIVIL'), entity, desk, [
        '未按照规定时限和要求向登记管理机关报送年度工作报告',
        '通过登记的住所无法与社会组织取得联系',
      ])
    : [];

interface SeriousFacts {
  readonly number: string;
  readonly on: Day;
  readonly cause: string;
  readonly basis: string;
  readonly measures: string;
  readonly removedOn?: Day;
}

export function seriousListing(entity: Entity, by: Agency, facts: SeriousFacts): Row {
  return row({
    ZTMC: entity.name,
    TYSHXYDM: entity.code,
    FDDBR: entity.representative.name,
    FR_ZJHM: entity.representative.idNumber,
    LRWH: facts.number,
    GZRQ: daysAfter(facts.on, -21),
    LRSY: facts.cause,
    LRYJ: facts.basis,
    LRRQ: facts.on,
    CJCS: facts.measures,
    YCTJ: '列入满一年，已自觉履行义务、主动消除危害后果和不良影响，未再受到较重行政处罚，并作出信用承诺的，可以申请提前移出。',
    JTQK: '对列入决定不服的，可以自收到决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。',
    GSJZQ: monthsAfter(facts.on, 36),
    YCRQ: facts.removedOn,
    RDJG: by.name,
    RDJGDM: by.uscc,
  });
}

interface Listing extends Omit<SeriousFacts, 'number' | 'on'> {
  readonly provider: 'MARKET' | 'HRSS' | 'FINANCE';
}

const listings: readonly Listing[] = [
  {
    provider: 'MARKET',
    cause: '生产经营不符合强制性标准的产品，受到较重行政处罚，性质恶劣、情节严重。',
    basis: '《市场监督管理严重违法失信名单管理办法》（国家市场监督管理总局令第44号）',
    measures: '纳入重点监管范围；不适用告知承诺制；不予授予荣誉称号。',
  },
  {
    provider: 'HRSS',
    cause: '克扣、无故拖欠农民工工资，经责令限期支付仍未支付。',
    basis: '《保障农民工工资支付条例》（国务院令第724号）第四十八条',
    measures:
      '在政府资金支持、政府采购、招投标、融资贷款、市场准入、税收优惠、评优评先、交通出行等方面依法依规予以限制。',
  },
  {
    provider: 'FINANCE',
    cause: '提供虚假材料谋取中标、成交，被处以政府采购领域行政处罚。',
    basis: '《中华人民共和国政府采购法》第七十七条',
    measures: '一至三年内禁止参加政府采购活动。',
  },
];

/** The list of serious dishonesty that one provider keeps. */
export function seriousListingsOf(entity: Entity, provider: Listing['provider'], { dice, next }: Desk): Row[] {
  if (!isMarketEntity(entity) || isSoleTrader(entity)) return [];
  if (!dice.chance({ EXEMPLARY: 0, GOOD: 0, ORDINARY: 0, CARELESS: 11, BAD: 60 }[entity.temper])) return [];
  const by = agency(provider);
  const on = weekdayBetween(dice, ...lifetime(entity));
  const year = yearOf(on);
  const removed = monthsAfter(on, dice.int(13, 36));
  return [
    seriousListing(entity, by, {
      ...listings.find((listing) => listing.provider === provider)!,
      number: `${by.word}严列〔${year}〕${padded(next(`${by.code} serious ${year}`), 3)}号`,
      on,
      removedOn: removed < today && dice.chance(60) ? removed : undefined,
    }),
  ];
}

interface JudgmentFacts {
  readonly number: string;
  readonly on: Day;
  readonly basis: string;
  readonly duty: string;
  /** In fen; nothing left unperformed = performed on that day. */
  readonly unperformed?: number;
  readonly performedOn?: Day;
  readonly partly?: boolean;
}

export function judgment(entity: Entity, facts: JudgmentFacts): Row {
  const court = agency('COURT');
  return row({
    BZXRMC: entity.name,
    TYSHXYDM: entity.code,
    FDDBR: entity.representative.name,
    FR_ZJHM: entity.representative.idNumber,
    AH: facts.number,
    ZXFY: court.name,
    ZXFYDM: court.uscc,
    ZXYJWH: facts.basis,
    ZXYJDW: court.name,
    LARQ: daysAfter(facts.on, -47),
    YW: facts.duty,
    LXQK: facts.performedOn ? '全部履行' : facts.partly ? '部分未履行' : '全部未履行',
    WLXJE: facts.performedOn || facts.unperformed === undefined ? undefined : yuanText(facts.unperformed),
    XWQX: '有履行能力而拒不履行生效法律文书确定义务',
    FBRQ: facts.on,
    GSJZQ: monthsAfter(facts.on, 24),
    LXWCRQ: facts.performedOn,
  });
}

export function judgmentsOf(entity: Entity, { dice, next }: Desk): Row[] {
  const percent = { EXEMPLARY: 0, GOOD: 0, ORDINARY: 4, CARELESS: 30, BAD: 85 }[entity.temper];
  const times = Number(dice.chance(percent)) + Number(dice.chance(percent / 4));
  return Array.from({ length: times }, () => {
    const on = weekdayBetween(dice, ...lifetime(entity));
    const year = yearOf(on);
    const owed = 100 * dice.int(20_000, 4_800_000);
    const performed = daysAfter(on, dice.int(60, 600));
    const case_ = padded(next(`case ${year}`), 4);
    return judgment(entity, {
      number: `（${year}）内02执${case_}号`,
      on,
      basis: `（${year - 1}）内02民初${padded(dice.int(1, 1900), 4)}号`,
      duty: `支付申请执行人合同价款人民币${yuanText(owed)}元及迟延履行期间的债务利息。`,
      unperformed: dice.chance(40) ? Math.floor(owed / 200) * 100 : owed,
      partly: dice.chance(30),
      performedOn: performed < today && dice.chance(45) ? performed : undefined,
    });
  });
}

export function briberiesOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (entity.temper !== 'BAD' || !isMarketEntity(entity) || isSoleTrader(entity) || !dice.chance(40)) return [];
  const on = weekdayBetween(dice, ...lifetime(entity));
  const by = agency('DISCIPLINE');
  return [
    row({
      ZTMC: entity.name,
      TYSHXYDM: entity.code,
      JLBH: `XH${yearOf(on)}${padded(next('bribery'), 4)}`,
      RDRQ: on,
      XWSS: '为谋取竞争优势，给予项目管理人员财物，经查证属实。',
      CLJG: '移送有关主管部门依法处理，建议限制参与政府投资项目。',
      RYXM: entity.representative.name,
      RYZJHM: entity.representative.idNumber,
      RDDW: by.name,
    }),
  ];
}
