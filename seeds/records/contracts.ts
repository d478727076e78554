import { type Agency, agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, today, weekdayBetween, yearOf } from '../days.js';
import { type Entity, isEnterprise, lifetime } from '../entity.js';
import { inventedName, inventedPhone } from '../names.js';
import { type Person, withNumber } from '../people.js';
import { type Desk, padded, type Row, row, tenThousands } from './row.js';

interface ContractFacts {
  readonly number: string;
  readonly name: string;
  readonly client: Pick<Agency, 'name' | 'uscc'>;
  readonly yuan: number;
  readonly on: Day;
  readonly due: Day;
  readonly state: '履约中' | '全部履行' | '部分履行' | '未履行';
  readonly breach?: string;
}

export function contract(entity: Entity, facts: ContractFacts, { dice }: Desk): Row {
  return row({
    HTBH: facts.number,
    HTMC: facts.name,
    HTLX: facts.client.uscc.startsWith('11') ? '行政合同' : '市场化合同',
    XMBH: `1502-${facts.number.slice(-9)}`,
    JFMC: facts.client.name,
    JFDM: facts.client.uscc,
    YFMC: entity.name,
    YFDM: entity.code,
    HTBD: `${facts.name}（全部工程内容）`,
    HTJE: tenThousands(facts.yuan),
    LYQX: facts.due,
    QDRQ: facts.on,
    GGRQ: daysAfter(facts.on, 2),
    LYZT: facts.state,
    WYQK: facts.breach,
    SSQY: entity.district,
    LXR: entity.representative.name,
    LXDH: inventedPhone(dice),
  });
}

const works = [
  '老旧小区管网改造工程',
  '道路绿化提升工程',
  '学校操场维修工程',
  '供热管网改造工程',
  '农村饮水安全工程',
  '示范街区亮化工程',
] as const;

export function contractsOf(entity: Entity, desk: Desk): Row[] {
  const { dice, next } = desk;
  if (!isEnterprise(entity) || !entity.traits.includes('BUILDING')) return [];
  return Array.from({ length: dice.int(2, 8) }, () => {
    const on = weekdayBetween(dice, ...lifetime(entity));
    const due = daysAfter(on, dice.int(90, 540));
    const failing = entity.temper === 'BAD' ? 50 : entity.temper === 'CARELESS' ? 20 : 3;
    const state = due > today ? '履约中' : !dice.chance(failing) ? '全部履行' : dice.chance(50) ? '部分履行' : '未履行';
    return contract(
      entity,
      {
        number: `BTHT-${yearOf(on)}-${padded(next('contract'), 4)}`,
        name: dice.pick(works),
        client: agency('HOUSING'),
        yuan: 1_000 * dice.int(300, 60_000),
        on,
        due,
        state,
        breach: state === '未履行' ? '逾期未完工，经催告仍未恢复施工。' : undefined,
      },
      desk,
    );
  });
}

export function professionalsOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isEnterprise(entity) || !entity.traits.includes('BUILDING')) return [];
  return Array.from({ length: dice.int(2, 4) }, () => {
    const serial = next('professional');
    // each of the five with a number works for one firm only
    const person: Person = withNumber[serial - 1] ?? { name: inventedName(dice), phone: inventedPhone(dice) };
    const on = weekdayBetween(dice, ...lifetime(entity));
    return row({
      PYDW: entity.name,
      TYSHXYDM: entity.code,
      XM: person.name,
      ZJHM: person.idNumber,
      ZYLB: dice.pick(['一级注册建造师', '二级注册建造师', '一级注册造价工程师', '注册监理工程师']),
      ZY: dice.pick(['建筑工程', '市政公用工程', '机电工程']),
      ZCBH: `T3Q-蒙${yearOf(on)}-${padded(serial, 5)}`,
      ZCRQ: on,
      YXQZ: daysAfter(monthsAfter(on, 36), -1),
      LXDH: person.phone,
    });
  });
}

export function supervisionsOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isEnterprise(entity) || !entity.traits.includes('INDUSTRY') || !dice.chance(65)) return [];
  return Array.from({ length: dice.int(1, 2) }, () => {
    const on = weekdayBetween(dice, ...lifetime(entity));
    const wanting = dice.chance({ EXEMPLARY: 0, GOOD: 5, ORDINARY: 20, CARELESS: 55, BAD: 90 }[entity.temper]);
    return row({
      QYMC: entity.name,
      TYSHXYDM: entity.code,
      JCWH: `包工信节监〔${yearOf(on)}〕${next(`energy ${yearOf(on)}`)}号`,
      JCNR: '能耗限额标准、淘汰落后用能设备和能源计量管理执行情况',
      JCRQ: on,
      JCJG: wanting ? '限期整改' : '合格',
      ZGQX: wanting ? daysAfter(on, 90) : undefined,
      ZGZT: wanting ? (daysAfter(on, 90) > today ? '整改中' : dice.pick(['已整改', '已整改', '未整改'])) : undefined,
      NHSJ: `综合能耗${dice.int(80, 620)}千克标准煤/吨`,
      JCDW: agency('MIIT').name,
      LXR: entity.representative.name,
    });
  });
}

export function prepaidCardsOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isEnterprise(entity) || !entity.traits.includes('SHOP') || !dice.chance(60)) return [];
  const on = weekdayBetween(dice, ...lifetime(entity));
  return [
    row({
      FKQY: entity.name,
      TYSHXYDM: entity.code,
      BABH: `150200AAC${padded(next('card'), 4)}`,
      FKLX: dice.pick(['品牌发卡企业', '规模发卡企业', '其他发卡企业']),
      SYFW: '本企业及所属门店',
      YSZJ: `${dice.int(20_000, 3_000_000)}.00`,
      CGBL: `${dice.pick([20, 30, 40])}.00`,
      BARQ: on,
      BAZT: entity.ended ? '注销' : '有效',
      BAJG: agency('COMMERCE').name,
      FZR: entity.representative.name,
      LXDH: inventedPhone(dice),
    }),
  ];
}
