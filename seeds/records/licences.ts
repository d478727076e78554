import { type Agency, agency } from '../agencies.js';
import { type Day, daysAfter, monthsAfter, weekdayBetween, yearOf } from '../days.js';
import { category, type Entity, isEnterprise, lifetime } from '../entity.js';
import { type Permit, permits } from './permits.js';
import { type Desk, padded, type Row, row } from './row.js';

interface LicenceFacts extends Omit<Permit, 'of' | 'provider'> {
  readonly number: string;
  readonly certificateNumber?: string;
  readonly on: Day;
  readonly until: Day;
  readonly valid: boolean;
}

/** A licence in the national template. */
export function licence(entity: Entity, by: Agency, facts: LicenceFacts): Row {
  const { representative } = entity;
  return row({
    XK_XDR_MC: entity.name,
    XK_XDR_LB: category(entity),
    XK_XDR_SHXYM: entity.code,
    XK_FRDB: representative.name,
    XK_FR_ZJLX: representative.idNumber && '身份证',
    XK_FR_ZJHM: representative.idNumber,
    XK_XKWS: facts.document,
    XK_WSH: facts.number,
    XK_XKLB: facts.kind,
    XK_XKZS: facts.certificate,
    XK_XKBH: facts.certificateNumber,
    XK_NR: facts.content,
    XK_JDRQ: facts.on,
    XK_YXQZ: facts.on,
    XK_YXQZI: facts.until,
    XK_XKJG: by.name,
    XK_XKJGDM: by.uscc,
    XK_ZT: facts.valid ? 1 : 0,
    XK_LYDW: by.name,
    XK_LYDWDM: by.uscc,
  });
}

function issued(entity: Entity, permit: Permit, { dice, next }: Desk): Row {
  const by = agency(permit.provider);
  const on = weekdayBetween(dice, ...lifetime(entity));
  const year = yearOf(on);
  return licence(entity, by, {
    ...permit,
    number: `${by.word}许决〔${year}〕${padded(next(`${by.code} XK ${year}`), 4)}号`,
    certificateNumber:
      permit.prefix && `${permit.prefix}150200${year}${padded(next(`${permit.prefix} certificate`), 5)}`,
    on,
    until: permit.months ? daysAfter(monthsAfter(on, permit.months), -1) : '2099-12-31',
    valid: !entity.ended && !dice.chance(3),
  });
}

/** The licences that one provider gave an entity. */
export function licencesOf(entity: Entity, provider: Permit['provider'], desk: Desk): Row[] {
  const open = permits.filter(
    (permit) => permit.provider === provider && permit.of.some((trait) => entity.traits.includes(trait)),
  );
  return open.flatMap((permit) => {
    const likely = isEnterprise(entity) ? 80 : 55;
    const times = desk.dice.chance(likely) ? (desk.dice.chance(25) ? 2 : 1) : 0;
    return Array.from({ length: times }, () => issued(entity, permit, desk));
  });
}
