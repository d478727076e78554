import { type Day, daysAfter, firstDay, latest, today } from './days.js';
import type { Person } from './people.js';
import type { Trait } from './trades.js';

/** How an invented entity behaves; every record about it follows from that. */
export type Temper = 'EXEMPLARY' | 'GOOD' | 'ORDINARY' | 'CARELESS' | 'BAD';

/** An invented entity of the city. */
export interface Entity {
  readonly code: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly established: Day;
  readonly form: string;
  /** In ten thousand yuan; none for an agency. */
  readonly capital?: number;
  readonly scope: string;
  readonly district: string;
  readonly address: string;
  readonly status: '存续' | '吊销' | '注销' | '停业';
  /** The day on which it stopped, where it did. */
  readonly ended?: Day;
  readonly industry: string;
  readonly representative: Person;
  readonly temper: Temper;
  readonly traits: readonly Trait[];
  /** Its records are written by hand: the city throws no dice for it. */
  readonly told?: true;
}

/** A registry row with the column titles of the registry. */
export interface CityEntity {
  [columnTitle: string]: string;
}

export const isEnterprise = (entity: Entity): boolean => entity.code.startsWith('91');
export const isSoleTrader = (entity: Entity): boolean => entity.code.startsWith('92');
export const isCooperative = (entity: Entity): boolean => entity.code.startsWith('93');
/** Whether the market regulator registers it. */
export const isMarketEntity = (entity: Entity): boolean => entity.code.startsWith('9');
export const isSocialOrganisation = (entity: Entity): boolean => entity.code.startsWith('5');

/** The national templates' kind of subject. */
export const category = (entity: Entity): string => (isSoleTrader(entity) ? '个体工商户' : '法人及非法人组织');

/** The days between which something can have happened to it. */
export function lifetime(entity: Entity): [Day, Day] {
  return [latest(firstDay, daysAfter(entity.established, 60)), entity.ended ?? daysAfter(today, -2)];
}

/** Both ways in which the registry writes a capital. */
function writtenCapital(capital: number): string {
  return capital >= 3000 ? `${capital.toLocaleString('en-US')}(万人民币元)` : `${capital}万人民币`;
}

export function registryRow(entity: Entity): CityEntity {
  return {
    企业名称: entity.name,
    统一社会信用代码: entity.code,
    注册日期: entity.established,
    企业类型: entity.form,
    注册资金: entity.capital === undefined ? '' : writtenCapital(entity.capital),
    经营范围: entity.scope,
    所在省份: '内蒙古自治区',
    地区: entity.district,
    注册地址: entity.address,
    曾用名: entity.formerNames.join(';'),
    状态: entity.status,
    行业代码: entity.industry,
    法定代表人: entity.representative.name,
    法定代表人证件号码: entity.representative.idNumber ?? '',
    联系电话: entity.representative.phone,
  };
}
