import { agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, weekdayBetween, yearOf } from '../days.js';
import { type Entity, isCooperative, isEnterprise, lifetime, type Temper } from '../entity.js';
import { type Desk, padded, type Row, row } from './row.js';

type TaxGrade = 'A' | 'B' | 'M' | 'C' | 'D';

const taxScore: Readonly<Record<TaxGrade, readonly [number, number]>> = {
  A: [90, 99],
  B: [70, 89],
  M: [60, 69],
  C: [40, 69],
  D: [10, 39],
};

/** A year's tax grade, published at the end of the April after it. */
export function taxGrade(entity: Entity, year: number, grade: TaxGrade, { dice }: Desk): Row {
  const by = agency('TAX');
  const [least, most] = taxScore[grade];
  return row({
    NSRMC: entity.name,
    NSRSBH: entity.code,
    PJND: year,
    XYJB: grade,
    PJDF: `${dice.int(least, most)}.${dice.int(0, 9)}`,
    KFZB:
      grade === 'D'
        ? '直接判级指标：欠缴税款、拒不改正'
        : grade === 'C'
          ? '未按规定期限申报；未按规定期限缴纳税款'
          : undefined,
    PDRQ: weekdayBetween(dice, `${year + 1}-04-20`, `${year + 1}-04-29`),
    PJJG: by.name,
    PJJGDM: by.uscc,
  });
}

const taxGrades: Readonly<Record<Temper, Readonly<Record<TaxGrade, number>>>> = {
  EXEMPLARY: { A: 92, B: 8, M: 0, C: 0, D: 0 },
  GOOD: { A: 45, B: 50, M: 5, C: 0, D: 0 },
  ORDINARY: { A: 6, B: 66, M: 22, C: 6, D: 0 },
  CARELESS: { A: 0, B: 28, M: 18, C: 44, D: 10 },
  BAD: { A: 0, B: 0, M: 2, C: 28, D: 70 },
};

/** Grade A years for `TAX_GRADE_A`, the other years for `TAX_GRADE`. */
export function taxGradesOf(entity: Entity, desk: Desk): { best: Row[]; other: Row[] } {
  const best: Row[] = [];
  const other: Row[] = [];
  if (isEnterprise(entity)) {
    const [from, to] = lifetime(entity);
    for (let year = Math.max(2020, yearOf(from) - 1); year <= Math.min(2025, yearOf(to) - 1); year++) {
      if (entity.established > `${year}-01-01` || desk.dice.chance(42)) continue;
      const grade = desk.dice.weighted(taxGrades[entity.temper]);
      (grade === 'A' ? best : other).push(taxGrade(entity, year, grade, desk));
    }
  }
  return { best, other };
}

export const plates = ['环保诚信（绿牌）', '环保良好（蓝牌）', '环保警示（黄牌）', '环保不良（红牌）'] as const;

export function environmentalGrade(entity: Entity, year: number, plate: (typeof plates)[number], { dice }: Desk): Row {
  const by = agency('ECOLOGY');
  const rank = plates.indexOf(plate);
  return row({
    QYMC: entity.name,
    TYSHXYDM: entity.code,
    PJND: year,
    PJDJ: plate,
    PJDF: `${95 - 18 * rank - dice.int(0, 12)}.0`,
    KFQK: rank > 1 ? '存在生态环境行政处罚，未按期完成整改' : undefined,
    PDRQ: weekdayBetween(dice, `${year + 1}-05-20`, `${year + 1}-06-04`),
    PJJG: by.name,
    PJJGDM: by.uscc,
  });
}

export function environmentalGradesOf(entity: Entity, desk: Desk): Row[] {
  if (!isEnterprise(entity) || !entity.traits.includes('INDUSTRY')) return [];
  const best = { EXEMPLARY: 0, GOOD: 0, ORDINARY: 1, CARELESS: 1, BAD: 2 }[entity.temper];
  const [from, to] = lifetime(entity);
  return [2021, 2023, 2024, 2025]
    .filter((year) => `${year}-12-31` > from && `${year + 1}-06-05` < to && desk.dice.chance(60))
    .map((year) => environmentalGrade(entity, year, plates[Math.min(3, best + desk.dice.int(0, 1))]!, desk));
}

export function creditGrade(
  entity: Entity,
  year: number,
  half: 1 | 2,
  grade: 'A' | 'B' | 'C' | 'D',
  { dice }: Desk,
): Row {
  const by = agency('DRC');
  const on =
    half === 1
      ? weekdayBetween(dice, `${year}-07-06`, `${year}-07-10`)
      : weekdayBetween(dice, `${year + 1}-01-11`, `${year + 1}-01-15`);
  const floor = { A: 850, B: 700, C: 550, D: 300 }[grade];
  return row({
    QYMC: entity.name,
    TYSHXYDM: entity.code,
    PJQC: `${year}H${half}`,
    PJDJ: grade,
    PJDF: floor + dice.int(0, 140),
    PJBZ: on < '2025-06-01' ? '市级公共信用综合评价办法' : '《公共信用综合评价规范》（GB/T 45255-2025）',
    PJRQ: on,
    YXQZ: daysAfter(monthsAfter(on, 12), -1),
    PJDW: by.name,
    PJDWDM: by.uscc,
    MXBB: `V${year - 2022}.${half}`,
  });
}

const gradeWeights = {
  EXEMPLARY: { A: 9, B: 1, C: 0, D: 0 },
  GOOD: { A: 4, B: 6, C: 0, D: 0 },
  ORDINARY: { A: 1, B: 7, C: 2, D: 0 },
  CARELESS: { A: 0, B: 2, C: 7, D: 1 },
  BAD: { A: 0, B: 0, C: 2, D: 8 },
} as const satisfies Record<Temper, Record<string, number>>;

export function creditGradesOf(entity: Entity, desk: Desk): Row[] {
  if (!isEnterprise(entity) && !isCooperative(entity)) return [];
  const [, to] = lifetime(entity);
  return (
    [
      [2025, 1],
      [2025, 2],
      [2026, 1],
    ] as const
  )
    .filter(([year, half]) => (half === 1 ? `${year}-07-11` : `${year + 1}-01-16`) < to && desk.dice.chance(62))
    .map(([year, half]) =>
      creditGrade(entity, year, half, desk.dice.weighted<'A' | 'B' | 'C' | 'D'>(gradeWeights[entity.temper]), desk),
    );
}

export function starsOf(entity: Entity, { dice, next }: Desk): Row[] {
  if (!isEnterprise(entity) || !entity.traits.includes('HOTEL') || entity.temper === 'BAD') return [];
  const [from, to] = lifetime(entity);
  const on: Day = weekdayBetween(dice, from, to);
  return [
    row({
      FDMC: entity.name,
      TYSHXYDM: entity.code,
      PZBH: `NMBT-${yearOf(on)}-${padded(next('star'), 3)}`,
      XJ: dice.pick(['三星', '三星', '四星', '五星']),
      PDRQ: on,
      YXQZ: daysAfter(monthsAfter(on, 60), -1),
      PDJG: agency('CULTURE').name,
      FHYJ: dice.chance(40) ? '年度复核合格' : undefined,
    }),
  ];
}
