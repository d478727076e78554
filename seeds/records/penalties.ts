import { type Agency, agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, weekdayBetween, yearOf } from '../days.js';
import { category, type Entity, lifetime, type Temper } from '../entity.js';
import { type Offence, offences, type PenaltyProvider, type Sanction } from './offences.js';
import { type Desk, padded, type Row, row, tenThousands } from './row.js';

interface PenaltyFacts {
  readonly number: string;
  readonly on: Day;
  readonly conduct: string;
  readonly facts: string;
  readonly basis: string;
  readonly sanctions: readonly Sanction[];
  /** In yuan. */
  readonly fine?: number;
  readonly confiscated?: number;
  readonly licence?: string;
  readonly note?: string;
}

const grave: readonly Sanction[] = ['吊销许可证件', '限制从业', '责令停产停业', '责令关闭'];
const mild: readonly Sanction[] = ['警告', '通报批评'];

/** The last day of publicity by reference/severity.csv; none for a minor penalty, which is not published. */
function publicUntil({ on, sanctions, fine = 0 }: PenaltyFacts): Day | undefined {
  if (sanctions.some((one) => grave.includes(one)) || fine >= 1_000_000) return monthsAfter(on, 36);
  return sanctions.every((one) => mild.includes(one)) ? undefined : monthsAfter(on, 12);
}

function sentenceText({ sanctions, fine = 0, confiscated = 0, licence }: PenaltyFacts): string {
  const clause: Partial<Record<Sanction, string>> = {
    警告: '给予警告',
    通报批评: '给予通报批评',
    罚款: `处罚款人民币${fine}元`,
    没收违法所得: `没收违法所得人民币${confiscated}元`,
    没收非法财物: '没收涉案财物',
    暂扣许可证件: `暂扣${licence}`,
    吊销许可证件: `吊销${licence}`,
  };
  return `${sanctions.map((one) => clause[one] ?? one).join('；')}。`;
}

/** A penalty in the national template. */
export function penalty(entity: Entity, by: Agency, facts: PenaltyFacts): Row {
  const { representative } = entity;
  const { sanctions, on } = facts;
  const until = publicUntil(facts);
  return row({
    CF_XDR_MC: entity.name,
    CF_XDR_LB: category(entity),
    CF_XDR_SHXYM: entity.code,
    CF_FRDB: representative.name,
    CF_FR_ZJLX: representative.idNumber && '身份证',
    CF_FR_ZJHM: representative.idNumber,
    CF_XDR_LXDH: representative.idNumber && representative.phone,
    CF_WSH: facts.number,
    CF_WFXW: facts.conduct,
    CF_SY: facts.facts,
    CF_YJ: facts.basis,
    CF_CFLB: sanctions.join('；'),
    CF_NR: sentenceText(facts),
    CF_NR_FK: sanctions.includes('罚款') ? tenThousands(facts.fine ?? 0) : undefined,
    CF_NR_WFFF: sanctions.some((one) => one.startsWith('没收')) ? tenThousands(facts.confiscated ?? 0) : undefined,
    CF_NR_ZKDX: sanctions.some((one) => one.includes('许可证件')) ? facts.licence : undefined,
    CF_JDRQ: on,
    CF_YXQ: until ?? monthsAfter(on, 12),
    CF_GSJZQ: until,
    CF_CFJG: by.name,
    CF_CFJGDM: by.uscc,
    CF_SJLY: by.name,
    CF_SJLYDM: by.uscc,
    BZ: facts.note,
  });
}

/** How often, of a hundred occasions, an offence comes about and how far up the sentences it goes. */
const inclination: Readonly<Record<Temper, readonly [percent: number, gravest: number]>> = {
  EXEMPLARY: [0, 0],
  GOOD: [5, 1],
  ORDINARY: [13, 1],
  CARELESS: [46, 2],
  BAD: [85, 3],
};

function committed(entity: Entity, offence: Offence, { dice, next }: Desk): Row {
  const by = agency(offence.provider);
  const on = weekdayBetween(dice, ...lifetime(entity));
  const year = yearOf(on);
  const reach = Math.min(offence.sentences.length, inclination[entity.temper][1]);
  const sanctions = offence.sentences[dice.int(0, reach - 1)]!;
  const [least, most] = offence.fine;
  const worst = entity.temper === 'BAD' ? most : (least + most) / 2;
  return penalty(entity, by, {
    ...offence,
    number: `${by.word}罚决〔${year}〕${padded(next(`${by.code} CF ${year}`), 4)}号`,
    on,
    sanctions,
    fine: 500 * dice.int(least / 500, Math.floor(worst / 500)),
    confiscated: 10 * dice.int(20, 3_000),
    licence: offence.licence && `${offence.licence}（编号BT150200${year}${dice.digits(5)}）`,
    note: dice.chance(15) ? `已于${daysAfter(on, 15)}前履行` : undefined,
  });
}

/** The penalties that one provider imposed on an entity. */
export function penaltiesOf(entity: Entity, provider: PenaltyProvider, desk: Desk): Row[] {
  const [percent] = inclination[entity.temper];
  const open = offences.filter(
    (offence) => offence.provider === provider && offence.of.some((trait) => entity.traits.includes(trait)),
  );
  return open.flatMap((offence) => {
    const times = Number(desk.dice.chance(percent)) + Number(desk.dice.chance(percent / 2));
    return Array.from({ length: times }, () => committed(entity, offence, desk));
  });
}
