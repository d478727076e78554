import { agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, today, weekdayBetween } from '../days.js';
import { type Entity, isMarketEntity, isSocialOrganisation, isSoleTrader, lifetime, type Temper } from '../entity.js';
import { inventedPhone } from '../names.js';
import { type Desk, padded, type Row, row, yuanText } from './row.js';

const late: Readonly<Record<Temper, number>> = { EXEMPLARY: 0, GOOD: 3, ORDINARY: 10, CARELESS: 45, BAD: 90 };

interface TaxDebt {
  /** As in `2026-01至2026-03`. */
  readonly period: string;
  readonly tax: string;
  /** In fen. */
  readonly owed: number;
  readonly on: Day;
  readonly settledOn?: Day;
}

export function taxDebt(entity: Entity, { period, tax, owed, on, settledOn }: TaxDebt): Row {
  const by = agency('TAX');
  return row({
    NSRMC: entity.name,
    NSRSBH: entity.code,
    FDDBR: entity.representative.name,
    FR_ZJHM: entity.representative.idNumber,
    JYDD: entity.address,
    SKSSQ: period,
    SZ: tax,
    QSYE: yuanText(owed),
    BQXZ: yuanText(Math.floor(owed / 3)),
    TJJZRQ: on,
    QJRQ: settledOn,
    ZGJG: by.name,
    ZGJGDM: by.uscc,
  });
}

/** The quarter that ended before a day. */
function quarterBefore(day: Day): string {
  const end = monthsAfter(day, -((Number(day.slice(5, 7)) - 1) % 3) - 1).slice(0, 7);
  return `${monthsAfter(`${end}-01`, -2).slice(0, 7)}至${end}`;
}

const taxes = ['增值税', '企业所得税', '城镇土地使用税', '房产税', '环境保护税'] as const;

export function taxDebtsOf(entity: Entity, { dice }: Desk): Row[] {
  if (!isMarketEntity(entity)) return [];
  const times = Number(dice.chance(late[entity.temper])) + Number(dice.chance(late[entity.temper] / 3));
  return dice
    .shuffled(taxes)
    .slice(0, times)
    .map((tax) => {
      const on = weekdayBetween(dice, ...lifetime(entity));
      const settled = daysAfter(on, dice.int(30, 400));
      return taxDebt(entity, {
        period: quarterBefore(on),
        tax: isSoleTrader(entity) ? '增值税' : tax,
        owed: dice.int(80_000, isSoleTrader(entity) ? 900_000 : 60_000_000),
        on,
        settledOn: settled < today && dice.chance(60) ? settled : undefined,
      });
    })
    .slice(0, isSoleTrader(entity) ? 1 : 2);
}

interface InsuranceDebt {
  /** As in `2026-03`. */
  readonly month: string;
  readonly kind: string;
  /** In fen. */
  readonly owed: number;
  readonly people: number;
  readonly on: Day;
  readonly notice: string;
  readonly settledOn?: Day;
}

export function insuranceDebt(entity: Entity, facts: InsuranceDebt, { dice }: Desk): Row {
  const by = agency('HRSS');
  return row({
    DWMC: entity.name,
    TYSHXYDM: entity.code,
    QJSSQ: facts.month,
    XZ: facts.kind,
    QJJE: yuanText(facts.owed),
    QJRS: facts.people,
    XQTZH: facts.notice,
    RDRQ: facts.on,
    SFJQ: facts.settledOn ? '是' : '否',
    JQRQ: facts.settledOn,
    LXR: entity.representative.name,
    LXDH: inventedPhone(dice),
    RDDW: by.name,
    RDDWDM: by.uscc,
  });
}

const insurances = ['基本养老保险', '基本医疗保险', '失业保险', '工伤保险'] as const;

export function insuranceDebtsOf(entity: Entity, desk: Desk): Row[] {
  if (isSoleTrader(entity) || (!isMarketEntity(entity) && !isSocialOrganisation(entity))) return [];
  const { dice, next } = desk;
  const times =
    Number(dice.chance(late[entity.temper])) +
    Number(dice.chance(late[entity.temper] / 2)) +
    Number(dice.chance(late[entity.temper] / 3));
  return dice
    .shuffled(insurances)
    .slice(0, times)
    .map((kind) => {
      const on = weekdayBetween(dice, ...lifetime(entity));
      const settled = daysAfter(on, dice.int(20, 300));
      return insuranceDebt(
        entity,
        {
          month: monthsAfter(on, -2).slice(0, 7),
          kind,
          owed: dice.int(120_000, 15_000_000),
          people: dice.int(2, 90),
          on,
          notice: `包人社限缴〔${on.slice(0, 4)}〕${padded(next(`insurance ${on.slice(0, 4)}`), 4)}号`,
          settledOn: settled < today && dice.chance(65) ? settled : undefined,
        },
        desk,
      );
    });
}
