import { type Agency, agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, today, weekdayBetween } from '../days.js';
import { category, type Entity, isMarketEntity, isSocialOrganisation, lifetime } from '../entity.js';
import { type Desk, padded, type Row, row } from './row.js';

interface CommitmentFacts {
  readonly serial: number;
  readonly kind: '审批替代型' | '容缺受理型' | '证明事项型' | '信用修复型' | '行业自律型' | '主动型' | '其他';
  readonly cause: string;
  readonly content: string;
  readonly on: Day;
  readonly until: Day;
  readonly state?: '全部履行' | '部分履行' | '全部未履行';
  readonly foundOn?: Day;
  readonly unperformed?: string;
  readonly consequence?: string;
  readonly by: Agency;
}

/** A commitment; its code is region, date and serial number. */
export function commitment(entity: Entity, facts: CommitmentFacts): Row {
  const { by, state } = facts;
  return row({
    CNBM: `150200${facts.on.replaceAll('-', '')}${padded(facts.serial, 6)}`,
    CNRMC: entity.name,
    CNRLB: category(entity),
    CNRDM: entity.code,
    CNLX: facts.kind,
    CNSY: facts.cause,
    CNNR: facts.content,
    WNZR: '如违反承诺，自愿承担相应法律责任，同意将违诺信息记入信用记录。',
    ZCRQ: facts.on,
    YXQ: facts.until,
    LXZT: state,
    WLXNR: facts.unperformed,
    ZRZJ: facts.consequence,
    RDRQ: state && facts.foundOn,
    RDDW: state && by.name,
    RDDWDM: state && by.uscc,
    SLDW: by.name,
    SLDWDM: by.uscc,
    GKLX: '社会公开',
    JGZT: state ? '监管完成' : '监管中',
  });
}

const causes = [
  {
    kind: '审批替代型',
    cause: '办理公共场所卫生许可',
    content: '经营场所符合卫生标准和要求，所提交材料真实有效。',
    by: agency('SERVICES'),
  },
  {
    kind: '容缺受理型',
    cause: '办理道路运输经营许可',
    content: '于十五个工作日内补齐车辆技术等级评定材料。',
    by: agency('SERVICES'),
  },
  {
    kind: '证明事项型',
    cause: '以承诺替代住所使用证明',
    content: '对住所（经营场所）依法享有使用权。',
    by: agency('MARKET'),
  },
  {
    kind: '行业自律型',
    cause: '行业诚信经营倡议',
    content: '依法经营、公平竞争、按时足额支付账款。',
    by: agency('DRC'),
  },
  {
    kind: '主动型',
    cause: '主动公开作出信用承诺',
    content: '遵守法律法规，诚实守信，接受社会监督。',
    by: agency('DRC'),
  },
] as const;

export function commitmentsOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isMarketEntity(entity) && !isSocialOrganisation(entity)) return [];
  return Array.from({ length: Number(dice.weighted({ '0': 3, '1': 4, '2': 2, '3': 1 })) }, () => {
    const on = weekdayBetween(dice, ...lifetime(entity));
    const until = monthsAfter(on, 12);
    const found = daysAfter(on, dice.int(30, 200));
    const kept = found < today && dice.chance(80);
    return commitment(entity, {
      ...dice.pick(causes),
      serial: next(`commitment ${on}`),
      on,
      until,
      state: kept ? '全部履行' : undefined,
      foundOn: kept ? found : undefined,
    });
  });
}

export function brokenCommitmentsOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (
    !isMarketEntity(entity) ||
    !dice.chance({ EXEMPLARY: 0, GOOD: 0, ORDINARY: 3, CARELESS: 28, BAD: 55 }[entity.temper])
  )
    return [];
  const [from, to] = lifetime(entity);
  const on = weekdayBetween(dice, from, daysAfter(to, -90));
  return [
    commitment(entity, {
      ...dice.pick(causes.slice(0, 3)),
      serial: 500_000 + next(`broken ${on}`),
      on,
      until: monthsAfter(on, 12),
      state: dice.chance(50) ? '部分履行' : '全部未履行',
      foundOn: weekdayBetween(dice, daysAfter(on, 30), daysAfter(on, 85)),
      unperformed: '承诺补交的材料逾期未提交。',
      consequence: '撤回受理决定，一年内不适用告知承诺和容缺受理。',
    }),
  ];
}
