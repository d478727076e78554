import { type AgencyCode, agency } from '../agencies.js';
import { weekdayBetween, yearOf } from '../days.js';
import { type Entity, isEnterprise, lifetime } from '../entity.js';
import { type Desk, type Row, row, yuanText } from './row.js';

interface Finding {
  readonly by: AgencyCode;
  readonly kind: '拖欠账款' | '违约失信';
  readonly facts: string;
  readonly basis: string;
  readonly measures: string;
}

function found(entity: Entity, { by, ...finding }: Finding, { dice, next }: Desk): Row {
  const { name, uscc, word } = agency(by);
  const on = weekdayBetween(dice, ...lifetime(entity));
  return row({
    SXZTMC: entity.name,
    SXZTDM: entity.code,
    SXLX: finding.kind,
    RDWH: `${word}失信〔${yearOf(on)}〕${next(`${by} dishonesty ${yearOf(on)}`)}号`,
    SXSS: finding.facts,
    RDYJ: finding.basis,
    SXJE: yuanText(100 * dice.int(30_000, 2_000_000)),
    XZCS: finding.measures,
    RDDW: name,
    RDDWDM: uscc,
    RDRQ: on,
  });
}

const isPublicBody = ({ code }: Entity): boolean => code.startsWith('11') || code.startsWith('12');

/** Findings against public bodies that owe what they have promised or ordered. */
export function governmentDishonestyOf(entity: Entity, desk: Desk): Row[] {
  if (!isPublicBody(entity) || !desk.dice.chance(entity.temper === 'CARELESS' ? 90 : 12)) return [];
  const finding: Finding = {
    by: 'DRC',
    kind: '违约失信',
    facts: '未按承诺期限兑现对经营主体的奖补资金，经督办仍未整改。',
    basis: '发改财金〔2023〕1103号',
    measures: '限制公务消费、限制办公用房、限制经费安排、限制评先评优',
  };
  return [found(entity, finding, desk)];
}

const isLarge = (entity: Entity): boolean => isEnterprise(entity) && (entity.capital ?? 0) >= 12_000;

/** Findings against large enterprises that do not pay small ones. */
export function paymentDishonestyOf(entity: Entity, desk: Desk): Row[] {
  const careless = entity.temper === 'CARELESS' || entity.temper === 'BAD';
  if (!isLarge(entity) || !careless) return [];
  const finding: Finding = {
    by: 'MIIT',
    kind: '拖欠账款',
    facts: '拖欠中小企业货款，经约谈、督办后在规定期限内仍未支付。',
    basis: '《保障中小企业款项支付条例》（国务院令第802号）第二十六条',
    measures: '限制财政资金支持、限制投资项目审批、限制融资、限制市场准入、限制资质评定、限制评优评先',
  };
  return [found(entity, finding, desk)];
}
