import { agency } from '../agencies.js';
import { type Day, daysAfter, latest, weekdayBetween } from '../days.js';
import { type Entity, isEnterprise, isMarketEntity, lifetime } from '../entity.js';
import { inventedMail } from '../names.js';
import { type Desk, padded, type Row, row } from './row.js';

interface RegistrationFacts {
  readonly number: string;
  readonly on: Day;
  readonly kind: '设立登记' | '变更登记' | '注销登记';
  readonly changed?: string;
}

export function registration(entity: Entity, { number, on, kind, changed }: RegistrationFacts, { dice }: Desk): Row {
  const { representative } = entity;
  return row({
    ZTMC: entity.name,
    TYSHXYDM: entity.code,
    DJSLH: number,
    DJLX: kind,
    ZTLX: entity.form,
    FDDBR: representative.name,
    FR_ZJHM: representative.idNumber,
    ZCZB: entity.capital,
    CLRQ: entity.established,
    HZRQ: on,
    BGSX: changed,
    JYFW: entity.scope,
    ZS: entity.address,
    DJJG: agency('MARKET').name,
    DJZT: kind === '注销登记' ? '注销' : entity.status === '注销' ? '存续' : entity.status,
    LLRXM: dice.chance(40) ? representative.name : undefined,
    LXDH: representative.phone,
    DZYX: dice.chance(50) ? inventedMail(dice) : undefined,
    TXDZ: dice.chance(60) ? entity.address : undefined,
  });
}

const changes = ['住所变更', '经营范围变更', '注册资本变更', '法定代表人变更', '股东（发起人）变更'] as const;

export function registrationsOf(entity: Entity, desk: Desk): Row[] {
  if (!isMarketEntity(entity)) return [];
  const [from, to] = lifetime(entity);
  const number = (on: Day): string => `BTDJ${on.replaceAll('-', '')}${padded(desk.next('registration'), 5)}`;
  const rows: Row[] = [];
  if (entity.established >= '2021')
    rows.push(
      registration(entity, { number: number(entity.established), on: entity.established, kind: '设立登记' }, desk),
    );
  const renamed = entity.formerNames.length > 0;
  if (renamed || rows.length === 0 || desk.dice.chance(isEnterprise(entity) ? 60 : 25)) {
    const on = weekdayBetween(desk.dice, from, latest(from, daysAfter(to, -30)));
    rows.push(
      registration(
        entity,
        {
          number: number(on),
          on,
          kind: '变更登记',
          changed: renamed ? `名称变更（原名称：${entity.formerNames[0]}）` : desk.dice.pick(changes),
        },
        desk,
      ),
    );
  }
  if (entity.status === '注销' && entity.ended)
    rows.push(registration(entity, { number: number(entity.ended), on: entity.ended, kind: '注销登记' }, desk));
  return rows;
}
