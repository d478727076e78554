import { type Day, isDay } from '../calendar/day.js';
import { capitalInYuan } from '../registry/capital.rules.js';
import { kindOf, regionOf } from '../registry/code.rules.js';
import { EntityStatus, type LegalEntity } from '../registry/legal-entity.entity.js';
import { searchable } from '../registry/names.js';
import { usccFault } from '../registry/uscc.js';
import { type Cells, type Fault, fault } from './row.js';

/** What a registry says of an entity. */
export type Registered = Omit<LegalEntity, 'id' | 'recordedAt' | 'changedAt'>;

/** Reference data that a row is checked against. */
export interface Known {
  region(code: string): boolean;
  industry(code: string): boolean;
}

/** Columns of a registry file, by the titles that registries give them. */
export const registryColumns = {
  name: '企业名称',
  uscc: '统一社会信用代码',
  establishedOn: '注册日期',
  registeredType: '企业类型',
  registeredCapital: '注册资金',
  businessScope: '经营范围',
  province: '所在省份',
  city: '地区',
  address: '注册地址',
  formerNames: '曾用名',
  status: '状态',
  industry: '行业代码',
  legalRepresentative: '法定代表人',
  legalRepresentativeId: '法定代表人证件号码',
  contactPhone: '联系电话',
} as const;

/** Columns without which a file is no registry file. */
export const requiredColumns = [registryColumns.name, registryColumns.uscc];

const statuses: Readonly<Record<string, EntityStatus>> = {
  存续: EntityStatus.ACTIVE,
  在业: EntityStatus.ACTIVE,
  开业: EntityStatus.ACTIVE,
  正常: EntityStatus.ACTIVE,
  停业: EntityStatus.SUSPENDED,
  歇业: EntityStatus.SUSPENDED,
  吊销: EntityStatus.REVOKED,
  注销: EntityStatus.DEREGISTERED,
};

/** What registries write for "nothing". */
const nothing = new Set(['N/A', '-', '—', '无', 'null', 'NULL']);

/** A row of a registry, or everything that is wrong with it. */
export function checkRegistryRow(
  cells: Cells,
  today: Day,
  known: Known,
): { readonly faults: readonly Fault[] } | { readonly faults: null; readonly entity: Registered } {
  const text = (column: keyof typeof registryColumns): string | null => {
    const value = cells[registryColumns[column]];
    return value === undefined || nothing.has(value) ? null : value;
  };
  const faults = Object.entries(cells).flatMap(([column, value]) =>
    value.includes('\0') ? [fault('NUL_CHARACTER', column, value)] : [],
  );
  const name = text('name');
  if (!name) faults.push(fault('NAME_REQUIRED', registryColumns.name));
  const code = (text('uscc') ?? '').toUpperCase();
  const broken = usccFault(code);
  if (broken) {
    const params = { length: [...code].length, prefix: code.slice(0, 2) };
    faults.push(fault(broken, registryColumns.uscc, code, params));
  }
  const establishedOn = text('establishedOn');
  if (establishedOn && !isDay(establishedOn)) faults.push(fault('DATE', registryColumns.establishedOn, establishedOn));
  if (establishedOn && isDay(establishedOn) && establishedOn > today) {
    faults.push(fault('DATE_IN_FUTURE', registryColumns.establishedOn, establishedOn, { title: '注册日期' }));
  }
  const status = text('status');
  if (status && !statuses[status]) {
    const options = { title: '状态', options: Object.keys(statuses).join(' / ') };
    faults.push(fault('FIELD_OPTION', registryColumns.status, status, options));
  }
  const industryCode = text('industry');
  if (industryCode && !known.industry(industryCode)) {
    faults.push(
      fault('FIELD_OPTION', registryColumns.industry, industryCode, { title: '行业代码', options: 'GB/T 4754-2017' }),
    );
  }
  if (faults.length > 0) return { faults };

  const formerNames = (text('formerNames') ?? '')
    .split(/[;；]/u)
    .map((former) => former.trim())
    .filter(Boolean);
  const capital = text('registeredCapital');
  return {
    faults: null,
    entity: {
      uscc: code,
      name: name!,
      formerNames,
      kind: kindOf(code),
      status: status ? statuses[status]! : EntityStatus.UNKNOWN,
      establishedOn,
      regionCode: regionOf(code, known.region),
      industryCode,
      registeredType: text('registeredType'),
      registeredCapital: capital === null ? null : capitalInYuan(capital),
      registeredCapitalText: capital,
      businessScope: text('businessScope'),
      address: text('address'),
      legalRepresentative: text('legalRepresentative'),
      legalRepresentativeId: text('legalRepresentativeId'),
      contactPhone: text('contactPhone'),
      ...searchable([name!, ...formerNames]),
    },
  };
}
